"""The bar of a long run."""

from __future__ import annotations

import io
import sys

import pytest

from tonecheck.cli_progress import PATIENCE, Bar, progress
from tonecheck.types import Language


class Terminal(io.StringIO):
    encoding = "utf-8"  # type: ignore[assignment]

    def isatty(self) -> bool:
        return True


def drawn(steps: int, language: Language = Language.EN, pause: float = 1.0) -> str:
    """What a terminal gets of a bar for four files, steps apart by a pause in seconds."""
    terminal, now = Terminal(), [0.0]
    bar = Bar(4, language, terminal, lambda: now[0])
    for _ in range(steps):
        now[0] += pause
        bar.step()
    bar.clear()
    return terminal.getvalue()


def test_a_bar_grows_and_is_gone_at_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    lines = drawn(4).split("\r\x1b[K")
    assert [line[31:] for line in lines[1:-1]] == [f"{n} of 4 files" for n in range(1, 5)]
    assert [line.count("━") for line in lines[1:-1]] == [7, 15, 22, 30]
    assert lines[0] == lines[-1] == ""


def test_colours_are_used_unless_they_are_unwanted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert "\x1b[32m" in drawn(1)
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[32m" not in drawn(1)


def test_a_short_run_shows_nothing() -> None:
    assert drawn(4, pause=PATIENCE / 10) == ""


def test_it_is_drawn_ten_times_a_second_at_most() -> None:
    assert drawn(100, pause=0.02).count("of 4 files") <= 11


def test_it_speaks_russian() -> None:
    assert "файлы: 1 из 4" in drawn(1, Language.RU)


def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """A terminal in place of standard error, for runs that are not short."""
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr("tonecheck.cli_progress.PATIENCE", 0.0)
    stream = Terminal()
    monkeypatch.setattr(sys, "stderr", stream)
    return stream


def shown(total: int = 2, *, quiet: bool = False) -> bool:
    """Whether standard error gets anything of a step."""
    with progress(total, Language.EN, quiet=quiet) as step:
        step()
    assert isinstance(sys.stderr, io.StringIO)
    return bool(sys.stderr.getvalue())


def test_it_is_for_those_who_see_it(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal(monkeypatch)
    assert not shown(quiet=True)
    assert not shown(total=1)
    monkeypatch.setenv("TERM", "dumb")
    assert not shown()
    monkeypatch.setenv("TERM", "xterm")
    assert shown()
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    assert not shown()


def interrupted() -> None:
    with progress(2, Language.EN) as step:
        step()
        raise KeyboardInterrupt


def test_it_is_gone_after_an_interruption(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = terminal(monkeypatch)
    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert stream.getvalue().endswith("\r\x1b[K")
