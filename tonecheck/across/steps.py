"""What is to be said of a sequence: its steps, their order, tone and days (guide G30 to G32)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from tonecheck.across.noted import Noted
from tonecheck.across.sequences import RANKS, Chain
from tonecheck.sendtime import MIN_DAYS_BETWEEN_REMINDERS
from tonecheck.types import Stage

TOLERANCE = 10
"""Points of politeness by which an earlier step may lie below a later one."""

_FIRST_DAY = {Stage.DUE: 0, Stage.OVERDUE: 1, Stage.FINAL: 1}
_LAST_DAY = {Stage.PRE_DUE: -1, Stage.DUE: 0}
"""Days from the due date on which a stage can be."""


def missing_step(chain: Chain) -> Iterator[Noted]:
    """A step before a message is not there: the settings name it, or the numbers count it."""
    numbers = {member.number or 1 for member in chain}
    for member in chain:
        if member.gap is not None:
            yield Noted(member.index, "missing-step", {"step": member.gap})
        elif member.number is not None and member.number > 1 and member.number - 1 not in numbers:
            yield Noted(member.index, "missing-step", {"step": member.number - 1})


def final_without_reminder(chain: Chain) -> Iterator[Noted]:
    """A final notice before which nobody was reminded once the day had passed."""
    for number, member in enumerate(chain):
        if member.stage is not Stage.FINAL:
            continue
        before = chain[:number]
        if all(m.stage in (Stage.PRE_DUE, Stage.DUE, Stage.DISPUTED) for m in before):
            yield Noted(member.index, "final-without-reminder")
        return


def sequence_order(chain: Chain) -> Iterator[Noted]:
    """A step whose stage comes before that of the step before it."""
    for before, member in pairwise(m for m in chain if m.stage in RANKS):
        if before.stage is Stage.FINAL or before.stage is None or member.stage is None:
            continue
        if RANKS[member.stage] < RANKS[before.stage]:
            yield Noted(member.index, "sequence-order", {"other": before.title})


def early_final(chain: Chain) -> Iterator[Noted]:
    """A final notice after which reminders go on."""
    for number, member in enumerate(chain):
        later = [m for m in chain[number + 1 :] if m.stage not in (Stage.FINAL, Stage.DISPUTED)]
        if member.stage is Stage.FINAL and later:
            yield Noted(member.index, "early-final", {"other": later[0].title})


def sequence_tone(chain: Chain) -> Iterator[Noted]:
    """A step that sounds harsher than one that comes later."""
    steps = [member for member in chain if member.stage is not Stage.DISPUTED]
    for number, member in enumerate(steps):
        own = member.report.politeness.value
        later = max(steps[number + 1 :], key=lambda m: m.report.politeness.value, default=member)
        difference = later.report.politeness.value - own
        if difference > TOLERANCE:
            values: dict[str, str | int] = {"other": later.title, "points": difference}
            yield Noted(member.index, "sequence-tone", values)


def sequence_spacing(chain: Chain) -> Iterator[Noted]:
    """A step that is sent before the client could answer the one before."""
    for before, member in pairwise(m for m in chain if m.day is not None):
        days = (member.day or 0) - (before.day or 0)
        if days < MIN_DAYS_BETWEEN_REMINDERS:
            values: dict[str, str | int] = {
                "other": before.title,
                "days": days,
                "least": MIN_DAYS_BETWEEN_REMINDERS,
            }
            yield Noted(member.index, "sequence-spacing", values)


def step_day(chain: Chain) -> Iterator[Noted]:
    """A step that is sent on a day that its stage does not have."""
    for member in chain:
        if member.day is None or member.stage is None:
            continue
        first = _FIRST_DAY.get(member.stage, member.day)
        last = _LAST_DAY.get(member.stage, member.day)
        if not first <= member.day <= last:
            yield Noted(member.index, "step-day", {"day": f"{member.day:+d}"})
