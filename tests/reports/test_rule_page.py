from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import SimpleNamespace
from typing import cast

import pytest

from tests.reports.golden import golden
from tonecheck.reports.display import width_of
from tonecheck.reports.options import TextOptions
from tonecheck.reports.rule_book_page import rules_markdown
from tonecheck.reports.rule_page import explain, rules_table
from tonecheck.rulebook import Rule, RuleBook, RuleText
from tonecheck.types import Category, Channel, Language, Severity, Stage


def flags(text: str, **given: str) -> Mapping[str, object]:
    return {"flags": text, "given": given}


def passes(text: str) -> Mapping[str, object]:
    return {"passes": text}


LEGAL = Rule(
    id="legal-threat",
    category=Category.THREAT,
    severity=Severity.ERROR,
    guide=("G03", "G32"),
    relaxed_at=frozenset({Stage.FINAL}),
    channels={},
    check=None,
    parts=frozenset(),
    negation_cancels=True,
    quotation_cancels=True,
    texts={
        Language.EN: RuleText(
            "Talk of courts frightens people.",
            "Ask what stands in the way.",
            raw_examples=(
                flags("If nothing comes we will [take you to court]."),
                flags("Or shall we [let a judge decide] about *your* bill?", stage="overdue"),
                flags("[Our lawyers] have been told."),
                flags("A [fourth] example is not shown."),
                passes("We will never take you to court."),
                passes("The court fee is part of the price of [[amount]]."),
                passes("Dear Ann,\n\nthank you for the painting.\n\n" + "It is lovely. " * 20),
            ),
        ),
        Language.RU: RuleText(
            "Разговор о суде пугает.",
            "Спросите, что мешает оплате.",
            raw_examples=(
                flags("Если денег не будет, [подадим в суд]."),
                passes("В суд мы подавать не станем."),
            ),
        ),
    },
)
SHORT = replace(
    LEGAL,
    id="too-long",
    category=Category.OVERLOAD,
    severity=Severity.WARNING,
    guide=("G19",),
    relaxed_at=frozenset(),
    channels={Channel.SMS: Severity.SUGGESTION, Channel.MESSENGER: Severity.SUGGESTION},
    texts={
        Language.EN: RuleText("There are {words} words.", "Leave out what can wait."),
        Language.RU: RuleText("Слов много: {words}.", "Сократите.", cannot="пример причины."),
    },
)
BOOK = cast(RuleBook, SimpleNamespace(rules={"too-long": SHORT, "legal-threat": LEGAL}))


@pytest.mark.parametrize("language", Language)
def test_explanation_looks_as_agreed(language: Language) -> None:
    text = explain(LEGAL, language)
    assert text == golden(f"explain-{language.value}.txt", text)


@pytest.mark.parametrize("language", Language)
def test_table_looks_as_agreed(language: Language) -> None:
    text = rules_table(BOOK, language)
    assert text == golden(f"rules-{language.value}.txt", text)


def test_markdown_looks_as_agreed() -> None:
    text = rules_markdown(BOOK)
    assert text == golden("rules.md", text)


@pytest.mark.parametrize("width", [40, 80, 120])
@pytest.mark.parametrize("language", Language)
def test_lines_fit(width: int, language: Language) -> None:
    options = TextOptions(width=width, color=True)
    for rule in (LEGAL, SHORT):
        lines = explain(rule, language, options).splitlines()
        assert all(width_of(line) <= width for line in lines)


def test_an_explanation_is_one_screen() -> None:
    assert len(explain(LEGAL, Language.EN).splitlines()) <= 40


def test_values_of_a_message_are_left_open() -> None:
    assert "There are … words." in explain(SHORT, Language.EN)


def test_other_severities_are_named_with_their_channels() -> None:
    assert "warning (SMS, messenger: suggestion)" in explain(SHORT, Language.EN)


def test_a_language_that_cannot_break_the_rule_says_why() -> None:
    assert "В русском языке: пример причины." in explain(SHORT, Language.RU)
    assert " en\n" in rules_table(BOOK, Language.EN).replace("  SMS, messenger: suggestion", "")


def test_a_poor_console_gets_ascii() -> None:
    assert explain(LEGAL, Language.EN, TextOptions(unicode=False)).isascii()
