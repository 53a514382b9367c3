"""Fixes applied: from findings to a new source, and from there to a file.

Edits never overlap: of two that would, the one that starts first (and, at the same place, the
one of the more severe finding) is made and the other waits for the next pass.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from tonecheck.types import Applicability, Edit, Finding, MessageReport

MAX_PASSES = 8
"""Passes in which fixes may make way for further ones; then two rules chase each other."""


@dataclass(frozen=True, slots=True)
class Repair:
    """A source before and after its fixes, and how many were made."""

    before: str
    after: str
    count: int


def planned_edits(findings: Iterable[Finding], *, unsafe: bool) -> list[tuple[Edit, ...]]:
    """The first applicable fix of each finding, without those that would overlap another's."""
    chosen: list[tuple[Edit, ...]] = []
    taken: list[Edit] = []
    for finding in sorted(findings, key=lambda f: (f.start, f.severity.rank, f.end, f.rule)):
        for fix in finding.fixes:
            if not fix.edits or (fix.applicability is Applicability.UNSAFE and not unsafe):
                continue
            if not any(_clash(edit, other) for edit in fix.edits for other in taken):
                chosen.append(fix.edits)
                taken.extend(fix.edits)
            break
    return chosen


def _clash(one: Edit, other: Edit) -> bool:
    if one.start == one.end == other.start == other.end:
        return False
    return one.start < other.end and other.start < one.end


def apply_edits(source: str, edits: Iterable[Edit]) -> str:
    """The source with all edits made; those at one place keep their order."""
    parts: list[str] = []
    position = 0
    for edit in sorted(edits, key=lambda e: (e.start, e.end)):
        parts += [source[position : edit.start], edit.replacement]
        position = edit.end
    return "".join([*parts, source[position:]])


def repair(
    source: str, check: Callable[[str], list[MessageReport]], *, unsafe: bool = False
) -> Repair:
    """Apply fixes until none is left: a second run changes nothing.

    A source that new fixes would change without end is left as it is.

    Args:
        source: the decoded file.
        check: checks a source.
        unsafe: apply the fixes that need a person's eye, too.
    """
    current, count = source, 0
    for _ in range(MAX_PASSES + 1):
        findings = [f for report in check(current) for f in report.findings]
        fixes = planned_edits(findings, unsafe=unsafe)
        changed = apply_edits(current, [edit for edits in fixes for edit in edits])
        if changed == current:
            return Repair(source, current, count)
        current = changed
        count += len(fixes)
    return Repair(source, source, 0)


def write_atomically(path: Path, data: bytes) -> None:
    """Replace a file's content in one step, keeping its permissions and any symbolic link.

    Raises:
        OSError: the folder or the file cannot be written; the old file stands.
    """
    target = path.resolve()
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".tonecheck-")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(target.stat().st_mode)
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
