"""Views: text decoded from a container, with the way back to the source.

A catalogue, a mail or a data file holds text in escapes of its own. Its reader decodes a string
into pieces; what is inside (placeholders, HTML, Markdown) is then read from the decoded text,
and the segments found there are led back through the pieces.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from tonecheck.message import Segment


@dataclass(frozen=True)
class View:
    """Decoded text in pieces, each with the source characters ``start:end`` that it came from.

    A piece is verbatim when its text is those very characters; any other (an escape, a line of
    base64) maps to its source as a whole. ``joins`` are source characters between two pieces that
    only go on a line, by where they begin.
    """

    pieces: tuple[Segment, ...]
    joins: Mapping[int, int] = field(default_factory=dict)
    text: str = field(init=False)
    _starts: tuple[int, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        starts = []
        position = 0
        for piece in self.pieces:
            starts.append(position)
            position += len(piece.text)
        object.__setattr__(self, "text", "".join(piece.text for piece in self.pieces))
        object.__setattr__(self, "_starts", tuple(starts))

    def through(self, segments: Iterable[Segment]) -> list[Segment]:
        """Segments with offsets in the view's text → segments with offsets in the source."""
        reached = 0
        led: list[Segment] = []
        for segment in segments:
            for part in self._led(segment):
                start = max(part.start, reached)
                reached = max(part.end, start)
                led.append(replace(part, start=start, end=reached))
        return led

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """The source characters behind ``start:end`` of the view's text."""
        first, last = self._source_of(start, closing=False), self._source_of(end, closing=True)
        return first, max(first, last)

    def _led(self, segment: Segment) -> Iterator[Segment]:
        whole = segment.placeholder or len(segment.text) != segment.end - segment.start
        if whole or not segment.text:
            start, end = self.source_span(segment.start, segment.end)
            hole = segment.placeholder
            if hole:
                hole = replace(hole, start=start, end=end)
            yield replace(segment, start=start, end=end, placeholder=hole)
            return
        position = segment.start
        while position < segment.end:
            index = bisect_right(self._starts, position) - 1
            piece, begin = self.pieces[index], self._starts[index]
            stop = min(segment.end, begin + len(piece.text))
            shown = segment.text[position - segment.start : stop - segment.start]
            start, end = piece.start, piece.end
            if len(piece.text) == piece.end - piece.start:
                start, end = piece.start + position - begin, piece.start + stop - begin
            yield replace(segment, text=shown, start=start, end=end, coded=piece.coded)
            position = stop
            if position < segment.end and (beyond := self._joined(end)) > end:
                yield replace(segment, text="", start=end, end=beyond, coded=True)

    def _joined(self, position: int) -> int:
        """Where the joins end that begin at a source offset."""
        while position in self.joins:
            position = self.joins[position]
        return position

    def _source_of(self, offset: int, *, closing: bool) -> int:
        if not self.pieces:
            return 0
        if offset >= len(self.text) and closing:
            return self.pieces[-1].end
        index = max(0, bisect_right(self._starts, offset - closing) - 1)
        piece, inside = self.pieces[index], offset - self._starts[index]
        if len(piece.text) == piece.end - piece.start:
            return piece.start + inside
        return piece.end if closing else piece.start
