"""Facts of one message that contradict each other, or say too little to be of use."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import combinations

from tonecheck.analysis import Analysis, Part, Token, TokenKind
from tonecheck.literals.dates import DateMention, DateRole
from tonecheck.literals.money import Money, MoneyRole
from tonecheck.literals.references import Reference
from tonecheck.observation import Facts, Observation
from tonecheck.types import Context, Language

_TOTAL = r"total|sum\s+total|altogether|all\s+told|comes?\s+to|came\s+to|adds?\s+up\s+to"
_TOTAL_RU = r"итого|всего|общ\w+\s+сумм\w+|в\s+сумме|вместе|на\s+круг|суммарно"
TOTAL_BEFORE = re.compile(
    rf"\b(?:(?:{_TOTAL})(?:\s+(?:due|of|is|amount|to\s+pay|owed|now|sum|balance)){{0,3}}"
    rf"|(?:{_TOTAL_RU})(?:\s+(?:к\s+оплате|долг\w*|составляет|вышло|выходит|получается)){{0,2}})"
    r"\W{0,3}$",
    re.IGNORECASE,
)
"""Words right before a sum that make it the whole."""
TOTAL_AFTER = re.compile(
    r"\W{0,2}(?:in\s+total|in\s+all|altogether|all\s+told|всего|итого|в\s+сумме)\b(?=\W*(?:$|[^\W\d_]{2}))",
    re.IGNORECASE,
)
"""Words right after it that do; not those that lead to the next sum."""
MAX_PARTS = 8
REQUEST: dict[Language, frozenset[str]] = {
    Language.EN: frozenset("please kindly".split()),
    Language.RU: frozenset("пожалуйста просить просьба".split()),
}
BEFORE_DEADLINE = re.compile(
    r"\b(?:by|until|till|before|no\s+later\s+than|до|не\s+позднее|не\s+позже)\W{0,2}$",
    re.IGNORECASE,
)
DUE_ON = re.compile(
    r"\b(?:due(?:\s+date)?(?:\s+(?:on|is|was|of))?|срок(?:\s+оплаты)?(?:\s+был)?)\W{0,3}$",
    re.IGNORECASE,
)
SIMILAR_NAMES = 0.8
MIN_NAME_LETTERS = 4


def missing_currency(analysis: Analysis, context: Context, facts: Facts) -> Iterator[Observation]:
    """The sum to pay as a bare figure, in a message that names no currency anywhere."""
    money = analysis.literals.money
    if any(m.currency for m in money):
        return
    for sum_ in money:
        if sum_.role is MoneyRole.DUE:
            yield Observation(sum_.start, sum_.end, {"amount": sum_.text})
            return


def conflicting_totals(analysis: Analysis, context: Context, facts: Facts) -> Iterator[Observation]:
    """A second total that is not the first one."""
    totals = [m for m in analysis.literals.money if _is_total(analysis.text, m)]
    for sum_ in totals[1:]:
        if sum_.value != totals[0].value and sum_.currency == totals[0].currency:
            yield Observation(sum_.start, sum_.end, {"amount": sum_.text, "other": totals[0].text})
            return


def parts_mismatch(analysis: Analysis, context: Context, facts: Facts) -> Iterator[Observation]:
    """A total that the sums listed for it do not add up to."""
    text = analysis.text
    for total in analysis.literals.money:
        if not _is_total(text, total):
            continue
        parts = _parts(analysis, total)
        if len(parts) < 2 or len(parts) > MAX_PARTS:
            continue
        values = [part.value for part in parts]
        if any(value >= total.value for value in values):
            continue
        adds_up = any(
            sum(chosen) == total.value
            for size in range(2, len(values) + 1)
            for chosen in combinations(values, size)
        )
        if not adds_up:
            yield Observation(
                total.start, total.end, {"amount": total.text, "sum": f"{sum(values):,}"}
            )
            return


def reference_mismatch(analysis: Analysis, context: Context, facts: Facts) -> Iterator[Observation]:
    """A paper's number in the body that is not the one that the subject gives it."""
    body_start = next((t.start for t in analysis.tokens if t.part is not Part.SUBJECT), 0)
    references = analysis.literals.references
    subject = [r for r in references if r.end <= body_start]
    body = [r for r in references if r.start >= body_start]
    if any(_is_same_number(a, b) for a in subject for b in body):
        return
    for reference in body:
        for other in subject:
            if _noun(reference) and _noun(reference) == _noun(other):
                yield Observation(
                    reference.start,
                    reference.end,
                    {"reference": reference.text, "other": other.text},
                )
                return


def due_before_invoice(analysis: Analysis, context: Context, facts: Facts) -> Iterator[Observation]:
    """A day to pay that lies before the day of the invoice."""
    dates = analysis.literals.dates
    issued = [d for d in dates if d.role is DateRole.INVOICE and d.value]
    if len(issued) != 1 or issued[0].value is None:
        return
    for mention in dates:
        if mention.role is DateRole.DUE and mention.value and mention.value < issued[0].value:
            yield Observation(
                mention.start, mention.end, {"due": mention.text, "issued": issued[0].text}
            )
            return


def past_deadline(analysis: Analysis, context: Context, facts: Facts) -> Iterator[Observation]:
    """A request to pay by a day that is over when the message goes out."""
    if context.send_at is None:
        return
    today = context.send_at.date()
    for mention in analysis.literals.dates:
        if mention.role is not DateRole.DUE or mention.value is None or mention.value >= today:
            continue
        here = BEFORE_DEADLINE.search(analysis.text, max(0, mention.start - 20), mention.start)
        words = _sentence(analysis, mention.start)
        asks = any(t.form.keys & REQUEST[analysis.language] for t in words)
        tells = any(t.form.keys & {"be", "быть"} and t.form.can_be("past") for t in words)
        if here and asks and not tells:
            yield Observation(mention.start, mention.end, {"due": mention.text})
            return


def conflicting_due_dates(
    analysis: Analysis, context: Context, facts: Facts
) -> Iterator[Observation]:
    """One paper that is said to be due on two days."""
    if len({_bare(r.number) for r in analysis.literals.references}) > 1:
        return
    named: list[DateMention] = []
    for mention in analysis.literals.dates:
        before = analysis.text[max(0, mention.start - 30) : mention.start]
        if mention.role is DateRole.DUE and mention.day and DUE_ON.search(before):
            named.append(mention)
    for mention in named[1:]:
        if (mention.month, mention.day) != (named[0].month, named[0].day):
            yield Observation(
                mention.start, mention.end, {"due": mention.text, "other": named[0].text}
            )
            return


def name_spellings(analysis: Analysis, context: Context, facts: Facts) -> Iterator[Observation]:
    """The client's name from the greeting, spelled in another way further down."""
    addressed = [t for t in analysis.part_tokens(Part.GREETING) if _is_name(t)]
    if not addressed:
        return
    for token in analysis.tokens:
        if not _is_name(token) or token.part not in {Part.BODY, Part.CLOSING}:
            continue
        for name in addressed:
            if token.form.keys & name.form.keys:
                break
            if _is_variant(token, name, analysis.language):
                values = {"name": token.text, "other": name.text}
                yield Observation(token.start, token.end, values)
                return


def _is_total(text: str, sum_: Money) -> bool:
    before = text[max(0, sum_.start - 45) : sum_.start]
    return sum_.role is not MoneyRole.PAID and (
        TOTAL_BEFORE.search(before) is not None or TOTAL_AFTER.match(text, sum_.end) is not None
    )


def _parts(analysis: Analysis, total: Money) -> list[Money]:
    """The sums beside a total: in its sentence, or in the lines above it, one a line."""
    same = [
        m
        for m in analysis.literals.money
        if m is not total and m.currency == total.currency and m.role is not MoneyRole.PAID
    ]
    sentence = _sentence(analysis, total.start)
    first, last = sentence[0].start, sentence[-1].end
    beside = [m for m in same if first <= m.start < last]
    if len(beside) >= 2:
        return beside
    listed: list[Money] = []
    end = analysis.text.rfind("\n", 0, total.start)
    while end > 0:
        start = analysis.text.rfind("\n", 0, end) + 1
        here = [m for m in same if start <= m.start < end]
        if len(here) != 1:
            break
        listed.extend(here)
        end = start - 1
    return listed


def _sentence(analysis: Analysis, offset: int) -> Sequence[Token]:
    starts = [t.start for t in analysis.tokens]
    index = max(0, bisect_right(starts, offset) - 1)
    return analysis.sentence_tokens(analysis.sentences[analysis.tokens[index].sentence])


def _is_same_number(one: Reference, other: Reference) -> bool:
    """Whether two numbers are one, maybe with and without its letters: INV-204 and 204."""
    shorter, longer = sorted((_bare(one.number), _bare(other.number)), key=len)
    return longer.endswith(shorter)


def _bare(number: str) -> str:
    return re.sub(r"\W", "", number).casefold()


def _noun(reference: Reference) -> str:
    """The first letters of the paper's noun: the same in all cases of a word."""
    match = re.match(r"[^\W\d_]{2,}", reference.text)
    return match[0].casefold().replace("ё", "е")[:4] if match else ""


def _is_name(token: Token) -> bool:
    return (
        "name" in token.marks
        and token.kind is TokenKind.WORD
        and token.is_capitalised
        and len(token.text) >= MIN_NAME_LETTERS
    )


def _is_variant(token: Token, name: Token, language: Language) -> bool:
    """Whether two names are nearly the same; a Russian one compared without its ending."""
    one, other = token.norm, name.norm
    if language is Language.RU:
        one, other = min(token.form.keys, default=one), min(name.form.keys, default=other)
    return one != other and SequenceMatcher(None, one, other).ratio() >= SIMILAR_NAMES
