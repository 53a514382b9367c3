"""``--diff-base``: only what changed since a revision of git."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tonecheck.cli import cli
from tonecheck.running import plan
from tonecheck.running.since import only_changed
from tonecheck.sentences import TonecheckError

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")

TEXT = "Dear Ms Okafor,\n\nInvoice 2041 over £480 was due on 12 March. Thank you!\n\nAnn\n"


def git(*arguments: str, cwd: Path) -> None:
    own = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    subprocess.run(
        ["git", "-c", "user.name=a", "-c", "user.email=a@example.com",
         "-c", "init.defaultBranch=main", *arguments],
        cwd=cwd, check=True, capture_output=True, env={**own, "GIT_CONFIG_GLOBAL": os.devnull},
    )  # fmt: skip


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A branch that left main: it changed, added, renamed and deleted; then main went on."""
    for variable in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(variable)
    root = tmp_path / "repository"
    (root / "sub").mkdir(parents=True)
    for name in ("same.txt", "edited.txt", "old.txt", "deleted.txt", "sub/письмо.txt", "main.txt"):
        (root / name).write_text(TEXT, encoding="utf-8")
    git("init", cwd=root)
    git("add", ".", cwd=root)
    git("commit", "-m", "first", cwd=root)
    git("switch", "-c", "branch", cwd=root)
    git("mv", "old.txt", "renamed.txt", cwd=root)
    git("rm", "deleted.txt", cwd=root)
    (root / "sub" / "письмо.txt").write_text(TEXT + "!", encoding="utf-8")
    git("commit", "-a", "-m", "second", cwd=root)
    (root / "edited.txt").write_text(TEXT + "!", encoding="utf-8")
    (root / "sub" / "new one.txt").write_text(TEXT, encoding="utf-8")
    git("switch", "main", "--merge", cwd=root)
    (root / "main.txt").write_text(TEXT + "!", encoding="utf-8")
    git("commit", "main.txt", "-m", "third", cwd=root)
    git("switch", "branch", "--merge", cwd=root)
    monkeypatch.chdir(root)
    return root


def changed(*paths: str, revision: str = "main") -> list[str]:
    found = only_changed(plan([Path(path) for path in paths]), revision)
    return [task.path.as_posix() for task in found.tasks]


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ["check", *arguments], catch_exceptions=False)


def test_what_changed_since_the_branch_began(repository: Path) -> None:
    assert changed(".") == ["edited.txt", "renamed.txt", "sub/new one.txt", "sub/письмо.txt"]


def test_paths_narrow_it_down(repository: Path) -> None:
    assert changed("sub", "same.txt", "edited.txt") == [
        "sub/new one.txt", "sub/письмо.txt", "edited.txt",
    ]  # fmt: skip


def test_it_works_from_within_a_folder_and_from_outside(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(repository / "sub")
    assert changed(".") == ["new one.txt", "письмо.txt"]
    assert changed("../edited.txt", "../same.txt") == ["../edited.txt"]
    monkeypatch.chdir(repository.parent)
    assert changed("repository/sub/new one.txt") == ["repository/sub/new one.txt"]


def test_against_the_last_commit_only_what_is_not_committed_counts(repository: Path) -> None:
    assert changed(".", revision="HEAD") == ["edited.txt", "sub/new one.txt"]


def test_a_file_that_is_not_there_is_still_an_error(repository: Path) -> None:
    result = run("absent.txt", "--diff-base", "main")
    assert result.exit_code == 2
    assert result.stderr.startswith("tonecheck: absent.txt: ")


def test_a_sequence_is_not_judged_by_some_of_its_steps(repository: Path) -> None:
    for name in ("reminder-1.txt", "reminder-3.txt"):
        (repository / name).write_text(TEXT, encoding="utf-8")
    assert "missing-step" in run("--select", "missing-step").stdout
    assert "missing-step" not in run("--select", "missing-step", "--diff-base", "main").stdout


def test_nothing_changed_is_said(repository: Path) -> None:
    result = run("same.txt", "--diff-base", "main")
    assert result.exit_code == 0
    assert result.stderr == "tonecheck: no messages changed since main in same.txt\n"
    assert run("same.txt", "--diff-base", "main", "-q").output == ""


@pytest.mark.parametrize("revision", ["nowhere", "--output=x", ""])
def test_an_unknown_revision_is_an_error(repository: Path, revision: str) -> None:
    result = run("--diff-base", revision)
    assert result.exit_code == 2
    assert f"there is no revision '{revision}'" in result.stderr
    assert not (repository / "x").exists()


def test_files_outside_a_repository_are_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    result = run("--diff-base", "main", "--ui-language", "ru")
    assert result.exit_code == 2
    assert "не лежит в репозитории git" in result.stderr


def test_without_git_it_says_so(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(TonecheckError, match="git could not be run"):
        changed(".")


def test_a_baseline_of_some_files_is_refused(repository: Path) -> None:
    result = run("--diff-base", "main", "--write-baseline", "known.json")
    assert result.exit_code == 2
    assert "exclude each other" in result.stderr
    assert not (repository / "known.json").exists()
