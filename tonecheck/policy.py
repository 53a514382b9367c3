"""What a house has decided about the rules: how severe, which new ones, and what never counts.

A :class:`Policy` is a plain value, so that it can be kept, compared and sent to another process.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tonecheck.types import FactType, Severity

if TYPE_CHECKING:
    from tonecheck.rule import Rule


@dataclass(frozen=True, slots=True)
class Policy:
    """Decisions about rules.

    Attributes:
        severities: a rule or a category and its severity, None to switch it off; of several that
            name a rule the last one holds.
        accepted: words, phrases and names that are never reported.
        placeholders: a placeholder as it is written, or its name, and the fact it stands for.
        preview: the preview rules that are on: all, none, or those named by rule or category.
    """

    severities: tuple[tuple[str, Severity | None], ...] = ()
    accepted: tuple[str, ...] = ()
    placeholders: tuple[tuple[str, FactType], ...] = ()
    preview: bool | frozenset[str] = False

    def severity(self, rule: Rule, usual: Severity) -> Severity | None:
        """How severe a finding of a rule is here; None where the rule is off."""
        for name, severity in reversed(self.severities):
            if name in (rule.id, rule.category.value):
                return severity
        return usual

    def wants(self, rule: Rule) -> bool:
        """Whether findings of a rule are told at all."""
        return self.is_on(rule) and self.severity(rule, rule.severity) is not None

    def is_on(self, rule: Rule) -> bool:
        """Whether a rule is looked for at all: a preview rule only where it was asked for."""
        if not rule.preview or isinstance(self.preview, bool):
            return not rule.preview or bool(self.preview)
        return bool({rule.id, rule.category.value} & self.preview)
