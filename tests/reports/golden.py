"""Compare a text with a file in ``tests/golden``; ``REWRITE_GOLDEN=1`` writes it instead."""

from __future__ import annotations

import os
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "golden"
REWRITE = "REWRITE_GOLDEN"


def golden(name: str, text: str) -> str:
    """What a golden file says, after writing ``text`` to it if that is asked for."""
    path = FOLDER / name
    if os.environ.get(REWRITE):
        path.write_text(text, encoding="utf-8", newline="\n")
    return path.read_bytes().decode("utf-8")
