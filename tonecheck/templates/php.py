"""PHP in text: ``<?= $x ?>``, ``<?php if ($x): ?>``, and programs that put out a letter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tonecheck.templates.expressions import hole
from tonecheck.templates.marks import LINE_END, Mark
from tonecheck.templates.program import Program
from tonecheck.templates.scanning import stripped
from tonecheck.templates.tokens import lines_end

_OPENER = re.compile(r"<\?(?:=|php\b|(?=\s)|(?!xml\b)(?=[a-z$]))", re.IGNORECASE)
_CODE = re.compile(
    r"""(?P<end>\?>)
    |(?://|\#(?!\[))(?:[^\n?]|\?(?!>))*+
    |/\*(?:[^*]|\*(?!/))*+(?:\*/)?
    |<<<[ \t]*+["']?(?P<word>\w++)["']?[ \t]*+\r?\n
    |"(?:\\.|[^"\\])*+"|'(?:\\.|[^'\\])*+'|\\.""",
    re.DOTALL | re.VERBOSE,
)


def php_marks(source: str) -> Iterator[Mark]:
    """The marks of PHP in text, in order; a line end right behind ``?>`` goes with it."""
    program = Program(source, dotted=True)
    position = 0
    while opener := _OPENER.search(source, position):
        last, position = code_end(source, opener.end())
        yield from code_marks(source, program, opener, (last, position))


def code_marks(
    source: str, program: Program, opener: re.Match[str], closer: tuple[int, int]
) -> Iterator[Mark]:
    """The marks of code between its opening mark and its closing one."""
    start, end = opener.start(), closer[1]
    inside = stripped(source, opener.end(), closer[0])
    trims = (0, LINE_END)
    if opener[0].endswith("="):
        inside = inside[0], inside[1] - source[slice(*inside)].endswith(";")
        yield from hole(source, start, end, stripped(source, *inside), trims, dotted=True)
    else:
        yield from program.marks(start, end, inside, trims)


def code_end(source: str, position: int) -> tuple[int, int]:
    """Where code ends, and where text goes on; strings and remarks may hold ``?>``."""
    while token := _CODE.search(source, position):
        position = token.end()
        if token["end"]:
            return token.start(), token.end()
        if token["word"]:
            position = lines_end(source, token["word"], position, len(source))[1]
    return len(source), len(source)
