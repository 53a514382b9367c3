"""A source mended until nothing is left to mend."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from tonecheck.fixes.planning import apply_edits, planned_edits
from tonecheck.types import Finding, MessageReport

MAX_PASSES = 8
"""Passes in which fixes may make way for further ones; then two rules chase each other."""

Check: TypeAlias = "Callable[[str], list[MessageReport]]"
"""Checks the messages in a source."""


@dataclass(frozen=True, slots=True)
class Repair:
    """A source before and after its fixes, how many were made, and what is still found."""

    before: str
    after: str
    count: int
    left: tuple[Finding, ...] = ()


def repair(
    source: str,
    check: Check,
    *,
    unsafe: bool = False,
    wanted: Callable[[str, Finding], Finding] = lambda _, finding: finding,
) -> Repair:
    """Apply fixes until none is left: a second run changes nothing.

    A source that new fixes would change without end is left as it is.

    Args:
        source: the decoded file.
        check: checks a source.
        unsafe: apply the fixes that need a person's eye, too.
        wanted: a finding in a source with only those fixes that may be made.
    """
    current, count = source, 0
    first: tuple[Finding, ...] = ()
    for number in range(MAX_PASSES + 1):
        findings = tuple(f for report in check(current) for f in report.findings)
        first = findings if number == 0 else first
        fixes = [
            edits
            for edits in planned_edits((wanted(current, f) for f in findings), unsafe=unsafe)
            if apply_edits(current, edits) != current
        ]
        if not fixes:
            return Repair(source, current, count, findings)
        current = apply_edits(current, (edit for edits in fixes for edit in edits))
        count += len(fixes)
    return Repair(source, source, 0, first)
