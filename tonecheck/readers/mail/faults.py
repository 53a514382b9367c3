"""What is wrong with a mail, said."""

from __future__ import annotations

from tonecheck.readers.catalogues.faults import invalid
from tonecheck.readers.errors import ReadError
from tonecheck.sentences import Sentence, sentence

KIND = "e-mail"
# What the standard library raises about malformed parameters, addresses and dates.
MALFORMED = (ValueError, LookupError, TypeError, AttributeError, ArithmeticError, RecursionError)


def expected(source: str, offset: int, wanted: str, found: str = "") -> ReadError:
    """The error that something was expected at an offset of the source."""
    return invalid(source, offset, KIND, expectation(wanted, found))


def expectation(wanted: str, found: str) -> Sentence:
    """What was expected, and what stands there instead, if it is known."""
    found = found[:20].split("\n")[0].strip()
    if not found:
        return sentence("expected {wanted}", wanted=wanted)
    return sentence("expected {wanted}, found “{found}”", wanted=wanted, found=found)
