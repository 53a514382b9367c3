"""Dates that can be read in two ways or contradict themselves."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from tonecheck.analysis import Analysis, Token
from tonecheck.checks.calendar_words import WEEKDAYS, weekday_name
from tonecheck.literals.dates import DateMention
from tonecheck.observation import Facts, Observation
from tonecheck.types import Context

NEARBY_CHARACTERS = 12
"""A weekday this close to a date belongs to it: "Friday, 5 March", «5 марта (четверг)»."""


def ambiguous_date(analysis: Analysis, context: Context, facts: Facts) -> Iterator[Observation]:
    """A date in figures whose day and month could be exchanged."""
    for mention in analysis.literals.dates:
        if mention.ambiguous:
            yield Observation(mention.start, mention.end, {"date": mention.text})


def weekday_mismatch(analysis: Analysis, context: Context, facts: Facts) -> Iterator[Observation]:
    """A weekday beside a date on which that day does not fall."""
    speech = context.speech or analysis.language
    starts = [t.start for t in analysis.tokens]
    for mention in analysis.literals.dates:
        if mention.value is None or mention.month is None:
            continue
        first = bisect_left(starts, mention.start - NEARBY_CHARACTERS)
        last = bisect_left(starts, mention.end + NEARBY_CHARACTERS)
        named = _weekday_beside(analysis, mention, analysis.tokens[first:last])
        if named is None:
            continue
        token, number = named
        actual = mention.value.weekday()
        if number != actual:
            start, end = min(token.start, mention.start), max(token.end, mention.end)
            if "(" in analysis.text[start:end] and analysis.text[end : end + 1] == ")":
                end += 1
            values = {"named": token.text, "actual": weekday_name(actual, speech)}
            yield Observation(start, end, values)


def _weekday_beside(
    analysis: Analysis, mention: DateMention, nearby: Sequence[Token]
) -> tuple[Token, int] | None:
    """The weekday word in, right before or right after a date, with its number from Monday."""
    weekdays = WEEKDAYS[analysis.language]
    for token in nearby:
        number = next((weekdays[k] for k in sorted(token.form.keys) if k in weekdays), None)
        if number is not None and _belongs(analysis.text, token, mention):
            return token, number
    return None


def _belongs(text: str, token: Token, mention: DateMention) -> bool:
    if token.start >= mention.end:
        return text[mention.end : token.start].strip(" ,") in {"", "("}
    if token.end <= mention.start:
        between = text[token.end : mention.start].casefold().strip(" ,.")
        return between in {"", "the", "(", "on"}
    return True
