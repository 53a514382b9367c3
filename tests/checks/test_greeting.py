from __future__ import annotations

import pytest

from tests.checks.observing import stretches
from tonecheck.types import Language

EN, RU = Language.EN, Language.RU
BODY = {EN: "\n\nThe invoice was due on 5 May.", RU: "\n\nСрок оплаты счёта был 5 мая."}


def flagged(greeting: str, language: Language) -> list[str]:
    return stretches("impersonal-greeting", greeting + BODY[language], language)


@pytest.mark.parametrize(
    "greeting",
    "Dear Customer,|Dear valued customer,|Dear Sir/Madam,|Dear Parent,|Dear Exporter,|Hi there!|"
    "Hey guys,|Good morning all,|To whom it may concern,|Dear Account Holder,|Dear Treasurer,|"
    "Hello Team,|To the manager,|Dear Gardeners,|Hi, everyone!".split("|"),
)
def test_an_english_greeting_without_a_name_is_impersonal(greeting: str) -> None:
    assert flagged(greeting, EN) == [greeting.rstrip(",!")]


@pytest.mark.parametrize(
    "greeting",
    "Dear Grace,|Dear Will,|Hi Mark,|Hi Hunter,|Dear Connor,|Dear Mr Lee,|Hi J.,|Hi,|Hello!|"
    "Good morning,|Hello Northwind team,|Dear Mrs Baker,|hi dave,|Dear [Client Name],|"
    "Dear Parents of Maya,|Dear Dr Patient,|Kapoor Sahab,|Morning Gareth,".split("|"),
)
def test_an_english_greeting_with_a_name_or_nobody_is_not(greeting: str) -> None:
    assert flagged(greeting, EN) == []


@pytest.mark.parametrize(
    "greeting",
    "Уважаемый клиент!|Уважаемый Клиент!|Дорогие родители!|Коллеги, добрый день!|Господа!|"
    "Здравствуйте, уважаемый пользователь!|Здравствуйте, коллеги!|Товарищ!|Дорогой друг!|"
    "Уважаемый(ая)!|Доктор, добрый день!|Господину арендатору|Привет всем!".split("|"),
)
def test_a_russian_greeting_without_a_name_is_impersonal(greeting: str) -> None:
    assert flagged(greeting, RU) == [greeting.rstrip(",!")]


@pytest.mark.parametrize(
    "greeting",
    "Уважаемая Любовь!|Дорогой Лев!|Уважаемый Роман!|Анна, добрый день!|Уважаемый(ая) Анна!|"
    "Уважаемые Ивановы!|Здравствуйте!|Добрый день!|Шахноза опа, здравствуйте!|привет, оля!|"
    "Здравствуйте, [имя клиента]!|Уважаемый господин Котов!|Уважаемый Нурлан Ержанович!|"
    "Дорогая мама Кати!|Здравствуйте, доктор Лисицын!".split("|"),
)
def test_a_russian_greeting_with_a_name_or_nobody_is_not(greeting: str) -> None:
    assert flagged(greeting, RU) == []


def test_generic_words_in_the_body_are_no_greeting() -> None:
    assert stretches("impersonal-greeting", "Hi Ada,\n\nDear customer is how they began.") == []
