"""Text from anywhere in Markdown and HTML: it shows as it is and does nothing else."""

from __future__ import annotations

import re

from tonecheck.reports.sheets import one_line

_JOINER = "\u2060"
_STRUCTURAL = {ord(c): f"&#{ord(c)};" for c in "&<>\\`*_[]#|~$"}
# Names of people and issues (@name, #12, !12, ~label, %12, GH-12), pictures (:name:) and addresses
# are looked for in the finished page, where no escape helps: a joiner that nobody sees parts them.
_REFERENCE = re.compile(
    r"@|[#!](?=\d)|[~%&](?=[\w\"])|:(?=//|[\w+-]+:)|www(?=\.)|(?<=\bGH)-(?=\d)", re.IGNORECASE
)
_START = re.compile(r"^(\d+)([.)])|^[-+=]")


def escaped(text: str) -> str:
    """A text on one line for Markdown, within HTML and in tables as well."""
    parted = _REFERENCE.sub(lambda found: found[0] + _JOINER, one_line(text))
    return _START.sub(_as_number, parted).translate(_STRUCTURAL)


def code(text: str) -> str:
    """Words of a file, in letters of one width."""
    return f"<code>{escaped(text)}</code>"


def _as_number(found: re.Match[str]) -> str:
    """What could begin a list or a heading, with a joiner before it."""
    return _JOINER + found[0]
