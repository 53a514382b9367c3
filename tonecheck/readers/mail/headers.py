"""The headers of a mail that say something about its message."""

from __future__ import annotations

import binascii
import codecs
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import getaddresses, parsedate_to_datetime
from itertools import groupby

from tonecheck.readers.catalogues.pieces import Pieces
from tonecheck.readers.mail.charsets import codec_name
from tonecheck.readers.mail.faults import MALFORMED
from tonecheck.readers.views import View
from tonecheck.templates import read_template

LONGEST_HEADER = 2_000
"""Characters of a header other than the subject that are looked at."""

_WORD = re.compile(
    r"=\?(?P<charset>[^?*\s]{1,40})(?:\*[^?\s]{0,40})?"
    r"\?(?P<encoding>[BbQq])\?(?P<inside>[^?\r\n]*+)\?="
)
_BETWEEN_WORDS = re.compile(r"[ \t\r\n]*+")
_FOLD = re.compile(r"\r?\n[ \t]?")
_UTC_BY_NAME = re.compile(r"-0000\b")
Spans = dict[str, list[tuple[int, int]]]


@dataclass(frozen=True, slots=True)
class _Word:
    """An encoded word, and its bytes."""

    start: int
    end: int
    codec: str
    data: bytes


def subject_of(source: str, headers: Spans) -> View:
    """The subject, decoded; empty where there is none."""
    pieces = Pieces(source)
    if "subject" in headers:
        _show_words(pieces, source, *headers["subject"][0])
    return pieces.view()


def recipient_name_of(source: str, headers: Spans) -> str | None:
    """The display name of the only addressee; None for a bare address or a placeholder."""
    spans = headers.get("to", [])
    if len(spans) != 1 or spans[0][1] - spans[0][0] > LONGEST_HEADER:
        return None
    try:
        found = [pair for pair in getaddresses([unfolded(source, spans[0])]) if any(pair)]
    except MALFORMED:
        return None
    if len(found) != 1 or not found[0][1]:
        return None
    name = " ".join(decoded_words(found[0][0]).split()).strip("'\"")
    if "@" in name or read_template(name).placeholders:
        return None
    return name or None


def date_of(source: str, headers: Spans) -> datetime | None:
    """When the mail was sent; None where no zone is told or the date is malformed."""
    if "date" not in headers:
        return None
    text = unfolded(source, headers["date"][0])
    try:
        date = parsedate_to_datetime(text)
    except MALFORMED:
        return None
    if date.tzinfo is None:
        return date.replace(tzinfo=UTC) if _UTC_BY_NAME.search(text) else None
    return date


def unfolded(source: str, span: tuple[int, int]) -> str:
    """The value of a header on one line, cut off where it is too long to be looked at."""
    text = source[span[0] : min(span[1], span[0] + LONGEST_HEADER)]
    return re.sub(r"\r?\n", "", text).encode("utf-8", "replace").decode()


def decoded_words(text: str) -> str:
    """A text with its encoded words decoded."""
    pieces = Pieces(text)
    _show_words(pieces, text, 0, len(text))
    return pieces.view().text


def _show_words(pieces: Pieces, source: str, start: int, end: int) -> None:
    """Show the value of a header: plain text, folds, and encoded words, each as one piece.

    Space between encoded words is out of sight. Words that cannot be decoded stand as written.
    """
    words: list[_Word] = []
    position = start
    for match in _WORD.finditer(source, start, end):
        codec, data = codec_name(match["charset"]), _word_bytes(match)
        if codec is None or data is None:
            continue
        between = _BETWEEN_WORDS.match(source, position, match.start())
        if not words or not between or between.end() != match.start():
            _show_run(pieces, words)
            words = []
            pieces.unescaped(position, match.start(), _FOLD, _unfold)
        words.append(_Word(*match.span(), codec, data))
        position = match.end()
    _show_run(pieces, words)
    pieces.unescaped(position, end, _FOLD, _unfold)


def _show_run(pieces: Pieces, words: Sequence[_Word]) -> None:
    """Show encoded words in a row; a character that they share belongs to the later one."""
    for codec, group in groupby(words, key=lambda word: word.codec):
        decoder = codecs.getincrementaldecoder(codec)("replace")
        alike = list(group)
        for word in alike:
            text = decoder.decode(word.data, word is alike[-1])
            pieces.decoded(re.sub(r"[\r\n]+", " ", text), word.start, word.end)


def _unfold(fold: re.Match[str]) -> str:
    return " " if fold[0][-1] != "\n" else ""


def _word_bytes(word: re.Match[str]) -> bytes | None:
    inside = word["inside"]
    if word["encoding"] in "Bb":
        inside = inside.strip().rstrip("=")
        if not re.fullmatch(r"[A-Za-z0-9+/]*", inside) or len(inside) % 4 == 1:
            return None
        return binascii.a2b_base64(inside + "=" * (-len(inside) % 4))
    if not inside.isascii():
        return None
    return binascii.a2b_qp(inside.encode(), header=True)
