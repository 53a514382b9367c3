"""The report for people at a terminal: what to change, where, why, and what to write instead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tonecheck.positions import LineIndex
from tonecheck.reports.block import Layout
from tonecheck.reports.display import printable
from tonecheck.reports.escapes import is_coded
from tonecheck.reports.excerpt import excerpt
from tonecheck.reports.gaps import gaps, gaps_block
from tonecheck.reports.lines import with_lines
from tonecheck.reports.options import Detail, TextOptions
from tonecheck.reports.speech import common_language, language_of
from tonecheck.reports.style import SEVERITY_INK, Ink
from tonecheck.reports.summary import GOOD, scores, shown_if_quiet, summary
from tonecheck.reports.words import MISSING, STDIN, check_first, count, say
from tonecheck.types import (
    Applicability,
    Category,
    Finding,
    Fix,
    Kind,
    MessageReport,
    Report,
    Severity,
)
from tonecheck.wording import CHANNELS, FACTS, KINDS, LANGUAGES, SEVERITIES, STAGES


def render(report: Report, options: TextOptions) -> str:
    """A report as text, each line ended; empty where a quiet report has nothing to say."""
    layout = Layout(options)
    blocks = [_message(message, lines, layout) for message, lines in with_lines(report.messages)]
    blocks.append(summary(report, layout, common_language(report.messages, options.language)))
    spaced = _spaced([block for block in blocks if block])
    return "".join(f"{line.rstrip()}\n" for line in spaced)


def _spaced(blocks: Sequence[Sequence[str]]) -> Iterator[str]:
    """The blocks with an empty line between them, save between two of one line."""
    for number, block in enumerate(blocks):
        is_last = number == len(blocks) - 1
        if number and (is_last or not len(block) == len(blocks[number - 1]) == 1):
            yield ""
        yield from block


def _message(message: MessageReport, lines: LineIndex, layout: Layout) -> list[str]:
    writer = _Writer(message, lines, layout)
    detail = layout.options.detail
    quiet = detail is Detail.QUIET
    if not message.is_reminder:
        return [] if quiet else [writer.not_a_reminder()]
    findings = writer.shown_findings()
    low = message.is_low
    if not findings and not low and detail is not Detail.VERBOSE:
        return [] if quiet else [writer.all_well()]
    parts = [writer.heading()]
    if detail is Detail.VERBOSE:
        parts.append(writer.facts())
    folded = [] if detail is Detail.VERBOSE else gaps(message, findings)
    parts += [writer.finding(f) for f in findings if not (_is_absence(f) or f in folded)]
    parts.append(gaps_block(folded, layout, writer.language))
    parts.append(writer.missing([f for f in findings if _is_absence(f)]))
    if low or not quiet:
        parts.append(scores(message, writer.lines, layout, writer.language))
    if detail is Detail.VERBOSE:
        parts.append(writer.suppressed())
    return list(_joined(part for part in parts if part))


def _joined(parts: Iterable[Sequence[str]]) -> Iterator[str]:
    for number, part in enumerate(parts):
        if number:
            yield ""
        yield from part


def _is_absence(finding: Finding) -> bool:
    return finding.category is Category.MISSING and finding.start == finding.end


class _Writer:
    """Writes about one message."""

    def __init__(self, message: MessageReport, lines: LineIndex, layout: Layout) -> None:
        self.message = message
        self.layout = layout
        self.language = language_of(message, layout.options)
        self.lines = lines
        self.verbose = layout.options.detail is Detail.VERBOSE
        self._said: set[tuple[str, str, str]] = set()

    def shown_findings(self) -> list[Finding]:
        """The findings in the order of the text; of a quiet report those that count."""
        quiet = self.layout.options.detail is Detail.QUIET
        return sorted(
            (f for f in self.message.findings if not quiet or shown_if_quiet(f, self.message)),
            key=lambda f: (f.start, f.end, f.severity.rank, f.rule),
        )

    def not_a_reminder(self) -> str:
        """One line about a file that was left alone."""
        text = say("not-a-reminder", self.language)
        return self.layout.paint(f"{self._title()}: {text}", Ink.QUIET)

    def all_well(self) -> str:
        """One line about a message without findings."""
        scores = {
            key: f"{say(key, self.language).lower()} {score.value}"
            for key, score in (
                ("politeness", self.message.politeness),
                ("clarity", self.message.clarity),
            )
        }
        is_well = min(self.message.politeness.value, self.message.clarity.value) >= GOOD
        text = say("all-well" if is_well else "none-told", self.language)
        if self.message.suppressed:
            number = count(len(self.message.suppressed), "suppressed", self.language)
            text = say("nothing-new", self.language, count=number)
        aside = self.layout.paint(f"({', '.join(scores.values())})", Ink.QUIET)
        return f"{self._title()}: {self.layout.paint(text, Ink.GOOD)} {aside}"

    def heading(self) -> list[str]:
        """The path, and in what sense the message was read."""
        context = self.message.context
        stage = STAGES[context.stage][self.language]
        if not context.stage_declared:
            stage = say("assumed", self.language, stage=stage)
        words = [LANGUAGES[context.language][self.language], stage]
        words.append(CHANNELS[context.channel][self.language])
        if context.kind is Kind.TEMPLATE:
            words.append(KINDS[context.kind][self.language])
        about = self.layout.paragraph(f" {self.layout.signs.dot} ".join(words), 3)
        return [
            self.layout.titled_rule(self._title()),
            *(self.layout.paint(line, Ink.QUIET) for line in about),
        ]

    def finding(self, finding: Finding) -> list[str]:
        """One finding: where, the line, why, what to write instead, a fix.

        What was said about an earlier finding is not said again, and a place where something
        is absent shows no line, for nothing in it is wrong.
        """
        layout, code = self.layout, SEVERITY_INK[finding.severity]
        place = "{}:{}".format(*self.lines.place(finding.start))
        if finding.start == finding.end == 0:
            place = say("whole", self.language)
        out = layout.heading(self._label(finding.severity), place, self._rule(finding), 2)
        if is_coded(finding.text):
            words = " ".join(finding.read_as.split())
            out += layout.paragraph(say("quoted", self.language, text=words), 4)
        elif finding.start < finding.end:
            out += excerpt(self.lines, finding.start, finding.end, 4, code, layout.options)
        said = finding.rule, finding.message, finding.advice
        if said in self._said:
            out += layout.paragraph(say("as-above", self.language), 4)
        else:
            self._said.add(said)
            out += layout.paragraph(finding.message, 4)
            out += layout.paragraph(finding.advice, 4, f"{layout.signs.arrow} ")
        if finding.branch:
            out += layout.paragraph(say("only-where", self.language, branch=finding.branch), 4)
        for fix in finding.fixes:
            out += self._fix(fix, 4)
        return out

    def missing(self, findings: Sequence[Finding]) -> list[str]:
        """Everything that is absent, in one block; mere suggestions by name only."""
        if not findings:
            return []
        layout = self.layout
        out = ["  " + layout.paint(say("missing", self.language), Ink.HEADING)]
        hints: list[str] = []
        for finding in sorted(findings, key=lambda f: f.severity.rank):
            name = MISSING.get(finding.rule, {}).get(self.language, finding.rule)
            if finding.severity is Severity.SUGGESTION and not self.verbose:
                hints.append(name)
                continue
            out += layout.heading(self._label(finding.severity), name, self._rule(finding), 4)
            out += layout.paragraph(finding.advice, 6, f"{layout.signs.arrow} ")
            if finding.branch:
                out += layout.paragraph(say("only-where", self.language, branch=finding.branch), 6)
            for fix in finding.fixes if self.verbose else ():
                out += self._fix(fix, 6)
        if hints:
            label = self._label(Severity.SUGGESTION)
            out += layout.paragraph(", ".join(hints), 4, f"{label}  ")
        return out

    def facts(self) -> list[str]:
        """What was found of the things that a client needs."""
        out: list[str] = []
        for kind, name in FACTS.items():
            facts = self.message.facts.get(kind, ())
            found = dict.fromkeys(" ".join(f.text.split()) for f in facts)
            if found:
                out += self.layout.paragraph(f"{name[self.language]}: {'; '.join(found)}", 4)
        title = self.layout.paint(say("found", self.language), Ink.HEADING)
        return ["  " + title, *out] if out else []

    def suppressed(self) -> list[str]:
        """The findings that are not told, in the order of the text, each with the reason."""
        out: list[str] = []
        for one in sorted(self.message.suppressed, key=lambda one: one.finding.start):
            place = "{}:{}".format(*self.lines.place(one.finding.start))
            reason = one.reason or say(one.kind.value, self.language)
            out += self.layout.paragraph(f"{place}  {one.finding.rule}: {reason}", 4)
        title = self.layout.paint(say("suppressed", self.language), Ink.HEADING)
        return ["  " + title, *out] if out else []

    def _label(self, severity: Severity) -> str:
        text = f"{self.layout.signs.of(severity)} {SEVERITIES[severity][self.language]}"
        return self.layout.paint(text, SEVERITY_INK[severity])

    def _title(self) -> str:
        path = self.message.path
        title = say("stdin", self.language) if path == STDIN else path
        return printable(f"{title} ({self.message.name})" if self.message.name else title)

    def _rule(self, finding: Finding) -> str:
        guide = " ".join(finding.guide)
        return f"{finding.rule} {self.layout.signs.dot} {guide}" if guide else finding.rule

    def _fix(self, fix: Fix, indent: int) -> list[str]:
        """What a fix does, and whether it may be made unread; a mere tip says nothing of that."""
        sign = say("fix" if fix.edits else "by-hand", self.language) + " "
        if not fix.edits:
            return self.layout.paragraph(fix.label, indent, sign)
        is_safe = fix.applicability is Applicability.SAFE
        aside = say("safe", self.language) if is_safe else check_first(fix, self.language)
        return self.layout.paragraph(f"{fix.label} ({aside})", indent, sign)
