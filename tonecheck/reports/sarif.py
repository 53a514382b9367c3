"""The report as SARIF 2.1.0, for code scanning and for editors.

Of the format only what GitHub's code scanning accepts is used. Columns and offsets count code
points, as everywhere in tonecheck. GitHub opens an alert for a result that is suppressed, too, so
only a verbose report has those.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

from tonecheck.reports.json_format import Json
from tonecheck.reports.options import Detail, TextOptions
from tonecheck.reports.paths import as_uri, is_relative
from tonecheck.reports.region import Region, exact_region
from tonecheck.reports.sheets import Entry, Sheet, file_errors, one_line, said, sheets
from tonecheck.reports.speech import common_language
from tonecheck.reports.words import STDIN
from tonecheck.types import FileError, Fix, Language, Report, Severity, Suppressed, Suppression
from tonecheck.version import __version__

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
"""The schema that the report names and keeps to."""

ROOT = "%SRCROOT%"
"""What relative paths are relative to: the folder that tonecheck was started in."""

FINGERPRINT = "tonecheck/v1"
"""The name of our fingerprints; GitHub's action adds one of its own from the line."""

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.SUGGESTION: "note"}
"""Each severity as a level of SARIF."""

KINDS = {Suppression.IN_SOURCE: "inSource", Suppression.BASELINE: "external"}
"""Where it stands that a finding is not to be told, in the words of SARIF."""

# Readers of SARIF put values for {0} and take [words](1) for a link.
_GAP = re.compile(r"\{(\d+)\}")
_LINK = re.compile(r"[\[\]\\]")


def render(report: Report, options: TextOptions) -> str:
    """A report as SARIF; characters beyond ASCII are escaped where the stream has none."""
    data = json.dumps(to_sarif(report, options), ensure_ascii=not options.unicode, indent=2)
    return data + "\n"


def to_sarif(report: Report, options: TextOptions) -> dict[str, Json]:
    """A report in the shape of the standard: one log with one run."""
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(report, options)]}


def _run(report: Report, options: TextOptions) -> Json:
    language = common_language(report.messages, options.language)
    pages = list(sheets(report, options))
    errors = list(file_errors(report))
    indices = {
        path: number
        for number, path in enumerate(
            dict.fromkeys([*(page.path for page in pages), *(error.path for error in errors)])
        )
    }
    results = [(page, entry) for page in pages for entry in _entries(page, options)]
    rules = _rules([entry for _, entry in results], options, language)
    numbers = {str(rule["id"]): number for number, rule in enumerate(rules)}
    return {
        "tool": {
            "driver": {
                "name": "tonecheck",
                "version": __version__,
                "semanticVersion": __version__,
                "language": language.value,
                "rules": list(rules),
            }
        },
        "language": language.value,
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "originalUriBaseIds": {ROOT: {"description": _message("The folder of the run.")}},
        "invocations": [_invocation(errors, indices)],
        "artifacts": [
            {
                "location": _artifact(path),
                "roles": ["standardStream" if path == STDIN else "analysisTarget"],
            }
            for path in indices
        ],
        "results": [
            _result(entry, page, numbers[entry.rule], indices[page.path]) for page, entry in results
        ],
    }


def _entries(page: Sheet, options: TextOptions) -> tuple[Entry, ...]:
    """What is told of a message."""
    is_verbose = options.detail is Detail.VERBOSE
    return (*page.entries, *page.suppressed) if is_verbose else page.entries


def _rules(
    entries: Sequence[Entry], options: TextOptions, language: Language
) -> list[dict[str, Json]]:
    """The rules that found something, by name."""
    from tonecheck.reports.sarif_rules import described, described_from

    first = {entry.rule: entry for entry in reversed(entries)}
    book = options.rules() if first else {}
    return [
        described(book[name], language) if name in book else described_from(entry, language)
        for name, entry in sorted(first.items())
    ]


def _invocation(errors: Sequence[FileError], indices: dict[str, int]) -> Json:
    return {
        "executionSuccessful": not errors,
        "toolExecutionNotifications": [
            {
                "level": "error",
                "message": _message(error.message),
                "locations": [
                    {"physicalLocation": {
                        "artifactLocation": _artifact(error.path, indices[error.path])
                    }}
                ],
            }
            for error in errors
        ],
    }  # fmt: skip


def _result(entry: Entry, page: Sheet, rule_index: int, artifact_index: int) -> Json:
    location = _artifact(page.path, artifact_index)
    place: dict[str, Json] = {
        "physicalLocation": {"artifactLocation": location, "region": _region(entry.region)}
    }
    if page.message.name:
        place["logicalLocations"] = [{"name": one_line(page.message.name), "kind": "resource"}]
    result: dict[str, Json] = {
        "ruleId": entry.rule,
        "ruleIndex": rule_index,
        "level": LEVELS[entry.severity],
        "message": _message(said(entry, page.language)),
        "locations": [place],
        "partialFingerprints": {FINGERPRINT: entry.fingerprint},
    }
    # The standard allows no fix twice.
    fixes = dict.fromkeys(fix for fix in entry.fixes if fix.edits)
    if fixes:
        result["fixes"] = [_fix(fix, page, location) for fix in fixes]
    if entry.suppressed:
        result["suppressions"] = [_suppression(entry.suppressed)]
    properties: dict[str, Json] = {}
    if entry.finding:
        properties["category"] = entry.finding.category.value
        properties["guide"] = list(entry.finding.guide)
    if entry.branch:
        properties["branch"] = one_line(entry.branch)
    if properties:
        result["properties"] = properties
    return result


def _suppression(suppressed: Suppressed) -> Json:
    said: dict[str, Json] = {"kind": KINDS[suppressed.kind], "status": "accepted"}
    if suppressed.reason:
        said["justification"] = one_line(suppressed.reason)
    return said


def _fix(fix: Fix, page: Sheet, location: Json) -> Json:
    return {
        "description": _message(f"{fix.label} ({fix.caution})" if fix.caution else fix.label),
        "artifactChanges": [
            {
                "artifactLocation": location,
                "replacements": [
                    {
                        "deletedRegion": _region(exact_region(page.lines, edit.start, edit.end)),
                        "insertedContent": {"text": edit.replacement},
                    }
                    for edit in fix.edits
                ],
            }
        ],
        "properties": {"applicability": fix.applicability.value},
    }


def _artifact(path: str, index: int | None = None) -> dict[str, Json]:
    location: dict[str, Json] = {"uri": as_uri(path)}
    if is_relative(path):
        location["uriBaseId"] = ROOT
    if index is not None:
        location["index"] = index
    return location


def _region(region: Region) -> Json:
    return {
        "startLine": region.line,
        "startColumn": region.column,
        "endLine": region.end_line,
        "endColumn": region.end_column,
        "charOffset": region.start,
        "charLength": region.end - region.start,
    }


def _message(text: str) -> dict[str, Json]:
    """A message in which nothing is taken for a gap or a link."""
    text = _GAP.sub(r"{{\1}}", one_line(text))
    if "](" in text:
        text = _LINK.sub(lambda found: "\\" + found[0], text)
    return {"text": text or "…"}
