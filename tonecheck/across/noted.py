"""What a comparison notices, before it becomes a finding."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Noted:
    """A rule broken by the message at ``index`` of a library; ``values`` fill the rule's gaps."""

    index: int
    rule: str
    values: Mapping[str, str | int] = field(default_factory=dict)
