"""Pieces of a decoded value, collected in the order of the source."""

from __future__ import annotations

import re
from collections.abc import Callable

from tonecheck.message import Segment
from tonecheck.readers.errors import ReadError, line_of
from tonecheck.readers.views import View


class Pieces:
    """Makes a view of a value; neighbouring verbatim pieces become one."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._done: list[Segment] = []
        self._run: tuple[int, int] | None = None
        self._joins: dict[int, int] = {}

    def verbatim(self, start: int, end: int) -> None:
        """Show the source characters ``start:end`` as they are."""
        if start >= end:
            return
        if self._run and self._run[1] == start:
            start = self._run[0]
        else:
            self._end_run()
        self._run = (start, end)

    def decoded(self, text: str, start: int, end: int) -> None:
        """Show the source characters ``start:end`` as another text, or as none.

        Where both are of one length (a line break that reads as a space), the piece is a point
        at ``start``: of that length it would claim to be verbatim.
        """
        if text == self._source[start:end]:
            self.verbatim(start, end)
        elif text:
            self._end_run()
            stop = start if len(text) == end - start else end
            self._done.append(Segment(text, start, stop))

    def escaped(self, text: str, start: int, end: int) -> None:
        """Show an escape of the source as the character that it stands for, or as none."""
        if not text:
            self._joins[start] = end
        elif len(text) == 1 < end - start:
            self._end_run()
            self._done.append(Segment(text, start, end, coded=True))
        else:
            self.decoded(text, start, end)

    def unescaped(
        self, start: int, end: int, escape: re.Pattern[str], decode: Callable[[re.Match[str]], str]
    ) -> None:
        """Show ``start:end`` with each match of ``escape`` as what ``decode`` makes of it."""
        position = start
        for match in escape.finditer(self._source, start, end):
            self.verbatim(position, match.start())
            self.escaped(decode(match), match.start(), match.end())
            position = match.end()
        self.verbatim(position, end)

    def view(self) -> View:
        """All pieces.

        Raises:
            ReadError: an escape stands for half of a character.
        """
        self._end_run()
        view = View(tuple(self._done), self._joins)
        try:
            view.text.encode("utf-8")
        except UnicodeEncodeError as error:
            raise ReadError(
                "line {line}: {character} is half of a character (a lone surrogate); the text was "
                "cut or decoded wrongly",
                line=line_of(self._source, view.source_span(error.start, error.start + 1)[0]),
                character=ascii(view.text[error.start]),
            ) from None
        return view

    def _end_run(self) -> None:
        if self._run:
            start, end = self._run
            self._done.append(Segment(self._source[start:end], start, end))
            self._run = None


def bytes_text(data: bytes) -> str:
    """What bytes written as escapes (``\\xd0\\x9f``) stand for: UTF-8, else Latin-1."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("latin-1")
