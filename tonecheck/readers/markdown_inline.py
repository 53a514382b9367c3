"""The markup inside one Markdown paragraph: emphasis, links, code, escapes, entities."""

from __future__ import annotations

import html
import re
from collections import defaultdict, deque
from collections.abc import Sequence
from dataclasses import dataclass
from html.entities import html5

from tonecheck.message import Placeholder
from tonecheck.readers.markdown_blocks import Change

_TOKEN = re.compile(
    r"""(?P<escape>\\[!-/:-@\[-`{-~])
    |(?P<code>`+)
    |(?P<autolink><(?:[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*|[\w.+-]{1,64}@[\w.-]{1,255})>)
    |(?P<url>https?://[^\s<>*()\[\]]*)
    |(?P<entity>&(?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)
    |(?P<link>!?\[)
    |(?P<link_end>\])
    |(?P<run>\*+|_+|~~+)""",
    re.VERBOSE,
)
_BACKTICKS = re.compile("`+")
_LINK_TEXT = re.compile(r"[^\[\]]*+\]")
_LINK_TARGET = re.compile(
    r"""\(\s*+
        (?:<[^<>\n]*+>                                     # <an address with spaces>
        |(?:\{\{[^{}\n]*+\}\}|[^\s()]|\([^\s()]*+\))*+)    # an address, maybe a placeholder
        (?:\s++(?:"[^"]*+"|'[^']*+'))?+                    # "a title"
    \s*+\)
    |\[[^\[\]]*+\]                                         # [a reference]""",
    re.VERBOSE,
)


@dataclass(slots=True)
class _Opener:
    """Emphasis marks that may still be closed, from source offset ``start`` to ``end``."""

    start: int
    end: int


def find_inline_changes(
    source: str, start: int, end: int, placeholders: Sequence[Placeholder]
) -> list[Change]:
    """What of the paragraph ``start:end`` is markup; nothing inside a placeholder is."""
    scan = _InlineScan(source, start, end, placeholders)
    scan.run()
    return scan.changes


class _InlineScan:
    """One pass over the marks of a paragraph."""

    def __init__(
        self, source: str, start: int, end: int, placeholders: Sequence[Placeholder]
    ) -> None:
        self.changes: list[Change] = []
        self._source = source
        self._start = start
        self._end = end
        self._holes = deque(placeholders)
        self._last_hole_end = -1
        self._openers: dict[str, list[_Opener]] = defaultdict(list)
        self._link_rests: dict[int, int] = {}  # where a link's target begins -> ends
        self._code_runs = self._find_code_runs()

    def run(self) -> None:
        position = self._start
        while match := _TOKEN.search(self._source, position, self._end):
            begin = match.start()
            while self._holes and self._holes[0].start <= begin:
                self._last_hole_end = self._holes.popleft().end
            in_hole = begin < self._last_hole_end
            position = self._last_hole_end if in_hole else self._token(match)

    def _token(self, match: re.Match[str]) -> int:
        """Record what the mark changes; the offset at which to go on."""
        begin, end = match.span()
        match match.lastgroup:
            case "escape":
                self._hide(begin, begin + 1)
            case "code":
                return self._code(begin, end)
            case "autolink":
                self._hide(begin, begin + 1)
                self._hide(end - 1, end)
            case "url":
                return begin + len(match[0].rstrip("_~"))
            case "entity":
                if match[0][1] == "#" or match[0][1:] in html5:
                    self.changes.append(Change(begin, end, html.unescape(match[0])))
            case "link":
                self._link(begin, end)
            case "link_end":
                if begin in self._link_rests:
                    end = self._link_rests[begin]
                    self._hide(begin, end)
            case _:
                self._emphasis(begin, end)
        return end

    def _hide(self, start: int, end: int) -> None:
        self.changes.append(Change(start, end))

    def _find_code_runs(self) -> dict[int, deque[int]]:
        """Where the runs of backticks of each length begin."""
        runs: dict[int, deque[int]] = defaultdict(deque)
        for run in _BACKTICKS.finditer(self._source, self._start, self._end):
            runs[len(run[0])].append(run.start())
        return runs

    def _code(self, begin: int, end: int) -> int:
        """Code goes up to the next run of as many backticks; without one, it is none.

        Its words stay visible: people put card and account numbers into code to be copied.
        """
        length = end - begin
        later = self._code_runs[length]
        while later and later[0] <= begin:
            later.popleft()
        if not later:
            return end
        self._hide(begin, end)
        self._hide(later[0], later[0] + length)
        return later[0] + length

    def _link(self, begin: int, end: int) -> None:
        text = _LINK_TEXT.match(self._source, end, self._end)
        if text and (target := _LINK_TARGET.match(self._source, text.end(), self._end)):
            self._hide(begin, end)
            self._link_rests[text.end() - 1] = target.end()

    def _emphasis(self, begin: int, end: int) -> None:
        """Pair a run of marks with the nearest ones before it, by CommonMark's flanking rules."""
        mark = self._source[begin]
        before = self._source[begin - 1] if begin > self._start else " "
        after = self._source[end] if end < self._end else " "
        if begin == self._last_hole_end:
            before = "x"  # a placeholder will be a word
        if self._holes and self._holes[0].start == end:
            after = "x"
        opens = not after.isspace() and (after.isalnum() or not before.isalnum())
        closes = not before.isspace() and (before.isalnum() or not after.isalnum())
        if mark == "_":
            opens, closes = (
                opens and not (closes and before.isalnum()),
                closes and not (opens and after.isalnum()),
            )
        openers = self._openers[mark]
        while closes and begin < end and openers:
            opener = openers[-1]
            width = min(end - begin, opener.end - opener.start)
            self._hide(opener.end - width, opener.end)
            self._hide(begin, begin + width)
            opener.end -= width
            begin += width
            if opener.start == opener.end:
                openers.pop()
        if opens and begin < end:
            openers.append(_Opener(begin, end))
