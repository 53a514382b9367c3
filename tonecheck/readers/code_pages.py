"""Which single-byte code page a text is written in.

Each candidate is judged by what the text would then look like: how common its Russian
letters are, whether capitals stand where capitals stand, and whether accented letters
keep to themselves as they do in English. On fragments of two to fifteen words this is
right more often than a general detector, which needs more text to be sure.
"""

from __future__ import annotations

import math

CODE_PAGES = ("cp1251", "koi8_r", "cp866", "cp1252")
"""The candidates; of equally plausible ones the first wins."""

SAMPLE_BYTES = 65_536
"""How much of a long file is looked at."""

# Letters in a thousand of running Russian text (Russian National Corpus, rounded).
_RUSSIAN_PER_MILLE = {
    "о": 109, "е": 85, "а": 80, "и": 73, "н": 67, "т": 63, "с": 55, "р": 47, "в": 45,
    "л": 44, "к": 35, "м": 32, "д": 30, "п": 28, "у": 26, "я": 20, "ы": 19, "ь": 17,
    "г": 17, "з": 16, "б": 16, "ч": 14, "й": 12, "х": 10, "ж": 9, "ш": 7, "ю": 6, "ц": 5,
    "ё": 5, "щ": 4, "э": 3, "ф": 3, "ъ": 0.4,
}  # fmt: skip
_RUSSIAN = {letter: math.log(n / 1000) for letter, n in _RUSSIAN_PER_MILLE.items()}
_RUSSIAN_SIGNS = set("«»–—„“”‘’…№•·°§©\xa0")
_QUOTES_AND_DASHES = set("«»–—„“”‘’…\xa0")
_ENGLISH_USUAL = set("£€–—‘’“”…\xa0é")
_ENGLISH_RARE = set("•°½¼¾²©®™«»§·¡¿àáâäèêëìíîïòóôöùúûüñçæøåœßÀÁÂÄÈÉÊËÌÍÎÏÒÓÔÖÙÚÛÜÑÇÆØÅŒ")

# Natural logarithms of rough odds; only their order of size matters.
_UNLIKELY, _ODD, _RARE, _USUAL = -8.0, -5.0, -4.0, -2.5


def guess_code_page(data: bytes) -> str | None:
    """The most plausible of :data:`CODE_PAGES` for ``data``, None where none can hold it."""
    best: tuple[float, str] | None = None
    for name in CODE_PAGES:
        try:
            data.decode(name)
        except UnicodeDecodeError:
            continue
        plausibility = _plausibility(data[:SAMPLE_BYTES].decode(name), english=name == "cp1252")
        if best is None or plausibility > best[0]:
            best = (plausibility, name)
    return best[1] if best else None


def _plausibility(text: str, *, english: bool) -> float:
    total, before = 0.0, " "
    judge = _english_odds if english else _russian_odds
    for character in text:
        if not character.isascii():
            total += judge(character, before)
        before = character
    return total


def _english_odds(character: str, before: str) -> float:
    odds = _UNLIKELY
    if character in _ENGLISH_USUAL:
        odds = _USUAL
    elif character in _ENGLISH_RARE:
        odds = _RARE
    if character.isalpha() and before.isalpha() and not before.isascii():
        odds += _ODD
    return odds


def _russian_odds(character: str, before: str) -> float:
    small = character.lower()
    if small in _RUSSIAN:
        odds = _RUSSIAN[small]
        if character != small:
            odds += _ODD if before != before.upper() else -0.4
    else:
        odds = _RARE if character in _RUSSIAN_SIGNS else _UNLIKELY
    if before.isascii() and before.isalpha() and character not in _QUOTES_AND_DASHES:
        odds += _ODD
    return odds
