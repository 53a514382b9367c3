"""Plurals and choices of ICU MessageFormat: ``{n, plural, one {# day} other {# days}}``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tonecheck.templates.marks import Block, Mark, Role
from tonecheck.templates.scanning import MAX_MARK
from tonecheck.templates.wording import named_hole

MAX_DEPTH = 8
"""Plurals and fields within one another; what is nested deeper is text."""

_HEAD = re.compile(
    r"\{\s*+(?P<name>\w[\w.]*+)\s*+,\s*+(?P<kind>plural|selectordinal|select)\s*+,"
    r"\s*+(?:offset:\s*+\d++\s*+)?(?=(?:=\d+|\w+)\s*+\{)"
)
_FIELD = re.compile(r"\{\s*+(?P<name>\w[\w.]*+)\s*+(?:,[^{}]{0,80}+)?\}")
_ARM = re.compile(r"\s*+(?P<selector>=\d++|\w++)\s*+\{")
_END = re.compile(r"\s*+\}")
_SIGN = re.compile(r"[{}#]")


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is asked where; other brackets ask nothing and have no name."""

    name: str = ""
    counts: bool = False


def icu_marks(source: str) -> Iterator[Mark]:
    """The plurals and choices of a source, in order; what is broken is text."""
    position = 0
    while head := _HEAD.search(source, position):
        marks = _read(source, head)
        yield from marks
        position = marks[-1].end if marks else head.end()


def _read(source: str, head: re.Match[str]) -> list[Mark]:
    """The marks of one plural and of those in it; none if it does not come to an end."""
    marks: list[Mark] = []
    pending: list[_Asked] = []
    limit = head.start() + MAX_MARK
    position = head.start()
    while len(pending) <= MAX_DEPTH:
        if opened := _HEAD.match(source, position):
            pending.append(_Asked(opened["name"], opened["kind"] != "select"))
            arm = _ARM.match(source, opened.end())
            if arm is None:
                return []
            asked = _condition(pending[-1].name, arm["selector"])
            marks.append(Mark(Role.OPEN, position, arm.end(), condition=asked, block=Block.CHOICE))
            position = arm.end()
        sign = _SIGN.search(source, position, limit)
        if sign is None:
            return []
        position = sign.end()
        if sign[0] == "#":
            counted = pending[-1]
            if counted.counts:
                marks.append(named_hole(source, *sign.span(), counted.name))
        elif sign[0] == "{" and _HEAD.match(source, sign.start()):
            position = sign.start()
        elif field := _FIELD.match(source, sign.start()):
            marks.append(named_hole(source, *field.span(), field["name"]))
            position = field.end()
        elif sign[0] == "{":
            pending.append(_Asked())
        elif not pending[-1].name:
            pending.pop()
        elif arm := _ARM.match(source, position):
            asked = _condition(pending[-1].name, arm["selector"])
            marks.append(Mark(Role.ARM, sign.start(), arm.end(), condition=asked))
            position = arm.end()
        elif end := _END.match(source, position):
            marks.append(Mark(Role.CLOSE, sign.start(), end.end()))
            position = end.end()
            pending.pop()
            if not pending:
                return marks
        else:
            return []
    return []


def _condition(name: str, selector: str) -> str | None:
    """When an arm is shown; None of the one that is for all others."""
    return None if selector == "other" else f"{name} is {selector.removeprefix('=')}"
