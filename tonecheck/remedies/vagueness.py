"""Vague sentences in whose place the missing facts may stand: they carry nothing else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tonecheck.analysis import Analysis, Part, TokenKind
from tonecheck.checks.topics import PAYMENT_WORDS
from tonecheck.languages import module_for
from tonecheck.observation import Facts
from tonecheck.remedies.cargo import cargo
from tonecheck.remedies.matter import BESIDE_THE_MATTER
from tonecheck.remedies.piece import Kind
from tonecheck.stamping import Noticed
from tonecheck.types import Category, Severity

_EMPTY = frozenset(
    "matter thing bit piece rest side couple thousand hundred lot figure number bob quid grand "
    "дело вопрос часть половина копейка мелочь хвост цифра момент тысяча сотня пара цена".split()
)
"""Nouns that tell nobody what the money is for."""


@dataclass(frozen=True, slots=True)
class Vague:
    """Visible characters ``start:end`` of a vague sentence, and what was noticed in it."""

    start: int
    end: int
    noticed: tuple[Noticed, ...]


def replaceable(noticed: Sequence[Noticed], analysis: Analysis, facts: Facts) -> Vague | None:
    """The first vague sentence of the body that carries no fact, no name and no matter."""
    return next(_replaceable(noticed, analysis, facts), None)


def _replaceable(noticed: Sequence[Noticed], analysis: Analysis, facts: Facts) -> Iterator[Vague]:
    keys = Counter(key for token in analysis.tokens for key in token.form.keys)
    known = PAYMENT_WORDS[analysis.language] | BESIDE_THE_MATTER | _EMPTY
    is_finite = module_for(analysis.language).is_finite_verb
    for sentence in analysis.sentences:
        tokens = analysis.sentence_tokens(sentence)
        start, end = tokens[0].start, tokens[-1].end
        inside = [
            n
            for n in noticed
            if n.observation.start < end
            and n.observation.end > start
            and n.severity is not Severity.SUGGESTION
        ]
        if not inside or any(
            n.rule.category is not Category.VAGUE
            or n.rule.id == "vague-time"
            or n.observation.end > end
            for n in inside
        ):
            continue
        if any(t.part is not Part.BODY for t in tokens) or tokens[-1].text not in {".", "!"}:
            continue
        pieces = [p for p in cargo(analysis, facts, sentence) if p.kind is not Kind.MOMENT]
        if pieces or any(t.form.must_be("imp") for t in tokens):
            continue
        nouns = [t for t in tokens if t.kind is TokenKind.WORD and t.form.must_be("noun")]
        is_empty = all(t.form.keys & known or any(keys[k] > 1 for k in t.form.keys) for t in nouns)
        if is_empty and any(is_finite(t.form) for t in tokens):
            yield Vague(start, end, tuple(inside))
