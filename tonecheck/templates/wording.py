"""What an author wrote into an expression: the name of its value, and words between quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tonecheck.message import Placeholder
from tonecheck.templates.marks import Mark, Role, Trims, silent
from tonecheck.templates.names import fact_of
from tonecheck.templates.parts import facts_of_part, facts_of_value
from tonecheck.types import FactType

MAX_NAME = 400
"""Characters of an expression that are looked at for its name."""

NO_TRIMS: Trims = (0, 0)
STRING = re.compile(
    r"""\\["'`\\]|(?P<quote>["'`])(?P<text>(?:\\.|(?!(?P=quote)).)*+)(?P=quote)""", re.DOTALL
)
"""A quoted string, or a quote that is none."""

_PROSE = re.compile(r"(?<![\w%])[^\W\d_]{2,}[,;:]?\s+(?:\S+\s+)?[^\W\d_]{2,}(?![\w(])")
_WORD = re.compile(r"%?[^\W\d_]+")
_SUBSCRIPT = re.compile(r"""\[\s*["'](\w+)["']\s*\]""")
_ESCAPES = {"n": "\n", "r": "", "t": "\t"}
_INTERPOLATION = re.compile(
    r"\\(?P<escaped>[\"'`$\\nrt])|(?P<percent>%(?=%>))|#\{[^{}]*\}|`\$[^`\s]*`|`?\{\$[^{}]*\}`?"
    r"|\$\{[^{}]*\}|\$[^\W\d][\w.>\[\]'-]*|\{\{[^{}]*\}\}"
)
_FORMAT = re.compile(
    rf"{_INTERPOLATION.pattern}|%[^\W\d]\w+%(?![sdf\d.$])|%(?:\d\$)?[-+0]*\d*(?:\.\d+)?[sdf]|\{{\w*(?::[^{{}}]*)?\}}"
    r"|(?<![\w:]):[a-z]\w+"
)


def named_hole(source: str, start: int, end: int, name: str, trims: Trims = NO_TRIMS) -> Mark:
    """A hole of a known name."""
    name = name[:MAX_NAME]
    facts = facts_of_value(source[start:end][:MAX_NAME], name) or (fact_of(name),)
    return _holding(source, start, end, name, facts, trims)


def part_hole(source: str, start: int, end: int, arguments: str, trims: Trims = NO_TRIMS) -> Mark:
    """A hole for a part that stands in another file.

    Args:
        start, end: the whole mark.
        arguments: what stands behind "include": the file's name and values.
    """
    name = arguments[:MAX_NAME]
    return _holding(source, start, end, name, facts_of_part(name), trims)


def _holding(
    source: str, start: int, end: int, name: str, facts: tuple[FactType, ...], trims: Trims
) -> Mark:
    fact, *others = facts or (FactType.OTHER,)
    placeholder = Placeholder(source[start:end], name, fact, start, end, True, tuple(others))
    return Mark(Role.HOLE, start, end, placeholder=placeholder, trims=trims)


def prose(source: str, start: int, end: int, *, formatted: bool = False) -> Iterator[Mark]:
    """The marks inside a string that is shown: what it interpolates and escapes.

    Args:
        formatted: values are put in for ``%s`` and ``{}``.
    """
    pattern = _FORMAT if formatted else _INTERPOLATION
    for match in pattern.finditer(source, start, end):
        if match["escaped"]:
            shown = _ESCAPES.get(match["escaped"], match["escaped"])
            yield Mark(Role.LITERAL, *match.span(), text=shown)
        elif match["percent"]:
            yield silent(*match.span())
        else:
            name = match[0].strip("%" if match[0].endswith("%") else "#{}$`")
            yield named_hole(source, *match.span(), expression_name(name))


def strings(text: str, offset: int = 0) -> Iterator[tuple[int, int]]:
    """The insides of the quoted strings of a text, as offsets."""
    for match in STRING.finditer(text):
        if match["quote"]:
            yield offset + match.start("text"), offset + match.end("text")


def expression_name(expression: str) -> str:
    """An expression as the name of what it puts out: without filters, strings and marks."""
    plain = STRING.sub(" ", _SUBSCRIPT.sub(r".\1", expression[:MAX_NAME]))
    named, _, filters = plain.partition("|")
    return named.strip() or filters.strip() or expression[:MAX_NAME].strip()


def is_prose(text: str) -> bool:
    """Whether a string holds words of a sentence, not a key or the format of a date."""
    return bool(_PROSE.search(text)) and not _is_date_format(text)


def _is_date_format(text: str) -> bool:
    """Whether a string has no words but letters that stand for parts of a date."""
    return all(len(word) <= 2 or len(set(word)) == 1 for word in _WORD.findall(text))
