"""A baseline: the findings of old texts, known and put up with, so that only new ones are told.

It holds paths, rules and fingerprints, one finding a line, and no text of a message. A finding
is known by its words, so it may move about in its file.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import astuple, dataclass, replace
from pathlib import Path

from tonecheck.fingerprints import fingerprints, suppressed_fingerprints
from tonecheck.fixes import write_atomically
from tonecheck.sentences import Sentence, TonecheckError, sentence
from tonecheck.types import (
    Finding,
    Language,
    MessageReport,
    Note,
    Report,
    Suppressed,
    Suppression,
)

VERSION = 1
_MARK = "tonecheck-baseline"
_KEYS = ("path", "rule", "fingerprint")


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """A known finding; ``path`` is relative to the folder of the baseline, with slashes."""

    path: str
    rule: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Baseline:
    """The known findings, and the file that lists them."""

    place: Path
    entries: tuple[Entry, ...] = ()


def load(place: Path) -> Baseline:
    """The baseline in a file.

    Raises:
        TonecheckError: it is not there, cannot be read, or is no baseline.
    """
    try:
        text = place.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise TonecheckError(
            "{path}: there is no such baseline; `--write-baseline {path}` writes one",
            path=str(place),
        ) from None
    except UnicodeDecodeError:
        raise _damaged(place, sentence("it is not UTF-8")) from None
    except OSError as error:
        reason = error.strerror or str(error)
        raise TonecheckError(
            "{path}: the baseline cannot be read: {reason}", path=str(place), reason=reason
        ) from None
    return Baseline(place, tuple(_entries(place, text)))


def save(baseline: Baseline) -> None:
    """Write a baseline in its file, in order, one finding a line.

    Raises:
        TonecheckError: the file cannot be written.
    """
    place = baseline.place
    rows = [
        json.dumps(dict(zip(_KEYS, astuple(entry), strict=True)), ensure_ascii=False)
        for entry in sorted(baseline.entries)
    ]
    listed = "[\n    " + ",\n    ".join(rows) + "\n  ]" if rows else "[]"
    text = f'{{\n  "{_MARK}": {VERSION},\n  "findings": {listed}\n}}\n'
    data = text.encode("utf-8", "backslashreplace")
    try:
        if place.exists():
            write_atomically(place, data)
        else:
            place.write_bytes(data)
    except OSError as error:
        reason = error.strerror or str(error)
        raise TonecheckError(
            "{path}: the baseline cannot be written: {reason}", path=str(place), reason=reason
        ) from None


def renewed(old: Baseline, report: Report, looked_for: Callable[[str], bool]) -> Baseline:
    """The baseline with what a run found, in place of what it lists about the same files.

    What the run could not find stays: in files that it did not read, of rules that it did not
    look for. Files that are gone are forgotten.

    Args:
        looked_for: whether the rule of a name was looked for.
    """
    paths = _Paths(old.place)
    kept = [
        entry
        for entry in old.entries
        if paths.exists(entry)
        and not (looked_for(entry.rule) and entry.path in paths.checked(report))
    ]
    found = [
        Entry(path, finding.rule, fingerprint)
        for message in report.messages
        if (path := paths.of(message.path)) is not None
        for finding, fingerprint in zip(message.findings, fingerprints(message), strict=True)
    ]
    return replace(old, entries=(*kept, *found))


def without_known(
    report: Report,
    baseline: Baseline,
    looked_for: Callable[[str], bool],
    speech: Language | None = None,
) -> Report:
    """A report in which known findings are suppressed; it notes how many are known and gone.

    Args:
        looked_for: whether the rule of a name was looked for.
        speech: the language of the note; English by default.
    """
    paths = _Paths(baseline.place)
    left = Counter(baseline.entries)
    messages = tuple(_parted(message, paths, left) for message in report.messages)
    checked = paths.checked(report)
    gone = sum(
        number
        for entry, number in left.items()
        if looked_for(entry.rule) and (entry.path in checked or not paths.exists(entry))
    )
    remarks = report.remarks
    if gone:
        text = sentence(_GONE.text, number=gone, path=str(baseline.place))
        remarks = (*remarks, Note(str(baseline.place), None, text.said(speech or Language.EN)))
    return replace(report, messages=messages, remarks=remarks)


def _parted(message: MessageReport, paths: _Paths, left: Counter[Entry]) -> MessageReport:
    """A message without findings that are ``left`` in a baseline, which has them no more then."""
    path = paths.of(message.path)
    if path is None:
        return message

    def take(finding: Finding, fingerprint: str) -> bool:
        entry = Entry(path, finding.rule, fingerprint)
        is_known = left[entry] > 0
        left[entry] -= is_known
        return is_known

    # What the file itself suppresses is not gone.
    for one, fingerprint in zip(message.suppressed, suppressed_fingerprints(message), strict=True):
        take(one.finding, fingerprint)
    told: list[Finding] = []
    known: list[Finding] = []
    for finding, fingerprint in zip(message.findings, fingerprints(message), strict=True):
        (known if take(finding, fingerprint) else told).append(finding)
    suppressed = (Suppressed(finding, Suppression.BASELINE) for finding in known)
    return replace(message, findings=tuple(told), suppressed=(*message.suppressed, *suppressed))


class _Paths:
    """Paths as a baseline names them."""

    def __init__(self, place: Path) -> None:
        self._folder = Path(os.path.abspath(place)).parent  # noqa: PTH100 – links stay as named
        self._known: dict[str, str | None] = {}

    def of(self, path: str) -> str | None:
        """A path relative to the baseline; None for what is no file, such as standard input."""
        if path not in self._known:
            self._known[path] = self._relative(path) if Path(path).is_file() else None
        return self._known[path]

    def exists(self, entry: Entry) -> bool:
        """Whether the file of an entry is still there."""
        return (self._folder / entry.path).is_file()

    def checked(self, report: Report) -> frozenset[str | None]:
        """The files that a run could check."""
        return frozenset(self.of(message.path) for message in report.messages)

    def _relative(self, path: str) -> str:
        try:
            return Path(os.path.relpath(path, self._folder)).as_posix()
        except ValueError:  # On another drive of Windows.
            return Path(path).absolute().as_posix()


def _entries(place: Path, text: str) -> Iterator[Entry]:
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        raise _damaged(place, sentence("line {line} is not JSON", line=error.lineno)) from None
    except RecursionError:
        raise _damaged(place, sentence("it is nested too deeply")) from None
    if not isinstance(data, dict) or _MARK not in data:
        raise _damaged(place, sentence('it lacks the key "{key}"', key=_MARK))
    if data[_MARK] != VERSION:
        raise _damaged(
            place,
            sentence(
                "it is of version {found}; this tonecheck reads version {expected}",
                found=data[_MARK],
                expected=VERSION,
            ),
        )
    findings = data.get("findings")
    if not isinstance(findings, list):
        raise _damaged(place, sentence('it lacks the list "{key}"', key="findings"))
    for number, item in enumerate(findings, start=1):
        values = _strings(item.get(key) for key in _KEYS) if isinstance(item, dict) else ()
        if len(values) != len(_KEYS):
            expected = ", ".join(_KEYS)
            raise _damaged(
                place,
                sentence(
                    "finding {number} is not whole; expected {expected}",
                    number=number,
                    expected=expected,
                ),
            )
        yield Entry(*values)


def _strings(values: Iterable[object]) -> tuple[str, ...]:
    return tuple(value for value in values if isinstance(value, str))


def _damaged(place: Path, why: Sentence) -> TonecheckError:
    return TonecheckError(
        "{path}: is no baseline that can be used: {why}; `--write-baseline` with another name "
        "writes a new one",
        path=str(place),
        why=why,
    )


_GONE = sentence(
    "findings listed here that are gone: {number}; `--write-baseline {path}` takes them out"
)
