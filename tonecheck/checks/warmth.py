"""What makes a reminder easy to answer: a reason, a kind word, an open question."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from tonecheck.analysis import Analysis, Part, Token, TokenKind
from tonecheck.checks import places
from tonecheck.checks.completeness import SUGGESTED, severity_of
from tonecheck.checks.topics import sentences
from tonecheck.observation import Facts, Observation
from tonecheck.types import Context, Language, Stage

# A benefit ("helps", «позволит») close before or after those who have it ("us", «нам»).
BENEFITS: dict[Language, frozenset[str]] = {
    Language.EN: frozenset("help allow enable let keep support mean".split()),
    Language.RU: frozenset(
        "помочь позволить поддержать успеть смочь мочь продолжить сохранить".split()
    ),
}
BENEFICIARIES: dict[Language, frozenset[str]] = {
    Language.EN: frozenset("us our the".split()),
    Language.RU: frozenset("мы наш я".split()),
}
REASON_OPENERS: dict[Language, tuple[tuple[str, ...], ...]] = {
    Language.EN: (("so", "that", "we"), ("so", "we", "can"), ("thanks", "to", "you")),
    Language.RU: (("чтобы", "мы"), ("благодаря", "оплата"), ("тогда", "мы")),
}
NEARBY_WORDS = 3

GOODWILL: dict[Language, frozenset[str]] = {
    Language.EN: frozenset(
        "appreciate enjoy pleasure privilege partnership relationship cooperation loyalty "
        "loyal trust honour honor lovely delighted".split()
    ),
    Language.RU: frozenset(
        "ценить дорожить сотрудничество доверие приятно приятный удовольствие рад радость "
        "любить понравиться".split()
    ),
}
GOODWILL_PAIRS: dict[Language, tuple[tuple[str, ...], ...]] = {
    Language.EN: (
        ("value", "you"),
        ("value", "your"),
        ("look", "forward"),
        ("work", "with", "you"),
        ("have", "you", "with", "us"),
        ("for", "choose", "us"),
    ),
    Language.RU: (("что", "вы", "с", "мы"), ("работать", "с", "вы"), ("до", "встреча")),
}

ASKERS: dict[Language, frozenset[str]] = {
    Language.EN: frozenset("when why what which whether how problem difficulty suit hold".split()),
    Language.RU: frozenset(
        "когда почему что какой как удобно причина трудность сложность мешать случиться "
        "получиться ли".split()
    ),
}
TELL: dict[Language, frozenset[str]] = {
    Language.EN: frozenset("tell know say name ask let reply write".split()),
    Language.RU: frozenset("сообщить написать сказать подсказать назвать ответить дать".split()),
}

REMINDERS: dict[Language, frozenset[str]] = {
    Language.EN: frozenset("reminder letter email e-mail mail message notice note".split()),
    Language.RU: frozenset("напоминание письмо сообщение уведомление извещение".split()),
}
EARLIER: dict[Language, frozenset[str]] = {
    Language.EN: frozenset(
        "second third fourth another previous earlier final last 2nd 3rd".split()
    ),
    Language.RU: frozenset(
        "повторный второй третий четвертый очередной прошлый прежний предыдущий последний "
        "еще".split()
    ),
}
AGAIN: dict[Language, frozenset[str]] = {
    Language.EN: frozenset(),
    Language.RU: frozenset({"повторно"}),
}


def missing_reason(analysis: Analysis, context: Context, facts: Facts) -> Iterator[Observation]:
    """No word on why the payment matters."""
    severity = severity_of(SUGGESTED, context)
    if severity is None or _gives_reason(analysis):
        return
    place = analysis.once(places.after_request)
    yield Observation(place, place, severity=severity)


def missing_goodwill(analysis: Analysis, context: Context, facts: Facts) -> Iterator[Observation]:
    """No word that the relationship is valued."""
    severity = severity_of(SUGGESTED, context)
    if severity is None or shows_goodwill(analysis):
        return
    place = analysis.once(places.before_closing)
    yield Observation(place, place, severity=severity)


def missing_question(analysis: Analysis, context: Context, facts: Facts) -> Iterator[Observation]:
    """A second or last reminder that does not ask what holds the payment up."""
    severity = severity_of(SUGGESTED, context)
    if severity is None or not _is_late_reminder(analysis, context) or _asks(analysis):
        return
    place = analysis.once(places.before_closing)
    yield Observation(place, place, severity=severity)


def _gives_reason(analysis: Analysis) -> bool:
    language = analysis.language
    for tokens in _sentences(analysis, BENEFITS[language], REASON_OPENERS[language]):
        if any(_follow(tokens, opener) for opener in REASON_OPENERS[language]):
            return True
        benefits = [i for i, t in enumerate(tokens) if t.form.keys & BENEFITS[language]]
        for i in benefits:
            low = i + 1 if language is Language.EN else max(0, i - NEARBY_WORDS)
            near = tokens[low : i + 1 + NEARBY_WORDS]
            if any(t.form.keys & BENEFICIARIES[language] for t in near):
                return True
    return False


def shows_goodwill(analysis: Analysis, outside: tuple[int, int] = (0, 0)) -> bool:
    """Whether a sentence values the relationship; of those that begin outside some characters."""
    words, pairs = GOODWILL[analysis.language], GOODWILL_PAIRS[analysis.language]
    return any(
        any(t.form.keys & words for t in tokens) or any(_follow(tokens, pair) for pair in pairs)
        for tokens in _sentences(analysis, words, pairs)
        if not tokens or not outside[0] <= tokens[0].start < outside[1]
    )


def _asks(analysis: Analysis) -> bool:
    askers, tell = ASKERS[analysis.language], TELL[analysis.language]
    for tokens in sentences(analysis, Part.BODY):
        if askers.isdisjoint(analysis.keys[tokens[0].sentence]):
            continue
        if not any(t.form.keys & askers for t in tokens):
            continue
        if any("?" in t.text for t in tokens) or any(t.form.keys & tell for t in tokens):
            return True
    return False


def _is_late_reminder(analysis: Analysis, context: Context) -> bool:
    if context.stage is Stage.FINAL:
        return True
    is_overdue = context.stage is Stage.OVERDUE or not context.stage_declared
    return is_overdue and (context.previous_reminder is not None or _is_repeated(analysis))


def _is_repeated(analysis: Analysis) -> bool:
    language = analysis.language
    words = [t for t in analysis.words() if not t.quoted]
    if any(t.norm in AGAIN[language] for t in words):
        return True
    return any(
        a.form.keys & EARLIER[language] and b.form.keys & REMINDERS[language]
        for a, b in pairwise(words)
    )


def _sentences(
    analysis: Analysis, words: frozenset[str], rows: Sequence[Sequence[str]]
) -> Iterator[list[Token]]:
    """The words outside quotations of each sentence that may have what is looked for.

    Args:
        words: keys of which one is looked for.
        rows: keys of which a whole row is looked for.
    """
    for tokens in sentences(analysis, Part.GREETING, Part.BODY, Part.CLOSING):
        keys = analysis.keys[tokens[0].sentence]
        if words.isdisjoint(keys) and not any(keys.issuperset(row) for row in rows):
            continue
        yield [t for t in tokens if t.kind is TokenKind.WORD and not t.quoted]


def _follow(tokens: Sequence[Token], keys: Iterable[str]) -> bool:
    """Whether words with these keys stand one after the other."""
    wanted = tuple(keys)
    return any(
        all(key in tokens[i + k].form.keys for k, key in enumerate(wanted))
        for i in range(len(tokens) - len(wanted) + 1)
    )
