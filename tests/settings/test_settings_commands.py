"""config, init and settings at the command line; the documentation of settings."""

from __future__ import annotations

import os
import pickle
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.settings.library import write
from tonecheck.cli import cli
from tonecheck.cli_settings import starter
from tonecheck.running import plan
from tonecheck.settings.keys import KEYS
from tonecheck.settings.reading import read_settings
from tonecheck.types import Language

ROOT = Path(__file__).resolve().parent.parent.parent
PAGE = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
THREAT = "Dear Ms Okafor,\n\nIf invoice 2041 is not paid, we will take you to court.\n\nAnn\n"
LOUD = "Dear Ms Okafor,\n\nplease pay invoice 2041 over £480!!\n\nAnn"


@pytest.fixture
def drafts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write(tmp_path, THREAT, "threat.txt")
    write(tmp_path, LOUD, "loud.txt")
    return tmp_path


def run(*arguments: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(cli, arguments, input=stdin, catch_exceptions=False)


@pytest.mark.parametrize(
    ("settings", "arguments", "code"),
    [
        ("", (), 1),
        ("fail_on: never", (), 0),
        ("fail_on: never", ("--fail-on", "error"), 1),
        ("fail_on: never\nmin_politeness: 100", (), 1),
        ("fail_on: never\nmin_politeness: 100", ("--min-politeness", "0"), 0),
        ("paths: [{match: threat.txt, fail_on: never}]", ("threat.txt",), 0),
        ("paths: [{match: threat.txt, fail_on: never}]", ("loud.txt", "threat.txt"), 1),
        ("exclude: ['*.txt']", ("threat.txt",), 0),
        ("select: [guilt]", (), 0),
        ("select: [guilt]", ("--select", "threat"), 1),
        ("stag: due", (), 2),
    ],
)
def test_exit_code_by_settings(
    drafts: Path, settings: str, arguments: tuple[str, ...], code: int
) -> None:
    write(drafts, settings)
    assert run("check", *arguments).exit_code == code


def test_mistakes_are_said_one_a_line_and_nothing_is_checked(drafts: Path) -> None:
    write(drafts, "stage: due\nstag: due\nkind: x\n")
    result = run("check")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.splitlines() == [
        "tonecheck.yaml:2: unknown key 'stag'; did you mean 'stage'?",
        'tonecheck.yaml:3: kind is "x"; expected one of draft, template, auto',
    ]
    russian = run("check", "--ui-language", "ru").stderr
    assert russian.startswith("tonecheck.yaml:2: неизвестный ключ «stag»; может быть, «stage»?\n")
    write(drafts, "ui_language: ru\nstag: due\nkind: x\n")
    assert run("check").stderr.startswith("tonecheck.yaml:2: неизвестный ключ «stag»;")


def test_a_broken_rule_of_the_company_is_said_once(drafts: Path) -> None:
    write(drafts, "rules: house")
    write(drafts / "house" / "jargon", "severity: bad\n", "x.yaml")
    result = run("check")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.count("x.yaml, line 1: ") == 1


def test_what_exclude_leaves_out_is_noted(drafts: Path) -> None:
    write(drafts, "exclude: ['*.txt']")
    assert run("check", "loud.txt").stderr == "loud.txt: left out by exclude in the settings\n"
    both = run("check", "loud.txt", "threat.txt", "--ui-language", "ru")
    assert both.stderr == "tonecheck: 2 пути: не проверяется: так велит exclude в настройках\n"
    assert run("fix", "loud.txt").stderr == "loud.txt: left out by exclude in the settings\n"


def test_the_language_of_the_settings_is_spoken(drafts: Path) -> None:
    write(drafts, "ui_language: ru")
    assert "ошибка" in run("check", "threat.txt").stdout
    assert "error" in run("check", "threat.txt", "--ui-language", "en").stdout
    assert "правк" in run("fix", "loud.txt", "--diff").stderr


def test_standard_input_goes_by_the_current_folder(drafts: Path) -> None:
    write(drafts, "fail_on: never\nseverities: {legal-threat: suggestion}")
    result = run("check", "-", stdin=THREAT)
    assert result.exit_code == 0
    assert "suggestion  3:30" in result.stdout


def test_fix_goes_by_the_settings(drafts: Path) -> None:
    write(drafts, "paths: [{match: loud.txt, severities: {repeated-punctuation: off}}]")
    assert run("fix", ".").exit_code == 0
    assert (drafts / "loud.txt").read_text("utf-8") == LOUD
    (drafts / "tonecheck.yaml").unlink()
    assert run("fix", ".").exit_code == 0
    assert "£480!\n" in (drafts / "loud.txt").read_text("utf-8")


def test_select_knows_the_companys_rules(drafts: Path) -> None:
    write(drafts, "rules: house")
    rule = "severity: error\nen:\n  why: W.\n  advice: A.\n  phrases: [invoice]\n"
    write(drafts / "house" / "jargon", rule, "our-word.yaml")
    assert "our-word" in run("check", "--select", "our-word").stdout
    assert "our-word" in run("rules").stdout
    assert run("explain", "our-word").exit_code == 0
    (drafts / "tonecheck.yaml").unlink()
    assert "there is no rule or category" in run("check", "--select", "our-word").stderr


def test_config_shows_each_setting_with_its_origin(drafts: Path) -> None:
    write(drafts, "preset: formal\npaths:\n  - match: s*\n    channel: sms\n")
    write(drafts, f"---\nstage: final\n---\n{THREAT}", "s.txt")
    rows = [re.split(r"\s{2,}", line.strip()) for line in run("config", "s.txt").stdout.split("\n")]
    assert rows[0] == ["Settings for s.txt, from tonecheck.yaml"]
    for row in (
        ["preset", "formal", "tonecheck.yaml:1"],
        ["language", "auto", "default"],
        ["stage", "final", "the message itself"],
        ["channel", "sms", "tonecheck.yaml:4 (paths: s*)"],
        ["min_clarity", "60", "preset formal"],
        ["missing-thanks", "off", "preset formal"],
    ):
        assert row in rows


def test_config_hides_what_a_stronger_severity_takes_the_place_of(drafts: Path) -> None:
    write(
        drafts,
        "severities: {legal-threat: off}\npaths: [{match: '*', severities: {threat: error}}]",
    )
    shown = run("config", "a.txt").stdout
    assert "threat  error" in shown
    assert "legal-threat" not in shown


def test_config_says_where_nothing_was_found_and_what_is_left_out(drafts: Path) -> None:
    assert "tonecheck.yaml" in run("config").stdout.splitlines()[-1]
    assert "действует то, что по умолчанию" in run("config", "--ui-language", "ru").stdout
    write(drafts, "exclude: [loud.txt]")
    assert "left out by exclude" in run("config", "loud.txt").stdout


def test_config_names_mistakes_instead(drafts: Path) -> None:
    write(drafts, "stag: due")
    result = run("config")
    assert (result.exit_code, result.stdout) == (2, "")


@pytest.mark.parametrize("language", Language)
def test_init_writes_a_file_that_works(drafts: Path, language: Language) -> None:
    assert run("init", "--ui-language", language.value).exit_code == 0
    written = (drafts / "tonecheck.yaml").read_text("utf-8")
    assert written == starter(language)
    assert run("check", "threat.txt").exit_code == 1


@pytest.mark.parametrize("language", Language)
def test_every_example_in_the_file_of_init_is_valid(drafts: Path, language: Language) -> None:
    active = re.sub(r"(?m)^#(?=\S| {2})", "", starter(language))
    file = read_settings(write(drafts, active))
    assert file is not None
    assert file.problems == ()
    assert len(file.entries) > 12
    assert len(file.sections) == 2


@pytest.mark.parametrize(
    ("name", "text"),
    [("tonecheck.yaml", ""), ("tonecheck.yml", ""), ("pyproject.toml", "[tool.tonecheck]\n")],
)
def test_init_never_overwrites(drafts: Path, name: str, text: str) -> None:
    write(drafts, text, name)
    result = run("init")
    assert result.exit_code == 2
    assert f"{name} is there already; nothing was written" in result.stderr
    assert (drafts / name).read_text("utf-8") == text
    assert name == "tonecheck.yaml" or not (drafts / "tonecheck.yaml").exists()


def test_init_does_not_mind_another_tools_pyproject_and_names_the_file_above(drafts: Path) -> None:
    write(drafts, "[tool.ruff]\n", "pyproject.toml")
    write(drafts.parent, "", "tonecheck.yaml")
    try:
        assert "takes the place of ../tonecheck.yaml" in run("init").stdout
    finally:
        (drafts.parent / "tonecheck.yaml").unlink()


def test_planning_takes_no_language_and_goes_to_other_processes(drafts: Path) -> None:
    write(drafts, "preset: gentle\naccept: [Final Touch]\ncountry: GB\nignore: [threat]\n")
    made = plan([Path()])
    assert pickle.loads(pickle.dumps(made)) == made
    code = (
        "import sys, pathlib, tonecheck.running as r; r.plan([pathlib.Path()]);"
        "print(sorted({'spacy', 'pymorphy3', 'numpy', 'jsonschema'} & sys.modules.keys()))"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment
    )
    assert done.stdout == "[]\n"


def test_every_key_is_documented_and_every_documented_key_is_there() -> None:
    rows = re.findall(r"^\| `(\w+)`( ¹)? \|", PAGE, re.MULTILINE)
    documented = {name: bool(mark) for name, mark in rows}
    assert documented == {
        **{name: not key.anywhere for name, key in KEYS.items()},
        "paths": True,
        "sequence": True,
    }


def test_the_example_of_the_page_is_the_one_that_ships() -> None:
    shown = re.search(
        r"<!-- examples/company/tonecheck.yaml -->\n```yaml\n(.*?)```", PAGE, re.DOTALL
    )
    assert shown is not None
    assert shown[1] == (ROOT / "examples/company/tonecheck.yaml").read_text(encoding="utf-8")
    rule = re.search(r"# house-rules/jargon/our-slang.yaml\n(.*?)```", PAGE, re.DOTALL)
    assert rule is not None
    shipped = ROOT / "examples/company/house-rules/jargon/our-slang.yaml"
    assert shipped.read_text(encoding="utf-8") == rule[1]


def test_the_page_shows_what_config_really_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    shown = re.search(r"<!-- tonecheck (config .*?) -->\n```text\n(.*?)```", PAGE, re.DOTALL)
    assert shown is not None
    assert run(*shown[1].split(), "--color", "never").stdout == shown[2]


def test_the_python_on_the_page_runs(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    example = re.search(r"```python\n(.*?)```", PAGE, re.DOTALL)
    assert example is not None
    exec(example[1], {})
    assert "examples/company/sms/last.txt False []" in capsys.readouterr().out


def test_the_mistakes_on_the_page_are_said_like_that(drafts: Path) -> None:
    write(
        drafts,
        "language: en\nstag: due\n\nseverities:\n\n  thret: off\n"
        "paths:\n  - match: a\n    cache: no\n",
    )
    (shown,) = re.findall(r"```text\n(tonecheck.yaml:2.*?)```", PAGE, re.DOTALL)
    assert run("check").stderr == shown


def test_the_library_of_the_page_holds_what_it_asks_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert run("check", "examples/company").exit_code == 0
