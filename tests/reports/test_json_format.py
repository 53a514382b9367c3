from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from importlib import resources

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reports.golden import golden
from tests.reports.samples import mixed, not_a_reminder
from tonecheck.reports.json_format import render, to_json
from tonecheck.reports.options import TextOptions
from tonecheck.types import (
    REPORTED_FACTS,
    Applicability,
    Category,
    Channel,
    Context,
    Edit,
    Fact,
    Factor,
    FactType,
    FileError,
    Finding,
    Fix,
    Kind,
    Language,
    MessageReport,
    Note,
    Report,
    Score,
    Severity,
    Stage,
    Suppressed,
    Suppression,
)

SCHEMA = json.loads(
    resources.files("tonecheck").joinpath("schema", "report.schema.json").read_text("utf-8")
)
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)

TEXT = st.text(max_size=30)
RULE = st.from_regex(r"[a-z]{1,5}(-[a-z]{1,5}){0,2}", fullmatch=True)
NOTES = st.builds(Note, TEXT, st.none() | st.integers(1, 99), TEXT)


@st.composite
def spans(draw: st.DrawFn, source: str) -> tuple[int, int]:
    start = draw(st.integers(0, len(source)))
    return start, draw(st.integers(start, len(source)))


@st.composite
def findings(draw: st.DrawFn, source: str) -> Finding:
    start, end = draw(spans(source))
    edits = st.builds(lambda span, new: Edit(span[0], span[1], new), spans(source), TEXT)
    fixes = st.builds(Fix, TEXT, st.sampled_from(Applicability), st.lists(edits).map(tuple), TEXT)
    guide = st.integers(1, 35).map("G{:02}".format)
    return Finding(
        draw(RULE), draw(st.sampled_from(Category)), draw(st.sampled_from(Severity)), draw(TEXT),
        draw(TEXT), tuple(draw(st.lists(guide, max_size=3))), start, end, source[start:end],
        draw(st.none() | TEXT), tuple(draw(st.lists(fixes, max_size=2))),
    )  # fmt: skip


@st.composite
def facts(draw: st.DrawFn, source: str, kind: FactType) -> Fact:
    start, end = draw(spans(source))
    value: st.SearchStrategy[Decimal | date | str | None] = st.none()
    currency = None
    if kind is FactType.AMOUNT:
        value = st.none() | st.decimals(0, 10**12, allow_nan=False, allow_infinity=False)
        currency = draw(st.none() | st.sampled_from(["USD", "RUB"]))
    elif kind is FactType.DUE_DATE:
        value = st.none() | st.dates()
    elif kind is FactType.INVOICE_REF:
        value = st.none() | TEXT
    placeholder = draw(st.booleans())
    return Fact(kind, source[start:end], start, end, draw(value), currency, placeholder)


@st.composite
def scores(draw: st.DrawFn, source: str) -> Score:
    def factor(span: tuple[int, int] | None, rule: str, points: int, message: str) -> Factor:
        return Factor(rule, points, message, *(span or (None, None)))

    factors = st.builds(factor, st.none() | spans(source), RULE, st.integers(-50, 100), TEXT)
    return Score(draw(st.integers(0, 100)), tuple(draw(st.lists(factors, max_size=3))))


@st.composite
def messages(draw: st.DrawFn) -> MessageReport:
    source = draw(st.text(alphabet="aё\n\r🙂 ", max_size=30))
    is_reminder = draw(st.booleans())
    kinds = st.sampled_from(REPORTED_FACTS)
    found = {kind: tuple(draw(st.lists(facts(source, kind), max_size=2)))
             for kind in draw(st.sets(kinds, max_size=3))}  # fmt: skip
    context = st.builds(
        Context, st.sampled_from(Language), st.sampled_from(Stage), st.sampled_from(Channel),
        st.sampled_from(Kind),
    )  # fmt: skip
    return MessageReport(
        draw(TEXT), draw(st.none() | TEXT), source, draw(context), draw(scores(source)),
        draw(scores(source)), found,
        tuple(draw(st.lists(findings(source), max_size=3))) if is_reminder else (),
        is_reminder,
        suppressed=tuple(draw(st.lists(
            st.builds(Suppressed, findings(source), st.sampled_from(Suppression), TEXT), max_size=2
        ))),
        notes=tuple(draw(st.lists(NOTES, max_size=2))),
    )  # fmt: skip


REPORTS = st.builds(
    Report,
    st.lists(messages(), max_size=2).map(tuple),
    st.lists(st.builds(FileError, TEXT, TEXT), max_size=2).map(tuple),
    st.lists(NOTES, max_size=2).map(tuple),
)


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
