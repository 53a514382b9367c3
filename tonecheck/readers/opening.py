"""What stands before the body of a file, and how a message is put together from both."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from tonecheck.message import PLACEHOLDER_CHARACTER, Message, Placeholder, Segment, Zone
from tonecheck.message import text_segments as segments_of_text
from tonecheck.placeholders import find_placeholders, placeholders_within
from tonecheck.readers.errors import ReadError, line_of
from tonecheck.readers.headers import Headers, read_headers, skip_blank_lines
from tonecheck.types import Declared, Recipient

_REPLACEMENT_CHARACTER = "\ufffd"


@dataclass(frozen=True, slots=True)
class Opening:
    """The part of a file before its body.

    ``body_start`` is a source offset; ``placeholders`` are those of the body.
    """

    declared: Declared
    subject: tuple[Segment, ...]
    body_start: int
    placeholders: Sequence[Placeholder]


def read_opening(source: str, *, headers: bool) -> Opening:
    """Front matter, then, where ``headers`` says so, header lines.

    Raises:
        ReadError: front matter that is wrong, or nothing behind it.
    """
    if not source.strip("\ufeff \t\r\n"):
        raise ReadError("is empty")
    placeholders = find_placeholders(source)
    position = 1 if source.startswith("\ufeff") else 0
    declared = Declared()
    subject: tuple[Segment, ...] = ()
    if source.startswith("---", position):
        # YAML takes a while to import, and most drafts have none.
        from tonecheck.readers.frontmatter import read_front_matter

        if front := read_front_matter(source, position, placeholders):
            declared, subject = front.declared, front.subject
            position = skip_blank_lines(source, front.end)
    if headers and (head := read_headers(source, position)):
        if subject and head.subject:
            raise ReadError(
                "line {line}: the subject is given twice, in the front matter and in a header line",
                line=line_of(source, head.subject[0][0]),
            )
        declared = _with_headers(source, declared, head)
        subject = subject or _header_segments(source, head, placeholders)
        position = head.end
    if not source[position:].strip():
        raise ReadError("has no text below its front matter or header lines")
    inside = placeholders_within(placeholders, position, len(source))
    return Opening(declared, subject, position, inside)


def assemble(source: str, opening: Opening, body: Iterable[Segment]) -> Message:
    """The message of a file: its subject, a gap, its body."""
    segments = list(opening.subject)
    if segments:
        segments.append(Segment("\n\n", opening.body_start, opening.body_start))
    segments.extend(body)
    return Message(source, without_sentinels(segments), opening.declared)


def without_sentinels(segments: Sequence[Segment]) -> tuple[Segment, ...]:
    """The segments, where the text itself may have the character that stands for a placeholder.

    Such a character (of an icon font, say) is shown as the replacement character, lest it
    be taken for a placeholder; its offset stays.
    """
    if not any(PLACEHOLDER_CHARACTER in s.text for s in segments if not s.placeholder):
        return tuple(segments)
    return tuple(
        segment
        if segment.placeholder
        else replace(
            segment, text=segment.text.replace(PLACEHOLDER_CHARACTER, _REPLACEMENT_CHARACTER)
        )
        for segment in segments
    )


def _with_headers(source: str, declared: Declared, head: Headers) -> Declared:
    subject = declared.subject
    if head.subject:
        subject = " ".join(source[start:end] for start, end in head.subject)
    recipient = declared.recipient
    if head.recipient_name and not (recipient and recipient.name):
        recipient = replace(recipient or Recipient(), name=head.recipient_name)
    return replace(declared, subject=subject, recipient=recipient)


def _header_segments(
    source: str, head: Headers, placeholders: Sequence[Placeholder]
) -> tuple[Segment, ...]:
    segments: list[Segment] = []
    for start, end in head.subject or ():
        if segments:
            segments.append(Segment(" ", segments[-1].end, start, Zone.SUBJECT))
        inside = placeholders_within(placeholders, start, end)
        segments.extend(segments_of_text(source, start, end, inside, Zone.SUBJECT))
    return tuple(segments)
