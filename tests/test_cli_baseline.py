"""``check --baseline`` and ``--write-baseline``, and what ``check`` says about suppression."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tonecheck.cli import cli

THREAT = "Dear Ms Okafor,\n\nIf invoice 2041 is not paid, we will take you to court.\n\nAnn\n"
HUSHED = f"---\nignore: {{legal-threat: agreed with legal, guilt: }}\n---\n{THREAT}"
CALM = "Dear Ms Okafor,\n\nInvoice 2041 over £480 was due on 12 March. Thank you!\n\nAnn\n"


@pytest.fixture
def drafts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "threat.txt").write_text(THREAT, encoding="utf-8")
    (tmp_path / "hushed.txt").write_text(HUSHED, encoding="utf-8")
    return tmp_path


def run(*arguments: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(cli, arguments, input=stdin, catch_exceptions=False)


def test_a_baseline_from_the_first_run_to_the_last(drafts: Path) -> None:
    assert run("check", "threat.txt").exit_code == 1
    written = run("check", "threat.txt", "--write-baseline", "known.json")
    assert written.exit_code == 0
    number = len(json.loads((drafts / "known.json").read_text("utf-8"))["findings"])
    assert written.stderr == (
        f"known.json: {number} findings listed; from now on --baseline known.json leaves them out, "
        "or the line “baseline: known.json” in the settings\n"
    )
    assert f"no other findings, {number} suppressed" in written.stdout
    later = run("check", "threat.txt", "--baseline", "known.json")
    assert (later.exit_code, later.stdout, later.stderr) == (0, written.stdout, "")
    (drafts / "threat.txt").write_text(THREAT + "\nPay NOW!!!\n", encoding="utf-8")
    more = run("check", "threat.txt", "--baseline", "known.json")
    assert "!!!" in more.stdout
    assert "legal-threat" not in more.stdout
    (drafts / "threat.txt").write_text(CALM, encoding="utf-8")
    gone = run("check", "threat.txt", "--baseline", "known.json")
    assert gone.exit_code == 0
    assert gone.stderr.startswith("known.json: findings listed here that are gone: ")
    assert run("check", "threat.txt", "--baseline", "known.json", "-q").stderr == ""


def test_a_baseline_in_russian(drafts: Path) -> None:
    told = run("check", "threat.txt", "--write-baseline", "known.json", "--ui-language", "ru")
    assert "теперь с --baseline known.json или со строкой «baseline: known.json» в" in told.stderr
    assert "скрыто" in told.stdout


def test_a_baseline_of_the_settings(drafts: Path) -> None:
    (drafts / "tonecheck.yaml").write_text("baseline: known.json\n", encoding="utf-8")
    missing = run("check", "threat.txt")
    assert missing.exit_code == 2
    assert missing.stderr.endswith(
        "known.json: there is no such baseline; `--write-baseline known.json` writes one\n"
    )
    written = run("check", "threat.txt", "--write-baseline", "known.json")
    assert written.exit_code == 0
    assert written.stderr.endswith("findings listed; from now on they are left out\n")
    later = run("check", "threat.txt")
    assert (later.exit_code, later.stdout, later.stderr) == (0, written.stdout, "")
    (drafts / "other.json").write_text('{"tonecheck-baseline": 1, "findings": []}', "utf-8")
    assert run("check", "threat.txt", "--baseline", "other.json").exit_code == 1


def test_each_settings_file_has_its_baseline(drafts: Path) -> None:
    for name in ("north", "south"):
        folder = drafts / name
        folder.mkdir()
        (folder / "late.txt").write_text(THREAT, encoding="utf-8")
        run("check", name, "--write-baseline", f"{name}/known.json")
        (folder / "tonecheck.yaml").write_text("baseline: known.json\n", encoding="utf-8")
    assert run("check", "north", "south").exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--baseline", "no.json"), "tonecheck: no.json: there is no such baseline; `--write-"),
        (("--baseline", "bad.json"), "tonecheck: bad.json: is no baseline that can be used: "),
        (("--write-baseline", "bad.json"), "tonecheck: bad.json: is no baseline that can be "),
        (("--write-baseline", "no/b.json"), "tonecheck: no/b.json: the baseline cannot be written"),
        (("--baseline", "a", "--write-baseline", "b"), "exclude each other"),
    ],
)
def test_a_baseline_that_cannot_be_used(
    drafts: Path, arguments: tuple[str, ...], said: str
) -> None:
    (drafts / "bad.json").write_text("{}", encoding="utf-8")
    result = run("check", "threat.txt", *arguments)
    assert result.exit_code == 2
    assert said in result.stderr
    assert (drafts / "bad.json").read_text(encoding="utf-8") == "{}"


def test_standard_input_is_in_no_baseline(drafts: Path) -> None:
    assert run("check", "-", "--write-baseline", "known.json", stdin=THREAT).exit_code == 1
    assert json.loads((drafts / "known.json").read_text("utf-8"))["findings"] == []


def test_a_file_suppresses_and_notes_go_to_standard_error(drafts: Path) -> None:
    result = run("check", "hushed.txt", "--select", "threat,guilt")
    assert result.exit_code == 0
    assert result.stderr == (
        "hushed.txt:2: guilt: ignored without a reason; add one, such as “-- agreed with legal”\n"
        "hushed.txt:2: nothing to ignore here: guilt; take this out\n"
    )
    assert "1 message: no other findings, 1 suppressed\n" in result.stdout
    verbose = run("check", "hushed.txt", "--select", "threat,guilt", "-v").stdout
    assert re.search(r"\n    6:\d+ +legal-threat: agreed with legal\n", verbose)
    notes = json.loads(run("check", "hushed.txt", "--format", "json").stdout)["notes"]
    assert [(note["path"], note["line"]) for note in notes] == [("hushed.txt", 2)] * 2


def test_fix_leaves_what_the_file_suppresses_and_mends_what_a_baseline_lists(drafts: Path) -> None:
    run("check", "threat.txt", "--write-baseline", "known.json")
    assert run("fix", "--unsafe", "--select", "threat", "threat.txt", "hushed.txt").exit_code == 0
    assert "court" not in (drafts / "threat.txt").read_text(encoding="utf-8")
    assert (drafts / "hushed.txt").read_text(encoding="utf-8") == HUSHED


def test_the_settings_name_a_baseline(drafts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (drafts / "tonecheck.yaml").write_text("baseline: lists/known.json\n", encoding="utf-8")
    (drafts / "lists").mkdir()
    absent = run("check", "threat.txt")
    assert absent.exit_code == 2
    assert "there is no such baseline; `--write-baseline lists/known.json`" in absent.stderr
    assert run("check", "--write-baseline", "lists/known.json").exit_code == 0
    assert run("check", "threat.txt").exit_code == 0
    (drafts / "inner").mkdir()
    monkeypatch.chdir(drafts / "inner")
    assert run("check", "../threat.txt").exit_code == 0
    (drafts / "other.json").write_text('{"tonecheck-baseline": 1, "findings": []}', "utf-8")
    assert run("check", "../threat.txt", "--baseline", "../other.json").exit_code == 1


def test_several_settings_files_have_a_baseline_each(drafts: Path) -> None:
    for name in ("one", "two"):
        (drafts / name).mkdir()
        (drafts / name / "threat.txt").write_text(THREAT, encoding="utf-8")
        run("check", name, "--write-baseline", f"{name}/known.json")
    assert run("check", "one", "two").exit_code == 1
    for name in ("one", "two"):
        (drafts / name / "tonecheck.yaml").write_text("baseline: known.json\n", encoding="utf-8")
    both = run("check", "one", "two")
    assert (both.exit_code, both.stderr) == (0, "")
    assert run("check", "one", "two", "threat.txt").exit_code == 1
