"""Go's text/template and html/template: ``{{.Amount}}``, ``{{if eq .Currency "EUR"}}``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from tonecheck.templates.expressions import hole
from tonecheck.templates.marks import Block, Mark, Role, Trims, silent
from tonecheck.templates.names import is_subject, is_title
from tonecheck.templates.scanning import Ends, first_word, stripped
from tonecheck.templates.wording import part_hole

_BLOCKS = {
    "if": Block.CHOICE,
    "with": Block.CHOICE,
    "range": Block.LOOP,
    "block": Block.PLAIN,
    "define": Block.PLAIN,
}
_ASSIGNMENT = re.compile(r"\$\w*(?:\s*+,\s*+\$\w+)?\s*+:?=(?!=)")


def go_marks(source: str) -> Iterator[Mark]:
    """The marks of a source, in order."""
    ends = Ends(source)
    position = 0
    while (start := source.find("{{", position)) >= 0:
        comment = re.compile(r"\{\{(?:-\s)?\s*+/\*").match(source, start)
        close = ends.find("*/", start) if comment else ends.find_unquoted("}}", start + 2)
        if close >= 0 and comment:
            close = ends.find("}}", close)
        if close < 0:
            position = start + 2
            continue
        end = position = close + 2
        left, right = source[start + 2 : start + 3] == "-", source[close - 1 : close] == "-"
        inside = stripped(source, start + 2 + left, max(start + 2 + left, close - right))
        if comment:
            yield silent(start, end, (left, right))
        else:
            yield from _action(source, start, end, inside, (left, right))


def _action(
    source: str, start: int, end: int, inside: tuple[int, int], trims: Trims
) -> Iterator[Mark]:
    action = source[slice(*inside)]
    word, rest = first_word(action)
    if word == "end":
        yield Mark(Role.CLOSE, start, end, trims=trims)
    elif word == "else":
        condition = _asked(re.sub(r"^(?:if|with)\b\s*", "", rest))
        yield Mark(Role.ARM, start, end, condition=condition, trims=trims)
    elif word in _BLOCKS:
        block = _BLOCKS[word]
        if block is Block.PLAIN and is_subject(rest):
            block = Block.SUBJECT
        elif block is Block.PLAIN and is_title(rest):
            block = Block.TITLE
        elif word == "define":
            block = Block.KEPT
        name = first_word(rest.lstrip('"`'))[0]
        opened = Mark(Role.OPEN, start, end, word, _asked(rest), block, trims=trims)
        yield replace(opened, text=name)
    elif word == "template":
        yield part_hole(source, start, end, rest, trims)
    elif word in ("break", "continue"):
        yield Mark(Role.LEAVE, start, end, trims=trims)
    elif _ASSIGNMENT.match(action) or not action:
        yield silent(start, end, trims)
    else:
        yield from hole(source, start, end, inside, trims)


def _asked(condition: str) -> str | None:
    """A condition; that two values differ is said as the opposite of their being equal."""
    return re.sub(r"^ne\b\s*+(.*)$", r"not (eq \1)", condition, flags=re.DOTALL) or None
