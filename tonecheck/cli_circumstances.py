"""The options about the message and the rules, which ``check`` and ``fix`` share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tonecheck.cli_options import (
    AUTO,
    bundled,
    complete_list,
    config,
    did_you_mean,
    listed,
    member,
    words,
)
from tonecheck.cli_speech import WrongUse, WrongValue
from tonecheck.sentences import sentence
from tonecheck.types import Category, Channel, Declared, Kind, Language, Recipient, Stage

if TYPE_CHECKING:
    from tonecheck.settings import Overrides


# Not generic at run time before click 8.4.
class Moment(click.ParamType):  # type: ignore[type-arg]
    """A point in time with its offset."""

    name = "ISO-8601"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> datetime:
        """Read the time.

        Raises:
            WrongValue: it is no ISO 8601 time, or has no offset.
        """
        expected = sentence(
            "expected an ISO 8601 time with its offset, such as 2026-03-05T10:00+02:00"
        )
        try:
            moment = datetime.fromisoformat(str(value))
        except ValueError:
            raise WrongValue(
                "'{value}' is no time; {expected}", value=value, expected=expected
            ) from None
        if moment.utcoffset() is None:
            raise WrongValue(
                "'{value}' has no offset from UTC; {expected}", value=value, expected=expected
            )
        return moment


@dataclass(frozen=True, slots=True)
class Circumstances:
    """The options about the message and the rules, as given."""

    language: str | None
    stage: str | None
    channel: str | None
    kind: str | None
    send_at: datetime | None
    recipient_tz: str | None
    country: str | None
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    config: Path | None
    only_reminders: bool

    def declared(self) -> Declared:
        """What the command line says about the message.

        Raises:
            TonecheckError: an unknown time zone or country, or a year that makes no sense.
        """
        recipient = None
        if self.recipient_tz or self.country:
            recipient = Recipient(country=self.country, time_zone=self.recipient_tz)
        if recipient or self.send_at:
            # Said once here, not once for each message.
            from tonecheck.sendtime import local_time

            local_time(self.send_at or datetime.now().astimezone(), recipient or Recipient())
        return Declared(
            language=member(Language, self.language),
            stage=member(Stage, self.stage),
            channel=member(Channel, self.channel),
            kind=member(Kind, self.kind),
            send_at=self.send_at,
            recipient=recipient,
        )

    def overrides(
        self, speech: Language | None = None, demands: Mapping[str, str | int | None] | None = None
    ) -> Overrides:
        """What the command line says, as the last layer of settings.

        Args:
            speech: the language of the tool's own words.
            demands: what makes the exit code 1, by the key of a settings file.

        Raises:
            TonecheckError: an unknown time zone or country, or a year that makes no sense.
        """
        from tonecheck.settings.merging import Overrides, option

        given: dict[str, Sequence[str | int]] = {
            key: [value]
            for key, value in {
                "language": self.language,
                "stage": self.stage,
                "channel": self.channel,
                "kind": self.kind,
                "country": self.country,
                "recipient_tz": self.recipient_tz,
                "ui_language": speech.value if speech else None,
                **(demands or {}),
            }.items()
            if value is not None
        }
        given |= {
            key: names
            for key, names in (("select", listed(self.select)), ("ignore", listed(self.ignore)))
            if names
        }
        entries = {
            key: option(f"--{key.replace('_', '-')}", values) for key, values in given.items()
        }
        return Overrides(self.declared(), entries)

    def check_names(self, rules: Iterable[str]) -> None:
        """See to it that only rules and categories are selected or ignored.

        Args:
            rules: the ids of all rules that there are.

        Raises:
            WrongUse: a name that is neither a rule nor a category.
        """
        known = [*sorted(rules), *(category.value for category in Category)]
        for option, values in (("--select", self.select), ("--ignore", self.ignore)):
            for name in listed(values):
                if name not in known:
                    raise WrongUse(
                        "{option}: there is no rule or category '{name}'; {hint}",
                        option=option,
                        name=name,
                        hint=did_you_mean(name, known),
                    )


def circumstances(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options about the message and the rules to a command, given as ``given``."""

    options = (
        click.option("--language", type=words(Language, AUTO),
                     help="Language of the messages; found out from the text by default."),
        click.option("--stage", type=words(Stage),
                     help="How far the matter has gone; overdue where nothing says otherwise."),
        click.option("--channel", type=words(Channel),
                     help="How the message is sent; e-mail where nothing says otherwise."),
        click.option("--kind", type=words(Kind, AUTO),
                     help="A draft to be sent, or a template with holes to fill."),
        click.option("--send-at", type=Moment(), metavar="TIME",
                     help="When it will be sent, as in 2026-03-05T10:00+02:00."),
        click.option("--recipient-tz", metavar="ZONE",
                     help="Time zone of the recipient, as in Europe/London."),
        click.option("--country", metavar="CODE",
                     help="Country of the recipient in two letters, as in GB."),
        click.option("--select", multiple=True, metavar="RULE|CATEGORY",
                     shell_complete=complete_list,
                     help="Look for these only; several with commas."),
        click.option("--ignore", multiple=True, metavar="RULE|CATEGORY",
                     shell_complete=complete_list,
                     help="Do not look for these; several with commas."),
        config,
        click.option("--only-reminders", is_flag=True,
                     help="Leave alone what is named and is no reminder, as in a folder."),
    )  # fmt: skip
    return bundled(command, "given", Circumstances, options)
