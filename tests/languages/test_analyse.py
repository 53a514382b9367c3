"""Any text is read, every token knows its place, and literal facts are marked."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reading import message, read, token
from tonecheck.analysis import Analysis, TokenKind
from tonecheck.languages import LONG_CHUNK, analyse, module_for
from tonecheck.languages.base import MAX_FORMS, STRETCH_LIMIT
from tonecheck.readers import from_parts
from tonecheck.types import Language

EN, RU = Language.EN, Language.RU

TEXT = st.text(
    alphabet=st.one_of(
        st.sampled_from("abc ABВвеёЁ.,!?…«»“”\"'’()-—5$€\n\t\u00a0\u200b\ue000{}[]@/:="),
        st.characters(codec="utf-8"),
    ),
    max_size=80,
)
PIECES = st.lists(
    st.sampled_from(
        (
            "Please", "pay", "don't", "won’t", "$1,250.00", "5 May 2026", "invoice no. 17",
            "Anna", "a.m.", "{{ name }}", "[amount]", "https://pay.example/a", "!!!", "...",
            "Оплатите", "счёт", "№ 17", "12 500 руб.", "5 мая 2026 г.", "вы", "«да»", "\n\n",
            "\ue000", "сyд", "🙂", "a" * 150, "!" * 60, "-" * 60, "+7 900 123-45-67",
        )
    ),
    max_size=15,
)  # fmt: skip


def check_tokens(analysis: Analysis) -> None:
    text = analysis.text
    position = 0
    for index, found in enumerate(analysis.tokens):
        assert found.index == index
        assert found.text == text[found.start : found.end] != ""
        assert not text[position : found.start].strip(), "words are left out"
        assert found.norm in found.form.keys
        assert found.kind is not TokenKind.WORD or any(c.isalpha() for c in found.text)
        position = found.end
    assert not text[position:].strip()
    parted = [i for s in analysis.sentences for i in range(s.first, s.last)]
    assert parted == list(range(len(analysis.tokens)))
    parted = [i for c in analysis.clauses for i in range(c.first, c.last)]
    assert parted == list(range(len(analysis.tokens)))
    for found in analysis.tokens:
        first, last = analysis.message.source_span(found.start, found.end)
        assert 0 <= first <= last <= len(analysis.message.source)


@settings(deadline=None, max_examples=100)
@given(st.sampled_from(Language), TEXT)
def test_any_text_is_read(language: Language, text: str) -> None:
    check_tokens(read(text, language))


@settings(deadline=None, max_examples=100)
@given(st.sampled_from(Language), PIECES, st.sampled_from((" ", "", "\r\n")))
def test_any_mixture_is_read(language: Language, pieces: list[str], between: str) -> None:
    check_tokens(read(between.join(pieces), language))


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(
    "text",
    [
        "!" * 20_000,
        "=" * 20_000,
        "?!" * 5_000,
        "a" * 20_000,
        "\ue000" * 3_000,
        "{{" * 5_000,
        "«" * 5_000,
        "1." * 5_000,
        "-" * 5_000 + "слово",
        "\n" * 5_000,
        "мир.Мир" * 500,
        "слово " * (STRETCH_LIMIT // 6 + 100),
        "\u0301" * 500,
        "pаypаl сheck " * 20,
    ],
    ids=lambda text: f"{text[:6]!r} {len(text)}",
)
def test_hostile_texts_are_read(language: Language, text: str) -> None:
    check_tokens(read(text, language))


def test_forms_do_not_pile_up() -> None:
    module = module_for(EN)
    for number in range(MAX_FORMS + 10):
        module.form(f"w{number}")
    assert len(module._forms) <= MAX_FORMS
    assert module.form("paid").can_be("verb", "past")


def test_an_empty_text_has_no_tokens() -> None:
    analysis = read("  \n ", EN)
    assert (analysis.tokens, analysis.sentences, analysis.clauses) == ((), (), ())


@pytest.mark.parametrize(
    ("language", "text", "written", "kind"),
    [
        (EN, "Pay now", "Pay", TokenKind.WORD),
        (EN, "Pay 17 now", "17", TokenKind.NUMBER),
        (EN, "Pay, now", ",", TokenKind.PUNCTUATION),
        (EN, "Pay $5", "$", TokenKind.PUNCTUATION),
        (EN, "See https://pay.example/x.", "https://pay.example/x", TokenKind.OPAQUE),
        (EN, "Write to a@pay.example.", "a@pay.example", TokenKind.OPAQUE),
        (EN, "See invoice.pdf.", "invoice.pdf", TokenKind.OPAQUE),
        (EN, "Dear {{ name }}", "\ue000", TokenKind.PLACEHOLDER),
        (RU, "Счёт № 17", "№", TokenKind.PUNCTUATION),
        (RU, "до 15-го", "15-го", TokenKind.WORD),
        (RU, "Уважаемый [Имя]", "\ue000", TokenKind.PLACEHOLDER),
    ],
)
def test_kinds(language: Language, text: str, written: str, kind: TokenKind) -> None:
    assert token(read(text, language), written).kind is kind


@pytest.mark.parametrize(
    ("language", "text", "mark", "written"),
    [
        (EN, "Pay $1,250.00 now", "amount", "$ 1,250.00"),
        (EN, "Pay 500 EUR now", "amount", "500 EUR"),
        (EN, "by 5 March 2026 at noon", "date", "5 March 2026"),
        (EN, "Invoice INV-17 is open", "reference", "INV-17"),
        (EN, "Call +44 20 7946 0958 now", "phone", "+44 20 7946 0958"),
        (EN, "Write to a@pay.example now", "email", "a@pay.example"),
        (EN, "See https://pay.example now", "link", "https://pay.example"),
        (EN, "Dear {{ client.name }}, hi", "name", "\ue000"),
        (EN, "Pay {{ amount }} now", "amount", "\ue000"),
        (EN, "by {{ due_date }} now", "date", "\ue000"),
        (EN, "Invoice {{ number }} is open", "reference", "\ue000"),
        (EN, "Dear {{ anything }}, hi", "placeholder", "\ue000"),
        (RU, "Оплатите 12 500 руб. сейчас", "amount", "12 500 руб."),
        (RU, "до 5 марта 2026 г. включительно", "date", "5 марта 2026 г."),
        (RU, "Счёт № 17 открыт", "reference", "17"),
        (RU, "Звоните +7 900 123-45-67 днём", "phone", "+7 900 123-45-67"),
        (RU, "Уважаемая [Имя клиента], привет", "name", "\ue000"),
    ],
)
def test_marks(language: Language, text: str, mark: str, written: str) -> None:
    found = [t.text for t in read(text, language).tokens if mark in t.marks]
    assert " ".join(found).endswith(written) or " ".join(found) == written


def test_the_day_of_sending_settles_a_weekday() -> None:
    friday = analyse(message("Please pay by Friday."), EN, reference=date(2026, 3, 3))
    assert [d.value for d in friday.literals.dates] == [date(2026, 3, 6)]
    assert [d.value for d in read("Please pay by Friday.", EN).literals.dates] == [None]


@pytest.mark.parametrize(("country", "value"), [("US", date(2026, 3, 5)), ("GB", date(2026, 5, 3))])
def test_the_country_settles_the_order_of_day_and_month(country: str, value: date) -> None:
    analysis = analyse(message("Please pay by 03/05/2026."), EN, country=country)
    assert [d.value for d in analysis.literals.dates] == [value]


def test_a_long_run_is_cut_and_nothing_is_lost() -> None:
    analysis = read("so " + "x" * (LONG_CHUNK * 2 + 10) + " it", EN)
    assert [len(t.text) for t in analysis.tokens] == [2, LONG_CHUNK, LONG_CHUNK, 10, 2]


def test_subject_and_body_share_no_sentence() -> None:
    analysis = analyse(from_parts("Invoice 17", "is open."), EN)
    assert [t.sentence for t in analysis.tokens] == [0, 0, 1, 1, 1]


@pytest.mark.parametrize("language", Language)
def test_reading_twice_gives_the_same(language: Language) -> None:
    text = "Dear Anna, pay $5 by Friday! Анна, оплатите 5 руб. до пятницы!"
    assert read(text, language) == read(text, language)
