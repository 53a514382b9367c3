"""All tasks of a plan: what is known is not checked again, the rest in one process or several."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence

from tonecheck.running import Checked, Task, check, rulebook_of
from tonecheck.running.keeping import Kept
from tonecheck.sentences import TonecheckError, sentence
from tonecheck.types import FileError, Language

FILES_A_PROCESS = 150
"""So many files to check are worth a process of their own: loading its languages takes 3 s."""

MOST = 8
"""More processes are started only where somebody asks for them: each takes some 250 MB."""

Done = Callable[[], None]
"""Called after each task."""


def check_many(
    tasks: Sequence[Task],
    kept: Kept | None = None,
    *,
    jobs: int | None = None,
    done: Done = lambda: None,
) -> list[Checked]:
    """What comes of tasks, in their order; one that fails does not stop the others.

    Args:
        tasks: the files, with their settings.
        kept: results of earlier runs, which these are added to; None leaves them aside.
        jobs: how many processes check; by default as many as are worth it.
        done: called after each task.

    Raises:
        RuleError: a company's rule that cannot be used.
    """
    found: dict[int, Checked] = {}
    for number, task in enumerate(tasks) if kept else ():
        known = kept.recall(task) if kept else None
        if known is not None:
            found[number] = known
            done()
    rest = [number for number in range(len(tasks)) if number not in found]
    for number, checked in zip(rest, _checked([tasks[n] for n in rest], kept, jobs), strict=True):
        found[number] = checked
        done()
    if kept:
        kept.tidy()
    return [found[number] for number in range(len(tasks))]


def _checked(tasks: Sequence[Task], kept: Kept | None, jobs: int | None) -> Iterator[Checked]:
    number = min(jobs or worth_it(len(tasks)), len(tasks))
    for settings in {task.settings for task in tasks}:
        rulebook_of(settings)  # what is wrong with it is said at once, and it is compiled once
    if number > 1:
        from tonecheck.running.processes import in_processes

        return in_processes(tasks, number, keeping=kept is not None)
    return (check_safely(task, kept) for task in tasks)


def check_safely(task: Task, kept: Kept | None = None) -> Checked:
    """Check a file; a mistake of tonecheck's own is an error of that file, too.

    Raises:
        RuleError: a company's rule that cannot be used.
    """
    try:
        return check(task, kept)
    except TonecheckError:
        raise
    except Exception as error:
        return Checked((), FileError(str(task.path), _own_mistake(task, error)))


def worth_it(files: int) -> int:
    """How many processes are worth starting for a number of files to check."""
    return max(1, min(processors(), MOST, files // FILES_A_PROCESS))


def processors() -> int:
    """How many processors this program may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _own_mistake(task: Task, error: Exception) -> str:
    said = sentence(
        "could not be checked by a mistake of tonecheck itself ({kind}: {reason}); "
        "please report it",
        kind=type(error).__name__,
        reason=error,
    )
    return said.said(task.settings.speech or Language.EN)
