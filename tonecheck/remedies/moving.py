"""A request that stands late, moved to directly behind the greeting, word by word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from tonecheck.analysis import Analysis, Part, Token, TokenKind
from tonecheck.checks.places import after_greeting, message_start
from tonecheck.checks.topics import is_about_payment, word_count
from tonecheck.languages import module_for
from tonecheck.observation import Change, Facts
from tonecheck.remedies.regions import MENDED
from tonecheck.stamping import Noticed
from tonecheck.types import Edit, FactType, Language

LONGEST_UNIT = 60
"""Words of a paragraph that is moved whole; of a longer one the sentence is moved."""
OPENING = 6
"""Words at the beginning of a sentence that may tie it to the one before."""

_POINTING: Mapping[Language, frozenset[str]] = {
    Language.EN: frozenset(
        "it its they them their theirs he him his she her hers this that these those there such "
        "same said above former latter".split()
    ),
    Language.RU: frozenset(
        "он она оно они его ее их им ему ей ним ней них нем ними него нее нему ею "
        "этот это эта эти этого этой этих "
        "этому тот та то те того той тех там туда такой такая такое такие".split()
    ),
}
"""Words that stand for something said before."""

_LINKING: Mapping[Language, frozenset[str]] = {
    Language.EN: frozenset(
        "and but so or nor yet now then also too however therefore thus hence finally lastly last "
        "next besides otherwise instead meanwhile anyway still again another both first second "
        "secondly third thirdly firstly moreover furthermore as ps p.s. p.s speaking regarding "
        "apart after before yes no what".split()
    ),
    Language.RU: frozenset(
        "и а но да или либо теперь тогда потом затем также тоже еще однако поэтому значит итак "
        "наконец напоследок кроме кстати иначе зато впрочем заодно остается осталось первый "
        "второе второй третье третий первое последнее причем притом же вот тут здесь "
        "что на опять снова другой заключение в-третьих во-первых во-вторых".split()
    ),
}
"""Words with which a sentence goes on from the one before."""

_FACTS = (FactType.AMOUNT, FactType.INVOICE_REF, FactType.DUE_DATE)
ENOUGH_FACTS = 2
"""So many kinds of them tell what a request is about."""


def moved_requests(
    noticed: Sequence[Noticed], analysis: Analysis, facts: Facts
) -> Iterator[tuple[Noticed, Change]]:
    """A change for a buried request that nothing around hangs on.

    The text is moved as it is written in the source, with its facts and placeholders.
    """
    for one in noticed:
        if one.rule.id != "buried-request":
            continue
        unit = _unit(one, analysis, facts)
        if unit is None or _hurts(unit, noticed):
            continue
        if edits := _edits(unit, analysis):
            text = analysis.message.read_as(unit[0].start, unit[-1].end)
            yield (
                one,
                Change(
                    "move", values={"text": " ".join(text.split())}, unseen=edits, caution="moved"
                ),
            )


def _unit(one: Noticed, analysis: Analysis, facts: Facts) -> list[Token] | None:
    """The paragraph that begins with the request, or the sentence alone; None where it hangs."""
    place = one.observation
    sentence = [t for t in analysis.tokens if place.start <= t.start < place.end]
    paragraph = _paragraph(sentence, analysis)
    whole = paragraph[0] is sentence[0] and word_count(paragraph) <= LONGEST_UNIT
    unit = paragraph if whole else _with_matter(sentence, paragraph, analysis)
    following = analysis.tokens[unit[-1].index + 1 :]
    goes_first = [t for t in analysis.tokens if t.start >= after_greeting(analysis)]
    stays = (
        all(t.part is Part.BODY for t in unit)
        and _is_whole(sentence, analysis)
        and not _hangs(sentence, analysis, facts)
        and not _is_tied(following, analysis)
        and not _is_tied(goes_first, analysis)
    )
    return unit if stays else None


def _with_matter(
    sentence: Sequence[Token], paragraph: Sequence[Token], analysis: Analysis
) -> list[Token]:
    """The sentence with those behind it that go on about the payment."""
    unit = list(sentence)
    behind = [t for t in paragraph if t.index > unit[-1].index]
    for _, group in groupby(behind, key=lambda token: token.sentence):
        tokens = list(group)
        if not is_about_payment(tokens, analysis.language):
            break
        if word_count(unit) + word_count(tokens) > LONGEST_UNIT:
            break
        unit += tokens
    return unit


def _paragraph(sentence: Sequence[Token], analysis: Analysis) -> list[Token]:
    """The tokens between the empty lines around a sentence."""
    text = analysis.text
    start = text.rfind("\n\n", 0, sentence[0].start) + 1
    end = text.find("\n\n", sentence[-1].end)
    end = len(text) if end < 0 else end
    return [t for t in analysis.tokens if start <= t.start < end]


def _is_whole(sentence: Sequence[Token], analysis: Analysis) -> bool:
    """Whether it has a capital letter, a verb and a full stop."""
    is_finite = module_for(analysis.language).is_finite_verb
    has_verb = any(is_finite(t.form) for t in sentence)
    opens = sentence[0].kind is not TokenKind.PUNCTUATION and not sentence[0].text[:1].islower()
    return opens and has_verb and sentence[-1].text in {".", "?", "!"}


def _hangs(sentence: Sequence[Token], analysis: Analysis, facts: Facts) -> bool:
    """Whether the request points to something said before it, or goes on from there.

    One that has only a sum, and neither a day nor a number, may speak of anything.
    """
    start, end = sentence[0].start, sentence[-1].end
    told = {kind: [f.start for f in facts[kind] if start <= f.start < end] for kind in _FACTS}
    places = sorted(place for found in told.values() for place in found)
    if _is_linked(sentence, analysis) or sum(map(bool, told.values())) < ENOUGH_FACTS:
        return True
    pointing = _POINTING[analysis.language]
    return any(token.norm in pointing and token.start < places[0] for token in sentence)


def _is_tied(tokens: Sequence[Token], analysis: Analysis) -> bool:
    """Whether a sentence begins with a word that needs the one before it."""
    pointing = _POINTING[analysis.language]
    # Further on, "that" is a conjunction: "Did you know that …".
    return _is_linked(tokens, analysis) or any(
        token.norm in pointing and not (i and token.norm == "that")
        for i, token in enumerate(tokens[:OPENING])
    )


def _is_linked(tokens: Sequence[Token], analysis: Analysis) -> bool:
    """Whether the first word goes on from the sentence before."""
    first = next((token for token in tokens[:OPENING] if token.kind is TokenKind.WORD), None)
    return first is not None and first.norm in _LINKING[analysis.language]


def _hurts(unit: Sequence[Token], noticed: Sequence[Noticed]) -> bool:
    """Whether something in it is to be mended first."""
    return any(
        one.rule.category in MENDED
        and one.observation.start < unit[-1].end
        and one.observation.end > unit[0].start
        for one in noticed
    )


def _edits(unit: Sequence[Token], analysis: Analysis) -> tuple[Edit, ...]:
    """The insertion and the removal, in source offsets; none where this is no plain text."""
    message, source = analysis.message, analysis.message.source
    if message.name is not None or message.escape is not str:
        return ()
    place = after_greeting(analysis)
    greeting = [t for t in analysis.tokens if message_start(analysis) <= t.start < place]
    start, end = message.source_span(unit[0].start, unit[-1].end)
    target, _ = message.source_span(place, place + 1)
    before = _source_end(analysis.tokens[unit[0].index - 1], analysis)
    after = _source_start(analysis.tokens[unit[-1].index + 1 :], analysis)
    gaps = [source[before:start], source[end:after]]
    gap = gaps[0]
    if greeting:
        gap = source[_source_end(greeting[-1], analysis) : target]
        gaps.append(gap)
    arms = message.branches_at(target, end)
    # Markup between them is not moved along, and paragraphs of Word stay where they are.
    if not message.spans_only_text(analysis.tokens[unit[0].index - 1].end - 1, unit[0].end):
        return ()
    if any(text.strip() for text in gaps) or set(arms) != {None} or not target < before:
        return ()
    if "\n" not in gap and "\r" not in gap:
        return ()
    removal = _removal(start, end, before, after, source)
    return Edit(target, target, source[start:end] + gap), removal


def _removal(start: int, end: int, before: int, after: int, source: str) -> Edit:
    """The edit that takes out a stretch with one of the gaps around it, rather that behind it.

    The character behind it is part of the edit, lest another fix put a sentence there meanwhile.
    """
    ends_paragraph = "\n" in source[end:after] and "\n" not in source[before:start]
    if end < after < len(source) and not ends_paragraph:
        return Edit(start, after, "")
    return Edit(before, end + 1, source[end : end + 1])


def _source_end(token: Token, analysis: Analysis) -> int:
    return analysis.message.source_span(token.start, token.end)[1]


def _source_start(tokens: Sequence[Token], analysis: Analysis) -> int:
    message = analysis.message
    if not tokens:
        return len(message.source)
    return message.source_span(tokens[0].start, tokens[0].end)[0]
