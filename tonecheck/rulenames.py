"""Where the rules are and what they are called, without reading any."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

from tonecheck.types import Category

_CATEGORIES = frozenset(category.value for category in Category)


def rules_folder() -> Path:
    """Where the rules that come with tonecheck are: in the package, or beside it in a checkout."""
    package = Path(str(resources.files("tonecheck")))
    for folder in (package / "rules", package.parent / "rules"):
        if (folder / "schema.json").is_file():
            return folder
    from tonecheck.rule import RuleError

    raise RuleError(f"the rules that belong to tonecheck are neither in {package} nor beside it")


def rule_names(folder: Path | None = None) -> dict[str, str]:
    """The ids of the rules in a folder (default: tonecheck's own), with their categories.

    Only names of files are looked at.
    """
    files = sorted((folder or rules_folder()).glob("*/*.yaml"))
    return {f.stem: f.parent.name for f in files if f.parent.name in _CATEGORIES}
