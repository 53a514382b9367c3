"""How a refusal or a dispute is answered."""

from __future__ import annotations

from collections.abc import Iterator

from tonecheck.analysis import Analysis, Part
from tonecheck.checks import places
from tonecheck.checks.topics import sentences
from tonecheck.observation import Facts, Observation
from tonecheck.types import Context, FactType, Language, Stage

ACKNOWLEDGEMENTS: dict[Language, frozenset[str]] = {
    Language.EN: frozenset(
        "understand sorry apologise apologize apology right fair appreciate thank thanks hear "
        "see regret inconvenience".split()
    ),
    Language.RU: frozenset(
        "понимать понять жаль сожалеть извинить извиниться простить правый правда услышать "
        "согласный согласиться спасибо благодарить неудобство".split()
    ),
}
OFFERS: dict[Language, frozenset[str]] = {
    Language.EN: frozenset(
        "offer suggest propose cancel corrected waive reduce refund credit split half discount "
        "check discuss compromise remove deduct replace redo fix hold".split()
    ),
    Language.RU: frozenset(
        "предложить предлагать отменить исправить уменьшить вернуть снизить скидка пересчитать "
        "убрать списать обсудить проверить компромисс заменить переделать разделить половина "
        "договориться разобраться".split()
    ),
}


def dispute_without_compromise(
    analysis: Analysis, context: Context, facts: Facts
) -> Iterator[Observation]:
    """An answer to a dispute that neither takes the client's view in nor offers anything."""
    if context.stage is not Stage.DISPUTED or facts[FactType.FLEXIBILITY]:
        return
    open_to = ACKNOWLEDGEMENTS[analysis.language] | OFFERS[analysis.language]
    for tokens in sentences(analysis, Part.GREETING, Part.BODY):
        if any(t.form.keys & open_to and not t.quoted for t in tokens):
            return
    place = places.after_greeting(analysis)
    yield Observation(place, place)
