"""The README's output is the output, and its Python runs."""

from __future__ import annotations

import re
from pathlib import Path

from click.testing import CliRunner

from tonecheck.cli import cli

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_shown_output_is_real(monkeypatch) -> None:
    shown = re.search(r"<!-- tonecheck (.*?) -->\n```text\n(.*?)```", README, re.DOTALL)
    assert shown is not None
    monkeypatch.chdir(ROOT)
    result = CliRunner().invoke(cli, [*shown[1].split(), "--color", "never"])
    assert result.stdout == shown[2]


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
