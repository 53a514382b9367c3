"""Fixes made one at a time, as a person answers; knows of no terminal."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tonecheck.fixes.planning import Key, Proposal, apply_edits, proposals
from tonecheck.fixes.repairing import Check, Repair, repair
from tonecheck.types import Finding, Fix, Language


@dataclass(frozen=True, slots=True)
class _State:
    """The text so far, how many fixes are in it, and what was refused."""

    source: str
    count: int = 0
    refused: frozenset[Key] = frozenset()


class Session:
    """The fixes of one source, proposed one after the other.

    After each yes the source is checked again, so that a proposal is always about the text as it
    is. What was refused is not proposed again: the same change of the same words for the same
    rule, wherever it stands.
    """

    def __init__(self, source: str, check: Check) -> None:
        self._before = source
        self._check = check
        self._state = _State(source)
        self._past: list[_State] = []
        self._look()

    @property
    def source(self) -> str:
        """The text with everything that was accepted."""
        return self._state.source

    @property
    def proposal(self) -> Proposal | None:
        """What to ask next; None where nothing is left to ask."""
        return self._open[0] if self._open else None

    @property
    def speech(self) -> Language:
        """The language in which the findings are written."""
        context = self._reports[0].context if self._reports else None
        return (context.speech or context.language) if context else Language.EN

    @property
    def answered(self) -> int:
        """How many answers stand."""
        return len(self._past)

    @property
    def remaining(self) -> int:
        """How many proposals there are just now."""
        return len(self._open)

    def yes(self) -> None:
        """Make the change that is proposed."""
        source = apply_edits(self.source, self._open[0].fix.edits)
        self._go(replace(self._state, source=source, count=self._state.count + 1))

    def no(self) -> None:
        """Leave the text as it is, and do not propose this change again."""
        keys = self._open[0].keys(self.source)
        self._go(replace(self._state, refused=self._state.refused | keys))

    def undo(self) -> bool:
        """Take back the last answer; whether there was one."""
        if not self._past:
            return False
        self._state = self._past.pop()
        self._look()
        return True

    def all(self) -> None:
        """Make the change that is proposed and every further one that was not refused."""
        self.yes()
        rest = repair(self.source, self._check, unsafe=True, wanted=self._unrefused)
        count = self._state.count + rest.count
        self._go(replace(self._state, source=rest.after, count=count))

    def result(self) -> Repair:
        """What came of it so far."""
        return Repair(self._before, self.source, self._state.count, self._findings())

    def _go(self, state: _State) -> None:
        self._past.append(self._state)
        self._state = state
        self._look()

    def _look(self) -> None:
        """Check the text as it is now."""
        self._reports = self._check(self.source)
        left = (self._unrefused(self.source, finding) for finding in self._findings())
        self._open = proposals(left, unsafe=True)

    def _findings(self) -> tuple[Finding, ...]:
        return tuple(f for report in self._reports for f in report.findings)

    def _unrefused(self, source: str, finding: Finding) -> Finding:
        fixes = (fix for fix in finding.fixes if fix.edits)
        wanted = tuple(fix for fix in fixes if self._may_be_asked(source, finding, fix))
        return replace(finding, fixes=wanted)

    def _may_be_asked(self, source: str, finding: Finding, fix: Fix) -> bool:
        if Proposal(fix, (finding,)).keys(source) & self._state.refused:
            return False
        return apply_edits(source, fix.edits) != source
