"""The parts of a letter: subject, greeting, body, closing formula and signature."""

from __future__ import annotations

from collections.abc import Sequence

from tonecheck.analysis import Part, Stretch
from tonecheck.languages.base import LanguageModule, Piece
from tonecheck.languages.segmentation import is_sentence_end
from tonecheck.message import PLACEHOLDER_CHARACTER

MAX_GREETING_TOKENS = 14
MAX_ADDRESS_TOKENS = 6
"""An address that stands alone or before the greeting («Екатерина и Глеб, привет!») is short."""
MAX_WORDS_BEFORE = 2
"""Without a comma a greeting comes after so many words at most («И снова здравствуйте»)."""
MAX_CLOSING_TOKENS = 12
SIGNATURE_LINES = 4
TITLES = frozenset({"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "dr", "dr.", "prof", "prof."})
"""With one of these a first line is an address, even without a comma."""
CLOSING_SENTENCES = 6
"""A closing formula is looked for in so many sentences from the end."""


def parts(
    text: str,
    pieces: Sequence[Piece],
    found: Sequence[Stretch],
    subject_end: int,
    language: LanguageModule,
) -> list[Part]:
    """Which part of the letter each piece belongs to.

    Args:
        text: the visible text.
        pieces: its pieces.
        found: its sentences.
        subject_end: the visible offset at which the subject ends; 0 without one.
        language: the language that it is written in.
    """
    labels = [Part.BODY] * len(pieces)
    body_first = next((i for i, p in enumerate(pieces) if p.start >= subject_end), len(pieces))
    labels[:body_first] = [Part.SUBJECT] * body_first
    greeting_end = _greeting_end(text, pieces, body_first, language)
    labels[body_first:greeting_end] = [Part.GREETING] * (greeting_end - body_first)
    closing = _closing_start(text, pieces, found, greeting_end, language)
    if closing is None:
        signed = _signature_start(text, pieces, found, greeting_end, language)
        labels[signed:] = [Part.SIGNATURE] * (len(pieces) - signed)
    else:
        line_end = text.find("\n", pieces[closing].start)
        for i in range(closing, len(pieces)):
            after = line_end >= 0 and pieces[i].start > line_end
            labels[i] = Part.SIGNATURE if after else Part.CLOSING
    return labels


def addressed(
    pieces: Sequence[Piece], labels: Sequence[Part], language: LanguageModule
) -> set[int]:
    """The word that opens a greeting by naming somebody: «Фаррух, добрый день!».

    Its capital letter tells a name although it opens a sentence.
    """
    first = next((i for i, label in enumerate(labels) if label is Part.GREETING), len(labels))
    if first == len(labels) or _greets(pieces, first, first, language):
        return set()
    names_one = language.form(pieces[first].norm).must_be("noun")
    before_comma = [p.text for p in pieces[first + 1 : first + 2]] == [","]
    return {first} if names_one or before_comma else set()


def _greeting_end(text: str, pieces: Sequence[Piece], first: int, language: LanguageModule) -> int:
    """The index after the greeting; ``first`` itself where nobody is greeted."""
    last = min(first + MAX_GREETING_TOKENS, len(pieces))
    has_word = False
    for i in range(first, last):
        piece = pieces[i]
        if i > first and "\n" in text[pieces[i - 1].end : piece.start]:
            is_short = i - first <= MAX_ADDRESS_TOKENS
            marked = pieces[i - 1].text in {",", "!"} or pieces[first].norm in TITLES
            return i if has_word or (is_short and marked) else first
        has_word = has_word or _greets(pieces, first, i, language)
        if piece.text == ":" or is_sentence_end(piece.text):
            return i + 1 if has_word else first
        if piece.text in {",", "—", "-", "–"} and has_word:
            return _vocative_end(pieces, i, last)
    return last if has_word else first


def _greets(pieces: Sequence[Piece], first: int, i: int, language: LanguageModule) -> bool:
    """Whether a greeting begins at a piece: at the start, or after a name («Анна, привет!»)."""
    window = " ".join(p.norm for p in pieces[i : i + 2])
    if pieces[i].norm not in language.greeting_words and window not in language.greeting_words:
        return False
    if i > first and pieces[i - 1].text in {",", "!"}:
        return i - first <= MAX_ADDRESS_TOKENS
    if pieces[i].norm in language.greeting_nouns and window not in language.greeting_words:
        return i == first
    return i - first <= MAX_WORDS_BEFORE


def _vocative_end(pieces: Sequence[Piece], comma: int, last: int) -> int:
    """The end of a greeting at or after a comma: «Здравствуйте, Анна Петровна!» goes on."""
    k = comma + 1
    while k < last and _is_capitalised(pieces[k]):
        k += 1
    ends_well = k < len(pieces) and k > comma + 1 and pieces[k].text in {"!", ",", ".", ":"}
    return k + 1 if ends_well and k - comma <= 4 else comma + 1


def _is_capitalised(piece: Piece) -> bool:
    return piece.text[:1].isupper() or piece.text == PLACEHOLDER_CHARACTER


def _closing_start(
    text: str,
    pieces: Sequence[Piece],
    found: Sequence[Stretch],
    body_first: int,
    language: LanguageModule,
) -> int | None:
    """The index at which the closing formula begins: «С уважением,», "Kind regards,"."""
    for stretch in reversed(found[-CLOSING_SENTENCES:]):
        if stretch.first < body_first or stretch.last - stretch.first > MAX_CLOSING_TOKENS:
            continue
        for length in (3, 2, 1):
            opening = " ".join(p.norm for p in pieces[stretch.first : stretch.first + length])
            if opening in language.closing_words or (
                opening in language.weak_closings
                and _closes(text, pieces, stretch, stretch.first + length, language)
            ):
                return stretch.first
    return None


def _signature_start(
    text: str,
    pieces: Sequence[Piece],
    found: Sequence[Stretch],
    body_first: int,
    language: LanguageModule,
) -> int:
    """Where a signature without a closing formula begins: short last lines that state nothing."""
    start = len(pieces)
    for stretch in reversed(found[-SIGNATURE_LINES:]):
        line = pieces[stretch.first : stretch.last]
        before = text[: line[0].start].rstrip(" \t")
        initials = len(line) > 1 and line[-1].text == "." and len(line[-2].text) <= 3
        if (
            stretch.first <= body_first
            or len(line) > MAX_ADDRESS_TOKENS
            or not before.endswith("\n")
            or not (line[0].text[:1].isupper() or line[0].text[:1] in "+(0123456789")
            or (is_sentence_end(line[-1].text) and not initials)
            or any(language.is_finite_verb(language.form(p.norm)) for p in line)
        ):
            break
        start = stretch.first
    return start


def _closes(
    text: str, pieces: Sequence[Piece], stretch: Stretch, after: int, language: LanguageModule
) -> bool:
    """Whether a formula with which ordinary sentences begin, too, ends the letter here.

    It does on a line of its own ("Thanks,"), alone or with a name, and where nothing is
    stated after it («Спасибо за понимание! Анна»).
    """
    line_start = text.rfind("\n", 0, pieces[stretch.first].start) + 1
    line_end = text.find("\n", pieces[stretch.first].start)
    opens_line = not text[line_start : pieces[stretch.first].start].strip()
    ends_line = stretch.last == len(pieces) or 0 <= line_end < pieces[stretch.last].start
    alone = after >= stretch.last or not pieces[after].text[:1].islower()
    if alone and opens_line and ends_line:
        return True
    return not any(language.is_finite_verb(language.form(p.norm)) for p in pieces[after:])
