"""Fit the points of both scores to people's judgements, and show how well they would carry over.

The markers of politeness are fitted to ratings of requests (``en.csv`` and ``ru.csv`` with the
columns ``sentence`` and ``score``, such as those of TyDiP) and to the ranks of messages without a
mistake at once; what findings cost, to the ranks of all messages. Courtesy never costs, and
neither its lack nor a finding ever wins (bounded least squares); Russian, of which there are few
ratings, leans on English.

    python benchmarks/fit_scores.py RATINGS_FOLDER [--write] [--messages FILE …]

Printed are Spearman's rho and ROC AUC (top against bottom quarter) on the ratings by nested
cross-validation (the penalty and the markers worth keeping are chosen inside each fold), then the
points. ``--write`` puts those of the markers into ``rules/markers``; the points of findings are
printed to be rounded by hand into ``rules/scores.yaml``. Without ``--messages`` the messages are
those of ``corpora/`` but for ``tenth`` and ``eleventh``. Needs the extra ``weights``.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
from scipy.optimize import lsq_linear
from scipy.stats import spearmanr
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import KFold

from tonecheck.engine import Checker
from tonecheck.facts import find_facts
from tonecheck.languages import analyse
from tonecheck.markers import find_markers
from tonecheck.readers import from_parts
from tonecheck.rulebook import RuleBook, load, rules_folder
from tonecheck.types import Channel, Declared, Language, Stage

Array: TypeAlias = np.ndarray[Any, Any]

CORPORA = Path(__file__).parent.parent / "corpora"
UNREAD = frozenset({"tenth.jsonl", "eleventh.jsonl"})

RATING_POINTS = 10.0
"""Points of a whole unit of the ratings (one standard deviation of a rater's marks)."""
RANK_POINTS = 20.0
"""Points of a rank: five ranks on a scale of a hundred."""

MESSAGE_WEIGHT = {Language.EN: 3.0, Language.RU: 0.3}
"""How much a message's rank counts against one rating, in proportion to the number of ratings."""
PENALTIES = (10.0, 30.0, 100.0)
PENALTY = {Language.EN: 30.0, Language.RU: 60.0}
PENALTY_UNSEEN = 1.0
SEEN = 3
"""A marker in fewer rated requests is unseen."""
LEAST_POINTS = 0.5
"""A marker of fewer points is left out."""
FLOOR = {
    "thanks": 5,
    "flexibility": 3,
    "empathy": 2,
    "greeting-name": 2,
    "please": 2,
    "deference": 1,
    "first-person-plural": 1,
    "second-person-start": -1,
    "urgency": -1,
}
"""What the guides ask for, or the literature found courteous or not, moves so much at least:
nearly all mistake-free messages have the former, and few texts show the latter, so that neither
body of judgements can tell."""
OUTER, INNER, SEEDS = 10, 5, 3

SEVERITY = {"error": 1.0, "warning": 0.75, "suggestion": 0.25}
MOST_OF_A_KIND = 2.0

CLARITY_RULES = frozenset({"missing", "overload"})
"""Categories whose rules have points of their own in the fit of clarity."""


@dataclass(frozen=True, slots=True)
class Message:
    """What a message shows, and how people ranked it."""

    markers: frozenset[str]
    findings: Counter[str]
    polite: float
    clear: float
    has_mistakes: bool


def ratings(path: Path, language: Language, book: RuleBook) -> tuple[list[frozenset[str]], Array]:
    """The markers of each rated request, and the ratings."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    markers = [_markers(row["sentence"], None, language, book) for row in rows]
    return markers, np.array([float(row["score"]) for row in rows])


def _markers(text: str, subject: str | None, language: Language, book: RuleBook) -> frozenset[str]:
    analysis = analyse(from_parts(subject, text), language)
    found = find_markers(analysis, find_facts(analysis, book), book)
    return frozenset(marker.id for marker, _ in found)


def messages(paths: Sequence[Path], language: Language, book: RuleBook) -> list[Message]:
    """The ranked messages of one language."""
    found = []
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            entry = json.loads(line)
            if entry["lang"] != language or entry.get("polite_rank") is None:
                continue
            declared = Declared(
                language=language,
                stage=Stage(entry["stage"]),
                channel=Channel(entry["channel"]),
            )
            report = Checker(declared).check_text(entry["text"], subject=entry["subject"] or "")
            findings: Counter[str] = Counter()
            for finding in report.findings:
                by_rule = finding.category in CLARITY_RULES
                name = finding.rule if by_rule else finding.category.value
                findings[name] += SEVERITY[finding.severity]  # type: ignore[assignment]
            found.append(
                Message(
                    _markers(entry["text"], entry["subject"], language, book),
                    findings,
                    RANK_POINTS * entry["polite_rank"],
                    RANK_POINTS * entry["clear_rank"],
                    bool(entry["mistakes"]),
                )
            )
    return found


def presence(found: Sequence[frozenset[str]], ids: Sequence[str]) -> Array:
    """One row a text, one column a marker."""
    return np.array([[name in here for name in ids] for here in found], dtype=float)


def fit(
    blocks: Sequence[tuple[Array, Array, float]],
    signs: Array,
    prior: Array,
    penalty: Array | float,
) -> Array:
    """The points of markers: least squares with the sign of each given, drawn to a prior.

    Args:
        blocks: features, targets and weight of each body of texts; each has its own constant.
    """
    width, count = len(signs), len(blocks)
    rows, targets = [], []
    for number, (features, target, weight) in enumerate(blocks):
        constant = np.zeros((len(features), count))
        constant[:, number] = 1
        rows.append(np.sqrt(weight) * np.hstack([features * signs, constant]))
        targets.append(np.sqrt(weight) * target)
    pull = np.sqrt(np.broadcast_to(penalty, width))
    rows.append(np.hstack([np.diag(pull), np.zeros((width, count))]))
    targets.append(pull * prior * signs)
    lowest = np.concatenate([np.zeros(width), np.full(count, -np.inf)])
    solved = lsq_linear(np.vstack(rows), np.concatenate(targets), bounds=(lowest, np.inf))
    return np.asarray(solved.x[:width] * signs)


def kept(points: Array) -> Array:
    """Points of the markers that are worth keeping, rounded as they are written down."""
    return np.asarray(np.where(np.abs(points) >= LEAST_POINTS, np.rint(points), 0))


def nested(features: Array, target: Array, signs: Array, prior: Array) -> tuple[float, float]:
    """Rho and AUC of points fitted without the texts that they are tried on."""
    figures = []
    for seed in range(SEEDS):
        predicted = np.zeros(len(target))
        for train, test in KFold(OUTER, shuffle=True, random_state=seed).split(features):
            penalty = max(
                PENALTIES, key=lambda p: _inner(features[train], target[train], signs, prior, p)
            )
            block = (features[train], RATING_POINTS * target[train], 1.0)
            predicted[test] = features[test] @ kept(fit([block], signs, prior, penalty))
        figures.append((_rho(predicted, target), _auc(predicted, target)))
    rho, auc = np.mean(figures, axis=0)
    return float(rho), float(auc)


def _inner(features: Array, target: Array, signs: Array, prior: Array, penalty: float) -> float:
    predicted = np.zeros(len(target))
    for train, test in KFold(INNER, shuffle=True, random_state=0).split(features):
        block = (features[train], RATING_POINTS * target[train], 1.0)
        predicted[test] = features[test] @ fit([block], signs, prior, penalty)
    return _rho(predicted, target)


def _rho(predicted: Array, target: Array) -> float:
    return float(spearmanr(predicted, target)[0])


def _auc(predicted: Array, target: Array) -> float:
    low, high = np.quantile(target, [0.25, 0.75])
    ends = (target <= low) | (target >= high)
    return float(roc_auc_score(target[ends] >= high, predicted[ends]))


def counts(found: Sequence[Message], names: Sequence[str]) -> Array:
    """One row a message, one column a category or rule: its findings, weighed by severity."""
    return np.array(
        [[min(m.findings[name], MOST_OF_A_KIND) for name in names] for m in found], dtype=float
    )


def finding_costs(found: Sequence[Message], target: Array) -> dict[str, float]:
    """What a finding of full severity costs, by category or rule."""
    names = sorted({name for message in found for name in message.findings})
    block = (counts(found, names), target, 1.0)
    costs = fit([block], -np.ones(len(names)), np.zeros(len(names)), PENALTIES[0])
    return dict(zip(names, costs, strict=True))


def _listed(costs: dict[str, float]) -> str:
    ordered = sorted(costs.items(), key=lambda pair: pair[1])
    return ", ".join(f"{name} {value:.0f}" for name, value in ordered if value < -1)


def write_points(folder: Path, points: dict[str, dict[Language, int]]) -> None:
    """Put the points of markers into their files."""
    for name, by_language in points.items():
        path = folder / "markers" / f"{name}.yaml"
        line = "points: {" + ", ".join(f"{k.value}: {v}" for k, v in by_language.items()) + "}"
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(r"(?m)^points: \{.*\}$", line, text), encoding="utf-8")


def main() -> None:
    """Fit, print, and write if asked to."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("ratings", type=Path)
    parser.add_argument("--messages", type=Path, nargs="+")
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    book = load()
    ids = [marker.id for marker in book.markers(Language.EN)]
    signs = np.array([np.sign(marker.points) or 1.0 for marker in book.markers(Language.EN)])
    prior = np.zeros(len(ids))
    points: dict[str, dict[Language, int]] = {name: {} for name in ids}
    for language in (Language.EN, Language.RU):
        found, target = ratings(given.ratings / f"{language.value}.csv", language, book)
        features = presence(found, ids)
        rho, auc = nested(features, target, signs, prior)
        print(f"{language.value}: {len(target)} ratings, nested: rho {rho:.3f}, AUC {auc:.3f}")
        paths = given.messages or sorted(
            p for p in (CORPORA / language.value).glob("*.jsonl") if p.name not in UNREAD
        )
        ranked = messages(paths, language, book)
        clean = [m for m in ranked if not m.has_mistakes]
        blocks = [
            (features, RATING_POINTS * target, 1.0),
            (
                presence([m.markers for m in clean], ids),
                np.array([m.polite for m in clean]),
                MESSAGE_WEIGHT[language],
            ),
        ]
        # What no request shows has nothing but the messages to go by, and is let go its way.
        rated = features.sum(axis=0) >= SEEN
        penalties = np.where(rated, PENALTY[language], PENALTY_UNSEEN)
        fitted = fit(blocks, signs, prior, penalties)
        for name, value in zip(ids, kept(fitted), strict=True):
            least = FLOOR.get(name, value)
            points[name][language] = int(min(value, least) if least < 0 else max(value, least))
        if language is Language.EN:
            prior = fitted
        whole = features @ kept(fitted)
        print(f"    the points below on these ratings: {_rho(whole, target):.3f} (fitted to them)")
        courtesy = presence([m.markers for m in ranked], ids) @ kept(fitted)
        polite = np.array([m.polite for m in ranked]) - courtesy
        print("  politeness:", _listed(finding_costs(ranked, polite)))
        print("  clarity:", _listed(finding_costs(ranked, np.array([m.clear for m in ranked]))))
    for name, by_language in sorted(points.items(), key=lambda pair: sum(pair[1].values())):
        print(f"  {name:24}" + "".join(f"{value:+5}" for value in by_language.values()))
    if given.write:
        write_points(rules_folder(), points)


if __name__ == "__main__":
    main()
