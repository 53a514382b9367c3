"""The sample letters of the guides that tonecheck rests on, read as their authors would wish.

Guide E's own letter breaks its own advice, and guide D's announces legal action: the stage
decides whether that passes.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tonecheck import Checker, Declared, MessageReport, Severity, Stage

DATA = Path(__file__).parent / "data"


def read(name: str, stage: Stage | None = None) -> MessageReport:
    text = (DATA / name).read_text(encoding="utf-8")
    return Checker(Declared(stage=stage)).check_text(text)


def rules(report: MessageReport) -> set[str]:
    return {finding.rule for finding in report.findings}


def texts(report: MessageReport, rule: str) -> list[str]:
    return [finding.text for finding in report.findings if finding.rule == rule]


@pytest.fixture(scope="module")
def letter_e() -> MessageReport:
    return read("guide-e-letter.txt")


@pytest.mark.parametrize(
    "rule", ["missing-amount", "missing-due-date", "missing-invoice-reference"]
)
def test_e_lacks_the_facts(letter_e: MessageReport, rule: str) -> None:
    finding = next(f for f in letter_e.findings if f.rule == rule)
    assert finding.severity is Severity.ERROR


def test_e_greets_nobody_by_name(letter_e: MessageReport) -> None:
    assert texts(letter_e, "impersonal-greeting") == ["Уважаемый клиент"]


def test_e_leaves_the_time_open(letter_e: MessageReport) -> None:
    assert any("ближайшее время" in text for text in texts(letter_e, "vague-time"))


def test_e_is_thanked_for_what_it_does_well(letter_e: MessageReport) -> None:
    assert not {"missing-thanks", "missing-contact", "missing-payment-method"} & rules(letter_e)


@pytest.mark.parametrize("stage", [None, Stage.OVERDUE, Stage.PRE_DUE, Stage.DISPUTED])
def test_d_threatens_before_the_final_stage(stage: Stage | None) -> None:
    report = read("guide-d-formal-letter.txt", stage)
    assert any("legal action" in text for text in texts(report, "legal-threat"))


def test_d_may_name_a_dated_legal_step_at_an_explicit_final_stage() -> None:
    report = read("guide-d-formal-letter.txt", Stage.FINAL)
    assert not any(f.category == "threat" for f in report.findings)


def test_d_is_told_what_else_it_lacks() -> None:
    report = read("guide-d-formal-letter.txt", Stage.FINAL)
    assert {
        "missing-amount",
        "missing-invoice-reference",
        "missing-payment-method",
        "missing-contact",
    } <= rules(report)
    assert "missing-due-date" not in rules(report)


def test_d_still_has_placeholders_to_fill() -> None:
    assert len(texts(read("guide-d-formal-letter.txt"), "unfilled-placeholder")) == 3
