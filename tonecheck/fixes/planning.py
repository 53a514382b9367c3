"""Which fixes are made, and edits made.

Edits never overlap: of two that would, the one that starts first (and, at the same place, the
one of the more severe finding) is made and the other waits for the next pass. A fix that
several findings share is one fix.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

from tonecheck.types import Applicability, Category, Edit, Finding, Fix

Edits = tuple[Edit, ...]
"""The edits of one fix, which is made whole or not at all."""

Key: TypeAlias = "tuple[str, str, tuple[tuple[str, str], ...]]"
"""A rule, the words of its finding, and for each edit the words before and after."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A fix and the findings that it mends, in the order of the text."""

    fix: Fix
    findings: tuple[Finding, ...]

    def keys(self, source: str) -> frozenset[Key]:
        """What the proposal is about, wherever it stands in a source, one key a finding."""
        edits = tuple(
            (_words(source[edit.start : edit.end]), _words(edit.replacement))
            for edit in self.fix.edits
        )
        return frozenset((f.rule, _words(f.text), edits) for f in self.findings)


def _words(text: str) -> str:
    return " ".join(text.split())


def proposals(findings: Iterable[Finding], *, unsafe: bool) -> list[Proposal]:
    """Every fix that can be applied, each once, in the order of the text.

    Of two fixes with the same edits the one that is not safe speaks for both.
    """
    found: dict[frozenset[Edit], Proposal] = {}
    for finding in _in_order(findings):
        for fix in _applicable(finding, unsafe=unsafe):
            same = found.get(frozenset(fix.edits), Proposal(fix, ()))
            stricter = fix if fix.applicability is Applicability.UNSAFE else same.fix
            found[frozenset(fix.edits)] = Proposal(stricter, (*same.findings, finding))
    return list(found.values())


def planned_edits(findings: Iterable[Finding], *, unsafe: bool) -> list[Edits]:
    """The first applicable fix of each finding, without those that would overlap another's.

    The same fix of several findings is there once, and where one of them takes it for unsafe
    it is. What moves text waits for what mends it.
    """
    findings = sorted(_in_order(findings), key=lambda f: f.category is Category.OVERLOAD)
    risky = {
        frozenset(fix.edits)
        for finding in findings
        for fix in finding.fixes
        if fix.applicability is Applicability.UNSAFE
    }
    chosen: list[Edits] = []
    made: set[frozenset[Edit]] = set()
    taken: list[Edit] = []
    for finding in findings:
        fix = next(_applicable(finding, unsafe=unsafe), None)
        if fix is None or frozenset(fix.edits) in (made if unsafe else made | risky):
            continue
        if not any(clash(edit, other) for edit in fix.edits for other in taken):
            chosen.append(fix.edits)
            made.add(frozenset(fix.edits))
            taken.extend(fix.edits)
    return chosen


def clash(one: Edit, other: Edit) -> bool:
    """Whether only one of two edits can be made; the same insertion is not made twice.

    Nor are two that end the sentence before them (". If you …").
    """
    if one.start == one.end == other.start == other.end:
        both_end = one.replacement[:1] == other.replacement[:1] == "."
        return both_end or one.replacement == other.replacement
    return one.start < other.end and other.start < one.end


def apply_edits(source: str, edits: Iterable[Edit]) -> str:
    """The source with all edits made; those at one place keep their order."""
    parts: list[str] = []
    position = 0
    for edit in sorted(edits, key=lambda e: (e.start, e.end)):
        parts += [source[position : edit.start], edit.replacement]
        position = edit.end
    return "".join([*parts, source[position:]])


def _in_order(findings: Iterable[Finding]) -> list[Finding]:
    return sorted(findings, key=lambda f: (f.start, f.severity.rank, f.end, f.rule))


def _applicable(finding: Finding, *, unsafe: bool) -> Iterator[Fix]:
    """The fixes that may be made; one whose own edits overlap would garble the text."""
    for fix in finding.fixes:
        if fix.edits and (unsafe or fix.applicability is Applicability.SAFE):
            ordered = sorted(fix.edits, key=lambda e: (e.start, e.end))
            if not any(clash(one, other) for one, other in pairwise(ordered)):
                yield fix
