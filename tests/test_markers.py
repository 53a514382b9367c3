"""Markers of courtesy and of its lack: their examples, and where they do not count."""

from __future__ import annotations

import pytest

from tests.reading import read
from tonecheck.facts import find_facts
from tonecheck.markers import find_markers
from tonecheck.rulebook import Example, Marker, load
from tonecheck.types import Language

BOOK = load()
PER_LANGUAGE = 3
MARKERS = {f"{m.id}-{lang}": (m, lang) for lang in Language for m in BOOK.markers(lang)}
BY_PHRASES = {name: pair for name, pair in MARKERS.items() if pair[0].phrases}
EXAMPLES = {
    f"{name}-{number}": (marker.id, language, example)
    for name, (marker, language) in BY_PHRASES.items()
    for number, example in enumerate(marker.examples, 1)
}


def marks(text: str, language: Language) -> dict[str, list[tuple[int, int]]]:
    analysis = read(text, language)
    found = find_markers(analysis, find_facts(analysis, BOOK), BOOK)
    return {marker.id: spans for marker, spans in found}


@pytest.mark.parametrize(("marker", "language", "example"), EXAMPLES.values(), ids=EXAMPLES.keys())
def test_example(marker: str, language: Language, example: Example) -> None:
    found = marks(example.text, language).get(marker, [])
    assert [example.text[a:b] for a, b in found] == [example.text[a:b] for a, b in example.marks]
    assert found == list(example.marks)


@pytest.mark.parametrize(("marker", "language"), BY_PHRASES.values(), ids=BY_PHRASES.keys())
def test_a_marker_has_enough_examples(marker: Marker, language: Language) -> None:
    finds = [example for example in marker.examples if example.marks]
    assert len(finds) >= PER_LANGUAGE, language
    assert len(marker.examples) - len(finds) >= PER_LANGUAGE, language


@pytest.mark.parametrize("marker", [m for m, _ in MARKERS.values() if m.points < 0])
def test_what_costs_points_says_how_to_win_them(marker: Marker) -> None:
    assert set(marker.advice) == set(Language)


@pytest.mark.parametrize(
    ("language", "text", "marker"),
    [
        (Language.EN, "Thank you for the roses.", "thanks"),
        (Language.EN, "Dear Anna, the rent was due on 1 May.", "greeting-name"),
        (Language.RU, "Спасибо за розы.", "thanks"),
        (Language.RU, "Анна, добрый день! Аренда была до 1 мая.", "greeting-name"),
    ],
)
def test_facts_and_checks_are_markers(language: Language, text: str, marker: str) -> None:
    assert marker in marks(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (Language.EN, 'You wrote: "Sorry, could you please wait?"'),
        (Language.RU, "Вы написали: «Извините, не могли бы вы подождать?»"),
    ],
)
def test_the_words_of_the_client_are_not_the_writer_s(language: Language, text: str) -> None:
    assert not marks(text, language).keys() & {"apology", "please", "counterfactual-modal"}
