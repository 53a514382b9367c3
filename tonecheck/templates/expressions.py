"""What a template expression puts out: a value, or words that its author wrote into it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tonecheck.templates.marks import Block, Mark, Role, Trims, silent
from tonecheck.templates.scanning import first_word, stripped
from tonecheck.templates.wording import (
    NO_TRIMS,
    STRING,
    expression_name,
    is_prose,
    named_hole,
    prose,
)

MAX_EXPRESSION = 2_000
"""Characters of an expression in which words are looked for."""

MAX_DEPTH = 8
"""Expressions within one another; a value nested deeper is a hole."""

_ONLY_STRING = re.compile(r"""(?P<q>["'`])(?:\\.|(?!(?P=q))[^\\])*+(?P=q)""", re.DOTALL)
SILENT, INNER = "\uf8fe", "\uf8fd"
_BRACKETED = re.compile(rf"\({INNER}*\)")
_OPENING, _CLOSING = frozenset("([{"), frozenset(")]}")
_IF_ELSE = re.compile(
    r"(?<!\s)\s++(?P<asked>(?:if|unless)\b.*?)(?:\belse\s+(?P<other>.*)|$)", re.DOTALL
)
_QUESTION = r"(?<!\?)\?(?![?.:>-]|\s*[?.)&|])"
_ARM = re.compile(rf"(?P<question>{_QUESTION})|(?<!:):(?!:)")
_OTHERWISE = re.compile(r"\?\?|\|\||\bor\b|\?:")
_JOINT = re.compile(r"~|\+(?![+=])|\|\s*append\s*:?")
_DOTTED_JOINT = re.compile(rf"{_JOINT.pattern}|(?<!\.)\.(?![\w.])")
_SAYING = (
    r"(?:_|__|_e|t|tr|trans|translate|gettext|lang|esc_html|esc_html__|esc_html_e|h|e|raw|html_escape"
    r"|htmlspecialchars|nl2br|upper|ucfirst|link_to|mail_to|v?s?printf)"
)
_CALLED = re.compile(
    rf"(?:(?:{_SAYING}\s*\(\s*)+|{_SAYING}\s+)?{SILENT}++(?!\s*(?:[~+.](?!\w)|\|\s*append))"
)
_DEFAULT = re.compile(r"\|\s*(?:default|d|default_if_none)\b|\?\?|\|\||\bor\b|\?:|\.fallback\b")
_CONDITIONAL = re.compile(rf"{_DEFAULT.pattern}|\?|\b(?:if|is|IF|BLANKVALUE)\b")
_FORMATTED = re.compile(
    rf"{SILENT}\s*(?:%|\|\s*(?:format\b|trans\b|replace\(\{{)|\.format)|^\s*(?:v?s?printf|__|trans|t|tr)\b"
)
_ARGUMENTS = re.compile(
    r"\|\s*(?:replace|split|join|date|truncate|regex\w*)\b|\.(?:replace|split|join|Format|strftime"
    r"|format|toLocale\w*)\b|^\s*(?:format\w*|date\w*)\b"
)

Span = tuple[int, int]


def hole(
    source: str,
    start: int,
    end: int,
    inside: Span,
    trims: Trims = NO_TRIMS,
    *,
    dotted: bool = False,
) -> Iterator[Mark]:
    """The marks of an expression that is put out.

    Words in it that could be shown instead of the value ("… | default: 'Dear friend of ours'")
    are arms of a choice, the value is another.

    Args:
        start, end: the whole mark.
        inside: the expression in it.
        dotted: a dot joins strings.
    """
    joint = _DOTTED_JOINT if dotted else _JOINT
    marks = list(_Expression(source, joint).marks((start, end), inside, 0))
    yield from trimmed(marks, trims)


def trimmed(marks: Sequence[Mark], trims: Trims) -> Iterator[Mark]:
    """Marks that stand for one, and take white space with them at both ends as it does."""
    for number, mark in enumerate(marks):
        left = trims[0] if number == 0 else 0
        right = trims[1] if number == len(marks) - 1 else 0
        yield replace(mark, trims=(left or mark.trims[0], right or mark.trims[1]))


class _Expression:
    """The expressions of a source in which a pattern tells what joins strings."""

    def __init__(self, source: str, joint: re.Pattern[str]) -> None:
        self._source = source
        self._joint = joint

    def marks(self, whole: Span, inside: Span, depth: int) -> Iterator[Mark]:
        """The marks of one expression, which cover the whole of its place."""
        (start, end), (first, last) = whole, inside
        expression = self._source[first:last]
        if not expression:
            yield silent(start, end)
        elif _ONLY_STRING.fullmatch(expression):
            yield from self._said(whole, inside)
        elif len(expression) > MAX_EXPRESSION or depth > MAX_DEPTH:
            yield self._value(whole, inside)
        else:
            yield from self._looked_into(whole, inside, depth)

    def _value(self, whole: Span, inside: Span) -> Mark:
        return named_hole(self._source, *whole, expression_name(self._source[slice(*inside)]))

    def _said(self, whole: Span, string: Span, *, formatted: bool = False) -> Iterator[Mark]:
        yield silent(whole[0], string[0] + 1)
        yield from prose(self._source, string[0] + 1, string[1] - 1, formatted=formatted)
        yield silent(string[1] - 1, whole[1])

    def _looked_into(self, whole: Span, inside: Span, depth: int) -> Iterator[Mark]:
        first, last = inside
        expression = self._source[first:last]
        spans = [
            (first + match.start(), first + match.end())
            for match in STRING.finditer(expression)
            if match["quote"]
        ]
        words = [span for span in spans if is_prose(self._source[span[0] + 1 : span[1] - 1])]
        masked = _masked(expression)
        top = _top_level(masked)
        if _BRACKETED.fullmatch(top):
            yield from self.marks(whole, stripped(self._source, first + 1, last - 1), depth + 1)
        elif (arms := _arms(top)) and self._are_words(
            arms, first, spans, spans if depth else words
        ):
            yield from self._either(whole, inside, arms, depth)
        elif pieces := self._pieces(top, first):
            yield from self._joined(whole, pieces, depth)
        elif words and _CALLED.match(masked) and not _CONDITIONAL.search(masked):
            formatted = bool(_FORMATTED.search(masked))
            yield from self._said(whole, words[0], formatted=formatted)
        elif words and not _ARGUMENTS.search(masked):
            yield from self._fallback(whole, expression_name(expression), words)
        else:
            yield self._value(whole, inside)

    @staticmethod
    def _are_words(
        arms: tuple[Span, Span, Span], first: int, spans: list[Span], words: list[Span]
    ) -> bool:
        """Whether each arm holds a string, or one of them words."""

        def within(arm: Span, found: list[Span]) -> bool:
            return any(arm[0] <= a - first and b - first <= arm[1] for a, b in found)

        _, one, other = arms
        if within(one, words) or within(other, words):
            return True
        return within(one, spans) and (other[0] < 0 or within(other, spans))

    def _either(
        self, whole: Span, inside: Span, arms: tuple[Span, Span, Span], depth: int
    ) -> Iterator[Mark]:
        """One of two values: ``a ? '…' : '…'``, ``'…' if a else b``."""
        asked, one, other = (stripped(self._source, inside[0] + a, inside[0] + b) for a, b in arms)
        condition = _said(self._source[slice(*asked)])
        yield Mark(Role.OPEN, whole[0], one[0], block=Block.CHOICE, condition=condition)
        yield from self.marks(one, one, depth + 1)
        if arms[2][0] < 0:
            yield Mark(Role.CLOSE, one[1], whole[1])
            return
        yield Mark(Role.ARM, one[1], other[0])
        yield from self.marks(other, other, depth + 1)
        yield Mark(Role.CLOSE, other[1], whole[1])

    def _pieces(self, top: str, first: int) -> list[Span]:
        """What is joined to strings, each a stretch of source; empty if nothing is."""
        if SILENT not in top or _OTHERWISE.search(top):
            return []
        cuts = [match.span() for match in self._joint.finditer(top)]
        starts = [0, *(end for _, end in cuts)]
        ends = [*(start for start, _ in cuts), len(top)]
        pieces = list(zip(starts, ends, strict=True))
        is_string = any(set(top[a:b].strip()) == {SILENT} for a, b in pieces)
        if not cuts or not is_string:
            return []
        spans = [stripped(self._source, first + a, first + b) for a, b in pieces]
        return [span for span in spans if span[0] < span[1]]

    def _joined(self, whole: Span, pieces: Sequence[Span], depth: int) -> Iterator[Mark]:
        """Strings and values put together: ``'No. ' ~ n ~ ' is due'``."""
        position = whole[0]
        for piece in pieces:
            yield from self.marks((position, piece[1]), piece, depth + 1)
            position = piece[1]
        yield silent(position, whole[1])

    def _fallback(self, whole: Span, name: str, words: Sequence[Span]) -> Iterator[Mark]:
        """A value, or words instead of it."""
        start, end = whole
        conditions = [f"{name} #{number}" for number in range(1, len(words))]
        yield Mark(Role.OPEN, start, start, block=Block.CHOICE, condition=name)
        hidden = named_hole(self._source, start, end, name).placeholder
        yield Mark(Role.HOLE, start, words[0][0] + 1, placeholder=hidden)
        for number, (first, last) in enumerate(words):
            following = words[number + 1][0] + 1 if number + 1 < len(words) else end
            asked = conditions[number] if number < len(conditions) else None
            yield Mark(Role.ARM, first + 1, first + 1, condition=asked)
            yield from prose(self._source, first + 1, last - 1)
            yield silent(last - 1, following)
        yield Mark(Role.CLOSE, end, end)


def _arms(top: str) -> tuple[Span, Span, Span] | None:
    """What a conditional expression asks, and its values; ``(-1, -1)`` where there is no second."""
    if match := _IF_ELSE.search(top):
        return match.span("asked"), (0, match.start()), match.span("other")
    begun: re.Match[str] | None = None
    within = 0
    for match in _ARM.finditer(top):
        if match["question"]:
            within += begun is not None
            begun = begun or match
        elif begun and within:
            within -= 1
        elif begun:
            return (0, begun.start()), (begun.end(), match.start()), (match.end(), len(top))
    return None


def _said(asked: str) -> str:
    """What a conditional expression asks, in words."""
    word, rest = first_word(asked)
    if word == "unless":
        return f"not ({rest})"
    return (rest if word == "if" else asked).strip(" ()") or "value"


def _masked(expression: str) -> str:
    """An expression with its strings out of the way."""
    return STRING.sub(lambda match: SILENT * len(match[0]), expression)


def _top_level(masked: str) -> str:
    """An expression with what stands in its brackets out of the way."""
    found: list[str] = []
    depth = 0
    for character in masked:
        depth -= character in _CLOSING and depth > 0
        found.append(INNER if depth else character)
        depth += character in _OPENING
    return "".join(found)
