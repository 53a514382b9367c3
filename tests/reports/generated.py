"""Any report: strategies for the property tests of report formats."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import strategies as st

from tonecheck.reports.options import Detail, TextOptions
from tonecheck.types import (
    REPORTED_FACTS,
    Applicability,
    Category,
    Channel,
    Context,
    Demand,
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

HOSTILE = (
    "::error::x", "##[error]x", "a\r\n::warning::b", "]]>", "<script>alert(1)</script>", "a|b",
    "`x`", "```", "@user", "#12", "!12", "https://evil.example", "www.evil.example",
    "[x](https://evil.example)", "![x](y)", "</details>", "</code>", "<!--", "-->", "&lt;", "%0A",
    "{0}", "a,b:c", "\\|", "**x**", "- x", "+ x", "1. x", "# x", "=====", "\u202e", "\x1b[2J",
    "\x00", ":smile:", "$x$", "a@b.example", "\u2028", "\ufffe", "GH-12", "~label", "%12", "~~~",
)  # fmt: skip
"""Words of a message that mean something in some format."""

TEXT = st.text(max_size=30) | st.lists(st.sampled_from(HOSTILE), max_size=4).map(" ".join)
"""What a message, a file's name or a sentence may hold."""

RULE = st.from_regex(r"[a-z]{1,5}(-[a-z]{1,5}){0,2}", fullmatch=True)


NOTES = st.builds(Note, TEXT, st.none() | st.integers(1, 99), TEXT)


MINIMUMS = st.none() | st.integers(0, 100)
DEMANDS = st.builds(Demand, st.none() | st.sampled_from(Severity), MINIMUMS, MINIMUMS)


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
    source = draw(st.text(alphabet="aё\n\r🙂 ", max_size=30) | TEXT)
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
        demand=draw(DEMANDS),
    )  # fmt: skip


OPTIONS = st.builds(
    TextOptions,
    unicode=st.booleans(),
    language=st.none() | st.sampled_from(Language),
    detail=st.sampled_from(Detail),
)

REPORTS = st.builds(
    Report,
    st.lists(messages(), max_size=2).map(tuple),
    st.lists(st.builds(FileError, TEXT, TEXT), max_size=2).map(tuple),
    st.lists(NOTES, max_size=2).map(tuple),
)
