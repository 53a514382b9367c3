"""The library as a whole: how scores are spread, and what was found by category, rule, folder."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median_low
from typing import Generic, TypeVar

from tonecheck.reports.page.message import Shown
from tonecheck.types import Category, Finding, Severity

STEP = 10
"""Scores are counted in steps of ten; the last step holds the 100, too."""

_Key = TypeVar("_Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Spread:
    """How one score is spread over the messages: numbers of messages by step of ten."""

    name: str
    values: Sequence[int]
    minimum: int | None

    @property
    def bins(self) -> list[tuple[int, int, int]]:
        """The first and the last score of each step and the number of messages with these."""
        steps = Counter(min(value // STEP, 100 // STEP - 1) for value in self.values)
        return [
            (step * STEP, 100 if step == 9 else step * STEP + STEP - 1, steps[step])
            for step in range(100 // STEP)
        ]

    @property
    def most(self) -> int:
        """The number of messages in the fullest step; one at least."""
        return max(1, *(number for *_, number in self.bins))

    @property
    def middle(self) -> int | None:
        """The score in the middle; None without messages."""
        return median_low(self.values) if self.values else None

    @property
    def below(self) -> int:
        """The number of messages below the least that was asked for."""
        minimum = self.minimum
        return 0 if minimum is None else sum(value < minimum for value in self.values)


@dataclass(frozen=True, slots=True)
class Row(Generic[_Key]):
    """The findings of one category or rule."""

    key: _Key
    category: Category
    counts: Mapping[Severity, int]
    messages: int

    @property
    def total(self) -> int:
        """The number of findings."""
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True)
class Folder:
    """The messages of one folder: their number, average scores, and findings that matter."""

    path: str
    messages: int
    politeness: int
    clarity: int
    errors: int
    warnings: int


class Overview:
    """Figures about the messages of a page."""

    def __init__(self, messages: Sequence[Shown]) -> None:
        self.messages = len(messages)
        self.files = len({m.report.path for m in messages})
        self.with_errors = sum(m.counts[Severity.ERROR] > 0 for m in messages)
        self.flawless = sum(not m.report.findings for m in messages)
        self.low = sum(m.is_low for m in messages)
        found = [(m.number, f) for m in messages for f in m.report.findings]
        self.findings = len(found)
        self.counts = _counts(f for _, f in found)
        self.spreads = [
            Spread(name, [m.scores[index][1].value for m in messages], minimum)
            for index, (name, _, minimum) in enumerate(messages[0].scores if messages else ())
        ]
        self.categories = _rows((f.category, n, f) for n, f in found)
        self.rules = _rows((f.rule, n, f) for n, f in found)
        self.folders = _folders(messages)


def _counts(findings: Iterable[Finding]) -> dict[Severity, int]:
    found = Counter(f.severity for f in findings)
    return {severity: found[severity] for severity in Severity}


def _rows(found: Iterable[tuple[_Key, int, Finding]]) -> list[Row[_Key]]:
    """Findings by a key: those with the most errors first, then the most warnings and so on."""
    groups: dict[_Key, list[tuple[int, Finding]]] = {}
    for key, number, finding in found:
        groups.setdefault(key, []).append((number, finding))
    rows = [
        Row(
            key,
            group[0][1].category,
            _counts(f for _, f in group),
            len({number for number, _ in group}),
        )
        for key, group in groups.items()
    ]
    return sorted(rows, key=lambda row: ([-n for n in row.counts.values()], str(row.key)))


def _folders(messages: Sequence[Shown]) -> list[Folder]:
    """The folders by name."""
    groups: dict[str, list[Shown]] = {}
    for message in messages:
        groups.setdefault(message.folder, []).append(message)
    return [
        Folder(
            path,
            len(group),
            round(sum(m.report.politeness.value for m in group) / len(group)),
            round(sum(m.report.clarity.value for m in group) / len(group)),
            sum(m.counts[Severity.ERROR] for m in group),
            sum(m.counts[Severity.WARNING] for m in group),
        )
        for path, group in sorted(groups.items())
    ]
