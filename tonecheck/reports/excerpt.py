"""The lines of source that a finding is about, with the finding marked under them."""

from __future__ import annotations

from collections.abc import Iterator

from tonecheck.positions import LineIndex
from tonecheck.reports.display import cell_widths, printable
from tonecheck.reports.options import TextOptions
from tonecheck.reports.style import ASCII, UNICODE, Ink, ink
from tonecheck.templates import read_template

_MOST_LINES = 3
# A cut moves to a space up to this many characters away.
_SNAP = 15
# How many times the room is looked at on each side of a stretch; more than one, since some
# characters take no room.
_NEIGHBOURHOOD = 4


def excerpt(
    lines: LineIndex, start: int, end: int, indent: int, code: Ink, options: TextOptions
) -> list[str]:
    """The source lines of ``start:end``, each followed by a line of carets under the stretch.

    Lines that do not fit are cut around the stretch; of a stretch over many lines the first
    and the last are shown.

    Args:
        indent: columns before each line.
        code: the colour of the stretch.
    """
    signs = UNICODE if options.unicode else ASCII
    margin = " " * indent
    shown = list(_stretches(lines, start, end)) or [_point(lines, start)]
    gap = [margin + signs.cut] if len(shown) > _MOST_LINES else []
    if gap:
        shown = [shown[0], shown[-1]]
    out: list[list[str]] = []
    for number, first, last in shown:
        window = _Window(lines.text(number), first, last, options.columns - indent, signs.cut)
        out.append([margin + line for line in window.render(code, options.color)])
    return [*out[0], *gap, *(line for block in out[1:] for line in block)]


def _stretches(lines: LineIndex, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """Line number and columns (0-based, end excluded) of each line that shows some of it."""
    first, _ = lines.place(start)
    last, _ = lines.place(max(start, end - 1))
    for number in range(first, last + 1):
        line_start, line_end = lines.span(number)
        text = lines.text(number)
        begin = max(start, line_start) - line_start
        finish = min(end, line_end) - line_start
        part = text[begin:finish]
        if number != first:
            begin += len(part) - len(part.lstrip())
        if part.strip() or (part and first == last):
            yield number, begin, finish


def _point(lines: LineIndex, offset: int) -> tuple[int, int, int]:
    """The line and column of a place; one inside a line end stands before it."""
    number, column = lines.place(offset)
    begin = min(column - 1, len(lines.text(number)))
    return number, begin, begin


class _Window:
    """As much of a line as fits, with the stretch ``first:last`` in it."""

    def __init__(self, text: str, first: int, last: int, room: int, cut: str) -> None:
        # Of a line without end only the neighbourhood is looked at.
        begin = max(0, first - _NEIGHBOURHOOD * room)
        finish = min(last, first + _NEIGHBOURHOOD * room) + _NEIGHBOURHOOD * room
        self.text = printable(text[begin:finish])
        self.first, self.last = first - begin, min(last, finish) - begin
        self.widths = cell_widths(self.text)
        self.left, self.right = 0, len(self.text)
        self.cut = cut
        self.cut_before, self.cut_after = begin > 0, finish < len(text)
        if self.cut_before or self.cut_after or sum(self.widths) > room:
            self._narrow(room - 2 * len(cut))

    def _narrow(self, room: int) -> None:
        widths, first, last = self.widths, self.first, self.last
        before, after = sum(widths[:first]), sum(widths[last:])
        spare = max(0, room - sum(widths[first:last]))
        keep_before = min(before, max(spare // 2, spare - after))
        keep_after = min(after, spare - keep_before)
        while before > keep_before:
            before -= widths[self.left]
            self.left += 1
        used = sum(widths[self.left : last])
        self.right = last
        while self.right < len(widths) and widths[self.right] <= keep_after:
            keep_after -= widths[self.right]
            self.right += 1
        while self.right > first and used > room:
            self.right -= 1
            used -= widths[self.right]
        self._mind_words()
        self._mind_placeholders()
        while self.right > max(self.last, first + 1) and self.text[self.right - 1] == " ":
            self.right -= 1
        while self.left < first and widths[self.left] == 0:
            self.left += 1
        while first < self.right < len(widths) and widths[self.right] == 0:
            self.right -= 1

    def _mind_placeholders(self) -> None:
        """A placeholder outside the stretch is shown whole or not at all."""
        for hole in read_template(self.text).placeholders:
            if hole.start < self.left < hole.end <= self.first:
                self.left = hole.end
            if self.last <= hole.start < self.right < hole.end:
                self.right = hole.start

    def _mind_words(self) -> None:
        """Cut at a space where one is near."""
        if self.left:
            space = self.text.find(" ", self.left, min(self.left + _SNAP, self.first))
            if space >= 0:
                self.left = space + 1
        if self.right < len(self.text):
            nearest = self.last if self.right >= self.last else self.first + 1
            space = self.text.rfind(" ", max(self.right - _SNAP, nearest), self.right + 1)
            if space >= 0:
                self.right = space

    def render(self, code: Ink, color: bool) -> list[str]:
        """The line and the carets below it."""
        before = self.text[self.left : self.first]
        marked = self.text[self.first : min(self.last, self.right)]
        after = self.text[max(self.last, self.first) : self.right]
        head = self.cut if self.left or self.cut_before else ""
        tail = self.cut if self.right < len(self.text) or self.cut_after else ""
        line = f"{head}{before}{ink(marked, code, color)}{after}{tail}"
        blank = " " * len(head) + self._under(self.left, self.first, " ")
        carets = self._under(self.first, min(self.last, self.right), "^") or "^"
        return [line, blank + ink(carets, code, color)]

    def _under(self, start: int, end: int, sign: str) -> str:
        """What stands below some characters: tabs below tabs, so that both lines agree."""
        return "".join(
            "\t" if self.text[i] == "\t" else sign * self.widths[i] for i in range(start, end)
        )
