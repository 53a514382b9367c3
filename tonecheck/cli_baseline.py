"""Known findings that a check leaves out: those of options, or of the settings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tonecheck.baseline import Baseline, load, renewed, save, without_known
from tonecheck.console import note
from tonecheck.reports.words import count, say
from tonecheck.running import Plan
from tonecheck.types import Language, Report


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
        TonecheckError: there is no baseline to use, or the file is none.
    """
    settled = list(dict.fromkeys(task.settings.baseline for task in plan.tasks))
    places = [use] if use else [_near(place) for place in settled if place is not None]
    if not (places or renew):
        return Known((), None, False, plan.speech)
    if renew is None:
        return Known(tuple(map(load, places)), None, False, plan.speech)
    old = load(renew) if renew.exists() else Baseline(renew)
    is_in_force = any(place.resolve() == renew.resolve() for place in places)
    return Known((), old, is_in_force, plan.speech)


def _near(place: Path) -> Path:
    """A path as somebody in the current folder would write it."""
    here = Path.cwd()
    return place.relative_to(here) if place.is_relative_to(here) else place
