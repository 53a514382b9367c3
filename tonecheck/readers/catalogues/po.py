"""Texts in gettext catalogues: translations, and originals that have none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from tonecheck.readers.catalogues.entries import Entry, language_of
from tonecheck.readers.catalogues.faults import expected, unclosed, unknown_escape
from tonecheck.readers.catalogues.pieces import Pieces, bytes_text
from tonecheck.readers.views import View

CONTEXT_END = "\u0004"
"""What stands in a key between context and original, as in compiled catalogues."""

_KIND = "PO"
_SPACE = re.compile(r"(?:\s++|#[^\r\n]*+)*+")
_KEYWORD = re.compile(r"(?P<name>msgctxt|msgid_plural|msgid|msgstr|domain)(?![A-Za-z_])")
_NUMBER = re.compile(r"[ \t]*\[[ \t]*(?P<number>[0-9]{1,2})[ \t]*\]")
_STRING = re.compile(r'"((?:[^"\\\r\n]++|\\[^\r\n])*+)"')
_ESCAPE = re.compile(r"(?:\\x[0-9a-fA-F]+|\\[0-7]{1,3})+|\\.")
_BYTE = re.compile(r"\\(?:x([0-9a-fA-F]+)|([0-7]+))")
_SHORT = {
    "\\n": "\n", "\\t": "\t", '\\"': '"', "\\\\": "\\", "\\r": "\r", "\\a": "\a", "\\b": "\b",
    "\\f": "\f", "\\v": "\v",
}  # fmt: skip
_WRITTEN = {text: written for written, text in _SHORT.items()}
_UNSAFE = re.compile(r'["\\\n\t\r\a\b\f\v]')
_LANGUAGE = re.compile(r"^Language:[ \t]*(\S+)", re.MULTILINE)


class _Line(NamedTuple):
    """A keyword with its strings."""

    name: str
    number: int | None
    start: int
    view: View


@dataclass(slots=True)
class _Message:
    context: str | None = None
    original: View | None = None
    plural: View | None = None
    translations: dict[int, View] = field(default_factory=dict)
    numbered: bool = False


def entries(source: str) -> list[Entry]:
    """The texts of a .po or .pot file, save obsolete ones.

    The key is the original, after its context and U+0004 if it has one; each form of a plural
    has its number behind, "[0]". Where a translation is empty, the original is the text.

    Raises:
        ReadError: it is no such file, or an escape is unknown.
    """
    messages = list(_messages(source))
    language = None
    found: list[Entry] = []
    for message in messages:
        original = message.original.text if message.original else ""
        if not original and message.context is None and 0 in message.translations:
            header = _LANGUAGE.search(message.translations[0].text)
            language = language_of([header[1]]) if header else None
    for message in messages:
        if message.original and (message.original.text or message.context is not None):
            found += _texts(message, message.original, language)
    return found


def _texts(message: _Message, original: View, language: str | None) -> Iterator[Entry]:
    context = "" if message.context is None else message.context + CONTEXT_END
    key = context + original.text
    shown = {0: original}
    if message.plural:
        shown[1] = message.plural
    for number in sorted({*shown, *message.translations}):
        translation = message.translations.get(number)
        name = f"{key}[{number}]" if message.numbered else key
        if translation and translation.text:
            yield Entry(name, translation, _escape, language)
        elif number in shown:
            yield Entry(name, shown[number], _escape)


def _messages(source: str) -> Iterator[_Message]:
    """Messages, each of which has an original and a translation."""
    message = _Message()
    for line in _lines(source):
        begins = line.name in ("msgctxt", "msgid")
        if begins and message.translations:
            yield message
            message = _Message()
        if line.name == "msgctxt" and message.context is None:
            message.context = line.view.text
        elif line.name == "msgid" and message.original is None:
            message.original = line.view
        elif line.name == "msgid_plural" and message.original and message.plural is None:
            message.plural = line.view
            message.numbered = True
        elif line.name == "msgstr" and _continues(message, line):
            message.translations[line.number or 0] = line.view
        else:
            raise expected(source, line.start, _KIND, _wanted(message))
    if message.translations:
        yield message
    elif message != _Message():
        raise expected(source, len(source), _KIND, _wanted(message))


def _continues(message: _Message, line: _Line) -> bool:
    free = (line.number or 0) not in message.translations
    return bool(message.original) and message.numbered == (line.number is not None) and free


def _wanted(message: _Message) -> str:
    if not message.original:
        return "msgid"
    return f"msgstr[{len(message.translations)}]" if message.numbered else "msgstr"


def _lines(source: str) -> Iterator[_Line]:
    position = _skip_space(source, 1 if source.startswith("\ufeff") else 0)
    while position < len(source):
        start = position
        keyword = _KEYWORD.match(source, start)
        if not keyword:
            raise expected(source, start, _KIND, "msgid")
        name, number = keyword["name"], None
        position = keyword.end()
        if name == "msgstr" and (index := _NUMBER.match(source, position)):
            number, position = int(index["number"]), index.end()
        position = _skip_space(source, position)
        if not source.startswith('"', position):
            raise expected(source, position, _KIND, '"…"')
        pieces = Pieces(source)
        while source.startswith('"', position):
            position = _skip_space(source, _show_string(pieces, source, position))
        if name != "domain":
            yield _Line(name, number, start, pieces.view())


def _show_string(pieces: Pieces, source: str, position: int) -> int:
    string = _STRING.match(source, position)
    if not string:
        raise unclosed(source, position, _KIND, '"')
    for escape in _ESCAPE.finditer(source, *string.span(1)):
        if escape[0] not in _SHORT and not _BYTE.match(escape[0]):
            raise unknown_escape(source, escape.start(), _KIND, escape[0])
    pieces.unescaped(*string.span(1), _ESCAPE, _unescaped)
    return string.end()


def _unescaped(match: re.Match[str]) -> str:
    if match[0] in _SHORT:
        return _SHORT[match[0]]
    numbers = ((int(b[1], 16) if b[1] else int(b[2], 8)) for b in _BYTE.finditer(match[0]))
    return bytes_text(bytes(number & 0xFF for number in numbers))


def _skip_space(source: str, position: int) -> int:
    match = _SPACE.match(source, position)
    return match.end() if match else position


def _escape(text: str) -> str:
    return _UNSAFE.sub(lambda match: _WRITTEN[match[0]], text)
