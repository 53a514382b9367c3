"""What cues weigh together: sums, places, and files that cannot be used."""

from __future__ import annotations

import math
from dataclasses import replace
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
    lines=["or\t4\t6\t", "or * roof\t9\t1\t", "roof\t12\t10\t-8", "thank\t1\t-4\t"],
)
HEAD = ["category\trarity\tthreat", "bias\t\t1", "threshold\t\t1", "doubt\t\t1"]
SENTENCE = "Pay on Monday, or the looms find another roof."


def table(folder: Path, *lines: str) -> Path:
    path = folder / "weights" / "en.tsv"
    path.parent.mkdir()
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


def test_the_sum_is_the_bias_and_the_weights_of_the_cues_by_their_length() -> None:
    weighed = weigh(read(SENTENCE, EN), WEIGHTS)
    threat, guilt = weighed[0, THREAT], weighed[0, GUILT]
    length = math.sqrt(4 + 12)
    assert (threat.sum, guilt.sum) == (-300 + 100 * (6 + 10) / length, -200 - 100 * 8 / length)
    assert {cue.name: weight for cue, weight in threat.speaking} == {"or": 6, "roof": 10}
    assert guilt.is_doubtful
    assert not threat.is_doubtful


def test_from_the_threshold_on_it_is_a_mistake() -> None:
    weighed = weigh(read(SENTENCE, EN), WEIGHTS)[0, THREAT]
    assert weighed.sum == weighed.threshold
    assert weighed.is_mistake
    assert not replace(weighed, threshold=weighed.sum + 1).is_mistake


def test_a_sentence_without_known_cues_has_the_bias() -> None:
    assert weigh(read("Nothing else.", EN), WEIGHTS)[0, THREAT].sum == -300


def test_the_stretch_is_the_clause_that_speaks_for_it() -> None:
    analysis = read("Pay, or find a roof. " + SENTENCE, EN)
    found = weigh(analysis, WEIGHTS)[1, THREAT]
    place = evidence(found, analysis)
    start, end = analysis.tokens[place.first].start, analysis.tokens[place.last - 1].end
    assert analysis.text[start:end] == "or the looms find another roof"
    assert [analysis.tokens[i].text for i in place.heavy] == ["or", "roof"]


def test_where_no_word_speaks_for_it_the_marks_do() -> None:
    weights = Weights((THREAT,), (-300,), (100,), (-400,), ["!\t1\t5"])
    analysis = read("Pay the rent!", EN)
    place = evidence(weigh(analysis, weights)[0, THREAT], analysis)
    assert [analysis.tokens[i].text for i in place.heavy] == ["!"]


@given(st.text(alphabet="or the roof,.!? thank you\n«»", max_size=80))
def test_a_stretch_lies_in_its_sentence(text: str) -> None:
    analysis = read(text, EN)
    for found in weigh(analysis, replace(WEIGHTS, threshold=(-10_000, -10_000))).values():
        assert found.is_mistake
        sentence = analysis.sentences[found.sentence]
        place = evidence(found, analysis)
        assert sentence.first <= place.first < place.last <= sentence.last
        assert all(place.first <= token < place.last for token in place.heavy)


def test_a_table_is_read_as_it_is_written(tmp_path: Path) -> None:
    folder = table(
        tmp_path,
        "category\trarity\tthreat\tguilt",
        "bias\t\t-3\t-2",
        "threshold\t\t5\t6",
        "doubt\t\t-9\t-9",
        "or else\t7\t20\t",
        "thank you\t8\t\t-4",
    )
    weights = read_weights(folder, EN)
    assert weights.categories == (THREAT, GUILT)
    assert (weights.bias, weights.threshold, weights.doubt) == ((-3, -2), (5, 6), (-9, -9))
    assert weights.row("or else") == (7, [(0, 20)])
    assert weights.row("thank you") == (8, [(1, -4)])


def test_without_a_table_nothing_is_weighed(tmp_path: Path) -> None:
    assert weigh(read(SENTENCE, EN), read_weights(tmp_path, EN)) == {}


@pytest.mark.parametrize(
    ("lines", "problem"),
    [
        (["bias\t\t1"], "begin with category, bias, threshold, doubt"),
        ([*HEAD[:3], "doubt\t\t1\t2"], "equal length"),
        (["category\trarity\trage", *HEAD[1:]], "'rage'"),
        ([HEAD[0], "bias\t\tx", *HEAD[2:]], "'x'"),
        ([*HEAD, "roof\t1\t1", "or\t1\t1"], "line 6: expected the cues in order"),
    ],
)
def test_a_table_that_is_refused(tmp_path: Path, lines: list[str], problem: str) -> None:
    with pytest.raises(RuleError) as raised:
        read_weights(table(tmp_path, *lines), EN)
    assert str(tmp_path) in str(raised.value)
    assert problem in str(raised.value)


@pytest.mark.parametrize("row", ["or\t1\t1\t2", "or\t1\tmuch", "or\tfew\t1", "or\t1"])
def test_a_line_that_is_refused_when_its_cue_is_met(tmp_path: Path, row: str) -> None:
    weights = read_weights(table(tmp_path, *HEAD, row), EN)
    assert weights.row("and") is None
    with pytest.raises(RuleError, match="line 5"):
        weights.row("or")


@pytest.mark.parametrize("language", Language)
def test_every_line_of_ours_can_be_used(language: Language) -> None:
    weights = load().cue_weights(language)
    for line in weights.lines:
        known = weights.row(line.partition("\t")[0])
        assert known is not None
        assert known[0] > 0


@pytest.mark.parametrize("language", Language)
def test_every_weighed_category_has_its_rule(language: Language) -> None:
    weighed = [rule.category for rule in load().rules.values() if rule.weighed]
    assert sorted(weighed) == sorted(load().cue_weights(language).categories)
