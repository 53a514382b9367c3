"""Which rules count: ``--select`` and ``--ignore`` by rule id or category."""

from __future__ import annotations

from dataclasses import dataclass

from tonecheck.rulebook import Rule


@dataclass(frozen=True, slots=True)
class Selection:
    """A choice of rules: all those selected (all, where none is named) and not ignored."""

    select: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()

    def __call__(self, rule: Rule) -> bool:
        """Whether findings of the rule are wanted."""
        names = {rule.id, rule.category.value}
        return (not self.select or bool(names & self.select)) and not names & self.ignore
