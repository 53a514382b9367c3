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
    overrides = given.overrides(speech, demands)
    plan = plan_of(files, overrides, given.config, only_reminders=given.only_reminders)
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
    """The findings that baselines list, to be left out of a report.

    One that is ``renewed`` is to be written with what the run finds; ``is_in_force`` says that the
    settings name it.
    """

    baselines: tuple[Baseline, ...]
    renewed: Baseline | None
    is_in_force: bool
    speech: Language | None

    def applied(self, report: Report, looked_for: Callable[[str], bool]) -> Report:
        """A report without known findings; a renewed baseline is written and knows all it can.

        Raises:
            TonecheckError: the baseline cannot be written.
        """
        if not (self.baselines or self.renewed):
            return report
        from tonecheck.baseline import renewed, save, without_known

        baselines = self.baselines
        if self.renewed:
            baselines = (renewed(self.renewed, report, looked_for),)
            save(baselines[0])
            self._tell(baselines[0])
        for baseline in baselines:
            report = without_known(report, baseline, looked_for, self.speech)
        return report

    def _tell(self, written: Baseline) -> None:
        language = self.speech or Language.EN
        number = count(len(written.entries), "finding", language)
        saying = "baseline-in-force" if self.is_in_force else "baseline-written"
        note(say(saying, language, path=str(written.place), count=number))


def open_baselines(use: Path | None, renew: Path | None, plan: Plan) -> Known:
    """The known findings in the file that one of two options names, else those that settings name.

    Raises:
        WrongUse: both options are given.
        TonecheckError: there is no baseline to use, or the file is none.
    """
    if use and renew:
        raise WrongUse("--baseline and --write-baseline exclude each other")
    settled = list(dict.fromkeys(task.settings.baseline for task in plan.tasks))
    places = [use] if use else [_near(place) for place in settled if place is not None]
    if not (places or renew):
        return Known((), None, False, plan.speech)
    from tonecheck.baseline import Baseline, load

    if renew is None:
        return Known(tuple(map(load, places)), None, False, plan.speech)
    old = load(renew) if renew.exists() else Baseline(renew)
    is_in_force = any(place.resolve() == renew.resolve() for place in places)
    return Known((), old, is_in_force, plan.speech)


def _near(place: Path) -> Path:
    """A path as somebody in the current folder would write it."""
    here = Path.cwd()
    return place.relative_to(here) if place.is_relative_to(here) else place
