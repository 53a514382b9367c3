"""YAML and TOML as one tree of nodes that know their lines.

Words stay as they are written: YAML's own idea of ``off`` and ``NO`` (false, both) must not turn
a severity or a country into something else.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from tonecheck.sentences import Sentence, sentence

if TYPE_CHECKING:
    import yaml

Refuse: TypeAlias = Callable[[int, Sentence], None]
"""Takes down a problem in a line."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """One word or text; ``empty`` where nothing is written."""

    text: str
    line: int
    empty: bool = False


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    nodes: tuple[Node, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Table:
    """Keys with their values; a key stands once."""

    entries: tuple[tuple[Scalar, Node], ...]
    line: int


Node: TypeAlias = Scalar | Items | Table

_MERGE = "tag:yaml.org,2002:merge"
_NULL = "tag:yaml.org,2002:null"
_EMPTY = Table((), 1)


class NotReadableError(Exception):
    """Text that is no YAML or TOML; takes the line and what is wrong there."""

    def __init__(self, line: int, problem: Sentence) -> None:
        super().__init__(problem)
        self.line = line
        self.problem = problem


def read_yaml(text: str, refuse: Refuse) -> Node:
    """The tree of a YAML document; an empty table for an empty one.

    Args:
        refuse: takes down keys that are given twice.

    Raises:
        NotReadableError: it is not valid YAML.
    """
    import yaml

    loader: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        root = loader(text).get_single_node()
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        if "\\t" in (error.problem or "") or _begins_with_tab(text, line):
            raise NotReadableError(line, sentence("a tab; indent with spaces")) from None
        problem = sentence("not valid YAML: {problem}", problem=error.problem)
        raise NotReadableError(line, problem) from None
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        problem = sentence("not valid YAML: {problem}", problem=error.reason)
        raise NotReadableError(line, problem) from None
    return _FromYaml(refuse).node(root) if root is not None else _EMPTY


def _begins_with_tab(text: str, line: int) -> bool:
    lines = text.split("\n")
    return line <= len(lines) and lines[line - 1].lstrip(" ").startswith("\t")


class _FromYaml:
    """Makes nodes of YAML's own; what an anchor names is made once."""

    def __init__(self, refuse: Refuse) -> None:
        self._refuse = refuse
        self._made: dict[int, Node] = {}
        self._open: set[int] = set()

    def node(self, root: yaml.Node) -> Node:
        if id(root) in self._open:
            raise NotReadableError(_line(root), sentence("an anchor that contains itself"))
        if id(root) not in self._made:
            self._open.add(id(root))
            self._made[id(root)] = self._make(root)
            self._open.remove(id(root))
        return self._made[id(root)]

    def _make(self, root: Any) -> Node:
        line = _line(root)
        if root.id == "scalar":
            return Scalar(root.value, line, root.tag == _NULL)
        if root.id == "sequence":
            return Items(tuple(map(self.node, root.value)), line)
        own: dict[str, tuple[Scalar, Node]] = {}
        merged: dict[str, tuple[Scalar, Node]] = {}
        for key, value in root.value:
            if key.tag == _MERGE:
                for entry in self._merged(self.node(value)):
                    merged.setdefault(entry[0].text, entry)
                continue
            text = key.value if key.id == "scalar" else "[…]"
            if text in own:
                first = own[text][0].line
                problem = sentence("'{key}' stands in line {line} already", key=text, line=first)
                self._refuse(_line(key), problem)
                continue
            own[text] = Scalar(text, _line(key)), self.node(value)
        return Table(tuple({**merged, **own}.values()), line)

    def _merged(self, node: Node) -> Iterator[tuple[Scalar, Node]]:
        for table in node.nodes if isinstance(node, Items) else (node,):
            if isinstance(table, Table):
                yield from table.entries


def _line(node: yaml.Node) -> int:
    return int(node.start_mark.line) + 1


_AT = re.compile(r"\s*\(at (?:line (\d+), column \d+|end of document)\)")


def read_toml(text: str, table: tuple[str, ...]) -> Node | None:
    """The tree of a table of a TOML document; None where it has no such table.

    Raises:
        NotReadableError: it is not valid TOML.
    """
    try:
        value: Any = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        at = _AT.search(str(error))
        line = int(at[1]) if at and at[1] else text.count("\n") + 1
        problem = sentence("not valid TOML: {problem}", problem=_AT.sub("", str(error)))
        raise NotReadableError(line, problem) from None
    for name in table:
        if not isinstance(value, dict) or name not in value:
            return None
        value = value[name]
    return _from_toml(value, table, dict(_toml_lines(text)), 1)


_Path = tuple[str | int, ...]


def _from_toml(value: Any, path: _Path, lines: dict[_Path, int], outer: int) -> Node:
    line = lines.get(path, outer)
    if isinstance(value, dict):
        entries = []
        for key, inner in value.items():
            node = _from_toml(inner, (*path, key), lines, line)
            entries.append((Scalar(key, lines.get((*path, key), line)), node))
        return Table(tuple(entries), line)
    if isinstance(value, list):
        nodes = [_from_toml(v, (*path, number), lines, line) for number, v in enumerate(value)]
        return Items(tuple(nodes), line)
    return Scalar(str(value).lower() if isinstance(value, bool) else str(value), line)


_HEADER = re.compile(r"\s*(\[\[?)\s*([^\[\]]+?)\s*\]\]?\s*(?:#.*)?")
_KEY = re.compile(r"""\s*((?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*=""")
_KEY_PART = re.compile(r"""[\w-]+|"[^"]*"|'[^']*'""")


def _toml_lines(text: str) -> Iterator[tuple[_Path, int]]:
    """The lines of tables and keys, which ``tomllib`` does not tell."""
    counts: dict[tuple[str, ...], int] = {}
    table: _Path = ()
    for number, line in enumerate(text.split("\n"), 1):
        if header := _HEADER.fullmatch(line):
            names = _parts(header[2])
            if header[1] == "[[":
                counts[names] = counts.get(names, -1) + 1
            table = _numbered(names, counts)
            yield table, number
        elif key := _KEY.match(line):
            path = table
            for part in _parts(key[1]):
                path = (*path, part)
                yield path, number


def _parts(dotted: str) -> tuple[str, ...]:
    return tuple(part.strip("\"'") for part in _KEY_PART.findall(dotted))


def _numbered(names: tuple[str, ...], counts: dict[tuple[str, ...], int]) -> _Path:
    """A table's path, with the number of the entry after each list of tables in it."""
    path: _Path = ()
    for end in range(1, len(names) + 1):
        path = (*path, names[end - 1])
        if names[:end] in counts:
            path = (*path, counts[names[:end]])
    return path
