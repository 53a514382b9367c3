"""Paths as reports for other programs write them."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

from tonecheck.reports.display import printable
from tonecheck.reports.words import STDIN

_SAFE = "/~!$&'()*+,;=@"


def slashed(path: str) -> str:
    """A path with forward slashes, relative to the current folder where it lies inside of it."""
    if path == STDIN:
        return path
    place = Path(path)
    if place.is_absolute() and place.is_relative_to(Path.cwd()):
        place = place.relative_to(Path.cwd())
    return place.as_posix()


def is_relative(path: str) -> bool:
    """Whether a slashed path starts at the current folder."""
    return path != STDIN and not Path(path).is_absolute()


def as_uri(path: str) -> str:
    """A slashed path as a URI reference; every byte beyond ASCII is percent-encoded."""
    if path == STDIN or is_relative(path):
        return quote(path, safe=_SAFE, errors="surrogateescape" if _is_bytes(path) else "replace")
    absolute = quote(path, safe=_SAFE + ":", errors="replace")
    return f"file://{'' if absolute.startswith('/') else '/'}{absolute}"


def shown_path(path: str) -> str:
    """A slashed path on one line, with nothing in it that steers a terminal or a page."""
    return printable(path).replace("\t", " ")


def _is_bytes(path: str) -> bool:
    """Whether every surrogate in a path stands for a byte of its name."""
    return not any("\ud800" <= c <= "\udfff" and not "\udc80" <= c <= "\udcff" for c in path)
