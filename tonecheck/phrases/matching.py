"""Parsed phrases turned into matchers over the tokens of a message.

A matcher is a function ``(reader, position, trail, then)``: it tries to match at a token
position and calls ``then`` with the position after it. ``trail`` is a linked list of the
tokens that words have matched and of the marks; it is what tells, afterwards, which words
the phrase itself accounted for.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from tonecheck.analysis import Token, TokenKind
from tonecheck.phrases import tree
from tonecheck.phrases.reader import LIGHT, Reader
from tonecheck.phrases.syntax import PhraseError, parse
from tonecheck.phrases.tree import Node

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


class Vocabulary:
    """What a phrase may refer to: term lists, and the keys that a written word matches."""

    def __init__(
        self,
        terms: Mapping[str, Sequence[str]],
        keys_of: Callable[[str], frozenset[str]],
    ) -> None:
        self.keys_of = keys_of
        self._terms = terms
        self._parsed: dict[str, tuple[Node, ...]] = {}
        self._open: list[str] = []
        self._matchers: dict[str, Matcher] = {}

    def term(self, name: str) -> tuple[Node, ...]:
        """The entries of a term list.

        Raises:
            PhraseError: there is no such list, or it contains itself.
        """
        if name in self._parsed:
            return self._parsed[name]
        if name not in self._terms:
            near = difflib.get_close_matches(name, self._terms, n=1)
            hint = f"; did you mean ${near[0]}?" if near else ""
            raise PhraseError(f"there is no term list ${name} in rules/terms/{hint}")
        entries = []
        for entry in self._terms[name]:
            try:
                entries.append(parse(entry))
            except PhraseError as error:
                raise PhraseError(f"term list ${name}: {error}") from None
        self._parsed[name] = tuple(entries)
        return self._parsed[name]

    def built(self, name: str) -> Matcher:
        """The matcher of a term list, built once."""
        if name in self._open:
            raise PhraseError(f"term list ${name} contains itself: {' > '.join(self._open)}")
        if name not in self._matchers:
            self._open.append(name)
            self._matchers[name] = _either(self.term(name), self)
            self._open.pop()
        return self._matchers[name]


def build(node: Node, vocabulary: Vocabulary) -> Matcher:
    """The matcher of a parsed phrase."""
    match node:
        case tree.Word():
            return _word(_word_test(node, vocabulary))
        case tree.Mark(text):
            return _token(lambda token: token.text == text, through_quotes=text not in LIGHT)
        case tree.FactClass(name):
            return _fact_class(name)
        case tree.Term(name):
            return vocabulary.built(name)
        case tree.Either(options):
            return _either(options, vocabulary)
        case tree.Sequence(items):
            return _sequence([build(item, vocabulary) for item in items])
        case tree.Optional(item):
            return _optional(build(item, vocabulary))
        case tree.Gap(limit):
            return _gap(limit)
        case tree.Rest(whole_sentence):
            return _rest(whole_sentence)
        case tree.Start():
            return _start
        case tree.AnyOrder(items, whole_sentence):
            return _any_order(items, whole_sentence, vocabulary)
        case tree.Marked(item):
            return _marked(build(item, vocabulary))
        case tree.NotHere(item):
            return _not_here(build(item, vocabulary))


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


def _either(options: tuple[Node, ...], vocabulary: Vocabulary) -> Matcher:
    """Alternatives; the plain words among them are tested together."""
    keys: set[str] = set()
    others: list[Matcher] = []
    for option in options:
        if isinstance(option, tree.Word) and option.word and not option.exact and not option.tags:
            keys |= vocabulary.keys_of(option.word)
        else:
            others.append(build(option, vocabulary))
    if keys:
        frozen = frozenset(keys)
        others.append(_word(lambda token: not frozen.isdisjoint(token.form.keys)))

    def match(reader: Reader, position: int, trail: Trail | None, then: Then) -> Trail | None:
        for option in others:
            found = option(reader, position, trail, then)
            if found is not None:
                return found
        return None

    return others[0] if len(others) == 1 else match


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


def _any_order(items: tuple[Node, ...], whole_sentence: bool, vocabulary: Vocabulary) -> Matcher:
    parts = [
        (
            build(item.item if isinstance(item, tree.Optional) else item, vocabulary),
            isinstance(item, tree.Optional),
        )
        for item in items
    ]
    needed = frozenset(i for i, (_, optional) in enumerate(parts) if not optional)

    def match(reader: Reader, position: int, trail: Trail | None, then: Then) -> Trail | None:
        end = reader.border(position, whole_sentence)

        def place(at: int, stop: int, left: frozenset[int], so_far: Trail | None) -> Trail | None:
            for here in range(at, stop):
                for i in sorted(left):
                    found = parts[i][0](reader, here, so_far, after(left - {i}))
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
