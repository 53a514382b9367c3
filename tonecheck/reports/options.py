"""How a report is to look."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from tonecheck.types import Language

if TYPE_CHECKING:
    from tonecheck.rule import Rule

MIN_WIDTH = 40
"""Narrower terminals get lines of this many columns."""


class Detail(StrEnum):
    """How much a report tells."""

    QUIET = "quiet"
    NORMAL = "normal"
    VERBOSE = "verbose"


def own_rules() -> Mapping[str, Rule]:
    """The rules that come with tonecheck, by name."""
    from tonecheck.rulebook import load

    return load().rules


@dataclass(frozen=True, slots=True)
class TextOptions:
    """How a report is to look.

    ``width`` is in columns, ``MIN_WIDTH`` at least. ``unicode`` says whether the stream can
    show signs beyond ASCII and letters. Without a ``language`` each message is reported in
    its own. What a quiet report still shows, and which scores are asked for, each message
    carries itself (:class:`tonecheck.types.Demand`). ``rules`` gives the rules of the run by name,
    a company's own among them, to a report that describes them.
    """

    color: bool = False
    width: int = 80
    unicode: bool = True
    language: Language | None = None
    detail: Detail = Detail.NORMAL
    rules: Callable[[], Mapping[str, Rule]] = own_rules

    @property
    def columns(self) -> int:
        """The width that is really used."""
        return max(self.width, MIN_WIDTH)
