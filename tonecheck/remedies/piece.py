"""A piece of what a sentence carries."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a piece of cargo is; those before ``NAME`` have slots in rewordings.

    A ``METHOD`` of paying follows them in brackets. ``MATTER`` is what is owed for ("for the
    quilt"), ``PROMISED`` a day on which the client promised to pay.

    A ``FEE``, another ``SUM`` or another ``DAY`` may be part of a threat and go with it, a
    ``MOMENT`` ("yesterday", "on Monday") with any story.
    """

    AMOUNT = "amount"
    REFERENCE = "reference"
    DUE = "due"
    DEADLINE = "deadline"
    METHOD = "method"
    MATTER = "matter"
    PROMISED = "promised"
    NAME = "name"
    FEE = "fee"
    SUM = "sum"
    DAY = "day"
    MOMENT = "moment"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Piece:
    """Visible characters ``start:end`` that an edit may not touch.

    ``noun`` is how the text calls the paper that a reference numbers, ``lead`` a word to be
    written before the piece. ``core`` is what must be said somewhere in the message; the rest
    of the piece only leads to it ("by", "for the lessons").
    """

    kind: Kind
    start: int
    end: int
    core: str
    noun: str = ""
    lead: str = ""
