"""Words, strings and signs of code in a language with braces (PHP, JavaScript)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

_TOKEN = re.compile(
    r"""(?P<remark>(?<!:)//[^\n]*+|\#(?!\[)[^\n]*+|/\*(?:[^*]|\*(?!/))*+(?:\*/)?)
    |<<<[ \t]*+(?P<quote>["']?)(?P<word>\w++)["']?[ \t]*+\r?\n
    |(?P<string>"(?:\\.|[^"\\])*+"|'(?:\\.|[^'\\])*+'|`(?:\\.|[^`\\])*+`)
    |(?P<name>\$?+[^\W\d]\w*+)
    |(?P<sign>=>|[-?]->|->|::|\?\?=?|\?:|[(){}\[\];:,?=]|[^\s\w])
    |\w++""",
    re.DOTALL | re.VERBOSE,
)
_CLOSERS = {"(": ")", "[": "]", "{": "}"}


class Kind(StrEnum):
    """What a token is; ``LINES`` is a string that goes over lines (``<<<``)."""

    NAME = "name"
    STRING = "string"
    LINES = "lines"
    SIGN = "sign"
    OTHER = "other"


class Token(NamedTuple):
    """A token and the source characters ``start:end``; of a string over lines only those in it."""

    kind: Kind
    text: str
    start: int
    end: int


def tokens(source: str, start: int, end: int) -> list[Token]:
    """The tokens of a stretch of code, without remarks."""
    return list(_tokens(source, start, end))


def _tokens(source: str, start: int, end: int) -> Iterator[Token]:
    position = start
    while match := _TOKEN.search(source, position, end):
        position = match.end()
        if match["remark"] is not None:
            continue
        if match["word"]:
            close = lines_end(source, match["word"], position, end)
            yield Token(Kind.LINES, "", position, max(position, close[0]))
            position = close[1]
        elif match["string"]:
            yield Token(Kind.STRING, match[0], *match.span())
        elif match["name"]:
            yield Token(Kind.NAME, match[0], *match.span())
        elif match["sign"]:
            yield Token(Kind.SIGN, match[0], *match.span())
        else:
            yield Token(Kind.OTHER, match[0], *match.span())


def lines_end(source: str, word: str, start: int, end: int) -> tuple[int, int]:
    """Where the text of ``<<<WORD`` ends, and where code goes on; the end without its word."""
    closing = re.compile(rf"^[ \t]*+{word}\b", re.MULTILINE).search(source, start, end)
    return (closing.start() - 1, closing.end()) if closing else (end, end)


def partners(pieces: Sequence[Token]) -> list[int | None]:
    """For each token that is a bracket the place of its partner, for others None."""
    found: list[int | None] = [None] * len(pieces)
    pending: list[int] = []
    for place, piece in enumerate(pieces):
        if piece.kind is not Kind.SIGN:
            continue
        if piece.text in _CLOSERS:
            pending.append(place)
        elif pending and piece.text == _CLOSERS[pieces[pending[-1]].text]:
            opener = pending.pop()
            found[opener], found[place] = place, opener
    return found
