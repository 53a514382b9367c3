"""Facts found in a message: what the client needs, or is glad, to read.

Amounts, dates, references and addresses come from the literal finders, the rest from phrases
(``rules/facts/``); a placeholder that stands for a fact counts as that fact.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tonecheck.analysis import Analysis
from tonecheck.literals.contacts import Contact, ContactKind
from tonecheck.literals.date_roles import DateRole
from tonecheck.literals.links import OpaqueKind
from tonecheck.literals.money_roles import MoneyRole
from tonecheck.matches import Finder
from tonecheck.observation import Facts
from tonecheck.rulebook import RuleBook
from tonecheck.templates import fact_of, read_template
from tonecheck.types import REPORTED_FACTS, Fact, FactType, Language


def find_facts(analysis: Analysis, rulebook: RuleBook) -> Facts:
    """All facts of a message, by type, in the order of the text and without overlaps."""
    found: dict[FactType, list[Fact]] = {t: [] for t in REPORTED_FACTS}
    for source in (_placeholders, _targets, _links, _amounts, _due_dates, _references, _contacts):
        for fact in source(analysis):
            found[fact.type].append(fact)
    for fact in _by_phrases(analysis, rulebook):
        found[fact.type].append(fact)
    return {t: _without_overlaps(facts) for t, facts in found.items()}


def _fact(analysis: Analysis, type_: FactType, start: int, end: int) -> Fact:
    return Fact(type_, analysis.text[start:end], start, end)


def _placeholders(analysis: Analysis) -> Iterator[Fact]:
    for offset, placeholder in analysis.message.placeholders:
        for fact in (placeholder.fact, *placeholder.others):
            if fact in REPORTED_FACTS:
                yield Fact(fact, placeholder.text, offset, offset + 1, placeholder=True)


_REACHING = re.compile(r"(?:mailto|tel|sms|whatsapp|tg):|wa\.me/|t\.me/", re.IGNORECASE)
_PAYING = re.compile(
    r"(?:^|[^a-z])(?:pay|checkout|billing|oplat|platezh|invoice|schet)|stripe|paypal", re.IGNORECASE
)
_PAYING_WORDS = re.compile(
    r"\W*(?:pay|settle|make (?:a|the) payment|check ?out|clear|оплат|заплат|внести|погас"
    r"|перейти к оплате|к оплате)",
    re.IGNORECASE,
)
_PAPER = re.compile(r"\.pdf\b|/(?:pdf|download|statement)\b", re.IGNORECASE)


def _targets(analysis: Analysis) -> Iterator[Fact]:
    """What links lead to, where only markup says it; the fact stands at the link's words."""
    message = analysis.message
    for link in message.targets:
        offset = message.visible_offset(link.end)
        if offset is None:
            continue
        target = message.source[link.start : link.end]
        place = target, offset, offset + 1
        facts = {fact_of(hole.name) for hole in read_template(target).placeholders}
        if _REACHING.search(target) or FactType.CONTACT in facts:
            yield Fact(FactType.CONTACT, *place)
        elif _PAPER.search(target):
            yield Fact(FactType.EVIDENCE, *place)
        elif (
            FactType.PAYMENT_METHOD in facts
            or _PAYING.search(target)
            or _PAYING_WORDS.match(message.text, offset)
        ):
            yield Fact(FactType.PAYMENT_METHOD, *place)


_PAYS_THERE = re.compile(
    r"(?:^|[./_-])(?:pay|payments?|checkout|oplat\w*|platezh\w*|kassa)(?=[./?_-]|$)", re.IGNORECASE
)


def _links(analysis: Analysis) -> Iterator[Fact]:
    """Addresses of the text whose own words say that one pays there."""
    for link in analysis.literals.opaque:
        if link.kind is OpaqueKind.URL and _PAYS_THERE.search(link.text):
            yield Fact(FactType.PAYMENT_METHOD, link.text, link.start, link.end)


def _amounts(analysis: Analysis) -> Iterator[Fact]:
    for money in analysis.literals.money:
        if money.role is MoneyRole.DUE:
            yield Fact(
                FactType.AMOUNT,
                money.text,
                money.start,
                money.end,
                value=money.value,
                currency=money.currency,
            )


def _due_dates(analysis: Analysis) -> Iterator[Fact]:
    for mention in analysis.literals.dates:
        if mention.role is DateRole.DUE:
            yield Fact(
                FactType.DUE_DATE, mention.text, mention.start, mention.end, value=mention.value
            )


def _references(analysis: Analysis) -> Iterator[Fact]:
    for reference in analysis.literals.references:
        yield Fact(
            FactType.INVOICE_REF,
            reference.text,
            reference.start,
            reference.end,
            value=reference.number,
        )


def _contacts(analysis: Analysis) -> Iterator[Fact]:
    for contact in analysis.literals.contacts:
        place = (contact.text, contact.start, contact.end)
        if contact.payment:
            yield Fact(FactType.PAYMENT_METHOD, *place, value=contact.text)
        if _reaches_somebody(contact, analysis.text[: contact.start][-60:], analysis.language):
            yield Fact(FactType.CONTACT, *place, value=contact.text)


_BY_VOICE = re.compile(
    r"\b(?:card|pay\w*)\b[^.!?\n]{0,12}\b(?:by|over\s+the)\s+(?:tele)?phone\b", re.I
)


def _reaches_somebody(contact: Contact, before: str, language: Language) -> bool:
    """Whether one can ask there. Russian transfers go to the mobile phone of a person."""
    if contact.payment:
        is_phone = contact.kind is ContactKind.PHONE
        return is_phone and (language is Language.RU or bool(_BY_VOICE.search(before)))
    return contact.kind is not ContactKind.HANDLE


def _by_phrases(analysis: Analysis, rulebook: RuleBook) -> Iterator[Fact]:
    finder = _finder(rulebook, analysis.language)
    book = rulebook.phrase_book(analysis.language, "facts", finder.phrases)
    for found in finder.find(analysis, book):
        start = analysis.tokens[found.hit.first].start
        end = analysis.tokens[found.hit.last - 1].end
        yield _fact(analysis, FactType(found.owner), start, end)


@cache
def _finder(rulebook: RuleBook, language: Language) -> Finder:
    return Finder([rule.owner(rule.type) for rule in rulebook.facts(language)])


def _without_overlaps(facts: list[Fact]) -> tuple[Fact, ...]:
    kept: list[Fact] = []
    for fact in sorted(facts, key=lambda f: (f.start, -f.end)):
        if not kept or fact.start >= kept[-1].end:
            kept.append(fact)
    return tuple(kept)
