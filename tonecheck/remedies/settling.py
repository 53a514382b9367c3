"""Vague words made definite: a hole where the fact is missing, nothing where it is known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tonecheck.analysis import Analysis, Part, Token, TokenKind
from tonecheck.languages import module_for
from tonecheck.observation import Change, Facts
from tonecheck.remedies.holes import hole
from tonecheck.stamping import Noticed
from tonecheck.types import Edit, FactType, Severity

_OF_RULE = {
    "vague-time": ("missing-due-date", FactType.DUE_DATE),
    "vague-amount": ("missing-amount", FactType.AMOUNT),
}


_GOES_ON = frozenset("this next at in on of or and в на к ко с со этой этом или и либо".split())
_NO_DEADLINE = frozenset("since long с со давно".split())
"""Words that a time begins with when it lies in the past."""
"""Words with which an adverbial of time goes on behind what was noticed of it."""


def settled_words(
    noticed: Sequence[Noticed], analysis: Analysis, facts: Facts, data: Mapping[str, Any]
) -> Iterator[tuple[Noticed, Change]]:
    """A change for vague words, shared with the absence that it makes good.

    Args:
        noticed: everything that was noticed.
        data: the rewordings of the message's language.
    """
    absent = {one.rule.id: one for one in noticed if one.severity is Severity.ERROR}
    if analysis.message.name is not None:
        absent = {}  # a new variable in one text of a catalogue would be unknown to its program
    filled: set[FactType] = set()
    for one in noticed:
        missing, fact = _OF_RULE.get(one.rule.id, ("", FactType.OTHER))
        words = _words(one, analysis)
        if not missing or not words:
            continue
        if missing in absent and fact not in filled and _can_be_named(words, fact, analysis):
            filled.add(fact)
            change = _filled(words, fact, analysis, data)
            yield one, change
            yield absent[missing], change
        elif (
            fact is FactType.DUE_DATE
            and (facts[fact] or fact in filled)
            and _can_go(words, analysis)
        ):
            start = len(analysis.text[: words[0].start].rstrip(" ,"))
            edit = Edit(start, words[-1].end, "")
            yield one, Change("delete", (edit,), caution="removed")


def _words(one: Noticed, analysis: Analysis) -> list[Token]:
    place = one.observation
    inside = [t for t in analysis.tokens if place.start <= t.start < place.end]
    if any(t.part is not Part.BODY or t.kind is not TokenKind.WORD for t in inside):
        return []
    return inside


def _can_be_named(words: Sequence[Token], fact: FactType, analysis: Analysis) -> bool:
    """Whether the words are an adverbial of time, or a noun with what belongs to it."""
    is_finite = module_for(analysis.language).is_finite_verb
    after = analysis.tokens[words[-1].index + 1 :][:1]
    if after and after[0].norm in _GOES_ON:
        return False
    if words[0].norm in _NO_DEADLINE:
        return False
    if fact is FactType.DUE_DATE:
        return not any(is_finite(t.form) and not t.form.can_be("noun") for t in words)
    return words[-1].form.must_be("noun") and not any(
        t.form.must_be("verb") or t.form.must_be("prep") or t.form.must_be("conj") for t in words
    )


def _can_go(words: Sequence[Token], analysis: Analysis) -> bool:
    """Whether a sentence is whole without an adverbial: it stands last, behind a verb."""
    after = analysis.tokens[words[-1].index + 1 :][:1]
    ends = not after or after[0].text in {".", "!", "?", ";"}
    before = analysis.tokens[words[0].index - 1] if words[0].index else None
    same = before is not None and before.sentence == words[0].sentence
    return ends and same and _can_be_named(words, FactType.DUE_DATE, analysis)


def _filled(
    words: Sequence[Token], fact: FactType, analysis: Analysis, data: Mapping[str, Any]
) -> Change:
    falls_due = words[0].index and analysis.tokens[words[0].index - 1].norm == "due"
    name = "falls_due" if falls_due and fact is FactType.DUE_DATE else fact.value
    text = str(data["named"][name]).replace("{" + fact.value + "}", hole(analysis, fact))
    edit = Edit(words[0].start, words[-1].end, text)
    return Change("replace", (edit,), values={"replacement": text}, caution="hole")
