"""Where finished reports go, and what the exit code says about them."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from enum import IntEnum
from pathlib import Path

from tonecheck.console import Color, columns, shows_unicode, use_color, write, write_bytes
from tonecheck.reports import FORMATS, UTF8
from tonecheck.reports.options import TextOptions
from tonecheck.reports.words import say
from tonecheck.sentences import TonecheckError
from tonecheck.types import Language, Report


class Status(IntEnum):
    """Exit codes; of the first three a higher one wins over a lower one."""

    WELL = 0
    FINDINGS = 1
    TROUBLE = 2
    INTERRUPTED = 130


def status(report: Report) -> Status:
    """The exit code of a check, by what each message has to hold."""
    if report.errors:
        return Status.TROUBLE
    failed = any(m.is_low or any(map(m.fails, m.findings)) for m in report.messages)
    return Status.FINDINGS if failed else Status.WELL


def for_stdout(options: TextOptions, color: Color) -> TextOptions:
    """The options as they suit standard output."""
    return replace(
        options,
        color=use_color(color, sys.stdout, os.environ),
        width=columns(sys.stdout),
        unicode=shows_unicode(sys.stdout),
    )


def deliver(
    report: Report, name: str, place: Path | None, options: TextOptions, color: Color
) -> None:
    """Write a report in a format to a file, or to standard output.

    Raises:
        TonecheckError: the file cannot be written.
    """
    if place is None:
        options = for_stdout(options, color)
        if name in UTF8 and not sys.stdout.isatty():
            text = FORMATS[name](report, replace(options, unicode=True))
            write_bytes(text.encode("utf-8", "replace"))
            return
        write(FORMATS[name](report, options), color=options.color)
        return
    options = replace(options, color=color is Color.ALWAYS)
    try:
        text = FORMATS[name](report, options)
        # The name of a file may hold bytes that are no text.
        place.write_text(text, encoding="utf-8", errors="replace", newline="\n")
    except OSError as error:
        language = options.language or Language.EN
        reason = error.strerror or str(error)
        raise TonecheckError(say("not-written", language, path=str(place), reason=reason)) from None
