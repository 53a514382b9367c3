"""A book of phrases finds in one pass exactly what each phrase finds alone."""

from __future__ import annotations

import json
from dataclasses import asdict

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.phrases.finding import book
from tests.reading import read
from tonecheck.languages import module_for
from tonecheck.phrases import Hit, Phrase, PhraseBook, PhraseError
from tonecheck.phrases.building import Builder
from tonecheck.phrases.matching import run
from tonecheck.phrases.reader import reader_of
from tonecheck.phrases.requirements import Requirements
from tonecheck.phrases.search import Index
from tonecheck.phrases.syntax import parse
from tonecheck.phrases.vocabulary import Vocabulary
from tonecheck.types import Language

EN, RU = Language.EN, Language.RU

TERMS = {
    EN: {"we": ["we", "our team", "$they"], "they": ["they|@name"], "maybe": ["pay?", "due"]},
    RU: {"we": ["мы", "наш компания"], "they": ["они", "@name"], "maybe": ["платить?", "срок"]},
}
PHRASES = {
    EN: (
        "pay", "=paid", "[past]", "pay[past]|due", "[verb past]", "not? pay", "!not pay",
        "^ pay", "^ (please)? pay", "^ !we * pay", "pay *", "* pay", "pay ~", "pay ~~",
        "** due pay", "$we * pay", "$we? * due", "@amount", "@date pay|due",
        "{@amount} * due", "pay {now}",
        "<pay we>", "<not? pay now?>", "<<we @amount>>", "<(pay now) we>", ", we", r"pay \!",
        "(pay now|we) (not|due)?", "{we} ** {pay}", "do not", "@placeholder", "$maybe we",
        "(not)? (please)? now", "<[past] we>",
    ),
    RU: (
        "платить", "=платили", "[past]", "платить[imp]|срок", "[noun gen]", "не? платить",
        "!не платить", "^ платить", "^ (пожалуйста)? платить", "платить *", "* платить",
        "платить ~", "платить ~~", "$we * платить", "$we? * срок", "@amount", "@date платить",
        "<платить мы>", "<не? платить сейчас?>", "<<мы @amount>>", ", мы", "{мы} ** {платить}",
        "@placeholder", "$maybe мы", "ещё", "<[past] мы>",
    ),
}  # fmt: skip
WORDS = {
    EN: (
        "pay", "paid", "Pay", "due", "we", "We", "our team", "not", "don't", "now", "please",
        "Anna", "$50", "5 May 2026", "{{ name }}", "if", "and", '"', "*", ",", ".", "!", "\n",
    ),
    RU: (
        "платить", "платили", "Платите", "срок", "мы", "Мы", "нашей компании", "не", "сейчас",
        "пожалуйста", "Анна", "50 руб.", "5 мая 2026 г.", "{{ name }}", "если", "и", "«", "»",
        "ещё", "еще", ",", ".", "!", "\n",
    ),
}  # fmt: skip

BOOKS = {language: book(PHRASES[language], language, TERMS[language]) for language in Language}


def one_by_one(text: str, language: Language) -> list[Hit]:
    """What trying every phrase at every word finds."""
    vocabulary = Vocabulary(TERMS[language], module_for(language).keys_of)
    builder = Builder(vocabulary, Requirements(vocabulary))
    hits: list[Hit] = []
    analysis = read(text, language)
    for number, phrase in enumerate(PHRASES[language]):
        matcher = builder.build(parse(phrase))
        for sentence in analysis.sentences:
            reader = reader_of(analysis, sentence)
            position = reader.start
            while position < reader.end:
                hit = run(matcher, reader, position, number)
                if hit is not None:
                    hits.append(hit)
                position = max(position + 1, hit.last if hit else 0)
    return hits


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (EN, '"Pay now!" We paid $50, not due now.'),
        (EN, "*Pay* by 5 May 2026. Our team, please, pay."),
        (EN, "We don't pay, Anna paid. {{ name }} we pay now"),
        (RU, "«Платите сейчас!» Мы платили 50 руб., если не срок."),
        (RU, "Еще раз: 5 мая 2026 г. платите, пожалуйста. Нашей компании, Анна, мы."),
    ],
)
def test_a_book_finds_what_its_phrases_find(language: Language, text: str) -> None:
    expected = one_by_one(text, language)
    assert expected
    assert list(BOOKS[language].find(read(text, language))) == expected


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(Language), st.data())
def test_a_book_finds_neither_more_nor_less(language: Language, data: st.DataObject) -> None:
    words = data.draw(st.lists(st.sampled_from(WORDS[language]), max_size=14))
    text = " ".join(words)
    assert list(BOOKS[language].find(read(text, language))) == one_by_one(text, language)


@pytest.mark.parametrize("language", Language)
def test_an_index_kept_as_json_serves_as_well(language: Language) -> None:
    kept = Index.from_plain(json.loads(json.dumps(asdict(BOOKS[language].index()))))

    def never(word: str) -> frozenset[str]:
        raise AssertionError(f"the index has the keys of {word}")

    phrases = [Phrase("test", p) for p in PHRASES[language]]
    again = PhraseBook(phrases, TERMS[language], never, kept)
    analysis = read(" ".join(WORDS[language]), language)
    hits = list(again.find(analysis))
    assert hits
    assert hits == list(BOOKS[language].find(analysis))


def test_hits_come_phrase_by_phrase_in_the_order_of_the_text() -> None:
    hits = list(book(["late", "pay", "never"], EN).find(read("Pay late. Pay late.", EN)))
    assert [(h.phrase, h.first) for h in hits] == [(0, 1), (0, 4), (1, 0), (1, 3)]


def test_a_book_without_phrases_finds_nothing() -> None:
    assert list(book([], EN).find(read("Please pay.", EN))) == []


def test_an_error_names_the_owner_of_the_phrase() -> None:
    phrases = [Phrase("legal-threat", "sue"), Phrase("sarcasm", "(oh")]
    with pytest.raises(PhraseError, match=r"sarcasm: phrase «\(oh», column 4"):
        PhraseBook(phrases, {}, module_for(EN).keys_of)
