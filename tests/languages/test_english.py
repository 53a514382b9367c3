"""English word forms: lemmas, tags, contractions, names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reading import read, token
from tonecheck.languages import module_for
from tonecheck.types import Language

EN = Language.EN


@pytest.mark.parametrize(
    ("form", "lemma", "tags"),
    [
        ("pays", "pay", {"verb", "pres", "3p"}),
        ("paid", "pay", {"verb", "past", "participle"}),
        ("paying", "pay", {"verb", "ing"}),
        ("pay", "pay", {"verb", "base"}),
        ("payments", "payment", {"noun", "plur"}),
        ("owed", "owe", {"verb", "past"}),
        ("sent", "send", {"verb", "past"}),
        ("left", "leave", {"verb", "past"}),
        ("left", "left", {"adj"}),
        ("put", "put", {"verb", "past", "base"}),
        ("was", "be", {"verb", "aux", "past"}),
        ("are", "be", {"aux", "pres"}),
        ("has", "have", {"aux"}),
        ("done", "do", {"aux"}),
        ("us", "we", {"pron"}),
        ("your", "your", {"pron"}),
        ("u", "you", {"pron"}),
        ("without", "without", {"prep"}),
        ("unless", "unless", {"conj"}),
        ("not", "not", {"part"}),
        ("companies", "company", {"noun", "plur"}),
        ("past-due", "past-due", set()),
        ("co-owners", "co-owner", {"noun", "plur"}),
        ("defaulters", "defaulter", {"noun", "plur"}),
        ("unfriending", "unfriend", {"verb", "ing"}),
        ("blorfed", "blorf", {"verb"}),
        ("blorfly", "blorfly", {"adv"}),
        ("blorfs", "blorf", {"noun"}),
        ("pls", "please", set()),
        ("thx", "thanks", set()),
    ],
)
def test_readings(form: str, lemma: str, tags: set[str]) -> None:
    found = module_for(EN).form(form)
    assert lemma in found.keys
    assert form in found.keys
    if tags:
        assert any(r.lemma == lemma and r.tags >= tags for r in found.readings)


@pytest.mark.parametrize(
    ("word", "keys"),
    [
        ("pay", {"pay"}),
        ("Pay", {"pay"}),
        ("paid", {"pay"}),
        ("left", {"left"}),
        ("us", {"we"}),
        ("is", {"be"}),
        ("=", {"="}),
        ("'m", {"be"}),
        ("'ll", {"will"}),
        ("n't", {"not"}),
        ("'s", {"'s"}),
    ],
)
def test_what_a_written_word_stands_for(word: str, keys: set[str]) -> None:
    assert module_for(EN).keys_of(word) >= keys


CONTRACTIONS = {
    "don't": "do not", "won't": "will not", "can't": "can not", "shan't": "shall not",
    "isn't": "is not", "aren't": "are not", "wasn't": "was not", "haven't": "have not",
    "hasn't": "has not", "didn't": "did not", "doesn't": "does not", "wouldn't": "would not",
    "couldn't": "could not", "shouldn't": "should not", "mustn't": "must not",
    "we'll": "we will", "you'll": "you will", "you've": "you have", "we've": "we have",
    "they're": "they are", "you're": "you are", "I'm": "i am", "we'd": "we would",
}  # fmt: skip


@pytest.mark.parametrize("apostrophe", ["'", "’"])
@pytest.mark.parametrize(("written", "words"), CONTRACTIONS.items())
def test_contractions_are_two_words(written: str, words: str, apostrophe: str) -> None:
    for text in (written, written.capitalize(), written.upper()):
        analysis = read(f"so {text.replace(chr(39), apostrophe)} it", EN)
        norms = [t.norm.replace("'m", "am") for t in analysis.tokens[1:-1]]
        assert " ".join(norms) == words


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("dont", "do not"), ("wont", "will not"), ("cant", "can not"), ("isnt", "is not"),
        ("havent", "have not"), ("didnt", "did not"), ("youve", "you have"),
        ("youre", "you are"), ("theyre", "they are"), ("youll", "you will"),
        ("cannot", "can not"),
    ],
)  # fmt: skip
def test_contractions_without_an_apostrophe(written: str, words: str) -> None:
    analysis = read(f"so {written} it", EN)
    assert " ".join(t.norm for t in analysis.tokens[1:-1]) == words


@pytest.mark.parametrize(
    "word",
    ["Wed", "wed", "Id", "ID", "well", "were", "ill", "hell", "shell", "its", "lets", "gonna",
     "past-due", "e-transfer", "wi-fi", "o'clock", "re-send"],
)  # fmt: skip
def test_words_that_stay_whole(word: str) -> None:
    assert [t.text for t in read(f"So {word} it", EN).tokens] == ["So", word, "it"]


@pytest.mark.parametrize("text", ["Re: invoice", "re your invoice"])
def test_re_is_no_contraction(text: str) -> None:
    assert read(text, EN).tokens[0].norm == "re"


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("Please call Anna now.", "Anna", True),
        ("Please call O'Brien now.", "O'Brien", True),
        ("Please call Jean-Luc now.", "Jean-Luc", True),
        ("Please call Will now.", "Will", True),
        ("Please call now.", "Please", False),
        ("Please call ANNA now.", "ANNA", False),
        ("So I call.", "I", False),
        ("We call anna.", "anna", False),
    ],
)
def test_names(text: str, word: str, name: bool) -> None:
    assert ("name" in token(read(text, EN), word).marks) is name


@pytest.mark.parametrize("word", ["pay", "thanks", "the", "invoice", "due", "paying", "we"])
def test_known_words(word: str) -> None:
    assert module_for(EN).is_known(word)


@pytest.mark.parametrize("word", ["approx", "govt", "mgr", "xyz", ""])
def test_unknown_words(word: str) -> None:
    assert not module_for(EN).is_known(word)


@given(st.text(max_size=30))
def test_any_form_has_itself_among_its_keys(norm: str) -> None:
    module = module_for(EN)
    form = module.form(norm)
    assert norm in form.keys
    assert module.form(norm) is form
    assert module.keys_of(norm)


def test_a_month_in_a_date_is_no_verb() -> None:
    modal, month = (
        t.form for t in read("May we have it by 5 May 2026?", EN).tokens if t.text == "May"
    )
    assert modal.can_be("aux")
    assert not month.can_be("aux")
    assert month.can_be("noun")
