"""What is missing, said in a sentence: with a hole where only a person or an engine knows it.

What several findings lack goes into one sentence, which is then the same fix for each of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tonecheck.analysis import Analysis, Part, TokenKind
from tonecheck.checks import places
from tonecheck.checks.topics import sentences
from tonecheck.languages import module_for
from tonecheck.observation import Change, Facts
from tonecheck.remedies.cargo import BARE_SUM, called
from tonecheck.remedies.holes import hole
from tonecheck.remedies.phrasing import Phrasing
from tonecheck.remedies.voice import spoken, voice
from tonecheck.stamping import Noticed
from tonecheck.types import (
    Category,
    Channel,
    Context,
    Edit,
    FactType,
    Kind,
    Severity,
    Stage,
)

_FACT_LINE = {
    "missing-invoice-reference": FactType.INVOICE_REF,
    "missing-amount": FactType.AMOUNT,
    "missing-due-date": FactType.DUE_DATE,
}
_SPOKEN_OF_BY = {
    FactType.INVOICE_REF: frozenset[str](),
    FactType.AMOUNT: frozenset({"vague-amount"}),
    FactType.DUE_DATE: frozenset({"vague-time"}),
}
"""Vague words beside which a sentence with the fact would contradict them."""

_PAYING, _CONTACT, _GREETING = "missing-payment-method", "missing-contact", "missing-greeting"
_THANKS = "missing-thanks"
_DISPUTED = "dispute-without-compromise"
_SOFT = ("missing-flexibility", "missing-question", _CONTACT, _DISPUTED)
"""What one sentence may make good together."""

_NO_REPLY = re.compile(
    r"no-?reply|(?:do|does) not reply|(?:don.t|not need to) (?:reply|answer)"
    r"|отвечать на (?:него|это|письмо|сообщение)|не отвечайте на|автоматическ\w+ (?:письм|рассыл)",
    re.IGNORECASE,
)
"""Of a message that nobody is to answer."""

LOOKED_AT = 25
"""Words in which a greeting is looked for that comes late."""
GREETS = frozenset(
    "dear hello hi hey greetings morning afternoon evening "
    "уважаемый дорогой здравствовать здравствуйте здравствуй привет добрый".split()
)

_LATE = (Stage.OVERDUE, Stage.FINAL, Stage.DISPUTED)


def insertions(
    noticed: Sequence[Noticed],
    analysis: Analysis,
    context: Context,
    facts: Facts,
    phrasing: Phrasing,
    data: Mapping[str, Any],
) -> Iterator[tuple[Noticed, Change]]:
    """A change for each absence that a sentence can make good.

    Args:
        noticed: everything that was noticed.
        phrasing: it knows what the sentences make good that stand for others.
        data: the rewordings of the message's language.
    """
    absent = {one.rule.id: one for one in noticed if _is_absence(one)}
    missing, forms = data["missing"], data["voices"][voice(analysis)]
    vague = {one.rule.id for one in noticed if one.rule.category is Category.VAGUE}
    held = {
        rule: fact
        for rule, fact in _FACT_LINE.items()
        if rule in absent
        and _may_leave_hole(context, absent[rule].severity)
        and not (fact is FactType.AMOUNT and _has_bare_sum(analysis))
        and not vague & _SPOKEN_OF_BY[fact]
    }
    for rule in _FACT_LINE.keys() & absent.keys() - held.keys():
        yield absent[rule], Change("insert", values={"text": _fact_line(rule, analysis, missing)})
    if held:
        late = "late" if context.stage in _LATE else "early"
        lines = missing["facts"]
        key = " ".join(fact.value for fact in held.values())
        text = lines[key][late] if isinstance(lines[key], dict) else lines[key]
        for fact in held.values():
            text = text.replace("{" + fact.value + "}", hole(analysis, fact))
        for rule in held:
            place = _beside_the_sum(analysis, facts, absent[rule])
            yield absent[rule], _insertion_at(place, analysis, spoken(text, forms), "hole")
    given = dict(phrasing.given)
    open_to = [rule for rule in _SOFT if rule in absent and rule not in given]
    if open_to and open_to != [_CONTACT] and not phrasing.is_left_hurting:
        only_asks = open_to == ["missing-question"]
        line = phrasing.line("ask" if only_asks else phrasing.soft)
        change = _insertion(absent[open_to[0]], analysis, line.text, "added")
        given |= dict.fromkeys(line.gives, change)
    for rule, change in given.items():
        if rule in absent:
            yield absent[rule], change
    rules = [rule for rule in (_PAYING, _CONTACT) if rule in absent and rule not in given]
    yield from _how_to_pay_and_ask(rules, absent, analysis, context, missing, forms)
    if _THANKS in absent:
        # Only a person knows what to thank for.
        yield absent[_THANKS], Change("insert", values={"text": spoken(missing[_THANKS], forms)})
    if _GREETING in absent:
        yield absent[_GREETING], _greeting(absent[_GREETING], analysis, context, missing)


def _has_bare_sum(analysis: Analysis) -> bool:
    """Whether a figure may be the sum, without a currency: only a person can tell."""
    found = analysis.literals
    taken = [(one.start, one.end) for one in found.money]
    taken += [(one.start, one.end) for one in found.dates]
    taken += [(one.start, one.end) for one in found.references]
    taken += [(one.start, one.end) for one in found.contacts]
    return any(
        token.kind is TokenKind.NUMBER
        and sum(c.isdigit() for c in token.text) >= BARE_SUM
        and not any(start <= token.start < end for start, end in taken)
        for token in analysis.tokens
    )


def _is_absence(one: Noticed) -> bool:
    return one.rule.category is Category.MISSING or one.rule.id == _DISPUTED


def _how_to_pay_and_ask(
    rules: list[str],
    absent: Mapping[str, Noticed],
    analysis: Analysis,
    context: Context,
    missing: Mapping[str, Any],
    forms: Mapping[str, str],
) -> Iterator[tuple[Noticed, Change]]:
    """The way to pay as a hole in a template; elsewhere the details are offered."""
    by_voice = context.channel is Channel.LETTER or bool(_NO_REPLY.search(analysis.text))
    way = "letter" if by_voice else "other"
    if _PAYING in rules and context.kind is Kind.TEMPLATE:
        rules.remove(_PAYING)
        text = missing["method"].replace("{method}", hole(analysis, FactType.PAYMENT_METHOD))
        yield absent[_PAYING], _insertion(absent[_PAYING], analysis, spoken(text, forms), "hole")
    if not rules:
        return
    key = "both" if len(rules) > 1 else rules[0]
    for rule in rules:
        text = spoken(missing[key][way], forms)
        yield absent[rule], _insertion(absent[rules[0]], analysis, text, "added")


def _fact_line(rule: str, analysis: Analysis, missing: Mapping[str, Any]) -> str:
    """The sentence that tells one fact, for a person to write."""
    fact = _FACT_LINE[rule]
    text = str(missing["facts"][fact.value])
    return text.replace("{" + fact.value + "}", hole(analysis, fact))


def _may_leave_hole(context: Context, severity: Severity) -> bool:
    """Whether a placeholder may be put in: in a draft that is an error by itself."""
    return context.kind is Kind.TEMPLATE or severity is Severity.ERROR


def _beside_the_sum(analysis: Analysis, facts: Facts, one: Noticed) -> int:
    """Behind the sentence with the sum, where there is one; else where the absence was noticed."""
    for fact in facts[FactType.AMOUNT]:
        for tokens in sentences(analysis, Part.BODY):
            if tokens[0].start <= fact.start < tokens[-1].end:
                return tokens[-1].end
    return one.observation.start


def _insertion(one: Noticed, analysis: Analysis, sentence: str, caution: str) -> Change:
    return _insertion_at(one.observation.start, analysis, sentence, caution)


def _insertion_at(place: int, analysis: Analysis, sentence: str, caution: str) -> Change:
    edit = Edit(place, place, places.joined(analysis, place, sentence))
    return Change("insert", (edit,), values={"text": sentence}, caution=caution)


def _greeting(
    one: Noticed, analysis: Analysis, context: Context, missing: Mapping[str, Any]
) -> Change:
    text = greeting(analysis, context, missing)
    place = one.observation.start
    if not _begins_plainly(analysis, place):
        return Change("insert", values={"text": text})
    edit = Edit(place, place, f"{text}\n\n")
    return Change("insert", (edit,), values={"text": text}, caution="added")


def _begins_plainly(analysis: Analysis, place: int) -> bool:
    """Whether the message begins with its matter: no address, no name, no later greeting.

    Only a person can join a greeting to one of these.
    """
    following = [t for t in analysis.tokens if t.start >= place]
    first = [t for t in following if t.sentence == following[0].sentence] if following else []
    language = analysis.language
    is_finite = module_for(language).is_finite_verb
    return (
        any(is_finite(t.form) for t in first)
        and not called(first, language)
        and not any(t.form.keys & GREETS for t in following[:LOOKED_AT])
    )


def greeting(analysis: Analysis, context: Context, missing: Mapping[str, Any]) -> str:
    """A greeting by name where the name is known or a template will know it."""
    name = context.recipient.name
    if name is None and context.kind is Kind.TEMPLATE:
        name = hole(analysis, FactType.NAME)
    if name is None:
        return str(missing["greeting"]["plain"])
    return str(missing["greeting"]["named"]).replace("{name}", name)
