"""Results kept between runs, as a run uses them: asked before a file is checked, told after.

Asking takes neither a language nor a rule book, only the bytes of both.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from tonecheck import cache
from tonecheck.readers import Opened, open_file
from tonecheck.results import Results, folders_digest, program_version, result_key
from tonecheck.rulenames import rules_folder
from tonecheck.running import Checked, Task, demanding
from tonecheck.sentences import TonecheckError
from tonecheck.settings import Settings
from tonecheck.types import Demand, MessageReport

NAME = "results"
"""The folder of results within the cache folder."""


class Kept:
    """The results of earlier runs; of one run, which reads each folder of rules once.

    Args:
        folder: where they are; by default in the user's cache folder.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._results = Results(folder or cache.folder() / NAME)
        self._rules: dict[tuple[Path, ...], str] = {}
        self._settings: dict[Settings, str] = {}

    def recall(self, task: Task) -> Checked | None:
        """What is known of a file; None where it is to be checked."""
        if not task.settings.cache:
            return None
        try:
            opened = open_file(task.path)
            found = self._results.get(self._key(task, opened), opened.text, str(task.path))
        except (TonecheckError, OSError):  # the check will say what is wrong
            return None
        return None if found is None else Checked(demanding(found, task.settings))

    def keep(self, task: Task, opened: Opened, found: Sequence[MessageReport]) -> None:
        """Keep what was found in a file, where its settings allow."""
        if task.settings.cache:
            self._results.put(self._key(task, opened), opened.text, found)

    def tidy(self) -> None:
        """Drop what nobody asked for in a long time."""
        self._results.tidy()

    def _key(self, task: Task, opened: Opened) -> str:
        settings = task.settings
        if settings not in self._settings:
            self._settings[settings] = settings_digest(settings)
        if settings.rules not in self._rules:
            self._rules[settings.rules] = folders_digest([rules_folder(), *settings.rules])
        return result_key(
            opened.data,
            task.path.name,
            named=task.is_named,
            settings=self._settings[settings],
            rules=self._rules[settings.rules],
            version=program_version(),
        )


def settings_digest(settings: Settings) -> str:
    """A digest of what settings have to say about a message, the same in every process.

    Rules count by their content, and what is asked of a message is asked anew each time.
    """
    judging = replace(settings, demand=Demand(), baseline=None, cache=True, rules=())
    return cache.digest(_written(judging))


def _written(value: Any) -> Iterator[str]:
    """A value in pieces, each kind in its own way.

    Raises:
        TypeError: nobody has said how.
    """
    yield type(value).__name__
    if is_dataclass(value):
        for field in fields(value):
            yield field.name
            yield from _written(getattr(value, field.name))
    elif isinstance(value, tuple):
        yield str(len(value))
        for item in value:
            yield from _written(item)
    elif isinstance(value, frozenset):
        yield str(len(value))
        yield from sorted(cache.digest(_written(item)) for item in value)
    elif value is None or isinstance(value, (str, int, Path, date)):
        yield str(value)
    else:
        raise TypeError(f"no way is known to write a {type(value)}")
