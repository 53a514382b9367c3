"""Tokens of PHP, as far as they matter to arrays of strings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from tonecheck.readers.catalogues.faults import expected, unclosed

KIND = "PHP"

_OPENING = re.compile(r"<\?(?:php(?=\s|\Z)|=)?", re.IGNORECASE)
_SPACE = re.compile(r"(?:\s++|(?://|#(?!\[))(?:(?!\?>)[^\r\n])*+|/\*.*?(?:\*/|\Z))*+", re.DOTALL)
_SINGLE = re.compile(r"[bB]?'(?:[^'\\]++|\\.)*+'", re.DOTALL)
_DOUBLE = re.compile(
    r'[bB]?"(?:[^"\\{]++|\\.|\{\$[^{}"]*+(?:"[^"{}]*+"[^{}"]*+)*+\}|\{)*+"', re.DOTALL
)
_HEREDOC = re.compile(
    r"[bB]?<<<[ \t]*(?P<quote>[\"']?)(?P<label>[A-Za-z_\x80-\U0010ffff][\w\x80-\U0010ffff]*)"
    r"(?P=quote)(?:\r\n|\r|\n)"
)
_WORD = re.compile(r"[$\\]?[A-Za-z_\x80-\U0010ffff][\w\\\x80-\U0010ffff]*|-?[0-9][\w.]*")
_MARK = re.compile(r"=>|::|\?->|->|\?>|\.\.\.|.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Token:
    """A token at ``start:end``; ``kind`` is the mark itself, "word", "string" or "end".

    Of a string, ``style`` is its quote, or "<" for a heredoc and "'<" for a nowdoc; ``inner``
    is what stands between its delimiters, ``indent`` what stands before a heredoc's end
    and ``label`` its name.
    """

    kind: str
    start: int
    end: int
    style: str = ""
    inner: tuple[int, int] = (0, 0)
    indent: str = ""
    label: str = ""


def tokens(source: str) -> Iterator[Token]:
    """The tokens behind the first ``<?php``; the last of them is of the kind "end".

    Raises:
        ReadError: there is no ``<?php``, or a string is not closed.
    """
    opening = _OPENING.search(source)
    if not opening:
        raise expected(source, 0, KIND, "<?php")
    position = opening.end()
    while True:
        space = _SPACE.match(source, position)
        position = space.end() if space else position
        if position >= len(source):
            yield Token("end", position, position)
            return
        token = _token(source, position)
        yield token
        position = token.end


def _token(source: str, position: int) -> Token:
    for style, pattern in (("'", _SINGLE), ('"', _DOUBLE)):
        if string := pattern.match(source, position):
            start = source.index(style, position) + 1
            return Token("string", position, string.end(), style, (start, string.end() - 1))
    if heredoc := _HEREDOC.match(source, position):
        return _heredoc(source, position, heredoc)
    if word := _WORD.match(source, position):
        return Token("word", position, word.end())
    mark = _MARK.match(source, position)
    if source[position] in "'\"" or not mark:
        raise unclosed(source, position, KIND, source[position])
    return Token(mark[0], position, mark.end())


def _heredoc(source: str, position: int, opening: re.Match[str]) -> Token:
    label, first = opening["label"], opening.end()
    closing = _closing(label).search(source, first)
    if not closing:
        raise unclosed(source, position, KIND, label)
    last = max(first, closing.start())
    if last > first:
        last -= 2 if source.endswith("\r\n", first, last) else 1
    style = "'<" if opening["quote"] == "'" else "<"
    indent = closing["indent"]
    return Token("string", position, closing.end(), style, (first, last), indent, label)


@lru_cache(maxsize=16)
def _closing(label: str) -> re.Pattern[str]:
    return re.compile(rf"(?<=[\r\n])(?P<indent>[ \t]*+){re.escape(label)}(?![\w\x80-\U0010ffff])")
