"""A total of several charges that nobody can check."""

from __future__ import annotations

from collections.abc import Iterator

from tonecheck.analysis import Analysis, Part, TokenKind
from tonecheck.checks.topics import sentences
from tonecheck.observation import Facts, Observation
from tonecheck.types import Context, FactType, Language

CHARGES: dict[Language, frozenset[str]] = {
    Language.EN: frozenset(
        "rent deposit delivery shipping labour labor material part installation maintenance "
        "repair service cleaning insurance postage tax utility electricity water heating "
        "parking call-out travel storage hosting design printing setting edit lesson book "
        "lunch trip extra fee surcharge".split()
    ),
    Language.RU: frozenset(
        "аренда доставка материал работа монтаж установка обслуживание ремонт услуга уборка "
        "страховка налог коммуналка коммунальный электричество вода отопление парковка выезд "
        "хранение хостинг дизайн печать правка урок учебник питание экскурсия допуслуга сбор "
        "взнос пеня залог охрана".split()
    ),
}
TOTALS: dict[Language, frozenset[str]] = {
    Language.EN: frozenset("total altogether overall together".split()),
    Language.RU: frozenset("итого всего вместе итог общий".split()),
}
MIN_CHARGES = 2


def unexplained_total(analysis: Analysis, context: Context, facts: Facts) -> Iterator[Observation]:
    """One sum for several named charges, with neither their prices nor an invoice to look at."""
    amounts = facts[FactType.AMOUNT]
    if len(amounts) != 1 or len(analysis.literals.money) > 1 or facts[FactType.EVIDENCE]:
        return
    amount = amounts[0]
    charges, totals = CHARGES[analysis.language], TOTALS[analysis.language]
    for tokens in sentences(analysis, Part.BODY):
        if not tokens[0].start <= amount.start < tokens[-1].end:
            continue
        words = [t for t in tokens if t.kind is TokenKind.WORD]
        named = {min(t.form.keys & charges) for t in words if t.form.keys & charges}
        if len(named) >= MIN_CHARGES and any(t.form.keys & totals for t in words):
            yield Observation(amount.start, amount.end, {"amount": amount.text})
