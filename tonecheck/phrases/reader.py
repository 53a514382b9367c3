"""What a phrase is matched against: the tokens of one sentence and its borders."""

from __future__ import annotations

from dataclasses import dataclass

from tonecheck.analysis import Analysis, Stretch, Token

LIGHT = frozenset({'"', "'", "«", "»", "“", "”", "„", "*", "_", "‘", "’"})
"""Marks that a phrase looks through."""


@dataclass(frozen=True, slots=True)
class Reader:
    """The tokens of one sentence (``start`` up to ``end``) inside their message."""

    tokens: tuple[Token, ...]
    clauses: tuple[Stretch, ...]
    start: int
    end: int

    def skip_light(self, position: int) -> int:
        """The position after any quotation marks."""
        while position < self.end and self.tokens[position].text in LIGHT:
            position += 1
        return position

    def border(self, position: int, whole_sentence: bool) -> int:
        """The end of the sentence, or of the clause around a position."""
        if whole_sentence or not self.start <= position < self.end:
            return self.end
        return self.clauses[self.tokens[position].clause].last


def reader_of(analysis: Analysis, sentence: Stretch) -> Reader:
    """The reader of one sentence."""
    return Reader(analysis.tokens, analysis.clauses, sentence.first, sentence.last)
