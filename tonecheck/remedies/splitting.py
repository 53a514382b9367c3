"""A sentence too long to follow, made into two or three where it is sure that each is whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, islice, pairwise

from tonecheck.analysis import Analysis, Part, Token, TokenKind
from tonecheck.checks.readability import LONG, MANY_CLAUSES
from tonecheck.checks.topics import word_count
from tonecheck.languages import module_for
from tonecheck.observation import Change
from tonecheck.remedies.joints import Clauses
from tonecheck.remedies.regions import MAX_BULLET
from tonecheck.stamping import Noticed
from tonecheck.types import Edit

_RULES = frozenset({"long-sentence", "tangled-sentence"})
MAX_SEAMS = 8
"""Places in one sentence that are looked at."""
MOST_SPLITS = 3
MOST_CHANGES = 3
"""Ways to split one sentence that are tried out."""
SHOWN_WORDS = 3
"""Words on either side of a seam that the label shows."""


@dataclass(frozen=True, slots=True)
class _Seam:
    """A place to split at: the last token before it, the joint, the first token behind it."""

    before: int
    joint: Token
    after: int


def split_sentences(
    noticed: Sequence[Noticed], analysis: Analysis
) -> Iterator[tuple[Noticed, Change]]:
    """Changes for each long sentence that can be split into sentences of their own, best first."""
    done: dict[tuple[int, int], list[Change]] = {}
    for one in noticed:
        if one.rule.id not in _RULES:
            continue
        place = one.observation.start, one.observation.end
        if place not in done:
            done[place] = list(islice(_splits(*place, analysis), MOST_CHANGES))
        for change in done[place]:
            yield one, change


def _splits(start: int, end: int, analysis: Analysis) -> Iterator[Change]:
    """The ways to split a sentence: into few parts first, and of these into even ones."""
    tokens = [t for t in analysis.tokens if start <= t.start < end]
    if not tokens or not _is_plain(tokens, analysis):
        return
    clauses = Clauses(analysis.language)
    seams = list(_seams(tokens, clauses))[:MAX_SEAMS]
    for number in range(1, MOST_SPLITS + 1):
        fitting = [
            chosen
            for chosen in combinations(seams, number)
            if _fits(_parts(tokens, chosen), analysis) and _holds(tokens, chosen, clauses)
        ]
        for chosen in sorted(fitting, key=lambda seams: max(map(len, _parts(tokens, seams)))):
            yield _change(tokens, chosen, clauses, analysis)


def _is_plain(tokens: Sequence[Token], analysis: Analysis) -> bool:
    """Whether it is running text that every reader gets: no item of a list, no arm within."""
    text, message = analysis.text, analysis.message
    line = text[: tokens[0].start].rpartition("\n")[2].strip()
    is_item = bool(line) and len(line) <= MAX_BULLET and not any(c.isalpha() for c in line)
    first = tokens[0]
    if is_item or first.kind is TokenKind.PUNCTUATION or first.text[:1].islower():
        return False
    following = analysis.tokens[tokens[-1].index + 1 :][:1]
    goes_on = following and following[0].text[:1].islower()
    if goes_on and "\n\n" not in text[tokens[-1].end : following[0].start]:
        return False
    arms = message.branches_at(*message.source_span(first.start, tokens[-1].end))
    return len(arms) == 1 and all(t.part is Part.BODY for t in tokens)


def _seams(tokens: Sequence[Token], clauses: Clauses) -> Iterator[_Seam]:
    depth = 0
    for i, token in enumerate(tokens):
        depth += (token.text in "([«“") - (token.text in ")]»”")
        if depth or not 0 < i < len(tokens) - 1 or not clauses.joins(tokens, i):
            continue
        before = i - 1 if tokens[i - 1].kind is not TokenKind.PUNCTUATION else i - 2
        after = i + 1
        if token.norm == ";" and tokens[after].norm in clauses.words.openers:
            token, after = tokens[after], after + 1
        if after < len(tokens) and before >= 0:
            yield _Seam(before, token, after)


def _parts(tokens: Sequence[Token], seams: Sequence[_Seam]) -> list[Sequence[Token]]:
    """The sentences that come of it, without the mark at the end of the last."""
    last = len(tokens)
    while last and tokens[last - 1].text.strip(".!?…") == "":
        last -= 1
    starts = [0, *(seam.after for seam in seams)]
    ends = [*(seam.before + 1 for seam in seams), last]
    return [tokens[a:b] for a, b in zip(starts, ends, strict=True)]


def _fits(parts: Sequence[Sequence[Token]], analysis: Analysis) -> bool:
    """Whether no part is long or tangled any more."""
    is_finite = module_for(analysis.language).is_finite_verb
    limit, _ = LONG[analysis.language]
    return all(
        word_count(part) <= limit
        and len({t.clause for t in part if not t.quoted and is_finite(t.form)}) < MANY_CLAUSES
        for part in parts
    )


def _holds(tokens: Sequence[Token], seams: Sequence[_Seam], clauses: Clauses) -> bool:
    """Whether each part is a sentence of its own."""
    parts = _parts(tokens, seams)
    if not all(part and clauses.is_whole(part) for part in parts):
        return False
    if "?" in tokens[-1].text and not _asks_at_the_end(parts, clauses):
        return False
    rights = parts[1:] if "?" not in tokens[-1].text else parts[1:-1]
    return all(clauses.opens(part) for part in rights) and all(
        clauses.is_free(left, seam.joint.norm, right)
        for (left, right), seam in zip(pairwise(parts), seams, strict=True)
    )


def _asks_at_the_end(parts: Sequence[Sequence[Token]], clauses: Clauses) -> bool:
    """Whether the last part alone is the question that the sentence ends as."""
    asking = [clauses.asks_openly(part) for part in parts]
    return asking[-1] and not any(asking[:-1])


def _change(
    tokens: Sequence[Token], seams: Sequence[_Seam], clauses: Clauses, analysis: Analysis
) -> Change:
    text = analysis.text
    edits: list[Edit] = []
    shown: list[str] = []
    for seam in seams:
        left, right = tokens[seam.before], tokens[seam.after]
        opener = clauses.words.openers[seam.joint.norm]
        letter = text[right.start]
        if not opener.endswith(", ") and not opener:
            letter = letter.upper()
        gap = "\n" if "\n" in text[left.end : right.start] else " "
        edits.append(Edit(left.end, right.start + 1, f".{gap}{opener}{letter}"))
        first = max(0, seam.before + 1 - SHOWN_WORDS)
        end = tokens[min(len(tokens), seam.after + SHOWN_WORDS) - 1].end
        message = analysis.message
        told = message.read_as(tokens[first].start, left.end)
        goes_on = message.read_as(right.start + 1, end)
        shown.append(f"… {told}. {opener}{letter}{goes_on} …")
    return Change("split", tuple(edits), values={"seam": " ".join(shown)}, caution="split")
