"""One check applied to one text, without the engine: shared by the tests of the checks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tonecheck.checks import CHECKS
from tonecheck.languages import analyse
from tonecheck.observation import Facts, Observation
from tonecheck.readers import from_parts
from tonecheck.types import REPORTED_FACTS, Context, Edit, Fact, FactType, Language


def facts_of(present: Iterable[FactType] = ()) -> Facts:
    """Facts of which only these types were found, at the beginning of the text."""
    known: Mapping[FactType, tuple[Fact, ...]] = dict.fromkeys(REPORTED_FACTS, ())
    return {**known, **{t: (Fact(t, "", 0, 0),) for t in present}}


def observe(
    check: str,
    text: str,
    context: Context | None = None,
    *,
    subject: str | None = None,
    facts: Facts | None = None,
) -> list[tuple[str, Observation]]:
    """What a check notices in a text: the visible stretch and the observation."""
    context = context or Context(Language.EN)
    message = from_parts(subject, text)
    country = context.recipient.country
    analysis = analyse(message, context.language, country=country)
    noticed = CHECKS[check](analysis, context, facts_of() if facts is None else facts)
    return [(message.text[o.start : o.end], o) for o in noticed]


def stretches(check: str, text: str, language: Language = Language.EN) -> list[str]:
    """The stretches that a check notices under default circumstances."""
    return [stretch for stretch, _ in observe(check, text, Context(language))]


def changed(text: str, edits: Iterable[Edit]) -> str:
    """The text after the edits, which are in offsets of the visible text."""
    for edit in sorted(edits, key=lambda e: e.start, reverse=True):
        text = text[: edit.start] + edit.replacement + text[edit.end :]
    return text
