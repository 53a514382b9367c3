"""Cues: the small things in a sentence that speak for or against a mistake.

No single cue proves anything: "or" and "never" are ordinary words. What they weigh together is
learned from the labelled corpora (:mod:`tonecheck.weights`). A cue is written like a phrase of a
rule: ``court`` (a word in any form), ``=paid`` (this form), ``remin~`` (words that begin so),
``[imp]`` (a word with this tag), ``@date`` (a fact), ``you never`` (one after the other),
``you * never`` (with up to three words between), ``^ pay`` and ``pay $`` (at the borders of the
sentence). What stands in quotation marks is ``@quote`` as a whole: the client's own words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tonecheck.analysis import Analysis, Form, Part, Stretch, Token, TokenKind

FACTS = ("amount", "date", "reference", "phone", "email", "link", "placeholder")
"""Fact classes that stand for their words: a sum weighs the same whatever its figures."""

MARKS = {"?": "?", "!": "!", "…": "…", ",": ",", ";": ",", ":": ","}
"""Marks that count, and what they count as; others are passed over."""

STEM = 5
"""Letters of the beginning by which related words are one cue; a form at most as long has none."""

REACH = 4
"""A pair of words counts when at most three steps stand between them."""

WEIGHED_PARTS = frozenset({Part.SUBJECT, Part.BODY, Part.CLOSING})
MIN_WORDS = 2


@dataclass(frozen=True, slots=True)
class Step:
    """A word, mark, fact or quotation of a sentence: what cues are made of.

    ``first`` and ``last`` are its first and last token.
    """

    name: str
    first: int
    last: int
    form: Form | None = None


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue and the tokens that it rests on."""

    name: str
    tokens: tuple[int, ...]


def weighed_sentences(analysis: Analysis) -> Iterator[tuple[int, Stretch]]:
    """The sentences, with their numbers, that say something: no greetings and signatures."""
    for number, sentence in enumerate(analysis.sentences):
        tokens = analysis.sentence_tokens(sentence)
        words = sum(t.kind is TokenKind.WORD and not t.quoted for t in tokens)
        if words >= MIN_WORDS and tokens[0].part in WEIGHED_PARTS:
            yield number, sentence


def cues(tokens: Sequence[Token]) -> dict[str, Cue]:
    """The cues of a sentence, each once, where it first stands.

    Args:
        tokens: those of one sentence.
    """
    found: dict[str, Cue] = {}
    for cue in _cues(_steps(tokens)):
        found.setdefault(cue.name, cue)
    return found


def _steps(tokens: Sequence[Token]) -> list[Step]:
    steps: list[Step] = []
    for token in tokens:
        step = _step(token)
        if step is None:
            continue
        if step.form is None and steps and steps[-1].name == step.name and step.name[0] == "@":
            steps[-1] = Step(step.name, steps[-1].first, token.index)
        else:
            steps.append(step)
    return steps


def _step(token: Token) -> Step | None:
    index = token.index
    if token.kind is TokenKind.PUNCTUATION and not token.quoted:
        mark = MARKS.get(token.text[0])
        return Step(mark, index, index) if mark else None
    if token.quoted:
        return Step("@quote", index, index)
    fact = next((f for f in FACTS if f in token.marks), None)
    if fact:
        return Step(f"@{fact}", index, index)
    if token.kind is not TokenKind.WORD:
        return Step("@number", index, index)
    if "name" in token.marks:
        return Step("@name", index, index)
    readings = token.form.readings
    return Step(readings[0].lemma if readings else token.norm, index, index, token.form)


def _cues(steps: Sequence[Step]) -> Iterator[Cue]:
    for step in steps:
        place = (step.first, step.last) if step.first < step.last else (step.first,)
        yield Cue(step.name, place)
        form = step.form
        if form is None:
            continue
        yield Cue(f"={form.norm}", place)
        if len(form.norm) > STEM:
            yield Cue(f"{form.norm[:STEM]}~", place)
        if form.readings:
            for tag in sorted(form.readings[0].tags):
                yield Cue(f"[{tag}]", place)
    if steps:
        yield Cue(f"^ {steps[0].name}", (steps[0].first,))
        yield Cue(f"{steps[-1].name} $", (steps[-1].last,))
    for here, step in enumerate(steps):
        for there in range(here + 1, min(here + 1 + REACH, len(steps))):
            gap = " " if there == here + 1 else " * "
            other = steps[there]
            yield Cue(f"{step.name}{gap}{other.name}", (step.last, other.first))
