"""Mako: ``${x}``, lines such as ``% if x:`` and ``## a remark``, ``<%block name="subject">``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tonecheck.templates.expressions import hole
from tonecheck.templates.marks import Block, Mark, Role, silent
from tonecheck.templates.names import is_subject, is_title
from tonecheck.templates.scanning import Ends, first_word, raw_end, stripped
from tonecheck.templates.wording import part_hole

_OPENER = re.compile(
    r"""\$\{
    |^[ \t]*+(?P<remark>\#\#)[^\n]*+\n?
    |^[ \t]*+(?P<percent>%(?=%))
    |^[ \t]*+%(?!%)[ \t]*+(?P<line>(?:[^\n\\]|\\(?!\n)|\\\n)*+)\n?
    |(?P<join>\\\r?\n)
    |</?%(?P<tag>[\w:]*)
    """,
    re.VERBOSE | re.MULTILINE,
)
_NAME = re.compile(r"""name\s*+=\s*+["']([^"'(]*+)""")
_BLOCKS = {"if": Block.CHOICE, "for": Block.LOOP, "while": Block.LOOP, "try": Block.LOOP}
_PLAIN = frozenset({"block", "def", "call", "nsblock"})


def mako_marks(source: str) -> Iterator[Mark]:
    """The marks of a source, in order."""
    ends = Ends(source)
    position = 0
    while opener := _OPENER.search(source, position):
        start, end = opener.span()
        if opener[0] == "${":
            close = ends.closing_bracket(start + 1)
            if close >= 0:
                end = close
                yield from hole(source, start, end, stripped(source, start + 2, close - 1))
        elif opener["percent"]:
            yield silent(end - 1, end)
        elif opener["line"] is not None:
            yield from _line(start, end, opener["line"])
        elif opener["tag"] is None:
            yield silent(start, end)
        else:
            close = ends.find(">", end) if opener["tag"] else ends.find("%>", end, None)
            if close >= 0:
                end = close + (1 if opener["tag"] else 2)
                yield _tag(source, start, end, opener["tag"])
            if opener["tag"] in ("text", "doc") and source[start + 1] != "/":
                shown = opener["tag"] == "text"
                stop = raw_end(source, "</%", opener["tag"], end)
                if not shown and stop > end:
                    yield silent(end, stop)
                end = stop
        position = max(end, position + 1)


def _line(start: int, end: int, line: str) -> Iterator[Mark]:
    word, rest = first_word(line.split("#", 1)[0].strip())
    rest = rest.removesuffix(":").rstrip()
    if word.startswith("end"):
        yield Mark(Role.CLOSE, start, end, word=word[3:])
    elif word in ("elif", "else", "except"):
        yield Mark(Role.ARM, start, end, condition=rest or None)
    elif word in ("break", "continue"):
        yield Mark(Role.LEAVE, start, end)
    elif word in _BLOCKS:
        yield Mark(Role.OPEN, start, end, word=word, condition=rest, block=_BLOCKS[word])
    else:
        yield silent(start, end)


def _tag(source: str, start: int, end: int, tag: str) -> Mark:
    if source[start + 1] == "/":
        return Mark(Role.CLOSE, start, end, word=tag)
    if tag == "include":
        return part_hole(source, start, end, source[start:end])
    if tag in _PLAIN and source[end - 2 : end - 1] != "/":
        name = _NAME.search(source, start, end)
        block = Block.PLAIN
        if name and is_subject(name[1]):
            block = Block.SUBJECT
        elif name and tag == "block" and is_title(name[1]):
            block = Block.TITLE
        elif name and tag == "def":
            block = Block.KEPT
        return Mark(Role.OPEN, start, end, word=tag, block=block, text=name[1] if name else "")
    return silent(start, end)
