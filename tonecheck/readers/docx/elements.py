"""Elements of the XML, and what their names and attributes mean here."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from tonecheck.readers.docx.runs import Paragraph

_NAMESPACES = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
PREFIXES = dict.fromkeys(_NAMESPACES, "w:") | {
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc:"
}
SPACE = "http://www.w3.org/XML/1998/namespace space"
SKIPPED = frozenset("w:del w:moveFrom w:rt mc:Fallback".split())
CHARACTERS = {
    "w:tab": "\t",
    "w:ptab": "\t",
    "w:br": "\n",
    "w:cr": "\n",
    "w:noBreakHyphen": "\N{NON-BREAKING HYPHEN}",
}
OFF = ("0", "false", "off")
_MERGE_FIELD = re.compile(r'\s*MERGEFIELD\s+(?:"(?P<quoted>[^"]*)"|(?P<bare>\S+))', re.IGNORECASE)


@dataclass(slots=True)
class Element:
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
    paragraph: Paragraph | None = None


@dataclass(slots=True)
class Field:
    """A field that is open; first its instruction is met, then its result."""

    first: int
    instruction: str = ""
    in_result: bool = False

    @property
    def merged(self) -> str | None:
        """The name of the data that the field is filled with, if it is a merge field."""
        return merged_name(self.instruction)


def attribute_of(attributes: Mapping[str, str], name: str) -> str:
    """The value of an attribute of Word's own, empty where it is not there."""
    found = (attributes.get(f"{uri} {name}") for uri in _NAMESPACES)
    return next((value for value in found if value is not None), "")


def merged_name(instruction: str) -> str | None:
    """The name of the data that a field is filled with."""
    match = _MERGE_FIELD.match(instruction)
    return (match["quoted"] or match["bare"] or None) if match else None
