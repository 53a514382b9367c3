"""Draw both scores against people's judgements: the pictures of ``docs/scores.md``.

    python benchmarks/plot_scores.py RATINGS_FOLDER MESSAGES.jsonl …

``docs/images/scores-ranks.svg`` shows the scores of ranked messages by rank, and
``docs/images/scores-ratings.svg`` the politeness of rated requests by rating (``en.csv`` and
``ru.csv`` with the columns ``sentence`` and ``score``). Needs the extra ``weights``.
"""

from __future__ import annotations

import csv
import json
import sys
from pathlib import Path
from typing import Any

import matplotlib as mpl
import numpy as np
from matplotlib import pyplot
from scipy.stats import spearmanr

from tonecheck.engine import Checker
from tonecheck.types import Channel, Declared, Language, MessageReport, Stage

IMAGES = Path(__file__).parent.parent / "docs" / "images"
NAMES = {Language.EN: "English", Language.RU: "Russian"}
RANKS = (1, 2, 3, 4, 5)
BINS = 10
INK, PALE = "#1f4e79", "#9db8d2"


def judged(paths: list[Path], language: Language) -> list[tuple[dict[str, Any], MessageReport]]:
    """The ranked messages of a language, and what tonecheck says of them."""
    found = []
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            entry = json.loads(line)
            if entry["lang"] == language and entry.get("polite_rank") is not None:
                declared = Declared(
                    language=language,
                    stage=Stage(entry["stage"]),
                    channel=Channel(entry["channel"]),
                )
                checker = Checker(declared)
                subject = entry["subject"] or ""
                found.append((entry, checker.check_text(entry["text"], subject=subject)))
    return found


def draw_ranks(paths: list[Path], place: Path) -> None:
    """Each message as a point, by rank; the line goes through the means."""
    figure, axes = pyplot.subplots(2, 2, figsize=(8, 6.5), sharex=True, sharey=True)
    spread = np.random.default_rng(0)
    for column, language in enumerate(Language):
        messages = judged(paths, language)
        for row, (title, rank) in enumerate(
            (("politeness", "polite_rank"), ("clarity", "clear_rank"))
        ):
            ranks = np.array([entry[rank] for entry, _ in messages])
            scores = np.array([getattr(report, title).value for _, report in messages])
            panel = axes[row][column]
            jitter = spread.uniform(-0.18, 0.18, len(ranks))
            panel.scatter(ranks + jitter, scores, s=14, color=PALE, linewidths=0)
            present = [r for r in RANKS if (ranks == r).any()]
            means = [scores[ranks == r].mean() for r in present]
            panel.plot(present, means, color=INK, marker="o", markersize=5)
            rho = spearmanr(ranks, scores)[0]
            panel.set_title(f"{NAMES[language]}, {title}: rho {rho:.2f}, {len(ranks)} messages")
            panel.set_ylim(-3, 103)
            panel.set_xticks(RANKS)
    for panel in axes[1]:
        panel.set_xlabel("rank given by people (5 is best)")
    for line in axes:
        line[0].set_ylabel("score")
    _save(figure, place)


def draw_ratings(folder: Path, place: Path) -> None:
    """The mean score of each tenth of the rated requests, with its middle half."""
    figure, axes = pyplot.subplots(1, 2, figsize=(8, 3.4), sharey=True)
    for panel, language in zip(axes, Language, strict=True):
        checker = Checker(Declared(language=language))
        with (folder / f"{language.value}.csv").open(encoding="utf-8", newline="") as lines:
            rows = list(csv.DictReader(lines))
        rated = np.array([float(row["score"]) for row in rows])
        scores = np.array(
            [checker.check_text(row["sentence"], subject="").politeness.value for row in rows]
        )
        groups = np.array_split(np.argsort(rated, kind="stable"), BINS)
        centres = [rated[group].mean() for group in groups]
        low, high = zip(
            *(np.quantile(scores[group], [0.25, 0.75]) for group in groups), strict=True
        )
        panel.fill_between(centres, low, high, color=PALE, alpha=0.5, linewidth=0)
        means = [scores[group].mean() for group in groups]
        panel.plot(centres, means, color=INK, marker="o", markersize=4)
        rho = spearmanr(rated, scores)[0]
        panel.set_title(f"{NAMES[language]}: rho {rho:.2f}, {len(rated)} requests")
        panel.set_xlabel("people's rating of politeness")
    axes[0].set_ylabel("politeness score")
    _save(figure, place)


def _save(figure: Any, place: Path) -> None:
    for panel in figure.axes:
        panel.spines[["top", "right"]].set_visible(False)
        panel.grid(axis="y", color="#e5e5e5", linewidth=0.8)
        panel.set_axisbelow(True)
    figure.tight_layout()
    place.parent.mkdir(exist_ok=True)
    figure.savefig(place, metadata={"Date": None})


if __name__ == "__main__":
    mpl.rcParams.update({"font.size": 9, "axes.titlesize": 9.5, "svg.hashsalt": "tonecheck"})
    draw_ranks([Path(name) for name in sys.argv[2:]], IMAGES / "scores-ranks.svg")
    draw_ratings(Path(sys.argv[1]), IMAGES / "scores-ratings.svg")
