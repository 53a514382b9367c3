"""The scores of a message as bars with what would raise them, and the last line of a run."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tonecheck.positions import LineIndex
from tonecheck.reports.block import Layout
from tonecheck.reports.display import width_of, wrap
from tonecheck.reports.options import Detail
from tonecheck.reports.style import SEVERITY_INK, Ink
from tonecheck.reports.words import STDIN, as_argument, count, say
from tonecheck.types import (
    Applicability,
    Finding,
    Language,
    MessageReport,
    Report,
    Score,
    Severity,
)

_BAR, _SHORT_BAR = 20, 10
_NARROW = 60
_GAINS = 3
_GOOD, _POOR = 80, 50
# Where the account starts, and what keeps it between 0 and 100.
_BOOKKEEPING = frozenset({"start", "courtesy-limit", "limit"})


def scores(
    message: MessageReport, lines: LineIndex, layout: Layout, language: Language
) -> list[str]:
    """Both scores, each with what would raise it most; a verbose report has every point."""
    options, demand = layout.options, message.demand
    rows = (
        ("politeness", message.politeness, demand.min_politeness),
        ("clarity", message.clarity, demand.min_clarity),
    )
    names = {key: say(key, language) for key, *_ in rows}
    widest = max(map(len, names.values()))
    out: list[str] = []
    for key, score, minimum in rows:
        out += _bar(names[key].ljust(widest), score.value, minimum, layout, language)
        if options.detail is Detail.VERBOSE:
            out += _factors(score, lines, layout)
        out += _gains(score, lines, layout, language)
    return out


def summary(report: Report, layout: Layout, language: Language) -> list[str]:
    """What the run came to; nothing where a quiet report found nothing."""
    options = layout.options
    quiet = options.detail is Detail.QUIET
    reminders = [m for m in report.messages if m.is_reminder]
    low = any(m.is_low for m in reminders)
    counting = any(shown_if_quiet(f, m) for m in reminders for f in m.findings)
    nothing_checked = not (report.messages or report.errors)
    if nothing_checked or (quiet and not (counting or low)):
        return []
    line = headline(report, layout, language)
    return [*wrap(line, layout.columns), *_offer(reminders, layout, language)]


def headline(report: Report, layout: Layout, language: Language) -> str:
    """What the run came to, in one line of any length."""
    reminders = [m for m in report.messages if m.is_reminder]
    others = len(report.messages) - len(reminders)
    low = sum(m.is_low for m in reminders)
    hidden = sum(len(message.suppressed) for message in reminders)
    by_severity = {s: report.count(s) for s in Severity}
    found = [
        layout.paint(count(number, severity, language), SEVERITY_INK[severity])
        for severity, number in by_severity.items()
        if number
    ] or [layout.paint(say("no-others" if hidden else "no-findings", language), Ink.GOOD)]
    if low:
        number = count(low, "message", language)
        found.append(layout.paint(say("low-scores", language, count=number), Ink.WARNING))
    if hidden:
        found.append(layout.paint(count(hidden, "suppressed", language), Ink.QUIET))
    parts = [f"{count(len(reminders), 'message', language)}: {', '.join(found)}"]
    if not reminders:
        parts = [count(0, "message", language)]
    if others:
        parts.append(count(others, "not-a-reminder", language))
    if report.errors:
        parts.append(count(len(report.errors), "unread", language))
    return "; ".join(parts)


def low_scores(message: MessageReport) -> dict[str, int]:
    """The minimum of each score of the message that is below it, by the score's name."""
    asked = (
        ("politeness", message.politeness, message.demand.min_politeness),
        ("clarity", message.clarity, message.demand.min_clarity),
    )
    return {
        key: minimum
        for key, score, minimum in asked
        if message.is_reminder and minimum is not None and score.value < minimum
    }


def shown_if_quiet(finding: Finding, message: MessageReport) -> bool:
    """Whether a quiet report shows a finding: what fails the run, or errors where nothing does."""
    least = message.demand.fail_on or Severity.ERROR
    return finding.severity.rank <= least.rank


def _bar(
    name: str, value: int, minimum: int | None, layout: Layout, language: Language
) -> list[str]:
    length = _BAR if layout.columns >= _NARROW else _SHORT_BAR
    filled = round(value * length / 100)
    code = Ink.GOOD if value >= _GOOD else Ink.WARNING if value >= _POOR else Ink.ERROR
    full = layout.paint(layout.signs.full * filled, code)
    empty = layout.paint(layout.signs.empty * (length - filled), Ink.QUIET)
    line = f"  {name}  {full}{empty} {value:3} {say('of-100', language)}"
    if minimum is None or value >= minimum:
        return [line]
    below = layout.paint(say("below", language, minimum=minimum), Ink.ERROR)
    if width_of(f"{line}, {below}") <= layout.columns:
        return [f"{line}, {below}"]
    return [line, f"    {below}"]


def _factors(score: Score, lines: LineIndex, layout: Layout) -> list[str]:
    """The account of a score: where it starts, what moves it most first, what keeps it in range."""
    account = [f for f in score.factors if f.rule in _BOOKKEEPING]
    ranked = sorted(
        (f for f in score.factors if f.rule not in _BOOKKEEPING), key=lambda f: -abs(f.points)
    )
    rows = [(f.points, f.message + _place(f.start, lines)) for f in [*account[:1], *ranked]]
    return _listed([*rows, *((f.points, f.message) for f in account[1:])], layout)


def _gains(score: Score, lines: LineIndex, layout: Layout, language: Language) -> list[str]:
    """What would raise a score, the greatest gain first."""
    if not score.gains:
        return []
    shown = len(score.gains) if layout.options.detail is Detail.VERBOSE else _GAINS
    # One gain takes no more room than the line that would stand for it.
    if len(score.gains) == shown + 1:
        shown += 1
    rows = [(g.points, g.advice + _place(g.start, lines)) for g in score.gains[:shown]]
    if rest := score.gains[shown:]:
        rows.append((sum(g.points for g in rest), say("more", language, count=len(rest))))
    return [*layout.paragraph(say("gains", language), 4), *_listed(rows, layout)]


def _listed(rows: Iterable[tuple[int, str]], layout: Layout) -> list[str]:
    return [
        line
        for points, words in rows
        for line in layout.paragraph(words, 4, _points(points, layout) + "  ")
    ]


def _place(start: int | None, lines: LineIndex) -> str:
    if start is None:
        return ""
    line, column = lines.place(start)
    return f" ({line}:{column})"


def _points(points: int, layout: Layout) -> str:
    if not points:
        return "0".rjust(4)
    sign = layout.signs.minus if points < 0 else "+"
    return f"{sign}{abs(points)}".rjust(4)


def _offer(messages: Iterable[MessageReport], layout: Layout, language: Language) -> list[str]:
    """How many findings mend themselves, how many with a person's eye, and how."""
    ways: list[tuple[str, bool]] = []
    for message in messages:
        for finding in message.findings:
            fixes = [fix for fix in finding.fixes if fix.edits]
            if fixes:
                is_safe = any(fix.applicability is Applicability.SAFE for fix in fixes)
                ways.append((message.path, is_safe))
    if not ways or layout.options.detail is Detail.QUIET:
        return []
    safe = [path for path, is_safe in ways if is_safe]
    others = [path for path, is_safe in ways if not is_safe]
    out: list[str] = []
    if safe:
        number = count(len(safe), "finding", language)
        sentence = say("can-be-fixed", language, count=number)
        out += _with_command(sentence, safe, "", layout, language)
    if others:
        number = count(len(others), "finding", language)
        sentence = say("can-be-looked-at", language, count=number)
        if safe:
            sentence = say("more-looked-at", language, number=len(others))
        # Where the message comes from standard input, nobody can be asked.
        option = " --unsafe --diff" if STDIN in others else " --ask"
        out += _with_command(sentence, others, option, layout, language)
    return out


def _with_command(
    sentence: str, paths: Sequence[str], option: str, layout: Layout, language: Language
) -> list[str]:
    """A sentence and the command that it leads to, on one line where there is room."""
    path = "-" if paths[0] == STDIN else paths[0]
    is_one = len(set(paths)) == 1
    about = as_argument(path, language) if is_one else say("path", language)
    command = f"tonecheck fix {about}{option}"
    if width_of(f"{sentence} {command}") <= layout.columns:
        return [f"{sentence} {command}"]
    return [*layout.paragraph(sentence, 0), f"  {command}"]
