"""Settings files written for a test, and what is in force by them."""

from __future__ import annotations

from pathlib import Path

from tonecheck.settings import Library, Settings
from tonecheck.settings.reading import read_settings


def write(folder: Path, text: str, name: str = "tonecheck.yaml") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def settings(folder: Path, text: str, path: str = "a.txt") -> Settings:
    """What is in force for a path by a settings file without mistakes."""
    write(folder, text)
    library = Library()
    found = library.settings_for(folder / path)
    assert [problem.said(None) for problem in library.problems] == []
    return found


def problems(folder: Path, text: str, name: str = "tonecheck.yaml") -> list[str]:
    """What is wrong with a settings file, each with its line."""
    file = read_settings(write(folder, text, name))
    assert file is not None
    return [problem.said(None).rpartition(f"{name}:")[2] for problem in file.problems]
