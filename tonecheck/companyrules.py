"""Rules of a company, in folders of the same form as ``rules/``.

Such a folder holds rules (``<category>/<rule-id>.yaml``), term lists (``terms/``) and plain words
for its rules (``plain/``). A rule of a company may be written for one language only, cites no
guide line, and its phrases count however innocent the words around them are: they name what the
company does not want to read.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Any

from tonecheck.rule import RuleError
from tonecheck.types import Category, Language

_ONE_LANGUAGE = {
    Language.EN: "The rule is written for Russian only.",
    Language.RU: "Правило написано только для английского.",
}
_SHARED = ("terms", "plain")
_EXPECTED = "expected <category>/<rule-id>.yaml, terms/<name>.yaml or plain/<rule-id>.yaml"


def company_files(folders: Iterable[Path], taken: Collection[str]) -> dict[str, Path]:
    """The files of a company's folders by name, ``<folder>/<file>``.

    Args:
        folders: where to look.
        taken: the names of tonecheck's own files.

    Raises:
        RuleError: a file that would be passed over or would take the place of another.
    """
    found: dict[str, Path] = {}
    allowed = {*_SHARED, *(category.value for category in Category)}
    for folder in folders:
        for file in sorted(folder.rglob("*.y*ml")):
            group = file.parent.name
            if file.parent.parent != folder or group not in allowed or file.suffix != ".yaml":
                raise RuleError(f"{file}: {_EXPECTED}, in {folder}")
            name = f"{group}/{file.name}"
            if name in found:
                raise RuleError(f"{file}: {found[name]} has that name already")
            if name in taken:
                raise RuleError(f"{file}: tonecheck itself has {name}; give yours another name")
            found[name] = file
    return found


def completed(raw: dict[str, Any]) -> dict[str, Any]:
    """A company's rule with what it may leave out."""
    rule = {"doubt": "never", **raw}
    written = [language for language in Language if isinstance(rule.get(language.value), dict)]
    if len(written) == 1:
        text = rule[written[0].value]
        other = next(language for language in Language if language is not written[0])
        spoken = {key: text[key] for key in ("why", "advice") if key in text}
        rule[other.value] = {**spoken, "cannot": _ONE_LANGUAGE[other]}
    return rule
