"""Texts in tables: the cells of a CSV file whose columns are called so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from tonecheck.readers.catalogues.entries import Entry, language_of
from tonecheck.readers.catalogues.faults import invalid, unclosed
from tonecheck.readers.catalogues.pieces import Pieces
from tonecheck.readers.errors import ReadError, line_of
from tonecheck.readers.views import View
from tonecheck.sentences import sentence

DELIMITERS = (",", ";", "\t", "|")
TEXTS = (
    "text", "body", "message", "template", "content",
    "текст", "тело", "сообщение", "шаблон", "содержание",
)  # fmt: skip
SUBJECTS = ("subject", "тема")
KEYS = ("key", "id", "name", "code", "ключ", "код")
LANGUAGES = ("lang", "language", "locale", "язык")
"""What the columns are called, in any case of letters."""

_KIND = "CSV"
_DOUBLED = re.compile('""')
_QUOTED = re.compile(r'"((?:[^"]++|"")*+)"')


@dataclass(frozen=True, slots=True)
class _Cell:
    start: int
    end: int
    quoted: bool
    view: View


def entries(source: str) -> list[Entry]:
    """The texts of a table whose first row says what its columns are.

    The key is that of the row, or its number ("row 2" is the first behind the header), with
    ".subject" for a subject, and with the name of its column for the second text of a row.

    Raises:
        ReadError: no column is one of texts, a quote is not closed, or a row is too long.
    """
    start = 1 if source.startswith("\ufeff") else 0
    delimiter = _delimiter(source, start)
    header: list[str] | None = None
    found: list[Entry] = []
    for number, row in enumerate(_rows(source, start, delimiter), 1):
        if not _any_text(row):
            continue
        if header is None:
            header = _names(row)
        else:
            _check(source, row, header, delimiter)
            found += _texts(number, row, header, delimiter)
    return found


def _delimiter(source: str, start: int) -> str:
    """The delimiter by which the first row has most columns, one of them of texts.

    Where it has one column there is none: then a comma belongs to the text.
    """
    best, most = None, 0
    faults: list[ReadError] = []
    for delimiter in DELIMITERS:
        try:
            names = next(map(_names, filter(_any_text, _rows(source, start, delimiter))), [])
        except ReadError as error:
            faults.append(error)
            continue
        if len(names) > most and set(names) & {*TEXTS, *SUBJECTS}:
            best, most = delimiter, len(names)
    if len(faults) == len(DELIMITERS):
        raise faults[0]
    if best is None:
        raise ReadError(
            "line {line}: no column of texts; expected one of {names} in the first row",
            line=1,
            names=", ".join(TEXTS),
        )
    return best if most > 1 else ""


def _any_text(row: Sequence[_Cell]) -> bool:
    return any(cell.view.text for cell in row)


def _names(row: Sequence[_Cell]) -> list[str]:
    return [cell.view.text.strip().lower() for cell in row]


def _check(source: str, row: Sequence[_Cell], header: Sequence[str], delimiter: str) -> None:
    used = max(index for index, cell in enumerate(row, 1) if cell.view.text)
    if used > len(header):
        raise ReadError(
            "line {line}: {found} cells, but the first row has {expected}; a text with "
            "“{delimiter}” in it must stand in quotes",
            line=line_of(source, row[0].start),
            found=used,
            expected=len(header),
            delimiter=delimiter,
        )


def _texts(
    number: int, row: Sequence[_Cell], header: Sequence[str], delimiter: str
) -> Iterator[Entry]:
    """The entries of a row; cells that are missing at its end hold nothing."""
    said = _first(row, header, LANGUAGES)
    language = language_of([said]) if said else None
    key = _first(row, header, KEYS) or f"row {number}"
    body = None
    for name, cell in zip(header, row, strict=False):
        if name in SUBJECTS:
            place = f"{key}.subject"
        elif name in TEXTS:
            body = body or name
            place = key if name == body else f"{key}.{name}"
        else:
            continue
        escape = _escape_quoted if cell.quoted else partial(_escape_bare, delimiter=delimiter)
        yield Entry(place, cell.view, escape, language)


def _first(row: Sequence[_Cell], header: Sequence[str], names: Sequence[str]) -> str:
    """The text below the first of some names that is in the header."""
    for name in names:
        if name in header and header.index(name) < len(row):
            return row[header.index(name)].view.text
    return ""


def _rows(source: str, start: int, delimiter: str) -> Iterator[list[_Cell]]:
    """The rows of a table; a line without characters is a row without cells."""
    bare = re.compile(rf"[^\r\n{re.escape(delimiter)}]*")
    position = start
    while position < len(source):
        row: list[_Cell] = []
        while True:
            cell = _cell(source, position, bare)
            row.append(cell)
            position = cell.end
            if not delimiter or not source.startswith(delimiter, position):
                break
            position += 1
        yield row
        position += 2 if source.startswith("\r\n", position) else 1


def _cell(source: str, start: int, bare: re.Pattern[str]) -> _Cell:
    """The cell at ``start``: what follows a closing quote belongs to it as it stands."""
    pieces = Pieces(source)
    position = start
    quoted = source.startswith('"', start)
    if quoted:
        match = _QUOTED.match(source, start)
        if not match:
            raise unclosed(source, start, _KIND, '"')
        pieces.unescaped(*match.span(1), _DOUBLED, lambda _: '"')
        position = match.end()
    rest = bare.match(source, position)
    end = rest.end() if rest else position
    pieces.verbatim(position, end)
    if quoted and source[position:end].strip():
        problem = sentence("a closing quote within a cell; expected two of them")
        raise invalid(source, position, _KIND, problem)
    return _Cell(start, end, quoted, pieces.view())


def _escape_quoted(text: str) -> str:
    return text.replace('"', '""')


def _escape_bare(text: str, *, delimiter: str) -> str:
    if re.search(rf'["\r\n{re.escape(delimiter)}]', text):
        raise ValueError(f"only in quotes: {text!r}")
    return text
