"""What phrases find in a text: shared by the tests of this folder."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tests.reading import read
from tonecheck.analysis import Analysis
from tonecheck.languages import module_for
from tonecheck.phrases import Hit, Phrase, PhraseBook
from tonecheck.types import Language

Terms = Mapping[str, Sequence[str]]


def book(phrases: Sequence[str], language: Language, terms: Terms | None = None) -> PhraseBook:
    """A phrase book without a rule book."""
    owned = [Phrase("test", phrase) for phrase in phrases]
    return PhraseBook(owned, terms or {}, module_for(language).keys_of)


def hits(
    phrase: str, text: str, language: Language, terms: Terms | None = None
) -> tuple[Analysis, list[Hit]]:
    """The hits of one phrase, with the analysis that they point into."""
    analysis = read(text, language)
    return analysis, list(book([phrase], language, terms).find(analysis))


def found(phrase: str, text: str, language: Language, terms: Terms | None = None) -> list[str]:
    """The stretches of text that one phrase finds."""
    analysis, all_hits = hits(phrase, text, language, terms)
    tokens = analysis.tokens
    return [analysis.text[tokens[h.first].start : tokens[h.last - 1].end] for h in all_hits]
