"""A message and its translation: the same holes, the same facts, the same stage."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tonecheck.across.names import named
from tonecheck.across.noted import Noted
from tonecheck.across.sequences import language_of
from tonecheck.types import FactType, MessageReport
from tonecheck.wording import FACTS

_COMPARED = (
    FactType.AMOUNT,
    FactType.DUE_DATE,
    FactType.INVOICE_REF,
    FactType.PAYMENT_METHOD,
    FactType.CONTACT,
)


@dataclass(frozen=True, slots=True)
class _Side:
    """One of two twins: its place in the library."""

    index: int
    report: MessageReport

    @property
    def title(self) -> str:
        return f"{self.report.path}: {self.report.name}" if self.report.name else self.report.path


Twins = tuple[_Side, _Side]


def twins(messages: Sequence[MessageReport]) -> list[Twins]:
    """The pairs of an English and a Russian message whose names differ in the language only."""
    groups: dict[tuple[object, ...], list[_Side]] = defaultdict(list)
    tell: set[tuple[object, ...]] = set()
    for index, report in enumerate(messages):
        if not report.is_reminder:
            continue
        name = named(report)
        key = (*name.twin, report.name)
        groups[key].append(_Side(index, report))
        if name.language is not None:
            tell.add(key)
    return [
        (sides[0], sides[1])
        for key, sides in groups.items()
        if key in tell and len(sides) == 2 and len({s.report.context.language for s in sides}) == 2
    ]


def twin_placeholders(pair: Twins) -> Iterator[Noted]:
    """A twin without a placeholder that the other has."""
    for side, other in (pair, pair[::-1]):
        lacking = {*other.report.traits.placeholders} - {*side.report.traits.placeholders}
        if lacking:
            names = ", ".join(sorted(lacking))
            yield Noted(side.index, "twin-placeholders", {"other": other.title, "names": names})


def twin_facts(pair: Twins) -> Iterator[Noted]:
    """A twin without a fact that the other gives."""
    for side, other in (pair, pair[::-1]):
        lacking = [
            kind
            for kind in _COMPARED
            if other.report.facts.get(kind) and not side.report.facts.get(kind)
        ]
        if lacking:
            names = ", ".join(FACTS[kind][language_of(side.report)] for kind in lacking)
            yield Noted(side.index, "twin-facts", {"other": other.title, "facts": names})


def twin_stage(pair: Twins) -> Iterator[Noted]:
    """Twins that are set to different stages."""
    first, second = pair
    if all(side.report.context.stage_declared for side in pair) and (
        first.report.context.stage is not second.report.context.stage
    ):
        yield Noted(second.index, "twin-stage", {"other": first.title})
