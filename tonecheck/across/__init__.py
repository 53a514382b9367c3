"""The library as a whole: what only shows when its messages are compared.

Each comparison has the name of its rule, whose file carries wording, severity and examples.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from tonecheck.across.likeness import near_duplicate
from tonecheck.across.noted import Noted
from tonecheck.across.sequences import Chain, chains, language_of
from tonecheck.across.steps import (
    early_final,
    final_without_reminder,
    missing_step,
    sequence_order,
    sequence_spacing,
    sequence_tone,
    step_day,
)
from tonecheck.across.twins import Twins, twin_facts, twin_placeholders, twin_stage, twins
from tonecheck.rulebook import Rule
from tonecheck.sequence import ReminderSequence
from tonecheck.stamping import filled
from tonecheck.types import Finding, MessageReport, Severity, Suppressed, Suppression

__all__ = ["COMPARISONS", "compared"]

OF_SEQUENCES: dict[str, Callable[[Chain], Iterator[Noted]]] = {
    "early-final": early_final,
    "final-without-reminder": final_without_reminder,
    "missing-step": missing_step,
    "sequence-order": sequence_order,
    "sequence-spacing": sequence_spacing,
    "sequence-tone": sequence_tone,
    "step-day": step_day,
}
OF_TWINS: dict[str, Callable[[Twins], Iterator[Noted]]] = {
    "twin-facts": twin_facts,
    "twin-placeholders": twin_placeholders,
    "twin-stage": twin_stage,
}
OF_ALL: dict[str, Callable[[Sequence[MessageReport]], Iterator[Noted]]] = {
    "near-duplicate": near_duplicate,
}

COMPARISONS = frozenset({*OF_SEQUENCES, *OF_TWINS, *OF_ALL})
"""Every comparison by the id of its rule."""


def compared(
    messages: Sequence[MessageReport],
    sequences: Sequence[ReminderSequence],
    rules: Callable[[], Mapping[str, Rule]],
    severity: Callable[[int, Rule], Severity | None],
) -> list[MessageReport]:
    """The reports with what comparing their messages shows; scores stay those of each message.

    Args:
        messages: of one run, in its order.
        sequences: those that settings name; others show in file names.
        rules: gives all rules by their ids; asked only where something was noticed.
        severity: of a rule for the message at an index; None where its findings are not wanted.
    """
    noted: dict[int, list[Noted]] = defaultdict(list)
    for one in _all_noted(messages, sequences):
        noted[one.index].append(one)
    found = list(messages)
    known = rules() if noted else {}
    for index, here in noted.items():
        report = messages[index]
        judged = ((known[n.rule], n) for n in here if n.rule in known)
        more = [
            _as_finding(rule, n, report, weight)
            for rule, n in judged
            if (weight := severity(index, rule)) is not None
        ]
        told = [finding for finding in more if _waiver(finding, report) is None]
        untold = [
            Suppressed(finding, Suppression.IN_SOURCE, reason)
            for finding in more
            if (reason := _waiver(finding, report)) is not None
        ]
        found[index] = replace(
            report,
            findings=tuple(sorted([*report.findings, *told], key=lambda f: (f.start, f.end))),
            suppressed=(*report.suppressed, *untold),
        )
    return found


def _waiver(finding: Finding, report: MessageReport) -> str | None:
    """The reason for which a file does not want to be told; None where it does."""
    names = (finding.rule, finding.category.value)
    return next((reason for name, reason in report.waived if name in names), None)


def _all_noted(
    messages: Sequence[MessageReport], sequences: Sequence[ReminderSequence]
) -> Iterator[Noted]:
    for chain in chains(messages, sequences):
        for of_sequence in OF_SEQUENCES.values():
            yield from of_sequence(chain)
    for pair in twins(messages):
        for of_twins in OF_TWINS.values():
            yield from of_twins(pair)
    for of_all in OF_ALL.values():
        yield from of_all(messages)


def _as_finding(rule: Rule, noted: Noted, report: MessageReport, severity: Severity) -> Finding:
    text = rule.texts[language_of(report)]
    place = report.traits.place
    return Finding(
        rule=rule.id,
        category=rule.category,
        severity=severity,
        message=filled(text.why, noted.values),
        advice=filled(text.advice, noted.values),
        guide=rule.guide,
        start=place,
        end=place,
        text="",
    )
