"""What the program does before it is asked anything: it leaves out what a check never needs."""

from __future__ import annotations

import sys
from types import ModuleType

_COMMAND_LINE = "spacy.cli"


def leave_out_spacys_command_line() -> None:
    """Keep ``import spacy`` from importing spaCy's own command line, a sixth of a short check.

    spaCy imports it for ``spacy.info`` alone. To be called by a process that is nobody else's: who
    imports tonecheck as a library may need spaCy's command line himself.
    """
    if "spacy" in sys.modules:
        return
    package, info = ModuleType(_COMMAND_LINE), ModuleType(f"{_COMMAND_LINE}.info")
    package.__path__ = []
    info.info = None  # type: ignore[attr-defined]
    sys.modules[package.__name__] = package
    sys.modules[info.__name__] = info
