"""Texts in Java's .properties files."""

from __future__ import annotations

import re
from functools import partial

from tonecheck.readers.catalogues.entries import Entry, language_of
from tonecheck.readers.catalogues.faults import unknown_escape
from tonecheck.readers.catalogues.pieces import Pieces
from tonecheck.readers.views import View

_KIND = "properties"
_JOIN = r"\\(?:\r\n|\r|\n|\Z)[ \t\f]*+"
_PAIR = r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
_ESCAPE = rf"{_JOIN}|{_PAIR}|\\u[0-9a-fA-F]{{4}}|\\."
_UNESCAPED = re.compile(_ESCAPE, re.DOTALL)
_BLANK = re.compile(r"(?:[ \t\f\r\n]++|[#!][^\r\n]*+|\\(?=[\r\n]))*+")
_KEY = re.compile(rf"(?:[^\\=: \t\f\r\n]++|{_ESCAPE})*+", re.DOTALL)
_SEPARATOR = re.compile(rf"(?:[ \t\f]|{_JOIN})*+[=:]?(?:[ \t\f]|{_JOIN})*+")
_VALUE = re.compile(rf"(?:[^\\\r\n]++|{_ESCAPE})*+", re.DOTALL)
_ARGUMENT = re.compile(r"\{[0-9]+(?:[ \t]*,[^{}]*)?\}")
_SHORT = {"n": "\n", "t": "\t", "r": "\r", "f": "\f"}
_WRITTEN = {"\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r", "\f": "\\f"}


def entries(source: str) -> list[Entry]:
    """The texts of a .properties file; of a key given twice, the last.

    Where a value has an argument ("{0}"), it is one of MessageFormat, in which two apostrophes
    stand for one.

    Raises:
        ReadError: four digits do not follow a ``\\u``.
    """
    ascii_only = source.isascii()
    found: dict[str, Entry] = {}
    position = 1 if source.startswith("\ufeff") else 0
    while (position := _end(_BLANK, source, position)) < len(source):
        end = _end(_KEY, source, position)
        key = _view(source, position, end).text
        start = _end(_SEPARATOR, source, end)
        position = _end(_VALUE, source, start)
        view = _view(source, start, position)
        formatted = bool(_ARGUMENT.search(view.text))
        if formatted:
            view = _formatted(source, view)
        escape = partial(_escape, ascii_only=ascii_only, formatted=formatted)
        found.pop(key, None)
        found[key] = Entry(key, view, escape, language_of(key.split(".")))
    return list(found.values())


def _view(source: str, start: int, end: int) -> View:
    for match in _UNESCAPED.finditer(source, start, end):
        if match[0] == "\\u":
            raise unknown_escape(
                source, match.start(), _KIND, source[match.start() : match.start() + 6].rstrip()
            )
    pieces = Pieces(source)
    pieces.unescaped(start, end, _UNESCAPED, _unescaped)
    return pieces.view()


def _unescaped(match: re.Match[str]) -> str:
    inside = match[0][1:]
    if not inside or inside[0] in "\r\n":
        return ""
    if inside[0] != "u":
        return _SHORT.get(inside, inside)
    units = bytes.fromhex(inside[1:].replace("\\u", ""))
    return units.decode("utf-16-be", "surrogatepass")


def _formatted(source: str, view: View) -> View:
    """The view with each pair of apostrophes as one."""
    pieces = Pieces(source)
    for piece in view.pieces:
        if len(piece.text) == piece.end - piece.start:
            pieces.unescaped(piece.start, piece.end, re.compile("''"), lambda _: "'")
        else:
            pieces.escaped(piece.text, piece.start, piece.end)
    for start, end in view.joins.items():
        pieces.escaped("", start, end)
    return pieces.view()


def _escape(text: str, *, ascii_only: bool, formatted: bool) -> str:
    if formatted:
        text = text.replace("'", "''")
    text = re.sub(r"[\\\n\t\r\f]|^ ", lambda match: _WRITTEN.get(match[0], "\\ "), text)
    return re.sub(r"[^\x00-\x7f]", _unicode, text) if ascii_only else text


def _unicode(match: re.Match[str]) -> str:
    units = match[0].encode("utf-16-be", "surrogatepass").hex().upper()
    return "".join(f"\\u{units[i : i + 4]}" for i in range(0, len(units), 4))


def _end(pattern: re.Pattern[str], source: str, start: int) -> int:
    match = pattern.match(source, start)
    return match.end() if match else start
