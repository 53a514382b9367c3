"""Templates in the making: what marks make of the text around them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from tonecheck.branches import Branch, Branching, Choice
from tonecheck.message import Zone
from tonecheck.templates.blank_lines import without_empty_lines
from tonecheck.templates.conditions import Arms, choice, opposite
from tonecheck.templates.marks import BLANKS, LINE, LINE_END, Block, Mark, Role
from tonecheck.templates.template import Strip, Template

MAX_DEPTH = 40
"""Blocks nested deeper than this are read as if they were not there."""

_EATEN = {
    1: re.compile(r"\s*"),
    LINE: re.compile(r"[ \t]*+\r?\n|"),
    LINE_END: re.compile(r"\r?\n|"),
    BLANKS: re.compile(r"[ \t]*"),
}
"""White space behind a mark that goes with it."""


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
    """A block that is open.

    ``left`` are the arms that leave the round of a loop; an ``implied`` block has no
    marks, and ends with the one around it.
    """

    word: str
    block: Block
    outer: Branch | None
    outer_hidden: bool
    outer_zone: Zone
    choice: int | None = None
    matter: str = ""
    left: set[int] = field(default_factory=set)
    implied: bool = False


class _Builder:
    """One pass over the marks of a source."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._strips: list[Strip] = []
        self._position = 0
        self._frames: list[_Frame] = []
        self._too_deep = 0
        self._choices: list[Arms] = []
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
        elif role is Role.LEAVE and not self._too_deep:
            self._leave()
        self._position = mark.end
        self._eat_space = mark.trims[1]

    def finish(self, engine: bool) -> Template:
        self._text(len(self._source), trim_end=0)
        strips = without_empty_lines(self._source, self._strips)
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
            self._choices.append(Arms(self._branch, mark.block))
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
        arms = (f for f in reversed(self._frames) if f.choice is not None and not f.implied)
        frame = next(arms, None)
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
            if not frame.implied and (not mark.word or frame.word == mark.word):
                self._go_on_without(frame)
                return

    def _pop(self) -> _Frame:
        frame = self._frames.pop()
        self._branch, self._hidden = frame.outer, frame.outer_hidden
        self._zone = frame.outer_zone
        return frame

    def _leave(self) -> None:
        """Nothing more of this arm is shown, nor of what follows it in the round of the loop."""
        if not any(frame.block is Block.LOOP for frame in self._frames):
            return
        self._hidden = True
        for frame in reversed(self._frames):
            if frame.choice is not None:
                frame.left.add(len(self._choices[frame.choice].conditions) - 1)
                return
            frame.outer_hidden = True

    def _go_on_without(self, frame: _Frame) -> None:
        """The rest of a round that some leave is for those who do not."""
        if frame.choice is None or frame.block is not Block.CHOICE or not frame.left:
            return
        asked = self._choices[frame.choice].conditions
        if None in asked and len(frame.left) == len(asked):
            self._leave()
        elif asked[0] and asked[1:] in ([], [None]) and len(self._frames) < MAX_DEPTH:
            at = self._position
            condition = opposite(asked[0]) if 0 in frame.left else asked[0]
            self._open(Mark(Role.OPEN, at, at, block=Block.CHOICE, condition=condition))
            self._frames[-1].implied = True

    def _finished(self) -> list[Choice]:
        return [choice(number, arms) for number, arms in enumerate(self._choices)]
