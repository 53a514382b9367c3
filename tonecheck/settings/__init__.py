"""Settings: ``tonecheck.yaml`` or ``[tool.tonecheck]``, found upwards from each message file.

Reading them takes neither a language nor a compiled rule book. See docs/settings.md.
"""

from __future__ import annotations

from tonecheck.settings.library import Library
from tonecheck.settings.merging import Overrides
from tonecheck.settings.values import Entries, Given, Origin, Settings, SettingsError, Source

__all__ = [
    "Entries",
    "Given",
    "Library",
    "Origin",
    "Overrides",
    "Settings",
    "SettingsError",
    "Source",
]
