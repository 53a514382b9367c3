"""A file's content replaced in one step: whoever looks finds the old text or the new one, whole.

The new text is written beside the file, to ``.tonecheck-????????.tmp``, and takes its place
when all of it is on the disk. A run that is killed between the two leaves that temporary
behind; nothing reads it, and the next fix in the same folder, an hour later or more, removes it.
"""

from __future__ import annotations

import os
import re
import stat
import tempfile
import time
from contextlib import suppress
from pathlib import Path

from tonecheck.sentences import TonecheckError

_PREFIX, _SUFFIX = ".tonecheck-", ".tmp"
_LEFTOVER = re.compile(r"\.tonecheck-[a-z0-9_]{8}\.tmp")
_HOUR = 3600.0  # Seconds; a run that is alive has its temporary for less than one.


def rewrite(path: Path, data: bytes, *, before: bytes) -> None:
    """Replace the content of a file that was read a while ago.

    Args:
        path: the file, or a symbolic link to it.
        data: its new content.
        before: what was read from it.

    Raises:
        TonecheckError: it is gone, read-only or no ordinary file, it or its folder cannot be
            written, or it has another content by now; nothing was written.
    """
    try:
        target = path.resolve(strict=True)
        mode = target.stat().st_mode
    except FileNotFoundError:
        raise TonecheckError(
            "is no longer there; expected the file that was read; nothing was written"
        ) from None
    except (OSError, RuntimeError) as error:  # Python 3.12 and older: a circle of links.
        raise _not_written(error) from None
    if not stat.S_ISREG(mode):
        raise TonecheckError("is no ordinary file, so it cannot be replaced; nothing was written")
    if not mode & 0o222 or not os.access(target, os.W_OK):
        raise TonecheckError(
            "is read-only; expected a file that may be changed; nothing was written"
        )
    try:
        write_atomically(path, data, before=before)
    except OSError as error:
        raise _not_written(error, target.parent) from None


def write_atomically(path: Path, data: bytes, *, before: bytes | None = None) -> None:
    """Replace a file's content in one step, keeping its permissions and any symbolic link.

    Args:
        path: the file, or a symbolic link to it.
        data: its new content.
        before: what it must still hold; anything where it is None.

    Raises:
        OSError: the folder or the file cannot be written; the old file stands.
        TonecheckError: the file does not hold ``before`` any more; it stands as it is.
    """
    target = path.resolve()
    _remove_leftovers(target.parent)
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=_PREFIX, suffix=_SUFFIX)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _keep_rights(temporary, target.stat())
        if before is not None and target.read_bytes() != before:
            raise TonecheckError(
                "was changed by somebody else while it was being fixed; nothing was written; "
                "run tonecheck fix again"
            )
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    _settle(target.parent)


def _keep_rights(temporary: Path, old: os.stat_result) -> None:
    """Give a file the group and owner, where that is allowed, and the permissions of another."""
    if hasattr(os, "chown"):
        for owner in ((-1, old.st_gid), (old.st_uid, -1)):
            with suppress(OSError):
                os.chown(temporary, *owner)
    temporary.chmod(stat.S_IMODE(old.st_mode))


def _settle(folder: Path) -> None:
    """See to it that a power cut does not undo a replacement, where the platform can."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    # The file is whole either way, and some file systems cannot do this for a folder.
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _remove_leftovers(folder: Path) -> None:
    """Remove what runs that were killed have left in a folder."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if _LEFTOVER.fullmatch(entry.name) and entry.is_file(follow_symlinks=False):
                age = time.time() - entry.stat(follow_symlinks=False).st_mtime
                if age > _HOUR:
                    Path(entry.path).unlink(missing_ok=True)


def _not_written(error: OSError | RuntimeError, folder: Path | None = None) -> TonecheckError:
    if isinstance(error, FileNotFoundError):
        return TonecheckError(
            "is no longer there; expected the file that was read; nothing was written"
        )
    reason = (getattr(error, "strerror", None) or str(error)).lower()
    # Two names: the new text is there already, and only may not take the place of the old one.
    if folder and isinstance(error, PermissionError) and error.filename2 is None:
        return TonecheckError(
            "cannot be replaced: its folder {folder} may not be written to ({reason}); the new "
            "text is first put beside the old one; nothing was written",
            folder=str(folder),
            reason=reason,
        )
    return TonecheckError("cannot be written: {reason}; nothing was written", reason=reason)
