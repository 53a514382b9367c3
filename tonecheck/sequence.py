"""A sequence of reminders as settings name it: values only."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tonecheck.types import Stage


@dataclass(frozen=True, slots=True)
class Step:
    """One message of a sequence.

    ``day`` counts from the due date, negative before it; None where nobody has said.
    """

    path: Path
    stage: Stage | None = None
    day: int | None = None


@dataclass(frozen=True, slots=True)
class ReminderSequence:
    """Messages that follow each other to one client."""

    name: str
    steps: tuple[Step, ...]
