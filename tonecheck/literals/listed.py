"""Word lists kept readable."""

from __future__ import annotations


def listed(words: str) -> list[str]:
    """The words of a list that is written as one text."""
    return words.split()
