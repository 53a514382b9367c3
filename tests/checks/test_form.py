from __future__ import annotations

import pytest

from tests.checks.observing import changed, observe, stretches
from tonecheck.types import Applicability, Context, Language

EN, RU = Language.EN, Language.RU


@pytest.mark.parametrize(
    ("text", "shouts", "language"),
    [
        ("The bill is STILL open.", ["STILL"], EN),
        ("FINAL NOTICE for Ms Cole.", ["FINAL NOTICE"], EN),
        ("This is the 3RD TIME we ask.", ["3RD TIME"], EN),
        ("PAY US NOW. Thanks.", ["PAY US NOW"], EN),
        ("Счёт нужно СРОЧНО оплатить.", ["СРОЧНО"], RU),
        ("СКОЛЬКО МОЖНО ЖДАТЬ? Оплатите счёт.", ["СКОЛЬКО МОЖНО ЖДАТЬ"], RU),
    ],
)
def test_words_in_capitals_are_heard_as_shouting(
    text: str, shouts: list[str], language: Language
) -> None:
    assert stretches("shouting", text, language) == shouts


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Pay by EFT, ACH or BPAY; the IBAN is on the PDF.", EN),
        ("INVOICE 204\n\nThe bill is open.", EN),
        ("PAYMENT REMINDER\n\nThe bill is open.", EN),
        ("The box with the “FRAGILE” label has arrived.", EN),
        ("Please pay ACME TRADING LTD by Friday.", EN),
        ("Dear JOHN SMITH,\n\nThe bill is open.", EN),
        ("The bill is open.\n\nKind regards,\nGREEN VALLEY FARM", EN),
        ("The number is AB-GREEN-12.", EN),
        ("Оплатить можно через СБП или ЕРИП, ИНН в счёте, ОСАГО оплачено.", RU),
        ("СЧЁТ 204\n\nОплатите, пожалуйста.", RU),
        ("АКТ СВЕРКИ\n\nОплатите, пожалуйста.", RU),
        ("Наклейка «ОСТОРОЖНО» на месте.", RU),
        ("ИВАНОВ ИВАН ИВАНОВИЧ, счёт открыт.", RU),
        ("Счёт выставила ЖСК ЮБИЛЕЙНЫЙ вчера.", RU),
    ],
)
def test_abbreviations_headings_names_and_quotations_are_no_shouting(
    text: str, language: Language
) -> None:
    assert stretches("shouting", text, language) == []


@pytest.mark.parametrize(
    ("text", "quiet", "language"),
    [
        ("PLEASE PAY BY EFT TODAY.", "Please pay by EFT today.", EN),
        ("It is due on FRIDAY WITHOUT delay.", "It is due on Friday without delay.", EN),
        ("Счёт нужно СРОЧНО ОПЛАТИТЬ.", "Счёт нужно срочно оплатить.", RU),
    ],
)
def test_the_fix_keeps_abbreviations_and_weekdays(
    text: str, quiet: str, language: Language
) -> None:
    [(_, noticed)] = observe("shouting", text, Context(language))
    assert changed(text, noticed.changes[0].edits) == quiet
    assert noticed.changes[0].applicability is Applicability.SAFE


def test_a_run_that_may_hold_a_name_is_for_a_person_to_mend() -> None:
    [(_, noticed)] = observe("shouting", "I AM STILL WAITING JOHN.")
    assert noticed.changes[0].applicability is Applicability.UNSAFE


@pytest.mark.parametrize(
    ("marks", "one"), [("!!", "!"), ("!!!!", "!"), ("??", "?"), ("?!", "?"), ("!?!", "?")]
)
def test_a_row_of_marks_becomes_one(marks: str, one: str) -> None:
    text = f"Is it open{marks} Yes."
    [(stretch, noticed)] = observe("repeated-punctuation", text)
    assert stretch == marks
    assert changed(text, noticed.changes[0].edits) == f"Is it open{one} Yes."
    assert noticed.changes[0].applicability is Applicability.SAFE


@pytest.mark.parametrize(
    "text",
    [
        "Thank you! See you soon!",
        "Well... is it open?",
        "You wrote “paid!!” on Monday.",
        "> paid!!\n\nThank you.",
        "See https://pay.example/?a=1!!x for it.",
    ],
    ids=["single marks", "dots", "quotation", "quoted line", "link"],
)
def test_single_marks_quotations_and_links_are_left_alone(text: str) -> None:
    assert stretches("repeated-punctuation", text) == []
