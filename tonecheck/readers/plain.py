"""Plain text: everything below the front matter and the header lines is visible."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from tonecheck.message import Message, Segment
from tonecheck.readers.opening import assemble, read_opening


def read_text(source: str, suffix: str = "") -> Message:
    """The message in a text file; quoted lines keep their ``>``.

    Raises:
        ReadError: it is empty, or its front matter is wrong.
    """
    opening = read_opening(source, suffix, headers=True)
    segments: Iterable[Segment] = opening.template.segments(opening.body_start, len(source))
    if suffix.lower().endswith(".docx"):
        segments = _with_firm_ends(segments)
    return assemble(opening, segments)


def _with_firm_ends(segments: Iterable[Segment]) -> Iterator[Segment]:
    """Segments in which no edit can span the end of a line: in Word it is that of a paragraph."""
    for segment in segments:
        if segment.placeholder or len(segment.text) != segment.end - segment.start:
            yield segment
            continue
        position = segment.start
        for line in segment.text.splitlines(keepends=True):
            words = line.rstrip("\n")
            if words:
                yield replace(segment, text=words, start=position, end=position + len(words))
            position += len(words)
            if len(words) < len(line):
                yield replace(segment, text=line[len(words) :], start=position, end=position)
            position += len(line) - len(words)
