"""One message as the page shows it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby
from pathlib import PurePath

from tonecheck.positions import LineIndex
from tonecheck.reports.escapes import is_coded
from tonecheck.reports.options import TextOptions
from tonecheck.reports.page.pieces import Linked, Mark, linked, pieces, quotes, shortened
from tonecheck.reports.page.sayings import tell
from tonecheck.reports.page.visible import Reader
from tonecheck.reports.words import MISSING, STDIN, check_first, say
from tonecheck.types import (
    Applicability,
    Category,
    Factor,
    Finding,
    Fix,
    Kind,
    Language,
    MessageReport,
    Score,
    Severity,
)
from tonecheck.wording import CHANNELS, KINDS, LANGUAGES, STAGES

GOOD, POOR = 80, 50
"""Scores from ``GOOD`` on are drawn as good ones, those below ``POOR`` as poor ones."""

_QUOTE = 160
_GAINS = 3


@dataclass(frozen=True, slots=True)
class Place:
    """Where a finding is: the words, or where no word is shown, whereabouts."""

    finding: Finding
    quote: str
    about: str


@dataclass(frozen=True, slots=True)
class Note:
    """What is said about one finding or about several that are said the same of.

    ``finding`` is the first of them. ``has_mark`` says whether any of them is marked in the text.
    """

    number: int
    finding: Finding
    places: Sequence[Place]

    @property
    def message(self) -> str:
        """Why; said of several, it names none of them."""
        return self.finding.message if len(self.places) == 1 else _generic(self.finding)

    @property
    def has_mark(self) -> bool:
        """Whether the note leads back to the text."""
        return any(not place.about for place in self.places)

    @property
    def detailed(self) -> list[Place]:
        """The places of which there is more to say: a change, a condition."""
        return [p for p in self.places if p.finding.fixes or p.finding.branch]


class Page:
    """What all parts of the page need to know: the language, and how the report is to look."""

    def __init__(self, options: TextOptions) -> None:
        self.options = options
        self.language = options.language or Language.EN
        self.reader = Reader()


class Shown:
    """A message as the page shows it.

    Args:
        number: tells the messages of a page apart.
    """

    def __init__(self, number: int, report: MessageReport, page: Page) -> None:
        self.number = number
        self.report = report
        self.language = report.context.language
        self.speech = report.context.speech or report.context.language
        self._page = page
        path = PurePath(report.path)
        self.is_stdin = report.path == STDIN
        self.folder = "" if self.is_stdin else path.parent.as_posix().removesuffix(".")
        # gettext puts this character between a context and a text.
        self.name = (report.name or "").replace("\x04", " · ")
        self.file = say("stdin", page.language) if self.is_stdin else path.name
        ordered = sorted(report.findings, key=lambda f: (f.start, f.end, f.severity.rank, f.rule))
        self.missing = sorted(filter(is_absence, ordered), key=lambda f: f.severity.rank)
        self._marks = _numbered([f for f in ordered if not is_absence(f)])
        runs, self.is_read = page.reader.runs(report)
        self._pieces = pieces(runs, self._marks)

    @property
    def about(self) -> list[str]:
        """In what sense the message was read."""
        context, language = self.report.context, self._page.language
        stage = STAGES[context.stage][language]
        if not context.stage_declared:
            stage = say("assumed", language, stage=stage)
        words = [LANGUAGES[context.language][language], stage, CHANNELS[context.channel][language]]
        return [*words, KINDS[Kind.TEMPLATE][language]] if context.kind is Kind.TEMPLATE else words

    @property
    def counts(self) -> dict[Severity, int]:
        """The number of findings of each severity."""
        found = [f.severity for f in self.report.findings]
        return {severity: found.count(severity) for severity in Severity}

    @property
    def kinds(self) -> list[str]:
        """What kinds of findings there are, for the filter: «error:threat»."""
        return sorted({f"{f.severity.value}:{f.category.value}" for f in self.report.findings})

    @property
    def rules(self) -> list[str]:
        """The rules that found something."""
        return sorted({f.rule for f in self.report.findings})

    @property
    def scores(self) -> list[tuple[str, int, int | None]]:
        """Both scores: name, value, and the least that was asked for."""
        demand = self.report.demand
        return [
            ("politeness", self.report.politeness.value, demand.min_politeness),
            ("clarity", self.report.clarity.value, demand.min_clarity),
        ]

    @property
    def accounts(self) -> dict[str, Score]:
        """Both scores with all that counts in them, by name."""
        return {"politeness": self.report.politeness, "clarity": self.report.clarity}

    @property
    def subject(self) -> list[tuple[str | None, list[Linked]]]:
        """The pieces of the subject, by the condition under which they are shown."""
        return _by_condition([p for p in self._linked if p.piece.subject])

    @property
    def body(self) -> list[tuple[str | None, list[Linked]]]:
        """The pieces of the body, by the condition under which they are shown."""
        shown = [p for p in self._linked if not p.piece.subject]
        while shown and not shown[0].piece.text.strip():
            shown = shown[1:]
        if shown:
            first = replace(shown[0].piece, text=shown[0].piece.text.lstrip("\n"))
            shown[0] = replace(shown[0], piece=first)
        return _by_condition(shown)

    @cached_property
    def _linked(self) -> list[Linked]:
        whole = shortened(self._pieces, as_source=not self.is_read)
        return list(linked(whole, self._marks))

    @property
    def notes(self) -> list[Note]:
        """What is said about the marks, in the order of the text."""
        words = quotes(self._pieces)
        notes: dict[int, list[Place]] = {}
        for number, mark in enumerate(self._marks):
            place = self._place(mark.finding, words.get(number))
            notes.setdefault(mark.note, []).append(place)
        return [Note(number, places[0].finding, places) for number, places in notes.items()]

    def missing_name(self, finding: Finding) -> str:
        """What is missing, in a word."""
        return MISSING.get(finding.rule, {}).get(self.speech, finding.rule)

    def gains(self, score: Score) -> Sequence[tuple[int, str]]:
        """What would raise a score most."""
        return [(gain.points, gain.advice) for gain in score.gains[:_GAINS]]

    def factors(self, score: Score) -> list[tuple[Factor, str]]:
        """The account of a score, each entry with the line that it is about."""
        return [
            (factor, self._line(factor.start) if factor.start is not None else "")
            for factor in score.factors
        ]

    def aside(self, fix: Fix) -> str:
        """Whether a change may be made unread; a mere tip says nothing of that."""
        if not fix.edits:
            return ""
        if fix.applicability is Applicability.SAFE:
            return say("safe", self.speech)
        return check_first(fix, self.speech)

    def _place(self, finding: Finding, shown: str | None) -> Place:
        text = shown or _written(finding)
        quote = text if len(text) <= _QUOTE else f"{text[:_QUOTE].rstrip()} …"
        if shown is not None:
            return Place(finding, quote, "")
        if finding.start == finding.end == 0:
            return Place(finding, quote, say("whole", self._page.language))
        about = tell("line", self._page.language, line=self._line(finding.start))
        return Place(finding, quote, about)

    @cached_property
    def _lines(self) -> LineIndex:
        return LineIndex(self.report.source)

    def _line(self, start: int) -> str:
        return str(self._lines.place(start)[0])


def is_absence(finding: Finding) -> bool:
    """Whether a finding is about something that is not there."""
    return finding.category is Category.MISSING and finding.start == finding.end


def _written(finding: Finding) -> str:
    text = finding.read_as if is_coded(finding.text) else finding.text
    return " ".join(text.split())


def _generic(finding: Finding) -> str:
    """What is said about a finding, without the words that were found."""
    text = finding.message
    for opening, closing in ("“”", "«»"):
        text = text.replace(f"{opening}{finding.text}{closing}", f"{opening}…{closing}")
    return text


def _numbered(findings: Sequence[Finding]) -> list[Mark]:
    """The findings with the numbers of their notes: those that say the same share one."""
    numbers: dict[tuple[str, str, str, str], int] = {}
    return [
        Mark(numbers.setdefault((f.rule, f.severity, _generic(f), f.advice), len(numbers) + 1), f)
        for f in findings
    ]


def _by_condition(shown: Sequence[Linked]) -> list[tuple[str | None, list[Linked]]]:
    return [(key, list(group)) for key, group in groupby(shown, lambda p: p.piece.condition)]


def shown_messages(reports: Sequence[MessageReport], page: Page) -> Iterator[Shown]:
    """The reminders among the messages, each as the page shows it."""
    reminders = (report for report in reports if report.is_reminder)
    for number, report in enumerate(reminders, start=1):
        yield Shown(number, report, page)
