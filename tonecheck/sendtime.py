"""When a reminder may go out: the client's clock, free days, and spacing (guide G28 to G30).

Everything is judged on the recipient's wall clock. Public holidays, weekends and moved
working days come from the ``holidays`` package, zones from ``zoneinfo`` and ``tzdata``; all
of them are local data and are imported only when a time is judged.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from enum import StrEnum
from typing import TYPE_CHECKING

from tonecheck.places import (
    HolidayName,
    clock_in,
    country_code,
    holiday_on,
    is_weekend,
    possible_clocks,
)
from tonecheck.sentences import TonecheckError
from tonecheck.types import Channel, Recipient, Severity

if TYPE_CHECKING:
    pass

NIGHT_BEGINS = time(21)
"""The first moment of the night."""

NIGHT_ENDS = time(8)
"""The first moment after the night."""

WINDOWS: Mapping[Channel, tuple[time, time]] = {
    Channel.EMAIL: (time(9), time(18)),
    Channel.LETTER: (time(9), time(18)),
    Channel.SMS: (time(10), time(20)),
    Channel.MESSENGER: (time(10), time(20)),
}
"""Business hours by channel: the opening moment is inside the window, the closing one outside."""

SEARCH_DAYS = 60
"""How far ahead the next good moment is looked for."""

MIN_DAYS_BETWEEN_REMINDERS = 3
"""Whole days from one reminder to the next; fewer leave no time to see and settle the first."""

YEARS = range(2000, 2100)
"""The years in which a send time is accepted; any other is taken for a slip of the pen."""

_STEP = timedelta(minutes=15)


class SendTime(StrEnum):
    """How a moment suits the recipient; members stand from worst to best."""

    NIGHT = "night"
    HOLIDAY = "holiday"
    WEEKEND = "weekend"
    AWAY = "away"
    OUTSIDE_HOURS = "outside_hours"
    FINE = "fine"


_BEST_LAST = tuple(SendTime)

_SEVERITIES: Mapping[SendTime, Severity] = {
    SendTime.NIGHT: Severity.ERROR,
    SendTime.HOLIDAY: Severity.WARNING,
    SendTime.WEEKEND: Severity.WARNING,
    SendTime.AWAY: Severity.WARNING,
    SendTime.OUTSIDE_HOURS: Severity.SUGGESTION,
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a moment suits the recipient.

    ``local`` is the moment on the clock by which it was judged. ``zone_known`` is False where
    that clock is an assumption (see :func:`judge`). ``holiday`` is the public holiday of that
    day, also where the night is the greater trouble.
    """

    kind: SendTime
    local: datetime
    holiday: HolidayName | None = None
    zone_known: bool = True

    @property
    def severity(self) -> Severity | None:
        """The severity that the contract gives to this kind; None for a fine moment."""
        return _SEVERITIES.get(self.kind)


class SpacingKind(StrEnum):
    """What is wrong with the distance to an earlier event; the value is the rule's id."""

    TOO_EARLY = "sent-too-early"
    TOO_SOON = "sent-too-soon"


@dataclass(frozen=True, slots=True)
class Spacing:
    """A reminder that comes too close to the event of day ``after``.

    ``days`` is the distance (negative before a delivery), ``earliest`` the first day that suits.
    """

    kind: SpacingKind
    after: date
    days: int
    earliest: date


def local_time(send_at: datetime, recipient: Recipient) -> datetime | None:
    """The moment on the recipient's clock, or None where that clock is not known.

    Without a time zone the country decides, if all its zones show the same time at that
    moment (Germany, Uzbekistan, Kazakhstan since March 2024) or nearly everybody lives by one
    of them (China, Spain). Countries such as the United States, Canada, Australia, Russia and
    Brazil have several clocks: None.

    Raises:
        TonecheckError: no UTC offset, a year outside ``YEARS``, an unknown zone or country.
    """
    _require_valid(send_at)
    return clock_in(send_at, recipient.time_zone, country_code(recipient.country))


def judge(send_at: datetime, recipient: Recipient, channel: Channel) -> Verdict:
    """How ``send_at`` suits the recipient; of several troubles the worst counts.

    Where the recipient's zone is not known, the sender's clock stands in for it if the
    recipient's country has a zone of that offset, or no country is given. Else the moment is
    judged in every zone of the country, and the mildest verdict counts: night only where it
    is night everywhere. Without a country there are no holidays, and Saturday and Sunday are
    the weekend. An unknown region is ignored.

    Raises:
        TonecheckError: as :func:`local_time`.
    """
    _require_valid(send_at)
    return _judge(send_at, recipient, country_code(recipient.country), channel)


def next_good_moment(send_at: datetime, recipient: Recipient, channel: Channel) -> datetime | None:
    """The earliest fine moment not before ``send_at``, in the offset of ``send_at``.

    A fine ``send_at`` is returned unchanged, any other moment is on a quarter of an hour.
    :func:`local_time` shows it on the recipient's clock. None where no moment is fine within
    ``SEARCH_DAYS`` (the recipient is away for long).

    Raises:
        TonecheckError: as :func:`local_time`.
    """
    if judge(send_at, recipient, channel).kind is SendTime.FINE:
        return send_at
    country = country_code(recipient.country)
    sender = timezone(send_at.utcoffset() or timedelta())
    start = send_at.astimezone(UTC)
    quarter = start.replace(minute=start.minute - start.minute % 15, second=0, microsecond=0)
    # Steps in UTC meet every local time that exists, whatever the clocks do meanwhile.
    moment = quarter + _STEP
    while moment - start <= timedelta(days=SEARCH_DAYS):
        candidate = moment.astimezone(sender)
        if _judge(candidate, recipient, country, channel).kind is SendTime.FINE:
            return candidate
        moment += _STEP
    return None


def spacing(previous: date | None, delivered: date | None, send: date) -> tuple[Spacing, ...]:
    """What is wrong with the distances from the delivery and from the previous reminder.

    A reminder on the day of delivery or before is too early (guide G29; the day after is
    ideal). One less than ``MIN_DAYS_BETWEEN_REMINDERS`` days after the previous is too soon
    (guide G30); a "previous" reminder dated after ``send`` says nothing about spacing.
    """
    verdicts = []
    if delivered is not None and send <= delivered:
        ideal = delivered + timedelta(days=1)
        days = (send - delivered).days
        verdicts.append(Spacing(SpacingKind.TOO_EARLY, delivered, days, ideal))
    if previous is not None and 0 <= (days := (send - previous).days) < MIN_DAYS_BETWEEN_REMINDERS:
        earliest = previous + timedelta(days=MIN_DAYS_BETWEEN_REMINDERS)
        verdicts.append(Spacing(SpacingKind.TOO_SOON, previous, days, earliest))
    return tuple(verdicts)


def _judge(
    send_at: datetime, recipient: Recipient, country: str | None, channel: Channel
) -> Verdict:
    known = clock_in(send_at, recipient.time_zone, country)
    clocks = (known,) if known else possible_clocks(send_at, country)
    verdicts = [
        _judge_local(local, recipient, country, channel, known is not None) for local in clocks
    ]
    return max(verdicts, key=lambda verdict: _BEST_LAST.index(verdict.kind))


def _judge_local(
    local: datetime, recipient: Recipient, country: str | None, channel: Channel, zone_known: bool
) -> Verdict:
    day, clock = local.date(), local.time()
    opens, closes = WINDOWS[channel]
    holiday = holiday_on(country, recipient.region, day) if country else None
    if clock >= NIGHT_BEGINS or clock < NIGHT_ENDS:
        kind = SendTime.NIGHT
    elif holiday:
        kind = SendTime.HOLIDAY
    elif is_weekend(country, recipient.region, day):
        kind = SendTime.WEEKEND
    elif any(away.first <= day <= away.last for away in recipient.away):
        kind = SendTime.AWAY
    elif not opens <= clock < closes:
        kind = SendTime.OUTSIDE_HOURS
    else:
        kind = SendTime.FINE
    return Verdict(kind, local, holiday, zone_known)


def _require_valid(send_at: datetime) -> None:
    if send_at.utcoffset() is None:
        raise TonecheckError(
            "send time {time} has no UTC offset: expected one, such as {time}+02:00",
            time=send_at.isoformat(),
        )
    if send_at.year not in YEARS:
        raise TonecheckError(
            "send time {time} is in the year {year}: expected a year from {first} to {last}",
            time=send_at.isoformat(),
            year=send_at.year,
            first=YEARS.start,
            last=YEARS.stop - 1,
        )
