"""The examples in the rule files are the tests of the rules."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

import pytest

from tests.examples import judge
from tonecheck.rulebook import Example, Rule, load
from tonecheck.types import Edit, Finding, Language

BOOK = load()
MINIMAL_PAIR_WORDS = 3
PER_LANGUAGE = 3


def examples() -> Iterator[pytest.param]:
    for rule in BOOK.rules.values():
        for language, text in rule.texts.items():
            for number, example in enumerate(text.examples, 1):
                yield pytest.param(rule, language, example, id=f"{rule.id}-{language}-{number}")
                if example.reworded:
                    name = f"{rule.id}-{language}-{number}-reworded"
                    yield pytest.param(rule, language, example.reworded, id=name)


def rules_in_language() -> Iterator[pytest.param]:
    for rule in BOOK.rules.values():
        for language in Language:
            if rule.texts[language].cannot is None:
                yield pytest.param(rule, language, id=f"{rule.id}-{language}")


def apply(text: str, edits: tuple[Edit, ...]) -> str:
    for edit in sorted(edits, key=lambda e: e.start, reverse=True):
        text = text[: edit.start] + edit.replacement + text[edit.end :]
    return text


@pytest.mark.parametrize(("rule", "language", "example"), list(examples()))
def test_example(rule: Rule, language: Language, example: Example) -> None:
    report = judge(example, language, BOOK)
    own = [f for f in report.findings if f.rule == rule.id]
    assert [report.source[f.start : f.end] for f in own] == [
        example.text[a:b] for a, b in example.marks
    ]
    before = len(report.source) - len(example.text)
    assert [(f.start - before, f.end - before) for f in own] == list(example.marks)
    if rule.is_phrased:
        others = {f.rule for f in report.findings if BOOK.rules[f.rule].is_phrased} - {rule.id}
        assert others <= example.also, f"also found by {others - example.also}"
    if example.fixed is not None:
        _check_fix(rule, language, example, own[0])


def _check_fix(rule: Rule, language: Language, example: Example, finding: Finding) -> None:
    fixed = apply(example.text, finding.fixes[0].edits)
    assert fixed == example.fixed
    assert not [f for f in judge(example, language, BOOK, fixed).findings if f.rule == rule.id]


@pytest.mark.parametrize(("rule", "language"), list(rules_in_language()))
def test_rule_has_enough_examples(rule: Rule, language: Language) -> None:
    found = rule.texts[language].examples
    flags = [e for e in found if e.flags]
    passes = [e for e in found if not e.flags]
    assert len(flags) >= PER_LANGUAGE
    assert len(passes) >= PER_LANGUAGE
    if not rule.is_phrased:
        return
    for example in flags:
        assert min(_changed_words(example.text, p.text) for p in passes) <= MINIMAL_PAIR_WORDS, (
            f"no minimal pair among the passes for: {example.text}"
        )
    if not rule.weighed:
        assert sum(e.blind for e in flags) * 3 >= len(flags), "too few blind examples"
    if language is Language.RU:
        assert any(e.reworded for e in flags), "no reworded example"


def _changed_words(one: str, other: str) -> int:
    a, b = one.split(), other.split()
    blocks = difflib.SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks()
    return max(len(a), len(b)) - sum(block.size for block in blocks)
