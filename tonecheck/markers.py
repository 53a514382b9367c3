"""Markers: what makes a message sound more or less courteous without being a mistake.

They are the politeness strategies of the literature (gratitude, indirect request, apology, hedge,
bare imperative, question as reproach …; Danescu-Niculescu-Mizil et al., ACL 2013), one file each
in ``rules/markers/``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache

from tonecheck.analysis import Analysis, Part
from tonecheck.matches import Finder
from tonecheck.observation import Facts
from tonecheck.rulebook import Marker, RuleBook
from tonecheck.types import Language

Span = tuple[int, int]
"""Offsets in the visible text."""


def find_markers(
    analysis: Analysis, facts: Facts, rulebook: RuleBook
) -> Iterator[tuple[Marker, list[Span]]]:
    """Each marker that shows, and where, in the order of the text.

    Args:
        facts: with offsets in the visible text.
    """
    markers, finder = _finder(rulebook, analysis.language)
    book = rulebook.phrase_book(analysis.language, "markers", finder.phrases)
    tokens = analysis.tokens
    spans: dict[str, list[Span]] = {}
    for found in finder.find(analysis, book):
        span = (tokens[found.hit.first].start, tokens[found.hit.last - 1].end)
        spans.setdefault(found.owner, []).append(span)
    for marker in markers:
        if marker.fact:
            here = [(fact.start, fact.end) for fact in facts[marker.fact]]
        elif marker.check:
            here = list(_CHECKS[marker.check](analysis))
        else:
            here = spans.get(marker.id, [])
        if here:
            yield marker, here


def _greeting_name(analysis: Analysis) -> Iterator[Span]:
    """The client's name in the greeting."""
    for token in analysis.part_tokens(Part.GREETING):
        if "name" in token.marks:
            yield token.start, token.end


_CHECKS: Mapping[str, Callable[[Analysis], Iterator[Span]]] = {"greeting-name": _greeting_name}


@cache
def _finder(rulebook: RuleBook, language: Language) -> tuple[tuple[Marker, ...], Finder]:
    markers = rulebook.markers(language)
    return markers, Finder([marker.owner(marker.id) for marker in markers if marker.phrases])
