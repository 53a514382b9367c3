"""What goes wrong in more than one kind of catalogue."""

from __future__ import annotations

from tonecheck.readers.errors import ReadError, line_of
from tonecheck.sentences import Sentence, sentence


def invalid(source: str, offset: int, kind: str, problem: Sentence | str) -> ReadError:
    """The error about a file that is not what its suffix says; ``kind`` is the format's name."""
    return ReadError(
        "line {line}: not valid {format}: {problem}",
        line=line_of(source, offset),
        format=kind,
        problem=problem,
    )


def expected(source: str, offset: int, kind: str, wanted: str) -> ReadError:
    """The error about something else than ``wanted`` at an offset."""
    found = source[offset : offset + 20].split("\n")[0].strip()
    if not found:
        return invalid(source, offset, kind, sentence("expected {wanted}", wanted=wanted))
    problem = sentence("expected {wanted}, found “{found}”", wanted=wanted, found=found)
    return invalid(source, offset, kind, problem)


def unclosed(source: str, offset: int, kind: str, mark: str) -> ReadError:
    """The error about a text that begins at an offset and does not end."""
    problem = sentence("a text begins here and is not closed; expected {mark}", mark=mark)
    return invalid(source, offset, kind, problem)


def unknown_escape(source: str, offset: int, kind: str, escape: str) -> ReadError:
    """The error about an escape that the format does not have."""
    problem = sentence("“{escape}” is no escape of this format", escape=escape)
    return invalid(source, offset, kind, problem)


def too_deep(source: str, offset: int, kind: str) -> ReadError:
    """The error about nesting that is not followed any further."""
    return invalid(source, offset, kind, sentence("nested too deeply"))
