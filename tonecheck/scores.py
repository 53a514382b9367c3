"""Politeness and clarity: sums in which every point has a factor.

The points stand in ``rules/scores.yaml`` and, of the markers of courtesy and its lack, in
``rules/markers/``. Markers count once and courtesies together up to a limit, findings each time,
and of hard sentences the hardest few, so that adding a mistake never raises a score, repeating a
courtesy buys nothing, and no heap of courtesies buys a threat free.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from tonecheck.analysis import Analysis
from tonecheck.markers import find_markers
from tonecheck.observation import Facts
from tonecheck.readability import hard_reading_ease, plain_words
from tonecheck.rulebook import RuleBook
from tonecheck.types import Category, Context, Factor, Finding, Gain, Language, Score

Span = tuple[int, int]

HIGHEST = 100
MARRING = frozenset(
    {
        Category.THREAT,
        Category.ACCUSATION,
        Category.GUILT,
        Category.PRESSURE,
        Category.RUDENESS,
        Category.PENALTY,
        Category.JARGON,
        Category.VAGUE,
    }
)
"""A courtesy in the same sentence as one of these wins nothing: adding a mistake in kind words
must not pay."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """A factor of a score, and what would win its points where it costs some."""

    factor: Factor
    advice: str = ""


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
    markers = list(_markers(analysis, facts, findings, rulebook, speech))
    politeness = [
        _start(weights["politeness"], speech),
        *markers,
        *_beyond(markers, weights["politeness"]["most"], speech),
        *_by_finding(findings, weights["politeness"], speech),
    ]
    clarity = [
        _start(weights["clarity"], speech),
        *_by_finding(findings, weights["clarity"], speech),
        *_hard_sentences(analysis, weights["clarity"]["reading_ease"], speech),
    ]
    limit = weights["limit"][speech.value]
    shown = {entry.factor.rule for entry in markers}
    absent = [
        Gain(marker.points, marker.advice[speech])
        for marker in rulebook.markers(analysis.language)
        if marker.points > 0 and marker.advice and marker.id not in shown
    ]
    room = weights["politeness"]["most"]["points"] - sum(
        entry.factor.points for entry in markers if entry.factor.points > 0
    )
    absent = [replace(gain, points=min(gain.points, room)) for gain in absent if room > 0]
    return _total(politeness, absent, limit), _total(clarity, [], limit)


def _start(weights: dict[str, Any], speech: Language) -> _Entry:
    return _Entry(Factor("start", weights["start"]["points"], weights["start"][speech.value]))


def _markers(
    analysis: Analysis,
    facts: Facts,
    findings: Sequence[Finding],
    rulebook: RuleBook,
    speech: Language,
) -> Iterator[_Entry]:
    """Each marker once, however often it shows; courtesy only in sentences without a mistake."""
    marred = {_sentence_at(analysis, f.start) for f in findings if f.category in MARRING}
    roles = [(f.start, f.end) for f in findings if f.category is Category.IMPERSONAL]
    for marker, spans in find_markers(analysis, facts, rulebook):
        for span in spans:
            start, end = analysis.message.source_span(*span)
            if marker.points > 0 and (
                any(a < end and start < b for a, b in roles)
                or _sentence_at(analysis, start) in marred
            ):
                continue
            if marker.points:
                advice = marker.advice.get(speech, "") if marker.points < 0 else ""
                factor = Factor(marker.id, marker.points, marker.says[speech], start, end)
                yield _Entry(factor, advice)
            break


def _beyond(markers: Sequence[_Entry], most: dict[str, Any], speech: Language) -> Iterator[_Entry]:
    """What courtesies win above the most that they can, taken back."""
    won = sum(entry.factor.points for entry in markers if entry.factor.points > 0)
    if won > most["points"]:
        yield _Entry(Factor("courtesy-limit", most["points"] - won, most[speech.value]))


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
) -> Iterator[_Entry]:
    by_rule = weights.get("rules", {})
    by_category = weights["categories"]
    for finding in findings:
        weight = by_rule.get(finding.rule) or by_category.get(finding.category.value)
        if weight is None:
            continue
        points, words = weight["points"][finding.severity.value], weight[speech.value]
        factor = Factor(finding.rule, points, words["says"], finding.start, finding.end)
        yield _Entry(factor, words["raise"])


def _hard_sentences(
    analysis: Analysis, weight: dict[str, Any], speech: Language
) -> Iterator[_Entry]:
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
    says, advice = weight[speech.value]["says"], weight[speech.value]["raise"]
    for points, (start, end) in hard[: weight["sentences"]]:
        yield _Entry(Factor("reading-ease", -points, says, start, end), advice)


def _total(entries: Sequence[_Entry], absent: Sequence[Gain], limit: str) -> Score:
    """The sum, kept between 0 and 100 by a factor of its own where it would leave them."""
    factors = [entry.factor for entry in entries]
    total = sum(factor.points for factor in factors)
    value = min(HIGHEST, max(0, total))
    if value != total:
        factors.append(Factor("limit", value - total, limit))
    losses = [Gain(-e.factor.points, e.advice, e.factor.start) for e in entries if e.advice]
    gains = _joined([*losses, *absent]) if total < HIGHEST else []
    return Score(value, tuple(factors), tuple(gains))


def _joined(gains: Iterable[Gain]) -> list[Gain]:
    """The same advice once, where it is first needed, with all its points; the greatest first."""
    joined: dict[str, Gain] = {}
    for gain in gains:
        known = joined.get(gain.advice, Gain(0, gain.advice, gain.start))
        joined[gain.advice] = replace(known, points=known.points + gain.points)
    return sorted(joined.values(), key=lambda gain: -gain.points)
