"""What the words around a replacement ask of it in English: number, "a" or "an"."""

from __future__ import annotations

from collections.abc import Sequence

from tonecheck.analysis import Analysis, Token, TokenKind
from tonecheck.languages.inflection_en import article, like
from tonecheck.types import Edit

AGREEING: dict[str, tuple[str, str]] = {"this": ("this", "these"), "is": ("is", "are")}
"""Words that agree with the noun behind them: with one thing, with several."""

FINITE = frozenset(
    "remains stands shows falls totals covers states comes carries includes relates refers "
    "expires lists amounts".split()
)
"""Verbs after a subject that might otherwise be the plural of a noun."""

UNCOUNTED = frozenset("arrears premises dues goods monies".split())
"""Plurals that have no singular."""

LONGEST = 5
"""Words of a noun phrase."""


def formed(word: str, analysis: Analysis, source: Token | None, after: int) -> str | None:
    """A word in the form that its place asks for; None where that is not sure.

    Args:
        word: as the fix writes it.
        source: the word whose form it takes.
        after: the token behind the match.
    """
    if word in AGREEING:
        number = _number(analysis.tokens[after:], analysis, after)
        return None if number is None else AGREEING[word][number == "plur"]
    found = like(word, source.form) if source else frozenset()
    return next(iter(found)) if len(found) == 1 else None


def is_source(token: Token) -> bool:
    """Whether a matched word can lend its form to a verb."""
    return token.form.can_be("verb")


def _number(tokens: Sequence[Token], analysis: Analysis, after: int) -> str | None:
    """Whether the noun phrase that begins here stands for one thing or several."""
    number: str | None = None
    for token in tokens[:LONGEST]:
        if token.kind is not TokenKind.WORD or token.sentence != analysis.tokens[after].sentence:
            break
        form = token.form
        if number and (token.norm in FINITE or not form.can_be("noun")):
            break
        if form.can_be("noun", "plur") or token.norm in UNCOUNTED:
            if number == "sing" and form.can_be("verb"):
                return None
            number = "plur"
        elif form.can_be("noun") and not form.can_be("prep"):
            if number == "plur":
                break
            number = "sing"
        elif not (form.can_be("adj") or form.can_be("participle")):
            break
    return number


def mended_article(analysis: Analysis, start: int, first_word: str) -> list[Edit]:
    """The edit of "a" or "an" right before token ``start``, where another word comes to stand."""
    if start == 0 or not first_word[:1].isalpha():
        return []
    before = analysis.tokens[start - 1]
    if before.norm not in ("a", "an") or before.norm == article(first_word.lower()):
        return []
    wanted = article(first_word.lower())
    return [Edit(before.start, before.end, wanted.title() if before.is_capitalised else wanted)]
