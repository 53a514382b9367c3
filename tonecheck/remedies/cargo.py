"""What a sentence carries that must survive any rewording: sums, days, numbers, names, holes.

A piece of cargo is kept character by character: edits only ever stand between two pieces.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from tonecheck.analysis import Analysis, Stretch, Token, TokenKind
from tonecheck.literals.currencies import PREFIX, SUFFIX
from tonecheck.literals.money import Money, MoneyRole
from tonecheck.literals.references import Reference
from tonecheck.observation import Facts
from tonecheck.remedies.days import DEADLINES, PREPOSITIONS, day, hours
from tonecheck.remedies.matter import FOR, PAPERS, matters, purpose
from tonecheck.remedies.names import called, name_of, names
from tonecheck.remedies.piece import Kind, Piece
from tonecheck.types import Fact, FactType, Language

BARE_SUM = 3
"""Digits from which on a bare number may be a sum, or another figure that matters."""


def cargo(analysis: Analysis, facts: Facts, sentence: Stretch) -> tuple[Piece, ...]:
    """What the sentence carries, in order, none overlapping another."""
    tokens = analysis.tokens[sentence.first : sentence.last]
    start, end = tokens[0].start, tokens[-1].end
    found = sorted(
        (p for p in _pieces(analysis, facts, tokens) if start <= p.start and p.end <= end),
        key=lambda piece: (piece.start, -piece.end),
    )
    kept: list[Piece] = []
    for piece in found:
        if not kept or piece.start >= kept[-1].end:
            kept.append(piece)
        elif piece.kind is Kind.MATTER:
            continue
        elif piece.end > kept[-1].end and piece.kind is kept[-1].kind is Kind.DEADLINE:
            kept[-1] = replace(kept[-1], end=piece.end)
        elif piece.end > kept[-1].end and piece.kind is not kept[-1].kind:
            core = analysis.text[kept[-1].start : piece.end]
            kept[-1] = replace(kept[-1], kind=Kind.OTHER, end=piece.end, core=core)
    return tuple(kept)


def _pieces(analysis: Analysis, facts: Facts, tokens: Sequence[Token]) -> Iterator[Piece]:
    literals, text = analysis.literals, analysis.text
    start, end = tokens[0].start, tokens[-1].end
    for money in literals.money:
        if start <= money.start < end:
            kinds = {MoneyRole.DUE: Kind.AMOUNT, MoneyRole.FEE: Kind.FEE}
            kind = kinds.get(money.role, Kind.SUM)
            if any(t.quoted for t in tokens if money.start <= t.start < money.end):
                kind = Kind.SUM  # what somebody said that it is
            yield _sum(kind, money, tokens, analysis.language)
    for reference in literals.references:
        if start <= reference.start < end:
            yield _reference(reference, analysis)
    for mention in literals.dates:
        if start <= mention.start < end:
            yield day(mention, tokens, analysis)
    for contact in literals.contacts:
        if start <= contact.start < end:
            yield Piece(Kind.OTHER, contact.start, contact.end, contact.text)
    for opaque in literals.opaque:
        if start <= opaque.start < end:
            yield Piece(Kind.OTHER, opaque.start, opaque.end, opaque.text)
    for told in (FactType.PAYMENT_METHOD, FactType.CONTACT, FactType.FLEXIBILITY):
        is_method = told is FactType.PAYMENT_METHOD
        elsewhere = any(not start <= fact.start < end for fact in facts[told])
        for fact in facts[told]:
            if start <= fact.start < end and not elsewhere:
                kind = Kind.METHOD if is_method and _is_noun_phrase(fact, tokens) else Kind.OTHER
                yield Piece(kind, fact.start, fact.end, text[fact.start : fact.end])
    for token in tokens:
        if token.kind is TokenKind.NUMBER and sum(c.isdigit() for c in token.text) >= BARE_SUM:
            yield Piece(Kind.SUM, token.start, token.end, token.text)
    yield from _holes(analysis, tokens)
    yield from hours(text, start, end)
    yield from matters(tokens, analysis)
    yield from names(tokens, text, analysis.language)
    if calling := called(tokens, analysis.language):
        yield name_of(calling, text)


_MAGNITUDES = frozenset(
    "тыс тыс. тысяч тысячи млн млн. миллион миллиона million thousand k".split()
)


def _is_noun_phrase(fact: Fact, tokens: Sequence[Token]) -> bool:
    """Whether words for a way to pay end their sentence and hold no verb."""
    words = [t for t in tokens if fact.start <= t.start < fact.end]
    after = [t for t in tokens if t.start >= fact.end]
    ends = all(t.kind is TokenKind.PUNCTUATION for t in after)
    return ends and not any(t.form.must_be("verb") or t.form.can_be("imp") for t in words)


def _sum(kind: Kind, money: Money, tokens: Sequence[Token], language: Language) -> Piece:
    """A sum with figures that adjoin it, and with what it is for ("for the lessons")."""
    before = next((t for t in reversed(tokens) if t.end <= money.start), None)
    if before and (before.kind is TokenKind.NUMBER or before.norm in _MAGNITUDES):
        return Piece(Kind.OTHER, before.start, money.end, money.text)
    after = [t for t in tokens if t.start >= money.end]
    last = None
    if after and after[0].norm in FOR[language]:
        last = purpose(after[1:], language)
    return Piece(kind, money.start, last.end if last else money.end, money.text)


def _reference(reference: Reference, analysis: Analysis) -> Piece:
    """English keeps the noun, for it does not change; Russian only the number and its sign."""
    text = reference.text
    number = text.rfind(reference.number)
    if analysis.language is Language.EN or number <= 0:
        return Piece(Kind.REFERENCE, reference.start, reference.end, reference.number)
    noun = text[:number].rstrip('№#:( «"\u00a0')
    sign = len(noun) + len(text[len(noun) : number]) - len(text[len(noun) : number].lstrip())
    return Piece(
        Kind.REFERENCE, reference.start + sign, reference.end, reference.number, noun.strip()
    )


_NUMBER_SIGNS = frozenset("№ # no no. nr nr. number номер :".split())
_OF_FACT = {
    FactType.AMOUNT: Kind.AMOUNT,
    FactType.INVOICE_REF: Kind.REFERENCE,
    FactType.DUE_DATE: Kind.DUE,
    FactType.NAME: Kind.NAME,
}


def _holes(analysis: Analysis, tokens: Sequence[Token]) -> Iterator[Piece]:
    places = dict(analysis.message.placeholders)
    for token in tokens:
        placeholder = places.get(token.start)
        if token.kind is not TokenKind.PLACEHOLDER or placeholder is None:
            continue
        kind = _OF_FACT.get(placeholder.fact, Kind.OTHER)
        (start, end), noun = (token.start, token.end), ""
        if kind is Kind.AMOUNT:
            start, end = _with_currency(analysis.text, start, end)
        if kind is Kind.REFERENCE:
            start, noun = _paper(analysis, token)
        before = analysis.tokens[token.index - 1] if token.index > tokens[0].index else None
        if kind is Kind.DUE and before and before.norm in PREPOSITIONS[analysis.language]:
            start = before.start
            kind = Kind.DEADLINE if before.norm in DEADLINES[analysis.language] else kind
        yield Piece(kind, start, end, placeholder.text, noun)


_CURRENCY_BEFORE = re.compile(rf"(?:{PREFIX}|[$£€₹₦₽₸])[^\S\n]?$")
_CURRENCY_AFTER = re.compile(rf"[^\S\n]?{SUFFIX}")
LONGEST_CURRENCY = 24


def _with_currency(text: str, start: int, end: int) -> tuple[int, int]:
    """A hole with the currency that is written beside it."""
    window = text[max(0, start - LONGEST_CURRENCY) : start]
    if before := _CURRENCY_BEFORE.search(window):
        start -= len(window) - before.start()
    if after := _CURRENCY_AFTER.match(text, end):
        end = after.end()
    return start, end


def _paper(analysis: Analysis, hole: Token) -> tuple[int, str]:
    """Where the piece begins that a reference's hole belongs to, and what the hole numbers."""
    index, start = hole.index - 1, hole.start
    while index >= 0 and analysis.tokens[index].norm in _NUMBER_SIGNS:
        start = analysis.tokens[index].start
        index -= 1
    if index < 0 or not analysis.tokens[index].form.keys & PAPERS:
        return start, ""
    word = analysis.tokens[index]
    return (word.start, "") if analysis.language is Language.EN else (start, word.text)


def blanked(text: str, regions: Iterable[tuple[int, int]]) -> str:
    """A text without the regions that are being reworded; all else stays in its place."""
    pieces: list[str] = []
    position = 0
    for start, end in sorted(regions):
        pieces += [text[position:start], "\0" * (end - start)]
        position = end
    return "".join([*pieces, text[position:]])


def says(text: str, core: str) -> bool:
    """Whether a text says something, not as part of a longer word or number."""
    position = text.find(core)
    while position >= 0:
        before = text[position - 1 : position]
        after = text[position + len(core) : position + len(core) + 1]
        if not (before.isalnum() or after.isalnum()):
            return True
        position = text.find(core, position + 1)
    return False
