"""The settings in force for a path, each with its origin, as a table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from tonecheck.reports.block import Layout
from tonecheck.reports.display import printable, width_of
from tonecheck.reports.options import TextOptions
from tonecheck.reports.style import Ink
from tonecheck.reports.words import say
from tonecheck.settings.keys import KEYS, OFF
from tonecheck.settings.reading import shown_path
from tonecheck.settings.values import Entries, Given, Origin, Pair, Source, Value
from tonecheck.types import Language

Row = tuple[str, str, str]
"""A key, its value and where that comes from; the last two are empty above a list."""


def settings_table(
    entries: Entries,
    rules: Mapping[str, str],
    title: str,
    speech: Language,
    options: TextOptions,
    remarks: tuple[str, ...] = (),
) -> str:
    """A page with a line for each setting.

    Args:
        entries: the settings in force.
        rules: the ids of all rules that there are, with their categories.
        title: what the page is about.
        speech: the language of the page.
        options: how it is to look.
        remarks: what else there is to say, each a paragraph.
    """
    layout = Layout(options)
    rows = [row for key in KEYS if key in entries for row in _rows(key, entries, rules, speech)]
    keys = max(width_of(key) for key, value, _ in rows if value)
    values = max(width_of(value) for _, value, _ in rows)
    lines = [layout.paint(title, Ink.HEADING), ""]
    for key, value, origin in rows:
        if not value:
            lines.append(f"  {key}")
            continue
        painted = layout.paint(origin, Ink.QUIET)
        lines.append(f"  {_padded(key, keys)}  {_padded(value, values)}  {painted}")
    for remark in remarks:
        lines += ["", *layout.paragraph(remark, 0)]
    return "".join(f"{line}\n" for line in lines)


def _padded(text: str, width: int) -> str:
    return text + " " * (width - width_of(text))


def _rows(key: str, entries: Entries, rules: Mapping[str, str], speech: Language) -> Iterator[Row]:
    given = entries[key]
    if key == "severities":
        given = _holding(given, rules)
    items = [(*_shown(g.value), _origin(g.origin, speech)) for g in given]
    if len(items) == 1 and not items[0][0]:
        yield key, items[0][1], items[0][2]
    elif items:
        yield key, "", ""
        yield from ((f"  {name or '-'}", value, origin) for name, value, origin in items)


def _holding(given: tuple[Given, ...], rules: Mapping[str, str]) -> tuple[Given, ...]:
    """The severities that hold: those that no later one about the same rules takes the place of."""
    kept: list[Given] = []
    named: set[str] = set()
    for entry in reversed(given):
        name = entry.value.name if isinstance(entry.value, Pair) else ""
        if not {name, rules.get(name, name)} & named:
            kept.insert(0, entry)
        named.add(name)
    return tuple(kept)


def _shown(value: Value) -> tuple[str, str]:
    """The name of an entry of a table, where there is one, and the value as it is written."""
    if isinstance(value, bool):
        return "", "true" if value else "false"
    if isinstance(value, Path):
        return "", printable(shown_path(value))
    if isinstance(value, Pair):
        return printable(value.name), value.value or OFF
    if isinstance(value, tuple):
        return "", ", ".join(map(str, value))
    return "", printable(str(value))


def _origin(origin: Origin, speech: Language) -> str:
    place = f"{origin.file}:{origin.line}"
    match origin.source:
        case Source.FILE:
            return place
        case Source.PATHS:
            return f"{place} (paths: {origin.detail})"
        case Source.SEQUENCE:
            return f"{place} (sequence)"
    return say(f"from-{origin.source.value}", speech, detail=origin.detail)
