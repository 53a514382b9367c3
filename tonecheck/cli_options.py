"""The options that commands share, and what their values mean."""

from __future__ import annotations

import difflib
import functools
from collections.abc import Callable, Iterable
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
    from tonecheck.rulebook import RuleBook
    from tonecheck.selection import Selection

AUTO = "auto"

_Word = TypeVar("_Word", bound=StrEnum)


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

    def selection(self, rulebook: RuleBook) -> Selection:
        """Which rules count.

        Raises:
            WrongUse: a name that is neither a rule nor a category.
        """
        from tonecheck.selection import Selection

        return Selection(
            known_names(self.select, rulebook, "--select"),
            known_names(self.ignore, rulebook, "--ignore"),
        )


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


def known_names(given: Iterable[str], rulebook: RuleBook, option: str) -> frozenset[str]:
    """The rules and categories in the values of an option, each value a list with commas.

    Raises:
        WrongUse: a name that is neither a rule nor a category.
    """
    names = [name.strip() for value in given for name in value.split(",") if name.strip()]
    known = [*rulebook.rules, *(category.value for category in Category)]
    for name in names:
        if name not in known:
            raise WrongUse(
                "{option}: there is no rule or category '{name}'; {hint}",
                option=option,
                name=name,
                hint=did_you_mean(name, known),
            )
    return frozenset(names)


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
