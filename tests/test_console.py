from __future__ import annotations

import io
import sys

import pytest

from tonecheck.console import Color, columns, note, shows_unicode, use_color, write


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("choice", "terminal", "environment", "expected"),
    [
        (Color.AUTO, True, {}, True),
        (Color.AUTO, False, {}, False),
        (Color.AUTO, True, {"NO_COLOR": "1"}, False),
        (Color.AUTO, True, {"NO_COLOR": ""}, True),
        (Color.AUTO, True, {"TERM": "dumb"}, False),
        (Color.ALWAYS, False, {"NO_COLOR": "1"}, True),
        (Color.NEVER, True, {}, False),
    ],
)
def test_when_colours_are_used(
    choice: Color, terminal: bool, environment: dict[str, str], expected: bool
) -> None:
    stream = Terminal() if terminal else io.StringIO()
    assert use_color(choice, stream, environment) is expected


@pytest.mark.parametrize(
    ("encoding", "expected"),
    [("utf-8", True), ("utf-16", True), ("ascii", False), ("cp866", False), ("cp1251", False)],
)
def test_which_encodings_have_the_signs(encoding: str, expected: bool) -> None:
    assert shows_unicode(io.TextIOWrapper(io.BytesIO(), encoding=encoding)) is expected


def test_what_is_no_terminal_has_eighty_columns() -> None:
    assert columns(io.StringIO()) == 80


def test_a_wide_terminal_is_not_used_to_the_edge(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "250")
    assert columns(Terminal()) == 100


def test_a_sign_that_the_encoding_lacks_becomes_a_question_mark(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    data = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(data, encoding="cp1252", newline=""))
    write("£5 счёт\n")
    assert data.getvalue() == b"\xa35 ????\n"


def test_notes_go_to_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    note("bad\x1b[2J.txt: is empty")
    assert capsys.readouterr() == ("", "bad\ufffd[2J.txt: is empty\n")
