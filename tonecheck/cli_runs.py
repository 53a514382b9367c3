"""What the commands ``check`` and ``fix`` set in motion; imported only when they run."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from tonecheck.cli_options import Circumstances
from tonecheck.engine import Checker
from tonecheck.readers.decoding import MAX_BYTES
from tonecheck.reports.words import STDIN
from tonecheck.rulebook import load
from tonecheck.sentences import TonecheckError
from tonecheck.types import FileError, Language, Report

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
