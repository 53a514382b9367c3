"""The report as GitLab's Code Quality reads it: a list of issues in JSON."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator

from tonecheck.fingerprints import unique_fingerprint
from tonecheck.reports.json_format import Json
from tonecheck.reports.options import TextOptions
from tonecheck.reports.sheets import UNREADABLE, file_errors, said, sheets
from tonecheck.types import Report, Severity

SEVERITIES = {
    Severity.ERROR: "critical",
    Severity.WARNING: "major",
    Severity.SUGGESTION: "minor",
}
"""Each severity as GitLab calls it; a file that could not be checked is a ``blocker``."""


def render(report: Report, options: TextOptions) -> str:
    """A report as a list of issues; characters beyond ASCII are escaped where there are none."""
    issues = list(_issues(report, options))
    return json.dumps(issues, ensure_ascii=not options.unicode, indent=2) + "\n"


def _issues(report: Report, options: TextOptions) -> Iterator[Json]:
    seen: Counter[tuple[str, str]] = Counter()

    def issue(
        text: str, rule: str, fingerprint: str, severity: str, path: str, lines: tuple[int, int]
    ) -> Json:
        seen[path, fingerprint] += 1
        return {
            "description": text,
            "check_name": rule,
            "fingerprint": unique_fingerprint(fingerprint, path, seen[path, fingerprint]),
            "severity": severity,
            "location": {"path": path, "lines": {"begin": lines[0], "end": lines[1]}},
        }

    for error in file_errors(report):
        yield issue(error.message, UNREADABLE, UNREADABLE, "blocker", error.path, (1, 1))
    for page in sheets(report, options):
        for entry in page.entries:
            yield issue(
                said(entry, page.language),
                entry.rule,
                entry.fingerprint,
                SEVERITIES[entry.severity],
                page.path,
                (entry.region.line, entry.region.end_line),
            )
