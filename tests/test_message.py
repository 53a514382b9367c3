"""A message's visible text and the way back to its source."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonecheck.message import PLACEHOLDER_CHARACTER, Message, Segment, Zone, text_segments
from tonecheck.templates import read_template

HOLE = PLACEHOLDER_CHARACTER


def plain(source: str) -> Message:
    return Message(source, tuple(read_template(source).segments(0, len(source))))


def marked_up() -> Message:
    """The paragraph ``Pay <b>50&nbsp;€</b> now`` with its tags out of sight."""
    source = "Pay <b>50&nbsp;€</b> now"
    return Message(
        source,
        (
            Segment("Pay ", 0, 4),
            Segment("50", 7, 9),
            Segment("\u00a0", 9, 15),
            Segment("€", 15, 16),
            Segment(" now", 20, 24),
        ),
    )


@pytest.mark.parametrize(
    ("source", "visible"),
    [
        ("", ""),
        ("Please pay.", "Please pay."),
        ("one\r\ntwo\rthree\nfour", "one\ntwo\nthree\nfour"),
        ("\r\n", "\n"),
        ("end\r", "end\n"),
        ("\n\r\n\r", "\n\n\n"),
        ("Dear {{ name }},\r\npay [amount].", f"Dear {HOLE},\npay {HOLE}."),
        ("{{a}}{{b}}", HOLE * 2),
        ("Счёт 🧾 открыт", "Счёт 🧾 открыт"),
    ],
)
def test_visible_text_of_plain_source(source: str, visible: str) -> None:
    assert plain(source).text == visible


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("one\r\ntwo three", "two"),
        ("one\rtwo", "two"),
        ("a\r\n\r\n\r\nb last", "last"),
        ("Dear {{ name }}, pay now", "pay"),
        ("😀 оплатите 😀 счёт", "счёт"),
    ],
)
def test_words_are_found_again_in_the_source(source: str, words: str) -> None:
    message = plain(source)
    start = message.text.index(words)
    first, last = message.source_span(start, start + len(words))
    assert source[first:last] == words
    assert message.spans_only_text(start, start + len(words))


def test_a_placeholder_maps_to_all_of_its_source() -> None:
    message = plain("Dear {{ name }}, pay")
    ((offset, placeholder),) = message.placeholders
    assert offset == 5
    assert message.source_span(5, 6) == (5, 15)
    assert message.source_span(0, 7) == (0, 16)
    assert placeholder.text == "{{ name }}"
    assert not message.spans_only_text(5, 6)
    assert not message.spans_only_text(0, 7)


def test_a_line_end_of_two_characters_is_taken_whole() -> None:
    message = plain("one\r\ntwo")
    assert message.source_span(3, 4) == (3, 5)
    assert message.source_span(0, 7) == (0, 8)
    assert message.spans_only_text(0, 7)


def test_markup_inside_a_span_belongs_to_it() -> None:
    message = marked_up()
    assert message.text == "Pay 50\u00a0€ now"
    assert message.source_span(4, 8) == (7, 16)
    assert message.source_span(0, 12) == (0, 24)
    assert message.source_span(6, 7) == (9, 15)


@pytest.mark.parametrize(
    ("start", "end", "only_text"),
    [(0, 4, True), (4, 6, True), (4, 8, False), (6, 7, False), (7, 12, False), (8, 12, True)],
)
def test_markup_and_entities_may_not_be_edited(start: int, end: int, only_text: bool) -> None:
    assert marked_up().spans_only_text(start, end) is only_text


@pytest.mark.parametrize(
    ("offset", "point"), [(0, 0), (3, 3), (4, 7), (5, 8), (6, 9), (7, 15), (8, 20), (12, 24)]
)
def test_an_empty_span_is_a_point(offset: int, point: int) -> None:
    assert marked_up().source_span(offset, offset) == (point, point)
    assert marked_up().spans_only_text(offset, offset)


def test_an_empty_message_has_its_only_point() -> None:
    message = Message("", ())
    assert message.text == ""
    assert message.source_span(0, 0) == (0, 0)
    assert message.segment_at(0) is None
    assert message.zone_spans(Zone.BODY) == []


def test_segment_at_knows_the_character() -> None:
    message = marked_up()
    assert [message.segments.index(s) for i in range(12) if (s := message.segment_at(i))] == (
        [0] * 4 + [1] * 2 + [2] + [3] + [4] * 4
    )
    assert message.segment_at(12) is None
    assert message.segment_at(-1) is None


def test_subject_and_body_are_told_apart() -> None:
    source = "Счёт 5\n\nДобрый день"
    message = Message(
        source,
        (
            *text_segments(source, 0, 6, zone=Zone.SUBJECT),
            Segment("\n\n", 6, 8),
            *text_segments(source, 8, len(source)),
        ),
    )
    assert message.zone_spans(Zone.SUBJECT) == [(0, 6)]
    assert message.zone_spans(Zone.BODY) == [(6, len(source))]


@pytest.mark.parametrize(
    ("segments", "problem"),
    [
        ((Segment("abc", 0, 4),), "outside a source of 3"),
        ((Segment("a", -1, 1),), "outside"),
        ((Segment("a", 2, 1),), "outside"),
        ((Segment("c", 2, 3), Segment("a", 0, 1)), "before its predecessor ends"),
        ((Segment("ab", 0, 2), Segment("bc", 1, 3)), "before its predecessor ends"),
    ],
)
def test_impossible_segments_are_refused(segments: tuple[Segment, ...], problem: str) -> None:
    with pytest.raises(ValueError, match=problem):
        Message("abc", segments)


def test_a_placeholder_is_one_character() -> None:
    (placeholder,) = read_template("{{a}}").placeholders
    with pytest.raises(ValueError, match="not one character"):
        Message("{{a}}", (Segment("{{a}}", 0, 5, placeholder=placeholder),))


def test_placeholders_outside_the_stretch_are_left_out() -> None:
    source = "{{a}} {{b}} {{c}}"
    segments = read_template(source).segments(6, 11)
    assert [s.placeholder.name for s in segments if s.placeholder] == ["b"]
    assert [(s.start, s.end) for s in segments] == [(6, 11)]


sources = st.text(
    alphabet=st.one_of(st.sampled_from("ab я\r\n{}[]😀\ue000"), st.characters()), max_size=60
)


@given(sources)
def test_segments_of_plain_text_cover_the_source(source: str) -> None:
    segments = read_template(source).segments(0, len(source))
    position = 0
    for segment in segments:
        assert segment.start == position
        assert segment.text
        position = segment.end
    assert position == len(source)


@given(sources, st.data())
def test_every_span_lies_in_the_source(source: str, data: st.DataObject) -> None:
    message = plain(source)
    start = data.draw(st.integers(0, len(message.text)))
    end = data.draw(st.integers(start, len(message.text)))
    first, last = message.source_span(start, end)
    assert 0 <= first <= last <= len(source)
    if start < end and message.spans_only_text(start, end):
        shown = source[first:last].replace("\r\n", "\n").replace("\r", "\n")
        assert shown == message.text[start:end]
    inner = data.draw(st.integers(start, end))
    assert first <= message.source_span(inner, end)[0]
    assert message.source_span(start, inner)[1] <= last


@given(sources)
def test_neighbouring_characters_keep_their_order(source: str) -> None:
    message = plain(source)
    spans = [message.source_span(i, i + 1) for i in range(len(message.text))]
    assert all(a[1] == b[0] for a, b in pairwise(spans))
    assert [message.source_span(i, i)[0] for i in range(len(message.text))] == [a for a, _ in spans]


def test_a_text_of_the_same_length_is_not_verbatim() -> None:
    message = Message("due\n\nsoon", (Segment("due, now?", 0, 9),))
    assert message.source_span(4, 6) == (0, 9)
    assert not message.spans_only_text(4, 6)


def test_a_folded_line_of_the_same_length_maps_as_a_whole() -> None:
    message = Message("pay\nnow", (Segment("pay", 0, 3), Segment(" ", 3, 4), Segment("now", 4, 7)))
    assert message.source_span(2, 5) == (2, 5)
    assert message.spans_only_text(0, 7)


def test_an_edit_does_not_touch_a_sign_shown_as_another() -> None:
    message = Message("pay~now", (Segment("pay", 0, 3), Segment(" ", 3, 4), Segment("now", 4, 7)))
    assert not message.spans_only_text(0, 7)
    assert message.spans_only_text(0, 3)
