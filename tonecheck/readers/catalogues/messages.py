"""The messages in a catalogue: its longer texts, each with the subject that belongs to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from importlib import import_module

from tonecheck.message import Message
from tonecheck.readers.catalogues import FORMATS
from tonecheck.readers.catalogues.entries import Entry
from tonecheck.readers.decoded import decoded_message
from tonecheck.readers.views import View
from tonecheck.types import Declared, Language

_PHP_ARRAY = re.compile(r"(?:^|<\?php)\s*+return\s*+(?:\[|array\s*+\()", re.MULTILINE)
_PHP_TEXT = re.compile(r"\?>\s*+\S")


def is_catalogue(source: str, suffix: str) -> bool:
    """Whether a file of this suffix holds many texts; of PHP, one that returns an array."""
    if suffix == ".php":
        return bool(_PHP_ARRAY.search(source)) and not _PHP_TEXT.search(source)
    return suffix in FORMATS


SHORTEST = 6
"""Words of a message; fewer are a label, a button or a heading."""

_FOR_TONECHECK = re.compile(r"\s*tonecheck:", re.IGNORECASE)
"""How a value begins that stands where a format has no comments."""

_SUBJECT_KEY = re.compile(r"(?P<stem>.*?)[._-]?(?:subject|subj|title|heading|тема)\Z", re.I | re.S)
_PART = re.compile(r"[._-]|[A-Z]")
_MARKUP = re.compile(
    r"<(?:p|br|div|table|span|a|b|strong|em|h[1-6]|ul|li|td|html)\b[^<>]{0,300}>", re.I
)


def read_catalogue(source: str, suffix: str) -> list[Message]:
    """The texts of a catalogue that are long enough for a message, each named by its key.

    A subject is looked for under a sibling key ("overdue.subject" for "overdue.body").

    Args:
        suffix: the end of the file's name; one of :data:`FORMATS`.

    Raises:
        ReadError: the file is broken.
    """
    module = import_module(f"tonecheck.readers.catalogues.{FORMATS[suffix]}")
    entries: Sequence[Entry] = module.entries(source)
    subjects: dict[str, Entry] = {}
    for entry in sorted(entries, key=lambda entry: "subj" not in entry.key.lower()):
        if match := _SUBJECT_KEY.fullmatch(entry.key):
            subjects.setdefault(match["stem"], entry)
    return [
        decoded_message(
            source,
            entry.view,
            subject=_subject_of(entry, subjects),
            declared=Declared(language=Language(entry.language) if entry.language else None),
            name=entry.key,
            is_html=_MARKUP.search(entry.view.text) is not None,
            escape=entry.escape,
        )
        for entry in entries
        if len(entry.view.text.split()) >= SHORTEST
        and not _SUBJECT_KEY.fullmatch(entry.key)
        and not _FOR_TONECHECK.match(entry.view.text)
    ]


def _subject_of(entry: Entry, subjects: dict[str, Entry]) -> View | None:
    """The subject with which an entry shares the longest beginning of its key."""
    stems = [
        stem
        for stem in subjects
        if not stem
        or entry.key == stem
        or (entry.key.startswith(stem) and _PART.match(entry.key, len(stem)))
    ]
    return subjects[max(stems, key=len)].view if stems else None
