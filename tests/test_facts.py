"""Facts: the examples of the fact files, and whole messages."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tests.reading import read
from tonecheck.facts import find_facts
from tonecheck.observation import Facts
from tonecheck.rulebook import Example, FactRule, load
from tonecheck.types import FactType, Language

BOOK = load()
PER_LANGUAGE = 6
BY_PHRASES = frozenset(
    {
        FactType.PAYMENT_METHOD,
        FactType.CONTACT,
        FactType.THANKS,
        FactType.EMPATHY,
        FactType.FLEXIBILITY,
        FactType.EVIDENCE,
    }
)


def facts_of(text: str, language: Language) -> Facts:
    return find_facts(read(text, language), BOOK)


def kinds_in(text: str, language: Language) -> set[str]:
    """The phrase facts that a text holds."""
    found = facts_of(text, language)
    return {kind.value for kind in BY_PHRASES if found[kind]}


FACT_RULES = {f"{rule.type}-{lang}": (rule, lang) for lang in Language for rule in BOOK.facts(lang)}
EXAMPLES = {
    f"{name}-{number}": (rule.type, language, example)
    for name, (rule, language) in FACT_RULES.items()
    for number, example in enumerate(rule.examples, 1)
}


@pytest.mark.parametrize(("kind", "language", "example"), EXAMPLES.values(), ids=EXAMPLES.keys())
def test_example(kind: FactType, language: Language, example: Example) -> None:
    found = facts_of(example.text, language)[kind]
    assert [f.text for f in found] == [example.text[a:b] for a, b in example.marks]
    assert [(f.start, f.end) for f in found] == list(example.marks)


@pytest.mark.parametrize(("rule", "language"), FACT_RULES.values(), ids=FACT_RULES.keys())
def test_fact_has_enough_examples(rule: FactRule, language: Language) -> None:
    finds = [e for e in rule.examples if e.marks]
    assert len(finds) >= PER_LANGUAGE, language
    assert len(rule.examples) - len(finds) >= PER_LANGUAGE, language


def test_every_fact_without_a_literal_has_phrases() -> None:
    for language in Language:
        assert {rule.type for rule in BOOK.facts(language)} == BY_PHRASES


ENGLISH = {
    "warm reminder with everything": (
        "Hi Una,\n\nHope the new kiln is behaving. The £140 for the shelving was due on 3 May and"
        " may simply have slipped past in the rush. The invoice is attached. Bank transfer or"
        " cash in the tin, whichever is easier, and if half now and half in June suits you"
        " better, drop me a line.\n\nMany thanks,\nPia",
        {"payment_method", "contact", "thanks", "empathy", "flexibility", "evidence"},
    ),
    "bare demand": (
        "Rent of $900 is unpaid. No extensions, no excuses. It must be in by Monday.",
        set(),
    ),
    "cheerful closing is no thanks": (
        "Morning Col, the hedge came to £84, due Tuesday. Could you send it over?\n\nCheers,\nMo",
        set(),
    ),
    "indian english": (
        "Sir, kindly release the payment by NEFT. Copy of bill enclosed for ready reference."
        " For any query please feel free to call Mr Iyer.\n\nThanking you,\nSharma Traders",
        {"payment_method", "contact", "thanks", "evidence"},
    ),
    "nigerian english": (
        "Good day ma. The balance for the canopies is N60,000. You fit pay am small small, no"
        " wahala, same account. Just holla at me.",
        {"payment_method", "contact", "flexibility"},
    ),
    "singapore english": (
        "Hi Mdm Ong, March tuition is $240. PayNow to our UEN can already, tks! If need more time"
        " just text me.",
        {"payment_method", "contact", "thanks", "flexibility"},
    ),
    "irish english": (
        "Howya Tadhg, the turf is €180. No rush on it at all, sure drop cash into the office when"
        " you're passing. Thanks a million.",
        {"payment_method", "thanks", "flexibility"},
    ),
    "payment address alone is no contact": (
        "Lesson fee is $60, due Friday. PayNow to 9123 4567.",
        {"payment_method"},
    ),
    "question alone is no contact": (
        "The £60 is still open. When do you expect to pay, and who looks after this now?",
        set(),
    ),
    "payment link is no evidence": (
        "You can settle the $60 at https://pay.example/60 before Friday.",
        {"payment_method"},
    ),
    "choice of methods is no flexibility": (
        "Card, cheque or bank transfer, as you prefer, by 5 June.",
        {"payment_method"},
    ),
    "refused parts are no flexibility": (
        "We do not offer payment plans, and part payment is not accepted.",
        set(),
    ),
    "attached statement that shows no payment": (
        "As shown on the attached statement, nothing has arrived since May.",
        {"evidence"},
    ),
    "declined card is no method": ("Your card was declined on 4 May.", set()),
    "threats are no empathy": (
        "This may go to court. If you do not pay you will be sorry. If this happens again we stop."
        " The deadline must not be missed.",
        set(),
    ),
    "thanks in the middle of a request": (
        "I would appreciate payment by Friday and would be grateful for a receipt.",
        set(),
    ),
    "words of the client in quotation marks": (
        "You wrote “the cheque is in the post, thank you” in April.",
        set(),
    ),
}

RUSSIAN = {
    "тёплое напоминание со всем": (
        "Нина Олеговна, добрый день!\n\nПо заказу 31 остаток 4 200 ₽, ждали 3 мая. Возможно,"
        " письмо затерялось. Счёт во вложении. Оплатить можно картой на сайте, а если сейчас"
        " туго, разобьём на две части, просто напишите.\n\nСпасибо!\nМастерская «Клён»",
        {"payment_method", "contact", "thanks", "empathy", "flexibility", "evidence"},
    ),
    "голое требование": (
        "За Вами 4 200 ₽. Отсрочек не будет. Деньги нужны до пятницы.",
        set(),
    ),
    "вежливая подпись без благодарности": (
        "Ирина, 3 000 ₽ за май ждём до пятницы.\n\nС уважением,\nстудия «Лён»",
        set(),
    ),
    "чат": (
        "Серёж, кинь 500 на сбер плиз, не горит. Маякни, как отправишь, спс)",
        {"payment_method", "contact", "thanks", "flexibility"},
    ),
    "казахстанский чат": (
        "Айгуль, 15 000 тг за абонемент, каспи на мой номер. Рахмет!",
        {"payment_method", "thanks"},
    ),
    "официальное письмо": (
        "Направляем акт и счёт (во вложении). Оплату просим произвести на расчётный счёт."
        " По вопросам обращайтесь к Елене Львовне.",
        {"payment_method", "contact", "evidence"},
    ),
    "просьба назвать дату не приглашение": ("Напишите, когда ждать оплату.", set()),
    "угроза обратиться в суд не приглашение": (
        "Если Вы не выходите на связь, мы обратимся в суд и напишем об этом соседям.",
        set(),
    ),
    "прошлая отсрочка не гибкость": (
        "Мы дали Вам отсрочку в марте и дважды переносили срок.",
        set(),
    ),
    "выбор способа не гибкость": ("Картой или наличными, как удобнее.", {"payment_method"}),
    "ссылка на оплату не доказательство": (
        "Оплатить можно по ссылке https://pay.example/5",
        {"payment_method"},
    ),
    "обещание выслать не доказательство": ("Могу выслать счёт ещё раз.", set()),
    "рассрочка без процентов": (
        "Предлагаем рассрочку на три месяца без процентов.",
        {"flexibility"},
    ),
    "издёвка не благодарность": ("Скажите спасибо, что не выключили свет.", set()),
    "банк отклонил карту": ("Банк отклонил карту, платёж не прошёл.", set()),
    "упрёк не сочувствие": ("Как Вы могли забыть? Сколько можно ждать?", set()),
}


@pytest.mark.parametrize(("text", "expected"), ENGLISH.values(), ids=ENGLISH.keys())
def test_english_message(text: str, expected: set[str]) -> None:
    assert kinds_in(text, Language.EN) == expected


@pytest.mark.parametrize(("text", "expected"), RUSSIAN.values(), ids=RUSSIAN.keys())
def test_russian_message(text: str, expected: set[str]) -> None:
    assert kinds_in(text, Language.RU) == expected


def test_placeholders_count_as_their_facts() -> None:
    found = facts_of("Please pay {{ amount }} by {{ due_date }}.", Language.EN)
    assert [f.text for f in found[FactType.AMOUNT]] == ["{{ amount }}"]
    assert found[FactType.DUE_DATE][0].placeholder


def test_phone_of_a_person_is_a_contact() -> None:
    found = facts_of("Ring Noor on 01632 960 118.", Language.EN)
    assert "01632 960 118" in [f.text for f in found[FactType.CONTACT]]
    assert not found[FactType.PAYMENT_METHOD]


def test_phone_that_takes_cards_is_a_contact_too() -> None:
    found = facts_of("Card by phone on 01632 960 118, or by transfer.", Language.EN)
    assert "01632 960 118" in [f.text for f in found[FactType.CONTACT]]
    assert not facts_of("Pay by PayNow to 9123 4567.", Language.EN)[FactType.CONTACT]


@pytest.mark.parametrize(
    ("text", "pays"),
    [
        ("It is open: pay.example/7/checkout", True),
        ("К оплате 400 р., kvest.example/oplata", True),
        ("It is open: paynter.example/gallery", False),
        ("See our catalogue: shop.example/payphones", False),
    ],
)
def test_an_address_says_that_one_pays_there(text: str, pays: bool) -> None:
    language = Language.RU if "оплате" in text else Language.EN
    assert bool(facts_of(text, language)[FactType.PAYMENT_METHOD]) is pays


@pytest.mark.parametrize("language", Language)
def test_facts_stand_in_order_and_apart(language: Language) -> None:
    texts = ENGLISH if language is Language.EN else RUSSIAN
    for text, _ in texts.values():
        for found in facts_of(text, language).values():
            assert all(a.end <= b.start for a, b in pairwise(found))
            assert all(f.placeholder or text[f.start : f.end] == f.text for f in found)


OPEN_EARS = [
    "One word from you before, even without the money, and the fee waits.",
    "If that week cannot work, ring me and we split it in three.",
    "I'm not in a hurry with this one.",
    "If something has come up, phone us and we will find a date together.",
    "The bill can rest until the surveyor has been.",
    "Members who prefer to pay by the term may do so.",
    "If the wages have not come, no problem.",
    "We have a hardship rate.",
    "Two lots of $300 would do.",
]
CLOSED_EARS = [
    "The flour stands where the mice can't have it.",
    "Tell us what you think of the new floor.",
    "Phone me and we'll change the tyre.",
    "He sang in the second half in the rain.",
    "We cannot wait until the autumn.",
    "No rush with the ladder.",
    "The mower is in bits.",
    "I listened to the whole concert.",
]


@pytest.mark.parametrize("text", OPEN_EARS)
def test_open_ear_is_flexibility(text: str) -> None:
    assert "flexibility" in kinds_in(text, Language.EN)


@pytest.mark.parametrize("text", CLOSED_EARS)
def test_look_alike_is_no_flexibility(text: str) -> None:
    assert "flexibility" not in kinds_in(text, Language.EN)
