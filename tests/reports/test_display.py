from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonecheck.reports.display import TAB_WIDTH, cell_widths, plain, printable, width_of, wrap


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("abc", 3),
        ("счёт", 4),
        ("сче\u0308т", 4),
        ("東京", 4),
        ("🙂", 2),
        ("👩\u200d👩\u200d👧", 2),
        ("👍🏽", 2),
        ("❤\ufe0f", 2),
        ("🇬🇧", 2),
        ("a\u200bb", 2),
        ("\t", TAB_WIDTH),
        ("\x1b[1;31mred\x1b[0m", 3),
    ],
    ids=["latin", "cyrillic", "combining", "wide", "emoji", "family", "skin tone",
         "emoji style", "flag", "no width", "tab", "colour"],
)  # fmt: skip
def test_width(text: str, width: int) -> None:
    assert width_of(text) == width


@given(st.text())
def test_every_character_has_a_width(text: str) -> None:
    assert len(cell_widths(text)) == len(text)


@pytest.mark.parametrize("character", ["\x1b", "\x07", "\r", "\n", "\x9b", "\u202e", "\u2028"])
def test_what_steers_a_terminal_is_replaced(character: str) -> None:
    assert printable(f"a{character}b") == "a\ufffdb"


@given(st.text())
def test_printable_keeps_the_length(text: str) -> None:
    assert len(printable(text)) == len(text)
    assert "\x1b" not in printable(text)


def test_tabs_letters_and_emoji_are_printable() -> None:
    text = "\tсчёт 👩\u200d👧 é"
    assert printable(text) == text


def test_plain_signs() -> None:
    assert plain("«Да» — “yes”… → №\u00a05") == '"Да" - "yes"... -> No. 5'


@given(st.text(alphabet="ab я東 \n"), st.integers(2, 30))
def test_wrapped_lines_fit_and_lose_no_word(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert all(width_of(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_words_stay_whole_where_they_fit() -> None:
    assert wrap("one two three", 7) == ["one two", "three"]
