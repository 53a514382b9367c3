"""What the date forms of both languages share: the kinds, the raw value, numeric dates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from tonecheck.literals.currencies import SUFFIX
from tonecheck.literals.resolve import When
from tonecheck.types import Language


class DateKind(StrEnum):
    """How a day is named."""

    ABSOLUTE = "absolute"
    RELATIVE = "relative"
    WEEKDAY = "weekday"
    ORDINAL = "ordinal"
    DURATION = "duration"


@dataclass(frozen=True, slots=True)
class DateForm:
    """A day as written, before it is placed in the calendar and given a role.

    ``deadline`` says that the form itself sets a limit ("within 7 days").
    """

    start: int
    end: int
    kind: DateKind
    when: When
    ambiguous: bool = False
    deadline: bool = False


DAY = r"(?:0?[1-9]|[12][0-9]|3[01])(?![0-9])"
LEFT = r"(?<![\w.,:/№#$£€₹₦-])(?<![\w][-–])"

_MONTH_FIRST = frozenset({"US", "PH", "FM", "MH", "PW"})
_EITHER_ORDER = frozenset({"CA"})

_NUMERIC = re.compile(
    r"""
    (?<![\w./:,-])(?:
        (?P<iso>[0-9]{4}-[0-9]{2}-[0-9]{2})                                    # 2026-03-05
      | (?P<first>[0-9]{1,2})(?P<mark>[./-])(?P<second>[0-9]{1,2})(?P=mark)
        (?P<year>[0-9]{4}|[0-9]{2})                                            # 05.03.26
        (?:[^\S\n]?(?:года|год|г\.|г(?!\w)))?
    )(?<=[0-9а-я.])(?![\w-])(?![./][0-9])
    """,
    re.VERBOSE,
)
_SHORT = re.compile(
    r"""
    (?<![\w./:,№#-])(?P<first>[0-9]{1,2})(?P<mark>[./])(?P<second>[0-9]{1,2})
    (?![\w-])(?![./:,][0-9])
    """,
    re.VERBOSE,
)
_BEFORE_SHORT = re.compile(
    r"(?i:\b(?:by|due|on|until|till?|before|from|dated|since|do|до|от|к|ко|с|со|по|на|срок\w{0,2}"
    r"|оплаты|числа|сегодня|завтра|был[аои]?)[^\S\n]*[,:—–-]?[^\S\n]+)$"
)
_BEFORE_DOTTED = re.compile(
    r"(?i:\b(?:by|due|on|until|till?|before|dated|since|deadline|date|term|passed|payable)"
    r"[^\S\n]*[,:]?[^\S\n]+)$"
)
"""Before "28.02." in English, where points also part hours and minutes."""
_NOT_BEFORE_SHORT = re.compile(
    r"(?i:(?:\b(?:п|пп|ст|гл|разд|пункт\w*|раздел\w*|стать\w+|верси\w+|в|во|version|section|clause|page"
    r"|цен\w+|км|№)\.?|[№#])[^\S\n]*)$"
)
_UNIT_AFTER = re.compile(
    rf"[^\S\n]?(?:{SUFFIX}|(?i:%|тыс|млн|км|кг|мм|см|м\b|л\b|га\b|шт|час|мин|раз|метр|kg|km|m\b|k\b|am\b"
    r"|pm\b|утра\b|вечера\b))"
)


def four_digit_year(year: str) -> int:
    """``26`` is 2026 and ``98`` is 1998."""
    number = int(year)
    if len(year) == 4:
        return number
    return number + (2000 if number < 70 else 1900)


def numeric_dates(text: str, language: Language, country: str | None) -> Iterator[DateForm]:
    """Dates in figures, with and without a year.

    A slash or a hyphen leaves the order of day and month to the country; a date that could
    be read both ways in an English text of unknown country is ambiguous and has no value.
    Dots always put the day first, and so does Russian.
    """
    for match in _NUMERIC.finditer(text):
        if match["iso"]:
            year, month, day = (int(part) for part in match["iso"].split("-"))
            form = When(year, month, day)
            if year and form.is_possible:
                yield DateForm(match.start(), match.end(), DateKind.ABSOLUTE, form)
            continue
        year = four_digit_year(match["year"])
        if not 1900 <= year <= 2100:
            continue
        yield from _ordered(match, year, language, country)
    for match in _SHORT.finditer(text):
        if _is_short_date(text, match, language):
            yield from _ordered(match, None, language, country)


def _ordered(
    match: re.Match[str], year: int | None, language: Language, country: str | None
) -> Iterator[DateForm]:
    first, second = int(match["first"]), int(match["second"])
    day_first, month_first = When(year, second, first), When(year, first, second)
    start, end = match.span()
    if match["mark"] == "." or language is Language.RU or country not in {None, *_EITHER_ORDER}:
        preferred, other = day_first, month_first
        if match["mark"] != "." and language is Language.EN and country in _MONTH_FIRST:
            preferred, other = other, preferred
        choice = preferred if preferred.is_possible else other
        if choice.is_possible:
            yield DateForm(start, end, DateKind.ABSOLUTE, choice)
        return
    possible = {w for w in (day_first, month_first) if w.is_possible}
    if len(possible) == 2:
        yield DateForm(start, end, DateKind.ABSOLUTE, When(), ambiguous=True)
    elif possible:
        yield DateForm(start, end, DateKind.ABSOLUTE, possible.pop())


def _is_short_date(text: str, match: re.Match[str], language: Language) -> bool:
    """Whether "18.11" or "5/3" is a day: two full figures in Russian, or a preposition before."""
    window = text[max(0, match.start() - 20) : match.start()]
    if _UNIT_AFTER.match(text, match.end()):
        return False
    full = len(match["first"]) == 2 and len(match["second"]) == 2
    if match["mark"] == "." and language is Language.EN:
        return full and 1 <= int(match["second"]) <= 12 and bool(_BEFORE_DOTTED.search(window))
    if _BEFORE_SHORT.search(window):
        return True
    return (
        full
        and match["mark"] == "."
        and language is Language.RU
        and not _NOT_BEFORE_SHORT.search(window)
    )
