"""Where a hit does not count: under negation, in a quotation, inside a name."""

from __future__ import annotations

from collections.abc import Sequence

from tonecheck.analysis import Analysis, Token, TokenKind
from tonecheck.phrases.matching import Hit
from tonecheck.types import Language

NEGATIONS: dict[Language, frozenset[str]] = {
    Language.EN: frozenset(
        "not no never nobody none nothing nowhere neither nor without cannot hardly instead "
        "rather nil".split()
    ),
    Language.RU: frozenset(
        "не ни нет никто ничто никогда никакой нигде никуда незачем без нельзя вместо".split()
    ),
}
CONDITIONS: dict[Language, frozenset[str]] = {
    Language.EN: frozenset(
        ["if", "unless", "when", "until", "till", "otherwise", "else", "or", "before", "without"]
    ),
    Language.RU: frozenset(["если", "иначе", "пока", "когда", "раз", "либо", "или", "без"]),
}
WITHOUT = frozenset({"without", "no", "без"})
WARNING = frozenset(
    "notice warning delay fail mercy ceremony exception hesitation предупреждение уведомление "
    "промедление исключение отлагательство оговорка разговор церемония".split()
)
"""What a merciless step is announced to come without."""

TITLE_CASE_SHARE = 0.7
QUOTED_SHARE = 0.6


def is_negated(analysis: Analysis, hit: Hit) -> bool:
    """Whether a word outside the phrase denies it: "we will not …", «штрафов за это нет».

    A negation that belongs to a condition in the same clause ("if we do not hear from you we
    will …", "without payment we will …") does not deny the consequence.
    """
    negations = NEGATIONS[analysis.language]
    conditions = CONDITIONS[analysis.language]
    tokens = analysis.tokens
    for clause in sorted({tokens[i].clause for i in range(hit.first, hit.last)}):
        stretch = analysis.clauses[clause]
        condition = -1
        for i in range(stretch.first, stretch.last):
            token = tokens[i]
            if i in hit.spent:
                continue
            outside = i < hit.first or i >= hit.last
            if outside and token.norm in conditions and not _adjoins(tokens, i, hit):
                condition = i
            if token.form.keys & negations and token.kind is TokenKind.WORD:
                # The condition and its negation stand on the same side of the hit.
                same_side = condition >= 0 and (condition < hit.first) == (i < hit.first)
                if (outside and same_side) or _is_harshness(tokens, i):
                    continue
                return True
    return False


def _is_harshness(tokens: Sequence[Token], i: int) -> bool:
    """Whether a "without" sharpens instead of denying: «без предупреждения»."""
    after = tokens[i + 1 : i + 4]
    return tokens[i].norm in WITHOUT and any(t.form.keys & WARNING for t in after)


def _adjoins(tokens: Sequence[Token], i: int, hit: Hit) -> bool:
    """Whether only articles and adjectives part a word from the hit: "without any late fee"."""
    if i >= hit.first:
        return False
    between = tokens[i + 1 : hit.first]
    return all(
        (t.form.can_be("det") or t.form.can_be("adj")) and not t.form.can_be("noun")
        for t in between
    )


def is_quoted(analysis: Analysis, hit: Hit) -> bool:
    """Whether most of the hit stands between quotation marks or in a quoted line."""
    words = _words(analysis, hit)
    return bool(words) and sum(t.quoted for t in words) >= QUOTED_SHARE * len(words)


def is_name(analysis: Analysis, hit: Hit) -> bool:
    """Whether the hit is (part of) a name: "Final Demand Records", "Court Street"."""
    words = _words(analysis, hit)
    if not words or not all(t.is_capitalised and not t.is_upper for t in words):
        return False
    sentence = analysis.sentence_tokens(analysis.sentences[words[0].sentence])
    others = [t for t in sentence if t.kind is TokenKind.WORD]
    if sum(t.is_capitalised for t in others) >= TITLE_CASE_SHARE * len(others):
        return False
    if _is_neighbouring_name(analysis, words[-1].index, 1):
        return True
    if words[0].index == sentence[0].index:
        return len(words) > 2
    return len(words) > 1 or _is_neighbouring_name(analysis, words[0].index, -1)


def _is_neighbouring_name(analysis: Analysis, index: int, step: int) -> bool:
    other = index + step
    if not 0 <= other < len(analysis.tokens):
        return False
    token = analysis.tokens[other]
    if token.kind is not TokenKind.WORD or token.form.can_be("pron"):
        # «Прошу Вас» is no name.
        return False
    opens = token.index == analysis.sentences[token.sentence].first
    return token.is_capitalised and not opens


def _words(analysis: Analysis, hit: Hit) -> list[Token]:
    return [t for t in analysis.tokens[hit.first : hit.last] if t.kind is TokenKind.WORD]
