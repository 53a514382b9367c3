"""Fixes applied: from findings to a new source, and from there to a file, atomically.

:mod:`~tonecheck.fixes.planning` says which edits are made, ``repairing`` makes them until
nothing is left, ``asking`` one at a time as a person answers, ``files`` replaces a file's content.
"""

from __future__ import annotations

from tonecheck.fixes.files import rewrite, write_atomically
from tonecheck.fixes.planning import Proposal, apply_edits, planned_edits, proposals
from tonecheck.fixes.repairing import MAX_PASSES, Check, Repair, repair

__all__ = [
    "MAX_PASSES",
    "Check",
    "Proposal",
    "Repair",
    "apply_edits",
    "planned_edits",
    "proposals",
    "repair",
    "rewrite",
    "write_atomically",
]
