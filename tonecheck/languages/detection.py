"""Which language a message is written in, by what its text shows."""

from __future__ import annotations

import re

from tonecheck.sentences import Sentence, TonecheckError, sentence
from tonecheck.types import Language

MIN_LETTERS = 12
"""With fewer letters than this there is too little to go by."""

# Letters that Russian does not have, and the languages that they point to.
FOREIGN_LETTERS: dict[str, str] = {
    "і": "Ukrainian, Belarusian or Kazakh",
    "ї": "Ukrainian",
    "є": "Ukrainian",
    "ґ": "Ukrainian",
    "ў": "Belarusian or Uzbek",
    "ә": "Kazakh",
    "ғ": "Kazakh or Uzbek",
    "қ": "Kazakh or Uzbek",
    "ң": "Kazakh or Kyrgyz",
    "ө": "Kazakh or Kyrgyz",
    "ұ": "Kazakh",
    "ү": "Kazakh or Kyrgyz",
    "һ": "Kazakh or Tatar",
    "ҳ": "Uzbek or Tajik",
    "ј": "Serbian or Macedonian",
    "љ": "Serbian",
    "њ": "Serbian",
    "ћ": "Serbian",
    "ђ": "Serbian",
}
MAX_FOREIGN_SHARE = 0.03
"""A greeting in Kazakh does not make a Russian message foreign; one letter in 33 does."""

ENGLISH_WORDS = frozenset(
    "the a an and or of to for in on at by is are was be been have has had we you your our "
    "i my it this that with from not no if will would can could please due invoice payment "
    "pay paid thank thanks hi hello dear any do does as but so me us am 're 's 'll let know "
    "just".split()
)
MIN_ENGLISH_SHARE = 0.12
RUSSIAN_WORDS = frozenset(
    "и в на не что по за с к у о от до из для вы мы я это как но а же ли бы то вас вам ваш "
    "наш нам если или при уже еще все так счет оплата оплату руб срок добрый день спасибо "
    "пожалуйста здравствуйте мне меня нас ваша вашу был была было были есть его ее их этот".split()
)
MIN_RUSSIAN_SHARE = 0.04

_WORD = re.compile(r"[^\W\d_]+")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_LATIN = re.compile("[a-z\u00c0-\u024f]")


class LanguageError(TonecheckError):
    """The language could not be told, or is not one that tonecheck knows."""


def detect(text: str) -> Language:
    """Tell English from Russian.

    Raises:
        LanguageError: there is too little text, or it is in another language; the message
            says how to go on.
    """
    sample = text[:20_000].lower()
    words = _WORD.findall(sample)
    letters = sum(len(w) for w in words)
    cyrillic = len(_CYRILLIC.findall(sample))
    latin = len(_LATIN.findall(sample))
    if letters < MIN_LETTERS:
        raise LanguageError(
            "too little text to tell the language (letters: {letters}); name it with "
            "--language en or --language ru",
            letters=letters,
        )
    if cyrillic + latin < letters / 2:
        raise _another(sentence("its letters are neither Latin nor Cyrillic"))
    if cyrillic >= latin or _is_mostly_russian(words, cyrillic):
        _refuse_foreign_cyrillic(sample, cyrillic)
        if _share(words, RUSSIAN_WORDS) < MIN_RUSSIAN_SHARE and len(words) >= 25:
            raise _another(sentence("it has hardly any common Russian words"))
        return Language.RU
    english = _share(words, ENGLISH_WORDS)
    if (english < MIN_ENGLISH_SHARE and len(words) >= 8) or (not english and len(words) >= 5):
        raise _another(sentence("it has hardly any common English words"))
    return Language.EN


def _is_mostly_russian(words: list[str], cyrillic: int) -> bool:
    """Whether a text with many Latin names or links is Russian all the same."""
    russian = sum(w.replace("ё", "е") in RUSSIAN_WORDS for w in words)
    english = sum(w in ENGLISH_WORDS for w in words)
    return cyrillic >= MIN_LETTERS and russian >= 2 and russian > english


def _refuse_foreign_cyrillic(sample: str, cyrillic: int) -> None:
    foreign = {letter: sample.count(letter) for letter in FOREIGN_LETTERS if letter in sample}
    if not foreign or sum(foreign.values()) < cyrillic * MAX_FOREIGN_SHARE:
        return
    letter = max(foreign, key=lambda c: foreign[c])
    language = sentence(FOREIGN_LETTERS[letter])
    reason = "the letter «{letter}» points to {language}"
    raise _another(sentence(reason, letter=letter, language=language))


def _share(words: list[str], common: frozenset[str]) -> float:
    return sum(w.replace("ё", "е") in common for w in words) / max(1, len(words))


def _another(reason: Sentence) -> LanguageError:
    return LanguageError(
        "the text does not look English or Russian: {reason}; tonecheck knows these two "
        "(to have it read as one of them all the same, give --language en or --language ru)",
        reason=reason,
    )
