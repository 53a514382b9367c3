"""What phrases are built of: matchers over the tokens of a message.

A matcher is a function ``(reader, position, trail, then)``: it tries to match at a token
position and calls ``then`` with the position after it. ``trail`` is a linked list of the
tokens that words have matched and of the marks; it is what tells, afterwards, which words
the phrase itself accounted for.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tonecheck.analysis import Token, TokenKind
from tonecheck.phrases.reader import Reader
from tonecheck.phrases.requirements import Choice

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


def token(
    test: Callable[[Token], bool], *, wordlike: bool = True, through_quotes: bool = True
) -> Matcher:
    """One token that passes a test; quotation marks before it do not count."""

    def match(reader: Reader, position: int, trail: Trail | None, then: Then) -> Trail | None:
        here = reader.skip_light(position) if through_quotes else position
        if here >= reader.end:
            return None
        current = reader.tokens[here]
        if (wordlike and current.kind not in WORDLIKE) or not test(current):
            return None
        return then(here + 1, Trail("word", here, trail))

    return match


def fact_class(name: str) -> Matcher:
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


def choice(openings: Choice, option_at: Callable[[int], Matcher]) -> Matcher:
    """The first of the numbered options that matches, among those that can open here.

    The plain words among them are tested together, after the others.
    """
    words, filed = frozenset(openings.words), openings.filed
    keys = filed.keys()

    def match(reader: Reader, position: int, trail: Trail | None, then: Then) -> Trail | None:
        numbers = set(openings.anywhere)
        here = reader.skip_light(position)
        current = reader.tokens[here] if here < reader.end else None
        if current is not None:
            for key in keys & current.form.lookup:
                numbers.update(filed[key])
            for mark in current.marks:
                numbers.update(filed.get(f"@{mark}", ()))
        for number in sorted(numbers):
            found = option_at(number)(reader, position, trail, then)
            if found is not None:
                return found
        if current is None or current.kind not in WORDLIKE or words.isdisjoint(current.form.keys):
            return None
        return then(here + 1, Trail("word", here, trail))

    return match


def sequence(matchers: list[Matcher]) -> Matcher:
    """One after the other."""

    def match(reader: Reader, position: int, trail: Trail | None, then: Then) -> Trail | None:
        def go(index: int, at: int, so_far: Trail | None) -> Trail | None:
            if index == len(matchers):
                return then(at, so_far)
            return matchers[index](reader, at, so_far, lambda n, t: go(index + 1, n, t))

        return go(0, position, trail)

    return match


def optional(item: Matcher) -> Matcher:
    """With the item, or else without it."""

    def match(reader: Reader, position: int, trail: Trail | None, then: Then) -> Trail | None:
        found = item(reader, position, trail, then)
        return found if found is not None else then(position, trail)

    return match


def gap(limit: int | None) -> Matcher:
    """Any words up to a number, or up to the end of the clause; as few as will do."""

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


def rest(whole_sentence: bool) -> Matcher:
    """Everything up to the end of the clause or of the sentence."""

    def match(reader: Reader, position: int, trail: Trail | None, then: Then) -> Trail | None:
        # After the last word of a clause (and its comma), the rest is the next clause.
        here = position - 1 if position - 1 >= reader.start else position
        end = reader.border(here, whole_sentence)
        return then(reader.border(position, whole_sentence) if end == position else end, trail)

    return match


def start(reader: Reader, position: int, trail: Trail | None, then: Then) -> Trail | None:
    """The beginning of a sentence."""
    return then(position, trail) if position == reader.start else None


def in_any_order(parts: Sequence[Matcher], needed: frozenset[int], whole_sentence: bool) -> Matcher:
    """Parts in any order with other words between them; those not ``needed`` may be absent."""

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


def marked(item: Matcher) -> Matcher:
    """The item, noted as what a finding reports."""

    def match(reader: Reader, position: int, trail: Trail | None, then: Then) -> Trail | None:
        return item(
            reader,
            position,
            Trail("open", position, trail),
            lambda n, t: then(n, Trail("close", n, t)),
        )

    return match


def not_here(item: Matcher) -> Matcher:
    """Nothing, where the item does not match."""

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
    first, last = trimmed(reader.tokens, first, last)
    return Hit(phrase, first, last, frozenset(spent)) if first < last else None


def trimmed(tokens: tuple[Token, ...], first: int, last: int) -> tuple[int, int]:
    """Leave punctuation at the borders out, but not the "$" of a fact."""
    while first < last and _is_bare_mark(tokens[first]):
        first += 1
    while first < last and _is_bare_mark(tokens[last - 1]):
        last -= 1
    return first, last


def _is_bare_mark(token: Token) -> bool:
    return token.kind is TokenKind.PUNCTUATION and not token.marks
