"""The examples in ``rules/plain/`` are the tests of plain words."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tonecheck.engine import Checker
from tonecheck.fixes import apply_edits
from tonecheck.phrases.syntax import parse
from tonecheck.phrases.tree import Either, Node, Word
from tonecheck.readers import read_source
from tonecheck.rewording import PlainWords
from tonecheck.rulebook import load
from tonecheck.types import Declared, Finding, Language

BOOK = load()
CARRIERS = {
    Language.EN: "Please look at the {} today, Ann.",
    Language.RU: "Посмотрите ещё {} сегодня, Анна.",
}
"""A sentence in which most abbreviations may stand."""


def entries() -> Iterator[tuple[Language, int, PlainWords]]:
    for language in Language:
        for number, plain in enumerate(BOOK.plain(language), 1):
            yield language, number, plain


def examples() -> Iterator[pytest.param]:
    for language, number, plain in entries():
        for text, fixed in plain.examples:
            name = f"{plain.rule}-{language}-{number}"
            yield pytest.param(plain, language, text, fixed, id=name)


def explained() -> Iterator[pytest.param]:
    for language, number, plain in entries():
        word = first_word(parse(plain.match)) if plain.explain else None
        if word is not None:
            yield pytest.param(plain, language, word, id=f"{language}-{number}-{word}")


def first_word(node: Node) -> str | None:
    if isinstance(node, Either):
        node = node.options[0]
    return node.word if isinstance(node, Word) else None


def found(text: str, language: Language, rule: str) -> list[Finding]:
    # As proposed: whether a fix holds what it promises is another matter.
    checker = Checker(Declared(language=language), rulebook=BOOK)
    report = checker.check_message(read_source(text, ".txt"), "x")
    return [f for f in report.findings if f.rule == rule]


@pytest.mark.parametrize(("plain", "language", "text", "fixed"), list(examples()))
def test_example(plain: PlainWords, language: Language, text: str, fixed: str) -> None:
    [finding, *_] = found(text, language, plain.rule)
    [fix] = finding.fixes
    assert apply_edits(text, fix.edits) == fixed
    assert found(fixed, language, plain.rule) == []


@pytest.mark.parametrize(("plain", "language", "text", "fixed"), list(examples()))
def test_plain_words_are_no_mistake_themselves(
    plain: PlainWords, language: Language, text: str, fixed: str
) -> None:
    checker = Checker(Declared(language=language), rulebook=BOOK)
    before, after = (
        {f.rule for f in checker.check_text(t).findings if BOOK.rules[f.rule].check is None}
        for t in (text, fixed)
    )
    assert {rule for rule in after - before if not BOOK.rules[rule].weighed} == set()


@pytest.mark.parametrize(("language", "plain"), [(la, p) for la, _, p in entries() if p.fix])
def test_every_replacement_has_an_example(language: Language, plain: PlainWords) -> None:
    assert plain.examples, f"{plain.rule}: {plain.match}"


@pytest.mark.parametrize(("plain", "language", "word"), list(explained()))
def test_an_abbreviation_explained_is_no_longer_reported(
    plain: PlainWords, language: Language, word: str
) -> None:
    text = CARRIERS[language].format(word)
    for finding in found(text, language, plain.rule):
        fixed = apply_edits(text, finding.fixes[0].edits)
        if "(" in fixed:
            assert fixed == CARRIERS[language].format(f"{word} ({plain.explain})")
        assert found(fixed, language, plain.rule) == []
