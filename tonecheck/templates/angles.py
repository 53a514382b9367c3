"""Code between angle brackets: ERB and EJS (``<%= x %>``, ``<% if x %>``)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tonecheck.templates.expressions import hole
from tonecheck.templates.marks import LINE, Block, Mark, Role, Trims, silent
from tonecheck.templates.names import is_subject
from tonecheck.templates.program import Program
from tonecheck.templates.scanning import Ends, stripped

_PERCENT = re.compile(r"<%(?P<kind>%|==|=|-(?=\s)|-|#|_|)|%%>")
_ELSE = re.compile(r"(?:elsif|else|when|in|rescue)\b")
_DO = re.compile(r"\bdo(?:\s*+\|[^|]*+\|(?!.*\bend$)|\s*+$)", re.DOTALL)
_BRACE = re.compile(r"\{\s*+\|[^|]*+\|[^{}]*+$|\.(?:each|times|map|select)\w*+\s*+\{\s*+$")
_OPEN = re.compile(r"(?P<word>if|unless|case|while|until|for|begin)\b(?P<rest>.*)", re.DOTALL)
_SEPARATOR = re.compile(
    r"""(?P<stop>[;\n])|\b(?=when\b)|"(?:\\.|[^"\\])*+"|'(?:\\.|[^'\\])*+'|\#(?!\{)[^\n]*+""",
    re.DOTALL,
)
_LEAVE = re.compile(r"(?:next|break)(?:\s++(?P<word>if|unless)\b(?P<asked>.*))?", re.DOTALL)
_LOOPING = re.compile(r"\.(?:each|times|map|select)\w*")
_CONTENT_FOR = re.compile(r"content_for\s*+\(?\s*+:(?P<name>\w+)(?:\s*+,\s*+(?P<value>[^)]++))?")
_BLOCKS = {
    "if": Block.CHOICE,
    "unless": Block.CHOICE,
    "case": Block.SWITCH,
}


def erb_marks(source: str) -> Iterator[Mark]:
    """The marks of ERB, in order; ``<%- … -%>`` is code without the white space around it."""
    ruby = _Ruby(source)
    for start, end, kind, inside, trims in _percents(source, dash_is_output=False):
        if kind == "%":
            yield silent(start + 2, start + 3)
        elif kind == "#":
            yield silent(start, end, trims)
        elif kind in ("=", "=="):
            yield from ruby.output(start, end, inside, trims)
        elif kind != "%%>":
            yield from ruby.code(start, end, inside, trims)


def ejs_marks(source: str) -> Iterator[Mark]:
    """The marks of EJS, in order; ``<%- x %>`` puts out without escaping."""
    program = Program(source, dotted=False)
    for start, end, kind, inside, trims in _percents(source, dash_is_output=True):
        if kind == "%":
            yield silent(start + 2, start + 3)
        elif kind == "%%>":
            yield silent(start, start + 1)
        elif kind == "#":
            yield silent(start, end, trims)
        elif kind in ("=", "-", "=="):
            yield from hole(source, start, end, inside, trims)
        else:
            yield from program.marks(start, end, inside, trims)


Scanned = tuple[int, int, str, tuple[int, int], Trims]


def _percents(source: str, *, dash_is_output: bool) -> Iterator[Scanned]:
    """Start, end, kind and inside of each mark, and where white space goes with it."""
    ends = Ends(source)
    position = 0
    while opener := _PERCENT.search(source, position):
        start, kind = opener.start(), opener["kind"]
        if kind is None or kind == "%":
            position = opener.end()
            yield start, opener.end(), kind or opener[0], (start, start), (0, 0)
            continue
        close = ends.find("%>", opener.end())
        while close > opener.end() and source[close - 1] == "%":
            close = ends.find("%>", close + 2)
        if close < 0:
            position = opener.end()
            continue
        end = position = close + 2
        right = source[close - 1 : close] in ("-", "_") and close - 1 >= opener.end()
        left = kind == "_" or (kind == "-" and not dash_is_output)
        inside = stripped(source, opener.end(), close - right)
        yield start, end, kind, inside, (LINE * left, LINE * right)


class _Ruby:
    """The Ruby of one source; what it opens in one mark it may close in another."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._braces = 0

    def output(self, start: int, end: int, inside: tuple[int, int], trims: Trims) -> Iterator[Mark]:
        """An expression; one that opens a block (``form_for … do |f|``) shows what is in it."""
        if self._opens_block(self._source[slice(*inside)]):
            yield Mark(Role.OPEN, start, end, trims=trims)
        else:
            yield from hole(self._source, start, end, inside, trims)

    def code(self, start: int, end: int, inside: tuple[int, int], trims: Trims) -> Iterator[Mark]:
        """The statements of one mark; all but the last have no width of their own."""
        lines = list(_lines(self._source, *inside)) or [inside]
        for first, last in lines[:-1]:
            yield from self._statement(start, first, (first, last), (trims[0], 0))
            start = max(start, first)
        yield from self._statement(start, end, lines[-1], trims)

    def _opens_block(self, code: str) -> bool:
        if _BRACE.search(code):
            self._braces += 1
            return True
        return bool(_DO.search(code))

    def _statement(
        self, start: int, end: int, inside: tuple[int, int], trims: Trims
    ) -> Iterator[Mark]:
        code = self._source[slice(*inside)]
        opened = _OPEN.match(code)
        named = _CONTENT_FOR.match(code)
        if re.match(r"end\b", code):
            yield Mark(Role.CLOSE, start, end, trims=trims)
        elif code.startswith("}") and self._braces:
            self._braces -= 1
            yield Mark(Role.CLOSE, start, end, trims=trims)
        elif arm := _ELSE.match(code):
            condition = None if arm[0] == "else" else code[arm.end() :].strip()
            yield Mark(Role.ARM, start, end, condition=condition, trims=trims)
        elif opened and not re.search(r"\bend$", code):
            yield _head(start, end, opened, trims)
        elif named and named["value"] and not _DO.search(code):
            yield from self._subject(start, end, inside, named, trims)
        elif self._opens_block(code):
            subject = named is not None and is_subject(named["name"])
            loop = Block.LOOP if _LOOPING.search(code) else Block.PLAIN
            block = Block.SUBJECT if subject else loop
            yield Mark(Role.OPEN, start, end, condition=code, block=block, trims=trims)
        elif left := _LEAVE.fullmatch(code):
            yield from _left(start, end, left, trims)
        elif code == "ensure":
            yield Mark(Role.CLOSE, start, start, trims=(trims[0], 0))
            yield Mark(Role.OPEN, start, end, trims=(0, trims[1]))
        else:
            yield silent(start, end, trims)

    def _subject(
        self, start: int, end: int, inside: tuple[int, int], named: re.Match[str], trims: Trims
    ) -> Iterator[Mark]:
        """``content_for :subject, 'Invoice …'``: text given a name on the spot."""
        if not is_subject(named["name"]):
            yield silent(start, end, trims)
            return
        value = stripped(self._source, *(inside[0] + place for place in named.span("value")))
        yield Mark(Role.OPEN, start, value[0], block=Block.SUBJECT, trims=(trims[0], 0))
        yield from hole(self._source, *value, value)
        yield Mark(Role.CLOSE, value[1], end, trims=(0, trims[1]))


def _lines(source: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The statements of a stretch of Ruby, without those that are empty."""
    position = start
    for match in _SEPARATOR.finditer(source, start, end):
        if match["stop"] or (not match[0] and source.startswith("case", position)):
            yield from _filled(source, position, match.start())
            position = match.end()
    yield from _filled(source, position, end)


def _filled(source: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    inside = stripped(source, start, end)
    if inside[0] < inside[1]:
        yield inside


def _left(start: int, end: int, left: re.Match[str], trims: Trims) -> Iterator[Mark]:
    """What ends a round of a loop, always or on a condition."""
    if not left["word"]:
        yield Mark(Role.LEAVE, start, end, trims=trims)
        return
    asked = left["asked"].strip()
    condition = f"not ({asked})" if left["word"] == "unless" else asked
    around = (trims[0], 0)
    yield Mark(Role.OPEN, start, start, condition=condition, block=Block.CHOICE, trims=around)
    yield Mark(Role.LEAVE, start, start)
    yield Mark(Role.CLOSE, start, end, trims=(0, trims[1]))


def _head(start: int, end: int, opened: re.Match[str], trims: Trims) -> Mark:
    word, rest = opened["word"], opened["rest"].strip()
    block = _BLOCKS.get(word, Block.LOOP)
    condition = f"not ({rest})" if word == "unless" else rest
    return Mark(Role.OPEN, start, end, condition=condition, block=block, trims=trims)
