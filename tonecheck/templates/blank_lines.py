"""Lines of a template that hold nothing but logic, and leave no line behind."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tonecheck.message import Zone
from tonecheck.templates.template import SILENT_MASK, Strip, Template

_EATEN_END = "\uf8fd"
_LOGIC_LINE = re.compile(
    rf"""^(?:[^\S\n]*+{SILENT_MASK}[{SILENT_MASK}\t\ ]*+{_EATEN_END})*+
    [^\S\n]*+{SILENT_MASK}[{SILENT_MASK}\t\ ]*+(?:\r?\n|\Z)""",
    re.MULTILINE | re.VERBOSE,
)
"""A line that holds nothing but logic, and those before it whose ends went with their marks."""


def without_empty_lines(source: str, strips: Sequence[Strip]) -> list[Strip]:
    """The strips, where a line that holds nothing but logic is out of sight with its end."""
    template = Template(source, tuple(strips))
    masked = "".join(
        pieces
        for strip in strips
        for pieces in (
            (SILENT_MASK * (strip.end - strip.start - 1), _EATEN_END)
            if not strip.shown and source.endswith("\n", strip.start, strip.end)
            else (template.mask(strip),)
        )
    )
    lines = [match.span() for match in _LOGIC_LINE.finditer(masked)]
    if not lines:
        return list(strips)
    kept: list[Strip] = []
    index = 0
    for strip in strips:
        if strip.zone is Zone.SUBJECT or not strip.shown or strip.placeholder or strip.literal:
            kept.append(strip)
            continue
        position = strip.start
        while index < len(lines) and lines[index][1] <= position:
            index += 1
        while index < len(lines) and lines[index][0] < strip.end:
            first, last = max(lines[index][0], position), min(lines[index][1], strip.end)
            if first > position:
                kept.append(replace(strip, start=position, end=first))
            if last > first:
                kept.append(Strip(first, last, shown=False, branch=strip.branch))
            position = last
            if lines[index][1] > strip.end:
                break
            index += 1
        if strip.end > position:
            kept.append(replace(strip, start=position))
    return kept
