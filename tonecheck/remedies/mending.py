"""A sentence that hurts, mended as a whole for all that was noticed in it.

What hurts is cut off where the rest can stand alone; else the sentence is put together anew
around the facts that it carries; one that carries none goes, or gives way to a neutral line. A
threat is taken out whole. Where a fact would be lost, there is only advice.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tonecheck.analysis import Analysis, TokenKind
from tonecheck.checks.warmth import shows_goodwill
from tonecheck.observation import Change, Facts
from tonecheck.remedies.names import is_called
from tonecheck.remedies.needs import Needs
from tonecheck.remedies.phrasing import Line, Phrasing, woven
from tonecheck.remedies.piece import Kind, Piece
from tonecheck.remedies.regions import (
    Region,
    about_payment,
    is_fixed_in_place,
    is_referred_to,
    is_torn,
    regions,
    says_nothing,
    without_calls,
)
from tonecheck.remedies.trimming import end_mark, trims
from tonecheck.remedies.writing import and_said, moved_to_the_end, taken_out, written
from tonecheck.stamping import Noticed
from tonecheck.types import Category, Edit

_SLOTTED = frozenset({Kind.AMOUNT, Kind.REFERENCE, Kind.DUE, Kind.DEADLINE, Kind.MATTER})


def mended(
    noticed: Sequence[Noticed], analysis: Analysis, facts: Facts, phrasing: Phrasing
) -> Iterator[tuple[Noticed, Change]]:
    """Changes for what was noticed in each sentence, the best first.

    A sentence that cannot be mended without a loss gets a change without edits: advice.

    Args:
        noticed: settled; what has a change of its own is left alone.
        facts: with offsets in the visible text.
    """
    hurting = regions(noticed, analysis)
    mender = _Mender(analysis, facts, phrasing, hurting)
    for region in sorted(hurting, key=mender.rank):
        for change in mender.mend(region):
            for one in region.noticed:
                yield one, change
                if warmer := mender.warmed(region, change):
                    yield one, warmer


class _Mender:
    """Mends the sentences of one message, knowing of each other."""

    def __init__(
        self, analysis: Analysis, facts: Facts, phrasing: Phrasing, hurting: Sequence[Region]
    ) -> None:
        self._analysis = analysis
        self._phrasing = phrasing
        self._needs = Needs(analysis, facts, hurting)
        others = about_payment(analysis, hurting)
        self._asked = any(tokens[-1].text == "?" for tokens in others)
        self._is_spoken_of = bool(others)

    def rank(self, region: Region) -> int:
        """When a region is mended: first what carries facts, and may ask, threats last."""
        if self._needs.needed(region, self._needs.pieces(region)):
            return 0
        return 2 if region.is_threat else 1

    def mend(self, region: Region) -> Iterator[Change]:
        """The changes that mend a sentence, the best first."""
        disputed = self._phrasing.is_disputed and not says_nothing(region)
        is_whole = not region.is_subject and not is_torn(region) and not disputed
        if is_whole and (change := self._trimmed(region)):
            yield change
        if disputed or is_torn(region) or is_referred_to(region, self._analysis):
            yield self._advice()
            return
        whole, needs = region, self._needs
        region, pieces = without_calls(region, needs.pieces(region))
        pieces = needs.purposes(region, pieces)
        needed = needs.needed(region, pieces)
        told = region.category in (Category.ACCUSATION, Category.PRESSURE) and any(
            piece.kind in (Kind.AMOUNT, Kind.REFERENCE) for piece in pieces
        )
        if told and not needed and (change := self._rewoven(region, pieces, [])):
            yield change
        elif (
            needed
            and not region.is_subject
            and all(is_called(piece, region.tokens) for piece in needed)
        ):
            yield self._said_to(region, needed) or self._advice()
        elif needed or region.is_subject:
            yield self._rewoven(region, pieces, needed) or self._advice()
        elif (
            is_fixed_in_place(whole, self._analysis)
            or needs.loses_matter(region, pieces)
            or needs.tells_more(region)
        ):
            yield self._advice()
        else:
            yield from self._replaced(whole, region)

    def warmed(self, region: Region, change: Change) -> Change | None:
        """A change with a word of goodwill, where a jibe had the only word that sounded like it."""
        between = region.start, region.end
        if not change.edits or shows_goodwill(self._analysis, between):
            return None
        if not shows_goodwill(self._analysis):
            return None
        return and_said(self._analysis, change, self._phrasing.line("goodwill"))

    def _said_to(self, region: Region, names: Sequence[Piece]) -> Change | None:
        """A neutral line to somebody who is called in the middle of an empty sentence."""
        opens = region.start == self._phrasing.message_start
        line = self._phrasing.greeting() if opens else self._line_instead(region)
        if len(names) > 1 or line is None or is_fixed_in_place(region, self._analysis):
            return None
        if not opens:
            line = Line(f"{{name}}, {line.text[:1].lower()}{line.text[1:]}", line.gives)
        before, _, after = line.text.partition("{name}")
        edits = [Edit(region.start, names[0].start, before), Edit(names[0].end, region.end, after)]
        change = written(self._analysis, region, [e for e in edits if e.start < e.end])
        self._phrasing.given.update(dict.fromkeys(line.gives, change))
        return change

    def _line_instead(self, region: Region) -> Line | None:
        """A neutral line for a sentence without facts, or the request that is missing else."""
        line = self._phrasing.instead(
            region.category, asked=self._asked, spoken_of=self._is_spoken_of
        )
        if line is None and not (self._asked or self._is_spoken_of):
            line = self._phrasing.request()
        return line

    def _replaced(self, whole: Region, region: Region) -> Iterator[Change]:
        """Changes for a sentence without facts: a neutral line for it, or nothing."""
        if (line := self._line_instead(region)) is not None:
            yield self._said_instead(region, line)
            return
        if not self._may_go(whole, region):
            yield self._advice()
            return
        closing = self._phrasing.at_the_end(region.category)
        if closing is None:
            yield taken_out(self._analysis, whole)
        elif (change := moved_to_the_end(self._analysis, whole, closing)) is None:
            yield self._said_instead(region, closing)
        else:
            self._phrasing.given.update(dict.fromkeys(closing.gives, change))
            yield change
        if region.is_threat and (line := self._phrasing.request()):
            yield self._said_instead(region, line)

    def _may_go(self, whole: Region, region: Region) -> bool:
        """Whether a sentence can go whole; a name that it calls has to stand elsewhere."""
        calls = [(whole.start, region.start), (region.end, whole.end)]
        names = (p for p in self._needs.pieces(whole) if p.kind is Kind.NAME)
        return not any(
            start <= name.start < end and not self._needs.is_said(name)
            for name in names
            for start, end in calls
        )

    def _said_instead(self, region: Region, line: Line) -> Change:
        self._asked = self._asked or line.text.endswith("?")
        self._phrasing.has_asked = self._phrasing.has_asked or line.text.endswith("?")
        self._is_spoken_of = True
        change = written(self._analysis, region, [Edit(region.start, region.end, line.text)])
        self._phrasing.given.update(dict.fromkeys(line.gives, change))
        return change

    def _advice(self) -> Change:
        """What only a person can do; there is no soft word beside what still hurts."""
        self._phrasing.is_left_hurting = True
        return Change("say-otherwise")

    def _trimmed(self, region: Region) -> Change | None:
        """The rest of a sentence once the clauses are cut off in which something was noticed."""
        flagged = {
            token.clause
            for token in region.tokens
            if token.kind is not TokenKind.PUNCTUATION and region.marked(token)
        }
        pieces = self._needs.pieces(region)
        for words in trims(self._analysis, region.tokens, flagged):
            start, end = words[0].start, words[-1].end
            cut = [p for p in pieces if not start <= p.start < p.end <= end]
            if any(p.start < end and p.end > start for p in cut):
                continue
            if self._needs.needed(region, cut):
                continue
            gone = [t for t in region.tokens if not start <= t.start < end]
            if not region.is_threat and self._needs.loses_words(region, gone):
                continue
            edits = [Edit(end, region.end, end_mark(words, self._analysis.language))]
            if start > region.start:
                first = self._analysis.text[start]
                edits.insert(0, Edit(region.start, start + 1, first.upper()))
            return written(self._analysis, region, edits)
        return None

    def _rewoven(
        self, region: Region, pieces: Sequence[Piece], needed: Sequence[Piece]
    ) -> Change | None:
        """The sentence put together anew around all that has a slot, or around what is needed."""
        needs = self._needs
        if needs.has_more_figures(region, pieces) or needs.loses_matter(region, pieces):
            return None
        slotted = _SLOTTED if needs.sets_deadlines(region) else _SLOTTED - {Kind.DEADLINE}
        roomy = [p for p in pieces if p.kind in slotted or p in needed]
        sparse = [p for p in roomy if p.kind is not Kind.MATTER or p in needed]
        for held in (roomy, sparse, needed):
            frame = self._phrasing.framed(held, subject=region.is_subject)
            if frame is None or needs.tells_more(region, held):
                continue
            try:
                edits = woven(frame, held, region.start, region.end, self._analysis)
            except ValueError:
                continue
            if not edits:
                return None
            self._asked = self._asked or "?" in frame
            self._phrasing.has_asked = self._phrasing.has_asked or "?" in frame
            self._is_spoken_of = True
            return written(self._analysis, region, edits)
        return None


def _are_called(names: Sequence[Piece], region: Region) -> bool:
    """Whether all that a sentence holds is whom it speaks to."""
    return all(is_called(piece, region.tokens) for piece in names)
