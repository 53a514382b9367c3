"""What a payment is for, as a sentence says it: "for the boiler valve", «за рассаду»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tonecheck.analysis import Analysis, Token
from tonecheck.checks.topics import PAYMENT_WORDS
from tonecheck.remedies.piece import Kind, Piece
from tonecheck.types import Language

BESIDE_THE_MATTER = frozenset(
    "day week month hour minute noon night morning evening deadline date time end close business "
    "excuse delay reminder message letter email mail call notice phone text word promise answer "
    "reply year way thing fortnight free good nothing sure ever example instance reason "
    "день неделя месяц час минута утро вечер обед срок отговорка напоминание письмо звонок "
    "сообщение уведомление раз ответ обещание год предупреждение телефон трубка рука нос граница "
    "руль спина глаз".split()
)
"""Nouns of times and talks: they do not say what is owed for."""

PAPERS = frozenset(
    "invoice bill order booking reservation contract agreement account policy statement "
    "счет договор заказ квитанция накладная акт контракт полис бронь заявка инвойс".split()
)
"""Papers that a number may be that of."""

FOR = {Language.EN: frozenset({"for"}), Language.RU: frozenset({"за"})}
_DETERMINERS = frozenset("the your a an our my his her this that two three four".split())
MAX_PURPOSE = 5
"""Words after "for" that are looked at."""

_MONEY = {
    Language.EN: frozenset("money charge cost price cash".split()),
    Language.RU: frozenset("деньги должный цена стоимость денежка".split()),
}


_SPENDING = {
    Language.EN: frozenset("find have spend waste".split()),
    Language.RU: frozenset("найти находить хватить хватать потратить тратить".split()),
}
"""Money that somebody finds for something else is not what is owed: "money for your holidays"."""


def purpose(after: Sequence[Token], language: Language) -> Token | None:
    """The last word of what a sum is for, given the words behind "for"; None where it is unclear.

    In Russian a noun may take another one in the genitive: «остекление лоджии».
    """
    last = None
    for token in after[:MAX_PURPOSE]:
        is_noun = token.form.can_be("noun") and "name" not in token.marks
        is_plain = is_noun or token.norm in _DETERMINERS or token.form.must_be("adj")
        if token.marks or not is_plain:
            break
        if last is not None and language is Language.RU:
            return token if token.form.must_be("noun") and token.form.can_be("gen") else last
        if is_noun and (language is Language.EN or token.form.must_be("noun")):
            last = token
    return last


def matters(tokens: Sequence[Token], analysis: Analysis) -> Iterator[Piece]:
    """The phrases of a sentence about money that say what it is for."""
    language, text = analysis.language, analysis.text
    about = PAYMENT_WORDS[language] | _MONEY[language]
    for place, token in enumerate(tokens):
        if token.norm not in FOR[language]:
            continue
        last = purpose(tokens[place + 1 :], language)
        if last is None or last.form.keys & (BESIDE_THE_MATTER | about):
            continue
        before = [t for t in tokens[:place] if t.clause == token.clause]
        if any(t.form.keys & _SPENDING[language] for t in before) and not any(
            t.form.keys & PAYMENT_WORDS[language] for t in before
        ):
            continue
        if any(t.form.keys & about for t in before):
            yield Piece(Kind.MATTER, token.start, last.end, text[token.start : last.end])
