"""The folder of results: what was put comes back, and nothing that happens to it is an error."""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.reports.samples import mixed
from tonecheck.results import Results
from tonecheck.results import store as store_module
from tonecheck.results.store import DAY
from tonecheck.types import MessageReport

REPORT = mixed().messages[0]


def key(number: int) -> str:
    return f"{number:032x}"


def put(results: Results, *numbers: int) -> None:
    for number in numbers:
        results.put(key(number), REPORT.source, [REPORT])


def got(results: Results, number: int) -> list[MessageReport] | None:
    return results.get(key(number), REPORT.source, REPORT.path)


def files(folder: Path) -> list[Path]:
    return [file for file in folder.rglob("*") if file.is_file()]


def used(folder: Path, number: int, days_ago: float) -> None:
    """Make an entry look as if it was last used some days ago."""
    moment = time.time() - days_ago * DAY
    (place,) = folder.rglob(key(number)[2:])
    os.utime(place, (moment, moment))


def test_what_was_put_comes_back(tmp_path: Path) -> None:
    results = Results(tmp_path / "results")
    assert got(results, 1) is None
    put(results, 1)
    assert got(results, 1) == [REPORT]
    assert got(Results(tmp_path / "results"), 1) == [REPORT]
    assert got(results, 2) is None


def test_the_same_text_elsewhere_is_reported_there(tmp_path: Path) -> None:
    results = Results(tmp_path)
    put(results, 1)
    moved = results.get(key(1), REPORT.source, "other/copy.txt")
    assert moved == [replace(REPORT, path="other/copy.txt")]


def test_many_messages_of_one_file_come_back_in_order(tmp_path: Path) -> None:
    reports = [replace(REPORT, name=name) for name in ("Subject", "court", None)]
    results = Results(tmp_path)
    results.put(key(1), REPORT.source, reports)
    assert results.get(key(1), REPORT.source, REPORT.path) == reports


def test_no_file_holds_a_word_of_the_message(tmp_path: Path) -> None:
    put(Results(tmp_path), 1)
    (entry,) = files(tmp_path)
    for word in ("Subject", "customer", "invoice", "Workshop", "legal-threat"):
        assert word.encode() not in entry.read_bytes()


@pytest.mark.skipif(os.name != "posix", reason="permissions are those of POSIX")
def test_an_entry_is_the_users_own(tmp_path: Path) -> None:
    put(Results(tmp_path), 1)
    (entry,) = files(tmp_path)
    assert stat.S_IMODE(entry.stat().st_mode) == 0o600


@pytest.mark.parametrize(
    "content", [b"", b"\0" * 50, b"{}", b"x" * 10_000], ids=lambda c: str(len(c))
)
def test_a_damaged_entry_is_put_anew(tmp_path: Path, content: bytes) -> None:
    results = Results(tmp_path)
    put(results, 1)
    (entry,) = files(tmp_path)
    entry.write_bytes(content)
    assert got(results, 1) is None
    put(results, 1)
    assert got(results, 1) == [REPORT]


def test_an_entry_under_another_key_is_none(tmp_path: Path) -> None:
    results = Results(tmp_path)
    put(results, 1)
    (entry,) = files(tmp_path)
    entry.rename(entry.with_name(key(2)[2:]))
    assert got(results, 2) is None


def test_reports_that_cannot_be_kept_leave_nothing(tmp_path: Path) -> None:
    results = Results(tmp_path)
    results.put(key(1), REPORT.source + "!", [REPORT])
    assert files(tmp_path) == []


def occupied(folder: Path) -> None:
    folder.write_text("a file", encoding="utf-8")


def shard_occupied(folder: Path) -> None:
    put(Results(folder), 1)
    (entry,) = files(folder)
    entry.unlink()
    entry.parent.rmdir()
    entry.parent.write_text("a file", encoding="utf-8")


@pytest.mark.parametrize("spoil", [occupied, shard_occupied])
def test_a_folder_that_cannot_be_used_is_fine(
    tmp_path: Path, spoil: Callable[[Path], None]
) -> None:
    folder = tmp_path / "results"
    spoil(folder)
    results = Results(folder)
    put(results, 1)
    assert got(results, 1) is None
    results.prune()
    results.tidy()


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_folder_that_is_read_only_is_read(tmp_path: Path) -> None:
    results = Results(tmp_path)
    put(results, 1)
    used(tmp_path, 1, days_ago=5)
    (entry,) = files(tmp_path)
    entry.parent.chmod(0o500)
    try:
        put(results, 1)
        assert got(results, 1) == [REPORT]
        results.prune(max_age=0)
        assert got(results, 1) == [REPORT]
    finally:
        entry.parent.chmod(0o700)


@pytest.mark.parametrize("call", ["mkdir", "replace"])
def test_a_full_disk_is_fine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str) -> None:
    results = Results(tmp_path)

    def fail(*_arguments: object, **_named: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, call, fail)
    put(results, 1)
    assert got(results, 1) is None
    assert files(tmp_path) == []


def test_pruning_keeps_what_was_used_last(tmp_path: Path) -> None:
    results = Results(tmp_path)
    put(results, 1, 2, 3, 4)
    for number, days in ((1, 4), (2, 1), (3, 3), (4, 2)):
        used(tmp_path, number, days)
    size = files(tmp_path)[0].stat().st_size
    results.prune(max_bytes=round(2.5 * size))
    assert [n for n in range(1, 5) if got(results, n)] == [2, 4]


def test_pruning_drops_what_nobody_asks_for(tmp_path: Path) -> None:
    results = Results(tmp_path)
    put(results, 1, 2, 3)
    used(tmp_path, 1, days_ago=31)
    used(tmp_path, 2, days_ago=29)
    results.prune()
    assert [n for n in range(1, 4) if got(results, n)] == [2, 3]


def test_a_result_that_is_asked_for_stays(tmp_path: Path) -> None:
    results = Results(tmp_path)
    put(results, 1)
    used(tmp_path, 1, days_ago=29)
    assert got(results, 1)
    results.prune(max_age=2 * DAY)
    assert got(results, 1)


def test_pruning_takes_what_a_killed_run_left(tmp_path: Path) -> None:
    results = Results(tmp_path)
    put(results, 1)
    (entry,) = files(tmp_path)
    old, fresh = entry.with_name("a.x.tmp"), entry.with_name("b.x.tmp")
    for file in (old, fresh):
        file.write_bytes(b"half")
    os.utime(old, (time.time() - 2 * DAY,) * 2)
    results.prune()
    assert sorted(files(tmp_path)) == sorted([entry, fresh])


def test_another_format_drops_the_old_entries(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(Results(tmp_path), 1)
    monkeypatch.setattr(store_module, "schema", lambda: "another")
    results = Results(tmp_path)
    assert got(results, 1) is None
    put(results, 2)
    results.prune()
    assert [file.name for file in files(tmp_path)] == [key(2)[2:]]


def test_tidying_prunes_once_a_day(tmp_path: Path) -> None:
    results = Results(tmp_path / "results")
    results.tidy()
    assert not (tmp_path / "results").exists()
    put(results, 1, 2)
    used(tmp_path, 1, days_ago=31)
    results.tidy()
    assert not list(tmp_path.rglob(key(1)[2:]))
    used(tmp_path, 2, days_ago=31)
    results.tidy()
    assert list(tmp_path.rglob(key(2)[2:]))
    mark = tmp_path / "results" / "pruned"
    os.utime(mark, (time.time() - 2 * DAY,) * 2)
    results.tidy()
    assert not list(tmp_path.rglob(key(2)[2:]))
    assert files(tmp_path) == [mark]
