"""Messages that bury the request to pay under length, other topics and other requests."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tonecheck.analysis import Analysis, Part, Token, TokenKind
from tonecheck.checks.topics import is_about_payment, sentences, word_count
from tonecheck.observation import Change, Facts, Observation
from tonecheck.types import Channel, Context, FactType, Language, Severity, Stage
from tonecheck.wording import plural

MAX_WORDS = {Channel.EMAIL: 250, Channel.LETTER: 350, Channel.MESSENGER: 120}

UNITS: dict[bool, dict[Language, tuple[str, ...]]] = {
    False: {Language.EN: ("word", "words"), Language.RU: ("слово", "слова", "слов")},
    True: {Language.EN: ("character", "characters"), Language.RU: ("знак", "знака", "знаков")},
}
"""What is counted: characters in an SMS, words elsewhere."""

SEGMENT = {Language.EN: 160, Language.RU: 70}
"""Characters that one SMS holds; beyond it the sender pays for two."""
MAX_SMS = 480
"""Characters that are still read in a text message, in either language."""

BURIED_AFTER_WORDS = 60
BURIED_AFTER_SHARE = 0.5

OTHER_WORDS = 60
"""So many words about other things leave the payment in their shadow …"""
OTHER_REQUESTS = 8
"""… when they ask for, or offer a choice of, so many things."""
MOSTLY_OTHER_WORDS = 80
MOSTLY_OTHER_SHARE = 0.8
MOSTLY_OTHER_REQUESTS = 3
"""A long message that is mostly about other things needs fewer requests to lose its point."""

NAMED, NAMED_WORDS = 5, 6
"""So many of the sentences that ask are named, by so many words."""
QUOTES = {Language.EN: ("“", "”"), Language.RU: ("«", "»")}

LIST_WORDS = 45
LIST_ITEMS = 7
"""A sentence of so many words and items is a list of things to do, whatever its verbs."""

# Russian by lemma; English by form, since "wanted" tells a story.
REQUEST_WORDS: dict[Language, frozenset[str]] = {
    Language.EN: frozenset({"want", "wants", "need", "needs"}),
    Language.RU: frozenset("просить просьба нужно нужный надо можно обратиться желательно".split()),
}
MODALS = frozenset("could can would may".split())
YOU = frozenset({"you", "u"})
OBJECT_OPENERS = frozenset(
    "the a an your our my us me it them this these what which whether any in on up".split()
)
CONDITIONS = frozenset(["if", "should", "when", "whenever", "если", "когда"])
"""A sentence with one of them asks nothing now: "if the day is bad, ring us"."""
NEGATIONS = frozenset({"not", "no", "never", "не", "нет", "ни"})
SEPARATORS = frozenset({",", ";", "or", "или", "либо"})


def too_long(analysis: Analysis, context: Context, facts: Facts) -> Iterator[Observation]:
    """A message longer than its channel bears."""
    body = [t for t in analysis.tokens if t.part is not Part.SUBJECT]
    if not body:
        return
    if context.channel is Channel.SMS:
        length = body[-1].end - body[0].start
        if length > SEGMENT[analysis.language]:
            severity = Severity.WARNING if length > MAX_SMS else Severity.SUGGESTION
            values = _measured(context, length, SEGMENT[analysis.language])
            yield Observation(body[0].start, body[-1].end, values, severity=severity)
        return
    words, limit = word_count(body), MAX_WORDS[context.channel]
    if words > limit:
        values = _measured(context, words, limit)
        yield Observation(body[0].start, body[-1].end, values)


def _measured(context: Context, length: int, limit: int) -> dict[str, str | int]:
    """What fills the gaps of the rule, the unit in the language of the findings."""
    speech = context.speech or context.language
    forms = UNITS[context.channel is Channel.SMS][speech]
    return {"length": length, "limit": limit, "unit": plural(length, forms, speech)}


def buried_request(analysis: Analysis, context: Context, facts: Facts) -> Iterator[Observation]:
    """The payment is first mentioned late, after much about other things.

    Not where the subject names it, nor where a disputed matter has to be answered first.
    """
    subject = analysis.part_tokens(Part.SUBJECT)
    if context.stage is Stage.DISPUTED or is_about_payment(subject, analysis.language):
        return
    told = list(sentences(analysis, Part.BODY))
    total = sum(map(word_count, told))
    places = [f.start for t in (FactType.AMOUNT, FactType.DUE_DATE) for f in facts[t]]
    first = min(places, default=-1)
    before = 0
    for tokens in told:
        has_fact = tokens[0].start <= first < tokens[-1].end
        if has_fact or is_about_payment(tokens, analysis.language):
            if before > BURIED_AFTER_WORDS and before > BURIED_AFTER_SHARE * total:
                yield Observation(tokens[0].start, tokens[-1].end, {"words": before})
            return
        before += word_count(tokens)


def too_many_requests(analysis: Analysis, context: Context, facts: Facts) -> Iterator[Observation]:
    """Requests, questions and choices that are not about paying crowd around the payment."""
    words = total = 0
    asking: list[Token] = []
    requests = plain_requests = 0
    for tokens in sentences(analysis, Part.BODY):
        total += word_count(tokens)
        items = sum(t.norm in SEPARATORS for t in tokens)
        is_list = items >= LIST_ITEMS and word_count(tokens) >= LIST_WORDS
        if is_about_payment(tokens, analysis.language) and not is_list:
            continue
        words += word_count(tokens)
        count = _requests(tokens, analysis.language)
        plain_requests += count
        if count or is_list:
            # Each further item of a sentence that asks is one more thing to decide.
            count += items
            asking.extend(tokens)
        requests += count
    crowded = words >= OTHER_WORDS and requests >= OTHER_REQUESTS
    mostly_other = (
        words >= max(MOSTLY_OTHER_WORDS, MOSTLY_OTHER_SHARE * total)
        and plain_requests >= MOSTLY_OTHER_REQUESTS
    )
    if crowded or mostly_other:
        first = asking[0].sentence
        shown = [t for t in asking if t.sentence == first]
        values = {"requests": requests, "words": words}
        change = Change("ask-apart", values={"requests": _named(asking, analysis, context)})
        yield Observation(shown[0].start, shown[-1].end, values, (change,))


def _named(asking: Sequence[Token], analysis: Analysis, context: Context) -> str:
    """The openings of the sentences that ask, as quotations: “Please choose the colour …”."""
    opening, closing = QUOTES[context.speech or analysis.language]
    quoted = []
    for number in list(dict.fromkeys(token.sentence for token in asking))[:NAMED]:
        tokens = [t for t in asking if t.sentence == number]
        words = [t for t in tokens if t.kind is not TokenKind.PUNCTUATION]
        end = words[min(len(words), NAMED_WORDS) - 1].end
        text = " ".join(analysis.message.read_as(tokens[0].start, end).split())
        rest = " …" if len(words) > NAMED_WORDS else ""
        quoted.append(f"{opening}{text}{rest}{closing}")
    return ", ".join(quoted)


def _requests(tokens: Sequence[Token], language: Language) -> int:
    """Imperatives, words that ask, questions and "you may" in a sentence without a condition."""
    if any(token.norm in CONDITIONS for token in tokens):
        return 0
    return sum(
        _is_request(tokens, i, language) and not _is_denied(tokens, i) for i in range(len(tokens))
    )


def _is_request(tokens: Sequence[Token], i: int, language: Language) -> bool:
    token = tokens[i]
    if "?" in token.text:
        return token.text != (tokens[i - 1].text if i else "")
    if token.kind is not TokenKind.WORD:
        return False
    if language is Language.RU:
        if token.form.keys & REQUEST_WORDS[language]:
            return True
        return token.form.can_be("imp", "plur") and not token.form.can_be("noun")
    if token.norm in REQUEST_WORDS[language]:
        return True
    following = tokens[i + 1].norm if i + 1 < len(tokens) else ""
    if token.norm in MODALS:
        return following in YOU or (i > 0 and tokens[i - 1].norm in YOU)
    return _is_english_imperative(tokens, i, following)


def _is_english_imperative(tokens: Sequence[Token], i: int, following: str) -> bool:
    """Whether a base form opens a clause; one that could be a noun needs an object after it."""
    before = tokens[i - 1] if i else None
    opens = (
        before is None
        or before.norm in {"please", "kindly"}
        or (before.kind is TokenKind.PUNCTUATION and (before.text != "," or i > 1))
    )
    form = tokens[i].form
    if not opens or not form.can_be("verb", "base"):
        return False
    if form.can_be("noun") or form.can_be("adj"):
        return following in OBJECT_OPENERS
    return True


def _is_denied(tokens: Sequence[Token], i: int) -> bool:
    return any(t.norm in NEGATIONS for t in tokens[max(0, i - 1) : i + 2])
