"""What makes a shell complete the command line; imported only when it is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click
from click.shell_completion import (
    BashComplete,
    CompletionItem,
    FishComplete,
    ShellComplete,
    ZshComplete,
)

from tonecheck.console import write
from tonecheck.reports.words import say
from tonecheck.rulenames import rule_names, rules_folder
from tonecheck.sentences import TonecheckError
from tonecheck.types import Category, Language

PROGRAM = "tonecheck"
VARIABLE = "_TONECHECK_COMPLETE"
"""The variable by which a shell asks; click knows it by the name of the program."""

KINDS: Mapping[str, type[ShellComplete]] = {
    "bash": BashComplete,
    "zsh": ZshComplete,
    "fish": FishComplete,
}

INSTALL: Mapping[str, tuple[str, str]] = {
    "bash": ("~/.bashrc", 'eval "$(tonecheck completion bash)"'),
    "zsh": ("~/.zshrc", 'eval "$(tonecheck completion zsh)"'),
    "fish": (
        "~/.config/fish/config.fish",
        "tonecheck completion fish | source",
    ),
}
"""For each shell the file that it reads when it starts, and the line that belongs there."""

_SCORES = ("politeness", "clarity")


def show_script(shell: str, group: click.Command, language: Language) -> None:
    """Write what a shell is to run, with how it is made to."""
    maker = KINDS[shell](group, {}, PROGRAM, VARIABLE)
    script = maker.source_template % maker.source_vars()
    file, line = INSTALL[shell]
    hint = say("completion", language, file=file)
    write(f"# {hint}\n#   {line}\n{script.strip()}\n")


def names_of_rules(incomplete: str) -> list[CompletionItem]:
    """The rules, factors of politeness and scores that ``explain`` can be asked for."""
    markers = [file.stem for file in (rules_folder() / "markers").glob("*.yaml")]
    return _beginning("", incomplete, [*_rules(), *markers, *_SCORES])


def names_in_list(incomplete: str) -> list[CompletionItem]:
    """The rules and categories that may follow in a list with commas."""
    before, comma, last = incomplete.rpartition(",")
    names = [*_rules(), *(category.value for category in Category)]
    taken = set(before.split(","))
    return _beginning(before + comma, last, [name for name in names if name not in taken])


def _beginning(before: str, start: str, names: list[str]) -> list[CompletionItem]:
    return [CompletionItem(before + name) for name in sorted(names) if name.startswith(start)]


def _rules() -> list[str]:
    """The rules that there are in the current folder; tonecheck's own where settings are broken."""
    from tonecheck.settings import Library

    try:
        library = Library()
        library.file_for(Path("-"))
        return list(library.rules)
    except (TonecheckError, OSError):
        return list(rule_names())
