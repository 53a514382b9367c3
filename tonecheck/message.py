"""A message: what the client will read, and the way back to the source.

The visible text of a message is the concatenation of its segments. Each segment knows the
stretch of source that it came from, so a position in the visible text is mapped back, never
searched for again.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise

from tonecheck.types import Declared, FactType

PLACEHOLDER_CHARACTER = "\ue000"
"""What stands for a placeholder in the visible text: one character of a private-use area."""


class Zone(StrEnum):
    """Where in the message a segment is read."""

    SUBJECT = "subject"
    BODY = "body"


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A hole that will be filled before the message is sent.

    ``text`` is the placeholder as written, ``name`` what is inside its delimiters, ``fact``
    what it stands for, ``engine`` whether only a template engine could fill it (``{{ x }}``)
    as opposed to a person (``[Client Name]``).
    """

    text: str
    name: str
    fact: FactType
    start: int
    end: int
    engine: bool


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of visible text and the source characters ``start:end`` that it came from.

    A segment is *verbatim* when its text is those very characters; any other segment (a
    placeholder, an entity, a line end written as CR LF, a gap between two parts) maps to
    its source as a whole.
    """

    text: str
    start: int
    end: int
    zone: Zone = Zone.BODY
    placeholder: Placeholder | None = None
    branch: str | None = None


@dataclass(frozen=True)
class Message:
    """One reminder, with the way from its visible text back to the source.

    Raises:
        ValueError: a segment lies outside the source, or begins before its predecessor ends.
    """

    source: str
    segments: tuple[Segment, ...]
    declared: Declared = field(default_factory=Declared)
    name: str | None = None
    text: str = field(init=False)
    _starts: tuple[int, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        starts = []
        position = reached = 0
        for segment in self.segments:
            if not 0 <= segment.start <= segment.end <= len(self.source):
                raise ValueError(f"segment {segment!r} lies outside a source of {len(self.source)}")
            if segment.start < reached:
                raise ValueError(f"segment {segment!r} begins before its predecessor ends")
            if segment.placeholder and segment.text != PLACEHOLDER_CHARACTER:
                raise ValueError(f"placeholder segment {segment!r} is not one character")
            starts.append(position)
            position += len(segment.text)
            reached = segment.end
        object.__setattr__(self, "text", "".join(s.text for s in self.segments))
        object.__setattr__(self, "_starts", tuple(starts))

    def segment_at(self, offset: int) -> Segment | None:
        """The segment that shows the visible character at ``offset``; None past the end."""
        if not 0 <= offset < len(self.text):
            return None
        return self.segments[bisect_right(self._starts, offset) - 1]

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """The source characters behind the visible characters ``start:end``.

        A segment that is not verbatim is taken whole. An empty span maps to a point.
        """
        if start >= end:
            point = self._source_point(start)
            return point, point
        first = bisect_right(self._starts, start) - 1
        last = bisect_right(self._starts, end - 1) - 1
        begin, finish = self.segments[first], self.segments[last]
        source_start, source_end = begin.start, finish.end
        if self._is_verbatim(begin):
            source_start += start - self._starts[first]
        if self._is_verbatim(finish):
            source_end = finish.start + end - self._starts[last]
        return source_start, max(source_start, source_end)

    def spans_only_text(self, start: int, end: int) -> bool:
        """Whether every visible character of ``start:end`` is verbatim and contiguous source.

        Only such a stretch may be replaced by an edit.
        """
        if start >= end:
            return True
        first = bisect_right(self._starts, start) - 1
        last = bisect_right(self._starts, end - 1) - 1
        run = self.segments[first : last + 1]
        return all(self._is_verbatim(s) or s.text == "\n" for s in run) and all(
            a.end == b.start for a, b in pairwise(run)
        )

    def zone_spans(self, zone: Zone) -> list[tuple[int, int]]:
        """The visible stretches that belong to a zone, in order."""
        spans: list[tuple[int, int]] = []
        for segment, start in zip(self.segments, self._starts, strict=True):
            if segment.zone is not zone or not segment.text:
                continue
            end = start + len(segment.text)
            if spans and spans[-1][1] == start:
                spans[-1] = (spans[-1][0], end)
            else:
                spans.append((start, end))
        return spans

    @property
    def placeholders(self) -> tuple[tuple[int, Placeholder], ...]:
        """Each placeholder with its offset in the visible text."""
        return tuple(
            (start, segment.placeholder)
            for segment, start in zip(self.segments, self._starts, strict=True)
            if segment.placeholder
        )

    def _source_point(self, offset: int) -> int:
        if not self.segments:
            return 0
        if offset >= len(self.text):
            return self.segments[-1].end
        index = bisect_right(self._starts, offset) - 1
        segment = self.segments[index]
        if self._is_verbatim(segment):
            return segment.start + offset - self._starts[index]
        return segment.start

    def _is_verbatim(self, segment: Segment) -> bool:
        return (
            segment.placeholder is None
            and len(segment.text) == segment.end - segment.start
            and segment.text != ""
        )


def text_segments(
    source: str,
    start: int,
    end: int,
    placeholders: Iterable[Placeholder] = (),
    zone: Zone = Zone.BODY,
) -> list[Segment]:
    """Segments for plain source text: line ends become ``\\n``, placeholders one character.

    Args:
        source: the decoded file.
        start, end: the stretch of source that is visible.
        placeholders: those of the whole source, in order; ones outside the stretch are skipped.
    """
    segments: list[Segment] = []

    def add_text(first: int, last: int) -> None:
        position = first
        while position < last:
            cr = source.find("\r", position, last)
            if cr < 0:
                segments.append(Segment(source[position:last], position, last, zone))
                return
            if cr > position:
                segments.append(Segment(source[position:cr], position, cr, zone))
            width = 2 if source[cr + 1 : cr + 2] == "\n" and cr + 1 < last else 1
            segments.append(Segment("\n", cr, cr + width, zone))
            position = cr + width

    position = start
    for placeholder in placeholders:
        if placeholder.start < position or placeholder.end > end:
            continue
        add_text(position, placeholder.start)
        segments.append(
            Segment(PLACEHOLDER_CHARACTER, placeholder.start, placeholder.end, zone, placeholder)
        )
        position = placeholder.end
    add_text(position, end)
    return segments
