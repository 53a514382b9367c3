"""What the commands ``check`` and ``fix`` set in motion; imported only when they run."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tonecheck.cli_options import DASH, Circumstances
from tonecheck.cli_speech import WrongUse
from tonecheck.console import note
from tonecheck.readers.decoding import MAX_BYTES
from tonecheck.reports.words import STDIN, count, say
from tonecheck.running import Plan, check, check_bytes, joined
from tonecheck.running import plan as plan_of
from tonecheck.types import Language, Report

if TYPE_CHECKING:
    from tonecheck.baseline import Baseline


def make_plan(
    paths: Sequence[Path],
    given: Circumstances,
    speech: Language | None,
    demands: Mapping[str, str | int | None],
) -> Plan:
    """What the options and the settings ask for.

    Raises:
        TonecheckError: settings that cannot be used, or circumstances that cannot be.
        WrongUse: an option that names no rule.
    """
    files = [path for path in paths if path != DASH]
    plan = plan_of(files, given.overrides(speech, demands), given.config)
    given.check_names(plan.rules)
    language = plan.speech or Language.EN
    if len(plan.left_out) == 1:
        note(f"{plan.left_out[0]}: {say('excluded', language)}")
    elif plan.left_out:
        files_said = count(len(plan.left_out), "path", language)
        note(f"tonecheck: {files_said}: {say('excluded', language)}")
    return plan


def check_all(plan: Plan, *, stdin: bool = False) -> Report:
    """The report on the files of a plan and, after them, on standard input."""
    checked = [check(task) for task in plan.tasks]
    if stdin:
        checked.append(check_bytes(read_stdin(), plan.here, STDIN))
    return joined(plan, checked)


def read_stdin() -> bytes:
    """Standard input, no more of it than shows that it is too large."""
    return sys.stdin.buffer.read(MAX_BYTES + 1)


@dataclass(frozen=True, slots=True)
class Known:
    """The findings that a baseline lists, to be left out of a report; none without a baseline."""

    baseline: Baseline | None
    is_renewed: bool
    speech: Language | None

    def applied(self, report: Report, looked_for: Callable[[str], bool]) -> Report:
        """A report without known findings; a renewed baseline is written and knows them all.

        Raises:
            TonecheckError: the baseline cannot be written.
        """
        if self.baseline is None:
            return report
        from tonecheck.baseline import renewed, save, without_known

        baseline = self.baseline
        if self.is_renewed:
            baseline = renewed(baseline, report, looked_for)
            save(baseline)
            language = self.speech or Language.EN
            number = count(len(baseline.entries), "finding", language)
            note(say("baseline-written", language, path=str(baseline.place), count=number))
        return without_known(report, baseline, looked_for, self.speech)


def open_baseline(use: Path | None, renew: Path | None, speech: Language | None) -> Known:
    """The known findings in the file that one of two options names.

    Raises:
        WrongUse: both options are given.
        TonecheckError: there is no baseline to use, or the file is none.
    """
    if use and renew:
        raise WrongUse("--baseline and --write-baseline exclude each other")
    place = use or renew
    if place is None:
        return Known(None, False, speech)
    from tonecheck.baseline import Baseline, load

    is_new = renew is not None and not renew.exists()
    return Known(Baseline(place) if is_new else load(place), renew is not None, speech)
