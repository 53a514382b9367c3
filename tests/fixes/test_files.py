"""Files replaced: nothing is lost whoever interferes, and every error says what to do."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from tonecheck.fixes import rewrite, write_atomically
from tonecheck.sentences import TonecheckError
from tonecheck.types import Language

ROOT = Path(__file__).parents[2]
NOT_WINDOWS = pytest.mark.skipif(sys.platform == "win32", reason="needs fork and SIGKILL")
NOT_ROOT = pytest.mark.skipif(
    hasattr(os, "geteuid") and os.geteuid() == 0, reason="nothing is forbidden to root"
)

KILLED = """
import json, os, random, signal, sys, time
from pathlib import Path
from tonecheck.fixes.files import write_atomically

link, target, rounds = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
texts = [letter * size for letter, size in ((b"a", 20_000), (b"b", 31_000), (b"c", 3))]
chance = random.Random(2041)
damage, seen = [], set()
for number in range(rounds):
    child = os.fork()
    if child == 0:
        turn = number
        while True:
            turn += 1
            write_atomically(link, texts[turn % len(texts)])
    time.sleep(chance.random() * 0.004)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    data = target.read_bytes()
    seen.add(data[:1].decode())
    if data not in texts:
        damage.append((number, "torn"))
    if not link.is_symlink() or target.is_symlink():
        damage.append((number, "link"))
    if target.stat().st_mode & 0o777 != 0o640:
        damage.append((number, "mode"))
print(json.dumps({"damage": damage, "seen": sorted(seen)}))
"""


@NOT_WINDOWS
def test_a_writer_killed_a_thousand_times_leaves_a_whole_file(tmp_path: Path) -> None:
    target, link = tmp_path / "real" / "draft.txt", tmp_path / "link.txt"
    target.parent.mkdir()
    target.write_bytes(b"c" * 3)
    target.chmod(0o640)
    link.symlink_to(target)
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(link), str(target), "1000"],
        capture_output=True,
        text=True,
        env=dict(os.environ) | {"PYTHONPATH": str(ROOT)},
    )
    assert done.stderr == ""
    outcome = json.loads(done.stdout)
    assert outcome == {"damage": [], "seen": ["a", "b", "c"]}
    leftovers = [path for path in target.parent.iterdir() if path != target]
    assert leftovers, "no writer was killed in the middle"
    long_ago = time.time() - 2 * 3600
    for path in leftovers:
        os.utime(path, (long_ago, long_ago))
    write_atomically(link, b"new")
    assert [path.name for path in target.parent.iterdir()] == ["draft.txt"]


def test_only_old_temporaries_of_ours_are_removed(tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_bytes(b"old")
    kept = [
        ".tonecheck-notes", ".tonecheck-abcdefgh", "tonecheck-abcdefgh.tmp",
        ".tonecheck-ABCDEFGH.tmp", ".tonecheck-abcdefghi.tmp", ".tonecheck-fresh_00.tmp",
    ]  # fmt: skip
    for name in [*kept, ".tonecheck-stale_00.tmp"]:
        (tmp_path / name).write_bytes(b"x")
        if name != ".tonecheck-fresh_00.tmp":
            os.utime(tmp_path / name, (1, 1))
    (tmp_path / ".tonecheck-folder_0.tmp").mkdir()
    os.utime(tmp_path / ".tonecheck-folder_0.tmp", (1, 1))
    write_atomically(draft, b"new")
    left = {path.name for path in tmp_path.iterdir()}
    assert left == {*kept, "draft.txt", ".tonecheck-folder_0.tmp"}


def error_of(path: Path, before: bytes = b"old") -> TonecheckError:
    with pytest.raises(TonecheckError) as caught:
        rewrite(path, b"new", before=before)
    # Every sentence has its Russian.
    assert caught.value.said(Language.RU) != caught.value.said(Language.EN)
    assert "nothing was written" in str(caught.value)
    assert not list(path.parent.glob(".tonecheck-*"))
    return caught.value


def test_a_file_that_is_as_it_was_read_is_rewritten(tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_bytes(b"old")
    rewrite(draft, b"new", before=b"old")
    assert draft.read_bytes() == b"new"


def test_a_file_changed_in_between_stays_as_it_is(tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_bytes(b"somebody's own")
    assert "changed by somebody else" in str(error_of(draft))
    assert draft.read_bytes() == b"somebody's own"


def test_a_file_that_vanished_is_not_made_anew(tmp_path: Path) -> None:
    assert "is no longer there" in str(error_of(tmp_path / "draft.txt"))
    assert not (tmp_path / "draft.txt").exists()


def test_a_file_that_vanishes_while_it_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_bytes(b"old")
    make = tempfile.mkstemp

    def vanish(**where: object) -> tuple[int, str]:
        draft.unlink()
        return make(**where)  # type: ignore[call-overload, no-any-return]

    monkeypatch.setattr(tempfile, "mkstemp", vanish)
    assert "is no longer there" in str(error_of(draft))
    assert list(tmp_path.iterdir()) == []


def test_a_read_only_file_stays(tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_bytes(b"old")
    draft.chmod(0o444)
    assert "is read-only" in str(error_of(draft))
    assert draft.read_bytes() == b"old"
    assert stat.S_IMODE(draft.stat().st_mode) & 0o222 == 0


@NOT_WINDOWS
@NOT_ROOT
def test_a_read_only_folder(tmp_path: Path) -> None:
    draft = tmp_path / "closed" / "draft.txt"
    draft.parent.mkdir()
    draft.write_bytes(b"old")
    draft.parent.chmod(0o555)
    try:
        assert f"its folder {draft.parent} may not be written to" in str(error_of(draft))
    finally:
        draft.parent.chmod(0o755)
    assert draft.read_bytes() == b"old"


def test_a_folder_that_refuses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_bytes(b"old")

    def refuse(**where: object) -> tuple[int, str]:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(tempfile, "mkstemp", refuse)
    said = str(error_of(draft))
    assert f"its folder {tmp_path} may not be written to (permission denied)" in said


def test_a_file_that_another_program_holds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_bytes(b"old")

    def refuse(self: Path, target: Path) -> Path:
        raise PermissionError(1, "Operation not permitted", str(self), None, str(target))

    monkeypatch.setattr(Path, "replace", refuse)
    assert "cannot be written: operation not permitted" in str(error_of(draft))
    assert draft.read_bytes() == b"old"


def test_a_full_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_bytes(b"old")

    def fail(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    assert "cannot be written: no space left on device" in str(error_of(draft))
    assert draft.read_bytes() == b"old"


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives files away"
)
def test_the_owner_is_kept(tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_bytes(b"old")
    os.chown(draft, 1234, 4321)
    draft.chmod(0o2640)
    write_atomically(draft, b"new")
    status = draft.stat()
    assert (status.st_uid, status.st_gid) == (1234, 4321)
    assert stat.S_IMODE(status.st_mode) == 0o2640


@NOT_WINDOWS
def test_what_is_no_ordinary_file_is_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    assert "is no ordinary file" in str(error_of(pipe))
    assert stat.S_ISFIFO(pipe.stat().st_mode)


@NOT_WINDOWS
def test_links_in_a_circle(tmp_path: Path) -> None:
    one, other = tmp_path / "one.txt", tmp_path / "other.txt"
    one.symlink_to(other)
    other.symlink_to(one)
    assert "cannot be written" in str(error_of(one))


@NOT_WINDOWS
def test_the_folder_is_brought_to_the_disk_after_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_bytes(b"old")
    synced: list[bool] = []
    monkeypatch.setattr(os, "fsync", lambda handle: synced.append(_is_folder(handle)))
    write_atomically(draft, b"new")
    assert synced == [False, True]


def _is_folder(handle: int) -> bool:
    return stat.S_ISDIR(os.fstat(handle).st_mode)
