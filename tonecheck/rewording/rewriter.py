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
from tonecheck.rewording.plain import PlainWords
from tonecheck.rewording.template import Formed, Kept, Piece, Text, parse_fix
from tonecheck.types import Edit, Language

FIXED_MARKS = frozenset({"amount", "date", "name", "phone", "email", "handle", "link"})
"""What no replacement may swallow, besides whatever has a figure in it."""

POLITE = frozenset({"вы", "ваш"})


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
            return _explanation(analysis, hit, entry.explain)
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
                texts.append(_spelled(piece.text, analysis))
            else:
                word = self._formed(piece, entry, analysis, hit, words, replaced)
                if word is None:
                    return None
                texts.append(word)
        edits = _assembled(analysis, hit, texts)
        if edits is not None and entry.following is not None:
            inflector = _russian().inflector
            behind = russian.put_into_case(analysis, hit.last, entry.following, inflector)
            return None if behind is None else edits + [e for e in behind if _does(e, analysis)]
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
    if token.form.keys & POLITE or len(token.text) == 1:
        return bool(token.marks & FIXED_MARKS - {"name"})
    return bool(token.marks & FIXED_MARKS)


def _spelled(text: str, analysis: Analysis) -> str:
    """Words of a fix as the message writes them: «ё», and «Вам» where it says «Вы»."""
    if analysis.language is Language.EN:
        return text
    if "ё" not in analysis.text.lower():
        text = text.replace("ё", "е")
    openings = {s.first for s in analysis.sentences}
    polite = [t for t in analysis.tokens if t.form.keys & POLITE and t.index not in openings]
    if polite and all(t.is_capitalised for t in polite):
        return " ".join(w.capitalize() if w in {"вам", "вас"} else w for w in text.split(" "))
    return text


def _assembled(analysis: Analysis, hit: Hit, texts: Sequence[str | int]) -> list[Edit] | None:
    """Edits of the stretches between the words kept; kept words are given by their index."""
    tokens = analysis.tokens
    start, end = tokens[hit.first].start, tokens[hit.last - 1].end
    kept = [t for t in texts if isinstance(t, int)]
    if not kept and not "".join(str(t) for t in texts).strip():
        return _deletion(analysis, hit)
    edits: list[Edit] = []
    position, fresh = start, ""
    for text in texts:
        if isinstance(text, int):
            edits.append(Edit(position, tokens[text].start, fresh))
            position, fresh = tokens[text].end, ""
        else:
            fresh += text
    edits.append(Edit(position, end, fresh.rstrip() if kept else fresh.strip()))
    edits[0] = Edit(edits[0].start, edits[0].end, edits[0].replacement.lstrip())
    edits = _with_capital(edits, analysis, hit, kept)
    first = "".join(str(t) if isinstance(t, str) else tokens[t].text for t in texts[:1])
    if analysis.language is Language.EN:
        edits = english.mended_article(analysis, hit.first, first) + edits
    return [e for e in edits if _does(e, analysis)]


def _does(edit: Edit, analysis: Analysis) -> bool:
    return analysis.text[edit.start : edit.end] != edit.replacement


def _with_capital(
    edits: list[Edit], analysis: Analysis, hit: Hit, kept: Sequence[int]
) -> list[Edit]:
    """The edits with the capitals of the stretch they replace."""
    tokens = analysis.tokens
    sentence = analysis.sentences[tokens[hit.first].sentence]
    words = [t for t in analysis.sentence_tokens(sentence) if len(t.text) > 1 and t.text.isalpha()]
    if words and all(t.is_upper for t in words):
        return [Edit(e.start, e.end, e.replacement.upper()) for e in edits]
    opening = tokens[hit.first]
    shouted = opening.text.isupper() and hit.first != sentence.first
    if not opening.is_capitalised or shouted or hit.first in kept:
        return edits
    first = edits[0]
    if first.replacement:
        text = first.replacement
        return [Edit(first.start, first.end, text[:1].upper() + text[1:]), *edits[1:]]
    # The first word kept comes to open the stretch.
    kept_word = tokens[kept[0]]
    letter = Edit(first.start, kept_word.start + 1, kept_word.text[:1].upper())
    return [letter, *edits[1:]]


def _deletion(analysis: Analysis, hit: Hit) -> list[Edit] | None:
    """Taking the stretch out, with one of the spaces beside it."""
    tokens, text = analysis.tokens, analysis.text
    start, end = tokens[hit.first].start, tokens[hit.last - 1].end
    before = tokens[hit.first - 1] if hit.first else None
    after = tokens[hit.last] if hit.last < len(tokens) else None
    if before and after and before.text == "," and after.text in ",.":
        return None
    opens = hit.first in {s.first for s in analysis.sentences}
    if not opens and text[start - 1 : start] == " ":
        return [Edit(start - 1, end, "")]
    if after is None or after.sentence != tokens[hit.first].sentence or text[end] != " ":
        return None
    if after.kind is not TokenKind.WORD:
        return None if after.kind is TokenKind.PUNCTUATION else [Edit(start, end + 1, "")]
    capital = after.text[:1].upper() if tokens[hit.first].is_capitalised else after.text[:1]
    return [Edit(start, after.start + 1, capital)]


def _explanation(analysis: Analysis, hit: Hit, words: str) -> list[Edit] | None:
    """The explanation in brackets behind the word; not inside other brackets."""
    tokens = analysis.tokens
    end = tokens[hit.last - 1].end
    line = analysis.text[analysis.text.rfind("\n", 0, end) + 1 : end]
    if line.count("(") > line.count(")"):
        return None
    if analysis.text[end : end + 1] in ("-", "/", "+", "&"):
        return None
    if hit.last < len(tokens) and tokens[hit.last].text == "(":
        return None
    return [Edit(end, end, f" ({_spelled(words, analysis)})")]
