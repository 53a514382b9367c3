"""A greeting of nobody: the client's name instead, or no address at all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tonecheck.analysis import Analysis, Part, Token
from tonecheck.checks import places
from tonecheck.observation import Change
from tonecheck.remedies.inserting import greeting
from tonecheck.stamping import Noticed
from tonecheck.types import Category, Context, Edit, Language

_MARKS = frozenset(",!:.;—–-")


def greetings(
    noticed: Sequence[Noticed], analysis: Analysis, context: Context, data: Mapping[str, Any]
) -> Iterator[tuple[Noticed, Change]]:
    """A change for an impersonal greeting that opens the message.

    Args:
        data: the rewordings of the message's language.
    """
    for one in noticed:
        place = one.observation
        opens = place.start == places.message_start(analysis)
        if one.rule.category is not Category.IMPERSONAL or not opens:
            continue
        text = greeting(analysis, context, data["missing"])
        edits = _edits(analysis, place.start, place.end, text)
        yield one, Change("reword", edits, values={"replacement": text})


def _edits(analysis: Analysis, start: int, end: int, text: str) -> tuple[Edit, ...]:
    """The greeting with its mark; what went on in the same sentence begins a new one."""
    after = [t for t in analysis.tokens if t.start >= end]
    mark = after[0] if after and after[0].text in _MARKS else None
    following = after[1] if mark and len(after) > 1 else None
    edits = [Edit(start, mark.end if mark else end, text)]
    if mark is None:
        return (Edit(start, end, text.rstrip(",!")),)
    if _goes_on(analysis, mark, following) and analysis.language is Language.RU:
        letter = analysis.text[following.start] if following else ""
        if following and letter.islower():
            edits.append(Edit(following.start, following.start + 1, letter.upper()))
    return tuple(edits)


def _goes_on(analysis: Analysis, mark: Token, following: Token | None) -> bool:
    """Whether the sentence of the greeting goes on after its mark."""
    return following is not None and following.part is not Part.GREETING
