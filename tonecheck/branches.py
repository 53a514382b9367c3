"""Branches: which texts a template can put out, without writing out each of them.

A condition is a :class:`Choice` among arms; every segment of a message knows the arm that it
stands in. What is there on every path is found by following arms, not by enumerating texts.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
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
    def _groups(self) -> Mapping[Branch | None, Mapping[str, list[int]]]:
        """Choices by the arm that they stand in and by what they decide."""
        groups: dict[Branch | None, dict[str, list[int]]] = {}
        for number, choice in enumerate(self.choices):
            groups.setdefault(choice.parent, {}).setdefault(choice.key, []).append(number)
        return groups

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
        return self._is_covered(None, frozenset(branches))

    def path_without(self, branches: Collection[Branch | None]) -> Decisions:
        """Decisions at which none of these arms is shown; only where they are not everywhere."""
        decisions: dict[str, int] = {}
        self._avoid(None, frozenset(branches), decisions)
        return decisions

    def paths(self) -> Iterator[Decisions]:
        """Decisions that together show every arm, at most :data:`MAX_PATHS`; greedy."""
        left = set(self._all())
        empty = {
            (choice.key, value)
            for choice in self.choices
            for value in range(choice.size)
            if value not in choice.values
        }
        for _ in range(MAX_PATHS):
            decisions: dict[str, int] = {}
            self._cover(None, left, empty, decisions)
            shown = {branch for branch in left if self.shows(branch, decisions)}
            unshown = {pair for pair in empty if decisions.get(pair[0]) == pair[1]}
            if decisions and not shown and not unshown:
                return
            yield decisions
            left -= shown
            empty -= unshown
            if not left and not empty:
                return

    def unread(self, paths: Sequence[Decisions]) -> frozenset[Branch]:
        """The arms that none of these paths shows."""
        return frozenset(
            branch for branch in self._all() if not any(self.shows(branch, p) for p in paths)
        )

    def _all(self) -> Iterator[Branch]:
        for number, choice in enumerate(self.choices):
            for arm in range(len(choice.values)):
                yield Branch(number, arm)

    def _is_covered(self, branch: Branch | None, there: frozenset[Branch | None]) -> bool:
        return branch in there or any(
            all(
                any(self._is_covered(arm, there) for arm in self._arms(group, value))
                for value in range(self.choices[group[0]].size)
            )
            for group in self._groups.get(branch, {}).values()
        )

    def _avoid(
        self, branch: Branch | None, there: frozenset[Branch | None], decisions: dict[str, int]
    ) -> None:
        for key, group in self._groups.get(branch, {}).items():
            free = (
                value
                for value in range(self.choices[group[0]].size)
                if not any(self._is_covered(arm, there) for arm in self._arms(group, value))
            )
            decisions.setdefault(key, next(free, 0))
            for arm in self._arms(group, decisions[key]):
                self._avoid(arm, there, decisions)

    def _cover(
        self,
        branch: Branch | None,
        left: Collection[Branch],
        empty: Collection[tuple[str, int]],
        decisions: dict[str, int],
    ) -> None:
        for key, group in self._groups.get(branch, {}).items():
            if key not in decisions:
                gains = [
                    sum(self._left_in(arm, left) for arm in self._arms(group, value))
                    + ((key, value) in empty) / 2
                    for value in range(self.choices[group[0]].size)
                ]
                decisions[key] = gains.index(max(gains))
            for arm in self._arms(group, decisions[key]):
                self._cover(arm, left, empty, decisions)

    def _left_in(self, branch: Branch, left: Collection[Branch]) -> int:
        inner = self._groups.get(branch, {}).values()
        return (branch in left) + max(
            (
                self._left_in(arm, left)
                for group in inner
                for number in group
                for arm in (Branch(number, a) for a in range(len(self.choices[number].values)))
            ),
            default=0,
        )

    def _arms(self, group: Sequence[int], value: int) -> list[Branch]:
        """The arms of choices decided alike that are shown at a decision."""
        return [
            Branch(number, arm)
            for number in group
            for arm, at in enumerate(self.choices[number].values)
            if at == value
        ]
