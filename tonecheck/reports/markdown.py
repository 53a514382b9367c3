"""The report as Markdown: a summary for a pull request or for the page of a CI job."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from tonecheck.reports.block import Layout
from tonecheck.reports.escapes import is_coded
from tonecheck.reports.markup import code, escaped
from tonecheck.reports.options import Detail, TextOptions
from tonecheck.reports.sheets import Entry, Sheet, file_errors, sheets
from tonecheck.reports.speech import common_language
from tonecheck.reports.summary import headline
from tonecheck.reports.words import MISSING, STDIN, check_first, count, say
from tonecheck.types import Applicability, FileError, Fix, Language, Report, Severity
from tonecheck.wording import SEVERITIES

LIMIT = 65_536
"""The longest comment that GitHub takes, in characters."""

# What the last line and the ends of unfinished parts may take.
_RESERVE = 500
# The shares of the room that files which could not be checked and the table get at most.
_ERRORS, _TABLE = 6, 3
_LONGEST_QUOTE = 300
_CUT = "…"


def render(report: Report, options: TextOptions) -> str:
    """A report as Markdown, no longer than GitHub takes; empty where a quiet one has nothing."""
    language = common_language(report.messages, options.language)
    pages = [page for page in sheets(report, options) if page.shown(options)]
    pages.sort(key=lambda page: _gravity(page.shown(options)))
    errors = list(file_errors(report))
    if options.detail is Detail.QUIET and not pages and not errors:
        return ""
    layout = Layout(replace(options, color=False))
    parts = [f"## tonecheck: {escaped(headline(report, layout, language))}\n"]
    room = LIMIT - _RESERVE - len(parts[0])
    unread = _Section(_unread(errors), room // _ERRORS)
    parts += unread.parts(_heading("not-checked", language), language)
    room -= unread.length
    table = _Section((_row(page, options, language) for page in pages), room // _TABLE)
    parts += table.parts(_table_head(language), language)
    room -= table.length + sum(map(len, parts[-1:]))
    details, left_out, messages = _details(pages, room, options)
    parts += details
    if left_out:
        found = count(left_out, "finding", language)
        where = count(messages, "message", language)
        parts.append(f"\n{say('left-out', language, findings=found, messages=where)}\n")
    return "".join(parts)


class _Section:
    """As many lines as fit into some room, and how many are left."""

    def __init__(self, lines: Iterable[str], room: int) -> None:
        self.lines: list[str] = []
        self.length = 0
        self.left = 0
        for line in lines:
            if self.left or self.length + len(line) > room:
                self.left += 1
            else:
                self.lines.append(line)
                self.length += len(line)

    def parts(self, head: str, language: Language) -> list[str]:
        """The lines below a head, and a line about the rest; nothing where there are none."""
        if not self.lines and not self.left:
            return []
        rest = [f"\n{say('and-more', language, count=self.left)}\n"] if self.left else []
        return [head, *self.lines, *rest]


def _gravity(entries: Sequence[Entry]) -> tuple[int, ...]:
    """Sorts the messages with the most of the gravest entries first."""
    return tuple(-sum(e.severity is severity for e in entries) for severity in Severity)


def _heading(saying: str, language: Language) -> str:
    return f"\n**{say(saying, language)}**\n\n"


def _unread(errors: Iterable[FileError]) -> Iterator[str]:
    for error in errors:
        yield f"- {code(error.path)}: {escaped(error.message)}\n"


def _table_head(language: Language) -> str:
    names = [
        say("message", language),
        say("politeness", language),
        say("clarity", language),
        *(say(f"{severity.value}s", language) for severity in Severity),
    ]
    return f"\n| {' | '.join(names)} |\n| --- |{' ---: |' * (len(names) - 1)}\n"


def _row(page: Sheet, options: TextOptions, language: Language) -> str:
    scores = []
    for key, score in (("politeness", page.message.politeness), ("clarity", page.message.clarity)):
        minimum = page.low.get(key)
        below = f"**{score.value}** ({say('below', language, minimum=minimum or 0)})"
        scores.append(str(score.value) if minimum is None else below)
    found = [e.severity for e in page.shown(options) if e.finding]
    numbers = [str(found.count(severity) or "") for severity in Severity]
    return f"| {_title(page)} | {' | '.join([*scores, *numbers])} |\n"


def _title(page: Sheet) -> str:
    path = say("stdin", page.language) if page.path == STDIN else page.path
    name = f" ({escaped(page.message.name)})" if page.message.name else ""
    return code(path) + name


def _details(pages: Iterable[Sheet], room: int, options: TextOptions) -> tuple[list[str], int, int]:
    """A part to unfold for each message; how many findings of how many messages are left out."""
    parts: list[str] = []
    left_out = messages = 0
    for page in pages:
        entries = sorted(
            (e for e in page.shown(options) if e.finding), key=lambda e: e.severity.rank
        )
        if not entries:
            continue
        head, end = _fold(page, entries), "\n</details>\n"
        section = _Section((_item(e, page) for e in entries), room - len(head) - len(end))
        if section.lines:
            parts += [head, *section.lines, end]
            room -= len(head) + section.length + len(end)
        left_out += section.left
        messages += bool(section.left)
    return parts, left_out, messages


def _fold(page: Sheet, entries: Sequence[Entry]) -> str:
    found = [e.severity for e in entries]
    numbers = ", ".join(
        count(found.count(severity), severity, page.language)
        for severity in Severity
        if severity in found
    )
    return f"\n<details>\n<summary>{_title(page)}: {numbers}</summary>\n\n"


def _item(entry: Entry, page: Sheet) -> str:
    """One finding: how grave, where, the words, why, what to write instead, the fix."""
    language = page.language
    severity = SEVERITIES[entry.severity][language]
    lines = [
        f"- **{severity}**, {_place(entry, language)} (<code>{entry.rule}</code>)",
        escaped(entry.message),
    ]
    if entry.advice:
        lines.append(f"→ {escaped(entry.advice)}")
    if entry.branch:
        lines.append(escaped(say("only-where", language, branch=entry.branch)))
    lines += [_fix(fix, language) for fix in entry.fixes]
    return "<br>\n  ".join(line for line in lines if line) + "\n"


def _place(entry: Entry, language: Language) -> str:
    """The line and the words of a finding, or what is missing."""
    finding = entry.finding
    line = say("line", language, number=entry.region.line)
    if finding is None or finding.start == finding.end:
        if entry.rule in MISSING:
            return f"{say('missing', language).lower()}: {MISSING[entry.rule][language]}"
        return say("whole", language) if entry.region.start == 0 else line
    words = finding.read_as if is_coded(finding.text) else finding.text
    words = words if len(words) <= _LONGEST_QUOTE else words[: _LONGEST_QUOTE - 1] + _CUT
    return f"{line}: {code(words)}" if words.strip() else line


def _fix(fix: Fix, language: Language) -> str:
    sign = say("fix" if fix.edits else "by-hand", language)
    if not fix.edits:
        return f"{sign} {escaped(fix.label)}"
    is_safe = fix.applicability is Applicability.SAFE
    aside = say("safe", language) if is_safe else check_first(fix, language)
    return f"{sign} {escaped(f'{fix.label} ({aside})')}"
