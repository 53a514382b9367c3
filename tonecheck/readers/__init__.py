"""Readers: bytes to messages, one module a container.

Every error is a :class:`ReadError` whose sentence follows the file's name
("invoice.txt: is empty").
"""

from __future__ import annotations

from pathlib import Path

from tonecheck.message import Message, Segment, Zone, text_segments
from tonecheck.placeholders import TEMPLATE_SUFFIXES, find_placeholders
from tonecheck.readers.decoding import Decoded, check_text, decode, decode_file, encode
from tonecheck.readers.discovery import DEFAULT_SUFFIXES, discover
from tonecheck.readers.errors import ReadError
from tonecheck.readers.markdown import read_markdown
from tonecheck.readers.opening import without_sentinels
from tonecheck.readers.plain import read_text
from tonecheck.types import Declared

__all__ = [
    "DEFAULT_SUFFIXES",
    "Decoded",
    "ReadError",
    "decode",
    "decode_file",
    "discover",
    "encode",
    "from_parts",
    "read_bytes",
    "read_file",
    "read_source",
]

_MARKDOWN_SUFFIXES = (".md", ".markdown")


def read_file(path: Path) -> list[Message]:
    """The messages in a file: one, in the containers known so far.

    Raises:
        ReadError: it cannot be read, is no text, is empty, or its front matter is wrong.
    """
    return [read_source(decode_file(path).text, path.name)]


def read_bytes(data: bytes, suffix: str = ".txt") -> list[Message]:
    """The messages in bytes that came without a file, such as standard input.

    Raises:
        ReadError: as for :func:`read_file`.
    """
    return [read_source(decode(data).text, suffix)]


def read_source(source: str, suffix: str = ".txt") -> Message:
    """The message in the decoded text of a file.

    Args:
        source: the text; a byte-order mark at its start is passed over.
        suffix: the end of the file's name, or all of it; it tells the container.

    Raises:
        ReadError: the text is empty or broken, or its front matter is wrong.
    """
    check_text(source)
    if _without_template_suffix(suffix.lower()).endswith(_MARKDOWN_SUFFIXES):
        return read_markdown(source)
    return read_text(source)


def from_parts(subject: str | None, body: str) -> Message:
    """A message whose subject and body are known apart; neither is looked into for headers.

    Its source is the subject, an empty line and the body, or the body alone.

    Raises:
        ReadError: the body is empty, or the text is broken.
    """
    subject = subject if subject and subject.strip() else None
    source = f"{subject}\n\n{body}" if subject else body
    check_text(source)
    if not body.strip():
        raise ReadError("is empty")
    start = len(source) - len(body)
    placeholders = find_placeholders(source)
    segments: list[Segment] = []
    if subject:
        segments = text_segments(source, 0, len(subject), placeholders, Zone.SUBJECT)
        segments.append(Segment("\n\n", len(subject), start))
    segments += text_segments(source, start, len(source), placeholders)
    return Message(source, without_sentinels(segments), Declared(subject=subject))


def _without_template_suffix(name: str) -> str:
    for suffix in TEMPLATE_SUFFIXES:
        name = name.removesuffix(suffix)
    return name
