"""Text under a name (a macro, a captured text): shown where it is called, not where it stands."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from tonecheck.templates.expressions import trimmed
from tonecheck.templates.marks import Block, Mark, Role, silent

MAX_KEPT = 400
"""Characters of a text that is read where it is called; a longer one is read where it stands."""

MAX_PIECES = 30
"""Marks in a text that is read where it is called."""

MAX_CALLS = 20
"""Calls of a text that is read where it is called."""

_WORD = re.compile(r"[^\W\d]\w*")
_LETTER = re.compile(r"\w")
_CALL = re.compile(
    r"""(?:\$smarty\.capture\.|(?:_?self)?\.|\$)?["']?(?P<name>[^\W\d]\w*)["']?
    (?:\([^()]*\)|\s*[.$][\w.]*)?""",
    re.VERBOSE,
)
_CHANGED = re.compile(r"\|\s*(?!(?:safe|raw|strip|trim|escape|e|nl2br)\b)\w")
"""A filter that makes another text of a text."""

_PARENT = re.compile(r"(?:\{%[-+~]?|<%|\{|@)\s*(?:extends|inherit|include|embed|layout)\b")
_PART = re.compile(r"\{\{[-~]?\s*(?:#?>|template\b)")
_ASKED_FOR = frozenset("body text html content main message mail email plain letter".split())
"""Names of texts that a program asks for."""

_MARKUP = re.compile(r"[<>&*_\[`#\\]")
_APART = (Block.KEPT, Block.SUBJECT, Block.TITLE, Block.HIDDEN)


Said = tuple[str | Mark, ...]
"""Texts, and marks between them."""


@dataclass(frozen=True, slots=True)
class _Kept:
    """A text under a name, its opening mark, and what it says, if that can stand elsewhere."""

    name: str
    opening: int
    said: Said | None


def placed(source: str, marks: Sequence[Mark]) -> Sequence[Mark]:
    """Marks in which text that nobody calls is hidden, and simple text stands where it is called.

    Other text stays where it is written; so does all that another file could call: a parent, a
    part, a program that asks for a body.
    """
    if not any(mark.block is Block.KEPT for mark in marks):
        return marks
    survey = _Survey(source, marks)
    hidden: dict[int, list[Mark]] = {}
    for kept in survey.kept:
        calls = survey.calls(kept.name)
        if calls is None or (not calls and not survey.is_alone(kept.name)):
            continue
        if calls and not (kept.said and survey.have_room(calls, kept.said)):
            continue
        hidden[kept.opening] = [replace(marks[kept.opening], block=Block.HIDDEN)]
        for place in calls:
            said = _said(source, marks[place], kept.said or ())
            hidden[place] = list(trimmed(list(said), marks[place].trims))
    return [mark for place, written in enumerate(marks) for mark in hidden.get(place, [written])]


def _least(piece: str | Mark) -> int:
    """The fewest characters of a call that a piece stands on; a text not on as many as it has."""
    if isinstance(piece, Mark):
        return int(piece.role is Role.HOLE)
    return 2 if len(piece) == 1 else 1


def _said(source: str, call: Mark, said: Said) -> Iterator[Mark]:
    """A text in the place of its call, each piece of it on a stretch of that."""
    start = call.start
    for piece in said:
        end = start + _least(piece)
        if isinstance(piece, str):
            yield Mark(Role.LITERAL, start, end, text=piece)
        elif piece.placeholder:
            moved = replace(piece.placeholder, text=source[start:end], start=start, end=end)
            yield Mark(Role.HOLE, start, end, placeholder=moved)
        else:
            yield replace(piece, start=start, end=end, trims=(0, 0))
        start = end
    yield silent(start, call.end)


class _Survey:
    """What the marks of a source keep under names, and where these names stand."""

    def __init__(self, source: str, marks: Sequence[Mark]) -> None:
        self._source = source
        self._marks = marks
        self.kept: list[_Kept] = []
        self._shows_more = self._elsewhere = False
        self._open: list[tuple[str, int]] = []
        self._words: Counter[str] = Counter()
        self._apart = 0
        self._walk()
        self._named = Counter(kept.name for kept in self.kept)
        self._used: Counter[str] = Counter()
        self._calls: dict[str, list[int]] = {}
        self._look_for_names()

    def calls(self, name: str) -> list[int] | None:
        """The places of the marks that call a text; None if it is used in another manner, too."""
        calls = self._calls.get(name, [])
        return calls if self._named[name] == 1 and len(calls) == self._used[name] else None

    def have_room(self, calls: Sequence[int], said: Said) -> bool:
        """Whether few marks call a text, each with a character or more for every piece of it."""
        room = min(self._marks[place].end - self._marks[place].start for place in calls)
        return len(calls) <= MAX_CALLS and sum(map(_least, said)) < room

    def is_alone(self, name: str) -> bool:
        """Whether nothing but this file could call a text."""
        return self._shows_more and not self._elsewhere and name.lower() not in _ASKED_FOR

    def _walk(self) -> None:
        """Find the outermost texts under names, and whether there is text besides."""
        position = 0
        for place, mark in enumerate(self._marks):
            gap = self._source[position : mark.start]
            shown = mark.role in (Role.HOLE, Role.LITERAL) or _LETTER.search(gap)
            self._shows_more = self._shows_more or bool(shown and not self._apart)
            position = max(position, mark.end)
            if mark.role is Role.OPEN:
                self._open.append((mark.word, place))
                self._apart += mark.block in _APART
                self._words[mark.word] += 1
            elif mark.role is Role.CLOSE and (not mark.word or self._words[mark.word]):
                self._closed(mark.word, place)
        rest = _LETTER.search(self._source, position)
        self._shows_more = self._shows_more or bool(rest and not self._apart)

    def _closed(self, word: str, place: int) -> None:
        while self._open:
            opened, opening = self._open.pop()
            mark = self._marks[opening]
            self._words[opened] -= 1
            self._apart -= mark.block in _APART
            if mark.block is Block.KEPT and not self._apart:
                self.kept.append(_Kept(mark.text, opening, self._simple(opening, place)))
            if not word or opened == word:
                return

    def _simple(self, opening: int, closing: int) -> Said | None:
        """What stands between two marks; None if it is long, or cannot stand elsewhere."""
        first, last = self._marks[opening], self._marks[closing]
        if last.start - first.end > MAX_KEPT or closing - opening > MAX_PIECES:
            return None
        around = self._marks[opening : closing + 1]
        if any(mark.block in _APART for mark in around[1:-1]):
            return None
        said: list[str | Mark] = []
        for mark, following in pairwise(around):
            text = self._source[mark.end : following.start]
            if _MARKUP.search(text):
                return None
            text = text.lstrip() if mark.trims[1] else text
            said.append(text.rstrip() if following.trims[0] else text)
            said.append(following.text if following.role is Role.LITERAL else following)
        return tuple(piece for piece in said[:-1] if piece) or ("",)

    def _look_for_names(self) -> None:
        names = {kept.name for kept in self.kept}
        openings = {kept.opening for kept in self.kept}
        for place, mark in enumerate(self._marks):
            if place in openings or mark.role is Role.CLOSE:
                continue
            written = self._source[mark.start : mark.end]
            used = names.intersection(_WORD.findall(written))
            self._used.update(used)
            called = mark.placeholder and _CALL.fullmatch(mark.placeholder.name)
            if called and called["name"] in names and not _CHANGED.search(written):
                self._calls.setdefault(called["name"], []).append(place)
            elif _PARENT.match(written) or _PART.match(written):
                self._elsewhere = True
