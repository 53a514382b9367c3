"""Finding where marks end, in time that grows with the source alone."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

MAX_MARK = 4_000
"""Characters of one mark; a longer one is taken for text."""

MAX_BRACKETS = 16
"""Brackets open at a time; more are no expression."""

_QUOTES = re.compile(r"\\.|[\"']")
_BRACKETS = re.compile(r"""\\["'\\]|["'](?:\\.|[^"'\\\n])*+["']|[(){}\[\]]""")
_CLOSING = {"(": ")", "[": "]", "{": "}"}


@dataclass(slots=True)
class Ends:
    """Where closing marks stand in a source; remembers where each was last looked for."""

    source: str
    _looked: dict[str, tuple[int, int, int]] = field(default_factory=dict)

    def find(self, closer: str, position: int, limit: int | None = MAX_MARK) -> int:
        """The offset of a closing mark at or behind a position; -1 without one in reach."""
        reach = len(self.source) if limit is None else position + limit + len(closer)
        start, end, found = self._looked.get(closer, (0, 0, -1))
        if not start <= position <= (end if found < 0 else found):
            start, end, found = position, position, -1
        if found < 0 and end < reach:
            begin = max(position, end - len(closer) + 1)
            found, end = self.source.find(closer, begin, reach), reach
        self._looked[closer] = start, end, found
        return found if found + len(closer) <= reach else -1

    def find_unquoted(self, closer: str, position: int, limit: int | None = MAX_MARK) -> int:
        """As :meth:`find`, but of the first few the one that stands in no quoted string."""
        first = found = self.find(closer, position, limit)
        quoted = _Quotes(self.source, position)
        for _ in range(4):
            if found < 0:
                break
            if not quoted.reaches(found):
                return found
            found = self.find(closer, found + len(closer), limit)
        return first

    def closing_bracket(self, position: int) -> int:
        """The offset behind the bracket that closes the one at a position; -1 without one."""
        pending: list[str] = []
        for match in _BRACKETS.finditer(self.source, position, position + MAX_MARK):
            mark = match[0]
            if mark in _CLOSING:
                if len(pending) == MAX_BRACKETS:
                    return -1
                pending.append(_CLOSING[mark])
            elif len(mark) == 1 and pending and mark == pending[-1]:
                pending.pop()
                if not pending:
                    return match.end()
        return -1


def raw_end(source: str, opener: str, word: str, position: int) -> int:
    """Where the mark stands that ends text which an engine leaves alone; else the source's end."""
    pattern = re.compile(rf"{re.escape(opener)}[-~+]?\s*+{re.escape(word)}\b")
    match = pattern.search(source, position)
    return match.start() if match else len(source)


class _Quotes:
    """Follows the quoted strings of an expression from its beginning."""

    def __init__(self, source: str, start: int) -> None:
        self._source = source
        self._position = start
        self._quote = ""

    def reaches(self, end: int) -> bool:
        """Whether an offset stands in a string; offsets must not go back."""
        for match in _QUOTES.finditer(self._source, self._position, end):
            if not self._quote and len(match[0]) == 1:
                self._quote = match[0]
            elif match[0] == self._quote:
                self._quote = ""
            self._position = match.end()
        return bool(self._quote)


def stripped(source: str, start: int, end: int) -> tuple[int, int]:
    """A stretch without the white space at its ends."""
    text = source[start:end]
    return start + len(text) - len(text.lstrip()), start + len(text.rstrip())


_WORD = re.compile(r"[^\W\d]\w*")


def first_word(text: str) -> tuple[str, str]:
    """The first word of a tag and what follows it."""
    match = _WORD.match(text)
    return (match[0], text[match.end() :].strip()) if match else ("", text)
