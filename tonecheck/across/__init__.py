"""The library as a whole: what only shows when its messages are compared.

Each comparison has the name of its rule, whose file carries wording, severity and examples.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from tonecheck.across.likeness import near_duplicate
from tonecheck.across.noted import Noted
from tonecheck.across.sequences import (
    Chain,
    ReminderSequence,
    Step,
    chains,
    language_of,
)
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
from tonecheck.rulebook import Rule, RuleBook
from tonecheck.stamping import filled
from tonecheck.types import Finding, MessageReport, Suppressed, Suppression

__all__ = ["COMPARISONS", "ReminderSequence", "Step", "compared"]

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
    rulebook: RuleBook,
    wanted: Callable[[MessageReport, Rule], bool],
) -> list[MessageReport]:
    """The reports with what comparing their messages shows; scores stay those of each message.

    Args:
        messages: of one run, in its order.
        sequences: those that settings name; others show in file names.
        wanted: whether findings of a rule are wanted for a message.
    """
    noted: dict[int, list[Noted]] = defaultdict(list)
    for one in _all_noted(messages, sequences):
        noted[one.index].append(one)
    found = list(messages)
    for index, here in noted.items():
        report = messages[index]
        rules = [(rulebook.rules[n.rule], n) for n in here if n.rule in rulebook.rules]
        more = [_as_finding(rule, n, report) for rule, n in rules if wanted(report, rule)]
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


def _as_finding(rule: Rule, noted: Noted, report: MessageReport) -> Finding:
    text = rule.texts[language_of(report)]
    place = report.traits.place
    return Finding(
        rule=rule.id,
        category=rule.category,
        severity=rule.severity_on(report.context.channel),
        message=filled(text.why, noted.values),
        advice=filled(text.advice, noted.values),
        guide=rule.guide,
        start=place,
        end=place,
        text="",
    )
