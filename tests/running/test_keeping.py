"""Results of earlier runs, as ``check`` uses them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import fields, replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from tonecheck import cache
from tonecheck.cli import cli
from tonecheck.policy import Policy
from tonecheck.running import plan
from tonecheck.running.keeping import Kept, settings_digest
from tonecheck.settings import Settings
from tonecheck.types import (
    Declared,
    Demand,
    FactType,
    Language,
    Recipient,
    Severity,
    Stage,
)

THREAT = "Dear Ms Okafor,\n\nIf invoice 2041 is not paid, we will take you to court.\n\nAnn\n"
RUSSIAN = "Добрый день, Анна!\n\nВы просрочили счёт 14 на 500 рублей. Оплатите немедленно!\n\nИра\n"
NO_REMINDER = "Shopping list: milk, bread, and a new lamp for the hall.\n"
HEAVY = ("spacy", "pymorphy3", "textstat", "holidays", "lemminflect")


@pytest.fixture
def drafts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of three files, with the rule book in the cache and no results."""
    rules = cache.folder()
    monkeypatch.setenv(cache.ENVIRONMENT_VARIABLE, str(tmp_path / "cache"))
    (tmp_path / "cache").mkdir()
    for file in rules.glob("*.json"):
        (tmp_path / "cache" / file.name).symlink_to(file)
    folder = tmp_path / "drafts"
    folder.mkdir()
    (folder / "threat.txt").write_text(THREAT, encoding="utf-8")
    (folder / "russian.txt").write_text(RUSSIAN, encoding="utf-8")
    (folder / "list.txt").write_text(NO_REMINDER, encoding="utf-8")
    monkeypatch.chdir(folder)
    return folder


def run(*arguments: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(cli, ["check", *arguments], input=stdin, catch_exceptions=False)


def results(drafts: Path) -> list[Path]:
    return [file for file in (drafts.parent / "cache" / "results").rglob("*") if file.is_file()]


@pytest.mark.parametrize(
    "form", ["text", "json", "sarif", "github", "gitlab", "junit", "markdown", "html"]
)
def test_a_second_run_says_the_same_byte_for_byte(drafts: Path, form: str) -> None:
    first = run("--format", form)
    assert len(results(drafts)) == 4  # three entries, and the mark of the last pruning
    assert run("--format", form).stdout_bytes == first.stdout_bytes


def test_a_second_run_imports_no_language(drafts: Path) -> None:
    first = run("--format", "text")
    program = (
        "import sys; from tonecheck.cli import cli\n"
        "try: cli(['check', '--format', 'text'])\n"
        "except SystemExit as end: code = end.code\n"
        f"found = [name for name in {HEAVY!r} if name in sys.modules]\n"
        "print(code, found, file=sys.stderr)\n"
    )
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "PYTHONPATH": str(root), "PYTHONIOENCODING": "utf-8"},
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.stderr == "1 []\n"
    assert done.stdout == first.stdout


def test_nothing_is_kept_without_a_cache(drafts: Path) -> None:
    told = run("--no-cache").stdout
    assert results(drafts) == []
    (drafts / "tonecheck.yaml").write_text("cache: false\n", encoding="utf-8")
    assert run().stdout == told
    assert [file.name for file in results(drafts)] in ([], ["pruned"])


def test_standard_input_is_never_kept(drafts: Path) -> None:
    assert run("-", stdin=THREAT).exit_code == 1
    assert [file.name for file in results(drafts)] in ([], ["pruned"])


def recalled(folder: Path) -> dict[str, bool]:
    return {task.path.name: Kept().recall(task) is not None for task in plan([folder]).tasks}


@pytest.mark.parametrize(
    "change",
    [
        lambda folder: (folder / "threat.txt").write_text(THREAT + "!", encoding="utf-8"),
        lambda folder: (folder / "threat.txt").rename(folder / "threat.md"),
        lambda folder: (folder / "tonecheck.yaml").write_text("stage: final\n", encoding="utf-8"),
        lambda folder: (folder / "tonecheck.yaml").write_text("accept: court\n", encoding="utf-8"),
    ],
    ids=["content", "suffix", "stage", "accepted words"],
)
def test_what_decides_makes_a_result_unknown(
    drafts: Path, change: Callable[[Path], object]
) -> None:
    run(".")
    assert set(recalled(drafts).values()) == {True}
    change(drafts)
    assert [known for name, known in recalled(drafts).items() if "threat" in name] == [False]


def test_company_rules_count_by_their_content(drafts: Path) -> None:
    rule = drafts.parent / "house" / "jargon" / "no-kindly.yaml"
    rule.parent.mkdir(parents=True)
    (drafts / "tonecheck.yaml").write_text("rules: ../house\n", encoding="utf-8")
    rule.write_text("# nothing yet\n", encoding="utf-8")
    before = Kept()._key(plan([drafts]).tasks[0], _opened(drafts / "threat.txt"))
    rule.write_text("# something\n", encoding="utf-8")
    assert Kept()._key(plan([drafts]).tasks[0], _opened(drafts / "threat.txt")) != before


def _opened(path: Path) -> object:
    from tonecheck.readers import open_file

    return open_file(path)


def test_what_is_asked_of_a_message_is_asked_anew(drafts: Path) -> None:
    assert run("threat.txt").exit_code == 1
    assert run("threat.txt", "--fail-on", "never").exit_code == 0
    low = run("threat.txt", "--fail-on", "never", "--min-politeness", "99", "--format", "json")
    assert low.exit_code == 1
    assert json.loads(low.stdout)["messages"][0]["path"] == "threat.txt"


def test_a_damaged_folder_of_results_is_no_error(drafts: Path) -> None:
    (drafts.parent / "cache" / "results").write_text("a file, not a folder", encoding="utf-8")
    assert run("threat.txt").exit_code == 1


OTHER = {
    "said": Declared(stage=Stage.FINAL, send_at=datetime(2026, 3, 5, tzinfo=UTC)),
    "assumed": Declared(recipient=Recipient(country="DE", away=((date(2026, 1, 1),) * 2,))),
    "select": frozenset({"threat"}),
    "ignore": frozenset({"guilt"}),
    "policy": Policy((("threat", Severity.WARNING),), ("a",), (("x", FactType.AMOUNT),), True),
    "speech": Language.RU,
}
LEFT_OUT = {
    "demand": Demand(None, 50, 60),
    "rules": (Path("house"),),
    "baseline": Path("known.json"),
    "cache": False,
}


def test_every_setting_is_in_the_digest_or_left_out_for_a_reason() -> None:
    usual = settings_digest(Settings())
    assert {field.name for field in fields(Settings)} == OTHER.keys() | LEFT_OUT.keys()
    for name, value in OTHER.items():
        assert settings_digest(replace(Settings(), **{name: value})) != usual, name
    for name, value in LEFT_OUT.items():
        assert settings_digest(replace(Settings(), **{name: value})) == usual, name


@given(st.lists(st.text(), unique=True), st.lists(st.text(), unique=True))
def test_digests_are_equal_where_settings_are(first: list[str], second: list[str]) -> None:
    def made(select: list[str], accepted: list[str]) -> Settings:
        return Settings(select=frozenset(select), policy=Policy(accepted=tuple(accepted)))

    here, there = made(first, second), made(second, first)
    assert (settings_digest(here) == settings_digest(there)) is (here == there)
    assert settings_digest(here) == settings_digest(made(first[::-1], second))


def test_the_digest_is_the_same_in_every_process() -> None:
    program = (
        "from tonecheck.running.keeping import settings_digest; from tonecheck.settings import "
        "Settings; print(settings_digest(Settings(select=frozenset('abcdefgh'))))"
    )
    root = str(Path(__file__).resolve().parents[2])
    digests = {
        subprocess.run(
            [sys.executable, "-c", program], check=True, capture_output=True,
            env={**os.environ, "PYTHONPATH": root, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(digests) == 1
