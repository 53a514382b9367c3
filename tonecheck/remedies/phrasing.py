"""Sentences that may stand for others: frames from ``rules/rewordings.yaml``, spoken in the
voice of the message."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tonecheck.analysis import Analysis
from tonecheck.remedies.cargo import Kind, Piece
from tonecheck.remedies.nouns import dative
from tonecheck.remedies.voice import spoken, voice
from tonecheck.types import Category, Context, Edit, Stage

SLOT = re.compile(r"\{(amount|reference|due|deadline|method)\}")


@dataclass(frozen=True, slots=True)
class Frame:
    """A sentence with slots for pieces of cargo."""

    text: str


class Phrasing:
    """The rewordings of one language in the voice of one message.

    Args:
        data: what ``rules/rewordings.yaml`` has for the language.
    """

    def __init__(self, data: Mapping[str, Any], analysis: Analysis, context: Context) -> None:
        self._data = data
        self._voice: Mapping[str, str] = self._data["voices"][voice(analysis)]
        self._analysis = analysis
        self._stage = context.stage
        self._said: set[str] = set()

    def frame(
        self,
        pieces: Sequence[Piece],
        category: Category,
        method: Piece | None,
        *,
        subject: bool = False,
    ) -> Frame | None:
        """The first frame with slots for just these pieces in their order.

        Args:
            category: of the sentence that it replaces; a line for it serves where only the
                ``method`` of paying is to be kept.
        """
        text = self._framed(pieces, subject) if pieces or subject else self.instead(category)
        if text is None or not method:
            return Frame(text) if text else None
        return Frame(f"{text[:-1]} ({{method}}){text[-1]}")

    def _framed(self, pieces: Sequence[Piece], subject: bool) -> str | None:
        kinds = [piece.kind for piece in pieces]
        late = self._stage in (Stage.OVERDUE, Stage.FINAL)
        lists = ["subject"] if subject else ["open", "asks"] if late else ["asks"]
        for name in lists:
            for text in self._data[name]:
                if [Kind(slot) for slot in SLOT.findall(text)] == kinds:
                    return self._spoken(text)
        return None

    def instead(self, category: Category) -> str | None:
        """A sentence for one that carries nothing, not said before; None where none is left."""
        for text in self._instead(category):
            said = self._spoken(text)
            if said not in self._said and said not in self._analysis.text:
                self._said.add(said)
                return said
        return None

    def request(self) -> str:
        """The plain request to pay."""
        return self._spoken(self._data["request"])

    def _instead(self, category: Category) -> Iterator[str]:
        if not self._data["instead"].get(category.value):
            return
        if self._stage is Stage.DISPUTED:
            yield from self._data["disputed"]
        elif self._stage in (Stage.PRE_DUE, Stage.DUE):
            yield from self._data["early"]
        else:
            yield from self._data["instead"][category.value]

    def _spoken(self, text: str) -> str:
        return spoken(text, self._voice)


def woven(frame: Frame, pieces: Sequence[Piece], start: int, end: int, text: str) -> list[Edit]:
    """The edits that write a frame around the pieces, between visible ``start`` and ``end``.

    Raises:
        ValueError: a noun cannot be put into the dative.
    """
    parts = SLOT.split(frame.text)[::2]
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


def _paper(piece: Piece) -> str:
    """What a Russian reference is the number of, in the dative, with a blank."""
    if not piece.noun:
        return ""
    return f"{dative(piece.noun)} "
