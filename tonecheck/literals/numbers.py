"""Numbers in figures and in words."""

from __future__ import annotations

from decimal import Decimal

from tonecheck.literals import words_en, words_ru
from tonecheck.types import Language

FIGURE = r"""(?:
    [0-9]{1,3}(?:[\ \u00a0\u202f\u2009'’][0-9]{3}){1,4}(?:[.,][0-9]{1,2})?  # 12 500,00
  | [0-9]{1,3}(?:,[0-9]{2,3}){0,4},[0-9]{3}(?:\.[0-9]{1,2})?                # 1,25,000.00
  | [0-9]{1,3}(?:\.[0-9]{3}){1,4}(?:,[0-9]{1,2})?                           # 1.250,00
  | [0-9]{1,12}(?:[.,][0-9]{1,2})?                                          # 5400, 471,30
)(?![0-9])(?![.,][0-9])"""
"""A number in figures, for a verbose regex; :func:`parse_figure` reads it."""

_SPACES = str.maketrans("", "", " \u00a0\u202f\u2009'’")


def parse_figure(figure: str, scaled: bool = False) -> Decimal:
    """The value of a number that matches :data:`FIGURE`.

    Args:
        figure: the number as written; a single mark with three digits after it parts
            thousands.
        scaled: whether "thousand", "million" or the like follows, so that a single mark
            is a decimal one ("1.125 million").
    """
    digits = figure.translate(_SPACES)
    comma, dot = digits.rfind(","), digits.rfind(".")
    mark = "," if comma > dot else "."
    other = "." if mark == "," else ","
    if comma < 0 and dot < 0:
        return Decimal(digits)
    is_decimal = digits.count(mark) == 1 and (
        other in digits or scaled or len(digits) - digits.rfind(mark) - 1 != 3
    )
    digits = digits.replace(other, "")
    return Decimal(digits.replace(mark, "." if is_decimal else ""))


def number_words(language: Language) -> dict[str, Decimal]:
    """Every number word of a language below one hundred thousand, in all forms."""
    return words_en.NUMBERS if language is Language.EN else words_ru.NUMBERS


def scale_words(language: Language) -> dict[str, Decimal]:
    """The words that multiply what stands before them (hundred, thousand, lakh …)."""
    return words_en.SCALES if language is Language.EN else words_ru.SCALES


def parse_words(words: list[str], language: Language) -> Decimal | None:
    """The value of a number in words ("two hundred and forty"); None if it is not one.

    A scale word multiplies the group before it. Only "a hundred" or «тысяча» in the
    singular may begin with a scale: "few hundred" and «тысячи» name no sum.
    """
    numbers, scales = number_words(language), scale_words(language)
    total, group = Decimal(0), Decimal(0)
    seen = False
    for word in words:
        if word in numbers:
            if numbers[word] and seen and 0 < group < 20 and group == int(group):
                return None
            group += numbers[word]
            seen = True
        elif word in scales:
            if not seen and word not in words_ru.SINGLE_SCALES:
                return None
            scale = scales[word]
            if scale >= 1000:
                total += (group or 1) * scale
                group = Decimal(0)
            else:
                group = (group or 1) * scale
            seen = True
        elif word != "and":
            return None
    value = total + group
    return value if value > 0 else None
