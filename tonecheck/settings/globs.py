"""Patterns for paths, written as in ``.gitignore`` and relative to a settings file."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


_NAMES_NOTHING = re.compile(
    r"""\s*$ | !?\.{1,2}[/\\]     # git knows neither this folder nor the one above
    | .*/\.{1,2}(?:/|$)
    | .*\\[\w*.]                # what Windows puts between folders
    | (?:[^\[\\]|\\.|\[[!^]?\]?[^]]*\])*\[[^]]*$  # a bracket that stays open""",
    re.VERBOSE,
)
"""Patterns that git takes and that no file can match."""


def globs(patterns: Iterable[str]) -> GitIgnoreSpec:
    """Patterns, of which the last one that matches decides, as in git.

    Raises:
        ValueError: a pattern that git would not take.
    """
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(patterns)


def name_within(path: Path, folder: Path, *, is_folder: bool = False) -> str | None:
    """A path as patterns see it: from a folder, or where it lies outside, from the current one.

    None for a path in neither.
    """
    place = str(absolute(path))
    for above in (str(folder), os.getcwd()):  # noqa: PTH109 - a text is all that is needed
        start = above.removesuffix(os.sep) + os.sep
        if place.startswith(start):
            return place[len(start) :].replace(os.sep, "/") + "/" * is_folder
    return None


def absolute(path: Path) -> Path:
    """A path from the root, without ``..``; links stay as they are, as whoever names them does."""
    return Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow links


def names_nothing(pattern: str) -> bool:
    """Whether no file can match a pattern, although git would take it."""
    return _NAMES_NOTHING.match(pattern) is not None


def plain(pattern: str) -> str:
    """A pattern as its author may have meant it: without ``./``, with forward slashes."""
    return pattern.strip().replace("\\", "/").removeprefix("./")
