"""Small JSON files kept between runs; losing one costs time and nothing else.

What is kept never holds a message's text: only what was worked out from the rule book.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import TypeAlias, cast

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"

ENVIRONMENT_VARIABLE = "TONECHECK_CACHE_DIR"

KEPT = 8
"""So many values of a name are kept: those of several versions and of companies' own rules."""


def folder() -> Path:
    """Where cached files are kept: ``$TONECHECK_CACHE_DIR`` or the user's cache folder."""
    named = os.environ.get(ENVIRONMENT_VARIABLE)
    if named:
        return Path(named)
    import platformdirs

    return Path(platformdirs.user_cache_dir("tonecheck"))


def digest(parts: Iterable[bytes | str]) -> str:
    """A key for some content: equal content, equal key."""
    total = hashlib.blake2b(digest_size=16)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        total.update(len(data).to_bytes(8, "big"))
        total.update(data)
    return total.hexdigest()


def load(name: str, key: str) -> Json:
    """What was stored under a name and a key; None where there is nothing usable."""
    place = folder() / f"{name}.{key}.json"
    try:
        value = cast(Json, json.loads(place.read_bytes()))
    except (OSError, ValueError):
        return None
    with contextlib.suppress(OSError):
        os.utime(place)
    return value


def store(name: str, key: str, value: Json) -> None:
    """Keep a value; of the same name, those go that were not needed for the longest time.

    A folder that cannot be written is fine.
    """
    data = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
    with contextlib.suppress(OSError):
        place = folder()
        place.mkdir(parents=True, exist_ok=True)
        target = place / f"{name}.{key}.json"
        write_whole(target, data)
        known = sorted(place.glob(f"{name}.*.json"), key=_last_needed, reverse=True)
        for old in known[KEPT:]:
            old.unlink(missing_ok=True)


def _last_needed(place: Path) -> float:
    try:
        return place.stat().st_mtime
    except FileNotFoundError:  # another process has removed it
        return 0.0


def write_whole(target: Path, data: bytes) -> None:
    """Write a file at once, so that another process never reads half of it.

    Raises:
        OSError: it cannot be written; what was there before is there still.
    """
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f"{target.stem}.", suffix=".tmp")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        temporary.replace(target)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
