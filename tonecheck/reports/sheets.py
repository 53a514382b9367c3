"""A report message by message, as the formats for other programs need it.

Text formats for people at a terminal are made from the messages themselves.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from tonecheck.fingerprints import fingerprints, score_fingerprint, suppressed_fingerprints
from tonecheck.positions import LineIndex
from tonecheck.reports.display import printable
from tonecheck.reports.lines import with_lines
from tonecheck.reports.options import Detail, TextOptions
from tonecheck.reports.paths import slashed
from tonecheck.reports.region import Region, shown_region
from tonecheck.reports.speech import language_of
from tonecheck.reports.summary import low_scores
from tonecheck.reports.words import say
from tonecheck.types import (
    Category,
    FileError,
    Finding,
    Fix,
    Language,
    MessageReport,
    Report,
    Severity,
    Suppressed,
)

UNREADABLE = "unreadable-file"
"""What stands for a rule where a file could not be checked."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to report about a message: a finding, or a score that is too low.

    ``rule`` is then ``politeness`` or ``clarity``, which ``tonecheck explain`` knows, too.
    ``finding`` is None. ``fails`` says whether it makes the exit code 1; ``fingerprint`` is the
    same as long as the thing is, wherever it stands in the file. ``suppressed`` says who does not
    want to be told of it.
    """

    rule: str
    severity: Severity
    region: Region
    fingerprint: str
    fails: bool
    message: str
    advice: str = ""
    branch: str | None = None
    finding: Finding | None = None
    suppressed: Suppressed | None = None

    @property
    def category(self) -> Category | None:
        """The category of the finding."""
        return self.finding.category if self.finding else None

    @property
    def fixes(self) -> tuple[Fix, ...]:
        """The ways to mend the finding."""
        return self.finding.fixes if self.finding else ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """One message: its path with forward slashes, and what is to be said of it, as it stands.

    ``suppressed`` are the findings that are not to be told, for a reader who asks for them.
    """

    message: MessageReport
    path: str
    language: Language
    lines: LineIndex
    entries: tuple[Entry, ...]
    low: Mapping[str, int]
    suppressed: tuple[Entry, ...]

    @property
    def fails(self) -> bool:
        """Whether the message makes the exit code 1."""
        return any(entry.fails for entry in self.entries)

    def shown(self, options: TextOptions) -> list[Entry]:
        """The entries; of a quiet report those that make the exit code 1."""
        quiet = options.detail is Detail.QUIET
        return [entry for entry in self.entries if entry.fails or not quiet]


def sheets(report: Report, options: TextOptions) -> Iterator[Sheet]:
    """Every message of a report in its order."""
    for message, lines in with_lines(report.messages):
        yield _sheet(message, lines, options)


def file_errors(report: Report) -> Iterator[FileError]:
    """What could not be checked, paths with forward slashes and each reason on one line."""
    for error in report.errors:
        yield FileError(slashed(error.path), one_line(error.message))


def one_line(text: str) -> str:
    """A text on one line, with nothing in it that could steer a terminal or turn its direction."""
    return printable(" ".join(text.split()))


def said(entry: Entry, language: Language) -> str:
    """All that an entry says in sentences: what is wrong, what to do, under which condition."""
    tips = [f"{fix.label}." for fix in entry.fixes if not fix.edits]
    branch = f"({say('only-where', language, branch=entry.branch)})" if entry.branch else ""
    return one_line(" ".join(filter(None, [entry.message, entry.advice, *tips, branch])))


def _sheet(message: MessageReport, lines: LineIndex, options: TextOptions) -> Sheet:
    language = language_of(message, options)
    low = low_scores(message)
    entries = [_too_low(message, key, low[key], lines, language) for key in low]
    named = zip(message.findings, fingerprints(message), strict=True)
    entries += [
        _entry(message, finding, fingerprint, lines)
        for finding, fingerprint in sorted(named, key=lambda pair: _position(pair[0]))
    ]
    hushed = zip(message.suppressed, suppressed_fingerprints(message), strict=True)
    suppressed = tuple(
        replace(_entry(message, one.finding, fingerprint, lines), fails=False, suppressed=one)
        for one, fingerprint in sorted(hushed, key=lambda pair: _position(pair[0].finding))
    )
    return Sheet(message, slashed(message.path), language, lines, tuple(entries), low, suppressed)


def _position(finding: Finding) -> tuple[int, int, int, str]:
    return finding.start, finding.end, finding.severity.rank, finding.rule


def _entry(message: MessageReport, finding: Finding, fingerprint: str, lines: LineIndex) -> Entry:
    return Entry(
        rule=finding.rule,
        severity=finding.severity,
        region=shown_region(lines, finding.start, finding.end),
        fingerprint=fingerprint,
        fails=message.fails(finding),
        message=finding.message,
        advice=finding.advice,
        branch=finding.branch,
        finding=finding,
    )


def _too_low(
    message: MessageReport, key: str, minimum: int, lines: LineIndex, language: Language
) -> Entry:
    value = getattr(message, key).value
    below = say("below", language, minimum=minimum)
    return Entry(
        rule=key,
        severity=Severity.ERROR,
        region=shown_region(lines, 0, 0),
        fingerprint=score_fingerprint(message, key),
        fails=True,
        message=f"{say(key, language)} {value} {say('of-100', language)}, {below}.",
    )
