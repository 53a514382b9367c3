"""Placeholders of what is taken for a template: told in one note instead of one for each."""

from __future__ import annotations

from collections.abc import Sequence

from tonecheck.reports.block import Layout
from tonecheck.reports.style import SEVERITY_INK
from tonecheck.reports.words import count, say
from tonecheck.types import Category, Finding, Kind, Language, MessageReport, Severity
from tonecheck.wording import SEVERITIES

_FEWEST = 2
_NAMED = 4
"""So many are named; who wants to see where each stands asks for a verbose report."""


def gaps(message: MessageReport, findings: Sequence[Finding]) -> list[Finding]:
    """The findings that are told as one: placeholders, where nobody has said that this is a draft.

    None where there are too few to be worth it.
    """
    context = message.context
    if context.kind is not Kind.TEMPLATE or context.kind_declared:
        return []
    found = [
        finding
        for finding in findings
        if finding.category is Category.PLACEHOLDER and finding.severity is Severity.SUGGESTION
    ]
    return found if len(found) >= _FEWEST else []


def gaps_block(found: Sequence[Finding], layout: Layout, language: Language) -> list[str]:
    """The note: which there are, and how to say that they are as they should be."""
    if not found:
        return []
    severity = Severity.SUGGESTION
    label = f"{layout.signs.of(severity)} {SEVERITIES[severity][language]}"
    names = list(dict.fromkeys(" ".join(finding.text.split()) for finding in found))
    named = ", ".join(names[:_NAMED]) + (" …" if len(names) > _NAMED else "")
    return [
        *layout.heading(
            layout.paint(label, SEVERITY_INK[severity]),
            count(len(found), "gap", language),
            found[0].rule,
            2,
        ),
        *layout.paragraph(say("gaps", language, names=named), 4),
        *layout.paragraph(say("gaps-advice", language), 4, f"{layout.signs.arrow} "),
    ]
