"""What stands in ``fix``: words as they are, words kept, words put into a form.

``сообщаем``             these words
``{2}``                  the second word that the phrase matched, as it stands
``<оплатить|оплачивать>``    this word in the form of the matched word of its kind (verb,
                         adjective, noun); of a verb the one of the same aspect
``<этот:3>``             … in the form of the third word that the phrase matched
``<this>``               English: "this" or "these", as the noun after it asks
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tonecheck.sentences import TonecheckError


class TemplateError(TonecheckError):
    """A fix that cannot be read: what, and what was expected."""


@dataclass(frozen=True, slots=True)
class Text:
    """Words, spaces and marks as they are."""

    text: str


@dataclass(frozen=True, slots=True)
class Kept:
    """The matched word of this number, counted from one, as it stands."""

    number: int


@dataclass(frozen=True, slots=True)
class Formed:
    """A word (of a verb possibly both aspects) in the form of the matched word ``like``."""

    lemmas: tuple[str, ...]
    like: int | None


Piece = Text | Kept | Formed

_PIECE = re.compile(r"\{(\d+)\}|<([^<>:|\s]+(?:\|[^<>:|\s]+)*)(?::(\d+))?>|([^<>{}]+)")


def parse_fix(fix: str) -> tuple[Piece, ...]:
    """The pieces of a fix, in order.

    Raises:
        TemplateError: it cannot be read, or it keeps words in another order than the text.
    """
    pieces: list[Piece] = []
    position = 0
    for match in _PIECE.finditer(fix):
        if match.start() != position:
            break
        position = match.end()
        number, words, like, text = match.groups()
        if number:
            pieces.append(Kept(int(number)))
        elif words:
            pieces.append(Formed(tuple(words.split("|")), int(like) if like else None))
        else:
            pieces.append(Text(text))
    if position != len(fix):
        raise TemplateError(
            f"fix «{fix}», column {position + 1}: expected words, {{number}}, <word> or "
            "<word:number>"
        )
    kept = [p.number for p in pieces if isinstance(p, Kept)]
    if 0 in kept or sorted(set(kept)) != kept:
        raise TemplateError(f"fix «{fix}»: expected the words kept in the order of the text")
    return tuple(pieces)
