"""Text cut where marks begin and end, so that marks may overlap in any way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from tonecheck.reports.page.visible import Run
from tonecheck.types import Finding, Severity


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text within the same marks.

    ``notes`` are the numbers of the findings that mark it, ``leads_to`` the one that a click
    leads to: that with the fewest characters. ``opens`` says whether the mark can be reached by
    the Tab key and is the anchor of its note, ``ends`` which notes end behind it, and ``left_out``
    how many characters in the middle are not shown: ``text`` ends there and ``rest`` goes on.
    """

    text: str
    hole: bool = False
    subject: bool = False
    condition: str | None = None
    notes: tuple[int, ...] = ()
    severity: Severity | None = None
    leads_to: int | None = None
    opens: bool = False
    ends: tuple[int, ...] = ()
    left_out: int = 0
    rest: str = ""


_PLAIN_LIMIT, _MARKED_LIMIT, _SOURCE_LIMIT = 2_000, 4_000, 600
"""So many characters of unmarked text, of marked text, and of unmarked source are shown whole."""


def pieces(
    runs: Sequence[Run], marks: Mapping[int, Finding], *, as_source: bool = False
) -> list[Piece]:
    """The text of a message with its findings marked.

    Args:
        marks: the findings by their numbers.
        as_source: whether the runs are the source of a file, of which less is shown.
    """
    order = sorted(marks, key=lambda n: (marks[n].end - marks[n].start, n))
    cut = [piece for run in runs for piece in _cut(run, marks, order)]
    whole = [_joined(list(group)) for _, group in groupby(cut, lambda p: replace(p, text=""))]
    limit = _SOURCE_LIMIT if as_source else _PLAIN_LIMIT
    return [_shortened(piece, _MARKED_LIMIT if piece.notes else limit) for piece in _linked(whole)]


def quotes(shown: Sequence[Piece]) -> dict[int, str]:
    """The words that each note is about, as a client reads them."""
    words: dict[int, str] = {}
    for piece in shown:
        for note in piece.notes:
            words[note] = words.get(note, "") + piece.text
    return {note: " ".join(text.split()) for note, text in words.items()}


def _cut(run: Run, marks: Mapping[int, Finding], order: Sequence[int]) -> Iterator[Piece]:
    """A run in pieces, each with the numbers of its marks, the shortest mark first."""
    over = [n for n in order if marks[n].start < run.end and run.start < marks[n].end]
    edges = {run.start, run.end}
    if run.exact:
        edges.update(
            edge
            for n in over
            for edge in (marks[n].start, marks[n].end)
            if run.start < edge < run.end
        )
    places = sorted(edges)
    for start, end in zip(places, places[1:] or places, strict=False):
        notes = tuple(n for n in over if marks[n].start < end and start < marks[n].end)
        yield Piece(
            run.text[start - run.start : end - run.start] if run.exact else run.text,
            run.hole,
            run.subject,
            run.condition,
            notes,
            min((marks[n].severity for n in notes), key=lambda s: s.rank, default=None),
            notes[0] if notes else None,
        )


def _joined(group: Sequence[Piece]) -> Piece:
    return replace(group[0], text="".join(piece.text for piece in group))


def _linked(whole: Sequence[Piece]) -> Iterator[Piece]:
    """The pieces, which now know where marks open and end."""
    last = {note: number for number, piece in enumerate(whole) for note in piece.notes}
    opened: set[int] = set()
    for number, piece in enumerate(whole):
        ends = tuple(sorted(note for note in piece.notes if last[note] == number))
        opens = piece.leads_to is not None and piece.leads_to not in opened
        if piece.leads_to is not None:
            opened.add(piece.leads_to)
        yield replace(piece, opens=opens, ends=ends)


def _shortened(piece: Piece, limit: int) -> Piece:
    """A piece of which too long a text is left out in the middle."""
    if len(piece.text) <= limit:
        return piece
    half = limit // 2
    rest = piece.text[-half:]
    return replace(
        piece, text=piece.text[:half], rest=rest, left_out=len(piece.text) - half - len(rest)
    )
