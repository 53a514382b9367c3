"""What the commands ``check`` and ``fix`` set in motion; imported only when they run."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from tonecheck.cli_circumstances import Circumstances
from tonecheck.cli_options import DASH
from tonecheck.console import note
from tonecheck.readers.decoding import MAX_BYTES
from tonecheck.reports.words import count, say
from tonecheck.running import Plan
from tonecheck.running import plan as plan_of
from tonecheck.types import Language


def make_plan(
    paths: Sequence[Path],
    given: Circumstances,
    speech: Language | None,
    demands: Mapping[str, str | int | None],
) -> Plan:
    """What the options and the settings ask for.

    Raises:
        TonecheckError: settings that cannot be used, or circumstances that cannot be.
        WrongUse: an option that names no rule.
    """
    files = [path for path in paths if path != DASH]
    overrides = given.overrides(speech, demands)
    plan = plan_of(files, overrides, given.config, only_reminders=given.only_reminders)
    given.check_names(plan.rules)
    language = plan.speech or Language.EN
    if len(plan.left_out) == 1:
        note(f"{plan.left_out[0]}: {say('excluded', language)}")
    elif plan.left_out:
        files_said = count(len(plan.left_out), "path", language)
        note(f"tonecheck: {files_said}: {say('excluded', language)}")
    return plan


def read_stdin() -> bytes:
    """Standard input, no more of it than shows that it is too large."""
    return sys.stdin.buffer.read(MAX_BYTES + 1)
