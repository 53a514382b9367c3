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
_THREATENING = {
    Language.EN: frozenset("otherwise or else".split()),
    Language.RU: frozenset("иначе или либо".split()),
}
"""What they join holds only if what stands before it is not done: "…, otherwise a fee applies"."""

_ASKING = {
    Language.EN: frozenset("can could would will may might".split()),
    Language.RU: frozenset("можете сможете можешь сможешь можно".split()),
}
_POINTING = {
    Language.EN: frozenset("he him his she her hers they them their theirs".split()),
    Language.RU: frozenset(
        "он она они его ее их им ему ей ним ней них нем ними него нее нему ею".split()
    ),
}
"""Pronouns that stand for somebody or something named before."""

IMPERATIVE = 3
"""Words in which a request opens."""
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
    rest = clauses[last + 1 :]
    if _is_consequence([token for clause in rest for token in clause], analysis.language):
        rest = []
    for kept in (clauses[:first], rest):
        words = _bare([token for clause in kept for token in clause], analysis.language)
        if words and _stands_alone(words, analysis):
            yield words


def _is_consequence(tokens: Sequence[Token], language: Language) -> bool:
    """Whether a clause says what will come if the one before it is not obeyed."""
    said = next((t for t in tokens if t.kind is not TokenKind.PUNCTUATION), None)
    return said is not None and said.norm in _THREATENING[language]


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
    return says and matters and not _is_stump(words, language)


def _is_stump(words: Sequence[Token], language: Language) -> bool:
    """Whether a rest has lost whom it speaks of: 'Said "tonight"', «Платить по ним не думали»."""
    if any(t.form.can_be("imp") for t in words[:IMPERATIVE]) and language is Language.RU:
        return False
    return _is_headless(words, language) or _points_away(words, language)


def _is_headless(words: Sequence[Token], language: Language) -> bool:
    """Whether a predicate has no subject before it, and is no request."""
    if language is Language.EN:
        first = words[0].form
        return words[0].norm not in _ASKING[language] and (
            (first.can_be("past") and first.must_be("verb"))
            or (first.can_be("aux") and not first.can_be("base"))
        )
    is_finite = module_for(language).is_finite_verb
    verb = next((t for t in words if is_finite(t.form)), None)
    if verb is None or verb.form.can_be("1p") or not _needs_subject(verb):
        return False
    return not any(
        t.form.can_be("nom") and (t.form.can_be("noun") or t.form.can_be("pron")) for t in words
    )


def _needs_subject(verb: Token) -> bool:
    """Whether somebody must do it: «не думали», «не намерены»; not «числится», «осталось»."""
    return verb.form.can_be("plur") and (verb.form.can_be("past") or verb.form.can_be("short"))


def _points_away(words: Sequence[Token], language: Language) -> bool:
    """Whether a pronoun stands for what no noun before it names."""
    for i, token in enumerate(words):
        if token.norm in _POINTING[language] and not any(
            t.form.can_be("noun") and not t.form.can_be("verb") for t in words[:i]
        ):
            return True
    return False


def _is_balanced(words: Sequence[Token]) -> bool:
    text = "".join(token.text for token in words)
    pairs = zip(_OPENING, _CLOSING, strict=True)
    return all(text.count(a) == text.count(b) for a, b in pairs) and text.count('"') % 2 == 0
