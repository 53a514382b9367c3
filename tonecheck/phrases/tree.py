"""A phrase once it is parsed: what each item of it stands for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Word:
    """A word by lemma (or by exact form), by tags, or both."""

    word: str | None
    exact: bool
    tags: frozenset[str]


@dataclass(frozen=True, slots=True)
class Mark:
    """A literal punctuation mark."""

    text: str


@dataclass(frozen=True, slots=True)
class Term:
    """A reference to a term list."""

    name: str


@dataclass(frozen=True, slots=True)
class FactClass:
    """A token that is part of a fact of this class."""

    name: str


@dataclass(frozen=True, slots=True)
class Gap:
    """Words that do not matter; ``limit`` is None for any number inside the clause."""

    limit: int | None


@dataclass(frozen=True, slots=True)
class Rest:
    """Everything up to the end of the clause or of the sentence."""

    whole_sentence: bool


@dataclass(frozen=True, slots=True)
class Start:
    """The beginning of a sentence."""


@dataclass(frozen=True, slots=True)
class Sequence:
    """Items one after the other."""

    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Either:
    """One of several sequences."""

    options: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Optional:
    """An item that may be absent."""

    item: Node


@dataclass(frozen=True, slots=True)
class AnyOrder:
    """Items in any order, with other words between them, inside a clause or a sentence."""

    items: tuple[Node, ...]
    whole_sentence: bool


@dataclass(frozen=True, slots=True)
class Marked:
    """The part of the phrase that a finding reports."""

    item: Node


@dataclass(frozen=True, slots=True)
class NotHere:
    """The next token must not match; takes no room."""

    item: Node


Node = (
    Word
    | Mark
    | Term
    | FactClass
    | Gap
    | Rest
    | Start
    | Sequence
    | Either
    | Optional
    | AnyOrder
    | Marked
    | NotHere
)


def leaves(node: Node) -> Iterator[Word | Term]:
    """The words and term lists that a phrase names, in the order in which they are written."""
    match node:
        case Word() | Term():
            yield node
        case Sequence(items) | AnyOrder(items, _) | Either(items):
            for item in items:
                yield from leaves(item)
        case Optional(item) | Marked(item) | NotHere(item):
            yield from leaves(item)
