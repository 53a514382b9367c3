"""Strings told as copies of a source, so that what is kept of them is not its text.

A coded string is a list of pieces: two numbers are a copy (where it starts, and how many
characters), a string is itself. Without the source the copies say nothing.
"""

from __future__ import annotations

import re
from enum import Enum
from functools import cached_property
from typing import TypeAlias

Coded: TypeAlias = "str | list[str | int]"
"""A string in pieces; one without copies stands for itself."""

_APART = "\0"
"""What no source holds: a copy never runs from one writing of it into the next."""

_LEAST = 4
"""So many characters that a sentence of the tool's own shares with a source are no accident."""

_OWN_WORDS = re.compile(r"[^\W_]{4,}")
"""What a string must not have left of its own where it may hold nothing but the message's."""


class Origin(Enum):
    """Whose words a string is made of."""

    TOOL = "tool"
    """A name that the tool gave: kept as it is."""
    SENTENCE = "sentence"
    """A sentence of the tool, in which the message may be quoted."""
    MIXED = "mixed"
    """Words of the message in a form that it does not have, and words of the tool."""
    MESSAGE = "message"
    """Words of the message alone."""


class NotCopiedError(ValueError):
    """A string of the message's own words that the source does not hold."""


class Original:
    """A source as it is written, and in small, in capital and with initial letters.

    Args:
        source: the decoded text of a file.
        shown: what its readers see, where that is written in another way (a mail in base64).
    """

    def __init__(self, source: str, shown: str = "") -> None:
        writings = (source, source.lower(), source.upper(), source.title())
        self.text = _APART.join((*writings, shown, shown.lower(), shown.title()))
        self._known: dict[tuple[str, Origin], Coded] = {}

    def coded(self, text: str, origin: Origin) -> Coded:
        """A string in pieces.

        Digits are always copied one by one where they cannot be copied together.

        Raises:
            NotCopiedError: four letters or digits in a row of a string that is the message's
                are not in the source.
        """
        if origin is Origin.TOOL:
            return text
        key = text, origin
        if key not in self._known:
            self._known[key] = self._coded(text, origin)
        return self._known[key]

    def _coded(self, text: str, origin: Origin) -> Coded:
        least = _LEAST if origin is Origin.SENTENCE else 1
        pieces: list[str | int] = []
        rest = position = 0
        while position < len(text):
            start, length = self._longest(text, position, 1 if text[position].isdigit() else least)
            if length:
                pieces += [text[rest:position]] if rest < position else []
                pieces += [start, length]
                rest = position + length
            position += length or 1
        pieces += [text[rest:]] if rest < len(text) else []
        if origin is Origin.MESSAGE and any(
            isinstance(piece, str) and _OWN_WORDS.search(piece) for piece in pieces
        ):
            raise NotCopiedError("words of a message that are not in its source")
        return pieces if any(isinstance(piece, int) for piece in pieces) else text

    def _longest(self, text: str, position: int, least: int) -> tuple[int, int]:
        """The longest stretch of the original that stands at a position of a text, maybe none."""
        if least == _LEAST and text[position : position + least] not in self._openings:
            return 0, 0
        original, start, length = self.text, 0, 0
        reach = least
        while position + reach <= len(text):
            # What begins like the longer stretch stands nowhere before the shorter one.
            found = original.find(text[position : position + reach], start)
            if found < 0:
                break
            start = found
            while (
                position + reach < len(text)
                and start + reach < len(original)
                and original[start + reach] == text[position + reach]
            ):
                reach += 1
            length = reach
            reach += 1
        return start, length

    @cached_property
    def _openings(self) -> frozenset[str]:
        return frozenset(self.text[n : n + _LEAST] for n in range(len(self.text) - _LEAST + 1))


def plain(coded: Coded, original: str) -> str:
    """The string that was coded.

    Args:
        coded: its pieces.
        original: :attr:`Original.text` of the source that it was coded with.

    Raises:
        ValueError, TypeError: these are no pieces of a string.
    """
    if isinstance(coded, str):
        return coded
    if not isinstance(coded, list):
        raise TypeError("no pieces of a string")
    parts: list[str] = []
    pieces = iter(coded)
    for piece in pieces:
        if isinstance(piece, str):
            parts.append(piece)
            continue
        length = next(pieces, None)
        if not isinstance(length, int) or not 0 <= piece <= piece + length <= len(original):
            raise ValueError("a copy of what is not there")
        parts.append(original[piece : piece + length])
    return "".join(parts)
