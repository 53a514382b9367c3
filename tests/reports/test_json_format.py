from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from importlib import resources

import jsonschema
import pytest
from hypothesis import given, settings

from tests.reports.generated import REPORTS, messages
from tests.reports.golden import golden
from tests.reports.samples import mixed, not_a_reminder
from tonecheck.reports.json_format import render, to_json
from tonecheck.reports.options import TextOptions
from tonecheck.types import (
    Applicability,
    Context,
    Edit,
    Fact,
    FactType,
    Fix,
    Language,
    MessageReport,
    Report,
    Score,
    Severity,
)

SCHEMA = json.loads(
    resources.files("tonecheck").joinpath("schema", "report.schema.json").read_text("utf-8")
)
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_report_looks_as_agreed() -> None:
    text = render(mixed(), TextOptions())
    assert text == golden("report.json", text)


@settings(max_examples=60, deadline=None)
@given(REPORTS)
def test_any_report_fits_the_schema_and_keeps_its_numbers(report: Report) -> None:
    data = json.loads(render(report, TextOptions()))
    VALIDATOR.validate(data)
    assert data["summary"]["messages"] == len(data["messages"])
    for severity in Severity:
        listed = [f for m in data["messages"] for f in m["findings"] if f["severity"] == severity]
        assert data["summary"][f"{severity.value}s"] == len(listed)


@settings(max_examples=60, deadline=None)
@given(messages())
def test_lines_and_columns_lead_to_the_offsets(message: MessageReport) -> None:
    data = json.loads(render(Report((message,)), TextOptions()))
    lines = message.source.replace("\r\n", "\n\n").replace("\r", "\n").split("\n")
    for finding in data["messages"][0]["findings"]:
        if "\r\n" not in message.source:
            before = sum(len(line) + 1 for line in lines[: finding["line"] - 1])
            assert before + finding["column"] - 1 == finding["start"]
        assert (finding["line"], finding["column"]) <= (finding["end_line"], finding["end_column"])


def test_keys_stand_in_the_order_of_the_contract() -> None:
    data = json.loads(render(mixed(), TextOptions()))
    message = data["messages"][0]
    assert list(data) == ["version", "messages", "errors", "summary", "notes"]
    assert list(message) == [
        "path", "name", "language", "stage", "channel", "kind", "scores", "facts", "findings",
        "suppressed",
    ]  # fmt: skip
    assert list(message["facts"]) == [
        "amount", "due_date", "invoice_ref", "payment_method", "contact", "thanks", "empathy",
        "flexibility", "evidence",
    ]  # fmt: skip
    assert list(message["findings"][0]) == [
        "rule", "category", "severity", "message", "advice", "guide", "text", "branch", "start",
        "end", "line", "column", "end_line", "end_column", "fixes",
    ]  # fmt: skip


def test_a_fix_says_why_it_is_not_safe() -> None:
    edits = (Edit(0, 0, "x"),)
    fixes = (
        Fix("one", Applicability.UNSAFE, edits, "it may be a name"),
        Fix("two", Applicability.SAFE, edits),
        Fix("a tip", Applicability.UNSAFE, (), "nothing is changed"),
    )
    first = mixed().messages[0]
    message = replace(first, findings=(replace(first.findings[0], fixes=fixes),))
    data = json.loads(render(Report((message,)), TextOptions()))
    shown = data["messages"][0]["findings"][0]["fixes"]
    assert [list(fix) for fix in shown] == [["label", "applicability", "caution", "edits"]] * 3
    assert [fix["caution"] for fix in shown] == ["it may be a name", None, None]


@pytest.mark.parametrize(
    ("value", "text"),
    [("310", "310.00"), ("1250.5", "1250.50"), ("1E+3", "1000.00"), ("0.125", "0.125")],
)
def test_an_amount_has_two_decimals_at_least(value: str, text: str) -> None:
    fact = Fact(FactType.AMOUNT, "", 0, 0, Decimal(value), "GBP")
    data = json.loads(json.dumps(to_json(Report((_with(fact),)))))
    assert data["messages"][0]["facts"]["amount"][0]["value"] == text


def test_a_placeholder_has_no_value() -> None:
    fact = Fact(FactType.DUE_DATE, "{{ due }}", 0, 0, placeholder=True)
    data = json.loads(json.dumps(to_json(Report((_with(fact),)))))
    assert data["messages"][0]["facts"]["due_date"] == [
        {"text": "{{ due }}", "value": None, "placeholder": True, "start": 0, "end": 0}
    ]


def test_what_is_not_a_reminder_has_no_scores() -> None:
    data = json.loads(render(Report((not_a_reminder(),)), TextOptions()))
    assert data["messages"][0]["scores"]["politeness"] == {"value": None, "factors": []}


def test_a_stream_without_unicode_gets_the_same_data() -> None:
    plain = render(mixed(), TextOptions(unicode=False))
    assert plain.isascii()
    assert json.loads(plain) == json.loads(render(mixed(), TextOptions()))


def _with(fact: Fact) -> MessageReport:
    return MessageReport(
        "x", None, "", Context(Language.EN), Score(0), Score(0), {fact.type: (fact,)}, ()
    )
