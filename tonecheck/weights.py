"""What the cues of a sentence weigh together: a sum that everybody can check.

``rules/weights/<language>.tsv`` gives each cue a weight for each category, learned from the
labelled messages in ``corpora/`` (``corpora/learn_weights.py``), and its ``rarity``. The rarities
of a sentence's cues add up to the square of its length: what the cues weigh is divided by the
length, so that a long sentence says no more for having many words. With the bias of the category
it is the logarithm of the odds that the sentence makes the mistake. From ``threshold`` on it is
reported; below ``doubt``, what a phrase found is not.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from tonecheck.analysis import LONGEST_REMEMBERED, Analysis, Token, TokenKind
from tonecheck.cues import Cue, cues, weighed_sentences
from tonecheck.memo import Memo
from tonecheck.phrases import trimmed
from tonecheck.rule import RuleError
from tonecheck.types import Category, Language

SCALE = 100
"""Sums, biases, thresholds and doubts are whole hundredths."""

HEAD = ("category", "bias", "threshold", "doubt")

SHOWN_WORDS = 4

MEMO = 2_000
"""Sentences whose sums are kept, twice as many at most: a kilobyte each, or ten with a mistake."""


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights of one language, one figure a category.

    ``lines`` are those of the table, one a cue, in the order of their text: a message needs few
    of them, so they are searched and read as they are written. ``known`` remembers sentences
    weighed, under a digest; of their words only the cues are kept, of sentences with a likely
    mistake.
    """

    categories: tuple[Category, ...]
    bias: tuple[int, ...]
    threshold: tuple[int, ...]
    doubt: tuple[int, ...]
    lines: Sequence[str]
    path: Path | None = None
    known: Memo[bytes, Balance] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "known", Memo(MEMO))

    def row(self, cue: str) -> tuple[int, list[tuple[int, int]]] | None:
        """The rarity of a cue and its weights: pairs of a category's number and a weight.

        None for a cue that is not in the table.

        Raises:
            RuleError: its line cannot be used.
        """
        name = f"{cue}\t"
        place = bisect_left(self.lines, name)
        if place == len(self.lines) or not self.lines[place].startswith(name):
            return None
        rarity, *cells = self.lines[place].removeprefix(name).split("\t")
        try:
            if len(cells) != len(self.categories):
                raise ValueError
            return int(rarity), [(column, int(cell)) for column, cell in enumerate(cells) if cell]
        except ValueError:
            raise RuleError(
                f"{self.path}, line {len(HEAD) + place + 1}: expected a cue, its rarity and "
                f"{len(self.categories)} whole numbers or empty cells, parted by tabs"
            ) from None


Row = tuple[Cue, Sequence[tuple[int, int]]]
"""A cue of a sentence and its weights by the number of the category."""


@dataclass(frozen=True, slots=True)
class Balance:
    """One sentence weighed: the sum of each category, in hundredths.

    ``speaking`` has, under the number of a category whose mistake the sentence is likely to make,
    the cues that speak for or against it. Their tokens are counted from the sentence's first.
    """

    sums: tuple[int, ...]
    speaking: Mapping[int, Sequence[tuple[Cue, int]]]


@dataclass(frozen=True, slots=True)
class Weighed:
    """One sentence weighed for one category: the sum of its cues, in hundredths.

    ``speaking`` are, in a sentence likely to make the mistake, the cues that speak for or against
    the category, with their weights; their tokens are counted from the sentence's first.
    """

    category: Category
    sentence: int
    sum: int
    threshold: int
    doubt: int
    speaking: Sequence[tuple[Cue, int]]

    @property
    def is_mistake(self) -> bool:
        """Whether the sentence is likely enough to make the mistake."""
        return self.sum >= self.threshold

    @property
    def is_doubtful(self) -> bool:
        """Whether so much speaks against the mistake that a phrase which found it is wrong."""
        return self.sum < self.doubt


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

    The file is a table: a line ``category`` with the word ``rarity`` and the categories' names,
    the lines ``bias``, ``threshold`` and ``doubt``, where the cell under ``rarity`` is empty, then
    one line a cue. An empty cell is a nought.

    Raises:
        RuleError: a file that cannot be used.
    """
    path = folder / "weights" / f"{language.value}.tsv"
    if not path.is_file():
        return Weights((), (), (), (), ())
    lines = path.read_text(encoding="utf-8").split("\n")
    head = [line.split("\t") for line in lines[: len(HEAD)]]
    if [cells[0] for cells in head] != list(HEAD) or len({len(cells) for cells in head}) != 1:
        raise RuleError(f"{path}: expected lines of equal length that begin with {', '.join(HEAD)}")
    try:
        categories = tuple(map(Category, head[0][2:]))
        bias, threshold, doubt = (tuple(map(int, cells[2:])) for cells in head[1:])
    except ValueError as error:
        raise RuleError(f"{path}: {error}") from None
    rows = lines[len(HEAD) : -1]
    if rows != sorted(rows):
        wrong = next(number for number, (a, b) in enumerate(pairwise(rows)) if a > b)
        raise RuleError(f"{path}, line {len(HEAD) + wrong + 2}: expected the cues in order")
    return Weights(categories, bias, threshold, doubt, rows, path)


def weigh(analysis: Analysis, weights: Weights) -> dict[tuple[int, Category], Weighed]:
    """Weigh each sentence for each category, under the sentence's number and the category."""
    weighed: dict[tuple[int, Category], Weighed] = {}
    for number, sentence in weighed_sentences(analysis):
        digest = analysis.digests[number]
        balance = weights.known.get(digest)
        if balance is None:
            balance = _balance(analysis.sentence_tokens(sentence), weights)
            if sentence.last - sentence.first <= LONGEST_REMEMBERED:
                weights.known.keep(digest, balance)
        for column, category in enumerate(weights.categories):
            weighed[number, category] = Weighed(
                category,
                number,
                balance.sums[column],
                weights.threshold[column],
                weights.doubt[column],
                balance.speaking.get(column, ()),
            )
    return weighed


def _balance(tokens: Sequence[Token], weights: Weights) -> Balance:
    """Weigh the tokens of one sentence."""
    rows: list[Row] = []
    square = 0
    sums = [0] * len(weights.categories)
    for name, cue in cues(tokens).items():
        known = weights.row(name)
        if known is None:
            continue
        rarity, row = known
        rows.append((cue, row))
        square += rarity
        for column, weight in row:
            sums[column] += weight
    length = math.sqrt(max(square, 1))
    weighed = tuple(
        bias + round(SCALE * total / length) for bias, total in zip(weights.bias, sums, strict=True)
    )
    likely = [c for c, total in enumerate(weighed) if total >= weights.threshold[c]]
    first = tokens[0].index
    return Balance(weighed, {column: _speaking(rows, column, first) for column in likely})


def _speaking(rows: Iterable[Row], column: int, first: int) -> Sequence[tuple[Cue, int]]:
    """The cues that speak for or against a category, their tokens counted from ``first``."""
    return [
        (Cue(cue.name, tuple(token - first for token in cue.tokens)), weight)
        for cue, row in rows
        for number, weight in row
        if number == column
    ]


def evidence(weighed: Weighed, analysis: Analysis) -> Evidence:
    """The stretch of a sentence that speaks most for a mistake, in whole clauses.

    A cue's weight is shared by its tokens; the stretch is the one with the greatest sum.

    Args:
        weighed: a sentence that is likely to make the mistake.
    """
    sentence = analysis.sentences[weighed.sentence]
    share: dict[int, float] = defaultdict(float)
    for cue, weight in weighed.speaking:
        for token in cue.tokens:
            share[sentence.first + token] += weight / len(cue.tokens)
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
