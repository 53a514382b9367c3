"""The options of ``check`` alone, and what their values mean."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import click

from tonecheck.cli_options import DASH, bundled, words
from tonecheck.cli_speech import WrongUse
from tonecheck.reports import FORMATS
from tonecheck.reports.options import Detail
from tonecheck.types import Severity

NEVER = "never"
"""The value of ``--fail-on`` for which no finding counts."""

_FILE = click.Path(path_type=Path, dir_okay=False)


@dataclass(frozen=True, slots=True)
class Wishes:
    """What is to be done about a check, as given."""

    formats: tuple[str, ...]
    outputs: tuple[Path, ...]
    fail_on: str | None
    min_politeness: int | None
    min_clarity: int | None
    baseline: Path | None
    write_baseline: Path | None
    diff_base: str | None
    jobs: int | None
    no_cache: bool
    watch: bool
    quiet: bool
    verbose: bool

    @property
    def demands(self) -> dict[str, str | int | None]:
        """What makes the exit code 1, by the key of a settings file."""
        return {
            "fail_on": self.fail_on,
            "min_politeness": self.min_politeness,
            "min_clarity": self.min_clarity,
        }

    @property
    def detail(self) -> Detail:
        """How much a text report tells."""
        return Detail.QUIET if self.quiet else Detail.VERBOSE if self.verbose else Detail.NORMAL

    def require_possible(self, paths: tuple[Path, ...]) -> None:
        """See to it that the options go together.

        Raises:
            WrongUse: two of them do not.
        """
        if self.quiet and self.verbose:
            raise WrongUse("-q and -v exclude each other")
        if self.baseline and self.write_baseline:
            raise WrongUse("--baseline and --write-baseline exclude each other")
        if self.write_baseline and self.diff_base:
            raise WrongUse(
                "--write-baseline and --diff-base exclude each other; a baseline lists what is "
                "found in all files"
            )
        if self.watch and self.write_baseline:
            raise WrongUse("--watch and --write-baseline exclude each other")
        if self.watch and DASH in paths:
            raise WrongUse("--watch needs files or folders; standard input cannot be watched")


def wishes(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options of ``check`` to a command, given as ``wishes``."""
    options = (
        click.option("--format", "formats", multiple=True, type=click.Choice(list(FORMATS)),
                     help="Form of the report, text by default; may be repeated, each with "
                     "--output."),
        click.option("--output", "outputs", multiple=True, metavar="FILE", type=_FILE,
                     help="Write the report of the --format beside it to a file."),
        click.option("--fail-on", type=words(Severity, NEVER),
                     help="Findings from which on the exit code is 1; error by default."),
        click.option("--min-politeness", type=click.IntRange(0, 100), metavar="N",
                     help="Exit code 1 where politeness is below N (0 to 100)."),
        click.option("--min-clarity", type=click.IntRange(0, 100), metavar="N",
                     help="Exit code 1 where clarity is below N (0 to 100)."),
        click.option("--baseline", metavar="FILE", type=_FILE,
                     help="Leave out the findings that this file lists."),
        click.option("--write-baseline", metavar="FILE", type=_FILE,
                     help="List the findings of this run in a file, for --baseline."),
        click.option("--diff-base", metavar="REV",
                     help="Only files that changed since a git revision, such as main."),
        click.option("--jobs", metavar="N", type=click.IntRange(min=1),
                     help="How many processes check at once; by default as many as pay off."),
        click.option("--no-cache", is_flag=True,
                     help="Check everything anew and keep nothing for later runs."),
        click.option("--watch", is_flag=True,
                     help="Check again whenever files or settings change, until Ctrl-C."),
        click.option("-q", "--quiet", is_flag=True,
                     help="Only what makes the exit code 1; nothing if all is well."),
        click.option("-v", "--verbose", is_flag=True,
                     help="Also the facts found, everything that counts in the scores, and what "
                     "is suppressed."),
    )  # fmt: skip
    return bundled(command, "wishes", Wishes, options)
