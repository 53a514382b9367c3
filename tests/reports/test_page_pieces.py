from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.reports.page_samples import overlapping
from tonecheck.reports.options import TextOptions
from tonecheck.reports.page.message import Page, Shown
from tonecheck.reports.page.pieces import Mark, Piece, linked, pieces, quotes, shortened
from tonecheck.reports.page.visible import Run
from tonecheck.types import Category, Finding, Severity


def mark(note: int, start: int, end: int) -> Mark:
    finding = Finding(
        f"rule-{note}", Category.VAGUE, Severity.WARNING, "why", "instead", (), start, end, ""
    )
    return Mark(note, finding)


def run(text: str, start: int = 0, *, exact: bool = True, hole: bool = False) -> Run:
    return Run(text, start, start + len(text), exact, hole)


def test_marks_within_and_across_each_other() -> None:
    shown = Shown(1, overlapping(), Page(TextOptions()))
    told = [(p.piece.text, p.notes) for _, group in shown.body for p in group]
    assert told == [
        ("Pay ", (1,)),
        ("at once", (2, 1)),
        (" or we ", (1,)),
        ("sue", (3, 1)),
        (" you ", (3,)),
        ("in court", (4, 5, 3)),
        (".", ()),
    ]


def test_each_note_is_reached_once_by_its_shortest_mark() -> None:
    shown = Shown(1, overlapping(), Page(TextOptions()))
    parts = [p for _, group in shown.body for p in group if p.notes]
    assert [p.anchors for p in parts] == [(1,), (2,), (), (3,), (), (4, 5)]
    assert [p.is_first for p in parts] == [True, True, False, True, False, True]
    assert [p.ends for p in parts] == [(), (2,), (), (1,), (), (4, 5, 3)]


def test_a_piece_looks_like_its_worst_mark() -> None:
    shown = Shown(1, overlapping(), Page(TextOptions()))
    worst = [p.severity for _, group in shown.body for p in group if p.notes]
    assert worst[0] is Severity.SUGGESTION
    assert worst[1] is Severity.WARNING
    assert worst[3] is Severity.ERROR


def test_findings_that_say_the_same_share_a_note() -> None:
    text = "now and Now"
    same = [mark(1, 0, 3), mark(1, 8, 11)]
    parts = list(linked(pieces([run(text)], same), same))
    assert [p.notes for p in parts] == [(1,), (), (1,)]
    assert [p.anchors for p in parts] == [(1,), (), ()]
    assert [p.is_first for p in parts] == [True, False, True]


def test_a_placeholder_is_marked_as_a_whole() -> None:
    runs = [run("Dear "), run("{{ name }}", 5, exact=False, hole=True), run("!", 15)]
    whole = pieces(runs, [mark(1, 8, 12)])
    assert [(p.text, p.marks) for p in whole] == [("Dear ", ()), ("{{ name }}", (0,)), ("!", ())]
    assert quotes(whole) == {0: "{{ name }}"}


def test_too_long_a_text_says_what_is_left_out() -> None:
    (piece,) = shortened([Piece("a" * 3_000 + "b" * 3_000)], as_source=False)
    assert len(piece.text) + piece.left_out + len(piece.rest) == 6_000
    assert piece.text.endswith("a")
    assert piece.rest.endswith("b")
    assert shortened([Piece("a" * 2_000)], as_source=False)[0].left_out == 0
    assert shortened([Piece("a" * 2_000)], as_source=True)[0].left_out > 0


@given(
    st.text(alphabet="ab \n", max_size=30),
    st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=5),
)
def test_no_character_is_lost_and_each_mark_covers_its_own(
    text: str, spans: list[tuple[int, int]]
) -> None:
    marks = [mark(n, min(span), max(span)) for n, span in enumerate(spans, start=1)]
    half = len(text) // 2
    runs = [r for r in (run(text[:half]), run(text[half:], half)) if r.text]
    whole = pieces(runs, marks)
    assert "".join(piece.text for piece in whole) == text
    position = 0
    for piece in whole:
        for offset in range(position, position + len(piece.text)):
            covered = {n for n, m in enumerate(marks) if m.finding.start <= offset < m.finding.end}
            assert set(piece.marks) == covered
        position += len(piece.text)
