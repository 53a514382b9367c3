"""Settings files as they are written, with every mistake that people make in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.settings.library import problems, settings, write
from tonecheck.rulebook import load
from tonecheck.rulenames import rule_names
from tonecheck.settings import Library
from tonecheck.settings.presets import PRESETS
from tonecheck.settings.reading import preset, read_settings
from tonecheck.types import Channel, Demand, FactType, Kind, Language, Severity, Stage

MISTAKES = {
    "unknown key": ("language: en\nstag: due", "2: unknown key 'stag'; did you mean 'stage'?"),
    "hyphen": ("fail-on: error", "1: unknown key 'fail-on'; did you mean 'fail_on'?"),
    "nothing like it": ("xyzzy: 1", "1: unknown key 'xyzzy'; expected preset, language"),
    "unknown word": ("stage: dew", 'stage is "dew"; expected one of pre-due, due, overdue'),
    "near word": ("channel: emial", "; did you mean 'email'?"),
    "a list for a word": ("stage: [due]", "1: stage is a list; expected one of"),
    "keys for a word": ("stage: {due: 1}", "1: stage is a group of keys; expected one of"),
    "too many points": ("min_clarity: 101", 'min_clarity is "101"; expected a whole number from 0'),
    "no points": ("min_clarity: high", 'min_clarity is "high"; expected a whole number'),
    "below nought": ("min_clarity: -1", 'min_clarity is "-1"; expected a whole number'),
    "unknown rule": ("ignore: [threat, legal-thret]", "'legal-thret'; did you mean 'legal-th"),
    "rule unlike any": ("ignore: [zzz]", "'zzz'; `tonecheck rules` lists them"),
    "severity of what": ("severities: {thret: off}", "'thret'; did you mean 'threat'?"),
    "what severity": ("severities:\n  threat: eror", '2: severities.threat is "eror"; expected'),
    "severities listed": ("severities: [threat]", "expected rules or categories, each with a"),
    "unknown fact": ("placeholders: {x: amonut}", "placeholders.x is \"amonut\"; expected one of"),
    "unknown preset": ("preset: soft", 'preset is "soft"; expected one of gentle, standard'),
    "unknown country": ("country: XX", "1: unknown country 'XX'"),
    "unknown zone": ("recipient_tz: Berlin", "did you mean Europe/Berlin?"),
    "no truth": ("cache: maybe", 'cache is "maybe"; expected true or false'),
    "bad pattern": ("exclude: ['!']", 'exclude is "!"; expected a pattern as in .gitignore'),
    "this folder": ("exclude: ./old/", 'exclude is "./old/"; expected a pattern as in .gitignore, '
                    "such as sms/** or *.po; did you mean 'old/'?"),
    "Windows": (r"exclude: sms\**", "did you mean 'sms/**'?"),
    "folder above": ("paths:\n  - match: ../old/**", '2: match is "../old/**"; expected a pattern'),
    "open bracket": ("include: ['*.[jt', '*.t[xy]t', '[]a]']", '1: include is "*.[jt"; exp'),
    "no such folder": ("rules: nowhere", 'rules is "nowhere"; expected a folder that is there'),
    "not texts": ("accept: [{a: 1}]", "accept is a group of keys; expected a text, or a list"),
    "no match": ("paths:\n  - stage: due", "2: an entry of paths needs match"),
    "bad match": ("paths:\n  - match: '!'", '2: match is "!"; expected a pattern'),
    "paths no list": ("paths: {match: a}", "1: paths is a group of keys; expected a list of"),
    "entry no keys": ("paths: [a]", "1: paths is \"a\"; expected a group of keys with match"),
    "wrong place": ("paths:\n  - match: a\n    cache: no", "3: 'cache' holds for the whole file"),
    "unknown inside": ("paths:\n  - match: a\n    stag: due", "3: unknown key 'stag'; did"),
    "given twice": ("stage: due\n\nstage: final", "3: 'stage' stands in line 1 already"),
    "twice inside": ("severities:\n  threat: off\n  threat: error", "3: 'threat' stands in line 2"),
    "tab": ("severities:\n\tthreat: off", "2: a tab; indent with spaces"),
    "broken": ("stage: due\n  a: 'b", "2: not valid YAML: "),
    "control character": ("stage: due\n\x07", "2: not valid YAML: "),
    "endless anchor": ("paths: &a [*a]", "1: an anchor that contains itself"),
    "a list": ("- stage", "1: expected keys with values, such as `stage: due`"),
    "a text": ("stage", "1: expected keys with values"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_named_with_its_line(tmp_path: Path, text: str, expected: str) -> None:
    (found,) = problems(tmp_path, text)
    assert expected in found


def test_all_mistakes_are_named_at_once(tmp_path: Path) -> None:
    text = "stag: due\nstage: x\npaths:\n- match: a\n  kind: y\n"
    assert [found[:2] for found in problems(tmp_path, text)] == ["1:", "2:", "5:"]


TOML_MISTAKES = {
    "key": ('[tool.tonecheck]\nstag = "due"', "2: unknown key 'stag'"),
    "word": ('[tool.other]\nstage = 1\n[tool.tonecheck]\nstage = "x"', '4: stage is "x"'),
    "table": ('[tool.tonecheck.severities]\nthreat = "of"', "2: severities.threat is"),
    "dotted": ('[tool]\ntonecheck.severities.threat = "of"', "2: severities.threat is"),
    "second entry": (
        '[[tool.tonecheck.paths]]\nmatch = "a"\n[[tool.tonecheck.paths]]\nmatch="b"\nstage="x"',
        '5: stage is "x"',
    ),
    "inline": ('[tool.tonecheck]\npaths = [\n{match = "a", stage = "x"}]', '2: stage is "x"'),
    "no table": ("[tool]\ntonecheck = 1", "2: expected keys with values"),
    "broken": ("\n[tool.tonecheck\n", "2: not valid TOML: "),
    "cut off": ('[tool.tonecheck]\nstage = "', "2: not valid TOML: "),
}


@pytest.mark.parametrize(("text", "expected"), TOML_MISTAKES.values(), ids=TOML_MISTAKES)
def test_mistakes_in_toml_have_lines_too(tmp_path: Path, text: str, expected: str) -> None:
    (found,) = problems(tmp_path, text, "pyproject.toml")
    assert expected in found


def test_a_pyproject_without_our_table_holds_no_settings(tmp_path: Path) -> None:
    assert read_settings(write(tmp_path, "[tool.ruff]\n", "pyproject.toml")) is None


def test_a_file_that_is_no_utf8_is_refused_with_its_line(tmp_path: Path) -> None:
    place = write(tmp_path, "")
    place.write_bytes("stage: due\naccept: [Café]".encode("cp1252"))
    file = read_settings(place)
    assert file is not None
    assert [(p.line, p.said(None)[-36:]) for p in file.problems] == [
        (2, "is not UTF-8; save the file as UTF-8")
    ]


@pytest.mark.parametrize("text", ["", "# nothing\n", "---\n", "stage:\n", "\ufeff"])
def test_a_file_may_be_empty(tmp_path: Path, text: str) -> None:
    assert settings(tmp_path, text) == settings(tmp_path / "other", "{}")


def test_a_byte_order_mark_is_passed_over(tmp_path: Path) -> None:
    assert settings(tmp_path, "\ufeffstage: due").assumed.stage is Stage.DUE


def test_words_that_yaml_takes_for_something_else_mean_what_they_say(tmp_path: Path) -> None:
    found = settings(tmp_path, "country: NO\nseverities: {threat: off, guilt: OFF}\nstage: Due\n")
    assert found.assumed.recipient is not None
    assert found.assumed.recipient.country == "NO"
    assert found.policy.severities == (("threat", None), ("guilt", None))
    assert found.assumed.stage is Stage.DUE


def test_an_anchor_and_a_merge_key_save_writing(tmp_path: Path) -> None:
    text = """
paths:
  - &short {match: sms/**, channel: sms, fail_on: never}
  - <<: *short
    match: chat/**
    channel: messenger
"""
    found = settings(tmp_path, text, "chat/a.txt")
    assert (found.assumed.channel, found.demand) == (Channel.MESSENGER, Demand(fail_on=None))


def test_an_anchor_used_a_million_times_takes_no_time(tmp_path: Path) -> None:
    bomb = "a: &a0 [x]\n" + "".join(f"b{n}: &a{n + 1} [{f'*a{n}, ' * 9}]\n" for n in range(20))
    assert len(problems(tmp_path, bomb)) == 21


def test_every_key_reaches_the_settings(tmp_path: Path) -> None:
    (tmp_path / "house").mkdir()
    found = settings(
        tmp_path,
        """
language: ru
stage: final
channel: letter
kind: template
country: de
recipient_tz: Europe/Berlin
ui_language: ru
fail_on: suggestion
min_politeness: 40
min_clarity: 50
select: threat
ignore: [legal-threat]
severities: {legal-threat: off, guilt: error}
accept: ["Final   Touch"]
placeholders: {"%1$s": due-date}
preview: [threat]
rules: house
baseline: old/baseline.json
cache: false
""",
    )
    said = found.assumed
    assert (said.language, said.stage, said.channel) == (Language.RU, Stage.FINAL, Channel.LETTER)
    assert said.kind is Kind.TEMPLATE
    assert said.recipient is not None
    assert (said.recipient.country, said.recipient.time_zone) == ("DE", "Europe/Berlin")
    assert found.speech is Language.RU
    assert found.demand == Demand(Severity.SUGGESTION, 40, 50)
    assert (found.select, found.ignore) == ({"threat"}, {"legal-threat"})
    assert found.policy.severities == (("guilt", Severity.ERROR), ("legal-threat", None))
    assert found.policy.accepted == ("Final Touch",)
    assert found.policy.placeholders == (("%1$s", FactType.DUE_DATE),)
    assert found.policy.preview == {"threat"}
    assert found.rules == (tmp_path / "house",)
    assert found.baseline == tmp_path / "old" / "baseline.json"
    assert not found.cache


def test_toml_says_the_same(tmp_path: Path) -> None:
    yaml = "stage: due\nmin_clarity: 50\nseverities: {threat: off}\npreview: true\n"
    toml = 'stage="due"\nmin_clarity=50\nseverities={threat="off"}\npreview=true\n'
    write(tmp_path / "toml", f"[tool.tonecheck]\n{toml}", "pyproject.toml")
    assert Library().settings_for(tmp_path / "toml" / "a") == settings(tmp_path / "yaml", yaml)


@pytest.mark.parametrize("name", PRESETS)
def test_a_preset_names_rules_that_there_are_and_no_whole_category(name: str) -> None:
    """A category in a preset would change a company's rules as well."""
    names = {given.value.name for given in preset(name).get("severities", ())}  # type: ignore[union-attr]
    assert names <= rule_names().keys()


@pytest.mark.parametrize("name", PRESETS)
def test_no_preset_makes_harsh_words_milder(name: str) -> None:
    harsh = {"threat", "accusation", "guilt", "pressure", "rudeness", "penalty", "inconsistent"}
    for given in preset(name).get("severities", ()):
        pair = given.value
        rule = load().rules[pair.name]  # type: ignore[union-attr]
        if rule.category in harsh:
            assert pair.value.rank <= rule.severity.rank  # type: ignore[union-attr]
