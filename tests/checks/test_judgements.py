"""Readability, totals, dates and disputes."""

from __future__ import annotations

from datetime import date

import pytest

from tests.checks.observing import facts_of, observe, stretches
from tonecheck.checks import CHECKS
from tonecheck.languages import analyse
from tonecheck.readers import from_parts
from tonecheck.types import (
    Context,
    Fact,
    FactType,
    Kind,
    Language,
    Recipient,
    Severity,
    Stage,
)

EN, RU = Language.EN, Language.RU


@pytest.mark.parametrize(
    ("language", "words", "severity"),
    [
        (EN, 35, None),
        (EN, 36, Severity.SUGGESTION),
        (EN, 51, Severity.WARNING),
        (RU, 30, None),
        (RU, 31, Severity.SUGGESTION),
        (RU, 46, Severity.WARNING),
    ],
)
def test_a_sentence_is_long_by_its_words(
    language: Language, words: int, severity: Severity | None
) -> None:
    word = "green" if language is EN else "зелёный"
    found = observe("long-sentence", " ".join([word] * words) + ".", Context(language))
    assert [o.severity for _, o in found] == ([severity] if severity else [])


def test_brackets_inside_brackets_tangle_a_sentence() -> None:
    assert len(stretches("tangled-sentence", "The bill (for tulips (red) and roses) is due.")) == 1
    assert stretches("tangled-sentence", "The bill (for tulips) and (for roses) is due.") == []


@pytest.mark.parametrize(
    ("extra", "evidence", "count"),
    [("", False, 1), ("", True, 0), (" Rent alone is £600.", False, 0)],
    ids=["nothing explains it", "the invoice is attached", "a part is named"],
)
def test_a_total_of_several_charges_wants_its_parts(extra: str, evidence: bool, count: int) -> None:
    text = f"Rent, water and heating come to £640 in total.{extra}"
    amount = Fact(FactType.AMOUNT, "£640", text.index("£640"), text.index("£640") + 4)
    facts = {**facts_of([FactType.EVIDENCE] if evidence else []), FactType.AMOUNT: (amount,)}
    assert len(observe("unexplained-total", text, facts=facts)) == count


@pytest.mark.parametrize(("country", "count"), [(None, 1), ("GB", 0), ("US", 0)])
def test_a_country_settles_the_order_of_day_and_month(country: str | None, count: int) -> None:
    context = Context(EN, recipient=Recipient(country=country))
    assert len(observe("ambiguous-date", "It was due on 03/05/2026.", context)) == count


@pytest.mark.parametrize(
    ("text", "found", "language"),
    [
        ("It was due on Friday, 5 May 2026.", ["Friday, 5 May 2026"], EN),
        ("It was due on 5 May 2026 (Sunday).", ["5 May 2026 (Sunday)"], EN),
        ("It was due on Tuesday, 5 May 2026.", [], EN),
        ("We met on Friday. It was due on 5 May 2026.", [], EN),
        ("It was due on Friday, 5 May.", [], EN),
        ("Срок был в пятницу, 5 мая 2026 года.", ["пятницу, 5 мая 2026 года"], RU),
        ("Срок был во вторник, 5 мая 2026 года.", [], RU),
    ],
)
def test_a_weekday_fits_its_date(text: str, found: list[str], language: Language) -> None:
    assert stretches("weekday-mismatch", text, language) == found


def test_the_day_of_writing_completes_a_date() -> None:
    message = from_parts(None, "It was due on Friday, 5 May.")
    analysis = analyse(message, EN, reference=date(2026, 5, 12))
    [noticed] = CHECKS["weekday-mismatch"](analysis, Context(EN), facts_of())
    assert noticed.values == {"named": "Friday", "actual": "Tuesday"}


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The invoice is right and was due on 5 May.", 0),
        ("The fence is as ordered. It was due on 5 May.", 1),
        ("I understand your point. It was due on 5 May.", 0),
        ("We can split it. It was due on 5 May.", 0),
    ],
)
def test_a_dispute_is_met_halfway(text: str, count: int) -> None:
    context = Context(EN, stage=Stage.DISPUTED)
    found = observe("dispute-without-compromise", text, context)
    assert len(found) == count
    assert observe("dispute-without-compromise", text, Context(EN)) == []


@pytest.mark.parametrize(
    ("context", "severity"),
    [
        (Context(EN), Severity.ERROR),
        (Context(EN, kind=Kind.TEMPLATE), Severity.SUGGESTION),
        (Context(EN, kind=Kind.TEMPLATE, kind_declared=True), None),
        (Context(EN, kind_declared=True), Severity.ERROR),
    ],
    ids=["draft", "guessed template", "declared template", "declared draft"],
)
def test_a_hole_matters_by_the_kind_of_file(context: Context, severity: Severity | None) -> None:
    found = observe("unfilled-placeholder", "Please pay [amount] to us.", context)
    assert [o.severity for _, o in found] == ([severity] if severity else [])
    assert all(o.values == {"placeholder": "[amount]"} for _, o in found)


REMIND = "Hello Ada,\n\nThis is our second reminder about invoice 12. You can pay by card."


@pytest.mark.parametrize(
    ("text", "context", "count"),
    [
        (REMIND, Context(EN), 1),
        (REMIND.replace("second ", ""), Context(EN), 0),
        (REMIND.replace("second ", ""), Context(EN, previous_reminder=date(2026, 5, 1)), 1),
        (REMIND.replace("second ", ""), Context(EN, stage=Stage.FINAL, stage_declared=True), 1),
        (REMIND, Context(EN, stage=Stage.DUE, stage_declared=True), 0),
        (REMIND + " When would it suit you?", Context(EN), 0),
    ],
    ids=["second", "first", "earlier reminder", "final", "not late", "asked"],
)
def test_a_later_reminder_asks_what_holds_the_payment_up(
    text: str, context: Context, count: int
) -> None:
    assert len(observe("missing-question", text, context)) == count
