"""Texts as messages and analyses: shared by the tests of languages and phrases."""

from __future__ import annotations

from tonecheck.analysis import Analysis, Stretch, Token
from tonecheck.languages import analyse
from tonecheck.message import Message
from tonecheck.templates import read_template
from tonecheck.types import Language


def message(text: str) -> Message:
    """A message whose source is the text itself."""
    return Message(text, tuple(read_template(text).segments(0, len(text))))


def read(text: str, language: Language) -> Analysis:
    """A text read in a language."""
    return analyse(message(text), language)


def stretches(analysis: Analysis, found: tuple[Stretch, ...]) -> list[str]:
    """The visible text of sentences or clauses, from their first token to their last."""
    return [
        analysis.text[analysis.tokens[s.first].start : analysis.tokens[s.last - 1].end]
        for s in found
    ]


def token(analysis: Analysis, text: str) -> Token:
    """The first token that is written so."""
    return next(t for t in analysis.tokens if t.text == text)
