"""What the cues of a sentence weigh together: a sum that everybody can check.

``rules/weights/<language>.tsv`` gives each cue a weight for each category, learned from the
labelled messages in ``corpora/`` (``corpora/learn_weights.py``). A sentence's sum is the bias of
the category and the weights of its cues: the logarithm of the odds that the sentence makes the
mistake. From ``threshold`` on it is reported; below ``doubt``, what a phrase found is not.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tonecheck.analysis import Analysis, TokenKind
from tonecheck.cues import Cue, cues, weighed_sentences
from tonecheck.phrases import trimmed
from tonecheck.rule import RuleError
from tonecheck.types import Category, Language

SCALE = 100
"""Weights are kept as whole hundredths."""

HEAD = ("category", "bias", "threshold", "doubt")

SHOWN_WORDS = 4


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights of one language, in hundredths, one figure a category.

    ``rows`` has under each cue its cells as they are written: a message needs few of them.
    """

    categories: tuple[Category, ...]
    bias: tuple[int, ...]
    threshold: tuple[int, ...]
    doubt: tuple[int, ...]
    rows: Mapping[str, str]

    def row(self, cue: str) -> list[tuple[int, int]]:
        """The weights of a cue: pairs of a category's number and its weight."""
        cells = self.rows[cue].split("\t")
        return [(column, int(cell)) for column, cell in enumerate(cells) if cell]


Row = tuple[Cue, Sequence[tuple[int, int]]]
"""A cue of a sentence and its weights by the number of the category."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """One sentence weighed for one category: the sum of its cues, in hundredths.

    ``column`` is the category's number in ``rows``, which all categories of a sentence share.
    """

    category: Category
    sentence: int
    sum: int
    threshold: int
    doubt: int
    column: int
    rows: Sequence[Row]

    @property
    def is_mistake(self) -> bool:
        """Whether the sentence is likely enough to make the mistake."""
        return self.sum >= self.threshold

    @property
    def is_doubtful(self) -> bool:
        """Whether so much speaks against the mistake that a phrase which found it is wrong."""
        return self.sum < self.doubt

    def weights(self) -> Iterator[tuple[Cue, int]]:
        """The cues that speak for or against the category, with their weights."""
        for cue, row in self.rows:
            for column, weight in row:
                if column == self.column:
                    yield cue, weight


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where in a sentence the mistake lies: tokens ``first`` up to, not including, ``last``.

    ``heavy`` are the tokens that speak most for it, in the order of the text.
    """

    first: int
    last: int
    heavy: tuple[int, ...]


def read_weights(folder: Path, language: Language) -> Weights:
    """The weights of a rule book; without any where it has no file for the language.

    The file is a table: a line ``category`` with their names, the lines ``bias``,
    ``threshold`` and ``doubt``, then one line a cue. An empty cell is a nought.

    Raises:
        RuleError: a file that cannot be used.
    """
    path = folder / "weights" / f"{language.value}.tsv"
    if not path.is_file():
        return Weights((), (), (), (), {})
    lines = path.read_text(encoding="utf-8").split("\n")
    head = [line.split("\t") for line in lines[: len(HEAD)]]
    if [cells[0] for cells in head] != list(HEAD) or len({len(cells) for cells in head}) != 1:
        raise RuleError(f"{path}: expected lines of equal length that begin with {', '.join(HEAD)}")
    try:
        categories = tuple(map(Category, head[0][1:]))
        bias, threshold, doubt = (tuple(map(int, cells[1:])) for cells in head[1:])
    except ValueError as error:
        raise RuleError(f"{path}: {error}") from None
    row = re.compile(rf"[^\t]+(?:\t-?[0-9]*){{{len(categories)}}}")
    for number, line in enumerate(lines[len(HEAD) : -1], len(HEAD) + 1):
        if not row.fullmatch(line):
            raise RuleError(
                f"{path}, line {number}: expected a cue and {len(categories)} whole numbers or "
                "empty cells, parted by tabs"
            )
    rows = dict(line.split("\t", 1) for line in lines[len(HEAD) : -1])
    return Weights(categories, bias, threshold, doubt, rows)


def weigh(analysis: Analysis, weights: Weights) -> dict[tuple[int, Category], Weighed]:
    """Weigh each sentence for each category, under the sentence's number and the category."""
    weighed: dict[tuple[int, Category], Weighed] = {}
    for number, sentence in weighed_sentences(analysis):
        present = cues(analysis.sentence_tokens(sentence))
        rows = [(cue, weights.row(name)) for name, cue in present.items() if name in weights.rows]
        sums = list(weights.bias)
        for _, row in rows:
            for column, weight in row:
                sums[column] += weight
        for column, category in enumerate(weights.categories):
            weighed[number, category] = Weighed(
                category,
                number,
                sums[column],
                weights.threshold[column],
                weights.doubt[column],
                column,
                rows,
            )
    return weighed


def evidence(weighed: Weighed, analysis: Analysis) -> Evidence:
    """The stretch of a sentence that speaks most for a mistake, in whole clauses.

    A cue's weight is shared by its tokens; the stretch is the one with the greatest sum.
    """
    sentence = analysis.sentences[weighed.sentence]
    share: dict[int, float] = defaultdict(float)
    for cue, weight in weighed.weights():
        for token in cue.tokens:
            share[token] += weight / len(cue.tokens)
    first, last = _heaviest(share, sentence.first, sentence.last)
    tokens = analysis.tokens
    speaking = [i for i in range(first, last) if share[i] > 0]
    words = [i for i in speaking if tokens[i].kind is TokenKind.WORD]
    heavy = sorted(words or speaking, key=lambda i: (-share[i], i))[:SHOWN_WORDS]
    begin = analysis.clauses[tokens[first].clause].first
    end = analysis.clauses[tokens[last - 1].clause].last
    begin, end = trimmed(tokens, max(begin, sentence.first), min(end, sentence.last))
    return Evidence(begin, end, tuple(sorted(heavy)))


def _heaviest(share: Mapping[int, float], start: int, end: int) -> tuple[int, int]:
    """The stretch with the greatest sum (Kadane's algorithm); the whole where nothing weighs."""
    best, total = 0.0, 0.0
    first, last, begin = start, end, start
    for i in range(start, end):
        if total <= 0:
            begin, total = i, 0.0
        total += share.get(i, 0.0)
        if total > best:
            best, first, last = total, begin, i + 1
    return first, last
