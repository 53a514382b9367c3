"""Forms of address: «ты» and «вы», and registers that do not go together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tonecheck.analysis import Analysis, Part, Token, TokenKind
from tonecheck.observation import Change, Facts, Observation
from tonecheck.types import Applicability, Channel, Context, Edit, Language

FAMILIAR_PRONOUNS = frozenset({"ты", "твой"})
POLITE_PRONOUNS = frozenset({"вы", "ваш"})

SLANG_GREETINGS: dict[Channel, frozenset[str]] = {
    Channel.LETTER: frozenset("yo hey hiya howdy sup wassup righto oi".split()),
    Channel.EMAIL: frozenset("yo sup wassup oi".split()),
}

# Openings and closings by register; an entry is the beginning of the part, word by word.
CASUAL_OPENINGS: dict[Language, tuple[str, ...]] = {
    Language.EN: ("hey", "yo", "hiya", "howdy", "oi", "sup"),
    Language.RU: ("привет", "приветик", "хай", "здорово"),
}
FORMAL_OPENINGS: dict[Language, tuple[str, ...]] = {
    Language.EN: ("dear sir", "dear madam", "dear sirs", "to whom"),
    Language.RU: (
        "уважаемый",
        "уважаемая",
        "уважаемые",
        "многоуважаемый",
        "многоуважаемая",
        "глубокоуважаемый",
        "глубокоуважаемая",
        "господин",
        "госпожа",
    ),
}
CASUAL_CLOSINGS: dict[Language, tuple[str, ...]] = {
    Language.EN: ("cheers", "love", "hugs", "ta", "xx", "laters", "take care"),
    Language.RU: ("обнимаю", "целую", "с приветом", "пока", "чмоки", "удачи"),
}
FORMAL_CLOSINGS: dict[Language, tuple[str, ...]] = {
    Language.EN: ("yours faithfully", "yours sincerely", "yours truly", "respectfully"),
    Language.RU: ("с уважением", "с почтением", "с глубоким"),
}


def mixed_address(analysis: Analysis, context: Context, facts: Facts) -> Iterator[Observation]:
    """«ты» and «вы» to the client in one message: the first word of the rarer form."""
    familiar, polite = analysis.once(_familiar), analysis.once(_polite)
    if not familiar or not polite:
        return
    rarer, other = (familiar, polite) if len(familiar) <= len(polite) else (polite, familiar)
    found = rarer[0]
    yield Observation(found.start, found.end, {"found": found.text, "other": other[0].text})


def unfit_address(analysis: Analysis, context: Context, facts: Facts) -> Iterator[Observation]:
    """An address too familiar for a letter or an e-mail."""
    if analysis.language is Language.RU:
        familiar = analysis.once(_familiar)
        written = context.channel in (Channel.LETTER, Channel.EMAIL)
        if written and familiar and not analysis.once(_polite):
            yield Observation(familiar[0].start, familiar[0].end, {"found": familiar[0].text})
        return
    slang = SLANG_GREETINGS.get(context.channel, frozenset())
    for token in analysis.part_tokens(Part.GREETING)[:1]:
        if token.norm in slang:
            yield Observation(token.start, token.end, {"found": token.text})


def register_mismatch(analysis: Analysis, context: Context, facts: Facts) -> Iterator[Observation]:
    """A greeting and a closing formula that belong to different registers."""
    greeting = [t for t in analysis.part_tokens(Part.GREETING) if t.kind is TokenKind.WORD]
    closing = [t for t in analysis.part_tokens(Part.CLOSING) if t.kind is TokenKind.WORD]
    if not greeting or not closing:
        return
    language = analysis.language
    casual_first = _names_one(greeting, CASUAL_OPENINGS[language])
    formal_first = _opens_with(greeting, FORMAL_OPENINGS[language])
    clash = (casual_first and _opens_with(closing, FORMAL_CLOSINGS[language])) or (
        formal_first and _opens_with(closing, CASUAL_CLOSINGS[language])
    )
    if clash:
        values = {
            "greeting": analysis.text[greeting[0].start : greeting[-1].end],
            "closing": analysis.text[closing[0].start : closing[-1].end],
        }
        yield Observation(closing[0].start, closing[-1].end, values)


def vy_case(analysis: Analysis, context: Context, facts: Facts) -> Iterator[Observation]:
    """«Вы» and «вы» in one message: the first word of the rarer spelling."""
    if analysis.language is not Language.RU:
        return
    inside = [t for t in _pronouns(analysis, POLITE_PRONOUNS) if not _opens_line(analysis, t)]
    capital = [t for t in inside if t.is_capitalised]
    small = [t for t in inside if not t.is_capitalised]
    if not capital or not small:
        return
    # With as many of each, the spelling that comes first stands.
    keep_small = (len(small), capital[0].start) > (len(capital), small[0].start)
    wrong = capital if keep_small else small
    edits = tuple(Edit(t.start, t.end, _with_case(t.text, not keep_small)) for t in wrong)
    values = {"found": wrong[0].text, "other": _with_case(wrong[0].text, not keep_small)}
    change = Change("same-spelling", edits, Applicability.SAFE, {"replacement": values["other"]})
    yield Observation(wrong[0].start, wrong[0].end, values, (change,))


def _with_case(text: str, capital: bool) -> str:
    first = text[:1].upper() if capital else text[:1].lower()
    return first + text[1:]


def _opens_line(analysis: Analysis, token: Token) -> bool:
    """Whether a word has its capital letter from its place: sentence, line or list item."""
    if token.index == analysis.sentences[token.sentence].first:
        return True
    before = analysis.tokens[token.index - 1]
    gap = analysis.text[before.end : token.start]
    return "\n" in gap or (before.kind is TokenKind.PUNCTUATION and before.text not in {",", "("})


def _addressed(analysis: Analysis) -> list[Token]:
    """The words said to the client: none in a quotation, a sign-off or a signature."""
    return [
        t for t in analysis.words() if not t.quoted and t.part not in (Part.CLOSING, Part.SIGNATURE)
    ]


def _pronouns(analysis: Analysis, lemmas: frozenset[str]) -> list[Token]:
    return [
        t
        for t in _addressed(analysis)
        if not lemmas.isdisjoint(t.form.keys) and _lemmas(t) & lemmas
    ]


def _familiar(analysis: Analysis) -> list[Token]:
    if analysis.language is not Language.RU:
        return []
    return [t for t in _addressed(analysis) if _is_form_of_address(t, FAMILIAR_PRONOUNS, "sing")]


def _polite(analysis: Analysis) -> list[Token]:
    if analysis.language is not Language.RU:
        return []
    return [t for t in _addressed(analysis) if _is_form_of_address(t, POLITE_PRONOUNS, "plur")]


def _is_form_of_address(token: Token, pronouns: frozenset[str], number: str) -> bool:
    """Whether every reading of a word is this pronoun, or a verb that speaks to the client."""
    form = token.form
    if not pronouns.isdisjoint(form.keys) and _lemmas(token) & pronouns:
        return True
    if "#imp" not in form.lookup and "#2p" not in form.lookup:
        return False
    if token.is_capitalised and token.part is Part.GREETING:
        return False
    return bool(form.readings) and all(
        number in r.tags and ("imp" in r.tags or "2p" in r.tags) for r in form.readings
    )


def _lemmas(token: Token) -> frozenset[str]:
    return frozenset(r.lemma for r in token.form.readings)


def _opens_with(words: Sequence[Token], openings: Sequence[str]) -> bool:
    """Whether a part begins with one of these, given word by word."""
    norms = [t.norm for t in words]
    return any(norms[: len(o)] == o for o in map(str.split, openings))


def _names_one(words: Sequence[Token], openings: Sequence[str]) -> bool:
    return any(t.norm in openings for t in words)
