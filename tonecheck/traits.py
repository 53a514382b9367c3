"""What tells whether messages belong together: their holes, and a sketch of their words.

A sketch is the smallest hashes of all runs of three words (bottom-k MinHash after Broder, "On the
resemblance and containment of documents", 1997). The share of common hashes among the smallest of
two sketches estimates the share of common runs. No word can be read from it.
"""

from __future__ import annotations

import re
import zlib

from tonecheck.message import Message, Placeholder, Zone
from tonecheck.types import FactType, Traits

SKETCH_SIZE = 64
"""Hashes in a sketch: the share of common runs is told to within a tenth or so."""

RUN = 3
"""Words in a run."""

_WORD = re.compile(r"\w+")
_DIGITS = re.compile(r"\d+")
_QUOTED = re.compile(r"""'[^']*'|"[^"]*\"""")


def traits_of(message: Message) -> Traits:
    """The traits of a message; its place is the first character of its body."""
    names = {_named(placeholder) for _, placeholder in message.placeholders}
    return Traits(tuple(sorted(names - {""})), _sketch(message.text), _place(message))


def _place(message: Message) -> int:
    for start, end in message.zone_spans(Zone.BODY):
        words = message.text[start:end]
        if words.strip():
            first = start + len(words) - len(words.lstrip())
            return message.source_span(first, first)[0]
    return 0


def _named(placeholder: Placeholder) -> str:
    """What a hole is called in both languages; nothing where each has a word of its own.

    A variable keeps its name; what an engine does with it may differ. What a person fills is
    called by the fact that it stands for.
    """
    if placeholder.engine:
        return " ".join(_QUOTED.sub("", placeholder.name.partition("|")[0]).split())
    return "" if placeholder.fact is FactType.OTHER else f"[{placeholder.fact.value}]"


def _sketch(text: str) -> tuple[int, ...]:
    words = [_DIGITS.sub("0", word) for word in _WORD.findall(text.casefold().replace("ё", "е"))]
    runs = {" ".join(words[i : i + RUN]) for i in range(len(words) - RUN + 1)}
    return tuple(sorted({zlib.crc32(run.encode("utf-8", "surrogatepass")) for run in runs}))[
        :SKETCH_SIZE
    ]


def likeness(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    """The share of common runs of words in two texts, from their sketches, between 0 and 1."""
    smallest = sorted({*one, *other})[:SKETCH_SIZE]
    if not smallest:
        return 0.0
    return len({*one} & {*other} & {*smallest}) / len(smallest)
