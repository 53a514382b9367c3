"""A message: what the client will read, and the way back to the source.

The visible text of a message is the concatenation of its segments. Each segment knows the
stretch of source that it came from, so a position in the visible text is mapped back, never
searched for again.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import pairwise

from tonecheck.branches import Branch, Branching, Decisions
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
    as opposed to a person (``[Client Name]``). ``others`` are further facts in what fills it,
    a table of invoices for instance.
    """

    text: str
    name: str
    fact: FactType
    start: int
    end: int
    engine: bool
    others: tuple[FactType, ...] = ()


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of visible text and the source characters ``start:end`` that it came from.

    A segment is *verbatim* when its text is those very characters; any other segment (a
    placeholder, an entity, a line end written as CR LF, a gap between two parts) maps to
    its source as a whole. ``branch`` is the arm of a template's choice that shows it. What is
    ``coded`` stands for one character, or joins two lines and shows nothing; an edit may replace
    it as a whole.
    """

    text: str
    start: int
    end: int
    zone: Zone = Zone.BODY
    placeholder: Placeholder | None = None
    branch: Branch | None = None
    coded: bool = False


@dataclass(frozen=True, slots=True)
class Target:
    """What a link leads to: the source characters ``start:end``, in an arm or always there."""

    start: int
    end: int
    branch: Branch | None = None


@dataclass(frozen=True)
class Message:
    """One reminder, with the way from its visible text back to the source.

    ``branching`` holds the choices of a template, ``engine`` whether only a template engine
    could make a text of it. ``targets`` are what its links lead to, where that is out of sight.
    ``name`` is the key of a text in a catalogue. ``escape`` gives what inserted text is written
    as in the source; it raises ValueError for what cannot stand there. ``seam`` stands for text
    that is taken out with a joint of two lines, lest they become one too long.

    Raises:
        ValueError: a segment lies outside the source, or begins before its predecessor ends.
    """

    source: str
    segments: tuple[Segment, ...]
    declared: Declared = field(default_factory=Declared)
    name: str | None = None
    branching: Branching = field(default_factory=Branching)
    engine: bool = False
    targets: tuple[Target, ...] = ()
    escape: Callable[[str], str] = str
    seam: str = ""
    text: str = field(init=False)
    _starts: tuple[int, ...] = field(init=False, repr=False)
    _verbatim: tuple[bool, ...] = field(init=False, repr=False)

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
        verbatim = tuple(_is_verbatim(segment, self.source) for segment in self.segments)
        object.__setattr__(self, "_verbatim", verbatim)

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
        if self._verbatim[first]:
            source_start += start - self._starts[first]
        if self._verbatim[last]:
            source_end = finish.start + end - self._starts[last]
        return source_start, max(source_start, source_end)

    def read_as(self, start: int, end: int) -> str:
        """The visible characters ``start:end``, with placeholders as they are written."""
        text = self.text[start:end]
        for offset, placeholder in reversed(self.placeholders):
            if start <= offset < end:
                text = f"{text[: offset - start]}{placeholder.text}{text[offset - start + 1 :]}"
        return text

    def visible_offset(self, position: int) -> int | None:
        """The first visible character that comes from behind a source offset; None past the end."""
        index = bisect_left(self.segments, position, key=lambda segment: segment.start)
        while index < len(self.segments) and not self.segments[index].text.strip():
            index += 1
        return self._starts[index] if index < len(self.segments) else None

    def along(self, decisions: Decisions, *, also: frozenset[Branch] = frozenset()) -> Message:
        """The message as it reads once a template's choices are decided.

        Args:
            decisions: by the key of a choice.
            also: arms to be shown whatever is decided.
        """
        shown = tuple(
            segment
            for segment in self.segments
            if segment.branch is None
            or self.branching.shows(segment.branch, decisions)
            or segment.branch in also
        )
        targets = tuple(
            target
            for target in self.targets
            if target.branch is None
            or self.branching.shows(target.branch, decisions)
            or target.branch in also
        )
        return replace(self, segments=shown, targets=targets)

    def branches_at(self, start: int, end: int) -> Sequence[Branch | None]:
        """The arms that show the source characters ``start:end``, in order, each once."""
        return list(
            dict.fromkeys(
                segment.branch
                for segment in self.segments
                if segment.start < max(end, start + 1) and segment.end > start
            )
        )

    def spans_only_text(self, start: int, end: int) -> bool:
        """Whether every visible character of ``start:end`` is verbatim and contiguous source.

        A line end may be shown as another one, or as a space, and a character may be written in
        an escape. Only such a stretch may be replaced by an edit.
        """
        if start >= end:
            return True
        first = bisect_right(self._starts, start) - 1
        last = bisect_right(self._starts, end - 1) - 1
        run = range(first, last + 1)
        return all(self._verbatim[i] or self._is_whole(self.segments[i]) for i in run) and all(
            self.segments[a].end == self.segments[b].start for a, b in pairwise(run)
        )

    def written(self, text: str, start: int, end: int) -> str:
        """What a text is written as in the place of the visible characters ``start:end``.

        Raises:
            ValueError: it cannot stand in the source.
        """
        if text or not self.seam:
            return self.escape(text)
        first, last = self.source_span(start, end)
        return self.seam if self.seam in self.source[first:last] else ""

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
        if self._verbatim[index]:
            return segment.start + offset - self._starts[index]
        return segment.start

    def _is_whole(self, segment: Segment) -> bool:
        """Whether an edit may replace a segment as a whole: a line end, an escape."""
        if segment.coded:
            return True
        is_soft = segment.text == " " and self.source[segment.start : segment.end] == "\n"
        return segment.text == "\n" or is_soft


def _is_verbatim(segment: Segment, source: str) -> bool:
    return (
        segment.placeholder is None
        and len(segment.text) == segment.end - segment.start
        and segment.text != ""
        and source.startswith(segment.text, segment.start)
    )


def text_segments(source: str, start: int, end: int, zone: Zone = Zone.BODY) -> list[Segment]:
    """Segments for the plain source text ``start:end``: line ends become ``\\n``."""
    segments: list[Segment] = []
    position = start
    while position < end:
        cr = source.find("\r", position, end)
        if cr < 0:
            segments.append(Segment(source[position:end], position, end, zone))
            break
        if cr > position:
            segments.append(Segment(source[position:cr], position, cr, zone))
        width = 2 if source[cr + 1 : cr + 2] == "\n" and cr + 1 < end else 1
        segments.append(Segment("\n", cr, cr + width, zone))
        position = cr + width
    return segments
