"""JUnit XML: read back with a parser, elements and attributes as Jenkins' schema has them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from junitparser import Error, Failure, JUnitXml, Skipped

from tests.reports.generated import OPTIONS, REPORTS
from tests.reports.golden import golden
from tests.reports.samples import UNREADABLE, demanding, english, friendly, mixed, not_a_reminder
from tonecheck.reports.junit import render
from tonecheck.reports.options import TextOptions
from tonecheck.types import Report, Severity

# Of each element: its children, the attributes that it must have and those that it may have.
GRAMMAR: dict[str, tuple[set[str], set[str], set[str]]] = {
    "testsuites": ({"testsuite"}, set(), {"name", "tests", "failures", "errors"}),
    "testsuite": ({"testcase"}, {"name", "tests", "failures", "errors"}, {"skipped", "file"}),
    "testcase": ({"failure", "error", "skipped", "system-out"}, {"name"}, {"classname"}),
    "failure": (set(), set(), {"type", "message"}),
    "error": (set(), set(), {"type", "message"}),
    "skipped": (set(), set(), {"type", "message"}),
    "system-out": (set(), set(), set()),
}


def test_report_looks_as_agreed() -> None:
    text = render(demanding(mixed(), min_politeness=30), TextOptions())
    assert text == golden("junit.xml", text)


@settings(max_examples=100)
@given(REPORTS, OPTIONS)
def test_any_report_is_read_back(report: Report, options: TextOptions) -> None:
    text = render(report, options)
    assert options.unicode or text.isascii()
    root = ElementTree.fromstring(text.encode())
    for element in root.iter():
        children, needed, allowed = GRAMMAR[element.tag]
        assert {child.tag for child in element} <= children
        assert needed <= set(element.attrib) <= needed | allowed
    cases = [case for suite in JUnitXml.fromstring(text.encode()) for case in suite]
    assert len(cases) == len(report.messages) + len(report.errors)
    results = [result for case in cases for result in case.result]
    assert root.get("tests") == str(len(cases))
    assert root.get("failures") == str(sum(isinstance(r, Failure) for r in results))
    assert root.get("errors") == str(sum(isinstance(r, Error) for r in results))
    assert len(report.errors) == sum(isinstance(r, Error) for r in results)
    assert sum(not m.is_reminder for m in report.messages) == sum(
        isinstance(r, Skipped) for r in results
    )


@pytest.mark.parametrize(
    ("demand", "rules"),
    [
        ({}, ["ignored-us", "legal-threat"]),
        ({"fail_on": None}, []),
        ({"fail_on": None, "min_politeness": 30}, ["politeness"]),
    ],
)
def test_a_failure_has_a_line_for_all_that_fails_the_run(
    demand: dict[str, Any], rules: list[str]
) -> None:
    report = demanding(Report((english(),)), **demand)
    root = ElementTree.fromstring(render(report, TextOptions()).encode())
    failures = list(root.iter("failure"))
    lines = [line for failure in failures for line in (failure.text or "").split("\n") if line]
    assert [line.split(": ")[2] for line in lines] == rules
    others = next(root.iter("system-out")).text or ""
    assert len(others.strip().split("\n")) == 10 - len(set(rules) - {"politeness"})


def test_warnings_fail_where_they_are_asked_to() -> None:
    text = render(demanding(Report((english(),)), fail_on=Severity.SUGGESTION), TextOptions())
    assert "10 findings; " in text
    assert "<system-out>" not in text


def test_messages_of_one_file_are_tests_of_one_suite() -> None:
    both = Report((replace(friendly(), name="one"), replace(friendly(), name="two")))
    (suite,) = ElementTree.fromstring(render(both, TextOptions()).encode())
    assert suite.get("tests") == "2"
    assert [case.get("name") for case in suite] == ["one", "two"]


def test_what_is_no_reminder_is_skipped_and_what_cannot_be_read_is_an_error() -> None:
    text = render(Report((not_a_reminder(),), (UNREADABLE,)), TextOptions())
    root = ElementTree.fromstring(text.encode())
    assert (root.get("failures"), root.get("errors")) == ("0", "1")
    assert len(list(root.iter("skipped"))) == 1


@pytest.mark.parametrize("sign", ["\x00", "\x0b", "\ufffe", "\udc80", "]]>", "<a/>"])
def test_signs_that_xml_does_not_know(sign: str) -> None:
    finding = replace(english().findings[4], message=f"a{sign}b")
    text = render(
        Report((replace(english(), path=f"a{sign}b", findings=(finding,)),)), TextOptions()
    )
    root = ElementTree.fromstring(text.encode())
    expected = sign if sign in ("]]>", "<a/>") else "\ufffd"
    assert f"a{expected}b" in (next(root.iter("failure")).text or "").replace("a b", "a\ufffdb")
