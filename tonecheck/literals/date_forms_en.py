"""The ways in which English names a day."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tonecheck.literals.date_forms import DAY, LEFT, DateForm, DateKind, four_digit_year
from tonecheck.literals.listed import listed
from tonecheck.literals.resolve import Unit, When
from tonecheck.literals.spans import stands_alone
from tonecheck.literals.words_en import FREE_WORDS, MONTHS, NUMBERS, ORDINALS, VERB_MONTHS, WEEKDAYS

_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|sept|jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec)(?!\w)\.?"
)
_FULL_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_SHORT_WEEKDAY = r"(?:mon|tues?|weds?|thurs?|thu|fri|sat|sun)"
_WEEKDAY_PREFIX = rf"(?:(?:{_FULL_WEEKDAY}|{_SHORT_WEEKDAY}\.?)(?:,?\s|\s)(?:the\s)?)?"
_ORDINAL = r"(?:st|nd|rd|th)(?!\w)"
_YEAR = r"(?:,?[\s-](?P<year>(?:19|20)[0-9]{2})(?!\w)(?![.,/-][0-9]))?"
_PART_OF_DAY = r"(?:\s(?:morning|lunch(?:time)?|noon|afternoon|evening|night))?"
_COUNT = r"[0-9]{1,3}|" + "|".join(sorted(NUMBERS, key=len, reverse=True))

_DAY_MONTH = re.compile(
    rf"""
    {LEFT}{_WEEKDAY_PREFIX}
    (?:{DAY}(?:{_ORDINAL})?(?:\s?[-–]\s?|\s(?:to|and|or|&)\s))?     # 6 and 7 May
    (?P<day>{DAY})(?P<ordinal>{_ORDINAL})?(?:\sof)?[\s-]
    (?P<month>{_MONTH}){_YEAR}
    """,
    re.VERBOSE | re.IGNORECASE,
)
_MONTH_DAY = re.compile(
    rf"""
    (?<![\w-]){_WEEKDAY_PREFIX}
    (?P<month>{_MONTH})\s(?:the\s)?
    (?:{DAY}(?:{_ORDINAL})?(?:\s?[-–]\s?|\s(?:to|and|or|&)\s)(?={DAY}(?!\s?{_MONTH})))?  # June 3-4
    (?P<day>{DAY})(?P<ordinal>{_ORDINAL})?(?!\w)(?![.,:/][0-9])(?!\s(?:am|pm|people|of)\b)
    {_YEAR}
    """,
    re.VERBOSE | re.IGNORECASE,
)
_ORDINAL_DAY = re.compile(
    rf"""
    (?<!\w)(?:(?:{_FULL_WEEKDAY}|{_SHORT_WEEKDAY}\.?),?\s(?:the\s)?|(?:the|every|each)\s
      |(?:by|due|on|before|until|till?|from|since|for|was)\s(?P<bare>))
    (?P<day>{DAY}){_ORDINAL}
    (?:\sof\s(?P<of>the|this|next|last|each|every)\smonth)?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_WORD_DAY = re.compile(
    rf"""
    (?<![\w-])(?P<limit>(?:by|on|before|until|till?|due|for|from|since)\s(?=the\s))?
    (?:the\s)?(?P<word>{"|".join(sorted(ORDINALS, key=len, reverse=True))})
    (?:\sof\s(?:(?P<of>the|this|next|last|each|every)\smonth|(?P<month>{_MONTH}){_YEAR}))?(?!\w)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_WEEKDAY = re.compile(
    rf"""
    (?<![\w-])(?:
        (?:(?P<shift>this\scoming|this|next|last|coming|following)\s)?
        (?P<full>{_FULL_WEEKDAY})
      | (?:(?:by|on|before|until|till?|due|cob|eod)\s(?P<after>)
          |(?P<short_shift>this|next|last|coming|following)\s)
        (?P<short>{_SHORT_WEEKDAY})
    )(?!\w)(?!['’]s)(?!\s[0-9]{{1,2}}(?::|\s?(?:am|pm)))?{_PART_OF_DAY}
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NAMED_DAY = re.compile(
    r"""
    (?<![\w-])(?:
        (?:(?:the\s)?(?:close\sof\s(?:business|play)|end\sof\s(?:business|(?:the\s)?day)|midnight)
           \s(?:on\s)?)?
        (?P<day>(?:the\s)?day\safter\stomorrow|today|tonight|tomorrow|yesterday
          |this\s(?:morning|afternoon|arvo|evening))
        (?:\s(?:morning|lunch(?:time)?|noon|afternoon|evening|night))?
      | (?P<close>close\sof\s(?:business|play)|end\sof\sbusiness)
    )(?!\w)(?!['’]s(?!\sthe\sday\b))
    """,
    re.VERBOSE | re.IGNORECASE,
)
_CLOSE_LETTERS = re.compile(r"(?<!\w)(?:COB|EOD)(?!\w)(?!\s[A-Z][a-z]+day)")
_END_OF = re.compile(
    rf"""
    (?<![\w-])(?:the\s)?(?:
        end\sof\s(?:(?P<which>the|this|next|that|last)\s)?(?P<unit>day|week|month|quarter|year)
      | end\sof\s(?P<month>{_MONTH})
      | (?P<which_month>this|next)?\s?month[-\s]end
    )(?!\w)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_DURATION = re.compile(
    rf"""
    (?<![\w-])(?:
        (?:within|in)\s(?:the\snext\s|a\smaximum\sof\s)?(?P<count>{_COUNT})[\s-]
        (?P<working>working\s|business\s|calendar\s|clear\s)?
        (?P<unit>hours?|hrs?|days?|weeks?|fortnights?|months?)
      | (?P<hence>[0-9]{{1,2}}|{_COUNT})\s(?P<hence_unit>days?|weeks?|fortnights?|months?)\s
        (?:from\s(?:now|today)|hence)
      | net[\s-]?(?P<net>[1-9][0-9]{{0,2}})(?:\sdays?)?
      | (?P<terms>[0-9]{{1,3}}|{_COUNT})\sdays\s(?:from|after|of)\s(?:the\s)?
        (?:date\sof\s)?(?:invoice|receipt|issue|delivery)(?:\sdate)?
    )(?!\w)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_FEASTS = {
    "new year's eve": (12, 31),
    "new year's day": (1, 1),
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "boxing day": (12, 26),
    "st stephen's day": (12, 26),
    "st patrick's day": (3, 17),
    "valentine's day": (2, 14),
    "halloween": (10, 31),
    "bonfire night": (11, 5),
    "midsummer's day": (6, 24),
}
"""Feasts that keep their day of the month; "before Easter" or "by Christmas" is none."""
_FEAST_DAYS = {name.replace("'", ""): day for name, day in _FEASTS.items()}
_FEAST = re.compile(
    r"(?<![\w-])(?:" + "|".join(_FEASTS).replace("'", "['’]?").replace(" ", r"\s") + r")(?!\w)",
    re.IGNORECASE,
)
_TYPED_TOMORROW = re.compile(
    r"(?<![\w-])(?:2moro|2morrow|tmrw|tmr|tmrrw|tomoz|tomorow|tommorow|tommorrow)(?!\w)", re.I
)
_TYPED_TONIGHT = re.compile(r"(?<![\w-])(?:2nite|2night|tonite|2day|2dy)(?!\w)", re.IGNORECASE)
_SAME_DAY = re.compile(
    r"""
    (?<!\w)(?:due|payable)\s(?P<day>
        there\sand\sthen | then\s(?:as\swell|too)
      | (?:on\s)?(?:that|the\ssame)\s(?:very\s|first\s|same\s)?(?:day|night|evening|morning)
      | on\sthe\s(?:day|night)
    )(?!\w)(?!\s(?:of|we|you|i|they|it|he|she|that|after|before|the|my|your)\b)
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""The day of something named before: "the van comes on the 9th, £40 is due that day"."""
_SHIFTS = {"this": 0, "this coming": 0, "coming": 0, "following": 1, "next": 1, "last": -1}
_NAMED_OFFSETS = {"today": 0, "tonight": 0, "tomorrow": 1, "yesterday": -1}
_UNIT_DAYS = {"day": 1, "week": 7, "fortnight": 14, "month": 30}
_AFTER_ORDINAL = FREE_WORDS | frozenset(
    listed("works suits went came passed whichever but be né hey eh lah o ma sir pls thx latest")
)
_BEFORE_MONTH = frozenset(listed("by due on until till til before from since of"))


def english_dates(text: str) -> Iterator[DateForm]:
    """Every form of a day in an English text; forms may overlap."""
    yield from _month_dates(text)
    yield from _ordinal_days(text)
    yield from _word_days(text)
    yield from _weekdays(text)
    yield from _named_days(text)
    yield from _ends(text)
    yield from _durations(text)
    yield from _feasts(text)
    for match in _SAME_DAY.finditer(text):
        yield DateForm(match.start("day"), match.end(), DateKind.RELATIVE, When())


def _month_dates(text: str) -> Iterator[DateForm]:
    for pattern in (_DAY_MONTH, _MONTH_DAY):
        for match in pattern.finditer(text):
            word = match["month"].rstrip(".")
            month = MONTHS.get(word.casefold())
            if word in VERB_MONTHS and not match["ordinal"]:
                previous = text[max(0, match.start() - 12) : match.start()].split()
                if not previous or previous[-1].casefold() not in _BEFORE_MONTH:
                    continue
            year = four_digit_year(match["year"]) if match["year"] else None
            when = When(year, month, int(match["day"]))
            if month and when.is_possible:
                end = match.end() - (match[0].endswith(".") and not word.endswith("."))
                yield DateForm(match.start(), end, DateKind.ABSOLUTE, when)


def _ordinal_days(text: str) -> Iterator[DateForm]:
    for match in _ORDINAL_DAY.finditer(text):
        if not match["of"] and not stands_alone(text, match.end(), _AFTER_ORDINAL):
            continue
        start = match.start() if match["bare"] is None else match.start("day")
        shift = {"next": 1, "last": -1, "this": 0}.get((match["of"] or "").casefold())
        when = When(day=int(match["day"]), shift=shift)
        yield DateForm(start, match.end(), DateKind.ORDINAL, when)


def _word_days(text: str) -> Iterator[DateForm]:
    for match in _WORD_DAY.finditer(text):
        day = ORDINALS.get(match["word"].casefold())
        start = match.end("limit") if match["limit"] else match.start()
        if not match["month"] and not match["of"]:
            # "the twenty-first" alone: after a preposition, and counting nothing
            if not match["limit"] or not stands_alone(text, match.end(), _AFTER_ORDINAL):
                continue
            when, kind = When(day=day), DateKind.ORDINAL
        elif match["month"]:
            month = MONTHS.get(match["month"].casefold().rstrip("."))
            year = four_digit_year(match["year"]) if match["year"] else None
            when, kind = When(year, month, day), DateKind.ABSOLUTE
        else:
            shift = {"next": 1, "last": -1, "this": 0}.get(match["of"].casefold())
            when, kind = When(day=day, shift=shift), DateKind.ORDINAL
        if day and when.is_possible:
            yield DateForm(start, match.end(), kind, when)


def _weekdays(text: str) -> Iterator[DateForm]:
    for match in _WEEKDAY.finditer(text):
        name = (match["full"] or match["short"]).casefold()
        shift = (match["shift"] or match["short_shift"] or "").casefold()
        weekday = WEEKDAYS.get(name)
        if weekday is None:
            continue
        start = match.start("short") if match["after"] is not None else match.start()
        when = When(weekday=weekday, shift=_SHIFTS.get(" ".join(shift.split())))
        yield DateForm(start, match.end(), DateKind.WEEKDAY, when)


def _named_days(text: str) -> Iterator[DateForm]:
    for match in _NAMED_DAY.finditer(text):
        name = (match["day"] or "").casefold()
        days = 2 if name.endswith("after tomorrow") else _NAMED_OFFSETS.get(name, 0)
        yield DateForm(match.start(), match.end(), DateKind.RELATIVE, When(days=days))
    for match in _CLOSE_LETTERS.finditer(text):
        yield DateForm(match.start(), match.end(), DateKind.RELATIVE, When(days=0))


def _ends(text: str) -> Iterator[DateForm]:
    for match in _END_OF.finditer(text):
        if match["month"]:
            when = When(month=MONTHS.get(match["month"].casefold().rstrip(".")))
        else:
            unit = Unit(match["unit"].casefold()) if match["unit"] else Unit.MONTH
            which = (match["which"] or match["which_month"] or "").casefold()
            if which == "that":
                when = When()
            else:
                when = When(end_of=unit, shift={"next": 1, "last": -1}.get(which, 0))
        yield DateForm(match.start(), match.end(), DateKind.RELATIVE, when)


def _durations(text: str) -> Iterator[DateForm]:
    for match in _DURATION.finditer(text):
        named = match["count"] or match["hence"]
        if named is None:
            # terms count from the invoice, whose date is not known here
            yield DateForm(match.start(), match.end(), DateKind.DURATION, When(), deadline=True)
            continue
        word = named.casefold()
        count = int(word) if word.isdecimal() else int(NUMBERS.get(word, 0))
        unit = (match["unit"] or match["hence_unit"]).casefold().rstrip("s")
        days = -(-count // 24) if unit in ("hour", "hr") else count * _UNIT_DAYS[unit]
        working = (match["working"] or "").casefold().strip() in ("working", "business")
        deadline = match[0].casefold().startswith("within")
        when = When(days=days, working=working)
        yield DateForm(match.start(), match.end(), DateKind.DURATION, when, deadline=deadline)


def _feasts(text: str) -> Iterator[DateForm]:
    """Days known by a name ("New Year's Eve"), and days as they are typed on a phone."""
    for match in _FEAST.finditer(text):
        name = " ".join(match[0].casefold().replace("’", "'").split())
        month, day = _FEAST_DAYS[name.replace("'", "")]
        yield DateForm(match.start(), match.end(), DateKind.ABSOLUTE, When(None, month, day))
    for days, pattern in ((1, _TYPED_TOMORROW), (0, _TYPED_TONIGHT)):
        for match in pattern.finditer(text):
            yield DateForm(match.start(), match.end(), DateKind.RELATIVE, When(days=days))
