"""Texts in XML: what stands in elements that have a name (Odoo data, Android resources)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

from tonecheck.readers.catalogues.entries import MAX_DEPTH, Entry, language_of
from tonecheck.readers.catalogues.faults import invalid, too_deep
from tonecheck.readers.catalogues.pieces import Pieces
from tonecheck.readers.catalogues.xml_texts import (
    Resource,
    escape_cdata,
    escape_markup,
    escape_mixed,
    escape_resource,
    escape_text,
    show_text,
    stretches,
)
from tonecheck.sentences import sentence

_KIND = "XML"
_TAG = re.compile(r"""<(?:[^<>"']++|"[^"]*+"|'[^']*+')*+>""")
_RESOURCES = "resources"
_STRINGS = ("string", "item")
_MARKUP_TYPES = ("html", "xml")


@dataclass(slots=True)
class _Element:
    """An element that is open: where its inside begins, and what is known of it so far.

    ``named`` is whether it is an entry or holds some; ``markup`` whether what it holds is
    markup in any case. ``children`` and ``texts`` count the elements in it and those of them
    that are named, ``items`` the numbered ones; ``found`` are the entries in it.
    """

    start: int
    key: tuple[str, ...] = ()
    named: bool = False
    markup: bool = False
    language: str | None = None
    children: int = 0
    texts: int = 0
    items: int = 0
    found: list[Entry] = field(default_factory=list)


def entries(source: str) -> list[Entry]:
    """The texts of elements that have a name, and of elements called "item".

    The key is made of the ids and names on the way to the element ("record_id.field"); an item
    has its quantity, or its number from 0. A named element in which all elements are named
    only holds texts; in any other, elements are markup, and its text is its inside as written.

    Raises:
        ReadError: it is not well-formed, nested too deeply, or declares entities.
    """
    return _Scan(source).run()


class _Scan:
    """One pass of expat, which tells where elements begin and end."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._data = source.encode("utf-8", "surrogatepass")
        self._byte = self._character = 0
        self._open = [_Element(0)]
        self._resource = False
        self._parser = expat.ParserCreate("utf-8")
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.EntityDeclHandler = self._declared
        self._parser.SkippedEntityHandler = self._skipped

    def run(self) -> list[Entry]:
        try:
            self._parser.Parse(self._data, True)
        except expat.ExpatError as error:
            offset = self._offset(self._parser.ErrorByteIndex)
            raise invalid(self._source, offset, _KIND, expat.ErrorString(error.code)) from None
        return self._open[0].found

    def _start(self, tag: str, attributes: Mapping[str, str]) -> None:
        start = self._offset(self._parser.CurrentByteIndex)
        if len(self._open) > MAX_DEPTH:
            raise too_deep(self._source, start, _KIND)
        parent = self._open[-1]
        if len(self._open) == 1:
            self._resource = tag == _RESOURCES
        name = attributes.get("name") or None
        if tag == "item" and name is None:
            name = attributes.get("quantity") or str(parent.items)
            parent.items += 1
        parent.children += 1
        parent.texts += name is not None
        match = _TAG.match(self._source, start)
        self._open.append(
            _Element(
                start=match.end() if match else start,
                key=(*parent.key, *filter(None, (attributes.get("id"), name))),
                named=name is not None,
                markup=attributes.get("type") in _MARKUP_TYPES
                or (self._resource and tag in _STRINGS),
                language=self._language(attributes) or parent.language,
            )
        )

    def _end(self, tag: str) -> None:
        element = self._open.pop()
        parent = self._open[-1]
        holds = element.children == element.texts and not element.markup
        if not element.named or (element.children and holds):
            parent.found += element.found
            return
        end = self._offset(self._parser.CurrentByteIndex)
        if self._source[element.start : end].strip():
            parent.found.append(self._entry(element, end))

    def _entry(self, element: _Element, end: int) -> Entry:
        start, pieces = element.start, Pieces(self._source)
        escape: Callable[[str], str] = escape_markup
        if element.children:
            pieces.verbatim(start, end)
        else:
            parts = stretches(self._source, start, end)
            escape = self._escape(parts)
            resource = Resource(pieces, self._source)
            for first, last, cdata in parts:
                if self._resource:
                    resource.show(first, last, cdata=cdata)
                else:
                    show_text(pieces, first, last, cdata=cdata)
        return Entry(".".join(element.key), pieces.view(), escape, element.language)

    def _escape(self, parts: list[tuple[int, int, bool]]) -> Callable[[str], str]:
        kinds = {cdata for first, last, cdata in parts if self._source[first:last].strip()}
        if True not in kinds:
            return escape_resource if self._resource else escape_text
        if self._resource or len(kinds) > 1:
            return escape_mixed
        return escape_cdata

    def _declared(self, name: str, *_: object) -> None:
        offset = self._offset(self._parser.CurrentByteIndex)
        problem = sentence("entities such as “{name}” may not be declared here", name=name)
        raise invalid(self._source, offset, _KIND, problem)

    def _skipped(self, name: str, _: object) -> None:
        offset = self._offset(self._parser.CurrentByteIndex)
        problem = sentence("the entity “{name}” is not known", name=name)
        raise invalid(self._source, offset, _KIND, problem)

    def _language(self, attributes: Mapping[str, str]) -> str | None:
        return language_of([attributes.get("lang", ""), attributes.get("xml:lang", "")])

    def _offset(self, byte: int) -> int:
        """The source offset of a byte; called with bytes in order, so it counts each once."""
        if byte > self._byte:
            passed = self._data[self._byte : byte].decode("utf-8", "replace")
            self._byte, self._character = byte, self._character + len(passed)
        return self._character
