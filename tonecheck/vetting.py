"""Fixes tried out before they are offered: what a fix promises is checked on what it makes.

A fix that brings a new finding, lowers a score or loses a fact is not offered. Each fix is tried
alone, for it may be made alone, and those that can be made together are tried together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from tonecheck.fixes.planning import apply_edits, planned_edits
from tonecheck.message import Message
from tonecheck.sentences import TonecheckError
from tonecheck.types import (
    Category,
    Edit,
    Fact,
    FactType,
    Finding,
    Fix,
    MessageReport,
    Severity,
)

MAX_TRIALS = 40
TRIED_CHARACTERS = 40_000
"""So many fixes of a message are tried, and so much text is read for it at most.

What is beyond them is not offered, or where it is much, all or nothing.
"""

_COUNTED = (
    FactType.AMOUNT,
    FactType.DUE_DATE,
    FactType.INVOICE_REF,
    FactType.PAYMENT_METHOD,
    FactType.CONTACT,
)
"""Facts of which each one has to survive; of the others one is enough."""

_SAID = (FactType.PAYMENT_METHOD, FactType.CONTACT)
"""Facts that words may tell, too, and other words as well: they are counted."""

_OF_A_THREAT = (FactType.AMOUNT, FactType.DUE_DATE)

LIKELY = "likely-"
"""How the ids of rules begin that weigh cues."""

TAKEN_OUT = frozenset({Category.THREAT, Category.PENALTY})
"""What goes whole, with the sum and the day that belong to it."""

Edits = tuple[Edit, ...]


def vet(
    reports: Mapping[int, MessageReport],
    read: Callable[[str], Sequence[Message]],
    check: Callable[[Message], MessageReport],
) -> list[MessageReport]:
    """Reports with only those fixes that hold what they promise.

    Args:
        reports: on messages of one source, by their number in it.
        read: reads a source; a TonecheckError where that cannot be.
        check: checks a message of it, and need not propose fixes for it.
    """
    plans = {number: _plan(report.findings) for number, report in reports.items()}
    if not any(plans.values()):
        return list(reports.values())
    source = next(iter(reports.values())).source
    trial = _Trial(source, read, check)
    together = trial.reports([fix for plan in plans.values() for fix in plan])
    trials = min(MAX_TRIALS, TRIED_CHARACTERS // max(1, len(source)))
    vetted = []
    for number, report in reports.items():
        proposed = _proposed(report.findings)
        if len(proposed) > trials:
            plan = plans[number]
            held = plan if plan and _holds(report, together(number), plan) else []
            vetted.append(_with_only(report, held))
            continue
        held = [fix for fix in proposed if _holds(report, trial.reports([fix])(number), [fix])]
        plan = _plan(_with_only(report, held).findings)
        whole = together(number) if plan == plans[number] else trial.reports(plan)(number)
        if plan and not _holds(report, whole, plan):
            clashing = [fix for fix in held if fix not in plan]
            held = [*_holding_together(report, number, plan, trial), *clashing]
        vetted.append(_with_only(report, held))
    return vetted


def _holding_together(
    report: MessageReport, number: int, fixes: Sequence[Edits], trial: _Trial
) -> list[Edits]:
    """Of fixes that do not all hold, those that do when they are made after each other."""
    kept: list[Edits] = []
    for fix in fixes:
        if _holds(report, trial.reports([*kept, fix])(number), [*kept, fix]):
            kept.append(fix)
    return kept


class _Trial:
    """Tries edits on one source."""

    def __init__(
        self,
        source: str,
        read: Callable[[str], Sequence[Message]],
        check: Callable[[Message], MessageReport],
    ) -> None:
        self._source = source
        self._read = read
        self._check = check
        self._holes = [_holes_of(message) for message in read(source)]
        self._tried: dict[tuple[str, int], MessageReport | None] = {}

    def reports(self, fixes: Iterable[Edits]) -> Callable[[int], MessageReport | None]:
        """The report on each message of the changed source; None where there is none any more.

        A source that several fixes lead to is tried once.
        """
        changed = apply_edits(self._source, [edit for fix in fixes for edit in fix])
        found: list[Message] | None = None

        def report(number: int) -> MessageReport | None:
            nonlocal found
            if (changed, number) not in self._tried:
                found = self._messages(changed) if found is None else found
                self._tried[changed, number] = self._report(found, number)
            return self._tried[changed, number]

        return report

    def _messages(self, source: str) -> list[Message]:
        try:
            return list(self._read(source))
        except TonecheckError:
            return []

    def _report(self, found: Sequence[Message], number: int) -> MessageReport | None:
        if number >= len(found) or self._holes[number] - _holes_of(found[number]):
            return None
        try:
            return self._check(found[number])
        except TonecheckError:
            return None


def _holes_of(message: Message) -> Counter[str]:
    """The placeholders of a message as they are written: each has to stay, word by word."""
    return Counter(placeholder.text for _, placeholder in message.placeholders)


def _plan(findings: Sequence[Finding]) -> list[Edits]:
    """The edits of the first fixes that do not clash, each once."""
    return list(dict.fromkeys(planned_edits(findings, unsafe=True)))


def _proposed(findings: Iterable[Finding]) -> list[Edits]:
    """The edits of all fixes, each once."""
    return list(dict.fromkeys(fix.edits for f in findings for fix in f.fixes if fix.edits))


def _holds(before: MessageReport, after: MessageReport | None, fixes: Sequence[Edits]) -> bool:
    """Whether fixes took away what they were to take away, and nothing else."""
    if after is None or not after.is_reminder:
        return False
    if after.politeness.value < before.politeness.value:
        return False
    if after.clarity.value < before.clarity.value:
        return False
    was, now = _counted(before), _counted(after)
    mended = [f for f in before.findings if any(fix.edits in fixes for fix in f.fixes)]
    if any(now[finding.rule] >= was[finding.rule] for finding in mended):
        return False
    return (
        not _has_new(before, after)
        and _exchanges_only(before, after, mended)
        and _keeps_facts(before, after, mended, fixes)
    )


def _has_new(before: MessageReport, after: MessageReport) -> bool:
    """Whether a rule reports more than before.

    What is only likely was there, hidden behind what a phrase found: such a finding is new
    where its category has more of them.
    """
    was, now = _counted(before), _counted(after)
    more = {rule for rule, count in now.items() if count > was[rule]}
    categories = {f.category for f in after.findings if f.rule in more}
    if any(not rule.startswith(LIKELY) for rule in more):
        return True
    return any(_of(after, category) > _of(before, category) for category in categories)


def _of(report: MessageReport, category: Category) -> int:
    return sum(finding.category is category for finding in report.findings)


def _counted(report: MessageReport) -> Counter[str]:
    """The findings of each rule, but those of placeholders."""
    return Counter(f.rule for f in report.findings if f.category is not Category.PLACEHOLDER)


def _exchanges_only(before: MessageReport, after: MessageReport, mended: Sequence[Finding]) -> bool:
    """Whether each new hole came for something missing that weighed as much at least.

    That is the one exchange that the contract allows.
    """
    room = [f.severity.rank for f in mended if f.category is Category.MISSING]
    holes = _holes(after)
    holes.subtract(_holes(before))
    return all(
        count <= sum(rank <= severity.rank for rank in room) for severity, count in holes.items()
    )


def _holes(report: MessageReport) -> Counter[Severity]:
    return Counter(f.severity for f in report.findings if f.category is Category.PLACEHOLDER)


def _keeps_facts(
    before: MessageReport, after: MessageReport, mended: Sequence[Finding], fixes: Sequence[Edits]
) -> bool:
    """Whether each fact is still there, but for the sum or the day of a threat taken out."""
    hurting = {
        edits: {f.category for f in mended if any(fix.edits == edits for fix in f.fixes)}
        for edits in fixes
    }
    threats = [e for edits, which in hurting.items() if which <= TAKEN_OUT for e in edits]
    for kind, found in before.facts.items():
        there = {_plain(fact) for fact in after.facts.get(kind, ())}
        if found and not there:
            return False
        if kind not in _COUNTED:
            continue
        if kind in _SAID and len(found) > len(after.facts.get(kind, ())):
            return False
        for fact in found:
            if kind in _SAID and fact.value is None:
                continue
            goes = kind in _OF_A_THREAT and any(
                edit.start <= fact.start and fact.end <= edit.end for edit in threats
            )
            if _plain(fact) not in there and not goes:
                return False
    return True


def _plain(fact: Fact) -> str:
    """What makes a fact the same: the number of a paper, whose noun may be in another case.

    "4 May" at the end of a sentence may be read with the full stop of an abbreviation.
    """
    said = fact.value if isinstance(fact.value, str) else fact.text
    return " ".join(said.split()).casefold().rstrip(".")


def _with_only(report: MessageReport, fixes: Sequence[Edits]) -> MessageReport:
    """The report without fixes that do not hold; advice without edits stays."""
    allowed = set(fixes)

    def keeps(fix: Fix) -> bool:
        return not fix.edits or fix.edits in allowed

    findings = tuple(
        finding
        if all(keeps(fix) for fix in finding.fixes)
        else replace(finding, fixes=tuple(fix for fix in finding.fixes if keeps(fix)))
        for finding in report.findings
    )
    return replace(report, findings=findings)
