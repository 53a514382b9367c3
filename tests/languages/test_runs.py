"""Runs of words: tokenized one by one, a text has the same tokens as in one go."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonecheck.languages import module_for
from tonecheck.languages.runs import joints_of, parts_there, runs
from tonecheck.types import Language

LANGUAGES = list(Language)
CASES = {language: sorted(module_for(language).pipeline.tokenizer.rules) for language in LANGUAGES}
"""spaCy's special cases, which it looks for in the whole of a text."""
WORDS = {
    Language.EN: "Dear Anna, we don't owe you: 10 a.m. (U.K.) £1,200.50 pay-by e.g. :) no?".split(),
    Language.RU: "Анна, оплатите счёт № 5 до 10 мая 2026 г. и т. д. т.е. руб. :) из-за д-р".split(),
}
GAPS = st.sampled_from([" ", " ", " ", "  ", "\n", "\n\n", "\u00a0", " \t", ""])


def whole(text: str, language: Language) -> list[tuple[str, int, str]]:
    """The tokens of a text given to spaCy in one go."""
    module = module_for(language)
    with module.pipeline.memory_zone():
        return [
            (token.text, token.idx, module.normalise(token.text, token.norm_))
            for token in module.pipeline.make_doc(text)
            if not token.is_space
        ]


@pytest.mark.parametrize("language", LANGUAGES)
@given(data=st.data())
def test_runs_have_the_tokens_of_the_whole(language: Language, data: st.DataObject) -> None:
    word = st.one_of(
        st.sampled_from(WORDS[language]),
        st.sampled_from(CASES[language]),
        st.text(alphabet="aDI'.:;)(-9яД ", max_size=5),
    )
    parts = data.draw(st.lists(st.tuples(word, GAPS), max_size=12))
    text = "".join(part for pair in parts for part in pair)
    found = [(p.text, p.start, p.norm) for p in module_for(language).tokenize(text, 0)]
    assert found == whole(text, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_special_case_reaches_across_a_cut(language: Language) -> None:
    from spacy.tokenizer import Tokenizer

    full: Any = module_for(language).pipeline.tokenizer
    plain = Tokenizer(
        module_for(language).pipeline.vocab,
        rules={},
        prefix_search=full.prefix_search,
        suffix_search=full.suffix_search,
        infix_finditer=full.infix_finditer,
        token_match=full.token_match,
        url_match=full.url_match,
    )
    joints = joints_of(CASES[language])
    for case in CASES[language]:
        tokens = [token.text for token in plain(case) if not token.is_space]
        cut = [pair for pair in pairwise(tokens) if parts_there(*pair, joints)]
        # A special case that is found as one token is looked up, not searched for.
        assert not cut, case


def test_every_word_is_in_one_run_at_its_place() -> None:
    text = "  Pay now,  please.\nИ т. д. и все "
    found = list(runs(text, joints_of(["и т. д."])))
    assert [text[at : at + len(run)] for at, run in found] == [run for _, run in found]
    assert " ".join(run for _, run in found).split() == text.split()


def test_a_space_inside_a_special_case_holds_a_run_together() -> None:
    assert [run for _, run in runs("и др сад", joints_of(["и др"]))] == ["и др", "сад"]
