"""Whether a text that a template engine put out is one of those that a message can be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from tonecheck.branches import Branch
from tonecheck.message import Message, Segment, Zone

LONGEST_VALUE = 400
"""Characters that one hole may stand for."""

_UNSEEN = re.compile(r"[\s\u200b\u200c\u00ad\ufeff\u2007|]+")


@dataclass
class Arms:
    """What stands in the arms of one choice; ``loops`` if any of them may be shown again."""

    loops: bool
    may_be_empty: bool
    arms: dict[int, list[Segment]] = field(default_factory=dict)


Item = str | None | Arms
"""Text, a hole, or a choice."""


def agrees(message: Message, rendered: str, zone: Zone = Zone.BODY) -> bool:
    """Whether a rendered text, white space aside, is what the message says on some path.

    A hole may stand for up to :data:`LONGEST_VALUE` characters. Of a template that extends
    another one only the parts that it holds must be there, in their order.
    """
    text = _squeezed(rendered)
    segments = [segment for segment in message.segments if segment.zone is zone]
    extends = "extends" in message.source[:400]
    start = set(range(len(text) + 1)) if extends else {0}
    ends = _after(_items(message, segments, 0), message, text, start, 0, extends=extends)
    return bool(ends) if extends else len(text) in ends


def _squeezed(text: str) -> str:
    return _UNSEEN.sub("", text)


def _chain(message: Message, branch: Branch | None) -> list[Branch]:
    chain: list[Branch] = []
    while branch is not None:
        chain.insert(0, branch)
        branch = message.branching.choices[branch.choice].parent
    return chain


def _items(message: Message, segments: list[Segment], depth: int) -> Iterator[Item]:
    """The segments, those of one choice at a depth of nesting together."""
    choice: int | None = None
    pending: Arms | None = None
    for segment in segments:
        chain = _chain(message, segment.branch)
        here = chain[depth] if len(chain) > depth else None
        if pending and (here is None or here.choice != choice):
            yield pending
            pending = None
        if here is None:
            text = _squeezed(segment.text)
            if segment.placeholder:
                yield None
            elif text:
                yield text
            continue
        if pending is None:
            choice, made = here.choice, message.branching.choices[here.choice]
            pending = Arms(loops=made.key.startswith("#"), may_be_empty=True)
        pending.arms.setdefault(here.arm, []).append(segment)
        pending.may_be_empty = len(pending.arms) < message.branching.choices[here.choice].size
    if pending:
        yield pending


def _after(
    items: Iterator[Item],
    message: Message,
    text: str,
    starts: set[int],
    depth: int,
    *,
    extends: bool = False,
) -> set[int]:
    """Where in the text one can be after the items, having begun at one of ``starts``."""
    for item in items:
        if extends and starts:
            starts = set(range(min(starts), len(text) + 1))
        if item is None:
            starts = {
                end
                for start in starts
                for end in range(start, min(len(text), start + LONGEST_VALUE) + 1)
            }
        elif isinstance(item, str):
            starts = {start + len(item) for start in starts if text.startswith(item, start)}
        else:
            starts = _after_choice(item, message, text, starts, depth)
    return starts


def _after_choice(
    item: Arms, message: Message, text: str, starts: set[int], depth: int
) -> set[int]:
    def once(begin: set[int]) -> set[int]:
        return {
            end
            for arm in item.arms.values()
            for end in _after(_items(message, arm, depth + 1), message, text, begin, depth + 1)
        }

    if not item.loops:
        return once(starts) | (starts if item.may_be_empty else set())
    reached, front = set(starts), set(starts)
    while front:
        front = once(front) - reached
        reached |= front
    return reached
