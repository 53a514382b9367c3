"""Word documents (.docx): their text, and edits made inside the runs that it stands in.

Everything of the package that an edit does not name stays byte for byte.
"""

from __future__ import annotations

import re
import struct
import zipfile
import zlib
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from io import BytesIO
from xml.parsers import expat

from tonecheck.readers.catalogues.faults import invalid
from tonecheck.readers.catalogues.xml_texts import escape_text, stretches
from tonecheck.readers.errors import ReadError
from tonecheck.sentences import sentence
from tonecheck.types import Edit

DOCUMENT = "word/document.xml"
"""The part of the package that holds the text."""

MAX_UNPACKED = 50_000_000
"""Bytes of all parts together, unpacked; a package that declares more is not opened."""

_NAMESPACES = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_SPACE = "http://www.w3.org/XML/1998/namespace space"
_PRESERVE = ' xml:space="preserve"'
_XML_SPACE = " \t\r\n"

_SKIPPED = frozenset("w:del w:moveFrom w:rt w:delText w:instrText other:Fallback".split())
_CHARACTERS = {"w:tab": "\t", "w:ptab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "‑"}
_OFF = ("0", "false", "off")

_TAG = re.compile(r"""<(?:[^<>"']++|"[^"]*+"|'[^']*+')*+>""")
_SPACE_ATTRIBUTE = re.compile(r"""\s+xml:space\s*=\s*(?:"[^"]*"|'[^']*')""")
_ESCAPED = re.compile(
    r"(?P<entity>&[^;]*;)|(?P<silent><!--.*?-->|<\?.*?\?>)|(?P<blank>\r\n|[\r\n])", re.DOTALL
)
_ENTITIES = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_MERGE_FIELD = re.compile(r'\s*MERGEFIELD\s+(?:"(?P<quoted>[^"]*)"|(?P<bare>\S+))', re.IGNORECASE)
_NAME = re.compile(r"<([^\s/>]+)")


class _Kind(Enum):
    """What stands behind a stretch of the text."""

    TEXT = auto()
    """Characters as they are."""
    CDATA = auto()
    ENTITY = auto()
    """One character in a text, written as an entity or a line end."""
    ELEMENT = auto()
    """A tab or a line break, an element of its own in a run."""
    FIELD = auto()
    """A merge field, which nobody edits."""


@dataclass(frozen=True, slots=True)
class _Text:
    """A ``w:t``: where its start tag and its end tag begin and end in the XML.

    ``trimmed`` are the white spaces at its ends that are not shown.
    """

    tag: tuple[int, int]
    end: int
    is_kept: bool
    trimmed: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class _Piece:
    """Shown text and the XML behind it; ``home`` is the ``w:t`` that it stands in.

    ``start`` is an offset in the source, ``first:last`` are offsets in the XML. ``prefix`` is
    that of the element names around it ("w:").
    """

    text: str
    start: int
    first: int
    last: int
    kind: _Kind
    prefix: str
    home: _Text | None = None
    outside: bool = False
    """Whether behind it there is no run, but a paragraph (a simple field)."""

    @property
    def end(self) -> int:
        return self.start + len(self.text)


@dataclass(slots=True)
class _Paragraph:
    """A paragraph; its first source offset, and where in the XML a run may be appended.

    ``tag`` is its start tag, ``is_empty`` whether that is all of it.
    """

    separator: str
    prefix: str
    tag: tuple[int, int]
    is_empty: bool
    close: int = 0
    start: int = 0
    joins_next: bool = False
    pieces: list[_Piece] = field(default_factory=list)

    @property
    def end(self) -> int:
        return self.pieces[-1].end if self.pieces else self.start


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
        """The paragraph that an edit stands in; of joined ones, the first that it may be in."""
        index = bisect_right(self._paragraphs, edit.start, key=lambda p: p.start) - 1
        while index and self._paragraphs[index].start == edit.start == edit.end:
            before = self._paragraphs[index - 1]
            if before.end != edit.start or not before.joins_next:
                break
            index -= 1
        paragraph = self._paragraphs[max(index, 0)]
        if edit.end > paragraph.end or edit.start < paragraph.start:
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
        position += len(paragraph.separator)
        texts.append(paragraph.separator)
        paragraph.start = position
        paragraph.pieces = [_placed(p, position) for p in paragraph.pieces]
        texts += (piece.text for piece in paragraph.pieces)
        position = paragraph.end
    source = "".join(texts)
    if not source.strip():
        raise ReadError("is empty")
    return Docx(source, data, xml, tuple(paragraphs))
