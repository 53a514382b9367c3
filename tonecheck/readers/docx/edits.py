"""Edits of the shown text, made in the XML behind it."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import islice
from xml.parsers import expat

from tonecheck.readers.catalogues.xml_texts import escape_text
from tonecheck.readers.docx.runs import FIELDS, Home, Kind, Paragraph, Piece
from tonecheck.types import Edit

_PRESERVE = ' xml:space="preserve"'
_SPACE_ATTRIBUTE = re.compile(r"""\s+xml:space\s*=\s*(?:"[^"]*"|'[^']*')""")


class Changes:
    """What is cut out of the XML, and what is put in."""

    def __init__(self, xml: str) -> None:
        self._xml = xml
        self._splices: list[tuple[int, int, str]] = []
        self._homes: set[Home] = set()
        self._runs: dict[int, tuple[Paragraph, list[str]]] = {}

    def make(self, paragraph: Paragraph, edit: Edit) -> None:
        """Note an edit within a paragraph."""
        pieces = paragraph.pieces
        index = bisect_right(pieces, edit.start, key=lambda p: p.end)
        touched: list[Piece] = []
        for piece in islice(pieces, index, None):
            if piece.start >= edit.end:
                break
            touched.append(piece)
        if any(piece.kind in FIELDS for piece in touched):
            raise ValueError(f"{edit} touches a merge field")
        text = edit.replacement.replace("\r\n", "\n").replace("\r", "\n")
        if text:
            before = pieces[index - 1] if index else None
            behind = pieces[index] if index < len(pieces) else None
            self._insert(paragraph, edit, text, before, behind)
        for piece in touched:
            self._cut(piece, edit)

    def done(self) -> str:
        """The XML with all edits.

        Raises:
            ValueError: it would not be well-formed.
        """
        for home in self._homes:
            if not home.kept:
                tag = _SPACE_ATTRIBUTE.sub("", self._xml[home.first : home.last])
                self._splices.append((home.first, home.last, f"{tag[:-1]}{_PRESERVE}>"))
                self._splices += ((*span, "") for span in home.trimmed if span[0] < span[1])
        for paragraph, runs in self._runs.values():
            inside = "".join(runs)
            if paragraph.is_empty:
                span = paragraph.inner, paragraph.inner + 2
                self._splices.append((*span, f">{inside}</{paragraph.name}>"))
            else:
                self._splices.append((paragraph.inner, paragraph.inner, inside))
        parts: list[str] = []
        position = 0
        for first, last, text in sorted(self._splices, key=lambda splice: splice[:2]):
            parts += [self._xml[position:first], text]
            position = last
        xml = "".join([*parts, self._xml[position:]])
        try:
            expat.ParserCreate("utf-8").Parse(xml.encode("utf-8"), True)
        except expat.ExpatError as error:
            raise ValueError(f"the edits do not leave XML: {error}") from None
        return xml

    def _cut(self, piece: Piece, edit: Edit) -> None:
        first, last = piece.first, piece.last
        if piece.kind is Kind.TEXT:
            first = piece.first + max(0, edit.start - piece.start)
            last = piece.last - max(0, piece.end - edit.end)
        self._splices.append((first, last, ""))
        if piece.home:
            self._homes.add(piece.home)

    def _insert(
        self,
        paragraph: Paragraph,
        edit: Edit,
        text: str,
        before: Piece | None,
        behind: Piece | None,
    ) -> None:
        """Put text in front of what it replaces, or behind the character before it."""
        anchor, at_end = behind, False
        if edit.start == edit.end and not (behind and behind.start < edit.start):
            closed = before is None or (before.kind in FIELDS and behind is not None)
            if not closed or behind is None:
                anchor, at_end = before, True
        if anchor is None:
            runs = self._runs.setdefault(id(paragraph), (paragraph, []))[1]
            runs.append(_run(text, paragraph.prefix))
            return
        place = anchor.last if at_end else anchor.first
        if anchor.kind is Kind.TEXT and not at_end:
            place += max(0, edit.start - anchor.start)
        self._splices.append((place, place, _written(text, anchor)))
        if anchor.home:
            self._homes.add(anchor.home)


def _written(text: str, piece: Piece) -> str:
    """Inserted text as XML that may stand beside a piece."""
    if piece.kind is Kind.SIMPLE_FIELD:
        return _run(text, piece.prefix)
    if piece.home is None:
        return _elements(text, piece.prefix)
    inside = _broken(text, piece.prefix)
    return f"]]>{inside}<![CDATA[" if piece.cdata else inside


def _run(text: str, prefix: str) -> str:
    return f"<{prefix}r>{_elements(text, prefix)}</{prefix}r>"


def _elements(text: str, prefix: str) -> str:
    return f"<{prefix}t{_PRESERVE}>{_broken(text, prefix)}</{prefix}t>"


def _broken(text: str, prefix: str) -> str:
    """Text inside a ``w:t`` that is closed and opened again around line breaks and tabs."""
    inside = escape_text(text)
    for character, name in (("\n", "br"), ("\t", "tab")):
        element = f"</{prefix}t><{prefix}{name}/><{prefix}t{_PRESERVE}>"
        inside = inside.replace(character, element)
    return inside
