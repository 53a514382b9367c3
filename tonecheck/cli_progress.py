"""How far a long run is: one line on a terminal, which is gone at the end."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO

import click

from tonecheck.console import Color, shows_unicode, use_color
from tonecheck.reports.style import Ink, ink
from tonecheck.reports.words import say
from tonecheck.types import Language

PATIENCE = 1.0
"""Seconds; a run that ends sooner shows nothing."""

_PAUSE = 0.1
_WIDTH = 30
_ERASE = "\r\x1b[K"


@contextmanager
def progress(
    total: int, language: Language, *, quiet: bool = False
) -> Iterator[Callable[[], None]]:
    """What to call after each of a number of files; shows a bar where somebody sees it."""
    if quiet or total < 2 or not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield lambda: None
        return
    bar = Bar(total, language, sys.stderr)
    try:
        yield bar.step
    finally:
        bar.clear()


class Bar:
    """A line that says how many files are done.

    Args:
        total: the number of files.
        language: of the line.
        stream: the terminal.
        clock: tells the time in seconds.
    """

    def __init__(
        self,
        total: int,
        language: Language,
        stream: TextIO,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._total, self._done = total, 0
        self._language, self._stream, self._clock = language, stream, clock
        self._next = clock() + PATIENCE
        self._is_drawn = False
        self._color = use_color(Color.AUTO, stream, os.environ)
        self._signs = "━─" if shows_unicode(stream) else "#."

    def step(self) -> None:
        """One file more is done."""
        self._done += 1
        now = self._clock()
        if now >= self._next:
            self._next = now + _PAUSE
            self._draw()

    def clear(self) -> None:
        """Take the line away."""
        if self._is_drawn:
            click.echo(_ERASE, file=self._stream, nl=False, color=True)

    def _draw(self) -> None:
        self._is_drawn = True
        filled = _WIDTH * self._done // self._total
        bar = ink(self._signs[0] * filled, Ink.GOOD, self._color)
        rest = self._signs[1] * (_WIDTH - filled)
        said = say("progress", self._language, done=self._done, total=self._total)
        # Escapes that move the cursor are no colours: they are written whatever NO_COLOR says.
        click.echo(f"{_ERASE}{bar}{rest} {said}", file=self._stream, nl=False, color=True)
