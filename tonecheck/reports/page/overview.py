"""The library as a whole: how scores are spread, and what was found by category, rule, folder."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median_low
from typing import Generic, TypeVar

from tonecheck.reports.page.message import Shown
from tonecheck.types import Category, Finding, Severity

STEP = 10
"""Scores are counted in steps of ten; the last step holds the 100, too."""

MANY = 20
"""Of more folders only the upper ones are listed."""

_Key = TypeVar("_Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Spread:
    """How one score is spread over the messages; of each its value and the least asked for."""

    name: str
    scores: Sequence[tuple[int, int | None]]

    @property
    def values(self) -> list[int]:
        """The values, in the order of the messages."""
        return [value for value, _ in self.scores]

    @property
    def minimum(self) -> int | None:
        """The least that is asked for; None where it is not the same for all messages."""
        minimums = {minimum for _, minimum in self.scores}
        return minimums.pop() if len(minimums) == 1 else None

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
    def middle(self) -> int:
        """The score in the middle."""
        return median_low(self.values)

    @property
    def below(self) -> int:
        """The number of messages below what was asked for."""
        return sum(minimum is not None and value < minimum for value, minimum in self.scores)


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
        found = [(m.number, f) for m in messages for f in m.report.findings]
        self.findings = len(found)
        self.counts = _counts(f for _, f in found)
        self.spreads = [
            Spread(name, [m.scores[index][1:] for m in messages])
            for index, name in enumerate(("politeness", "clarity"))
        ]
        self.has_minimum = any(spread.minimum is not None for spread in self.spreads)
        self.categories = _rows((f.category, n, f) for n, f in found)
        self.rules = _rows((f.rule, n, f) for n, f in found)
        self.folders = _folders(messages)
        self.paths = sorted({m.folder for m in messages} | {row.path for row in self.folders})


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
    """The folders by name; where they are many, with all that lies below them."""
    depth = _depth({m.folder for m in messages})
    groups: dict[str, list[Shown]] = {}
    for message in messages:
        groups.setdefault(_upper(message.folder, depth), []).append(message)
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


def _depth(folders: Collection[str]) -> int:
    """How many parts of their paths are shown, so that there are at most ``MANY`` folders.

    At least as many are shown as make two folders of them.
    """
    deepest = max((folder.count("/") + 1 for folder in folders), default=1)
    kinds = [len({_upper(folder, depth) for folder in folders}) for depth in range(deepest + 1)]
    fitting = [depth for depth, number in enumerate(kinds) if number <= MANY]
    parting = next((depth for depth, number in enumerate(kinds) if number > 1), deepest)
    return max(*fitting, parting)


def _upper(folder: str, depth: int) -> str:
    return "/".join(folder.split("/")[:depth])
