"""A wheel made from the source distribution works by itself, rules included."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def run(*command: str | Path, cwd: Path) -> str:
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env={**environment, "TONECHECK_CACHE_DIR": str(cwd / "cache")},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode in (0, 1), done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the source distribution and not from the checkout."""
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT, cwd=folder)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh virtual environment with the wheel, which borrows the dependencies of this one."""
    folder = tmp_path_factory.mktemp("venv")
    venv.create(folder, with_pip=True)
    executable = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    run(executable, "-m", "pip", "install", "-q", "--no-deps", "--no-index", wheel, cwd=folder)
    site = Path(
        run(executable, "-c", "import site; print(site.getsitepackages()[-1])", cwd=folder).strip()
    )
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return executable


def test_wheel_holds_the_rules(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert "tonecheck/rules/schema.json" in names
    assert "tonecheck/rules/threat/legal-threat.yaml" in names
    assert "tonecheck/schema/report.schema.json" in names
    for part in (
        "page.html",
        "overview.html",
        "filter.html",
        "message.html",
        "page.css",
        "page.js",
    ):
        assert f"tonecheck/reports/page/parts/{part}" in names


def test_installed_wheel_finds_its_own_rules(python: Path, tmp_path: Path) -> None:
    folder = run(
        python,
        "-c",
        "from tonecheck.rulebook import rules_folder; print(rules_folder())",
        cwd=tmp_path,
    )
    assert python.parent.parent.resolve() in Path(folder.strip()).resolve().parents


def test_installed_command_checks_a_draft(python: Path, tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text("Dear Ann,\n\nPay invoice 7 or we will take you to court.\n", encoding="utf-8")
    output = run(python, "-m", "tonecheck", "check", "--format", "json", draft, cwd=tmp_path)
    assert '"legal-threat"' in output


def test_installed_command_makes_a_page(python: Path, tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text("Dear Ann,\n\nPay invoice 7 or we will take you to court.\n", encoding="utf-8")
    output = run(python, "-m", "tonecheck", "check", "--format", "html", draft, cwd=tmp_path)
    assert output.startswith("<!DOCTYPE html>")
    assert "Content-Security-Policy" in output
