"""Sentences that may stand for others: frames from ``rules/rewordings.yaml``, spoken in the
voice of the message."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tonecheck.analysis import Analysis
from tonecheck.checks import places
from tonecheck.languages import module_for
from tonecheck.observation import Change
from tonecheck.remedies.matter import PAPERS
from tonecheck.remedies.piece import Kind, Piece
from tonecheck.remedies.voice import spoken, voice
from tonecheck.types import Category, Context, Edit, Language, Stage

SLOT = re.compile(r"\{(amount|reference|due|deadline|method|matter|promised)\}")


@dataclass(frozen=True, slots=True)
class Line:
    """A whole sentence, and the absences that it makes good (ids of rules)."""

    text: str
    gives: tuple[str, ...] = ()


_ASKING = frozenset({"ask", "pay"})


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
        self.message_start = places.message_start(analysis)
        self.given: dict[str, Change] = {}
        """What a sentence that stands for another makes good, by the id of the rule."""
        self.invites = bool(re.search(self._data["invites"], analysis.text, re.I))
        """Whether the message itself asks for a word if there is anything."""
        self.has_offer = False
        """Whether the message offers time or another way itself."""
        self.lacks_method = False
        """Whether nothing says how to pay, so that the details may be offered."""
        self.is_left_hurting = bool(re.search(self._data["merciless"], analysis.text, re.I))
        """Whether something that hurts stays for a person to mend."""

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

    def framed(self, held: Sequence[Piece], *, subject: bool = False) -> str | None:
        """A frame for the pieces in their order; how to pay follows it."""
        slotted = [piece for piece in held if piece.kind is not Kind.METHOD]
        methods = len(held) - len(slotted)
        if methods > 1 or (methods and (not slotted or held[-1].kind is not Kind.METHOD)):
            return None
        frame = self.frame(slotted, subject=subject)
        return frame if frame is None or not methods else f"{frame} {self._data['method']}"

    def greeting(self) -> Line:
        """A greeting by the name that stands in ``{name}``."""
        return Line(self._data["missing"]["greeting"]["called"])

    def instead(self, category: Category, *, asked: bool, spoken_of: bool) -> Line | None:
        """A sentence in the place of one that carries nothing; None where there is none.

        Args:
            asked: another sentence asks for the payment already.
            spoken_of: another sentence speaks of the payment.
        """
        for name in self._data["instead"][category.value]:
            line = self.line(name)
            known = asked if name in _ASKING else spoken_of
            late = self._stage in (Stage.OVERDUE, Stage.FINAL)
            if late and not known and self._is_new(line):
                return line
        return None

    def at_the_end(self, category: Category) -> Line | None:
        """A courteous sentence for the end of the message, once; None where there is one."""
        if category.value not in self._data["end"]["for"] or self.is_left_hurting or self.has_offer:
            return None
        line = self.line(self.soft)
        return line if self._is_new(line) else None

    @property
    def soft(self) -> str:
        """The name of the sentence that offers to talk."""
        if self._stage is Stage.DISPUTED:
            return "together"
        return "details" if self.lacks_method else "trouble"

    def _is_new(self, line: Line) -> bool:
        if line.text in self._said:
            return False
        self._said.add(line.text)
        return True

    def line(self, name: str) -> Line:
        """A sentence by its name."""
        line = self._data["lines"][name]
        return Line(spoken(line["says"], self._voice), tuple(line.get("gives", ())))

    def request(self) -> Line | None:
        """The plain request to pay, or in a dispute to find a way; None where it was made."""
        line = self.line("together" if self._stage is Stage.DISPUTED else "pay")
        return line if self._is_new(line) else None


def woven(
    frame: str, pieces: Sequence[Piece], start: int, end: int, analysis: Analysis
) -> list[Edit]:
    """The edits that write a frame around the pieces, between visible ``start`` and ``end``.

    Raises:
        ValueError: a noun cannot be put into the dative.
    """
    parts = SLOT.split(frame)[::2]
    text = analysis.text
    edits: list[Edit] = []
    position = start
    for part, piece in zip(parts, [*pieces, None], strict=True):
        if piece is None:
            edits.append(Edit(position, end, part))
            break
        lead = part + _paper(piece) + piece.lead
        lead = lead if part else lead[:1].upper() + lead[1:]
        first = text[piece.start]
        may_rise = piece.core[0] != first or piece.kind in (Kind.MATTER, Kind.DEADLINE)
        if not lead and first.islower() and may_rise:
            edits.append(Edit(position, piece.start + 1, first.upper()))
        elif lead and piece.start == start and _has_capital_of_place(piece, analysis):
            edits.append(Edit(position, piece.start + 1, lead + first.lower()))
        else:
            edits.append(Edit(position, piece.start, lead))
        position = piece.end
    return [edit for edit in edits if text[edit.start : edit.end] != edit.replacement]


def _has_capital_of_place(piece: Piece, analysis: Analysis) -> bool:
    """Whether a day's first letter is a capital only because it opened the sentence."""
    if piece.kind not in (Kind.DUE, Kind.DEADLINE) or not analysis.text[piece.start].isupper():
        return False
    word = next(t for t in analysis.tokens if t.start == piece.start)
    return analysis.language is Language.RU or word.norm in _NEAR or not word.form.can_be("noun")


_NEAR = frozenset("today tonight tomorrow".split())


def _paper(piece: Piece) -> str:
    """What a Russian reference is the number of, in the dative, with a blank."""
    if not piece.noun:
        return ""
    from tonecheck.languages.russian import Russian

    module = module_for(Language.RU)
    assert isinstance(module, Russian)
    first, *others = piece.noun.split()
    if others and not module.form(module.normalise(first, first)).keys & PAPERS:
        raise ValueError(f"a genitive, not the paper itself: {piece.noun}")
    return f"{module.inflector.dative(piece.noun)} "
