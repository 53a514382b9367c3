"""Parsed phrases turned into matchers."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tonecheck.analysis import Token
from tonecheck.phrases import matching, tree
from tonecheck.phrases.matching import Matcher
from tonecheck.phrases.reader import LIGHT
from tonecheck.phrases.requirements import Choice, Requirements
from tonecheck.phrases.tree import Node
from tonecheck.phrases.vocabulary import Vocabulary


class Builder:
    """Builds matchers: those of term lists once, those of alternatives when first tried."""

    def __init__(self, vocabulary: Vocabulary, requirements: Requirements) -> None:
        self._vocabulary = vocabulary
        self._requirements = requirements
        self._terms: dict[str, Matcher] = {}

    def build(self, node: Node) -> Matcher:
        """The matcher of a parsed phrase."""
        match node:
            case tree.Word():
                return matching.token(_word_test(node, self._vocabulary))
            case tree.Mark(text):
                return matching.token(
                    lambda token: token.text == text,
                    wordlike=False,
                    through_quotes=text not in LIGHT,
                )
            case tree.FactClass(name):
                return matching.fact_class(name)
            case tree.Term(name):
                return self._term(name)
            case tree.Either(options):
                return self._choice(self._requirements.choice(options), options.__getitem__)
            case tree.Sequence(items):
                return matching.sequence([self.build(item) for item in items])
            case tree.Optional(item):
                return matching.optional(self.build(item))
            case tree.Gap(limit):
                return matching.gap(limit)
            case tree.Rest(whole_sentence):
                return matching.rest(whole_sentence)
            case tree.Start():
                return matching.start
            case tree.AnyOrder(items, whole_sentence):
                return self._any_order(items, whole_sentence)
            case tree.Marked(item):
                return matching.marked(self.build(item))
            case tree.NotHere(item):
                return matching.not_here(self.build(item))

    def _term(self, name: str) -> Matcher:
        if name not in self._terms:
            self._terms[name] = self._choice(
                self._requirements.term_choice(name),
                lambda number: self._vocabulary.entry(name, number),
            )
        return self._terms[name]

    def _choice(self, choice: Choice, option: Callable[[int], Node]) -> Matcher:
        built: dict[int, Matcher] = {}

        def option_at(number: int) -> Matcher:
            matcher = built.get(number)
            if matcher is None:
                matcher = built[number] = self.build(option(number))
            return matcher

        return matching.choice(choice, option_at)

    def _any_order(self, items: Sequence[Node], whole_sentence: bool) -> Matcher:
        parts: list[Matcher] = []
        needed: set[int] = set()
        for number, item in enumerate(items):
            if isinstance(item, tree.Optional):
                item = item.item
            else:
                needed.add(number)
            parts.append(self.build(item))
        return matching.in_any_order(parts, frozenset(needed), whole_sentence)


def _word_test(node: tree.Word, vocabulary: Vocabulary) -> Callable[[Token], bool]:
    tags = node.tags
    if node.word is None:
        return lambda token: any(r.tags >= tags for r in token.form.readings)
    if node.exact:
        norm = node.word.lower().replace("ё", "е")
        if not tags:
            return lambda token: token.form.norm == norm
        return lambda token: token.form.norm == norm and token.form.can_be(*tags)
    keys = vocabulary.keys_of(node.word)
    if not tags:
        return lambda token: not keys.isdisjoint(token.form.keys)
    return lambda token: (
        not keys.isdisjoint(token.form.keys) and any(r.tags >= tags for r in token.form.readings)
    )
