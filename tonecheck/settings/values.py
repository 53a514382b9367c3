"""Settings as values: what is in force for a message file, and where each of it comes from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TypeAlias

from tonecheck.policy import Policy
from tonecheck.sentences import Sentence, TonecheckError
from tonecheck.types import Declared, Demand, FactType, Language, Severity


class Source(StrEnum):
    """Who said something, from the least to the most authority."""

    DEFAULT = "default"
    PRESET = "preset"
    FILE = "file"
    SEQUENCE = "sequence"
    PATHS = "paths"
    MESSAGE = "message"
    OPTION = "option"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a setting comes from.

    ``file`` and ``line`` are the place in a settings file. ``detail`` is the name of a preset,
    the glob of an entry of ``paths``, or the option of the command line.
    """

    source: Source
    file: str = ""
    line: int | None = None
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Pair:
    """One line of a table: a rule and its severity (None: off), a placeholder and its fact."""

    name: str
    value: Severity | FactType | None


Value: TypeAlias = str | int | bool | Path | tuple[str, ...] | Pair
"""A setting's value. Of a key that adds up, one item."""


@dataclass(frozen=True, slots=True)
class Given:
    """A value and where it was given."""

    value: Value
    origin: Origin


Entries: TypeAlias = Mapping[str, tuple[Given, ...]]
"""Keys and what was given for them: one value, or for a key that adds up each item."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong in a settings file."""

    file: str
    line: int
    sentence: Sentence = field(hash=False)

    def said(self, language: Language | None) -> str:
        """The problem with its place."""
        return f"{self.file}:{self.line}: {self.sentence.said(language or Language.EN)}"


class SettingsError(TonecheckError):
    """Settings files that cannot be used: everything that is wrong with them.

    Args:
        problems: at least one.
        speech: the language that the settings themselves ask for.
    """

    def __init__(self, problems: tuple[Problem, ...], speech: Language | None = None) -> None:
        super().__init__("{problems}", problems="\n".join(p.said(None) for p in problems))
        self.problems = problems
        self.speech = speech

    def said(self, language: Language | None) -> str:
        """All problems, one a line."""
        return "\n".join(problem.said(language or self.speech) for problem in self.problems)


@dataclass(frozen=True, slots=True)
class Settings:
    """What is in force for one message file. Equal settings judge equally.

    Attributes:
        said: what the command line says about a message; the message's own words come next.
        assumed: what the settings say of a message that does not say it itself.
        select: rules and categories to look for; all where there are none.
        ignore: rules and categories that are not shown.
        policy: decisions about rules.
        demand: what makes the exit code 1.
        rules: folders of company rules.
        baseline: the file of findings that were there before; None without one.
        cache: whether results may be kept.
        speech: the language of findings; each message's own where None.
    """

    said: Declared = field(default_factory=Declared)
    assumed: Declared = field(default_factory=Declared)
    select: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()
    policy: Policy = field(default_factory=Policy)
    demand: Demand = field(default_factory=Demand)
    rules: tuple[Path, ...] = ()
    baseline: Path | None = None
    cache: bool = True
    speech: Language | None = None
