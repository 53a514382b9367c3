"""Facts that contradict each other: the cases that no example of a rule shows."""

from __future__ import annotations

import pytest

from tests.checks.observing import observe, stretches
from tonecheck.types import Context, Language

EN, RU = Language.EN, Language.RU


@pytest.mark.parametrize(
    ("check", "language", "text"),
    [
        pytest.param(
            "conflicting-totals", EN, "£360 plus VAT of £64, in total £424.",
            id="the total word leads to the next sum",
        ),
        pytest.param(
            "conflicting-totals", RU, "24 места по 450 ₽, всего 10 800 ₽, заказ 77140.",
            id="«всего» ведёт к следующей сумме",
        ),
        pytest.param(
            "parts-mismatch", EN, "Rent £900, water £45 and a deposit of £100: total £945.",
            id="some of the sums make the total",
        ),
        pytest.param(
            "parts-mismatch", EN, "Two nights at $120, minus the $40 paid, total $200.",
            id="what was paid is no part",
        ),
        pytest.param(
            "parts-mismatch", EN, "The total is £240; after the 5th it is £250 or £260.",
            id="other prices above the total",
        ),
        pytest.param(
            "name-spellings", RU, "Марина, добрый день! Счёт для Марины во вложении, жду Марину",
            id="a case of the name",
        ),
    ],
)  # fmt: skip
def test_no_contradiction(check: str, language: Language, text: str) -> None:
    assert stretches(check, text, language) == []


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Полис ОСАГО 77-30951", "Заканчивается полис 77-30951."),
        ("Invoice INV-204", "Our invoice 204 is open."),
        ("Invoices 204 and 311", "Invoice 311 is open, invoice 512 is new."),
        ("Your order 77", "Invoice 512 is open."),
        (None, "Invoice 512 and invoice 513 are open."),
    ],
)
def test_a_reference_that_agrees_with_the_subject(subject: str | None, text: str) -> None:
    language = RU if subject and "П" in subject else EN
    assert observe("reference-mismatch", text, Context(language), subject=subject) == []
