"""How a report is to look."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tonecheck.types import Language

MIN_WIDTH = 40
"""Narrower terminals get lines of this many columns."""


class Detail(StrEnum):
    """How much a text report tells."""

    QUIET = "quiet"
    NORMAL = "normal"
    VERBOSE = "verbose"


@dataclass(frozen=True, slots=True)
class TextOptions:
    """How a report is to look.

    ``width`` is in columns, ``MIN_WIDTH`` at least. ``unicode`` says whether the stream can
    show signs beyond ASCII and letters. Without a ``language`` each message is reported in
    its own. What a quiet report still shows, and which scores are asked for, each message
    carries itself (:class:`tonecheck.types.Demand`).
    """

    color: bool = False
    width: int = 80
    unicode: bool = True
    language: Language | None = None
    detail: Detail = Detail.NORMAL

    @property
    def columns(self) -> int:
        """The width that is really used."""
        return max(self.width, MIN_WIDTH)
