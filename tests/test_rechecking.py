"""A message is checked the same whatever was checked before it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tonecheck.engine import Checker
from tonecheck.languages.base import LONGEST_RUN
from tonecheck.memo import Memo
from tonecheck.readers import from_parts
from tonecheck.types import Channel, Declared, Language, Stage

SENTENCES = {
    Language.EN: (
        "Dear Ms Okafor,",
        "This is the second reminder of invoice 2290.",
        "We will take legal action without",
        "notice or delay, in the Court Street office.",
        "Pay the £1,200 now or you will regret it!",
        "As I already told you, you never pay on time.",
        "“You never pay on time,” somebody wrote.",
        "Kindly remit the aforesaid amount at your earliest convenience.",
        "Could you please pay by 5 May 2026?",
        "Questions? Ring me on 01632 960 874.",
        "We do not charge a late fee.",
        "FINAL DEMAND",
        "Kind regards,\nJ. Shaw",
    ),
    Language.RU: (
        "Уважаемый клиент!",
        "Напоминаем об оплате счёта № 2290 от 5 мая 2026 г.",
        "Мы обратимся в суд без",
        "предупреждения и промедления.",
        "Вы снова не заплатили, как вам не стыдно!",
        "«Вы снова не заплатили», — написал кто-то.",
        "Просим произвести оплату в сумме 12 500 руб. до 10 июня.",
        "Оплати долг немедленно, иначе пожалеешь.",
        "Пожалуйста, напишите, когда вам удобно заплатить.",
        "Штрафов за это нет и т. д.",
        "В случае неоплаты ООО «Ромашка» начислит пени.",
        "С уважением,\nАнна Петрова",
    ),
}
GAPS = st.sampled_from([" ", "\n", "\n\n"])
DECLARED = (
    Declared(),
    Declared(stage=Stage.FINAL),
    Declared(stage=Stage.DUE, channel=Channel.MESSENGER),
)


@cache
def checker(number: int, language: Language) -> Checker:
    """A checker that has checked whatever other examples of this test had."""
    declared = DECLARED[number]
    return Checker(Declared(stage=declared.stage, channel=declared.channel, language=language))


@contextmanager
def forgetful() -> Iterator[None]:
    """Nothing that was worked out before is known."""
    with patch.object(Memo, "get", lambda memo, key: None):
        yield


def messages(language: Language) -> st.SearchStrategy[str]:
    """Messages that share sentences."""
    parts = st.tuples(st.sampled_from(SENTENCES[language]), GAPS)
    return st.lists(parts, min_size=1, max_size=7).map(
        lambda found: "".join(part for pair in found for part in pair)
    )


@pytest.mark.parametrize("language", list(Language))
@settings(max_examples=25)
@given(data=st.data())
def test_a_report_does_not_depend_on_what_was_checked_before(
    language: Language, data: st.DataObject
) -> None:
    text = data.draw(messages(language))
    number = data.draw(st.integers(0, len(DECLARED) - 1))
    for other in data.draw(st.lists(messages(language), max_size=2)):
        checker(data.draw(st.integers(0, len(DECLARED) - 1)), language).check_text(other)
    remembered = checker(number, language).check_text(text)
    with forgetful():
        assert checker(number, language).check_text(text) == remembered


def test_a_template_is_read_the_same_again() -> None:
    source = "Hello {{ name }},\n\n{% if late %}Pay now or else!{% else %}Please pay.{% endif %}\n"
    found = checker(0, Language.EN).check_source(source, path="a.txt.j2", suffix=".txt.j2")
    again = checker(0, Language.EN).check_source(source, path="a.txt.j2", suffix=".txt.j2")
    with forgetful():
        anew = checker(0, Language.EN).check_source(source, path="a.txt.j2", suffix=".txt.j2")
    assert found == again == anew


@pytest.mark.parametrize("part", ["pay me ", "7 7 ", "pay, 7 - "])
def test_of_an_endless_sentence_nothing_long_is_kept(part: str) -> None:
    kept: list[object] = []

    def keep(memo: Memo[str, str], key: str, value: str) -> str:
        kept.append(key)
        return value

    with patch.object(Memo, "keep", keep):
        checker(0, Language.EN).check_message(from_parts(None, part * 400), "a.txt")
    assert all(isinstance(key, str) and len(key) <= LONGEST_RUN for key in kept)
