"""tonecheck reads a payment reminder and says what may hurt or confuse the client, and why.

    >>> from tonecheck import check
    >>> report = check("Dear customer, pay now or we will take you to court!!!")
    >>> [f.rule for f in report.findings if f.severity == "error"][:1]
    ['legal-threat']

:func:`check` judges one text; :class:`Checker` keeps its circumstances for many.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tonecheck.sentences import TonecheckError
from tonecheck.types import (
    Category,
    Channel,
    Declared,
    Fact,
    FactType,
    Finding,
    Fix,
    Kind,
    Language,
    MessageReport,
    Note,
    Recipient,
    Report,
    Score,
    Severity,
    Stage,
    Suppressed,
    Suppression,
)
from tonecheck.version import __version__

if TYPE_CHECKING:
    from tonecheck.engine import Checker

__all__ = [
    "Category",
    "Channel",
    "Checker",
    "Declared",
    "Fact",
    "FactType",
    "Finding",
    "Fix",
    "Kind",
    "Language",
    "MessageReport",
    "Note",
    "Recipient",
    "Report",
    "Score",
    "Severity",
    "Stage",
    "Suppressed",
    "Suppression",
    "TonecheckError",
    "__version__",
    "check",
]


def check(
    text: str, *, subject: str | None = None, declared: Declared | None = None
) -> MessageReport:
    """Check one message.

    Args:
        text: the message; with ``subject`` its body, without it the whole of a text file
            (front matter and a ``Subject:`` line are understood).
        subject: the subject, where it is known apart.
        declared: stage, channel, send time and whatever else is known.

    Raises:
        TonecheckError: the text is empty, its language cannot be told or is another one.
    """
    from tonecheck.engine import Checker

    return Checker(declared).check_text(text, subject=subject)


def __getattr__(name: str) -> object:
    # Importing tonecheck does not import spaCy; naming the checker does.
    if name == "Checker":
        from tonecheck.engine import Checker

        return Checker
    raise AttributeError(f"module 'tonecheck' has no attribute {name!r}")
