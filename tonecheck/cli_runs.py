"""What the commands ``check`` and ``fix`` set in motion; imported only when they run."""

from __future__ import annotations

import difflib
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tonecheck.cli_options import Circumstances
from tonecheck.console import note, write, write_bytes
from tonecheck.engine import Checker
from tonecheck.fixes import repair, write_atomically
from tonecheck.readers import open_file
from tonecheck.readers.decoding import MAX_BYTES, decode, encode
from tonecheck.reports.style import Ink, ink
from tonecheck.reports.words import STDIN, count, say
from tonecheck.rulebook import load
from tonecheck.sentences import TonecheckError
from tonecheck.types import FileError, Language, MessageReport, Report

_NO_LINE_END = "\n\\ No newline at end of file\n"

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
        messages = checker.check_bytes(_read_stdin(), path=STDIN)
    except TonecheckError as error:
        return Report(
            report.messages, (*report.errors, FileError(STDIN, error.said(checker.speech)))
        )
    return Report((*report.messages, *messages), report.errors)


@dataclass(frozen=True, slots=True)
class Fixing:
    """Makes the changes that findings propose.

    Attributes:
        unsafe: also those that need a person's eye.
        diff: show them and write nothing.
        color: colour what is shown.
        language: the language of notes.
    """

    checker: Checker
    unsafe: bool
    diff: bool
    color: bool
    language: Language

    def run(self, paths: Sequence[Path]) -> bool:
        """Mend files; whether all of them could be read and written."""
        report = check_all(self.checker, [path for path in paths if path != DASH])
        troubles = [(error.path, error.message) for error in report.errors]
        for path in dict.fromkeys(m.path for m in report.messages if m.is_reminder):
            try:
                self._fix_file(Path(path))
            except (TonecheckError, OSError) as error:
                troubles.append((path, _reason(error, self.language)))
        if DASH in paths:
            try:
                self._fix_stdin()
            except TonecheckError as error:
                troubles.append((STDIN, error.said(self.language)))
        for path, message in troubles:
            note(f"tonecheck: {path}: {message}")
        return not troubles

    def _fix_file(self, path: Path) -> None:
        opened = open_file(path)
        repaired = repair(opened.text, self._check(str(path), path.name), unsafe=self.unsafe)
        if self.diff:
            self._show(str(path), repaired.before, repaired.after)
        elif repaired.after != repaired.before:
            write_atomically(path, opened.rewritten(repaired.after))
            changes = count(repaired.count, "change", self.language)
            note(say("fixed", self.language, path=str(path), changes=changes))
        else:
            note(say("not-fixed", self.language, path=str(path)))

    def _fix_stdin(self) -> None:
        decoded = decode(_read_stdin())
        repaired = repair(decoded.text, self._check(STDIN, ".txt"), unsafe=self.unsafe)
        if self.diff:
            self._show(STDIN, repaired.before, repaired.after)
        else:
            write_bytes(encode(repaired.after, decoded))

    def _check(self, path: str, suffix: str) -> Callable[[str], list[MessageReport]]:
        return lambda source: self.checker.check_source(source, path=path, suffix=suffix)

    def _show(self, path: str, before: str, after: str) -> None:
        lines = difflib.unified_diff(_lines(before), _lines(after), path, path)
        write("".join(self._painted(line) for line in lines), color=self.color)

    def _painted(self, line: str) -> str:
        text = line.removesuffix("\n")
        inks = {"+": Ink.GOOD, "-": Ink.ERROR, "@": Ink.QUIET}
        code = Ink.HEADING if text.startswith(("---", "+++")) else inks.get(text[:1])
        painted = ink(text, code, self.color) if code else text
        return painted + ("\n" if line.endswith("\n") else _NO_LINE_END)


def _lines(text: str) -> list[str]:
    """The lines as a patch knows them: only LF ends one."""
    lines = text.split("\n")
    return [f"{line}\n" for line in lines[:-1]] + [line for line in lines[-1:] if line]


def _read_stdin() -> bytes:
    """Standard input, no more of it than shows that it is too large."""
    return sys.stdin.buffer.read(MAX_BYTES + 1)


def _reason(error: TonecheckError | OSError, language: Language) -> str:
    if isinstance(error, TonecheckError):
        return error.said(language)
    return error.strerror or str(error)
