"""Files looked at again and again: which have changed, and what is known of the others."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from tonecheck.rulebook import load
from tonecheck.running import Checked, Plan, Task, checker_for
from tonecheck.settings.globs import absolute
from tonecheck.settings.reading import NAMES

Stamp = tuple[int, int, int]
"""What tells that a file is the same: its time of change, its size and its number."""

Stamps = Mapping[str, Stamp]

_NEVER = frozenset({"node_modules", "__pycache__"})
"""Folders that are large and never hold messages; hidden ones are passed over, too."""


def stamps(
    paths: Iterable[Path], beside: Iterable[Path] = (), without: Collection[Path] = ()
) -> Stamps:
    """What is to be seen of files now.

    Args:
        paths: files and folders; of the latter all that is in them, and the settings files above.
        beside: more files and folders, such as those of rules.
        without: files that do not count, such as those that the run itself writes.
    """
    own = {str(absolute(path)) for path in without}
    looked_at = (*paths, *beside)
    settings = (
        above / name
        for folder in {absolute(path) for path in looked_at}
        for above in (folder, *folder.parents)
        for name in NAMES
    )
    places = {str(absolute(place)) for place in (*_files(looked_at), *settings)}
    found = ((place, stamp(Path(place))) for place in sorted(places - own))
    return {place: seen for place, seen in found if seen is not None}


def stamp(path: Path) -> Stamp | None:
    """What tells that a file is the same; None where there is none."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino


def beside(plan: Plan, config: Path | None) -> frozenset[Path]:
    """The files and folders besides messages that a plan rests on."""
    every = {task.settings for task in plan.tasks} | {plan.here}
    rules = {folder for settings in every for folder in settings.rules}
    baselines = {settings.baseline for settings in every if settings.baseline}
    return frozenset(rules | baselines | ({config} if config else set()))


class Memory:
    """What came of files in this process, as long as they and their settings stay as they are."""

    def __init__(self) -> None:
        self._known: dict[Path, tuple[Task, Stamp | None, Checked]] = {}

    def checked(
        self, tasks: Sequence[Task], work: Callable[[Sequence[Task]], Sequence[Checked]]
    ) -> tuple[list[Checked], frozenset[str]]:
        """What comes of tasks, and the paths of those that were not known.

        Args:
            tasks: the files, with their settings.
            work: checks what is not known.
        """
        # Looked at before the work: a change made meanwhile is seen the next time.
        seen = {task.path: stamp(task.path) for task in tasks}
        changed = [task for task in tasks if not self._is_known(task, seen[task.path])]
        for task, result in zip(changed, work(changed), strict=True):
            self._known[task.path] = task, seen[task.path], result
        found = [self._known[task.path][2] for task in tasks]
        return found, frozenset(str(task.path) for task in changed)

    def forget(self) -> None:
        """Forget all results and rules, which have changed."""
        self._known.clear()
        load.cache_clear()
        checker_for.cache_clear()

    def _is_known(self, task: Task, seen: Stamp | None) -> bool:
        known = self._known.get(task.path)
        return known is not None and known[:2] == (task, seen)


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        for folder, inner, names in os.walk(path):
            inner[:] = [name for name in inner if name not in _NEVER and not name.startswith(".")]
            yield from (Path(folder, name) for name in names)
