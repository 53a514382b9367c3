"""A source read as a template: which stretches are text, which are holes, which are logic."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field, replace

from tonecheck.branches import Branch, Branching
from tonecheck.message import (
    PLACEHOLDER_CHARACTER,
    Placeholder,
    Segment,
    Zone,
    text_segments,
)

HOLE_MASK = "\uf8ff"
SILENT_MASK = "\uf8fe"

_LEADING_LOGIC = re.compile(rf"(?:\s*+{SILENT_MASK})*+")


@dataclass(frozen=True, slots=True)
class Strip:
    """A stretch of source, ``start:end``, of one kind: text, a hole, or nothing to see.

    ``literal`` is what is shown instead of the source characters; ``is_title`` tells a title
    from a subject.
    """

    start: int
    end: int
    shown: bool = True
    placeholder: Placeholder | None = None
    literal: str | None = None
    branch: Branch | None = None
    zone: Zone = Zone.BODY
    is_title: bool = False


@dataclass(frozen=True)
class Template:
    """A source in strips that cover it without gap or overlap.

    Raises:
        ValueError: they do not.

    ``engine`` tells whether logic or holes of a template engine were found.
    """

    source: str
    strips: tuple[Strip, ...]
    branching: Branching = field(default_factory=Branching)
    engine: bool = False
    _starts: tuple[int, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        reached = 0
        for strip in self.strips:
            if strip.start != reached or strip.end < strip.start:
                raise ValueError(f"{strip!r} does not begin where the strip before it ends")
            reached = strip.end
        if reached != len(self.source):
            raise ValueError(f"the strips end at {reached}, the source at {len(self.source)}")
        object.__setattr__(self, "_starts", tuple(strip.start for strip in self.strips))

    @property
    def placeholders(self) -> tuple[Placeholder, ...]:
        """The holes, in order."""
        return tuple(strip.placeholder for strip in self.strips if strip.placeholder)

    @property
    def masked(self) -> str:
        """The source with one private character for each character that is no text."""
        if len(self.strips) == 1 and self.strips[0].shown and not self.strips[0].placeholder:
            return self.source
        return "".join(self.mask(strip) for strip in self.strips)

    @property
    def subject(self) -> tuple[Strip, ...]:
        """The strips that a template itself calls the subject, else those it calls the title."""
        named = [s for s in self.strips if s.zone is Zone.SUBJECT and s.shown]
        return tuple([s for s in named if not s.is_title] or named)

    def placeholders_within(self, start: int, end: int) -> list[Placeholder]:
        """The holes that lie within a stretch of source, in order, none within another."""
        found: list[Placeholder] = []
        for index in range(bisect_left(self._starts, start), bisect_right(self._starts, end)):
            hole = self.strips[index].placeholder
            if hole and hole.end <= end and (not found or hole.start >= found[-1].end):
                found.append(hole)
        return found

    def first_shown(self, start: int) -> int:
        """The offset of the first character from ``start`` on that is not out of sight.

        Offsets of logic and of white space before it are passed over, of other white space not.
        """
        masked = _LEADING_LOGIC.match(self.masked, start)
        return masked.end() if masked else start

    def branch_at(self, offset: int) -> Branch | None:
        """The arm that the source character at an offset stands in."""
        index = bisect_right(self._starts, offset) - 1
        return self.strips[index].branch if index >= 0 else None

    def segments(self, start: int, end: int, zone: Zone = Zone.BODY) -> list[Segment]:
        """What is to be seen of the source characters ``start:end``, in order."""
        found: list[Segment] = []
        for index in range(max(0, bisect_right(self._starts, start) - 1), len(self.strips)):
            strip = self.strips[index]
            if strip.start >= end and not (strip.start == strip.end == end):
                break
            first, last = max(start, strip.start), min(end, strip.end)
            if not strip.shown or strip.zone is Zone.SUBJECT is not zone or first > last:
                continue
            found.extend(self._shown(strip, first, last, zone))
        return found

    def _shown(self, strip: Strip, first: int, last: int, zone: Zone) -> list[Segment]:
        if strip.placeholder:
            whole = (first, last) == (strip.start, strip.end)
            text = PLACEHOLDER_CHARACTER if whole else ""
            hole = strip.placeholder if whole else None
            return [Segment(text, first, last, zone, hole, strip.branch)] if whole else []
        if strip.literal is not None:
            return [Segment(strip.literal, first, last, zone, branch=strip.branch)]
        segments = text_segments(self.source, first, last, zone=zone)
        if strip.branch is None:
            return segments
        return [replace(segment, branch=strip.branch) for segment in segments]

    def mask(self, strip: Strip) -> str:
        """The characters of a strip, private ones where they are no text."""
        if strip.placeholder or strip.literal is not None:
            return HOLE_MASK * (strip.end - strip.start)
        if strip.shown and strip.zone is not Zone.SUBJECT:
            return self.source[strip.start : strip.end]
        return SILENT_MASK * (strip.end - strip.start)
