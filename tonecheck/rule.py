"""Rules and facts as values: what a rule file says, ready for use."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from tonecheck.analysis import Part
from tonecheck.matches import Owner
from tonecheck.sentences import TonecheckError
from tonecheck.types import (
    Category,
    Channel,
    FactType,
    Language,
    Severity,
    Stage,
)

UNGUIDED = frozenset({Category.PLACEHOLDER, Category.INCONSISTENT, Category.GRAMMAR})
"""Categories whose rules need not cite a guide line."""


SCORES = "scores.yaml"
"""The points by which findings and sentences move the scores."""


REWORDINGS = "rewordings.yaml"
"""Sentences that may stand in the place of one that hurts."""


class RuleError(TonecheckError):
    """A rule file that cannot be used: file, line, what was found, what was expected."""


@dataclass(frozen=True, slots=True)
class PhraseRule:
    """One phrase as a rule writes it, with what its match may be replaced by."""

    match: str
    fix: str | None = None
    safe: bool = False


@dataclass(frozen=True, slots=True)
class Beside:
    """Another message of the library in which an example stands."""

    text: str
    given: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Example:
    """A text and what the rule finds in it: the marked spans; none for one that passes.

    Beside it stand the messages that it is compared with.
    """

    text: str
    marks: tuple[tuple[int, int], ...]
    given: Mapping[str, str]
    fixed: str | None = None
    reworded: Example | None = None
    also: frozenset[str] = frozenset()
    blind: bool = False
    beside: tuple[Beside, ...] = ()

    @property
    def flags(self) -> bool:
        """Whether the rule is expected to find something."""
        return bool(self.marks)


@dataclass(frozen=True, slots=True)
class RuleText:
    """A rule in one language."""

    why: str
    advice: str
    phrases: tuple[PhraseRule, ...] = ()
    unless: tuple[str, ...] = ()
    raw_examples: tuple[Mapping[str, Any], ...] = field(default=(), repr=False)
    cannot: str | None = None

    @property
    def examples(self) -> tuple[Example, ...]:
        """The examples; only made when they are asked for, since a check needs none."""
        return tuple(_example(e) for e in self.raw_examples)


@dataclass(frozen=True, slots=True)
class Rule:
    """What to look for, why, and what to do instead.

    A rule that ``gives_way`` leaves a stretch to any other rule of its category. One that is
    ``weighed`` has neither phrases nor a check: it reports what the cues of a sentence weigh.
    One that is ``certain`` is believed whatever they weigh. What a rule ``compares`` are the
    messages of a library (:mod:`tonecheck.across`). A ``preview`` rule is new: it is off until
    somebody asks for it.
    """

    id: str
    category: Category
    severity: Severity
    guide: tuple[str, ...]
    relaxed_at: frozenset[Stage]
    channels: Mapping[Channel, Severity]
    check: str | None
    parts: frozenset[Part]
    negation_cancels: bool
    quotation_cancels: bool
    texts: Mapping[Language, RuleText]
    gives_way: bool = False
    weighed: bool = False
    certain: bool = False
    compares: str | None = None
    preview: bool = False

    @property
    def is_phrased(self) -> bool:
        """Whether it finds a stretch of words: by phrases or by weights, not by a coded check."""
        return self.check is None and self.compares is None

    def severity_on(self, channel: Channel) -> Severity:
        """The severity on a channel."""
        return self.channels.get(channel, self.severity)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shown:
    """What shows by phrases in one language, and where they do not count."""

    phrases: tuple[str, ...]
    unless: tuple[str, ...]
    raw_examples: tuple[Mapping[str, Any], ...] = field(repr=False)
    negation_cancels: bool
    parts: frozenset[Part]

    @property
    def examples(self) -> tuple[Example, ...]:
        """The examples; only made when they are asked for."""
        return tuple(_example(e) for e in self.raw_examples)

    def owner(self, name: str) -> Owner:
        """Its phrases for a finder, under a name."""
        return Owner(
            id=name,
            phrases=self.phrases,
            unless=self.unless,
            negation_cancels=self.negation_cancels,
            quotation_cancels=True,
            parts=self.parts,
            # "Apple Pay" is a name and a way to pay, "Dear Mr Osei" a greeting, all the same.
            names_cancel=False,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class FactRule(_Shown):
    """The phrases by which a fact shows in one language."""

    type: FactType


@dataclass(frozen=True, slots=True, kw_only=True)
class Marker(_Shown):
    """What makes a message in one language sound more or less courteous, without being a mistake.

    It shows by phrases, by a ``fact`` or by a coded ``check``, and moves politeness by ``points``,
    however often it shows. ``says`` names it in either language; ``advice`` tells how to win its
    points, where that is possible in any message.
    """

    id: str
    points: int
    says: Mapping[Language, str]
    advice: Mapping[Language, str]
    fact: FactType | None
    check: str | None


def make_rule(path: str, raw: Mapping[str, Any]) -> Rule:
    """The rule in a file ``<category>/<rule-id>.yaml``."""
    category, _, name = path.partition("/")
    return Rule(
        id=name.removesuffix(".yaml"),
        category=Category(category),
        severity=Severity(raw["severity"]),
        guide=tuple(raw.get("guide", ())),
        relaxed_at=frozenset(map(Stage, raw.get("relaxed_at", ()))),
        channels={Channel(c): Severity(s) for c, s in raw.get("channels", {}).items()},
        check=raw.get("check"),
        parts=frozenset(map(Part, raw.get("in", ()))),
        negation_cancels=raw.get("negation", "cancels") == "cancels",
        quotation_cancels=raw.get("quotation", "cancels") == "cancels",
        texts={language: _text(raw[language.value]) for language in Language},
        gives_way=raw.get("gives_way", False),
        weighed=raw.get("weighed", False),
        certain=raw.get("doubt") == "never",
        compares=raw.get("compares"),
        preview=raw.get("preview", False),
    )


def _text(raw: Mapping[str, Any]) -> RuleText:
    return RuleText(
        why=raw["why"].strip(),
        advice=raw["advice"].strip(),
        phrases=tuple(
            PhraseRule(p)
            if isinstance(p, str)
            else PhraseRule(p["match"], p["fix"], p.get("safe", False))
            for p in raw.get("phrases", ())
        ),
        unless=tuple(raw.get("unless", ())),
        raw_examples=tuple(raw.get("examples", ())),
        cannot=raw.get("cannot"),
    )


def _example(raw: Mapping[str, Any]) -> Example:
    text, marks = unmark(raw.get("flags", raw.get("finds", raw.get("passes", ""))))
    reworded = None
    if "reworded" in raw:
        reworded_text, reworded_marks = unmark(raw["reworded"])
        reworded = Example(reworded_text, reworded_marks, raw.get("given", {}))
    return Example(
        text=text,
        marks=marks,
        given=raw.get("given", {}),
        fixed=raw.get("fixed"),
        reworded=reworded,
        also=frozenset(raw.get("also", ())),
        blind=raw.get("blind", False),
        beside=tuple(Beside(b["text"], b["given"]) for b in raw.get("beside", ())),
    )


def make_fact(name: str, raw: Mapping[str, Any], language: Language) -> FactRule:
    """The fact in a file ``facts/<fact>.yaml``, in one language."""
    type_ = FactType(name.partition("/")[2].removesuffix(".yaml"))
    return FactRule(type=type_, **_shown(raw, language))


def make_marker(name: str, raw: Mapping[str, Any], language: Language) -> Marker:
    """The marker in a file ``markers/<marker>.yaml``, in one language."""
    return Marker(
        id=name.partition("/")[2].removesuffix(".yaml"),
        points=raw["points"][language.value],
        says={speech: raw[speech.value]["says"] for speech in Language},
        advice={s: raw[s.value]["raise"] for s in Language if "raise" in raw[s.value]},
        fact=FactType(raw["fact"]) if "fact" in raw else None,
        check=raw.get("check"),
        **_shown(raw, language),
    )


def _shown(raw: Mapping[str, Any], language: Language) -> dict[str, Any]:
    text = raw[language.value]
    return {
        "phrases": tuple(text.get("phrases", ())),
        "unless": tuple(text.get("unless", ())),
        "raw_examples": tuple(text.get("examples", ())),
        "negation_cancels": raw.get("negation", "cancels") == "cancels",
        "parts": frozenset(map(Part, raw.get("in", ()))),
    }


def unmark(text: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Take the marks out of an example: "We [will sue]." → "We will sue." and its spans.

    A literal square bracket is doubled.

    Raises:
        RuleError: a bracket without its partner.
    """
    plain: list[str] = []
    marks: list[tuple[int, int]] = []
    opened: int | None = None
    length = 0
    for piece in _bracket_pieces(text):
        if piece == "[":
            if opened is not None:
                raise RuleError(f"example «{text}»: a second «[» before «]»")
            opened = length
        elif piece == "]":
            if opened is None:
                raise RuleError(f"example «{text}»: «]» without «[»")
            marks.append((opened, length))
            opened = None
        else:
            literal = {"[[": "[", "]]": "]"}.get(piece, piece)
            plain.append(literal)
            length += len(literal)
    if opened is not None:
        raise RuleError(f"example «{text}»: «[» without «]»")
    return "".join(plain), tuple(marks)


def _bracket_pieces(text: str) -> Iterator[str]:
    position = 0
    while position < len(text):
        pair = text[position : position + 2]
        if pair in ("[[", "]]"):
            yield pair
            position += 2
        else:
            yield text[position]
            position += 1
