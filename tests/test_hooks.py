"""The hooks and the steps of the action, run on a real git repository."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from tonecheck.readers.discovery import DEFAULT_SUFFIXES

ROOT = Path(__file__).resolve().parent.parent
ASKED = "TONECHECK_TRY_HOOKS"

HARSH = "Dear Ms Novak,\n\nPay invoice 4471 now or we will take you to court!!!\n"
KIND = (
    "Dear Ms Novak,\n\nThank you for your order. Invoice 4471 for $310.00 was due on 5 March 2026. "
    "Could you please pay it by bank transfer by 20 March, or reply if you need more time?\n\n"
    "Kind regards,\nTom Hale\n"
)


def git(folder: Path, *arguments: str) -> str:
    identity = ["-c", "user.name=Ann", "-c", "user.email=ann@example.com"]
    return subprocess.run(
        ["git", *identity, *arguments], cwd=folder, check=True, capture_output=True, text=True
    ).stdout


@pytest.fixture
def company(tmp_path: Path) -> Path:
    """A repository with a harsh and a kind reminder."""
    folder = tmp_path / "company"
    (folder / "reminders").mkdir(parents=True)
    git(tmp_path, "init", "-q", str(folder))
    (folder / "reminders" / "harsh.txt").write_text(HARSH, encoding="utf-8")
    (folder / "reminders" / "kind.txt").write_text(KIND, encoding="utf-8")
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "Reminders")
    return folder


@pytest.fixture(scope="module")
def environments(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Where the environments of hooks are kept: built once for all tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PRE_COMMIT_HOME", str(tmp_path_factory.mktemp("pre-commit")))
        yield


@pytest.mark.usefixtures("environments")
@pytest.mark.skipif(ASKED not in os.environ, reason=f"installs tonecheck anew; set {ASKED}=1")
class TestHooks:
    """`pre-commit try-repo` builds an environment from the sources and runs a hook in it."""

    def run(self, company: Path, hook: str, *files: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "pre_commit", "try-repo", str(ROOT), hook, "--files", *files],
            cwd=company,
            capture_output=True,
            text=True,
            encoding="utf-8",
        )

    def test_a_harsh_reminder_stops_the_commit(self, company: Path) -> None:
        done = self.run(company, "tonecheck", "reminders/harsh.txt", "reminders/kind.txt")
        assert done.returncode == 1, done.stdout + done.stderr
        assert "legal-threat" in done.stdout
        assert "kind.txt" not in [line.split()[-1] for line in done.stdout.splitlines() if line]

    def test_a_kind_one_passes(self, company: Path) -> None:
        done = self.run(company, "tonecheck", "reminders/kind.txt")
        assert done.returncode == 0, done.stdout + done.stderr

    def test_the_safe_changes_are_made(self, company: Path) -> None:
        done = self.run(company, "tonecheck-fix", "reminders/harsh.txt", "reminders/kind.txt")
        assert done.returncode == 1, done.stdout + done.stderr
        assert "files were modified by this hook" in done.stdout
        changed = git(company, "diff", "--name-only").split()
        assert changed == ["reminders/harsh.txt"]


def test_the_hooks_take_what_counts_in_a_folder() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    for hook in hooks:
        taken = {s for s in DEFAULT_SUFFIXES if re.search(hook["files"], f"late{s}")}
        assert set(DEFAULT_SUFFIXES) - taken == {".docx", ".php", ".phtml"}


def command(folder: Path) -> Path:
    """A folder with the command of the sources under test."""
    place = folder / "bin"
    place.mkdir()
    script = place / "tonecheck"
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m tonecheck "$@"\n', encoding="utf-8")
    script.chmod(0o755)
    return place


def steps() -> list[dict[str, str]]:
    """The steps of the action that run a command."""
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    return [step for step in action["runs"]["steps"] if "run" in step]


def test_the_action_checks_a_repository(company: Path, tmp_path: Path) -> None:
    check = steps()[-1]
    summary = tmp_path / "summary.md"
    sarif = tmp_path / "tonecheck.sarif"
    given = {
        "TONECHECK_PATHS": "reminders/kind.txt\nreminders/harsh.txt\n",
        "TONECHECK_ARGUMENTS": "--stage overdue",
        "TONECHECK_SARIF": str(sarif),
        "TONECHECK_SUMMARY": "true",
    }
    assert set(given) == set(check["env"])
    bare = {**os.environ, **given, "GITHUB_STEP_SUMMARY": str(summary)}
    bare["PATH"] = os.pathsep.join([str(command(tmp_path)), bare["PATH"]])
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", check["run"]],
        cwd=company,
        env=bare,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert done.returncode == 1, done.stdout + done.stderr
    assert "::error file=reminders/harsh.txt,line=3" in done.stdout
    assert json.loads(sarif.read_text(encoding="utf-8"))["version"] == "2.1.0"
    assert "reminders/harsh.txt" in summary.read_text(encoding="utf-8")


def test_every_input_of_the_action_is_used() -> None:
    text = (ROOT / "action.yml").read_text(encoding="utf-8")
    for name in yaml.safe_load(text)["inputs"]:
        assert f"inputs.{name}" in text
