"""Presets: settings under a name, one file each, in the form of a settings file."""

from __future__ import annotations

from importlib import resources

PRESETS = ("gentle", "standard", "formal")
"""The names of the presets."""


def preset_text(name: str) -> str:
    """The file of a preset."""
    return resources.files(__name__).joinpath(f"{name}.yaml").read_text(encoding="utf-8")
