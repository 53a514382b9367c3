"""HTML and MJML: what the client sees of them, with the way back to the source.

Out of sight are tags, comments, style sheets, scripts and what else mail programs leave out;
entities are decoded, white space is collapsed, and blocks stand on lines of their own.
Texts of an image's attributes are lines too, for clients that block images read them; the
``title`` of anything else is seen by nobody but who points at it.
Preheaders that the letter itself hides are shown, since mail programs list them.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from enum import Enum, auto

from tonecheck.message import Segment, Zone
from tonecheck.readers.html_builder import HtmlBuilder, Show
from tonecheck.readers.html_tokens import (
    Attribute,
    Tag,
    attributes,
    html_tokens,
)
from tonecheck.templates.template import SILENT_MASK

_PARAGRAPHS = frozenset(
    """p h h1 h2 h3 h4 h5 h6 blockquote table ul ol dl pre hr figure fieldset
    mj-text mj-button mj-table mj-image mj-divider mj-preview""".split()
)
"""Blocks with an empty line around them; ``h`` is a heading whose level a template puts in."""

_LINES = frozenset(
    """address article aside body button caption center dd details dialog div dt
    figcaption footer form header legend li main nav option section summary tr""".split()
)
_LISTS = frozenset("ul ol dl".split())
_CELLS = frozenset("td th".split())
_HEADS = frozenset("head mj-head".split())
_KEEPS_BLANKS = frozenset("pre textarea mj-raw".split())
_VOID = frozenset("area br col hr img input link meta source track wbr".split())
_LINKS = frozenset("a area".split())
_WITH_ALTERNATIVES = frozenset("img mj-image area".split())
_END_A_HEAD = frozenset(n for n in _PARAGRAPHS | _LINES if n[:3] != "mj-") | {"mj-body"}
_UNDISPLAYED = re.compile(
    r"""\b(?:display\s*+:\s*+none|visibility\s*+:\s*+hidden|mso-hide\s*+:\s*+all
    |max-height\s*+:\s*+0|opacity\s*+:\s*+0(?:\.0++)?+(?![.0-9]))""",
    re.IGNORECASE | re.VERBOSE,
)
_QUOTED_MAIL = re.compile(
    r"\b(?:gmail_quote|yahoo_quoted|protonmail_quote|tutanota_quote|moz-cite|cite)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Visible:
    """What the client sees of HTML.

    ``segments`` are those of the body and ``title`` those of the title (zone SUBJECT), each in
    source order; in MJML the title may stand between the preheader and the rest of the body.
    ``targets`` are the source spans of link targets, without quotes.
    """

    segments: list[Segment]
    title: list[Segment]
    targets: list[tuple[int, int]]


def html_visible(masked: str, start: int, end: int, show: Show) -> Visible:
    """What the client sees of the HTML or MJML at ``start:end``; broken markup raises nothing.

    Args:
        masked: the source with each template mark overwritten, in its length, by ``HOLE_MASK``
            if it will put out text and by ``SILENT_MASK`` if not.
        start, end: the stretch of source to read.
        show: gives the segments of plain source text; it is asked once for each run, in order.
    """
    return _Reader(masked, show).run(start, end)


class _Manner(Enum):
    """How the content of an element is shown, if not like the text around it."""

    QUOTED = auto()
    KEPT = auto()
    APART = auto()
    AS_AROUND = auto()  # noted only because an element of the same name around it is


class _Reader:
    """One pass over the tokens; remembers the elements whose ends matter."""

    def __init__(self, masked: str, show: Show) -> None:
        self._masked = masked
        self._body = HtmlBuilder(masked, show, Zone.BODY)
        self._title = HtmlBuilder(masked, show, Zone.SUBJECT)
        self._targets: list[tuple[int, int]] = []
        self._sink: HtmlBuilder | None = self._body
        self._in_head = False
        self._open: list[tuple[str, _Manner]] = []
        self._open_names: Counter[str] = Counter()
        self._lists = 0
        self._row_begins = 0
        self._outer_rows: list[int] = []

    def run(self, start: int, end: int) -> Visible:
        for token in html_tokens(self._masked, start, end):
            if isinstance(token, Tag):
                self._tag(token)
            elif self._sink:
                self._sink.text(token.start, token.end)
        return Visible(self._body.segments, self._title.segments, self._targets)

    def _tag(self, tag: Tag) -> None:
        if tag.name in ("title", "mj-title", "mj-preview"):
            self._plain_text(tag)
        elif tag.name in _HEADS:
            self._set_head(not tag.closing and not tag.empty)
        elif self._in_head and (tag.closing or tag.name not in _END_A_HEAD):
            return
        else:
            self._set_head(False)
            if tag.closing:
                self._end_tag(tag)
            else:
                self._start_tag(tag)

    def _set_head(self, inside: bool) -> None:
        self._in_head = inside
        self._sink = None if inside else self._body

    def _plain_text(self, tag: Tag) -> None:
        """A title or a preview begins, or ends; they are shown inside a head, too."""
        shown = self._body if tag.name == "mj-preview" else self._title
        shown.block(2 if tag.name == "mj-preview" else 1, tag.start)
        self._set_head(self._in_head)
        if not tag.closing:
            self._sink = shown

    def _start_tag(self, tag: Tag) -> None:
        found = attributes(self._masked, tag)
        self._begin_block(tag)
        is_void = tag.name in _VOID or (tag.empty and tag.name.startswith("mj-"))
        if not is_void and (manner := self._manner(tag.name, found)):
            self._note(tag, manner)
        if tag.name in _LINKS or tag.name.startswith("mj-"):
            self._targets.extend(
                (a.start, a.end) for a in found if a.name == "href" and a.start < a.end
            )
        self._attribute_texts(tag, found)
        if is_void:
            self._end_block(tag.name, tag.end)

    def _end_tag(self, tag: Tag) -> None:
        if tag.name == "br":
            self._body.line_break(tag.start)
            return
        if self._open_names[tag.name]:
            self._forget(tag)
        self._end_block(tag.name, tag.start)

    def _begin_block(self, tag: Tag) -> None:
        body, name = self._body, tag.name
        if name == "br":
            body.line_break(tag.start)
        elif name in _CELLS:
            lines = body.lines_begun - self._row_begins
            if lines == 1:
                body.begin_cell(tag.start)
            elif lines:
                body.block(1, tag.start)
        elif name == "tr":
            body.end_cell()
        elif name == "table":
            self._outer_rows.append(self._row_begins)
        if level := self._level(name):
            body.block(level, tag.start)
        if name == "tr":
            self._row_begins = body.lines_begun
        elif name in _LISTS:
            self._lists += 1

    def _end_block(self, name: str, at: int) -> None:
        if name in _LISTS:
            self._lists = max(0, self._lists - 1)
        elif name in _CELLS or name == "tr":
            self._body.end_cell()
        elif name == "table" and self._outer_rows:
            self._row_begins = self._outer_rows.pop()
        if level := self._level(name):
            self._body.block(level, at)

    def _level(self, name: str) -> int:
        """2 for a block with empty lines around it, 1 for any other block, else 0."""
        if name in _LISTS and self._lists:
            return 1
        if name in _PARAGRAPHS:
            return 2
        return 1 if name in _LINES or name.startswith("mj-") else 0

    def _manner(self, name: str, found: list[Attribute]) -> _Manner | None:
        for attribute in found:
            value = self._masked[attribute.start : attribute.end]
            is_mark = attribute.name in ("class", "type") and name in ("blockquote", "div")
            if is_mark and _QUOTED_MAIL.search(value):
                return _Manner.QUOTED
            if attribute.name == "style" and _UNDISPLAYED.search(value):
                return _Manner.APART
        if name in _KEEPS_BLANKS:
            return _Manner.KEPT
        return _Manner.AS_AROUND if self._open_names[name] else None

    def _note(self, tag: Tag, manner: _Manner) -> None:
        self._open.append((tag.name, manner))
        self._open_names[tag.name] += 1
        self._apply(manner, 1, tag.start)

    def _forget(self, tag: Tag) -> None:
        """An element whose content is shown in a manner of its own ends, and all inside it."""
        name = ""
        while name != tag.name:
            name, manner = self._open.pop()
            self._open_names[name] -= 1
            self._apply(manner, -1, tag.start)

    def _apply(self, manner: _Manner, step: int, at: int) -> None:
        match manner:
            case _Manner.KEPT:
                self._body.keeping += step
            case _Manner.QUOTED:
                self._body.block(2, at)
                self._body.quoted += step
            case _Manner.APART:
                self._body.block(2, at)

    def _attribute_texts(self, tag: Tag, found: list[Attribute]) -> None:
        """Texts of attributes, each a line of its own; one that is there twice is shown once."""
        shown = set()
        for attribute in found:
            value = self._masked[attribute.start : attribute.end].strip(f"{SILENT_MASK} \t\n\r\f")
            if value and value not in shown and self._is_text(tag.name, attribute.name, found):
                shown.add(value)
                self._body.block(1, attribute.start)
                self._body.text(attribute.start, attribute.end)
                self._body.block(1, attribute.end)

    def _is_text(self, element: str, name: str, found: list[Attribute]) -> bool:
        if element in _WITH_ALTERNATIVES:
            return name in ("alt", "title")
        if name != "alt":
            return False
        types = (self._masked[a.start : a.end].lower() for a in found if a.name == "type")
        return element == "input" and "image" in types
