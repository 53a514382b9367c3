"""The command line: arguments and exit codes, nothing else.

What needs a language is imported inside the commands, so that help and the pages about rules
come at once.
"""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress
from functools import partial
from pathlib import Path

import click

from tonecheck.cli_options import (
    DASH,
    Circumstances,
    ReportCommand,
    circumstances,
    color,
    config,
    did_you_mean,
    pairs,
    ui_language,
    words,
)
from tonecheck.cli_output import Status, deliver, for_stdout, status
from tonecheck.cli_speech import SpeakingCommand, SpeakingGroup, WrongUse
from tonecheck.console import Color, note, use_color, write
from tonecheck.reports import FORMATS
from tonecheck.reports.options import Detail, TextOptions
from tonecheck.reports.words import said_note, say
from tonecheck.sentences import TonecheckError
from tonecheck.settings.values import SettingsError
from tonecheck.startup import leave_out_spacys_command_line
from tonecheck.types import Category, Language, Severity
from tonecheck.version import __version__

NEVER = "never"
_RARELY = (200_000, 30, 30)


class _Command(SpeakingCommand):
    """A command; whatever a user can put right ends in a sentence instead of a traceback."""

    def invoke(self, ctx: click.Context) -> object:
        """Run the command."""
        try:
            return super().invoke(ctx)
        except TonecheckError as error:
            prefix = "" if isinstance(error, SettingsError) else "tonecheck: "
            for line in error.said(ctx.params.get("speech")).split("\n"):
                note(prefix + line)
            ctx.exit(Status.TROUBLE)
        except KeyboardInterrupt:
            ctx.exit(Status.INTERRUPTED)


class _ReportCommand(ReportCommand, _Command):
    """A command that writes reports."""


class _Commands(SpeakingGroup):
    """The commands."""

    command_class = _Command


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "--version", "-V", message="tonecheck %(version)s")
@ui_language
@click.pass_context
def cli(ctx: click.Context, speech: Language | None) -> None:
    """Checks payment reminders in English and Russian before they are sent.

    It reads a message as the client will hear it, says what may hurt or confuse, why, and what
    to write instead. Everything stays on this computer.

    \b
    Example:
      tonecheck check drafts/
    """
    if speech:
        ctx.default_map = {name: {"speech": speech.value} for name in cli.commands}


@cli.command(cls=_ReportCommand)
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, allow_dash=True))
@circumstances
@click.option(
    "--format",
    "formats",
    multiple=True,
    type=click.Choice(list(FORMATS)),
    help="Form of the report, text by default; may be repeated, each with --output.",
)
@click.option(
    "--output",
    "outputs",
    multiple=True,
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write the report of the --format beside it to a file.",
)
@click.option(
    "--fail-on",
    type=words(Severity, NEVER),
    help="Findings from which on the exit code is 1; error by default.",
)
@click.option(
    "--min-politeness",
    type=click.IntRange(0, 100),
    metavar="N",
    help="Exit code 1 where politeness is below N (0 to 100).",
)
@click.option(
    "--min-clarity",
    type=click.IntRange(0, 100),
    metavar="N",
    help="Exit code 1 where clarity is below N (0 to 100).",
)
@click.option(
    "--baseline",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Leave out the findings that this file lists.",
)
@click.option(
    "--write-baseline",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="List the findings of this run in a file, for --baseline.",
)
@click.option(
    "-q", "--quiet", is_flag=True, help="Only what makes the exit code 1; nothing if all is well."
)
@click.option(
    "-v",
    "--verbose",
    is_flag=True,
    help="Also the facts found, everything that counts in the scores, and what is suppressed.",
)
@ui_language
@color
@click.pass_context
def check(
    ctx: click.Context, paths: tuple[Path, ...], given: Circumstances, formats: tuple[str, ...],
    outputs: tuple[Path, ...], fail_on: str | None, min_politeness: int | None,
    min_clarity: int | None, baseline: Path | None, write_baseline: Path | None, quiet: bool,
    verbose: bool, speech: Language | None, color: str,
) -> None:  # fmt: skip
    """Check messages and say what to improve.

    PATHS are files and folders, by default the current folder; - reads standard input.

    \b
    Examples:
      tonecheck check drafts/ --stage overdue
      tonecheck check letter.txt --format text --format json --output report.json
      tonecheck check reminders/ --baseline baseline.json

    \b
    Exit code:
      0  nothing to mend (see --fail-on), the scores are high enough
      1  something to mend, or a score that is too low
      2  a file that could not be checked, or a wrong option; wins over 1
    """
    if quiet and verbose:
        raise WrongUse("-q and -v exclude each other")
    reports = pairs(ctx, formats, outputs)
    from tonecheck.cli_runs import check_all, make_plan, open_baselines
    from tonecheck.running import looked_for, rules_of

    demands = {
        "fail_on": fail_on, "min_politeness": min_politeness, "min_clarity": min_clarity,
    }  # fmt: skip
    plan = make_plan(paths or (Path(),), given, speech, demands)
    speech = plan.speech
    known = open_baselines(baseline, write_baseline, plan)
    report = known.applied(check_all(plan, stdin=DASH in paths), looked_for(plan))
    for error in report.errors:
        note(f"tonecheck: {error.path}: {error.message}")
    for remark in () if quiet else report.notes:
        note(said_note(remark, speech or Language.EN))
    if not (report.messages or report.errors or plan.left_out):
        searched = ", ".join(map(str, paths)) or "."
        note("tonecheck: " + say("none-found", speech or Language.EN, paths=searched))
    detail = Detail.QUIET if quiet else Detail.VERBOSE if verbose else Detail.NORMAL
    rules = partial(rules_of, plan)
    options = TextOptions(language=speech, detail=detail, rules=rules)
    for name, place in reports:
        deliver(report, name, place, options, Color(color))
    ctx.exit(status(report))


@cli.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path, allow_dash=True))
@click.option("--unsafe", is_flag=True, help="Also make the changes that need a person's eye.")
@click.option("--diff", is_flag=True, help="Show what would change and write nothing.")
@click.option("--ask", is_flag=True, help="Show each change and ask; nothing is changed unasked.")
@circumstances
@ui_language
@color
@click.pass_context
def fix(
    ctx: click.Context, paths: tuple[Path, ...], unsafe: bool, diff: bool, ask: bool,
    given: Circumstances, speech: Language | None, color: str,
) -> None:  # fmt: skip
    """Make the changes that are safe.

    Meaning and facts stay as they are. Run it with --diff first to see what would change, or with
    --ask to decide on each change, also on those that need your eye.

    PATHS are files and folders; - reads standard input and writes the result to standard output.

    \b
    Examples:
      tonecheck fix drafts/late.txt --diff
      tonecheck fix drafts/late.txt --ask
      tonecheck fix - < late.txt > better.txt

    \b
    Exit code:
      0  done, also where there was nothing to change
      2  a file that could not be read or written, or a wrong option
    """
    from tonecheck.cli_runs import make_plan

    dialogue = None
    if ask:
        from tonecheck.cli_asking import refuse_to_ask

        refuse_to_ask(diff=diff, stdin=DASH in paths)
    plan = make_plan(paths, given, speech, {})
    speech = plan.speech
    if ask:
        from tonecheck.cli_asking import at_terminal

        dialogue = at_terminal(speech, Color(color))
    from tonecheck.cli_fixing import Fixing
    from tonecheck.reports.outcome import Manner

    manner = Manner.ASK if ask else Manner.UNSAFE if unsafe else Manner.SAFE
    colored = use_color(Color(color), sys.stdout, os.environ)
    fixing = Fixing(plan, manner, diff, colored, speech, dialogue)
    done = fixing.run(paths)
    ctx.exit(Status.WELL if done else Status.TROUBLE)


@cli.command("config")
@click.argument("path", required=False, type=click.Path(path_type=Path))
@config
@ui_language
@color
def show_config(
    path: Path | None, config: Path | None, speech: Language | None, color: str
) -> None:
    """Show the settings in force for a path and where each comes from.

    PATH is a file or a folder, by default the current folder.

    \b
    Example:
      tonecheck config drafts/late.txt
    """
    from tonecheck.cli_settings import show_settings

    show_settings(path or Path(), config, speech, Color(color))


@cli.command()
@ui_language
def init(speech: Language | None) -> None:
    """Write a tonecheck.yaml with comments into the current folder.

    \b
    Example:
      tonecheck init
    """
    from tonecheck.cli_settings import write_starter

    write_starter(speech)


@cli.command()
@click.argument("rule")
@ui_language
@color
def explain(rule: str, speech: Language | None, color: str) -> None:
    """Explain a rule, or how a score comes about.

    RULE is the name of a rule or of a factor of politeness, or politeness or clarity.

    \b
    Examples:
      tonecheck explain legal-threat
      tonecheck explain politeness
    """
    from tonecheck.cli_settings import book_here
    from tonecheck.reports.rule_page import explain as page
    from tonecheck.reports.score_page import SCORES, explain_marker, explain_score

    book = book_here()
    rules = book.rules
    options = for_stdout(TextOptions(), Color(color))
    markers = {marker.id for marker in book.markers(Language.EN)}
    if rule in markers or rule in SCORES:
        about = explain_marker if rule in markers else explain_score
        write(about(rule, book, speech or Language.EN, options), color=options.color)
        return
    if rule not in rules:
        inside = [r.id for r in rules.values() if r.category == rule]
        if inside:
            names = ", ".join(sorted(inside))
            raise WrongUse("{rule} is a category; its rules are {names}", rule=rule, names=names)
        hint = did_you_mean(rule, rules)
        raise WrongUse("there is no rule '{rule}'; {hint}", rule=rule, hint=hint)
    write(page(rules[rule], speech or Language.EN, options), color=options.color)


@cli.command()
@ui_language
@color
def rules(speech: Language | None, color: str) -> None:
    """List all rules with category, severity and languages.

    \b
    Example:
      tonecheck rules --ui-language ru
    """
    from tonecheck.cli_settings import book_here
    from tonecheck.reports.rule_page import rules_table

    options = for_stdout(TextOptions(), Color(color))
    write(rules_table(book_here(), speech or Language.EN, options), color=options.color)


@cli.command()
@click.argument("corpus", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True))
@click.option(
    "--show",
    type=words(Category),
    metavar="CATEGORY",
    help="List each mistake missed and each false alarm of a category.",
)
def evaluate(corpus: tuple[Path, ...], show: str | None) -> None:
    """Measure precision, recall and F1 on labelled messages.

    CORPUS is a JSON Lines file, or a folder with such files.

    \b
    Example:
      tonecheck evaluate corpora/ --show threat
    """
    from tonecheck.engine import Checker
    from tonecheck.evaluation import evaluate as measure
    from tonecheck.evaluation import render
    from tonecheck.rulebook import load

    evaluation = measure(corpus, partial(Checker, rulebook=load()))
    write(render(evaluation, Category(show) if show else None))


def main() -> None:
    """Run the program and end the process.

    Nearly all that a run makes lives to its end. So the collector looks for garbage rarely, and
    Python does not take everything apart at the end: a fifth of the time of a short check.
    """
    gc.set_threshold(*_RARELY)
    leave_out_spacys_command_line()
    try:
        cli(prog_name="tonecheck")
    except SystemExit as end:
        for stream in (sys.stdout, sys.stderr):
            with suppress(OSError):
                stream.flush()
        os._exit(end.code if isinstance(end.code, int) else Status.WELL)
