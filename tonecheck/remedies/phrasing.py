"""Sentences that may stand for others: frames from ``rules/rewordings.yaml``, spoken in the
voice of the message."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tonecheck.analysis import Analysis
from tonecheck.observation import Change
from tonecheck.remedies.cargo import Kind, Piece
from tonecheck.remedies.nouns import dative
from tonecheck.remedies.voice import spoken, voice
from tonecheck.types import Category, Context, Edit, Stage

SLOT = re.compile(r"\{(amount|reference|due|deadline|method)\}")


@dataclass(frozen=True, slots=True)
class Line:
    """A whole sentence, and the absences that it makes good (ids of rules)."""

    text: str
    gives: tuple[str, ...] = ()


_ASKING = frozenset({"ask", "pay"})

MAX_LINES = 2
"""So many sentences without facts are put in; a message of such lines only is none."""


class Phrasing:
    """The rewordings of one language in the voice of one message.

    Args:
        data: what ``rules/rewordings.yaml`` has for the language.
    """

    def __init__(self, data: Mapping[str, Any], analysis: Analysis, context: Context) -> None:
        self._data = data
        self._voice: Mapping[str, str] = self._data["voices"][voice(analysis)]
        self._stage = context.stage
        lines = (spoken(line["says"], self._voice) for line in self._data["lines"].values())
        self._said = {line for line in lines if line in analysis.text}
        self.given: dict[str, Change] = {}
        """What a sentence that stands for another makes good, by the id of the rule."""

    def frame(self, pieces: Sequence[Piece], *, subject: bool = False) -> str | None:
        """The first frame with slots for just these pieces in their order."""
        kinds = [piece.kind for piece in pieces]
        late = self._stage in (Stage.OVERDUE, Stage.FINAL)
        lists = ["subject"] if subject else ["open", "asks"] if late else ["asks"]
        for name in lists:
            for text in self._data[name]:
                if [Kind(slot) for slot in SLOT.findall(text)] == kinds:
                    return spoken(text, self._voice)
        return None

    def instead(self, category: Category, *, asked: bool = False) -> Line | None:
        """A sentence for one that carries nothing, not said before; None where none is left.

        Args:
            asked: another sentence asks for the payment already.
        """
        for name in self._names(category):
            if asked and name in _ASKING:
                continue
            if len(self._said) >= MAX_LINES:
                return None
            line = self.line(name)
            if line.text not in self._said:
                self._said.add(line.text)
                return line
        return None

    def line(self, name: str) -> Line:
        """A sentence by its name."""
        line = self._data["lines"][name]
        return Line(spoken(line["says"], self._voice), tuple(line.get("gives", ())))

    def request(self) -> Line:
        """The plain request to pay, or in a dispute to say what is wrong."""
        return self.line("differ" if self._stage is Stage.DISPUTED else "pay")

    def _names(self, category: Category) -> Sequence[str]:
        """The names of sentences that may stand for one of a category."""
        names: Sequence[str] = self._data["instead"][category.value]
        if not names or self._stage in (Stage.OVERDUE, Stage.FINAL):
            return names
        kept: Sequence[str] = self._data["disputed" if self._stage is Stage.DISPUTED else "early"]
        return kept


def woven(frame: str, pieces: Sequence[Piece], start: int, end: int, text: str) -> list[Edit]:
    """The edits that write a frame around the pieces, between visible ``start`` and ``end``.

    Raises:
        ValueError: a noun cannot be put into the dative.
    """
    parts = SLOT.split(frame)[::2]
    edits: list[Edit] = []
    position = start
    for part, piece in zip(parts, [*pieces, None], strict=True):
        if piece is None:
            edits.append(Edit(position, end, part))
            break
        lead = part + _paper(piece)
        if not lead and text[piece.start].islower() and piece.core[0] != text[piece.start]:
            edits.append(Edit(position, piece.start + 1, text[piece.start].upper()))
        else:
            edits.append(Edit(position, piece.start, lead))
        position = piece.end
    return [edit for edit in edits if text[edit.start : edit.end] != edit.replacement]


def bracketed(frame: str, place: int) -> str | None:
    """A frame with how to pay in brackets behind its slot number ``place`` (or at its end).

    None where it would come before all else.
    """
    slots = list(SLOT.finditer(frame))
    if place == len(slots):
        return f"{frame[:-1]} ({{method}}){frame[-1]}"
    if place == 0:
        return None
    end = slots[place - 1].end()
    return f"{frame[:end]} ({{method}}){frame[end:]}"


def _paper(piece: Piece) -> str:
    """What a Russian reference is the number of, in the dative, with a blank."""
    if not piece.noun:
        return ""
    return f"{dative(piece.noun)} "
