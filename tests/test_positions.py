from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonecheck.positions import LineIndex

SOURCE = "one\ntwo\r\nthree\rfour"


@pytest.mark.parametrize(
    ("quote", "place"),
    [("one", (1, 1)), ("wo", (2, 2)), ("three", (3, 1)), ("our", (4, 2))],
)
def test_every_line_end_begins_a_line(quote: str, place: tuple[int, int]) -> None:
    assert LineIndex(SOURCE).place(SOURCE.index(quote)) == place


def test_a_line_end_belongs_to_its_line() -> None:
    lines = LineIndex("ab\r\ncd")
    assert [lines.place(offset) for offset in (2, 3, 4)] == [(1, 3), (1, 4), (2, 1)]


def test_columns_count_code_points() -> None:
    assert LineIndex("🙂ё x").place(3) == (1, 4)


def test_an_offset_past_the_end_is_the_end() -> None:
    assert LineIndex("ab\n").place(99) == (2, 1)


def test_an_empty_source_has_one_line() -> None:
    lines = LineIndex("")
    assert (len(lines), lines.place(0), lines.text(1)) == (1, (1, 1), "")


@given(st.text(alphabet="ab \n\rё", max_size=40))
def test_line_and_column_lead_back_to_the_offset(source: str) -> None:
    lines = LineIndex(source)
    for offset in range(len(source) + 1):
        line, column = lines.place(offset)
        first, last = lines.span(line)
        assert first + column - 1 == offset
        assert lines.text(line) == source[first:last]
        assert "\n" not in lines.text(line)
        assert "\r" not in lines.text(line)
