"""Remedies: what to write in the place of what was noticed.

Sentences that hurt are mended (:mod:`~tonecheck.remedies.mending`), vague words are
made definite (:mod:`~tonecheck.remedies.settling`), what is missing is said
(:mod:`~tonecheck.remedies.inserting`), a greeting of nobody becomes one of somebody
(:mod:`~tonecheck.remedies.greeting`). What stands for them comes from ``rules/rewordings.yaml``;
facts are never inside an edit (:mod:`~tonecheck.remedies.cargo`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from tonecheck.analysis import Analysis
from tonecheck.observation import Change, Facts
from tonecheck.remedies.greeting import greetings
from tonecheck.remedies.inserting import insertions
from tonecheck.remedies.mending import mended
from tonecheck.remedies.moving import moved_requests
from tonecheck.remedies.phrasing import Phrasing
from tonecheck.remedies.settling import settled_words
from tonecheck.remedies.splitting import split_sentences
from tonecheck.stamping import Noticed
from tonecheck.types import Context, FactType, Kind

__all__ = ["remedied"]


def remedied(
    noticed: Sequence[Noticed],
    analysis: Analysis,
    context: Context,
    facts: Facts,
    rewordings: Mapping[str, Any],
) -> list[Noticed]:
    """What was noticed, with changes where something can be written instead, the best first.

    Args:
        noticed: settled; what has a change of its own keeps it.
        facts: with offsets in the visible text.
        rewordings: ``rules/rewordings.yaml``.
    """
    if not noticed:
        return []
    data = rewordings[analysis.language.value]
    phrasing = Phrasing(data, analysis, context)
    phrasing.lacks_method = context.kind is Kind.DRAFT and any(
        one.rule.id == "missing-payment-method" for one in noticed
    )
    phrasing.has_offer = bool(facts[FactType.FLEXIBILITY]) or phrasing.invites
    changes: dict[int, list[Change]] = defaultdict(list)
    # In this order: what a mended sentence says need not be inserted.
    for found in (
        mended(noticed, analysis, facts, phrasing),
        settled_words(noticed, analysis, facts, data),
        insertions(noticed, analysis, context, facts, phrasing, data),
        greetings(noticed, analysis, context, data),
        split_sentences(noticed, analysis),
        moved_requests(noticed, analysis, facts),
    ):
        for one, change in found:
            changes[id(one)].append(change)
    return [
        replace(one, observation=replace(one.observation, changes=tuple(changes[id(one)])))
        if id(one) in changes and not one.observation.changes
        else one
        for one in noticed
    ]
