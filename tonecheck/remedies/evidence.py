"""What a sentence tells that no typed fact holds: papers that prove something, hours, counts.

It would be lost without a trace if the sentence went; so the sentence is left to a person.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from tonecheck.analysis import Analysis, Token, TokenKind
from tonecheck.languages import module_for
from tonecheck.literals.money import Money
from tonecheck.remedies.piece import Piece
from tonecheck.types import Language

_PROOFS: Mapping[Language, frozenset[str]] = {
    Language.EN: frozenset("signed signature signatures receipt receipts waybill waybills".split()),
    Language.RU: frozenset(
        "акт накладная подпись подписать подписывать расписаться расписка чек квитанция".split()
    ),
}
"""Papers, and what is done with them, that show what was agreed or delivered."""

_NOTES = frozenset("delivery acceptance consignment handover".split())
"""What stands before "note" or "slip" where that is a proof."""

_NUMBERS: Mapping[Language, frozenset[str]] = {
    Language.EN: frozenset(
        "two three four five six seven eight nine ten eleven twelve fourteen twenty thirty "
        "noon midday midnight".split()
    ),
    Language.RU: frozenset(
        "два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать "
        "четырнадцать двадцать тридцать двое трое полдень полночь".split()
    ),
}
_UNITS: Mapping[Language, frozenset[str]] = {
    Language.EN: frozenset("hour day week month minute".split()),
    Language.RU: frozenset("час день сутки неделя месяц минута".split()),
}
_BEFORE_HOURS: Mapping[Language, frozenset[str]] = {
    Language.EN: frozenset("at by until till from before after".split()),
    Language.RU: frozenset("в до с к после".split()),
}
_OPENING: Mapping[Language, frozenset[str]] = {
    Language.EN: frozenset("open close shut desk office".split()),
    Language.RU: frozenset("открыть открываться закрыть закрываться работать касса офис".split()),
}
_SHARES: Mapping[Language, frozenset[str]] = {
    Language.EN: frozenset({"of"}),
    Language.RU: frozenset({"из"}),
}
NEAR = 2
"""Words between two numbers of a share («на трёх уроках из восьми»)."""


def tells_more(
    tokens: Sequence[Token],
    kept: Sequence[Piece],
    analysis: Analysis,
    keys: Mapping[str, int],
    *,
    sets_time: bool,
    is_story: bool,
) -> bool:
    """Whether words would be lost that nothing else in the message says.

    Args:
        tokens: what is to go.
        kept: the pieces that stay, or that are said elsewhere.
        keys: how often each key of a word occurs in the message.
        sets_time: whether the sentence presses, so that a span of time in it is a term.
        is_story: whether it only offends or tells of somebody's life: its hours matter only
            where something opens or closes.
    """
    papers = {p.noun for p in kept}
    free = [t for t in tokens if not any(p.start <= t.start < p.end for p in kept)]
    free = [t for t in free if t.text not in papers]
    language = analysis.language
    opens = any(t.form.keys & _OPENING[language] for t in tokens)
    return any(
        _proves(token, free, i, language, keys)
        or ((opens or not is_story) and _is_hour(free, i, language))
        or (not is_story and _is_share(free, i, language))
        or (sets_time and _is_span(free, i, language))
        for i, token in enumerate(free)
    )


def _proves(
    token: Token, tokens: Sequence[Token], i: int, language: Language, keys: Mapping[str, int]
) -> bool:
    """Whether a word is that of a proof, and stands nowhere else in the message."""
    if language is Language.EN and token.form.keys & {"note", "slip"}:
        return i > 0 and tokens[i - 1].norm in _NOTES
    if not (token.form.keys | {token.norm}) & _PROOFS[language]:
        return False
    if language is Language.RU and not _is_most_likely(token, _PROOFS[language]):
        return False
    if token.form.must_be("verb") and not token.form.can_be("past"):
        return False  # «а подписать платёжку не собрались»
    here = sum(bool(t.form.keys & token.form.keys) for t in tokens)
    return all(keys[key] <= here for key in token.form.keys)


def _is_most_likely(token: Token, words: frozenset[str]) -> bool:
    return not token.form.readings or bool(
        module_for(Language.RU).keys_of(token.form.readings[0].lemma) & words
    )


def _is_number(token: Token, language: Language) -> bool:
    return token.kind is TokenKind.NUMBER or bool(
        (token.form.keys | {token.norm}) & _NUMBERS[language]
    )


def _is_hour(tokens: Sequence[Token], i: int, language: Language) -> bool:
    """Whether a number is an hour: "until four", «в шесть», "at 12:01"; not "by two of us"."""
    if i == 0 or tokens[i - 1].norm not in _BEFORE_HOURS[language]:
        return False
    if not _is_number(tokens[i], language) or "date" in tokens[i].marks:
        return False
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    ends = after is None or after.kind is TokenKind.PUNCTUATION
    return (
        ends
        or ":" in tokens[i].text
        or (after is not None and not after.form.can_be("noun") and not after.form.can_be("adj"))
    )


def _is_share(tokens: Sequence[Token], i: int, language: Language) -> bool:
    """Whether a number is part of another: "three of the eight lessons"."""
    if not _is_number(tokens[i], language):
        return False
    after = tokens[i + 1 : i + 3 + NEAR]
    place = next((n for n, t in enumerate(after) if t.norm in _SHARES[language]), len(after))
    return any(_is_number(t, language) for t in after[place + 1 : place + 1 + NEAR])


def _is_span(tokens: Sequence[Token], i: int, language: Language) -> bool:
    """Whether a number counts hours or days: "72 hours", «три дня»."""
    after = tokens[i + 1 : i + 2]
    return _is_number(tokens[i], language) and any(t.form.keys & _UNITS[language] for t in after)


_INCLUDED: Mapping[Language, frozenset[str]] = {
    Language.EN: frozenset("include includes including".split()),
    Language.RU: frozenset("включать включить включая входить учесть учесть".split()),
}


def is_in_the_sum(
    fee: Money, others: Sequence[Money], tokens: Sequence[Token], language: Language
) -> bool:
    """Whether a fee is already part of another sum, which would be left unexplained without it.

    The sentence says so ("which includes"), or the sum has the same odd pence as the fee.
    """
    says_so = any((t.form.keys | {t.norm}) & _INCLUDED[language] for t in tokens)
    odd = fee.value % 1
    same = odd != Decimal(0) and any(
        other.value > fee.value and other.value % 1 == odd for other in others
    )
    return says_so or same
