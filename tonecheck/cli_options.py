"""The options that commands share, and what their values mean."""

from __future__ import annotations

import difflib
import functools
from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from tonecheck.cli_speech import OPTION
from tonecheck.console import Color
from tonecheck.sentences import Sentence, sentence
from tonecheck.types import Language

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


AUTO = "auto"
DASH = Path("-")
"""The path that means standard input."""

_Word = TypeVar("_Word", bound=StrEnum)
_Function = TypeVar("_Function", bound=Callable[..., Any])


def words(kind: type[StrEnum], *also: str) -> click.Choice[str]:
    """A choice among the members of an enum."""
    return click.Choice([member.value for member in kind] + list(also))


def bundled(
    command: Callable[..., None],
    name: str,
    kind: type,
    options: Sequence[Callable[[Callable[..., None]], Callable[..., None]]],
) -> Callable[..., None]:
    """A command with options whose values it gets as one.

    Args:
        command: what is called.
        name: of the parameter that it gets them as.
        kind: a dataclass with a field for each option.
        options: click's decorators, in the order of the help page.
    """

    @functools.wraps(command)
    def decorated(**values: Any) -> None:
        one = kind(**{field.name: values.pop(field.name) for field in fields(kind)})
        command(**{name: one}, **values)

    for option in reversed(options):
        decorated = option(decorated)
    return decorated


def config(command: _Function) -> _Function:
    """Add the option for a settings file."""
    return click.option(
        "--config", "config", metavar="FILE",
        type=click.Path(path_type=Path, exists=True, dir_okay=False),
        help="Use this settings file; by default the nearest tonecheck.yaml.",
    )(command)  # fmt: skip


def complete_rule(
    _context: click.Context, _parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """What a shell may offer for the argument of ``explain``."""
    from tonecheck.cli_completion import names_of_rules

    return names_of_rules(incomplete)


def complete_list(
    _context: click.Context, _parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """What a shell may offer for ``--select`` and ``--ignore``."""
    from tonecheck.cli_completion import names_in_list

    return names_in_list(incomplete)


def ui_language(command: Callable[..., None]) -> Callable[..., None]:
    """Add the option for the language of the tool's own words, given as ``speech``."""
    return click.option(
        OPTION, "speech", type=words(Language), callback=_as_language,
        help="Language of the output.",
    )(command)  # fmt: skip


def color(command: Callable[..., None]) -> Callable[..., None]:
    """Add the option for colours."""
    return click.option(
        "--color", "color", type=words(Color), default=Color.AUTO.value, show_default=True,
        help="When to use colours; NO_COLOR is honoured.",
    )(command)  # fmt: skip


def _as_language(
    _context: click.Context, _parameter: click.Parameter, value: str | None
) -> Language | None:
    return member(Language, value)


def listed(values: Iterable[str]) -> list[str]:
    """The names in the values of an option, each value a list with commas."""
    return [name.strip() for value in values for name in value.split(",") if name.strip()]


def did_you_mean(name: str, known: Iterable[str]) -> Sentence:
    """What may have been meant, or where to look it up."""
    near = difflib.get_close_matches(name, list(known), n=1)
    if near:
        return sentence("did you mean {near}?", near=near[0])
    return sentence("`tonecheck rules` lists them")


def member(kind: type[_Word], value: str | None) -> _Word | None:
    """The member of an enum that a value of an option means; None where it means none."""
    return None if value is None or value == AUTO else kind(value)
