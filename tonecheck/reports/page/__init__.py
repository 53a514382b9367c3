"""The report for people in a browser: one HTML page of a whole library, complete in itself.

The page asks nothing of the network: style, script and drawings stand in it, and its content
security policy lets nothing else in. What a draft says is text in it, never markup.
"""

from __future__ import annotations

from tonecheck.reports.options import TextOptions
from tonecheck.types import Report


def render(report: Report, options: TextOptions) -> str:
    """A report as a page, in ``options.language`` or else in English.

    For a stream without Unicode, other characters than ASCII are written by their numbers.
    """
    # Jinja takes a while to import, and the other formats do without.
    from tonecheck.reports.page.filling import fill

    page = fill(report, options)
    return page if options.unicode else page.encode("ascii", "xmlcharrefreplace").decode("ascii")
