"""What a result depends on, as keys: content, endings of the name, settings, rules, version."""

from __future__ import annotations

import platform
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import metadata, resources
from pathlib import Path

from tonecheck.cache import digest
from tonecheck.version import __version__

_DECIDING = (
    "holidays",
    "lemminflect",
    "pymorphy3",
    "pymorphy3-dicts-ru",
    "spacy",
    "textstat",
    "tzdata",
)
"""Packages whose data have a say in what is found."""

_OF_RULES = (".yaml", ".yml", ".json", ".tsv")
"""The data files of a rule book; one of the wrong suffix is a mistake that is to be told."""


def result_key(
    data: bytes, name: str, *, named: bool, settings: str, rules: str, version: str
) -> str:
    """The key under which the result on a file is kept; a file name, the same for the same result.

    Args:
        data: the bytes of the file.
        name: its name, of which only the endings (``.html.j2``) tell how it is read.
        named: whether the user named the file; in a folder what is no reminder is left alone.
        settings: a digest of all settings in force for it, rules selected and the language of the
            findings included.
        rules: a digest of the rule book, see :func:`folders_digest`.
        version: of the program, see :func:`program_version`.
    """
    where = "named" if named else "found"
    return digest(["result", data, endings(name), where, settings, rules, version])


def endings(name: str) -> str:
    """What of a file's name tells how it is read: all from the first point on, in small letters."""
    point = name.find(".")
    return name[point:].lower() if point >= 0 else ""


def folders_digest(folders: Iterable[Path]) -> str:
    """A digest of the names and contents of all data files in folders of rules, in their order.

    Raises:
        OSError: a file cannot be read.
    """
    return digest(part for folder in folders for part in _contents(folder, _OF_RULES))


@cache
def program_version() -> str:
    """The version of what finds: of tonecheck, its very code, Python, and the packages it asks."""
    package = Path(str(resources.files("tonecheck")))
    packages = (f"{name} {_version(name)}" for name in _DECIDING)
    code = _contents(package, (".py",))
    return digest([__version__, platform.python_version(), *packages, *code])


def _contents(folder: Path, suffixes: tuple[str, ...]) -> Iterator[bytes | str]:
    for file in sorted(folder.rglob("*")):
        if file.suffix in suffixes and file.is_file():
            yield file.relative_to(folder).as_posix()
            yield file.read_bytes()


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "none"
