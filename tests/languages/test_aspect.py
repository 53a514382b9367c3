"""Aspect pairs: what a rule says of one verb of a pair, it says of the other."""

from __future__ import annotations

import pytest

from tonecheck.languages import module_for
from tonecheck.languages.aspect import IRREGULAR, SUFFIXES, candidates, perfective_of
from tonecheck.types import Language

PAIRS = (
    "оплачивать оплатить|уплачивать уплатить|платить заплатить|доплачивать доплатить"
    "|погашать погасить|гасить погасить|вносить внести|переводить перевести|перечислять перечислить"
    "|отключать отключить|включать включить|ограничивать ограничить|приостанавливать приостановить"
    "|прекращать прекратить|блокировать заблокировать|расторгать расторгнуть|закрывать закрыть"
    "|взыскивать взыскать|подавать подать|обращаться обратиться|передавать передать"
    "|привлекать привлечь|вызывать вызвать|выселять выселить|изымать изъять|удерживать удержать"
    "|начислять начислить|штрафовать оштрафовать|наказывать наказать|применять применить"
    "|просрочивать просрочить|нарушать нарушить|игнорировать проигнорировать|обещать пообещать"
    "|обманывать обмануть|забывать забыть|избегать избежать|уклоняться уклониться"
    "|скрываться скрыться|прятаться спрятаться|затягивать затянуть|задерживать задержать"
    "|опаздывать опоздать|пропускать пропустить|откладывать отложить"
    "|звонить позвонить|перезванивать перезвонить|писать написать|отвечать ответить"
    "|сообщать сообщить|напоминать напомнить|предупреждать предупредить|уведомлять уведомить"
    "|требовать потребовать|просить попросить|ждать подождать|надеяться понадеяться"
    "|присылать прислать|высылать выслать|отправлять отправить|получать получить"
    "|предлагать предложить|решать решить|помогать помочь|договариваться договориться"
    "|переносить перенести|продлевать продлить|рассматривать рассмотреть|уточнять уточнить"
    "|возвращать вернуть|принимать принять|занимать занять|брать взять|говорить сказать"
    "|заходить зайти|выходить выйти|приезжать приехать|заканчивать закончить|начинать начать"
    "|разочаровывать разочаровать|подводить подвести|доводить довести|портить испортить"
    "|позорить опозорить|публиковать опубликовать|вывешивать вывесить|рассказывать рассказать"
    "|прикладывать приложить|выставлять выставить|подписывать подписать|отказываться отказаться"
    "|возвращаться вернуться|переводиться перевестись|закрываться закрыться"
)


@pytest.mark.parametrize(("imperfective", "perfective"), [p.split() for p in PAIRS.split("|")])
def test_a_pair_shares_its_keys(imperfective: str, perfective: str) -> None:
    russian = module_for(Language.RU)
    assert not russian.keys_of(perfective).isdisjoint(russian.form(imperfective).keys)
    assert not russian.keys_of(imperfective).isdisjoint(russian.form(perfective).keys)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("оплатить", "платье"),
        ("подать", "подавить"),
        ("обратиться", "обрадоваться"),
        ("передать", "предать"),
        ("отложить", "положить"),
        ("выйти", "зайти"),
        ("закрыть", "открыть"),
        ("разорвать", "разрыть"),
        ("вернуть", "вернуться"),
    ],
)
def test_other_words_do_not(one: str, other: str) -> None:
    russian = module_for(Language.RU)
    assert russian.keys_of(one).isdisjoint(russian.form(other).keys)


@pytest.mark.parametrize("imperfective", sorted(IRREGULAR))
def test_every_listed_pair_is_one(imperfective: str) -> None:
    analyser = module_for(Language.RU)
    imperfective_form, perfective_form = (
        analyser.form(word) for word in (imperfective, IRREGULAR[imperfective])
    )
    assert imperfective_form.can_be("verb", "inf", "impf")
    assert perfective_form.can_be("verb", "inf", "perf")


def test_no_ending_is_listed_twice() -> None:
    endings = [ending for ending, _ in SUFFIXES]
    assert sorted(endings) == sorted(set(endings))


@pytest.mark.parametrize("word", ["оплатить", "сказать", "вернуться"])
def test_a_perfective_verb_has_no_partner(word: str) -> None:
    assert perfective_of(word, lambda w: w == word) is None


@pytest.mark.parametrize("word", ["жить", "ть", "ать", "ся", "", "быть"])
def test_a_verb_without_a_known_partner(word: str) -> None:
    assert perfective_of(word, lambda w: False) is None


def test_the_likeliest_candidate_comes_first() -> None:
    assert next(candidates("оплачивать")) == "оплотить"
    assert perfective_of("оплачивать", {"оплатить"}.__contains__) == "оплатить"


def test_the_reflexive_ending_follows_the_verb() -> None:
    assert list(candidates("переводиться")) == ["перевестись"]
    assert list(candidates("возвращаться")) == ["вернуться"]
    assert "закрыться" in list(candidates("закрываться"))
