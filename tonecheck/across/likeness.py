"""Messages that say nearly the same, of which one may be enough."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from tonecheck.across.names import named
from tonecheck.across.noted import Noted
from tonecheck.traits import likeness
from tonecheck.types import MessageReport

NEARLY_THE_SAME = 0.8
"""The share of common runs of words from which on two messages are reported."""

FEWEST_RUNS = 20
"""Shorter messages are alike anyway."""

_PROBES = 8
"""So many of the smallest hashes are looked up; of messages that are alike some are common."""


def near_duplicate(messages: Sequence[MessageReport]) -> Iterator[Noted]:
    """A message that nearly repeats an earlier one in the same language.

    Each is compared with the first of its kind only, so that the time stays in proportion to the
    library. The same text in another format beside it (``late.html``, ``late.txt``) is none.
    """
    firsts: dict[tuple[object, int], list[int]] = defaultdict(list)
    for index, report in enumerate(messages):
        sketch = report.traits.sketch
        if not report.is_reminder or len(sketch) < FEWEST_RUNS:
            continue
        keys = [(report.context.language, probe) for probe in sketch[:_PROBES]]
        candidates = sorted({first for key in keys for first in firsts[key]})
        like = [
            first
            for first in candidates
            if likeness(messages[first].traits.sketch, sketch) >= NEARLY_THE_SAME
        ]
        if not like:
            for key in keys:
                firsts[key].append(index)
        elif named(messages[like[0]]).stem != named(report).stem:
            yield Noted(index, "near-duplicate", {"other": _title(messages[like[0]], report)})


def _title(other: MessageReport, report: MessageReport) -> str:
    """What another message is called beside a message: its file, its name where that is shared."""
    if other.name and other.path == report.path:
        return other.name
    return f"{other.path}: {other.name}" if other.name else other.path
