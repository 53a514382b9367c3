"""Placeholders whose meaning somebody has told: it counts more than what their names suggest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from tonecheck.message import Message
from tonecheck.types import FactType

_DELIMITERS = "{}[]<>%$@# \t"


def told(messages: Iterable[Message], meanings: Mapping[str, FactType]) -> list[Message]:
    """Messages whose placeholders stand for what was told of them.

    Args:
        messages: the messages.
        meanings: a placeholder as it is written (``%1$s``), or its name, and its fact.
    """
    if not meanings:
        return list(messages)
    return [_told(message, meanings) for message in messages]


def _told(message: Message, meanings: Mapping[str, FactType]) -> Message:
    segments = []
    for segment in message.segments:
        hole = segment.placeholder
        if hole is not None:
            names = (hole.text, hole.name, hole.name.strip(), hole.text.strip(_DELIMITERS))
            fact = next((meanings[name] for name in names if name in meanings), None)
            if fact is not None:
                segment = replace(segment, placeholder=replace(hole, fact=fact, others=()))
        segments.append(segment)
    return replace(message, segments=tuple(segments))
