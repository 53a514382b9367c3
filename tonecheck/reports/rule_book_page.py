"""The rule book as a Markdown page for the documentation."""

from __future__ import annotations

import re

from tonecheck.guide import GUIDE
from tonecheck.reports.rule_page import (
    by_category,
    circumstances,
    languages_of,
    severity_notes,
    without_gaps,
)
from tonecheck.rulebook import Example, Rule, RuleBook
from tonecheck.types import Language
from tonecheck.wording import CATEGORIES, LANGUAGES, SEVERITIES, STAGES

_EN = Language.EN
_EXAMPLES = 3
_LONGEST = 160
_SPECIAL = re.compile(r"([\\`*_\[\]<>#|{}~])")

_INTRODUCTION = """# Rules

<!-- Written by docs/make_rules.py from the files in rules/; change those. -->

Every rule by category: what it minds and why, what to write instead, and a few examples of
what it finds (in bold) and what it lets pass. `tonecheck explain RULE` shows the same for one
rule, with `--ui-language ru` in Russian.
"""


def rules_markdown(rulebook: RuleBook) -> str:
    """The page with all rules, in English with examples in both languages."""
    out = [_INTRODUCTION]
    for category, rules in by_category(rulebook):
        title = CATEGORIES[category][_EN]
        out.append(f"## {title[0].upper()}{title[1:]} (`{category.value}`)\n")
        out += [_section(rule) for rule in rules]
    out.append("## The guide\n")
    out.append("".join(f"- {number}: {words[_EN]}\n" for number, words in GUIDE.items()))
    return "\n".join(out)


def _section(rule: Rule) -> str:
    text = rule.texts[_EN]
    about = [SEVERITIES[rule.severity][_EN], *severity_notes(rule, _EN)]
    if rule.relaxed_at:
        stages = ", ".join(STAGES[stage][_EN] for stage in sorted(rule.relaxed_at))
        about.append(f"may pass where the stage is set to: {stages}")
    if rule.preview:
        about.append("preview: off until the settings ask for it")
    if rule.guide:
        about.append("guide " + ", ".join(rule.guide))
    lines = [
        f"### {rule.id}\n",
        f"*{'; '.join(about)}*\n",
        f"{_escaped(without_gaps(text.why))} **Instead:** {_escaped(without_gaps(text.advice))}\n",
    ]
    for language in rule.texts:
        lines += _examples(rule, language)
    return "\n".join(lines)


def _examples(rule: Rule, language: Language) -> list[str]:
    name, text = LANGUAGES[language][_EN], rule.texts[language]
    if language not in languages_of(rule):
        return [f"{name}: {_escaped(text.cannot or '')}\n"]
    out: list[str] = []
    for word, flags in (("finds", True), ("lets pass", False)):
        chosen = [example for example in text.examples if example.flags is flags][:_EXAMPLES]
        if chosen:
            out.append(f"In {name} it {word}:\n")
            out.append("".join(f"- {_shown(example)}\n" for example in chosen))
    return out


def _shown(example: Example) -> str:
    """An example on one line with its marks in bold; of a long one the part about the mark."""
    text, first, last = example.text, 0, len(example.text)
    marks = example.marks or ((0, 0),)
    start, end = marks[0]
    if len(text) > _LONGEST:
        first = max(0, start - _LONGEST // 2)
        last = min(len(text), max(end, first + _LONGEST))
        first = text.find(" ", first, start) + 1 or first
        last = text.find(" ", last) if " " in text[last:] else len(text)
    pieces = ["… " if first else "", _escaped(text[first:start])]
    if example.flags:
        pieces.append(f"**{_escaped(text[start:end])}**" if text[start:end].strip() else "**▸**")
    pieces += [_escaped(text[end:last]), " …" if last < len(text) else ""]
    given = circumstances(example)
    return "".join(pieces) + (f" *({_escaped(given)})*" if given else "")


def _escaped(text: str) -> str:
    """Text that Markdown shows as it is, on one line."""
    return re.sub(r"\s+", " ", _SPECIAL.sub(r"\\\1", text))
