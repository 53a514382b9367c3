"""How well the rules do on labelled messages: ``tonecheck evaluate``.

Counting follows the contract: a finding matches a label when their categories agree and their
spans overlap; only the nine labelled categories at severity error or warning count; missing
facts are judged by the facts found, overload and send time by message.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tonecheck.engine import Checker
from tonecheck.labelled import LABELLED, Label, LabelledMessage, read_labelled
from tonecheck.readers import from_parts
from tonecheck.types import (
    Category,
    Declared,
    FactType,
    Finding,
    Language,
    MessageReport,
    Severity,
)

LABELLED_FACTS = (
    FactType.AMOUNT,
    FactType.DUE_DATE,
    FactType.INVOICE_REF,
    FactType.PAYMENT_METHOD,
    FactType.CONTACT,
    FactType.THANKS,
    FactType.FLEXIBILITY,
    FactType.EVIDENCE,
)


@dataclass(slots=True)
class Tally:
    """Hits, misses and false alarms of one thing that is looked for."""

    hits: int = 0
    labels: int = 0
    right: int = 0
    found: int = 0

    @property
    def precision(self) -> float | None:
        """The share of what was found that is right; None where nothing was found."""
        return self.right / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        """The share of the labels that were found; None without labels."""
        return self.hits / self.labels if self.labels else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall; None without labels and findings."""
        if not self.labels and not self.found:
            return None
        precision, recall = self.precision or 0.0, self.recall or 0.0
        total = precision + recall
        return 2 * precision * recall / total if total else 0.0

    def add(self, other: Tally) -> None:
        """Count another tally in."""
        self.hits += other.hits
        self.labels += other.labels
        self.right += other.right
        self.found += other.found

    def count(self, expected: bool, found: bool) -> None:
        """Count a yes-or-no question about a whole message."""
        both = expected and found
        self.add(Tally(int(both), int(expected), int(both), int(found)))


@dataclass(frozen=True, slots=True)
class Difference:
    """A label that nothing matched, or a finding that matched no label."""

    message: str
    category: Category
    missed: bool
    text: str
    rule: str | None = None


@dataclass(slots=True)
class LanguageResult:
    """All figures of one language.

    ``politeness`` and ``clarity`` are pairs of rank and score, ``courtesy`` those of politeness
    among the messages without a mistake.
    """

    messages: int = 0
    clean: int = 0
    clean_with_alarm: int = 0
    categories: dict[Category, Tally] = field(
        default_factory=lambda: {c: Tally() for c in LABELLED}
    )
    facts: dict[FactType, Tally] = field(
        default_factory=lambda: {f: Tally() for f in LABELLED_FACTS}
    )
    overload: Tally = field(default_factory=Tally)
    timing: Tally = field(default_factory=Tally)
    politeness: list[tuple[float, float]] = field(default_factory=list)
    courtesy: list[tuple[float, float]] = field(default_factory=list)
    clarity: list[tuple[float, float]] = field(default_factory=list)

    def all_spans(self) -> Tally:
        """All nine categories together."""
        return _sum(self.categories.values())

    def all_facts(self) -> Tally:
        """All labelled facts together."""
        return _sum(self.facts.values())


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The result of an evaluation: figures by language, and every difference."""

    languages: dict[Language, LanguageResult]
    differences: tuple[Difference, ...]


def evaluate(paths: Sequence[Path], checker_for: Callable[[Declared], Checker]) -> Evaluation:
    """Check labelled messages against their labels.

    Args:
        paths: JSON Lines files, or folders of them.
        checker_for: makes a checker under given circumstances.

    Raises:
        TonecheckError: no labelled messages there, or a line that is none.
    """
    results: dict[Language, LanguageResult] = {}
    differences: list[Difference] = []
    for labelled in read_labelled(paths):
        message = from_parts(labelled.subject, labelled.text)
        report = checker_for(labelled.declared).check_message(message, labelled.id)
        result = results.setdefault(labelled.language, LanguageResult())
        differences.extend(_compare(labelled, report, result))
    return Evaluation(results, tuple(differences))


def _compare(
    labelled: LabelledMessage, report: MessageReport, result: LanguageResult
) -> Iterator[Difference]:
    labels = labelled.labels(report.source)
    serious = [f for f in report.findings if f.severity is not Severity.SUGGESTION]
    findings = [f for f in serious if f.category in LABELLED]
    result.messages += 1
    if not labels:
        result.clean += 1
        result.clean_with_alarm += bool(findings)
    for label in labels:
        tally = result.categories[label.category]
        hit = any(_match(label, f) for f in findings)
        tally.labels += 1
        tally.hits += hit
        if not hit:
            yield Difference(labelled.id, label.category, True, label.quote)
    for finding in findings:
        tally = result.categories[finding.category]
        right = any(_match(label, finding) for label in labels)
        tally.found += 1
        tally.right += right
        if not right:
            yield Difference(labelled.id, finding.category, False, finding.text, finding.rule)
    for fact, tally in result.facts.items():
        tally.count(fact.value in labelled.facts, bool(report.facts[fact]))
    categories = {f.category for f in serious}
    if labelled.overload is not None:
        result.overload.count(labelled.overload, Category.OVERLOAD in categories)
    if labelled.bad_time is not None:
        result.timing.count(labelled.bad_time, Category.TIMING in categories)
    if labelled.polite_rank is not None:
        polite = (labelled.polite_rank, report.politeness.value)
        result.politeness.append(polite)
        if not labelled.mistakes:
            result.courtesy.append(polite)
    if labelled.clear_rank is not None:
        result.clarity.append((labelled.clear_rank, report.clarity.value))


def _match(label: Label, finding: Finding) -> bool:
    return (
        label.category is finding.category
        and finding.start < label.end
        and label.start < finding.end
    )


def _sum(tallies: Iterable[Tally]) -> Tally:
    total = Tally()
    for tally in tallies:
        total.add(tally)
    return total


def spearman(pairs: Sequence[tuple[float, float]]) -> float | None:
    """Spearman's rank correlation with ties averaged; None where one side does not vary."""
    if len(pairs) < 3:
        return None
    xs, ys = (_ranks([p[i] for p in pairs]) for i in (0, 1))
    mean = (len(pairs) + 1) / 2
    covariance = sum((x - mean) * (y - mean) for x, y in zip(xs, ys, strict=True))
    spread = (sum((x - mean) ** 2 for x in xs) * sum((y - mean) ** 2 for y in ys)) ** 0.5
    return covariance / spread if spread else None


def _ranks(values: Sequence[float]) -> list[float]:
    order = sorted(range(len(values)), key=lambda i: values[i])
    ranks = [0.0] * len(values)
    i = 0
    while i < len(order):
        j = i
        while j + 1 < len(order) and values[order[j + 1]] == values[order[i]]:
            j += 1
        for k in range(i, j + 1):
            ranks[order[k]] = (i + j) / 2 + 1
        i = j + 1
    return ranks


def render(evaluation: Evaluation, show: Category | None = None) -> str:
    """The figures as a table a language; with ``show``, each miss and false alarm of a category."""
    lines: list[str] = []
    for language, result in evaluation.languages.items():
        share = result.clean_with_alarm / result.clean if result.clean else 0.0
        lines += [
            f"{language.value}: {result.messages} messages, {result.clean} without a mistake; "
            f"false alarm on {result.clean_with_alarm} of these ({share:.1%})",
            "",
            f"  {'':16}{'precision':>10}{'recall':>8}{'F1':>7}{'labels':>8}{'found':>7}",
            *(_row(c.value, t) for c, t in result.categories.items()),
            _row("all categories", result.all_spans()),
            "",
            *(_row(f.value, t) for f, t in result.facts.items()),
            _row("all facts", result.all_facts()),
            "",
            _row("overload", result.overload),
            _row("timing", result.timing),
            "",
            f"  {'politeness':16}rho {_figure(spearman(result.politeness))} against the ranks; "
            f"{_figure(spearman(result.courtesy), 0)} among those without a mistake",
            f"  {'clarity':16}rho {_figure(spearman(result.clarity))} against the ranks",
            "",
        ]
    for difference in evaluation.differences:
        if difference.category is show:
            what = "missed" if difference.missed else f"false  {difference.rule}"
            lines.append(f"{difference.message:12} {what}: {difference.text!r}")
    return "\n".join(lines).rstrip() + "\n"


def _row(name: str, tally: Tally) -> str:
    figures = _figure(tally.precision, 10) + _figure(tally.recall, 8) + _figure(tally.f1, 7)
    return f"  {name:16}{figures}{tally.labels:>8}{tally.found:>7}"


def _figure(value: float | None, width: int = 5) -> str:
    return f"{'–' if value is None else f'{value:.2f}':>{width}}"
