"""Sentences, clauses, parts of a letter and quoted stretches: one pass each over the pieces."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from tonecheck.analysis import Form, Part, Stretch, TokenKind
from tonecheck.languages.base import LanguageModule, Piece

SENTENCE_ENDS = frozenset({".", "!", "?", "…", "...", "!!", "??", "!?", "?!"})
CLAUSE_MARKS = frozenset({";", ":", "—", "–", "-", "(", ")", "--"})
CLOSERS = frozenset({'"', "'", "»", "”", "’", ")", "]"})
SOFT_WRAP_WIDTH = 50
"""A line at least this long that goes on in lower case was wrapped, not ended."""

QUOTES = {"«": "»", "“": "”", "„": "“", '"': '"'}
MAX_QUOTE = 600
"""A quotation longer than this many characters is taken for a stray mark."""

MAX_GREETING_TOKENS = 14
MAX_CLOSING_TOKENS = 12


def is_sentence_end(text: str) -> bool:
    """Whether a token is a mark that can end a sentence."""
    return text in SENTENCE_ENDS or (text[:1] in "!?…" and text.strip("!?….") == "")


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
    last = i - 1
    while last > first and pieces[last].text in CLOSERS:
        last -= 1
    mark = pieces[last].text
    if here.text in CLOSERS or is_sentence_end(here.text):
        return False
    if mark == "." and last > first:
        return not _is_abbreviation_stop(pieces, last, here, language)
    if is_sentence_end(mark):
        # A quoted exclamation in the middle of a sentence goes on in lower case.
        return not (last < i - 1 and here.text[:1].islower())
    if before.text.endswith(".") and len(before.text) > 1 and kinds[i - 1] is TokenKind.WORD:
        word = before.norm.rstrip(".")
        return word in language.unit_abbreviations and here.text[:1].isupper()
    return False


def _is_abbreviation_stop(
    pieces: Sequence[Piece], stop: int, following: Piece, language: LanguageModule
) -> bool:
    """Whether the full stop at ``stop`` belongs to an abbreviation that the sentence outlives."""
    before = pieces[stop - 1]
    if before.end != pieces[stop].start:
        return False
    word = before.norm
    if word in language.sentence_abbreviations:
        return True
    if word in language.unit_abbreviations:
        return not following.text[:1].isupper()
    # An initial ("A. Shaw", «Котов П. Р.») never ends a sentence before a capital.
    if len(word) == 1 and before.text.isupper() and before.text.isalpha():
        return True
    return following.text[:1].islower() and following.start > pieces[stop].end


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
        seen_verb = seen_verb or language.is_finite_verb(forms[i])
    bounds.append(sentence.last)
    return [Stretch(a, b) for a, b in pairwise(bounds)]


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
    position = 0
    while position < len(text):
        closing = QUOTES.get(text[position])
        if closing:
            end = text.find(closing, position + 1, position + MAX_QUOTE)
            if end > 0 and "\n\n" not in text[position:end]:
                spans.append((position, end + 1))
                position = end + 1
                continue
        position += 1
    spans.extend((m.start(), m.end()) for m in re.finditer(r"(?m)^>.*$", text))
    return sorted(spans)


def parts(
    text: str,
    pieces: Sequence[Piece],
    found: Sequence[Stretch],
    subject_end: int,
    language: LanguageModule,
) -> list[Part]:
    """Which part of the letter each piece belongs to.

    Args:
        subject_end: the visible offset at which the subject ends; 0 without one.
    """
    labels = [Part.BODY] * len(pieces)
    body_first = next((i for i, p in enumerate(pieces) if p.start >= subject_end), len(pieces))
    labels[:body_first] = [Part.SUBJECT] * body_first
    greeting_end = _greeting_end(text, pieces, body_first, language)
    labels[body_first:greeting_end] = [Part.GREETING] * (greeting_end - body_first)
    closing = _closing_start(pieces, found, greeting_end, language)
    if closing is not None:
        line_end = text.find("\n", pieces[closing].start)
        for i in range(closing, len(pieces)):
            after = line_end >= 0 and pieces[i].start > line_end
            labels[i] = Part.SIGNATURE if after else Part.CLOSING
    return labels


def _greeting_end(text: str, pieces: Sequence[Piece], first: int, language: LanguageModule) -> int:
    """The index after the greeting; ``first`` itself where nobody is greeted."""
    if first >= len(pieces):
        return first
    last = min(first + MAX_GREETING_TOKENS, len(pieces))
    has_word = False
    for i in range(first, last):
        piece = pieces[i]
        if i > first and "\n" in text[pieces[i - 1].end : piece.start]:
            short_address = i - first <= 6 and pieces[i - 1].text in {",", "!"}
            return i if has_word or short_address else first
        window = " ".join(p.norm for p in pieces[i : i + 2])
        if piece.norm in language.greeting_words or window in language.greeting_words:
            has_word = True
        if piece.text in {"!", ".", "?", ":"} or is_sentence_end(piece.text):
            return i + 1 if has_word else first
        if piece.text in {",", "—", "-", "–"} and has_word:
            return _vocative_end(pieces, i, last, language)
    return last if has_word and last == len(pieces) else (last if has_word else first)


def _vocative_end(pieces: Sequence[Piece], comma: int, last: int, language: LanguageModule) -> int:
    """The end of a greeting at or after a comma: «Здравствуйте, Анна Петровна!» goes on."""
    k = comma + 1
    while k < last and (pieces[k].text[:1].isupper() or pieces[k].text == "\ue000"):
        k += 1
    ends_well = k < len(pieces) and k > comma + 1 and pieces[k].text in {"!", ",", ".", ":"}
    names_only = k - comma <= 4
    if ends_well and names_only and not language.is_finite_verb(language.form(pieces[k - 1].norm)):
        return k + 1
    return comma + 1


def _closing_start(
    pieces: Sequence[Piece],
    found: Sequence[Stretch],
    body_first: int,
    language: LanguageModule,
) -> int | None:
    """The index at which the closing formula begins: «С уважением,», "Kind regards,"."""
    for stretch in reversed(found[-6:]):
        if stretch.first < body_first or stretch.last - stretch.first > MAX_CLOSING_TOKENS:
            continue
        opening = [p.norm for p in pieces[stretch.first : stretch.first + 3]]
        candidates = {" ".join(opening[:n]) for n in (1, 2, 3)}
        if candidates & language.closing_words:
            return stretch.first
    return None
