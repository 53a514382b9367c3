"""Russian words put into the form of other words, by pymorphy3.

A form out of context may have several readings («счета»: of the invoice, the invoices). Each of
them gives a candidate; whoever asks decides, and has no answer where candidates differ.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from tonecheck.languages.russian import MIN_SCORE

if TYPE_CHECKING:
    import pymorphy3

Parse = Any
"""A reading by pymorphy3, which ships no types."""

KINDS = {
    "VERB": "verb",
    "INFN": "verb",
    "GRND": "verb",
    "PRTF": "adj",
    "PRTS": "verb",
    "ADJF": "adj",
    "NOUN": "noun",
}
"""What takes the form of what: a participle declines like an adjective."""

CASES = {
    "nom": "nomn",
    "gen": "gent",
    "dat": "datv",
    "acc": "accs",
    "ins": "ablt",
    "loc": "loct",
}
"""The cases as rules name them, and as pymorphy3 does."""

_CASE_OF = {"gen2": "gent", "acc2": "accs", "loc2": "loct", "gen1": "gent", "loc1": "loct"}
_ODD = frozenset({"V-oy", "V-ey", "V-ie", "V-be", "Dist", "Arch", "Infr", "Erro", "gen2", "loc2"})
"""Marks of forms that nobody would choose."""

_OWN = ("POS", "gender", "voice", "tense", "aspect")
"""What a word keeps in another case."""

_SHARED = {
    "verb": ("POS", "mood", "tense", "number", "person", "gender", "voice", "involvement"),
    "adj": ("case", "number", "gender"),
    "noun": ("case", "number"),
}
"""What one word takes over from another of its kind."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A word in the form that one reading of another word has; the genders are those of nouns."""

    text: str
    case: str | None
    number: str | None
    gender: str | None
    source_gender: str | None
    aspect: str | None


MAX_ABBREVIATION = 4
"""Letters of «УПД» and the like, which are not declined."""


class Inflector:
    """Puts words into forms.

    Args:
        analyser: the dictionary.
    """

    def __init__(self, analyser: pymorphy3.MorphAnalyzer) -> None:
        self._analyser = analyser
        self.parses = lru_cache(maxsize=4096)(self._parses)

    def _parses(self, norm: str) -> tuple[Parse, ...]:
        """The plausible readings of a form in small letters; never none."""
        found = self._analyser.parse(norm)
        likely = tuple(p for p in found if p.score >= MIN_SCORE and "voct" not in p.tag)
        return likely or tuple(found[:1])

    def kind(self, lemma: str) -> str | None:
        """Whether a word in its dictionary form is a verb, an adjective or a noun; else None."""
        parse = self._own(lemma)
        return None if parse is None else KINDS[parse.tag.POS]

    def _own(self, lemma: str, kind: str | None = None, aspect: str | None = None) -> Parse | None:
        """The reading in which a word is in its dictionary form."""
        for parse in self._analyser.parse(lemma):
            own = KINDS.get(str(parse.tag.POS))
            if not own or kind not in (None, own) or _plain(parse.normal_form) != _plain(lemma):
                continue
            if aspect in (None, parse.tag.aspect):
                return parse
        return None

    def like(
        self, lemmas: Sequence[str], norm: str, named: AbstractSet[str] = frozenset()
    ) -> list[Candidate]:
        """A word in the form of another: «оплатить», like «осуществите» → «оплатите».

        Args:
            lemmas: the word in its dictionary form; of a verb possibly the perfective, then the
                imperfective.
            norm: the other word as it stands, in small letters.
            named: the dictionary forms that the other word may have; any, if it has none of them.

        Returns:
            A candidate for each reading of the other word.
        """
        kind = self.kind(lemmas[0])
        sources = self._sources(norm, named, kind)
        found: dict[Candidate, None] = {}
        for source in sources:
            aspect = str(source.tag.aspect) if kind == "verb" else None
            lemma = lemmas[-1] if aspect == "impf" else lemmas[0]
            own = self._own(lemma, kind, aspect)
            if own is not None and (candidate := _formed(own, source, str(kind))) is not None:
                found[candidate] = None
        if kind == "verb" and len({c.aspect for c in found}) > 1:
            # The dictionary takes some imperfective verbs («доводим») for both.
            return [c for c in found if c.aspect == "impf"]
        return list(found)

    def _sources(self, norm: str, named: AbstractSet[str], kind: str | None) -> list[Parse]:
        found = [p for p in self.parses(norm) if KINDS.get(str(p.tag.POS)) == kind]
        of_phrase = [p for p in found if _plain(p.normal_form) in named]
        found = of_phrase or found
        if not self._analyser.word_is_known(norm):
            found = [p for p in found if "Fixd" not in p.tag] or found
        found = [p for p in found if not {"Fixd", "plur"} <= p.tag.grammemes]
        finite = [p for p in found if p.tag.POS != "PRTS"]
        return finite or found

    def dative(self, phrase: str) -> str:
        """A noun with its adjectives in the dative singular; abbreviations stay as they are.

        Raises:
            ValueError: a word of it has no dative.
        """
        return " ".join(self._dative(word) for word in phrase.split())

    def _dative(self, word: str) -> str:
        if not word.isalpha() or (word.isupper() and len(word) <= MAX_ABBREVIATION):
            return word
        for parse in self.parses(word.lower()):
            if KINDS.get(str(parse.tag.POS)) in ("noun", "adj"):
                inflected = parse.inflect({"datv", "sing"})
                if inflected is not None:
                    return str(inflected.word)
        raise ValueError(f"«{word}» has no dative")

    def declined(self, norm: str, before: str, after: str) -> list[Candidate]:
        """A noun or adjective in one case put into another («счёта» → «счёт»).

        Args:
            norm: the form as it stands, in small letters.
            before: its case, as pymorphy3 names it; readings in other cases do not count.
            after: the case that it is to have.
        """
        found: dict[Candidate, None] = {}
        for parse in self.parses(norm):
            if KINDS.get(str(parse.tag.POS)) not in ("noun", "adj") or _case(parse) != before:
                continue
            for form in _forms(parse):
                if _case(form) != after or form.tag.number != parse.tag.number:
                    continue
                if any(getattr(form.tag, n) != getattr(parse.tag, n) for n in _OWN):
                    continue
                gender = parse.tag.gender
                text = str(form.word)
                candidate = Candidate(text, after, parse.tag.number, gender, gender, None)
                if form.tag.POS == "NOUN" or form.tag.animacy in (None, "inan"):
                    found[candidate] = None
                    break
        return list(found)


def _case(parse: Parse) -> str | None:
    case: str | None = parse.tag.case
    return None if case is None else _CASE_OF.get(case, case)


def _plain(text: str) -> str:
    return text.replace("ё", "е")


def _forms(parse: Parse) -> Iterator[Parse]:
    """The forms of a word without the odd ones, among them «счётов» beside «счетов»."""
    written = {(str(form.word), str(form.tag)) for form in parse.lexeme}
    for form in parse.lexeme:
        doubled = "ё" in form.word and (_plain(form.word), str(form.tag)) in written
        if _ODD.isdisjoint(form.tag.grammemes) and not doubled:
            yield form


def _formed(own: Parse, source: Parse, kind: str) -> Candidate | None:
    for form in _forms(own):
        if KINDS.get(str(form.tag.POS)) == kind and _agrees(form, source, kind):
            return Candidate(
                str(form.word),
                _case(form),
                form.tag.number,
                own.tag.gender if kind == "noun" else None,
                source.tag.gender if kind == "noun" else None,
                own.tag.aspect,
            )
    return None


def _agrees(form: Parse, source: Parse, kind: str) -> bool:
    for name in _SHARED[kind]:
        wanted, has = getattr(source.tag, name), getattr(form.tag, name)
        if name == "case":
            wanted, has = _case(source), _case(form)
        if wanted != has:
            return False
    if kind == "adj":
        return {form.tag.animacy, source.tag.animacy} != {"anim", "inan"}
    return True
