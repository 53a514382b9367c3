"""When a message goes out: the client's clock, free days, and spacing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from tonecheck.analysis import Analysis
from tonecheck.checks.calendar_words import day, moment
from tonecheck.checks.rescheduling import rescheduled
from tonecheck.literals.dates import DateKind
from tonecheck.observation import Change, Check, Facts, Observation
from tonecheck.sendtime import (
    SendTime,
    SpacingKind,
    Verdict,
    judge,
    local_time,
    next_good_moment,
    spacing,
)
from tonecheck.types import Context, Language

_LATER = {Language.EN: "when the client is back", Language.RU: "когда клиент вернётся"}
_AT_ONCE = timedelta()
_MOVING = frozenset({DateKind.RELATIVE, DateKind.WEEKDAY})
"""Days that are others when the message goes out on another day."""

_PUBLIC_HOLIDAY = {Language.EN: "a public holiday", Language.RU: "государственный праздник"}


def sent_at(kind: SendTime) -> Check:
    """The check for one kind of unfit moment."""

    def check(analysis: Analysis, context: Context, facts: Facts) -> Iterator[Observation]:
        if context.send_at is None:
            return
        verdict = judge(context.send_at, context.recipient, context.channel)
        if verdict.kind is not kind:
            return
        speech = context.speech or analysis.language
        change = _later(analysis, context, speech)
        values = {
            "local": moment(verdict.local, speech),
            "holiday": _holiday(verdict, speech),
            "next": change.values["next"],
        }
        yield Observation(0, 0, values, (change,), verdict.severity)

    return check


def spaced(kind: SpacingKind) -> Check:
    """The check for one kind of distance to an earlier event."""

    def check(analysis: Analysis, context: Context, facts: Facts) -> Iterator[Observation]:
        if context.send_at is None:
            return
        local = local_time(context.send_at, context.recipient) or context.send_at
        found = spacing(context.previous_reminder, context.delivered_on, local.date())
        speech = context.speech or analysis.language
        for verdict in found:
            if verdict.kind is kind:
                later = day(verdict.earliest, speech)
                values: dict[str, str | int] = {"days": verdict.days, "next": later}
                wait = verdict.earliest - local.date()
                change = _later(analysis, context, speech, wait)
                if not change.unseen:
                    change = Change("send-at", values={"next": later})
                yield Observation(0, 0, values, (change,))

    return check


def _later(
    analysis: Analysis, context: Context, speech: Language, wait: timedelta = _AT_ONCE
) -> Change:
    """The next good moment after a wait, as an edit where the file says when it is sent."""
    assert context.send_at is not None
    later = next_good_moment(context.send_at + wait, context.recipient, context.channel)
    if later is None:
        return Change("send-at", values={"next": _LATER[speech]})
    shown = moment(local_time(later, context.recipient) or later, speech)
    edits = rescheduled(later, analysis, context)
    moves = any(mention.kind in _MOVING for mention in analysis.literals.dates)
    caution = "later-day" if moves else "later"
    return Change("send-at", values={"next": shown}, caution=caution, unseen=edits)


def _holiday(verdict: Verdict, speech: Language) -> str:
    """The holiday's name, or that it is one where it has no name in this language."""
    holiday = verdict.holiday
    if holiday is None:
        return _PUBLIC_HOLIDAY[speech]
    return (holiday.ru if speech is Language.RU else holiday.en) or _PUBLIC_HOLIDAY[speech]
