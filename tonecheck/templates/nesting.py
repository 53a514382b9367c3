"""The blocks that code with braces has open."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import Enum, auto

from tonecheck.templates.marks import Block

_LEFT = (Block.LOOP, Block.SWITCH)


class Ending(Enum):
    """What ends a block: a brace, ``endif``, its only statement; or its ``else`` decides."""

    BRACE = auto()
    COLON = auto()
    STATEMENT = auto()
    ELSE = auto()


@dataclass(frozen=True, slots=True)
class Open:
    """A block that is open."""

    ending: Ending
    block: Block


class Nesting:
    """Open blocks, the innermost last."""

    def __init__(self) -> None:
        self._open: list[Open] = []
        self._endings: Counter[Ending] = Counter()
        self._left_by: list[Block] = []

    def __bool__(self) -> bool:
        return bool(self._open)

    @property
    def last(self) -> Open:
        """The innermost block; there must be one."""
        return self._open[-1]

    def holds(self, ending: Ending) -> bool:
        """Whether a block that ends so is open."""
        return self._endings[ending] > 0

    def leaves(self, block: Block) -> bool:
        """Whether the innermost block that can be left is of this kind."""
        return bool(self._left_by) and self._left_by[-1] is block

    def push(self, block: Open) -> None:
        """Open a block."""
        self._open.append(block)
        self._endings[block.ending] += 1
        if block.block in _LEFT:
            self._left_by.append(block.block)

    def pop(self) -> Open:
        """Close the innermost block; there must be one."""
        block = self._open.pop()
        self._endings[block.ending] -= 1
        if block.block in _LEFT:
            self._left_by.pop()
        return block
