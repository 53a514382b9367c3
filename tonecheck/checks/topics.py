"""Which sentences of a message are about paying; shared by several checks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tonecheck.analysis import Analysis, Part, Token, TokenKind
from tonecheck.types import Language

PAYMENT_WORDS: dict[Language, frozenset[str]] = {
    Language.EN: frozenset(
        "pay payment invoice bill balance due owe outstanding overdue fee rent settle instalment "
        "installment amount sum unpaid iban transfer cheque statement debt receipt paid interest "
        "late penalty".split()
    ),
    Language.RU: frozenset(
        "оплата оплатить платеж платить заплатить уплатить счет долг задолженность взнос доплата "
        "остаток сумма аванс перевод перевести плата рассчитаться реквизит рассрочка квитанция "
        "пеня штраф погасить платежка".split()
    ),
}
"""Keys (lemmas, «ё» as «е») that show that a sentence is about the money."""


def sentences(analysis: Analysis, *parts: Part) -> Sequence[tuple[Token, ...]]:
    """The tokens of each sentence that has a word in one of these parts of the letter."""
    return analysis.once(_sentences, parts)


def _sentences(analysis: Analysis, parts: tuple[Part, ...]) -> list[tuple[Token, ...]]:
    found: list[tuple[Token, ...]] = []
    for stretch in analysis.sentences:
        tokens = tuple(t for t in analysis.sentence_tokens(stretch) if t.part in parts)
        if any(t.kind is not TokenKind.PUNCTUATION for t in tokens):
            found.append(tokens)
    return found


def is_about_payment(tokens: Iterable[Token], language: Language) -> bool:
    """Whether a sentence has a word or a sum that belongs to paying."""
    words = PAYMENT_WORDS[language]
    return any(
        "amount" in t.marks or (t.kind is TokenKind.WORD and not words.isdisjoint(t.form.keys))
        for t in tokens
    )


def word_count(tokens: Iterable[Token]) -> int:
    """How many of the tokens a reader would count as words; a figure is one too."""
    return len([t for t in tokens if t.kind is not TokenKind.PUNCTUATION])
