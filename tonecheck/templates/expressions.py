"""What a template expression puts out: a value, or words that its author wrote into it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tonecheck.message import Placeholder
from tonecheck.templates.marks import Block, Mark, Role, silent
from tonecheck.templates.names import fact_of

Trims = tuple[bool, bool]

MAX_NAME = 400
"""Characters of an expression that are looked at for its name."""

MAX_EXPRESSION = 2_000
"""Characters of an expression in which words are looked for."""

_STRING = re.compile(r"""(?P<quote>["'])(?P<text>(?:\\.|(?!(?P=quote)).)*+)(?P=quote)""", re.DOTALL)
_ONLY_STRING = re.compile(r"""(?P<q>["'])(?:\\.|(?!(?P=q))[^\\])*+(?P=q)""", re.DOTALL)
_PROSE = re.compile(r"(?<![\w%])[^\W\d_]{2,}[,;:]?\s+(?:\S+\s+)?[^\W\d_]{2,}(?![\w(])")
_WORD = re.compile(r"%?[^\W\d_]+")
_SUBSCRIPT = re.compile(r"""\[\s*["'](\w+)["']\s*\]""")
_ESCAPES = {"n": "\n", "r": "", "t": "\t"}
_DEFAULT = re.compile(r"\|\s*(?:default|d|default_if_none)\b|\?\?|\|\||\bor\b|\?:|\.fallback\b")
_INTERPOLATION = re.compile(
    r"\\(?P<escaped>[\"'$\\nrt])|#\{[^{}]*\}|\{?\$\{?[\w.>\[\]'-]+\}?|\{\{[^{}]*\}\}|`?\{\$[^{}]*\}"
)


NO_TRIMS: Trims = (False, False)


def hole(
    source: str, start: int, end: int, inside: tuple[int, int], trims: Trims = NO_TRIMS
) -> Iterator[Mark]:
    """The marks of an expression that is put out.

    Words in it that could be shown instead of the value ("… | default: 'Dear friend of ours'")
    are arms of a choice, the value is another.

    Args:
        start, end: the whole mark.
        inside: the expression in it.
    """
    expression = source[slice(*inside)]
    if not expression:
        yield silent(start, end, trims)
        return
    if _ONLY_STRING.fullmatch(expression):
        yield silent(start, inside[0] + 1, (trims[0], False))
        yield from prose(source, inside[0] + 1, inside[1] - 1)
        yield silent(inside[1] - 1, end, (False, trims[1]))
        return
    name = expression_name(expression)
    placeholder = _placeholder(source, start, end, name)
    words = list(_prose(expression, inside[0]))
    if not words:
        yield Mark(Role.HOLE, start, end, placeholder=placeholder, trims=trims)
        return
    conditions = _conditions(expression, name, len(words))
    yield Mark(Role.OPEN, start, start, block=Block.CHOICE, condition=conditions[0], trims=trims)
    yield Mark(Role.HOLE, start, words[0][0], placeholder=placeholder)
    for number, (first, last) in enumerate(words):
        following = words[number + 1][0] if number + 1 < len(words) else end
        yield Mark(Role.ARM, first, first, condition=conditions[number + 1])
        yield from prose(source, first, last)
        yield silent(last, following)
    yield Mark(Role.CLOSE, end, end, trims=trims)


def named_hole(source: str, start: int, end: int, name: str, trims: Trims = NO_TRIMS) -> Mark:
    """A hole of a known name, such as a part that stands in another file."""
    placeholder = _placeholder(source, start, end, name)
    return Mark(Role.HOLE, start, end, placeholder=placeholder, trims=trims)


def prose(source: str, start: int, end: int) -> Iterator[Mark]:
    """The marks inside a string that is shown: what it interpolates and escapes."""
    for match in _INTERPOLATION.finditer(source, start, end):
        if match["escaped"]:
            shown = _ESCAPES.get(match["escaped"], match["escaped"])
            yield Mark(Role.LITERAL, *match.span(), text=shown)
            continue
        yield named_hole(source, *match.span(), expression_name(match[0].strip("#{}$`")))


def strings(text: str, offset: int = 0) -> Iterator[tuple[int, int]]:
    """The insides of the quoted strings of a text, as offsets."""
    for match in _STRING.finditer(text):
        yield offset + match.start("text"), offset + match.end("text")


def expression_name(expression: str) -> str:
    """An expression as the name of what it puts out: without filters, strings and marks."""
    plain = _STRING.sub(" ", _SUBSCRIPT.sub(r".\1", expression[:MAX_NAME]))
    named, _, filters = plain.partition("|")
    return named.strip() or filters.strip() or expression[:MAX_NAME].strip()


def _placeholder(source: str, start: int, end: int, name: str) -> Placeholder:
    return Placeholder(source[start:end], name, fact_of(name), start, end, engine=True)


def _prose(expression: str, offset: int) -> Iterator[tuple[int, int]]:
    if len(expression) > MAX_EXPRESSION:
        return
    for match in _STRING.finditer(expression):
        text = match["text"]
        if _PROSE.search(text) and not _is_date_format(text):
            yield offset + match.start("text"), offset + match.end("text")


def _is_date_format(text: str) -> bool:
    """Whether a string has no words but letters that stand for parts of a date."""
    return all(len(word) <= 2 or len(set(word)) == 1 for word in _WORD.findall(text))


def _conditions(expression: str, name: str, words: int) -> list[str | None]:
    if words == 1 and _DEFAULT.search(expression):
        return [name, None]
    return [name, *(f"{name} #{number}" for number in range(1, words)), None]
