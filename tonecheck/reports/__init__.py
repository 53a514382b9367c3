"""Reports: each format is a function of a finished report."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tonecheck.reports import github, gitlab, json_format, junit, markdown, sarif, text
from tonecheck.reports.options import TextOptions
from tonecheck.types import Report

Format = Callable[[Report, TextOptions], str]
"""What turns a report into the text of a file or a page."""

FORMATS: Mapping[str, Format] = {
    "github": github.render,
    "gitlab": gitlab.render,
    "json": json_format.render,
    "junit": junit.render,
    "markdown": markdown.render,
    "sarif": sarif.render,
    "text": text.render,
}
"""Every format by its name on the command line, in the order of the alphabet."""

UTF8 = frozenset({"github", "markdown"})
"""The formats for programs that have no escapes of their own: whoever reads them expects UTF-8."""
