"""Sentences, clauses and quotations in both languages."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reading import read, stretches
from tonecheck.languages.segmentation import is_sentence_end, quoted_spans
from tonecheck.types import Language

EN, RU = Language.EN, Language.RU

# Sentences are parted by " | ".
SENTENCES = {
    EN: (
        "We sent invoice no. 17 to you. | It is open.",
        "Invoice no. INV-17 is open, order no. {{ number }} is not. | Thanks.",
        "Mr. Lee and Dr. Shaw will call. | They know.",
        "Acme Inc. is here, and Bolt Ltd. by its side. | Thanks.",
        "Call at 9 a.m. or later. | We wait.",
        "We open at 9 a.m. | Please call.",
        "The sum is 1,250.50 dollars. | Pay it.",
        "The U.S. office is closed. | Wait.",
        "He lives in the U.S. | We know.",
        "It is due on 5 Mar. | Please pay.",
        "It is due on 5 Mar. or later.",
        "See e.g. the invoice, i.e. no. 5. | Thanks.",
        "Ref. no. 44, tel. 555, ext. 12. | Thanks.",
        "Pay the rent etc. and so on. | Then rest.",
        "A. Shaw wrote. | J. R. Smith did not.",
        "The answer is no. | Please write.",
        "That is state of the art. | Thanks.",
        "Due Wed. or Thu. at the latest. | Thanks.",
        # Ellipsis, doubled marks, quotations, brackets.
        "We waited... and waited. | Now pay.",
        "We waited… and waited. | Now pay.",
        "We waited... | Now pay.",
        "We waited.... | Now pay.",
        "We waited.. | Now pay.",
        "Really?! | You paid. | Good!!! | Now???? | Yes.",
        'He said "Pay now!" and left. | We stayed.',
        'He said "Pay now." | We stayed.',
        'We stayed. | "Pay now" was the answer.',
        "We stayed. | 'Pay now' was the answer.",
        "We stayed. | “Pay now” was the answer.",
        "Is it paid? | If not, tell us. | (We wait.) | Thanks.",
        "It is open (see no. 5). | Thanks.",
        "See https://pay.example/a.b?c=1. | Write to a.b@pay.example. | Thanks.",
        "Pay ${{ amount }}. | Thanks, {{ name }}.",
        "thanks. | we wait! | bye",
        "See you :) | Thanks",
        "Pay (by card) Anna.",
        "Options: a) Card, 2) Cash.",
    ),
    RU: (
        "Мы отправили счёт № 17. | Он открыт.",
        "Позвоните по тел. 555-12-34 или моб. 911. | Спасибо.",
        "Сумма 5000 руб. | Оплатите до пятницы.",
        "Сумма 5000 руб. до пятницы. | Спасибо.",
        "Всего 12 тыс. руб. 50 коп. и 5 млн. евро. | Всё.",
        "Счёт от 5 марта 2026 г. | Оплатите его.",
        "Счёт от 5 марта 2026 г. не оплачен. | Ждём.",
        "В 2025 г. и 2026 гг. так и было. | Ждём.",
        "Офис: г. Москва, ул. Мира, д. 5, кв. 7, стр. 2. | Ждём вас.",
        "Платежи, долги и т. д. мы учли. | Спасибо.",
        "Платежи, долги и т.д. мы учли. | Спасибо.",
        "Это и т. п. и др. документы. | Всё.",
        "См. п. 5 ст. 7 договора. | Спасибо.",
        "А. Шоу написал. | Котов П. Р. ответил. | Мы ждём.",
        "Котов П.Р. ответил, Н.И. Петрова молчит. | Мы ждём.",
        "Сумма 1 250,50 и 3.75 за март. | Ждём.",
        "Оплатите до 5.03.2026. | Спасибо.",
        "Ок. | Завтра оплатите?",
        "Осталось ок. 5 тыс. рублей. | Спасибо.",
        # Ellipsis, doubled marks, quotations, brackets.
        "Мы ждали… и ждали. | Пора.",
        "Мы ждали... и ждали. | Пора.",
        "Мы ждали… | Пора.",
        "Правда?! | Вы оплатили. | Ура!!! | Когда???? | Да.",
        "Он сказал: «Оплатите!» и ушёл. | Мы ждём.",
        "Он сказал: «Оплатите». | Мы ждём.",
        "Он сказал: «Оплатите.» | Мы ждём.",
        "Стоп. | «Оплатите», — сказал он.",
        'Стоп. | "Оплатите", — сказал он.',
        "Оплачено? | Если нет, напишите. | (Мы ждём.) | Спасибо.",
        "спасибо. | ждём! | пока",
        "Закиньте на карту) | Репетитор Костя",
        "Ждём вас)) | Спасибо!",
        "Жду (до пятницы) Анну.",
        "Можно: а) Картой, б) Переводом, 3) Наличными.",
    ),
}


@pytest.mark.parametrize(
    ("language", "marked"), [(language, s) for language in SENTENCES for s in SENTENCES[language]]
)
def test_sentences(language: Language, marked: str) -> None:
    expected = marked.split(" | ")
    analysis = read(marked.replace(" | ", " "), language)
    found = stretches(analysis, analysis.sentences)
    assert found == [read(s, language).text for s in expected]


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        (EN, "Hello Anna\nyour invoice is open", 2),
        (EN, "- pay by card\n- pay by cash", 2),
        (EN, "one\n\ntwo", 2),
        (EN, "We wrote to you about the invoice that has been open\nsince the fifth of May.", 1),
        (EN, "We wrote to you about the invoice that has been open,\nSince the fifth of May.", 1),
        (EN, "We wrote to you about the invoice that has been open.\nsince then we wait", 2),
        (EN, "We wrote to you about the invoice that has been open\nSince the fifth of May.", 2),
        (EN, "We wrote to you about the invoice that has been open\n\nsince the fifth", 2),
        (RU, "Добрый день\nваш счёт открыт", 2),
        (RU, "Мы писали вам о счёте за установку кондиционера, который\nне оплачен до сих пор.", 1),
        (RU, "Мы писали вам о счёте за установку кондиционера на сумму\n5000 рублей в марте.", 1),
    ],
)
def test_line_ends(language: Language, text: str, count: int) -> None:
    assert len(read(text, language).sentences) == count


# Clauses of one sentence are parted by " | ".
CLAUSES = {
    EN: (
        "We have not received it, | so please pay, | and if you did, | ignore this.",
        "If you pay, | we will not go to court.",
        "If you owe it, | we wait.",
        "We wait, | because you promised, | but you did not pay.",
        "It is open — | please pay; | thanks.",
        "Please pay by card, cash or transfer.",
        "Anna, Tom and Lee have paid.",
        "We called | and you did not answer.",
        "You paid | because we asked.",
        "The sum ( | it is small) | is open.",
        "Order 013-0177 is open.",
    ),
    RU: (
        "Если вы не оплатите, | мы обратимся в суд, | и это плохо.",
        "Мы ждём, | потому что вы обещали, | но не заплатили — | пора.",
        "Оплатите картой, наличными или переводом.",
        "Вы обещали | и не оплатили.",
        "Счёт открыт: | оплатите его; | спасибо.",
        "Мы ждём, | когда вы ответите.",
        "Напоминаем про 9-11 декабря.",
        "Анна, Пётр и Олег оплатили.",
    ),
}


@pytest.mark.parametrize(
    ("language", "marked"), [(language, s) for language in CLAUSES for s in CLAUSES[language]]
)
def test_clauses(language: Language, marked: str) -> None:
    expected = [part.strip() for part in marked.split("|")]
    analysis = read(" ".join(marked.replace("|", "").split()).replace("( ", "("), language)
    assert stretches(analysis, analysis.clauses) == expected


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("«а» и «б»", ["«а»", "«б»"]),
        ("“a” and „б“", ["“a”", "„б“"]),
        ('"a" b "c"', ['"a"', '"c"']),
        ('a 5" pipe', []),
        ('"a\n\nb"', []),
        ("«без конца", []),
        ('"' + "a" * 700 + '"', []),
        ("> one\nb\n> two", ["> one", "> two"]),
        ("a > b", []),
        ("", []),
    ],
)
def test_quoted_spans(text: str, quoted: list[str]) -> None:
    assert [text[a:b] for a, b in quoted_spans(text)] == quoted


@pytest.mark.parametrize(
    "mark", [".", "!", "?", "…", "...", "..", "....", "?!", "!!!", "?..", "!…"]
)
def test_marks_that_end_a_sentence(mark: str) -> None:
    assert is_sentence_end(mark)


@pytest.mark.parametrize("mark", ["", ",", "a.", "a", "-", "!a"])
def test_marks_that_do_not(mark: str) -> None:
    assert not is_sentence_end(mark)


@settings(deadline=None)
@given(st.sampled_from(Language), st.text(alphabet="aЯ.,!?…\"'«»()> \n-15{}", max_size=60))
def test_sentences_and_clauses_part_the_tokens(language: Language, text: str) -> None:
    analysis = read(text, language)
    for found in (analysis.sentences, analysis.clauses):
        position = 0
        for stretch in found:
            assert stretch.first == position < stretch.last
            position = stretch.last
        assert position == len(analysis.tokens)
    for number, sentence in enumerate(analysis.sentences):
        assert {t.sentence for t in analysis.sentence_tokens(sentence)} == {number}
    for number, clause in enumerate(analysis.clauses):
        inside = analysis.tokens[clause.first : clause.last]
        assert {t.clause for t in inside} == {number}
        assert len({t.sentence for t in inside}) == 1
