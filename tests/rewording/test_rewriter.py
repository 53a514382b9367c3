"""Edits that plain words make, and those that they must not make."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tonecheck.engine import Checker
from tonecheck.fixes import apply_edits
from tonecheck.readers import read_source
from tonecheck.rewording.template import TemplateError, parse_fix
from tonecheck.rulebook import load
from tonecheck.types import Declared, Finding, Language

BOOK = load()
RULES = frozenset({"legalese", "officialese", "unexplained-abbreviation"})
CHECKERS = {la: Checker(Declared(language=la), rulebook=BOOK) for la in Language}

KEPT = {
    Language.EN: ("INV-2071", "$1,500", "4 May 2026", "https://pay.example/7", "{{ amount }}"),
    Language.RU: (
        "№ 2071",
        "12 500 руб.",
        "4 мая 2026 г.",
        "https://pay.example/7",
        "{{ amount }}",
    ),
}
"""What must survive: a reference, a sum, a date, a link, a placeholder."""

TEXTS = {la: [t for p in BOOK.plain(la) for t, _ in p.examples] for la in Language}


def found(text: str, language: Language) -> list[Finding]:
    return [
        f
        for f in CHECKERS[language].check_message(read_source(text, ".txt"), "x").findings
        if f.rule in RULES
    ]


@st.composite
def disturbed(draw: st.DrawFn) -> tuple[Language, str]:
    """The text of an example with something inserted between two of its words."""
    language = draw(st.sampled_from(list(Language)))
    words = draw(st.sampled_from(TEXTS[language])).split(" ")
    at = draw(st.integers(1, len(words) - 1))
    return language, " ".join([*words[:at], draw(st.sampled_from(KEPT[language])), *words[at:]])


@given(disturbed())
@settings(max_examples=150, deadline=None)
def test_a_fix_keeps_figures_links_and_placeholders(case: tuple[Language, str]) -> None:
    language, text = case
    for finding in found(text, language):
        for fix in finding.fixes:
            fixed = apply_edits(text, fix.edits)
            for kept in KEPT[language]:
                assert fixed.count(kept) == text.count(kept)
            lost = Counter(c for c in text if c.isdigit())
            lost.subtract(c for c in fixed if c.isdigit())
            assert not +lost


def offered(text: str, language: Language) -> list[str]:
    return [apply_edits(text, f.fixes[0].edits) for f in found(text, language) if f.fixes]


@pytest.mark.parametrize(
    "text",
    [
        # A second object would have to change its case, too.
        "Просим произвести оплату счёта и акта до 5 мая.",
        "Просим произвести оплату аренды, воды до 5 мая.",
        # The noun has modifiers or a predicate of its gender.
        "Предъявлена просроченная дебиторка на 300 рублей.",
        # Somebody else pays.
        "Просим произвести оплату Вами до 5 мая.",
        "Майский счёт подлежит оплате Заказчиком до 5 мая.",
        # A name stands in the stretch.
        "Плата подлежит оплате через Петрова до 5 мая.",
    ],
)
def test_where_grammar_is_not_sure_nothing_is_replaced(text: str) -> None:
    for fixed in offered(text, Language.RU):
        assert "(" in fixed


@pytest.mark.parametrize(
    "text",
    [
        "Send remit advice for the £40, Ann.",
        "The aforementioned invoice numbers are open at £40, Ann.",
    ],
)
def test_where_english_grammar_is_not_sure_nothing_is_replaced(text: str) -> None:
    assert offered(text, Language.EN) == []


def test_an_abbreviation_is_reported_and_explained_once() -> None:
    text = "УИН стоит в счёте. Счёт ждёт УИН до 5 мая."
    [finding] = found(text, Language.RU)
    assert finding.start == 0
    fixed = apply_edits(text, finding.fixes[0].edits)
    assert fixed.startswith("УИН (уникальный идентификатор начисления) стоит")
    assert found(fixed, Language.RU) == []


def test_codes_with_one_explanation_are_not_one_code() -> None:
    text = "The insurer wrote CO-45 on it, Ann. It also wrote PR-2 and £40 is open."
    assert [text[f.start : f.end] for f in found(text, Language.EN)] == ["CO-45", "PR-2"]


def test_an_explanation_anywhere_in_the_message_is_enough() -> None:
    text = "Your SOA (statement of account) is attached. The SOA shows £40, Ann."
    assert found(text, Language.EN) == []


def test_a_replaced_word_is_reported_each_time() -> None:
    text = "По инвойсу 5 ждём 300 рублей. По инвойсу 6 ждём 400 рублей."
    assert offered(text, Language.RU) == [
        "По счёту 5 ждём 300 рублей. По инвойсу 6 ждём 400 рублей.",
        "По инвойсу 5 ждём 300 рублей. По счёту 6 ждём 400 рублей.",
    ]


def test_no_brackets_inside_brackets() -> None:
    [finding] = found("Накладная (ТТН 471) на 300 рублей в пути.", Language.RU)
    assert finding.fixes == ()


def test_capitals_and_yo_follow_the_message() -> None:
    assert offered("ВЫШЕУКАЗАННЫЙ СЧЕТ ЖДЕМ ДО 5 МАЯ.", Language.RU) == ["ЭТОТ СЧЕТ ЖДЕМ ДО 5 МАЯ."]
    assert offered("По инвойсу 5 ждем 300 рублей.", Language.RU) == ["По счету 5 ждем 300 рублей."]


@pytest.mark.parametrize("fix", ["<pay", "{2} {1}", "{0}", "a } b", "<>", "{1} {1}"])
def test_a_fix_that_cannot_be_read_is_refused(fix: str) -> None:
    with pytest.raises(TemplateError):
        parse_fix(fix)
