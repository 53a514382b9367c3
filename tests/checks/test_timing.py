from __future__ import annotations

from datetime import date, datetime

import pytest

from tests.checks.observing import observe
from tonecheck.types import Channel, Context, DateRange, Language, Recipient, Severity

TEXT = "The invoice was due on 5 May."
LONDON = Recipient(country="GB", time_zone="Europe/London")
CHECKS = ("night-time", "weekend", "public-holiday", "outside-hours", "recipient-away")


def noticed(
    send_at: str, recipient: Recipient = LONDON, channel: Channel = Channel.EMAIL
) -> dict[str, Severity | None]:
    context = Context(
        Language.EN, channel=channel, send_at=datetime.fromisoformat(send_at), recipient=recipient
    )
    return {c: o.severity for c in CHECKS for _, o in observe(c, TEXT, context)}


@pytest.mark.parametrize(
    ("send_at", "check", "severity"),
    [
        ("2026-05-12T22:00:00+01:00", "night-time", Severity.ERROR),
        ("2026-05-16T11:00:00+01:00", "weekend", Severity.WARNING),
        ("2026-12-25T11:00:00+00:00", "public-holiday", Severity.WARNING),
        ("2026-05-12T18:30:00+01:00", "outside-hours", Severity.SUGGESTION),
    ],
)
def test_each_kind_of_bad_moment_has_its_rule(send_at: str, check: str, severity: Severity) -> None:
    assert noticed(send_at) == {check: severity}


def test_a_good_moment_is_silent() -> None:
    assert noticed("2026-05-12T11:00:00+01:00") == {}


def test_an_absent_client_is_waited_for() -> None:
    away = Recipient(
        time_zone="Europe/London", away=(DateRange(date(2026, 5, 11), date(2026, 5, 15)),)
    )
    assert noticed("2026-05-12T11:00:00+01:00", away) == {"recipient-away": Severity.WARNING}


def test_a_client_who_is_long_away_has_no_next_moment() -> None:
    away = Recipient(
        time_zone="Europe/London", away=(DateRange(date(2026, 5, 1), date(2026, 12, 1)),)
    )
    context = Context(
        Language.RU, send_at=datetime.fromisoformat("2026-05-12T11:00:00+01:00"), recipient=away
    )
    [(_, observation)] = observe("recipient-away", TEXT, context)
    assert observation.values["next"] == "когда клиент вернётся"


def test_without_a_send_time_nothing_is_judged() -> None:
    recipient = Recipient(country="GB", away=(DateRange(date(2026, 1, 1), date(2026, 12, 31)),))
    context = Context(Language.EN, recipient=recipient, delivered_on=date(2026, 5, 12))
    for check in (*CHECKS, "sent-too-early", "sent-too-soon"):
        assert observe(check, TEXT, context) == []


@pytest.mark.parametrize(
    ("speech", "local", "later"),
    [
        (Language.EN, "22:00 on Tuesday, 12 May", "09:00 on Wednesday, 13 May"),
        (Language.RU, "12 мая (вторник), 22:00", "13 мая (среда), 09:00"),
    ],
)
def test_moments_are_told_in_the_language_of_the_findings(
    speech: Language, local: str, later: str
) -> None:
    context = Context(
        Language.EN,
        speech=speech,
        send_at=datetime.fromisoformat("2026-05-12T22:00:00+01:00"),
        recipient=LONDON,
    )
    [(stretch, observation)] = observe("night-time", TEXT, context)
    assert (stretch, observation.start) == ("", 0)
    assert (observation.values["local"], observation.values["next"]) == (local, later)
    assert observation.changes[0].values["next"] == later
    assert observation.changes[0].edits == ()


@pytest.mark.parametrize(
    ("check", "fields", "count"),
    [
        ("sent-too-early", {"delivered_on": date(2026, 5, 12)}, 1),
        ("sent-too-early", {"delivered_on": date(2026, 5, 11)}, 0),
        ("sent-too-soon", {"previous_reminder": date(2026, 5, 10)}, 1),
        ("sent-too-soon", {"previous_reminder": date(2026, 5, 9)}, 0),
    ],
)
def test_reminders_keep_their_distance(check: str, fields: dict[str, date], count: int) -> None:
    context = Context(
        Language.EN,
        send_at=datetime.fromisoformat("2026-05-12T11:00:00+01:00"),
        delivered_on=fields.get("delivered_on"),
        previous_reminder=fields.get("previous_reminder"),
    )
    assert len(observe(check, TEXT, context)) == count
