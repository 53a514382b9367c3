"""A sentence that hurts, mended as a whole for all that was noticed in it.

What hurts is cut off where the rest can stand alone; else the sentence is put together anew
around the facts that it carries; one that carries none gives way to a courteous line, or goes. A
threat is taken out whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from tonecheck.analysis import Analysis, Part, Token, TokenKind
from tonecheck.checks.topics import is_about_payment
from tonecheck.observation import Change, Facts
from tonecheck.remedies.cargo import Kind, Piece, cargo, said_outside
from tonecheck.remedies.phrasing import Line, Phrasing, bracketed, woven
from tonecheck.remedies.trimming import end_mark, trims
from tonecheck.stamping import DOMINANCE, Noticed
from tonecheck.types import Category, Edit, FactType, Language, Severity

MENDED = frozenset(
    {
        Category.THREAT,
        Category.PENALTY,
        Category.ACCUSATION,
        Category.GUILT,
        Category.RUDENESS,
        Category.PRESSURE,
        Category.VAGUE,
    }
)
"""The categories whose sentences are mended as a whole."""

TAKEN_OUT = frozenset({Category.THREAT, Category.PENALTY})
"""What is not dressed up: it goes, with the fees and days that belong to it."""

_SLOTTED = frozenset({Kind.AMOUNT, Kind.REFERENCE, Kind.DUE, Kind.DEADLINE})
_OF_A_THREAT = frozenset({Kind.FEE, Kind.SUM, Kind.DAY, Kind.NAME})
_CONDITIONS = {
    Language.EN: frozenset("if unless otherwise or until without".split()),
    Language.RU: frozenset("если иначе либо пока кто не".split()),
}
"""With one of these beside it the deadline of a threat is one for paying."""
_REFERRING = {
    Language.EN: frozenset(
        {"otherwise", "thereafter", "after that", "in that case", "to avoid this", "to avoid that"}
    ),
    Language.RU: frozenset(
        {"иначе", "тогда", "после этого", "чтобы этого", "чтобы до этого", "в этом случае"}
        | {"во избежание этого", "в противном случае"}
    ),
}
"""How a sentence opens that makes no sense without the one before it."""


@dataclass(frozen=True, slots=True)
class Region:
    """Whole sentences in which something was noticed.

    ``tail`` is what stays behind the tokens, a name by which somebody is called (", Carl"), and
    the end of the sentence behind it.
    """

    tokens: tuple[Token, ...]
    noticed: tuple[Noticed, ...]
    tail: tuple[int, int] | None = None

    @property
    def start(self) -> int:
        """The first visible character."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """The visible character after the last."""
        return self.tokens[-1].end

    @property
    def category(self) -> Category:
        """The gravest category that was noticed."""
        return min((n.rule.category for n in self.noticed), key=DOMINANCE.index)

    @property
    def is_threat(self) -> bool:
        """Whether nothing but threats and penalties was noticed."""
        return all(n.rule.category in TAKEN_OUT for n in self.noticed)


def mended(
    noticed: Sequence[Noticed], analysis: Analysis, facts: Facts, phrasing: Phrasing
) -> Iterator[tuple[Noticed, Change]]:
    """Changes for what was noticed in each sentence, the best first.

    A sentence that cannot be mended without a loss gets a change without edits: advice.

    Args:
        noticed: settled; what has a change of its own is left alone.
        facts: with offsets in the visible text.
    """
    regions = _regions(noticed, analysis)
    mender = _Mender(analysis, facts, phrasing, regions)
    for region in sorted(regions, key=mender.rank):
        for change in mender.mend(region):
            for one in region.noticed:
                yield one, change


def _regions(noticed: Iterable[Noticed], analysis: Analysis) -> list[Region]:
    """The sentences in which something is to be mended, joined where a finding joins them."""
    found: list[tuple[int, int, list[Noticed]]] = []
    for one in noticed:
        place = one.observation
        is_mended = one.rule.category in MENDED and one.severity is not Severity.SUGGESTION
        if not is_mended or place.changes or place.start == place.end:
            continue
        inside = [t for t in analysis.tokens if t.start < place.end and t.end > place.start]
        if not inside:
            continue
        first, last = inside[0].sentence, inside[-1].sentence
        if found and found[-1][1] >= first:
            found[-1] = (found[-1][0], max(last, found[-1][1]), [*found[-1][2], one])
        else:
            found.append((first, last, [one]))
    regions = []
    for first, last, ones in found:
        stretches = analysis.sentences[first : last + 1]
        tokens = tuple(analysis.tokens[stretches[0].first : stretches[-1].last])
        if all(t.part in (Part.SUBJECT, Part.BODY) for t in tokens):
            regions.append(Region(tokens, tuple(ones)))
    return regions


class _Mender:
    """Mends the sentences of one message, knowing of each other."""

    def __init__(
        self, analysis: Analysis, facts: Facts, phrasing: Phrasing, regions: Sequence[Region]
    ) -> None:
        self._analysis = analysis
        self._facts = facts
        self._phrasing = phrasing
        self._regions = regions
        others = _about_payment(analysis, regions)
        self._asked = any(tokens[-1].text == "?" for tokens in others)
        self._is_spoken_of = bool(others)
        self._hidden = [(region.start, region.end) for region in regions]

    def rank(self, region: Region) -> int:
        """When a region is mended: first what carries facts, and may ask, threats last."""
        if any(self._is_needed(piece, region) for piece in self._pieces(region)):
            return 0
        return 2 if region.is_threat else 1

    def mend(self, region: Region) -> Iterator[Change]:
        """The changes that mend a sentence, the best first."""
        if region.is_threat and self._is_referred_to(region):
            yield Change("take-out")
            return
        is_subject = region.tokens[0].part is Part.SUBJECT
        is_vague = region.category is Category.VAGUE
        if not is_subject and not is_vague and (change := self._trimmed(region)):
            yield change
        whole = region
        region, pieces = self._without_vocative(region)
        needed = [p for p in pieces if self._is_needed(p, region)]
        if needed or is_subject:
            change = self._rewoven(region, pieces, needed, is_subject)
            yield change or self._advice(region)
            return
        if region.is_threat and self._is_asked():
            yield self._taken_out(whole)
            yield self._said_instead(region, self._phrasing.request())
            return
        line = self._line(region)
        if line is None and not self._is_asked():
            line = self._phrasing.request()
        if line is None:
            yield self._taken_out(whole)
            return
        self._asked = self._asked or line.text.endswith("?")
        change = self._said_instead(region, line)
        self._phrasing.given.update(dict.fromkeys(line.gives, change))
        yield change

    def _said_instead(self, region: Region, line: Line) -> Change:
        return self._written(region, [Edit(region.start, region.end, line.text)])

    def _line(self, region: Region) -> Line | None:
        return self._phrasing.instead(region.category, asked=self._asked)

    def _is_asked(self) -> bool:
        """Whether the payment is asked for, or spoken of, without this sentence."""
        return self._asked or self._is_spoken_of

    def _advice(self, region: Region) -> Change:
        """What a person can do where an edit would lose a fact."""
        line = (
            None if region.is_threat else self._phrasing.instead(region.category, asked=self._asked)
        )
        if line is None:
            return Change("take-out")
        return Change("reword", values={"replacement": line.text})

    def _pieces(self, region: Region) -> tuple[Piece, ...]:
        numbers = dict.fromkeys(token.sentence for token in region.tokens)
        stretches = [self._analysis.sentences[number] for number in numbers]
        return tuple(p for s in stretches for p in cargo(self._analysis, self._facts, s))

    def _is_needed(self, piece: Piece, region: Region) -> bool:
        """Whether a fact would be lost without this piece."""
        if self._belongs_to_threat(piece, region):
            return False
        return not said_outside(piece.core, self._analysis.text, self._hidden)

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

    def _is_referred_to(self, region: Region) -> bool:
        """Whether the next sentence hangs on this one: "Otherwise …", «Чтобы до этого …»."""
        tokens = self._analysis.tokens
        following = tokens[region.tokens[-1].index + 1 :][:4]
        if not following or any(r.start == following[0].start for r in self._regions):
            return False
        words = [token.norm for token in following]
        openers = _REFERRING[self._analysis.language]
        return any(" ".join(words[:length]) in openers for length in range(1, 5))

    def _trimmed(self, region: Region) -> Change | None:
        """The rest of a sentence once the clauses are cut off in which something was noticed."""
        spans = [(n.observation.start, n.observation.end) for n in region.noticed]
        flagged = {
            token.clause
            for token in region.tokens
            if token.kind is not TokenKind.PUNCTUATION
            and any(token.start < end and token.end > start for start, end in spans)
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
        self, region: Region, pieces: Sequence[Piece], needed: Sequence[Piece], is_subject: bool
    ) -> Change | None:
        """The sentence put together anew around all that has a slot, or around what is needed."""
        roomy = [p for p in pieces if p.kind in _SLOTTED or p in needed]
        for held in (roomy, needed):
            frame = self._frame(region, held, is_subject)
            if frame is None:
                continue
            try:
                edits = woven(frame, held, region.start, region.end, self._analysis.text)
            except ValueError:
                continue
            if not edits:
                return None
            self._asked = self._asked or frame.endswith("?")
            return self._written(region, edits)
        return None

    def _frame(self, region: Region, held: Sequence[Piece], is_subject: bool) -> str | None:
        """A frame for the pieces in their order; how to pay goes into it in brackets."""
        slotted = [piece for piece in held if piece.kind is not Kind.METHOD]
        if len(held) - len(slotted) > 1:
            return None
        if slotted or is_subject:
            frame = self._phrasing.frame(slotted, subject=is_subject)
        else:
            line = (
                self._phrasing.instead(region.category, asked=self._asked)
                or self._phrasing.request()
            )
            frame = line.text
        if frame is None or len(held) == len(slotted):
            return frame
        return bracketed(frame, [piece.kind for piece in held].index(Kind.METHOD))

    def _without_vocative(self, region: Region) -> tuple[Region, Sequence[Piece]]:
        """The region between names that are called at its ends: "Carl, …", "…, Carl."."""
        pieces = list(self._pieces(region))
        if pieces and pieces[0].kind is Kind.NAME and pieces[0].start == region.start:
            after = [t for t in region.tokens if t.start >= pieces[0].end]
            if len(after) > 1 and after[0].text in {",", "!"}:
                region = replace(region, tokens=tuple(after[1:]))
                pieces = pieces[1:]
        if pieces and pieces[-1].kind is Kind.NAME:
            before = [t for t in region.tokens if t.end <= pieces[-1].start]
            after = [t for t in region.tokens if t.start >= pieces[-1].end]
            is_last = all(t.kind is TokenKind.PUNCTUATION for t in after)
            if is_last and len(before) > 1 and before[-1].text == ",":
                tail = pieces[-1].end, region.end
                region = replace(region, tokens=tuple(before[:-1]), tail=tail)
                pieces = pieces[:-1]
        return region, pieces

    def _written(self, region: Region, edits: Sequence[Edit]) -> Change:
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
        edit = _removal(self._analysis, region.start, region.end)
        return Change("take-out", (edit,), caution="removed")


def _about_payment(analysis: Analysis, regions: Sequence[Region]) -> list[Sequence[Token]]:
    """The sentences outside the regions that speak of the payment."""
    mended = {token.sentence for region in regions for token in region.tokens}
    return [
        tokens
        for number, sentence in enumerate(analysis.sentences)
        if number not in mended
        and (tokens := analysis.sentence_tokens(sentence))
        and tokens[0].part is Part.BODY
        and is_about_payment(tokens, analysis.language)
    ]


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
