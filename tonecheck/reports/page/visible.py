"""What the client will read of a message, as runs of text that know their source.

A report holds the source of a file: HTML, a catalogue, a template. It is read once more to show
the words alone; a source that cannot be read again is shown as it is written.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from tonecheck.message import Message, Segment, Zone
from tonecheck.readers import read_messages
from tonecheck.reports.words import STDIN
from tonecheck.sentences import TonecheckError
from tonecheck.types import MessageReport


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of shown text, and the source characters ``start:end`` behind it.

    The characters of an ``exact`` run are those of the source, one for one. ``condition`` is the
    template condition under which the run is shown.
    """

    text: str
    start: int
    end: int
    exact: bool
    hole: bool = False
    subject: bool = False
    condition: str | None = None


class Reader:
    """Gives the runs of messages; files with several messages are read once."""

    def __init__(self) -> None:
        self._path, self._source = "", ""
        self._read: Sequence[Message] = ()
        self._taken: Counter[str | None] = Counter()

    def runs(self, report: MessageReport) -> tuple[list[Run], bool]:
        """The runs of a message, and whether they are what a client reads.

        Messages of one file are asked for one after the other, in their order.
        """
        if (report.path, report.source) != (self._path, self._source):
            self._path, self._source = report.path, report.source
            self._read, self._taken = _messages(report), Counter()
        namesakes = [m for m in self._read if m.name == report.name]
        first = self._taken[report.name]
        for number in range(first, len(namesakes)):
            if len(namesakes) == 1 or _holds(namesakes[number], report):
                self._taken[report.name] = number + 1
                return list(_trimmed(list(_runs(namesakes[number])))), True
        return [Run(report.source, 0, len(report.source), exact=True)], False


def _holds(message: Message, report: MessageReport) -> bool:
    """Whether all that a report has found can stand in a message: namesakes may be left out."""
    if not message.segments:
        return False
    first, last = message.segments[0].start, message.segments[-1].end
    facts = (fact for facts in report.facts.values() for fact in facts)
    spans = [*((f.start, f.end) for f in report.findings), *((f.start, f.end) for f in facts)]
    return all(first <= start and end <= last for start, end in spans)


def _messages(report: MessageReport) -> Sequence[Message]:
    suffix = ".txt" if report.path == STDIN else PurePath(report.path).name or ".txt"
    try:
        return read_messages(report.source, suffix)
    except TonecheckError:
        return ()


def _runs(message: Message) -> Iterator[Run]:
    conditions: dict[object, str | None] = {}
    for segment in message.segments:
        if segment.branch not in conditions:
            conditions[segment.branch] = message.branching.condition(segment.branch)
        hole = segment.placeholder
        if segment.text:
            yield Run(
                hole.text if hole else segment.text,
                segment.start,
                segment.end,
                exact=not hole and _is_exact(segment, message.source),
                hole=hole is not None,
                subject=segment.zone is Zone.SUBJECT,
                condition=conditions[segment.branch],
            )


def _is_exact(segment: Segment, source: str) -> bool:
    as_long = len(segment.text) == segment.end - segment.start
    return as_long and source.startswith(segment.text, segment.start)


def _trimmed(runs: Sequence[Run]) -> Iterable[Run]:
    """The runs without those of white space at both ends."""
    shown = [number for number, run in enumerate(runs) if run.text.strip()]
    return runs[shown[0] : shown[-1] + 1] if shown else runs
