"""Cues of a sentence: their names, the words that they rest on, and what is left out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reading import read
from tonecheck.cues import REACH, STEM, cues, weighed_sentences
from tonecheck.types import Language

EN, RU = Language.EN, Language.RU


def named(text: str, language: Language = EN) -> set[str]:
    analysis = read(text, language)
    return set(cues(analysis.tokens))


def test_a_word_counts_as_lemma_form_beginning_and_tag() -> None:
    found = named("Reminded")
    assert {"remind", "=reminded", "remin~", "[past]", "^ remind", "remind $"} <= found


def test_a_short_word_has_no_beginning() -> None:
    assert not {cue for cue in named("We pay") if cue.endswith("~")}
    assert {cue for cue in named("We remind") if cue.endswith("~")} == {"remind"[:STEM] + "~"}


def test_neighbours_and_words_a_little_apart_are_pairs() -> None:
    found = named("you have never once called")
    assert {"you have", "you * never"} <= found
    assert "you never" not in found


def test_words_too_far_apart_are_no_pair() -> None:
    words = ["you", *["very"] * (REACH - 1), "never"]
    assert "you * never" in named(" ".join(words))
    assert "you * never" not in named(" ".join(["you", "very", *words[1:]]))


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Send $480.00 now", "send @amount"),
        ("Send it by 5 May", "by @date"),
        ("See https://pay.example/1 today", "see @link"),
        ("He wrote “I will sue you” twice", "write @quote"),
    ],
)
def test_facts_and_quotations_are_one_step(text: str, cue: str) -> None:
    assert cue in named(text)


def test_words_of_the_client_are_no_cues() -> None:
    assert not named("He wrote “I will sue you” twice") & {"sue", "=sue", "i will"}


def test_inflection_and_yo_do_not_matter_in_russian() -> None:
    assert "напоминание" in named("о напоминаниях", RU)
    assert "=еще" in named("ещё", RU)


def test_greetings_and_signatures_are_not_weighed() -> None:
    text = "Dear Mrs Marsh,\n\nThe rent of May is still open.\n\nKind regards\nTom Pike"
    analysis = read(text, EN)
    weighed = [
        analysis.text[analysis.tokens[s.first].start : analysis.tokens[s.last - 1].end]
        for _, s in weighed_sentences(analysis)
    ]
    assert weighed == ["The rent of May is still open.", "Kind regards"]


@given(st.text(alphabet="abc yоu,.!?«»“”\n 15$", max_size=80), st.sampled_from(Language))
def test_each_cue_rests_on_tokens_of_its_sentence(text: str, language: Language) -> None:
    analysis = read(text, language)
    for _, sentence in weighed_sentences(analysis):
        for name, cue in cues(analysis.sentence_tokens(sentence)).items():
            assert name == cue.name
            assert cue.tokens
            assert all(sentence.first <= token < sentence.last for token in cue.tokens)
