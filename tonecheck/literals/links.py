"""Stretches whose words are no words: addresses, file names, identifiers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from tonecheck.literals.contacts import EMAIL, HANDLE, may_have_address
from tonecheck.literals.spans import keep_longest


class OpaqueKind(StrEnum):
    """What sort of stretch it is."""

    URL = "url"
    EMAIL = "email"
    FILE = "file"
    IDENTIFIER = "identifier"
    HANDLE = "handle"


@dataclass(frozen=True, slots=True)
class Opaque:
    """A stretch of text that no rule about words may match."""

    start: int
    end: int
    text: str
    kind: OpaqueKind


_TOP_LEVEL = (
    "com|org|net|info|biz|edu|gov|io|app|dev|me|pro|shop|store|online|site|example|test|ru|su|рф|kz"
    "|by|uz|am|kg|ua|ge|uk|ie|eu|de|fr|nl|ca|au|nz|in|ng|za|sg|us|pay|link|ly"
)
_URL = re.compile(
    rf"""
    (?: (?i:https?|ftp)://[^\s<>"«»\ue000]{{1,2000}}               # with a scheme
      | (?<![\w@.-])(?i:www)\.[^\s<>"«»\ue000]{{1,2000}}           # www.
      | (?<![\w@.-])(?:[\w-]{{1,63}}\.){{1,6}}[^\W\d_]{{2,24}}(?::[0-9]+)?
        /[^\s<>"«»\ue000]{{1,2000}}                                # a domain with a path
      | (?<![\w@.-])(?:[\w-]{{1,63}}\.){{1,6}}(?i:{_TOP_LEVEL})(?![\w@-])(?!\.\w)  # a domain
    )
    """,
    re.VERBOSE,
)
_FILE = re.compile(
    r"(?<![\w./\\-])[\w()-][\w.()-]{0,120}\.(?i:pdf|docx?|xlsx?|csv|odt|ods|rtf|txt|md|html?|xml|json"
    r"|zip|rar|7z|jpe?g|png|gif|heic|tiff?|eml|msg|pptx?|p7s|sig)(?!\w)"
)
_IDENTIFIER = re.compile(r"(?<![\w/#-])#?[^\W_][\w/-]{2,63}(?<![/-])(?![\w])")
_TRAILING = ".,;:!?…)]}'’”*_"


def find_opaque(text: str) -> tuple[Opaque, ...]:
    """Addresses, file names, identifiers and handles, in order, none overlapping another."""
    candidates = [
        *_urls(text),
        *(_all(text, EMAIL, OpaqueKind.EMAIL) if may_have_address(text) else ()),
        *(_all(text, HANDLE, OpaqueKind.HANDLE) if may_have_address(text) else ()),
        *_all(text, _FILE, OpaqueKind.FILE),
        *(
            Opaque(m.start(), m.end(), m[0], OpaqueKind.IDENTIFIER)
            for m in _IDENTIFIER.finditer(text)
            if is_identifier(m[0])
        ),
    ]
    return tuple(keep_longest(candidates))


def is_identifier(word: str) -> bool:
    """Whether a word mixes letters and digits as codes do ("QF-7718", "9f86d081").

    Ordinals and measures ("15th", «15-го», "9-inch", "80k") are words: a code has capital
    letters only, or is long and changes between letters and digits more than once.
    """
    if word.isalpha():
        return False
    letters = [c for c in word if c.isalpha()]
    digits = sum(c.isdigit() for c in word)
    if not letters or digits < 2:
        return False
    if all(c.isupper() for c in letters):
        return not re.fullmatch(r"[0-9]+(?:ST|ND|RD|TH)|[0-9]{1,4}[KМКM]", word)
    changes = sum(a.isalpha() != b.isalpha() for a, b in pairwise(word) if b.isalnum())
    return len(word) >= 8 and changes >= 3 and "-" not in word


def _all(text: str, pattern: re.Pattern[str], kind: OpaqueKind) -> Iterator[Opaque]:
    for match in pattern.finditer(text):
        yield Opaque(match.start(), match.end(), match[0], kind)


def _urls(text: str) -> Iterator[Opaque]:
    for match in _URL.finditer(text):
        end = match.end()
        while end > match.start() + 1 and text[end - 1] in _TRAILING:
            if text[end - 1] == ")" and "(" in text[match.start() : end]:
                break
            end -= 1
        yield Opaque(match.start(), end, text[match.start() : end], OpaqueKind.URL)
