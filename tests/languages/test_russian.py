"""Russian word forms: readings, aspect, «ё», look-alike letters, names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reading import read, token
from tonecheck.languages import module_for
from tonecheck.types import Language

RU = Language.RU


@pytest.mark.parametrize(
    ("form", "lemma", "tags"),
    [
        ("счета", "счет", {"noun", "gen", "sing"}),
        ("счета", "счет", {"noun", "nom", "plur"}),
        ("оплатите", "оплатить", {"verb", "imp", "plur"}),
        ("оплатите", "оплатить", {"verb", "fut", "2p"}),
        ("оплатили", "оплатить", {"verb", "past", "perf", "plur"}),
        ("оплачивает", "оплачивать", {"verb", "pres", "3p", "impf"}),
        ("оплатив", "оплатить", {"verb", "gerund"}),
        ("оплаченный", "оплатить", {"participle", "passive"}),
        ("оплачено", "оплатить", {"participle", "short"}),
        ("нам", "мы", {"pron", "dat"}),
        ("вашу", "ваш", {"adj", "acc", "fem"}),
        ("быстрее", "быстрый", {"comp"}),
        ("нельзя", "нельзя", {"pred"}),
        ("пять", "пять", {"num"}),
        ("если", "если", {"conj"}),
        ("для", "для", {"prep"}),
        ("не", "не", {"part"}),
        ("анна", "анна", {"name", "fem"}),
        ("петрова", "петров", {"surname"}),
        ("петровна", "петрович", {"patronymic"}),
    ],
)
def test_readings(form: str, lemma: str, tags: set[str]) -> None:
    found = module_for(RU).form(form)
    assert any(r.tags >= tags for r in found.readings if r.lemma == lemma)
    assert form in found.keys


@pytest.mark.parametrize(
    ("written", "norm"),
    [
        ("Счёт", "счет"),
        ("СЧЁТ", "счет"),
        ("сyд", "суд"),
        ("Cуд", "суд"),
        ("ОПЛАТИTЕ", "оплатите"),
        ("Bы", "вы"),
        ("пжлст", "пожалуйста"),
        ("Спс", "спасибо"),
        ("щас", "сейчас"),
        ("Invoice", "invoice"),
        ("P.S.", "p.s."),
    ],
)
def test_forms_are_normalised(written: str, norm: str) -> None:
    assert module_for(RU).normalise(written, written.lower()) == norm


def test_letters_of_latin_words_are_left_alone() -> None:
    analysis = read("Оплатите Mac и Xerox через PayPal.", RU)
    assert [t.norm for t in analysis.tokens if t.text in {"Mac", "Xerox", "PayPal"}] == [
        "mac",
        "xerox",
        "paypal",
    ]


@pytest.mark.parametrize(
    ("word", "keys"),
    [
        ("счёт", {"счет"}),
        ("счета", {"счет"}),
        ("оплатить", {"оплатить"}),
        ("оплачивать", {"оплачивать", "оплатить"}),
        ("Срок", {"срок"}),
        ("мы", {"мы"}),
        ("paypal", {"paypal"}),
    ],
)
def test_what_a_written_word_stands_for(word: str, keys: set[str]) -> None:
    assert module_for(RU).keys_of(word) >= keys


@pytest.mark.parametrize(
    "word", ["из-за", "15-го", "п/п", "л/с", "онлайн-оплата", "№17", "кое-что", "по-русски"]
)
def test_words_that_stay_whole(word: str) -> None:
    analysis = read(f"вот {word} тут", RU)
    inside = analysis.text[analysis.tokens[1].start : analysis.tokens[-2].end]
    assert inside == word
    if word != "№17":
        assert len(analysis.tokens) == 3


@pytest.mark.parametrize(
    ("form", "finite"),
    [
        ("оплатили", True),
        ("оплачен", True),
        ("нужно", True),
        ("нет", True),
        ("оплатить", False),
        ("оплаченный", False),
        ("стали", False),
        ("пожалуйста", False),
        ("уже", False),
        ("счёт", False),
    ],
)
def test_predicates(form: str, finite: bool) -> None:
    module = module_for(RU)
    assert module.is_finite_verb(module.form(form.replace("ё", "е"))) is finite


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("Анна, позвоните.", "Анна", True),
        ("Позвоните Анне Петровне.", "Петровне", True),
        ("Позвоните Фарруху.", "Фарруху", True),
        ("Позвоните нам.", "Позвоните", False),
        ("Мы ждём Вас.", "Вас", False),
        ("Мы ждём АННУ.", "АННУ", False),
        ("Мы ждём анну.", "анну", False),
    ],
)
def test_names(text: str, word: str, name: bool) -> None:
    assert ("name" in token(read(text, RU), word).marks) is name


@given(st.text(alphabet=st.characters(), max_size=20))
def test_any_form_has_itself_among_its_keys(norm: str) -> None:
    module = module_for(RU)
    form = module.form(norm)
    assert norm in form.keys
    assert module.form(norm) is form
    assert module.keys_of(norm)


@given(st.text(alphabet="абвгдеёжзиклмнопрстaceopxyABCEHK", max_size=12))
def test_look_alikes_and_yo_make_no_difference(word: str) -> None:
    module = module_for(RU)
    norm = module.normalise(word, word)
    assert "ё" not in norm
    assert module.normalise(norm, norm) == norm
    assert module.normalise(word.replace("ё", "е"), word) == norm
