"""What all catalogues are read to: entries, and trees of them while keys are still nested."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from tonecheck.readers.views import View

MAX_DEPTH = 64
"""The deepest nesting that is read."""

_LANGUAGE = re.compile(r"(en|ru)(?:[-_](?:[a-z]{2}|\d{3}))?(?:\..*)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Entry:
    """One text of a catalogue.

    ``key`` is its address in the file ("reminders.overdue.body"), ``view`` its decoded value.
    ``escape`` gives what a text inserted into this very place must be written as; it raises
    ValueError where the style of the value cannot hold the text. ``language`` is "en" or "ru"
    where the file says so.
    """

    key: str
    view: View
    escape: Callable[[str], str]
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Leaf:
    """A text in a tree, not knowing its key yet."""

    view: View
    escape: Callable[[str], str]


Tree = dict[str, "Node"]
Node = Leaf | Tree | None
"""A value of a nested catalogue; None is one that is no text."""


def put(tree: Tree, key: str, node: Node) -> None:
    """Set a key to a value; of a key given twice the last value stays, as the formats have it."""
    tree.pop(key, None)
    tree[key] = node


def flatten(root: Node) -> list[Entry]:
    """The texts of a tree, in order; their keys are the paths to them, joined by dots."""
    found: list[Entry] = []
    path: list[str] = []
    pending: list[Iterator[tuple[str, Node]]] = []
    node: Node = root
    while True:
        if isinstance(node, Leaf):
            found.append(Entry(".".join(path), node.view, node.escape, language_of(path)))
        pending.append(iter(node.items() if isinstance(node, dict) else ()))
        while (item := next(pending[-1], None)) is None:
            pending.pop()
            if not pending:
                return found
            path.pop()
        path.append(item[0])
        node = item[1]


def language_of(names: Sequence[str]) -> str | None:
    """The language that the last of some names is a code of ("ru", "en-GB"): "en" or "ru"."""
    for name in reversed(names):
        if match := _LANGUAGE.fullmatch(name.strip()):
            return match[1].lower()
    return None
