"""Plain text and messages from parts: what is seen and where it came from."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonecheck.message import PLACEHOLDER_CHARACTER, Message, Zone
from tonecheck.readers import ReadError, from_parts, read_bytes, read_source
from tonecheck.templates import read_template
from tonecheck.types import FactType

PROSE = st.text(st.characters(codec="utf-8", exclude_characters="\0\ufeff\ue000"), max_size=200)
MARKED = st.text("ab *_`[](){}<!->#\n\r\t&;1.:/~\\", max_size=120)


def assert_true_to_source(message: Message) -> None:
    """Every segment of the length of its source is that source, save line ends."""
    for segment in message.segments:
        behind = message.source[segment.start : segment.end]
        if segment.placeholder:
            assert behind == segment.placeholder.text
        elif len(segment.text) == len(behind) and segment.text not in ("\n", " "):
            assert segment.text == behind
    ends = [segment.end for segment in message.segments]
    assert ends == sorted(ends)


@pytest.mark.parametrize("suffix", [".txt", ".md"])
@given(source=st.one_of(PROSE, MARKED))
def test_visible_text_is_true_to_its_source(suffix: str, source: str) -> None:
    try:
        message = read_source(source, suffix)
    except ReadError:
        return
    assert_true_to_source(message)


def is_plain(text: str) -> bool:
    """Whether every character is seen where it stands: no CR, no placeholder, not blank."""
    return bool(text.strip()) and "\r" not in text and not read_template(text).placeholders


@given(PROSE.filter(is_plain), st.data())
def test_any_stretch_maps_to_itself(body: str, data: st.DataObject) -> None:
    message = from_parts(None, body)
    start = data.draw(st.integers(0, len(message.text)))
    end = data.draw(st.integers(start, len(message.text)))
    first, last = message.source_span(start, end)
    assert message.source[first:last] == message.text[start:end]


def test_a_draft_is_seen_as_it_is() -> None:
    source = "Dear Anna,\r\n\r\nplease pay.\r> you wrote\n"
    message = read_source(source)
    assert message.text == "Dear Anna,\n\nplease pay.\n> you wrote\n"
    assert message.source_span(10, 12) == (10, 14)


def test_placeholders_are_one_typed_character() -> None:
    message = read_source("Pay {{ amount }} by [due date].")
    assert message.text == f"Pay {PLACEHOLDER_CHARACTER} by {PLACEHOLDER_CHARACTER}."
    assert [p.fact for _, p in message.placeholders] == [FactType.AMOUNT, FactType.DUE_DATE]


def test_a_mark_in_the_text_is_passed_over() -> None:
    message = read_source("\ufeff---\nstage: due\n---\nHi")
    assert (message.text, message.declared.stage) == ("Hi", "due")


def test_the_sign_for_placeholders_in_the_text_is_no_placeholder() -> None:
    message = read_source("Icon \ue000 and {{ x }}")
    assert message.text == "Icon \ufffd and \ue000"
    assert [offset for offset, _ in message.placeholders] == [11]
    assert "\ue000" not in read_source("Icon &#xE000;", ".md").text


def test_parts_make_one_source() -> None:
    message = from_parts("Invoice {{ n }}", "Subject: hi\n\nPay [amount]")
    assert message.source == "Invoice {{ n }}\n\nSubject: hi\n\nPay [amount]"
    assert message.text == "Invoice \ue000\n\nSubject: hi\n\nPay \ue000"
    assert message.zone_spans(Zone.SUBJECT) == [(0, 9)]
    assert message.declared.subject == "Invoice {{ n }}"


@pytest.mark.parametrize("subject", [None, "", " "])
def test_parts_without_a_subject(subject: str | None) -> None:
    message = from_parts(subject, "Hi")
    assert (message.source, message.text) == ("Hi", "Hi")
    assert message.zone_spans(Zone.SUBJECT) == []


@pytest.mark.parametrize("source", ["", " \r\n\t", "\ufeff", "\ufeff\n"])
def test_nothing_is_no_message(source: str) -> None:
    for suffix in (".txt", ".md"):
        with pytest.raises(ReadError, match=r"^is empty$"):
            read_source(source, suffix)
        with pytest.raises(ReadError, match=r"^is empty$"):
            read_bytes(source.encode(), suffix)
    with pytest.raises(ReadError, match=r"^is empty$"):
        from_parts("Subject", source.replace("\ufeff", ""))


@pytest.mark.parametrize("source", ["---\nstage: due\n---\n \n", "Subject: A\n\n"])
def test_nothing_below_the_opening_is_no_message(source: str) -> None:
    with pytest.raises(ReadError, match="has no text below"):
        read_source(source)


@pytest.mark.parametrize(
    ("source", "words"),
    [("a\n\ud83d b", r"line 2: '\\ud83d' is half"), ("a\n\nb\0", "line 3: a NUL character")],
)
def test_broken_text_is_refused(source: str, words: str) -> None:
    with pytest.raises(ReadError, match=words):
        read_source(source)
    with pytest.raises(ReadError, match=words):
        from_parts(None, source)


@pytest.mark.parametrize(
    "source",
    ["a" * 1_000_000, "!" * 100_000, "[" * 100_000, "{{" * 100_000, "*a_" * 30_000, "`" * 100_000],
    ids=["no space", "exclamation marks", "brackets", "braces", "emphasis", "backticks"],
)
@pytest.mark.parametrize("suffix", [".txt", ".md"])
def test_hostile_text_is_read(source: str, suffix: str) -> None:
    (message,) = read_bytes(source.encode(), suffix)
    assert message.source == source
    assert set(message.text) <= set(source)
