"""Text cut where marks begin and end, so that marks may overlap in any way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from tonecheck.reports.page.visible import Run
from tonecheck.types import Finding, Severity


@dataclass(frozen=True, slots=True)
class Mark:
    """A finding, and the number of the note that tells about it."""

    note: int
    finding: Finding


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text within the same marks, which are numbers, the shortest mark first.

    ``condition`` is the template condition under which it is shown. Where ``text`` is too long,
    ``left_out`` characters are not shown: it ends before them, and ``rest`` is what follows.
    """

    text: str
    hole: bool = False
    subject: bool = False
    condition: str | None = None
    marks: tuple[int, ...] = ()
    left_out: int = 0
    rest: str = ""


@dataclass(frozen=True, slots=True)
class Linked:
    """A piece that knows its notes.

    A click leads to the note ``leads_to``, that of the shortest mark. ``severity`` is the worst.
    ``is_first`` says whether the shortest mark begins here (the Tab key stops there), ``ends``
    which notes' marks end here, ``anchors`` which notes lead back to this piece or its end.
    """

    piece: Piece
    notes: tuple[int, ...] = ()
    leads_to: int | None = None
    severity: Severity | None = None
    is_first: bool = False
    ends: tuple[int, ...] = ()
    anchors: tuple[int, ...] = ()


_PLAIN_LIMIT, _MARKED_LIMIT, _SOURCE_LIMIT = 2_000, 4_000, 600
"""So many characters of unmarked text, of marked text, and of unmarked source are shown whole."""


def pieces(runs: Sequence[Run], marks: Sequence[Mark]) -> list[Piece]:
    """The text of a message, cut where findings begin and end."""
    order = sorted(range(len(marks)), key=lambda n: (_size(marks[n].finding), n))
    cut = [piece for run in runs for piece in _cut(run, marks, order)]
    return [_joined(list(group)) for _, group in groupby(cut, lambda p: replace(p, text=""))]


def quotes(whole: Sequence[Piece]) -> dict[int, str]:
    """The words of each mark, as a client reads them."""
    words: dict[int, str] = {}
    for piece in whole:
        for mark in piece.marks:
            words[mark] = words.get(mark, "") + piece.text
    return {mark: " ".join(text.split()) for mark, text in words.items()}


def shortened(whole: Sequence[Piece], *, as_source: bool) -> list[Piece]:
    """The pieces, of which too long ones are left out in the middle.

    Args:
        as_source: whether they are the source of a file, of which less is shown.
    """
    limit = _SOURCE_LIMIT if as_source else _PLAIN_LIMIT
    return [_shortened(piece, _MARKED_LIMIT if piece.marks else limit) for piece in whole]


def linked(whole: Sequence[Piece], marks: Sequence[Mark]) -> Iterator[Linked]:
    """The pieces with the notes that they lead to."""
    last = {mark: number for number, piece in enumerate(whole) for mark in piece.marks}
    leading = {marks[piece.marks[0]].note for piece in whole if piece.marks}
    begun: set[int] = set()
    anchored: set[int] = set()
    for number, piece in enumerate(whole):
        if not piece.marks:
            yield Linked(piece)
            continue
        notes = tuple(dict.fromkeys(marks[m].note for m in piece.marks))
        ends = tuple(dict.fromkeys(marks[m].note for m in piece.marks if last[m] == number))
        anchors = {notes[0], *(note for note in ends if note not in leading)} - anchored
        yield Linked(
            piece,
            notes,
            notes[0],
            min((marks[m].finding.severity for m in piece.marks), key=lambda s: s.rank),
            is_first=piece.marks[0] not in begun,
            ends=ends,
            anchors=tuple(sorted(anchors)),
        )
        begun.add(piece.marks[0])
        anchored |= anchors


def _size(finding: Finding) -> int:
    return finding.end - finding.start


def _cut(run: Run, marks: Sequence[Mark], order: Sequence[int]) -> Iterator[Piece]:
    """A run in pieces, each with its marks."""
    spans = [(marks[n].finding.start, marks[n].finding.end) for n in range(len(marks))]
    over = [n for n in order if spans[n][0] < run.end and run.start < spans[n][1]]
    edges = {run.start, run.end}
    if run.exact:
        edges.update(edge for n in over for edge in spans[n] if run.start < edge < run.end)
    places = sorted(edges)
    for start, end in zip(places, places[1:] or places, strict=False):
        text = run.text[start - run.start : end - run.start] if run.exact else run.text
        inside = tuple(n for n in over if spans[n][0] < end and start < spans[n][1])
        yield Piece(text, run.hole, run.subject, run.condition, inside)


def _joined(group: Sequence[Piece]) -> Piece:
    return replace(group[0], text="".join(piece.text for piece in group))


def _shortened(piece: Piece, limit: int) -> Piece:
    if len(piece.text) <= limit:
        return piece
    half = limit // 2
    return replace(
        piece,
        text=piece.text[:half],
        rest=piece.text[-half:],
        left_out=len(piece.text) - 2 * half,
    )
