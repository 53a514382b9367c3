"""A greeting of nobody: the client's name instead, or no address at all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tonecheck.analysis import Analysis, Part, Token
from tonecheck.checks import places
from tonecheck.observation import Change
from tonecheck.remedies.holes import NAMES
from tonecheck.remedies.inserting import GREETS, LOOKED_AT, greeting
from tonecheck.remedies.names import is_group
from tonecheck.stamping import Noticed
from tonecheck.types import Category, Context, Edit, FactType, Language

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
        inside = [t for t in analysis.tokens if place.start <= t.start < place.end]
        if kept := _salutation(analysis, place.start, place.end, data):
            yield one, Change("reword", kept, values={"replacement": _shown(analysis, kept)})
            continue
        has_name = analysis.language is Language.RU and any("name" in t.marks for t in inside)
        if has_name or _is_greeted_later(analysis, place.end):
            continue
        text = greeting(analysis, context, data["missing"])
        is_plain = text == data["missing"]["greeting"]["plain"]
        if is_plain and (is_group(inside) or _is_longer(analysis, place.end)):
            yield one, Change("reword", values={"replacement": _with_blank(data, analysis)})
            continue
        edits = _edits(analysis, place.start, place.end, text)
        yield one, Change("reword", edits, values={"replacement": text})


def _salutation(
    analysis: Analysis, start: int, end: int, data: Mapping[str, Any]
) -> tuple[Edit, ...]:
    """The edits that leave "Good evening" of "Customer good evening"; none where it has none."""
    pattern = re.compile(str(data["missing"]["greeting"]["salutations"]), re.IGNORECASE)
    found = pattern.search(analysis.text, start, end + LONGEST_SALUTATION)
    if found is None or not (found.start() > start and found.start() <= end + 2):
        return ()
    between = analysis.text[end : found.start()].strip(" ,")
    if between:
        return ()
    if found.end() < end and analysis.text[found.end() : end].strip(" ,.!"):
        return ()
    return (Edit(start, found.start() + 1, found.group()[0].upper()),)


def _shown(analysis: Analysis, edits: Sequence[Edit]) -> str:
    end = edits[0].end
    rest = re.match(r"[^,.!\n]*", analysis.text[end:])
    return edits[0].replacement + (rest.group() if rest else "")


LONGEST_SALUTATION = 20
"""Characters behind the address in which a salutation is looked for."""


def _is_longer(analysis: Analysis, end: int) -> bool:
    """Whether the greeting goes on: «Господа хоккеисты и, главное, их спонсоры!»."""
    inside = [t for t in analysis.tokens if t.end <= end]
    if inside and inside[-1].form.must_be("conj"):
        return True
    after = [t for t in analysis.tokens if t.start >= end][:2]
    return len(after) > 1 and all(t.part is Part.GREETING for t in after) and after[0].text == ","


def _is_greeted_later(analysis: Analysis, end: int) -> bool:
    """Whether another greeting follows: "Dear tenant, … Good afternoon!"."""
    following = [t for t in analysis.tokens if t.start >= end][:LOOKED_AT]
    return any(t.form.keys & GREETS and t.is_capitalised for t in following)


def _with_blank(data: Mapping[str, Any], analysis: Analysis) -> str:
    name = f"[{NAMES[FactType.NAME].words[analysis.language]}]"
    return str(data["missing"]["greeting"]["named"]).replace("{name}", name)


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
