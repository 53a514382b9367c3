"""Branches: which texts a template can put out, without writing out each of them.

A condition is a :class:`Choice` among arms; every segment of a message knows the arm that it
stands in. What is there on every path is found by following arms, not by enumerating texts.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property


@dataclass(frozen=True, slots=True)
class Branch:
    """An arm of a choice, both by number."""

    choice: int
    arm: int


@dataclass(frozen=True, slots=True)
class Choice:
    """One place where a template chooses.

    ``key`` names what is decided: choices of the same key are decided alike. The decision is a
    number below ``size``; ``values`` are those at which the arms are shown, one an arm. Where
    no arm has the decided value, nothing is shown. ``conditions`` are the arms' conditions as
    a reader would say them, ``otherwise`` is the one under which nothing is shown.
    """

    parent: Branch | None
    key: str
    size: int
    values: tuple[int, ...]
    conditions: tuple[str, ...]
    otherwise: str = ""


Decisions = Mapping[str, int]
"""What is decided for each key; 0 for a key that is not there."""

MAX_PATHS = 8
"""Texts in which the arms are read; what is left of a template with more is read in one."""


@dataclass(slots=True)
class _Group:
    """Choices that stand in one arm and are decided alike; their arms by their values."""

    key: str
    parent: int | None
    size: int = 0
    arms: dict[int, list[int]] = field(default_factory=dict)


class Branching:
    """The choices of one message.

    Args:
        choices: in the order of the source, each after its parent.
    """

    def __init__(self, choices: Sequence[Choice] = ()) -> None:
        self.choices = tuple(choices)

    def __bool__(self) -> bool:
        return bool(self.choices)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Branching) and self.choices == other.choices

    def __hash__(self) -> int:
        return hash(self.choices)

    @cached_property
    def _arms(self) -> tuple[Branch, ...]:
        """All arms; elsewhere here an arm is its number in this order, and None the root."""
        return tuple(
            Branch(number, arm)
            for number, choice in enumerate(self.choices)
            for arm in range(len(choice.values))
        )

    @cached_property
    def _numbers(self) -> Mapping[Branch, int]:
        return {branch: number for number, branch in enumerate(self._arms)}

    @cached_property
    def _values(self) -> tuple[int, ...]:
        """The value at which each arm is shown."""
        return tuple(value for choice in self.choices for value in choice.values)

    @cached_property
    def _parents(self) -> tuple[int | None, ...]:
        """The arm that each arm stands in."""
        return tuple(
            None if choice.parent is None else self._numbers[choice.parent]
            for choice in self.choices
            for _ in choice.values
        )

    @cached_property
    def _groups(self) -> tuple[_Group, ...]:
        """Choices of one arm that decide alike, each group after those around it."""
        groups: dict[tuple[Branch | None, str], _Group] = {}
        for number, arm in enumerate(self._arms):
            choice = self.choices[arm.choice]
            group = groups.get((choice.parent, choice.key))
            if group is None:
                group = _Group(choice.key, self._parents[number])
                groups[choice.parent, choice.key] = group
            group.size = max(group.size, choice.size)
            group.arms.setdefault(self._values[number], []).append(number)
        return tuple(groups.values())

    @cached_property
    def _inner(self) -> Mapping[int | None, Sequence[_Group]]:
        """The groups that stand in each arm."""
        inner: dict[int | None, list[_Group]] = {}
        for group in self._groups:
            inner.setdefault(group.parent, []).append(group)
        return inner

    def condition(self, branch: Branch | None) -> str | None:
        """The condition of an arm and of those around it, outermost first."""
        conditions: list[str] = []
        while branch is not None:
            choice = self.choices[branch.choice]
            if choice.size > 1:
                conditions.append(choice.conditions[branch.arm])
            branch = choice.parent
        return " and ".join(reversed(conditions)) or None

    def said(self, key: str, value: int) -> str | None:
        """What a decision means, as the condition of what it shows."""
        for choice in self.choices:
            if choice.key == key and choice.size > 1:
                if value in choice.values:
                    return choice.conditions[choice.values.index(value)]
                return choice.otherwise or None
        return None

    def shows(self, branch: Branch | None, decisions: Decisions) -> bool:
        """Whether an arm is shown once everything is decided."""
        while branch is not None:
            choice = self.choices[branch.choice]
            if choice.values[branch.arm] != decisions.get(choice.key, 0):
                return False
            branch = choice.parent
        return True

    def is_everywhere(self, branches: Collection[Branch | None]) -> bool:
        """Whether every path shows at least one of these arms (None: what is always shown)."""
        return None in self._covered(branches)

    def path_without(self, branches: Collection[Branch | None]) -> Decisions:
        """Decisions at which none of these arms is shown; only where they are not everywhere."""
        covered = self._covered(branches)
        decisions: dict[str, int] = {}
        for group in self._met(decisions):
            if group.key not in decisions:
                free = (
                    value
                    for value in range(group.size)
                    if covered.isdisjoint(group.arms.get(value, ()))
                )
                decisions[group.key] = next(free, 0)
        return decisions

    def paths(self) -> Iterator[Decisions]:
        """Decisions that together show every arm, at most :data:`MAX_PATHS`; greedy.

        An arm that no decisions show (of a condition within its own opposite) is left out.
        """
        left = {arm for arm in range(len(self._arms)) if self._needed(arm) is not None}
        empty = {
            (choice.key, value)
            for choice in self.choices
            if choice.values
            for value in set(range(choice.size)).difference(choice.values)
        }
        for _ in range(MAX_PATHS):
            decisions = self._greedy(left, empty, {})
            if (
                decisions
                and left.isdisjoint(self._shown(decisions))
                and not empty & decisions.items()
            ):
                if not left:
                    return
                decisions = self._greedy(left, empty, self._needed(min(left)) or {})
            yield decisions
            left -= self._shown(decisions)
            empty -= decisions.items()
            if not left and not empty:
                return

    def unread(self, paths: Sequence[Decisions]) -> frozenset[Branch]:
        """The arms that none of these paths shows."""
        left = set(range(len(self._arms)))
        for decisions in paths:
            left -= self._shown(decisions)
        return frozenset(self._arms[number] for number in left)

    def _shown(self, decisions: Decisions) -> set[int]:
        """The arms that are shown once everything is decided."""
        shown: set[int] = set()
        for group in self._groups:
            if group.parent is None or group.parent in shown:
                shown.update(group.arms.get(decisions.get(group.key, 0), ()))
        return shown

    def _met(self, decisions: Decisions) -> Iterator[_Group]:
        """The groups on a path, each after those around it and those before it.

        Whoever asks for the next one has decided the last.
        """
        pending = [iter(self._inner.get(None, ()))]
        while pending:
            group = next(pending[-1], None)
            if group is None:
                pending.pop()
                continue
            yield group
            shown = group.arms.get(decisions[group.key], ())
            pending.extend(iter(self._inner[arm]) for arm in reversed(shown) if arm in self._inner)

    def _covered(self, branches: Collection[Branch | None]) -> set[int | None]:
        """The arms in which, once shown, one of these is shown too; None: in any case."""
        covered: set[int | None] = {
            None if branch is None else self._numbers[branch] for branch in branches
        }
        for group in reversed(self._groups):
            values = sum(not covered.isdisjoint(arms) for arms in group.arms.values())
            if values == group.size:
                covered.add(group.parent)
        return covered

    def _greedy(
        self, left: Collection[int], empty: Collection[tuple[str, int]], needed: Decisions
    ) -> dict[str, int]:
        """Decisions that show many of the arms that are left, beginning with those needed."""
        gains: dict[int, int] = {}
        for group in reversed(self._groups):
            best = max(
                (gains.get(arm, 0) + (arm in left) for arms in group.arms.values() for arm in arms),
                default=0,
            )
            if group.parent is not None and best > gains.get(group.parent, 0):
                gains[group.parent] = best
        decisions = dict(needed)
        for group in self._met(decisions):
            if group.key not in decisions:
                worth = [
                    sum(gains.get(arm, 0) + (arm in left) for arm in group.arms.get(value, ()))
                    + ((group.key, value) in empty) / 2
                    for value in range(group.size)
                ]
                decisions[group.key] = worth.index(max(worth))
        return decisions

    def _needed(self, arm: int) -> Decisions | None:
        """What must be decided to show an arm; None where its conditions rule each other out."""
        needed: dict[str, int] = {}
        around: int | None = arm
        while around is not None:
            key, value = self.choices[self._arms[around].choice].key, self._values[around]
            if needed.setdefault(key, value) != value:
                return None
            around = self._parents[around]
        return needed
