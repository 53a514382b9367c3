"""Rules as SARIF describes them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tonecheck.guide import GUIDE
from tonecheck.reports.json_format import Json
from tonecheck.reports.markup import escaped
from tonecheck.reports.rule_page import without_gaps
from tonecheck.reports.sarif import LEVELS
from tonecheck.reports.sheets import Entry, one_line
from tonecheck.reports.words import say
from tonecheck.rule import Example, Rule
from tonecheck.types import Category, Language, Severity

_GITHUB_SEVERITIES = {**LEVELS, Severity.SUGGESTION: "recommendation"}
_EXAMPLES = 3
_LONGEST_EXAMPLE = 300
_SENTENCE_END = re.compile(r"(?<=[.!?])\s")


def described(rule: Rule, language: Language) -> dict[str, Json]:
    """A rule of the rule book."""
    text = rule.texts[language]
    why, advice = without_gaps(text.why), without_gaps(text.advice)
    return {
        **_descriptor(rule.id, why, rule.severity, rule.category),
        "fullDescription": {"text": one_line(f"{why} {advice}")},
        "help": _help(rule, why, advice, language),
    }


def described_from(entry: Entry, language: Language) -> dict[str, Json]:
    """What the rule book does not know, described from what it found."""
    # A score has a page of its own; a sentence of one file does not describe all others.
    is_score = entry.finding is None
    words = say(f"about-{entry.rule}", language, start="…", most="…") if is_score else entry.rule
    return {
        **_descriptor(entry.rule, words, entry.severity, entry.category),
        "fullDescription": {"text": one_line(words)},
    }


def _descriptor(
    name: str, about: str, severity: Severity, category: Category | None
) -> dict[str, Json]:
    tags: list[Json] = [category.value if category else "score", "payment-reminder"]
    return {
        "id": name,
        "name": "".join(part.capitalize() for part in name.split("-")),
        "shortDescription": {"text": _SENTENCE_END.split(one_line(about), maxsplit=1)[0]},
        "defaultConfiguration": {"level": LEVELS[severity]},
        "properties": {
            "category": category.value if category else "score",
            "tags": tags,
            "problem.severity": _GITHUB_SEVERITIES[severity],
        },
    }


def _help(rule: Rule, why: str, advice: str, language: Language) -> dict[str, Json]:
    """Why, what to do, the lines of the guide and examples, as plain text and as Markdown."""
    text = [why, advice]
    page = [escaped(why), f"**{escaped(advice)}**"]
    lists = [
        (say("from-guide", language), [f"{n}: {GUIDE[n][language]}" for n in rule.guide]),
        (say("flags", language), _examples(rule.texts[language].examples, flags=True)),
        (say("passes", language), _examples(rule.texts[language].examples, flags=False)),
    ]
    for title, items in lists:
        if items:
            text.append("\n".join([f"{title}:", *(f"- {item}" for item in items)]))
            page.append("\n".join([f"{escaped(title)}:\n", *(f"- {escaped(i)}" for i in items)]))
    command = f"tonecheck explain {rule.id}"
    return {
        "text": "\n\n".join([*text, command]),
        "markdown": "\n\n".join([*page, f"`{command}`"]),
    }


def _examples(examples: Iterable[Example], *, flags: bool) -> list[str]:
    """Some examples on one line each, long ones cut."""
    texts = [one_line(example.text) for example in examples if example.flags is flags]
    return [
        text if len(text) <= _LONGEST_EXAMPLE else text[: _LONGEST_EXAMPLE - 1] + "…"
        for text in texts[:_EXAMPLES]
    ]
