"""Sentences that a reader loses the thread of."""

from __future__ import annotations

from collections.abc import Iterator

from tonecheck.analysis import Analysis, Part, Token
from tonecheck.checks.topics import sentences, word_count
from tonecheck.languages import module_for
from tonecheck.observation import Facts, Observation
from tonecheck.types import Context, Language, Severity

LONG: dict[Language, tuple[int, int]] = {Language.EN: (35, 50), Language.RU: (30, 45)}
"""More words than this are a suggestion, and more than that a warning."""

MANY_CLAUSES = 5


def long_sentence(analysis: Analysis, context: Context, facts: Facts) -> Iterator[Observation]:
    """A sentence of more words than a reader holds in mind."""
    limit, far = LONG[analysis.language]
    for tokens in sentences(analysis, Part.BODY):
        words = word_count(tokens)
        if words > limit:
            severity = Severity.WARNING if words > far else Severity.SUGGESTION
            values = {"words": words, "limit": limit}
            yield Observation(tokens[0].start, tokens[-1].end, values, severity=severity)


def tangled_sentence(analysis: Analysis, context: Context, facts: Facts) -> Iterator[Observation]:
    """A sentence of many clauses, or with brackets inside brackets."""
    module = module_for(analysis.language)
    for tokens in sentences(analysis, Part.BODY):
        if tokens[-1].clause - tokens[0].clause + 1 < MANY_CLAUSES and not _nests_brackets(tokens):
            continue
        clauses = {t.clause for t in tokens if not t.quoted and module.is_finite_verb(t.form)}
        if len(clauses) >= MANY_CLAUSES or _nests_brackets(tokens):
            values = {"clauses": len(clauses)}
            yield Observation(tokens[0].start, tokens[-1].end, values)


def _nests_brackets(tokens: tuple[Token, ...]) -> bool:
    depth = 0
    for token in tokens:
        if token.text == "(":
            depth += 1
            if depth > 1:
                return True
        elif token.text == ")":
            depth = max(0, depth - 1)
    return False
