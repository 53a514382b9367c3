"""Reading ease: which sentences count as hard, and that guessing never hides one."""

from __future__ import annotations

import pytest
import textstat

from tonecheck.readability import hard_reading_ease, russian_syllables
from tonecheck.types import Language

EASY = 30


@pytest.mark.parametrize(
    ("word", "syllables"),
    [("счёт", 1), ("оплата", 3), ("задолженность", 4), ("юлия", 3), ("в", 1), ("подъезд", 2)],
)
def test_russian_syllables_are_vowel_letters(word: str, syllables: int) -> None:
    assert russian_syllables(word) == syllables


@pytest.mark.parametrize(
    "sentence",
    [
        "Please pay the bill for the new roof by Friday if you can",
        "We take cards and cash at the front desk every day of the week",
    ],
)
def test_plain_english_is_not_hard(sentence: str) -> None:
    assert hard_reading_ease(sentence.split(), Language.EN, EASY) is None
    assert textstat.flesch_reading_ease(sentence) >= EASY


@pytest.mark.parametrize(
    "sentence",
    [
        "Notwithstanding aforementioned contractual obligations remuneration remains outstanding",
        "Continuation of cooperation necessitates immediate reconciliation of receivables",
    ],
)
def test_officialese_is_as_hard_as_textstat_says(sentence: str) -> None:
    ease = hard_reading_ease(sentence.split(), Language.EN, EASY)
    assert ease == textstat.flesch_reading_ease(sentence)


def test_russian_officialese_is_hard_and_plain_russian_is_not() -> None:
    hard = "Осуществление своевременного урегулирования образовавшейся задолженности необходимо"
    plain = "Мы ждём ваш перевод до пятницы и будем рады, если вы нам напишете"
    assert hard_reading_ease(hard.split(), Language.RU, EASY) is not None
    assert hard_reading_ease(plain.split(), Language.RU, EASY) is None
