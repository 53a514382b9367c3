"""What the commands ``check`` and ``fix`` set in motion; imported only when they run."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tonecheck.cli_options import Circumstances
from tonecheck.cli_speech import WrongUse
from tonecheck.console import note
from tonecheck.engine import Checker
from tonecheck.readers.decoding import MAX_BYTES
from tonecheck.reports.words import STDIN, count, say
from tonecheck.rulebook import load
from tonecheck.sentences import TonecheckError
from tonecheck.types import FileError, Language, Report

if TYPE_CHECKING:
    from tonecheck.baseline import Baseline

DASH = Path("-")
"""The path that means standard input."""


def make_checker(given: Circumstances, speech: Language | None) -> Checker:
    """The checker that the options ask for.

    Raises:
        TonecheckError: a rule book that cannot be used, or circumstances that cannot be.
    """
    rulebook = load()
    return Checker(
        given.declared(), rulebook=rulebook, selection=given.selection(rulebook), speech=speech
    )


def check_all(checker: Checker, paths: Sequence[Path]) -> Report:
    """The report on files and folders and, after them, on standard input."""
    files = [path for path in paths if path != DASH]
    report = checker.check_paths(files) if files else Report(())
    if DASH not in paths:
        return report
    try:
        messages = checker.check_bytes(read_stdin(), path=STDIN)
    except TonecheckError as error:
        return Report(
            report.messages, (*report.errors, FileError(STDIN, error.said(checker.speech)))
        )
    return Report((*report.messages, *messages), report.errors)


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
