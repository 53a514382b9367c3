"""Too many things beside each other: sums, links, choices."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tonecheck.analysis import Analysis, Part, Token, TokenKind
from tonecheck.checks.topics import sentences
from tonecheck.literals.links import OpaqueKind
from tonecheck.observation import Facts, Observation
from tonecheck.types import Context, Language

MAX_SUMS = 5
MAX_LINKS = 2
MAX_OPTIONS = {Language.EN: 10, Language.RU: 14}
"""Russian sets a comma before every clause, so that more short stretches are no list."""
LIST_FROM = {Language.EN: 3, Language.RU: 4}
"""So many short stretches in a row are a list."""
SHORT_WORDS = 5
"""A stretch of at most so many words between two separators is an item of a list."""
SEPARATORS = frozenset({",", ";", "/", "–", "—", "\n", "or", "and", "или", "либо", "и"})


def too_many_sums(analysis: Analysis, context: Context, facts: Facts) -> Iterator[Observation]:
    """More sums of money than a reader keeps apart, in running text."""
    money = [m for m in analysis.literals.money if not _stands_in_a_list(analysis.text, m.start)]
    if len({m.value for m in money}) > MAX_SUMS:
        yield Observation(money[0].start, money[-1].end, {"count": len(money), "limit": MAX_SUMS})


def too_many_links(analysis: Analysis, context: Context, facts: Facts) -> Iterator[Observation]:
    """More links than there are things to do."""
    links = [o for o in analysis.literals.opaque if o.kind is OpaqueKind.URL]
    different = {analysis.text[o.start : o.end] for o in links}
    if len(different) > MAX_LINKS:
        extra = links[MAX_LINKS]
        yield Observation(extra.start, extra.end, {"count": len(different), "limit": MAX_LINKS})


def too_many_options(analysis: Analysis, context: Context, facts: Facts) -> Iterator[Observation]:
    """Long lists in running text: ways to pay, dates, things to choose from."""
    total = 0
    longest: Sequence[Token] = ()
    most = 0
    for tokens in sentences(analysis, Part.BODY):
        items = _items(tokens, LIST_FROM[analysis.language])
        total += items
        if items > most:
            most, longest = items, tokens
    if total > MAX_OPTIONS[analysis.language]:
        last = max(t.end for t in longest if t.kind is not TokenKind.PUNCTUATION)
        yield Observation(longest[0].start, last, {"count": total})


def _stands_in_a_list(text: str, offset: int) -> bool:
    """Whether the line is an item of a list or a row of a table."""
    line = text[text.rfind("\n", 0, offset) + 1 : offset].lstrip()
    return line.startswith(("-", "–", "—", "•", "*", "|")) or line.rstrip().endswith(":")


def _items(tokens: Sequence[Token], list_from: int) -> int:
    """How many items the lists of a sentence have together."""
    total = run = words = 0
    for token in tokens:
        if token.text not in SEPARATORS:
            words += token.kind is not TokenKind.PUNCTUATION
            continue
        if words > SHORT_WORDS:
            total += run if run >= list_from else 0
            run = 0
        elif words:
            run += 1
        words = 0
    if 0 < words <= SHORT_WORDS:
        run += 1
    return total + (run if run >= list_from else 0)
