"""Reports: each format is a function of a finished report."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module

from tonecheck.reports.options import TextOptions
from tonecheck.types import Report

Format = Callable[[Report, TextOptions], str]
"""What turns a report into the text of a file or a page."""


def _format(module: str) -> Format:
    """The ``render`` of a module, imported with the first report, so that help comes at once."""

    def render(report: Report, options: TextOptions) -> str:
        text: str = import_module(f"tonecheck.reports.{module}").render(report, options)
        return text

    return render


FORMATS: Mapping[str, Format] = {
    "github": _format("github"),
    "gitlab": _format("gitlab"),
    "html": _format("page"),
    "json": _format("json_format"),
    "junit": _format("junit"),
    "markdown": _format("markdown"),
    "sarif": _format("sarif"),
    "text": _format("text"),
}
"""Every format by its name on the command line, in the order of the alphabet."""

UTF8 = frozenset({"github", "markdown"})
"""The formats for programs that have no escapes of their own: whoever reads them expects UTF-8."""
