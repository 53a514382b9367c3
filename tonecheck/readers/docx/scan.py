"""The paragraphs of a document, found in one pass over its XML."""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.parsers import expat

from tonecheck.readers.catalogues.faults import invalid, too_deep
from tonecheck.readers.decoding import MAX_BYTES, too_large
from tonecheck.readers.docx.elements import (
    CHARACTERS,
    OFF,
    PREFIXES,
    SKIPPED,
    SPACE,
    Element,
    Field,
    attribute_of,
    merged_name,
)
from tonecheck.readers.docx.package import DOCUMENT
from tonecheck.readers.docx.runs import XML_SPACE, Home, Kind, Paragraph, Piece, characters_in
from tonecheck.sentences import sentence

MAX_DEPTH = 1_000
"""The deepest nesting of elements that is read."""

_TAG = re.compile(r"""<(?:[^<>"']++|"[^"]*+"|'[^']*+')*+>""")
_PREFIX = re.compile(r"<([^\s/>:]+:)")


class Scan:
    """One pass of expat, which tells where elements begin and end."""

    def __init__(self, xml: str, data: bytes) -> None:
        self._xml = xml
        self._data = data
        self._byte = self._character = 0
        self._stack: list[Element] = []
        self._found: list[Paragraph] = []
        self._open: list[Paragraph] = []
        self._fields: list[Field] = []
        self._rows: list[int] = []
        self._hidden = 0
        self._separator = ""
        self._length = 0
        self._parser = expat.ParserCreate("utf-8", " ")
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.StartDoctypeDeclHandler = self._refuse_doctype
        self._parser.XmlDeclHandler = self._declared

    def run(self) -> list[Paragraph]:
        """The paragraphs, in the order of the document.

        Raises:
            ReadError: it is not XML that may be read here, or more than is read.
        """
        try:
            self._parser.Parse(self._data, True)
        except expat.ExpatError as error:
            offset = self._offset(self._parser.ErrorByteIndex)
            raise invalid(self._xml, offset, DOCUMENT, expat.ErrorString(error.code)) from None
        return self._found

    def _start(self, qualified: str, attributes: Mapping[str, str]) -> None:
        element = self._element(qualified, attributes)
        if not self._stack and element.name != "w:document":
            problem = sentence("expected {wanted}", wanted="<w:document>")
            raise invalid(self._xml, element.first, DOCUMENT, problem)
        if len(self._stack) >= MAX_DEPTH:
            raise too_deep(self._xml, element.first, DOCUMENT)
        self._stack.append(element)
        name, around = element.name, [e.name for e in self._stack[-3:-1]]
        if name == "w:tr":
            self._rows.append(0)
        if name == "w:del" and around[-1:] == ["w:rPr"]:
            if around == ["w:pPr", "w:rPr"] and self._open and not self._hidden:
                self._open[-1].joins_next = True
        elif name == "w:del" and around == ["w:tr", "w:trPr"]:
            self._hide(self._stack[-3])
        elif name == "w:vanish" and around == ["w:r", "w:rPr"]:
            if attribute_of(attributes, "val") not in OFF:
                self._hide(self._stack[-3])
        elif name in SKIPPED:
            self._hide(element)
        elif not self._hidden:
            self._begin(element)

    def _begin(self, element: Element) -> None:
        """An element that is not hidden begins."""
        if element.name == "w:p":
            name = f"{element.prefix}p"
            inner = element.last - 2 if element.is_empty else element.last
            element.paragraph = Paragraph(self._separator, name, element.is_empty, inner)
            self._found.append(element.paragraph)
            self._count(1)
            self._open.append(element.paragraph)
            self._separator = "\n"
        elif element.name == "w:tc" and self._rows:
            self._rows[-1] += 1
            if self._rows[-1] > 1:
                self._separator = "\t"
        elif element.name == "w:fldSimple":
            element.field = merged_name(attribute_of(element.attributes, "instr"))
            if element.field:
                self._hide(element)

    def _end(self, _: str) -> None:
        offset = self._offset(self._parser.CurrentByteIndex)
        element = self._stack.pop()
        if element.name == "w:tr":
            self._rows.pop()
        if element.hides:
            self._hidden -= 1
        if self._hidden:
            return
        last = element.last if element.is_empty else self._xml.index(">", offset) + 1
        name = element.name
        in_run = bool(self._stack) and self._stack[-1].name == "w:r"
        if name == "w:p" and element.paragraph:
            self._end_paragraph(element.paragraph, offset)
        elif name == "w:t" and in_run:
            self._text(element, offset)
        elif name in CHARACTERS and in_run:
            self._piece(CHARACTERS[name], element.first, last, Kind.ELEMENT, element.prefix)
        elif name == "w:instrText" and self._fields and not self._fields[-1].in_result:
            self._fields[-1].instruction += "".join(
                text for text, *_ in characters_in(self._xml, element.last, offset)
            )
        elif name == "w:fldChar" and in_run:
            self._field_character(element, last)
        elif name == "w:fldSimple" and element.field:
            shown, kind = f"«{element.field}»", Kind.SIMPLE_FIELD
            self._piece(shown, element.first, last, kind, element.prefix)

    def _end_paragraph(self, paragraph: Paragraph, offset: int) -> None:
        self._open.pop()
        if not paragraph.is_empty:
            paragraph.inner = offset
        self._separator = "" if paragraph.joins_next else "\n"

    def _field_character(self, element: Element, last: int) -> None:
        match attribute_of(element.attributes, "fldCharType"):
            case "begin":
                self._fields.append(Field(element.first))
            case "separate" if self._fields:
                self._fields[-1].in_result = True
            case "end" if self._fields:
                ended = self._fields.pop()
                if ended.merged:
                    shown = f"«{ended.merged}»"
                    self._piece(shown, ended.first, last, Kind.FIELD, element.prefix)

    def _text(self, element: Element, end: int) -> None:
        """Show the inside of a ``w:t``; without "preserve" white space at its ends is dropped."""
        first, last = element.last, end
        if element.is_empty or first >= last:
            return
        if not element.kept:
            raw = self._xml[first:last]
            first = min(last, first + len(raw) - len(raw.lstrip(XML_SPACE)))
            last = max(first, last - len(raw) + len(raw.rstrip(XML_SPACE)))
        trimmed = ((element.last, first), (last, end))
        home = Home(element.first, element.last, element.kept, trimmed)
        for text, start, stop, kind, cdata in characters_in(self._xml, first, last):
            self._piece(text, start, stop, kind, element.prefix, home, cdata)

    def _piece(
        self,
        text: str,
        first: int,
        last: int,
        kind: Kind,
        prefix: str,
        home: Home | None = None,
        cdata: bool = False,
    ) -> None:
        """Show something, unless it belongs to an instruction or is what a merge field shows."""
        if self._open and all(f.in_result and not f.merged for f in self._fields):
            piece = Piece(text, 0, first, last, kind, prefix, home, cdata)
            self._open[-1].pieces.append(piece)
            self._count(len(text))

    def _count(self, shown: int) -> None:
        self._length += shown
        if self._length > MAX_BYTES:
            raise too_large(self._length)

    def _hide(self, element: Element) -> None:
        if not element.hides:
            element.hides = True
            self._hidden += 1

    def _element(self, qualified: str, attributes: Mapping[str, str]) -> Element:
        first = self._offset(self._parser.CurrentByteIndex)
        match = _TAG.match(self._xml, first)
        last = match.end() if match else first
        uri, _, local = qualified.rpartition(" ")
        prefix = _PREFIX.match(self._xml, first)
        space = attributes.get(SPACE)
        return Element(
            name=f"{PREFIXES.get(uri, 'other:')}{local}",
            first=first,
            last=last,
            is_empty=self._xml.endswith("/>", first, last),
            kept=self._stack[-1].kept if space is None and self._stack else space == "preserve",
            prefix=prefix[1] if prefix else "",
            attributes=attributes,
        )

    def _refuse_doctype(self, name: str, *_: object) -> None:
        offset = self._offset(self._parser.CurrentByteIndex)
        problem = sentence("entities such as “{name}” may not be declared here", name=name)
        raise invalid(self._xml, offset, DOCUMENT, problem)

    def _declared(self, _: str, encoding: str | None, __: int) -> None:
        if encoding and encoding.lower() not in ("utf-8", "us-ascii"):
            problem = sentence(
                "expected {wanted}, found “{found}”", wanted="UTF-8", found=encoding[:20]
            )
            raise invalid(self._xml, 0, DOCUMENT, problem)

    def _offset(self, byte: int) -> int:
        """The offset in the XML of a byte; called with bytes in order, so it counts each once."""
        if byte > self._byte:
            passed = self._data[self._byte : byte].decode("utf-8", "replace")
            self._byte, self._character = byte, self._character + len(passed)
        return self._character
