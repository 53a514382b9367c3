"""The README's output is the output, and its Python runs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from tonecheck.cli import cli

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


EXAMPLES = re.findall(r"<!-- tonecheck (.*?) -->\n```text\n(.*?)```", README, re.DOTALL)


def test_check_and_fix_are_shown() -> None:
    assert [command.split()[0] for command, _ in EXAMPLES] == ["check", "fix"]


@pytest.mark.parametrize(("command", "shown"), EXAMPLES, ids=[command for command, _ in EXAMPLES])
def test_shown_output_is_real(monkeypatch, command, shown) -> None:
    monkeypatch.chdir(ROOT)
    result = CliRunner().invoke(cli, [*command.split(), "--color", "never"])
    assert result.output == shown


def test_the_dialogue_shown_is_the_one_of_the_tests() -> None:
    page = (ROOT / "docs" / "fixing.md").read_text(encoding="utf-8")
    dialogue = (ROOT / "tests" / "golden" / "dialogue.txt").read_text(encoding="utf-8")
    assert f"```text\n{dialogue}```\n" in page


def test_python_example_runs(capsys) -> None:
    example = re.search(r"```python\n(.*?)```", README, re.DOTALL)
    assert example is not None
    exec(example[1], {})
    assert "missing-" in capsys.readouterr().out


def test_commands_for_a_fresh_machine_come_first() -> None:
    commands = re.findall(r"```sh\n(.*?)\n```", README, re.DOTALL)
    assert [c.split("&&")[-1].split()[0] for c in commands] == [
        ".venv/bin/tonecheck",
        ".venv/bin/pytest",
    ]
