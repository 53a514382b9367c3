"""An entry of the result cache: the reports on one source as bytes that say nothing without it.

The reports are told as copies of the source (:mod:`tonecheck.results.copies`), and what is left
(positions, days, the ends of inflected words) is sealed with a key that follows from the source:
whoever has the message can open what was found in it, and nobody else.
"""

from __future__ import annotations

import hashlib
import json
import re
import zlib
from collections.abc import Sequence
from itertools import groupby
from pathlib import PurePath

from tonecheck.readers.errors import ReadError
from tonecheck.results.copies import NotCopiedError, Original
from tonecheck.results.values import from_plain, to_plain
from tonecheck.types import MessageReport

_WORD = re.compile(r"\w{4,}")
_DAMAGED = (
    ValueError,
    TypeError,
    LookupError,
    ArithmeticError,
    RecursionError,
    ReadError,
    zlib.error,
)


def pack(reports: Sequence[MessageReport], source: str, key: str) -> bytes | None:
    """The reports on the messages of a source as bytes.

    Returns:
        None where they cannot be kept: they tell words that neither the source nor the messages in
        it hold, or would not come back the same.
    """
    if any(report.source != source for report in reports):
        return None
    text = inside(reports, source)
    if text is None:
        return None
    data = _sealed(zlib.compress(text.encode("ascii")), source, key)
    return data if unpack(data, source, key, _path(reports)) == list(reports) else None


def inside(reports: Sequence[MessageReport], source: str) -> str | None:
    """What is sealed in an entry: JSON in ASCII; None where the reports cannot be told so."""
    try:
        shown = _shown(source, _path(reports))
        is_encoded = any(word not in source for word in _WORD.findall(shown))
        plain = to_plain(reports, Original(source, shown if is_encoded else ""))
    except (NotCopiedError, ReadError, TypeError):
        return None
    return json.dumps([is_encoded, plain], separators=(",", ":"))


def unpack(data: bytes, source: str, key: str, path: str) -> list[MessageReport] | None:
    """The reports in an entry, on a file at a path; None where it is damaged or another's."""
    try:
        is_encoded, plain = json.loads(zlib.decompress(_sealed(data, source, key)))
        # Reading takes its time; few sources are written in another way than they are read.
        original = Original(source, _shown(source, path) if is_encoded else "")
        return from_plain(plain, original.text, source, path)
    except _DAMAGED:
        return None


def _path(reports: Sequence[MessageReport]) -> str:
    return reports[0].path if reports else ""


def _shown(source: str, path: str) -> str:
    """What clients read of the messages in a source, the arms of a template apart.

    Raises:
        ReadError: they cannot be read.
    """
    from tonecheck.readers import read_messages

    return "\n".join(
        "".join(segment.text for segment in arm)
        for message in read_messages(source, PurePath(path).name)
        for _, arm in groupby(message.segments, key=lambda segment: segment.branch)
    )


def _sealed(data: bytes, source: str, key: str) -> bytes:
    """Data sealed, or opened again: what is the same twice cancels out."""
    secret = hashlib.shake_256(key.encode())
    secret.update(source.encode("utf-8", "surrogatepass"))
    stream = secret.digest(len(data))
    size = len(data)
    return (int.from_bytes(data, "big") ^ int.from_bytes(stream, "big")).to_bytes(size, "big")
