"""Days named in visible text, placed in the calendar and given a role."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tonecheck.literals.date_forms import DateForm, DateKind, numeric_dates
from tonecheck.literals.date_roles import (
    DateRole,
    asked_for_today,
    date_role,
    looks_past,
    stands_with_money,
)
from tonecheck.literals.resolve import resolve
from tonecheck.literals.spans import keep_longest
from tonecheck.types import Language

__all__ = ["DateKind", "DateMention", "DateRole", "find_dates"]


@dataclass(frozen=True, slots=True)
class DateMention:
    """A day named in a text.

    ``value`` is None where the day cannot be known (no day of writing, an ambiguous order of
    day and month). ``month`` and ``day`` are what the text itself says. ``past`` tells
    whether the day lies before the day of writing, None where that is unknown.
    """

    start: int
    end: int
    text: str
    value: date | None
    kind: DateKind
    ambiguous: bool
    past: bool | None
    role: DateRole = DateRole.UNKNOWN
    month: int | None = None
    day: int | None = None


_WEEK_ENDS = {Language.EN: 4, Language.RU: 6}
"""Business English ends the week on Friday, Russian («до конца недели») on Sunday."""

_COORDINATION = re.compile(
    r"\s*(?:,|and|or|&|и|или|,\s?(?:and|и|or|или))?\s*\(?(?:(?:on|by|до|в|во|к)\s)?\s*",
    re.IGNORECASE,
)
_SPELT_OUT = frozenset({DateKind.ABSOLUTE, DateKind.ORDINAL, DateKind.WEEKDAY})


def find_dates(
    text: str, language: Language, reference: date | None = None, country: str | None = None
) -> tuple[DateMention, ...]:
    """The days named in a text, in order, none overlapping another.

    Times, amounts, ranges of weeks, clause numbers and feasts ("before Easter") are no days.

    Args:
        text: visible text; U+E000 stands for a placeholder.
        language: of the text.
        reference: the day of writing (the send date); relative days need it.
        country: ISO 3166 code; it settles the order of day and month in "5/3/2026".
    """
    country = country.upper() if country else None
    forms = keep_longest([*_worded(text, language), *numeric_dates(text, language, country)])
    roles = _roles(text, forms, language)
    return tuple(
        _mention(text, form, role, language, reference)
        for form, role in zip(forms, roles, strict=True)
    )


def _worded(text: str, language: Language) -> Iterator[DateForm]:
    """Days written with words; a language's expressions are compiled when it is met."""
    if language is Language.RU:
        from tonecheck.literals.date_forms_ru import russian_dates

        return russian_dates(text)
    from tonecheck.literals.date_forms_en import english_dates

    return english_dates(text)


def _roles(text: str, forms: list[DateForm], language: Language) -> list[DateRole]:
    roles: list[DateRole] = []
    for index, form in enumerate(forms):
        floor = forms[index - 1].end if index else 0
        ceiling = forms[index + 1].start if index + 1 < len(forms) else len(text)
        role = date_role(text, form.start, form.end, language, floor, ceiling, form.deadline)
        roles.append(role)
    for index in range(1, len(forms)):
        gap = text[forms[index - 1].end : forms[index].start]
        if len(gap) > 12 or not _COORDINATION.fullmatch(gap):
            continue
        if roles[index] is DateRole.UNKNOWN and forms[index].kind in _SPELT_OUT:
            roles[index] = roles[index - 1]
        elif roles[index - 1] is DateRole.UNKNOWN:
            roles[index - 1] = roles[index]
    if DateRole.DUE not in roles:
        _promote(text, forms, roles, language)
    return roles


def _promote(text: str, forms: list[DateForm], roles: list[DateRole], language: Language) -> None:
    """Where no day is called due, the first that stands with the money is («15-го, взнос»)."""
    for index, form in enumerate(forms):
        if roles[index] is DateRole.UNKNOWN and form.kind in _SPELT_OUT:
            ceiling = forms[index + 1].start if index + 1 < len(forms) else len(text)
            floor = forms[index - 1].end if index else 0
            if stands_with_money(text, form.start, form.end, language, floor, ceiling):
                roles[index] = DateRole.DUE
                return
    if language is not Language.EN:
        return
    for index, form in enumerate(forms):
        if form.kind is not DateKind.RELATIVE or form.when.days not in (0, 1, 2):
            continue
        if text[form.start : form.end].casefold() == "this morning":
            continue
        floor = forms[index - 1].end if index else 0
        ceiling = forms[index + 1].start if index + 1 < len(forms) else len(text)
        if asked_for_today(text, form.start, form.end, floor, ceiling):
            roles[index] = DateRole.DUE
            return


def _mention(
    text: str, form: DateForm, role: DateRole, language: Language, reference: date | None
) -> DateMention:
    past_words = looks_past(text, form.start, language)
    value = resolve(form.when, reference, past_words, _WEEK_ENDS[language])
    past = value < reference if value and reference else None
    if past is None and form.when.days is not None and form.when.days < 0:
        past = True
    return DateMention(
        start=form.start,
        end=form.end,
        text=text[form.start : form.end],
        value=value,
        kind=form.kind,
        ambiguous=form.ambiguous,
        past=past,
        role=role,
        month=form.when.month,
        day=form.when.day,
    )
