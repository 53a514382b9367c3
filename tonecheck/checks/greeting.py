"""Greetings that name nobody: "Dear customer", «Уважаемый клиент»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tonecheck.analysis import Analysis, Part, Token, TokenKind
from tonecheck.checks.roles import (
    ADDRESS_TITLES,
    CONJUNCTIONS,
    GENERIC,
    GREETING_WORDS,
    GROUPS,
    HONORIFICS,
    NAMES_LIKE_ROLES,
    RUSSIAN_ROLE_ENDINGS,
    TITLES_OF_PERSONS,
    VOCATIVE_TITLES,
)
from tonecheck.languages import module_for
from tonecheck.observation import Facts, Observation
from tonecheck.types import Context, Language

MIN_ROLE_LETTERS = 6
MAX_ROLE_WORDS = 4
MAX_ADDRESS_WORDS = 7
"""A first line longer than this is no form of address."""

OPENS_ADDRESS = frozenset({",", ".", "!", "?", ":", ";", "—", "–", "-", "наш", "наша", "наши"})
CLOSES_ADDRESS = frozenset({",", ".", "!", "?", ":", ";", "—", "–", "("})

_NAME_TAGS = frozenset({"name", "surname", "patronymic"})


def impersonal_greeting(
    analysis: Analysis, context: Context, facts: Facts
) -> Iterator[Observation]:
    """A greeting with a generic or role address and no name or name placeholder."""
    tokens = _greeting(analysis)
    words = [t for t in tokens if t.kind is TokenKind.WORD]
    if any(t.kind is TokenKind.PLACEHOLDER for t in tokens):
        return
    if words and _is_impersonal(words, analysis.language):
        last = max(t.index for t in words)
        while last + 1 <= tokens[-1].index and analysis.tokens[last + 1].text in {")", "»", '"'}:
            last += 1
        yield Observation(tokens[0].start, analysis.tokens[last].end)
        return
    inside = _role_in_dative(analysis) or _vocative(analysis)
    if inside:
        yield Observation(inside[0].start, inside[-1].end)


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


def _vocative(analysis: Analysis) -> Sequence[Token]:
    """A role addressed with an honorific anywhere: "… of May. Dear Tenant, the rent …"."""
    titles = VOCATIVE_TITLES[analysis.language]
    for token in analysis.tokens:
        if titles.isdisjoint(token.form.keys) or token.part is Part.SUBJECT or token.quoted:
            continue
        before = analysis.tokens[token.index - 1] if token.index else None
        if before and before.sentence == token.sentence and before.text not in OPENS_ADDRESS:
            continue
        address = [token]
        for following in analysis.tokens[token.index + 1 : token.index + 2 + MAX_ROLE_WORDS]:
            if following.text in CLOSES_ADDRESS and following.text != "/":
                break
            address.append(following)
        else:
            continue
        words = [t for t in address if t.kind is TokenKind.WORD]
        if any(t.kind is TokenKind.PLACEHOLDER for t in address):
            continue
        if any(t.form.can_be("finite") or t.form.can_be("pron", "1p") for t in words[1:]):
            continue
        if len(words) > 1 and _is_impersonal(words, analysis.language):
            return address
    return ()


def _role_in_dative(analysis: Analysis) -> Sequence[Token]:
    """A Russian role in the dative that opens a message: «Собственнику помещения. …»."""
    if analysis.language is not Language.RU:
        return ()
    body = [t for t in analysis.tokens if t.part is not Part.SUBJECT]
    address: list[Token] = []
    for token in body[: MAX_ADDRESS_WORDS + 1]:
        if not _continues_dative(token, address):
            break
        address.append(token)
    if not address or not any(_is_russian_role(t, "dat") for t in address[:2]):
        return ()
    following = body[len(address)] if len(address) < len(body) else None
    if following is None or following.text in {".", ":", "!"}:
        return address
    greets = following.norm in GREETING_WORDS[Language.RU]
    announces = following.form.can_be("verb", "pres", "1p")
    return address if greets or announces else ()


def _continues_dative(token: Token, address: Sequence[Token]) -> bool:
    """Whether a word belongs to an address in the dative: the role, or what depends on it."""
    if token.kind is not TokenKind.WORD or _is_russian_name(token):
        return False
    if token.norm in GREETING_WORDS[Language.RU] and address:
        return False
    form = token.form
    if not address:
        return form.can_be("dat")
    depends = form.can_be("gen") or form.can_be("dat")
    return depends and not form.can_be("verb")


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
    if language is Language.EN and roles[-1:] == [words[-1]] and words[-1].norm not in GROUPS:
        roles += _compound(words)
    if not roles and not any(t.norm.startswith(HONORIFICS[language]) for t in words):
        return False
    others = (t for t in words if t not in roles and t.norm not in GREETING_WORDS[language])
    return not any(_may_be_name(t, language) for t in others)


def _compound(words: Sequence[Token]) -> list[Token]:
    """The common nouns before a role that make it narrower: "pet owner", "fellow chorister"."""
    found: list[Token] = []
    for token in reversed(words[:-1]):
        if token.norm in GREETING_WORDS[Language.EN]:
            break
        known = module_for(Language.EN).is_known(token.norm)
        if token.norm in TITLES_OF_PERSONS or not known:
            return []
        found.append(token)
    return found


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


def _is_russian_role(token: Token, case: str = "nom") -> bool:
    form = token.form
    if form.keys & GENERIC[Language.RU]:
        return not _is_russian_name(token) and (case == "nom" or form.can_be(case))
    if form.norm in GREETING_WORDS[Language.RU] or _is_russian_name(token):
        return False
    is_noun = form.can_be("noun", case) and not form.can_be("pron")
    if not is_noun:
        return False
    if not token.is_capitalised and case == "nom":
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
