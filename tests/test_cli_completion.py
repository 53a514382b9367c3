"""What a shell may complete, and how it is made to."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tonecheck.cli import cli
from tonecheck.cli_completion import KINDS, VARIABLE, names_in_list, names_of_rules

ROOT = str(Path(__file__).resolve().parents[1])


def script(shell: str, *options: str) -> Result:
    return CliRunner().invoke(cli, ["completion", shell, *options], catch_exceptions=False)


def values(items: list) -> list[str]:  # type: ignore[type-arg]
    return [item.value for item in items]


@pytest.mark.parametrize("shell", KINDS)
def test_a_script_says_how_it_is_installed(shell: str) -> None:
    said = script(shell).stdout
    assert said.startswith("# To have it always, put this line into ~/.")
    assert f"tonecheck completion {shell}" in said.splitlines()[1]
    assert f"{VARIABLE}={shell}_complete" in said
    assert script(shell, "--ui-language", "ru").stdout.startswith("# Чтобы это работало всегда")


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")
def test_bash_takes_its_script(tmp_path: Path) -> None:
    file = tmp_path / "script"
    file.write_text(script("bash", "--ui-language", "ru").stdout, encoding="utf-8")
    subprocess.run(["bash", "-n", str(file)], check=True)


def test_an_unknown_shell_is_an_error() -> None:
    result = script("tcsh", "--ui-language", "ru")
    assert result.exit_code == 2
    assert "'tcsh' – не одно из" in result.stderr


def test_rules_are_completed() -> None:
    assert "legal-threat" in values(names_of_rules("legal"))
    assert values(names_of_rules("politen")) == ["politeness"]
    assert "appreciation" in values(names_of_rules("appr"))


def test_names_in_a_list_are_completed_one_after_the_other() -> None:
    assert values(names_in_list("threat,gui")) == ["threat,guilt"]
    assert "threat" not in values(names_in_list("thr,threa"))
    assert "threat,threat" not in values(names_in_list("threat,thr"))


def test_company_rules_are_completed_and_broken_settings_are_no_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "house" / "jargon").mkdir(parents=True)
    (tmp_path / "house" / "jargon" / "zz-own.yaml").write_text("", encoding="utf-8")
    (tmp_path / "tonecheck.yaml").write_text("rules: house\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert values(names_of_rules("zz-")) == ["zz-own"]
    (tmp_path / "tonecheck.yaml").write_text("rules: [\n", encoding="utf-8")
    assert "legal-threat" in values(names_of_rules("legal"))


def test_a_shell_asks_and_no_language_is_imported() -> None:
    program = (
        "import sys; from tonecheck.cli import main, cli\n"
        "try: cli(prog_name='tonecheck')\n"
        "except SystemExit: print('spacy' in sys.modules, 'tonecheck.rulebook' in sys.modules)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True,
        env={**os.environ, "PYTHONPATH": ROOT, VARIABLE: "bash_complete",
             "COMP_WORDS": "tonecheck check --select legal-thr", "COMP_CWORD": "3"},
    )  # fmt: skip
    assert done.stdout == "plain,legal-threat\nFalse False\n"


def test_every_command_is_in_the_help_of_completion() -> None:
    page = script("--help").stdout
    assert re.search(r"Usage: \S+ completion \[OPTIONS\] SHELL", page)
