from __future__ import annotations

import pytest

from tests.checks.observing import changed, observe, stretches
from tonecheck.types import Applicability, Channel, Context, Language

RU = Language.RU


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Вы просили счёт. Посмотрите его и напиши мне.", ["напиши"]),
        ("Ты просил счёт, я нашёл твой заказ. Вам удобно завтра?", ["Вам"]),
        ("Вы просили счёт. Посмотрите его.", []),
        ("Ты просил счёт. Посмотри его.", []),
        ("Вы писали: «ты мне не звони». Хорошо.", []),
    ],
    ids=["verb", "pronoun", "only polite", "only familiar", "quotation"],
)
def test_ty_and_vy_do_not_go_together(text: str, found: list[str]) -> None:
    assert stretches("mixed-address", text, RU) == found


def test_a_sign_off_is_no_address() -> None:
    assert stretches("mixed-address", "Привет! Ты просил счёт.\n\nВаш Олег", RU) == []


@pytest.mark.parametrize(
    ("channel", "count"),
    [(Channel.LETTER, 1), (Channel.EMAIL, 1), (Channel.SMS, 0), (Channel.MESSENGER, 0)],
)
def test_ty_is_for_short_messages(channel: Channel, count: int) -> None:
    found = observe("unfit-address", "Олег, твой счёт открыт.", Context(RU, channel=channel))
    assert len(found) == count


def test_the_rarer_spelling_gives_way_everywhere() -> None:
    text = "Счёт для Вас готов, и Ваш заказ тоже, а вашу почту я нашла у вас, когда Вас не было."
    [(stretch, noticed)] = observe("vy-case", text, Context(RU))
    assert stretch == "вашу"
    assert noticed.changes[0].applicability is Applicability.SAFE
    assert changed(text, noticed.changes[0].edits) == text.replace("вашу", "Вашу").replace(
        "у вас", "у Вас"
    )


@pytest.mark.parametrize(
    "text",
    ["Вы писали вчера. Мы нашли вашу оплату.", "Список:\n- Ваш счёт\nМы ждём вас.", "«Вы» и вы."],
    ids=["start of a sentence", "start of a line", "quotation"],
)
def test_a_capital_letter_by_position_is_no_spelling(text: str) -> None:
    assert stretches("vy-case", text, RU) == []


@pytest.mark.parametrize(
    ("greeting", "closing", "clash"),
    [
        ("Hey Ada,", "Yours faithfully,", True),
        ("Dear Sir,", "Cheers,", True),
        ("Hey Ada,", "Cheers,", False),
        ("Dear Ada,", "Yours sincerely,", False),
        ("Hi Ada,", "Kind regards,", False),
    ],
)
def test_greeting_and_closing_share_a_register(greeting: str, closing: str, clash: bool) -> None:
    text = f"{greeting}\n\nThe invoice was due on 5 May.\n\n{closing}\nOwen"
    assert stretches("register-mismatch", text) == ([closing.rstrip(",")] if clash else [])
