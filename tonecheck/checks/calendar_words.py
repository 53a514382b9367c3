"""Weekdays, months and moments in words."""

from __future__ import annotations

from datetime import date, datetime

from tonecheck.types import Language

_NAMES: dict[Language, tuple[str, ...]] = {
    Language.EN: (
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
    ),
    Language.RU: (
        "понедельник",
        "вторник",
        "среда",
        "четверг",
        "пятница",
        "суббота",
        "воскресенье",
    ),
}
_SHORT: dict[Language, tuple[str, ...]] = {
    Language.EN: ("mon", "tues", "wed", "thurs", "fri", "sat", "sun"),
    Language.RU: ("пн", "вт", "ср", "чт", "пт", "сб", "вс"),
}
_MONTHS: dict[Language, tuple[str, ...]] = {
    Language.EN: (
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
    Language.RU: (
        "января",
        "февраля",
        "марта",
        "апреля",
        "мая",
        "июня",
        "июля",
        "августа",
        "сентября",
        "октября",
        "ноября",
        "декабря",
    ),
}

WEEKDAYS: dict[Language, dict[str, int]] = {
    language: {
        name.lower(): number
        for names in (_NAMES[language], _SHORT[language])
        for number, name in enumerate(names)
    }
    for language in Language
}
"""Weekday words in lower case (Russian: lemmas) with their numbers from Monday, which is 0."""


def weekday_name(number: int, language: Language) -> str:
    """The weekday's name in the nominative."""
    return _NAMES[language][number]


def day(when: date, language: Language) -> str:
    """A day in words: "Friday, 6 March", «6 марта (пятница)»."""
    shown = f"{when.day} {_MONTHS[language][when.month - 1]}"
    weekday = weekday_name(when.weekday(), language)
    return f"{shown} ({weekday})" if language is Language.RU else f"{weekday}, {shown}"


def moment(when: datetime, language: Language) -> str:
    """A moment in words: "10:15 on Friday, 6 March", «6 марта (пятница), 10:15»."""
    clock = when.strftime("%H:%M")
    shown = day(when, language)
    return f"{shown}, {clock}" if language is Language.RU else f"{clock} on {shown}"
