"""The texts that one template can put out, each read on its own, and what they say together.

A template with choices is read along a few paths that together show every arm
(:meth:`~tonecheck.branches.Branching.paths`), and along one more for each fact that some path
lacks. A finding stands where it stood; the scores are those of the worst text.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from tonecheck.branches import Branch, Decisions
from tonecheck.message import Message
from tonecheck.rule import Rule
from tonecheck.types import Category, Fact, FactType, Finding, Score

Facts = dict[FactType, tuple[Fact, ...]]


@dataclass(frozen=True, slots=True)
class Reading:
    """One text of a message, read: its findings with their rules, its facts (in source offsets)."""

    decisions: Decisions
    facts: Facts
    findings: tuple[tuple[Finding, Rule], ...]
    politeness: Score
    clarity: Score


@dataclass(frozen=True, slots=True)
class Verdict:
    """What all readings say together; ``sometimes`` are facts that are there on some paths only."""

    facts: Facts
    sometimes: frozenset[FactType]
    findings: tuple[tuple[Finding, Rule], ...]
    politeness: Score
    clarity: Score


def read_all(message: Message, read: Callable[[Message, Decisions], Reading]) -> Verdict:
    """Read a message along its paths.

    Args:
        read: reads one text of the message, at these decisions.
    """
    branching = message.branching
    paths = list(branching.paths()) or [{}]
    readings = [read(message.along(path), path) for path in paths]
    if unread := branching.unread(paths):
        readings.append(read(message.along(paths[0], also=unread), paths[0]))
    facts = _together(readings)
    sometimes: set[FactType] = set()
    witnesses: list[Decisions] = []
    for fact, found in facts.items():
        if not found:
            continue
        arms = {_arm(message, one) for one in found}
        if not branching.is_everywhere(arms):
            sometimes.add(fact)
            witnesses.append(branching.path_without(arms))
        elif not all(reading.facts[fact] for reading in readings):
            sometimes.add(fact)
    for path in witnesses:
        if path not in [reading.decisions for reading in readings]:
            readings.append(read(message.along(path), path))
    return Verdict(
        facts,
        frozenset(sometimes),
        tuple(_findings(message, readings)),
        min((reading.politeness for reading in readings), key=lambda score: score.value),
        min((reading.clarity for reading in readings), key=lambda score: score.value),
    )


def _together(readings: Sequence[Reading]) -> Facts:
    facts: Facts = {}
    for fact in FactType:
        found = {
            (one.start, one.end): one for reading in readings for one in reading.facts.get(fact, ())
        }
        facts[fact] = tuple(found[place] for place in sorted(found))
    return facts


def _arm(message: Message, fact: Fact) -> Branch | None:
    """The innermost arm that shows a fact."""
    segments = message.segments
    first = bisect_right(segments, fact.start, key=lambda segment: segment.end)
    last = bisect_left(segments, max(fact.end, fact.start + 1), key=lambda segment: segment.start)
    arms = dict.fromkeys(segment.branch for segment in segments[first:last] if segment.branch)
    return next(reversed(arms), None)


def _findings(message: Message, readings: Sequence[Reading]) -> Iterable[tuple[Finding, Rule]]:
    kept: dict[tuple[str, int, int], tuple[Finding, Rule]] = {}
    for reading in readings:
        before = _Places(finding for finding, _ in kept.values())
        for finding, rule in reading.findings:
            absent = finding.start == finding.end
            place = (finding.rule, 0, 0) if absent else (finding.rule, finding.start, finding.end)
            if place in kept or before.has(finding):
                continue
            if absent:
                finding = replace(finding, branch=_only_where(message, readings, finding.rule))
            kept[place] = finding, rule
    return sorted(kept.values(), key=lambda pair: (pair[0].start, pair[0].end))


class _Places:
    """Where there are findings of each category, to be looked up in time that hardly grows."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        places: dict[Category, list[tuple[int, int]]] = {}
        for finding in findings:
            if finding.start < finding.end:
                places.setdefault(finding.category, []).append((finding.start, finding.end))
        self._starts = {
            which: [start for start, _ in sorted(all_)] for which, all_ in places.items()
        }
        self._reached = {
            which: list(accumulate((end for _, end in sorted(all_)), max))
            for which, all_ in places.items()
        }

    def has(self, finding: Finding) -> bool:
        """Whether one is the same mistake, marked by a few words more or less."""
        if finding.start == finding.end:
            return False
        earlier = bisect_left(self._starts.get(finding.category, ()), finding.end)
        return earlier > 0 and self._reached[finding.category][earlier - 1] > finding.start


def _only_where(message: Message, readings: Sequence[Reading], rule: str) -> str | None:
    """The condition under which something is absent; None where it always is."""
    lacking = [r for r in readings if any(f.rule == rule for f, _ in r.findings)]
    having = [r for r in readings if not any(r is other for other in lacking)]
    if not having:
        return None
    for key in lacking[0].decisions:
        there = {reading.decisions.get(key, 0) for reading in lacking}
        if len(there) == 1 and there.isdisjoint(r.decisions.get(key, 0) for r in having):
            return message.branching.said(key, there.pop())
    said = [
        message.branching.said(key, value)
        for key, value in lacking[0].decisions.items()
        if any(reading.decisions.get(key, 0) != value for reading in having)
    ]
    return " and ".join(condition for condition in said if condition) or None
