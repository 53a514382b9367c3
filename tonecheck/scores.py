"""Politeness and clarity: sums in which every point has a factor.

The points stand in ``rules/scores.yaml``. Courtesies count once, findings each time, and of
hard sentences the hardest few, so that adding a mistake never raises a score and repeating a
courtesy buys nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from tonecheck.analysis import Analysis, Part
from tonecheck.matches import Finder, Owner
from tonecheck.observation import Facts
from tonecheck.readability import hard_reading_ease, plain_words
from tonecheck.rulebook import RuleBook
from tonecheck.types import Category, Context, Factor, FactType, Finding, Language, Score

HIGHEST = 100
COURTESY_FACTS = (FactType.THANKS, FactType.EMPATHY, FactType.FLEXIBILITY)
UNKIND = frozenset(
    {
        Category.THREAT,
        Category.ACCUSATION,
        Category.GUILT,
        Category.PRESSURE,
        Category.RUDENESS,
        Category.PENALTY,
    }
)
"""A courtesy in the same breath as one of these is none."""

REQUEST = Owner(
    id="request",
    phrases=("$courteous_request",),
    unless=(),
    negation_cancels=False,
    quotation_cancels=True,
    parts=frozenset(),
)

Span = tuple[int, int]


def score(
    analysis: Analysis,
    context: Context,
    facts: Facts,
    findings: Sequence[Finding],
    rulebook: RuleBook,
) -> tuple[Score, Score]:
    """The politeness and the clarity score of a message.

    Args:
        facts: with offsets in the visible text.
        findings: with offsets in the source, as the report shows them.
    """
    weights = rulebook.weights
    speech = context.speech or analysis.language
    politeness = [
        _start(weights["politeness"], speech),
        *_courtesies(analysis, facts, findings, rulebook, speech),
        *_by_finding(findings, weights["politeness"], speech),
    ]
    clarity = [
        _start(weights["clarity"], speech),
        *_by_finding(findings, weights["clarity"], speech),
        *_hard_sentences(analysis, weights["clarity"]["reading_ease"], speech),
    ]
    limit = weights["limit"][speech.value]
    return _total(politeness, limit), _total(clarity, limit)


def _start(weights: dict[str, Any], speech: Language) -> Factor:
    return Factor("start", weights["start"]["points"], weights["start"][speech.value])


def _courtesies(
    analysis: Analysis,
    facts: Facts,
    findings: Sequence[Finding],
    rulebook: RuleBook,
    speech: Language,
) -> Iterator[Factor]:
    weights = rulebook.weights["politeness"]["courtesies"]
    spans: dict[str, list[Span]] = {
        t.value: [(f.start, f.end) for f in facts[t]] for t in COURTESY_FACTS
    }
    finder = Finder([REQUEST])
    book = rulebook.phrase_book(analysis.language, "courtesy", finder.phrases)
    tokens = analysis.tokens
    spans["request"] = [
        (tokens[f.hit.first].start, tokens[f.hit.last - 1].end) for f in finder.find(analysis, book)
    ]
    spans["name"] = [
        (t.start, t.end) for t in analysis.part_tokens(Part.GREETING) if "name" in t.marks
    ]
    unkind = {_sentence_at(analysis, f.start) for f in findings if f.category in UNKIND}
    roles = [(f.start, f.end) for f in findings if f.category is Category.IMPERSONAL]
    for name, weight in weights.items():
        for start, end in spans[name]:
            source = analysis.message.source_span(start, end)
            if name == "name" and any(a < source[1] and source[0] < b for a, b in roles):
                continue
            if _sentence_at(analysis, source[0]) not in unkind:
                yield Factor(name, weight["points"], weight[speech.value], *source)
                break


def _sentence_at(analysis: Analysis, source_offset: int) -> int | None:
    """The number of the sentence at a source offset."""
    message = analysis.message
    for number, sentence in enumerate(analysis.sentences):
        tokens = analysis.sentence_tokens(sentence)
        start, end = message.source_span(tokens[0].start, tokens[-1].end)
        if start <= source_offset < end:
            return number
    return None


def _by_finding(
    findings: Sequence[Finding], weights: dict[str, Any], speech: Language
) -> Iterator[Factor]:
    by_rule = weights.get("rules", {})
    by_category = weights["categories"]
    for finding in findings:
        weight = by_rule.get(finding.rule) or by_category.get(finding.category.value)
        if weight is None:
            continue
        points = weight[finding.severity.value]
        yield Factor(finding.rule, points, weight[speech.value], finding.start, finding.end)


def _hard_sentences(
    analysis: Analysis, weight: dict[str, Any], speech: Language
) -> Iterator[Factor]:
    hard: list[tuple[int, Span]] = []
    for sentence in analysis.sentences:
        tokens = analysis.sentence_tokens(sentence)
        words = plain_words(tokens)
        if len(words) < weight["shortest"]:
            continue
        ease = hard_reading_ease(words, analysis.language, weight["easy"])
        if ease is not None:
            points = min(weight["most"], int((weight["easy"] - ease) // weight["step"]) + 1)
            hard.append((points, analysis.message.source_span(tokens[0].start, tokens[-1].end)))
    hard.sort(key=lambda h: (-h[0], h[1]))
    for points, (start, end) in hard[: weight["sentences"]]:
        yield Factor("reading-ease", -points, weight[speech.value], start, end)


def _total(factors: list[Factor], limit: str) -> Score:
    """The sum, kept between 0 and 100 by a factor of its own where it would leave them."""
    total = sum(f.points for f in factors)
    value = min(HIGHEST, max(0, total))
    if value != total:
        factors.append(Factor("limit", value - total, limit))
    return Score(value, tuple(factors))
