"""What the rules find in single sentences: ``sentences.json`` and ``facts.json`` of ``corpora/``.

    python benchmarks/sentences.py

For each category: the share of sentences with a mistake in which it is found, and the share of
innocent look-alikes that raise any alarm. For each fact: recall and precision.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

from tonecheck.engine import Checker
from tonecheck.evaluation import LABELLED_FACTS
from tonecheck.labelled import LABELLED
from tonecheck.types import Channel, Declared, Finding, Language, Severity

CORPORA = Path(__file__).resolve().parent.parent / "corpora"


def alarms(findings: tuple[Finding, ...]) -> list[Finding]:
    """The findings that count: a labelled category at severity error or warning."""
    return [f for f in findings if f.category in LABELLED and f.severity is not Severity.SUGGESTION]


def mistakes(checker: Checker, folder: Path) -> None:
    """Print how many mistakes are found and how many innocent sentences raise an alarm."""
    marked, found, innocent, alarmed = Counter(), Counter(), Counter(), Counter()
    for entry in json.loads((folder / "sentences.json").read_text(encoding="utf-8")):
        category, quote = entry["category"], entry["quote"]
        findings = alarms(checker.check_text(entry["text"]).findings)
        if quote is None:
            innocent[category] += 1
            alarmed[category] += bool(findings)
            continue
        start = entry["text"].index(quote)
        end = start + len(quote)
        marked[category] += 1
        found[category] += any(
            f.category.value == category and f.start < end and start < f.end for f in findings
        )
    for category in marked:
        print(
            f"  {category:12} found {found[category]:>3} of {marked[category]:>3}"
            f" ({found[category] / marked[category]:.2f}), innocent alarmed"
            f" {alarmed[category]} of {innocent[category]}"
        )


def facts(checker: Checker, folder: Path) -> None:
    """Print recall and precision of each fact."""
    present, hit, wrong = Counter(), Counter(), Counter()
    for entry in json.loads((folder / "facts.json").read_text(encoding="utf-8")):
        there = checker.check_text(entry["text"]).facts
        for fact in LABELLED_FACTS:
            if fact.value in entry["facts"]:
                present[fact] += 1
                hit[fact] += bool(there[fact])
            else:
                wrong[fact] += bool(there[fact])
    for fact in LABELLED_FACTS:
        print(
            f"  {fact.value:15} recall {hit[fact] / present[fact]:.2f}"
            f" precision {hit[fact] / (hit[fact] + wrong[fact]):.2f}"
        )


def main() -> None:
    for language in Language:
        checker = Checker(Declared(language=language, channel=Channel.MESSENGER))
        print(language.value)
        mistakes(checker, CORPORA / language.value)
        facts(checker, CORPORA / language.value)


if __name__ == "__main__":
    main()
