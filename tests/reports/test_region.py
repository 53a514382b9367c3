"""Regions for other programs: lines that exist, stretches that say what was found."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonecheck.positions import LineIndex
from tonecheck.reports.region import Region, exact_region, shown_region

SOURCES = st.text(alphabet="aё🙂\r\n\t ", max_size=30)


@pytest.mark.parametrize(
    ("source", "start", "end", "place"),
    [
        ("one\ntwo", 4, 7, (2, 1, 2, 4)),
        ("one\ntwo\n", 4, 8, (2, 1, 2, 4)),  # the line end at its end is left out
        ("one\ntwo\n", 8, 8, (2, 4, 2, 4)),  # behind the last line end
        ("one\r\ntwo", 4, 4, (1, 4, 1, 4)),  # inside a line end
        ("one\r\ntwo", 1, 6, (1, 2, 2, 2)),
        ("🙂 one", 2, 5, (1, 3, 1, 6)),  # in code points
        ("\tone", 1, 4, (1, 2, 1, 5)),
        ("one\n\n\n", 6, 6, (3, 1, 3, 1)),
        ("a\n\n\nb", 0, 4, (1, 1, 1, 2)),
        ("", 0, 0, (1, 1, 1, 1)),
        ("\n", 0, 1, (1, 1, 1, 1)),
    ],
)
def test_what_is_shown(source: str, start: int, end: int, place: tuple[int, ...]) -> None:
    region = shown_region(LineIndex(source), start, end)
    assert (region.line, region.column, region.end_line, region.end_column) == place


@given(SOURCES, st.data())
def test_a_region_lies_on_lines_with_text_and_keeps_what_was_found(
    source: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(source)))
    end = data.draw(st.integers(start, len(source)))
    lines = LineIndex(source)
    region = shown_region(lines, start, end)
    assert source[region.start : region.end].strip("\r\n") == source[start:end].strip("\r\n")
    for line, column in ((region.line, region.column), (region.end_line, region.end_column)):
        assert 1 <= column <= len(lines.text(line)) + 1
    assert 0 <= region.start <= region.end <= len(source)
    assert region == exact_region(lines, region.start, region.end)
    last = region.end_line
    assert last < len(lines) or lines.text(last) or len(lines) == 1


@given(SOURCES)
def test_an_exact_region_keeps_its_offsets(source: str) -> None:
    region = exact_region(LineIndex(source), 0, len(source))
    assert isinstance(region, Region)
    assert (region.start, region.end) == (0, len(source))
