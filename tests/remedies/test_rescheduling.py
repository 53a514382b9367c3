"""A bad time of sending, changed in the file that declares it."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tonecheck.engine import Checker
from tonecheck.fixes import repair
from tonecheck.selection import Selection
from tonecheck.types import Applicability, Declared, Language, MessageReport

EN = """---
stage: overdue
send_at: {send_at}
recipient: {{country: DE}}
{more}---
Hello Anna,

Invoice 204 for €90.00 was due on 5 May 2026. Could you pay by bank transfer?

Kind regards,
Tom Reed
"""
RU = """---
stage: overdue
send_at: {send_at}
recipient: {{country: RU, time_zone: Europe/Moscow}}
{more}---
Анна Павловна, здравствуйте!

Счёт № 204 на 9 000 руб. ждал оплаты 5 мая. Когда сможете оплатить?

Ирина
"""
TIMING = Selection(frozenset({"timing"}))


def timed(text: str, **said: object) -> tuple[str, list[MessageReport]]:
    """A text after the fixes of its time, and the reports on it before."""
    checker = Checker(
        Declared(**said),  # type: ignore[arg-type]
        selection=TIMING,
    )
    check = lambda source: checker.check_source(source, path="x", suffix=".txt")  # noqa: E731
    return repair(text, check, unsafe=True).after, check(text)


@pytest.mark.parametrize(
    ("text", "written", "later"),
    [
        (EN, "2026-05-12T23:10+02:00", "2026-05-13T09:00+02:00"),
        (EN, '"2026-05-16 12:00:30 +03:00"  # by post', '"2026-05-18 10:00:00 +03:00"  # by post'),
        (EN, "'2026-05-12T20:10:00Z'", "'2026-05-13T07:00:00Z'"),
        (RU, "2026-05-09T12:00+03:00", "2026-05-12T09:00+03:00"),
    ],
)
def test_the_time_is_moved_and_keeps_its_style(text: str, written: str, later: str) -> None:
    before = text.format(send_at=written, more="")
    after, reports = timed(before)
    assert after == text.format(send_at=later, more="")
    [fix] = {fix for report in reports for f in report.findings for fix in f.fixes}
    assert fix.applicability is Applicability.UNSAFE
    assert timed(after)[0] == after


def test_too_soon_after_the_last_one_waits() -> None:
    more = "previous_reminder: 2026-05-18\n"
    after, _ = timed(EN.format(send_at="2026-05-19T10:00+02:00", more=more))
    assert after == EN.format(send_at="2026-05-21T10:00+02:00", more=more)


def test_a_day_that_moves_with_the_time_is_pointed_out() -> None:
    text = EN.format(send_at="2026-05-12T23:10+02:00", more="")
    _, [report] = timed(text.replace("Could you pay", "Could you pay tomorrow"))
    assert "today" in report.findings[0].fixes[0].caution


@pytest.mark.parametrize("written", ["2026-05-12T10:00+02:00", "20260512T231000+0200"])
def test_a_good_time_and_one_in_another_style_stay(written: str) -> None:
    text = EN.format(send_at=written, more="")
    assert timed(text)[0] == text


def test_the_time_of_the_command_line_is_not_the_files() -> None:
    night = datetime.fromisoformat("2026-05-12T23:10+02:00")
    for written in ("2026-05-12T23:10+02:00", "2026-05-12T10:00+02:00"):
        text = EN.format(send_at=written, more="")
        after, [report] = timed(text, send_at=night, language=Language.EN)
        assert after == text
        assert not any(fix.edits for f in report.findings for fix in f.fixes)


@settings(max_examples=30, deadline=None)
@given(
    st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31)),
    st.sampled_from(["+02:00", "-07:00", "Z"]),
    st.sampled_from([EN, RU]),
)
def test_any_time_ends_up_at_a_good_one(moment: datetime, offset: str, text: str) -> None:
    source = text.format(send_at=f"{moment:%Y-%m-%dT%H:%M}{offset}", more="")
    after, _ = timed(source)
    _, [report] = timed(after)
    assert not report.findings
    assert after.replace(after.split("send_at: ")[1][:16], "") == source.replace(
        source.split("send_at: ")[1][:16], ""
    )
