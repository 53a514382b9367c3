"""``--format`` and ``--output``, which belong together as they stand on the command line."""

from __future__ import annotations

from pathlib import Path

import click

from tonecheck.cli_speech import SpeakingCommand, WrongUse
from tonecheck.sentences import sentence


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
