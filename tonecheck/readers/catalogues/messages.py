"""The messages in a catalogue: its longer texts, each with the subject that belongs to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from importlib import import_module

from tonecheck.message import Message, Segment, Target, Zone
from tonecheck.readers.catalogues.entries import Entry
from tonecheck.readers.html import html_visible
from tonecheck.readers.opening import in_arms, merged, without_sentinels, words_of
from tonecheck.templates import Template, read_template, typed
from tonecheck.types import Declared, Language

FORMATS = {
    ".po": "po",
    ".pot": "po",
    ".yml": "yaml_catalogue",
    ".yaml": "yaml_catalogue",
    ".json": "json_catalogue",
    ".arb": "json_catalogue",
    ".php": "php_arrays",
    ".properties": "properties",
    ".xml": "xml_data",
    ".csv": "csv_table",
    ".tsv": "csv_table",
}
"""File suffixes and the modules that read such files."""

_PHP_ARRAY = re.compile(r"^\s*+return\s*+(?:\[|array\s*+\()", re.MULTILINE)
_PHP_TEXT = re.compile(r"\?>\s*+\S")


def is_catalogue(source: str, suffix: str) -> bool:
    """Whether a file of this suffix holds many texts; of PHP, one that returns an array."""
    if suffix == ".php":
        return bool(_PHP_ARRAY.search(source)) and not _PHP_TEXT.search(source)
    return suffix in FORMATS


SHORTEST = 6
"""Words of a message; fewer are a label, a button or a heading."""

_SUBJECT_KEY = re.compile(r"(?P<stem>.*?)[._-]?(?:subject|subj|title|heading|тема)\Z", re.I | re.S)
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
    subjects = {m["stem"]: e for e in entries if (m := _SUBJECT_KEY.fullmatch(e.key))}
    return [
        _message(source, entry, _subject_of(entry, subjects))
        for entry in entries
        if len(entry.view.text.split()) >= SHORTEST and not _SUBJECT_KEY.fullmatch(entry.key)
    ]


def _subject_of(entry: Entry, subjects: dict[str, Entry]) -> Entry | None:
    """The subject with which an entry shares the longest beginning of its key."""
    stems = [
        stem
        for stem in subjects
        if entry.key == stem or (entry.key.startswith(stem) and entry.key[len(stem)] in "._-")
    ]
    return subjects[max(stems, key=len)] if any(stems) else None


def _message(source: str, entry: Entry, titled: Entry | None) -> Message:
    template = read_template(entry.view.text)
    visible, targets = _visible(template)
    body = entry.view.through(in_arms(template, visible))
    subject: list[Segment] = []
    if titled:
        words = read_template(titled.view.text)
        shown = words.segments(0, len(words.source), Zone.SUBJECT)
        subject = [replace(s, branch=None) for s in titled.view.through(shown)]
    segments = without_sentinels(typed(merged(subject, body)))
    return Message(
        source,
        segments,
        Declared(
            subject=words_of(subject) or None,
            language=Language(entry.language) if entry.language else None,
        ),
        name=entry.key,
        branching=template.branching,
        engine=template.engine,
        targets=tuple(
            Target(*entry.view.source_span(*span), template.branch_at(span[0])) for span in targets
        ),
        escape=entry.escape,
    )


def _visible(template: Template) -> tuple[list[Segment], list[tuple[int, int]]]:
    end = len(template.source)
    if not _MARKUP.search(template.source):
        return template.segments(0, end), []
    visible = html_visible(template.masked, 0, end, template.segments)
    return visible.segments, visible.targets
