"""Facts that a client needs and does not find: amount, date, reference, a contact …

How much an absence matters depends on stage and channel; the table is the contract's. A
stage that nobody declared never makes an absence matter less than the default stage does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from tonecheck.analysis import Analysis, Part
from tonecheck.checks import places
from tonecheck.observation import Check, Facts, Observation
from tonecheck.types import (
    Channel,
    Context,
    FactType,
    Severity,
    Stage,
)

_E, _W, _S = Severity.ERROR, Severity.WARNING, Severity.SUGGESTION
_LATE = (Stage.OVERDUE, Stage.FINAL, Stage.DISPUTED)

_Stages = Mapping[Stage, Severity]


def _always(severity: Severity, disputed: Severity | None = None) -> _Stages:
    return {**dict.fromkeys(Stage, severity), Stage.DISPUTED: disputed or severity}


@dataclass(frozen=True, slots=True)
class Need:
    """How severe an absence is at each stage (none where a stage is missing), by channel."""

    written: _Stages
    """In an e-mail or a letter."""
    short: _Stages
    """In an SMS or a messenger."""


SUGGESTED = Need(_always(_S), {})
"""Good to have where there is room for it."""

NEEDS: Mapping[FactType, Need] = {
    FactType.AMOUNT: Need(_always(_E, _S), _always(_E, _S)),
    FactType.DUE_DATE: Need(_always(_E, _S), _always(_E, _S)),
    FactType.INVOICE_REF: Need(_always(_E, _W), _always(_W)),
    FactType.PAYMENT_METHOD: Need(_always(_W, _S), _always(_W, _S)),
    FactType.CONTACT: Need(_always(_W), _always(_S)),
    FactType.FLEXIBILITY: Need(
        {Stage.OVERDUE: _S, Stage.FINAL: _S, Stage.DISPUTED: _W},
        {Stage.FINAL: _S, Stage.DISPUTED: _S},
    ),
    FactType.THANKS: Need(_always(_S), _always(_S)),
    FactType.EMPATHY: Need(dict.fromkeys(_LATE, _S), {}),
    FactType.EVIDENCE: SUGGESTED,
}

_Place = Callable[[Analysis], int]

PLACES: Mapping[FactType, _Place] = {
    FactType.AMOUNT: places.after_request,
    FactType.DUE_DATE: places.after_request,
    FactType.INVOICE_REF: places.after_request,
    FactType.PAYMENT_METHOD: places.before_closing,
    FactType.CONTACT: places.before_closing,
    FactType.FLEXIBILITY: places.before_closing,
    FactType.THANKS: places.after_greeting,
    FactType.EMPATHY: places.after_request,
    FactType.EVIDENCE: places.after_request,
}

MAX_NAME_WORDS = 4


def severity_of(need: Need, context: Context) -> Severity | None:
    """How severe an absence is here; None where the contract says nothing is missing."""
    is_written = context.channel in (Channel.EMAIL, Channel.LETTER)
    table = need.written if is_written else need.short
    stages = {context.stage} if context.stage_declared else {context.stage, Stage.OVERDUE}
    found = [table[stage] for stage in stages if stage in table]
    return min(found, key=lambda severity: severity.rank) if found else None


def missing(fact: FactType) -> Check:
    """The check that looks for one fact."""

    def check(analysis: Analysis, context: Context, facts: Facts) -> Iterator[Observation]:
        severity = severity_of(NEEDS[fact], context)
        if severity is None or facts[fact]:
            return
        place = analysis.once(PLACES[fact])
        yield Observation(place, place, severity=severity)

    return check


def missing_greeting(analysis: Analysis, context: Context, facts: Facts) -> Iterator[Observation]:
    """A letter or an e-mail that begins without a word of greeting."""
    severity = severity_of(SUGGESTED, context)
    if severity is None or analysis.part_tokens(Part.GREETING) or _opens_with_name(analysis):
        return
    place = places.message_start(analysis)
    if any(p.fact is FactType.NAME for at, p in analysis.message.placeholders if at == place):
        return
    yield Observation(place, place, severity=severity)


def _opens_with_name(analysis: Analysis) -> bool:
    """Whether the first line only calls the client by name: «Марта Львовна!»."""
    place = places.message_start(analysis)
    line = analysis.text[place:].split("\n", 1)[0].strip()
    end = place + len(line)
    named = any("name" in t.marks for t in analysis.tokens if place <= t.start < end)
    return named and line.endswith(("!", ",")) and len(line.split()) <= MAX_NAME_WORDS
