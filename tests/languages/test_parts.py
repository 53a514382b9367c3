"""The parts of a letter: greeting, body, closing formula, signature."""

from __future__ import annotations

import pytest

from tests.reading import read, token
from tonecheck.analysis import Analysis, Part
from tonecheck.languages import analyse
from tonecheck.readers import from_parts
from tonecheck.types import Language

EN, RU = Language.EN, Language.RU


def words(analysis: Analysis, part: Part) -> str:
    tokens = analysis.part_tokens(part)
    return analysis.text[tokens[0].start : tokens[-1].end] if tokens else ""


@pytest.mark.parametrize(
    ("language", "text", "greeting"),
    [
        (EN, "Hi Anna, your invoice is due.", "Hi Anna,"),
        (EN, "Good morning Anna,\n\nyour invoice is due.", "Good morning Anna,"),
        (EN, "Dear Mr. Lee: thanks.", "Dear Mr. Lee:"),
        (EN, "Dear {{ name }},\n\nthanks.", "Dear \ue000,"),
        (EN, "Hello, Anna! We wait.", "Hello, Anna!"),
        (EN, "Hello, Will! We wait.", "Hello, Will!"),
        (EN, "Hello, thanks for the order.", "Hello,"),
        (EN, "Anna, hello! We wait.", "Anna, hello!"),
        (EN, "Once again hello! We wait.", "Once again hello!"),
        (EN, "Morning Anna, we wait.", "Morning Anna,"),
        (EN, "To whom it may concern,\nwe wait.", "To whom it may concern,"),
        (EN, "Anna,\nwe wait.", "Anna,"),
        (EN, "Your invoice is due.", ""),
        (EN, "We called you this morning, and nobody answered.", ""),
        (EN, "This morning we sent the invoice, please look at it.", ""),
        (EN, "Your evening class is not paid. Hi.", ""),
        (EN, "", ""),
        (EN, "Hello", "Hello"),
        (RU, "Здравствуйте, Анна Петровна! Счёт открыт.", "Здравствуйте, Анна Петровна!"),
        (RU, "Анна Петровна, добрый день! Счёт открыт.", "Анна Петровна, добрый день!"),
        (RU, "Ваган джан, привет! Счёт открыт.", "Ваган джан, привет!"),
        (RU, "Екатерина и Глеб, здравствуйте!\n\nСчёт открыт.", "Екатерина и Глеб, здравствуйте!"),
        (RU, "Доброе утро, Гюльчатай! Счёт открыт.", "Доброе утро, Гюльчатай!"),
        (RU, "И снова здравствуйте! Счёт открыт.", "И снова здравствуйте!"),
        (RU, "Уважаемый клиент! Оплатите.", "Уважаемый клиент!"),
        (RU, "Уважаемая {{ name }}, оплатите.", "Уважаемая \ue000,"),
        (RU, "Здравствуйте, оплатите счёт.", "Здравствуйте,"),
        (RU, "Ассалому алайкум, Дилором! Счёт открыт.", "Ассалому алайкум, Дилором!"),
        (RU, "Счёт открыт.", ""),
        (RU, "Мы писали вам утром, а добрый день не наступил.", ""),
    ],
)  # fmt: skip
def test_greetings(language: Language, text: str, greeting: str) -> None:
    assert words(read(text, language), Part.GREETING) == greeting


@pytest.mark.parametrize(
    ("language", "text", "closing", "signature"),
    [
        (EN, "It is due.\n\nKind regards,\nAnna Shaw\nAcme Inc.", "Kind regards,",
         "Anna Shaw\nAcme Inc."),
        (EN, "It is due.\n\nWith kind regards from us all,\nAnna",
         "With kind regards from us all,", "Anna"),
        (EN, "It is due. Thanks, Anna", "Thanks, Anna", ""),
        (EN, "It is due.\nThanks!\nAnna\nSent from my phone", "Thanks!",
         "Anna\nSent from my phone"),
        (EN, "It is due.\nThank you for your patience!\nAnna", "Thank you for your patience!",
         "Anna"),
        (EN, "It is due.\nBest,\nAnna", "Best,", "Anna"),
        (EN, "It is due.\n\nYours sincerely,\n{{ name }}", "Yours sincerely,", "\ue000"),
        # Ordinary sentences begin with the same words.
        (EN, "Hi Anna,\n\nThank you for your order.\nInvoice 5 is due on Friday.", "", ""),
        (EN, "Thanks for your order. Invoice 5 is due.", "", ""),
        (EN, "Best price is here. Invoice 5 is due.", "", ""),
        (EN, "Invoice 5 is due.", "", ""),
        (RU, "Счёт открыт.\n\nС уважением,\nАнна Шоу\nООО «Уют»", "С уважением,",
         "Анна Шоу\nООО «Уют»"),
        (RU, "Счёт открыт. С уважением, Анна", "С уважением, Анна", ""),
        (RU, "Счёт открыт.\nСпасибо за понимание!\nАнна", "Спасибо за понимание!", "Анна"),
        (RU, "Счёт открыт. Заранее спасибо!", "Заранее спасибо!", ""),
        (RU, "Счёт открыт.\nВаша Анна", "Ваша Анна", ""),
        (RU, "Спасибо за заказ. Счёт 5 ждёт оплаты.", "", ""),
        (RU, "Ваш счёт не оплачен. Ждём до пятницы.", "", ""),
        (RU, "Ваша оплата не поступила.", "", ""),
    ],
)  # fmt: skip
def test_closings(language: Language, text: str, closing: str, signature: str) -> None:
    analysis = read(text, language)
    assert words(analysis, Part.CLOSING) == closing
    assert words(analysis, Part.SIGNATURE) == signature


def test_every_part_in_its_place() -> None:
    message = from_parts("Hello, invoice 5", "Hi Anna,\n\nit is due.\n\nKind regards,\nTom")
    analysis = analyse(message, EN)
    assert [words(analysis, part) for part in Part] == [
        "Hello, invoice 5",
        "Hi Anna,",
        "it is due.",
        "Kind regards,",
        "Tom",
    ]


def test_a_subject_alone_leaves_no_body() -> None:
    analysis = analyse(from_parts("Счёт 5", "."), RU)
    assert words(analysis, Part.SUBJECT) == "Счёт 5"
    assert words(analysis, Part.BODY) == "."


@pytest.mark.parametrize(
    ("language", "text", "name", "named"),
    [
        (EN, "Hi Anna, it is due.", "Anna", True),
        (EN, "Anna, hello! It is due.", "Anna", True),
        (EN, "Hi anna, it is due.", "anna", False),
        (EN, "Please pay.", "Please", False),
        (EN, "Hello! Please pay.", "Hello", False),
        (RU, "Здравствуйте, Анна!", "Анна", True),
        (RU, "Анна, добрый день!", "Анна", True),
        (RU, "Фаррух, добрый день!", "Фаррух", True),
        (RU, "Здравствуйте, Фаррух!", "Фаррух", True),
        (RU, "Оплатите счёт.", "Оплатите", False),
        (RU, "И снова здравствуйте!", "И", False),
    ],
)
def test_names(language: Language, text: str, name: str, named: bool) -> None:
    assert ("name" in token(read(text, language), name).marks) is named
