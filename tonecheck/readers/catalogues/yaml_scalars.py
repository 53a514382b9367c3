"""YAML scalars: from what is written to pieces, in each of the five styles.

The rules are those of PyYAML's scanner, which has read the same scalar before: what is decoded
here is what it has decoded.
"""

from __future__ import annotations

import re

import yaml

from tonecheck.readers.catalogues.pieces import Pieces

_BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
_BREAKS = "\r\n\x85\u2028\u2029"
_FOLD = rf"[ \t]++(?:[{_BREAKS}][ \t{_BREAKS}]*+)?+|[{_BREAKS}][ \t{_BREAKS}]*+"
_SINGLE = re.compile(f"''|{_FOLD}")
_DOUBLE = re.compile(
    rf"\\(?:x[0-9a-fA-F]{{2}}|u[0-9a-fA-F]{{4}}|U[0-9a-fA-F]{{8}}"
    rf"|[{_BREAKS}][ \t{_BREAKS}]*+|.)|{_FOLD}",
    re.DOTALL,
)
_PLAIN = re.compile(_FOLD)
_HEADER = re.compile(rf"[|>](?P<signs>[-+0-9]*) *(?:#[^{_BREAKS}]*)?(?:\r\n|[{_BREAKS}]|\Z)")
_LEADING = re.compile(rf"[ {_BREAKS}]*")
_LINE = re.compile(rf"[^{_BREAKS}]*")
_CODES = "xuU"


def show_quoted(pieces: Pieces, start: int, end: int, quote: str) -> None:
    """Show what stands between the quotes at both ends of ``start:end``."""
    escape = _DOUBLE if quote == '"' else _SINGLE
    pieces.unescaped(start + 1, end - 1, escape, _unescaped)


def show_plain(pieces: Pieces, start: int, end: int) -> None:
    """Show a plain scalar, which may go on over lines."""
    pieces.unescaped(start, end, _PLAIN, _unescaped)


def show_block(pieces: Pieces, source: str, start: int, parent: int) -> int:
    """Show the lines of a block scalar whose ``|`` or ``>`` stands at ``start``.

    Args:
        parent: the column of the collection that it stands in, -1 for none.

    Returns:
        The number of spaces that each line begins with.
    """
    block = _Block(pieces, source, start, parent)
    block.show()
    return block.indent


def _unescaped(match: re.Match[str]) -> str:
    written = match[0]
    if written == "''":
        return "'"
    if not written.startswith("\\"):
        return _folded(written)
    if written[1] in _CODES:
        return chr(int(written[2:], 16))
    if written[1] in _BREAKS:
        return "".join(_breaks(written[1:])[1:])
    return yaml.SafeLoader.ESCAPE_REPLACEMENTS[written[1]]


def _folded(written: str) -> str:
    """White space within a flow scalar: one line break is a space, more lose their first."""
    breaks = _breaks(written)
    if not breaks:
        return written
    first, *others = breaks
    if first == "\n":
        first = "" if others else " "
    return first + "".join(others)


def _breaks(written: str) -> list[str]:
    return [_normal(found) for found in _BREAK.findall(written)]


def _normal(line_break: str) -> str:
    return line_break if line_break in "\u2028\u2029" else "\n"


class _Block:
    """One pass over the lines of a block scalar."""

    def __init__(self, pieces: Pieces, source: str, start: int, parent: int) -> None:
        self._pieces = pieces
        self._source = source
        header = _HEADER.match(source, start)
        signs = header["signs"] if header else ""
        self._position = self._line_start = header.end() if header else start
        self._folded = source[start] == ">"
        self._keep, self._strip = "+" in signs, "-" in signs
        width = signs.strip("+-")
        least = max(parent + 1, 1)
        self.indent = least + int(width) - 1 if width else max(least, self._widest())

    def show(self) -> None:
        source, pieces = self._source, self._pieces
        begin = self._position
        ending, breaks, kept = "", self._skip_breaks(), self._position
        joined = "".join(breaks)
        while self._in_text():
            pieces.decoded(joined, begin, self._position)
            indented = source[self._position] in " \t"
            begin = _end(_LINE, source, self._position)
            pieces.verbatim(self._position, begin)
            self._position = begin
            ending = self._take_break()
            clipped = self._position
            breaks = self._skip_breaks()
            kept = self._position
            joined = ending + "".join(breaks)
            if self._in_text() and self._folds(ending) and not indented:
                joined = "".join(breaks) or " "
        if self._keep:
            pieces.decoded(ending + "".join(breaks), begin, kept)
        elif ending and not self._strip:
            pieces.decoded(ending, begin, clipped)

    def _folds(self, ending: str) -> bool:
        return self._folded and ending == "\n" and self._source[self._position] not in " \t"

    def _in_text(self) -> bool:
        column = self._position - self._line_start
        return column == self.indent and self._position < len(self._source)

    def _widest(self) -> int:
        """The most spaces that a line begins with, up to the first line of text."""
        start = self._position
        blank = self._source[start : _end(_LEADING, self._source, start)]
        return max(len(line) for line in _BREAK.split(blank))

    def _skip_breaks(self) -> list[str]:
        """Pass over empty lines and over the indentation of the line behind them."""
        breaks: list[str] = []
        while True:
            limit = self._line_start + self.indent
            while self._position < limit and self._source.startswith(" ", self._position):
                self._position += 1
            line_break = self._take_break()
            if not line_break:
                return breaks
            breaks.append(line_break)

    def _take_break(self) -> str:
        match = _BREAK.match(self._source, self._position)
        if not match:
            return ""
        self._position = self._line_start = match.end()
        return _normal(match[0])


def _end(pattern: re.Pattern[str], source: str, start: int) -> int:
    match = pattern.match(source, start)
    return match.end() if match else start
