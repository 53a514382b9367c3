"""Text under a name (a macro, a captured text): shown where it is called, not where it stands."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tonecheck.templates.marks import Block, Mark, Role

MAX_KEPT = 400
"""Characters of a text that is read where it is called; a longer one is read where it stands."""

MAX_CALLS = 20
"""Calls of a text that is read where it is called."""

_WORD = re.compile(r"[^\W\d]\w*")
_LETTER = re.compile(r"\w")
_CALL = re.compile(
    r"""(?:\$smarty\.capture\.|(?:_?self)?\.|\$)?["']?(?P<name>[^\W\d]\w*)["']?
    (?:\(\s*\)|\s*\.)?""",
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


@dataclass(frozen=True, slots=True)
class _Kept:
    """A text under a name, its opening mark, and what it says if that is plain text."""

    name: str
    opening: int
    text: str | None


def placed(source: str, marks: Sequence[Mark]) -> Sequence[Mark]:
    """Marks in which text that nobody calls is hidden, and plain text stands where it is called.

    Other text stays where it is written; so does all that another file could call: a parent, a
    part, a program that asks for a body.
    """
    if not any(mark.block is Block.KEPT for mark in marks):
        return marks
    survey = _Survey(source, marks)
    found = list(marks)
    for kept in survey.kept:
        calls = survey.calls(kept.name)
        if calls is None or (not calls and not survey.is_alone(kept.name)):
            continue
        if calls and (kept.text is None or len(calls) > MAX_CALLS):
            continue
        found[kept.opening] = replace(marks[kept.opening], block=Block.HIDDEN)
        for place in calls:
            said = kept.text or ""
            found[place] = replace(marks[place], role=Role.LITERAL, placeholder=None, text=said)
    return found


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
                self.kept.append(_Kept(mark.text, opening, self._plain(opening, place)))
            if not word or opened == word:
                return

    def _plain(self, opening: int, closing: int) -> str | None:
        """The text between two marks; None if it is long, or more than plain text."""
        first, last = self._marks[opening], self._marks[closing]
        text = self._source[first.end : last.start]
        if closing > opening + 1 or len(text) > MAX_KEPT or _MARKUP.search(text):
            return None
        text = text.lstrip() if first.trims[1] else text
        return text.rstrip() if last.trims[0] else text

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
