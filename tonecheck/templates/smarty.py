"""Smarty: ``{$x|default:'…'}``, ``{if $x}``, ``{* a remark *}``, ``{literal}``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import islice

from tonecheck.templates.expressions import hole
from tonecheck.templates.marks import Block, Mark, Role, silent
from tonecheck.templates.names import is_subject, is_title
from tonecheck.templates.scanning import Ends, first_word, raw_end, stripped
from tonecheck.templates.wording import part_hole, prose, strings

_OPENER = re.compile(r"\{(?=[$/*\"'#(a-zA-Z])")
_MARKUP = re.compile(r"""\{(?:[\w-]+\s*+:\s|(?:"[^"{}\n]{0,200}+"|'[^'{}\n]{0,200}+')\s*+:)""")
"""A brace of CSS or JSON that came without a space behind it."""

_BLOCKS = {
    "if": Block.CHOICE,
    "foreach": Block.LOOP,
    "section": Block.LOOP,
    "for": Block.LOOP,
    "while": Block.LOOP,
    **dict.fromkeys(
        ("block", "strip", "nocache", "capture", "function", "textformat", "setfilter"),
        Block.PLAIN,
    ),
    "php": Block.HIDDEN,
}
_ARMS = frozenset("else elseif foreachelse sectionelse forelse".split())
_LITERALS = {"ldelim": "{", "rdelim": "}"}
_SILENT = frozenset("assign append config_load extends break continue eval debug counter".split())
_ATTRIBUTE = re.compile(r"""\b(name|assign|var|value)\s*+=\s*+(?:["']([^"']*+)["']|(\S++))""")
_TEXT = re.compile(r"""\bs\s*+=\s*+(?=["'])""")
_ASSIGNMENT = re.compile(r"\$[\w.>\[\]-]+\s*+=(?!=)")


def smarty_marks(source: str) -> Iterator[Mark]:
    """The marks of a source, in order; a brace before white space is a brace."""
    ends = Ends(source)
    blocks = _BLOCKS | {"t": Block.PLAIN} if "{/t}" in source else _BLOCKS
    position = 0
    while opener := _OPENER.search(source, position):
        start = opener.start()
        if _MARKUP.match(source, start):
            position = opener.end()
            continue
        if source.startswith("{*", start):
            close, width = ends.find("*}", start + 2, None), 2
        else:
            close, width = ends.find_unquoted("}", start + 1), 1
        if close < start:
            position = opener.end()
            continue
        end = position = close + width
        inside = stripped(source, start + 1, close)
        tag = source[slice(*inside)]
        word, _ = first_word(tag)
        if width == 2:
            yield silent(start, end)
        elif word == "literal":
            yield silent(start, end)
            position = raw_end(source, "{/", word, end)
        else:
            yield from _tag(source, start, end, inside, blocks)


def _tag(
    source: str, start: int, end: int, inside: tuple[int, int], blocks: Mapping[str, Block]
) -> Iterator[Mark]:
    tag = source[slice(*inside)]
    word, rest = first_word(tag)
    if tag.startswith("/"):
        yield Mark(Role.CLOSE, start, end, word=tag[1:].strip())
    elif word in _LITERALS:
        yield Mark(Role.LITERAL, start, end, text=_LITERALS[word])
    elif word in _ARMS:
        condition = re.sub(r"^if\b\s*", "", rest) if word in ("else", "elseif") else ""
        yield Mark(Role.ARM, start, end, condition=condition or None)
    elif word in blocks:
        yield _opened(start, end, word, rest, blocks[word])
    elif word in ("break", "continue"):
        yield Mark(Role.LEAVE, start, end)
    elif word in _SILENT or _ASSIGNMENT.match(tag):
        yield from _assigned(source, start, end, inside)
    elif word == "l" and (text := _TEXT.search(tag)):
        position = start
        for first, last in islice(strings(tag[text.end() :], inside[0] + text.end()), 1):
            yield silent(start, first)
            yield from prose(source, first, last, formatted=True)
            position = last
        yield silent(position, end)
    elif word == "include":
        yield part_hole(source, start, end, rest)
    else:
        yield from hole(source, start, end, inside)


def _opened(start: int, end: int, word: str, rest: str, block: Block) -> Mark:
    named: list[str] = []
    if block is Block.PLAIN:
        named = [a or b for _, a, b in _ATTRIBUTE.findall(rest)] or [rest]
        if any(map(is_subject, named)):
            block = Block.SUBJECT
        elif any(map(is_title, named)):
            block = Block.TITLE
        elif word in ("capture", "function"):
            block = Block.KEPT
    name = named[0].strip("\"'") if block is Block.KEPT else ""
    return Mark(Role.OPEN, start, end, word, rest or None, block, text=name)


def _assigned(source: str, start: int, end: int, inside: tuple[int, int]) -> Iterator[Mark]:
    """A value given a name: the subject where the name says so, else out of sight."""
    tag = source[slice(*inside)]
    named = (a or b for key, a, b in _ATTRIBUTE.findall(tag) if key != "value")
    name = next(named, "") or tag.split("=")[0]
    words = [span for span in strings(tag, inside[0]) if source[slice(*span)] != name]
    if not (is_subject(name) and words):
        yield silent(start, end)
        return
    first, last = words[-1]
    yield Mark(Role.OPEN, start, first, block=Block.SUBJECT)
    yield from prose(source, first, last)
    yield Mark(Role.CLOSE, last, end)
