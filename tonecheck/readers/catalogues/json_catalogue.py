"""Texts in JSON: every string that is a value."""

from __future__ import annotations

import json
import re
from functools import partial

from tonecheck.readers.catalogues.entries import (
    MAX_DEPTH,
    Entry,
    Leaf,
    Node,
    Tree,
    flatten,
    put,
)
from tonecheck.readers.catalogues.faults import invalid, too_deep
from tonecheck.readers.catalogues.pieces import Pieces
from tonecheck.readers.views import View

_KIND = "JSON"
_TOKEN = re.compile(r'"(?:[^"\\]++|\\.)*+"|[\[\]{}:,]|[^\s"\[\]{}:,]++', re.DOTALL)
_ESCAPE = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\."
)


def entries(source: str) -> list[Entry]:
    """The texts of a JSON file; the key of a list's item is its number, from 0.

    Raises:
        ReadError: it is not JSON (comments and trailing commas are not), or nested too deeply.
    """
    start = 1 if source.startswith("\ufeff") else 0
    _check(source, start)
    return flatten(_tree(source, start))


def _check(source: str, start: int) -> None:
    depth = 0
    for token in _TOKEN.finditer(source, start):
        depth += (token[0] in "[{") - (token[0] in "]}")
        if depth > MAX_DEPTH:
            raise too_deep(source, token.start(), _KIND)
    try:
        json.loads(source[start:], parse_int=str, parse_float=str)
    except json.JSONDecodeError as error:
        raise invalid(source, start + error.pos, _KIND, error.msg) from None


def _tree(source: str, start: int) -> Node:
    """The value of a file that is known to be valid."""
    ascii_only = source.isascii() and "\\u" in source
    escape = partial(_escape, ascii_only=ascii_only)
    root: Tree = {}
    inside: list[tuple[Tree, bool]] = [(root, False)]
    key: str | None = None
    for token in _TOKEN.finditer(source, start):
        mark = token[0]
        if mark in "]}":
            inside.pop()
        if mark in "]},:":
            continue
        tree, keyed = inside[-1]
        if keyed and key is None:
            key = _view(source, token.start() + 1, token.end() - 1).text
            continue
        node: Node = None
        if mark in "[{":
            node = {}
            inside.append((node, mark == "{"))
        elif mark.startswith('"'):
            node = Leaf(_view(source, token.start() + 1, token.end() - 1), escape)
        put(tree, str(len(tree)) if key is None else key, node)
        key = None
    return root["0"]


def _view(source: str, start: int, end: int) -> View:
    pieces = Pieces(source)
    pieces.unescaped(start, end, _ESCAPE, lambda match: str(json.loads(f'"{match[0]}"')))
    return pieces.view()


def _escape(text: str, *, ascii_only: bool) -> str:
    return json.dumps(text, ensure_ascii=ascii_only)[1:-1]
