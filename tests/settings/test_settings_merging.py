"""Who has the last word, as properties and as examples."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.settings.library import settings, write
from tonecheck.settings import Given, Library, Origin, Source
from tonecheck.settings.keys import KEYS
from tonecheck.settings.merging import Overrides, in_force, merge, option, settings_of
from tonecheck.settings.values import Entries
from tonecheck.types import Channel, Declared, Severity, Stage

ORIGINS = st.builds(Origin, st.sampled_from(Source), st.text(max_size=3), st.integers(1, 9))
GIVEN = st.lists(st.builds(Given, st.text(max_size=3), ORIGINS), max_size=3).map(tuple)
LAYERS = st.dictionaries(st.sampled_from(sorted(KEYS)), GIVEN, max_size=5)


@given(st.lists(LAYERS, max_size=5))
def test_of_a_key_the_last_layer_holds_or_all_add_up(layers: list[Entries]) -> None:
    merged = merge(layers)
    assert merged.keys() == {key for layer in layers for key in layer}
    for key, found in merged.items():
        saying = [layer[key] for layer in layers if key in layer]
        assert found == (sum(saying, ()) if KEYS[key].adds else saying[-1])


@given(LAYERS, LAYERS, LAYERS)
def test_layers_may_be_merged_in_any_grouping(one: Entries, two: Entries, three: Entries) -> None:
    assert merge([merge([one, two]), three]) == merge([one, merge([two, three])])


@given(LAYERS)
def test_an_empty_layer_changes_nothing(layer: Entries) -> None:
    assert merge([{}, layer, {}]) == merge([layer])


TEXT = """
stage: due
ignore: [missing-thanks]
severities: {threat: suggestion}
paths:
  - match: sms/**
    channel: sms
    stage: overdue
    ignore: [missing-reason]
    severities: {legal-threat: warning}
  - match: [sms/last*, final/]
    stage: final
    severities: {legal-threat: off}
"""


@pytest.mark.parametrize(
    ("path", "stage", "channel", "severity"),
    [
        ("a.txt", Stage.DUE, None, Severity.SUGGESTION),
        ("sms/a.txt", Stage.OVERDUE, Channel.SMS, Severity.WARNING),
        ("sms/last.txt", Stage.FINAL, Channel.SMS, None),
        ("deep/final/x/y.txt", Stage.FINAL, None, None),
    ],
)
def test_a_later_entry_that_matches_wins(
    tmp_path: Path, path: str, stage: Stage, channel: Channel | None, severity: Severity | None
) -> None:
    found = settings(tmp_path, TEXT, path)
    assert (found.assumed.stage, found.assumed.channel) == (stage, channel)
    assert found.policy.severities[-1][1] is severity


def test_what_is_ignored_adds_up(tmp_path: Path) -> None:
    found = settings(tmp_path, TEXT, "sms/a.txt")
    assert found.ignore == {"missing-thanks", "missing-reason"}


def test_the_command_line_has_the_last_word(tmp_path: Path) -> None:
    write(tmp_path, "stage: due\nlanguage: ru\nselect: [threat]\nfail_on: never\n")
    overrides = Overrides(
        Declared(stage=Stage.FINAL),
        {
            "stage": option("--stage", ["final"]),
            "language": option("--language", ["auto"]),
            "select": option("--select", ["guilt"]),
            "fail_on": option("--fail-on", ["warning"]),
        },
    )
    found = Library(overrides).settings_for(tmp_path / "a.txt")
    assert (found.said.stage, found.assumed.language) == (Stage.FINAL, None)
    assert (found.select, found.demand.fail_on) == ({"guilt"}, Severity.WARNING)


def test_a_preset_is_weaker_than_the_file_and_may_differ_by_path(tmp_path: Path) -> None:
    text = "preset: gentle\nmin_politeness: 30\npaths: [{match: b2b/, preset: formal}]\n"
    here, formal = settings(tmp_path, text), settings(tmp_path, text, "b2b/a.txt")
    assert (here.demand.min_politeness, here.demand.min_clarity) == (30, None)
    assert (formal.demand.min_politeness, formal.demand.min_clarity) == (30, 60)
    assert ("missing-thanks", Severity.WARNING) in here.policy.severities
    assert ("missing-thanks", None) in formal.policy.severities
    assert ("missing-thanks", Severity.WARNING) not in formal.policy.severities


def test_a_list_may_be_emptied_for_a_path(tmp_path: Path) -> None:
    text = "select: [threat]\npaths: [{match: a.txt, select: []}]\n"
    assert settings(tmp_path, text).select == frozenset()
    assert settings(tmp_path, text, "b.txt").select == {"threat"}


def test_a_rule_counts_more_than_its_category_in_the_same_place(tmp_path: Path) -> None:
    found = settings(tmp_path, "severities: {legal-threat: error, threat: off}")
    assert found.policy.severities == (("threat", None), ("legal-threat", Severity.ERROR))


def test_each_value_knows_where_it_comes_from(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path, TEXT)
    message = {"stage": (Given("disputed", Origin(Source.MESSAGE)),)}
    entries = Library().entries_for(Path("sms/last.txt"), message)
    assert entries["stage"][0].origin.source is Source.MESSAGE
    assert entries["channel"][0].origin == Origin(Source.PATHS, "tonecheck.yaml", 7, "sms/**")
    assert [g.origin.line for g in entries["ignore"]] == [3, 9]
    assert entries["language"][0].origin == Origin(Source.DEFAULT)


def test_what_only_the_defaults_say_is_nobodys_word() -> None:
    found = settings_of(in_force(None, (), Overrides()), Overrides())
    assert found.assumed == Declared()
