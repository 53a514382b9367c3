"""What rules and checks yield: a place, a few values and possible changes.

They know nothing of severity, wording or source offsets; the engine adds those.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from tonecheck.analysis import Analysis
from tonecheck.types import Applicability, Context, Edit, Fact, FactType, Severity

Facts = Mapping[FactType, tuple[Fact, ...]]
"""The facts found in a message, offsets in the visible text; every reported type has a key."""


@dataclass(frozen=True, slots=True)
class Change:
    """A possible fix: edits in offsets of the visible text.

    ``wording`` names its label in :mod:`tonecheck.wording`; ``values`` fill that label.
    ``caution`` names there why it is not safe; it says nothing of one that is. ``unseen`` are edits
    in offsets of the source, for what a client does not see.
    """

    wording: str
    edits: tuple[Edit, ...] = ()
    applicability: Applicability = Applicability.UNSAFE
    values: Mapping[str, str] = field(default_factory=dict)
    caution: str = "reworded"
    unseen: tuple[Edit, ...] = ()


@dataclass(frozen=True, slots=True)
class Observation:
    """One thing noticed at visible characters ``start:end`` (equal: something absent there).

    ``values`` fill the ``{gaps}`` of the rule's why and advice; ``severity`` is given only
    where the contract makes it depend on more than the rule and the channel.
    """

    start: int
    end: int
    values: Mapping[str, str | int] = field(default_factory=dict)
    changes: tuple[Change, ...] = ()
    severity: Severity | None = None


Check = Callable[[Analysis, Context, Facts], Iterator[Observation]]
"""A coded check: a message as read, its circumstances and facts; yields what it notices."""
