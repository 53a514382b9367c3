"""From what a text says about a day to the day in the calendar."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class Unit(StrEnum):
    """A stretch of time whose end is meant ("by the end of the week")."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class When:
    """What a text says about a day; whatever it leaves open is None.

    ``weekday`` counts from Monday = 0. ``shift`` moves a weekday, a day of the month or a
    unit by weeks, months or units ("next" 1, "last" -1, "this" 0). ``days`` counts from the
    day of writing, ``working`` skips Saturdays and Sundays. ``end_of`` without a unit of
    its own and with ``month`` is the end of that month.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    shift: int | None = None
    days: int | None = None
    working: bool = False
    end_of: Unit | None = None

    @property
    def is_possible(self) -> bool:
        """Whether the calendar has such a day (no 31 June)."""
        if self.month is None or self.day is None:
            return self.day is None or 1 <= self.day <= 31
        if not 1 <= self.month <= 12:
            return False
        return 1 <= self.day <= monthrange(self.year or 2024, self.month)[1]


def resolve(when: When, reference: date | None, past: bool, week_ends: int = 6) -> date | None:
    """The day that is meant, or None where that needs an unknown day of writing.

    Args:
        when: what the text says.
        reference: the day of writing.
        past: whether the words around put the day in the past ("was due Friday").
        week_ends: the last weekday of "the end of the week" (Monday = 0).
    """
    try:
        return _resolve(when, reference, past, week_ends)
    except (OverflowError, ValueError):
        return None


def _resolve(when: When, reference: date | None, past: bool, week_ends: int) -> date | None:
    if when.year is not None and when.month is not None and when.day is not None:
        return date(when.year, when.month, when.day)
    if reference is None:
        return None
    if when.month is not None:
        years = (when.year,) if when.year else range(reference.year - 1, reference.year + 2)
        days = [
            date(year, when.month, when.day or monthrange(year, when.month)[1])
            for year in years
            if when.day is None or when.day <= monthrange(year, when.month)[1]
        ]
        return min(days, key=lambda day: abs(day - reference))
    if when.end_of is not None:
        return _end_of(when.end_of, when.shift or 0, reference, week_ends)
    if when.day is not None:
        return _day_of_month(when.day, when.shift, reference, past)
    if when.weekday is not None:
        return _weekday(when.weekday, when.shift, reference, past)
    if when.days is not None:
        return _after(reference, when.days, when.working)
    return None


def _end_of(unit: Unit, shift: int, reference: date, week_ends: int) -> date:
    if unit is Unit.DAY:
        return reference + timedelta(days=shift)
    if unit is Unit.WEEK:
        ahead = (week_ends - reference.weekday()) % 7
        return reference + timedelta(days=ahead, weeks=shift)
    if unit is Unit.YEAR:
        return date(reference.year + shift, 12, 31)
    if unit is Unit.QUARTER:
        last_month = (reference.month - 1) // 3 * 3 + 3
        return _month_end(*_add_months(reference.year, last_month, 3 * shift))
    return _month_end(*_add_months(reference.year, reference.month, shift))


def _add_months(year: int, month: int, months: int) -> tuple[int, int]:
    index = year * 12 + month - 1 + months
    return index // 12, index % 12 + 1


def _month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _day_of_month(day: int, shift: int | None, reference: date, past: bool) -> date | None:
    shifts = (-1, 0, 1) if shift is None else (shift,)
    days = []
    for months in shifts:
        year, month = _add_months(reference.year, reference.month, months)
        if day <= monthrange(year, month)[1]:
            days.append(date(year, month, day))
    if past and shift is None:
        days = [d for d in days if d <= reference] or days
    return min(days, key=lambda d: abs(d - reference), default=None)


def _weekday(weekday: int, shift: int | None, reference: date, past: bool) -> date:
    ahead = (weekday - reference.weekday()) % 7
    if shift == -1 or (shift is None and past):
        return reference - timedelta(days=(reference.weekday() - weekday) % 7 or 7)
    if shift == 1:
        monday = reference - timedelta(days=reference.weekday())
        return monday + timedelta(weeks=1, days=weekday)
    return reference + timedelta(days=ahead)


def _after(reference: date, days: int, working: bool) -> date:
    if not working:
        return reference + timedelta(days=days)
    day = reference
    while days > 0:
        day += timedelta(days=1)
        days -= day.weekday() < 5
    return day
