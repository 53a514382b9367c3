"""Hand-built messages that are hard to show on a page."""

from __future__ import annotations

from dataclasses import replace

from tests.reports.samples import finding, friendly, replaced
from tonecheck.types import Category, Context, Finding, Kind, Language, MessageReport, Severity

HOSTILE = (
    "</title><script>alert(1)</script>",
    "</style><img src=x onerror=alert(1)>",
    "<!-- ]]> --!>",
    "&amp; &lt; & \"quoted\" 'too'",
    "\u202ereversed\u202c \u2066isolated\u2069",
    "\x00\x0b\x1b[31m\x7f\ufffe\ud800",
    "javascript:alert(1)",
    "line\r\nends\rhere\n",
    "{{ placeholder }} {% if x %}",
    "абв 🙂 é",
)
"""Texts that would be more than text if a page let them."""

OVERLAP = "Pay at once or we sue you in court."
TEMPLATE = (
    "Subject: Invoice {{ number }}\n\nDear {{ name }},\n\n"
    "{% if late %}you owe us money{% else %}all is well{% endif %}.\n"
)
CATALOGUE = (
    '{"first": "Please pay invoice 1 by Friday.", '
    '"second": "Thank you, Ann. Please pay <b>now</b>!"}'
)


def found(source: str, quote: str, rule: str, severity: Severity) -> Finding:
    """A finding about a quote, whatever its rule."""
    return finding(
        source, quote, rule, Category.PRESSURE, severity, f"Why {rule}.", f"Instead of {rule}."
    )


def of(source: str, *findings: Finding, path: str = "x.txt", name: str | None = None
       ) -> MessageReport:  # fmt: skip
    """A message with some findings."""
    kind = Kind.TEMPLATE if "{%" in source else Kind.DRAFT
    context = Context(Language.EN, kind=kind)
    return replace(
        friendly(), path=path, name=name, source=source, context=context, findings=findings
    )


def overlapping() -> MessageReport:
    """Marks within each other, across each other and in the same place."""
    s = OVERLAP
    return of(
        s,
        found(s, "Pay at once or we sue", "outer", Severity.SUGGESTION),
        found(s, "at once", "inner", Severity.WARNING),
        found(s, "sue you in court", "across", Severity.ERROR),
        found(s, "in court", "twin-one", Severity.ERROR),
        found(s, "in court", "twin-two", Severity.WARNING),
    )


def branching() -> MessageReport:
    """A template with a condition and a finding in one of its arms."""
    s = TEMPLATE
    fix = replaced(s, "you owe us money", "the invoice is open", "Write “…”", safe=False)
    owed = replace(found(s, "you owe us money", "owe", Severity.ERROR), branch="late", fixes=(fix,))
    return of(s, owed, path="mails/late.txt.j2")


def catalogue() -> list[MessageReport]:
    """Two messages of one file."""
    s = CATALOGUE
    return [
        of(s, found(s, "by Friday", "urgency", Severity.WARNING), path="texts.json", name="first"),
        of(s, found(s, "now", "urgency", Severity.WARNING), path="texts.json", name="second"),
    ]
