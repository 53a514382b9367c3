"""Code between angle brackets: ERB, EJS and PHP (``<%= x %>``, ``<% if x %>``, ``<?= $x ?>``)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tonecheck.templates.expressions import hole, part_hole, prose, strings
from tonecheck.templates.marks import LINE, Block, Mark, Role, Trims, silent
from tonecheck.templates.names import is_subject
from tonecheck.templates.scanning import Ends, Statement, statements, stripped

_PERCENT = re.compile(r"<%(?P<kind>%|==|=|-(?=\s)|-|#|_|)")
_PHP = re.compile(r"<\?(?P<kind>=|php\b|(?=\s))")
_RUBY_ELSE = re.compile(r"(?:elsif|else|when|in|rescue|ensure)\b")
_RUBY_BLOCK = re.compile(r"\bdo(?:\s*+\|[^|]*+\|)?\s*+$")
_RUBY_OPEN = re.compile(r"(?P<word>if|unless|case|while|until|for)\b(?P<rest>.*)", re.DOTALL)
_CONTENT_FOR = re.compile(r"content_for\s*+\(?\s*+:(\w+)")

_HEAD = re.compile(
    r"(?P<word>else\s*+if|elseif|if|for(?:each)?|while|switch|else)\b(?P<rest>.*)", re.DOTALL
)
_ECHO = re.compile(r"(?:echo|print)\b\s*+")
_INCLUDE = re.compile(r"(?:include|require)(?:_once)?\b")
_PUT_OUT = re.compile(
    r"""\b(?:echo|print)\b(?:
    \s*+<<<["']?(?P<word>\w++)["']?[ \t]*+\n
    |(?P<values>(?:[^;"']|"(?:\\.|[^"\\])*+"|'(?:\\.|[^'\\])*+')*+))""",
    re.DOTALL | re.VERBOSE,
)
_ENDED = re.compile(r"end(?:if|foreach|for|while|switch)\b")
_CASE = re.compile(r"(?:case\b(?P<value>.*)|default\s*+):$", re.DOTALL)


def erb_marks(source: str) -> Iterator[Mark]:
    """The marks of ERB, in order; ``<%- … -%>`` is code without the white space around it."""
    for start, end, kind, inside, trims in _percents(source, dash_is_output=False):
        code = source[slice(*inside)]
        if kind == "%":
            yield silent(start + 2, start + 3)
        elif kind == "#":
            yield silent(start, end, trims)
        elif kind in ("=", "=="):
            yield from _ruby_output(source, start, end, inside, trims)
        else:
            yield from _ruby_lines(start, end, code, trims)


def ejs_marks(source: str) -> Iterator[Mark]:
    """The marks of EJS, in order; ``<%- x %>`` puts out without escaping."""
    for start, end, kind, inside, trims in _percents(source, dash_is_output=True):
        if kind == "%":
            yield silent(start + 2, start + 3)
        elif kind == "#":
            yield silent(start, end, trims)
        elif kind in ("=", "-", "=="):
            yield from hole(source, start, end, inside, trims)
        else:
            yield from _code(source, start, end, inside, trims)


def php_marks(source: str) -> Iterator[Mark]:
    """The marks of PHP in text, in order; a line end right behind ``?>`` goes with it."""
    ends = Ends(source)
    position = 0
    while opener := _PHP.search(source, position):
        start = opener.start()
        close = ends.find("?>", opener.end(), None)
        end = close + 2 if close >= 0 else len(source)
        last = close if close >= 0 else len(source)
        position = end
        inside = stripped(source, opener.end(), last)
        if opener["kind"] == "=":
            inside = inside[0], inside[1] - source[slice(*inside)].endswith(";")
            yield from hole(source, start, end, inside)
        else:
            yield from _code(source, start, end, inside, (0, 0))


Scanned = tuple[int, int, str, tuple[int, int], Trims]


def _percents(source: str, *, dash_is_output: bool) -> Iterator[Scanned]:
    """Start, end, kind and inside of each mark, and where white space goes with it."""
    ends = Ends(source)
    position = 0
    while opener := _PERCENT.search(source, position):
        start, kind = opener.start(), opener["kind"]
        if kind == "%":
            position = opener.end()
            yield start, opener.end(), kind, (start, start), (0, 0)
            continue
        close = ends.find("%>", opener.end())
        if close < 0:
            position = opener.end()
            continue
        end = position = close + 2
        right = source[close - 1 : close] in ("-", "_") and close - 1 >= opener.end()
        left = kind == "_" or (kind == "-" and not dash_is_output)
        inside = stripped(source, opener.end(), close - right)
        yield start, end, kind, inside, (LINE * left, LINE * right)


def _ruby_output(
    source: str, start: int, end: int, inside: tuple[int, int], trims: Trims
) -> Iterator[Mark]:
    """An expression; one that opens a block (``form_for … do |f|``) shows what is in it."""
    if _RUBY_BLOCK.search(source[slice(*inside)]):
        yield Mark(Role.OPEN, start, end, trims=trims)
    else:
        yield from hole(source, start, end, inside, trims)


def _ruby_lines(start: int, end: int, code: str, trims: Trims) -> Iterator[Mark]:
    """The statements of one mark; all but the last have no width of their own."""
    lines = [line.strip() for line in re.split(r"[;\n]", code) if line.strip()] or [""]
    for line in lines[:-1]:
        yield from _ruby(start, start, line, (trims[0], False))
    yield from _ruby(start, end, lines[-1], trims)


def _ruby(start: int, end: int, code: str, trims: Trims) -> Iterator[Mark]:
    opened = _RUBY_OPEN.match(code)
    if re.match(r"end\b", code):
        yield Mark(Role.CLOSE, start, end, trims=trims)
    elif arm := _RUBY_ELSE.match(code):
        condition = None if arm[0] == "else" else code[arm.end() :].strip()
        yield Mark(Role.ARM, start, end, condition=condition, trims=trims)
    elif opened and not re.search(r"\bend$", code):
        word, rest = opened["word"], opened["rest"].strip()
        block = {"if": Block.CHOICE, "unless": Block.CHOICE, "case": Block.SWITCH}.get(
            word, Block.LOOP
        )
        condition = f"not ({rest})" if word == "unless" else rest
        yield Mark(Role.OPEN, start, end, condition=condition, block=block, trims=trims)
    elif _RUBY_BLOCK.search(code):
        named = _CONTENT_FOR.match(code)
        subject = named is not None and is_subject(named[1])
        loop = re.search(r"\.(?:each|times|map|select)\w*", code)
        block = Block.SUBJECT if subject else Block.LOOP if loop else Block.PLAIN
        yield Mark(Role.OPEN, start, end, condition=code, block=block, trims=trims)
    else:
        yield silent(start, end, trims)


def _code(
    source: str, start: int, end: int, inside: tuple[int, int], trims: Trims
) -> Iterator[Mark]:
    """Code with braces or, in PHP, with colons: what it opens, goes on with and closes."""
    shown, in_lines = _echoed(source, *inside)
    if len(shown) > 1 or in_lines:
        yield from _program(source, start, end, shown)
        return
    pieces = statements(source, *inside)
    if not pieces:
        yield silent(start, end, trims)
        return
    position = start
    for number, piece in enumerate(pieces):
        is_last = number == len(pieces) - 1
        stop = end if is_last else piece.end
        following = "" if is_last else pieces[number + 1].text
        around = (trims[0] and not number, trims[1] and is_last)
        yield from _statement(source, position, stop, piece, following, around)
        position = stop


def _echoed(source: str, start: int, end: int) -> tuple[list[tuple[int, int]], bool]:
    """The strings that a stretch of PHP puts out, and whether one goes over lines (``<<<``)."""
    shown: list[tuple[int, int]] = []
    in_lines = False
    position = start
    while match := _PUT_OUT.search(source, position, end):
        position = match.end()
        if match["word"]:
            closing = re.compile(rf"^[ \t]*+{match['word']}\b", re.MULTILINE)
            if not (close := closing.search(source, position, end)):
                break
            shown.append((position, max(position, close.start() - 1)))
            position = close.end()
            in_lines = True
        else:
            shown += strings(match["values"], match.start("values"))
            if source.startswith(("'", '"'), position):  # a string that is never closed
                break
    return shown, in_lines


def _program(source: str, start: int, end: int, shown: list[tuple[int, int]]) -> Iterator[Mark]:
    """Code that writes a letter line by line; its own conditions are passed over."""
    position = start
    for first, last in shown:
        yield silent(position, first)
        yield from prose(source, first, last)
        position = last
    yield silent(position, end)


def _statement(
    source: str,
    start: int,
    end: int,
    piece: Statement,
    following: str,
    trims: Trims,
) -> Iterator[Mark]:
    code = piece.text
    opens = code.endswith(":") or following == "{"
    head = _HEAD.match(code)
    case = _CASE.match(code)
    if code == "}" or _ENDED.match(code):
        closes = not following.startswith("else")
        yield Mark(Role.CLOSE, start, end, trims=trims) if closes else silent(start, end, trims)
    elif case:
        value = (case["value"] or "").strip() or None
        yield Mark(Role.ARM, start, end, condition=value, trims=trims)
    elif head and opens:
        yield _head(start, end, head, trims)
    elif following == "{":
        yield Mark(Role.OPEN, start, end, condition=code, block=Block.LOOP, trims=trims)
    elif _INCLUDE.match(code):
        yield part_hole(source, start, end, code, trims)
    elif echo := _ECHO.match(code):
        yield from hole(source, start, end, (piece.start + echo.end(), piece.end), trims)
    else:
        yield silent(start, end, trims)


def _head(start: int, end: int, head: re.Match[str], trims: Trims) -> Mark:
    word = re.sub(r"\s", "", head["word"])
    rest = head["rest"].strip().removesuffix(":").strip()
    condition = rest[1:-1].strip() if rest.startswith("(") and rest.endswith(")") else rest
    if word.startswith("else"):
        return Mark(Role.ARM, start, end, condition=condition or None, trims=trims)
    block = {"if": Block.CHOICE, "switch": Block.SWITCH}.get(word, Block.LOOP)
    return Mark(Role.OPEN, start, end, condition=condition, block=block, trims=trims)
