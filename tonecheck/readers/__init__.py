"""Readers: bytes to messages, one module a container.

Every error is a :class:`ReadError` whose sentence follows the file's name
("invoice.txt: is empty").
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PurePath

from tonecheck.message import Message, Segment, Zone
from tonecheck.readers.catalogues import CATALOGUE_SUFFIXES
from tonecheck.readers.decoding import (
    Decoded,
    check_text,
    decode,
    decode_file,
    encode,
    file_bytes,
)
from tonecheck.readers.discovery import DEFAULT_SUFFIXES, discover
from tonecheck.readers.edits import changes
from tonecheck.readers.errors import ReadError
from tonecheck.readers.markdown import read_markdown
from tonecheck.readers.opening import typed, without_sentinels
from tonecheck.readers.plain import read_text
from tonecheck.templates import read_template, without_engine_suffix
from tonecheck.types import Declared

__all__ = [
    "DEFAULT_SUFFIXES",
    "Decoded",
    "Opened",
    "ReadError",
    "decode",
    "decode_file",
    "discover",
    "encode",
    "from_parts",
    "open_file",
    "read_bytes",
    "read_file",
    "read_messages",
    "read_source",
]

_MARKDOWN_SUFFIXES = (".md", ".markdown")
_HTML_SUFFIXES = (".html", ".htm", ".xhtml", ".mjml", ".gohtml", ".phtml")
_LOOKS_LIKE_HTML = re.compile(
    r"<(?:html|body|head|table|p|div|br|mjml|span|td|h[1-6]|ul|a\s+href)\b[^<>]{0,300}>",
    re.IGNORECASE,
)
_BLADE_MARKDOWN = re.compile(r"<x-mail::message\b|@component\(\s*+[\"']mail::message\b")
"""What Laravel reads as Markdown though its suffix does not say so."""


@dataclass(frozen=True)
class Opened:
    """A file's text, its bytes, and those that it has with another text in its place."""

    text: str
    data: bytes
    rewritten: Callable[[str], bytes]


def open_file(path: Path) -> Opened:
    """A file of any container.

    Raises:
        ReadError: as for :func:`read_file`.
    """
    data = file_bytes(path)
    if path.suffix.lower() != ".docx":
        decoded = decode(data)
        return Opened(decoded.text, data, lambda text: encode(text, decoded))
    from tonecheck.readers.docx import read_docx

    document = read_docx(data)
    return Opened(
        document.source, data, lambda text: document.with_edits(changes(document.source, text))
    )


def read_file(path: Path) -> list[Message]:
    """The messages in a file: one, or of a catalogue every text of some length.

    Raises:
        ReadError: it cannot be read, is no text, is empty or broken, or its front matter is
            wrong.
    """
    return read_messages(open_file(path).text, path.name)


def read_bytes(data: bytes, suffix: str = ".txt") -> list[Message]:
    """The messages in bytes that came without a file, such as standard input.

    Raises:
        ReadError: as for :func:`read_file`.
    """
    return read_messages(decode(data).text, suffix)


def read_messages(source: str, suffix: str = ".txt") -> list[Message]:
    """The messages in the decoded text of a file.

    Args:
        source: the text; a byte-order mark at its start is passed over.
        suffix: the end of the file's name, or all of it; it tells the container.

    Raises:
        ReadError: the text is empty or broken, or its front matter is wrong.
    """
    check_text(source)
    ending = PurePath(f"x{suffix}" if suffix.startswith(".") else suffix).suffix.lower()
    if ending == ".eml":
        # The standard library's mail package takes a while to import.
        from tonecheck.readers.mail import read_mail

        return [read_mail(source)]
    if ending in CATALOGUE_SUFFIXES:
        from tonecheck.readers.catalogues.messages import is_catalogue, read_catalogue

        if is_catalogue(source, ending):
            return read_catalogue(source, ending)
    return [read_source(source, suffix)]


def read_source(source: str, suffix: str = ".txt") -> Message:
    """The message in the decoded text of a file that holds one; as :func:`read_messages`."""
    check_text(source)
    name = without_engine_suffix(suffix.lower())
    if name.endswith(_MARKDOWN_SUFFIXES):
        return read_markdown(source, suffix)
    if _BLADE_MARKDOWN.search(source) and not _LOOKS_LIKE_HTML.search(source):
        return read_markdown(source, suffix)
    if name.endswith(_HTML_SUFFIXES) or _LOOKS_LIKE_HTML.search(source):
        from tonecheck.readers.markup import read_html

        return read_html(source, suffix)
    return read_text(source, suffix)


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
    template = read_template(source)
    segments: list[Segment] = []
    if subject:
        segments = template.segments(0, len(subject), Zone.SUBJECT)
        segments.append(Segment("\n\n", len(subject), start))
    segments += template.segments(start, len(source))
    return Message(
        source,
        without_sentinels(typed(segments)),
        Declared(subject=subject),
        branching=template.branching,
        engine=template.engine,
    )
