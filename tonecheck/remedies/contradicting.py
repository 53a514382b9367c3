"""What a message says already, so that a placeholder beside it would contradict or invent."""

from __future__ import annotations

import re

from tonecheck.analysis import Analysis, Part, TokenKind
from tonecheck.literals.dates import DateRole
from tonecheck.literals.money import MoneyRole
from tonecheck.remedies.cargo import BARE_SUM
from tonecheck.remedies.matter import PAPERS

_SPOKEN_OF = re.compile(
    r"\b(?:today|tonight|tomorrow|right now|when you|whenever|by (?:noon|midnight|(?:mon|tues|"
    r"wednes|thurs|fri|satur|sun)day|\d)|was for|was to (?:come|be here))\b"
    r"|\b(?:сегодня|завтра|послезавтра|как (?:сможете|сможешь|получится|будет)|при случае|"
    r"(?:до|к|на|с) (?:конца|концу|\d{1,2}(?:-го|-е|:\d\d| числа)|\d{1,2}[^\S\n]числ\w+|"
    r"понедельник\w*|вторник\w*|сред[уые]|четверг\w*|пятниц\w+|суббот\w+|воскресень\w+|"
    r"обеда|обеду|вечера|вечеру|каникул))\b",
    re.IGNORECASE,
)
"""Words for a day of paying that are none of a calendar."""


_TOLD_LATER = re.compile(
    r"\b(?:(?:the|your) (?:usual|customary|same|agreed) (?:amount|sum|fee|rate)|"
    r"(?:to be|will be|will) confirm(?:ed)?|tbc"
    r"|уточн(?:ит|им|ят|яет|яется|яются|ятся|ится)|сколько обычно|как обычно|обычную сумму)\b",
    re.IGNORECASE,
)
"""Words for a sum that is known to both, or not yet to anybody."""


_COMPANY = frozenset("we our us ours мы наш".split())
_PERSON = frozenset("i me my mine я мой".split())


def may_have_a_number(analysis: Analysis) -> bool:
    """Whether there may be a paper with a number: one is named, or not just a person writes ("I").

    Between neighbours and friends there may be none.
    """
    papers = PAPERS | {"statement", "receipt", "waybill", "фактура", "оферта"}
    if any(t.form.keys & papers for t in analysis.tokens):
        return True
    several = sum(bool((t.form.keys | {t.norm}) & _COMPANY) for t in analysis.tokens)
    return several >= sum(bool((t.form.keys | {t.norm}) & _PERSON) for t in analysis.tokens)


def sets_a_sum(analysis: Analysis) -> bool:
    """Whether a sum stands there, with its currency or without, or is to be told later.

    Only a person can tell what a sum is of.
    """
    found = analysis.literals
    if any(one.role is not MoneyRole.FEE for one in found.money):
        return True
    if _TOLD_LATER.search(analysis.text):
        return True
    taken = [(one.start, one.end) for one in found.money]
    taken += [(one.start, one.end) for one in found.dates]
    taken += [(one.start, one.end) for one in found.references]
    taken += [(one.start, one.end) for one in found.contacts]
    return any(
        token.kind is TokenKind.NUMBER
        and sum(c.isdigit() for c in token.text) >= BARE_SUM
        and not any(start <= token.start < end for start, end in taken)
        for token in analysis.tokens
    )


def sets_a_day(analysis: Analysis) -> bool:
    """Whether words of the body set a day, so that a second one would argue with them."""
    if any(one.role is DateRole.DUE for one in analysis.literals.dates):
        return True
    body = [t for t in analysis.tokens if t.part is Part.BODY]
    return bool(body) and bool(_SPOKEN_OF.search(analysis.text, body[0].start, body[-1].end))
