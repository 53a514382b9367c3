"""The lines of messages, many of which may stand in one file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tonecheck.positions import LineIndex
from tonecheck.types import MessageReport


def with_lines(messages: Iterable[MessageReport]) -> Iterator[tuple[MessageReport, LineIndex]]:
    """Each message with the lines of its source, found once for the messages of a catalogue."""
    source: str | None = None
    lines = LineIndex("")
    for message in messages:
        if message.source is not source:
            source, lines = message.source, LineIndex(message.source)
        yield message, lines
