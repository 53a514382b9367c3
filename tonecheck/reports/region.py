"""Where in a file a report for other programs points."""

from __future__ import annotations

from dataclasses import dataclass

from tonecheck.positions import LineIndex


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of a source; lines and columns are 1-based, columns in code points.

    ``end`` and ``end_column`` lie behind the last character. A place has no length.
    """

    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int


def exact_region(lines: LineIndex, start: int, end: int) -> Region:
    """The region of two offsets as they are."""
    return Region(start, end, *lines.place(start), *lines.place(end))


def shown_region(lines: LineIndex, start: int, end: int) -> Region:
    """The region of two offsets on lines that every viewer has.

    It neither ends in a line end nor begins inside of one, and what would stand after the last
    line end stands before it: other programs do not know a line without anything on it.
    """
    first = _shown(lines, start)
    last = _shown(lines, end)
    while last > first and lines.place(last)[1] == 1:
        last = lines.span(lines.place(last)[0] - 1)[1]
    return exact_region(lines, first, max(first, last))


def _shown(lines: LineIndex, offset: int) -> int:
    number, _ = lines.place(offset)
    line_start, line_end = lines.span(number)
    if number == len(lines) > 1 and line_start == line_end:
        return lines.span(number - 1)[1]
    return min(max(offset, line_start), line_end)
