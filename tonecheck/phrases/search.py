"""All phrases of a book found in one pass.

Each phrase is filed under an *anchor*: keys (lemmas or ``#tag``) of which every match must
contain one. A message is looked at only for phrases whose anchor it contains, and each such
phrase only in the sentences where the anchor stands, so that the cost follows the text and
not the size of the rule book. Matchers are built when their anchor is first met.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tonecheck.analysis import Analysis, Token
from tonecheck.phrases import syntax
from tonecheck.phrases.matching import Hit, Matcher, Reader, Vocabulary, build, readers, run
from tonecheck.phrases.syntax import Node, PhraseError, parse

COMMON = 1000
"""The cost of an anchor on a tag; words cost 1 each, so words are preferred."""

FUNCTION_WORD_COST = 20
FUNCTION_WORDS = frozenset(
    "be have do will can i we you he she it they not to the a of in on for and or if this "
    "that your our my by with no и в на не что с за к по до от у о а но или если это как мы "
    "вы я он она они ваш наш мой быть мочь для из же".split()
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase of a rule, with where it was written for error messages."""

    owner: str
    text: str


@dataclass(frozen=True, slots=True)
class Index:
    """What is worked out once for a set of phrases and can be kept on disk.

    ``anchors`` files phrase numbers under the keys that they cannot do without; ``keys`` gives
    the keys of each word that a phrase or a term list uses.
    """

    anchors: Mapping[str, Sequence[int]]
    keys: Mapping[str, Sequence[str]]


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
        self._vocabulary = Vocabulary(terms, self._word_keys)
        self._matchers: dict[int, Matcher] = {}
        self._anchors = index.anchors if index else self._find_anchors()

    def index(self) -> Index:
        """What a later process needs to do without parsing every phrase."""
        return Index(self._anchors, {w: sorted(k) for w, k in self._keys.items()})

    def _word_keys(self, word: str) -> frozenset[str]:
        keys = self._keys.get(word)
        if keys is None:
            keys = self._keys[word] = self._keys_of(word)
        return keys

    def _find_anchors(self) -> Mapping[str, Sequence[int]]:
        anchors: dict[str, list[int]] = defaultdict(list)
        finder = _AnchorFinder(self._vocabulary)
        for number, phrase in enumerate(self._phrases):
            try:
                node = parse(phrase.text)
                self._matchers[number] = build(node, self._vocabulary)
                anchor = finder.find(node)
            except PhraseError as error:
                raise PhraseError(f"{phrase.owner}: {error}") from None
            if anchor is None:
                raise PhraseError(
                    f"{phrase.owner}: phrase «{phrase.text}» needs at least one word, @class "
                    "or [tag] that is not optional"
                )
            for key in anchor.keys:
                anchors[key].append(number)
        return dict(anchors)

    def find(self, analysis: Analysis) -> Iterator[Hit]:
        """Every place where a phrase matches; overlapping matches of one phrase are joined."""
        places: dict[int, set[int]] = defaultdict(set)
        for token in analysis.tokens:
            for key in _token_keys(token):
                for phrase in self._anchors.get(key, ()):
                    places[phrase].add(token.sentence)
        if not places:
            return
        by_sentence = readers(analysis)
        for phrase in sorted(places):
            matcher = self._matcher(phrase)
            for sentence in sorted(places[phrase]):
                yield from _hits(matcher, by_sentence[sentence], phrase)

    def _matcher(self, phrase: int) -> Matcher:
        matcher = self._matchers.get(phrase)
        if matcher is None:
            node = parse(self._phrases[phrase].text)
            matcher = self._matchers[phrase] = build(node, self._vocabulary)
        return matcher


def _hits(matcher: Matcher, reader: Reader, phrase: int) -> Iterator[Hit]:
    position = reader.start
    while position < reader.end:
        hit = run(matcher, reader, position, phrase)
        if hit is None:
            position += 1
        else:
            yield hit
            position = max(position + 1, hit.last)


def _token_keys(token: Token) -> Iterator[str]:
    yield from token.form.keys
    for reading in token.form.readings:
        for tag in reading.tags:
            yield f"#{tag}"
    for mark in token.marks:
        yield f"@{mark}"


@dataclass(frozen=True, slots=True)
class _Anchor:
    keys: frozenset[str]
    cost: int


class _AnchorFinder:
    """Finds, for a phrase, the cheapest set of keys of which every match contains one."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._terms: dict[str, _Anchor | None] = {}

    def find(self, node: Node) -> _Anchor | None:
        match node:
            case syntax.Word(word, exact, tags):
                if word is None:
                    return _Anchor(frozenset({f"#{min(tags)}"}), COMMON) if tags else None
                keys = (
                    frozenset({word.lower().replace("ё", "е")})
                    if exact
                    else self._vocabulary.keys_of(word)
                )
                common = bool(keys & FUNCTION_WORDS)
                return _Anchor(keys, FUNCTION_WORD_COST if common else 1)
            case syntax.FactClass(name):
                return _Anchor(frozenset({f"@{name}"}), FUNCTION_WORD_COST)
            case syntax.Mark(text):
                return _Anchor(frozenset({text}), COMMON)
            case syntax.Term(name):
                if name not in self._terms:
                    self._terms[name] = self._all(self._vocabulary.term(name))
                return self._terms[name]
            case syntax.Either(options):
                return self._all(options)
            case syntax.Sequence(items) | syntax.AnyOrder(items, _):
                found = [a for a in map(self.find, items) if a is not None]
                return min(found, key=lambda a: a.cost, default=None)
            case syntax.Marked(item):
                return self.find(item)
            case _:
                return None

    def _all(self, options: Sequence[Node]) -> _Anchor | None:
        keys: set[str] = set()
        cost = 0
        for option in options:
            anchor = self.find(option)
            if anchor is None:
                return None
            keys |= anchor.keys
            cost += anchor.cost
        return _Anchor(frozenset(keys), cost)
