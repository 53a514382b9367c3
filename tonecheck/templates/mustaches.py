"""Handlebars and Mustache: ``{{x}}``, ``{{#if x}}``, ``{{^x}}``, ``{{! a remark }}``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tonecheck.templates.expressions import hole, part_hole
from tonecheck.templates.marks import Block, Mark, Role, Trims, silent
from tonecheck.templates.names import is_subject
from tonecheck.templates.scanning import Ends, first_word, stripped

_INVERTED = re.compile(r"\{\{~?\s*+\^\s*+([\w.]+)")
_COMPARES = re.compile(
    r"(?:if|unless)\w*|(?:n?eq|ne|[gl]te?|and|or|not|is\w*|has\w*|compare|contains)"
)
_LOOPS = frozenset({"each", "list", "eachProperty", "repeat", "times"})
_CHOICES = frozenset({"if", "unless", "with"})
_MANY = re.compile(r"(?:[^s]s|ies|List|_list|[Ii]tems|rows|scheta|stroki|pozicii)$")
_DELIMITERS = re.compile(r"=\s*+(\S+)\s++(\S+)\s*+=$")


def mustache_marks(source: str) -> Iterator[Mark]:
    """The marks of a source, in order; Mustache may change its delimiters on the way."""
    ends = Ends(source)
    opener, closer = "{{", "}}"
    position = 0
    while (start := source.find(opener, position)) >= 0:
        if start > position and source[start - 1] == "\\" and source[start - 2 : start - 1] != "\\":
            yield silent(start - 1, start)
            close = ends.find(closer, start)
            position = close + len(closer) if close >= 0 else start + len(opener)
            continue
        first = start + len(opener)
        triple = opener == "{{" and source.startswith("{", first)
        comment = source.startswith(("!--", "~!--"), first)
        end_mark = "}}}" if triple else "--" + closer if comment else closer
        remark = comment or source.startswith("!", first)
        find = ends.find if remark else ends.find_unquoted
        close = find(end_mark, first)
        trimmed = ends.find("--~" + closer, first) if comment else -1
        if trimmed >= 0 and (close < 0 or trimmed < close):
            end_mark, close = "--~" + closer, trimmed
        if close < 0:
            position = first
            continue
        end = position = close + len(end_mark)
        left, right = source[first : first + 1] == "~", source[close - 1 : close] == "~"
        inside = stripped(source, first + left + triple, close - right)
        change = _DELIMITERS.match(source[slice(*inside)])
        if change:
            opener, closer = change[1], change[2]
            yield silent(start, end)
        else:
            yield from _tag(source, start, end, inside, (left, right))


def _tag(
    source: str, start: int, end: int, inside: tuple[int, int], trims: Trims
) -> Iterator[Mark]:
    tag = source[slice(*inside)]
    kind, rest = tag[:1], tag[1:].strip()
    if kind == "#" or (kind == "^" and rest):
        inverses = frozenset(_INVERTED.findall(source)) if _is_list(rest) else frozenset()
        yield _section(start, end, rest, trims, inverted=kind == "^", inverses=inverses)
    elif kind == "/":
        yield Mark(Role.CLOSE, start, end, word=rest.split(" ")[0], trims=trims)
    elif tag == "^" or re.match(r"else\b", tag):
        word, condition = first_word(tag.removeprefix("^").removeprefix("else").strip())
        asked = f"not ({condition})" if word == "unless" else condition
        yield Mark(Role.ARM, start, end, condition=asked or None, trims=trims)
    elif kind == "!" or not tag:
        yield silent(start, end, trims)
    elif kind == ">":
        yield part_hole(source, start, end, rest, trims)
    else:
        inner = inside[0] + (kind == "&"), inside[1]
        yield from hole(source, start, end, stripped(source, *inner), trims)


def _is_list(name: str) -> bool:
    """Whether a section's name is that of a list, which is shown for each of its members."""
    last = name.split(".")[-1]
    return bool(_MANY.search(last)) and not re.match(r"(?:is|has|status|address|bonus)", last)


def _section(
    start: int,
    end: int,
    rest: str,
    trims: Trims,
    *,
    inverted: bool,
    inverses: frozenset[str] = frozenset(),
) -> Mark:
    name = rest.lstrip("*>&").strip()
    word, arguments = first_word(name)
    label = name.split(" ")[0]
    if inverted:
        block, condition = Block.CHOICE, f"not {name}"
    elif word in _LOOPS or (not arguments and label not in inverses and _is_list(label)):
        block, condition = Block.LOOP, arguments or name
    elif arguments and (word in _CHOICES or _COMPARES.fullmatch(word)):
        block = Block.CHOICE
        condition = f"not ({arguments})" if word == "unless" else arguments
        if word not in _CHOICES:
            condition = name
    elif rest[:1] in ("*", ">") or (arguments and word == label):
        block = Block.SUBJECT if is_subject(name) else Block.PLAIN
        condition = None
    else:
        block, condition = Block.CHOICE, name
    return Mark(Role.OPEN, start, end, word=label, condition=condition, block=block, trims=trims)
