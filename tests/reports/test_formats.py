"""Every format on the command line: exit codes, streams, odd names, and its page in docs/."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from tonecheck.cli import cli
from tonecheck.reports import FORMATS

THREAT = "Dear Ms Okafor,\n\nIf invoice 2041 is not paid, we will take you to court.\n\nAnn\n"
RUSSIAN = "Анна Петровна, здравствуйте!\n\nПожалуйста, оплатите счёт № 204 на 500 рублей!!\n"
DOCUMENT = Path(__file__).parents[2] / "docs" / "reports.md"


def run(*arguments: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(cli, ["check", *arguments], input=stdin, catch_exceptions=False)


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_goes_to_its_file_and_standard_output_alike(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("threat.txt").write_text(THREAT, encoding="utf-8")
    arguments = ("threat.txt", "absent.txt", "--format", name)
    shown = run(*arguments)
    assert shown.exit_code == 2
    written = run(*arguments, "--output", "report")
    assert written.exit_code == 2
    assert written.stdout == ""
    assert Path("report").read_text(encoding="utf-8") == shown.stdout
    assert name == "text" or "threat.txt" in shown.stdout


@pytest.mark.parametrize("name", FORMATS)
def test_standard_input_is_reported(name: str) -> None:
    result = run("-", "--format", name, stdin=RUSSIAN)
    assert result.exit_code in (0, 1)
    assert "Traceback" not in result.output


@pytest.mark.skipif(sys.platform == "win32", reason="names are text on Windows")
@pytest.mark.parametrize("name", FORMATS)
def test_a_name_that_is_no_text(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    try:
        Path("raw\udcff.txt").write_text(THREAT, encoding="utf-8")
    except OSError:
        pytest.skip("the file system takes no such name")
    assert run(".", "--format", name, "--output", "report.out").exit_code == 1
    assert Path("report.out").read_bytes().decode("utf-8")
    assert run(".", "--format", name).exit_code == 1


@pytest.mark.parametrize("name", ["github", "markdown"])
def test_what_has_no_escapes_is_utf_8_whatever_the_console_speaks(name: str) -> None:
    done = subprocess.run(
        [sys.executable, "-X", "utf8=0", "-m", "tonecheck", "check", "-", "--format", name],
        input=RUSSIAN.encode(),
        env={**os.environ, "PYTHONIOENCODING": "cp1252"},
        capture_output=True,
        check=False,
    )
    assert "сообщение" in done.stdout.decode("utf-8")


def test_help_waits_for_no_format() -> None:
    code = "import sys, tonecheck.cli; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert "tonecheck.reports" in loaded
    assert not loaded & {"xml.etree", *(f"tonecheck.reports.{name}" for name in FORMATS)}


def test_every_format_for_programs_has_a_section() -> None:
    sections = re.findall(r"^## `(\w+)`", DOCUMENT.read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(sections) == sorted(set(FORMATS) - {"text", "html"})


def test_examples_for_ci_are_yaml_and_their_options_exist() -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    for block in re.findall(r"```yaml\n(.*?)```", text, re.DOTALL):
        assert yaml.safe_load(block)
    formats = set(re.findall(r"--format ([a-z]+)", text))
    assert formats <= set(FORMATS)
    options = set(re.findall(r"tonecheck check [^`\n]*?(--[a-z-]+)", text))
    assert options <= {o for p in cli.commands["check"].params for o in p.opts}
