"""``check --watch``: checked again whenever something changes, until Ctrl-C."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Collection
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from tonecheck.cli_checking import Checking
from tonecheck.cli_commands import complain
from tonecheck.cli_output import Status, status
from tonecheck.console import note, shows_unicode
from tonecheck.reports.words import count, say
from tonecheck.running import Plan
from tonecheck.running.watching import Memory, Stamps, beside, stamps
from tonecheck.sentences import TonecheckError
from tonecheck.types import Language, MessageReport, Report

SHORTEST = 0.5
"""Seconds between two looks; longer where a look takes its time."""

_SHARE = 10
_SETTLED = 0.1
_RULE = 3


def watch(checking: Checking) -> Status:
    """Check whenever something changes.

    Returns:
        The status of the last check, once somebody presses Ctrl-C.
    """
    rounds = Rounds(checking)
    try:
        seen = rounds.look()
        rounds.check()
        if not checking.wishes.quiet:
            note(say("watching", rounds.language))
        while True:
            wait_for_change(seen, rounds.look)
            seen = rounds.look()
            rounds.check()
    except KeyboardInterrupt:
        return rounds.status


def wait_for_change(
    seen: Stamps, look: Callable[[], Stamps], sleep: Callable[[float], None] = time.sleep
) -> None:
    """Come back once what is to be seen is not what was seen."""
    while True:
        started = time.monotonic()
        if look() != seen:
            sleep(_SETTLED)  # programs write a file in several steps
            return
        sleep(max(SHORTEST, _SHARE * (time.monotonic() - started)))


@dataclass
class Rounds:
    """Checks, one after the other; each tells only what is not as it was.

    Attributes:
        checking: what was asked for.
        status: how the last one ended.
        language: of what is said about them.
    """

    checking: Checking
    status: Status = Status.WELL
    language: Language = Language.EN
    _memory: Memory = field(default_factory=Memory)
    _told: dict[str, list[MessageReport]] = field(default_factory=dict)
    _beside: frozenset[Path] = frozenset()
    _rules: Stamps = field(default_factory=dict)
    _is_first: bool = True

    def look(self) -> Stamps:
        """What is to be seen now of all that a check rests on."""
        written = [place for _, place in self.checking.reports if place is not None]
        return stamps(self.checking.paths or (Path(),), self._beside, written)

    def check(self) -> None:
        """Check what has changed and tell it; a mistake in settings is told, and may be mended."""
        try:
            plan = self.checking.plan()
            self.language = plan.speech or Language.EN
            self._renew_rules(plan)
            self._round(plan)
        except TonecheckError as error:
            self.status = Status.TROUBLE
            complain(error, self.checking.speech)

    def _renew_rules(self, plan: Plan) -> None:
        self._beside = beside(plan, self.checking.given.config)
        folders = [path for path in self._beside if path.is_dir()]
        rules = stamps(folders)
        if rules != self._rules:
            self._rules = rules
            self._memory.forget()

    def _round(self, plan: Plan) -> None:
        checking = self.checking
        known = checking.known(plan)
        checked, changed = self._memory.checked(
            plan.tasks, lambda tasks: checking.check(tasks, plan.speech)
        )
        report = checking.report(plan, checked, known)
        self.status = status(report)
        news = report if self._is_first else self._news(report, changed)
        self._told = _by_path(report)
        written = [pair for pair in checking.reports if pair[1] is not None]
        checking.deliver(report, written, plan)
        if self._is_first or news.messages or news.errors:
            self._tell(news, plan)
        self._is_first = False

    def _news(self, report: Report, changed: Collection[str]) -> Report:
        """The part of a report that was not told yet."""
        now = _by_path(report)
        other = {path for path, here in now.items() if here != self._told.get(path)}
        return replace(
            report,
            messages=tuple(m for m in report.messages if m.path in other or m.path in changed),
            errors=tuple(error for error in report.errors if error.path in changed),
        )

    def _tell(self, news: Report, plan: Plan) -> None:
        if not self._is_first:
            paths = {message.path for message in news.messages}
            self._separate(len(paths | {error.path for error in news.errors}))
        shown = [pair for pair in self.checking.reports if pair[1] is None]
        self.checking.tell(news, plan)
        self.checking.deliver(news, shown, plan)

    def _separate(self, files: int) -> None:
        clock = datetime.now().astimezone().strftime("%H:%M:%S")
        files_said = count(files, "file", self.language)
        said = say("changed", self.language, time=clock, files=files_said)
        rule = ("─" if shows_unicode(sys.stderr) else "-") * _RULE
        note("")
        note(f"{rule} {said} {rule}")


def _by_path(report: Report) -> dict[str, list[MessageReport]]:
    found: dict[str, list[MessageReport]] = {}
    for message in report.messages:
        found.setdefault(message.path, []).append(message)
    return found
