"""Texts inside an XML element: from what is written to pieces, and back."""

from __future__ import annotations

import re

from tonecheck.readers.catalogues.pieces import Pieces

_ENTITY = r"&(?:#[0-9]+|#x[0-9a-fA-F]+|amp|lt|gt|quot|apos);"
_HIDDEN = r"<!--.*?-->|<\?.*?\?>"
_CDATA = re.compile(r"<!\[CDATA\[(?P<inside>.*?)\]\]>", re.DOTALL)
_ESCAPE = re.compile(rf"{_ENTITY}|{_HIDDEN}|\r\n?", re.DOTALL)
_LINE_END = re.compile(r"\r\n?")
_PAIR = r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
_RESOURCE = re.compile(
    rf"(?P<space>[ \t\r\n]++)|(?P<escape>{_PAIR}|\\u[0-9a-fA-F]{{4}}|\\(?:{_ENTITY}|.))"
    rf"|(?P<hidden>{_HIDDEN})|(?P<entity>{_ENTITY})|(?P<quote>\")|(?P<text>[^ \t\r\n\\<&\"]++|.)",
    re.DOTALL,
)
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_WRITTEN = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"}
_RESOURCE_ESCAPES = {"n": "\n", "t": "\t"}
_NO_CHARACTER = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SPACE_KEPT = re.compile(r"^ | $|(?<= ) ")


def stretches(source: str, start: int, end: int) -> list[tuple[int, int, bool]]:
    """The parts of ``start:end``, and whether each is the inside of a CDATA section."""
    found: list[tuple[int, int, bool]] = []
    position = start
    for section in _CDATA.finditer(source, start, end):
        found.append((position, section.start(), False))
        found.append((*section.span("inside"), True))
        position = section.end()
    return [part for part in (*found, (position, end, False)) if part[0] < part[1]]


def show_text(pieces: Pieces, start: int, end: int, *, cdata: bool) -> None:
    """Show a stretch as any XML parser has it."""
    pieces.unescaped(start, end, _LINE_END if cdata else _ESCAPE, _unescaped)


class Resource:
    """Shows the stretches of an Android string as the application has it.

    White space becomes one space, and none at the ends, save between double quotes, which
    are not shown; a backslash begins an escape.
    """

    def __init__(self, pieces: Pieces, source: str) -> None:
        self._pieces = pieces
        self._source = source
        self._quoted = self._begun = False
        self._space: tuple[int, int] | None = None

    def show(self, start: int, end: int, *, cdata: bool) -> None:
        """Show a stretch; quotes and white space go on from the one before."""
        for match in _RESOURCE.finditer(self._source, start, end):
            kind, written = match.lastgroup, match[0]
            if cdata and kind in ("hidden", "entity"):
                kind = "text"
            if kind == "entity":
                written = _unescaped(match)
                kind = (
                    "quote" if written == '"' else "entity" if written.strip(" \t\n") else "space"
                )
            if kind == "quote":
                self._quoted = not self._quoted
                self._space = self._space if self._begun else None
                self._begun = True
            elif kind == "space" and not self._quoted:
                self._space = self._space or match.span()
            elif kind != "hidden":
                self._text(_resource_text(written, kind), match.start(), match.end())

    def _text(self, text: str, start: int, end: int) -> None:
        if self._space and self._begun:
            self._pieces.decoded(" ", *self._space)
        self._space, self._begun = None, True
        self._pieces.decoded(text, start, end)


def escape_text(text: str) -> str:
    """What a text is written as between tags."""
    _require_characters(text)
    return re.sub(r"[&<>\r]", lambda match: _WRITTEN[match[0]], text)


def escape_cdata(text: str) -> str:
    """What a text is written as in a CDATA section: as it is, or not at all."""
    _require_characters(text)
    if "]]>" in text or text.startswith((">", "]>")) or "\r" in text:
        raise ValueError(f"not in a CDATA section: {text!r}")
    return text


def escape_mixed(text: str) -> str:
    """Text that means itself wherever it stands: as it is, or not at all."""
    if escape_resource(text) != text:
        raise ValueError(f"not both inside and outside a CDATA section: {text!r}")
    return escape_cdata(text)


def escape_markup(text: str) -> str:
    """Text of which entities are a part: as it is, where it is well-formed without tags."""
    _require_characters(text)
    if "<" in re.sub(_ENTITY, "", text).replace("&", "<") or "]]>" in text:
        raise ValueError(f"not well-formed: {text!r}")
    return text


def escape_resource(text: str) -> str:
    """What a text is written as in an Android string."""
    escaped = re.sub(r"[\\'\"]|^[@?]", lambda match: "\\" + match[0], text)
    escaped = _SPACE_KEPT.sub(r"\\u0020", escaped)
    for plain, written in (("\n", "\\n"), ("\t", "\\t"), ("\r", "\\u000D")):
        escaped = escaped.replace(plain, written)
    return escape_text(escaped)


def _require_characters(text: str) -> None:
    if _NO_CHARACTER.search(text):
        raise ValueError(f"characters that XML does not allow: {text!r}")


def _unescaped(match: re.Match[str]) -> str:
    written = match[0]
    if written.startswith("&"):
        return _entity(written)
    return "" if written.startswith("<") else "\n"


def _entity(written: str) -> str:
    name = written[1:-1]
    if name.startswith("#x"):
        return chr(int(name[2:], 16))
    return chr(int(name[1:])) if name.startswith("#") else _NAMED[name]


def _resource_text(written: str, kind: str | None) -> str:
    if kind == "space":
        return re.sub(_LINE_END, "\n", written)
    if kind != "escape":
        return written
    inside = written[1:]
    if re.fullmatch(_PAIR, written):
        high, low = int(written[2:6], 16), int(written[8:], 16)
        return chr(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))
    if inside.startswith("u") and len(inside) > 1:
        return chr(int(inside[1:], 16))
    if inside.startswith("&") and len(inside) > 1:
        return _entity(inside)
    return _RESOURCE_ESCAPES.get(inside, inside)
