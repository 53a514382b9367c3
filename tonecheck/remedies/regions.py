"""Regions: whole sentences in which something was noticed that is to be mended."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from tonecheck.analysis import Analysis, Part, Token, TokenKind
from tonecheck.checks.topics import PAYMENT_WORDS, is_about_payment
from tonecheck.remedies.matter import BESIDE_THE_MATTER
from tonecheck.remedies.piece import Kind, Piece
from tonecheck.stamping import DOMINANCE, Noticed
from tonecheck.types import Category, Language, Severity

MENDED = frozenset(
    {
        Category.THREAT,
        Category.PENALTY,
        Category.ACCUSATION,
        Category.GUILT,
        Category.RUDENESS,
        Category.PRESSURE,
    }
)
"""The categories whose sentences are mended as a whole."""

TAKEN_OUT = frozenset({Category.THREAT, Category.PENALTY})
"""What is not dressed up: it goes, with the fees and days that belong to it."""

_REFERRING = {
    Language.EN: frozenset(
        {"otherwise", "thereafter", "after that", "in that case", "to avoid this", "to avoid that"}
        | {"not", "nor", "or else", "then", "after this"}
    ),
    Language.RU: frozenset(
        {"иначе", "тогда", "после этого", "чтобы этого", "чтобы до этого", "в этом случае"}
        | {"во избежание этого", "в противном случае", "ни", "потом", "после чего", "дальше"}
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

    @property
    def is_subject(self) -> bool:
        """Whether it is the subject line."""
        return self.tokens[0].part is Part.SUBJECT

    def marked(self, token: Token) -> bool:
        """Whether a word is part of what was noticed."""
        return any(
            token.start < n.observation.end and token.end > n.observation.start
            for n in self.noticed
        )


def regions(noticed: Iterable[Noticed], analysis: Analysis) -> list[Region]:
    """The sentences in which something is to be mended, joined where a finding joins them.

    What has a change of its own, and what is only a suggestion, is left alone.
    """
    found: list[tuple[int, int, list[Noticed]]] = []
    for one in noticed:
        place = one.observation
        is_mended = one.rule.category in MENDED and one.severity is not Severity.SUGGESTION
        if not is_mended or place.changes or place.start == place.end:
            continue
        first_token = bisect_right(analysis.tokens, place.start, key=lambda token: token.end)
        last_token = bisect_left(analysis.tokens, place.end, key=lambda token: token.start)
        inside = analysis.tokens[first_token:last_token]
        if not inside:
            continue
        first, last = _whole(analysis, inside[0].sentence, inside[-1].sentence)
        if analysis.tokens[analysis.sentences[first].first].part is Part.BODY:
            last += _hangs_on(analysis, last + 1)
        hangs = first > 0 and _refers(analysis.sentence_tokens(analysis.sentences[first]), analysis)
        if found and found[-1][1] >= first - hangs:
            found[-1] = (found[-1][0], max(last, found[-1][1]), [*found[-1][2], one])
        else:
            found.append((first, last, [one]))
    result = []
    for first, last, ones in found:
        stretches = analysis.sentences[first : last + 1]
        tokens = tuple(analysis.tokens[stretches[0].first : stretches[-1].last])
        if all(t.part in (Part.SUBJECT, Part.BODY) for t in tokens):
            result.append(Region(tokens, tuple(ones)))
    return result


def _whole(analysis: Analysis, first: int, last: int) -> tuple[int, int]:
    """Sentences with those that a full stop of an abbreviation cut off («55 руб. за март»)."""
    opens = [analysis.tokens[sentence.first].text[:1] for sentence in analysis.sentences]
    while first > 0 and opens[first].islower():
        first -= 1
    while last + 1 < len(opens) and opens[last + 1].islower():
        last += 1
    if analysis.tokens[analysis.sentences[first].first].part is Part.SUBJECT:
        # A subject line is written anew as a whole.
        subject = [n for n, part in enumerate(_opening_parts(analysis)) if part is Part.SUBJECT]
        first, last = subject[0], max(last, subject[-1])
    return first, last


_COMMENTING = {
    Language.EN: re.compile(
        r"(?:so|hence|and that|that is why|that's why|which|"
        r"(?:her|his|their|your|my) (?:exact )?words)\b(?! (?:please|could|can|would))",
        re.IGNORECASE,
    ),
    Language.RU: re.compile(
        r"(?:поэтому|вот почему|потому|отсюда|так что|вот и|(?:его|её|ее|ваши|твои|их) слова)\b",
        re.IGNORECASE,
    ),
}
"""How a sentence opens that only draws a conclusion from the one before it."""


def _hangs_on(analysis: Analysis, number: int) -> bool:
    """Whether a sentence only comments on the one before it: it carries no fact, asks nothing."""
    if number >= len(analysis.sentences):
        return False
    tokens = analysis.sentence_tokens(analysis.sentences[number])
    comments = _COMMENTING[analysis.language].match(analysis.text, tokens[0].start)
    carries = any(t.marks or t.form.must_be("imp") for t in tokens)
    return (
        bool(comments)
        and tokens[0].part is Part.BODY
        and not carries
        and not is_about_payment(tokens, analysis.language)
    )


def _opening_parts(analysis: Analysis) -> list[Part]:
    return [analysis.tokens[sentence.first].part for sentence in analysis.sentences]


def without_calls(region: Region, pieces: Sequence[Piece]) -> tuple[Region, list[Piece]]:
    """The region between names that are called at its ends: "Carl, …", "…, Carl."."""
    pieces = list(pieces)
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


def is_referred_to(region: Region, analysis: Analysis) -> bool:
    """Whether the next sentence hangs on this one: "Otherwise …", «Чтобы до этого …»."""
    return _refers(analysis.tokens[region.tokens[-1].index + 1 :], analysis)


def _refers(tokens: Sequence[Token], analysis: Analysis) -> bool:
    """Whether a sentence makes no sense without the one before it."""
    words = [token.norm for token in tokens[:4]]
    openers = _REFERRING[analysis.language]
    return any(" ".join(words[:length]) in openers for length in range(1, 5))


def loses_the_matter(
    region: Region, pieces: Sequence[Piece], analysis: Analysis, keys: Mapping[str, int]
) -> bool:
    """Whether a noun would go that says what is owed for, and that is said nowhere else.

    Args:
        keys: how often each key of a word occurs in the message.
    """
    papers = {word for piece in pieces for word in piece.noun.lower().replace("ё", "е").split()}
    known = PAYMENT_WORDS[analysis.language] | BESIDE_THE_MATTER | papers
    here = Counter(key for token in region.tokens for key in token.form.keys)
    hurting = {
        token.clause
        for one in region.noticed
        if one.rule.category is not Category.PRESSURE
        for token in region.tokens
        if one.observation.start <= token.start < one.observation.end
    }
    for token in region.tokens:
        if token.clause in hurting or region.marked(token):
            continue
        if any(p.start <= token.start < p.end for p in pieces):
            continue
        named = token.form.keys
        if not token.form.must_be("noun") or named & known:
            continue
        if all(keys[key] <= here[key] for key in named):
            return True
    return False


def about_payment(analysis: Analysis, hurting: Sequence[Region]) -> list[Sequence[Token]]:
    """The sentences outside the regions that speak of the payment."""
    mended = {token.sentence for region in hurting for token in region.tokens}
    return [
        tokens
        for number, sentence in enumerate(analysis.sentences)
        if number not in mended
        and (tokens := analysis.sentence_tokens(sentence))
        and tokens[0].part is Part.BODY
        and is_about_payment(tokens, analysis.language)
    ]


def is_fixed_in_place(region: Region, analysis: Analysis) -> bool:
    """Whether a region cannot go: an item of a list, a heading, all that an element shows.

    A bullet, a number or markup that is out of sight would stay without its text.
    """
    text, message = analysis.text, analysis.message
    line = text[: region.start].rpartition("\n")[2].strip()
    if line:
        return len(line) <= MAX_BULLET and not any(c.isalpha() for c in line)
    start, end = message.source_span(region.start, region.end)
    before = message.source[:start].rpartition("\n")[2].strip()
    after = message.source[end:].partition("\n")[0].strip()
    shown_after = text[region.end :].partition("\n")[0].strip()
    return bool(before) or bool(after and not shown_after)


def is_torn(region: Region) -> bool:
    """Whether a bracket is open: its end is no end of a sentence ("(min. | $10)")."""
    text = "".join(token.text for token in region.tokens)
    return any(text.count(a) != text.count(b) for a, b in ("()", "[]", "«»"))


MAX_BULLET = 4
"""Characters of "12)" or "–"."""
