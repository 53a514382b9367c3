"""Sentences shortened by whole clauses: what hurts goes, what stands beside it stays."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from tonecheck.analysis import Analysis, Token, TokenKind
from tonecheck.checks.topics import is_about_payment
from tonecheck.languages import module_for
from tonecheck.types import Language

MIN_WORDS = 3

_SUBORDINATORS = {
    Language.EN: frozenset(
        "if when unless because since although though while until till once before after that "
        "which who whose where as than whether failing".split()
    ),
    Language.RU: frozenset(
        "если когда пока чтобы который которая которое которые потому поскольку хотя раз как что "
        "чем где куда ибо коли ежели кто".split()
    ),
}
_JOINING = {
    Language.EN: frozenset("and or but so otherwise else because then nor plus yet".split()),
    Language.RU: frozenset(
        "и или а но либо иначе так что чтобы потому то да однако зато причем притом".split()
    ),
}
_ASKING = {
    Language.EN: frozenset("can could would will may might".split()),
    Language.RU: frozenset("можете сможете можешь сможешь можно".split()),
}
_OPENING, _CLOSING = "([«“", ")]»”"


def trims(analysis: Analysis, tokens: Sequence[Token], flagged: set[int]) -> Iterator[list[Token]]:
    """The stretches of a sentence that can stand alone once the flagged clauses are gone.

    Args:
        tokens: a sentence.
        flagged: the clauses that have to go.
    """
    clauses = [list(group) for _, group in groupby(tokens, key=lambda token: token.clause)]
    hurts = [any(token.clause in flagged for token in clause) for clause in clauses]
    if not any(hurts):
        return
    first, last = hurts.index(True), len(hurts) - 1 - hurts[::-1].index(True)
    for kept in (clauses[:first], clauses[last + 1 :]):
        words = _bare([token for clause in kept for token in clause], analysis.language)
        if words and _stands_alone(words, analysis):
            yield words


def end_mark(words: Sequence[Token], language: Language) -> str:
    """The mark that ends what is kept."""
    return "?" if words[0].norm in _ASKING[language] else "."


def _bare(tokens: list[Token], language: Language) -> list[Token]:
    """Without the marks and conjunctions that joined it to the rest."""
    joining = _JOINING[language]
    while tokens and (tokens[0].kind is TokenKind.PUNCTUATION or tokens[0].norm in joining):
        tokens = tokens[1:]
    while tokens and (tokens[-1].kind is TokenKind.PUNCTUATION or tokens[-1].norm in joining):
        if tokens[-1].text in _CLOSING:
            break
        tokens = tokens[:-1]
    return tokens


def _stands_alone(words: Sequence[Token], analysis: Analysis) -> bool:
    language = analysis.language
    module = module_for(language)
    if sum(token.kind is not TokenKind.PUNCTUATION for token in words) < MIN_WORDS:
        return False
    if words[0].norm in _SUBORDINATORS[language] or not _is_balanced(words):
        return False
    says = any(module.is_finite_verb(t.form) or t.form.can_be("imp") for t in words)
    matters = is_about_payment(words, language) or any(
        t.marks & {"amount", "date", "reference", "phone", "link"} for t in words
    )
    return says and matters


def _is_balanced(words: Sequence[Token]) -> bool:
    text = "".join(token.text for token in words)
    pairs = zip(_OPENING, _CLOSING, strict=True)
    return all(text.count(a) == text.count(b) for a, b in pairs) and text.count('"') % 2 == 0
