"""The Markdown summary: read with a parser, nothing in it that a message put there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tests.reports.generated import HOSTILE, OPTIONS, REPORTS, TEXT
from tests.reports.golden import golden
from tests.reports.samples import (
    UNREADABLE,
    demanding,
    english,
    friendly,
    mixed,
    not_a_reminder,
    russian,
)
from tonecheck.reports.markdown import LIMIT, render
from tonecheck.reports.markup import code, escaped
from tonecheck.reports.options import Detail, TextOptions
from tonecheck.reports.sheets import one_line
from tonecheck.types import FileError, Language, Report

PAGE = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
TAGS = {
    "h2", "p", "strong", "ul", "li", "br", "code", "details", "summary",
    "table", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip
REFERENCE = re.compile(r"@\w|[#!]\d|~\w|GH-\d|https?://|www\.|:\w+:")


class Reader(HTMLParser):
    """The tags, the text and the rows of a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.text: list[str] = []
        self.cells: list[int] = []

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        assert tag in TAGS
        assert all(name == "style" for name, _ in attrs)
        if tag == "tr":
            self.cells.append(0)
        if tag in ("td", "th"):
            self.cells[-1] += 1
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)


def read(markdown: str) -> Reader:
    reader = Reader()
    reader.feed(PAGE.render(markdown))
    reader.close()
    assert not reader.open
    assert set(reader.cells) <= {6}
    return reader


LOOKS = {
    "summary.md": TextOptions(),
    "summary-ru.md": TextOptions(language=Language.RU, detail=Detail.QUIET),
}


@pytest.mark.parametrize("name", LOOKS)
def test_report_looks_as_agreed(name: str) -> None:
    report = demanding(mixed(), min_politeness=30, min_clarity=90)
    text = render(report if name == "summary.md" else mixed(), LOOKS[name])
    assert text == golden(name, text)


@settings(max_examples=200)
@given(REPORTS, OPTIONS)
def test_any_report_is_a_page_of_ours(report: Report, options: TextOptions) -> None:
    text = render(report, options)
    assert len(text) <= LIMIT
    reader = read(text)
    # Names and addresses are looked for in each text between two tags.
    assert not any(REFERENCE.search(part) for part in reader.text)
    folds = text.count("<details>\n")
    assert folds == text.count("</details>\n")


@given(TEXT)
def test_a_text_shows_as_it_is(text: str) -> None:
    for made in (f"x {escaped(text)}", f"x {code(text)}"):
        shown = "".join(read(made).text).replace("\u2060", "")
        assert shown.strip() == f"x {one_line(text)}".strip().replace("\x00", "\ufffd")


@pytest.mark.parametrize("words", HOSTILE)
def test_a_text_begins_nothing(words: str) -> None:
    tags: list[str] = []
    reader = Reader()
    reader.handle_starttag = lambda tag, attrs: tags.append(tag)  # type: ignore[method-assign]
    reader.handle_endtag = lambda tag: None  # type: ignore[method-assign]
    reader.feed(PAGE.render(escaped(words)))
    assert tags in (["p"], [])


def test_messages_with_the_gravest_findings_come_first() -> None:
    worse = replace(russian(), findings=(*russian().findings, *russian().findings))
    text = render(Report((friendly(), english(), worse)), TextOptions())
    rows = [line for line in text.splitlines() if line.startswith("| <code>")]
    assert [row.split("</code>")[0][8:] for row in rows] == [
        "шаблоны/долг.txt", "drafts/late.txt",
    ]  # fmt: skip
    severities = re.findall(r"^- \*\*(\w+)\*\*", text.split("</details>")[1], re.MULTILINE)
    assert severities == ["error"] * 2 + ["warning"] * 5 + ["suggestion"] * 3


def test_low_scores_are_marked() -> None:
    text = render(demanding(Report((english(), friendly())), min_politeness=30), TextOptions())
    assert (
        "| <code>drafts/late.txt</code> | **22** (below the 30 asked for) | 71 | 2 | 5 | 3 |"
        in text
    )
    assert "kind.txt" not in text


def test_a_long_report_is_cut_and_says_by_how_much() -> None:
    many = tuple(replace(english(), path=f"drafts/{number}.txt") for number in range(400))
    errors = tuple(FileError(f"photos/{number}.txt", "is binary " * 20) for number in range(400))
    text = render(Report(many, errors), TextOptions())
    assert LIMIT * 0.8 < len(text) <= LIMIT
    read(text)
    shown = text.count("<br>\n  →")
    left = re.search(r"too long: (\d+) findings in (\d+) messages\.\n$", text)
    assert left
    assert int(left[1]) == 400 * len(english().findings) - shown
    rows = text.count("| <code>")
    assert f"… and {400 - rows} more." in text


def test_one_endless_sentence_does_not_break_the_limit() -> None:
    finding = replace(english().findings[0], message="very " * 50_000)
    text = render(Report((replace(english(), findings=(finding,)),)), TextOptions())
    assert len(text) < 1_000
    assert text.endswith("too long: 1 finding in 1 message.\n")


def test_a_good_run_is_one_line() -> None:
    report = Report((friendly(), not_a_reminder()))
    assert render(report, TextOptions()) == (
        "## tonecheck: 1 message: nothing to improve; 1 file is not a reminder\n"
    )
    assert render(report, TextOptions(detail=Detail.QUIET)) == ""


def test_a_file_that_cannot_be_read_is_named_even_in_a_quiet_report() -> None:
    text = render(Report((), (UNREADABLE,)), TextOptions(detail=Detail.QUIET))
    assert "- <code>drafts/photo.txt</code>: is binary, not text\n" in text


def test_a_branch_is_named_and_a_message_of_a_catalogue_too() -> None:
    finding = replace(english().findings[0], branch="order.total > 100")
    message = replace(english(), name="second|one", findings=(finding,))
    text = render(Report((message,)), TextOptions())
    assert "only where order.total &#62; 100" in text
    assert "<summary><code>drafts/late.txt</code> (second&#124;one): 1 warning</summary>" in text


def test_standard_input_has_a_name_in_words() -> None:
    text = render(Report((replace(russian(), path="<stdin>"),)), TextOptions())
    assert "| <code>стандартный ввод</code> |" in text


@given(st.integers(0, 30))
def test_an_emoji_or_a_tab_is_no_reason_to_fail(number: int) -> None:
    words = "🙂\t" * number
    message = replace(english().findings[0], text=words or "x")
    read(render(Report((replace(english(), findings=(message,)),)), TextOptions()))
