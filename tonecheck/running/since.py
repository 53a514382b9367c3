"""Which files changed since a revision, as git tells it."""

from __future__ import annotations

import os
import subprocess
from dataclasses import replace
from functools import cache
from pathlib import Path

from tonecheck.across import OF_SEQUENCES
from tonecheck.running import Plan, Task
from tonecheck.sentences import TonecheckError
from tonecheck.types import Report

_GIT = ".git"


def only_changed(plan: Plan, revision: str) -> Plan:
    """A plan with those files that changed since a revision.

    A file changed where it differs from what it was when the current branch left the revision:
    committed, staged, not staged, or new and not ignored. A file that is not there stays in the
    plan, for it was named, and reading it gives the error.

    Raises:
        TonecheckError: a file lies in no repository, or git does not know the revision.
    """
    by_root: dict[Path, frozenset[Path]] = {}

    def is_changed(task: Task) -> bool:
        folder = Path(os.path.realpath(task.path.parent))
        root = _root(folder)
        if root is None:
            raise TonecheckError(
                "--diff-base: {folder} is in no git repository; expected files in one",
                folder=str(folder),
            )
        if root not in by_root:
            by_root[root] = changed_files(root, revision)
        return folder / task.path.name in by_root[root] or not task.path.exists()

    return replace(plan, tasks=tuple(task for task in plan.tasks if is_changed(task)))


def is_judged(rule: str) -> bool:
    """Whether findings of a rule can be told where only some files are checked."""
    return rule not in OF_SEQUENCES


def without_sequences(report: Report) -> Report:
    """A report without what is wrong with sequences: of some of its files none can be judged."""
    messages = tuple(
        replace(message, findings=tuple(f for f in message.findings if is_judged(f.rule)))
        for message in report.messages
    )
    return replace(report, messages=messages)


def changed_files(root: Path, revision: str) -> frozenset[Path]:
    """The files of a repository that changed since a revision and are still there.

    Args:
        root: the folder of the repository.
        revision: a branch, a tag or a commit. Changes count from where the current branch left
            it; where the two have nothing in common, from the revision itself.

    Raises:
        TonecheckError: git cannot be run, or does not know the revision.
    """
    commit = None
    if not revision.startswith("-"):  # git would take it for an option
        commit = _git(root, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    if commit is None:
        raise TonecheckError(
            "--diff-base: there is no revision '{revision}' in {folder}; expected a branch, a tag "
            "or a commit; in a shallow clone it has to be fetched first",
            revision=revision,
            folder=str(root),
        )
    base = _git(root, "merge-base", commit.decode().strip(), "HEAD") or commit
    start = base.decode().strip()
    options = ("--name-only", "--diff-filter=d", "--no-ext-diff", "--no-relative", "-z")
    tracked = _listed(root, "diff", *options, start, "--")
    new = _listed(root, "ls-files", "--others", "--exclude-standard", "-z")
    return frozenset(root / os.fsdecode(name) for name in (tracked + new).split(b"\0") if name)


@cache
def _root(folder: Path) -> Path | None:
    """The repository that a folder lies in."""
    return next((above for above in (folder, *folder.parents) if (above / _GIT).exists()), None)


def _listed(root: Path, *arguments: str) -> bytes:
    listed = _git(root, *arguments, is_needed=True)
    return listed or b""


def _git(root: Path, *arguments: str, is_needed: bool = False) -> bytes | None:
    """What git says; None where it fails and may.

    Raises:
        TonecheckError: it cannot be run, or fails where it may not.
    """
    command = ["git", "-C", str(root), "-c", "core.quotePath=false", *arguments]
    try:
        done = subprocess.run(command, capture_output=True, check=False)
    except OSError as error:
        reason = error.strerror or str(error)
        raise TonecheckError("--diff-base: git could not be run: {reason}", reason=reason) from None
    if done.returncode == 0:
        return done.stdout
    said = os.fsdecode(done.stderr).strip()
    if is_needed or "dubious ownership" in said:
        raise TonecheckError(
            "--diff-base: git said in {folder}: {reason}", folder=str(root), reason=said
        )
    return None
