"""A settings file as read: what it says for everything, and for some paths."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from tonecheck.rulenames import rule_names
from tonecheck.sentences import sentence
from tonecheck.sequence import ReminderSequence
from tonecheck.settings.globs import globs, name_within
from tonecheck.settings.keys import KEYS, Desk, near
from tonecheck.settings.nodes import (
    Items,
    Node,
    NotReadableError,
    Scalar,
    Table,
    read_toml,
    read_yaml,
)
from tonecheck.settings.presets import preset_text
from tonecheck.settings.steps import SEQUENCE, Lines, read_sequences
from tonecheck.settings.values import Entries, Given, Origin, Problem, Source

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

NAMES = ("tonecheck.yaml", "tonecheck.yml", "pyproject.toml")
"""What a settings file may be called."""

TOML_TABLE = ("tool", "tonecheck")

_PATHS, _MATCH = "paths", "match"


@dataclass(frozen=True, slots=True, eq=False)
class Section:
    """What a settings file says for the paths that match."""

    globs: GitIgnoreSpec
    entries: Entries


@dataclass(frozen=True, slots=True, eq=False)
class SettingsFile:
    """A settings file.

    Attributes:
        path: the file.
        shown: its name as users see it.
        entries: what it says for everything.
        sections: what it says for some paths, in its order.
        sequences: the messages that follow each other.
        rules: the ids of all rules that there are with it, with their categories.
        problems: what is wrong with it.
    """

    path: Path
    shown: str
    entries: Entries = field(default_factory=dict)
    sections: tuple[Section, ...] = ()
    sequences: tuple[ReminderSequence, ...] = ()
    rules: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    _specs: dict[str, GitIgnoreSpec | None] = field(default_factory=dict, repr=False)

    def sections_for(self, path: Path) -> tuple[Section, ...]:
        """What it says for a path in particular."""
        name = name_within(path, self.path.parent) if self.sections else None
        if name is None:
            return ()
        return tuple(section for section in self.sections if section.globs.match_file(name))

    def names(self, key: str, path: Path, *, is_folder: bool = False) -> bool | None:
        """Whether the patterns under a key name a path; None where the key is not given."""
        spec = self._spec(key)
        if spec is None:
            return None
        name = name_within(path, self.path.parent, is_folder=is_folder)
        return name is not None and spec.match_file(name)

    def _spec(self, key: str) -> GitIgnoreSpec | None:
        if key not in self._specs:
            given = self.entries.get(key)
            patterns = None if given is None else [str(entry.value) for entry in given]
            self._specs[key] = None if patterns is None else globs(patterns)
        return self._specs[key]


def read_settings(path: Path) -> SettingsFile | None:
    """The settings in a file; None for a pyproject.toml that has none."""
    shown = shown_path(path)
    desk = Desk(shown, path.parent)
    try:
        text = path.read_bytes().decode("utf-8-sig")
        if path.suffix == ".toml":
            node = read_toml(text, TOML_TABLE)
        else:
            node = read_yaml(text, desk.refuse)
    except OSError as error:
        problem = sentence("cannot be read: {reason}", reason=error.strerror or str(error))
        desk.refuse(1, problem)
    except UnicodeDecodeError as error:
        line = bytes(error.object[: error.start]).count(b"\n") + 1
        desk.refuse(line, sentence("is not UTF-8; save the file as UTF-8"))
    except NotReadableError as error:
        desk.refuse(error.line, error.problem)
    else:
        return None if node is None else _settings(path, node, desk)
    return SettingsFile(path, shown, problems=tuple(desk.problems))


@cache
def preset(name: str) -> Entries:
    """What a preset says."""
    desk = Desk(f"{name}.yaml", Path(), rule_names())
    node = read_yaml(preset_text(name), desk.refuse)
    entries = _entries(_pairs(node, desk), desk, Origin(Source.PRESET, detail=name))
    if desk.problems:
        raise ValueError(desk.problems)
    return {
        key: tuple(Given(g.value, Origin(Source.PRESET, detail=name)) for g in given)
        for key, given in entries.items()
    }


def shown_path(path: Path) -> str:
    """A path as users see it: from the current folder."""
    try:
        return os.path.relpath(path)
    except ValueError:  # on another drive
        return str(path)


def _settings(path: Path, node: Node, desk: Desk) -> SettingsFile:
    pairs = _pairs(node, desk)
    # The company's rules come first: other keys name them.
    own_rules = _entries(
        [pair for pair in pairs if pair[0].text == "rules"], desk, Origin(Source.FILE, desk.file)
    )
    folders = [Path(str(given.value)) for given in own_rules.get("rules", ())]
    rules = dict(rule_names())
    for folder in folders:
        rules |= rule_names(folder)
    knowing = Desk(desk.file, desk.folder, rules, desk.problems)
    rest = [pair for pair in pairs if pair[0].text not in ("rules", _PATHS, SEQUENCE)]
    entries = {**_entries(rest, knowing, Origin(Source.FILE, desk.file)), **own_rules}
    listed = {key.text: value for key, value in pairs}
    sections = tuple(_sections(listed[_PATHS], knowing)) if _PATHS in listed else ()
    sequences: tuple[ReminderSequence, ...] = ()
    if SEQUENCE in listed:
        sequences, lines = read_sequences(listed[SEQUENCE], knowing)
        sections = (*_sections_of_steps(lines, desk), *sections)
    problems = tuple(sorted(dict.fromkeys(desk.problems), key=lambda problem: problem.line))
    return SettingsFile(path, desk.file, entries, sections, sequences, rules, problems)


def _pairs(node: Node, desk: Desk) -> list[tuple[Scalar, Node]]:
    """The keys and values of a file, without those that are empty."""
    if isinstance(node, Table):
        return [pair for pair in node.entries if not _is_empty(pair[1])]
    if not _is_empty(node):
        desk.refuse(node.line, sentence("expected keys with values, such as `stage: due`"))
    return []


def _is_empty(node: Node) -> bool:
    return isinstance(node, Scalar) and node.empty


def _entries(
    pairs: Iterable[tuple[Scalar, Node]], desk: Desk, origin: Origin, *, top: bool = True
) -> Entries:
    """What keys say; what is wrong with them is taken down."""
    found: dict[str, tuple[Given, ...]] = {}
    allowed = [*KEYS, _PATHS, SEQUENCE] if top else [_MATCH, *(k for k in KEYS if KEYS[k].anywhere)]
    for name, value in pairs:
        key = KEYS.get(name.text)
        if key is None:
            hint = near(name.text, allowed) or sentence(
                "; expected {words}", words=", ".join(allowed)
            )
            desk.refuse(name.line, sentence("unknown key '{key}'{hint}", key=name.text, hint=hint))
        elif not (top or key.anywhere):
            problem = sentence(
                "'{key}' holds for the whole file; put it above paths", key=name.text
            )
            desk.refuse(name.line, problem)
        else:
            given = tuple(
                Given(item, replace(origin, line=line))
                for item, line in key.read(desk, name.text, value)
            )
            # An empty list says something ("select: []"), a value that was refused does not.
            if given or isinstance(value, Items):
                found[name.text] = given
    return found


def _sections(node: Node, desk: Desk) -> Iterator[Section]:
    if not isinstance(node, Items):
        desk.unexpected(node, _PATHS, sentence("a list of entries, each with match"))
        return
    for entry in node.nodes:
        if not isinstance(entry, Table):
            desk.unexpected(entry, _PATHS, sentence("a group of keys with match among them"))
            continue
        match = next((value for key, value in entry.entries if key.text == _MATCH), None)
        if match is None or _is_empty(match):
            desk.refuse(entry.line, sentence("an entry of paths needs match, such as sms/**"))
        patterns = [] if match is None else _patterns(match, desk)
        origin = Origin(Source.PATHS, desk.file, detail=", ".join(patterns))
        rest = [pair for pair in _pairs(entry, desk) if pair[0].text != _MATCH]
        entries = _entries(rest, desk, origin, top=False)
        if patterns:
            yield Section(globs(patterns), entries)


def _sections_of_steps(lines: Lines, desk: Desk) -> Iterator[Section]:
    """What the steps of sequences say of their files: the stage."""
    for step, line in lines.items():
        name = name_within(step.path, desk.folder)
        if step.stage is not None and name is not None:
            origin = Origin(Source.SEQUENCE, desk.file, line)
            stage = {"stage": (Given(step.stage.value, origin),)}
            yield Section(globs([f"/{_literal(name)}"]), stage)


def _literal(name: str) -> str:
    """A pattern that matches a name and nothing else."""
    return re.sub(r"([\\*?\[\]!# ])", r"\\\1", name)


def _patterns(node: Node, desk: Desk) -> list[str]:
    read = KEYS["include"].read(desk, _MATCH, node)
    return [] if _is_empty(node) else [str(value) for value, _ in read]
