"""What a process of the program leaves out."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

DRAFT = "Dear Ms Novak,\n\nInvoice 4471 for $310.00 was due on 5 March 2026. Please call us.\n"
RUSSIAN = "Анна, здравствуйте! Срок счёта 17 на 900 руб. был 5 мая.\n"


@pytest.mark.parametrize("text", [DRAFT, RUSSIAN])
def test_a_check_does_without_spacys_command_line(tmp_path: Path, text: str) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text(text, encoding="utf-8")
    script = (
        "import sys\n"
        "from tonecheck.startup import leave_out_spacys_command_line\n"
        "leave_out_spacys_command_line()\n"
        "from tonecheck.cli import cli\n"
        f"cli(['check', {str(draft)!r}, '--fail-on', 'never'], standalone_mode=False)\n"
        "assert 'spacy' in sys.modules\n"
        "assert 'spacy.cli.download' not in sys.modules\n"
        "assert 'spacy.cli._util' not in sys.modules\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, encoding="utf-8"
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_a_spacy_that_is_there_already_stays_whole() -> None:
    script = (
        "import spacy\n"
        "from tonecheck.startup import leave_out_spacys_command_line\n"
        "leave_out_spacys_command_line()\n"
        "assert spacy.info is not None\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True)
