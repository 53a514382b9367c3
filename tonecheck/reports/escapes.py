"""Letters that a source writes as codes: nobody reads a line of them."""

from __future__ import annotations

import re

_CODES = re.compile(r"\\u[0-9a-fA-F]{4}|&#x?[0-9a-fA-F]{2,6};|(?:=[0-9A-F]{2}){3}")


def is_coded(text: str) -> bool:
    """Whether a stretch of source has letters in codes."""
    return _CODES.search(text) is not None


def is_hard_to_read(text: str) -> bool:
    """Whether letters in codes take a quarter of a text or more."""
    return 4 * sum(len(code[0]) for code in _CODES.finditer(text)) >= max(1, len(text))
