"""A source read as a template: which stretches are text, which are holes, which are logic."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from tonecheck.branches import Branch, Branching, Choice
from tonecheck.message import (
    PLACEHOLDER_CHARACTER,
    Placeholder,
    Segment,
    Zone,
    text_segments,
)
from tonecheck.templates.marks import BLANKS, LINE, LINE_END, Block, Mark, Role

HOLE_MASK = "\uf8ff"
SILENT_MASK = "\uf8fe"

MAX_DEPTH = 40
"""Blocks nested deeper than this are read as if they were not there."""

MAX_SAID = 20
"""Conditions that are named where none of them holds."""

_LEADING_LOGIC = re.compile(rf"(?:\s*+{SILENT_MASK})*+")
_EATEN = {
    1: re.compile(r"\s*"),
    LINE: re.compile(r"[ \t]*+\r?\n|"),
    LINE_END: re.compile(r"\r?\n|"),
    BLANKS: re.compile(r"[ \t]*"),
}
"""White space behind a mark that goes with it."""


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
        return "".join(self._mask(strip) for strip in self.strips)

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

    def _mask(self, strip: Strip) -> str:
        if strip.placeholder or strip.literal is not None:
            return HOLE_MASK * (strip.end - strip.start)
        if strip.shown and strip.zone is not Zone.SUBJECT:
            return self.source[strip.start : strip.end]
        return SILENT_MASK * (strip.end - strip.start)


def build(source: str, marks: Iterable[Mark], *, engine: bool) -> Template:
    """The template that marks make of a source.

    Args:
        marks: in order, none overlapping another. A block that is not closed ends with the
            source, and a closing mark that closes nothing is silent.
    """
    builder = _Builder(source)
    for mark in marks:
        builder.add(mark)
    return builder.finish(engine)


@dataclass(slots=True)
class _Frame:
    """A block that is open."""

    word: str
    block: Block
    outer: Branch | None
    outer_hidden: bool
    outer_zone: Zone
    choice: int | None = None
    matter: str = ""


@dataclass(slots=True)
class _Arms:
    """A choice while its arms are being met."""

    parent: Branch | None
    block: Block
    conditions: list[str | None] = field(default_factory=list)


class _Builder:
    """One pass over the marks of a source."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._strips: list[Strip] = []
        self._position = 0
        self._frames: list[_Frame] = []
        self._too_deep = 0
        self._choices: list[_Arms] = []
        self._branch: Branch | None = None
        self._hidden = False
        self._zone = Zone.BODY
        self._is_title = False
        self._eat_space = 0

    def add(self, mark: Mark) -> None:
        self._text(mark.start, trim_end=mark.trims[0])
        role = mark.role
        if role is Role.ARM:
            self._next_arm(mark)
        elif role is Role.CLOSE:
            self._close(mark)
        shown = not self._hidden and role in (Role.HOLE, Role.LITERAL)
        if mark.end > mark.start or shown:
            self._strips.append(
                Strip(
                    mark.start,
                    mark.end,
                    shown,
                    mark.placeholder if shown else None,
                    mark.text if role is Role.LITERAL else None,
                    self._branch,
                    self._zone,
                    self._is_title,
                )
            )
        if role is Role.OPEN:
            self._open(mark)
        self._position = mark.end
        self._eat_space = mark.trims[1]

    def finish(self, engine: bool) -> Template:
        self._text(len(self._source), trim_end=0)
        strips = _without_empty_lines(self._source, self._strips)
        return Template(self._source, tuple(strips), Branching(self._finished()), engine)

    def _text(self, end: int, trim_end: int) -> None:
        start = self._position
        eaten = _EATEN.get(self._eat_space)
        if eaten and (space := eaten.match(self._source, start, end)):
            self._silent(start, space.end())
            start = space.end()
        stop = end
        if trim_end:
            blank = " \t" if trim_end in (LINE, BLANKS) else None
            stop = start + len(self._source[start:end].rstrip(blank))
        if stop > start:
            shown = not self._hidden
            self._strips.append(
                Strip(start, stop, shown, None, None, self._branch, self._zone, self._is_title)
            )
        self._silent(stop, end)

    def _silent(self, start: int, end: int) -> None:
        if end > start:
            self._strips.append(Strip(start, end, shown=False, branch=self._branch))

    def _open(self, mark: Mark) -> None:
        if len(self._frames) >= MAX_DEPTH:
            self._too_deep += 1
            return
        frame = _Frame(mark.word, mark.block, self._branch, self._hidden, self._zone)
        self._frames.append(frame)
        if mark.block in (Block.CHOICE, Block.SWITCH, Block.LOOP):
            frame.choice = len(self._choices)
            self._choices.append(_Arms(self._branch, mark.block))
            if mark.block is Block.SWITCH:
                frame.matter = mark.condition or ""
                self._hidden = True
            else:
                self._arm(frame, mark.condition)
        elif mark.block is Block.HIDDEN:
            self._hidden = True
        elif mark.block in (Block.SUBJECT, Block.TITLE):
            self._zone = Zone.SUBJECT
            self._is_title = mark.block is Block.TITLE

    def _next_arm(self, mark: Mark) -> None:
        if self._too_deep:
            return
        frame = next((f for f in reversed(self._frames) if f.choice is not None), None)
        if frame is None:
            return
        while self._frames[-1] is not frame:
            self._pop()
        self._hidden, self._zone = frame.outer_hidden, frame.outer_zone
        self._arm(frame, mark.condition)

    def _arm(self, frame: _Frame, condition: str | None) -> None:
        if frame.choice is None:
            return
        if condition and frame.matter:
            condition = f"{frame.matter} = {condition}"
        arms = self._choices[frame.choice].conditions
        arms.append(condition)
        self._branch = Branch(frame.choice, len(arms) - 1)

    def _close(self, mark: Mark) -> None:
        if self._too_deep:
            self._too_deep -= 1
            return
        if mark.word and not any(frame.word == mark.word for frame in self._frames):
            return
        while self._frames:
            frame = self._pop()
            if not mark.word or frame.word == mark.word:
                return

    def _pop(self) -> _Frame:
        frame = self._frames.pop()
        self._branch, self._hidden = frame.outer, frame.outer_hidden
        self._zone = frame.outer_zone
        return frame

    def _finished(self) -> list[Choice]:
        return [_choice(number, arms) for number, arms in enumerate(self._choices)]


def _choice(number: int, arms: _Arms) -> Choice:
    """The choice that some arms make; two that ask the same, or its opposite, are one decision."""
    asked = arms.conditions
    if arms.block is Block.LOOP:
        return Choice(arms.parent, f"#{number}", len(asked), tuple(range(len(asked))), _said(asked))
    first = asked[0] if asked else None
    if first is not None and (len(asked) == 1 or asked[1:] == [None]):
        matter, negated = _without_negation(first)
        values = (1, 0) if negated else (0, 1)
        return Choice(arms.parent, matter, 2, values[: len(asked)], _said(asked), _opposite(first))
    key = " | ".join(condition or "" for condition in asked)
    size = len(asked) + (None not in asked)
    return Choice(arms.parent, key, size, tuple(range(len(asked))), _said(asked), _none_of(asked))


def _said(asked: Sequence[str | None]) -> tuple[str, ...]:
    """Each arm's condition in words; the last arm's are the opposites of the others."""
    otherwise = _none_of(asked)
    return tuple(condition or otherwise for condition in asked)


def _none_of(asked: Sequence[str | None]) -> str:
    """The condition under which none of these holds; of very many, the first ones' opposites."""
    named = [condition for condition in asked if condition]
    said = [_opposite(condition) for condition in named[:MAX_SAID]]
    return " and ".join(said) + (" and …" if len(named) > MAX_SAID else "")


def _opposite(condition: str) -> str:
    matter, negated = _without_negation(condition)
    if negated:
        return matter
    return f"not {matter}" if re.fullmatch(r"[\w.$@\[\]>-]+", matter) else f"not ({matter})"


_DIFFERS = re.compile(r"([^=!<>&|]+?) *+!(==?) *+([^=!<>&|]+)(?<!\band\b)")
_NEGATION = re.compile(r"(?:not\b|!(?!=))\s*+(?=[\w.$@(])")


def _without_negation(condition: str) -> tuple[str, bool]:
    if differs := _DIFFERS.fullmatch(condition):
        return f"{differs[1]} ={differs[2]} {differs[3]}", True
    match = _NEGATION.match(condition)
    rest = condition[match.end() :].strip() if match else ""
    if not match or re.search(r"\b(?:and|or)\b|&&|\|\|", rest):
        return condition, False
    return (rest[1:-1] if re.fullmatch(r"\([^()]*\)", rest) else rest), True


_LOGIC_LINE = re.compile(rf"^[^\S\n]*+{SILENT_MASK}[{SILENT_MASK}\t ]*+(?:\r?\n|\Z)", re.MULTILINE)


def _without_empty_lines(source: str, strips: Sequence[Strip]) -> list[Strip]:
    """The strips, where a line that holds nothing but logic is out of sight with its end."""
    masked = Template(source, tuple(strips)).masked
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
