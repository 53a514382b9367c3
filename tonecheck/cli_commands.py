"""What all commands have in common: mistakes of the user end in a sentence."""

from __future__ import annotations

import click

from tonecheck.cli_output import Status
from tonecheck.cli_pairs import ReportCommand
from tonecheck.cli_speech import SpeakingCommand, SpeakingGroup
from tonecheck.console import note
from tonecheck.sentences import TonecheckError
from tonecheck.settings.values import SettingsError
from tonecheck.types import Language


def complain(error: TonecheckError, language: Language | None) -> None:
    """Say what a user can put right; of settings each mistake with its place."""
    prefix = "" if isinstance(error, SettingsError) else "tonecheck: "
    for line in error.said(language).split("\n"):
        note(prefix + line)


class Command(SpeakingCommand):
    """A command; whatever a user can put right ends in a sentence instead of a traceback."""

    def invoke(self, ctx: click.Context) -> object:
        """Run the command."""
        try:
            return super().invoke(ctx)
        except TonecheckError as error:
            complain(error, ctx.params.get("speech"))
            ctx.exit(Status.TROUBLE)
        except KeyboardInterrupt:
            ctx.exit(Status.INTERRUPTED)


class ReportingCommand(ReportCommand, Command):
    """A command that writes reports."""


class Commands(SpeakingGroup):
    """The commands."""

    command_class = Command
