"""The report for people in a browser: one HTML page of a whole library, complete in itself.

The page asks nothing of the network: style, script and drawings stand in it, and its content
security policy lets nothing else in. What a draft says is text in it, never markup.
"""

from __future__ import annotations

from tonecheck.reports.options import TextOptions
from tonecheck.types import Report


def render(report: Report, options: TextOptions) -> str:
    """A report as a page, in ``options.language`` or else in English."""
    # Jinja takes a while to import, and the other formats do without.
    from tonecheck.reports.page.filling import fill

    return fill(report, options)
