"""Names for findings that stay the same while lines move."""

from __future__ import annotations

import hashlib
from collections import Counter

from tonecheck.types import MessageReport

_DIGEST_BYTES = 16


def fingerprints(report: MessageReport) -> tuple[str, ...]:
    """A fingerprint of each finding of a message, in their order, as 32 hexadecimal digits.

    It follows from the rule, the name of the message in its file and the words that were found,
    whatever stands around them. Equal ones in one message are numbered, those that are suppressed
    with the others. It does not know the file's path, and no text can be read from it.
    """
    named = _named(report)
    return tuple(named[id(finding)] for finding in report.findings)


def suppressed_fingerprints(report: MessageReport) -> tuple[str, ...]:
    """A fingerprint of each suppressed finding of a message, in their order; as those of others."""
    named = _named(report)
    return tuple(named[id(one.finding)] for one in report.suppressed)


def _named(report: MessageReport) -> dict[int, str]:
    """The fingerprints of all findings of a message, by their identity."""
    every = [*report.findings, *(one.finding for one in report.suppressed)]
    seen: Counter[str] = Counter()
    named = {}
    for finding in sorted(every, key=lambda finding: (finding.start, finding.end)):
        words = " ".join(finding.text.split()).casefold()
        plain = "\0".join((report.name or "", finding.rule, finding.branch or "", words))
        seen[plain] += 1
        named[id(finding)] = _digest(f"{plain}\0{seen[plain]}")
    return named


def score_fingerprint(report: MessageReport, score: str) -> str:
    """A fingerprint of a score of a message that is too low, as for a finding."""
    return _digest(f"{report.name or ''}\0{score}")


def unique_fingerprint(fingerprint: str, path: str, number: int = 1) -> str:
    """A fingerprint that holds for one path only, and for one of several equal ones there."""
    return _digest(f"{path}\0{fingerprint}\0{number}")


def _digest(plain: str) -> str:
    data = plain.encode("utf-8", "surrogatepass")
    return hashlib.blake2b(data, digest_size=_DIGEST_BYTES).hexdigest()
