"""Mails (.eml): subject, recipient, date, and the text of the part that a client reads.

The standard library says what headers and charsets mean; where everything stands is found here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

from tonecheck.message import Message
from tonecheck.readers.decoded import decoded_message
from tonecheck.readers.errors import ReadError
from tonecheck.readers.mail.bodies import decoded_text
from tonecheck.readers.mail.faults import expected
from tonecheck.readers.mail.headers import date_of, recipient_name_of, subject_of
from tonecheck.readers.mail.insertion import escape_for, refuse, seam_for
from tonecheck.readers.mail.structure import Part, Scan
from tonecheck.readers.views import View
from tonecheck.types import Declared, Recipient

_BEFORE = re.compile(r"\ufeff?+(?:[ \t]*+\r?\n)*+(?:From [^\n]*+\n)?+")


@dataclass(frozen=True, slots=True)
class Mail:
    """What a mail says, with the way back to its source.

    ``recipient_name`` is the display name in ``To``, where that is one address. ``body`` is the
    text of the part that a client reads, None where there is no such part; its line ends are
    those of the part. ``attachments`` are file names. ``escape`` gives what text inserted into
    the body is written as in its transfer encoding (markup is not its business); it raises
    ValueError for what cannot stand there. ``seam`` is a soft line break, where that encoding has
    such.
    """

    subject: View
    recipient_name: str | None
    date: datetime | None
    body: View | None
    is_html: bool
    attachments: tuple[str, ...]
    escape: Callable[[str], str]
    seam: str = ""


def read_mail(source: str) -> Message:
    """The message in an .eml file: its subject, and the part that a client reads.

    Raises:
        ReadError: it is no mail, or has no text.
    """
    mail = mail_parts(source)
    if mail.body is None or not mail.body.text.strip():
        raise ReadError("has no text below its front matter or header lines")
    recipient = Recipient(name=mail.recipient_name) if mail.recipient_name else None
    return decoded_message(
        source,
        mail.body,
        subject=mail.subject,
        declared=Declared(send_at=mail.date, recipient=recipient),
        is_html=mail.is_html,
        escape=mail.escape,
        seam=mail.seam,
    )


def mail_parts(source: str) -> Mail:
    """The parts of a mail.

    Args:
        source: the decoded text of an .eml file.

    Raises:
        ReadError: it is empty or no mail, or the part that a client reads cannot be decoded.
    """
    if not source.strip("\ufeff \t\r\n"):
        raise ReadError("is empty")
    before = _BEFORE.match(source)
    scan = Scan(source)
    start = before.end() if before else 0
    headers, root = scan.read(start)
    if not headers:
        raise expected(source, start, "“Subject: …”", source[start : start + 20])
    chosen = _readable(source, root)
    body, part = chosen if chosen else (None, None)
    return Mail(
        subject=subject_of(source, headers),
        recipient_name=recipient_name_of(source, headers),
        date=date_of(source, headers),
        body=body,
        is_html=bool(part and part.type == "text/html"),
        attachments=tuple(_attachments(root, part)),
        escape=escape_for(source, part, body, scan.boundaries) if part and body else refuse,
        seam=seam_for(source, part) if part else "",
    )


def _readable(source: str, part: Part) -> tuple[View, Part] | None:
    """The text that a client reads in a part, and the part that it stands in."""
    if part.parts:
        return _readable_among(source, part)
    if part.type not in ("text/plain", "text/html") or part.is_attachment:
        return None
    return decoded_text(source, part), part


def _readable_among(source: str, part: Part) -> tuple[View, Part] | None:
    """The first text that is not empty; of alternatives, rather one that is no HTML."""
    best: tuple[View, Part] | None = None
    for child in part.parts[:1] if part.type == "multipart/related" else part.parts:
        found = _readable(source, child)
        if not found:
            continue
        if found[0].text.strip():
            if part.type != "multipart/alternative" or found[1].type == "text/plain":
                return found
            if not best or not best[0].text.strip():
                best = found
        best = best or found
    return best


def _attachments(part: Part, body: Part | None) -> Iterator[str]:
    if part.is_attachment and part.filename and part is not body:
        yield part.filename
    for child in part.parts:
        yield from _attachments(child, body)
