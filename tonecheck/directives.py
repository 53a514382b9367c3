"""What a source says to tonecheck in its comments: which findings are not to be told, and where.

A directive is obeyed wherever the client does not see it, and only there. So every comment will
do, in whatever syntax, and the text of a message can suppress nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum

from tonecheck.message import Message
from tonecheck.positions import LineIndex
from tonecheck.sentences import Sentence, sentence
from tonecheck.types import Waiver


class Verb(StrEnum):
    """What a directive asks for."""

    LINE = "ignore"
    NEXT_LINE = "ignore-next-line"
    START = "ignore-start"
    END = "ignore-end"
    FILE = "ignore-file"


_VERBS = tuple(verb.value for verb in Verb)
_OTHER_VERBS = frozenset(
    "disable disable-line disable-next-line enable noqa off on skip suppress".split()
)
"""What other tools say; whoever writes it means one of ours."""

_CLOSERS = {
    "{#": "#}",
    "{*": "*}",
    "{{!--": "--}}",
    "{{!": "}}",
    "{{--": "--}}",
    "{{/*": "*/",
    "<!--": "-->",
    "<%#": "%>",
    "<%--": "--%>",
    "<%doc>": "</%doc>",
    "/*": "*/",
    "(": ")",
    '"': '"',
}
"""Comments, the title of a link that leads nowhere, a cell: how they close by how they open."""

_OPENERS = "|".join(re.escape(opener) for opener in sorted(_CLOSERS, key=len, reverse=True))
_DIRECTIVE = re.compile(
    rf"(?:(?P<open>{_OPENERS})[-~\s]*+)?(?P<words>tonecheck:[ \t]*+(?P<verb>[a-z]++(?:-[a-z]++)*+))"
    r"(?![\w-])",
    re.IGNORECASE,
)
_CLOSE = re.compile(
    r"[-~]?\#\}|\*\}|--~?\}\}|\}\}|--!?>|--%>|[-%]%>|%>|\*/|\?>|\{%-?\s*+endcomment\b|[-%]?%\}|</%doc>"
)
_TRIMMED = "-~ \t\r\n"
"""White space, and the marks by which engines take it away."""

_LINE_END = re.compile(r"\r\n|\r|\n")
_REASON = re.compile(r"--|[–—]|(?:^|\s)-(?:\s|$)|:(?:\s|$)")
_SOMETHING = re.compile(r"\S")
_ANYWHERE = re.compile(r"tonecheck:", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Scope:
    """The source characters ``start:end`` in which a waiver holds.

    ``is_alone`` tells that it holds for one line, on which the client reads nothing.
    """

    waiver: Waiver
    start: int
    end: int
    is_alone: bool = False


@dataclass(frozen=True, slots=True)
class Problem:
    """A directive that is not obeyed: its line (1-based), and why."""

    line: int
    why: Sentence


@dataclass(frozen=True, slots=True)
class _Directive:
    verb: str
    words: str
    waiver: Waiver
    start: int
    end: int


def directives(messages: Sequence[Message]) -> tuple[list[Scope], list[Problem]]:
    """Where waivers hold in the source of messages, and what cannot be obeyed in it.

    Args:
        messages: all messages of one source, one at least.
    """
    source = messages[0].source
    whole = [
        Scope(waiver, 0, len(source)) for message in messages for waiver in message.declared.ignore
    ]
    if not _ANYWHERE.search(source):
        return whole, []
    reader = _Reader(source, messages)
    reader.read()
    return [*whole, *reader.scopes], reader.problems


def parse_waiver(text: str, line: int) -> Waiver:
    """``RULE, CATEGORY -- reason`` as a waiver.

    Any dash that is no hyphen begins the reason, or a colon; one before the names is nothing.
    """
    names, *reason = _REASON.split(" ".join(text.split()).removeprefix(": "), maxsplit=1)
    found = (name for name in re.split(r"[,\s]+", names) if name)
    return Waiver(tuple(dict.fromkeys(found)), "".join(reason).strip(), line)


class _Reader:
    """Reads the directives of one source."""

    def __init__(self, source: str, messages: Sequence[Message]) -> None:
        self._source = source
        self._lines = LineIndex(source)
        self._shown = _shown(messages)
        self._open: list[_Directive] = []
        self.scopes: list[Scope] = []
        self.problems: list[Problem] = []

    def read(self) -> None:
        for directive in self._found():
            if self._is_read(directive.start, directive.end):
                if directive.verb in _VERBS:
                    self._refuse(directive, _READ_BY_CLIENT, words=directive.words)
            elif directive.verb not in _VERBS:
                self._refuse_verb(directive)
            elif directive.verb == Verb.END:
                self._close(directive)
            elif not directive.waiver.names:
                self._refuse(directive, _NO_NAMES, words=directive.words)
            else:
                self._obey(directive)
        for directive in self._open:
            self._refuse(directive, _NOT_CLOSED)

    def _found(self) -> Iterator[_Directive]:
        for match in _DIRECTIVE.finditer(self._source):
            stop, behind = self._end(match)
            line = self._lines.place(match.start("words"))[0]
            yield _Directive(
                match["verb"].lower(),
                match["words"],
                parse_waiver(self._source[match.end() : stop].rstrip(_TRIMMED), line),
                match.start(),
                behind,
            )

    def _end(self, match: re.Match[str]) -> tuple[int, int]:
        """Where the words of a directive end, and where its comment does."""
        if match["open"]:
            closer = _CLOSERS[match["open"].lower()]
            stop = self._source.find(closer, match.end())
            if stop >= 0:
                return stop, stop + len(closer)
        line_end = _LINE_END.search(self._source, match.end())
        stop = line_end.start() if line_end else len(self._source)
        close = _CLOSE.search(self._source, match.end(), stop)
        return (close.start(), close.end()) if close else (stop, stop)

    def _obey(self, directive: _Directive) -> None:
        if directive.verb == Verb.START:
            self._open.append(directive)
        elif directive.verb == Verb.FILE:
            self.scopes.append(Scope(directive.waiver, 0, len(self._source)))
        elif directive.verb == Verb.LINE:
            start = self._line(directive.start)[0]
            end = self._line(directive.end)[1]
            alone = not self._is_read(start, end)
            self.scopes.append(Scope(directive.waiver, start, end, alone))
        else:
            behind, last = self._line(directive.end)[1], len(self._source)
            read = self._next_read(behind, last)
            line = (last, last) if read is None else self._line(read)
            self.scopes.append(Scope(directive.waiver, *line))

    def _close(self, end: _Directive) -> None:
        """End the nearest block that is open, or the nearest one of the names given."""
        for start in reversed(self._open):
            if not end.waiver.names or end.waiver.names == start.waiver.names:
                self._open.remove(start)
                self.scopes.append(Scope(start.waiver, start.start, end.end))
                return
        self._refuse(end, _NOT_OPENED)

    def _line(self, offset: int) -> tuple[int, int]:
        return self._lines.span(self._lines.place(offset)[0])

    def _is_read(self, start: int, end: int) -> bool:
        """Whether the client reads something of the source characters ``start:end``."""
        return self._next_read(start, end) is not None

    def _next_read(self, start: int, end: int) -> int | None:
        """The first source offset in ``start:end`` at which the client reads something."""
        first = bisect_right(self._shown, start, key=lambda stretch: stretch[1])
        for begin, stop in self._shown[first:]:
            if begin >= end:
                break
            if found := _SOMETHING.search(self._source, max(begin, start), min(stop, end)):
                return found.start()
        return None

    def _refuse_verb(self, directive: _Directive) -> None:
        near = get_close_matches(directive.verb, _VERBS, n=1)
        if not near and directive.verb not in _OTHER_VERBS:
            return  # Some other words, which happen to follow our name.
        hint = sentence('; did you mean "{word}"?', word=near[0]) if near else ""
        self._refuse(
            directive, _UNKNOWN_VERB, words=directive.words, verbs=", ".join(_VERBS), hint=hint
        )

    def _refuse(self, directive: _Directive, text: Sentence, **values: object) -> None:
        why = Sentence(text.text, values)
        self.problems.append(Problem(directive.waiver.line, why))


def _shown(messages: Sequence[Message]) -> list[tuple[int, int]]:
    """The stretches of source that messages show, in order and apart."""
    spans = sorted(
        (s.start, s.end) for message in messages for s in message.segments if s.text.strip()
    )
    apart: list[tuple[int, int]] = []
    for start, end in spans:
        if apart and start <= apart[-1][1]:
            apart[-1] = (apart[-1][0], max(end, apart[-1][1]))
        else:
            apart.append((start, end))
    return apart


_READ_BY_CLIENT = sentence(
    "the client would read “{words}”: it stands in the text of the message, so it is not obeyed; "
    "write it in a comment, or under “ignore:” at the top of the file"
)
_NO_NAMES = sentence(
    "“{words}” does not say what to ignore; expected a rule or a category and a reason, such as "
    "“legal-threat -- agreed with legal”"
)
_UNKNOWN_VERB = sentence("“{words}” is not known; expected one of {verbs}{hint}")
_NOT_CLOSED = sentence("this “ignore-start” has no “ignore-end” after it, so it is not obeyed")
_NOT_OPENED = sentence("this “ignore-end” has no “ignore-start” before it")
