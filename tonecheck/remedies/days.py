"""Days of a sentence as pieces of its cargo: with the words that lead to them, and what for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

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
        "at on from since the this next coming noon midday lunch lunchtime close of business end "
        "play day midnight no later latest one two three four five six seven eight nine ten eleven "
        "twelve half past am pm a.m. p.m. o'clock".split()
    ),
    Language.RU: DEADLINES[Language.RU]
    | frozenset(
        "в во на с со от после конца конец начала недели этой этого следующей следующего "
        "ближайшей ближайшего часов обеда утра вечера течение".split()
    ),
}
_UNTIL = frozenset("until till at".split())
"""One stays until Friday, locks up at ten tonight, and pays by then."""

PREPOSITIONS = {
    Language.EN: frozenset("at by before until till within on from since".split()),
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
_OPEN_ENDS = frozenset("at the of by before к до".split())

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
    while (after := by_index.get(last + 1)) and _trails(after, by_index.get(last + 2), language):
        last += 1
    while last > inside[-1].index and by_index[last].norm in _OPEN_ENDS:
        last -= 1
    start, end = by_index[reached].start, max(mention.end, by_index[last].end)
    led_by = {by_index[i].norm for i in range(reached, first)}
    lead = ""
    if by_index[reached].norm in _UNTIL and reached < first:
        start, lead = by_index[reached + 1].start, "by "
    was = {t.norm for t in tokens if t.index < reached and t.clause == inside[0].clause}
    kind = Kind.MOMENT if _is_no_deadline(inside, tokens, language) else None
    kind = kind or _purpose(mention, led_by, was, language)
    return Piece(kind, start, end, mention.text, lead=lead)


_NOT_THEN = {
    Language.EN: frozenset("not no nor when".split()),
    Language.RU: frozenset("не никаких ни когда".split()),
}
_REFUSED = {
    Language.EN: frozenset(("won't",)),
    Language.RU: frozenset("отказываться отказываюсь отменить отменили поздно не нет".split()),
}
_REACH = 2
"""Words before a day in which it may be denied ("no more tomorrow")."""


def _is_no_deadline(inside: Sequence[Token], tokens: Sequence[Token], language: Language) -> bool:
    """Whether "tomorrow" is somebody's word, or denied: «завтра» у нас отменили, "not tomorrow"."""
    first, last = inside[0], inside[-1]
    if all(token.quoted for token in inside):
        return True
    if first.norm not in _NEAR[language]:
        return False
    clause = [t for t in tokens if t.clause == first.clause]
    before = [t for t in clause if t.index < first.index]
    denied = any(t.norm in _NOT_THEN[language] for t in before[-_REACH:])
    denied = denied or any(t.norm == "when" for t in before)
    return denied or any(t.norm in _REFUSED[language] for t in clause if t.index > last.index)


_CLOCK = re.compile(
    r"(?:(?:by|before|no later than|not later than)[^\S\n]+(?:\d{1,2}(?:[:.]\d\d)?"
    r"[^\S\n]?(?:[ap]\.?m\b\.?|o'clock|noon|sharp)|\d{1,2}[:.]\d\d|noon|midnight|close of business)"
    r"|(?:до|к)[^\S\n]+\d{1,2}[:.]\d\d(?!\d)|(?:до|к)[^\S\n]+\d{1,2}[^\S\n](?:часов|утра|вечера|дня)"
    r"|(?:до|к)[^\S\n]+(?:полудня|полудню|полуночи|вечера|вечеру|обеда|обеду))\b",
    re.IGNORECASE,
)


def hours(text: str, start: int, end: int) -> Iterator[Piece]:
    """Times of the day that are deadlines, without a day: "by 6 pm", «до 20:00»."""
    for match in _CLOCK.finditer(text, start, end):
        yield Piece(Kind.DEADLINE, match.start(), match.end(), match.group())


def asked_for(piece: Piece, analysis: Analysis) -> Piece:
    """A day of a sentence that presses for the payment, as the deadline that it sets."""
    text = analysis.text[piece.start : piece.end]
    if analysis.language is Language.RU:
        is_adverbial = bool(_ADVERBIAL.match(text))
        lead = "" if is_adverbial else "до " if text[:1].isdigit() else None
        return piece if lead is None else replace(piece, kind=Kind.DEADLINE, lead=lead)
    if text.lower().startswith("on "):
        return replace(piece, kind=Kind.DEADLINE, start=piece.start + len("on "), lead="by ")
    lead = "" if _ADVERBIAL.match(text) else "by "
    return replace(piece, kind=Kind.DEADLINE, lead=lead)


def as_due(piece: Piece, analysis: Analysis) -> Piece:
    """The deadline in a reproach as the day on which it was due; "by tomorrow" is none."""
    if piece.kind is not Kind.DEADLINE:
        return piece
    near = piece.core.lower() in _NEAR[analysis.language] or _CLOCK.fullmatch(piece.core)
    return replace(piece, kind=Kind.MOMENT if near else Kind.DUE)


def promised(piece: Piece, analysis: Analysis) -> Piece:
    """A day on which the client promised to pay."""
    text = analysis.text[piece.start : piece.end]
    is_bare = analysis.language is Language.EN and not _WHEN.match(text)
    return replace(piece, kind=Kind.PROMISED, lead=piece.lead or ("on " if is_bare else ""))


_WHEN = re.compile(
    r"(?:by|before|within|this|next|last|today|tonight|tomorrow|yesterday|no later|on|at|in)\b",
    re.IGNORECASE,
)

_ADVERBIAL = re.compile(
    r"(?:by|before|within|this|next|today|tonight|tomorrow|no later|not later)\b"
    r"|(?:до|к|ко|в|во|на|не позднее|сегодня|завтра|послезавтра)\b",
    re.IGNORECASE,
)
"""How a deadline begins that needs no other word before it."""


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


def _trails(token: Token, after: Token | None, language: Language) -> bool:
    """Whether a word belongs to the day before it: "at noon", "by 12 noon", «к 18:00»."""
    if token.kind is TokenKind.NUMBER:
        is_hour = after is not None and after.norm in _TRAILING[language]
        return ":" in token.text or (is_hour and not token.marks & {"amount", "reference"})
    leads_to_hour = after is not None and after.kind is TokenKind.NUMBER
    return token.norm in _TRAILING[language] or (
        leads_to_hour and token.norm in {"by", "before", "к", "до"}
    )
