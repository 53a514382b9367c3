"""The lines that the client sees of HTML, in the making."""

from __future__ import annotations

import html
import re
from collections.abc import Callable

from tonecheck.message import Segment, Zone, text_segments
from tonecheck.templates.template import SILENT_MASK

Show = Callable[[int, int, Zone], list[Segment]]
"""The segments of the plain source text from one offset to another."""

_COLLAPSIBLE = " \t\n\r\f"
_HARD = "\xa0\u2000-\u200a\u202f\u205f\u3000"
_INVISIBLE = "\xad\u034f\u200b-\u200f\u2060-\u2064\ufeff"
_WORD = rf"(?:[^&{_COLLAPSIBLE}{_HARD}{_INVISIBLE}{SILENT_MASK}]++|&(?![#A-Za-z]))++"
_RUN = re.compile(
    rf"""(?P<words>{_WORD}(?:[\ {_HARD}]{_WORD})*+)
    |(?P<blank>[{_COLLAPSIBLE}]++)
    |(?P<hard>[{_HARD}]++)
    |(?P<entity>&(?:\#[0-9]{{1,9}}(?![0-9])|\#[xX][0-9A-Fa-f]{{1,8}}(?![0-9A-Fa-f])
        |[A-Za-z][A-Za-z0-9]{{1,31}}+);?+)
    |(?P<ampersand>&)""",
    re.VERBOSE,
)
_ALL_HARD = re.compile(f"[{_HARD}]+")
_ALL_INVISIBLE = re.compile(f"[{_INVISIBLE}]*")


class HtmlBuilder:
    """Segments in the making: knows the blanks and the line break that visible text will need."""

    def __init__(self, masked: str, show: Show, zone: Zone) -> None:
        self.segments: list[Segment] = []
        self.lines_begun = 0
        self.quoted = 0
        self.keeping = 0
        self._masked = masked
        self._show = show
        self._zone = zone
        self._gap: list[Segment] = []
        self._break = 0
        self._break_at = 0
        self._in_fresh_cell = False

    def text(self, start: int, end: int) -> None:
        """Source characters without tags."""
        for run in _RUN.finditer(self._masked, start, end):
            first, last = run.span()
            match run.lastgroup:
                case "blank":
                    self._blank(first, last)
                case "hard":
                    self._gap.append(Segment(run[0], first, last, self._zone))
                case "entity":
                    self._entity(run[0], first, last)
                case _:
                    self._words(first, last)

    def block(self, level: int, at: int) -> None:
        """A line ends here, and with level 2 an empty line follows, unless there is one."""
        if self._in_fresh_cell:
            return
        if self._break and any(_ALL_HARD.fullmatch(blank.text) for blank in self._gap):
            level = 2
        self._gap.clear()
        if level > self._break:
            self._break_at = self._break_at if self._break else at
            self._break = level

    def line_break(self, at: int) -> None:
        """A line ends here, be it empty."""
        self.block(min(2, self._break + 1), at)

    def begin_cell(self, at: int) -> None:
        """What follows stands on the line of what precedes it, parted by a space."""
        self._gap = [Segment(" ", at, at, self._zone)]
        self._break = 0
        self._in_fresh_cell = True

    def end_cell(self) -> None:
        """From here on blocks begin lines again."""
        self._in_fresh_cell = False

    def _words(self, start: int, end: int) -> None:
        self._begin(start)
        self.segments.extend(self._show(start, end, self._zone))

    def _blank(self, start: int, end: int) -> None:
        if not self.keeping:
            self._space(start, end)
        elif self.quoted and (lines := self._masked.count("\n", start, end)):
            for _ in range(min(lines, 2)):
                self.line_break(start)
        else:
            self._gap.extend(text_segments(self._masked, start, end, self._zone))

    def _space(self, start: int, end: int) -> None:
        """One space for a run of blanks; its span is empty if it would not be verbatim."""
        if self._gap and self._gap[-1].text == " ":
            return
        if end == start + 1 and self._masked[start] != " ":
            end = start
        self._gap.append(Segment(" ", start, end, self._zone))

    def _entity(self, text: str, start: int, end: int) -> None:
        decoded = html.unescape(text)
        if decoded == text:
            self._words(start, end)
        elif not decoded.strip(_COLLAPSIBLE):
            if decoded:
                self._space(start, end)
        elif _ALL_HARD.fullmatch(decoded):
            self._gap.append(Segment(decoded, start, end, self._zone))
        elif not _ALL_INVISIBLE.fullmatch(decoded):
            self._begin(start)
            self.segments.append(Segment(decoded, start, end, self._zone))

    def _begin(self, at: int) -> None:
        """Put out what must stand before the visible text at ``at``."""
        if self._break or not self.segments:
            if self.segments:
                line_ends = "\n" * self._break
                self.segments.append(Segment(line_ends, self._break_at, self._break_at, self._zone))
            if self.quoted:
                self.segments.append(Segment("> ", at, at, self._zone))
            self.lines_begun += 1
        else:
            self.segments.extend(self._gap)
        self._gap.clear()
        self._break = 0
        self._in_fresh_cell = False
