"""Stretches of text: choosing among overlapping ones, and the words around one."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence
from typing import Protocol, TypeVar

WINDOW = 90
"""How many characters before or after a literal may decide what it means."""


class Spanned(Protocol):
    """Anything with a place in the text."""

    @property
    def start(self) -> int:
        """The first character."""

    @property
    def end(self) -> int:
        """The character after the last one."""


S = TypeVar("S", bound=Spanned)

_BREAK = re.compile(
    r"""
      [.…]+["”»)\]]*\s+(?=["“«(\[]?[A-ZА-ЯЁ£$₦₹])  # a full stop, then a capital letter or a sum
    | (?<=[^\W\d_]{4})\.\s+(?=[a-zа-яё])          # a full stop after a whole word
    | [!?]+["”»)\]]*\s                            # an exclamation or question mark
    | ;\s                                         # a semicolon
    | \n[^\S\n]*\n                                # an empty line
    | \n(?=[^\S\n]*[-*•–—][ ])                    # an item of a list
    | (?<=[.!?;,])\n(?=[^\S\n]*[A-ZА-ЯЁ])         # a line that ends and one that begins
    | \ue000                                      # a placeholder
    """,
    re.VERBOSE,
)
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_NEXT_WORD = re.compile(r"[^\S\n]*([^\W\d_]+)")
_NOT_FREE = frozenset("%‰°*/\\#№&+=@_^~\ue000")


def keep_longest(candidates: Iterable[S]) -> list[S]:
    """The candidates in order, the longer (at equal length the earlier) of two that overlap."""
    kept: list[S] = []
    for candidate in sorted(candidates, key=lambda c: (c.start, -c.end)):
        if not kept or candidate.start >= kept[-1].end:
            kept.append(candidate)
        elif candidate.end - candidate.start > kept[-1].end - kept[-1].start:
            kept[-1] = candidate
    return kept


def overlaps_any(start: int, end: int, spans: Sequence[Spanned]) -> bool:
    """Whether ``start:end`` shares a character with one of the spans.

    The spans stand in order and do not overlap.
    """
    index = bisect_left(spans, end, key=lambda span: span.start)
    return index > 0 and spans[index - 1].end > start


def before(text: str, position: int, floor: int = 0, limit: int = WINDOW) -> str:
    """What stands before a position in the same sentence, at most ``limit`` characters.

    Nothing before ``floor`` is returned, and no part of a word that the limit cuts.
    """
    low = max(floor, position - limit)
    if floor < low < position and text[low - 1].isalnum():
        while low < position and text[low].isalnum():
            low += 1
    # one character more than the window: a capital letter at ``position`` ends a sentence
    for match in _BREAK.finditer(text, low, position + 1):
        if match.end() <= position:
            low = match.end()
    return text[low:position]


def after(text: str, position: int, ceiling: int | None = None, limit: int = WINDOW) -> str:
    """What stands after a position in the same sentence, at most ``limit`` characters."""
    ceiling = len(text) if ceiling is None else ceiling
    high = min(ceiling, position + limit)
    if position < high < ceiling and text[high].isalnum():
        while high > position and text[high - 1].isalnum():
            high -= 1
    # one character earlier: the full stop of "12 руб." may also end the sentence
    first = _BREAK.search(text, max(0, position - 1), high)
    return text[position : max(position, first.start())] if first else text[position:high]


def stands_alone(text: str, end: int, free_words: Collection[str]) -> bool:
    """Whether a number that ends at ``end`` counts nothing that follows it.

    It stands alone before punctuation, the end of the line, or one of ``free_words``
    (prepositions, conjunctions, forms of "to be"); "40 boxes", "5 %" and "3-4" do not.
    """
    position = end
    while position < len(text) and text[position].isspace() and text[position] != "\n":
        position += 1
    if position == len(text) or text[position] == "\n":
        return True
    character = text[position]
    if character.isalpha():
        word = _WORD.match(text, position)
        return position > end and word is not None and word[0].casefold() in free_words
    if character.isdigit() or character in _NOT_FREE:
        return False
    return not text[position + 1 : position + 2].isdigit()


def first_word_after(text: str, end: int) -> str:
    """The next word in lower case, if only blanks stand before it; else an empty string."""
    match = _NEXT_WORD.match(text, end)
    return match[1].casefold() if match else ""
