"""Which pieces of a sentence have to survive, and which go with what hurts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from tonecheck.analysis import Analysis, TokenKind
from tonecheck.observation import Facts
from tonecheck.remedies.cargo import blanked, cargo, says
from tonecheck.remedies.days import as_due, asked_for, promised
from tonecheck.remedies.piece import Kind, Piece
from tonecheck.remedies.regions import TAKEN_OUT, Region, loses_the_matter
from tonecheck.types import Category, FactType, Language

_SUMS = frozenset({Kind.AMOUNT, Kind.SUM, Kind.FEE})
_OF_A_THREAT = frozenset({Kind.FEE, Kind.SUM, Kind.DAY, Kind.NAME})
_PRESSING = frozenset({Category.PRESSURE, *TAKEN_OUT})
_STORIES = frozenset({Category.GUILT, Category.RUDENESS})
_WAYS = frozenset({Kind.METHOD, Kind.OTHER})
_DAYS = frozenset({Kind.DUE, Kind.DEADLINE, Kind.DAY})
_PROMISES = "broken-promise"
_PROMISED = frozenset("promise swear обещать пообещать обещание поклясться клясться".split())
_CONDITIONS = {
    Language.EN: frozenset("if unless otherwise or until without".split()),
    Language.RU: frozenset("если иначе либо пока кто не".split()),
}
"""With one of these beside it the deadline of a threat is one for paying."""


class Needs:
    """What the sentences of a message carry, and what of it is said nowhere else.

    Args:
        hurting: all sentences that are to be mended.
    """

    def __init__(self, analysis: Analysis, facts: Facts, hurting: Sequence[Region]) -> None:
        self._analysis = analysis
        self._facts = facts
        self._outside = blanked(analysis.text, [(r.start, r.end) for r in hurting])
        self._keys = Counter(key for token in analysis.tokens for key in token.form.keys)
        self._sums = [
            fact
            for fact in facts[FactType.AMOUNT]
            if not any(r.start <= fact.start < r.end for r in hurting)
        ]

    def pieces(self, region: Region) -> tuple[Piece, ...]:
        """What a region carries, in order."""
        numbers = dict.fromkeys(token.sentence for token in region.tokens)
        stretches = [self._analysis.sentences[number] for number in numbers]
        found = [p for s in stretches for p in cargo(self._analysis, self._facts, s)]
        return tuple(self._read(piece, region) for piece in found)

    def purposes(self, region: Region, pieces: Sequence[Piece]) -> list[Piece]:
        """The pieces with what the days are for in a sentence of this kind."""
        named = {n.rule.id for n in region.noticed}
        if not any(n.rule.category in _PRESSING for n in region.noticed):
            # "You did not pay by 5 May": a reproach names the day on which it was due.
            if named & {_PROMISES} or any(t.form.keys & _PROMISED for t in region.tokens):
                return [promised(p, self._analysis) if p.kind in _DAYS else p for p in pieces]
            if region.is_subject:
                return [replace(p, kind=Kind.DUE) if p.kind is Kind.DEADLINE else p for p in pieces]
            return [as_due(p, self._analysis) for p in pieces]
        days = [piece for piece in pieces if piece.kind is Kind.DAY]
        is_request = all(n.rule.category not in TAKEN_OUT for n in region.noticed)
        if is_request and len(days) == 1 and not any(p.kind is Kind.DEADLINE for p in pieces):
            return [asked_for(p, self._analysis) if p is days[0] else p for p in pieces]
        return list(pieces)

    def needed(self, region: Region, pieces: Sequence[Piece]) -> list[Piece]:
        """The pieces whose facts would be lost with the region; of the same fact the first."""
        found: dict[tuple[Kind, str], Piece] = {}
        for piece in pieces:
            if self._is_needed(piece, region):
                found.setdefault((piece.kind, piece.core.lower()), piece)
        return list(found.values())

    def sets_deadlines(self, region: Region) -> bool:
        """Whether a day in it is one for paying: not one of the sender's own hardship."""
        if any(n.rule.category in _PRESSING for n in region.noticed):
            return True
        return any(
            region.start <= fact.start < region.end for fact in self._facts[FactType.DUE_DATE]
        )

    def loses_matter(self, region: Region, pieces: Sequence[Piece]) -> bool:
        """Whether a noun would be lost that says what is owed for, how or where to pay.

        A threat goes with its nouns, and so does a story of guilt, and a word of haste.
        """
        if region.is_threat or region.is_subject or _is_story(region):
            return False
        categories = {n.rule.category for n in region.noticed}
        if Category.ACCUSATION not in categories and not any(p.kind in _WAYS for p in pieces):
            return False
        return loses_the_matter(region, pieces, self._analysis, self._keys)

    def has_more_figures(self, region: Region, pieces: Sequence[Piece]) -> bool:
        """Whether there are several sums, or figures that nobody knows ("40 plus 5", "5 p.m.")."""
        sums = sum(piece.kind in _SUMS for piece in pieces)
        loose = any(
            token.kind is TokenKind.NUMBER
            and not any(piece.start <= token.start < piece.end for piece in pieces)
            for token in region.tokens
        )
        return not region.is_threat and not region.is_subject and (sums > 1 or loose)

    def is_said(self, piece: Piece) -> bool:
        """Whether a piece stands outside all that is to be mended, too."""
        return says(self._outside, piece.core)

    def _read(self, piece: Piece, region: Region) -> Piece:
        """A sum in an insult is not what is owed where another sentence says that."""
        is_story = _is_story(region)
        if piece.kind is Kind.MATTER and is_story:
            return replace(piece, kind=Kind.MOMENT)
        if piece.kind is Kind.AMOUNT and is_story and self._sums and not self.is_said(piece):
            return replace(piece, kind=Kind.SUM)
        return piece

    def _is_needed(self, piece: Piece, region: Region) -> bool:
        if piece.kind is Kind.MOMENT or self._belongs_to_threat(piece, region):
            return False
        if piece.kind is Kind.DEADLINE and not self.sets_deadlines(region):
            return False
        if piece.kind is Kind.MATTER:
            return self._is_only_here(piece, region)
        return not self.is_said(piece)

    def _is_only_here(self, matter: Piece, region: Region) -> bool:
        """Whether the noun of what is owed for stands nowhere else."""
        head = next(t for t in reversed(region.tokens) if t.end <= matter.end)
        here = Counter(key for token in region.tokens for key in token.form.keys)
        return all(self._keys[key] <= here[key] for key in head.form.keys)

    def _belongs_to_threat(self, piece: Piece, region: Region) -> bool:
        """Whether a piece goes with a threat: a fee, its day; not the deadline of "if not by"."""
        threats = [n for n in region.noticed if n.rule.category in TAKEN_OUT]
        if not region.is_threat and not any(
            n.observation.start <= piece.start and piece.end <= n.observation.end for n in threats
        ):
            return False
        if piece.kind is Kind.AMOUNT:
            return any(n.rule.category is Category.PENALTY for n in threats) and any(
                not region.start <= fact.start < region.end for fact in self._facts[FactType.AMOUNT]
            )
        if piece.kind is Kind.DEADLINE:
            conditions = _CONDITIONS[self._analysis.language]
            return not any(token.norm in conditions for token in region.tokens)
        return piece.kind in _OF_A_THREAT or piece.kind is Kind.MATTER


def _is_story(region: Region) -> bool:
    """Whether a sentence only makes feel guilty or offends: it tells nothing of the payment."""
    return {n.rule.category for n in region.noticed} <= _STORIES
