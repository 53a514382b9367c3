"""A folder of results that processes share while others are killed; run by a test.

    python -m tests.results.shared_folder FOLDER KILLS

Prints what went wrong; nothing where all is well.
"""

from __future__ import annotations

import contextlib
import os
import random
import signal
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from tests.reports.samples import english, russian
from tonecheck.results import Results
from tonecheck.results.entries import unpack
from tonecheck.types import MessageReport

KEYS = 8
"""Few, so that all write the same entries at once."""


def entries() -> Iterator[tuple[str, MessageReport]]:
    """Keys and the one report that belongs to each."""
    for number in range(KEYS):
        report = english() if number % 2 else russian()
        yield f"{number:032x}", replace(report, is_reminder=number > 3)


def is_damaged(folder: Path, key: str, report: MessageReport) -> bool:
    """Whether there is an entry that cannot be opened; it may be pruned in between."""
    for place in folder.glob(f"*/*/{key[2:]}"):
        with contextlib.suppress(FileNotFoundError):
            return unpack(place.read_bytes(), report.source, key, report.path) is None
    return False


def use(folder: Path, chance: random.Random) -> str | None:
    """Read, write and prune in any order; what was wrong, if anything was."""
    results = Results(folder)
    for key, report in chance.sample(list(entries()), KEYS):
        found = results.get(key, report.source, report.path)
        if found not in (None, [report]):
            return f"{key}: another report"
        if found is None and is_damaged(folder, key, report):
            return f"{key}: half an entry"
        results.put(key, report.source, [report])
        if chance.random() < 0.02:
            results.prune(max_bytes=4_000)
    return None


def child(folder: Path, seed: int) -> int:
    """Use the folder in a process of its own for as long as this one lives, or until it fails."""
    parent = os.getpid()
    pid = os.fork()
    if pid:
        return pid
    status = 1
    try:
        chance, wrong = random.Random(seed), None
        while os.getppid() == parent and not wrong:
            wrong = use(folder, chance)
        if wrong:
            print(wrong, flush=True)
        status = 1 if wrong else 0
    finally:
        os._exit(status)


def main() -> None:
    """Two processes use a folder throughout, and one more after the other is killed."""
    folder, kills = Path(sys.argv[1]), int(sys.argv[2])
    chance = random.Random(kills)
    use(folder, chance)
    steady = [child(folder, seed) for seed in (1, 2)]
    for number in range(kills):
        victim = child(folder, number + 3)
        time.sleep(chance.uniform(0, 0.02))
        os.kill(victim, signal.SIGKILL)
        _, status = os.waitpid(victim, 0)
        if not os.WIFSIGNALED(status):
            print(f"process {number} ended by itself")
    for pid in steady:
        if os.waitpid(pid, os.WNOHANG) != (0, 0):
            print("a steady process failed")
            continue
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
    results = Results(folder)
    for key, report in entries():
        results.put(key, report.source, [report])
    for key, report in entries():
        if results.get(key, report.source, report.path) != [report]:
            print(f"{key}: not kept")


if __name__ == "__main__":
    main()
