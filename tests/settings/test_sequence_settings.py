"""The key ``sequence``: which files follow each other, and when."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tonecheck.cli import cli
from tonecheck.running import plan
from tonecheck.sequence import ReminderSequence, Step
from tonecheck.settings import SettingsError
from tonecheck.types import Language, Stage

KIND = """Dear Ms Novak,

Thank you for your order. Invoice 4471 for $310.00 {due} 5 March 2026. Could you please pay it by
bank transfer, or reply to me if you need more time?

Kind regards,
Tom Hale
"""
HARSH = "Dear Ms Novak,\n\nPay invoice 4471 over $310.00, due on 5 March 2026, at once!!!\n"
SETTINGS = """sequence:
  - name: rent
    steps:
      - file: a.txt
        stage: pre-due
        day: -3
      - {file: "b [2].txt", stage: overdue, day: +7}
      - file: last.txt
        stage: final
        day: 8
"""


@pytest.fixture
def company(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "tonecheck.yaml").write_text(SETTINGS, encoding="utf-8")
    (tmp_path / "a.txt").write_text(HARSH, encoding="utf-8")
    (tmp_path / "b [2].txt").write_text(KIND.format(due="was due on"), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, arguments, catch_exceptions=False)


def found(*arguments: str) -> dict[str, set[str]]:
    data = json.loads(run("check", ".", "--format", "json", *arguments).stdout)
    return {m["path"]: {f["rule"] for f in m["findings"]} for m in data["messages"]}


def test_a_sequence_is_read_with_its_files_beside_the_settings(company: Path) -> None:
    steps = (
        Step(company / "a.txt", Stage.PRE_DUE, -3),
        Step(company / "b [2].txt", Stage.OVERDUE, 7),
        Step(company / "last.txt", Stage.FINAL, 8),
    )
    assert plan([company]).sequences == (ReminderSequence("rent", steps),)


def test_a_step_tells_the_stage_of_its_file(company: Path) -> None:
    assumed = {task.path.name: task.settings.assumed.stage for task in plan([company]).tasks}
    assert assumed == {"a.txt": Stage.PRE_DUE, "b [2].txt": Stage.OVERDUE}
    assert "tonecheck.yaml:7 (sequence)" in run("config", "b [2].txt").stdout


def test_paths_have_the_last_word_on_a_stage(company: Path) -> None:
    text = SETTINGS + "paths: [{match: a.txt, stage: due}]\n"
    (company / "tonecheck.yaml").write_text(text, encoding="utf-8")
    assert plan([company / "a.txt"]).tasks[0].settings.assumed.stage is Stage.DUE


def test_messages_of_a_run_are_compared(company: Path) -> None:
    assert "sequence-tone" in found()["a.txt"]
    (company / "last.txt").write_text(KIND.format(due="was due on"), encoding="utf-8")
    assert {"sequence-spacing", "near-duplicate"} <= found()["last.txt"]
    assert "sequence-spacing" not in found("--ignore", "sequence-spacing")["last.txt"]
    assert found("--select", "sequence-spacing")["last.txt"] == {"sequence-spacing"}


def test_severities_hold_for_comparisons(company: Path) -> None:
    text = SETTINGS + "severities: {sequence-tone: off}\n"
    (company / "tonecheck.yaml").write_text(text, encoding="utf-8")
    assert "sequence-tone" not in found()["a.txt"]


def test_a_step_that_nobody_wrote_is_missing(company: Path) -> None:
    (company / "b [2].txt").unlink()
    (company / "last.txt").write_text(KIND.format(due="was due on"), encoding="utf-8")
    assert {"missing-step", "final-without-reminder"} <= found()["last.txt"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("sequence: rent", '1: sequence is "rent"; expected a list of sequences, each with steps'),
        ("sequence:\n  - name: rent", "2: a sequence needs steps"),
        ("sequence:\n  - steps: a.txt", 'is "a.txt"; expected a list of steps, each with file'),
        ("sequence:\n  - steps:\n      - day: 3", "3: a step needs file"),
        ("sequence:\n  - steps: [{file: a, stge: due}]", "did you mean 'stage'?"),
        ("sequence:\n  - steps: [{file: a, stage: du}]", "did you mean 'due'?"),
        ("sequence:\n  - steps: [{file: a, day: soon}]", "expected a whole number of days from"),
        ("sequence:\n  - steps: [a.txt]", "expected a group of the keys file, stage, day"),
        ("sequenc: []", "did you mean 'sequence'?"),
    ],
)
def test_mistakes_are_named(company: Path, text: str, said: str) -> None:
    (company / "tonecheck.yaml").write_text(text + "\n", encoding="utf-8")
    with pytest.raises(SettingsError) as error:
        plan([company])
    assert said in error.value.said(Language.EN)
    assert error.value.said(Language.RU) != error.value.said(Language.EN)
