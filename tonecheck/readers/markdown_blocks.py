"""The lines of a Markdown text: which are prose, and what of them is markup."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from tonecheck.templates.template import SILENT_MASK


class Change(NamedTuple):
    """The source characters ``start:end`` are shown as ``text``; as nothing, if it is empty."""

    start: int
    end: int
    text: str = ""


@dataclass(frozen=True, slots=True)
class Blocks:
    """``prose`` are the source spans in which inline markup is looked for, one a block."""

    changes: list[Change]
    prose: list[tuple[int, int]]


_LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|\Z)")
_FENCE = re.compile(r" {0,3}(?P<mark>`{3,}(?=[^`]*$)|~{3,})")
_HEADING = re.compile(r" {0,3}#{1,6}(?:[ \t]+|$)")
_CLOSING_HASHES = re.compile(r"(?:^|[ \t])#+$")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+)[ \t]*$")
_RULE = re.compile(r" {0,3}([-*_])(?:[ \t]*+\1){2,}+[ \t]*$")
_BULLET = re.compile(r"[ \t]*(?:[-*+]|(?P<number>\d{1,3})[.)])(?:[ \t]+|$)")
_QUOTE = re.compile(r" {0,3}>")
_DEFINITION = re.compile(r" {0,3}\[[^\[\]]+\]:[ \t]*\S+[ \t]*(?:[\"'(].*)?$")
_LOGIC = re.compile(rf"[ \t]*+{SILENT_MASK}++")
_BEGINNINGS = (_RULE, _HEADING, _QUOTE, _BULLET)
_COMMENT_OPEN, _COMMENT_CLOSE = "<!--", "-->"


def find_blocks(source: str, start: int) -> Blocks:
    """The blocks of the text that begins at ``start``."""
    return _BlockScan(source).run(start)


class _BlockScan:
    """One pass over the lines; remembers the paragraph and the fence that it is in."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._changes: list[Change] = []
        self._prose: list[tuple[int, int]] = []
        self._fence = ""
        self._paragraph_start: int | None = None
        self._paragraph_end = 0
        self._gap: tuple[int, int] | None = None
        self._hard_break = False
        self._in_list = False

    def run(self, start: int) -> Blocks:
        for first, last, after in self._lines(start):
            line = self._source[first:last]
            if self._fence or (fence := _FENCE.match(line)):
                if not self._fence:
                    self._end_paragraph()
                    self._fence = fence["mark"] if fence else ""
                elif line.strip().startswith(self._fence) and not line.strip(" \t`~"):
                    self._fence = ""
                self._changes.append(Change(first, after))
                continue
            self._text_line(line, first, last, after)
        self._end_paragraph()
        return Blocks(self._changes, self._prose)

    def _lines(self, start: int) -> Iterator[tuple[int, int, int]]:
        """Start, end and end with line break of each line; a comment belongs to its line."""
        position, size = start, len(self._source)
        no_more_comments = False
        while position < size:
            match = _LINE.match(self._source, position)
            if match is None:
                return
            last, after = match.end(1), match.end()
            opened = position
            while not (self._fence or no_more_comments):
                opened = self._source.find(_COMMENT_OPEN, opened, last)
                if opened < 0:
                    break
                closed = self._source.find(_COMMENT_CLOSE, opened + len(_COMMENT_OPEN))
                if closed < 0:
                    no_more_comments = True
                    break
                closed += len(_COMMENT_CLOSE)
                self._changes.append(Change(opened, closed))
                opened = closed
                if closed > last and (match := _LINE.match(self._source, closed)):
                    last, after = match.end(1), match.end()
            yield position, last, after
            position = after

    def _text_line(self, line: str, first: int, last: int, after: int) -> None:
        in_paragraph = self._paragraph_start is not None
        line, first = _behind_logic(line, first)
        bullet = _BULLET.match(line)
        if not line.strip():
            self._end_paragraph()
        elif in_paragraph and _UNDERLINE.match(line):
            self._end_paragraph()
            self._changes.append(Change(first, after))
        elif _RULE.match(line) or (not in_paragraph and _DEFINITION.match(line)):
            self._end_paragraph()
            self._changes.append(Change(first, last))
        elif heading := _HEADING.match(line):
            self._end_paragraph()
            self._heading(line, first, heading.end())
        elif _QUOTE.match(line):
            self._end_paragraph()
            self._prose.append((first, last))
        elif bullet and (bullet["number"] in (None, "1") or self._in_list or not in_paragraph):
            # Any other number within a paragraph is a date or a sum that begins a line.
            self._end_paragraph()
            self._in_list = True
            self._changes.append(Change(first, first + bullet.end()))
            self._continue_paragraph(line[bullet.end() :], first + bullet.end(), last, after)
        else:
            self._continue_paragraph(line, first, last, after)

    def _heading(self, line: str, first: int, marker: int) -> None:
        self._changes.append(Change(first, first + marker))
        text = line[marker:].rstrip()
        hashes = _CLOSING_HASHES.search(text) if text.endswith("#") else None
        shown = len(text[: hashes.start()].rstrip()) if hashes else len(text)
        if hashes:
            self._changes.append(Change(first + marker + shown, first + len(line)))
        self._prose.append((first + marker, first + marker + shown))

    def _continue_paragraph(self, line: str, first: int, last: int, after: int) -> None:
        """Join a line to the paragraph before it: by a space, unless a hard break ends that."""
        if self._paragraph_start is None:
            self._paragraph_start = first
        elif self._gap and not self._hard_break:
            indent = len(line) - len(line.lstrip(" \t"))
            self._changes.append(Change(self._gap[0], first + indent, " "))
        text = line.rstrip(" \t")
        self._hard_break = line.endswith("  ") or text.endswith("\\")
        if text.endswith("\\") and after > last:  # a backslash that is a line break
            self._changes.append(Change(first + len(text) - 1, last))
        self._gap = (first + len(text), after)
        self._paragraph_end = last

    def _end_paragraph(self) -> None:
        if self._paragraph_start is not None:
            self._prose.append((self._paragraph_start, self._paragraph_end))
        self._paragraph_start = self._gap = None
        self._hard_break = self._in_list = False


def _behind_logic(line: str, first: int) -> tuple[str, int]:
    """A line and its offset without the template logic before a mark that begins a block."""
    logic = _LOGIC.match(line)
    rest = line[logic.end() :] if logic else ""
    if logic and any(beginning.match(rest) for beginning in _BEGINNINGS):
        return rest, first + logic.end()
    return line, first
