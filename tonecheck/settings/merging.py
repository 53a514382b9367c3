"""What is in force for a path: layers of settings, the later ones with more authority."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from tonecheck.policy import Policy
from tonecheck.settings.keys import AUTO, KEYS, NEVER
from tonecheck.settings.reading import Section, SettingsFile, preset
from tonecheck.settings.values import Entries, Given, Origin, Pair, Settings, Source, Value
from tonecheck.types import (
    Channel,
    Declared,
    Demand,
    FactType,
    Kind,
    Language,
    Recipient,
    Severity,
    Stage,
)

_T = TypeVar("_T")

_DEFAULTS: Mapping[str, Value] = {
    "preset": "standard",
    "language": AUTO,
    "stage": Stage.OVERDUE.value,
    "channel": Channel.EMAIL.value,
    "kind": AUTO,
    "fail_on": Severity.ERROR.value,
    "preview": False,
    "cache": True,
}

DEFAULTS: Entries = {
    key: (Given(value, Origin(Source.DEFAULT)),) for key, value in _DEFAULTS.items()
}
"""What holds where nobody says anything."""


@dataclass(frozen=True, slots=True)
class Overrides:
    """What the command line says.

    Attributes:
        said: about the messages.
        entries: for keys of a settings file.
    """

    said: Declared = field(default_factory=Declared)
    entries: Entries = field(default_factory=dict)


def merge(layers: Iterable[Entries]) -> Entries:
    """Layers as one: of most keys the last layer that has one holds, lists that add up grow."""
    merged: dict[str, tuple[Given, ...]] = {}
    for layer in layers:
        for key, given in layer.items():
            merged[key] = (*merged.get(key, ()), *given) if KEYS[key].adds else given
    return merged


def in_force(
    file: SettingsFile | None,
    sections: Iterable[Section],
    overrides: Overrides,
    message: Entries | None = None,
) -> Entries:
    """What is in force for a path, with the origin of each.

    Args:
        file: the settings file that is in charge of the path.
        sections: what it says for the path in particular.
        overrides: what the command line says.
        message: what the message file says about itself.
    """
    own: list[Entries] = [file.entries] if file is not None else []
    own += [section.entries for section in sections]
    (chosen,) = merge([DEFAULTS, *own])["preset"]
    return merge([DEFAULTS, preset(str(chosen.value)), *own, message or {}, overrides.entries])


def settings_of(entries: Entries, overrides: Overrides) -> Settings:
    """The values in force, ready for use.

    A stage that only the defaults give is nobody's word and stays open.
    """
    given = {
        key: items[0].value
        for key, items in entries.items()
        if items and items[0].origin.source is not Source.DEFAULT and not KEYS[key].adds
    }
    country, zone = given.get("country"), given.get("recipient_tz")
    recipient = None
    if country or zone:
        recipient = Recipient(country=_text(country), time_zone=_text(zone))
    fail_on = given.get("fail_on", Severity.ERROR.value)
    preview = given.get("preview", False)
    return Settings(
        said=overrides.said,
        assumed=Declared(
            language=_member(Language, given.get("language")),
            stage=_member(Stage, given.get("stage")),
            channel=_member(Channel, given.get("channel")),
            kind=_member(Kind, given.get("kind")),
            recipient=recipient,
        ),
        select=frozenset(_items(entries, "select", str)),
        ignore=frozenset(_items(entries, "ignore", str)),
        policy=Policy(
            severities=tuple(
                (pair.name, pair.value if isinstance(pair.value, Severity) else None)
                for pair in _items(entries, "severities", Pair)
            ),
            accepted=_items(entries, "accept", str),
            placeholders=tuple(
                (pair.name, pair.value)
                for pair in _items(entries, "placeholders", Pair)
                if isinstance(pair.value, FactType)
            ),
            preview=frozenset(preview) if isinstance(preview, tuple) else bool(preview),
        ),
        demand=Demand(
            fail_on=None if fail_on == NEVER else Severity(str(fail_on)),
            min_politeness=_number(given.get("min_politeness")),
            min_clarity=_number(given.get("min_clarity")),
        ),
        rules=_items(entries, "rules", Path),
        baseline=next(iter(_items(entries, "baseline", Path)), None),
        cache=bool(given.get("cache", True)),
        speech=_member(Language, given.get("ui_language")),
    )


def _items(entries: Entries, key: str, kind: type[_T]) -> tuple[_T, ...]:
    return tuple(given.value for given in entries.get(key, ()) if isinstance(given.value, kind))


_Word = TypeVar("_Word", Language, Stage, Channel, Kind)


def _member(kind: type[_Word], value: Value | None) -> _Word | None:
    return None if value is None or value == AUTO else kind(str(value))


def _text(value: Value | None) -> str | None:
    return None if value is None else str(value)


def _number(value: Value | None) -> int | None:
    return value if isinstance(value, int) else None


def option(name: str, values: Sequence[Value]) -> tuple[Given, ...]:
    """What an option of the command line says."""
    return tuple(Given(value, Origin(Source.OPTION, detail=name)) for value in values)
