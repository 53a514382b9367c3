"""Addresses at which somebody or an account is reached."""

from __future__ import annotations

import pytest

from tonecheck.literals.contacts import ContactKind, find_contacts
from tonecheck.types import Language

EN, RU = Language.EN, Language.RU


@pytest.mark.parametrize(
    ("language", "sentence", "text", "kind", "payment"),
    [
        pytest.param(EN, "Ring 01632 960 874.", "01632 960 874", "phone", False, id="uk"),
        pytest.param(EN, "My cell: 406-555-0137", "406-555-0137", "phone", False, id="us"),
        pytest.param(EN, "Rob, (312) 555-0143", "(312) 555-0143", "phone", False, id="us-brackets"),
        pytest.param(EN, "Call 555-0164.", "555-0164", "phone", False, id="us-local"),
        pytest.param(EN, "on (03) 5550 2214", "(03) 5550 2214", "phone", False, id="australia"),
        pytest.param(EN, "Kaz, 0491 570 006", "0491 570 006", "phone", False, id="au-mobile"),
        pytest.param(EN, "call 98111 20304", "98111 20304", "phone", False, id="india"),
        pytest.param(EN, "Office 1800 555 0990.", "1800 555 0990", "phone", False, id="free"),
        pytest.param(EN, "Call me 9555 0731.", "9555 0731", "phone", False, id="singapore"),
        pytest.param(EN, "+44 20 7946 0733 is ours", "+44 20 7946 0733", "phone", False, id="intl"),
        pytest.param(
            EN, "020 7946 0733 ext. 12", "020 7946 0733 ext. 12", "phone", False, id="extension"
        ),
        pytest.param(
            EN,
            "Your account manager is Ana, ana@c.example",
            "ana@c.example",
            "email",
            False,
            id="account-manager",
        ),
        pytest.param(EN, "write to a.b@c.example.", "a.b@c.example", "email", False, id="email"),
        pytest.param(EN, "PayNow 9555 0418, please", "9555 0418", "phone", True, id="paynow"),
        pytest.param(EN, "on UPI tiffin@upi.", "tiffin@upi", "handle", True, id="upi"),
        pytest.param(EN, "Venmo @oakbench please", "@oakbench", "handle", True, id="venmo"),
        pytest.param(EN, "Cash App $oakbench now", "$oakbench", "handle", True, id="cashtag"),
        pytest.param(
            EN, "Send an e-transfer to p@q.example", "p@q.example", "email", True, id="e-transfer"
        ),
        pytest.param(EN, "Zenith 2034567891, Ngozi", "2034567891", "account", True, id="account"),
        pytest.param(
            EN,
            "Pay by card, or ring 01632 960 866",
            "01632 960 866",
            "phone",
            False,
            id="card-then-ring",
        ),
        pytest.param(
            EN,
            "IBAN: DE02 1203 0000 0000 2020 51.",
            "DE02 1203 0000 0000 2020 51",
            "account",
            True,
            id="iban",
        ),
        pytest.param(EN, "Pay into account 41923314", "41923314", "account", True, id="pay-into"),
        pytest.param(RU, "Марина, +7 905 123-45-60", "+7 905 123-45-60", "phone", False, id="ru"),
        pytest.param(RU, "тел. 8 4732 11-22-05", "8 4732 11-22-05", "phone", False, id="ru-city"),
        pytest.param(
            RU, "8 (903) 222-11-09", "8 (903) 222-11-09", "phone", False, id="ru-brackets"
        ),
        pytest.param(RU, "(495) 000-12-12", "(495) 000-12-12", "phone", False, id="ru-code"),
        pytest.param(RU, "звоните 89032221109", "89032221109", "phone", False, id="ru-solid"),
        pytest.param(RU, "тел. 555-01-77", "555-01-77", "phone", False, id="ru-local"),
        pytest.param(RU, "Касса, Лена, 555-01-77", "555-01-77", "phone", False, id="ru-bare-city"),
        pytest.param(
            RU,
            "Карта или Payme. +998 71 555-01-16",
            "+998 71 555-01-16",
            "phone",
            False,
            id="ru-own-sentence",
        ),
        pytest.param(RU, "Поддержка 0890", "0890", "phone", False, id="ru-short"),
        pytest.param(RU, "бухгалтерия, доб. 214", "доб. 214", "extension", False, id="ru-ext"),
        pytest.param(
            RU, "8 351 222-06-07, доб. 12", "8 351 222-06-07, доб. 12", "phone", False, id="ru-both"
        ),
        pytest.param(
            RU, "Можно по СБП, 8 904 333-21-10", "8 904 333-21-10", "phone", True, id="ru-sbp"
        ),
        pytest.param(
            RU,
            "скинь по номеру 8 908 444-17-31",
            "8 908 444-17-31",
            "phone",
            True,
            id="ru-by-number",
        ),
        pytest.param(
            RU, "на карту 2200 0000 0000 1234", "2200 0000 0000 1234", "card", True, id="ru-card"
        ),
        pytest.param(
            RU,
            "Оплата картой. Вопросы: 8 904 333-21-10",
            "8 904 333-21-10",
            "phone",
            False,
            id="ru-next-sentence",
        ),
        pytest.param(
            RU, "+375 33 222-14-15 Юля", "+375 33 222-14-15", "phone", False, id="belarus"
        ),
        pytest.param(RU, "+998 71 555-01-16", "+998 71 555-01-16", "phone", False, id="uzbekistan"),
    ],
)
def test_contact(language: Language, sentence: str, text: str, kind: str, payment: bool) -> None:
    (contact,) = find_contacts(sentence, language)
    assert (contact.text, contact.kind, contact.payment) == (text, ContactKind(kind), payment)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        pytest.param(EN, "It was due on 28.11.2026 and 2026-03-05.", id="dates"),
        pytest.param(EN, "We ask for $1,250.00 or 3200000 naira.", id="money"),
        pytest.param(EN, "Call me in 300 years, call 15 times", id="counts"),
        pytest.param(EN, "Your account 20417733 is open", id="client-account"),
        pytest.param(EN, "invoice 27-4410, order 5100-8834", id="references"),
        pytest.param(RU, "Осталось 2 700 000 сум, 12 500,00 рублей", id="ru-money"),
        pytest.param(RU, "ИНН 7709876543, р/с закрыт", id="ru-tax-number"),
        pytest.param(RU, "заказ № 344-12-01", id="ru-order"),
        pytest.param(RU, "с 9:15 до 10:30, 24.11.2025", id="ru-times"),
    ],
)
def test_no_contact(language: Language, sentence: str) -> None:
    assert find_contacts(sentence, language) == ()
