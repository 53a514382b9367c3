"""Greetings that name nobody: "Dear customer", «Уважаемый клиент»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tonecheck.analysis import Analysis, Part, Token, TokenKind
from tonecheck.checks.roles import (
    ADDRESS_TITLES,
    CONJUNCTIONS,
    GENERIC,
    GREETING_WORDS,
    HONORIFICS,
    NAMES_LIKE_ROLES,
    RUSSIAN_ROLE_ENDINGS,
)
from tonecheck.languages import module_for
from tonecheck.observation import Facts, Observation
from tonecheck.types import Context, Language

MIN_ROLE_LETTERS = 6
MAX_ADDRESS_WORDS = 7
"""A first line longer than this is no form of address."""

_NAME_TAGS = frozenset({"name", "surname", "patronymic"})


def impersonal_greeting(
    analysis: Analysis, context: Context, facts: Facts
) -> Iterator[Observation]:
    """A greeting with a generic or role address and no name or name placeholder."""
    tokens = _greeting(analysis)
    if not tokens or any(t.kind is TokenKind.PLACEHOLDER for t in tokens):
        return
    words = [t for t in tokens if t.kind is TokenKind.WORD]
    if not _is_impersonal(words, analysis.language):
        return
    last = max(t.index for t in words)
    end = last
    while end + 1 <= tokens[-1].index and analysis.tokens[end + 1].text in {")", "»", '"'}:
        end += 1
    yield Observation(tokens[0].start, analysis.tokens[end].end)


def _greeting(analysis: Analysis) -> Sequence[Token]:
    """The greeting; without one, a first line that opens with a title («Господину …»)."""
    greeting = analysis.part_tokens(Part.GREETING)
    if greeting:
        return (*greeting, *_address_after(analysis, greeting[-1]))
    body = [t for t in analysis.tokens if t.part is not Part.SUBJECT]
    if not body or not body[0].form.keys & ADDRESS_TITLES[analysis.language]:
        return ()
    line_end = analysis.text.find("\n", body[0].start)
    line = [t for t in body if line_end < 0 or t.start < line_end]
    return line if len(line) <= MAX_ADDRESS_WORDS else ()


def _address_after(analysis: Analysis, last: Token) -> Sequence[Token]:
    """What goes on after a greeting's comma: «Здравствуйте, уважаемый клиент!»."""
    if last.text != ",":
        return ()
    language = analysis.language
    tail: list[Token] = []
    for token in analysis.tokens[last.index + 1 : last.index + 1 + MAX_ADDRESS_WORDS]:
        if token.sentence != last.sentence or token.text in {",", "!", ".", ":"}:
            break
        tail.append(token)
    known = ADDRESS_TITLES[language] | GENERIC[language]
    is_finite_verb = module_for(language).is_finite_verb
    if not any(t.form.keys & known for t in tail) or any(is_finite_verb(t.form) for t in tail):
        return ()
    return tail


def _is_impersonal(words: Sequence[Token], language: Language) -> bool:
    if language is Language.EN and [t.norm for t in words[:2]] in (
        ["to", "whom"],
        ["to", "whomsoever"],
    ):
        return True
    is_role = _is_english_role if language is Language.EN else _is_russian_role
    roles = [t for t in words if is_role(t)]
    if not roles and not any(t.norm.startswith(HONORIFICS[language]) for t in words):
        return False
    others = (t for t in words if t not in roles and t.norm not in GREETING_WORDS[language])
    return not any(_may_be_name(t, language) for t in others)


def _is_english_role(token: Token) -> bool:
    norm = token.norm
    if norm in GENERIC[Language.EN]:
        return True
    noun = norm.removesuffix("s")
    if not noun.endswith(("er", "or")) or len(noun) < MIN_ROLE_LETTERS:
        return False
    if noun in NAMES_LIKE_ROLES or norm in GREETING_WORDS[Language.EN]:
        return False
    # Names end in -er and -or too (Tyler, Victor); a role comes from a verb.
    module = module_for(Language.EN)
    return any(module.form(verb).can_be("verb", "base") for verb in (noun[:-2], noun[:-1]))


def _is_russian_role(token: Token) -> bool:
    form = token.form
    if form.keys & GENERIC[Language.RU]:
        return not _is_russian_name(token)
    if form.norm in GREETING_WORDS[Language.RU] or _is_russian_name(token):
        return False
    is_noun = form.can_be("noun", "nom") and not form.can_be("pron")
    if not is_noun:
        return False
    if not token.is_capitalised:
        return True
    return any(
        r.lemma.endswith(RUSSIAN_ROLE_ENDINGS) and len(r.lemma) >= MIN_ROLE_LETTERS
        for r in form.readings
        if "noun" in r.tags
    )


def _is_russian_name(token: Token) -> bool:
    return any(r.tags & _NAME_TAGS for r in token.form.readings)


def _may_be_name(token: Token, language: Language) -> bool:
    """Whether a word that is no role may be a name: it has a capital letter or is unknown."""
    if token.norm in CONJUNCTIONS[language]:
        return False
    if language is Language.EN:
        return token.is_capitalised or not token.form.readings
    if not token.is_capitalised:
        return False
    return not token.form.must_be("adj") or _is_russian_name(token)
