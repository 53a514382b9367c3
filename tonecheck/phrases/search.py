"""All phrases of a book found in one pass.

Each phrase is filed under its *anchor*, the cheapest of its needs. A message is looked at only
for phrases whose anchor it contains, each only in sentences that meet all of its needs, and
there only from words that it can open with: the cost follows the text and not the size of the
rule book. Matchers are built when their phrase is first tried. What was found in a sentence is
remembered for as long as the book lives, under a digest and never as text.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any

from tonecheck.analysis import LONGEST_REMEMBERED, Analysis
from tonecheck.memo import Memo
from tonecheck.phrases.building import Builder
from tonecheck.phrases.matching import Hit, Matcher, run
from tonecheck.phrases.reader import Reader, reader_of
from tonecheck.phrases.requirements import Choice, Keys, Requirements, cost
from tonecheck.phrases.syntax import PhraseError, parse
from tonecheck.phrases.vocabulary import Vocabulary

MEMO = 2_000
"""Sentences of which a book keeps the hits, twice as many at most: about half a kilobyte each."""

NOTHING: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase of a rule, with where it was written for error messages."""

    owner: str
    text: str


@dataclass(frozen=True, slots=True)
class Index:
    """What is worked out once for a set of phrases and can be kept on disk.

    Each phrase has its needs and its opening as numbers into ``sets``, the different sets of
    keys; the first need is its anchor. ``keys`` gives the keys of each word that a phrase or a
    term list uses, ``choices`` how the entries of each term list are told apart.
    """

    sets: Sequence[Sequence[str]]
    needs: Sequence[Sequence[int]]
    openings: Sequence[int | None]
    keys: Mapping[str, Sequence[str]]
    choices: Mapping[str, Choice]

    @classmethod
    def from_plain(cls, data: Mapping[str, Any]) -> Index:
        """An index from what :func:`dataclasses.asdict` makes of one."""
        choices = {name: Choice(**choice) for name, choice in data["choices"].items()}
        return cls(**{**data, "choices": choices})


class PhraseBook:
    """Phrases of one language, ready to be found.

    Args:
        phrases: the phrases; a hit names them by their number.
        terms: term lists by name, each a sequence of phrases.
        keys_of: the language's keys for a word written in a phrase.
        index: what :meth:`index` returned for the same phrases and terms; without it
            everything is parsed and checked now.

    Raises:
        PhraseError: a phrase or a term list that cannot be read, with its owner.
    """

    def __init__(
        self,
        phrases: Sequence[Phrase],
        terms: Mapping[str, Sequence[str]],
        keys_of: Callable[[str], frozenset[str]],
        index: Index | None = None,
    ) -> None:
        self._phrases = tuple(phrases)
        self._keys_of = keys_of
        self._keys = {w: frozenset(k) for w, k in index.keys.items()} if index else {}
        vocabulary = Vocabulary(terms, self._word_keys)
        self._requirements = Requirements(vocabulary, index.choices if index else None)
        self._builder = Builder(vocabulary, self._requirements)
        self._matchers: dict[int, Matcher] = {}
        self._known: Memo[tuple[bytes, frozenset[int]], Sequence[Hit]] = Memo(MEMO)
        self._index = index or self._make_index()
        self._sets = [frozenset(s) for s in self._index.sets]
        self._anchors: dict[str, list[int]] = defaultdict(list)
        for number, needs in enumerate(self._index.needs):
            for key in self._index.sets[needs[0]]:
                self._anchors[key].append(number)

    def index(self) -> Index:
        """What a later process needs to do without parsing every phrase."""
        return self._index

    def find(
        self, analysis: Analysis, skipped: Sequence[AbstractSet[int]] | None = None
    ) -> list[Hit]:
        """Every place where a phrase matches, phrase by phrase.

        Args:
            skipped: for each sentence the phrases that need not be looked for.
        """
        found: list[Hit] = []
        for number, sentence in enumerate(analysis.sentences):
            # A phrase sees the tokens of one sentence and nothing else.
            left_out = frozenset(skipped[number]) if skipped else NOTHING
            key = (analysis.digests[number], left_out)
            hits = self._known.get(key)
            if hits is None:
                reader = reader_of(analysis, sentence)
                hits = [_moved(h, -sentence.first) for h in self._in_sentence(reader, left_out)]
                if sentence.last - sentence.first <= LONGEST_REMEMBERED:
                    self._known.keep(key, hits)
            found.extend(_moved(hit, sentence.first) for hit in hits)
        return sorted(found, key=lambda hit: hit.phrase)

    def _in_sentence(self, reader: Reader, left_out: AbstractSet[int]) -> Iterator[Hit]:
        """The hits in one sentence, phrase by phrase."""
        keys: set[str] = set()
        for token in reader.tokens[reader.start : reader.end]:
            keys |= token.form.lookup
            keys.update(f"@{mark}" for mark in token.marks)
        anchored = {p for key in keys & self._anchors.keys() for p in self._anchors[key]}
        starts: Mapping[str, Sequence[int]] | None = None
        for phrase in sorted(anchored - left_out):
            if any(self._sets[need].isdisjoint(keys) for need in self._index.needs[phrase][1:]):
                continue
            opening = self._index.openings[phrase]
            positions: Iterable[int] = range(reader.start, reader.end)
            if opening is not None:
                starts = _starts(reader) if starts is None else starts
                positions = _opened(starts, self._sets[opening])
            yield from _hits(self._matcher(phrase), reader, phrase, positions)

    def _word_keys(self, word: str) -> frozenset[str]:
        keys = self._keys.get(word)
        if keys is None:
            keys = self._keys[word] = self._keys_of(word)
        return keys

    def _make_index(self) -> Index:
        numbers: dict[Keys, int] = {}
        all_needs: list[list[int]] = []
        openings: list[int | None] = []
        for number, phrase in enumerate(self._phrases):
            try:
                node = parse(phrase.text)
                self._matchers[number] = self._builder.build(node)
                found = set(self._requirements.needs(node))
                needs = sorted(found, key=lambda need: (cost(need), sorted(need)))
                opening = self._requirements.opening(node)
            except PhraseError as error:
                raise PhraseError(f"{phrase.owner}: {error}") from None
            if not needs:
                raise PhraseError(
                    f"{phrase.owner}: phrase «{phrase.text}» needs at least one word, @class "
                    "or [tag] that is not optional"
                )
            all_needs.append([numbers.setdefault(need, len(numbers)) for need in needs])
            openings.append(None if opening is None else numbers.setdefault(opening, len(numbers)))
        return Index(
            sets=[sorted(keys) for keys in numbers],
            needs=all_needs,
            openings=openings,
            keys={word: sorted(keys) for word, keys in self._keys.items()},
            choices=self._requirements.term_choices(),
        )

    def _matcher(self, phrase: int) -> Matcher:
        matcher = self._matchers.get(phrase)
        if matcher is None:
            node = parse(self._phrases[phrase].text)
            matcher = self._matchers[phrase] = self._builder.build(node)
        return matcher


def _moved(hit: Hit, by: int) -> Hit:
    """A hit counted from another token on."""
    return Hit(hit.phrase, hit.first + by, hit.last + by, frozenset(i + by for i in hit.spent))


def _hits(matcher: Matcher, reader: Reader, phrase: int, positions: Iterable[int]) -> Iterator[Hit]:
    """The hits of a phrase from these positions on, none beginning inside another."""
    free = reader.start
    for position in positions:
        if position < free:
            continue
        hit = run(matcher, reader, position, phrase)
        if hit is not None:
            yield hit
            free = max(position + 1, hit.last)


def _starts(reader: Reader) -> dict[str, list[int]]:
    """For each key the positions from which a word with it is the next one.

    That is the word's own position and those of the quotation marks right before it.
    """
    starts: dict[str, list[int]] = defaultdict(list)
    position = reader.start
    while position < reader.end:
        here = reader.skip_light(position)
        if here < reader.end:
            token = reader.tokens[here]
            at = range(position, here + 1)
            for key in token.form.lookup:
                starts[key].extend(at)
            for mark in token.marks:
                starts[f"@{mark}"].extend(at)
        position = here + 1
    return starts


def _opened(starts: Mapping[str, Sequence[int]], opening: Keys) -> Sequence[int]:
    """The positions from which one of the words of an opening is the next one."""
    found = opening & starts.keys()
    if len(found) == 1:
        return starts[next(iter(found))]
    return sorted({position for key in found for position in starts[key]})
