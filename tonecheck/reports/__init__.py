"""Reports: each format is a function of a finished report."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tonecheck.reports import json_format, page, text
from tonecheck.reports.options import TextOptions
from tonecheck.types import Report

Format = Callable[[Report, TextOptions], str]
"""What turns a report into the text of a file or a page."""

FORMATS: Mapping[str, Format] = {
    "html": page.render,
    "json": json_format.render,
    "text": text.render,
}
"""Every format by its name on the command line, in the order of the alphabet."""
