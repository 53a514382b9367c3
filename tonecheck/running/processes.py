"""Tasks in several processes, each of which loads its languages once.

Processes are started anew and not copied (``spawn``), which works on every system.
"""

from __future__ import annotations

import gc
import multiprocessing
import signal
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import cache

from tonecheck.running import Checked, Task
from tonecheck.running.keeping import Kept
from tonecheck.running.many import check_safely
from tonecheck.sentences import sentence
from tonecheck.startup import leave_out_spacys_command_line
from tonecheck.types import FileError, Language


def in_processes(tasks: Sequence[Task], number: int, *, keeping: bool) -> Iterator[Checked]:
    """What comes of tasks, in their order, as soon as it is there.

    Args:
        tasks: the files, with their settings.
        number: of processes.
        keeping: whether results are kept for later runs.
    """
    pool = ProcessPoolExecutor(number, multiprocessing.get_context("spawn"), initializer=_prepare)
    try:
        futures = [pool.submit(_work, task, keeping) for task in tasks]
        for task, future in zip(tasks, futures, strict=True):
            yield _outcome(task, future)
    finally:
        # Also when the run is interrupted: what has been begun ends, the rest is dropped.
        pool.shutdown(cancel_futures=True)


def _outcome(task: Task, future: Future[Checked]) -> Checked:
    try:
        return future.result()
    except BrokenProcessPool:
        said = _BROKEN.said(task.settings.speech or Language.EN)
        return Checked((), FileError(str(task.path), said))


def _work(task: Task, keeping: bool) -> Checked:
    return check_safely(task, _kept() if keeping else None)


@cache
def _kept() -> Kept:
    return Kept()


def _prepare() -> None:
    """Make a process as quick as the first one, and leave to that what Ctrl-C does."""
    gc.set_threshold(200_000, 30, 30)
    leave_out_spacys_command_line()
    signal.signal(signal.SIGINT, signal.SIG_IGN)


_BROKEN = sentence(
    "could not be checked: a process of this run was ended from outside, perhaps for want of "
    "memory; expected it to go on; try --jobs 1"
)
