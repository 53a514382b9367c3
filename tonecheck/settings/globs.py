"""Patterns for paths, written as in ``.gitignore`` and relative to a settings file."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


@dataclass(frozen=True, slots=True, eq=False)
class Globs:
    """Patterns, of which the last one that matches a path decides, as in git.

    They are relative to ``folder``; for a path outside it, to the current folder.
    """

    folder: Path
    spec: GitIgnoreSpec

    def match(self, path: Path, *, is_folder: bool = False) -> bool:
        """Whether the patterns name a path."""
        relative = os.path.relpath(absolute(path), self.folder)
        if relative.startswith(os.pardir):
            relative = os.path.relpath(path)
        if relative.startswith(os.pardir) or relative == os.curdir:
            return False
        name = relative.replace(os.sep, "/") + "/" * is_folder
        return self.spec.match_file(name)


def absolute(path: Path) -> Path:
    """A path from the root, without ``..``; links stay as they are, as whoever names them does."""
    return Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow links


def globs(folder: Path, patterns: Iterable[str]) -> Globs:
    """Patterns relative to a folder.

    Raises:
        ValueError: a pattern that git would not take.
    """
    from pathspec import GitIgnoreSpec

    return Globs(folder, GitIgnoreSpec.from_lines(patterns))
