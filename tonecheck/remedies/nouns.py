"""Russian nouns with their adjectives, put into another case."""

from __future__ import annotations

from functools import cache

import pymorphy3


@cache
def _analyser() -> pymorphy3.MorphAnalyzer:
    return pymorphy3.MorphAnalyzer(lang="ru")


@cache
def dative(phrase: str) -> str:
    """A noun with its adjectives in the dative singular; abbreviations stay as they are.

    Raises:
        ValueError: a word of it has no dative.
    """
    words = phrase.split()
    return " ".join(_dative(word) for word in words)


def _dative(word: str) -> str:
    if word.endswith(".") or word.isupper() or "/" in word or not word.isalpha():
        return word
    for parse in _analyser().parse(word):
        if parse.tag.POS in {"NOUN", "ADJF"}:
            inflected = parse.inflect({"datv", "sing"})
            if inflected is not None:
                return str(inflected.word)
    raise ValueError(f"«{word}» has no dative")
