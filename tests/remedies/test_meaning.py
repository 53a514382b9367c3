"""Fixes that would change what a message means are not made: what is lost, invented or bent."""

from __future__ import annotations

import pytest

from tonecheck.engine import Checker
from tonecheck.fixes import repair
from tonecheck.types import Channel, Declared, Language, Stage

EN, RU = Language.EN, Language.RU


def fixed(
    text: str,
    language: Language,
    stage: Stage = Stage.OVERDUE,
    channel: Channel = Channel.MESSENGER,
) -> str:
    """A message after all its fixes."""
    checker = Checker(Declared(language=language, stage=stage, channel=channel))
    check = lambda source: [checker.check_text(source, subject="")]  # noqa: E731
    return repair(text, check, unsafe=True).after


DAYS = [
    # The day of a threat is none of paying.
    (
        "Hello Ann, $64 for account 77 was due on 18 August. Pay by card. It'd be a shame if "
        "somebody else had your number by Monday.",
        EN,
        "due by Monday",
    ),
    # A day that was promised in other words than "promise".
    (
        "Тамара, за ремонт потолка 46 000 рублей, оплата на карту. При свидетелях вы били себя в "
        "грудь, что к 1 ноября всё вернёте, и обманули.",
        RU,
        "Срок оплаты был",
    ),
    # A day for an answer.
    (
        "Анна, счёт № 7 на 900 руб. был до 5 мая, оплата картой. Требуем ответа по существу до "
        "четверга, и точка!",
        RU,
        "внести оплату до четверга",
    ),
]


@pytest.mark.parametrize(("text", "language", "said"), DAYS)
def test_no_other_day_becomes_the_due_date(text: str, language: Language, said: str) -> None:
    assert said not in fixed(text, language)


ARGUMENTS = [
    (
        "Hi Ann. You say that the tiles on invoice 12 for $400 never came. Your foreman checked "
        "them off the list himself, you liar. You can pay by card.",
        EN,
        "checked them off",
    ),
    (
        "Нурия, вы пишете, что 8 500 руб. за английский не заплатите. Дочь опаздывала, вы сами "
        "отменяли уроки и теперь нагло врёте. Оплата картой.",
        RU,
        "отменяли уроки",
    ),
]


@pytest.mark.parametrize(("text", "language", "argument"), ARGUMENTS)
def test_an_argument_of_a_dispute_stays(text: str, language: Language, argument: str) -> None:
    assert argument in fixed(text, language, Stage.DISPUTED)


UNTYPED = [
    # A paper that proves something.
    (
        "Ann, invoice 12 for $400 was due on 5 May, pay by card. You signed for it without a "
        "glance and of course never meant to pay, you liar.",
        EN,
        "signed",
    ),
    (
        "Анна, счёт № 12 на 400 руб. был до 5 мая, оплата картой. Акты вы подписали не глядя и "
        "платить, конечно, не собирались, лгунья.",
        RU,
        "подписали",
    ),
    # When the till is open; a term of some days.
    (
        "Анна, счёт № 12 на 400 руб. сегодня, оплата картой. Касса закрывается в шесть, и чтобы "
        "до этого деньги были, живо!",
        RU,
        "в шесть",
    ),
    (
        "Анна, счёт № 12 на 400 руб. был до 5 мая, оплата картой. Три дня, и разговоры окончены.",
        RU,
        "Три дня",
    ),
    ("Ann, invoice 12 for $400 was due on 5 May. Three days, no more excuses.", EN, "Three days"),
    # What the sum is for.
    ("Coach Benny here. Camp money, $220, by Sunday, no ifs, no buts.", EN, "Camp money"),
    ("Hi Ann, it is Bo. I lent you $220 for camp, by Sunday, no excuses!", EN, "lent"),
    # A fee that is part of the sum.
    (
        "Dear Mr Lund, the statement of $2,208.50 was due on 28 February, pay by card. A "
        "forgetfulness fee of $8.50 is in it to teach you some manners.",
        EN,
        "$8.50",
    ),
]


@pytest.mark.parametrize(("text", "language", "kept"), UNTYPED)
def test_what_no_typed_fact_holds_stays(text: str, language: Language, kept: str) -> None:
    assert kept in fixed(text, language)


STUMPS = [
    (
        "Ann, the $165 for invoice 77 was due on 19 July, pay by card. You looked me in the eye "
        'with your hand on the door and said "tonight, tonight" about the payment.',
        EN,
        "\nSaid",
    ),
    (
        "Владелец, за операцию 31 760 р., счёт 2045 был до 12 января. Вы бросили животное на нас, "
        "прекрасно зная, что рассчитываться не намерены.",
        RU,
        "Рассчитываться не намерены.",
    ),
    (
        "Анна, счёт № 900 на 12 000 руб. был до 1 августа. Вы опять подвели нас с оплатой, потому "
        "что платить по ним и не думали.",
        RU,
        "Платить по ним",
    ),
]


@pytest.mark.parametrize(("text", "language", "stump"), STUMPS)
def test_no_stump_is_left(text: str, language: Language, stump: str) -> None:
    assert stump not in fixed(text, language).replace(". ", ".\n")


CONSEQUENCES = [
    (
        "Hello Ann, invoice 88 for $500 was due on 5 March. Please settle it immediately, "
        "otherwise late fees of 5% apply. Pay by card.",
        EN,
        "fees of 5% apply",
    ),
    (
        "Анна, счёт № 7 на 900 руб. был до 5 мая. Срочно внесите оплату, иначе будет начислена "
        "пеня 1 %. Оплата картой.",
        RU,
        "пеня 1 %",
    ),
]


@pytest.mark.parametrize(("text", "language", "consequence"), CONSEQUENCES)
def test_a_consequence_is_not_left_without_its_condition(
    text: str, language: Language, consequence: str
) -> None:
    after = fixed(text, language)
    assert consequence not in after or "immediately" in after or "Срочно" in after


def test_money_for_other_things_is_not_what_is_owed() -> None:
    text = (
        "Hello Ann, invoice 88 for $500 was due on 5 March. Pay by card. Funny how you always find "
        "money for your holidays."
    )
    assert "payment for your holidays" not in fixed(text, EN)


def test_what_is_counted_on_stays() -> None:
    text = (
        "Аскар, по счёту № 900 открыты 12 000 руб., срок 1 августа, оплата картой. Трижды вы "
        "назначали дату, и трижды врали. Четвёртую назначаю я: понедельник, 1 декабря."
    )
    after = fixed(text, RU)
    assert ("Трижды" in after) == ("Четвёртую" in after)


PRIVATE = [
    ("Dear neighbour, my half of the wall is done. I need the money from you. Ann.", EN),
    ("Тамара, пишет Зоя. Мастер взял с меня 46 000 рублей за потолок. Жду от вас денег.", RU),
]


@pytest.mark.parametrize(("text", "language"), PRIVATE)
def test_no_paper_is_invented(text: str, language: Language) -> None:
    after = fixed(text, language, channel=Channel.LETTER)
    assert "invoice" not in after
    assert "№" not in after


CONTRADICTED = [
    ("Ann, the bill for the shed is $90, pay by card. Please pay it today.", EN, "[due date]"),
    (
        "Ann, the usual amount for the shed, please, invoice 12, due on 5 May. Pay by card.",
        EN,
        "[amount]",
    ),
    ("Крис, 2 200 руб. за наращивание, было на 5-е. Карта та же.", RU, "[дата]"),
    ("Мебель «Уют». Счёт 9020, 17 500 руб. Ждём до 18:00. Оплата картой.", RU, "[дата]"),
    ("Анна, по счёту 12 бухгалтерия сумму уточнит, срок до 5 мая. Картой.", RU, "[сумма]"),
]


@pytest.mark.parametrize(("text", "language", "hole"), CONTRADICTED)
def test_no_placeholder_argues_with_the_text(text: str, language: Language, hole: str) -> None:
    assert hole not in fixed(text, language)


def test_capitals_before_an_hour_are_lowered() -> None:
    after = fixed("Мебель «Уют». ПОСЛЕДНИЙ ШАНС ДО 18:00. Заказ 9020, 17 500 р.", RU, Stage.FINAL)
    assert "внести оплату до 18:00?" in after


def test_one_greeting_is_enough() -> None:
    text = "Приветствуем, резидент! С вас сегодня 900 руб. по счёту № 7, оплата картой."
    assert "Здравствуйте" not in fixed(text, RU, Stage.DUE, Channel.EMAIL)


def test_a_second_question_begins_in_another_way() -> None:
    text = (
        "Анна, требуем немедленно перевести 4 500 руб. по договору № 12-Г! И чтобы до пятницы "
        "300 руб. по счёту № 8, и точка!"
    )
    assert fixed(text, RU).lower().count("подскажите, пожалуйста") <= 1


def test_a_sum_is_not_called_him() -> None:
    text = "По договору Д-330 есть некоторый хвост за осень, его бы подтянуть. Оплата картой."
    assert "[сумма] за осень, его" not in fixed(text, RU)


@pytest.mark.parametrize(
    ("text", "language", "said"),
    [
        (
            "Акты КС-2 на 300 руб. приложены, срок 5 мая. Оплата картой.",
            RU,
            "КС-2 (о выполненных работах)",
        ),
        (
            "Плата 300 руб. по КОСГУ, срок 5 мая. Оплата картой.",
            RU,
            "КОСГУ (классификация операций сектора государственного управления)",
        ),
    ],
)
def test_an_explanation_is_true_and_says_nothing_twice(
    text: str, language: Language, said: str
) -> None:
    assert said in fixed(text, language)


def test_nothing_follows_a_closing_kiss() -> None:
    after = fixed("Hi hun, about the you know what, can you pop some of it over x", EN)
    assert after.endswith("over x")
