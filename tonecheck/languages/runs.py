"""A text cut into runs of words that spaCy tokenizes the same on their own as in the text.

spaCy parts a text at its spaces and splits each part on its own, but then looks for its special
cases («и т. д.») in all of it. So a text is cut only where none of them can reach across.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

_PART = re.compile(r"\S+")
_OUTER_MARKS = frozenset(".,!?;:")

Joints = frozenset[tuple[str, str]]
"""Characters on both sides of a space inside a special case."""


def joints_of(special_cases: Iterable[str]) -> Joints:
    """Between which characters special cases have a space."""
    return frozenset(
        (before[-1], after[0])
        for case in special_cases
        if " " in case.strip()
        for before, after in pairwise(case.split())
    )


def parts_there(before: str, after: str, joints: Joints) -> bool:
    """Whether no special case reaches from one part to the next, which a single space parts.

    Without a space in it, a special case of several tokens has no letter or digit right before a
    letter where two of its tokens meet, and no mark before a word of two letters or more.
    """
    last, first = before[-1], after[0]
    if not first.isalpha() or (last, first) in joints:
        return False
    return last.isalnum() or (last in _OUTER_MARKS and after[1:2].isalpha())


def runs(text: str, joints: Joints) -> Iterator[tuple[int, str]]:
    """The runs of a text, each with its offset."""
    start = end = 0
    before = ""
    for part in _PART.finditer(text):
        here, after = part.start(), part.group()
        # Any other space but a single one is a token itself, which no special case has.
        if before and (text[end:here] != " " or parts_there(before, after, joints)):
            yield start, text[start:end]
            start = here
        elif not before:
            start = here
        before, end = after, part.end()
    if before:
        yield start, text[start:end]
