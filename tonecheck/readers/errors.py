"""What goes wrong while a message is read."""

from __future__ import annotations

import re

from tonecheck.sentences import TonecheckError

_LINE_END = re.compile(r"\r\n|\r|\n")


class ReadError(TonecheckError):
    """A file that is no message, and why; the sentence names the line where there is one.

    The path is not part of the sentence: whoever reports the error knows it.
    """


def line_of(source: str, offset: int) -> int:
    """The 1-based line of a source offset, whatever the line ends are."""
    return sum(1 for _ in _LINE_END.finditer(source, 0, offset)) + 1
