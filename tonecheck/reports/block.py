"""Lines of a text report: indented paragraphs, headings with a quiet right edge, colour."""

from __future__ import annotations

from dataclasses import dataclass

from tonecheck.reports.display import plain, printable, width_of, wrap
from tonecheck.reports.options import TextOptions
from tonecheck.reports.style import ASCII, UNICODE, Ink, Signs, ink


@dataclass(frozen=True, slots=True)
class Layout:
    """Lays out text for a stream of some width, with or without colour and Unicode."""

    options: TextOptions

    @property
    def signs(self) -> Signs:
        """The signs that the stream can show."""
        return UNICODE if self.options.unicode else ASCII

    @property
    def columns(self) -> int:
        """The columns of a line."""
        return self.options.columns

    def paint(self, text: str, code: Ink) -> str:
        """The text in a colour, where colours are wanted."""
        return ink(text, code, self.options.color)

    def own(self, text: str) -> str:
        """A sentence of ours on one line, with typographic signs only where they can be shown."""
        line = printable(" ".join(text.split()))
        return line if self.options.unicode else plain(line)

    def paragraph(self, text: str, indent: int, sign: str = "") -> list[str]:
        """A text wrapped under itself, after an indent and a sign (which may be coloured)."""
        margin = " " * (indent + width_of(sign))
        pieces = wrap(self.own(text), self.columns - len(margin))
        return [" " * indent + sign + pieces[0], *(margin + piece for piece in pieces[1:])]

    def heading(self, label: str, title: str, aside: str, indent: int) -> list[str]:
        """A label and a title, with an aside at the right edge or on a line below."""
        lines = self.paragraph(title, indent, f"{label}  ")
        room = self.columns - width_of(lines[-1]) - width_of(aside)
        if room >= 2:
            return [*lines[:-1], lines[-1] + " " * room + self.paint(aside, Ink.QUIET)]
        below = wrap(aside, self.columns - indent - 2)
        margin = " " * (indent + 2)
        return [*lines, *(margin + self.paint(piece, Ink.QUIET) for piece in below)]

    def titled_rule(self, title: str) -> str:
        """A title in a line across the page."""
        edge = self.signs.rule * 2
        rest = self.signs.rule * max(0, self.columns - width_of(title) - 4)
        return " ".join(
            part
            for part in (
                self.paint(edge, Ink.QUIET),
                self.paint(title, Ink.HEADING),
                self.paint(rest, Ink.QUIET),
            )
            if part
        )
