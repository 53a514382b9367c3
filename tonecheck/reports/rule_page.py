"""Pages about rules: one rule explained, and the list of all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from tonecheck.guide import GUIDE
from tonecheck.positions import LineIndex
from tonecheck.reports.block import Layout
from tonecheck.reports.display import width_of
from tonecheck.reports.excerpt import excerpt
from tonecheck.reports.options import TextOptions
from tonecheck.reports.style import SEVERITY_INK, Ink
from tonecheck.reports.words import count, say
from tonecheck.rulebook import Example, Rule, RuleBook
from tonecheck.types import Category, Language, Severity
from tonecheck.wording import CATEGORIES, CHANNELS, LANGUAGES, SEVERITIES, STAGES

_EXAMPLES = 3
_MOST_LINES = 2
_GAP = re.compile(r"\{\w+\}")


def explain(rule: Rule, language: Language, options: TextOptions | None = None) -> str:
    """What a rule looks for and why, with its guide lines and examples: one screen."""
    layout = Layout(options or TextOptions())
    text = rule.texts[language]
    parts = [
        [layout.titled_rule(rule.id), *_kind(rule, language, layout)],
        [
            *layout.paragraph(without_gaps(text.why), 2),
            *layout.paragraph(without_gaps(text.advice), 2, f"{layout.signs.arrow} "),
        ],
        _guide(rule, language, layout),
        _relaxed(rule, language, layout),
        layout.paragraph(say("preview", language, rule=rule.id), 2) if rule.preview else [],
    ]
    flagged = [line for e in _first(text.examples, True) for line in _flagged(e, rule, layout)]
    passing = [line for e in _first(text.examples, False) for line in _passing(e, layout)]
    for title, lines in (("flags", flagged), ("passes", passing)):
        if lines:
            parts.append([_title(title, language, layout), *lines])
    if text.cannot:
        parts.append(layout.paragraph(say("cannot", language) + " " + text.cannot, 2))
    parts.append(
        [
            *layout.paragraph(f"tonecheck check --ignore {rule.id}", 2,
                              say("leave-out", language) + " "),
            *layout.paragraph(f"tonecheck check --select {rule.id}", 2,
                              say("only-this", language) + " "),
        ]
    )  # fmt: skip
    return joined(line for part in parts if part for line in ("", *part)).removeprefix("\n")


def rules_table(rulebook: RuleBook, language: Language, options: TextOptions | None = None) -> str:
    """All rules by category, with their severity and languages."""
    layout = Layout(options or TextOptions())
    widest = max((len(rule_id) for rule_id in rulebook.rules), default=0)
    severities = max(width_of(words[language]) for words in SEVERITIES.values())
    lines: list[str] = []
    for category, rules in by_category(rulebook):
        title = CATEGORIES[category][language]
        shown = layout.paint(title, Ink.HEADING)
        name = layout.paint(f"({category.value})", Ink.QUIET)
        lines += [*([""] if lines else []), f"{shown} {name}"]
        for rule in rules:
            severity = SEVERITIES[rule.severity][language].ljust(severities)
            severity = layout.paint(severity, SEVERITY_INK[rule.severity])
            known = " ".join(tongue.value for tongue in languages_of(rule))
            notes = "; ".join(_exceptions(rule, language))
            row = f"  {rule.id.ljust(widest)}  {severity}  {known}"
            if notes and width_of(f"{row}  {notes}") <= layout.columns:
                lines.append(f"{row}  {layout.paint(layout.own(notes), Ink.QUIET)}")
            else:
                lines.append(row)
                lines += [
                    layout.paint(line, Ink.QUIET) for line in layout.paragraph(notes, 4) if notes
                ]
    number = count(len(rulebook.rules), "rule", language)
    lines += ["", *layout.paragraph(say("see-rule", language, count=number), 0)]
    return joined(lines)


def joined(lines: Iterable[str]) -> str:
    """Lines as the text of a page."""
    return "".join(f"{line.rstrip()}\n" for line in lines)


def by_category(rulebook: RuleBook) -> Iterator[tuple[Category, list[Rule]]]:
    """The categories that have rules, in their order, with the rules by name."""
    for category in Category:
        rules = [rule for rule in rulebook.rules.values() if rule.category is category]
        if rules:
            yield category, sorted(rules, key=lambda rule: rule.id)


def languages_of(rule: Rule) -> list[Language]:
    """The languages that can break a rule."""
    return [language for language, text in rule.texts.items() if text.cannot is None]


def without_gaps(text: str) -> str:
    """A sentence of a rule with an ellipsis where a message's own values would stand."""
    return _GAP.sub("…", text)


def severity_notes(rule: Rule, language: Language) -> Iterator[str]:
    """Each other severity of a rule with the channels that have it."""
    for severity in Severity:
        channels = [
            CHANNELS[channel][language]
            for channel, other in rule.channels.items()
            if other is severity and other is not rule.severity
        ]
        if channels:
            yield f"{', '.join(channels)}: {SEVERITIES[severity][language]}"


def _exceptions(rule: Rule, language: Language) -> Iterator[str]:
    yield from severity_notes(rule, language)
    if rule.relaxed_at:
        stages = ", ".join(sorted(stage.value for stage in rule.relaxed_at))
        yield say("relaxed-short", language, stages=stages)
    if rule.preview:
        yield say("preview-short", language)


def _kind(rule: Rule, language: Language, layout: Layout) -> list[str]:
    severity = SEVERITIES[rule.severity][language]
    notes = list(severity_notes(rule, language))
    words = [
        CATEGORIES[rule.category][language],
        f"{severity} ({'; '.join(notes)})" if notes else severity,
        ", ".join(LANGUAGES[tongue][language] for tongue in languages_of(rule)),
    ]
    lines = layout.paragraph(f" {layout.signs.dot} ".join(words), 3)
    return [layout.paint(line, Ink.QUIET) for line in lines]


def _guide(rule: Rule, language: Language, layout: Layout) -> list[str]:
    return [
        line
        for number in rule.guide
        for line in layout.paragraph(
            GUIDE[number][language], 2, layout.paint(number, Ink.QUIET) + "  "
        )
    ]


def _relaxed(rule: Rule, language: Language, layout: Layout) -> list[str]:
    if not rule.relaxed_at:
        return []
    stages = sorted(rule.relaxed_at)
    named = ", ".join(f"{STAGES[s][language]} (--stage {s.value})" for s in stages)
    return layout.paragraph(say("relaxed", language, stages=named), 2)


def _first(examples: tuple[Example, ...], flags: bool) -> list[Example]:
    return [example for example in examples if example.flags is flags][:_EXAMPLES]


def _flagged(example: Example, rule: Rule, layout: Layout) -> list[str]:
    start, end = example.marks[0]
    lines = LineIndex(example.text)
    return [
        *excerpt(lines, start, end, 4, SEVERITY_INK[rule.severity], layout.options),
        *_given(example, layout),
    ]


def _passing(example: Example, layout: Layout) -> list[str]:
    """A text without findings; of a long one the beginning."""
    bullet = f"{layout.signs.dot} "
    lines = layout.paragraph(example.text, 4, bullet)
    if len(lines) > _MOST_LINES:
        shortened = lines[_MOST_LINES - 1][: layout.columns - len(layout.signs.cut)]
        lines = [*lines[: _MOST_LINES - 1], shortened + layout.signs.cut]
    return [*lines, *_given(example, layout)]


def _given(example: Example, layout: Layout) -> list[str]:
    said = circumstances(example)
    if not said:
        return []
    return [layout.paint(line, Ink.QUIET) for line in layout.paragraph(f"({said})", 6)]


def circumstances(example: Example) -> str:
    """The circumstances of an example and, behind bars, those of the messages beside it."""
    sides = [example.given, *(beside.given for beside in example.beside)]
    return " | ".join(
        ", ".join(f"{key}: {value}" for key, value in given.items()) for given in sides
    )


def _title(saying: str, language: Language, layout: Layout) -> str:
    return "  " + layout.paint(say(saying, language), Ink.HEADING)
