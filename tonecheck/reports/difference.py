"""A change shown: the lines before and after it, with the words that differ in colour."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise, zip_longest

from tonecheck.reports.block import Layout
from tonecheck.reports.display import cell_widths, printable, width_of
from tonecheck.reports.style import Ink

_LINE_END = re.compile(r"\r\n|\r|\n")
_WORD = re.compile(r"\s+|\S+")
# Words between the first and the last change that are compared with each other; of more than
# that nobody wants to see which differ.
_MOST_WORDS = 600

Mark = tuple[int, int]
"""Where a stretch of a line starts and ends."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A line with what differs in it; ``core`` reaches from the first difference to the last."""

    text: str
    core: Mark
    marks: Sequence[Mark]


def difference(before: str, after: str, indent: int, layout: Layout) -> list[str]:
    """The lines in which two texts differ, each side marked, with a line around them.

    Long lines are cut to what surrounds a change and wrapped under themselves.
    """
    old, new = _LINE_END.split(before), _LINE_END.split(after)
    blocks: list[list[str]] = []
    for group in _groups(old, new):
        block: list[str] = []
        for kind, *places in group:
            a, b, c, d = places
            if kind == "equal":
                block += [line for text in old[a:b] for line in _context(text, indent, layout)]
                continue
            removed, added = _compared(old[a:b], new[c:d])
            block += [r for line in removed for r in _rows(line, "-", Ink.ERROR, indent, layout)]
            block += [r for line in added for r in _rows(line, "+", Ink.GOOD, indent, layout)]
        blocks.append(block)
    gap = " " * (indent + 2) + layout.signs.cut
    return [line for n, block in enumerate(blocks) for line in ([gap] * (n > 0) + block)]


_Opcode = tuple[str, int, int, int, int]


def _groups(old: Sequence[str], new: Sequence[str]) -> Iterator[list[_Opcode]]:
    """Stretches of lines that differ, with a line around each; see ``difflib``."""
    head = max(0, _shared(old, new) - 1)
    tail = max(0, _shared(old[head:][::-1], new[head:][::-1]) - 1)
    matcher = SequenceMatcher(
        None, old[head : len(old) - tail], new[head : len(new) - tail], autojunk=False
    )
    for group in matcher.get_grouped_opcodes(1):
        yield [(kind, a + head, b + head, c + head, d + head) for kind, a, b, c, d in group]


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    """How many items two sequences begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((n for n, (a, b) in pairs if a != b), min(len(one), len(other)))


def _compared(old: Sequence[str], new: Sequence[str]) -> tuple[list[_Line], list[_Line]]:
    """Lines before and after, each compared with the one that took its place."""
    removed: list[_Line] = []
    added: list[_Line] = []
    for before, after in zip_longest(old, new):
        if before is None or after is None:
            text = after if before is None else before
            side = added if before is None else removed
            side.append(_Line(text, (0, len(text)), [(0, len(text))]))
            continue
        one, other = _pair(before, after)
        removed.append(one)
        added.append(other)
    return removed, added


def _pair(before: str, after: str) -> tuple[_Line, _Line]:
    one, other = _WORD.findall(before), _WORD.findall(after)
    head = _shared(one, other)
    tail = _shared(one[head:][::-1], other[head:][::-1])
    one_core, other_core = one[head : len(one) - tail], other[head : len(other) - tail]
    start = len("".join(one[:head]))
    if len(one_core) + len(other_core) > _MOST_WORDS:
        opcodes: Sequence[_Opcode] = [("replace", 0, len(one_core), 0, len(other_core))]
    else:
        opcodes = SequenceMatcher(None, one_core, other_core, autojunk=False).get_opcodes()
    differing = [code for code in opcodes if code[0] != "equal"]
    return (
        _marked(before, one_core, start, [(a, b) for _, a, b, _, _ in differing]),
        _marked(after, other_core, start, [(c, d) for _, _, _, c, d in differing]),
    )


def _marked(text: str, core: Sequence[str], start: int, spans: Sequence[Mark]) -> _Line:
    """A line, its differing words given as places in the words of its core."""
    places = [start]
    for word in core:
        places.append(places[-1] + len(word))
    marks: list[Mark] = []
    for first, last in spans:
        begin, end = places[first], places[last]
        if marks and not text[marks[-1][1] : begin].strip():
            begin = marks.pop()[0]
        marks.append((begin, end))
    return _Line(text, (places[0], places[-1]), marks)


def _context(text: str, indent: int, layout: Layout) -> list[str]:
    """A line that stays, as much of it as fits; nothing where it is empty."""
    if not text.strip():
        return []
    width = layout.columns - indent - 2
    line = printable(text)
    if width_of(line) > width:
        line = next(iter(_cut_rows(line, width - len(layout.signs.cut)))).rstrip()
        line += layout.signs.cut
    return [" " * (indent + 2) + layout.paint(line, Ink.QUIET)]


def _rows(line: _Line, sign: str, code: Ink, indent: int, layout: Layout) -> Iterator[str]:
    """A line of one side, wrapped: its sign, then its words, those that differ in colour."""
    width, cut = layout.columns - indent - 2, layout.signs.cut
    text = printable(line.text)
    left = _cut_before(text, line.core[0] - width)
    right = len(text) - _cut_before(text[::-1], len(text) - line.core[1] - width)
    shown = (cut if left else "") + text[left:right] + (cut if right < len(text) else "")
    shift = len(cut) * bool(left) - left
    marks = [(max(0, a + shift), b + shift) for a, b in line.marks]
    place, lead = 0, layout.paint(sign, code)
    for row in _cut_rows(shown, width):
        painted = _painted(row, place, marks, code, layout)
        yield " " * indent + (f"{lead} {painted}".rstrip())
        place += len(row)
        lead = " "


def _cut_before(text: str, place: int) -> int:
    """Where to begin a text of which what stands before a place is not needed: at a word."""
    if place <= 0:
        return 0
    space = text.find(" ", place)
    return space + 1 if 0 <= space < place + 20 else place


def _cut_rows(text: str, width: int) -> Iterator[str]:
    """The text cut into rows, at spaces where it can be; put together they are the text."""
    row, used = "", 0
    for word in _WORD.findall(text) or [""]:
        size = sum(cell_widths(word))
        if used + size > width and row.strip() and not word.isspace():
            yield row
            row, used = "", 0
        for character, cells in zip(word, cell_widths(word), strict=True):
            if used + cells > width and not word.isspace():
                yield row
                row, used = "", 0
            row += character
            used += cells
    yield row


def _painted(row: str, place: int, marks: Sequence[Mark], code: Ink, layout: Layout) -> str:
    """A row that begins at a place of its line, with its share of the marks in colour."""
    end = len(row.rstrip())
    inside = [(max(0, a - place), min(end, b - place)) for a, b in marks]
    inside = [(a, b) for a, b in inside if a < b]
    edges = [0, *(edge for mark in inside for edge in mark), end]
    return "".join(
        layout.paint(row[a:b], code) if n % 2 else row[a:b]
        for n, (a, b) in enumerate(pairwise(edges))
    )
