"""Which messages follow each other to one client: as settings say, or as file names show."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tonecheck.across.names import Named, named
from tonecheck.sequence import ReminderSequence
from tonecheck.types import Language, MessageReport, Stage

ORDER = (Stage.PRE_DUE, Stage.DUE, Stage.OVERDUE, Stage.FINAL)
"""The stages that follow each other; an answer to a dispute stands beside them."""

RANKS = {stage: rank for rank, stage in enumerate(ORDER)}


@dataclass(frozen=True, slots=True)
class Member:
    """A message as a step: ``index`` is its place in the library.

    ``number`` is the one in its name. ``gap`` is what should have come before it: a file of the
    settings that is not there.
    """

    index: int
    report: MessageReport
    stage: Stage | None
    number: int | None = None
    day: int | None = None
    gap: str | None = None

    @property
    def title(self) -> str:
        """What the message is called in a sentence."""
        return self.report.name or Path(self.report.path).name


Chain = tuple[Member, ...]
"""The steps of one sequence in one language, in order; two at least."""


def chains(messages: Sequence[MessageReport], declared: Iterable[ReminderSequence]) -> list[Chain]:
    """All sequences of a library; a file of a declared one belongs to no other."""
    found: list[Chain] = []
    taken: set[int] = set()
    by_path = defaultdict(list)
    for index, report in enumerate(messages):
        if report.is_reminder:
            by_path[Path(report.path).resolve()].append(index)
    for sequence in declared:
        chain = tuple(_declared_members(sequence, messages, by_path))
        taken |= {member.index for member in chain}
        found.append(chain)
    found += _inferred(messages, taken)
    return [chain for chain in found if len(chain) > 1]


def _declared_members(
    sequence: ReminderSequence,
    messages: Sequence[MessageReport],
    by_path: dict[Path, list[int]],
) -> Iterator[Member]:
    gap = None
    for step in sequence.steps:
        here = by_path.get(step.path.resolve(), ())
        for index in here:
            report = messages[index]
            stage = report.context.stage if report.context.stage_declared else step.stage
            yield Member(index, report, stage, day=step.day, gap=gap)
            gap = None
        if not here and not step.path.exists():
            gap = step.path.name


def _inferred(messages: Sequence[MessageReport], taken: set[int]) -> Iterator[Chain]:
    """Sequences that the names of files and of texts in catalogues show."""
    groups: dict[tuple[object, ...], list[tuple[Named, Member]]] = defaultdict(list)
    for index, report in enumerate(messages):
        if index in taken or not report.is_reminder:
            continue
        name = named(report)
        if name.stage is None and name.number is None and not name.reminds:
            continue
        stage = report.context.stage if report.context.stage_declared else name.stage
        member = Member(index, report, stage, name.number)
        groups[name.group, report.context.language].append((name, member))
    for group in groups.values():
        steps: dict[tuple[int, int], tuple[Named, Member]] = {}
        for name, member in group:
            known = steps.setdefault(_order(name), (name, member))
            if known[0].stem != name.stem:
                break  # two files claim one step: the names tell something else
        else:
            yield tuple(member for _, (_, member) in sorted(steps.items()))


def _order(name: Named) -> tuple[int, int]:
    """Where a name puts a message: by its stage, then by its number."""
    return RANKS[name.stage or Stage.OVERDUE], name.number or 0


def language_of(report: MessageReport) -> Language:
    """The language in which findings about a message are written."""
    return report.context.speech or report.context.language
