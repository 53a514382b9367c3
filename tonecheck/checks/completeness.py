"""Facts that a client needs and does not find: amount, date, reference, a contact …

How much an absence matters depends on stage and channel; the table is the contract's. A
stage that nobody declared never makes an absence matter less than the default stage does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from tonecheck.analysis import Analysis, Part
from tonecheck.checks import places
from tonecheck.observation import Change, Check, Facts, Observation
from tonecheck.types import (
    Channel,
    Context,
    Edit,
    FactType,
    Kind,
    Language,
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

SENTENCES: Mapping[FactType, Mapping[Language, str]] = {
    FactType.AMOUNT: {
        Language.EN: "The amount to pay is {hole}.",
        Language.RU: "Сумма к оплате: {hole}.",
    },
    FactType.DUE_DATE: {
        Language.EN: "The due date is {hole}.",
        Language.RU: "Срок оплаты: {hole}.",
    },
    FactType.INVOICE_REF: {
        Language.EN: "The invoice number is {hole}.",
        Language.RU: "Номер счёта: {hole}.",
    },
    FactType.PAYMENT_METHOD: {
        Language.EN: "You can pay by {hole}.",
        Language.RU: "Способ оплаты: {hole}.",
    },
}
INVITATIONS: Mapping[Language, tuple[str, str]] = {
    Language.EN: (
        "If anything is unclear, please reply to this message.",
        "If anything is unclear, please call us.",
    ),
    Language.RU: (
        "Если остались вопросы, ответьте, пожалуйста, на это сообщение.",
        "Если остались вопросы, позвоните нам, пожалуйста.",
    ),
}
"""An invitation that needs no phone number, and the one for a letter on paper."""


MAX_NAME_WORDS = 4


def severity_of(need: Need, context: Context) -> Severity | None:
    """How severe an absence is here; None where the contract says nothing is missing."""
    is_written = context.channel in (Channel.EMAIL, Channel.LETTER)
    table = need.written if is_written else need.short
    stages = {context.stage} if context.stage_declared else {context.stage, Stage.OVERDUE}
    found = [table[stage] for stage in stages if stage in table]
    return min(found, key=lambda severity: severity.rank) if found else None


def may_leave_hole(context: Context, severity: Severity) -> bool:
    """Whether a fix may put a placeholder in.

    In a draft that is an error by itself, and a fix never makes matters worse.
    """
    return context.kind is Kind.TEMPLATE or severity is Severity.ERROR


def missing(fact: FactType) -> Check:
    """The check that looks for one fact."""

    def check(analysis: Analysis, context: Context, facts: Facts) -> Iterator[Observation]:
        severity = severity_of(NEEDS[fact], context)
        if severity is None or facts[fact]:
            return
        place = PLACES[fact](analysis)
        changes = _changes(analysis, context, fact, place, severity)
        yield Observation(place, place, changes=changes, severity=severity)

    return check


def _changes(
    analysis: Analysis, context: Context, fact: FactType, place: int, severity: Severity
) -> tuple[Change, ...]:
    if fact is FactType.CONTACT:
        sentence = INVITATIONS[analysis.language][context.channel is Channel.LETTER]
    elif fact in SENTENCES and may_leave_hole(context, severity):
        sentence = SENTENCES[fact][analysis.language].format(hole=places.hole(analysis, fact))
    else:
        return ()
    edit = Edit(place, place, places.joined(analysis, place, sentence))
    caution = "added" if fact is FactType.CONTACT else "hole"
    return (Change("insert", (edit,), values={"text": sentence}, caution=caution),)


def missing_greeting(analysis: Analysis, context: Context, facts: Facts) -> Iterator[Observation]:
    """A letter or an e-mail that begins without a word of greeting."""
    severity = severity_of(SUGGESTED, context)
    if severity is None or analysis.part_tokens(Part.GREETING) or _opens_with_name(analysis):
        return
    place = places.message_start(analysis)
    if any(p.fact is FactType.NAME for at, p in analysis.message.placeholders if at == place):
        return
    is_russian = analysis.language is Language.RU
    if context.kind is Kind.TEMPLATE:
        name = places.hole(analysis, FactType.NAME)
        greeting = f"Здравствуйте, {name}!" if is_russian else f"Dear {name},"
    else:
        greeting = "Здравствуйте!" if is_russian else "Hello,"
    edit = Edit(place, place, f"{greeting}\n\n")
    change = Change("insert", (edit,), values={"text": greeting}, caution="added")
    yield Observation(place, place, changes=(change,), severity=severity)


def _opens_with_name(analysis: Analysis) -> bool:
    """Whether the first line only calls the client by name: «Марта Львовна!»."""
    place = places.message_start(analysis)
    line = analysis.text[place:].split("\n", 1)[0].strip()
    end = place + len(line)
    named = any("name" in t.marks for t in analysis.tokens if place <= t.start < end)
    return named and line.endswith(("!", ",")) and len(line.split()) <= MAX_NAME_WORDS
