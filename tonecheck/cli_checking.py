"""What the command ``check`` sets in motion; imported only when it runs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tonecheck.cli_baseline import Known, open_baselines
from tonecheck.cli_circumstances import Circumstances
from tonecheck.cli_options import DASH
from tonecheck.cli_output import Status, deliver, status
from tonecheck.cli_progress import progress
from tonecheck.cli_runs import make_plan, read_stdin
from tonecheck.cli_wishes import Wishes
from tonecheck.console import Color, note
from tonecheck.reports.options import TextOptions
from tonecheck.reports.words import STDIN, said_note, say
from tonecheck.running import Checked, Plan, Task, check_bytes, joined, looked_for, rules_of
from tonecheck.running.keeping import Kept
from tonecheck.running.many import check_many
from tonecheck.types import Language, Report


@dataclass(frozen=True, slots=True)
class Checking:
    """A check as it was asked for.

    Attributes:
        paths: files and folders, and the sign for standard input.
        given: the options about messages and rules.
        wishes: the options about the check.
        reports: each format with the file that it goes to; None for standard output.
        speech: the language of the tool's words; what the settings say where None.
        color: when to use colours.
    """

    paths: tuple[Path, ...]
    given: Circumstances
    wishes: Wishes
    reports: Sequence[tuple[str, Path | None]]
    speech: Language | None
    color: Color

    def run(self) -> Status:
        """Check, tell what was found, and say how it ended.

        Raises:
            TonecheckError: settings, rules, a baseline or a revision that cannot be used.
        """
        plan = self.plan()
        known = self.known(plan)
        checked = self.check(plan.tasks, plan.speech)
        if DASH in self.paths:
            checked.append(check_bytes(read_stdin(), plan.here, STDIN))
        report = self.report(plan, checked, known)
        self.tell(report, plan)
        self.deliver(report, self.reports, plan)
        return status(report)

    def plan(self) -> Plan:
        """The files, with their settings.

        Raises:
            TonecheckError: settings or a revision that cannot be used.
        """
        plan = make_plan(self.paths or (Path(),), self.given, self.speech, self.wishes.demands)
        if self.wishes.diff_base is None:
            return plan
        from tonecheck.running.since import only_changed

        return only_changed(plan, self.wishes.diff_base)

    def known(self, plan: Plan) -> Known:
        """The findings that are known already.

        Raises:
            TonecheckError: a baseline cannot be used.
        """
        return open_baselines(self.wishes.baseline, self.wishes.write_baseline, plan)

    def check(self, tasks: Sequence[Task], speech: Language | None) -> list[Checked]:
        """Check files, with a bar on a terminal."""
        kept = None if self.wishes.no_cache else Kept()
        with progress(len(tasks), speech or Language.EN, quiet=self.wishes.quiet) as step:
            return check_many(tasks, kept, jobs=self.wishes.jobs, done=step)

    def report(self, plan: Plan, checked: Sequence[Checked], known: Known) -> Report:
        """One report on what was checked, without what is known.

        Raises:
            TonecheckError: a baseline cannot be written.
        """
        report, is_looked_for = joined(plan, checked), looked_for(plan)
        if self.wishes.diff_base is None:
            return known.applied(report, is_looked_for)
        from tonecheck.running.since import is_judged, without_sequences

        return known.applied(
            without_sequences(report), lambda rule: is_judged(rule) and is_looked_for(rule)
        )

    def tell(self, report: Report, plan: Plan) -> None:
        """Say what no report tells: what went wrong, notes, and that nothing was found."""
        language = plan.speech or Language.EN
        for error in report.errors:
            note(f"tonecheck: {error.path}: {error.message}")
        for remark in () if self.wishes.quiet else report.notes:
            note(said_note(remark, language))
        if report.messages or report.errors or plan.left_out:
            return
        searched = ", ".join(map(str, self.paths)) or "."
        if self.wishes.diff_base is None:
            note("tonecheck: " + say("none-found", language, paths=searched))
        elif not self.wishes.quiet:
            revision = self.wishes.diff_base
            note("tonecheck: " + say("none-changed", language, paths=searched, revision=revision))

    def deliver(
        self,
        report: Report,
        reports: Sequence[tuple[str, Path | None]],
        plan: Plan,
    ) -> None:
        """Write reports to where they go.

        Raises:
            TonecheckError: a file cannot be written.
        """
        rules = partial(rules_of, plan)
        options = TextOptions(language=plan.speech, detail=self.wishes.detail, rules=rules)
        for name, place in reports:
            deliver(report, name, place, options, self.color)
