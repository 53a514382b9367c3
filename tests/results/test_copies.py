"""Strings as copies of a source."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonecheck.results.copies import Coded, NotCopiedError, Origin, Original, plain

SOURCE = "Dear Anna,\nинвойс № 2044 на 12 500,50 руб. для Петровой, to Tom."

characters = st.characters(codec=None, exclude_characters="\0")
texts = st.text(characters)


def own(coded: Coded) -> str:
    """What of a coded string is itself."""
    return coded if isinstance(coded, str) else "|".join(p for p in coded if isinstance(p, str))


@given(source=texts, text=texts, origin=st.sampled_from(Origin))
def test_a_string_comes_back(source: str, text: str, origin: Origin) -> None:
    original = Original(source)
    try:
        coded = original.coded(text, origin)
    except NotCopiedError:
        assert origin is Origin.MESSAGE
    else:
        assert plain(coded, original.text) == text


@given(
    source=texts,
    pieces=st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60), texts)),
    origin=st.sampled_from([Origin.SENTENCE, Origin.MIXED]),
)
def test_nothing_of_four_characters_is_left_of_the_source(
    source: str, pieces: list[tuple[int, int, str]], origin: Origin
) -> None:
    text = "".join(source[start : start + length] + other for start, length, other in pieces)
    coded = Original(source).coded(text, origin)
    for piece in [coded] if isinstance(coded, str) else coded:
        if isinstance(piece, str):
            assert not any(piece[n : n + 4] in source for n in range(len(piece) - 3))


@pytest.mark.parametrize(
    ("text", "origin", "left"),
    [
        ("Dear Anna", Origin.MESSAGE, ""),
        ("DEAR ANNA", Origin.MESSAGE, ""),
        ("dear anna", Origin.MESSAGE, ""),
        ("2044", Origin.MESSAGE, ""),
        ("12500.50", Origin.MESSAGE, ""),
        ("Петрова", Origin.MIXED, ""),
        ("Hallo Anna", Origin.MIXED, "H|ll"),
        ("«2044» or 12500.50", Origin.SENTENCE, "«|» or |."),
        ("Take it out", Origin.SENTENCE, "Take it out"),
        ("Dear Anna", Origin.TOOL, "Dear Anna"),
    ],
)
def test_what_is_left_of_a_string(text: str, origin: Origin, left: str) -> None:
    assert own(Original(SOURCE).coded(text, origin)) == left


def test_a_whole_quote_is_one_copy() -> None:
    assert Original(SOURCE).coded("Anna", Origin.MESSAGE) == [5, 4]
    assert Original(SOURCE).coded("", Origin.MESSAGE) == ""


def test_words_that_the_source_does_not_hold_are_refused() -> None:
    with pytest.raises(NotCopiedError):
        Original("RGVhciBBbm5h").coded("Уважаемый", Origin.MESSAGE)
    assert Original("RGVhciBBbm5h", "Уважаемый").coded("Уважаемый", Origin.MESSAGE) == [52, 9]


@pytest.mark.parametrize("origin", [Origin.SENTENCE, Origin.MIXED, Origin.MESSAGE])
def test_a_copy_never_runs_out_of_the_source(origin: Origin) -> None:
    coded = Original("abcd").coded("abcdabcd", origin)
    assert coded == [0, 4, 0, 4]


@pytest.mark.parametrize(
    "coded", [[0, 99], [-1, 1], [3, -2], [1], [0, "a"], [0, 2.5], [None], [99, 0], {}, 7, None]
)
def test_no_pieces_of_a_string_are_an_error(coded: Coded) -> None:
    with pytest.raises((TypeError, ValueError)):
        assert plain(coded, "abcd") is None
