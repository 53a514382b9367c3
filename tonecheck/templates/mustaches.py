"""Handlebars and Mustache: ``{{x}}``, ``{{#if x}}``, ``{{^x}}``, ``{{! a remark }}``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tonecheck.templates.expressions import hole
from tonecheck.templates.marks import Block, Mark, Role, Trims, silent
from tonecheck.templates.names import is_subject
from tonecheck.templates.scanning import Ends, first_word, raw_end, stripped
from tonecheck.templates.wording import part_hole

_INVERTED = re.compile(r"\{\{~?\s*+\^\s*+([\w.]+)")
_COMPARES = re.compile(
    r"(?:if|unless)\w*|(?:n?eq|ne|[gl]te?|and|or|not|is\w*|has\w*|compare|contains)"
)
_LOOPS = frozenset({"each", "list", "eachProperty", "repeat", "times"})
_CHOICES = frozenset({"if", "unless", "with"})
_MANY = re.compile(r"(?:[^s]s|ies|List|_list|[Ii]tems|rows|scheta|stroki|pozicii)$")
_RAW = re.compile(r"\{\{\{\{\s*+([\w-]++)[^{}]*+\}\}\}\}")
INNER = "/"
"""The word of a block that ends with the one around it."""

_DELIMITERS = re.compile(r"=\s*+(\S+)\s++(\S+)\s*+=$")


def mustache_marks(source: str) -> Iterator[Mark]:
    """The marks of a source, in order; Mustache may change its delimiters on the way."""
    ends = Ends(source)
    inverses = frozenset(filter(_is_list, _INVERTED.findall(source)))
    opener, closer = "{{", "}}"
    position = 0
    while (start := source.find(opener, position)) >= 0:
        escaped = start > position and source[start - 1] == "\\"
        if escaped:
            yield silent(start - 1, start)
        if escaped and source[start - 2 : start - 1] != "\\":
            close = ends.find(closer, start)
            position = close + len(closer) if close >= 0 else start + len(opener)
            continue
        if raw := _RAW.match(source, start):
            yield silent(start, raw.end())
            position = raw_end(source, "{{{{/", raw[1], raw.end())
            close = ends.find("}}}}", position)
            end = close + 4 if close >= 0 else position
            yield silent(position, end)
            position = end
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
        left = source[first : first + 1] == "~"
        right = source[close - 1 : close] == "~" or end_mark.startswith("--~")
        inside = stripped(source, first + left + triple, close - right)
        change = _DELIMITERS.match(source[slice(*inside)])
        if change:
            opener, closer = change[1], change[2]
            yield silent(start, end)
        else:
            yield from _tag(source, start, end, inside, (left, right), inverses)


def _tag(
    source: str,
    start: int,
    end: int,
    inside: tuple[int, int],
    trims: Trims,
    inverses: frozenset[str],
) -> Iterator[Mark]:
    tag = source[slice(*inside)]
    kind, rest = tag[:1], tag[1:].strip()
    if kind == "#" or (kind == "^" and rest):
        yield _section(start, end, rest, trims, inverted=kind == "^", inverses=inverses)
        if kind == "#" and rest in inverses:
            yield Mark(Role.OPEN, end, end, block=Block.LOOP, word=INNER, condition=rest)
    elif kind == "/":
        yield Mark(Role.CLOSE, start, end, word=rest.split(" ")[0], trims=trims)
    elif tag == "^" or re.match(r"else\b", tag):
        word, condition = first_word(tag.removeprefix("^").removeprefix("else").strip())
        if word in _LOOPS:
            yield Mark(Role.ARM, start, end, trims=trims)
            yield Mark(Role.OPEN, end, end, block=Block.LOOP, word=INNER, condition=condition)
            return
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
    inverses: frozenset[str],
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
        if rest.startswith("*") and block is Block.PLAIN:
            block = Block.KEPT
        condition = None
    else:
        block, condition = Block.CHOICE, name
    kept = first_word(arguments.lstrip("\"'"))[0] if block is Block.KEPT else ""
    return Mark(Role.OPEN, start, end, label, condition, block, text=kept, trims=trims)
