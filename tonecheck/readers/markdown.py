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

from tonecheck.message import Message, Segment
from tonecheck.readers.markdown_blocks import Change, find_blocks
from tonecheck.readers.markdown_inline import find_inline_changes
from tonecheck.readers.opening import assemble, read_opening
from tonecheck.templates import Template


def read_markdown(source: str, suffix: str = "") -> Message:
    """The message in a Markdown file.

    Raises:
        ReadError: it is empty, or its front matter is wrong.
    """
    opening = read_opening(source, suffix, headers=False)
    return assemble(opening, markdown_segments(opening.template, opening.body_start, len(source)))


def markdown_segments(template: Template, start: int, end: int) -> list[Segment]:
    """What the client sees of the Markdown in ``start:end`` of a template's source."""
    masked = template.masked
    blocks = find_blocks(masked[:end], start)
    changes: list[Change] = list(blocks.changes)
    for first, last in blocks.prose:
        inside = template.placeholders_within(first, last)
        changes.extend(find_inline_changes(masked, first, last, inside))
    segments: list[Segment] = []
    position = start
    for change in sorted(changes, key=lambda c: (c.start, -c.end)):
        if change.start < position:
            continue
        segments.extend(template.segments(position, change.start))
        if change.text:
            segments.append(Segment(change.text, change.start, change.end))
        position = change.end
    segments.extend(template.segments(position, end))
    return segments
