"""Word documents (.docx): their text, and edits made inside the runs that it stands in.

Everything of the package that an edit does not name stays byte for byte.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from tonecheck.readers.docx.edits import Changes
from tonecheck.readers.docx.package import document_xml, repacked
from tonecheck.readers.docx.runs import Paragraph
from tonecheck.readers.docx.scan import Scan
from tonecheck.readers.errors import ReadError
from tonecheck.sentences import sentence
from tonecheck.types import Edit


@dataclass(frozen=True)
class Docx:
    """A document: its text, and the package that it came from.

    In ``source`` paragraphs stand on lines of their own, the cells of a table's row are parted
    by tabs, and a merge field is shown as «Name».
    """

    source: str
    _data: bytes = field(repr=False)
    _xml: str = field(repr=False)
    _paragraphs: tuple[Paragraph, ...] = field(repr=False)

    def with_edits(self, edits: Sequence[Edit]) -> bytes:
        """The package after edits in offsets of ``source``.

        A replacement has the formatting of the run in which the edit begins; an insertion that
        of the character before it. Line breaks and tabs become elements.

        Raises:
            ValueError: edits overlap, go over the end of a paragraph or a cell, touch a merge
                field, lie outside the source, or insert what XML cannot hold; or the package is
                one that cannot be rewritten.
        """
        changes = Changes(self._xml)
        reached = 0
        for edit in sorted(edits, key=lambda e: (e.start, e.end)):
            if not reached <= edit.start <= edit.end <= len(self.source):
                raise ValueError(f"{edit} overlaps another edit or lies outside the text")
            reached = edit.end
            changes.make(self._paragraph(edit), edit)
        if not edits:
            return self._data
        return repacked(self._data, changes.done().encode("utf-8"))

    def _paragraph(self, edit: Edit) -> Paragraph:
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
    xml_bytes = document_xml(data)
    try:
        xml = xml_bytes.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ReadError(
            "line {line}: not valid {format}: {problem}",
            line=xml_bytes.count(b"\n", 0, error.start) + 1,
            format="UTF-8",
            problem=sentence("not understood"),
        ) from None
    paragraphs = Scan(xml, xml_bytes).run()
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
