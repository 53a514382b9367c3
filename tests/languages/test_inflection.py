"""Words put into the form of other words."""

from __future__ import annotations

import pytest

from tonecheck.languages import module_for
from tonecheck.languages.inflection_en import article, like
from tonecheck.languages.russian import Russian
from tonecheck.types import Language

RUSSIAN = module_for(Language.RU)
assert isinstance(RUSSIAN, Russian)
INFLECTOR = RUSSIAN.inflector
ENGLISH = module_for(Language.EN)


def forms(lemmas: str, source: str, *named: str) -> set[str]:
    return {c.text for c in INFLECTOR.like(lemmas.split("|"), source, frozenset(named))}


@pytest.mark.parametrize(
    ("lemmas", "source", "expected"),
    [
        ("оплатить|оплачивать", "осуществить", "оплатить"),
        ("оплатить|оплачивать", "осуществлять", "оплачивать"),
        ("оплатить|оплачивать", "осуществите", "оплатите"),
        ("оплатить|оплачивать", "осуществи", "оплати"),
        ("оплатить|оплачивать", "осуществляйте", "оплачивайте"),
        ("оплатить|оплачивать", "произведем", "оплатим"),
        ("оплатить|оплачивать", "производим", "оплачиваем"),
        ("оплатить|оплачивать", "произвели", "оплатили"),
        ("оплатить|оплачивать", "произвела", "оплатила"),
        ("оплатить|оплачивать", "произведя", "оплатив"),
        ("оплатить|оплачивать", "осуществляя", "оплачивая"),
        ("заплатить|платить", "произведут", "заплатят"),
        ("заплатить|платить", "производят", "платят"),
        ("перевести|переводить", "осуществляем", "переводим"),
        ("рассчитаться|рассчитываться", "произведите", "рассчитайтесь"),
        ("сообщить|сообщать", "доводим", "сообщаем"),
        ("сообщить|сообщать", "довожу", "сообщаю"),
        ("сообщить|сообщать", "доводит", "сообщает"),
        ("сообщить|сообщать", "доведем", "сообщим"),
        ("принять", "акцептован", "принят"),
        ("принять", "акцептованы", "приняты"),
        ("этот", "вышеуказанный", "этот"),
        ("этот", "вышеуказанная", "эта"),
        ("этот", "вышеуказанную", "эту"),
        ("этот", "вышеуказанной", "этой"),
        ("этот", "вышеуказанное", "это"),
        ("этот", "вышеуказанного", "этого"),
        ("этот", "вышеуказанному", "этому"),
        ("этот", "вышеуказанным", "этим"),
        ("этот", "вышеуказанном", "этом"),
        ("этот", "вышеуказанные", "эти"),
        ("этот", "вышеуказанных", "этих"),
        ("этот", "вышеуказанными", "этими"),
        ("этот", "данной", "этой"),
        ("следующий", "нижеуказанным", "следующим"),
        ("прошлый", "истекший", "прошлый"),
        ("счёт", "инвойсом", "счётом"),
        ("счёт", "инвойсы", "счета"),
        ("счёт", "инвойсов", "счетов"),
        ("деньга", "средствами", "деньгами"),
        ("деньга", "средства", "деньги"),
        ("расчёт", "взаиморасчетам", "расчётам"),
    ],
)
def test_a_word_takes_the_form_of_another(lemmas: str, source: str, expected: str) -> None:
    assert expected in forms(lemmas, source)
    if source not in {"средства", "доведем"}:
        assert forms(lemmas, source) == {expected}


def test_a_form_with_several_readings_gives_as_many_candidates() -> None:
    assert forms("долг", "дебиторки", "дебиторка") == {"долга", "долги"}


def test_what_is_not_of_the_kind_gives_none() -> None:
    assert forms("оплатить", "счета") == set()
    assert forms("этот", "оплатить") == set()


@pytest.mark.parametrize(
    ("norm", "before", "after", "expected"),
    [
        ("счета", "gent", "accs", {"счёт"}),
        ("услуги", "gent", "accs", {"услугу"}),
        ("услуг", "gent", "accs", {"услуги"}),
        ("задолженности", "gent", "accs", {"задолженность"}),
        ("выставленного", "gent", "accs", {"выставленный", "выставленное"}),
        ("просроченной", "gent", "accs", {"просроченную"}),
        ("майских", "gent", "accs", {"майские"}),
        ("соглашения", "gent", "datv", {"соглашению"}),
        ("договора", "gent", "datv", {"договору"}),
        ("отсутствием", "ablt", "gent", {"отсутствия"}),
        ("непоступлением", "ablt", "gent", {"непоступления"}),
        ("счетом", "gent", "accs", set()),
    ],
)
def test_a_word_goes_into_another_case(
    norm: str, before: str, after: str, expected: set[str]
) -> None:
    assert {c.text for c in INFLECTOR.declined(norm, before, after)} == expected


@pytest.mark.parametrize(
    ("verb", "source", "expected"),
    [
        ("pay", "remit", "pay"),
        ("pay", "remits", "pays"),
        ("pay", "remitted", "paid"),
        ("pay", "remitting", "paying"),
        ("move", "reclassed", "moved"),
        ("reply", "reverted", "replied"),
        ("reply", "reverts", "replies"),
        ("ask", "soliciting", "asking"),
        ("tell", "intimated", "told"),
        ("bring", "regularised", "brought"),
    ],
)
def test_an_english_verb_takes_the_form_of_another(verb: str, source: str, expected: str) -> None:
    assert like(verb, ENGLISH.form(source)) == {expected}


@pytest.mark.parametrize(
    ("word", "expected"),
    [("voluntary", "a"), ("invoice", "an"), ("hour", "an"), ("use", "a"), ("open", "an")],
)
def test_article(word: str, expected: str) -> None:
    assert article(word) == expected
