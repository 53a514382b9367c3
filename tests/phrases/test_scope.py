"""Where a hit does not count: under negation, in a quotation, inside a name."""

from __future__ import annotations

import pytest

from tests.phrases.finding import hits
from tonecheck.phrases.scope import is_name, is_negated, is_quoted
from tonecheck.types import Language

EN, RU = Language.EN, Language.RU


@pytest.mark.parametrize(
    ("phrase", "text", "negated"),
    [
        # Denied before, after and inside a contraction.
        ("take * court", "We will take you to court.", False),
        ("take * court", "We will not take you to court.", True),
        ("take * court", "We won't take you to court.", True),
        ("take * court", "We won’t ever take you to court.", True),
        ("take * court", "We will never take you to court.", True),
        ("take * court", "Nobody will take you to court.", True),
        ("take * court", "We cannot take you to court.", True),
        ("late fee", "There is no late fee.", True),
        ("late fee", "The late fee does not apply.", True),
        ("late fee", "You pay without a late fee.", True),
        ("late fee", "The late fee is due.", False),
        # A negation elsewhere denies nothing here.
        ("take * court", "We have not heard from you, so we will take you to court.", False),
        ("take * court", "It is not paid. We will take you to court.", False),
        ("take * court", "If we do not hear from you we will take you to court.", False),
        ("take * court", "Unless it is paid, we will take you to court.", False),
        ("take * court", "If not, we take you to court.", False),
        ("take * court", "When nothing comes we take you to court.", False),
        ("take * court", "If you pay, we will not take you to court.", True),
        # What the phrase itself says is no denial of it.
        ("do not pay", "You did not pay.", False),
        ("you never * pay", "You never ever pay.", False),
        ("no choice", "We have no choice now.", False),
    ],
)
def test_english_negation(phrase: str, text: str, negated: bool) -> None:
    analysis, (hit,) = hits(phrase, text, EN)
    assert is_negated(analysis, hit) is negated


@pytest.mark.parametrize(
    ("phrase", "text", "negated"),
    [
        ("подать в суд", "Мы подадим в суд.", False),
        ("подать в суд", "Мы не подадим в суд.", True),
        ("подать в суд", "Мы никогда не подадим в суд.", True),
        ("подать в суд", "Никто не подаст в суд.", True),
        ("начислить пени", "Нельзя начислить пени.", True),
        ("штраф", "Штрафов за это нет.", True),
        ("штраф", "Оплатить можно без штрафа.", True),
        ("штраф", "Будет штраф.", False),
        ("подать в суд", "Оплаты нет, и мы подадим в суд.", False),
        ("подать в суд", "Счёт не оплачен. Мы подадим в суд.", False),
        ("подать в суд", "Если не оплатите, подадим в суд.", False),
        ("подать в суд", "Если не оплатите — подадим в суд.", False),
        ("подать в суд", "Если вы оплатите, мы не подадим в суд.", True),
        ("отключить", "Пока не оплатите, отключим свет.", False),
        ("вы не платить", "Вы не платите.", False),
        ("<вы не перезвонить>", "Так и не перезвонили вы.", False),
    ],
)
def test_russian_negation(phrase: str, text: str, negated: bool) -> None:
    analysis, (hit,) = hits(phrase, text, RU)
    assert is_negated(analysis, hit) is negated


@pytest.mark.parametrize(
    ("language", "phrase", "text", "quoted"),
    [
        (EN, "pay now", 'He wrote "pay now" to us.', True),
        (EN, "pay now", "He wrote “please pay now” to us.", True),
        (EN, "pay now", '"Hello" and pay now, "bye".', False),
        (EN, "pay now", 'Please "pay" now.', False),
        (EN, "pay now", 'Please pay now "or else.', False),
        (EN, "pay now", "> pay now\n\nHe wrote this.", True),
        (EN, "pay now", "We say > pay now.", False),
        (EN, "pay now", 'It said "pay now.\n\nOh" and so on.', False),
        (RU, "срочно", "Вы писали: «оплатите срочно».", True),
        (RU, "срочно", "Вы писали: „срочно“.", True),
        (RU, "срочно", "Оплатите срочно «Договор 5».", False),
        (RU, "срочно", "«Привет» и срочно «пока».", False),
        (RU, "срочно", "> Оплатите срочно\nЭто вы писали.", True),
    ],
)
def test_quotations(language: Language, phrase: str, text: str, quoted: bool) -> None:
    analysis, (hit,) = hits(phrase, text, language)
    assert is_quoted(analysis, hit) is quoted


@pytest.mark.parametrize(
    ("language", "phrase", "text", "name"),
    [
        (EN, "final demand", "We at Final Demand thank you for your order.", True),
        (EN, "court", "Our office is in Court Street now.", True),
        (EN, "court", "We go to Court for the money.", False),
        (EN, "final demand", "This is a final demand for the money.", False),
        (EN, "final demand", "This is a FINAL DEMAND for the money.", False),
        (EN, "final demand", "Final demand for the money is here.", False),
        # A heading has capitals everywhere.
        (EN, "final demand", "Final Demand For Payment", False),
        (EN, "final demand", "Your Final Demand", False),
        (RU, "прошу", "Прошу Вас ответить до пятницы.", False),
        (RU, "последний довод", "Пишет вам агентство Последний Довод.", True),
        (RU, "последний довод", "Это наш последний довод.", False),
        (RU, "суд", "Дом стоит на улице Суд Петровская в городе.", True),
        (RU, "суд", "Мы идём в Суд за деньгами.", False),
    ],
)
def test_names(language: Language, phrase: str, text: str, name: bool) -> None:
    analysis, (hit,) = hits(phrase, text, language)
    assert is_name(analysis, hit) is name
