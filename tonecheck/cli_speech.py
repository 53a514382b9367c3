"""Help and usage errors in the language that ``--ui-language`` asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import zip_longest
from typing import Any

import click

from tonecheck.cli_speech_ru import CLICK_ERRORS, HELP, METAVARS
from tonecheck.sentences import sentence
from tonecheck.types import Language

OPTION = "--ui-language"


class WrongUse(click.UsageError):
    """Options or arguments that do not go together.

    Args:
        text: an English sentence with ``{gaps}``.
        values: what fills them; values may be sentences, too.
    """

    def __init__(self, text: str, **values: object) -> None:
        self.sentence = sentence(text, **values)
        super().__init__(self.sentence.said(Language.EN))


class WrongValue(click.BadParameter):
    """The value of an option, said as :class:`WrongUse` says it."""

    def __init__(self, text: str, **values: object) -> None:
        self.sentence = sentence(text, **values)
        super().__init__(self.sentence.said(Language.EN))


class SpeakingCommand(click.Command):
    """A command whose help is in the language asked for beside ``--help``."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Look for the language first: help is given while options are still being read."""
        outer = ctx.parent is not None and is_russian(ctx.parent)
        if (_asked(args) or (Language.RU if outer else None)) == Language.RU:
            ctx.formatter_class = RussianHelp
        return super().parse_args(ctx, args)


class SpeakingGroup(SpeakingCommand, click.Group):
    """Commands whose usage errors are in the language asked for."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read what stands before the name of the command."""
        with _said_in_russian(ctx):
            return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that the arguments name."""
        with _said_in_russian(ctx):
            return super().invoke(ctx)


@contextmanager
def _said_in_russian(ctx: click.Context) -> Iterator[None]:
    """Say usage errors in Russian where that was asked for."""
    try:
        yield
    except click.UsageError as error:
        # click does not always say where an error comes from.
        place = error.ctx or ctx
        if not is_russian(place):
            raise
        raise _RussianError(error, place) from None


def is_russian(ctx: click.Context) -> bool:
    """Whether the help of a command was asked for in Russian."""
    return ctx.formatter_class is RussianHelp


def _asked(args: Sequence[str]) -> str | None:
    """The value of ``--ui-language`` among arguments that are not read yet."""
    found = None
    for here, following in zip_longest(args, args[1:]):
        if here == "--":
            break
        name, equals, value = here.partition("=")
        if name == OPTION:
            found = value if equals else following
    return found


class RussianHelp(click.HelpFormatter):
    """A help page whose texts are looked up by their English."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write the line that shows how the command is called."""
        super().write_usage(prog, _metavars(args), prefix or "Вызов: ")

    def write_heading(self, heading: str) -> None:
        """Write a heading."""
        super().write_heading(HELP.get(heading, heading))

    def write_text(self, text: str) -> None:
        """Write the description of a command."""
        super().write_text("\n\n".join(map(_paragraph, text.split("\n\n"))))

    def write_dl(self, rows: Any, col_max: int = 30, col_spacing: int = 2) -> None:
        """Write what each option or command means."""
        super().write_dl(
            [(_metavars(term), _meaning(meaning)) for term, meaning in rows], col_max, col_spacing
        )


def _metavars(text: str) -> str:
    return re.sub(r"[A-Z][A-Z|-]*[A-Z8]\b|\bN\b", lambda m: METAVARS.get(m[0], m[0]), text)


def _paragraph(text: str) -> str:
    """A paragraph of a description, or one whose lines click leaves as they are ("\\b")."""
    lines = text.split("\n")
    if lines[0] != "\b":
        joined = " ".join(lines)
        return HELP.get(joined, joined)
    return "\n".join(map(_line, lines))


def _line(text: str) -> str:
    indent, meaning = re.fullmatch(r"(\s*(?:\d  )?)(.*)", text).groups()  # type: ignore[union-attr]
    return indent + HELP.get(meaning, meaning)


def _meaning(text: str) -> str:
    """The meaning of an option, without and with what click appends in brackets."""
    meaning, gap, extra = text.partition("  [")
    extra = extra.replace("default:", "по умолчанию:").replace("required", "обязательно")
    return HELP.get(meaning, meaning) + gap + extra


class _RussianError(click.UsageError):
    """A usage error said in Russian."""

    def __init__(self, error: click.UsageError, ctx: click.Context) -> None:
        super().__init__(_said(error), ctx)
        more = f"Подробнее: {ctx.command_path} {OPTION} ru --help"
        self._page = f"{ctx.get_usage()}\n{more}\n\nОшибка: {self.message}"

    def show(self, file: Any = None) -> None:
        """Write the error, with the way to the help page."""
        click.echo(self._page, file=file, err=file is None)


def _said(error: click.UsageError) -> str:
    if isinstance(error, WrongUse):
        return error.sentence.said(Language.RU)
    text = error.format_message()
    if isinstance(error, WrongValue):
        text = text.replace(error.message, error.sentence.said(Language.RU))
    for pattern, russian in CLICK_ERRORS:
        text = re.sub(pattern, russian, text)
    return _metavars(text)
