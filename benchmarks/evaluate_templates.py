"""Facts, mistakes and false alarms in the library of templates.

    python benchmarks/evaluate_templates.py [--half develop|unread] [--catalogues] [-v]

A fact counts as there when every path of the template has it. A finding matches a label when the
categories agree and the spans overlap, as in ``tonecheck evaluate``.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tonecheck.engine import Checker
from tonecheck.labelled import LABELLED
from tonecheck.message import Message
from tonecheck.readers import ReadError, read_file
from tonecheck.types import (
    REPORTED_FACTS,
    Channel,
    Declared,
    Finding,
    Kind,
    Language,
    MessageReport,
    Severity,
    Stage,
)

LIBRARY = Path(__file__).resolve().parent.parent / "library"
SETS = ("python", "curly", "script", "server", "merge")

Label = dict[str, Any]


class Tally:
    """Hits, false alarms and misses by name."""

    def __init__(self) -> None:
        self.hits: Counter[str] = Counter()
        self.false: Counter[str] = Counter()
        self.missed: Counter[str] = Counter()

    def add(self, found: set[str], wanted: set[str]) -> None:
        """Compare what was found with what is there."""
        self.hits.update(found & wanted)
        self.false.update(found - wanted)
        self.missed.update(wanted - found)

    def line(self, name: str, *keys: str) -> str:
        """Precision, recall and F1 over some names."""
        hits, false, missed = (
            sum(c[key] for key in keys) for c in (self.hits, self.false, self.missed)
        )
        precision, recall = hits / max(1, hits + false), hits / max(1, hits + missed)
        f1 = 2 * hits / max(1, 2 * hits + false + missed)
        return f"  {name:18}{precision:8.2f}{recall:8.2f}{f1:8.2f}{hits + missed:8}"


def labelled(folders: tuple[str, ...], half: str) -> Iterator[tuple[Path, Label]]:
    """The labels of reminders that can be read, with their files."""
    for folder in folders:
        lines = (LIBRARY / folder / f"{half}.jsonl").read_text(encoding="utf-8").splitlines()
        for label in map(json.loads, lines):
            path = LIBRARY / folder / label["path"]
            if label.get("reminder", True):
                yield path, label


def message_of(path: Path, name: str | None) -> Message | None:
    """The message that a label is about; None where it is not found."""
    try:
        messages = read_file(path)
    except ReadError:
        return None
    return next((message for message in messages if message.name == name), None)


def check(path: Path, label: Label, message: Message) -> MessageReport:
    """The report on a message, at its labelled circumstances."""
    declared = Declared(
        language=Language(label["lang"]),
        stage=Stage(label["stage"]),
        channel=Channel(label["channel"]),
        kind=Kind(label.get("kind", "template")),
    )
    return Checker(declared).check_message(message, str(path), path.name)


def matches(finding: Finding, label: Label, message: Message) -> bool:
    """Whether a finding is the labelled mistake; a quote is one of the source or of its text."""
    quote = label["quote"]
    start = message.source.find(quote)
    end = start + len(quote)
    if start < 0:
        shown = message.text.find(quote)
        start, end = message.source_span(shown, shown + len(quote)) if shown >= 0 else (0, 0)
    overlap = finding.start < end and start < finding.end
    return finding.category.value == label["category"] and overlap


def main() -> None:
    """Print the figures of one half of the library."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--half", choices=("develop", "unread"), default="develop")
    parser.add_argument("--catalogues", action="store_true", help="the catalogues instead")
    parser.add_argument("-v", action="store_true", help="name what is wrong")
    options = parser.parse_args()
    facts, mistakes = Tally(), Counter[str]()
    clean = alarms = unread = 0
    folders = ("catalogues",) if options.catalogues else SETS
    for path, label in labelled(folders, options.half):
        message = message_of(path, label["name"])
        if message is None:
            unread += 1
            continue
        report = check(path, label, message)
        found = {
            fact.value
            for fact, places in report.facts.items()
            if places and fact not in report.sometimes and fact in REPORTED_FACTS
        }
        wanted = set(label["facts_present"])
        facts.add(found, wanted)
        findings = [
            finding
            for finding in report.findings
            if finding.category in LABELLED and finding.severity is not Severity.SUGGESTION
        ]
        clean += not label["mistakes"]
        alarms += not label["mistakes"] and bool(findings)
        for mistake in label["mistakes"]:
            hit = any(matches(finding, mistake, message) for finding in findings)
            mistakes["hit" if hit else "missed"] += 1
        for finding in findings:
            right = any(matches(finding, m, message) for m in label["mistakes"])
            mistakes["right" if right else "wrong"] += 1
            if options.v and not right:
                print(f"{path.name}: {finding.rule}: {finding.text[:80]!r}")
        if options.v and found != wanted:
            print(f"{path.name}: more {sorted(found - wanted)}, less {sorted(wanted - found)}")
    print(f"  {'':18}{'prec.':>8}{'recall':>8}{'F1':>8}{'labels':>8}")
    for name in sorted(facts.hits | facts.missed):
        print(facts.line(name, name))
    print(facts.line("all facts", *(facts.hits | facts.missed | facts.false)))
    precision = mistakes["right"] / max(1, mistakes["right"] + mistakes["wrong"])
    recall = mistakes["hit"] / max(1, mistakes["hit"] + mistakes["missed"])
    print(f"  mistakes: precision {precision:.2f}, recall {recall:.2f}")
    print(f"  clean templates with a false alarm: {alarms} of {clean}; not read: {unread}")


if __name__ == "__main__":
    main()
