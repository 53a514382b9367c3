"""When a reminder may go out: local clocks, public holidays, windows, spacing."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tonecheck.sendtime import (
    MIN_DAYS_BETWEEN_REMINDERS,
    SEARCH_DAYS,
    WINDOWS,
    HolidayName,
    SendTime,
    Spacing,
    SpacingKind,
    judge,
    local_time,
    next_good_moment,
    spacing,
)
from tonecheck.sentences import TonecheckError
from tonecheck.types import Channel, DateRange, Recipient, Severity


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


def kind_of(send_at: str, recipient: Recipient, channel: Channel = Channel.EMAIL) -> SendTime:
    return judge(at(send_at), recipient, channel).kind


# How 11:00 on a day in a place should be judged: case, country, region, zone, day, kind.
DAYS = """
us-thanksgiving                         US  -         America/Chicago      2026-11-26  holiday
us-day-after-thanksgiving               US  -         America/Chicago      2026-11-27  fine
us-new-year-observed-a-year-earlier     US  -         America/New_York     2021-12-31  holiday
england-august-bank-holiday             GB  GB-ENG    Europe/London        2026-08-31  holiday
scotland-works-at-the-end-of-august     GB  GB-SCT    Europe/London        2026-08-31  fine
scotland-second-of-january              GB  GB-SCT    Europe/London        2026-01-02  holiday
england-works-on-second-of-january      GB  GB-ENG    Europe/London        2026-01-02  fine
northern-ireland-saint-patrick          GB  NIR       Europe/Belfast       2026-03-17  holiday
region-by-its-name                      GB  scotland  Europe/London        2026-08-03  holiday
britain-without-region-common-days      GB  -         Europe/London        2026-08-31  fine
unknown-region-is-ignored               GB  GB-XYZ    Europe/London        2026-12-25  holiday
region-of-another-country-is-ignored    CA  US-CA     America/Toronto      2026-02-16  fine
ireland-saint-brigid                    IE  -         Europe/Dublin        2026-02-02  holiday
germany-unity-day                       DE  -         Europe/Berlin        2025-10-03  holiday
bavaria-corpus-christi                  DE  DE-BY     Europe/Berlin        2026-06-04  holiday
berlin-works-on-corpus-christi          DE  DE-BE     Europe/Berlin        2026-06-04  fine
india-gandhi-jayanti                    IN  -         Asia/Kolkata         2026-10-02  holiday
india-diwali                            IN  -         Asia/Kolkata         2025-10-20  holiday
maharashtra-day                         IN  IN-MH     Asia/Kolkata         2025-05-01  holiday
delhi-works-on-first-of-may             IN  IN-DL     Asia/Kolkata         2025-05-01  fine
singapore-eid-al-fitr                   SG  -         Asia/Singapore       2025-03-31  holiday
singapore-national-day-observed         SG  -         Asia/Singapore       2026-08-10  holiday
nigeria-eid-al-fitr                     NG  -         Africa/Lagos         2025-03-31  holiday
nigeria-national-day                    NG  -         Africa/Lagos         2026-10-01  holiday
south-africa-heritage-day               ZA  -         Africa/Johannesburg  2026-09-24  holiday
melbourne-cup                           AU  AU-VIC    Australia/Melbourne  2026-11-03  holiday
sydney-works-on-the-cup-day             AU  AU-NSW    Australia/Sydney     2026-11-03  fine
ontario-family-day                      CA  CA-ON     America/Toronto      2026-02-16  holiday
quebec-works-on-family-day              CA  CA-QC     America/Toronto      2026-02-16  fine
quebec-saint-jean-baptiste              CA  QC        America/Toronto      2026-06-24  holiday
russia-unity-day                        RU  -         Europe/Moscow        2025-11-04  holiday
russia-working-saturday-2025            RU  -         Europe/Moscow        2025-11-01  fine
russia-day-off-for-that-saturday        RU  -         Europe/Moscow        2025-11-03  holiday
russia-day-off-moved-to-may-2025        RU  -         Europe/Moscow        2025-05-02  holiday
russia-day-off-moved-to-january-2026    RU  -         Europe/Moscow        2026-01-09  holiday
russia-ordinary-saturday                RU  -         Europe/Moscow        2025-11-15  weekend
kazakhstan-nauryz                       KZ  -         Asia/Almaty          2026-03-23  holiday
kazakhstan-working-sunday               KZ  -         Asia/Almaty          2025-01-05  fine
belarus-seventh-of-november             BY  -         Europe/Minsk         2025-11-07  holiday
belarus-works-on-russian-unity-day      BY  -         Europe/Minsk         2025-11-04  fine
belarus-working-saturday-2026           BY  -         Europe/Minsk         2026-04-25  fine
uzbekistan-navruz                       UZ  -         Asia/Tashkent        2025-03-21  holiday
armenia-christmas                       AM  -         Asia/Yerevan         2026-01-06  holiday
weekend-worked-for-a-day-off-next-year  AM  -         Asia/Yerevan         2014-12-27  fine
emirates-friday                         AE  -         Asia/Dubai           2026-02-06  fine
emirates-saturday                       AE  -         Asia/Dubai           2026-02-07  weekend
saudi-friday                            SA  -         Asia/Riyadh          2026-02-06  weekend
saudi-sunday                            SA  -         Asia/Riyadh          2026-02-08  fine
"""


@pytest.mark.parametrize("row", [pytest.param(r, id=r.split()[0]) for r in DAYS.split("\n") if r])
def test_days_of_a_country(row: str) -> None:
    _, country, region, zone, day, kind = row.split()
    recipient = Recipient(country=country, region=None if region == "-" else region, time_zone=zone)
    send_at = at(f"{day}T11:00").replace(tzinfo=ZoneInfo(zone))

    verdict = judge(send_at, recipient, Channel.EMAIL)

    assert verdict.local.replace(tzinfo=None) == at(f"{day}T11:00")
    assert verdict.kind is SendTime(kind)
    assert (verdict.holiday is not None) == (verdict.kind is SendTime.HOLIDAY)


LONDON = Recipient(country="GB", time_zone="Europe/London")
BOUNDARIES = [
    ("last-minute-of-the-night", "07:59:59.999999", Channel.EMAIL, SendTime.NIGHT),
    ("night-ends", "08:00", Channel.EMAIL, SendTime.OUTSIDE_HOURS),
    ("email-opens", "09:00", Channel.EMAIL, SendTime.FINE),
    ("letter-opens", "09:00", Channel.LETTER, SendTime.FINE),
    ("email-last-moment", "17:59:59.999999", Channel.EMAIL, SendTime.FINE),
    ("email-closes", "18:00", Channel.EMAIL, SendTime.OUTSIDE_HOURS),
    ("sms-not-yet-open", "09:59", Channel.SMS, SendTime.OUTSIDE_HOURS),
    ("sms-opens", "10:00", Channel.SMS, SendTime.FINE),
    ("messenger-in-the-evening", "19:59", Channel.MESSENGER, SendTime.FINE),
    ("messenger-closes", "20:00", Channel.MESSENGER, SendTime.OUTSIDE_HOURS),
    ("before-the-night", "20:59:59", Channel.EMAIL, SendTime.OUTSIDE_HOURS),
    ("night-begins", "21:00", Channel.SMS, SendTime.NIGHT),
    ("midnight", "00:00", Channel.SMS, SendTime.NIGHT),
]


@pytest.mark.parametrize(
    ("clock", "channel", "kind"), [c[1:] for c in BOUNDARIES], ids=[c[0] for c in BOUNDARIES]
)
def test_boundaries_of_an_ordinary_day(clock: str, channel: Channel, kind: SendTime) -> None:
    assert kind_of(f"2026-03-04T{clock}+00:00", LONDON, channel) is kind


def test_each_channel_has_a_window() -> None:
    assert set(WINDOWS) == set(Channel)


AWAY = DateRange(date(2026, 12, 24), date(2026, 12, 29))
PRECEDENCE = [
    ("night-before-holiday", "2026-12-25T22:00+00:00", SendTime.NIGHT),
    ("holiday-before-away", "2026-12-25T11:00+00:00", SendTime.HOLIDAY),
    ("holiday-before-weekend", "2026-12-26T11:00+00:00", SendTime.HOLIDAY),
    ("weekend-before-away", "2026-12-27T11:00+00:00", SendTime.WEEKEND),
    ("away-before-outside-hours", "2026-12-24T19:00+00:00", SendTime.AWAY),
    ("away-on-its-last-day", "2026-12-29T11:00+00:00", SendTime.AWAY),
    ("back-the-day-after", "2026-12-30T11:00+00:00", SendTime.FINE),
]


@pytest.mark.parametrize(
    ("send_at", "kind"), [c[1:] for c in PRECEDENCE], ids=[c[0] for c in PRECEDENCE]
)
def test_worst_of_several_troubles_counts(send_at: str, kind: SendTime) -> None:
    recipient = Recipient(country="GB", time_zone="Europe/London", away=(AWAY,))
    assert kind_of(send_at, recipient) is kind


@pytest.mark.parametrize(
    ("send_at", "severity"),
    [
        pytest.param("2026-12-23T22:00+00:00", Severity.ERROR, id="night"),
        pytest.param("2026-12-25T11:00+00:00", Severity.WARNING, id="holiday"),
        pytest.param("2026-12-27T11:00+00:00", Severity.WARNING, id="weekend"),
        pytest.param("2026-12-29T11:00+00:00", Severity.WARNING, id="away"),
        pytest.param("2026-12-23T19:00+00:00", Severity.SUGGESTION, id="outside-hours"),
        pytest.param("2026-12-23T11:00+00:00", None, id="fine"),
    ],
)
def test_severity_follows_the_contract(send_at: str, severity: Severity | None) -> None:
    recipient = Recipient(country="GB", time_zone="Europe/London", away=(AWAY,))
    assert judge(at(send_at), recipient, Channel.EMAIL).severity is severity


HOLIDAY_NAMES = [
    (
        "russian-where-offered",
        "RU",
        "2026-01-07",
        HolidayName("Christmas Day", "Рождество Христово"),
    ),
    (
        "belarus-in-russian",
        "BY",
        "2025-11-07",
        HolidayName("October Revolution Day", "День Октябрьской революции"),
    ),
    ("english-only", "AM", "2026-01-06", HolidayName("Christmas and Epiphany", None)),
    ("english-of-the-country", "GB", "2026-05-25", HolidayName("Spring Bank Holiday", None)),
    ("a-country-without-translations", "ZA", "2026-09-24", HolidayName("Heritage Day", None)),
]


@pytest.mark.parametrize(
    ("country", "day", "name"), [c[1:] for c in HOLIDAY_NAMES], ids=[c[0] for c in HOLIDAY_NAMES]
)
def test_holiday_names(country: str, day: str, name: HolidayName) -> None:
    assert (
        judge(at(f"{day}T09:00+00:00"), Recipient(country=country), Channel.EMAIL).holiday == name
    )


def test_holiday_is_named_at_night_too() -> None:
    verdict = judge(at("2026-12-25T22:00+00:00"), LONDON, Channel.EMAIL)
    assert verdict.kind is SendTime.NIGHT
    assert verdict.holiday == HolidayName("Christmas Day", None)


LOCAL_TIMES = [
    ("given-zone", Recipient(time_zone="America/New_York"), "2026-07-01T08:00"),
    (
        "given-zone-wins-over-country",
        Recipient(country="DE", time_zone="Asia/Tokyo"),
        "2026-07-01T21:00",
    ),
    ("country-with-one-zone", Recipient(country="AM"), "2026-07-01T16:00"),
    ("country-code-in-small-letters", Recipient(country="sg"), "2026-07-01T20:00"),
    ("zones-that-agree-germany", Recipient(country="DE"), "2026-07-01T14:00"),
    ("zones-that-agree-uzbekistan", Recipient(country="UZ"), "2026-07-01T17:00"),
    ("zones-that-agree-kazakhstan", Recipient(country="KZ"), "2026-07-01T17:00"),
    ("zone-of-nearly-all-china", Recipient(country="CN"), "2026-07-01T20:00"),
    ("zone-of-nearly-all-spain", Recipient(country="ES"), "2026-07-01T14:00"),
]


@pytest.mark.parametrize(
    ("recipient", "local"), [c[1:] for c in LOCAL_TIMES], ids=[c[0] for c in LOCAL_TIMES]
)
def test_local_time(recipient: Recipient, local: str) -> None:
    moment = at("2026-07-01T12:00+00:00")
    found = local_time(moment, recipient)
    assert found == moment
    assert found is not None
    assert found.replace(tzinfo=None) == at(local)


@pytest.mark.parametrize("country", ["US", "CA", "AU", "RU", "BR", "MX", "ID", None])
def test_local_time_is_unknown_with_several_clocks(country: str | None) -> None:
    assert local_time(at("2026-07-01T12:00+00:00"), Recipient(country=country)) is None


def test_kazakhstan_had_two_clocks_before_its_reform() -> None:
    assert local_time(at("2023-07-05T12:00+00:00"), Recipient(country="KZ")) is None


@pytest.mark.parametrize(
    ("send_at", "recipient", "kind"),
    [
        pytest.param(
            "2026-07-01T10:00-05:00",
            Recipient(country="US"),
            SendTime.FINE,
            id="sender-inside-the-country",
        ),
        pytest.param(
            "2026-07-01T22:00-05:00",
            Recipient(country="US"),
            SendTime.NIGHT,
            id="night-on-the-clock-of-a-sender-inside-the-country",
        ),
        pytest.param(
            "2026-07-01T10:00+02:00",
            Recipient(country="US"),
            SendTime.NIGHT,
            id="night-in-every-zone",
        ),
        pytest.param(
            "2026-07-01T18:30+02:00", Recipient(country="US"), SendTime.FINE, id="fine-in-some-zone"
        ),
        pytest.param(
            "2026-11-26T18:30+01:00",
            Recipient(country="US"),
            SendTime.HOLIDAY,
            id="holiday-in-every-zone",
        ),
        pytest.param(
            "2026-07-01T10:00+02:00", Recipient(), SendTime.FINE, id="nothing-known-sender-clock"
        ),
        pytest.param(
            "2026-12-25T10:00+02:00", Recipient(), SendTime.FINE, id="nothing-known-no-holidays"
        ),
        pytest.param(
            "2026-07-04T10:00+02:00", Recipient(), SendTime.WEEKEND, id="nothing-known-saturday"
        ),
    ],
)
def test_judgement_without_a_known_clock(
    send_at: str, recipient: Recipient, kind: SendTime
) -> None:
    verdict = judge(at(send_at), recipient, Channel.EMAIL)
    assert verdict.kind is kind
    assert not verdict.zone_known


ERRORS = [
    ("no-offset", "2026-07-01T12:00", Recipient(), "has no UTC offset"),
    ("slip-in-the-year", "0206-07-01T12:00+00:00", Recipient(), "year from 2000 to 2099"),
    (
        "misspelt-zone",
        "2026-07-01T12:00+00:00",
        Recipient(time_zone="Europe/Lodon"),
        "'Europe/Lodon'.*did you mean Europe/London",
    ),
    (
        "city-alone",
        "2026-07-01T12:00+00:00",
        Recipient(time_zone="new york"),
        "did you mean America/New_York",
    ),
    ("folder-of-zones", "2026-07-01T12:00+00:00", Recipient(time_zone="America"), "'America'"),
    (
        "path-outside-the-zones",
        "2026-07-01T12:00+00:00",
        Recipient(time_zone="../passwd"),
        "unknown time zone",
    ),
    (
        "alpha-3-country",
        "2026-07-01T12:00+00:00",
        Recipient(country="USA"),
        "two-letter ISO 3166 code.*did you mean US ",
    ),
    (
        "everyday-country-code",
        "2026-07-01T12:00+00:00",
        Recipient(country="UK"),
        "did you mean GB ",
    ),
    (
        "name-of-a-country",
        "2026-07-01T12:00+00:00",
        Recipient(country="Russia"),
        "did you mean RU ",
    ),
    (
        "unknown-country-beside-a-zone",
        "2026-07-01T12:00+00:00",
        Recipient(country="XX", time_zone="Europe/London"),
        "unknown country 'XX'",
    ),
]


@pytest.mark.parametrize(
    ("send_at", "recipient", "pattern"), [c[1:] for c in ERRORS], ids=[c[0] for c in ERRORS]
)
def test_errors_say_what_was_expected(send_at: str, recipient: Recipient, pattern: str) -> None:
    with pytest.raises(TonecheckError, match=pattern):
        judge(at(send_at), recipient, Channel.EMAIL)
    with pytest.raises(TonecheckError, match=pattern):
        local_time(at(send_at), recipient)


def test_no_suggestion_with_the_opposite_sign() -> None:
    with pytest.raises(TonecheckError) as error:
        local_time(at("2026-07-01T12:00+00:00"), Recipient(time_zone="GMT+3"))
    assert "did you mean" not in str(error.value)


MOSCOW = Recipient(country="RU", time_zone="Europe/Moscow")
NEXT_MOMENTS = [
    ("fine-already", "2026-03-04T17:52:07+00:00", LONDON, "2026-03-04T17:52:07+00:00"),
    ("just-before-opening", "2026-03-04T08:50:00.5+00:00", LONDON, "2026-03-04T09:00+00:00"),
    ("early-morning", "2026-03-04T08:10+00:00", LONDON, "2026-03-04T09:00+00:00"),
    ("closing-time-on-friday", "2026-03-06T18:00+00:00", LONDON, "2026-03-09T09:00+00:00"),
    (
        "shown-in-the-offset-of-the-sender",
        "2026-03-05T06:00+03:00",
        Recipient(time_zone="America/New_York"),
        "2026-03-05T17:00+03:00",
    ),
    ("russian-new-year", "2025-12-30T19:00+03:00", MOSCOW, "2026-01-12T09:00+03:00"),
    ("into-a-working-saturday", "2025-10-31T22:00+03:00", MOSCOW, "2025-11-01T09:00+03:00"),
    (
        "after-an-absence",
        "2026-03-04T11:00+00:00",
        Recipient(time_zone="Europe/London", away=(DateRange(date(2026, 3, 2), date(2026, 3, 6)),)),
        "2026-03-09T09:00+00:00",
    ),
    (
        "clocks-go-forward-overnight",
        "2026-03-08T01:50-05:00",
        Recipient(country="US", time_zone="America/New_York"),
        "2026-03-09T08:00-05:00",
    ),
    ("clocks-go-back-overnight", "2026-10-23T19:00+01:00", LONDON, "2026-10-26T10:00+01:00"),
    (
        "a-day-that-never-was",
        "2011-12-29T19:00-10:00",
        Recipient(time_zone="Pacific/Apia"),
        "2012-01-01T09:00-10:00",
    ),
    (
        "offset-of-quarter-hours",
        "2026-03-05T00:07+00:00",
        Recipient(time_zone="Asia/Kathmandu"),
        "2026-03-05T03:15+00:00",
    ),
]


@pytest.mark.parametrize(
    ("send_at", "recipient", "expected"),
    [c[1:] for c in NEXT_MOMENTS],
    ids=[c[0] for c in NEXT_MOMENTS],
)
def test_next_good_moment(send_at: str, recipient: Recipient, expected: str) -> None:
    found = next_good_moment(at(send_at), recipient, Channel.EMAIL)
    assert found is not None
    assert found.isoformat() == at(expected).isoformat()


def test_next_good_moment_gives_up_on_a_long_absence() -> None:
    long = DateRange(date(2026, 1, 1), date(2026, 12, 31))
    recipient = Recipient(time_zone="Europe/London", away=(long,))
    assert next_good_moment(at("2026-03-04T11:00+00:00"), recipient, Channel.EMAIL) is None


JUNE_10 = date(2026, 6, 10)
SPACINGS = [
    ("nothing-known", None, None, ()),
    (
        "before-delivery",
        None,
        date(2026, 6, 12),
        (Spacing(SpacingKind.TOO_EARLY, date(2026, 6, 12), -2, date(2026, 6, 13)),),
    ),
    (
        "on-the-day-of-delivery",
        None,
        JUNE_10,
        (Spacing(SpacingKind.TOO_EARLY, JUNE_10, 0, date(2026, 6, 11)),),
    ),
    ("the-day-after-delivery", None, date(2026, 6, 9), ()),
    (
        "same-day-as-the-previous",
        JUNE_10,
        None,
        (Spacing(SpacingKind.TOO_SOON, JUNE_10, 0, date(2026, 6, 13)),),
    ),
    (
        "two-days-after-the-previous",
        date(2026, 6, 8),
        None,
        (Spacing(SpacingKind.TOO_SOON, date(2026, 6, 8), 2, date(2026, 6, 11)),),
    ),
    ("three-days-after-the-previous", date(2026, 6, 7), None, ()),
    ("previous-dated-later", date(2026, 6, 11), None, ()),
    (
        "both",
        JUNE_10,
        JUNE_10,
        (
            Spacing(SpacingKind.TOO_EARLY, JUNE_10, 0, date(2026, 6, 11)),
            Spacing(SpacingKind.TOO_SOON, JUNE_10, 0, date(2026, 6, 13)),
        ),
    ),
]


@pytest.mark.parametrize(
    ("previous", "delivered", "expected"), [c[1:] for c in SPACINGS], ids=[c[0] for c in SPACINGS]
)
def test_spacing(
    previous: date | None, delivered: date | None, expected: tuple[Spacing, ...]
) -> None:
    assert spacing(previous, delivered, JUNE_10) == expected


days = st.dates(date(2015, 1, 1), date(2035, 12, 31))


@given(previous=st.none() | days, delivered=st.none() | days, send=days)
def test_earliest_day_of_a_spacing_suits(
    previous: date | None, delivered: date | None, send: date
) -> None:
    for verdict in spacing(previous, delivered, send):
        assert verdict.earliest > send
        assert verdict.kind not in {
            later.kind for later in spacing(previous, delivered, verdict.earliest)
        }
        assert verdict.days < MIN_DAYS_BETWEEN_REMINDERS


send_times = st.builds(
    lambda moment, minutes: moment.astimezone(timezone(timedelta(minutes=minutes))),
    st.datetimes(datetime(2015, 1, 1), datetime(2035, 12, 31), timezones=st.just(UTC)),
    st.integers(-12 * 60, 14 * 60),
)
absences = st.builds(
    lambda first, length: DateRange(first, first + timedelta(days=length)),
    st.dates(date(2015, 1, 1), date(2035, 12, 31)),
    st.integers(0, 20),
)
COUNTRIES = [None, "US", "GB", "DE", "IN", "SG", "NG", "ZA", "AU", "CA", "RU", "KZ", "BY", "UZ"]
COUNTRIES += ["AM", "AE", "SA", "IL", "BN", "IR", "CN", "HU", "JE", "AQ"]
recipients = st.builds(
    Recipient,
    country=st.sampled_from(COUNTRIES),
    region=st.sampled_from([None, "ON", "GB-SCT", "DE-BY", "IN-MH", "nowhere"]),
    time_zone=st.sampled_from(
        [
            None,
            "Europe/London",
            "America/St_Johns",
            "Pacific/Chatham",
            "Australia/Lord_Howe",
            "Africa/Casablanca",
            "Asia/Kathmandu",
            "Pacific/Kiritimati",
            "America/Scoresbysund",
        ]
    ),
    away=st.lists(absences, max_size=2).map(tuple),
)
channels = st.sampled_from(Channel)


@given(send_at=send_times, recipient=recipients, channel=channels)
@settings(deadline=None)
def test_judgement_is_about_the_moment_given(
    send_at: datetime, recipient: Recipient, channel: Channel
) -> None:
    verdict = judge(send_at, recipient, channel)
    assert verdict.local == send_at
    assert (verdict.severity is None) == (verdict.kind is SendTime.FINE)
    if verdict.kind is SendTime.FINE:
        opens, closes = WINDOWS[channel]
        assert opens <= verdict.local.time() < closes
    if local := local_time(send_at, recipient):
        assert verdict.zone_known
        assert verdict.local.utcoffset() == local.utcoffset()


@given(send_at=send_times, recipient=recipients, channel=channels)
@settings(deadline=None)
def test_next_good_moment_is_fine_and_not_earlier(
    send_at: datetime, recipient: Recipient, channel: Channel
) -> None:
    found = next_good_moment(send_at, recipient, channel)
    assert found is not None
    assert send_at <= found <= send_at + timedelta(days=SEARCH_DAYS)
    assert found.utcoffset() == send_at.utcoffset()
    assert judge(found, recipient, channel).kind is SendTime.FINE
    assert next_good_moment(found, recipient, channel) == found


@given(send_at=send_times, recipient=recipients, channel=channels)
@settings(deadline=None, max_examples=20)
def test_no_fine_moment_is_passed_over(
    send_at: datetime, recipient: Recipient, channel: Channel
) -> None:
    found = next_good_moment(send_at, recipient, channel)
    assert found is not None
    moment = send_at
    while moment < found:
        assert judge(moment, recipient, channel).kind is not SendTime.FINE
        moment += timedelta(minutes=11)


def test_import_loads_neither_calendars_nor_zones() -> None:
    code = "import sys, tonecheck.sendtime; print({'holidays', 'zoneinfo'} & sys.modules.keys())"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "set()"


def test_names_do_not_follow_the_language_of_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "th")
    # A year that no other test uses, so the names are not there from an earlier judgement.
    verdict = judge(at("2001-12-25T11:00+00:00"), Recipient(country="US"), Channel.EMAIL)
    assert verdict.holiday == HolidayName("Christmas Day", None)


def test_no_warning_for_a_year_beyond_the_tables(recwarn: pytest.WarningsRecorder) -> None:
    # The package has no moving Indian holidays after 2035, and says so on standard error.
    assert kind_of("2040-10-02T11:00+05:30", Recipient(country="IN")) is SendTime.HOLIDAY
    assert not recwarn.list
