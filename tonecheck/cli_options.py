"""The options that commands share, and what their values mean."""

from __future__ import annotations

import difflib
import functools
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from tonecheck.cli_speech import OPTION, SpeakingCommand, WrongUse, WrongValue
from tonecheck.console import Color
from tonecheck.sentences import Sentence, sentence
from tonecheck.types import Category, Channel, Declared, Kind, Language, Recipient, Stage

if TYPE_CHECKING:
    from tonecheck.settings import Overrides

AUTO = "auto"
DASH = Path("-")
"""The path that means standard input."""

_Word = TypeVar("_Word", bound=StrEnum)
_Function = TypeVar("_Function", bound=Callable[..., Any])


def words(kind: type[StrEnum], *also: str) -> click.Choice[str]:
    """A choice among the members of an enum."""
    return click.Choice([member.value for member in kind] + list(also))


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
            language=_member(Language, self.language),
            stage=_member(Stage, self.stage),
            channel=_member(Channel, self.channel),
            kind=_member(Kind, self.kind),
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


def config(command: _Function) -> _Function:
    """Add the option for a settings file."""
    return click.option(
        "--config", "config", metavar="FILE",
        type=click.Path(path_type=Path, exists=True, dir_okay=False),
        help="Use this settings file; by default the nearest tonecheck.yaml.",
    )(command)  # fmt: skip


def circumstances(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options about the message and the rules to a command, given as ``given``."""

    @functools.wraps(command)
    def bundled(**values: Any) -> None:
        names = [field.name for field in fields(Circumstances)]
        command(given=Circumstances(**{name: values.pop(name) for name in names}), **values)

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
                     help="Look for these only; several with commas."),
        click.option("--ignore", multiple=True, metavar="RULE|CATEGORY",
                     help="Do not look for these; several with commas."),
        config,
        click.option("--only-reminders", is_flag=True,
                     help="Leave alone what is named and is no reminder, as in a folder."),
    )  # fmt: skip
    decorated: Callable[..., None] = bundled
    for option in reversed(options):
        decorated = option(decorated)
    return decorated


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
    return _member(Language, value)


def listed(values: Iterable[str]) -> list[str]:
    """The names in the values of an option, each value a list with commas."""
    return [name.strip() for value in values for name in value.split(",") if name.strip()]


def did_you_mean(name: str, known: Iterable[str]) -> Sentence:
    """What may have been meant, or where to look it up."""
    near = difflib.get_close_matches(name, list(known), n=1)
    if near:
        return sentence("did you mean {near}?", near=near[0])
    return sentence("`tonecheck rules` lists them")


class ReportCommand(SpeakingCommand):
    """A command whose ``--format`` and ``--output`` belong together as they stand."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Remember the order of the options, which click itself forgets."""
        given = list(args)
        rest = super().parse_args(ctx, args)
        order = self.make_parser(ctx).parse_args(given)[2]
        ctx.meta[_ORDER] = [parameter.name for parameter in order]
        return rest


_ORDER = "tonecheck.order"


def pairs(
    ctx: click.Context, formats: tuple[str, ...], outputs: tuple[Path, ...]
) -> list[tuple[str, Path | None]]:
    """Each format with the file that it goes to; None for standard output.

    A format and an output that stand next to each other belong together, whichever is first.

    Raises:
        WrongUse: two reports for one place.
    """
    formats_left, outputs_left = iter(formats), iter(outputs)
    found: list[tuple[str | None, Path | None]] = []
    current: tuple[str | None, Path | None] = (None, None)
    for name in ctx.meta[_ORDER]:
        if name == "formats":
            if current[0] is not None:
                found.append(current)
                current = (None, None)
            current = (next(formats_left), current[1])
        elif name == "outputs":
            if current[1] is not None:
                found.append(current)
                current = (None, None)
            current = (current[0], next(outputs_left))
    found.append(current)
    places = [place for _, place in found]
    for place in places:
        if places.count(place) > 1:
            raise WrongUse(
                "two reports for {place}; give each --format its own --output FILE",
                place=place or sentence("standard output"),
            )
    return [(name or "text", place) for name, place in found]


def _member(kind: type[_Word], value: str | None) -> _Word | None:
    return None if value is None or value == AUTO else kind(value)
