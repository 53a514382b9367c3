"""What the arms of a choice ask, and which choices ask the same."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from tonecheck.branches import Branch, Choice
from tonecheck.templates.marks import Block

MAX_SAID = 20
"""Conditions that are named where none of them holds."""


@dataclass(slots=True)
class Arms:
    """A choice while its arms are being met."""

    parent: Branch | None
    block: Block
    conditions: list[str | None] = field(default_factory=list)


def choice(number: int, arms: Arms) -> Choice:
    """The choice that some arms make; two that ask the same, or its opposite, are one decision."""
    asked = arms.conditions
    if arms.block is Block.LOOP:
        return Choice(arms.parent, f"#{number}", len(asked), tuple(range(len(asked))), _said(asked))
    first = asked[0] if asked else None
    if first is not None and (len(asked) == 1 or asked[1:] == [None]):
        matter, negated = _without_negation(first)
        values = (1, 0) if negated else (0, 1)
        return Choice(arms.parent, matter, 2, values[: len(asked)], _said(asked), opposite(first))
    key = " | ".join(condition or "" for condition in asked)
    size = len(asked) + (None not in asked)
    return Choice(arms.parent, key, size, tuple(range(len(asked))), _said(asked), _none_of(asked))


def _said(asked: Sequence[str | None]) -> tuple[str, ...]:
    """Each arm's condition in words; the last arm's are the opposites of the others."""
    otherwise = _none_of(asked)
    return tuple(condition or otherwise for condition in asked)


def _none_of(asked: Sequence[str | None]) -> str:
    """The condition under which none of these holds; of very many, the first ones' opposites."""
    named = [condition for condition in asked if condition]
    said = [opposite(condition) for condition in named[:MAX_SAID]]
    return " and ".join(said) + (" and …" if len(named) > MAX_SAID else "")


def opposite(condition: str) -> str:
    """The condition that holds where this one does not."""
    matter, negated = _without_negation(condition)
    if negated:
        return matter
    return f"not {matter}" if re.fullmatch(r"[\w.$@\[\]>-]+", matter) else f"not ({matter})"


_TOGETHER = re.compile(r"\b(?:and|or)\b|&&|\|\|")
_DIFFERS = re.compile(r"([^=!<>&|]+)!(==?)([^=!<>&|]+)")
_NEGATION = re.compile(r"(?:not\b|!(?!=))\s*+(?=[\w.$@(])")


def _without_negation(condition: str) -> tuple[str, bool]:
    if (differs := _DIFFERS.fullmatch(condition)) and not _TOGETHER.search(condition):
        return f"{differs[1].strip()} ={differs[2]} {differs[3].strip()}", True
    match = _NEGATION.match(condition)
    rest = condition[match.end() :].strip() if match else ""
    if re.fullmatch(r"\([^()]*\)", rest):
        return rest[1:-1].strip(), True
    if not match or _TOGETHER.search(rest):
        return condition, False
    return rest, True
