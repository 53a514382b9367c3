"""What a document shows, piece by piece, and the XML behind each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum, auto

from tonecheck.readers.catalogues.xml_texts import stretches

XML_SPACE = " \t\r\n"
_ESCAPED = re.compile(
    r"(?P<entity>&[^;]*;)|(?P<silent><!--.*?-->|<\?.*?\?>|<[^>]*>)|(?P<blank>\r\n|[\t\r\n])",
    re.DOTALL,
)
_BLANK = re.compile(r"(?P<blank>\r\n|[\t\r\n])")
_ENTITIES = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}


class Kind(Enum):
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


FIELDS = (Kind.FIELD, Kind.SIMPLE_FIELD)


@dataclass(frozen=True, slots=True)
class Home:
    """A ``w:t`` with text in it: the offsets of its start tag in the XML.

    ``trimmed`` are the white spaces at its ends, which are not shown unless it is ``kept``.
    """

    first: int
    last: int
    kept: bool
    trimmed: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """Shown text, and the XML behind it.

    ``start`` is an offset in the source, ``first`` and ``last`` are offsets in the XML.
    ``prefix`` is that of the elements around it ("w:").
    """

    text: str
    start: int
    first: int
    last: int
    kind: Kind
    prefix: str
    home: Home | None = None
    cdata: bool = False

    @property
    def end(self) -> int:
        """Where the shown text ends in the source."""
        return self.start + len(self.text)


@dataclass(slots=True)
class Paragraph:
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
    pieces: list[Piece] = field(default_factory=list)

    @property
    def prefix(self) -> str:
        """The prefix of the paragraph's own element ("w:")."""
        return self.name[: self.name.find(":") + 1]


def characters_in(xml: str, start: int, end: int) -> Iterator[tuple[str, int, int, Kind, bool]]:
    """The characters inside an element, with the XML behind them, and whether that is CDATA."""
    for first, last, cdata in stretches(xml, start, end):
        position = first
        for match in (_BLANK if cdata else _ESCAPED).finditer(xml, first, last):
            if match.start() > position:
                yield xml[position : match.start()], position, match.start(), Kind.TEXT, cdata
            position = match.end()
            if match.lastgroup == "blank":
                yield " ", *match.span(), Kind.ESCAPE, cdata
            elif match.lastgroup == "entity":
                yield _entity(match[0][1:-1]), *match.span(), Kind.ESCAPE, cdata
        if position < last:
            yield xml[position:last], position, last, Kind.TEXT, cdata


def _entity(name: str) -> str:
    if not name.startswith("#"):
        return _ENTITIES[name]
    character = chr(int(name[2:], 16) if name.startswith("#x") else int(name[1:]))
    return " " if character in XML_SPACE else character
