"""What a day is in its sentence: the day to pay, the invoice's, an event's, a letter's."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from tonecheck.literals import words_en, words_ru
from tonecheck.literals.spans import after, before
from tonecheck.types import Language


class DateRole(StrEnum):
    """What a day is for. A due date may be the original one or a new deadline."""

    DUE = "due"
    INVOICE = "invoice"
    EVENT = "event"
    LETTER = "letter"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class _Cues:
    deadline: re.Pattern[str]
    strong: Mapping[DateRole, re.Pattern[str]]
    weak: re.Pattern[str]
    activity: re.Pattern[str]
    after_due: re.Pattern[str]
    after_invoice: re.Pattern[str]
    past: re.Pattern[str]


@cache
def _cues(language: Language) -> _Cues:
    words = words_en if language is Language.EN else words_ru

    def cue(pattern: str) -> re.Pattern[str]:
        return re.compile(pattern, re.IGNORECASE)

    return _Cues(
        deadline=cue(words.DEADLINE),
        strong={
            DateRole.DUE: cue(words.DATE_STRONG),
            DateRole.INVOICE: cue(words.DATE_INVOICE),
            DateRole.EVENT: cue(words.DATE_EVENT),
            DateRole.LETTER: cue(words.DATE_LETTER),
        },
        weak=cue(words.DATE_WEAK),
        activity=cue(words.ACTIVITY),
        after_due=cue(rf"\W{{0,3}}(?:{words.DATE_AFTER_DUE})"),
        after_invoice=cue(rf"\s(?:{words.DATE_AFTER_INVOICE})"),
        past=cue(words.PAST),
    )


_SUM = re.compile(
    r"[$£€₹₦₽₸]\s?[0-9]|[0-9]\s?(?:₽|₸|руб|р\.|тыс|тенге|сум\b|драм|тг\b|р\b|сом\w{0,2}\b|лари|BYN|EUR|USD|GBP)",
    re.IGNORECASE,
)
_NEAR_DAY = re.compile(words_ru.NEAR_DAY, re.IGNORECASE)
_NEAR_DAY_BEFORE = re.compile(words_ru.NEAR_DAY_BEFORE, re.IGNORECASE)
_NEAR_DAY_AFTER = re.compile(words_ru.NEAR_DAY_AFTER, re.IGNORECASE)
_HOUR_AFTER = re.compile(words_ru.HOUR_AFTER, re.IGNORECASE)
_MONEY_COMES = re.compile(words_ru.MONEY_COMES, re.IGNORECASE)
_CLAUSE_MARK = re.compile(r"[,:—–]\s")
_LETTER_NOUN = re.compile(
    r"письм|претензи|уведомлен|напомин|letter|reminder|e-?mail", re.IGNORECASE
)


_VAGUE_BEFORE = re.compile(
    r"\b(?:some(?:time|\s+time|where)\s+(?:around|about|near)"
    r"|(?:came|come|passed|stopped|dropped|popped|called|went|swung|stop|pop|drop|swing)\s+by)\W*$",
    re.IGNORECASE,
)
_OPEN_UNTIL = re.compile(
    r"(?:\b(?:not|nothing|no|nobody|neither|open|unpaid|outstanding|pending)\b|n['’]t\b)[^.;]*"
    r"\b(?:until|till?|up\s+to|as\s+of)\W*$",
    re.IGNORECASE,
)
_NOT_TO_PAY_AFTER = re.compile(
    r"\s(?:suit|work|do|be\s\w+)\s(?:\w+\s)?for\s(?:a|the)\s(?:quick\s)?(?:look|visit|chat|call|word|walk"
    r"|lesson|check|fitting|cuppa|viewing|inspection|repair)\b|-ish\b|\sor\sthereabouts\b",
    re.IGNORECASE,
)
_SUITS_AFTER = re.compile(
    r"\W{1,3}(?:would|will)\s(?:also\s)?(?:suit|do)\s(?:us|me|nicely|fine)\b", re.IGNORECASE
)
_DONE_ON = re.compile(
    r"\bfor\s(?:the|your|a|an|our|my)\s(?:(?!due|payable|down|expected|falls|was|is|were|money|payment"
    r"|rent|balance|fees?\b)[\w'’-]+\s){1,3}on\s(?:the\s)?$",
    re.IGNORECASE,
)
_AT_WRITING = re.compile(
    r"\b(?:writ(?:e|es|ing|ten)|check(?:ed|ing)|looked|saw|seen|notice[ds]?|remind\w*|ask(?:ed|ing)?"
    r"|text(?:ing|ed)|still|as\s+of|until|to\s+date|so\s+far|not\s+(?:yet|come|been|seen|\w+ed)|was|were|came|rang|call(?:ed|ing)"
    r"|went|left|got|see|had|only)\b|n['’]t\b",
    re.IGNORECASE,
)
_PAYS_NOW = re.compile(
    r"\b(?:venmo|zelle|paynow|payid|paypal|upi|gpay|revolut|monzo|m-?pesa|momo|interac|e-?transfer"
    r"|eft|cash|transfer|lands?|(?:need|want|expect)\s+(?:it|this|that|the\s+money))\b",
    re.IGNORECASE,
)


def _is_no_pay_day(text: str, start: int, end: int, precedes: str, follows: str) -> bool:
    """A vague time, "open until today", or a day that suits for something else ("for a look")."""
    if _VAGUE_BEFORE.search(precedes) or _NOT_TO_PAY_AFTER.match(follows):
        return True
    return text[start:end].casefold() == "today" and bool(_OPEN_UNTIL.search(precedes))


def looks_past(text: str, start: int, language: Language) -> bool:
    """Whether the words before a day put it before the day of writing."""
    return _cues(language).past.search(before(text, start, limit=50)) is not None


def date_role(
    text: str, start: int, end: int, language: Language, floor: int, ceiling: int, deadline: bool
) -> DateRole:
    """The role of the day ``text[start:end]``.

    A limit ("by", «до») makes it a day to pay, unless the sentence is about doing something
    else by then; otherwise the nearest cue before it decides, then one right after it.

    Args:
        text, start, end: where the day is named.
        language: of the text.
        floor: the end of the day named before it; cues before that belong to the other.
        ceiling: the start of the day named next.
        deadline: whether the form itself sets a limit.
    """
    cues = _cues(language)
    precedes, follows = before(text, start, floor), after(text, end, ceiling, limit=50)
    if cues.after_invoice.match(follows):
        return DateRole.INVOICE
    if language is Language.EN:
        if _is_no_pay_day(text, start, end, precedes, follows):
            return DateRole.UNKNOWN
        if _SUITS_AFTER.match(follows):
            return DateRole.DUE
    limit = cues.deadline.search(precedes)
    if deadline or limit:
        around = f"{before(text, start)} {after(text, end)}"
        near = f"{precedes[limit.start() - 45 if limit and limit.start() > 45 else 0 :]} {follows}"
        pays = (
            cues.weak.search(around)
            or cues.strong[DateRole.DUE].search(around)
            or _SUM.search(precedes, max(0, len(precedes) - 40))
        )
        if cues.activity.search(near) and not pays:
            return DateRole.UNKNOWN
        return DateRole.DUE
    if _NEAR_DAY.match(text, start, end) and (
        _NEAR_DAY_AFTER.match(follows)
        or _NEAR_DAY_BEFORE.search(precedes)
        or (_HOUR_AFTER.match(follows) and _MONEY_COMES.search(f"{precedes} | {_clause(follows)}"))
    ):
        return DateRole.DUE
    role = _nearest(precedes, cues)
    if role is DateRole.LETTER and cues.after_due.match(follows):
        return DateRole.DUE  # "we remind you that 5 May is the last day"
    if role is DateRole.INVOICE and _LETTER_NOUN.search(precedes[-40:]):
        return DateRole.LETTER
    if role is not None:
        return role
    return DateRole.DUE if cues.after_due.match(follows) else DateRole.UNKNOWN


def stands_with_money(
    text: str, start: int, end: int, language: Language, floor: int, ceiling: int
) -> bool:
    """Whether the sentence of the day ``text[start:end]`` names a sum or a payment near it.

    Args:
        text, start, end: where the day is named.
        language: of the text.
        floor: the end of the day named before it.
        ceiling: the start of the day named next.
    """
    cues = _cues(language)
    precedes = before(text, start, floor)
    if language is Language.EN and _DONE_ON.search(precedes):
        return False
    around = f"{precedes} | {after(text, end, ceiling)}"
    if cues.activity.search(around) or cues.strong[DateRole.EVENT].search(around):
        return False
    pays = cues.weak.search(around) or cues.strong[DateRole.DUE].search(around)
    return bool(pays or _SUM.search(around))


def asked_for_today(text: str, start: int, end: int, floor: int, ceiling: int) -> bool:
    """Whether an English sentence asks to pay on the near day ``text[start:end]``.

    "Venmo me tonight", "$80, transfer or cash, today or tomorrow"; "I am writing today" does not.
    """
    cues = _cues(Language.EN)
    precedes, follows = before(text, start, floor), after(text, end, ceiling)
    around = f"{precedes} | {follows}"
    for other in (_AT_WRITING, cues.activity, cues.strong[DateRole.EVENT]):
        if other.search(around):
            return False
    return any(
        cue.search(precedes) or cue.match(follows.lstrip(" ,:"))
        for cue in (_PAYS_NOW, cues.weak, _SUM)
    )


def _clause(follows: str) -> str:
    mark = _CLAUSE_MARK.search(follows)
    return follows[: mark.start()] if mark else follows


def _nearest(precedes: str, cues: _Cues) -> DateRole | None:
    best: tuple[int, int] = (-1, 0)
    role: DateRole | None = None
    for candidate, pattern in cues.strong.items():
        for match in pattern.finditer(precedes):
            if (match.end(), match.end() - match.start()) > best:
                best, role = (match.end(), match.end() - match.start()), candidate
    for match in cues.weak.finditer(precedes):
        clear = not _CLAUSE_MARK.search(precedes, match.end())
        if clear and (match.end(), match.end() - match.start()) > best:
            best, role = (match.end(), match.end() - match.start()), DateRole.DUE
    return role
