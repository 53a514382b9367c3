"""Messages whose text had to be decoded first: of catalogues, mails and word documents."""

from __future__ import annotations

import html
from collections.abc import Callable
from dataclasses import replace

from tonecheck.message import Message, Segment, Target, Zone
from tonecheck.readers.html import html_visible
from tonecheck.readers.opening import in_arms, merged, typed, without_sentinels, words_of
from tonecheck.readers.views import View
from tonecheck.templates import read_template
from tonecheck.types import Declared


def decoded_message(
    source: str,
    body: View,
    *,
    subject: View | None = None,
    declared: Declared | None = None,
    name: str | None = None,
    is_html: bool = False,
    escape: Callable[[str], str] = str,
    seam: str = "",
) -> Message:
    """The message that a decoded text is, with the way back to its source.

    Args:
        source: the decoded file.
        body, subject: the texts, as views of the source.
        name: the key of a text in a catalogue.
        is_html: whether the body is HTML.
        escape: what inserted text is written as in the source.
        seam: what stands for text that is taken out with a joint of two lines.
    """
    template = read_template(body.text)
    segments, targets = template.segments(0, len(body.text)), []
    if is_html:
        visible = html_visible(template.masked, 0, len(body.text), template.segments)
        segments, targets = visible.segments, visible.targets
    shown = body.through(in_arms(template, segments))
    titled: list[Segment] = []
    if subject and subject.text.strip():
        words = read_template(subject.text).segments(0, len(subject.text), Zone.SUBJECT)
        titled = [replace(segment, branch=None) for segment in subject.through(words)]
    declared = declared or Declared()
    return Message(
        source,
        without_sentinels(typed(merged(titled, shown))),
        replace(declared, subject=words_of(titled) or declared.subject),
        name=name,
        branching=template.branching,
        engine=template.engine,
        targets=tuple(
            Target(*body.source_span(*span), template.branch_at(span[0])) for span in targets
        ),
        escape=(lambda text: escape(escaped_html(text))) if is_html else escape,
        seam=seam,
    )


def escaped_html(text: str) -> str:
    """Inserted text as HTML; of more than one line it would need tags of its own.

    Raises:
        ValueError: the text has several lines.
    """
    if "\n" in text:
        raise ValueError("several lines do not fit into HTML")
    return html.escape(text, quote=False)
