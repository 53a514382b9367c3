"""The report as annotations of GitHub Actions: commands that a step writes to its log.

GitHub shows ten annotations of each level a step. So the gravest come first, and what is left
follows as plain lines of the log.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from tonecheck.reports.block import Layout
from tonecheck.reports.display import plain
from tonecheck.reports.options import Detail, TextOptions
from tonecheck.reports.paths import shown_path
from tonecheck.reports.region import Region
from tonecheck.reports.sheets import UNREADABLE, file_errors, one_line, said, sheets
from tonecheck.reports.speech import common_language
from tonecheck.reports.summary import headline
from tonecheck.types import Report, Severity

MOST = 10
"""How many annotations of a level GitHub shows for a step."""

_COMMANDS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.SUGGESTION: "notice",
}


@dataclass(frozen=True, slots=True)
class _Remark:
    """What an annotation is made of; without a region it is about the whole file."""

    severity: Severity
    path: str
    region: Region | None
    title: str
    text: str


def render(report: Report, options: TextOptions) -> str:
    """A report as workflow commands and a last line that sums it up; nothing to say, nothing."""
    remarks = sorted(_remarks(report, options), key=lambda remark: remark.severity.rank)
    quiet = options.detail is Detail.QUIET
    if not remarks and (quiet or not report.messages):
        return ""
    shown: Counter[Severity] = Counter()
    lines: list[str] = []
    for remark in remarks:
        shown[remark.severity] += 1
        fits = shown[remark.severity] <= MOST
        lines.append(_command(remark) if fits else _log_line(remark))
    layout = Layout(replace(options, color=False))
    summary = headline(report, layout, common_language(report.messages, options.language))
    lines.append(_harmless(f"tonecheck: {summary}"))
    text = "".join(f"{line}\n" for line in lines)
    return text if options.unicode else plain(text)


def _remarks(report: Report, options: TextOptions) -> Iterator[_Remark]:
    for error in file_errors(report):
        yield _Remark(Severity.ERROR, error.path, None, UNREADABLE, error.message)
    for page in sheets(report, options):
        for entry in page.shown(options):
            name = one_line(page.message.name or "")
            title = f"{entry.rule} ({name})" if name else entry.rule
            text = said(entry, page.language)
            yield _Remark(entry.severity, page.path, entry.region, title, text)


def _command(remark: _Remark) -> str:
    properties: dict[str, str | int] = {"file": remark.path}
    if remark.region:
        region = remark.region
        properties |= {"line": region.line, "endLine": region.end_line}
        # GitHub knows columns within one line only.
        if region.line == region.end_line:
            properties["col"] = region.column
        if region.line == region.end_line and region.start < region.end:
            properties["endColumn"] = region.end_column - 1
    properties["title"] = remark.title
    given = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{_COMMANDS[remark.severity]} {given}::{_data(remark.text)}"


def _log_line(remark: _Remark) -> str:
    """A line of the log that is no command."""
    place = f":{remark.region.line}:{remark.region.column}" if remark.region else ""
    path = shown_path(remark.path)
    said = f"{path}{place}: {_COMMANDS[remark.severity]}: {remark.text} ({remark.title})"
    return _harmless(f"- {said}")


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _harmless(line: str) -> str:
    """A line in which the runner finds none of its older commands (``##[error]``)."""
    return line.replace("##[", "## [")
