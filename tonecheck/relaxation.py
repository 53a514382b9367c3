"""Where an explicit final stage lets a formal next step pass.

The contract's conditions: the stage was declared, the message states the step as a condition,
calmly, and leaves a way out: a date until which paying stops it, or a contact or arrangement.
"""

from __future__ import annotations

from tonecheck.analysis import Analysis, TokenKind
from tonecheck.observation import Facts
from tonecheck.phrases import Hit
from tonecheck.rulebook import Rule
from tonecheck.types import Context, FactType, Language

CONDITIONS: dict[Language, frozenset[str]] = {
    Language.EN: frozenset(
        {"if", "unless", "should", "otherwise", "without", "until", "after", "before", "would"}
    ),
    Language.RU: frozenset({"если", "при", "иначе", "случай", "без", "до", "после", "тогда"}),
}
# Words with which a step is gloated over or hammered in rather than stated.
INTENSIFIERS: dict[Language, frozenset[str]] = {
    Language.EN: frozenset(
        "immediately immediate without exception ruthless ruthlessly full fullest extent "
        "harsh harshest every merciless mercilessly regret sorry finally promise guarantee "
        "certainly surely ruin destroy costly shame enjoy happily gladly once-and-for-all "
        "whatsoever inevitable inevitably".split()
    ),
    Language.RU: frozenset(
        "немедленно незамедлительно неизбежно безжалостно жестко обязательно гарантировать "
        "пожалеть поверить весь строгость любой беспощадно церемониться удовольствие рад "
        "последствие непременно навсегда раз".split()
    ),
}
NEARBY_SENTENCES = 2
"""A condition may stand this many sentences before the step ("By 5 May … . After that …")."""


def is_relaxed(rule: Rule, analysis: Analysis, context: Context, facts: Facts, hit: Hit) -> bool:
    """Whether a hit passes because the author declared a stage at which it may be said."""
    if not context.stage_declared or context.stage not in rule.relaxed_at:
        return False
    sentence = analysis.tokens[hit.first].sentence
    first = analysis.sentences[max(0, sentence - NEARBY_SENTENCES)].first
    around = analysis.tokens[first : analysis.sentences[sentence].last]
    here = analysis.sentence_tokens(analysis.sentences[sentence])
    stated_as_condition = any(t.form.keys & CONDITIONS[analysis.language] for t in around) or any(
        "date" in t.marks for t in around
    )
    calm = not any(
        t.form.keys & INTENSIFIERS[analysis.language] or t.text.startswith(("!!", "?!"))
        for t in here
    ) and not any(_is_shouted(t.text) for t in here if t.kind is TokenKind.WORD)
    dated = any("date" in t.marks for t in around)
    way_out = dated or bool(facts[FactType.CONTACT]) or bool(facts[FactType.FLEXIBILITY])
    return stated_as_condition and calm and way_out


def _is_shouted(text: str) -> bool:
    return len(text) > 4 and text.isupper() and text.isalpha()
