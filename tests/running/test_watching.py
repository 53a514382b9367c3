"""``--watch``: what has changed is checked again."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path

import pytest
from click.testing import CliRunner

from tonecheck.cli import cli
from tonecheck.cli_watching import wait_for_change
from tonecheck.running import Checked, plan
from tonecheck.running.watching import Memory, Stamps, beside, stamps

THREAT = "Dear Ms Okafor,\n\nIf invoice 2041 is not paid, we will take you to court.\n\nAnn\n"
CALM = "Dear Ms Okafor,\n\nInvoice 2041 over £480 was due on 12 March. Thank you!\n\nAnn\n"


@pytest.fixture
def drafts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "drafts"
    folder.mkdir()
    (folder / "calm.txt").write_text(CALM, encoding="utf-8")
    (folder / "threat.txt").write_text(THREAT, encoding="utf-8")
    monkeypatch.chdir(folder)
    return folder


def test_what_is_seen_changes_with_files_and_settings(drafts: Path) -> None:
    house = drafts.parent / "house"
    house.mkdir()

    def look() -> Stamps:
        return stamps([Path()], [house], [Path("report.html")])

    seen = [look()]
    (drafts / "calm.txt").write_text(CALM + "!", encoding="utf-8")
    seen.append(look())
    (drafts / "new").mkdir()
    (drafts / "new" / "one.txt").write_text(CALM, encoding="utf-8")
    seen.append(look())
    (drafts.parent / "tonecheck.yaml").write_text("stage: due\n", encoding="utf-8")
    seen.append(look())
    (house / "rule.yaml").write_text("a: b\n", encoding="utf-8")
    seen.append(look())
    (drafts / "threat.txt").unlink()
    seen.append(look())
    assert all(before != after for before, after in pairwise(seen))


def test_what_the_run_writes_and_hidden_folders_do_not_count(drafts: Path) -> None:
    before = stamps([Path()], without=[Path("report.html")])
    (drafts / "report.html").write_text("<p>", encoding="utf-8")
    (drafts / ".git").mkdir()
    (drafts / ".git" / "index").write_text("x", encoding="utf-8")
    assert stamps([Path()], without=[Path("report.html")]) == before


def test_a_plan_rests_on_rules_baseline_and_the_settings_file(drafts: Path) -> None:
    (drafts.parent / "house").mkdir()
    (drafts / "own.yaml").write_text("rules: ../house\nbaseline: known.json\n", encoding="utf-8")
    found = beside(plan([Path()], config=Path("own.yaml")), Path("own.yaml"))
    assert {path.name for path in found} == {"house", "known.json", "own.yaml"}


def test_only_what_changed_is_checked_again(drafts: Path) -> None:
    memory, checked = Memory(), []

    def work(tasks: object) -> list[Checked]:
        names = [task.path.name for task in tasks]  # type: ignore[attr-defined]
        checked.append(names)
        return [Checked(()) for _ in names]

    for change in (
        lambda: None,
        lambda: None,
        lambda: Path("calm.txt").write_text(THREAT, "utf-8"),
    ):
        change()
        found, _ = memory.checked(plan([Path()]).tasks, work)
        assert len(found) == 2
    Path("tonecheck.yaml").write_text("stage: final\n", encoding="utf-8")
    assert memory.checked(plan([Path()]).tasks, work)[1] == {"calm.txt", "threat.txt"}
    assert checked == [["calm.txt", "threat.txt"], [], ["calm.txt"], ["calm.txt", "threat.txt"]]


def test_waiting_ends_with_a_change() -> None:
    looks: Iterator[Stamps] = iter([{}, {}, {"a": (1, 2, 3)}])
    pauses: list[float] = []
    wait_for_change({}, lambda: next(looks), pauses.append)
    assert len(pauses) == 3


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["-"], "standard input cannot be watched"),
        ([".", "--write-baseline", "known.json"], "exclude each other"),
    ],
)
def test_what_cannot_be_watched(drafts: Path, arguments: list[str], said: str) -> None:
    result = CliRunner().invoke(cli, ["check", "--watch", *arguments])
    assert result.exit_code == 2
    assert said in result.stderr


class Session:
    """A run that watches, and what it has said so far."""

    def __init__(self, *arguments: str) -> None:
        root = str(Path(__file__).resolve().parents[2])
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tonecheck", "check", "--watch", *arguments],
            env={**os.environ, "PYTHONPATH": root, "PYTHONIOENCODING": "utf-8"},
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8",
        )  # fmt: skip
        self._patience = threading.Timer(300, self._process.kill)
        self._patience.start()

    def until(self, text: str) -> str:
        """What it says up to the line with a text."""
        said = ""
        assert self._process.stdout is not None
        while line := self._process.stdout.readline():
            said += line
            if text in line:
                return said
        raise AssertionError(f"it ended without saying {text!r}: {said}")

    def end(self) -> int:
        """Its exit code after Ctrl-C."""
        self._process.send_signal(signal.SIGINT)
        return self._process.wait()

    def stop(self) -> None:
        self._patience.cancel()
        self._process.kill()
        self._process.communicate()


@contextmanager
def session(*arguments: str) -> Iterator[Session]:
    one = Session(*arguments)
    try:
        yield one
    finally:
        one.stop()


@pytest.mark.skipif(os.name == "nt", reason="Ctrl-C cannot be sent to one process there")
def test_a_session_from_the_first_report_to_ctrl_c(drafts: Path) -> None:
    options = ("--select", "legal-threat", "--jobs", "1", "--format", "github")
    report = ("--format", "json", "--output", "report.json")
    with session(*options, *report) as watching:
        first = watching.until("Watching for changes")
        assert "file=threat.txt" in first
        (drafts / "calm.txt").write_text(THREAT, encoding="utf-8")
        again = watching.until("file=calm.txt")
        assert "1 file checked again" in again
        assert "file=threat.txt" not in again
        (drafts / "tonecheck.yaml").write_text("stag: final\n", encoding="utf-8")
        assert "did you mean 'stage'?" in watching.until("tonecheck.yaml:1: unknown key 'stag'")
        (drafts / "tonecheck.yaml").write_text(
            "severities: {legal-threat: warning}\n", encoding="utf-8"
        )
        assert "2 files checked again" in watching.until("::warning file=threat.txt")
        assert watching.end() == 0
    assert '"severity": "warning"' in (drafts / "report.json").read_text("utf-8")
