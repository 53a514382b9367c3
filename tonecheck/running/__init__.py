"""Many files: each with the settings that are in force for it, checked one by one.

``plan`` says what is to be done and takes no language; ``check`` does one task of it, and
:func:`tonecheck.running.many.check_many` all of them. Tasks are plain values, so that they can be
compared with what was done before or sent to other processes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain, repeat
from pathlib import Path
from typing import TYPE_CHECKING

from tonecheck.across import compared
from tonecheck.readers import open_file
from tonecheck.readers.discovery import discover, is_about_project
from tonecheck.rulebook import Rule, RuleBook, load
from tonecheck.selection import Selection
from tonecheck.sentences import TonecheckError
from tonecheck.sequence import ReminderSequence
from tonecheck.settings import Library, Overrides, Settings
from tonecheck.types import FileError, Language, MessageReport, Report, Severity

if TYPE_CHECKING:
    from tonecheck.engine import Checker
    from tonecheck.running.keeping import Kept

STDIN_SUFFIX = ".txt"


@dataclass(frozen=True, slots=True)
class Task:
    """A file to check. ``is_named`` says that somebody asked for this very file."""

    path: Path
    settings: Settings
    is_named: bool


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be done.

    Attributes:
        tasks: the files, in the order of the report.
        here: the settings of the current folder, for what has no path, such as standard input.
        speech: the language of what is said about the run as a whole; None where nobody chose.
        left_out: what was named and is left out by ``exclude``.
        rules: the ids of all rules that some settings know.
        sequences: the messages that follow each other, as the settings say.
    """

    tasks: tuple[Task, ...]
    here: Settings
    speech: Language | None
    left_out: tuple[Path, ...]
    rules: frozenset[str]
    sequences: tuple[ReminderSequence, ...] = ()


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of a task."""

    messages: tuple[MessageReport, ...]
    error: FileError | None = None


def plan(
    paths: Sequence[Path],
    overrides: Overrides | None = None,
    config: Path | None = None,
    *,
    only_reminders: bool = False,
) -> Plan:
    """The files among paths and below them, with their settings.

    Args:
        paths: files and folders.
        overrides: what the command line says.
        config: the settings file for all of them, instead of the nearest.
        only_reminders: whether a file that is named has to be a reminder, as one in a folder.

    Raises:
        SettingsError: settings files that cannot be used, with all that is wrong.
    """
    library = Library(overrides, config)
    left_out = tuple(path for path in paths if library.excludes(path, is_folder=_is_folder(path)))
    wanted = [path for path in paths if path not in left_out]
    if only_reminders:
        wanted = [path for path in wanted if _is_folder(path) or not is_about_project(path)]
    named = frozenset() if only_reminders else frozenset(wanted)
    tasks = tuple(
        Task(path, library.settings_for(path), path in named)
        for path in discover(wanted, scope=library)
    )
    here = library.settings_for(Path("-"))
    first = here
    if paths:
        first = library.settings_for(paths[0] / "-" if _is_folder(paths[0]) else paths[0])
    library.require_sound()
    speech = first.speech or here.speech
    return Plan(tasks, here, speech, left_out, library.rules, library.sequences)


def check(task: Task, kept: Kept | None = None) -> Checked:
    """Check one file; a file that cannot be checked gives an error instead of messages.

    Args:
        task: the file, with its settings.
        kept: where the result is put for later runs.

    Raises:
        RuleError: a company's rule that cannot be used.
    """
    checker = checker_for(task.settings)
    try:
        opened = open_file(task.path)
        found = checker.check_opened(opened.text, task.path, is_named=task.is_named)
    except TonecheckError as error:
        said = error.said(task.settings.speech)
        return Checked((), FileError(str(task.path), said))
    if kept is not None:
        kept.keep(task, opened, found)
    return Checked(demanding(found, task.settings))


def check_bytes(data: bytes, settings: Settings, path: str) -> Checked:
    """Check the messages in bytes that came without a file; as :func:`check`."""
    checker = checker_for(settings)
    try:
        found = checker.check_bytes(data, path=path, suffix=STDIN_SUFFIX)
    except TonecheckError as error:
        return Checked((), FileError(path, error.said(settings.speech)))
    return Checked(demanding(found, settings))


def demanding(found: Iterable[MessageReport], settings: Settings) -> tuple[MessageReport, ...]:
    """Reports with what their settings ask of them."""
    return tuple(replace(message, demand=settings.demand) for message in found)


def joined(plan: Plan, checked: Iterable[Checked]) -> Report:
    """One report on all that was checked, with what comparing the messages shows.

    Args:
        plan: what was to be done.
        checked: what came of its tasks in their order, and then of standard input.
    """
    in_force = chain((task.settings for task in plan.tasks), repeat(plan.here))
    done = list(zip(checked, in_force, strict=False))
    messages = [message for one, _ in done for message in one.messages]
    settings = [own for one, own in done for _ in one.messages]

    def severity(index: int, rule: Rule) -> Severity | None:
        usual = rule.severity_on(messages[index].context.channel)
        own = settings[index]
        return own.policy.severity(rule, usual) if wanted(own, rule) else None

    found = compared(messages, plan.sequences, lambda: load().rules, severity)
    return Report(tuple(found), tuple(one.error for one, _ in done if one.error is not None))


def wanted(settings: Settings, rule: Rule) -> bool:
    """Whether findings of a rule are told under some settings."""
    selection = Selection(settings.select, settings.ignore)
    return selection(rule) and settings.policy.wants(rule)


def looked_for(plan: Plan) -> Callable[[str], bool]:
    """Whether findings of a rule are told in all files of a plan; so are those of unknown ones."""
    every = {task.settings for task in plan.tasks}

    def answer(name: str) -> bool:
        books = ((settings, rulebook_of(settings).rules.get(name)) for settings in every)
        return all(rule is None or wanted(settings, rule) for settings, rule in books)

    return answer


def rulebook_of(settings: Settings) -> RuleBook:
    """The rules that some settings ask for.

    Raises:
        RuleError: a company's rule that cannot be used.
    """
    return load(company=settings.rules) if settings.rules else load()


def rules_of(plan: Plan) -> dict[str, Rule]:
    """All rules that the files of a plan are checked by, companies' own among them, by name.

    Raises:
        RuleError: a company's rule that cannot be used.
    """
    every = dict.fromkeys([plan.here, *(task.settings for task in plan.tasks)])
    return {name: rule for settings in every for name, rule in rulebook_of(settings).rules.items()}


@cache
def checker_for(settings: Settings) -> Checker:
    """The checker of some settings; files with equal settings share it.

    Raises:
        RuleError: a company's rule that cannot be used.
    """
    from tonecheck.engine import Checker

    return Checker(
        settings.said,
        rulebook=rulebook_of(settings),
        selection=Selection(settings.select, settings.ignore),
        speech=settings.speech,
        assumed=settings.assumed,
        policy=settings.policy,
    )


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # a path that may not be looked at; reading it will give the error
        return False
