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

from tonecheck.cli_circumstances import Circumstances, circumstances
from tonecheck.cli_commands import Commands, ReportingCommand
from tonecheck.cli_options import color, complete_rule, config, ui_language, words
from tonecheck.cli_output import Status
from tonecheck.cli_pairs import pairs
from tonecheck.cli_wishes import Wishes, wishes
from tonecheck.console import Color, write
from tonecheck.startup import leave_out_spacys_command_line
from tonecheck.types import Category, Language
from tonecheck.version import __version__

_RARELY = (200_000, 30, 30)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
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


@cli.command(cls=ReportingCommand)
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, allow_dash=True))
@circumstances
@wishes
@ui_language
@color
@click.pass_context
def check(
    ctx: click.Context, paths: tuple[Path, ...], given: Circumstances, wishes: Wishes,
    speech: Language | None, color: str,
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
    wishes.require_possible(paths)
    reports = pairs(ctx, wishes.formats, wishes.outputs)
    from tonecheck.cli_checking import Checking

    checking = Checking(paths, given, wishes, reports, speech, Color(color))
    if wishes.watch:
        from tonecheck.cli_watching import watch

        ctx.exit(watch(checking))
    ctx.exit(checking.run())


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
    from tonecheck.cli_fixing import mend

    manner = {"ask": ask, "unsafe": unsafe, "diff": diff}
    done = mend(paths, given, speech, Color(color), **manner)
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
@click.argument("rule", shell_complete=complete_rule)
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
    from tonecheck.cli_pages import explain as show

    show(rule, speech or Language.EN, Color(color))


@cli.command()
@ui_language
@color
def rules(speech: Language | None, color: str) -> None:
    """List all rules with category, severity and languages.

    \b
    Example:
      tonecheck rules --ui-language ru
    """
    from tonecheck.cli_pages import list_rules

    list_rules(speech or Language.EN, Color(color))


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


@cli.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]), metavar="SHELL")
@ui_language
def completion(shell: str, speech: Language | None) -> None:
    """Print what makes a shell complete commands, options and names of rules.

    SHELL is bash, zsh or fish. What comes out says how to install it.

    \b
    Example:
      tonecheck completion bash
    """
    from tonecheck.cli_completion import show_script

    show_script(shell, cli, speech or Language.EN)


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
