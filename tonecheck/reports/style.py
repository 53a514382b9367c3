"""Colours and signs of the text report, and what stands for them where they cannot be shown."""

from __future__ import annotations

from dataclasses import astuple, dataclass
from enum import StrEnum

from tonecheck.types import Severity


class Ink(StrEnum):
    """What a stretch of text is; the value is its SGR code."""

    ERROR = "1;31"
    WARNING = "1;33"
    SUGGESTION = "1;36"
    GOOD = "32"
    HEADING = "1"
    # Faint rather than «bright black», which some themes show as the background itself.
    QUIET = "2"


SEVERITY_INK = {
    Severity.ERROR: Ink.ERROR,
    Severity.WARNING: Ink.WARNING,
    Severity.SUGGESTION: Ink.SUGGESTION,
}


@dataclass(frozen=True, slots=True)
class Signs:
    """The characters that a report draws with."""

    rule: str = "─"
    full: str = "█"
    empty: str = "░"
    arrow: str = "→"
    dot: str = "·"
    error: str = "✗"
    warning: str = "!"
    suggestion: str = "·"
    cut: str = "…"
    minus: str = "−"

    def of(self, severity: Severity) -> str:
        """The mark of a finding, so that errors stand out without colours too."""
        if severity is Severity.ERROR:
            return self.error
        return self.warning if severity is Severity.WARNING else self.suggestion


ASCII = Signs("-", "#", ".", "->", "*", "x", "!", "*", "...", "-")
"""Signs that every console can show."""

UNICODE = Signs()
"""Signs for a stream whose encoding has them."""

PROBE = "".join(astuple(UNICODE)) + "“”«»—’"
"""Everything that a stream must be able to encode for ``UNICODE`` to be used."""


def ink(text: str, code: Ink, color: bool) -> str:
    """The text in a colour, where colours are wanted."""
    return f"\x1b[{code.value}m{text}\x1b[0m" if color and text else text
