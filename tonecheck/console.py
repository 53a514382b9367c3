"""Standard output and standard error: colour, width, encodings that lack a sign, closed pipes."""

from __future__ import annotations

import errno
import io
import os
import shutil
import sys
from collections.abc import Mapping
from enum import StrEnum
from typing import TextIO

import click

from tonecheck.reports.display import printable
from tonecheck.reports.style import PROBE

_WIDEST = 100
_CLOSED = (errno.EPIPE, errno.EINVAL)  # Windows reports a closed pipe as an invalid argument.


class Color(StrEnum):
    """When to use colours."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


def use_color(choice: Color, stream: TextIO, environment: Mapping[str, str]) -> bool:
    """Whether to colour what goes to a stream.

    ``auto`` means a terminal that is not "dumb", unless ``NO_COLOR`` is set to something.
    """
    if choice is not Color.AUTO:
        return choice is Color.ALWAYS
    if environment.get("NO_COLOR") or environment.get("TERM") == "dumb":
        return False
    return stream.isatty()


def shows_unicode(stream: TextIO) -> bool:
    """Whether the encoding of a stream has every sign that reports draw with."""
    try:
        PROBE.encode(stream.encoding or "ascii")
    except (LookupError, UnicodeEncodeError):
        return False
    return True


def columns(stream: TextIO) -> int:
    """The width of lines for a stream: that of a terminal up to a readable limit, else 80."""
    return min(shutil.get_terminal_size().columns, _WIDEST) if stream.isatty() else 80


def write(text: str, *, color: bool = False) -> None:
    """Write to standard output; a reader who has gone away is no error."""
    _spare_encoding_errors(sys.stdout)
    try:
        click.echo(text, file=sys.stdout, nl=False, color=color)
        sys.stdout.flush()
    except OSError as error:
        _accept_closed(error)


def write_bytes(data: bytes) -> None:
    """Write bytes to standard output as they are; as :func:`write` for the rest."""
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except OSError as error:
        _accept_closed(error)


def note(text: str) -> None:
    """Write a line to standard error; nothing in it can steer the terminal."""
    _spare_encoding_errors(sys.stderr)
    click.echo(printable(text), file=sys.stderr)


def _accept_closed(error: OSError) -> None:
    """Go on without a reader; any other error is raised again."""
    if error.errno not in _CLOSED:
        raise error
    # Whatever is still buffered must not fail once more when Python ends.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _spare_encoding_errors(stream: TextIO) -> None:
    """Let a sign that the encoding lacks become a question mark instead of an error."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="replace")
