"""Word documents (.docx): their text, and edits made inside the runs that it stands in.

Everything of the package that an edit does not name stays byte for byte.
"""

from __future__ import annotations

import re
import struct
import zipfile
import zlib
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from io import BytesIO
from itertools import islice
from xml.parsers import expat

from tonecheck.readers.catalogues.faults import invalid, too_deep
from tonecheck.readers.catalogues.xml_texts import escape_text, stretches
from tonecheck.readers.decoding import MAX_BYTES, too_large
from tonecheck.readers.errors import ReadError
from tonecheck.sentences import sentence
from tonecheck.types import Edit

DOCUMENT = "word/document.xml"
"""The part of the package that holds the text."""

MAX_UNPACKED = 50_000_000
"""Bytes of all parts together, unpacked; a package that declares more is not opened."""

MAX_DEPTH = 1_000
"""The deepest nesting of elements that is read."""

_NAMESPACES = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_PREFIXES = dict.fromkeys(_NAMESPACES, "w:") | {
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc:"
}
_SPACE = "http://www.w3.org/XML/1998/namespace space"
_PRESERVE = ' xml:space="preserve"'
_XML_SPACE = " \t\r\n"

_SKIPPED = frozenset("w:del w:moveFrom w:rt mc:Fallback".split())
_CHARACTERS = {
    "w:tab": "\t",
    "w:ptab": "\t",
    "w:br": "\n",
    "w:cr": "\n",
    "w:noBreakHyphen": "\N{NON-BREAKING HYPHEN}",
}
_OFF = ("0", "false", "off")

_TAG = re.compile(r"""<(?:[^<>"']++|"[^"]*+"|'[^']*+')*+>""")
_PREFIX = re.compile(r"<([^\s/>:]+:)")
_SPACE_ATTRIBUTE = re.compile(r"""\s+xml:space\s*=\s*(?:"[^"]*"|'[^']*')""")
_ESCAPED = re.compile(
    r"(?P<entity>&[^;]*;)|(?P<silent><!--.*?-->|<\?.*?\?>|<[^>]*>)|(?P<blank>\r\n|[\t\r\n])",
    re.DOTALL,
)
_BLANK = re.compile(r"(?P<blank>\r\n|[\t\r\n])")
_ENTITIES = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_MERGE_FIELD = re.compile(r'\s*MERGEFIELD\s+(?:"(?P<quoted>[^"]*)"|(?P<bare>\S+))', re.IGNORECASE)

_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_IN_ZIP64 = 0xFFFFFFFF
_SIZES_FOLLOW = 0x08
"""The flag of an entry whose sizes stand behind it."""

# What the standard library raises about bytes that are no package, or a damaged one.
_NO_PACKAGE = (
    zipfile.BadZipFile, zlib.error, struct.error, NotImplementedError, RuntimeError, EOFError,
    ValueError, OverflowError, OSError, KeyError,
)  # fmt: skip


class _Kind(Enum):
    """What stands behind a stretch of the text."""

    TEXT = auto()
    """Characters as they are."""
    ESCAPE = auto()
    """One character in a text, written in another way."""
    ELEMENT = auto()
    """A tab or a line break, an element of its own in a run."""
    FIELD = auto()
    """A merge field whose ends are in runs; nobody edits it."""
    SIMPLE_FIELD = auto()
    """A merge field that is an element of the paragraph."""


_FIELDS = (_Kind.FIELD, _Kind.SIMPLE_FIELD)


@dataclass(frozen=True, slots=True)
class _Home:
    """A ``w:t`` with text in it: the offsets of its start tag in the XML.

    ``trimmed`` are the white spaces at its ends, which are not shown unless it is ``kept``.
    """

    first: int
    last: int
    kept: bool
    trimmed: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class _Piece:
    """Shown text, and the XML behind it.

    ``start`` is an offset in the source, ``first`` and ``last`` are offsets in the XML.
    ``prefix`` is that of the elements around it ("w:").
    """

    text: str
    start: int
    first: int
    last: int
    kind: _Kind
    prefix: str
    home: _Home | None = None
    cdata: bool = False

    @property
    def end(self) -> int:
        return self.start + len(self.text)


@dataclass(slots=True)
class _Paragraph:
    """A paragraph; ``separator`` is what parts it from the one before.

    ``start`` and ``end`` are offsets in the source. ``inner`` is the offset in the XML at which
    a run may be appended; in an empty element it stands before "/>", with ``name`` to close it.
    """

    separator: str
    name: str
    is_empty: bool
    inner: int
    start: int = 0
    end: int = 0
    joins_next: bool = False
    pieces: list[_Piece] = field(default_factory=list)

    @property
    def prefix(self) -> str:
        return self.name[: self.name.find(":") + 1]


@dataclass(frozen=True)
class Docx:
    """A document: its text, and the package that it came from.

    In ``source`` paragraphs stand on lines of their own, the cells of a table's row are parted
    by tabs, and a merge field is shown as «Name».
    """

    source: str
    _data: bytes = field(repr=False)
    _xml: str = field(repr=False)
    _paragraphs: tuple[_Paragraph, ...] = field(repr=False)

    def with_edits(self, edits: Sequence[Edit]) -> bytes:
        """The package after edits in offsets of ``source``.

        A replacement has the formatting of the run in which the edit begins; an insertion that
        of the character before it. Line breaks and tabs become elements.

        Raises:
            ValueError: edits overlap, go over the end of a paragraph or a cell, touch a merge
                field, lie outside the source, or insert what XML cannot hold; or the package is
                one that cannot be rewritten.
        """
        changes = _Changes(self._xml)
        reached = 0
        for edit in sorted(edits, key=lambda e: (e.start, e.end)):
            if not reached <= edit.start <= edit.end <= len(self.source):
                raise ValueError(f"{edit} overlaps another edit or lies outside the text")
            reached = edit.end
            changes.make(self._paragraph(edit), edit)
        if not edits:
            return self._data
        return _repacked(self._data, changes.done().encode("utf-8"))

    def _paragraph(self, edit: Edit) -> _Paragraph:
        index = bisect_right(self._paragraphs, edit.start, key=lambda p: p.start) - 1
        paragraph = self._paragraphs[index]
        if edit.end > paragraph.end:
            raise ValueError(f"{edit} goes over the end of a paragraph")
        return paragraph


def read_docx(data: bytes) -> Docx:
    """The document in a .docx package.

    Raises:
        ReadError: it is no such package, too large, or its text is no XML that may be read.
    """
    xml_bytes = _document(data)
    try:
        xml = xml_bytes.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ReadError(
            "line {line}: not valid {format}: {problem}",
            line=xml_bytes.count(b"\n", 0, error.start) + 1,
            format="UTF-8",
            problem=sentence("not understood"),
        ) from None
    paragraphs = _Scan(xml, xml_bytes).run()
    texts: list[str] = []
    position = 0
    for paragraph in paragraphs:
        paragraph.start = position = position + len(paragraph.separator)
        texts.append(paragraph.separator)
        for index, piece in enumerate(paragraph.pieces):
            paragraph.pieces[index] = replace(piece, start=position)
            texts.append(piece.text)
            position += len(piece.text)
        paragraph.end = position
    source = "".join(texts)
    if not source.strip():
        raise ReadError("is empty")
    return Docx(source, data, xml, tuple(paragraphs))


# The XML


@dataclass(slots=True)
class _Element:
    """An element that is open; ``first:last`` is its start tag, ``hides`` whether it is hidden."""

    name: str
    first: int
    last: int
    is_empty: bool
    kept: bool
    prefix: str
    attributes: Mapping[str, str]
    hides: bool = False
    field: str | None = None
    paragraph: _Paragraph | None = None


@dataclass(slots=True)
class _Field:
    """A field that is open; first its instruction is met, then its result."""

    first: int
    instruction: str = ""
    in_result: bool = False

    @property
    def merged(self) -> str | None:
        return _merged(self.instruction)


class _Scan:
    """One pass of expat, which tells where elements begin and end."""

    def __init__(self, xml: str, data: bytes) -> None:
        self._xml = xml
        self._data = data
        self._byte = self._character = 0
        self._stack: list[_Element] = []
        self._found: list[_Paragraph] = []
        self._open: list[_Paragraph] = []
        self._fields: list[_Field] = []
        self._rows: list[int] = []
        self._hidden = 0
        self._separator = ""
        self._length = 0
        self._parser = expat.ParserCreate("utf-8", " ")
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.StartDoctypeDeclHandler = self._refuse_doctype
        self._parser.XmlDeclHandler = self._declared

    def run(self) -> list[_Paragraph]:
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
            if _attribute(attributes, "val") not in _OFF:
                self._hide(self._stack[-3])
        elif name in _SKIPPED:
            self._hide(element)
        elif not self._hidden:
            self._begin(element)

    def _begin(self, element: _Element) -> None:
        """An element that is not hidden begins."""
        if element.name == "w:p":
            name = f"{element.prefix}p"
            inner = element.last - 2 if element.is_empty else element.last
            element.paragraph = _Paragraph(self._separator, name, element.is_empty, inner)
            self._found.append(element.paragraph)
            self._count(1)
            self._open.append(element.paragraph)
            self._separator = "\n"
        elif element.name == "w:tc" and self._rows:
            self._rows[-1] += 1
            if self._rows[-1] > 1:
                self._separator = "\t"
        elif element.name == "w:fldSimple":
            element.field = _merged(_attribute(element.attributes, "instr"))
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
        elif name in _CHARACTERS and in_run:
            self._piece(_CHARACTERS[name], element.first, last, _Kind.ELEMENT, element.prefix)
        elif name == "w:instrText" and self._fields and not self._fields[-1].in_result:
            self._fields[-1].instruction += "".join(
                text for text, *_ in _shown(self._xml, element.last, offset)
            )
        elif name == "w:fldChar" and in_run:
            self._field_character(element, last)
        elif name == "w:fldSimple" and element.field:
            shown, kind = f"«{element.field}»", _Kind.SIMPLE_FIELD
            self._piece(shown, element.first, last, kind, element.prefix)

    def _end_paragraph(self, paragraph: _Paragraph, offset: int) -> None:
        self._open.pop()
        if not paragraph.is_empty:
            paragraph.inner = offset
        self._separator = "" if paragraph.joins_next else "\n"

    def _field_character(self, element: _Element, last: int) -> None:
        match _attribute(element.attributes, "fldCharType"):
            case "begin":
                self._fields.append(_Field(element.first))
            case "separate" if self._fields:
                self._fields[-1].in_result = True
            case "end" if self._fields:
                ended = self._fields.pop()
                if ended.merged:
                    shown = f"«{ended.merged}»"
                    self._piece(shown, ended.first, last, _Kind.FIELD, element.prefix)

    def _text(self, element: _Element, end: int) -> None:
        """Show the inside of a ``w:t``; without "preserve" white space at its ends is dropped."""
        first, last = element.last, end
        if element.is_empty or first >= last:
            return
        if not element.kept:
            raw = self._xml[first:last]
            first = min(last, first + len(raw) - len(raw.lstrip(_XML_SPACE)))
            last = max(first, last - len(raw) + len(raw.rstrip(_XML_SPACE)))
        trimmed = ((element.last, first), (last, end))
        home = _Home(element.first, element.last, element.kept, trimmed)
        for text, start, stop, kind, cdata in _shown(self._xml, first, last):
            self._piece(text, start, stop, kind, element.prefix, home, cdata)

    def _piece(
        self,
        text: str,
        first: int,
        last: int,
        kind: _Kind,
        prefix: str,
        home: _Home | None = None,
        cdata: bool = False,
    ) -> None:
        """Show something, unless it belongs to an instruction or is what a merge field shows."""
        if self._open and all(f.in_result and not f.merged for f in self._fields):
            piece = _Piece(text, 0, first, last, kind, prefix, home, cdata)
            self._open[-1].pieces.append(piece)
            self._count(len(text))

    def _count(self, shown: int) -> None:
        self._length += shown
        if self._length > MAX_BYTES:
            raise too_large(self._length)

    def _hide(self, element: _Element) -> None:
        if not element.hides:
            element.hides = True
            self._hidden += 1

    def _element(self, qualified: str, attributes: Mapping[str, str]) -> _Element:
        first = self._offset(self._parser.CurrentByteIndex)
        match = _TAG.match(self._xml, first)
        last = match.end() if match else first
        uri, _, local = qualified.rpartition(" ")
        prefix = _PREFIX.match(self._xml, first)
        space = attributes.get(_SPACE)
        return _Element(
            name=f"{_PREFIXES.get(uri, 'other:')}{local}",
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


def _attribute(attributes: Mapping[str, str], name: str) -> str:
    found = (attributes.get(f"{uri} {name}") for uri in _NAMESPACES)
    return next((value for value in found if value is not None), "")


def _merged(instruction: str) -> str | None:
    """The name of the data that a field is filled with."""
    match = _MERGE_FIELD.match(instruction)
    return (match["quoted"] or match["bare"] or None) if match else None


def _shown(xml: str, start: int, end: int) -> Iterator[tuple[str, int, int, _Kind, bool]]:
    """The characters inside an element, with the XML behind them, and whether that is CDATA."""
    for first, last, cdata in stretches(xml, start, end):
        position = first
        for match in (_BLANK if cdata else _ESCAPED).finditer(xml, first, last):
            if match.start() > position:
                yield xml[position : match.start()], position, match.start(), _Kind.TEXT, cdata
            position = match.end()
            if match.lastgroup == "blank":
                yield " ", *match.span(), _Kind.ESCAPE, cdata
            elif match.lastgroup == "entity":
                yield _entity(match[0][1:-1]), *match.span(), _Kind.ESCAPE, cdata
        if position < last:
            yield xml[position:last], position, last, _Kind.TEXT, cdata


def _entity(name: str) -> str:
    if not name.startswith("#"):
        return _ENTITIES[name]
    character = chr(int(name[2:], 16) if name.startswith("#x") else int(name[1:]))
    return " " if character in _XML_SPACE else character


# Edits


class _Changes:
    """What is cut out of the XML, and what is put in."""

    def __init__(self, xml: str) -> None:
        self._xml = xml
        self._splices: list[tuple[int, int, str]] = []
        self._homes: set[_Home] = set()
        self._runs: dict[int, tuple[_Paragraph, list[str]]] = {}

    def make(self, paragraph: _Paragraph, edit: Edit) -> None:
        """Note an edit within a paragraph."""
        pieces = paragraph.pieces
        index = bisect_right(pieces, edit.start, key=lambda p: p.end)
        touched: list[_Piece] = []
        for piece in islice(pieces, index, None):
            if piece.start >= edit.end:
                break
            touched.append(piece)
        if any(piece.kind in _FIELDS for piece in touched):
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

    def _cut(self, piece: _Piece, edit: Edit) -> None:
        first, last = piece.first, piece.last
        if piece.kind is _Kind.TEXT:
            first = piece.first + max(0, edit.start - piece.start)
            last = piece.last - max(0, piece.end - edit.end)
        self._splices.append((first, last, ""))
        if piece.home:
            self._homes.add(piece.home)

    def _insert(
        self,
        paragraph: _Paragraph,
        edit: Edit,
        text: str,
        before: _Piece | None,
        behind: _Piece | None,
    ) -> None:
        """Put text in front of what it replaces, or behind the character before it."""
        anchor, at_end = behind, False
        if edit.start == edit.end and not (behind and behind.start < edit.start):
            closed = before is None or (before.kind in _FIELDS and behind is not None)
            if not closed or behind is None:
                anchor, at_end = before, True
        if anchor is None:
            runs = self._runs.setdefault(id(paragraph), (paragraph, []))[1]
            runs.append(_run(text, paragraph.prefix))
            return
        place = anchor.last if at_end else anchor.first
        if anchor.kind is _Kind.TEXT and not at_end:
            place += max(0, edit.start - anchor.start)
        self._splices.append((place, place, _written(text, anchor)))
        if anchor.home:
            self._homes.add(anchor.home)


def _written(text: str, piece: _Piece) -> str:
    """Inserted text as XML that may stand beside a piece."""
    if piece.kind is _Kind.SIMPLE_FIELD:
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


# The package


def _document(data: bytes) -> bytes:
    """The XML of the text, unpacked."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            entries = package.infolist()
            size = max(len(data), sum(entry.file_size for entry in entries))
            if size > MAX_UNPACKED:
                raise ReadError(
                    "is too large for a message: {size:,} bytes, at most {limit:,} are read",
                    size=size,
                    limit=MAX_UNPACKED,
                )
            found = [entry for entry in entries if entry.filename == DOCUMENT]
            if len(found) != 1 or found[0].compress_type not in _METHODS:
                raise _unreadable(DOCUMENT)
            return package.read(found[0])
    except _NO_PACKAGE:
        raise _unreadable(".docx") from None


def _unreadable(wanted: str) -> ReadError:
    return ReadError(
        "cannot be read: {reason}", reason=sentence("expected {wanted}", wanted=wanted)
    )


def _repacked(data: bytes, document: bytes) -> bytes:
    """The package with another document; every other entry keeps its bytes.

    Raises:
        ValueError: its directory is one of ZIP64, or not in order.
    """
    with zipfile.ZipFile(BytesIO(data)) as package:
        entries, directory = package.infolist(), package.start_dir
    old = next(entry for entry in entries if entry.filename == DOCUMENT)
    following = [e.header_offset for e in entries if e.header_offset > old.header_offset]
    end = min([*following, directory])
    packed = document
    if old.compress_type == zipfile.ZIP_DEFLATED:
        deflate = zlib.compressobj(wbits=-zlib.MAX_WBITS)
        packed = deflate.compress(document) + deflate.flush()
    sizes = struct.pack("<LLL", zlib.crc32(document), len(packed), len(document))
    head = _local_header(data, old, end, sizes)
    grown = len(head) + len(packed) - (end - old.header_offset)
    tail = bytearray(data[directory:])
    position = 0
    for entry in entries:
        if tail[position : position + 4] != b"PK\x01\x02":
            raise ValueError("the directory of the package is not in order")
        if _IN_ZIP64 in struct.unpack_from("<LL14xL", tail, position + 20):
            raise ValueError("the package is one of ZIP64")
        if entry is old:
            flags = struct.unpack_from("<H", tail, position + 8)[0] & ~_SIZES_FOLLOW
            struct.pack_into("<H", tail, position + 8, flags)
            tail[position + 16 : position + 28] = sizes
        elif entry.header_offset > old.header_offset:
            _add(tail, position + 42, grown)
        position += 46 + sum(struct.unpack_from("<HHH", tail, position + 28))
    if tail[position : position + 4] != b"PK\x05\x06":
        raise ValueError("the directory of the package does not end as expected")
    _add(tail, position + 16, grown)
    return data[: old.header_offset] + head + packed + data[end:directory] + bytes(tail)


def _local_header(data: bytes, entry: zipfile.ZipInfo, end: int, sizes: bytes) -> bytes:
    """The header before an entry, with other sizes in it, and none behind the entry."""
    start = entry.header_offset
    name, extra = struct.unpack_from("<HH", data, start + 26)
    if start + 30 + name + extra + entry.compress_size > end:
        raise ValueError("parts of the package overlap")
    flags = struct.unpack_from("<H", data, start + 6)[0] & ~_SIZES_FOLLOW
    fixed = data[start : start + 6] + struct.pack("<H", flags) + data[start + 8 : start + 14]
    kept = _without_zip64(data[start + 30 + name : start + 30 + name + extra])
    lengths = struct.pack("<HH", name, len(kept))
    return fixed + sizes + lengths + data[start + 30 : start + 30 + name] + kept


def _without_zip64(extra: bytes) -> bytes:
    kept = b""
    while len(extra) >= 4:
        kind, length = struct.unpack_from("<HH", extra)
        if kind != 1:
            kept += extra[: 4 + length]
        extra = extra[4 + length :]
    return kept + extra


def _add(data: bytearray, offset: int, number: int) -> None:
    value = struct.unpack_from("<L", data, offset)[0] + number
    struct.pack_into("<L", data, offset, value)
