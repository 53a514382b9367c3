"""Many files, in one process and in several."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tonecheck.running import Checked, Task, plan
from tonecheck.running import many as many_module
from tonecheck.running.keeping import Kept
from tonecheck.running.many import MOST, check_many, processors, worth_it
from tonecheck.running.processes import in_processes
from tonecheck.types import FileError

TEXT = "Dear Ms Okafor,\n\nIf invoice {} is not paid, we will take you to court.\n\nAnn\n"


@pytest.fixture
def tasks(tmp_path: Path) -> tuple[Task, ...]:
    for number in range(4):
        (tmp_path / f"{number}.txt").write_text(TEXT.format(2040 + number), encoding="utf-8")
    (tmp_path / "2.txt").write_bytes(b"")
    return plan([tmp_path]).tasks


def test_several_processes_find_what_one_finds_in_the_same_order(
    tasks: tuple[Task, ...], tmp_path: Path
) -> None:
    steps: list[int] = []
    several = check_many(tasks, Kept(tmp_path / "x"), jobs=2, done=lambda: steps.append(1))
    assert several == check_many(tasks, jobs=1)
    assert len(steps) == len(tasks)
    assert [bool(one.error) for one in several] == [False, False, True, False]


def test_what_is_known_is_not_checked_again(
    tasks: tuple[Task, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = Kept(tmp_path / "results")
    first = check_many(tasks, kept, jobs=1)
    checked: list[Path] = []

    def watched(task: Task, kept: Kept | None = None) -> Checked:
        checked.append(task.path)
        return Checked((), FileError(str(task.path), "is empty"))

    monkeypatch.setattr(many_module, "check", watched)
    second = check_many(tasks, kept, jobs=1)
    assert [path.name for path in checked] == ["2.txt"]
    assert [one.messages for one in second] == [one.messages for one in first]


def test_a_mistake_of_ours_is_an_error_of_its_file_and_stops_nothing(
    tasks: tuple[Task, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(task: Task, kept: Kept | None = None) -> Checked:
        raise ZeroDivisionError("division by zero")

    monkeypatch.setattr(many_module, "check", broken)
    errors = [one.error for one in check_many(tasks, jobs=1)]
    assert [error.path for error in errors if error] == [str(task.path) for task in tasks]
    assert "ZeroDivisionError: division by zero" in str(errors[0])


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no SIGKILL here")
def test_a_process_that_is_killed_makes_errors_and_no_traceback(tasks: tuple[Task, ...]) -> None:
    done = list(in_processes([_Killer(*_parts(tasks[0])), *tasks], 1, keeping=False))
    assert len(done) == len(tasks) + 1
    assert "ended from outside" in str(done[0].error)


class _Killer(Task):
    """A task that kills the process that takes it up."""

    def __reduce__(self) -> tuple[Callable[..., None], tuple[int, ...]]:
        return _kill_unless, (os.getpid(),)


def _parts(task: Task) -> tuple[object, ...]:
    return task.path, task.settings, task.is_named


def _kill_unless(parent: int) -> None:
    if os.getpid() != parent:
        os.kill(os.getpid(), signal.SIGKILL)


def test_processes_are_started_where_they_pay() -> None:
    assert worth_it(0) == worth_it(1) == 1
    assert worth_it(10**6) == min(MOST, processors())
    assert [worth_it(n) for n in range(0, 5000, 100)] == sorted(
        worth_it(n) for n in range(0, 5000, 100)
    )


def test_nothing_to_do_is_done(tmp_path: Path) -> None:
    assert check_many((), Kept(tmp_path)) == []


@pytest.mark.skipif(os.name == "nt", reason="Ctrl-C cannot be sent to one run there")
def test_ctrl_c_ends_a_run_of_several_processes_without_a_traceback(tmp_path: Path) -> None:
    folder, cache = tmp_path / "drafts", tmp_path / "cache"
    folder.mkdir()
    for number in range(200):
        (folder / f"{number}.txt").write_text(TEXT.format(number), encoding="utf-8")
    root = str(Path(__file__).resolve().parents[2])
    run = subprocess.Popen(
        [sys.executable, "-m", "tonecheck", "check", str(folder), "--jobs", "2"],
        env={**os.environ, "PYTHONPATH": root, "TONECHECK_CACHE_DIR": str(cache)},
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True,
    )  # fmt: skip
    results = cache / "results"
    while run.poll() is None and not any(place.is_file() for place in results.rglob("*")):
        time.sleep(0.05)
    os.killpg(run.pid, signal.SIGINT)
    said, complained = run.communicate()
    assert (run.returncode, said, complained) == (130, "", "")
