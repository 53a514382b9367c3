"""Texts in PHP: strings in the array that a file returns."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tonecheck.readers.catalogues.entries import (
    MAX_DEPTH,
    Entry,
    Leaf,
    Node,
    Tree,
    flatten,
    put,
)
from tonecheck.readers.catalogues.faults import expected, invalid, too_deep
from tonecheck.readers.catalogues.php_strings import leaf
from tonecheck.readers.catalogues.php_tokens import KIND, Token, tokens
from tonecheck.readers.errors import ReadError
from tonecheck.sentences import sentence

_CLOSING = {"[": "]", "(": ")", "{": "}"}
_BEHIND = (",", "=>", *_CLOSING.values())
"""What a value ends before."""

_INTEGER = re.compile(r"0|-?[1-9][0-9]{0,17}")


def entries(source: str) -> list[Entry]:
    """The texts of a file that returns ``[…]`` or ``array(…)``.

    Values that are not strings, or strings joined by dots, are passed over. A value without a
    key has its number, from 0.

    Raises:
        ReadError: no array is returned, or it is not valid PHP.
    """
    return flatten(_Parser(source).tree())


class _Parser:
    """One pass over the tokens, of which it knows the next."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._tokens: Iterator[Token] = tokens(source)
        self._next = next(self._tokens)

    def tree(self) -> Tree:
        self._find_return()
        tree = self._array(self._array_end(), 1)
        if self._next.kind not in (";", "?>", "end"):
            raise self._expected(";")
        return tree

    def _find_return(self) -> None:
        depth = 0
        while self._next.kind != "end":
            token = self._take()
            depth += (token.kind in _CLOSING) - (token.kind in _CLOSING.values())
            if depth == 0 and self._word(token) == "return":
                break
        if not self._begins_array():
            problem = sentence("expected an array after “return”, as in “return [ … ];”")
            raise invalid(self._source, self._next.start, KIND, problem)

    def _array(self, closing: str, depth: int) -> Tree:
        """The items up to a closing bracket, which is passed."""
        if depth > MAX_DEPTH:
            raise too_deep(self._source, self._next.start, KIND)
        tree: Tree = {}
        number = 0
        while self._next.kind != closing:
            start = self._next.start
            node, end = self._item(depth)
            key = str(number)
            if self._next.kind == "=>":
                key = node.view.text if isinstance(node, Leaf) else self._source[start:end]
                self._take()
                node, _ = self._item(depth)
            if _INTEGER.fullmatch(key):
                number = max(number, int(key) + 1)
            put(tree, key, node)
            if self._next.kind == ",":
                self._take()
            elif self._next.kind != closing:
                raise self._expected(closing)
        self._take()
        return tree

    def _item(self, depth: int) -> tuple[Node, int]:
        """A key or a value, and where it ends."""
        node: Node = None
        end = start = self._next.start
        if self._begins_array():
            node = self._array(self._array_end(), depth + 1)
        elif self._next.kind == "string":
            node, end = self._strings()
        if self._next.kind not in _BEHIND:
            return None, self._skip()
        if node is None and end == start:
            raise self._expected("“…”")
        return node, end

    def _strings(self) -> tuple[Node, int]:
        """Strings joined by dots; None where anything else is joined to them."""
        strings = [self._take()]
        while self._next.kind == ".":
            self._take()
            if self._next.kind != "string":
                return None, strings[-1].end
            strings.append(self._take())
        return leaf(self._source, strings), strings[-1].end

    def _skip(self) -> int:
        """Pass over the rest of an expression; gives where it ends."""
        pending: list[str] = []
        end, arrow = self._next.start, False
        while pending or arrow or self._next.kind not in _BEHIND:
            token = self._take()
            end = token.end
            if token.kind in _CLOSING:
                pending.append(_CLOSING[token.kind])
            elif pending and token.kind == pending[-1]:
                pending.pop()
            elif token.kind == "end" or token.kind in _CLOSING.values():
                raise expected(self._source, token.start, KIND, pending[-1] if pending else "]")
            elif not pending:
                arrow = self._word(token) == "fn" or (arrow and token.kind not in _BEHIND)
        return end

    def _begins_array(self) -> bool:
        return self._next.kind == "[" or self._word(self._next) == "array"

    def _array_end(self) -> str:
        """Pass over what begins an array; gives what ends it."""
        if self._take().kind == "[":
            return "]"
        if self._take().kind != "(":
            raise self._expected("(")
        return ")"

    def _word(self, token: Token) -> str:
        return self._source[token.start : token.end].lower() if token.kind == "word" else ""

    def _take(self) -> Token:
        token = self._next
        if token.kind != "end":
            self._next = next(self._tokens)
        return token

    def _expected(self, wanted: str) -> ReadError:
        return expected(self._source, self._next.start, KIND, wanted)
