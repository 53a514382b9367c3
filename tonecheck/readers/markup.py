"""HTML and MJML files: front matter, a subject where the file names one, and the letter."""

from __future__ import annotations

import re
from dataclasses import replace

from tonecheck.message import Message, Target, Zone
from tonecheck.readers.decoded import escaped_html
from tonecheck.readers.html import html_visible
from tonecheck.readers.opening import assemble, own_subject, read_opening, words_of

_SUBJECT_REMARK = re.compile(
    r"<!--\s*+(?:subject|тема)\s*+:\s*+(?P<value>(?:(?!-->)[^\n]){1,300}?)\s*+-->", re.IGNORECASE
)


def read_html(source: str, suffix: str = "") -> Message:
    """The message in an HTML or MJML file.

    Its subject is the one of the front matter, of the template (a block or a variable), of a
    remark such as ``<!-- Subject: … -->``, or the title, in this order.

    Raises:
        ReadError: it is empty, or its front matter is wrong.
    """
    opening = read_opening(source, suffix, headers=True)
    template = opening.template
    start = opening.body_start
    visible = html_visible(template.masked, start, len(source), template.segments)
    if not opening.subject and not own_subject(template, start):
        named = _SUBJECT_REMARK.search(template.masked, start)
        subject = template.segments(*named.span("value"), Zone.SUBJECT) if named else visible.title
        if subject:
            declared = replace(opening.declared, subject=words_of(subject))
            opening = replace(opening, declared=declared, title=tuple(subject))
    message = assemble(opening, visible.segments)
    targets = tuple(Target(*span, template.branch_at(span[0])) for span in visible.targets)
    return replace(message, targets=targets, escape=escaped_html)
