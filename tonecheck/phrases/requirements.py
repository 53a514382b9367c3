"""What a phrase cannot do without, worked out once from its syntax.

A *need* is a set of keys of which every match contains at least one: a lemma, ``#tag`` or
``@class``. A phrase has several needs, all of which hold in the sentence where it matches,
and an *opening*: the keys of which its first word has one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from tonecheck.phrases import tree
from tonecheck.phrases.reader import LIGHT
from tonecheck.phrases.tree import Node
from tonecheck.phrases.vocabulary import Vocabulary

Keys = frozenset[str]

TAG_COST = 1000
"""What a tag counts for when the cheapest need is chosen; a word counts for 1."""

FUNCTION_WORD_COST = 20
FUNCTION_WORDS = frozenset(
    "be have do will can i we you he she it they not to the a of in on for and or if this that "
    "your our my by with no и в на не что с за к по до от у о а но или если это как мы вы я он "
    "она они ваш наш мой быть мочь для из же".split()
)


def cost(need: AbstractSet[str]) -> int:
    """About how often a sentence meets a need: the smaller, the better an anchor."""
    return sum(
        TAG_COST
        if key[0] == "#"
        else FUNCTION_WORD_COST
        if key[0] == "@" or key in FUNCTION_WORDS
        else 1
        for key in need
    )


@dataclass(frozen=True, slots=True)
class Choice:
    """Which of some numbered options can match at a word.

    ``words`` are the keys of the options that are plain words; ``filed`` has under a key the
    numbers of the others that a word with it can open; those in ``anywhere`` any word can.
    """

    words: Sequence[str]
    filed: Mapping[str, Sequence[int]]
    anywhere: Sequence[int]

    def opening(self) -> Keys | None:
        """The keys of which the first word of any option has one; None for any word."""
        return None if self.anywhere else frozenset(self.words) | self.filed.keys()


class Requirements:
    """Works out needs and openings; those of term lists once.

    Args:
        vocabulary: the term lists.
        choices: what :meth:`term_choices` returned for the same term lists.
    """

    def __init__(self, vocabulary: Vocabulary, choices: Mapping[str, Choice] | None = None) -> None:
        self._vocabulary = vocabulary
        self._term_needs: dict[str, Keys | None] = {}
        self._term_choices: dict[str, Choice] = dict(choices or {})
        self._term_openings: dict[str, Keys | None] = {}

    def choice(self, options: Sequence[Node]) -> Choice:
        """How options are told apart by the word that stands before them."""
        words: set[str] = set()
        filed: dict[str, list[int]] = defaultdict(list)
        anywhere: list[int] = []
        for number, option in enumerate(options):
            match option:
                case tree.Word(str(word), False, tags) if not tags:
                    words |= self._vocabulary.keys_of(word)
                    continue
            opening = self.opening(option)
            if opening is None:
                anywhere.append(number)
            for key in opening or ():
                filed[key].append(number)
        return Choice(sorted(words), dict(filed), anywhere)

    def term_choice(self, name: str) -> Choice:
        """How the entries of a term list are told apart."""
        if name not in self._term_choices:
            self._term_choices[name] = self.choice(self._vocabulary.term(name))
        return self._term_choices[name]

    def term_choices(self) -> Mapping[str, Choice]:
        """Those of all term lists that have been read."""
        return {name: self.term_choice(name) for name in self._vocabulary.read}

    def needs(self, node: Node) -> list[Keys]:
        """Sets of keys that all have to be met."""
        match node:
            case tree.Word() | tree.Mark() | tree.FactClass():
                keys = self._own_keys(node)
                return [keys] if keys else []
            case tree.Term(name):
                if name not in self._term_needs:
                    self._term_needs[name] = self._any_need(self._vocabulary.term(name))
                need = self._term_needs[name]
                return [need] if need else []
            case tree.Either(options):
                need = self._any_need(options)
                return [need] if need else []
            case tree.Sequence(items) | tree.AnyOrder(items, _):
                return [need for item in items for need in self.needs(item)]
            case tree.Marked(item):
                return self.needs(item)
            case _:
                return []

    def opening(self, node: Node) -> Keys | None:
        """The keys of which the first word has one; None where any word will do."""
        return self._first([node])

    def _own_keys(self, node: tree.Word | tree.Mark | tree.FactClass) -> Keys:
        match node:
            case tree.Mark(text):
                return frozenset({text})
            case tree.FactClass(name):
                return frozenset({f"@{name}"})
            case tree.Word(None, _, tags):
                return frozenset({f"#{min(tags)}"})
            case tree.Word(str(word), True, _):
                return frozenset({word.lower().replace("ё", "е")})
            case tree.Word(str(word), False, _):
                return self._vocabulary.keys_of(word)
        return frozenset()

    def _any_need(self, options: Sequence[Node]) -> Keys | None:
        """One need that covers all options: the union of the cheapest of each."""
        union: set[str] = set()
        for option in options:
            needs = self.needs(option)
            if not needs:
                return None
            cheapest: Keys = min(needs, key=cost)
            union |= cheapest
        return frozenset(union)

    def _first(self, items: Sequence[Node]) -> Keys | None:
        """The opening of items one after the other, of which the first ones may be empty."""
        union: set[str] = set()
        for item in items:
            if isinstance(item, tree.Start | tree.NotHere):
                continue
            optional = isinstance(item, tree.Optional)
            keys = self._first_of(item.item if isinstance(item, tree.Optional) else item)
            if keys is None:
                return None
            union |= keys
            if not optional:
                return frozenset(union)
        return None

    def _first_of(self, node: Node) -> Keys | None:
        match node:
            case tree.Mark(text) if text in LIGHT:
                return None
            case tree.Word() | tree.Mark() | tree.FactClass():
                return self._own_keys(node)
            case tree.Term(name):
                if name not in self._term_openings:
                    self._term_openings[name] = self.term_choice(name).opening()
                return self._term_openings[name]
            case tree.Either(options):
                return self._union(options)
            case tree.AnyOrder(items, _):
                return self._union(list(_without_optional(items)))
            case tree.Sequence(items):
                return self._first(items)
            case tree.Marked(item):
                return self._first([item])
            case _:
                return None

    def _union(self, options: Sequence[Node]) -> Keys | None:
        union: set[str] = set()
        for option in options:
            keys = self._first([option])
            if keys is None:
                return None
            union |= keys
        return frozenset(union)


def _without_optional(items: Sequence[Node]) -> Iterator[Node]:
    for item in items:
        yield item.item if isinstance(item, tree.Optional) else item
