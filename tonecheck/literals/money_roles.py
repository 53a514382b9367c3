"""What a sum is in its sentence: the debt, a fee, something paid, another price."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from tonecheck.literals import words_en, words_ru
from tonecheck.literals.spans import after, before
from tonecheck.types import Language


class MoneyRole(StrEnum):
    """What a sum is for; ``DUE`` unless words nearby say otherwise."""

    DUE = "due"
    FEE = "fee"
    PAID = "paid"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class _Cues:
    before: Mapping[MoneyRole, re.Pattern[str]]
    after: Mapping[MoneyRole, re.Pattern[str]]
    negation: re.Pattern[str]


@cache
def _cues(language: Language) -> _Cues:
    words = words_en if language is Language.EN else words_ru
    return _Cues(
        before={
            MoneyRole.FEE: re.compile(words.FEE_BEFORE, re.IGNORECASE),
            MoneyRole.PAID: re.compile(words.PAID_BEFORE, re.IGNORECASE),
            MoneyRole.OTHER: re.compile(words.OTHER_BEFORE, re.IGNORECASE),
            MoneyRole.DUE: re.compile(words.DUE_BEFORE, re.IGNORECASE),
        },
        after={
            MoneyRole.FEE: re.compile(rf"\W{{0,2}}(?:{words.FEE_AFTER})", re.IGNORECASE),
            MoneyRole.PAID: re.compile(rf"\s(?:{words.PAID_AFTER})", re.IGNORECASE),
        },
        negation=re.compile(words.NEGATION, re.IGNORECASE),
    )


_MAX_WORDS_BETWEEN = 5


def money_role(
    text: str, start: int, end: int, language: Language, floor: int, ceiling: int
) -> MoneyRole:
    """The role of the sum ``text[start:end]``.

    Words right after it decide first ("$90 nuisance fee"), then the nearest cue before it
    in the same sentence.

    Args:
        text, start, end: where the sum stands.
        language: of the text.
        floor: the end of the sum before it; cues before that belong to the other sum.
        ceiling: the start of the next sum.
    """
    cues = _cues(language)
    follows = after(text, end, ceiling, limit=60)
    for role, pattern in cues.after.items():
        if pattern.match(follows):
            return role
    precedes = before(text, start, floor, limit=60)
    nearest: tuple[int, int, MoneyRole, int] | None = None
    for role, pattern in cues.before.items():
        for match in pattern.finditer(precedes):
            key = (match.end(), match.end() - match.start(), role, match.start())
            if nearest is None or key[:2] > nearest[:2]:
                nearest = key
    if nearest is None:
        return MoneyRole.DUE
    cue_end, _, role, cue_start = nearest
    if role is MoneyRole.DUE or len(precedes[cue_end:].split()) > _MAX_WORDS_BETWEEN:
        return MoneyRole.DUE
    if role is MoneyRole.PAID and cues.negation.search(precedes[:cue_start]):
        return MoneyRole.DUE
    if role is MoneyRole.PAID and "»" in precedes[cue_end:] and "«" not in precedes[cue_end:]:
        return MoneyRole.DUE
    if role is MoneyRole.OTHER and cue_end < len(precedes.rstrip()):
        return MoneyRole.DUE
    return role
