"""Words, phrases and names that a house has accepted: they are never reported.

They are found by their dictionary forms, so that «судебный приказ» stands for «судебного приказа»,
too. A word with a capital letter stands for words with a capital letter, which makes it a name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from tonecheck.analysis import Analysis, Token
from tonecheck.languages import module_for
from tonecheck.types import Language

Spans = Sequence[tuple[int, int]]
"""Stretches of the visible text."""


@dataclass(frozen=True, slots=True)
class _Word:
    norm: str
    keys: frozenset[str]
    is_capitalised: bool

    def is_said_by(self, token: Token) -> bool:
        if self.is_capitalised and not token.is_capitalised:
            return False
        return token.norm == self.norm or bool(token.form.keys & self.keys)


@lru_cache(maxsize=1024)
def _words(phrase: str, language: Language) -> tuple[_Word, ...]:
    module = module_for(language)
    return tuple(
        _Word(piece.norm, module.keys_of(piece.norm), piece.text[:1].isupper())
        for piece in module.tokenize(phrase, 0)
        if _is_said(piece.text)
    )


def accept(analysis: Analysis, phrases: Sequence[str]) -> tuple[Analysis, Spans]:
    """The analysis with accepted names known as names, and where accepted phrases stand."""
    if not phrases:
        return analysis, ()
    tokens = list(analysis.tokens)
    said = [token for token in tokens if _is_said(token.text)]
    spans = []
    for phrase in phrases:
        words = _words(phrase, analysis.language)
        for run in _runs(said, words):
            spans.append((run[0].start, run[-1].end))
            for token, word in zip(run, words, strict=True):
                if word.is_capitalised:
                    tokens[token.index] = replace(token, marks=token.marks | {"name"})
    return (replace(analysis, tokens=tuple(tokens)) if spans else analysis), spans


def is_accepted(start: int, end: int, spans: Spans) -> bool:
    """Whether a stretch lies within an accepted phrase; a mere place never does."""
    return start < end and any(first <= start and end <= last for first, last in spans)


def _is_said(text: str) -> bool:
    return any(character.isalnum() for character in text)


def _runs(tokens: Sequence[Token], words: Sequence[_Word]) -> Iterator[Sequence[Token]]:
    """Where the words follow each other in one sentence, whatever marks are between them."""
    for first in range(len(tokens) - len(words) + 1 if words else 0):
        run = tokens[first : first + len(words)]
        if run[0].sentence == run[-1].sentence and all(
            word.is_said_by(token) for word, token in zip(words, run, strict=True)
        ):
            yield run
