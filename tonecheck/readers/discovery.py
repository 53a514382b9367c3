"""Which files to check: the ones named, and those that count in the folders named."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from tonecheck.readers.decoding import HEAD_BYTES, looks_binary
from tonecheck.templates import TEMPLATE_SUFFIXES

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

TEXT_SUFFIXES = (".txt", ".text", ".md", ".markdown", ".html", ".htm", ".mjml", ".eml", ".docx")
DEFAULT_SUFFIXES = (*TEXT_SUFFIXES, *TEMPLATE_SUFFIXES)
"""The suffixes of the files that count in a folder; ``.txt.j2`` is one of ``.j2``."""

# Templates of something else: their text is not for clients.
_OTHER_TEMPLATES = re.compile(
    r"\.(?:xml|ya?ml|json|toml|ini|cfg|conf|env|css|js|ts|vue|py|rb|php|sh|sql|service|tf)$"
)
_PROJECT_FILES = re.compile(
    r"""(?:readme|changelog|licen[cs]e|copying|contributing|contributors|code_of_conduct|authors
        |maintainers|requirements|constraints|robots|humans|cmakelists)
        (?:[-_][a-z]{2})?(?:\..*)?""",
    re.VERBOSE | re.IGNORECASE,
)
# A "notice.txt" may be a reminder; a "NOTICE" belongs to the project.
_SHOUTED_PROJECT_FILES = re.compile(
    r"(?:NOTICE|HISTORY|NEWS|CHANGES|SECURITY|SUPPORT|TODO|INSTALL|GOVERNANCE)(?:\..*)?"
)


class Scope(Protocol):
    """What settings say about which files count."""

    def includes(self, path: Path) -> bool | None:
        """Whether a file counts; None where nothing is said and the suffix decides."""

    def excludes(self, path: Path, *, is_folder: bool) -> bool:
        """Whether a file or a folder is left out."""


_OWN_PAGE = b'<meta name="generator" content="tonecheck">'
"""What a report of tonecheck's own says of itself: it quotes reminders and is none."""


@dataclass(frozen=True, slots=True)
class _Ignored:
    """One file of ignore patterns and the folder that they are relative to."""

    folder: Path
    patterns: GitIgnoreSpec

    def verdict(self, path: Path, *, is_folder: bool) -> bool | None:
        """Whether ``path`` is ignored; None where no pattern speaks of it."""
        relative = path.relative_to(self.folder).as_posix()
        return self.patterns.check_file(relative + "/" * is_folder).include


def discover(
    paths: Sequence[Path],
    *,
    include: Sequence[str] = DEFAULT_SUFFIXES,
    scope: Scope | None = None,
) -> Iterator[Path]:
    """The files to check, each once, in the order of ``paths`` and then by name.

    A file that is named counts, whatever it is called; so does a path that does not exist or
    a folder that cannot be listed, for reading it gives the error, and the others go on. In a
    folder, files count whose name ends in one of ``include``, save hidden ones, ones that git
    ignores (``.gitignore`` from the root of the repository down, ``.git/info/exclude``),
    binary ones, reports of tonecheck's own and those about a project (README, LICENSE …). Links
    to folders are not followed. A ``scope`` has its say about what is in a folder, in place of
    ``include``.
    """
    seen: set[str] = set()
    suffixes = tuple(suffix.lower() for suffix in include)
    for path in paths:
        found = _walk(path, suffixes, scope) if _is_folder(path) else (path,)
        for file in found:
            real = os.path.realpath(file)
            if real not in seen:
                seen.add(real)
                yield file


def is_about_project(path: Path) -> bool:
    """Whether a file is about a project, such as README or LICENSE, by its name."""
    name = path.name
    return bool(_PROJECT_FILES.fullmatch(name) or _SHOUTED_PROJECT_FILES.fullmatch(name))


def _walk(root: Path, suffixes: tuple[str, ...], scope: Scope | None) -> Iterator[Path]:
    start = Path(os.path.realpath(root))
    inherited = _inherited(start)
    if _is_ignored(inherited, start, is_folder=True):
        inherited = ()  # naming an ignored folder is asking for it
    pending: list[tuple[Path, tuple[_Ignored, ...], bool]] = [(root, inherited, True)]
    while pending:
        path, ignored, is_folder = pending.pop()
        if not is_folder:
            yield path
            continue
        real = Path(os.path.realpath(path))
        ignored = (*ignored, *_patterns(real / ".gitignore", real))
        try:
            entries = sorted(os.scandir(path), key=lambda e: e.name, reverse=True)
        except OSError:
            yield path
            continue
        for entry in entries:
            inner = entry.is_dir(follow_symlinks=False)
            if entry.name.startswith("."):
                continue
            if scope and scope.excludes(path / entry.name, is_folder=inner):
                continue
            if not inner and not _counts(entry, suffixes, scope):
                continue
            if not _is_ignored(ignored, real / entry.name, is_folder=inner):
                pending.append((path / entry.name, ignored, inner))


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # a path that may not be looked at; reading it will give the error
        return False


def _counts(entry: os.DirEntry[str], suffixes: tuple[str, ...], scope: Scope | None) -> bool:
    name = entry.name.lower()
    included = scope.includes(Path(entry.path)) if scope else None
    if not (name.endswith(suffixes) if included is None else included):
        return False
    if is_about_project(Path(entry.name)):
        return False
    template = next((s for s in TEMPLATE_SUFFIXES if name.endswith(s)), "")
    if template and not included and _OTHER_TEMPLATES.search(name.removesuffix(template)):
        return False
    path = Path(entry.path)
    try:
        if not path.is_file():
            return False
        with path.open("rb") as stream:
            head = stream.read(HEAD_BYTES)
        return not looks_binary(head) and _OWN_PAGE not in head
    except OSError:
        return True  # reading it will give the error


def _inherited(start: Path) -> tuple[_Ignored, ...]:
    """The patterns in force above a folder: those of the repository that it lies in."""
    above = [start, *start.parents]
    for depth, folder in enumerate(above):
        git = folder / ".git"
        if git.exists():
            found = _patterns(git / "info" / "exclude", folder)
            for parent in reversed(above[1 : depth + 1]):
                found += _patterns(parent / ".gitignore", parent)
            return found
    return ()


def _patterns(file: Path, folder: Path) -> tuple[_Ignored, ...]:
    from pathspec import GitIgnoreSpec

    try:
        with file.open(encoding="utf-8", errors="replace") as stream:
            return (_Ignored(folder, GitIgnoreSpec.from_lines(stream)),)
    except (OSError, ValueError):  # there is none, or a pattern that git would not take either
        return ()


def _is_ignored(ignored: Sequence[_Ignored], path: Path, *, is_folder: bool) -> bool:
    """The nearest file of patterns that speaks of ``path`` decides, as in git."""
    for source in reversed(ignored):
        verdict = source.verdict(path, is_folder=is_folder)
        if verdict is not None:
            return verdict
    return False
