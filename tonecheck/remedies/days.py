"""Days of a sentence as pieces of its cargo: with the words that lead to them, and what for."""

from __future__ import annotations

from collections.abc import Sequence

from tonecheck.analysis import Analysis, Token, TokenKind
from tonecheck.literals.dates import DateKind, DateMention, DateRole
from tonecheck.remedies.piece import Kind, Piece
from tonecheck.types import Language

DEADLINES = {
    Language.EN: frozenset("by before until till within than".split()),
    Language.RU: frozenset("до к ко не позднее позже".split()),
}
_LEADING = {
    Language.EN: DEADLINES[Language.EN]
    | frozenset(
        "on from since the this next coming noon midday lunch lunchtime close of business end "
        "play day midnight no later latest one two three four five six seven eight nine ten eleven "
        "twelve half past".split()
    ),
    Language.RU: DEADLINES[Language.RU]
    | frozenset(
        "в во на с со от после конца конец начала недели этой этого следующей следующего "
        "ближайшей ближайшего часов обеда утра вечера течение".split()
    ),
}
_UNTIL = frozenset("until till".split())
"""One stays until Friday, and pays by Friday."""

PREPOSITIONS = {
    Language.EN: frozenset("by before until till within on from since".split()),
    Language.RU: frozenset("до к ко в во на с со от после не".split()),
}
_TRAILING = {
    Language.EN: frozenset(
        "at the noon midday lunch lunchtime morning afternoon evening night midnight latest am pm "
        "close of business sharp cob eod "
        "a.m. p.m. o'clock".split()
    ),
    Language.RU: frozenset("включительно утра вечера обеда часов ч числа года г".split()),
}
_OPEN_ENDS = frozenset("at the of".split())

_PAST = {
    Language.EN: frozenset("was were been had".split()),
    Language.RU: frozenset("был была было были истек истекла прошел прошла прошло вышел".split()),
}
_DUE = {
    Language.EN: frozenset({"due"}),
    Language.RU: frozenset("срок сроком сроки".split()),
}
_NEAR = {
    Language.EN: frozenset("today tonight tomorrow".split()),
    Language.RU: frozenset("сегодня завтра послезавтра".split()),
}


def day(mention: DateMention, tokens: Sequence[Token], analysis: Analysis) -> Piece:
    """A day with the words that lead to it ("by noon on Friday"), and what it is for."""
    language = analysis.language
    inside = [t for t in tokens if t.start < mention.end and t.end > mention.start]
    if not inside:
        return Piece(Kind.DAY, mention.start, mention.end, mention.text)
    by_index = {token.index: token for token in tokens}
    first, last = inside[0].index, inside[-1].index
    reached = first
    while (before := by_index.get(reached - 1)) and _leads(before, language):
        reached -= 1
    while reached < first and by_index[reached].norm not in PREPOSITIONS[language]:
        reached += 1
    while (after := by_index.get(last + 1)) and _trails(after, language):
        last += 1
    while last > inside[-1].index and by_index[last].norm in _OPEN_ENDS:
        last -= 1
    start, end = by_index[reached].start, max(mention.end, by_index[last].end)
    led_by = {by_index[i].norm for i in range(reached, first)}
    lead = ""
    if by_index[reached].norm in _UNTIL and reached < first:
        start, lead = by_index[reached + 1].start, "by "
    was = {t.norm for t in tokens if t.index < reached and t.clause == inside[0].clause}
    return Piece(_purpose(mention, led_by, was, language), start, end, mention.text, lead=lead)


def _purpose(mention: DateMention, led_by: set[str], was: set[str], language: Language) -> Kind:
    is_moment = mention.kind in (DateKind.RELATIVE, DateKind.WEEKDAY)
    other = Kind.MOMENT if is_moment else Kind.DAY
    if mention.role not in (DateRole.DUE, DateRole.UNKNOWN):
        return other
    if mention.role is DateRole.DUE and (mention.past or was & _PAST[language]):
        return Kind.DUE
    is_near = mention.text.lower() in _NEAR[language]
    if led_by & DEADLINES[language] or is_near:
        return Kind.DEADLINE
    if mention.role is DateRole.DUE:
        return Kind.DEADLINE if mention.past is False else _due(was, language)
    return other


def _due(before: set[str], language: Language) -> Kind:
    return Kind.DUE if before & _DUE[language] else Kind.DAY


def _leads(token: Token, language: Language) -> bool:
    is_time = token.kind is TokenKind.NUMBER and not token.marks & {"amount", "reference"}
    return token.norm in _LEADING[language] or is_time


def _trails(token: Token, language: Language) -> bool:
    is_time = token.kind is TokenKind.NUMBER and ":" in token.text
    return token.norm in _TRAILING[language] or is_time
