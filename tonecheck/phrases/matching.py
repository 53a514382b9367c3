"""Parsed phrases turned into matchers over the tokens of a message.

A matcher is a function ``(reader, position, trail, then)``: it tries to match at a token
position and calls ``then`` with the position after it. ``trail`` is a linked list of the
tokens that words have matched and of the marks; it is what tells, afterwards, which words
the phrase itself accounted for.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from tonecheck.analysis import Token, TokenKind
from tonecheck.phrases import tree
from tonecheck.phrases.reader import LIGHT, Reader
from tonecheck.phrases.requirements import Requirements
from tonecheck.phrases.tree import Node
from tonecheck.phrases.vocabulary import Vocabulary

WORDLIKE = frozenset({TokenKind.WORD, TokenKind.NUMBER, TokenKind.OPAQUE})
"""What a word of a phrase can be: ``=30`` finds a number."""


@dataclass(frozen=True, slots=True)
class Trail:
    """One step of a match: a token that a word matched, or a border of the marked part."""

    kind: str
    position: int
    before: Trail | None


Then = Callable[[int, Trail | None], Trail | None]
Matcher = Callable[["Reader", int, "Trail | None", Then], "Trail | None"]


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase found: tokens ``first`` up to, not including, ``last``.

    ``spent`` are the indices of the tokens that the phrase's own words matched.
    """

    phrase: int
    first: int
    last: int
    spent: frozenset[int]


class Builder:
    """Builds matchers; those of term lists once."""

    def __init__(self, vocabulary: Vocabulary, requirements: Requirements) -> None:
        self._vocabulary = vocabulary
        self._requirements = requirements
        self._terms: dict[str, Matcher] = {}

    def build(self, node: Node) -> Matcher:
        """The matcher of a parsed phrase."""
        match node:
            case tree.Word():
                return _word(_word_test(node, self._vocabulary))
            case tree.Mark(text):
                return _token(lambda token: token.text == text, through_quotes=text not in LIGHT)
            case tree.FactClass(name):
                return _fact_class(name)
            case tree.Term(name):
                return self._term(name)
            case tree.Either(options):
                return self._either(options)
            case tree.Sequence(items):
                return _sequence([self.build(item) for item in items])
            case tree.Optional(item):
                return _optional(self.build(item))
            case tree.Gap(limit):
                return _gap(limit)
            case tree.Rest(whole_sentence):
                return _rest(whole_sentence)
            case tree.Start():
                return _start
            case tree.AnyOrder(items, whole_sentence):
                return self._any_order(items, whole_sentence)
            case tree.Marked(item):
                return _marked(self.build(item))
            case tree.NotHere(item):
                return _not_here(self.build(item))

    def _term(self, name: str) -> Matcher:
        if name not in self._terms:
            self._terms[name] = self._either(self._vocabulary.term(name))
        return self._terms[name]

    def _either(self, options: Sequence[Node]) -> Matcher:
        """Alternatives, of which only those are tried that the word here can open.

        The plain words among them are tested together; the others are built when first tried.
        """
        words: set[str] = set()
        others: list[Node] = []
        for option in options:
            if isinstance(option, tree.Word) and _is_plain(option):
                words |= self._vocabulary.keys_of(option.word or "")
            else:
                others.append(option)
        if not others:
            return _one_of(frozenset(words))
        filed: dict[str, list[int]] = defaultdict(list)
        anywhere: list[int] = []
        for number, option in enumerate(others):
            opening = self._requirements.opening(option)
            if opening is None or not opening.isdisjoint(LIGHT):
                anywhere.append(number)
            else:
                for key in opening:
                    filed[key].append(number)
        built: list[Matcher | None] = [None] * len(others)
        if words:
            for key in words:
                filed[key].append(len(others))
            built.append(_one_of(frozenset(words)))

        def option_at(number: int) -> Matcher:
            matcher = built[number]
            if matcher is None:
                matcher = built[number] = self.build(others[number])
            return matcher

        return _indexed(dict(filed), tuple(anywhere), option_at)

    def _any_order(self, items: Sequence[Node], whole_sentence: bool) -> Matcher:
        parts: list[Matcher] = []
        needed: set[int] = set()
        for number, item in enumerate(items):
            if isinstance(item, tree.Optional):
                item = item.item
            else:
                needed.add(number)
            parts.append(self.build(item))
        return _in_any_order(parts, frozenset(needed), whole_sentence)


def _is_plain(word: tree.Word) -> bool:
    return word.word is not None and not word.exact and not word.tags


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


def _word(test: Callable[[Token], bool]) -> Matcher:
    return _token(lambda token: token.kind in WORDLIKE and test(token))


def _token(test: Callable[[Token], bool], through_quotes: bool = True) -> Matcher:
    def match(reader: Reader, position: int, trail: Trail | None, then: Then) -> Trail | None:
        here = reader.skip_light(position) if through_quotes else position
        if here >= reader.end or not test(reader.tokens[here]):
            return None
        return then(here + 1, Trail("word", here, trail))

    return match


def _fact_class(name: str) -> Matcher:
    """All adjoining tokens of one fact: «12 500 руб.» is one step."""

    def match(reader: Reader, position: int, trail: Trail | None, then: Then) -> Trail | None:
        here = reader.skip_light(position)
        end = here
        while end < reader.end and name in reader.tokens[end].marks:
            end += 1
        if end == here:
            return None
        return then(end, Trail("word", end - 1, Trail("word", here, trail)))

    return match


def _one_of(keys: frozenset[str]) -> Matcher:
    """A word with one of the keys."""
    return _word(lambda token: not keys.isdisjoint(token.form.keys))


def _indexed(
    filed: Mapping[str, Sequence[int]],
    anywhere: Sequence[int],
    option_at: Callable[[int], Matcher],
) -> Matcher:
    """The first of the numbered options that matches, among those that can open here."""
    openings = filed.keys()

    def match(reader: Reader, position: int, trail: Trail | None, then: Then) -> Trail | None:
        numbers = set(anywhere)
        here = reader.skip_light(position)
        if here < reader.end:
            token = reader.tokens[here]
            for key in openings & token.form.lookup:
                numbers.update(filed[key])
            for mark in token.marks:
                numbers.update(filed.get(f"@{mark}", ()))
        for number in sorted(numbers):
            found = option_at(number)(reader, position, trail, then)
            if found is not None:
                return found
        return None

    return match


def _sequence(matchers: list[Matcher]) -> Matcher:
    def match(reader: Reader, position: int, trail: Trail | None, then: Then) -> Trail | None:
        def go(index: int, at: int, so_far: Trail | None) -> Trail | None:
            if index == len(matchers):
                return then(at, so_far)
            return matchers[index](reader, at, so_far, lambda n, t: go(index + 1, n, t))

        return go(0, position, trail)

    return match


def _optional(item: Matcher) -> Matcher:
    def match(reader: Reader, position: int, trail: Trail | None, then: Then) -> Trail | None:
        found = item(reader, position, trail, then)
        return found if found is not None else then(position, trail)

    return match


def _gap(limit: int | None) -> Matcher:
    def match(reader: Reader, position: int, trail: Trail | None, then: Then) -> Trail | None:
        words = 0
        end = reader.border(position, limit is not None)
        while True:
            found = then(position, trail)
            if found is not None:
                return found
            if position >= end:
                return None
            if reader.tokens[position].kind is not TokenKind.PUNCTUATION:
                words += 1
                if limit is not None and words > limit:
                    return None
            position += 1

    return match


def _rest(whole_sentence: bool) -> Matcher:
    def match(reader: Reader, position: int, trail: Trail | None, then: Then) -> Trail | None:
        # After the last word of a clause (and its comma), the rest is the next clause.
        here = position - 1 if position - 1 >= reader.start else position
        end = reader.border(here, whole_sentence)
        return then(reader.border(position, whole_sentence) if end == position else end, trail)

    return match


def _start(reader: Reader, position: int, trail: Trail | None, then: Then) -> Trail | None:
    return then(position, trail) if position == reader.start else None


def _in_any_order(
    parts: Sequence[Matcher], needed: frozenset[int], whole_sentence: bool
) -> Matcher:
    def match(reader: Reader, position: int, trail: Trail | None, then: Then) -> Trail | None:
        end = reader.border(position, whole_sentence)

        def place(at: int, stop: int, left: frozenset[int], so_far: Trail | None) -> Trail | None:
            for here in range(at, stop):
                for i in sorted(left):
                    found = parts[i](reader, here, so_far, after(left - {i}))
                    if found is not None:
                        return found
            return None if left & needed else then(at, so_far)

        def after(left: frozenset[int]) -> Then:
            return lambda at, so_far: place(at, end, left, so_far)

        # The first item stands at the position itself; the others come anywhere after it.
        return place(position, position + 1, frozenset(range(len(parts))), trail)

    return match


def _marked(item: Matcher) -> Matcher:
    def match(reader: Reader, position: int, trail: Trail | None, then: Then) -> Trail | None:
        return item(
            reader,
            position,
            Trail("open", position, trail),
            lambda n, t: then(n, Trail("close", n, t)),
        )

    return match


def _not_here(item: Matcher) -> Matcher:
    def match(reader: Reader, position: int, trail: Trail | None, then: Then) -> Trail | None:
        seen = item(reader, position, None, lambda n, t: Trail("seen", n, t))
        return then(position, trail) if seen is None else None

    return match


def run(matcher: Matcher, reader: Reader, position: int, phrase: int) -> Hit | None:
    """Try a matcher at one position."""
    ends: list[int] = []

    def accept(end: int, trail: Trail | None) -> Trail | None:
        ends.append(end)
        return trail or Trail("word", position, None)

    trail = matcher(reader, position, None, accept)
    if trail is None:
        return None
    first, last = position, ends[-1]
    spent: set[int] = set()
    step: Trail | None = trail
    while step is not None:
        if step.kind == "word":
            spent.add(step.position)
        elif step.kind == "open":
            first = step.position
        elif step.kind == "close":
            last = step.position
        step = step.before
    first, last = _trim(reader.tokens, first, last)
    return Hit(phrase, first, last, frozenset(spent)) if first < last else None


def _trim(tokens: tuple[Token, ...], first: int, last: int) -> tuple[int, int]:
    """Leave punctuation at the borders out, but not the "$" of a fact."""
    while first < last and _is_bare_mark(tokens[first]):
        first += 1
    while first < last and _is_bare_mark(tokens[last - 1]):
        last -= 1
    return first, last


def _is_bare_mark(token: Token) -> bool:
    return token.kind is TokenKind.PUNCTUATION and not token.marks
