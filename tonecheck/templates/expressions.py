"""What a template expression puts out: a value, or words that its author wrote into it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from tonecheck.message import Placeholder
from tonecheck.templates.marks import Block, Mark, Role, Trims, silent
from tonecheck.templates.names import fact_of
from tonecheck.templates.parts import facts_of_part, facts_of_value
from tonecheck.types import FactType

MAX_NAME = 400
"""Characters of an expression that are looked at for its name."""

MAX_EXPRESSION = 2_000
"""Characters of an expression in which words are looked for."""

_STRING = re.compile(
    r"""\\["'\\]|(?P<quote>["'])(?P<text>(?:\\.|(?!(?P=quote)).)*+)(?P=quote)""", re.DOTALL
)
_ONLY_STRING = re.compile(r"""(?P<q>["'])(?:\\.|(?!(?P=q))[^\\])*+(?P=q)""", re.DOTALL)
_PROSE = re.compile(r"(?<![\w%])[^\W\d_]{2,}[,;:]?\s+(?:\S+\s+)?[^\W\d_]{2,}(?![\w(])")
_WORD = re.compile(r"%?[^\W\d_]+")
_SUBSCRIPT = re.compile(r"""\[\s*["'](\w+)["']\s*\]""")
SILENT = "\uf8fe"
_MASKED = re.compile(f"{SILENT}+")
_BOTH_WORDS = re.compile(
    rf"\?\s*{SILENT}+\s*:\s*{SILENT}+\s*$|^{SILENT}+\s+if\b.*\belse\s+{SILENT}+$"
)
_ASKED = re.compile(rf"^(?:(.*?)\?\s*{SILENT}+\s*:.*|{SILENT}+\s+if\b(.*)\belse\b.*)$", re.DOTALL)
_JOINED = re.compile(rf"{SILENT}\s*(?:~|\.(?!\w)|\+|\|\s*append)|(?:~|(?<!\w)\.|\+)\s*{SILENT}")
_JOINTS = re.compile(r"[~+|:]|\bappend\b|(?<!\w)\.|\.(?!\w)|^\s*[.,]|[.,]\s*$")
_SAYING = (
    r"(?:_|__|_e|t|tr|trans|translate|gettext|lang|esc_html|esc_html__|esc_html_e|h|e|raw|html_escape"
    r"|htmlspecialchars|nl2br|upper|ucfirst|link_to|mail_to|s?printf)"
)
_CALLED = re.compile(
    rf"(?:(?:{_SAYING}\s*\(\s*)+|{_SAYING}\s+)?{SILENT}++(?!\s*(?:[~+.](?!\w)|\|\s*append))"
)
_ESCAPES = {"n": "\n", "r": "", "t": "\t"}
_DEFAULT = re.compile(r"\|\s*(?:default|d|default_if_none)\b|\?\?|\|\||\bor\b|\?:|\.fallback\b")
_CONDITIONAL = re.compile(rf"{_DEFAULT.pattern}|\?|\b(?:if|is|IF|BLANKVALUE)\b")
_INTERPOLATION = re.compile(
    r"\\(?P<escaped>[\"'$\\nrt])|#\{[^{}]*\}|\{?\$\{?[\w.>\[\]'-]+\}?|\{\{[^{}]*\}\}|`?\{\$[^{}]*\}"
)
_FORMAT = re.compile(
    rf"{_INTERPOLATION.pattern}|%(?:\d\$)?[-+0]*\d*(?:\.\d+)?[sdf]|\{{\w*(?::[^{{}}]*)?\}}"
    r"|(?<![\w:]):[a-z]\w+"
)
_FORMATTED = re.compile(rf"{SILENT}\s*(?:%|\|\s*format|\.format)|^\s*(?:s?printf|__|trans|t|tr)\b")
_ARGUMENTS = re.compile(
    r"\|\s*(?:replace|split|join|date|truncate|regex\w*)\b|\.(?:replace|split|join|Format|strftime"
    r"|format|toLocale\w*)\b|^\s*(?:format\w*|date\w*)\b"
)


Span = tuple[int, int]
NO_TRIMS: Trims = (0, 0)


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
    spans = [(inside[0] + m.start(), inside[0] + m.end()) for m in _strings(expression)]
    words = [span for span in spans if _is_prose(source[span[0] + 1 : span[1] - 1])]
    masked = _masked(expression)
    either = _BOTH_WORDS.search(masked)
    if either and len(spans) > 1:
        pair = (spans[0], spans[-1]) if masked.startswith(SILENT) else (spans[-2], spans[-1])
        yield from _either(source, start, end, pair, masked, trims)
    elif words and _CALLED.match(masked) and not _CONDITIONAL.search(masked):
        first, last = words[0]
        yield silent(start, first + 1, (trims[0], 0))
        yield from prose(source, first + 1, last - 1, formatted=bool(_FORMATTED.search(masked)))
        yield silent(last - 1, end, (0, trims[1]))
    elif _JOINED.search(masked) and _has_letters(source, spans) and not _CONDITIONAL.search(masked):
        yield from _joined(source, start, end, inside, spans, trims)
    elif words and not _ARGUMENTS.search(masked):
        yield from _fallback(source, start, end, name, words, trims)
    else:
        yield named_hole(source, start, end, name, trims)


def _has_letters(source: str, spans: Iterable[Span]) -> bool:
    """Whether a string holds more than signs."""
    return any(re.search(r"[^\W\d_]{2}", source[first:last]) for first, last in spans)


def _fallback(
    source: str, start: int, end: int, name: str, words: Sequence[Span], trims: Trims
) -> Iterator[Mark]:
    """A value, or words instead of it."""
    placeholder = _placeholder(source, start, end, name)
    conditions = [f"{name} #{number}" for number in range(1, len(words))]
    yield Mark(Role.OPEN, start, start, block=Block.CHOICE, condition=name, trims=trims)
    yield Mark(Role.HOLE, start, words[0][0] + 1, placeholder=placeholder)
    for number, (first, last) in enumerate(words):
        following = words[number + 1][0] + 1 if number + 1 < len(words) else end
        asked = conditions[number] if number < len(conditions) else None
        yield Mark(Role.ARM, first + 1, first + 1, condition=asked)
        yield from prose(source, first + 1, last - 1)
        yield silent(last - 1, following)
    yield Mark(Role.CLOSE, end, end, trims=trims)


def _either(
    source: str, start: int, end: int, words: Sequence[Span], masked: str, trims: Trims
) -> Iterator[Mark]:
    """One of two strings: ``a ? '…' : '…'``, ``'…' if a else '…'``."""
    (first, behind), (second, last) = words[0], words[-1]
    asked = _MASKED.sub(" ", _ASKED.sub(r"\1\2", masked)).strip(" ()")
    yield silent(start, first + 1, (trims[0], 0))
    condition = asked or "value"
    yield Mark(Role.OPEN, first + 1, first + 1, block=Block.CHOICE, condition=condition)
    yield from prose(source, first + 1, behind - 1)
    yield silent(behind - 1, second + 1)
    yield Mark(Role.ARM, second + 1, second + 1)
    yield from prose(source, second + 1, last - 1)
    yield silent(last - 1, end, (0, trims[1]))
    yield Mark(Role.CLOSE, end, end)


def _joined(
    source: str, start: int, end: int, inside: Span, spans: Sequence[Span], trims: Trims
) -> Iterator[Mark]:
    """Strings and values put together: ``'No. ' ~ n ~ ' is due'``."""
    position = start
    for first, last in [*spans, (end, end)]:
        gap = source[max(position, inside[0]) : min(first, inside[1])]
        name = _JOINTS.sub(" ", gap).strip(" \t\n\"'")
        if re.search(r"\w", name):
            yield named_hole(source, position, min(first + 1, end), name)
        elif first + 1 > position:
            yield silent(position, min(first + 1, end))
        if first < end:
            yield from prose(source, first + 1, last - 1)
        position = last - 1 if first < end else end


def named_hole(source: str, start: int, end: int, name: str, trims: Trims = NO_TRIMS) -> Mark:
    """A hole of a known name."""
    placeholder = _placeholder(source, start, end, name)
    return Mark(Role.HOLE, start, end, placeholder=placeholder, trims=trims)


def part_hole(source: str, start: int, end: int, arguments: str, trims: Trims = NO_TRIMS) -> Mark:
    """A hole for a part that stands in another file.

    Args:
        start, end: the whole mark.
        arguments: what stands behind "include": the file's name and values.
    """
    name = arguments[:MAX_NAME]
    placeholder = _holding(source, start, end, name, facts_of_part(name))
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
            continue
        yield named_hole(source, *match.span(), expression_name(match[0].strip("#{}$`")))


def strings(text: str, offset: int = 0) -> Iterator[tuple[int, int]]:
    """The insides of the quoted strings of a text, as offsets."""
    for match in _STRING.finditer(text):
        if match["quote"]:
            yield offset + match.start("text"), offset + match.end("text")


def expression_name(expression: str) -> str:
    """An expression as the name of what it puts out: without filters, strings and marks."""
    plain = _STRING.sub(" ", _SUBSCRIPT.sub(r".\1", expression[:MAX_NAME]))
    named, _, filters = plain.partition("|")
    return named.strip() or filters.strip() or expression[:MAX_NAME].strip()


def _placeholder(source: str, start: int, end: int, name: str) -> Placeholder:
    name = name[:MAX_NAME]
    held = facts_of_value(source[start:end][:MAX_NAME], name)
    return _holding(source, start, end, name, held or (fact_of(name),))


def _holding(
    source: str, start: int, end: int, name: str, facts: tuple[FactType, ...]
) -> Placeholder:
    fact, *others = facts or (FactType.OTHER,)
    return Placeholder(source[start:end], name, fact, start, end, True, tuple(others))


def _strings(expression: str) -> Iterator[re.Match[str]]:
    """The quoted strings of an expression that is short enough to be looked into."""
    if len(expression) <= MAX_EXPRESSION:
        for match in _STRING.finditer(expression):
            if match["quote"]:
                yield match


def _masked(expression: str) -> str:
    """An expression with its strings out of the way."""
    return _STRING.sub(lambda match: SILENT * len(match[0]), expression)


def _is_prose(text: str) -> bool:
    return bool(_PROSE.search(text)) and not _is_date_format(text)


def _is_date_format(text: str) -> bool:
    """Whether a string has no words but letters that stand for parts of a date."""
    return all(len(word) <= 2 or len(set(word)) == 1 for word in _WORD.findall(text))
