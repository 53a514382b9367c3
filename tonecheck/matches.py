"""Rules and facts applied: which stretches of a message their phrases find.

Each book of phrases holds, beside the phrases proper, their exceptions (``unless``); both are
found in one pass, and an exception cancels the hits of its owner in the same sentence.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from tonecheck.analysis import Analysis, Part
from tonecheck.phrases import Hit, Phrase, PhraseBook
from tonecheck.phrases.scope import is_name, is_negated, is_quoted


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose phrases they are, and where a hit does not count."""

    id: str
    phrases: tuple[str, ...]
    unless: tuple[str, ...]
    negation_cancels: bool
    quotation_cancels: bool
    parts: frozenset[Part]
    names_cancel: bool = True


@dataclass(frozen=True, slots=True)
class Found:
    """A hit of an owner's phrase number ``phrase``."""

    owner: str
    phrase: int
    hit: Hit


@dataclass(frozen=True, slots=True)
class Finds:
    """What counts, and what an exception of its owner excuses on the spot."""

    counted: list[Found]
    excused: list[Found]


@dataclass(frozen=True, slots=True)
class _Entry:
    owner: int
    number: int
    exception: bool


class Finder:
    """Finds the phrases of several owners in one pass."""

    def __init__(self, owners: Sequence[Owner]) -> None:
        self._owners = tuple(owners)
        self._entries: list[_Entry] = []
        self.phrases: list[Phrase] = []
        for index, owner in enumerate(self._owners):
            for exception, texts in ((False, owner.phrases), (True, owner.unless)):
                for number, text in enumerate(texts):
                    self._entries.append(_Entry(index, number, exception))
                    self.phrases.append(Phrase(owner.id, text))

    def numbers(self, owners: AbstractSet[str]) -> frozenset[int]:
        """The numbers that the phrases and exceptions of some owners have in :attr:`phrases`."""
        return frozenset(
            number for number, phrase in enumerate(self.phrases) if phrase.owner in owners
        )

    def find(
        self,
        analysis: Analysis,
        book: PhraseBook,
        skipped: Sequence[AbstractSet[int]] | None = None,
    ) -> list[Found]:
        """What counts, joined where hits of one owner overlap.

        Args:
            book: the book made of :attr:`phrases`.
            skipped: for each sentence the numbers of phrases that are not looked for.
        """
        return self.find_all(analysis, book, skipped).counted

    def find_all(
        self,
        analysis: Analysis,
        book: PhraseBook,
        skipped: Sequence[AbstractSet[int]] | None = None,
    ) -> Finds:
        """What :meth:`find` finds, and what would have counted without an exception there."""
        hits: dict[int, list[tuple[int, Hit]]] = defaultdict(list)
        exceptions: dict[int, list[Hit]] = defaultdict(list)
        for hit in book.find(analysis, skipped):
            entry = self._entries[hit.phrase]
            if entry.exception:
                exceptions[entry.owner].append(hit)
            else:
                hits[entry.owner].append((entry.number, hit))
        finds = Finds([], [])
        for index in sorted(hits):
            owner = self._owners[index]
            silent = {analysis.tokens[hit.first].sentence for hit in exceptions[index]}
            counted: list[Found] = []
            for number, hit in hits[index]:
                found = Found(owner.id, number, hit)
                if analysis.tokens[hit.first].sentence not in silent:
                    if _counts(analysis, hit, owner):
                        counted.append(found)
                elif any(_meet(hit, exception) for exception in exceptions[index]):
                    finds.excused.append(found)
            finds.counted.extend(_longest(counted))
        return finds


def _counts(analysis: Analysis, hit: Hit, owner: Owner) -> bool:
    if owner.parts and analysis.tokens[hit.first].part not in owner.parts:
        return False
    if owner.quotation_cancels and is_quoted(analysis, hit):
        return False
    if owner.negation_cancels and is_negated(analysis, hit):
        return False
    return not (owner.names_cancel and is_name(analysis, hit))


def _meet(one: Hit, other: Hit) -> bool:
    return one.first < other.last and other.first < one.last


def _longest(found: Iterable[Found]) -> list[Found]:
    """Of overlapping hits, the longest."""
    kept: list[Found] = []
    taken: set[int] = set()
    for candidate in sorted(found, key=lambda f: (f.hit.first - f.hit.last, f.hit.first)):
        span = range(candidate.hit.first, candidate.hit.last)
        if taken.isdisjoint(span):
            taken.update(span)
            kept.append(candidate)
    return sorted(kept, key=lambda f: f.hit.first)
