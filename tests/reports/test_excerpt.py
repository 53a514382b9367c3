from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonecheck.positions import LineIndex
from tonecheck.reports.display import width_of
from tonecheck.reports.excerpt import excerpt
from tonecheck.reports.options import TextOptions
from tonecheck.reports.style import Ink


def shown(source: str, quote: str, width: int = 60, *, color: bool = False) -> list[str]:
    start = source.index(quote)
    options = TextOptions(width=width, color=color)
    return excerpt(LineIndex(source), start, start + len(quote), 0, Ink.ERROR, options)


def under(line: str, carets: str) -> str:
    """What stands above the carets, cell by cell, in a font of one width."""
    first = width_of(carets) - width_of(carets.lstrip(" \t"))
    cells = "".join(c + "\0" * (width_of(c) - 1) for c in line if width_of(c))
    return cells[first : width_of(carets)].replace("\0", "")


def test_the_stretch_is_underlined() -> None:
    assert shown("Please pay at once.", "pay") == ["Please pay at once.", "       ^^^"]


def test_only_the_lines_with_the_stretch_are_shown() -> None:
    source = "Dear Ann,\r\nplease pay\r\nnow."
    assert shown(source, "pay") == ["please pay", "       ^^^"]


def test_wide_and_combining_characters_stay_aligned() -> None:
    line, carets = shown("東京 сче\u0308т 🙂 pay now", "pay")
    assert carets.index("^") == width_of(line[: line.index("pay")])
    assert carets.count("^") == 3


def test_a_wide_stretch_has_carets_for_all_its_columns() -> None:
    assert shown("in 東京 now", "東京")[1] == "   ^^^^"


def test_a_tab_stays_above_a_tab() -> None:
    assert shown("a\tb\tpay", "pay") == ["a\tb\tpay", " \t \t^^^"]


def test_a_long_line_is_cut_around_the_stretch_at_spaces() -> None:
    source = "word " * 40 + "pay at once" + " word" * 40
    line, carets = shown(source, "pay at once", 50)
    assert width_of(line) <= 50
    assert re.fullmatch(r"…(word )+pay at once( word)+…", line)
    assert under(line, carets) == "pay at once"


def test_a_placeholder_is_not_cut() -> None:
    source = "and {{ client.first_name }} xxxxxxxx pay yyyyyyyy by {{ due_date | day }}"
    for width in range(40, 80):
        line = shown(source, "pay", width)[0]
        assert line.count("{{") == line.count("}}")


def test_a_stretch_wider_than_the_room_begins_the_line() -> None:
    source = "so " + "пожалуйста " * 30
    line, carets = shown(source, "пожалуйста " * 20, 40)
    assert line == "…пожалуйста пожалуйста пожалуйста…"
    assert width_of(line) <= 40
    assert width_of(carets) <= 40


def test_of_many_lines_the_first_and_the_last_are_shown() -> None:
    source = "a\nb\nc\nd\ne"
    assert shown(source, source) == ["a", "^", "…", "e", "^"]


def test_a_few_lines_are_all_shown_without_empty_ones() -> None:
    source = "pay\n\n  now"
    assert shown(source, source) == ["pay", "^^^", "  now", "  ^^^"]


def test_a_place_has_one_caret() -> None:
    options = TextOptions()
    lines = excerpt(LineIndex("pay now"), 4, 4, 2, Ink.ERROR, options)
    assert lines == ["  pay now", "      ^"]


def test_a_place_after_the_text_has_one_caret() -> None:
    lines = excerpt(LineIndex("pay"), 3, 3, 0, Ink.ERROR, TextOptions())
    assert lines == ["pay", "   ^"]


def test_colour_marks_the_stretch() -> None:
    line, carets = shown("Please pay.", "pay", color=True)
    assert line == "Please \x1b[1;31mpay\x1b[0m."
    assert carets == "       \x1b[1;31m^^^\x1b[0m"


def test_escape_codes_of_the_source_do_not_reach_the_terminal() -> None:
    assert "\x1b" not in "".join(shown("\x1b[2Jpay\x1b]0;x\x07", "pay"))


@pytest.mark.parametrize("around", ["x", "!", "東", "\u0301", "\t"])
def test_a_line_of_a_million_characters(around: str) -> None:
    source = around * 500_000 + " pay " + around * 500_000
    for _ in range(50):
        line, carets = shown(source, "pay", 80)
    assert "pay" in line
    assert carets.strip() == "^^^"


@given(st.text(alphabet="ab я東{}\t\r\n\u0301🙂!", max_size=200), st.data())
def test_lines_fit_and_carets_are_there(source: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(source)))
    end = data.draw(st.integers(start, len(source)))
    width = data.draw(st.integers(40, 100))
    lines = excerpt(LineIndex(source), start, end, 4, Ink.ERROR, TextOptions(width=width))
    assert len(lines) >= 2
    assert all(width_of(line) <= width for line in lines)
    assert "^" in lines[1] or "\t" in lines[1]
