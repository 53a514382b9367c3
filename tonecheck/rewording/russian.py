"""What the words around a replacement ask of it in Russian: case, gender, a phrase behind it."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from tonecheck.analysis import Analysis, Token, TokenKind
from tonecheck.languages.inflection import CASES, Candidate, Inflector
from tonecheck.types import Edit

_PREPOSITIONS = {
    "gent": "без для до из от у около после из-за ради кроме вместо с со",
    "datv": "к ко по согласно благодаря",
    "loct": "о об обо при в во на",
    "accs": "про через в во на за под перед",
    "ablt": "над между за под перед с со",
}

GOVERNED: dict[str, frozenset[str]] = {
    word: frozenset(case for case, words in _PREPOSITIONS.items() if word in words.split())
    for words in _PREPOSITIONS.values()
    for word in words.split()
}
"""The cases that may follow a preposition, as pymorphy3 names them."""

VERBAL_NOUN = (
    "ние",
    "тие",
    "корректировка",
    "сумма",
    "оплата",
    "размер",
    "часть",
    "остаток",
    "возврат",
    "сверка",
)
"""How nouns end behind which a noun can only be in the genitive."""

JOINING = frozenset({"и", "или", "либо", "а"})
POLITE = frozenset({"вы", "ваш"})
"""Dictionary forms of the words that take a capital out of politeness."""

LONGEST = 4
"""Words of a noun phrase up to its noun."""


def pick(
    candidates: Sequence[Candidate], analysis: Analysis, index: int, skipped: AbstractSet[int]
) -> str | None:
    """The one form that a word at ``index`` can have there; None where there may be another.

    Args:
        candidates: the form for each reading of the word that stands there.
        skipped: the words that are replaced with it, which tell nothing.
    """
    texts = {c.text for c in candidates}
    if len(texts) > 1:
        cases = _governed(analysis, index, skipped)
        candidates = [c for c in candidates if cases and c.case in cases]
        texts = {c.text for c in candidates}
    if len(texts) != 1:
        return None
    if any(map(_changes_gender, candidates)):
        is_subject = any(c.case == "nomn" for c in candidates)
        if _has_modifier(analysis, index, skipped):
            return None
        if is_subject and _has_predicate(analysis, index, skipped):
            return None
    return texts.pop()


def _governed(analysis: Analysis, index: int, skipped: AbstractSet[int]) -> AbstractSet[str] | None:
    """The cases that the word before asks for; None where it asks for none."""
    sentence = analysis.sentences[analysis.tokens[index].sentence]
    at = index - 1
    while at >= sentence.first and (at in skipped or _is_modifier(analysis.tokens[at])):
        at -= 1
    if at < sentence.first:
        return None
    before = analysis.tokens[at]
    if before.norm in GOVERNED:
        return GOVERNED[before.norm]
    if before.form.must_be("noun") and any(
        r.lemma.endswith(VERBAL_NOUN) for r in before.form.readings
    ):
        return {"gent"}
    if before.form.must_be("inf") or before.form.must_be("imp"):
        return {"accs"}
    return None


def _is_modifier(token: Token) -> bool:
    return token.form.must_be("adj") or token.form.must_be("participle")


def _changes_gender(candidate: Candidate) -> bool:
    return candidate.number == "sing" and candidate.gender != candidate.source_gender


def _has_modifier(analysis: Analysis, index: int, skipped: AbstractSet[int]) -> bool:
    """Whether an adjective stands beside a noun, or a clause about it opens, to agree with it."""
    tokens = analysis.tokens
    for other in range(max(index - 2, 0), min(index + 3, len(tokens))):
        form = tokens[other].form
        declines = form.can_be("adj") or form.can_be("participle")
        if other not in skipped and other != index and declines and not form.can_be("finite"):
            return True
    last = analysis.clauses[tokens[index].clause].last
    return any("который" in t.form.keys for t in tokens[last : last + 3])


def _has_predicate(analysis: Analysis, index: int, skipped: AbstractSet[int]) -> bool:
    """Whether the clause has a predicate that may agree with its subject in gender."""
    clause = analysis.clauses[analysis.tokens[index].clause]
    return any(
        token.form.readings and all(r.tags & {"past", "short"} for r in token.form.readings)
        for token in analysis.tokens[clause.first : clause.last]
        if token.index not in skipped and token.index != index
    )


def put_into_case(
    analysis: Analysis, start: int, cases: tuple[str, str], inflector: Inflector
) -> list[Edit] | None:
    """The edits by which the noun phrase at token ``start`` goes from one case into another.

    None where no noun phrase in that case surely begins there, or where a second noun joins it.
    """
    before, after = (CASES[case] for case in cases)
    tokens = analysis.tokens
    edits: list[Edit] = []
    for index in range(start, min(start + LONGEST, len(tokens))):
        token = tokens[index]
        if token.sentence != tokens[start].sentence or not _is_plain_word(token):
            return None
        if _is_abbreviation(token):
            return edits if _ends(analysis, index + 1, cases[0]) else None
        candidates = inflector.declined(token.norm, before, after)
        texts = {c.text for c in candidates}
        if len(texts) != 1 and not token.form.can_be("noun"):
            texts = _agreeing(analysis, index, candidates, inflector, before)
        if len(texts) != 1:
            return None
        edits.append(Edit(token.start, token.end, cased(texts.pop(), token.text, analysis)))
        if token.form.can_be("noun", cases[0]):
            return edits if _ends(analysis, index + 1, cases[0]) else None
    return None


def _agreeing(
    analysis: Analysis,
    index: int,
    candidates: Sequence[Candidate],
    inflector: Inflector,
    before: str,
) -> set[str]:
    """Of the forms of an adjective, that of the gender and number of the noun behind it."""
    for token in analysis.tokens[index + 1 : index + LONGEST]:
        if not token.form.can_be("noun"):
            continue
        nouns = [
            p.tag
            for p in inflector.parses(token.norm)
            if p.tag.POS == "NOUN" and p.tag.case == before
        ]
        return {
            c.text
            for c in candidates
            for n in nouns
            if c.number == n.number and (c.number == "plur" or c.gender == n.gender)
        }
    return set()


def _ends(analysis: Analysis, index: int, case: str) -> bool:
    """Whether nothing behind a noun phrase would have to change with it."""
    tokens = analysis.tokens
    if index >= len(tokens) or tokens[index].sentence != tokens[index - 1].sentence:
        return True
    here = tokens[index]
    following = tokens[index + 1 : index + 2]
    if here.norm in JOINING or here.text == ",":
        return not any(_declines(t, case) for t in following)
    return not (here.form.must_be("participle") or here.form.must_be("adj"))


def _declines(token: Token, case: str) -> bool:
    if "который" in token.form.keys:
        return False
    readings = [r for r in token.form.readings if case in r.tags]
    return any(r.tags & {"noun", "adj", "participle", "pron"} for r in readings)


def _is_plain_word(token: Token) -> bool:
    return token.kind is TokenKind.WORD and "name" not in token.marks


def _is_abbreviation(token: Token) -> bool:
    return token.is_upper or "/" in token.text


def cased(word: str, original: str, analysis: Analysis) -> str:
    """A word with the capitals of another, and with «ё» only where the message has it."""
    if "ё" not in analysis.text.lower():
        word = word.replace("ё", "е")
    if len(original) > 1 and original.isupper():
        return word.upper()
    return word[:1].upper() + word[1:] if original[:1].isupper() else word
