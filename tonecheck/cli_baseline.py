"""Known findings that a check leaves out: those of options, or of the settings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tonecheck.baseline import Baseline, load, renewed, save, without_known
from tonecheck.console import note
from tonecheck.reports.words import count, say
from tonecheck.running import Plan
from tonecheck.settings.reading import shown_path
from tonecheck.types import Language, Report


@dataclass(frozen=True, slots=True)
class Known:
    """Lists of known findings, to be left out of a report; ``is_new``: to be written first."""

    baselines: tuple[Baseline, ...]
    is_new: bool
    speech: Language | None

    def applied(self, report: Report, looked_for: Callable[[str], bool]) -> Report:
        """A report without known findings; a baseline that is written knows them all.

        Raises:
            TonecheckError: it cannot be written.
        """
        for listed in self.baselines:
            baseline = self._written(listed, report, looked_for) if self.is_new else listed
            report = without_known(report, baseline, looked_for, self.speech)
        return report

    def _written(
        self, old: Baseline, report: Report, looked_for: Callable[[str], bool]
    ) -> Baseline:
        baseline = renewed(old, report, looked_for)
        save(baseline)
        language = self.speech or Language.EN
        number = count(len(baseline.entries), "finding", language)
        note(say("baseline-written", language, path=str(baseline.place), count=number))
        return baseline


def known_findings(use: Path | None, write: Path | None, plan: Plan) -> Known:
    """The known findings of a run.

    Args:
        use: the file that ``--baseline`` names.
        write: the file that ``--write-baseline`` names.
        plan: where neither is given, its settings name files.

    Raises:
        TonecheckError: there is no baseline to use, or a file is none.
    """
    if write is not None:
        old = load(write) if write.exists() else Baseline(write)
        return Known((old,), True, plan.speech)
    if use is not None:
        return Known((load(use),), False, plan.speech)
    named = dict.fromkeys(task.settings.baseline for task in plan.tasks)
    found = tuple(load(Path(shown_path(place))) for place in named if place is not None)
    return Known(found, False, plan.speech)
