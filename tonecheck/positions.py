"""Lines and columns of a source text."""

from __future__ import annotations

import re
from bisect import bisect_right

_LINE_END = re.compile(r"\r\n|\r|\n")


class LineIndex:
    """The lines of a text that may end in LF, CR LF or CR, and the way from offsets to them.

    A line end belongs to the line that it ends.
    """

    def __init__(self, source: str) -> None:
        self._source = source
        ends = list(_LINE_END.finditer(source))
        self._starts = [0, *(end.end() for end in ends)]
        self._ends = [*(end.start() for end in ends), len(source)]

    def __len__(self) -> int:
        """The number of lines; one at least."""
        return len(self._starts)

    def place(self, offset: int) -> tuple[int, int]:
        """The line and the column of an offset, both 1-based, the column in code points.

        An offset past the end is taken for the end.
        """
        inside = min(max(offset, 0), len(self._source))
        line = bisect_right(self._starts, inside)
        return line, inside - self._starts[line - 1] + 1

    def text(self, line: int) -> str:
        """A line (1-based) without its line end."""
        first, last = self.span(line)
        return self._source[first:last]

    def span(self, line: int) -> tuple[int, int]:
        """The offsets where a line (1-based) begins and where its text ends."""
        return self._starts[line - 1], self._ends[line - 1]
