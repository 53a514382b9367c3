from __future__ import annotations

import pytest

from tests.checks.observing import observe, stretches
from tonecheck.types import Channel, Context, Language, Severity, Stage

STORY = "The garden was full of people and nobody wanted to go home before the band had played. "
CHORES = (
    "Please choose a colour (red, blue or green), sign the form, return the ladder and bring a "
    "cake. Could you also ask your brother about the gate, the tent and the tables? "
)
PAYMENT = "Invoice 12 over £40 was due on 5 May. "


def sms(length: int) -> list[Severity | None]:
    context = Context(Language.EN, channel=Channel.SMS)
    text = ("pay " * length)[: length - 1] + "."
    return [o.severity for _, o in observe("too-long", text, context)]


def test_an_sms_is_measured_in_characters() -> None:
    assert sms(160) == []
    assert sms(161) == [Severity.SUGGESTION]
    assert sms(480) == [Severity.SUGGESTION]
    assert sms(481) == [Severity.WARNING]


@pytest.mark.parametrize(
    ("channel", "limit"), [(Channel.EMAIL, 250), (Channel.LETTER, 350), (Channel.MESSENGER, 120)]
)
def test_other_channels_are_measured_in_words(channel: Channel, limit: int) -> None:
    context = Context(Language.EN, channel=channel)
    assert observe("too-long", "word " * (limit - 1) + "word.", context) == []
    assert len(observe("too-long", "word " * limit + "word.", context)) == 1


def test_a_request_after_a_long_story_is_buried() -> None:
    assert stretches("buried-request", STORY * 5 + PAYMENT) == [PAYMENT.strip()]


@pytest.mark.parametrize(
    "text",
    [PAYMENT + STORY * 5, STORY * 2 + PAYMENT, STORY * 5 + PAYMENT + STORY * 6, STORY * 5],
    ids=["at the beginning", "after few words", "in the first half", "nothing about paying"],
)
def test_a_request_that_comes_early_is_not_buried(text: str) -> None:
    assert stretches("buried-request", text) == []


def test_a_request_that_the_subject_names_is_not_buried() -> None:
    assert observe("buried-request", STORY * 5 + PAYMENT, subject="Invoice 12") == []


def test_a_dispute_is_answered_before_the_payment_is_mentioned() -> None:
    context = Context(Language.EN, stage=Stage.DISPUTED, stage_declared=True)
    assert observe("buried-request", STORY * 5 + PAYMENT, context) == []


def test_many_other_requests_crowd_around_the_payment() -> None:
    [(stretch, noticed)] = observe("too-many-requests", PAYMENT + STORY * 2 + CHORES)
    assert stretch.startswith("Please choose a colour")
    assert int(noticed.values["requests"]) >= 7


@pytest.mark.parametrize(
    "text",
    [PAYMENT + STORY * 6, PAYMENT + CHORES, PAYMENT + STORY * 4 + "Please bring a cake."],
    ids=["a story without requests", "few words", "one request"],
)
def test_a_story_or_a_single_request_is_no_crowd(text: str) -> None:
    assert stretches("too-many-requests", text) == []


def test_requests_to_pay_are_not_counted() -> None:
    paying = "Please pay the invoice, choose a card, a transfer or cash, and keep the receipt. "
    assert stretches("too-many-requests", paying * 6) == []


def test_what_to_do_in_some_case_is_not_asked_now() -> None:
    offers = "If the roof leaks, choose a colour, a day or a van, and ring Joe or Ann. "
    assert stretches("too-many-requests", PAYMENT + offers * 6) == []
    assert stretches("too-many-requests", PAYMENT + offers.removeprefix("If the roof leaks, ") * 6)


def test_a_denied_request_is_none() -> None:
    text = "На встречу ехать не надо. Отвечать на письмо не нужно. Звонить тоже не надо. " * 6
    assert stretches("too-many-requests", text, Language.RU) == []
