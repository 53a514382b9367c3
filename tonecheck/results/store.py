"""The result cache: a folder with a file for each result.

A file appears whole or not at all, and no process waits for another: runs may share a folder, on
a network drive, too, and may be killed at any moment. Whatever happens to the folder costs time
and nothing else.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from tonecheck.cache import write_whole
from tonecheck.results.entries import pack, unpack
from tonecheck.results.values import schema
from tonecheck.types import MessageReport

DAY = 24 * 60 * 60
"""Seconds."""

MAX_AGE = 30 * DAY
"""Seconds for which a result that nobody asks for is kept."""

MAX_BYTES = 200_000_000
"""What all results may take together: some hundred thousand of them."""

_PRUNED = "pruned"
"""A file that tells by its age when the folder was last pruned."""
_UNFINISHED = ".tmp"


class Results:
    """What was found in messages, kept between runs.

    Args:
        folder: where; made when the first result is put.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._entries = folder / schema()

    def get(self, key: str, source: str, path: str) -> list[MessageReport] | None:
        """The reports that were put under a key, on a file at a path.

        Args:
            key: of the result, see :func:`tonecheck.results.result_key`.
            source: the decoded text of the file.
            path: of the file as the reports shall tell it.

        Returns:
            None where there is nothing usable.
        """
        try:
            with self._place(key).open("rb") as file:
                data, last_used = file.read(), os.fstat(file.fileno()).st_mtime
        except OSError:
            return None
        if time.time() - last_used > DAY:
            with contextlib.suppress(OSError):
                os.utime(self._place(key))
        return unpack(data, source, key, path)

    def put(self, key: str, source: str, reports: Sequence[MessageReport]) -> None:
        """Keep the reports on the messages of one file, which tell its path.

        Reports that cannot be kept without text of the message are not, and a folder that cannot
        be written is fine.
        """
        data = pack(reports, source, key)
        if data is None:
            return
        with contextlib.suppress(OSError):
            place = self._place(key)
            place.parent.mkdir(parents=True, exist_ok=True)
            write_whole(place, data)

    def prune(self, max_age: float = MAX_AGE, max_bytes: int = MAX_BYTES) -> None:
        """Drop results of other formats, and those that were not used for longest.

        Args:
            max_age: seconds since its last use (known to a day) after which a result goes.
            max_bytes: what the rest may take together.
        """
        with contextlib.suppress(OSError):
            for other in self._folder.iterdir():
                if other.is_dir() and other != self._entries:
                    shutil.rmtree(other, ignore_errors=True)
        now, total = time.time(), 0
        for last_used, size, place in sorted(self._files(), key=lambda file: -file[0]):
            total += size
            age = now - last_used
            left_over = place.endswith(_UNFINISHED) and age > DAY
            if age > max_age or total > max_bytes or left_over:
                total -= size
                with contextlib.suppress(OSError):
                    os.unlink(place)  # noqa: PTH108

    def tidy(self) -> None:
        """Prune where that was not done today."""
        mark = self._folder / _PRUNED
        with contextlib.suppress(OSError):
            if mark.exists() and time.time() - mark.stat().st_mtime < DAY:
                return
            if self._folder.is_dir():
                mark.touch()
                self.prune()

    def _files(self) -> Iterator[tuple[float, int, str]]:
        """Each file with the time of its last use, its size in bytes and its path."""
        for folder, _, names in os.walk(self._entries):
            for name in names:
                place = os.path.join(folder, name)  # noqa: PTH118
                with contextlib.suppress(OSError):
                    status = os.stat(place)  # noqa: PTH116
                    yield status.st_mtime, status.st_size, place

    def _place(self, key: str) -> Path:
        return self._entries / key[:2] / key[2:]
