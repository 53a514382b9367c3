"""GitHub annotations, read as the runner of GitHub Actions reads a log."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from hypothesis import given, settings

from tests.reports.generated import OPTIONS, REPORTS
from tests.reports.golden import golden
from tests.reports.samples import demanding, english, friendly, mixed, not_a_reminder
from tonecheck.reports.github import render
from tonecheck.reports.options import Detail, TextOptions
from tonecheck.types import Finding, Language, Report, Severity

COMMAND = re.compile(r"::(?P<level>[a-z-]+) (?P<properties>[^:]*)::(?P<data>.*)")


def unescaped(text: str) -> str:
    for code, sign in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(code, sign)
    return text


def read(log: str) -> list[tuple[str, dict[str, str], str]]:
    """The annotations in a log; a line that is another command is an error."""
    found = []
    for line in log.split("\n"):
        if line.lstrip().startswith("::"):
            command = COMMAND.fullmatch(line)
            assert command, line
            pairs = [pair.split("=", 1) for pair in command["properties"].split(",")]
            values = {key: unescaped(value) for key, value in pairs}
            found.append((command["level"], values, unescaped(command["data"])))
        else:
            assert "##[" not in line
    return found


def test_report_looks_as_agreed() -> None:
    text = render(demanding(mixed(), min_politeness=30), TextOptions())
    assert text == golden("github.txt", text)


@settings(max_examples=200)
@given(REPORTS, OPTIONS)
def test_any_report_is_read_as_it_was_meant(report: Report, options: TextOptions) -> None:
    text = render(report, options)
    assert "\r" not in text
    annotations = read(text)
    levels = Counter(level for level, _, _ in annotations)
    assert set(levels) <= {"error", "warning", "notice"}
    assert max(levels.values(), default=0) <= 10
    for _, values, message in annotations:
        assert set(values) <= {"file", "line", "endLine", "col", "endColumn", "title"}
        assert "\n" not in message
        if "endColumn" in values:
            assert values["line"] == values["endLine"]
            assert int(values["col"]) <= int(values["endColumn"])
    if options.detail is not Detail.QUIET:
        errors = len(report.errors)
        lines = len(text.splitlines()) if not report.messages and not errors else text.count("\n")
        found = sum(len(message.findings) for message in report.messages)
        assert lines >= found + errors + bool(report.messages or errors)


def test_the_gravest_come_first_and_the_rest_as_plain_lines() -> None:
    found = tuple(_named(number, Severity.WARNING) for number in range(12))
    worst = (_named(99, Severity.ERROR),)
    first = replace(english(), findings=found)
    second = replace(english(), path="worse.txt", findings=worst)
    log = render(Report((first, second)), TextOptions())
    annotations = read(log)
    assert [level for level, _, _ in annotations] == ["error", *["warning"] * 10]
    assert annotations[0][1]["file"] == "worse.txt"
    rest = [line for line in log.splitlines() if not line.startswith("::")]
    assert [line.split(" (")[-1] for line in rest[:2]] == ["rule-10)", "rule-11)"]
    assert rest[2] == "tonecheck: 2 messages: 1 error, 12 warnings"


def test_values_are_escaped() -> None:
    finding = replace(english().findings[0], message="50% now,\nplease: pay")
    message = replace(english(), path="a,b:c%.txt", findings=(finding,))
    log = render(Report((message,)), TextOptions())
    assert "file=a%2Cb%3Ac%25.txt," in log
    assert "::50%25 now, please: pay " in log
    assert read(log)[0][1]["file"] == "a,b:c%.txt"


def test_a_message_of_a_catalogue_is_named() -> None:
    log = render(Report((replace(english(), name="second"),)), TextOptions())
    assert read(log)[0][1]["title"] == "ignored-us (second)"


def test_a_good_run_is_one_line() -> None:
    report = Report((friendly(), not_a_reminder()))
    assert render(report, TextOptions()) == (
        "tonecheck: 1 message: nothing to improve; 1 file is not a reminder\n"
    )
    assert render(report, TextOptions(detail=Detail.QUIET)) == ""


def test_a_quiet_report_has_what_fails_the_run() -> None:
    log = render(Report((english(),)), TextOptions(detail=Detail.QUIET))
    assert {level for level, _, _ in read(log)} == {"error"}


def test_the_summary_speaks_the_language_asked_for() -> None:
    log = render(mixed(), TextOptions(language=Language.RU))
    assert log.splitlines()[-1].startswith("tonecheck: 3 сообщения: 4 ошибки")


def _named(number: int, severity: Severity) -> Finding:
    return replace(english().findings[0], rule=f"rule-{number:02}", severity=severity)
