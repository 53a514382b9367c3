"""Findings that a file asks not to be told of, taken out of its reports; and what is amiss there.

The findings still count in the scores, so a message looks no better than the client will hear it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches

from tonecheck.directives import Problem, Scope, directives
from tonecheck.message import Message
from tonecheck.rulebook import Rule, RuleBook
from tonecheck.sentences import Sentence, sentence
from tonecheck.types import (
    Category,
    Edit,
    Finding,
    Fix,
    Language,
    MessageReport,
    Note,
    Suppressed,
    Suppression,
)


@dataclass(frozen=True, slots=True)
class Waivers:
    """What one source asks not to be told of.

    ``looked_for`` says of each known name whether its rules were all to be looked for, and
    ``timed`` has the names of rules that need the time of sending.
    """

    scopes: Sequence[Scope]
    problems: Sequence[Problem]
    looked_for: Mapping[str, bool]
    timed: frozenset[str]

    def spared(self, report: MessageReport) -> MessageReport:
        """A report whose fixes leave alone what is not to be told of."""
        if not self.scopes:
            return report
        waived = [finding for finding in report.findings if self._over(finding)]
        findings = tuple(
            replace(finding, fixes=())
            if finding in waived
            else replace(finding, fixes=_beside(finding.fixes, waived))
            for finding in report.findings
        )
        return replace(report, findings=findings)

    def settled(
        self, reports: Sequence[MessageReport], speech: Language | None
    ) -> list[MessageReport]:
        """Reports without those findings; the first one has notes about what is amiss.

        Args:
            reports: on the messages of the source.
            speech: the language of the notes; English by default.
        """
        if not (self.scopes or self.problems):
            return list(reports)
        settled = [self._parted(report) for report in reports]
        notes = [
            Note(reports[0].path, problem.line, problem.why.said(speech or Language.EN))
            for problem in sorted(self._amiss(reports), key=lambda problem: problem.line)
        ]
        return [replace(settled[0], notes=tuple(notes)), *settled[1:]]

    def _over(self, finding: Finding) -> list[tuple[Scope, str]]:
        """The scopes that hold for a finding, each with the name that does it."""
        return [
            (scope, name)
            for scope in self.scopes
            for name in scope.waiver.names
            if name in (finding.rule, finding.category.value) and _touches(scope, finding)
        ]

    def _parted(self, report: MessageReport) -> MessageReport:
        told, suppressed = [], []
        for finding in report.findings:
            if over := self._over(finding):
                reason = next((s.waiver.reason for s, _ in over if s.waiver.reason), "")
                suppressed.append(Suppressed(finding, Suppression.IN_SOURCE, reason))
            else:
                told.append(finding)
        return replace(
            report,
            findings=tuple(told),
            suppressed=tuple(suppressed),
            waived=self._at(report.traits.place),
        )

    def _at(self, place: int) -> tuple[tuple[str, str], ...]:
        """The names that are not to be told at a place, for what compares messages; and why."""
        return tuple(
            (name, scope.waiver.reason)
            for scope in self.scopes
            if scope.start <= place <= scope.end
            for name in scope.waiver.names
        )

    def _amiss(self, reports: Sequence[MessageReport]) -> Iterator[Problem]:
        yield from self.problems
        used = {pair for report in reports for f in report.findings for pair in self._over(f)}
        looked_for = {name for name, is_ in self.looked_for.items() if is_}
        if not any(report.context.send_at for report in reports):
            looked_for -= self.timed
        for scope in self.scopes:
            yield from self._unknown(scope)
            names = [name for name in scope.waiver.names if name in self.looked_for]
            if names and not scope.waiver.reason:
                yield _problem(scope, _NO_REASON, names)
            idle = [name for name in names if name in looked_for and (scope, name) not in used]
            if idle:
                yield _problem(scope, _ALONE if scope.is_alone else _UNUSED, idle)

    def _unknown(self, scope: Scope) -> Iterator[Problem]:
        for name in scope.waiver.names:
            if name not in self.looked_for:
                near = get_close_matches(name, self.looked_for, n=1)
                hint = sentence("`tonecheck rules` lists them")
                if near:
                    hint = sentence("did you mean {near}?", near=near[0])
                why = sentence(
                    "there is no rule or category '{name}' to ignore; {hint}", name=name, hint=hint
                )
                yield Problem(scope.waiver.line, why)


def waivers(
    messages: Sequence[Message], rulebook: RuleBook, wanted: Callable[[Rule], bool]
) -> Waivers:
    """What the source of messages asks not to be told of.

    Args:
        messages: all of one source.
        rulebook: the rules that have names.
        wanted: whether findings of a rule are told at all.
    """
    scopes, problems = directives(messages) if messages else ([], [])
    if not scopes:
        return Waivers((), problems, {}, frozenset())
    looked_for: dict[str, bool] = {}
    for rule in rulebook.rules.values():
        for name in (rule.id, rule.category.value):
            is_looked_for = wanted(rule) and rule.compares is None
            looked_for[name] = looked_for.get(name, True) and is_looked_for
    timed = {rule.id for rule in rulebook.rules.values() if rule.category is Category.TIMING}
    return Waivers(scopes, problems, looked_for, frozenset({Category.TIMING.value, *timed}))


def _touches(scope: Scope, finding: Finding) -> bool:
    """Whether a finding stands in a scope, be it in part; a point does so at its ends, too."""
    if finding.start == finding.end:
        return scope.start <= finding.start <= scope.end
    return finding.start < scope.end and finding.end > scope.start


def _beside(fixes: Iterable[Fix], findings: Sequence[Finding]) -> tuple[Fix, ...]:
    """The fixes that change none of the words of findings."""
    return tuple(
        fix
        for fix in fixes
        if not any(_changes(edit, finding) for edit in fix.edits for finding in findings)
    )


def _changes(edit: Edit, finding: Finding) -> bool:
    if edit.start == edit.end:
        return finding.start < edit.start < finding.end
    return edit.start < finding.end and finding.start < edit.end


def _problem(scope: Scope, text: Sentence, names: Iterable[str]) -> Problem:
    return Problem(scope.waiver.line, sentence(text.text, names=", ".join(names)))


_NO_REASON = sentence("{names}: ignored without a reason; add one, such as “-- agreed with legal”")
_UNUSED = sentence("nothing to ignore here: {names}; take this out")
_ALONE = sentence(
    "nothing to ignore on this line: {names}; for the line below write “ignore-next-line”"
)
