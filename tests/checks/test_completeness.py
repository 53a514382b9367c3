from __future__ import annotations

import pytest

from tests.checks.observing import facts_of, observe
from tonecheck.types import (
    REPORTED_FACTS,
    Channel,
    Context,
    FactType,
    Language,
    Severity,
    Stage,
)

E, W, S = Severity.ERROR, Severity.WARNING, Severity.SUGGESTION
EN = "Hello Martha,\n\nPlease look at the invoice. We deliver on Monday.\n\nKind regards,\nOwen"
RU = "Марта, здравствуйте!\n\nПосмотрите, пожалуйста, счёт. Доставка завтра.\n\nС уважением,\nОлег"
LONG, SHORT = (Channel.EMAIL, Channel.LETTER), (Channel.SMS, Channel.MESSENGER)
EARLY, LATE = (Stage.PRE_DUE, Stage.DUE), (Stage.OVERDUE, Stage.FINAL)

CHECK_OF = {
    FactType.AMOUNT: "missing-amount",
    FactType.DUE_DATE: "missing-due-date",
    FactType.INVOICE_REF: "missing-invoice-reference",
    FactType.PAYMENT_METHOD: "missing-payment-method",
    FactType.CONTACT: "missing-contact",
    FactType.FLEXIBILITY: "missing-flexibility",
    FactType.THANKS: "missing-thanks",
    FactType.EMPATHY: "missing-empathy",
    FactType.EVIDENCE: "missing-evidence",
}


def severity(check: str, context: Context, text: str = EN) -> Severity | None:
    found = observe(check, text, context)
    assert len(found) <= 1
    return found[0][1].severity if found else None


def context(stage: Stage, channel: Channel, declared: bool = True) -> Context:
    return Context(Language.EN, stage=stage, channel=channel, stage_declared=declared)


# check, long (early, late, disputed), short (early, late, disputed); overdue and final alike.
TABLE = [
    ("missing-amount", (E, E, S), (E, E, S)),
    ("missing-due-date", (E, E, S), (E, E, S)),
    ("missing-invoice-reference", (E, E, W), (W, W, W)),
    ("missing-payment-method", (W, W, S), (W, W, S)),
    ("missing-contact", (W, W, W), (S, S, S)),
    ("missing-thanks", (S, S, S), (S, S, S)),
    ("missing-empathy", (None, S, S), (None, None, None)),
    ("missing-evidence", (S, S, S), (None, None, None)),
    ("missing-reason", (S, S, S), (None, None, None)),
    ("missing-goodwill", (S, S, S), (None, None, None)),
]


@pytest.mark.parametrize(("check", "long", "short"), TABLE, ids=[row[0] for row in TABLE])
def test_severity_follows_the_table_of_the_contract(
    check: str,
    long: tuple[Severity | None, ...],
    short: tuple[Severity | None, ...],
) -> None:
    for channels, expected in ((LONG, long), (SHORT, short)):
        for channel in channels:
            for stages, wanted in zip((EARLY, LATE, (Stage.DISPUTED,)), expected, strict=True):
                for stage in stages:
                    assert severity(check, context(stage, channel)) is wanted, (stage, channel)


def test_flexibility_is_asked_for_once_the_payment_is_late() -> None:
    expected = {
        Stage.PRE_DUE: (None, None),
        Stage.DUE: (None, None),
        Stage.OVERDUE: (S, None),
        Stage.FINAL: (S, S),
        Stage.DISPUTED: (W, S),
    }
    for stage, (long, short) in expected.items():
        for channels, wanted in ((LONG, long), (SHORT, short)):
            for channel in channels:
                found = severity("missing-flexibility", context(stage, channel))
                assert found is wanted, (stage, channel)


@pytest.mark.parametrize("fact", CHECK_OF, ids=lambda f: f.value)
def test_a_fact_that_was_found_is_not_missing(fact: FactType) -> None:
    assert observe(CHECK_OF[fact], EN, facts=facts_of([fact])) == []
    others = [f for f in REPORTED_FACTS if f is not fact]
    assert len(observe(CHECK_OF[fact], EN, facts=facts_of(others))) == 1


@pytest.mark.parametrize("check", ["missing-amount", "missing-due-date", "missing-payment-method"])
def test_a_stage_that_nobody_declared_relaxes_nothing(check: str) -> None:
    guessed = severity(check, context(Stage.DISPUTED, Channel.EMAIL, declared=False))
    assert guessed is severity(check, context(Stage.OVERDUE, Channel.EMAIL))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Hello Martha,\n\nThe invoice is open.", Language.EN),
        ("Martha,\n\nThe invoice is open.", Language.EN),
        ("[Client Name],\n\nThe invoice is open.", Language.EN),
        ("Добрый день!\n\nСчёт пока открыт.", Language.RU),
        ("Марта Львовна!\n\nСчёт пока открыт.", Language.RU),
    ],
)
def test_a_greeting_of_any_kind_is_enough(text: str, language: Language) -> None:
    assert observe("missing-greeting", text, Context(language)) == []


def test_short_messages_need_no_greeting() -> None:
    for channel in SHORT:
        assert severity("missing-greeting", context(Stage.OVERDUE, channel), "Rent is due.") is None
