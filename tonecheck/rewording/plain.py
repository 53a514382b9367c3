"""An entry of ``rules/plain/<rule-id>.yaml`` as a value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class PlainWords:
    """What may stand in place of a phrase of ``rule``, or explain it in brackets.

    ``following`` is the case of the noun phrase behind the match, and the one it is put into;
    without such a noun phrase there is no fix.
    """

    rule: str
    match: str
    fix: str | None = None
    explain: str | None = None
    safe: bool = False
    following: tuple[str, str] | None = None
    examples: tuple[tuple[str, str], ...] = ()


def make_plain(rule: str, raw: Mapping[str, Any]) -> PlainWords:
    """An entry as it stands in a file.

    Args:
        rule: the rule whose findings it is for.
    """
    following = raw.get("following")
    return PlainWords(
        rule,
        raw["match"],
        raw.get("fix"),
        raw.get("explain"),
        raw.get("safe", False),
        (following[0], following[1]) if following else None,
        tuple((e["text"], e["fixed"]) for e in raw.get("examples", ())),
    )
