"""Values of :mod:`tonecheck.types` as plain JSON and back, told by their own type hints.

A field that is added to a type is kept without a change here. Strings are taken for words of the
message, the most careful way, unless :data:`_ORIGINS` knows better.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from tonecheck.results.copies import NotCopiedError, Origin, Original, plain
from tonecheck.types import Edit, Factor, Finding, Fix, Gain, MessageReport, Recipient, Traits

FORMAT = 1
"""Raised when the same types are kept in another way."""

NOT_KEPT = frozenset({"path", "source"})
"""What whoever asks for a report has at hand."""

_ORIGINS: Mapping[tuple[type, str], Origin] = {
    (Edit, "replacement"): Origin.MIXED,
    (Factor, "message"): Origin.SENTENCE,
    (Factor, "rule"): Origin.TOOL,
    (Finding, "advice"): Origin.SENTENCE,
    (Finding, "guide"): Origin.TOOL,
    (Finding, "message"): Origin.SENTENCE,
    (Finding, "rule"): Origin.TOOL,
    (Fix, "caution"): Origin.SENTENCE,
    (Fix, "label"): Origin.MIXED,
    (Gain, "advice"): Origin.SENTENCE,
    # Codes of countries, regions and zones, which may come from the settings.
    (Recipient, "country"): Origin.MIXED,
    (Recipient, "region"): Origin.MIXED,
    (Recipient, "time_zone"): Origin.MIXED,
    (Traits, "placeholders"): Origin.MIXED,
}


@dataclass(frozen=True, slots=True)
class _Codec:
    """What turns a value of one type into JSON, with the original, and back, with its text."""

    encode: Callable[[Any, Original], Any]
    decode: Callable[[Any, str], Any]


def to_plain(reports: Sequence[MessageReport], original: Original) -> Any:
    """Reports on the messages of one source as JSON, without its text and their path.

    Raises:
        NotCopiedError: they hold words that the source does not, or notes, which tell a path.
        TypeError: a value is not of its declared type.
    """
    if any(report.notes for report in reports):
        raise NotCopiedError("a note tells the path of a file, which may be moved")
    return [_codec(MessageReport, Origin.MESSAGE).encode(report, original) for report in reports]


def from_plain(data: Any, original: str, source: str, path: str) -> list[MessageReport]:
    """The reports that :func:`to_plain` made JSON of.

    Raises:
        ValueError, TypeError, ArithmeticError: it is no JSON of reports.
    """
    decode = _codec(MessageReport, Origin.MESSAGE).decode
    if not isinstance(data, list):
        raise TypeError("no list of reports")
    return [MessageReport(path=path, source=source, **decode(item, original)) for item in data]


@cache
def schema() -> str:
    """A name for the shape of what is kept: another one where a type has other fields."""
    known: dict[str, str] = {}
    _describe(MessageReport, known)
    origins = [(kind.__name__, name, origin.value) for (kind, name), origin in _ORIGINS.items()]
    shape = repr((FORMAT, known, origins))
    return hashlib.blake2b(shape.encode(), digest_size=6).hexdigest()


def _describe(kind: Any, known: dict[str, str]) -> None:
    if is_dataclass(kind) and isinstance(kind, type):
        if kind.__name__ in known:
            return
        hints = get_type_hints(kind)
        known[kind.__name__] = repr(hints)
        for hint in hints.values():
            _describe(hint, known)
    for part in get_args(kind):
        _describe(part, known)


@cache
def _codec(kind: Any, origin: Origin) -> _Codec:
    """How values of a type are kept.

    Raises:
        TypeError: nobody has said how.
    """
    if kind in (bool, int):
        return _Codec(lambda value, _: value, lambda data, _: kind(data))
    if kind is str:
        return _Codec(lambda value, original: original.coded(value, origin), plain)
    if kind in (Decimal, date, datetime):
        return _written(kind, origin)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return _Codec(lambda value, _: value.value, lambda data, _: kind(data))
    if is_dataclass(kind) and isinstance(kind, type):
        return _of_fields(kind)
    container, inner = get_origin(kind), get_args(kind)
    if container in (Union, UnionType):
        return _of_choice([part for part in inner if part is not NoneType], origin)
    if container is Mapping:
        return _of_mapping(_codec(inner[0], origin), _codec(inner[1], origin))
    if container in (tuple, frozenset):
        return _of_many(container, _codec(inner[0], origin))
    raise TypeError(f"no way is known to keep a {kind}")


def _written(kind: type[Decimal] | type[date], origin: Origin) -> _Codec:
    """Numbers and days by how they are written; a day that is reckoned is no text of a message."""
    read: Callable[[str], Any] = Decimal if kind is Decimal else kind.fromisoformat  # type: ignore[union-attr]
    write: Callable[[Any], str] = str if kind is Decimal else lambda value: value.isoformat()
    how = origin if kind is Decimal else Origin.MIXED
    return _Codec(
        lambda value, original: original.coded(write(value), how),
        lambda data, original: read(plain(data, original)),
    )


def _of_fields(kind: type) -> _Codec:
    hints = get_type_hints(kind)
    names = [
        field.name
        for field in fields(kind)
        if field.init and not (kind is MessageReport and field.name in NOT_KEPT)
    ]
    codecs = [_codec(hints[n], _ORIGINS.get((kind, n), Origin.MESSAGE)) for n in names]
    encoders = [(name, codec.encode) for name, codec in zip(names, codecs, strict=True)]
    decoders = [codec.decode for codec in codecs]

    def encode(value: Any, original: Original) -> Any:
        if type(value) is not kind:
            raise TypeError(f"{type(value)} is not the {kind} that was declared")
        return [encode_one(getattr(value, name), original) for name, encode_one in encoders]

    def decode(data: Any, original: str) -> Any:
        return kind(*[read(item, original) for read, item in zip(decoders, data, strict=True)])

    def decode_named(data: Any, original: str) -> Any:
        pairs = zip(names, decoders, data, strict=True)
        return {name: read(item, original) for name, read, item in pairs}

    return _Codec(encode, decode_named if kind is MessageReport else decode)


def _of_choice(kinds: Sequence[type], origin: Origin) -> _Codec:
    """None, or a value of one of some types; where there are several, with the type's number."""
    codecs = [_codec(kind, origin) for kind in kinds]
    if len(codecs) == 1:
        only = codecs[0]
        return _Codec(
            lambda value, original: None if value is None else only.encode(value, original),
            lambda data, original: None if data is None else only.decode(data, original),
        )

    def encode(value: Any, original: Original) -> Any:
        if value is None:
            return None
        number = kinds.index(type(value)) if type(value) in kinds else -1
        if number < 0:
            raise TypeError(f"{type(value)} is none of {kinds}")
        return [number, codecs[number].encode(value, original)]

    def decode(data: Any, original: str) -> Any:
        return None if data is None else codecs[data[0]].decode(data[1], original)

    return _Codec(encode, decode)


def _of_mapping(keys: _Codec, values: _Codec) -> _Codec:
    return _Codec(
        lambda mapping, original: [
            [keys.encode(key, original), values.encode(value, original)]
            for key, value in mapping.items()
        ],
        lambda data, original: {
            keys.decode(key, original): values.decode(value, original) for key, value in data
        },
    )


def _of_many(container: type, inner: _Codec) -> _Codec:
    order = sorted if container is frozenset else list
    return _Codec(
        lambda items, original: [inner.encode(item, original) for item in order(items)],
        lambda data, original: container([inner.decode(item, original) for item in data]),
    )
