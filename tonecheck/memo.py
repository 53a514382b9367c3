"""What was worked out lately, kept in memory so that it is not worked out again.

A message is checked many times over: once for each fix that is tried out, and again whenever its
author has changed a word. Most of its sentences are the same each time.
"""

from __future__ import annotations

from collections.abc import Hashable
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


class Memo(Generic[Key, Value]):
    """A store that forgets what has not been asked for lately.

    It lives as long as its owner, in memory only, and holds at most twice ``size`` values: a young
    and an old generation. What is found among the old becomes young again; when the young are
    full, the old are dropped. Two threads may use it at once: at worst both work something out.

    Args:
        size: how many values a generation has at most.
    """

    def __init__(self, size: int) -> None:
        self._size = size
        self._young: dict[Key, Value] = {}
        self._old: dict[Key, Value] = {}

    def get(self, key: Key) -> Value | None:
        """What is kept under a key; None where it is not known or forgotten."""
        found = self._young.get(key)
        if found is None:
            found = self._old.get(key)
            if found is not None:
                self.keep(key, found)
        return found

    def keep(self, key: Key, value: Value) -> Value:
        """Keep a value that is not None, and give it back."""
        if len(self._young) >= self._size:
            self._old, self._young = self._young, {}
        self._young[key] = value
        return value

    def __len__(self) -> int:
        return len(self._young.keys() | self._old.keys())
