"""What cues weigh together: sums, places, and files that cannot be used."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reading import read
from tonecheck.rule import RuleError
from tonecheck.rulebook import load
from tonecheck.types import Category, Language
from tonecheck.weights import Weights, evidence, read_weights, weigh

EN = Language.EN
THREAT, GUILT = Category.THREAT, Category.GUILT
WEIGHTS = Weights(
    categories=(THREAT, GUILT),
    bias=(-300, -200),
    threshold=(100, 100),
    doubt=(-250, -250),
    rows={"or": "200\t", "roof": "150\t-100", "or * roof": "100\t", "thank": "-400\t"},
)
SENTENCE = "Pay on Monday, or the looms find another roof."


def table(folder: Path, *lines: str) -> Path:
    path = folder / "weights" / "en.tsv"
    path.parent.mkdir()
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


def test_the_sum_is_the_bias_and_the_weights_of_the_cues_present() -> None:
    weighed = weigh(read(SENTENCE, EN), WEIGHTS)
    threat, guilt = weighed[0, THREAT], weighed[0, GUILT]
    assert (threat.sum, guilt.sum) == (-300 + 200 + 150, -200 - 100)
    assert {cue.name: weight for cue, weight in threat.weights()} == {"or": 200, "roof": 150}
    assert guilt.is_doubtful
    assert not threat.is_doubtful
    assert not threat.is_mistake


def test_from_the_threshold_on_it_is_a_mistake() -> None:
    weighed = weigh(read("Pay, or find a roof.", EN), WEIGHTS)
    assert weighed[0, THREAT].sum == 150
    assert weighed[0, THREAT].is_mistake


def test_the_stretch_is_the_clause_that_speaks_for_it() -> None:
    analysis = read("Pay, or find a roof. " + SENTENCE, EN)
    found = weigh(analysis, WEIGHTS)[1, THREAT]
    place = evidence(found, analysis)
    start, end = analysis.tokens[place.first].start, analysis.tokens[place.last - 1].end
    assert analysis.text[start:end] == "or the looms find another roof"
    assert [analysis.tokens[i].text for i in place.heavy] == ["or", "roof"]


def test_where_no_word_speaks_for_it_the_marks_do() -> None:
    weights = Weights((THREAT,), (-300,), (100,), (-400,), {"!": "500"})
    analysis = read("Pay the rent!", EN)
    place = evidence(weigh(analysis, weights)[0, THREAT], analysis)
    assert [analysis.tokens[i].text for i in place.heavy] == ["!"]


@given(st.text(alphabet="or the roof,.!? thank you\n«»", max_size=80))
def test_a_stretch_lies_in_its_sentence(text: str) -> None:
    analysis = read(text, EN)
    for found in weigh(analysis, WEIGHTS).values():
        sentence = analysis.sentences[found.sentence]
        place = evidence(found, analysis)
        assert sentence.first <= place.first < place.last <= sentence.last
        assert all(place.first <= token < place.last for token in place.heavy)


def test_a_table_is_read_as_it_is_written(tmp_path: Path) -> None:
    folder = table(
        tmp_path, "category\tthreat\tguilt", "bias\t-3\t-2", "threshold\t5\t6", "doubt\t-9\t-9",
        "or else\t20\t", "thank you\t\t-4",
    )  # fmt: skip
    weights = read_weights(folder, EN)
    assert weights.categories == (THREAT, GUILT)
    assert (weights.bias, weights.threshold, weights.doubt) == ((-3, -2), (5, 6), (-9, -9))
    assert weights.row("or else") == [(0, 20)]
    assert weights.row("thank you") == [(1, -4)]


def test_without_a_table_nothing_is_weighed(tmp_path: Path) -> None:
    assert weigh(read(SENTENCE, EN), read_weights(tmp_path, EN)) == {}


@pytest.mark.parametrize(
    ("lines", "problem"),
    [
        (["bias\t1"], "begin with category, bias, threshold, doubt"),
        (["category\tthreat", "bias\t1\t2", "threshold\t1", "doubt\t1"], "equal length"),
        (["category\trage", "bias\t1", "threshold\t1", "doubt\t1"], "'rage'"),
        (["category\tthreat", "bias\tx", "threshold\t1", "doubt\t1"], "'x'"),
        (["category\tthreat", "bias\t1", "threshold\t1", "doubt\t1", "or\t1\t2"], "line 5"),
        (["category\tthreat", "bias\t1", "threshold\t1", "doubt\t1", "or\tmuch"], "line 5"),
    ],
)
def test_a_table_that_is_refused(tmp_path: Path, lines: list[str], problem: str) -> None:
    with pytest.raises(RuleError) as raised:
        read_weights(table(tmp_path, *lines), EN)
    assert str(tmp_path) in str(raised.value)
    assert problem in str(raised.value)


@pytest.mark.parametrize("language", Language)
def test_every_weighed_category_has_its_rule(language: Language) -> None:
    weighed = [rule.category for rule in load().rules.values() if rule.weighed]
    assert sorted(weighed) == sorted(load().cue_weights(language).categories)
