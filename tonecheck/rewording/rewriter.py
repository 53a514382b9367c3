"""From what a rule found to the edits that say it in plain words.

Figures, sums, dates, references, addresses, names and placeholders are never touched: a fix
whose replacement would lose one of them is not made, nor one that would lose a word which the
phrase did not account for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from tonecheck.analysis import Analysis, Token, TokenKind
from tonecheck.languages import module_for
from tonecheck.languages.russian import Russian
from tonecheck.phrases import Hit, Phrase, PhraseBook
from tonecheck.phrases.syntax import parse
from tonecheck.phrases.tree import Word, leaves
from tonecheck.rewording import english, russian
from tonecheck.rewording.assembling import assembled, explanation, makes_a_change, spelled
from tonecheck.rewording.plain import PlainWords
from tonecheck.rewording.template import Formed, Kept, Piece, Text, parse_fix
from tonecheck.types import Edit, Language

FIXED_MARKS = frozenset({"amount", "date", "name", "phone", "email", "handle", "link"})
"""What no replacement may swallow, besides whatever has a figure in it."""


@dataclass(frozen=True, slots=True)
class Rewording:
    """Edits that put plain words in the place of a finding; ``entry`` numbers the plain words."""

    entry: int
    plain: PlainWords
    edits: tuple[Edit, ...]

    def result(self, text: str) -> str:
        """What comes to stand where something changes, for a label."""
        ordered = sorted(self.edits, key=lambda e: (e.start, e.end))
        position, pieces = ordered[0].start, []
        for edit in ordered:
            pieces += [text[position : edit.start], edit.replacement]
            position = edit.end
        return "".join(pieces).strip()


class Rewriter:
    """Finds plain words for what rules found in one language.

    Args:
        entries: the plain words, in the order in which they are tried.
        book: makes the phrase book of their phrases.
    """

    def __init__(
        self, entries: Sequence[PlainWords], book: Callable[[list[Phrase]], PhraseBook]
    ) -> None:
        self._entries = tuple(entries)
        self._make_book = book
        self.rules = frozenset(e.rule for e in entries)
        self.explained_in = frozenset(e.rule for e in entries if e.explain)

    @cached_property
    def _book(self) -> PhraseBook:
        return self._make_book([Phrase(f"plain/{e.rule}", e.match) for e in self._entries])

    @cached_property
    def _templates(self) -> tuple[tuple[Piece, ...], ...]:
        return tuple(parse_fix(e.fix or "") for e in self._entries)

    def hits(self, analysis: Analysis) -> Mapping[str, list[Hit]]:
        """Where plain words are known in a message, by the rule that they belong to."""
        found: dict[str, list[Hit]] = {rule: [] for rule in self.rules}
        for hit in self._book.find(analysis):
            found[self._entries[hit.phrase].rule].append(hit)
        return found

    def explained(self, analysis: Analysis, hits: Sequence[Hit], place: Hit) -> Iterator[str]:
        """What the glossary explains of what stands at a place, in its dictionary form."""
        for hit in hits:
            entry = self._entries[hit.phrase]
            if entry.explain is None or hit.spent.isdisjoint(place.spent):
                continue
            found = [analysis.tokens[i].form for i in sorted(hit.spent)]
            keys_of = module_for(analysis.language).keys_of
            names = [w for w in _words(entry) if any(keys_of(w) & f.keys for f in found)]
            yield f"{entry.match}: {' '.join(names)}"

    def reword(self, analysis: Analysis, hits: Sequence[Hit], place: Hit) -> Rewording | None:
        """Plain words for what was found at a place; None without any that are surely right.

        Args:
            hits: what :meth:`hits` found for the rule.
            place: what a phrase of the rule found.
        """
        near = [h for h in hits if not h.spent.isdisjoint(place.spent)]
        near.sort(key=lambda h: (bool(self._entries[h.phrase].explain), h.first, h.phrase))
        for hit in near:
            edits = self._edits(analysis, hit)
            if edits:
                return Rewording(hit.phrase, self._entries[hit.phrase], tuple(edits))
        return None

    def _edits(self, analysis: Analysis, hit: Hit) -> list[Edit] | None:
        entry = self._entries[hit.phrase]
        if entry.explain is not None:
            return explanation(analysis, hit, entry.explain)
        pieces = self._templates[hit.phrase]
        words = sorted(i for i in hit.spent if hit.first <= i < hit.last)
        if any(isinstance(p, Kept) and p.number > len(words) for p in pieces):
            return None
        kept = {words[p.number - 1] for p in pieces if isinstance(p, Kept)}
        if not _may_go(analysis, hit, kept):
            return None
        replaced = frozenset(words) - kept
        texts: list[str | int] = []
        for piece in pieces:
            if isinstance(piece, Kept):
                texts.append(words[piece.number - 1])
            elif isinstance(piece, Text):
                texts.append(spelled(piece.text, analysis))
            else:
                word = self._formed(piece, entry, analysis, hit, words, replaced)
                if word is None:
                    return None
                texts.append(word)
        edits = assembled(analysis, hit, texts)
        if edits is not None and entry.following is not None:
            inflector = _russian().inflector
            behind = russian.put_into_case(analysis, hit.last, entry.following, inflector)
            return (
                None
                if behind is None
                else edits + [e for e in behind if makes_a_change(e, analysis)]
            )
        return edits

    def _formed(
        self,
        piece: Formed,
        entry: PlainWords,
        analysis: Analysis,
        hit: Hit,
        words: list[int],
        replaced: frozenset[int],
    ) -> str | None:
        """A word of a fix in the form that it must have there."""
        if analysis.language is Language.EN:
            source = _like(piece, words, replaced, analysis, english.is_source)
            token = None if source is None else analysis.tokens[source]
            return english.formed(piece.lemmas[0], analysis, token, hit.last)
        inflector = _russian().inflector
        named = frozenset(word.lower().replace("ё", "е") for word in _words(entry))

        def fits(token: Token) -> bool:
            return bool(inflector.like(piece.lemmas, token.norm, named))

        source = _like(piece, words, replaced, analysis, fits)
        if source is None:
            return None
        found = inflector.like(piece.lemmas, analysis.tokens[source].norm, named)
        word = russian.pick(found, analysis, source, replaced)
        return None if word is None else russian.cased(word, word, analysis)


def _words(entry: PlainWords) -> Iterator[str]:
    """The words that the phrase of an entry names."""
    for leaf in leaves(parse(entry.match)):
        if isinstance(leaf, Word) and leaf.word:
            yield leaf.word


def can_be_formed(word: str, language: Language) -> bool:
    """Whether a word of a fix is one that can be put into forms."""
    if language is Language.RU:
        return _russian().inflector.kind(word) is not None
    form = module_for(language).form(word)
    return word in english.AGREEING or form.can_be("verb", "base")


def _russian() -> Russian:
    module = module_for(Language.RU)
    assert isinstance(module, Russian)
    return module


def _like(
    piece: Formed,
    words: list[int],
    replaced: frozenset[int],
    analysis: Analysis,
    fits: Callable[[Token], bool],
) -> int | None:
    """The matched word whose form a word of the fix takes."""
    if piece.like is not None:
        return words[piece.like - 1] if piece.like <= len(words) else None
    wanted = (i for i in words if i in replaced)
    return next((i for i in wanted if fits(analysis.tokens[i])), None)


def _may_go(analysis: Analysis, hit: Hit, kept: set[int]) -> bool:
    """Whether nothing that must stay stands in the stretch, besides the words kept."""
    for index in range(hit.first, hit.last):
        token = analysis.tokens[index]
        if index in kept:
            continue
        if is_fixed(token):
            return False
        if index not in hit.spent and token.text != ",":
            return False
    return True


def is_fixed(token: Token) -> bool:
    """Whether a token is a figure, an address, a name or a placeholder, or part of one."""
    if token.kind not in (TokenKind.WORD, TokenKind.PUNCTUATION):
        return True
    if any(c.isdigit() for c in token.text):
        return True
    if token.form.keys & russian.POLITE or len(token.text) == 1:
        return bool(token.marks & FIXED_MARKS - {"name"})
    return bool(token.marks & FIXED_MARKS)
