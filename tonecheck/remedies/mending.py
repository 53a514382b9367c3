"""A sentence that hurts, mended as a whole for all that was noticed in it.

What hurts is cut off where the rest can stand alone; else the sentence is put together anew
around the facts that it carries; one that carries none goes, or gives way to a neutral line. A
threat is taken out whole. Where a fact would be lost, there is only advice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tonecheck.analysis import Analysis, TokenKind
from tonecheck.checks import places
from tonecheck.observation import Change, Facts
from tonecheck.remedies.cargo import blanked, cargo, says
from tonecheck.remedies.phrasing import Line, Phrasing, woven
from tonecheck.remedies.piece import Kind, Piece
from tonecheck.remedies.regions import (
    TAKEN_OUT,
    Region,
    about_payment,
    is_fixed_in_place,
    is_referred_to,
    is_torn,
    loses_the_matter,
    regions,
    without_calls,
)
from tonecheck.remedies.trimming import end_mark, trims
from tonecheck.stamping import Noticed
from tonecheck.types import Category, Edit, FactType, Language

_SLOTTED = frozenset({Kind.AMOUNT, Kind.REFERENCE, Kind.DUE, Kind.DEADLINE})
_SUMS = frozenset({Kind.AMOUNT, Kind.SUM, Kind.FEE})
_OF_A_THREAT = frozenset({Kind.FEE, Kind.SUM, Kind.DAY, Kind.NAME})
_CONDITIONS = {
    Language.EN: frozenset("if unless otherwise or until without".split()),
    Language.RU: frozenset("если иначе либо пока кто не".split()),
}
"""With one of these beside it the deadline of a threat is one for paying."""


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


class _Mender:
    """Mends the sentences of one message, knowing of each other."""

    def __init__(
        self, analysis: Analysis, facts: Facts, phrasing: Phrasing, hurting: Sequence[Region]
    ) -> None:
        self._analysis = analysis
        self._facts = facts
        self._phrasing = phrasing
        others = about_payment(analysis, hurting)
        self._asked = any(tokens[-1].text == "?" for tokens in others)
        self._is_spoken_of = bool(others)
        self._outside = blanked(analysis.text, [(r.start, r.end) for r in hurting])
        self._keys = Counter(key for token in analysis.tokens for key in token.form.keys)

    def rank(self, region: Region) -> int:
        """When a region is mended: first what carries facts, and may ask, threats last."""
        if any(self._is_needed(piece, region) for piece in self._pieces(region)):
            return 0
        return 2 if region.is_threat else 1

    def mend(self, region: Region) -> Iterator[Change]:
        """The changes that mend a sentence, the best first."""
        if not region.is_subject and not is_torn(region) and (change := self._trimmed(region)):
            yield change
        if is_torn(region) or is_referred_to(region, self._analysis):
            yield self._advice()
            return
        whole = region
        region, pieces = without_calls(region, self._pieces(region))
        if not any(n.rule.category in (Category.PRESSURE, *TAKEN_OUT) for n in region.noticed):
            # "You did not pay by 5 May": a reproach names the day on which it was due.
            pieces = [replace(p, kind=Kind.DUE) if p.kind is Kind.DEADLINE else p for p in pieces]
        needed = [p for p in pieces if self._is_needed(p, region)]
        told = region.category in (Category.ACCUSATION, Category.PRESSURE) and any(
            piece.kind in (Kind.AMOUNT, Kind.REFERENCE) for piece in pieces
        )
        if told and not needed and (change := self._rewoven(region, pieces, [])):
            yield change
        elif needed or region.is_subject:
            yield self._rewoven(region, pieces, needed) or self._advice()
        elif is_fixed_in_place(whole, self._analysis) or self._is_matter_lost(region, pieces):
            yield self._advice()
        else:
            yield from self._replaced(whole, region)

    def _replaced(self, whole: Region, region: Region) -> Iterator[Change]:
        """Changes for a sentence without facts: a neutral line for it, or nothing."""
        line = self._phrasing.instead(
            region.category, asked=self._asked, spoken_of=self._is_spoken_of
        )
        if line is None and not (self._asked or self._is_spoken_of):
            line = self._phrasing.request()
        if line is not None:
            yield self._said_instead(region, line)
            return
        if not self._may_go(whole, region):
            yield self._advice()
            return
        closing = self._phrasing.at_the_end(region.category)
        if closing is None:
            yield self._taken_out(whole)
        elif (change := self._moved_to_the_end(whole, closing)) is None:
            yield self._said_instead(region, closing)
        else:
            self._phrasing.given.update(dict.fromkeys(closing.gives, change))
            yield change
        if region.is_threat and (line := self._phrasing.request()):
            yield self._said_instead(region, line)

    def _may_go(self, whole: Region, region: Region) -> bool:
        """Whether a sentence can go whole; a name that it calls has to stand elsewhere."""
        calls = [(whole.start, region.start), (region.end, whole.end)]
        names = (p for p in self._pieces(whole) if p.kind is Kind.NAME)
        return not any(
            start <= name.start < end and not says(self._outside, name.core)
            for name in names
            for start, end in calls
        )

    def _said_instead(self, region: Region, line: Line) -> Change:
        self._asked = self._asked or line.text.endswith("?")
        self._is_spoken_of = True
        change = self._written(region, [Edit(region.start, region.end, line.text)])
        self._phrasing.given.update(dict.fromkeys(line.gives, change))
        return change

    def _advice(self) -> Change:
        """What only a person can do; there is no soft word beside what still hurts."""
        self._phrasing.is_left_hurting = True
        return Change("take-out")

    def _pieces(self, region: Region) -> tuple[Piece, ...]:
        numbers = dict.fromkeys(token.sentence for token in region.tokens)
        stretches = [self._analysis.sentences[number] for number in numbers]
        return tuple(p for s in stretches for p in cargo(self._analysis, self._facts, s))

    def _is_needed(self, piece: Piece, region: Region) -> bool:
        """Whether a fact would be lost without this piece."""
        if piece.kind is Kind.MOMENT or self._belongs_to_threat(piece, region):
            return False
        if piece.kind is Kind.DEADLINE and not self._sets_deadlines(region):
            return False
        return not says(self._outside, piece.core)

    def _sets_deadlines(self, region: Region) -> bool:
        """Whether a day in it is one for paying: not one of the sender's own hardship."""
        if any(n.rule.category in (Category.PRESSURE, *TAKEN_OUT) for n in region.noticed):
            return True
        return any(
            region.start <= fact.start < region.end for fact in self._facts[FactType.DUE_DATE]
        )

    def _is_matter_lost(self, region: Region, pieces: Sequence[Piece]) -> bool:
        """Whether what is owed for is only said here; a threat goes with its nouns."""
        return not region.is_threat and loses_the_matter(region, pieces, self._analysis, self._keys)

    def _belongs_to_threat(self, piece: Piece, region: Region) -> bool:
        """Whether a piece goes with a threat: a fee, its day; not the deadline of "if not by"."""
        threats = [n for n in region.noticed if n.rule.category in TAKEN_OUT]
        if not region.is_threat and not any(
            n.observation.start <= piece.start and piece.end <= n.observation.end for n in threats
        ):
            return False
        if piece.kind is Kind.AMOUNT:
            return any(n.rule.category is Category.PENALTY for n in threats) and any(
                not region.start <= fact.start < region.end for fact in self._facts[FactType.AMOUNT]
            )
        if piece.kind is Kind.DEADLINE:
            conditions = _CONDITIONS[self._analysis.language]
            return not any(token.norm in conditions for token in region.tokens)
        return piece.kind in _OF_A_THREAT

    def _trimmed(self, region: Region) -> Change | None:
        """The rest of a sentence once the clauses are cut off in which something was noticed."""
        flagged = {
            token.clause
            for token in region.tokens
            if token.kind is not TokenKind.PUNCTUATION and region.marked(token)
        }
        pieces = self._pieces(region)
        for words in trims(self._analysis, region.tokens, flagged):
            start, end = words[0].start, words[-1].end
            cut = [p for p in pieces if not start <= p.start < p.end <= end]
            if any(p.start < end and p.end > start for p in cut):
                continue
            if any(self._is_needed(p, region) for p in cut):
                continue
            edits = [Edit(end, region.end, end_mark(words, self._analysis.language))]
            if start > region.start:
                first = self._analysis.text[start]
                edits.insert(0, Edit(region.start, start + 1, first.upper()))
            return self._written(region, edits)
        return None

    def _rewoven(
        self, region: Region, pieces: Sequence[Piece], needed: Sequence[Piece]
    ) -> Change | None:
        """The sentence put together anew around all that has a slot, or around what is needed."""
        if self._has_more_figures(region, pieces):
            return None
        if not region.is_subject and loses_the_matter(region, pieces, self._analysis, self._keys):
            return None
        slotted = _SLOTTED if self._sets_deadlines(region) else _SLOTTED - {Kind.DEADLINE}
        roomy = [p for p in pieces if p.kind in slotted or p in needed]
        for held in (roomy, needed):
            frame = self._frame(region, held)
            if frame is None:
                continue
            try:
                edits = woven(frame, held, region.start, region.end, self._analysis)
            except ValueError:
                continue
            if not edits:
                return None
            self._asked = self._asked or "?" in frame
            self._is_spoken_of = True
            return self._written(region, edits)
        return None

    def _has_more_figures(self, region: Region, pieces: Sequence[Piece]) -> bool:
        """Whether there are several sums, or figures that nobody knows ("40 plus 5", "5 p.m.")."""
        sums = sum(piece.kind in _SUMS for piece in pieces)
        loose = any(
            token.kind is TokenKind.NUMBER
            and not any(piece.start <= token.start < piece.end for piece in pieces)
            for token in region.tokens
        )
        return not region.is_threat and not region.is_subject and (sums > 1 or loose)

    def _frame(self, region: Region, held: Sequence[Piece]) -> str | None:
        """A frame for the pieces in their order; how to pay follows it."""
        slotted = [piece for piece in held if piece.kind is not Kind.METHOD]
        methods = len(held) - len(slotted)
        if methods > 1 or (methods and (not slotted or held[-1].kind is not Kind.METHOD)):
            return None
        frame = self._phrasing.frame(slotted, subject=region.is_subject)
        if frame is None or not methods:
            return frame
        return self._phrasing.with_method(frame)

    def _written(self, region: Region, edits: Sequence[Edit]) -> Change:
        """The change whose label shows the new sentence, with placeholders as they are written."""
        message = self._analysis.message
        first = edits[0]
        if region.start != self._sentence_start(region) and first.start == region.start:
            text = first.replacement[:1].lower() + first.replacement[1:]
            edits = [replace(first, replacement=text), *edits[1:]]
        end = region.end
        if region.tail is not None:
            last, (start, end) = edits[-1], region.tail
            mark = last.replacement[-1:]
            edits = [
                *edits[:-1],
                replace(last, replacement=last.replacement[:-1]),
                Edit(start, end, mark),
            ]
        shown: list[str] = []
        position = region.start
        for edit in edits:
            shown += [message.read_as(position, edit.start), edit.replacement]
            position = edit.end
        shown.append(message.read_as(position, end))
        new = " ".join("".join(shown).split())
        return Change("reword", tuple(edits), values={"replacement": new})

    def _sentence_start(self, region: Region) -> int:
        sentence = self._analysis.sentences[region.tokens[0].sentence]
        return self._analysis.tokens[sentence.first].start

    def _taken_out(self, region: Region) -> Change:
        gone = _removal(self._analysis, region.start, region.end)
        return Change("take-out", (gone,), caution="removed")

    def _moved_to_the_end(self, region: Region, closing: Line) -> Change | None:
        """The sentence gone, a courteous one at the end of the message; None where they meet."""
        gone = _removal(self._analysis, region.start, region.end)
        place = places.before_closing(self._analysis)
        if gone.start <= place <= gone.end:
            return None
        said = Edit(place, place, places.joined(self._analysis, place, closing.text))
        edits = tuple(sorted((gone, said), key=lambda edit: edit.start))
        return Change("take-out-and-say", edits, values={"text": closing.text})


def _removal(analysis: Analysis, start: int, end: int) -> Edit:
    """The edit that takes out a stretch with the blank or the empty lines that it leaves."""
    text = analysis.text
    left = len(text[:start].rstrip(" "))
    right = end + len(text[end:]) - len(text[end:].lstrip(" "))
    opens = left == 0 or text[left - 1] == "\n"
    closes = right == len(text) or text[right] == "\n"
    if opens and closes:
        right = right + len(text[right:]) - len(text[right:].lstrip("\n"))
        wide = (left, right) if right < len(text) else (len(text[:left].rstrip("\n")), right)
    else:
        wide = (start, right) if opens else (left, end)
    if not analysis.message.spans_only_text(*wide):
        wide = (start, end)
    return Edit(*wide, "")
