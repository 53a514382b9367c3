"""Edits between two texts."""

from __future__ import annotations

import difflib

from tonecheck.types import Edit


def changes(before: str, after: str) -> list[Edit]:
    """The edits that make one text of another, within lines where they can be."""
    lines, others = before.split("\n"), after.split("\n")
    if len(lines) != len(others):
        return _changes(before, after, 0)
    edits: list[Edit] = []
    position = 0
    for line, other in zip(lines, others, strict=True):
        if line != other:
            edits += _changes(line, other, position)
        position += len(line) + 1
    return edits


def _changes(before: str, after: str, offset: int) -> list[Edit]:
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    return [
        Edit(offset + start, offset + end, after[first:last])
        for kind, start, end, first, last in matcher.get_opcodes()
        if kind != "equal"
    ]
