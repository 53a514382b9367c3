"""What fixing a file came to, in one line."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tonecheck.fixes import Repair, planned_edits
from tonecheck.reports.words import count, say
from tonecheck.types import Language


class Manner(StrEnum):
    """How fixes are made."""

    SAFE = "safe"
    UNSAFE = "unsafe"
    ASK = "ask"


@dataclass(frozen=True, slots=True)
class Outcome:
    """Numbers of changes made, of changes that ``--unsafe`` would make, and of findings left."""

    made: int = 0
    more: int = 0
    left: int = 0

    def __add__(self, other: Outcome) -> Outcome:
        return Outcome(self.made + other.made, self.more + other.more, self.left + other.left)


def outcome(repair: Repair, manner: Manner) -> Outcome:
    """What a repair came to; a finding that ``--unsafe`` would mend is not left."""
    if manner is not Manner.SAFE:
        return Outcome(repair.count, 0, len(repair.left))
    more = planned_edits(repair.left, unsafe=True)
    left = [f for f in repair.left if not any(fix.edits in more for fix in f.fixes)]
    return Outcome(repair.count, len(more), len(left))


def say_outcome(came: Outcome, *, shown: bool, command: str | None, language: Language) -> str:
    """The outcome as one line.

    Args:
        shown: whether the changes were only shown.
        command: what shows the findings that are left; None where nothing shows just these.
    """
    changes = count(came.made, "shown" if shown else "change", language)
    parts = [changes if came.made else say("nothing-safe" if came.more else "nothing", language)]
    if came.more:
        changes = count(came.more, "possible", language)
        parts.append(
            say("more-with", language, number=came.more)
            if came.made
            else say("with-unsafe", language, number=changes)
        )
    if came.left:
        left = count(came.left, "left", language)
        parts.append(say("see", language, left=left, command=command) if command else left)
    return ", ".join(parts)
