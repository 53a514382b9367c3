"""A raised voice on paper: words in capitals and rows of exclamation or question marks."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from tonecheck.analysis import Analysis, Part, Token, TokenKind
from tonecheck.languages import module_for
from tonecheck.observation import Change, Facts, Observation
from tonecheck.types import Applicability, Context, Edit, Language

MIN_LETTERS = 4
"""A shorter word in capitals is more often an abbreviation than a shout."""

ABBREVIATIONS: dict[Language, frozenset[str]] = {
    Language.EN: frozenset("chaps fast ideal sort stripe swift wise".split()),
    Language.RU: frozenset(
        "егрн егрип егрюл еирц епд ерип жкх жку каско мфц оао огрн огрнип оквэд ооо осаго "
        "снилс тоо тсж упд фнс фссп эдо".split()
    ),
}
"""Abbreviations and payment systems that are spelt like words of the language."""

COMPANY_FORMS = frozenset(
    "ltd llc llp inc plc gmbh pty limited bv co corp ag sa "
    "оао ооо пао зао ао ип тоо тсж тсн жск гск снт днп дск муп гуп фгуп гбу мбу мбдоу".split()
)
"""A run of capitals with one of these is a company's name."""

NEUTRAL: dict[Language, frozenset[str]] = {
    Language.EN: frozenset(
        "account address amount attention attn bill booking client contract copy customer date "
        "details dear estimate fee from invoice letter note notice number of order payment "
        "quote quotation receipt re ref reference reminder rent statement subject tax terms to "
        "total whereas therefore the and for no paid due".split()
    ),
    Language.RU: frozenset(
        "акт аренда бронь договор досудебный заказ заявка заявление итог итого квитанция клиент "
        "копия накладная напоминание номер о об оплата от плательщик по претензия приложение "
        "реквизит сверка сведение спецификация справка сумма счет тема уведомление "
        "фактура".split()
    ),
}
"""Words of titles: «СЧЁТ 204» and "PAYMENT REMINDER" above a letter are headings, not shouts."""

SHOUTED = frozenset(
    "demand warning money deadline week month months reason excuse excuses person people thing "
    "shame everybody everyone nothing anything something".split()
)
"""English nouns that are shouted in reminders."""

CAPITALISED = frozenset(
    "i monday tuesday wednesday thursday friday saturday sunday january february march april "
    "june july august september october november december english".split()
)
"""English words that keep a capital letter in the middle of a sentence."""

SENTENCE_WORDS = 3
"""So many words in capitals are a shout even if all are short."""

KEYWORD_VERBS = frozenset(
    "text txt reply back send type dial reference ref quote quoting ответьте отправьте "
    "пришлите наберите напишите".split()
)
"""Before a word in capitals that is the text of a message to be sent."""

_MARKS = re.compile(r"[!?]{2,}")


def shouting(analysis: Analysis, context: Context, facts: Facts) -> Iterator[Observation]:
    """Each run of words in capitals that are neither abbreviations nor names nor a heading."""
    for run in _runs(analysis):
        ordinary = [t for t in run if _is_ordinary(t, analysis.language)]
        if not _is_shout(ordinary, analysis.language):
            continue
        if any(t.norm in COMPANY_FORMS for t in run) or _is_keyword(analysis, run):
            continue
        if run[0].part is Part.GREETING and len(ordinary) < SENTENCE_WORDS:
            continue
        first, last = _trimmed(run, ordinary)
        change = _sentence_case(analysis, run, ordinary)
        yield Observation(first.start, last.end, changes=(change,))


def _is_keyword(analysis: Analysis, run: Sequence[Token]) -> bool:
    """Whether one word in capitals is to be sent ("Text STOP") or quoted ("reference PLOT 7")."""
    before = analysis.tokens[run[0].index - 1].norm if run[0].index else ""
    return len(run) == 1 and before in KEYWORD_VERBS


def repeated_punctuation(
    analysis: Analysis, context: Context, facts: Facts
) -> Iterator[Observation]:
    """Two or more exclamation or question marks in a row."""
    quoted = {t.start for t in analysis.tokens if t.quoted}
    opaque = [t for t in analysis.tokens if t.kind is TokenKind.OPAQUE]
    starts = [t.start for t in opaque]
    for match in _MARKS.finditer(analysis.text):
        start, end = match.span()
        before = bisect_right(starts, start) - 1
        if start in quoted or (before >= 0 and start < opaque[before].end):
            continue
        mark = "?" if "?" in match[0] else "!"
        change = Change(
            "replace", (Edit(start, end, mark),), Applicability.SAFE, {"replacement": mark}
        )
        yield Observation(start, end, {"marks": match[0], "mark": mark}, (change,))


def _runs(analysis: Analysis) -> Iterator[list[Token]]:
    """Neighbouring words in capitals within a sentence, outside quotations and signatures."""
    run: list[Token] = []
    for token in analysis.tokens:
        if run and (token.sentence != run[-1].sentence or not _continues(token)):
            yield run
            run = []
        if _is_loud(token):
            run.append(token)
    if run:
        yield run


def _continues(token: Token) -> bool:
    return _is_loud(token) or (token.kind is TokenKind.PUNCTUATION and token.text in {",", "-"})


def _is_loud(token: Token) -> bool:
    if not token.text.isupper() or token.kind is not TokenKind.WORD:
        return False
    if token.quoted or token.part is Part.SIGNATURE:
        return False
    return "reference" not in token.marks and "amount" not in token.marks


def _is_ordinary(token: Token, language: Language) -> bool:
    """Whether a word in capitals is a word of the language rather than a name or a code."""
    form = token.form
    if any(c.isdigit() for c in token.text) or form.norm in ABBREVIATIONS[language]:
        return False
    if language is Language.EN:
        is_code = len(token.text) < MIN_LETTERS and form.must_be("noun")
        return bool(form.readings) and any(c in "aeiouy" for c in form.norm) and not is_code
    if form.norm in _NAMES_AND_WORDS:
        return True
    known = module_for(language).is_known(form.norm)
    return known and not any(r.tags & _PROPER for r in form.readings)


def _is_shout(ordinary: Sequence[Token], language: Language) -> bool:
    """Whether a run has one forceful word, or is a whole sentence in capitals."""
    if any(_is_forceful(t, language) for t in ordinary):
        return True
    meant = [t for t in ordinary if not t.form.keys & NEUTRAL[language]]
    return len(ordinary) >= SENTENCE_WORDS and any(not t.form.must_be("noun") for t in meant)


def _is_forceful(token: Token, language: Language) -> bool:
    """Whether an ordinary word in capitals is a shout: long enough, and no word of a title.

    An English word outside the lexicon is read as a noun, so that mere nouns may be names.
    """
    form = token.form
    if len(token.text) < MIN_LETTERS or form.keys & NEUTRAL[language]:
        return False
    return language is Language.RU or form.norm in SHOUTED or not form.must_be("noun")


_PROPER = frozenset({"name", "surname", "patronymic", "place", "abbreviation", "unknown"})
_NAMES_AND_WORDS = frozenset({"надежда", "вера", "любовь", "слава", "победа", "роман", "лев"})


def _trimmed(run: Sequence[Token], ordinary: Sequence[Token]) -> tuple[Token, Token]:
    """The run without abbreviations and names at its ends; "3RD TIME" keeps its ordinal."""
    first = ordinary[0]
    if first is not run[0] and any(c.isdigit() for c in run[run.index(first) - 1].text):
        first = run[run.index(first) - 1]
    return first, ordinary[-1]


def _sentence_case(analysis: Analysis, run: Sequence[Token], ordinary: Sequence[Token]) -> Change:
    """Small letters for the ordinary words; a capital where a sentence begins."""
    edits = []
    for token in ordinary:
        text = token.text.lower()
        opens = token.index == analysis.sentences[token.sentence].first
        if opens or (analysis.language is Language.EN and text in CAPITALISED):
            text = text[:1].upper() + text[1:]
        if text != token.text:
            edits.append(Edit(token.start, token.end, text))
    first, last = _trimmed(run, ordinary)
    shown = _applied(analysis.text, first.start, last.end, edits)
    safe = all(_is_surely_no_name(t, analysis.language) for t in ordinary)
    applicability = Applicability.SAFE if safe else Applicability.UNSAFE
    return Change("replace", tuple(edits), applicability, {"replacement": shown}, "name")


def _is_surely_no_name(token: Token, language: Language) -> bool:
    """Whether a word can lose its capitals without a look: no name is spelled like it."""
    if language is Language.RU:
        return token.norm not in _NAMES_AND_WORDS
    known = NEUTRAL[language] | SHOUTED | CAPITALISED
    return token.norm in known or not token.form.must_be("noun")


def _applied(text: str, start: int, end: int, edits: Sequence[Edit]) -> str:
    pieces = []
    position = start
    for edit in edits:
        pieces += [text[position : edit.start], edit.replacement]
        position = edit.end
    return "".join([*pieces, text[position:end]])
