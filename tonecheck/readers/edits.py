"""Edits between two texts."""

from __future__ import annotations

import difflib

from tonecheck.types import Edit


def changes(before: str, after: str) -> list[Edit]:
    """The edits that make one text of another, within lines where they can be."""
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    return [
        Edit(start, end, after[first:last])
        for kind, start, end, first, last in matcher.get_opcodes()
        if kind != "equal"
    ]
