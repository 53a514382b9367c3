"""Pages about the two scores: how each comes about, with all its points, and single markers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from tonecheck.positions import LineIndex
from tonecheck.reports.block import Layout
from tonecheck.reports.excerpt import excerpt
from tonecheck.reports.options import TextOptions
from tonecheck.reports.rule_page import joined
from tonecheck.reports.style import Ink
from tonecheck.reports.words import say
from tonecheck.rulebook import Example, RuleBook
from tonecheck.types import Language, Severity

SCORES = ("politeness", "clarity")
_EXAMPLES = 3
_COSTS = len("00 / 00 / 00")


def explain_score(
    name: str, rulebook: RuleBook, language: Language, options: TextOptions | None = None
) -> str:
    """How a score comes about: where it starts, what it loses and what it wins.

    Args:
        name: one of :data:`SCORES`.
    """
    layout = Layout(options or TextOptions())
    weights = rulebook.weights[name]
    points = {key: weights[key]["points"] for key in ("start", "most") if key in weights}
    parts = [
        [layout.titled_rule(name)],
        layout.paragraph(say(f"about-{name}", language, **points), 2),
        [_title("losses", language, layout), *_losses(weights, language, layout)],
    ]
    if name == "politeness":
        parts += [
            [_title(saying, language, layout), *layout.paragraph(markers, 4)]
            for saying, markers in (
                ("courtesies", "; ".join(_markers(rulebook, language, 1, layout))),
                ("discourtesies", "; ".join(_markers(rulebook, language, -1, layout))),
            )
        ]
    parts.append(layout.paragraph(say("see-points", language), 2))
    return joined(line for part in parts for line in ("", *part)).removeprefix("\n")


def explain_marker(
    name: str, rulebook: RuleBook, language: Language, options: TextOptions | None = None
) -> str:
    """What a marker of courtesy or of its lack shows, what it moves, and examples."""
    layout = Layout(options or TextOptions())
    by_language = {
        tongue: next(m for m in rulebook.markers(tongue) if m.id == name) for tongue in Language
    }
    marker = by_language[language]
    english, russian = (_signed(by_language[tongue].points, layout) for tongue in Language)
    parts = [
        [layout.titled_rule(name)],
        layout.paragraph(marker.says[language] + ".", 2),
        layout.paragraph(say("about-marker", language, english=english, russian=russian), 2),
    ]
    for saying, finds in (("flags", True), ("passes", False)):
        examples = [e for e in marker.examples if e.flags is finds][:_EXAMPLES]
        if examples:
            lines = [line for example in examples for line in _example(example, layout)]
            parts.append([_title(saying, language, layout), *lines])
    parts.append(layout.paragraph(say("see-score", language), 2))
    return joined(line for part in parts for line in ("", *part)).removeprefix("\n")


def _example(example: Example, layout: Layout) -> list[str]:
    if not example.flags:
        return layout.paragraph(example.text, 4, f"{layout.signs.dot} ")
    start, end = example.marks[0]
    return excerpt(LineIndex(example.text), start, end, 4, Ink.HEADING, layout.options)


def _signed(points: int, layout: Layout) -> str:
    return f"+{points}" if points > 0 else f"{layout.signs.minus}{-points}" if points else "0"


def _losses(weights: Mapping[str, Any], language: Language, layout: Layout) -> Iterator[str]:
    """What findings cost, by severity; a hard sentence has one price for each step."""
    losses = [*weights.get("rules", {}).values(), *weights["categories"].values()]
    for loss in losses:
        costs = " / ".join(f"{-loss['points'][s.value]:2}" for s in Severity)
        yield from layout.paragraph(loss[language.value]["says"], 4, f"{costs}   ")
    if "reading_ease" in weights:
        ease = weights["reading_ease"]
        costs = f"1-{ease['most']}".rjust(_COSTS)
        yield from layout.paragraph(ease[language.value]["says"], 4, f"{costs}   ")


def _markers(rulebook: RuleBook, language: Language, sign: int, layout: Layout) -> Iterator[str]:
    """Markers that win or cost points, the weightiest first: «says please +5/+6»."""
    english, russian = (rulebook.markers(tongue) for tongue in (Language.EN, Language.RU))
    pairs = [
        (en.says[language], sign * en.points, sign * ru.points)
        for en, ru in zip(english, russian, strict=True)
        if sign * (en.points + ru.points) > 0
    ]
    for says, *points in sorted(pairs, key=lambda pair: -pair[1] - pair[2]):
        both = "/".join(_signed(sign * value, layout) for value in points)
        yield f"{says[0].lower()}{says[1:]} {both}"


def _title(saying: str, language: Language, layout: Layout) -> str:
    return "  " + layout.paint(say(saying, language), Ink.HEADING)
