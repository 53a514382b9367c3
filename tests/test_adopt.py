"""The ten lines of docs/adopt.md, run as they are printed in a fresh git repository."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.test_hooks import ASKED, KIND, ROOT, command, git

PAGE = (ROOT / "docs" / "adopt.md").read_text(encoding="utf-8")
TEMPLATES = re.findall(r"^`(reminders/\S+)`\n\n```jinja\n(.*?)```", PAGE, re.DOTALL | re.MULTILINE)
_STEP = re.compile(
    r"^\*\*(\d+)\.\*\* (.+?)\n\n```sh\n(.+?)\n```\n(?:\n```text\n(.*?)```\n)?",
    re.DOTALL | re.MULTILINE,
)
TRIES_HOOKS = ASKED in os.environ
ADDRESS, REVISION = "https://example.com/tonecheck.git", "v0.1.0"


@dataclass(frozen=True)
class Step:
    """A line of the page, the exit code that it promises, and what it says one will see."""

    number: int
    line: str
    code: int
    shown: str


def steps() -> list[Step]:
    found = []
    for number, about, line, shown in _STEP.findall(PAGE):
        (code,) = re.findall(r"Exit\s+code (\d)", about)
        found.append(Step(int(number), line, int(code), shown))
    return found


@pytest.fixture
def company(tmp_path: Path) -> Path:
    """A repository with the templates of the page and what else may lie in one."""
    folder = tmp_path / "company"
    folder.mkdir()
    git(folder, "init", "-q")
    for name, text in TEMPLATES:
        place = folder / name
        place.parent.mkdir(exist_ok=True)
        place.write_text(text, encoding="utf-8")
    (folder / "README.md").write_text("# Our templates\n", encoding="utf-8")
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "Templates")
    return folder


def run(folder: Path, line: str) -> subprocess.CompletedProcess[str]:
    """Run a line as somebody would who has the command and a name."""
    tools = folder.parent / "bin"
    if not tools.exists():
        command(folder.parent)
    who = {f"GIT_{role}_{key}": value for role in ("AUTHOR", "COMMITTER")
           for key, value in (("NAME", "Ann"), ("EMAIL", "ann@example.com"))}  # fmt: skip
    path = os.pathsep.join([str(tools), str(Path(sys.executable).parent), os.environ["PATH"]])
    return subprocess.run(
        ["sh", "-c", line],
        cwd=folder,
        env={
            **os.environ,
            **who,
            "PATH": path,
            "PYTHONPATH": str(ROOT),
            "PRE_COMMIT_HOME": str(folder.parent / "pre-commit"),
        },
        capture_output=True,
        text=True,
        encoding="utf-8",
    )


def as_here(line: str) -> str:
    """A line with the address and the version of the sources under test."""
    if ADDRESS in line and TRIES_HOOKS:
        head = git(ROOT, "rev-parse", "HEAD").strip()
        return line.replace(ADDRESS, str(ROOT)).replace(REVISION, head)
    return line


def needs_hooks(line: str) -> bool:
    return line.startswith("pre-commit ")


def test_there_are_ten_lines_and_two_languages() -> None:
    found = steps()
    assert [step.number for step in found] == list(range(1, 11))
    assert all("\n" not in step.line for step in found)
    assert len(re.findall(r"```sh\n", PAGE)) == 10
    assert [name for name, _ in TEMPLATES] == [
        "reminders/late-en.txt.j2",
        "reminders/late-ru.txt.j2",
    ]


def test_the_lines_do_what_the_page_says(company: Path) -> None:
    for step in steps():
        if needs_hooks(step.line) and not TRIES_HOOKS:
            continue
        done = run(company, as_here(step.line))
        told = done.stdout + done.stderr
        assert done.returncode == step.code, f"{step.number}. {step.line}\n{told}"
        assert step.shown in told, f"{step.number}. {step.line}\n{told}"
    assert git(company, "status", "--short") == ""
    harsh = "Dear {{ name }},\n\nPay invoice {{ number }} or we will take you to court!!\n"
    (company / "reminders" / "new.txt.j2").write_text(harsh, encoding="utf-8")
    assert run(company, "tonecheck check reminders/").returncode == 1
    if TRIES_HOOKS:
        refused = run(company, "git add . && git commit -m 'A new one'")
        assert refused.returncode == 1
        assert "legal-threat" in refused.stdout + refused.stderr
        (company / "reminders" / "new.txt.j2").write_text(KIND, encoding="utf-8")
        assert run(company, "git add . && git commit -m 'A new one'").returncode == 0
