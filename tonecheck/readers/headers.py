"""Header lines at the top of a text file: ``Subject: …`` and its kin, then an empty line."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tonecheck.templates import read_template

_HEADER = re.compile(
    r"(?P<key>subject|тема|to|кому|from|от кого|от|cc|копия|bcc|скрытая копия|reply-to|date|дата"
    r"|sent|отправлено):[ \t]*(?P<value>[^\r\n]*)(?:\r\n|\r|\n|\Z)",
    re.IGNORECASE,
)
_CONTINUATION = re.compile(r"[ \t]+(?P<value>[^\s][^\r\n]*)(?:\r\n|\r|\n|\Z)")
_EMPTY_LINE = re.compile(r"[ \t]*(?:\r\n|\r|\n|\Z)")
_BLANK = re.compile(r"(?:[ \t]*(?:\r\n|\r|\n))*")
_LONGEST_ADDRESSEE = 200
_ADDRESSEE = re.compile(r'"?(?P<name>[^"<>@,;\n]+?)"?\s*(?:<[^<>\n]*>)?')

_SUBJECT_KEYS = ("subject", "тема")
_RECIPIENT_KEYS = ("to", "кому")
# A lone "Date: 5 March" is the head of a letter, which the client reads.
_TELLING_KEYS = (*_SUBJECT_KEYS, *_RECIPIENT_KEYS, "from", "от", "от кого")


@dataclass(frozen=True, slots=True)
class Headers:
    """What the header lines say.

    ``subject`` holds the source spans of the subject, one a line (a long header may go on
    in indented lines); it is None where there is no such header. ``end`` is the source
    offset behind the empty line.
    """

    subject: tuple[tuple[int, int], ...] | None
    recipient_name: str | None
    end: int


def read_headers(source: str, start: int) -> Headers | None:
    """The header lines that begin at ``start``; None where the text is no header block.

    All lines up to the first empty one must be known headers: "Invoice: 204" is text.
    """
    position = skip_blank_lines(source, start)
    subject: tuple[tuple[int, int], ...] | None = None
    recipient: str | None = None
    telling = False
    while header := _HEADER.match(source, position):
        position = header.end()
        spans = [_trimmed(header)]
        while more := _CONTINUATION.match(source, position):
            spans.append(_trimmed(more))
            position = more.end()
        key = header["key"].lower()
        telling = telling or key in _TELLING_KEYS
        if key in _SUBJECT_KEYS and subject is None:
            subject = tuple(span for span in spans if span[0] < span[1])
        elif key in _RECIPIENT_KEYS and recipient is None:
            recipient = _addressee(header["value"])
    if not telling or not _EMPTY_LINE.match(source, position):
        return None
    return Headers(subject, recipient, skip_blank_lines(source, position))


def skip_blank_lines(source: str, start: int) -> int:
    """The offset of the first line at or after ``start`` that is not blank."""
    match = _BLANK.match(source, start)
    return match.end() if match else start


def _trimmed(match: re.Match[str]) -> tuple[int, int]:
    start = match.start("value")
    return start, start + len(match["value"].rstrip(" \t"))


def _addressee(value: str) -> str | None:
    """The one name in a ``To`` header; None for a bare address, several, or a placeholder."""
    match = _ADDRESSEE.fullmatch(value.strip()[:_LONGEST_ADDRESSEE])
    if not match or read_template(value).placeholders:
        return None
    return match["name"].strip() or None
