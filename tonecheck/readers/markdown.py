"""Markdown: what the client sees of it, with the way back to the source.

A subset of CommonMark, in one pass over the lines and one over the characters. Out of sight
are the marks of headings, lists, emphasis and strike-through, backslashes of escapes,
targets of links and images, reference definitions, rules, fenced code, the marks of inline code and
HTML comments; entities are decoded. The lines of a paragraph are joined by a space, as the
client sees them; every other line ends where it ends. Quoted lines keep their ``>``, since
that is how later steps know the client's words. Indented text is text, not code: people
indent paragraphs. Tables and inline HTML are left as they are written.
"""

from __future__ import annotations

from collections.abc import Sequence

from tonecheck.message import Message, Placeholder, Segment, text_segments
from tonecheck.placeholders import placeholders_within
from tonecheck.readers.markdown_blocks import Change, find_blocks
from tonecheck.readers.markdown_inline import find_inline_changes
from tonecheck.readers.opening import assemble, read_opening


def read_markdown(source: str) -> Message:
    """The message in a Markdown file.

    Raises:
        ReadError: it is empty, or its front matter is wrong.
    """
    opening = read_opening(source, headers=False)
    body = _segments(source, opening.body_start, opening.placeholders)
    return assemble(source, opening, body)


def _segments(source: str, start: int, placeholders: Sequence[Placeholder]) -> list[Segment]:
    blocks = find_blocks(source, start)
    changes: list[Change] = list(blocks.changes)
    for first, last in blocks.prose:
        inside = placeholders_within(placeholders, first, last)
        changes.extend(find_inline_changes(source, first, last, inside))
    segments: list[Segment] = []
    position = start
    for change in sorted(changes, key=lambda c: (c.start, -c.end)):
        if change.start < position:
            continue
        inside = placeholders_within(placeholders, position, change.start)
        segments.extend(text_segments(source, position, change.start, inside))
        if change.text:
            segments.append(Segment(change.text, change.start, change.end))
        position = change.end
    inside = placeholders_within(placeholders, position, len(source))
    segments.extend(text_segments(source, position, len(source), inside))
    return segments
