"""The circumstances of a message: what several authorities say of it, put together."""

from __future__ import annotations

from functools import reduce

from tonecheck.types import Channel, Context, Declared, Kind, Language, Recipient, Stage


def merged(*said: Declared) -> Declared:
    """What the first authority says, and what the next ones say where those before are silent."""
    return reduce(_merged, said)


def _merged(first: Declared, second: Declared) -> Declared:
    recipient = second.recipient
    if first.recipient and second.recipient:
        recipient = Recipient(
            name=first.recipient.name or second.recipient.name,
            country=first.recipient.country or second.recipient.country,
            region=first.recipient.region or second.recipient.region,
            time_zone=first.recipient.time_zone or second.recipient.time_zone,
            away=first.recipient.away or second.recipient.away,
        )
    elif first.recipient:
        recipient = first.recipient
    return Declared(
        subject=first.subject or second.subject,
        language=first.language or second.language,
        stage=first.stage or second.stage,
        channel=first.channel or second.channel,
        kind=first.kind or second.kind,
        send_at=first.send_at or second.send_at,
        recipient=recipient,
        delivered_on=first.delivered_on or second.delivered_on,
        previous_reminder=first.previous_reminder or second.previous_reminder,
    )


def context_of(
    said: Declared, language: Language, speech: Language | None, *, is_template: bool
) -> Context:
    """The circumstances under which a message is judged.

    Args:
        said: what anybody says of it.
        language: its language.
        speech: the language of what is said about it; its own by default.
        is_template: whether it looks like a template, where nobody says what it is.
    """
    guessed = Kind.TEMPLATE if is_template else Kind.DRAFT
    return Context(
        language=language,
        stage=said.stage or Stage.OVERDUE,
        channel=said.channel or Channel.EMAIL,
        kind=said.kind or guessed,
        stage_declared=said.stage is not None,
        kind_declared=said.kind is not None,
        speech=speech,
        send_at=said.send_at,
        recipient=said.recipient or Recipient(),
        delivered_on=said.delivered_on,
        previous_reminder=said.previous_reminder,
    )
