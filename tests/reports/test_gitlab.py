"""GitLab code quality: what its documentation asks for, fingerprints unique in a report."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import jsonschema
from hypothesis import given, settings

from tests.reports.generated import OPTIONS, REPORTS
from tests.reports.golden import golden
from tests.reports.samples import demanding, english, friendly, mixed, not_a_reminder
from tonecheck.reports.gitlab import render
from tonecheck.reports.options import TextOptions
from tonecheck.types import Report

LINE = {"type": "integer", "minimum": 1}
SCHEMA: dict[str, Any] = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string"},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{32}$"},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": r"^(?!\./)"},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": LINE, "end": LINE},
                    },
                },
            },
        },
    },
}
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


def issues(report: Report, options: TextOptions | None = None) -> list[dict[str, Any]]:
    data: list[dict[str, Any]] = json.loads(render(report, options or TextOptions()))
    VALIDATOR.validate(data)
    return data


def test_report_looks_as_agreed() -> None:
    text = render(demanding(mixed(), min_politeness=30), TextOptions())
    assert text == golden("gitlab.json", text)


@settings(max_examples=100)
@given(REPORTS, OPTIONS)
def test_any_report_is_valid_and_complete(report: Report, options: TextOptions) -> None:
    data = issues(report, options)
    found = sum(len(message.findings) for message in report.messages)
    scores = [issue for issue in data if issue["check_name"] in ("politeness", "clarity")]
    assert len(data) == found + len(report.errors) + len(scores)
    assert len({issue["fingerprint"] for issue in data}) == len(data)


def test_the_same_message_in_two_files_and_twice_in_one_has_other_fingerprints() -> None:
    other = replace(english(), path="drafts/copy.txt")
    data = issues(Report((english(), english(), other)))
    assert len({issue["fingerprint"] for issue in data}) == len(data)
    assert issues(Report((english(),)))[0] == data[0]


def test_good_messages_have_no_issues() -> None:
    assert render(Report((friendly(), not_a_reminder())), TextOptions()) == "[]\n"
