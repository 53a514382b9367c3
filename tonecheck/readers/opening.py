"""What stands before the body of a file, and how a message is put together from both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from tonecheck.message import PLACEHOLDER_CHARACTER, Message, Segment, Zone
from tonecheck.readers.errors import ReadError, line_of
from tonecheck.readers.headers import Headers, read_headers, skip_blank_lines
from tonecheck.templates import Template, read_template
from tonecheck.types import Declared, Recipient

_REPLACEMENT_CHARACTER = "\ufffd"


@dataclass(frozen=True, slots=True)
class Opening:
    """The part of a file before its body.

    ``body_start`` is a source offset; ``template`` is the whole source. ``title`` is a subject
    that stands within the body.
    """

    declared: Declared
    subject: tuple[Segment, ...]
    body_start: int
    template: Template
    title: tuple[Segment, ...] = ()


def read_opening(source: str, suffix: str, *, headers: bool) -> Opening:
    """Front matter, then, where ``headers`` says so, header lines.

    Args:
        suffix: the end of the file's name; it tells the template engine.

    Raises:
        ReadError: front matter that is wrong, or nothing behind it.
    """
    if not source.strip("\ufeff \t\r\n"):
        raise ReadError("is empty")
    template = read_template(source, suffix)
    position = template.first_shown(1 if source.startswith("\ufeff") else 0)
    declared = Declared()
    subject: tuple[Segment, ...] = ()
    if source.startswith("---", position):
        # YAML takes a while to import, and most drafts have none.
        from tonecheck.readers.frontmatter import read_front_matter

        if front := read_front_matter(template, position):
            declared, subject = front.declared, front.subject
            position = skip_blank_lines(source, front.end)
    if headers and (head := read_headers(source, position)):
        if subject and head.subject:
            raise ReadError(
                "line {line}: the subject is given twice, in the front matter and in a header line",
                line=line_of(source, head.subject[0][0]),
            )
        declared = _with_headers(source, declared, head)
        subject = subject or _header_segments(template, head)
        position = head.end
    if not source[position:].strip():
        raise ReadError("has no text below its front matter or header lines")
    return Opening(declared, subject, position, template)


def assemble(opening: Opening, body: Iterable[Segment]) -> Message:
    """The message of a file: its subject, a gap, its body.

    A template may name its subject itself, anywhere; then that stands in its place.
    """
    template = opening.template
    segments = list(opening.subject)
    if segments:
        segments.append(Segment("\n\n", opening.body_start, opening.body_start))
    own: Sequence[Segment] = opening.title
    if not (segments or own):
        own = own_subject(template, opening.body_start)
    segments.extend(merged(own, in_arms(template, body)))
    declared = opening.declared
    if own:
        declared = replace(declared, subject=words_of(own))
    return Message(
        template.source,
        without_sentinels(typed(segments)),
        declared,
        branching=template.branching,
        engine=template.engine,
    )


def in_arms(template: Template, body: Iterable[Segment]) -> Iterator[Segment]:
    """Segments that know their arms, also where a reader wrote something else than the source."""
    for segment in body:
        if segment.branch is None and template.branching:
            yield replace(segment, branch=template.branch_at(segment.start))
        else:
            yield segment


def own_subject(template: Template, start: int) -> list[Segment]:
    """The subject that a template names in a block or a variable; empty without one."""
    return [
        segment
        for strip in template.subject
        if strip.start >= start
        for segment in template.segments(strip.start, strip.end, Zone.SUBJECT)
    ]


def words_of(segments: Iterable[Segment]) -> str:
    """Segments as a person would write them, with placeholders as in the source."""
    pieces = (s.placeholder.text if s.placeholder else s.text for s in segments)
    return " ".join("".join(pieces).split())


def merged(subject: Sequence[Segment], body: Iterable[Segment]) -> list[Segment]:
    """A subject that stands somewhere in a source, with gaps around it, and the body's segments."""
    segments = sorted([*subject, *body], key=lambda s: (s.start, s.end))
    if not subject:
        return segments
    first, last = segments.index(subject[0]), segments.index(subject[-1])
    gap = Segment("\n\n", subject[-1].end, subject[-1].end)
    segments.insert(last + 1, gap)
    if first:
        segments.insert(first, Segment("\n\n", subject[0].start, subject[0].start))
    return segments


def typed(segments: Sequence[Segment]) -> Sequence[Segment]:
    """Segments whose placeholders stand for what their surroundings say, if there are any."""
    if not any(segment.placeholder for segment in segments):
        return segments
    # Its patterns take a while to compile, and most drafts have no hole.
    from tonecheck.templates.context import typed_in_context

    return typed_in_context(segments)


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


def _header_segments(template: Template, head: Headers) -> tuple[Segment, ...]:
    segments: list[Segment] = []
    for start, end in head.subject or ():
        if segments:
            segments.append(Segment(" ", segments[-1].end, start, Zone.SUBJECT))
        segments.extend(template.segments(start, end, Zone.SUBJECT))
    return tuple(segments)
