from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.checks.observing import facts_of
from tonecheck.checks import CHECKS
from tonecheck.languages import analyse
from tonecheck.readers import ReadError, from_parts
from tonecheck.rulebook import load
from tonecheck.types import REPORTED_FACTS, Channel, Context, Kind, Language, Stage
from tonecheck.wording import LABELS, label

BOOK = load()

PIECES = [*"abя Ю!?.,\n({[]})", " please ", " просим ", " PAY ", " Вы ", " счёт ", "£5 ", "Dear "]
ANY_TEXT = st.lists(st.sampled_from(PIECES), min_size=1, max_size=80).map("".join)


def test_checks_stand_in_alphabetical_order() -> None:
    assert list(CHECKS) == sorted(CHECKS)


def test_every_check_has_a_rule_of_its_name() -> None:
    coded = {rule.id for rule in BOOK.rules.values() if rule.check == rule.id}
    assert coded >= set(CHECKS)


def test_every_rule_names_a_check_that_exists() -> None:
    assert {rule.check for rule in BOOK.rules.values() if rule.check} <= set(CHECKS)


@pytest.mark.parametrize("language", Language)
@given(text=ANY_TEXT)
@settings(max_examples=40, deadline=None)
def test_no_text_breaks_a_check_or_its_offsets(language: Language, text: str) -> None:
    try:
        message = from_parts(None, text)
    except ReadError:
        return
    analysis = analyse(message, language)
    context = Context(
        language,
        stage=Stage.FINAL,
        channel=Channel.LETTER,
        kind=Kind.DRAFT,
        send_at=datetime(2026, 5, 12, 3, 0, tzinfo=UTC),
    )
    for found in (facts_of(), facts_of(REPORTED_FACTS)):
        for stage in Stage:
            for check in CHECKS.values():
                for noticed in check(analysis, replace(context, stage=stage), found):
                    assert 0 <= noticed.start <= noticed.end <= len(message.text)
                    for change in noticed.changes:
                        assert change.wording in LABELS
                        assert label(change.wording, language, change.values)
                        ends = [edit.end for edit in change.edits]
                        starts = [edit.start for edit in change.edits]
                        assert all(a <= b for a, b in zip(ends, starts[1:], strict=False))


@pytest.mark.parametrize("rule", [r for r in BOOK.rules.values() if r.check], ids=lambda r: r.id)
def test_gaps_of_a_coded_rule_are_filled_by_its_examples(rule) -> None:  # type: ignore[no-untyped-def]
    from tests.examples import judge

    for language, text in rule.texts.items():
        for example in text.examples:
            for finding in judge(example, language, BOOK).findings:
                if finding.rule == rule.id:
                    assert not re.search(r"\{\w+\}", finding.advice)
                    gaps = set(re.findall(r"\{\w+\}", finding.message))
                    assert gaps <= set(re.findall(r"\{\w+\}", example.text))
