"""Template syntaxes: the holes in a message, typed by the fact that will fill them.

A new syntax is a row of :data:`SYNTAXES`; what a placeholder's name means is the matter of
:mod:`tonecheck.placeholder_names`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from tonecheck.message import Placeholder
from tonecheck.placeholder_names import fact_of, names_something

__all__ = [
    "SYNTAXES",
    "TEMPLATE_SUFFIXES",
    "Syntax",
    "fact_of",
    "find_placeholders",
    "is_template_syntax",
]

TEMPLATE_SUFFIXES = (
    ".j2", ".jinja", ".jinja2", ".liquid", ".hbs", ".handlebars", ".mustache", ".twig",
    ".tmpl", ".tpl", ".erb",
)  # fmt: skip
"""File suffixes that belong to a template engine."""

_MAX_WORDS = 5
"""A hole has a short name; more words in brackets are a remark."""


@dataclass(frozen=True, slots=True)
class Syntax:
    """One way to write a placeholder.

    ``pattern`` has a group ``name`` and looks at a bounded stretch of one line, so that a
    search stays linear. ``accepts`` has the last word on the name.
    """

    name: str
    opener: str
    pattern: re.Pattern[str]
    engine: bool
    accepts: Callable[[str], bool] = bool


def find_placeholders(source: str) -> tuple[Placeholder, ...]:
    """The placeholders of a source, in order and without overlaps; the longest one wins."""
    found: list[Placeholder] = []
    position = 0
    while opener := _OPENERS.search(source, position):
        matches = [
            (match, syntax)
            for syntax in SYNTAXES
            if source[opener.start()] == syntax.opener
            and (match := syntax.pattern.match(source, opener.start()))
            and syntax.accepts(match["name"])
        ]
        if not matches:
            position = opener.start() + 1
            continue
        match, syntax = max(matches, key=lambda pair: pair[0].end())
        name = match["name"].strip()
        found.append(
            Placeholder(match[0], name, fact_of(name), match.start(), match.end(), syntax.engine)
        )
        position = match.end()
    return tuple(found)


def placeholders_within(
    placeholders: Sequence[Placeholder], start: int, end: int
) -> Sequence[Placeholder]:
    """The placeholders, of an ordered sequence, that lie within a stretch of source."""
    first = bisect_left(placeholders, start, key=lambda p: p.start)
    last = bisect_left(placeholders, end + 1, lo=first, key=lambda p: p.end)
    return placeholders[first:last]


def is_template_syntax(suffix: str, placeholders: Iterable[Placeholder] = ()) -> bool:
    """Whether a file's suffix, or a placeholder in it, belongs to a template engine.

    Args:
        suffix: the end of the file's name, with its dot (".j2", ".md.j2").
        placeholders: those found in the file; ``[Client Name]`` is for people, not engines.
    """
    return suffix.lower().endswith(TEMPLATE_SUFFIXES) or any(p.engine for p in placeholders)


# --- what a hole looks like -------------------------------------------------------------


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_NOT_HOLES = _words(
    "urgent external spam important reminder attention confidential warning overdue final"
    " notice final_notice action_required sic nb fyi asap note draft"
    " срочно важно внимание напоминание внешнее внешний спам повторно черновик"
)
_REMARK_WORDS = _words(
    "see cf as is are was were did does has have had not will above below attached already"
    " см смотри смотрите как не был была было были уже выше ниже далее прилагается"
)
_LINKING_WORDS = _words("a an the of to for and or in on by at from в на по и или к от до для за с")


# "[due date + 30 days]" is a hole, "[invoice 204]" is not.
_TERM = re.compile(
    r"\b\d{1,3}[ -]?(?:days?|weeks?|months?|дн\w*|недел\w*|месяц\w*)\b", re.IGNORECASE
)


def _is_hole(inside: str) -> bool:
    """Whether bracketed words name a hole: a title, capitals, an identifier or a fact."""
    words = re.findall(r"[^\W\d]+", inside)
    if not 1 <= len(inside.split()) <= _MAX_WORDS or re.search(r"\d\d", _TERM.sub("", inside)):
        return False
    if sum(map(len, words)) < 2 and not re.fullmatch(r"[$£€₽]?X", inside.strip()):
        return False
    small = [word.lower() for word in words]
    if "_".join(small) in _NOT_HOLES or (len(small) == 1 and small[0] in _NOT_HOLES):
        return False
    if not _REMARK_WORDS.isdisjoint(small):
        return False
    titled = [word[0].isupper() or word in _LINKING_WORDS for word in words]
    return (
        (words[0][0].isupper() and all(titled))
        or re.fullmatch(r"\w+(?:_\w+)+", inside.strip()) is not None
        or names_something(inside)
    )


def _is_variable(inside: str) -> bool:
    """Whether a braced name is one variable, or words that name a hole."""
    return len(inside.split()) == 1 or _is_hole(inside)


def _is_output(inside: str) -> bool:
    """Whether a doubly braced expression puts out a value, not a block of Handlebars."""
    text = inside.strip()
    return bool(text) and text[0] not in "#/^!>" and text != "else"


SYNTAXES = (
    Syntax("triple braces", "{", re.compile(r"\{\{\{(?P<name>[^{}\n]{1,120})\}\}\}"), True,
           _is_output),
    Syntax("double braces", "{", re.compile(r"\{\{-?(?P<name>[^{}\n]{1,120}?)-?\}\}"), True,
           _is_output),
    Syntax("braces", "{", re.compile(
        r"""(?<![\\{])\{[ ]?
        (?P<name>[^\W\d][\w.]*(?:[ -]\w+){0,4}|\d)
        (?::(?:,?\.\d+f|,|%[^{}\n]{1,30}))?   # a format of Python: {amount:,.2f}
        [ ]?\}(?!\})""", re.VERBOSE), True, _is_variable),
    Syntax("angle percents", "<", re.compile(r"<%[=-](?P<name>[^<>%\n]{1,120}?)-?%>"), True,
           _is_output),
    Syntax("brackets", "[", re.compile(
        r"""(?<![]!\\])\[(?P<name>[^\[\]\n]{1,60})\]
        (?![(\[])                              # a link of Markdown: [text](url), [text][ref]
        (?!:[ ]*<?https?:)                     # where such a reference leads""", re.VERBOSE),
        False, _is_hole),
)  # fmt: skip
"""The syntaxes known; where several match at one place, the longest match wins."""

_OPENERS = re.compile("[" + re.escape("".join(sorted({s.opener for s in SYNTAXES}))) + "]")
