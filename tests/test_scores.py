"""Scores: every point has a factor, mistakes never help, courtesies cannot be stacked."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tonecheck.engine import Checker
from tonecheck.rulebook import load
from tonecheck.types import Declared, Factor, Kind, Language, MessageReport, Score, Stage

EN, RU = Language.EN, Language.RU

GOOD = {
    EN: (
        "Hi Anna,\n\nThank you for choosing us in May. Invoice INV-17 for $1,250.00 was due on "
        "5 March 2026. Could you please pay it by card at https://pay.example/17 by 20 March "
        "2026?\n\nIf the sum is hard to pay in one go, we can split it. Call me on "
        "+1 202 555 0147.\n\nKind regards,\nTom",
        "Hello Mr Lee, a friendly note: order 4411, £80, is due on 7 May 2026. You can pay by "
        "bank transfer to the usual account. Any questions? Write to lee@shop.example. Thanks!",
        "hi anna, $46 for the kiln is due on 7 may 2026, could you send it by e-transfer to "
        "clay@shop.example? thank you",
        "The rent for May, £700, was due on 1 May 2026.",
    ),
    RU: (
        "Здравствуйте, Анна Петровна!\n\nСпасибо, что выбрали нас. Счёт № 17 на 12 500 руб. "
        "нужно было оплатить до 5 марта 2026 г. Пожалуйста, оплатите его картой по ссылке "
        "https://pay.example/17 до 20 марта 2026 г.\n\nЕсли сразу сложно, предложим рассрочку. "
        "Звоните: +7 900 123-45-67.\n\nС уважением,\nТимур",
        "Добрый день, Олег! По заказу 4411 остались 8 000 рублей, срок 7 мая 2026 г. Оплатить "
        "можно переводом по реквизитам из счёта. Есть вопросы? Пишите: lee@shop.example. Спасибо!",
        "анна, привет! за печь 4600 р., срок 7 мая 2026 г., скинь, пожалуйста, на карту. спасибо",
        "Аренда за май, 70 000 руб., была до 1 мая 2026 г.",
    ),
}
BAD = {
    EN: (
        "You are a liar and a thief.",
        "Pay immediately or else.",
        "We will take you to court.",
        "Our lawyers will ruin you!!!",
        "You should be ashamed of yourself.",
        "You failed to pay again.",
        "THIS IS YOUR FINAL WARNING.",
        "As I already told you three times, pay up.",
        "Otherwise we will report you to the credit bureau.",
        "Everybody else has paid, only you have not.",
        "A fine of 5% will teach you a lesson.",
        "Are you deaf?",
        "thanks for nothing, you crook.",
        "I hope you choke on it.",
        "Kindly remit the aforementioned arrears forthwith.",
    ),
    RU: (
        "Вы врун и вор.",
        "Оплатите немедленно, иначе пожалеете.",
        "Мы подадим на вас в суд.",
        "Наши юристы вас разорят!!!",
        "Как вам не стыдно.",
        "Вы опять не оплатили.",
        "ЭТО ПОСЛЕДНЕЕ ПРЕДУПРЕЖДЕНИЕ.",
        "В который раз повторяю: платите.",
        "Иначе сообщим в бюро кредитных историй.",
        "Все остальные оплатили, одни вы нет.",
        "Начислим штраф, чтобы впредь неповадно было.",
        "Вы что, глухой?",
        "спасибо, вы жулик.",
        "чтоб вы подавились.",
        "Во избежание начисления неустойки надлежит погасить задолженность.",
    ),
}
CHECKERS = {language: Checker(Declared(language=language)) for language in Language}


def check(text: str, language: Language) -> MessageReport:
    return CHECKERS[language].check_text(text, subject="")


def values(report: MessageReport) -> tuple[int, int]:
    return report.politeness.value, report.clarity.value


messages = st.sampled_from([(language, text) for language in GOOD for text in GOOD[language]])


def check_account(report: MessageReport, score: Score) -> None:
    assert 0 <= score.value <= 100
    assert score.value == sum(factor.points for factor in score.factors)
    assert all(factor.points and factor.message for factor in score.factors)
    for factor in score.factors:
        assert (factor.start is None) == (factor.end is None)
        if factor.start is not None and factor.end is not None:
            assert 0 <= factor.start <= factor.end <= len(report.source)


@settings(max_examples=40)
@given(messages, st.lists(st.integers(0, 14), max_size=8), st.booleans())
def test_every_point_has_a_factor(
    message: tuple[Language, str], numbers: list[int], first: bool
) -> None:
    language, text = message
    bad = " ".join(BAD[language][number] for number in numbers)
    report = check(f"{bad} {text}" if first else f"{text} {bad}", language)
    check_account(report, report.politeness)
    check_account(report, report.clarity)


@settings(max_examples=60)
@given(
    messages,
    st.lists(st.integers(0, 14), max_size=3),
    st.integers(0, 14),
    st.sampled_from([" ", "\n", "\n\n"]),
)
def test_a_bad_sentence_never_helps(
    message: tuple[Language, str], before: list[int], number: int, between: str
) -> None:
    language, text = message
    already = text + "".join(between + BAD[language][n] for n in before)
    worse = already + between + BAD[language][number]
    old, new = check(already, language), check(worse, language)
    assert new.politeness.value <= old.politeness.value, worse
    assert new.clarity.value <= old.clarity.value, worse


@pytest.mark.parametrize(
    ("language", "text", "sentence"),
    [(language, GOOD[language][0], bad) for language in BAD for bad in BAD[language]],
)
def test_a_bad_sentence_inside_the_letter_never_helps(
    language: Language, text: str, sentence: str
) -> None:
    worse = text.replace("\n\n", f" {sentence}\n\n", 2)
    old, new = check(text, language), check(worse, language)
    assert new.politeness.value <= old.politeness.value
    assert new.clarity.value <= old.clarity.value


@pytest.mark.parametrize("language", Language)
def test_good_messages_score_well_and_threats_do_not(language: Language) -> None:
    good = check(GOOD[language][0], language)
    assert values(good) >= (90, 90)
    assert check(GOOD[language][0] + "\n\n" + BAD[language][2], language).politeness.value < 75


@pytest.mark.parametrize(
    ("language", "courtesy"),
    [
        (EN, " Please."),
        (EN, " Thank you."),
        (EN, " Could you please help?"),
        (EN, " If you need more time, tell us."),
        (RU, " Пожалуйста."),
        (RU, " Спасибо."),
        (RU, " Не могли бы вы помочь?"),
        (RU, " Если нужна отсрочка, напишите."),
    ],
)
def test_a_courtesy_counts_once(language: Language, courtesy: str) -> None:
    text = GOOD[language][3]
    once, often = check(text + courtesy, language), check(text + courtesy * 10, language)
    assert often.politeness.value <= once.politeness.value
    assert once.politeness.value >= check(text, language).politeness.value
    assert often.clarity.value <= once.clarity.value


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (EN, "Thank you, you are a liar and a thief. The rent, £700, was due on 1 May 2026."),
        (RU, "Спасибо вам, но вы врун и вор. Аренда, 700 руб., была до 1 мая 2026 г."),
    ],
)
def test_a_courtesy_beside_an_insult_is_none(language: Language, text: str) -> None:
    report = check(text, language)
    assert "thanks" not in {factor.rule for factor in report.politeness.factors}


@pytest.mark.parametrize(
    ("language", "text", "named"),
    [
        (EN, "Dear Anna, the rent, £700, was due on 1 May 2026.", True),
        (EN, "Anna, good morning! The rent, £700, was due on 1 May 2026.", True),
        (EN, "Dear {{ name }}, the rent, £700, was due on 1 May 2026.", True),
        (EN, "Dear Customer, the rent, £700, was due on 1 May 2026.", False),
        (EN, "Hello, the rent, £700, was due on 1 May 2026.", False),
        (RU, "Уважаемая Анна! Аренда, 700 руб., была до 1 мая 2026 г.", True),
        (RU, "Фаррух, добрый день! Аренда, 700 руб., была до 1 мая 2026 г.", True),
        (RU, "Уважаемый Клиент! Аренда, 700 руб., была до 1 мая 2026 г.", False),
        (RU, "Здравствуйте! Аренда, 700 руб., была до 1 мая 2026 г.", False),
    ],
)
def test_a_name_is_a_courtesy_and_a_role_is_none(
    language: Language, text: str, named: bool
) -> None:
    report = check(text, language)
    assert ("greeting-name" in {factor.rule for factor in report.politeness.factors}) is named


SWAPS = {
    EN: (
        ("Anna", ("Bo", "Will", "Grace", "Mark", "Priyanka", "Jean-Luc", "O'Brien", "Saoirse",
                  "Maximiliana", "May", "Olu", "Xi")),
        ("$1,250.00", ("$5.00", "$987,654.32", "€20", "£3,000", "1,250 USD")),
        ("20 March 2026", ("1 April 2026", "30 December 2027", "2 May 2026")),
        ("INV-17", ("INV-2026-000417", "A1", "004/26", "88231")),
        ("+1 202 555 0147", ("+44 20 7946 0958", "(202) 555-0147")),
        ("https://pay.example/17", ("https://p.example", "https://pay.example/a/b/c?d=e&f=g")),
        ("Tom", ("Wilhelmina", "Bo")),
    ),
    RU: (
        ("Анна Петровна", ("Олег Ильич", "Вера Львовна", "Фаррух Азизович", "Любовь Ивановна",
                           "Пётр Кузьмич", "Гюльчатай Маратовна")),
        ("12 500 руб.", ("5 руб.", "987 654,32 ₽", "20 тыс. рублей", "3000 тенге")),
        ("20 марта 2026 г.", ("1 апреля 2026 г.", "30 декабря 2027 г.", "20.03.2026")),
        ("№ 17", ("№ 2026-000417", "№ А-1", "№ 88231")),
        ("+7 900 123-45-67", ("8 (900) 123-45-67", "+998 90 123 45 67")),
        ("Тимур", ("Александра", "Ян")),
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    ("language", "old", "new"),
    [(language, old, new) for language in SWAPS for old, all_new in SWAPS[language]
     for new in all_new],
)  # fmt: skip
def test_a_swapped_fact_changes_nothing(language: Language, old: str, new: str) -> None:
    text = GOOD[language][0]
    assert old in text
    before, after = check(text, language), check(text.replace(old, new), language)
    assert values(after) == values(before)
    assert [f.rule for f in after.findings] == [f.rule for f in before.findings]


@pytest.mark.parametrize(
    ("language", "facts"),
    [
        (EN, {"Anna": "client.name", "INV-17": "invoice.number", "$1,250.00": "amount",
              "5 March 2026": "due_date"}),
        (RU, {"Анна Петровна": "client.name", "17": "invoice.number", "12 500 руб.": "amount",
              "5 марта 2026 г.": "due_date"}),
    ],
)  # fmt: skip
def test_a_placeholder_counts_as_its_fact(language: Language, facts: dict[str, str]) -> None:
    checker = Checker(Declared(language=language, kind=Kind.TEMPLATE))
    template = GOOD[language][0]
    for fact, name in facts.items():
        template = template.replace(fact, "{{ " + name + " }}", 1)
    filled = checker.check_text(GOOD[language][0], subject="")
    assert values(checker.check_text(template, subject="")) == values(filled)


@pytest.mark.parametrize("language", Language)
def test_factors_stand_where_they_come_from(language: Language) -> None:
    text = GOOD[language][0] + "\n" + BAD[language][2]
    report = check(text, language)
    rules = {finding.rule: finding for finding in report.findings}
    for factor in report.politeness.factors:
        if factor.rule in rules:
            assert (factor.start, factor.end) in {(f.start, f.end) for f in report.findings}
    (start, *_) = report.politeness.factors
    assert start == Factor("start", start.points, start.message)


@pytest.mark.parametrize(
    ("speech", "pattern"), [(EN, re.compile("[а-яё]")), (RU, re.compile("[a-z]{3}"))]
)
def test_factors_speak_the_language_of_the_reader(
    speech: Language, pattern: re.Pattern[str]
) -> None:
    for language in Language:
        checker = Checker(Declared(language=language), speech=speech)
        report = checker.check_text(GOOD[language][0] + " " + BAD[language][2], subject="")
        for factor in (*report.politeness.factors, *report.clarity.factors):
            assert not pattern.search(factor.message), factor.message


@pytest.mark.parametrize("language", Language)
def test_many_mistakes_end_at_zero(language: Language) -> None:
    report = check(GOOD[language][0] + "\n" + " ".join(BAD[language] * 2), language)
    assert report.politeness.value == 0
    assert report.politeness.factors[-1].rule == "limit"
    assert report.politeness.factors[-1].points > 0
    check_account(report, report.politeness)


def test_an_explicit_stage_does_not_raise_a_score_by_threats() -> None:
    calm = GOOD[EN][0]
    for stage in Stage:
        checker = Checker(Declared(language=EN, stage=stage))
        threat = checker.check_text(calm + " We will take you to court!!!", subject="")
        assert threat.politeness.value < checker.check_text(calm, subject="").politeness.value


def test_points_are_given_for_every_severity() -> None:
    weights = load().weights
    for name in ("politeness", "clarity"):
        for loss in weights[name]["categories"].values():
            points = [loss["points"][severity] for severity in ("error", "warning", "suggestion")]
            assert points == sorted(points)
            assert points[-1] < 0


HEAPS = {
    EN: "Good morning, Anna! Thank you so much, and sorry to bother you. Could you please help, "
    "whenever you have a moment? We would be grateful. No rush at all. Have a lovely day! ",
    RU: "Доброе утро, Анна! Большое спасибо, и простите за беспокойство. Не могли бы вы, "
    "пожалуйста, помочь, когда будет минутка? Будем признательны. Спешки нет. Хорошего дня! ",
}


@pytest.mark.parametrize("language", Language)
def test_no_heap_of_courtesies_buys_a_threat_free(language: Language) -> None:
    calm, threat = GOOD[language][3], BAD[language][2]
    cost = -load().weights["politeness"]["categories"]["threat"]["points"]["error"]
    heaped = check(f"{HEAPS[language]}{calm} {threat}", language)
    assert heaped.politeness.value <= 100 - cost
    assert check(HEAPS[language] + calm, language).politeness.value == 100
    rules = [factor.rule for factor in heaped.politeness.factors]
    assert "courtesy-limit" in rules


@settings(max_examples=30)
@given(messages, st.lists(st.integers(0, 14), max_size=3))
def test_gains_come_in_order_and_say_what_to_do(
    message: tuple[Language, str], numbers: list[int]
) -> None:
    language, text = message
    report = check(" ".join([text, *(BAD[language][n] for n in numbers)]), language)
    for score in (report.politeness, report.clarity):
        points = [gain.points for gain in score.gains]
        assert points == sorted(points, reverse=True)
        assert all(gain.points > 0 and gain.advice for gain in score.gains)
        assert len({gain.advice for gain in score.gains}) == len(score.gains)
        if score.value < 100 and any(factor.points < 0 for factor in score.factors[1:]):
            assert score.gains


@pytest.mark.parametrize(("language", "thanks"), [(EN, " Thank you."), (RU, " Спасибо.")])
def test_a_gain_that_is_taken_is_had(language: Language, thanks: str) -> None:
    text = GOOD[language][3]
    before = check(text, language).politeness
    after = check(text + thanks, language).politeness
    won = {gain.advice: gain.points for gain in before.gains}
    assert after.value - before.value in won.values()
    assert {gain.advice for gain in before.gains} - {gain.advice for gain in after.gains}


@pytest.mark.parametrize(
    ("language", "text"),
    [(EN, "Why have you not answered about the rent?"), (RU, "Почему вы не ответили про аренду?")],
)
def test_what_lacks_courtesy_comes_with_advice(language: Language, text: str) -> None:
    marker = next(m for m in load().markers(language) if m.id == "reproach-question")
    gains = {gain.advice: gain for gain in check(text, language).politeness.gains}
    assert gains[marker.advice[language]].points == -marker.points
    assert gains[marker.advice[language]].start == 0


FILLERS = {
    EN: ("The parcel left the depot on Monday.", "Invoice 17 lists two chairs and a table.",
         "The office is on the second floor.", "The van came at ten."),
    RU: ("Посылка ушла со склада в понедельник.", "В счёте № 17 два стула и стол.",
         "Офис на втором этаже.", "Машина приехала в десять."),
}  # fmt: skip


@settings(max_examples=30)
@given(messages, st.lists(st.integers(0, 3), min_size=1, max_size=12))
def test_length_alone_buys_nothing(message: tuple[Language, str], numbers: list[int]) -> None:
    language, text = message
    longer = " ".join([text, *(FILLERS[language][n] for n in numbers)])
    assert check(longer, language).politeness.value <= check(text, language).politeness.value
