"""HTML and MJML cut into tags and text, as forgivingly as browsers and mail programs do it.

Comments, declarations and what programs never show (scripts, style sheets, drawings) are
left out here. Every kind of opener remembers that nothing ahead closes it, so that the time
follows the length of the source, whatever it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tonecheck.templates.template import HOLE_MASK, SILENT_MASK

_PLAIN_TEXT = frozenset("title mj-title mj-preview textarea".split())
"""Elements in which there are no tags; none is given without its end."""

_UNSEEN = frozenset(
    "script style mj-style svg object template iframe noembed noframes mj-attributes".split()
)
_UNSEEN_TO_THE_END = frozenset("script style mj-style".split())
_NEVER_EMPTY = frozenset("script style title textarea".split())

_BLANK = r" \t\n\r\f"
_OPENER = re.compile(
    rf"""<(?:(?P<comment>!--)
        |(?P<cdata>!\[CDATA\[)
        |(?P<tag>/?+{SILENT_MASK}*+[A-Za-z])
        |(?P<declaration>[!?/]))
    |(?P<cdata_end>\]\]>)""",
    re.VERBOSE,
)
_NAME = re.compile(rf"<(?P<close>/?+)(?P<name>{SILENT_MASK}*+[A-Za-z][^/<>{_BLANK}]*+)")
_TAG_REST = re.compile(
    rf"""(?:[^>=]++
    |=[{SILENT_MASK}{_BLANK}]*+(?:"[^"]*+"|'[^']*+'|(?!["'])))*+>""",
    re.VERBOSE,
)
_MARKS = re.compile(f"[{HOLE_MASK}{SILENT_MASK}]++")
_ATTRIBUTE = re.compile(
    rf"""(?P<name>[^/>={SILENT_MASK}{_BLANK}]++)
    (?:[{SILENT_MASK}{_BLANK}]*+=[{SILENT_MASK}{_BLANK}]*+
        (?:"(?P<double>[^"]*+)"?+|'(?P<single>[^']*+)'?+|(?P<bare>[^{_BLANK}]++)))?+""",
    re.VERBOSE,
)
_CLOSERS = {
    name: re.compile(rf"</{name}(?=[/>{_BLANK}])", re.IGNORECASE) for name in _UNSEEN | _PLAIN_TEXT
}


@dataclass(frozen=True, slots=True)
class Text:
    """Source characters without markup; entities are still in them."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Tag:
    """A start or end tag; ``name`` is in small letters, the first piece of it between marks.

    ``inside`` is where its attributes begin.
    """

    name: str
    start: int
    inside: int
    end: int
    closing: bool
    empty: bool


@dataclass(frozen=True, slots=True)
class Attribute:
    """An attribute with a value, which stands at ``start:end``, without its quotes."""

    name: str
    start: int
    end: int


def html_tokens(masked: str, start: int, end: int) -> Iterator[Text | Tag]:
    """The text and the tags of ``start:end``, in order; see ``html_visible`` for ``masked``."""
    return _Scan(masked, start, end).run()


def attributes(masked: str, tag: Tag) -> list[Attribute]:
    """The attributes of a tag that have a value, in order, a repeated one each time."""
    found = []
    for match in _ATTRIBUTE.finditer(masked, tag.inside, tag.end - 1):
        for quoting in ("double", "single", "bare"):
            if match[quoting] is not None:
                found.append(Attribute(match["name"].lower(), *match.span(quoting)))
    return found


class _Scan:
    """One pass over the openers of markup."""

    def __init__(self, masked: str, start: int, end: int) -> None:
        self._masked = masked
        self._start = start
        self._end = end
        self._ahead: dict[str | re.Pattern[str], int] = {}
        self._quotes_close = True
        self._in_cdata = False

    def run(self) -> Iterator[Text | Tag]:
        shown = position = self._start
        while match := _OPENER.search(self._masked, position, self._end):
            begin = match.start()
            found = self._tag(begin) if match["tag"] else self._after_other(match)
            after = found.end if isinstance(found, Tag) else found
            if after == begin:
                position = match.end()
                continue
            if shown < begin:
                yield Text(shown, begin)
            if isinstance(found, Tag):
                tokens, after = self._element(found)
                yield from tokens
            shown = position = after
        if shown < self._end:
            yield Text(shown, self._end)

    def _tag(self, begin: int) -> Tag | int:
        """The tag that begins here, or where to go on: here, as text, at a mail address.

        Once a quote has not been closed, all later tags end at their first ``>``. A tag that
        has none is cut, and goes up to the end.
        """
        name = _NAME.match(self._masked, begin, self._end)
        if name is None or "@" in name["name"]:
            return begin
        after = None
        if self._quotes_close:
            after = _TAG_REST.match(self._masked, name.end(), self._end)
            self._quotes_close = after is not None
        end = after.end() if after else self._after_angle(name.end(), self._end)
        if self._masked[end - 1] != ">":
            return end
        pieces = (piece for piece in _MARKS.split(name["name"]) if piece)
        empty = self._masked[end - 2] == "/"
        return Tag(next(pieces).lower(), begin, name.end(), end, bool(name["close"]), empty)

    def _after_other(self, match: re.Match[str]) -> int:
        """Where markup that is no tag ends; where it begins, if it is text."""
        begin, end = match.span()
        match match.lastgroup:
            case "comment":
                close = self._find("-->", begin + 2)
                return close + 3 if close >= 0 else self._after_angle(end, self._end)
            case "declaration":
                return self._after_angle(end, begin)
            case "cdata":
                self._in_cdata = True
                return end
        after = end if self._in_cdata else begin
        self._in_cdata = False
        return after

    def _element(self, tag: Tag) -> tuple[Sequence[Text | Tag], int]:
        """What to give for a tag, and where to go on: behind unseen content, before an end tag."""
        closer = _CLOSERS.get(tag.name)
        if tag.closing or not closer:
            return (tag,), tag.end
        without_content = tag.empty and tag.name not in _NEVER_EMPTY
        close = -1 if without_content else self._find(closer, tag.end)
        if close < 0:
            to_the_end = tag.name in _UNSEEN_TO_THE_END and not tag.empty
            return (), self._end if to_the_end else tag.end
        return ((tag, Text(tag.end, close)) if tag.name in _PLAIN_TEXT else ()), close

    def _after_angle(self, position: int, otherwise: int) -> int:
        close = self._find(">", position)
        return close + 1 if close >= 0 else otherwise

    def _find(self, needle: str | re.Pattern[str], position: int) -> int:
        """Where the needle stands next, or -1; positions must not go back."""
        known = self._ahead.get(needle, 0)
        if 0 <= known < position or needle not in self._ahead:
            if isinstance(needle, str):
                known = self._masked.find(needle, position, self._end)
            else:
                match = needle.search(self._masked, position, self._end)
                known = match.start() if match else -1
            self._ahead[needle] = known
        return known
