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
from tonecheck.remedies.cargo import BARE_SUM
from tonecheck.remedies.holes import hole
from tonecheck.remedies.names import called, is_group
from tonecheck.remedies.phrasing import Phrasing
from tonecheck.remedies.vagueness import replaceable
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
"""Vague clauses that a sentence with the fact would contradict."""

_AMOUNT = "missing-amount"
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

LONGEST_LABEL = 30
"""Characters on a button."""

LONG = 600
"""Characters from which on a fact may be told at the beginning, where it is not buried."""

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
    inserter = _Inserter(noticed, analysis, context, facts, data)
    yield from inserter.facts_missing()
    yield from inserter.offers_missing(phrasing)
    yield from inserter.opening_missing()


class _Inserter:
    """Says what one message lacks."""

    def __init__(
        self,
        noticed: Sequence[Noticed],
        analysis: Analysis,
        context: Context,
        facts: Facts,
        data: Mapping[str, Any],
    ) -> None:
        self._absent = {one.rule.id: one for one in noticed if _is_absence(one)}
        self._vague = replaceable(noticed, analysis, facts)
        self._left_open = {one.rule.id for one in noticed if _leaves_open(one, analysis)}
        self._is_circular = any(
            one.rule.category is Category.IMPERSONAL
            and is_group(
                t for t in analysis.tokens if one.observation.start <= t.start < one.observation.end
            )
            for one in noticed
        )
        self._analysis = analysis
        self._context = context
        self._facts = facts
        self._missing = data["missing"]
        self._forms = data["voices"][voice(analysis)]

    def facts_missing(self) -> Iterator[tuple[Noticed, Change]]:
        """The sum, the day and the number, in one sentence; advice where only a person can."""
        lacking = {rule: fact for rule, fact in _FACT_LINE.items() if rule in self._absent}
        if self._vague is not None and _AMOUNT in lacking:
            self._left_open -= {one.rule.id for one in self._vague.noticed}
        held = {rule: fact for rule, fact in lacking.items() if self._may_hold(rule, fact)}
        for rule, fact in lacking.items():
            if rule not in held:
                yield self._absent[rule], self._advice(self._fact_line([fact]))
        line = self._fact_line(list(held.values())) if held else ""
        if self._vague is not None and _AMOUNT in held and self._may_be_put(self._vague.start):
            edit = Edit(self._vague.start, self._vague.end, line)
            change = Change("reword", (edit,), values={"replacement": line}, caution="hole")
            for one in (*self._vague.noticed, *(self._absent[rule] for rule in held)):
                yield one, change
        for rule in held:
            place = self._beside_the_sum(self._absent[rule])
            yield self._absent[rule], self._insertion(place, line, "hole")
            if len(self._analysis.text) > LONG:
                start = places.after_greeting(self._analysis)
                yield self._absent[rule], self._insertion(start, line, "hole")

    def offers_missing(self, phrasing: Phrasing) -> Iterator[tuple[Noticed, Change]]:
        """How to pay, whom to ask, time: offered in as few sentences as possible."""
        absent, given = self._absent, dict(phrasing.given)
        soft = [rule for rule in _SOFT if rule in absent and rule not in given]
        is_idle = phrasing.invites and all(absent[r].severity is Severity.SUGGESTION for r in soft)
        if soft and soft != [_CONTACT] and not phrasing.is_left_hurting and not is_idle:
            line = phrasing.line("ask" if soft == ["missing-question"] else phrasing.soft)
            change = self._insertion(self._place(soft[0]), line.text, "added")
            given |= dict.fromkeys(line.gives, change)
        for rule, change in given.items():
            if rule in absent:
                yield absent[rule], change
        yield from self._details_and_contact(
            [rule for rule in (_PAYING, _CONTACT) if rule in absent and rule not in given]
        )

    def opening_missing(self) -> Iterator[tuple[Noticed, Change]]:
        """Thanks and a greeting."""
        if _THANKS in self._absent:
            # Only a person knows what to thank for.
            yield self._absent[_THANKS], self._advice(self._missing[_THANKS])
        if _GREETING in self._absent:
            text = greeting(self._analysis, self._context, self._missing)
            place = self._place(_GREETING)
            change = self._advice(text)
            if _begins_plainly(self._analysis, place):
                edit = Edit(place, place, f"{text}\n\n")
                change = Change("insert", (edit,), values={"text": text}, caution="added")
            yield self._absent[_GREETING], change

    def _may_hold(self, rule: str, fact: FactType) -> bool:
        """Whether a hole for a fact may be put in: in a draft that is an error by itself."""
        if fact is FactType.INVOICE_REF and self._is_circular:
            return False
        is_error = self._absent[rule].severity is Severity.ERROR
        if not (is_error or self._context.kind is Kind.TEMPLATE):
            return False
        if fact is FactType.AMOUNT and _has_bare_sum(self._analysis):
            return False
        return not self._left_open & _SPOKEN_OF_BY[fact]

    def _fact_line(self, lacking: Sequence[FactType]) -> str:
        """The sentence that tells some facts, with their holes."""
        line = self._missing["facts"][" ".join(fact.value for fact in lacking)]
        if not isinstance(line, str):
            line = line["late" if self._context.stage in _LATE else "early"]
        for fact in lacking:
            line = line.replace("{" + fact.value + "}", hole(self._analysis, fact))
        return spoken(line, self._forms)

    def _details_and_contact(self, rules: list[str]) -> Iterator[tuple[Noticed, Change]]:
        """The way to pay as a hole in a template; elsewhere the details are offered."""
        by_phone = self._context.channel is Channel.LETTER
        by_phone = by_phone or bool(_NO_REPLY.search(self._analysis.text))
        if _PAYING in rules and self._context.kind is Kind.TEMPLATE:
            rules.remove(_PAYING)
            name = hole(self._analysis, FactType.PAYMENT_METHOD)
            text = self._missing["method"].replace("{method}", name)
            yield self._absent[_PAYING], self._insertion(self._place(_PAYING), text, "hole")
        for rule in rules:
            words = self._missing["both" if len(rules) > 1 else rule]
            text = spoken(words["letter" if by_phone else "other"], self._forms)
            yield self._absent[rule], self._insertion(self._place(rules[0]), text, "added")

    def _beside_the_sum(self, one: Noticed) -> int:
        """Behind the sentence with the sum; without one, where the absence was noticed."""
        for fact in self._facts[FactType.AMOUNT]:
            for tokens in sentences(self._analysis, Part.BODY):
                if tokens[0].start <= fact.start < tokens[-1].end:
                    return tokens[-1].end
        return one.observation.start

    def _place(self, rule: str) -> int:
        return self._absent[rule].observation.start

    def _insertion(self, place: int, sentence: str, caution: str) -> Change:
        """A sentence put in; advice in a branch or loop, in a catalogue, behind a button."""
        message = self._analysis.message
        if not self._may_be_put(place):
            return self._advice(sentence)
        if any(message.visible_offset(t.end) in self._line_of(place) for t in message.targets):
            return self._advice(sentence)
        if caution == "hole" and self._context.kind is Kind.TEMPLATE:
            caution = "variable"
        edit = Edit(place, place, places.joined(self._analysis, place, sentence))
        return Change("insert", (edit,), values={"text": sentence}, caution=caution)

    def _may_be_put(self, place: int) -> bool:
        """Whether anything may be put there: in no branch or loop, in no catalogue."""
        message = self._analysis.message
        before = message.segment_at(place - 1)
        return message.name is None and (before is None or before.branch is None)

    def _line_of(self, place: int) -> range:
        """The visible line that ends at a place, where it is short enough for a button."""
        start = self._analysis.text.rfind("\n", 0, place) + 1
        return range(start, place if place - start <= LONGEST_LABEL else start)

    def _advice(self, text: str) -> Change:
        return Change("insert", values={"text": spoken(text, self._forms)})


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


def _leaves_open(one: Noticed, analysis: Analysis) -> bool:
    """Whether vague words are a clause that leaves something open («прикиньте сами»)."""
    place = one.observation
    is_finite = module_for(analysis.language).is_finite_verb
    return one.rule.category is Category.VAGUE and any(
        place.start <= t.start < place.end and (is_finite(t.form) or t.form.must_be("imp"))
        for t in analysis.tokens
    )


def _is_absence(one: Noticed) -> bool:
    return one.rule.category is Category.MISSING or one.rule.id == _DISPUTED


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
