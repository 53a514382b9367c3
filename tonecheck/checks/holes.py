"""Placeholders that nobody has filled."""

from __future__ import annotations

from collections.abc import Iterator

from tonecheck.analysis import Analysis
from tonecheck.observation import Facts, Observation
from tonecheck.types import Context, Kind, Severity


def unfilled_placeholder(
    analysis: Analysis, context: Context, facts: Facts
) -> Iterator[Observation]:
    """Each hole of a draft; in a file that was only taken for a template, a suggestion."""
    if context.kind is Kind.TEMPLATE and context.kind_declared:
        return
    severity = Severity.SUGGESTION if context.kind is Kind.TEMPLATE else Severity.ERROR
    for offset, placeholder in analysis.message.placeholders:
        values = {"placeholder": placeholder.text}
        yield Observation(offset, offset + 1, values, severity=severity)
