"""Whole processes with a cache: two at once, one killed, and a hit without a language at hand."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tonecheck.engine import Checker
from tonecheck.readers import open_file
from tonecheck.reports import FORMATS
from tonecheck.reports.options import TextOptions
from tonecheck.results import Results
from tonecheck.types import Report

ROOT = Path(__file__).resolve().parents[2]
HEAVY = ("spacy", "pymorphy3", "lemminflect", "holidays", "textstat", "numpy", "jsonschema")
FILES = (
    "examples/first-draft.txt",
    "examples/draft-ru.txt",
    "library/catalogues/lingvista.ru.json",
    "library/catalogues/antenna_kabel.eml",
    "library/catalogues/suchok_mebel.docx",
)
KEY = "0123456789abcdef0123456789abcdef"

HIT = """
import json, sys
from pathlib import Path
from tonecheck.readers import open_file
from tonecheck.reports import FORMATS
from tonecheck.reports.options import TextOptions
from tonecheck.results import Results, folders_digest, program_version, result_key
from tonecheck.rulebook import rules_folder
from tonecheck.types import Report

folder, heavy, *paths = json.loads(sys.argv[1])
rules, version = folders_digest([rules_folder()]), program_version()
shown = []
for path in map(Path, paths):
    opened = open_file(path)
    result_key(opened.data, path.name, named=True, settings="", rules=rules, version=version)
    reports = Results(Path(folder)).get(path.stem.ljust(32, "0"), opened.text, str(path))
    assert reports is not None, path
    shown += [render(Report(tuple(reports)), TextOptions()) for render in FORMATS.values()]
print(json.dumps([shown, [name for name in heavy if name in sys.modules]]))
"""


def python(*arguments: str) -> str:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_a_hit_tells_the_same_and_imports_nothing_heavy(tmp_path: Path) -> None:
    checker, results, shown = Checker(), Results(tmp_path), []
    for path in map(Path, FILES):
        opened = open_file(ROOT / path)
        reports = checker.check_source(opened.text, path=str(path), suffix=path.name)
        results.put(path.stem.ljust(32, "0"), opened.text, reports)
        shown += [render(Report(tuple(reports)), TextOptions()) for render in FORMATS.values()]
    output = python("-c", HIT, json.dumps([str(tmp_path), HEAVY, *FILES]))
    assert json.loads(output) == [shown, []]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes have to be forked")
def test_processes_share_a_folder_while_others_are_killed(tmp_path: Path) -> None:
    assert python("-m", "tests.results.shared_folder", str(tmp_path), "100") == ""
