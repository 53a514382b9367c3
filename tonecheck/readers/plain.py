"""Plain text: everything below the front matter and the header lines is visible."""

from __future__ import annotations

from tonecheck.message import Message
from tonecheck.readers.opening import assemble, read_opening


def read_text(source: str, suffix: str = "") -> Message:
    """The message in a text file; quoted lines keep their ``>``.

    Raises:
        ReadError: it is empty, or its front matter is wrong.
    """
    opening = read_opening(source, suffix, headers=True)
    return assemble(opening, opening.template.segments(opening.body_start, len(source)))
