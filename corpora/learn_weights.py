"""Learn what cues weigh from the labelled texts: ``rules/weights/<language>.tsv``.

For each category a logistic regression over the cues of single sentences (L2 penalty,
scikit-learn's liblinear, which is deterministic). The value of a cue is its inverse document
frequency to the power ``POWER``; the values of a sentence are brought to length 1. Learned from:
all labelled messages and sentences of ``corpora/<language>`` except the files in ``UNREAD``, and
the examples of the rules and of courtesies. Printed are precision and recall of the sentences of
whole messages in a cross-validation by text: of the weights alone, without the phrases of rules.

    python corpora/learn_weights.py [en|ru]
"""

from __future__ import annotations

import json
import sys
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
from scipy.sparse import csr_matrix, diags
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import normalize

from tonecheck.cues import cues, weighed_sentences
from tonecheck.languages import analyse
from tonecheck.readers import from_parts
from tonecheck.rulebook import load, rules_folder
from tonecheck.types import Category, Language
from tonecheck.weights import SCALE

Array: TypeAlias = np.ndarray[Any, Any]

CORPORA = Path(__file__).parent
UNREAD = frozenset({"tenth.jsonl", "eleventh.jsonl"})
"""Messages that are kept to measure on: nothing is learned from them."""

CATEGORIES = (
    Category.THREAT,
    Category.ACCUSATION,
    Category.GUILT,
    Category.PRESSURE,
    Category.RUDENESS,
    Category.PENALTY,
    Category.JARGON,
    Category.VAGUE,
)
THRESHOLDS = (-60, -20, 20, 60, 100)
PRECISION = 0.88
"""A sentence is reported from the lowest of these sums on from which so many are right in a
cross-validation by text, counted in whole messages. The steps are coarse, for a finer choice would
follow the chances of the sample."""

DOUBT = -400
"""Below this sum phrases of the category are not looked for: one sentence in fifty makes it."""

STRENGTH = 60.0
"""The inverse of the penalty (scikit-learn's C)."""

POWER = 1.5
"""How much more a rare cue counts than a frequent one."""

MIN_TEXTS = 3
"""A cue in fewer sentences is left out."""

FOLDS = 5


@dataclass(frozen=True, slots=True)
class Sentence:
    """The cues of a sentence, what it is labelled with, and the text that it stands in.

    ``whole`` says that the text is a whole message.
    """

    text: str
    whole: bool
    cues: frozenset[str]
    labels: frozenset[str]


@dataclass(frozen=True, slots=True)
class Text:
    """Something to learn from; ``labels`` are pairs of category and quote."""

    name: str
    whole: bool
    subject: str | None
    text: str
    labels: list[tuple[str, str]]


def texts(language: Language) -> Iterator[Text]:
    """Everything to learn from."""
    folder = CORPORA / language.value
    for path in sorted(folder.glob("*.jsonl")):
        if path.name in UNREAD:
            continue
        for line in path.read_text(encoding="utf-8").splitlines():
            entry = json.loads(line)
            labels = _labels(entry["mistakes"])
            yield Text(entry["id"], True, entry["subject"], entry["text"], labels)
    for name in ("sentences", "snippets", "stock"):
        entries = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
        for number, entry in enumerate(entries):
            labels = _labels(_mistakes(entry))
            yield Text(f"{name}-{number}", False, None, entry["text"], labels)
    book = load()
    for marker in book.markers(language):
        # Courteous sentences make no mistake, however short they are.
        for number, example in enumerate(marker.examples):
            if marker.points > 0 and example.flags:
                yield Text(f"{marker.id}-{number}", False, None, example.text, [])
    for rule in book.rules.values():
        if rule.category not in CATEGORIES:
            continue
        for number, example in enumerate(rule.texts[language].examples):
            for variant in filter(None, (example, example.reworded)):
                marked = [(rule.category.value, variant.text[a:b]) for a, b in variant.marks]
                yield Text(f"{rule.id}-{number}", False, None, variant.text, marked)


def _mistakes(entry: dict[str, Any]) -> list[dict[str, str]]:
    if "mistakes" in entry:
        return list(entry["mistakes"])
    return [entry] if entry.get("quote") else []


def _labels(mistakes: list[dict[str, str]]) -> list[tuple[str, str]]:
    return [(m["category"], m["quote"]) for m in mistakes]


def sentences(language: Language) -> Iterator[Sentence]:
    """The sentences of all texts."""
    for text in texts(language):
        analysis = analyse(from_parts(text.subject, text.text), language)
        spans = []
        for category, quote in text.labels:
            start = analysis.text.find(quote)
            if start >= 0:
                spans.append((category, start, start + len(quote)))
        for _, stretch in weighed_sentences(analysis):
            tokens = analysis.sentence_tokens(stretch)
            start, end = tokens[0].start, tokens[-1].end
            here = frozenset(c for c, a, b in spans if a < end and start < b)
            yield Sentence(text.name, text.whole, frozenset(cues(tokens)), here)


def learn(language: Language) -> str:
    """The weights of one language: a table with one line a cue, so that changes can be read."""
    found = list(sentences(language))
    counter = CountVectorizer(analyzer=lambda sentence: sentence.cues, min_df=MIN_TEXTS)
    present = counter.fit_transform(found)
    value = _values(present)
    matrix = normalize(present @ diags(value))
    fold = np.array([zlib.crc32(s.text.encode()) % FOLDS for s in found])
    whole = np.array([s.whole for s in found])
    bias, thresholds, weights = [], [], []
    for category in CATEGORIES:
        labels = np.array([category.value in s.labels for s in found])
        sums = _cross_validated(matrix, labels, fold)
        threshold = _threshold(sums[whole], labels[whole])
        thresholds.append(threshold)
        reported = (sums >= threshold) & whole
        model = _model().fit(matrix, labels)
        bias.append(round(float(model.intercept_[0]) * SCALE))
        weights.append(np.rint(model.coef_[0] * value).astype(int))
        print(
            f"{language.value} {category.value:11} sentences {labels.sum():5}  "
            f"threshold {threshold:4}  precision {labels[reported].mean():.2f}  "
            f"recall {reported[labels & whole].mean():.2f}"
        )
    rarity = np.rint(value**2).astype(int)
    lines = [
        _line("category", ["rarity", *CATEGORIES]),
        _line("bias", ["", *bias]),
        _line("threshold", ["", *thresholds]),
        _line("doubt", ["", *[DOUBT] * len(CATEGORIES)]),
    ]
    names = counter.get_feature_names_out()
    for name, square, row in zip(names, rarity, np.array(weights).T, strict=True):
        lines.append(_line(name, [square, *(weight or "" for weight in row)]))
    return "\n".join(lines) + "\n"


def _values(present: csr_matrix) -> Array:
    """The value of each cue: the rarer in the sentences, the greater."""
    total, sentences_with = present.shape[0], np.asarray(present.sum(axis=0)).ravel()
    return (np.log((1 + total) / (1 + sentences_with)) + 1) ** POWER


def _line(name: str, values: Iterable[object]) -> str:
    return "\t".join([name, *map(str, values)])


def _model() -> LogisticRegression:
    return LogisticRegression(C=STRENGTH, solver="liblinear", random_state=0, max_iter=300)


def _cross_validated(matrix: csr_matrix, labels: Array, fold: Array) -> Array:
    """The sum of each sentence for a model that has not learned from the sentence's text."""
    sums = np.zeros(len(labels))
    for number in range(FOLDS):
        here = fold == number
        model = _model().fit(matrix[~here], labels[~here])
        sums[here] = model.decision_function(matrix[here]) * SCALE
    return sums


def _threshold(sums: Array, labels: Array) -> int:
    for threshold in THRESHOLDS:
        reported = sums >= threshold
        if labels[reported].sum() >= PRECISION * reported.sum():
            return threshold
    return THRESHOLDS[-1]


if __name__ == "__main__":
    folder = rules_folder() / "weights"
    folder.mkdir(exist_ok=True)
    for code in sys.argv[1:] or [language.value for language in Language]:
        (folder / f"{code}.tsv").write_text(learn(Language(code)), encoding="utf-8")
