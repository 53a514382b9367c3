"""Marks: what a template engine reads as its own, in the order of the source."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tonecheck.message import Placeholder

Trims = tuple[int, int]
"""White space before and behind a mark that goes with it: none (0), all (1), or as below."""

LINE = 2
"""What stands between a mark and the end or the beginning of its line, the line's end with it."""

LINE_END = 3
"""A line's end right behind a mark, and nothing else."""

BLANKS = 4
"""What stands between a mark and the end or the beginning of its line, without the line's end."""


class Role(StrEnum):
    """What a mark does to the text around it.

    ``OPEN``, ``ARM`` and ``CLOSE`` begin, continue and end a block; ``LITERAL`` shows its
    ``text``; ``SILENT`` shows nothing; ``LEAVE`` ends a round of the innermost loop.
    """

    HOLE = "hole"
    SILENT = "silent"
    LITERAL = "literal"
    OPEN = "open"
    ARM = "arm"
    CLOSE = "close"
    LEAVE = "leave"


class Block(StrEnum):
    """What becomes of the text between the marks of a block.

    Of a ``CHOICE`` one arm is shown, or none; of a ``SWITCH`` too, and nothing before its first
    arm; of a ``LOOP`` the body again and again, else its second arm; a ``PLAIN`` block as it
    stands; a ``SUBJECT`` as the message's subject, a ``TITLE`` too where no block is called so; a
    ``HIDDEN`` block never; a ``KEPT`` one, whose name is the mark's ``text``, where it is called.
    """

    CHOICE = "choice"
    SWITCH = "switch"
    LOOP = "loop"
    PLAIN = "plain"
    SUBJECT = "subject"
    TITLE = "title"
    HIDDEN = "hidden"
    KEPT = "kept"


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark, the source characters ``start:end``; of no width where a block begins or ends
    inside an expression.

    ``word`` is what must match between the marks of a block ("if", "each"); a closing mark
    without one closes the innermost block. ``condition`` is that of an arm, None for the arm
    that is shown else; of a switch it is what is asked.
    """

    role: Role
    start: int
    end: int
    word: str = ""
    condition: str | None = None
    block: Block = Block.PLAIN
    placeholder: Placeholder | None = None
    text: str = ""
    trims: Trims = (0, 0)


def silent(start: int, end: int, trims: Trims = (0, 0)) -> Mark:
    """A mark that shows nothing."""
    return Mark(Role.SILENT, start, end, trims=trims)
