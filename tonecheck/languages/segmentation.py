"""Sentences, clauses and quoted stretches: one pass each over the pieces."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from tonecheck.analysis import Form, Stretch, TokenKind
from tonecheck.languages.base import LanguageModule, Piece
from tonecheck.message import PLACEHOLDER_CHARACTER

SENTENCE_MARKS = ".!?…"
CLAUSE_MARKS = frozenset({";", ":", "—", "–", "-", "(", ")", "--"})
CLOSERS = frozenset({'"', "'", "»", "”", "’", ")", "]"})
TWO_WAY_QUOTES = frozenset({'"', "'"})
"""Marks that close a quotation only where they stand right after its last word."""
SOFT_WRAP_WIDTH = 50
"""A line at least this long that goes on in lower case was wrapped, not ended."""

QUOTES = {"«": "»", "“": "”", "„": "“", '"': '"'}
_OPENING = re.compile("[" + "".join(QUOTES) + "]")
MAX_QUOTE = 600
"""A quotation longer than this many characters is taken for a stray mark."""


def is_sentence_end(text: str) -> bool:
    """Whether a token is a mark, or a run of marks, that can end a sentence."""
    return text != "" and not text.strip(SENTENCE_MARKS)


def is_ellipsis(text: str) -> bool:
    """Whether a token is an ellipsis, after which a sentence may go on in lower case."""
    return text != "." and not text.strip(".…")


def sentences(
    text: str, pieces: Sequence[Piece], kinds: Sequence[TokenKind], language: LanguageModule
) -> list[Stretch]:
    """Split pieces into sentences; every piece belongs to exactly one."""
    found: list[Stretch] = []
    first = 0
    for i in range(1, len(pieces)):
        if _ends_before(text, pieces, kinds, i, first, language):
            found.append(Stretch(first, i))
            first = i
    if pieces:
        found.append(Stretch(first, len(pieces)))
    return found


def _ends_before(
    text: str,
    pieces: Sequence[Piece],
    kinds: Sequence[TokenKind],
    i: int,
    first: int,
    language: LanguageModule,
) -> bool:
    before, here = pieces[i - 1], pieces[i]
    gap = text[before.end : here.start]
    if "\n" in gap:
        if gap.count("\n") > 1:
            return True
        line_start = text.rfind("\n", 0, before.end) + 1
        wrapped = before.end - line_start >= SOFT_WRAP_WIDTH and not is_sentence_end(before.text)
        goes_on = here.text[:1].islower() or here.text[:1].isdigit() or before.text == ","
        return not (wrapped and goes_on)
    if before.text[-1].isalnum():  # as before most words
        return False
    if here.text[:1].isupper() and _is_smile(pieces, i - 1, first):
        return True
    last = i - 1
    while last > first and _closes(pieces, last):
        last -= 1
    mark = pieces[last].text
    if _closes(pieces, i) or is_sentence_end(here.text):
        return False
    if mark == "." and last > first:
        return not _is_abbreviation_stop(pieces, kinds, last, first, here, language)
    if is_sentence_end(mark):
        # An ellipsis or a quoted exclamation in the middle of a sentence goes on in lower case.
        may_go_on = is_ellipsis(mark) or last < i - 1
        return not (may_go_on and here.text[:1].islower())
    if before.text.endswith(".") and len(before.text) > 1 and kinds[i - 1] is TokenKind.WORD:
        word = before.norm.rstrip(".")
        if word in language.place_abbreviations and not _follows_figure(kinds, i - 1):
            return False
        return word in language.unit_abbreviations and here.text[:1].isupper()
    return False


def _is_smile(pieces: Sequence[Piece], i: int, first: int) -> bool:
    """Whether ":)" or a bracket never opened ends a chatty sentence: «жду)», but not «а)»."""
    mark = pieces[i].text
    if not mark.endswith(")") or mark.strip(":;=-)") or i == first:
        return False
    if mark[0] != ")":
        return True
    if any("(" in p.text for p in pieces[first:i]):
        return False
    item = pieces[i - 1].text
    return not (len(item) == 1 and item.isalpha()) and not item.isdigit()


def _follows_figure(kinds: Sequence[TokenKind], i: int) -> bool:
    """Whether the piece before is a number: «2026 г.» as opposed to «г. Москва»."""
    return i > 0 and kinds[i - 1] is TokenKind.NUMBER


def _closes(pieces: Sequence[Piece], i: int) -> bool:
    """Whether a piece closes a quotation or a bracket."""
    mark = pieces[i].text
    joined = i > 0 and pieces[i - 1].end == pieces[i].start
    return mark in CLOSERS and (joined or mark not in TWO_WAY_QUOTES)


def _is_abbreviation_stop(
    pieces: Sequence[Piece],
    kinds: Sequence[TokenKind],
    stop: int,
    first: int,
    following: Piece,
    language: LanguageModule,
) -> bool:
    """Whether the full stop at ``stop`` belongs to an abbreviation that the sentence outlives."""
    before = pieces[stop - 1]
    if before.end != pieces[stop].start:
        return False
    word = before.norm
    if word in language.sentence_abbreviations:
        return True
    if word in language.figure_abbreviations:
        return any(c.isdigit() or c == PLACEHOLDER_CHARACTER for c in following.text)
    if word in language.place_abbreviations and not _follows_figure(kinds, stop - 1):
        return True
    if word in language.unit_abbreviations:
        return not following.text[:1].isupper()
    # An initial ("A. Shaw", «Котов П. Р.») never ends a sentence before a capital.
    if len(word) == 1 and before.text.isupper() and before.text.isalpha():
        return True
    if not following.text[:1].islower() or following.start == pieces[stop].end:
        return False
    # Before a small letter: «1. оплатите» and unlisted abbreviations; a message without
    # capitals parts its sentences after ordinary words.
    if kinds[stop - 1] is TokenKind.NUMBER:
        return stop - 1 == first
    return len(word) == 1 or not language.is_known(word)


def clauses(
    pieces: Sequence[Piece],
    kinds: Sequence[TokenKind],
    forms: Sequence[Form],
    sentence: Stretch,
    language: LanguageModule,
) -> list[Stretch]:
    """Split one sentence into clauses.

    A clause begins after a dash, colon, semicolon or bracket; after a comma that is followed
    by a conjunction, a subject or a finite verb further on; and at a coordinating conjunction
    that is followed by a subject. Lists and vocatives stay in their clause.
    """
    bounds = [sentence.first]
    seen_verb = False
    for i in range(sentence.first, sentence.last):
        if i > bounds[-1] and _opens_clause(pieces, kinds, forms, i, sentence, seen_verb, language):
            bounds.append(i)
            seen_verb = False
        seen_verb = seen_verb or _is_predicate(forms, i, bounds[-1], language)
    bounds.append(sentence.last)
    return [Stretch(a, b) for a, b in pairwise(bounds)]


def _is_predicate(forms: Sequence[Form], i: int, first: int, language: LanguageModule) -> bool:
    """Whether a clause that begins at ``first`` has its predicate at ``i``.

    A word that may be a noun as well is a verb right after its subject: "if you pay".
    """
    if language.is_finite_verb(forms[i]):
        return True
    return i > first and language.is_subject(forms[i - 1]) and forms[i].can_be("verb", "pres")


def _opens_clause(
    pieces: Sequence[Piece],
    kinds: Sequence[TokenKind],
    forms: Sequence[Form],
    i: int,
    sentence: Stretch,
    seen_verb: bool,
    language: LanguageModule,
) -> bool:
    before = pieces[i - 1].text
    word = pieces[i].norm
    if before in CLAUSE_MARKS:
        # «9-11 декабря» and "013-0177" are no dashes.
        return before != "-" or pieces[i - 1].end < pieces[i].start
    if before == ",":
        if word in language.clause_openers or word in language.coordinators:
            return True
        if not seen_verb:
            return False
        return language.is_subject(forms[i]) or _verb_follows(pieces, forms, i, sentence, language)
    if word in language.subordinators and seen_verb:
        return True
    if word in language.coordinators and seen_verb:
        return _verb_follows(pieces, forms, i + 1, sentence, language)
    return False


def _verb_follows(
    pieces: Sequence[Piece],
    forms: Sequence[Form],
    i: int,
    sentence: Stretch,
    language: LanguageModule,
) -> bool:
    """Whether a finite verb comes before the next comma or mark."""
    for k in range(i, min(i + 12, sentence.last)):
        if pieces[k].text == "," or pieces[k].text in CLAUSE_MARKS:
            return False
        if language.is_finite_verb(forms[k]):
            return True
    return False


def quoted_spans(text: str) -> list[tuple[int, int]]:
    """Stretches between quotation marks, and lines that begin with ``>`` (quoted mail)."""
    spans: list[tuple[int, int]] = []
    closed = 0
    for opening in _OPENING.finditer(text):
        position = opening.start()
        if position < closed:
            continue
        end = text.find(QUOTES[opening[0]], position + 1, position + MAX_QUOTE)
        if end > 0 and "\n\n" not in text[position:end]:
            closed = end + 1
            spans.append((position, closed))
    spans.extend((m.start(), m.end()) for m in re.finditer(r"(?m)^>.*$", text))
    return sorted(spans)
