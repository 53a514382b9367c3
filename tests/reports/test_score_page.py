"""The pages about scores and markers: complete, on one screen, in both languages."""

from __future__ import annotations

import re

import pytest

from tonecheck.reports.display import width_of
from tonecheck.reports.options import TextOptions
from tonecheck.reports.score_page import SCORES, explain_marker, explain_score
from tonecheck.rulebook import load
from tonecheck.types import Language

BOOK = load()
SCREEN = 50
EN, RU = Language.EN, Language.RU


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("name", SCORES)
def test_a_score_is_explained_on_one_screen(name: str, language: Language) -> None:
    lines = explain_score(name, BOOK, language).splitlines()
    assert len(lines) <= SCREEN
    assert all(width_of(line) <= 80 for line in lines)
    assert all(line == line.rstrip() for line in lines)


@pytest.mark.parametrize("name", SCORES)
def test_everything_that_costs_points_is_named(name: str) -> None:
    text = " ".join(explain_score(name, BOOK, EN, TextOptions(width=200)).split())
    weights = BOOK.weights[name]
    for loss in [*weights.get("rules", {}).values(), *weights["categories"].values()]:
        assert loss["en"]["says"] in text
        assert str(-loss["points"]["error"]) in text
    assert str(weights["start"]["points"]) in text


def test_every_marker_that_counts_is_named_with_its_points() -> None:
    text = " ".join(explain_score("politeness", BOOK, EN, TextOptions(width=200)).split())
    russian = {marker.id: marker.points for marker in BOOK.markers(RU)}
    for marker in BOOK.markers(EN):
        if marker.points and russian[marker.id]:
            says = marker.says[EN][0].lower() + marker.says[EN][1:]
            pattern = rf"{re.escape(says)} \W{abs(marker.points)}/\W{abs(russian[marker.id])}"
            assert re.search(pattern, text), marker.id


@pytest.mark.parametrize("language", Language)
def test_every_marker_can_be_explained(language: Language) -> None:
    for marker in BOOK.markers(language):
        text = explain_marker(marker.id, BOOK, language)
        assert text.startswith(f"── {marker.id} ─")
        assert " ".join(text.split()).count(marker.says[language])


def test_pages_can_do_without_unicode() -> None:
    plain = TextOptions(unicode=False)
    assert explain_score("politeness", BOOK, EN, plain).isascii()
    assert explain_score("clarity", BOOK, EN, plain).isascii()
    assert explain_marker("thanks", BOOK, EN, plain).isascii()
