"""Strings of PHP: from what is written to pieces, and back."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial

from tonecheck.readers.catalogues.entries import Leaf
from tonecheck.readers.catalogues.faults import invalid, unknown_escape
from tonecheck.readers.catalogues.php_tokens import KIND, Token
from tonecheck.readers.catalogues.pieces import Pieces, bytes_text
from tonecheck.sentences import sentence

_BYTES = r"(?:\\[xX][0-9a-fA-F]{1,2}|\\[0-7]{1,3})+"
_ESCAPES = {
    "'": r"\\['\\]",
    '"': rf'\\u\{{[^}}"]*\}}?|{_BYTES}|\\[ntrvef\\$"]',
    "<": rf"\\u\{{[^}}\r\n]*\}}?|{_BYTES}|\\[ntrvef\\$]",
    "'<": "(?!)",
}
_BYTE = re.compile(r"\\(?:[xX]([0-9a-fA-F]+)|([0-7]+))")
_POINT = re.compile(r"\\u\{([0-9a-fA-F]+)\}")
_SHORT = {"n": "\n", "t": "\t", "r": "\r", "v": "\v", "e": "\x1b", "f": "\f"}
_WRITTEN = {"\\": "\\\\", "$": "\\$", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_LINE_END = r"(?:\r\n|\r|\n)"


def leaf(source: str, strings: Sequence[Token]) -> Leaf:
    """The text of strings that are joined by dots.

    What a string in double quotes takes from variables stays as written.

    Raises:
        ReadError: a string is not valid PHP.
    """
    pieces = Pieces(source)
    for token in strings:
        _show(pieces, source, token)
    return Leaf(pieces.view(), _escape_for(strings))


def _show(pieces: Pieces, source: str, token: Token) -> None:
    start, end = token.inner
    escape = _ESCAPES[token.style]
    if token.indent:
        start = _after_indent(source, start, end, token)
        escape = rf"{_LINE_END}[ \t]{{0,{len(token.indent)}}}|{escape}"
    pattern = re.compile(escape)
    for match in pattern.finditer(source, start, end):
        _check(source, match, token)
    pieces.unescaped(start, end, pattern, partial(_unescaped, style=token.style))


def _after_indent(source: str, start: int, end: int, token: Token) -> int:
    """The source offset behind the indentation of a heredoc's first line."""
    line = re.compile(rf"[ \t]{{0,{len(token.indent)}}}").match(source, start, end)
    after = line.end() if line else start
    _require_indent(source, after, after - start, end, token)
    return after


def _check(source: str, match: re.Match[str], token: Token) -> None:
    written = match[0]
    if written[0] in "\r\n":
        indent = len(written.lstrip("\r\n"))
        _require_indent(source, match.end(), indent, token.inner[1], token)
    elif written.startswith("\\u{"):
        point = _POINT.fullmatch(written)
        if not point or len(point[1].lstrip("0")) > 6 or int(point[1], 16) > 0x10FFFF:
            raise unknown_escape(source, match.start(), KIND, written)


def _require_indent(source: str, offset: int, indent: int, end: int, token: Token) -> None:
    if indent < len(token.indent) and offset < end and source[offset] not in "\r\n":
        problem = sentence("a line is indented less than the {label} below it", label=token.label)
        raise invalid(source, offset, KIND, problem)


def _unescaped(match: re.Match[str], *, style: str) -> str:
    written = match[0]
    if written[0] in "\r\n":
        return written.rstrip(" \t")
    if style == "'":
        return written[1]
    if point := _POINT.fullmatch(written):
        return chr(int(point[1], 16))
    if _BYTE.match(written):
        numbers = (int(b[1], 16) if b[1] else int(b[2], 8) for b in _BYTE.finditer(written))
        return bytes_text(bytes(number & 0xFF for number in numbers))
    return _SHORT.get(written[1], written[1])


def _escape_for(strings: Sequence[Token]) -> Callable[[str], str]:
    escapes = {(token.style, token.indent, token.label) for token in strings}
    return partial(_escape, styles=frozenset(escapes))


def _escape(text: str, *, styles: frozenset[tuple[str, str, str]]) -> str:
    """What a text is written as, where it is the same in all styles of a value."""
    written = {_written(text, *style) for style in styles}
    if len(written) > 1:
        raise ValueError("the parts of the value are written in different styles")
    return written.pop()


def _written(text: str, style: str, indent: str, label: str) -> str:
    if style == "'":
        return text.replace("\\", "\\\\").replace("'", "\\'")
    if style == '"':
        return re.sub(r'[\\$"\n\r\t]', lambda match: _WRITTEN[match[0]], text)
    if label in text:
        raise ValueError(f"“{label}” could end the text")
    if style == "<":
        return re.sub(r"[\\$\n\r\t]", lambda match: _WRITTEN[match[0]], text)
    if "\r" in text:
        raise ValueError("a carriage return would begin a line")
    return text.replace("\n", "\n" + indent)
