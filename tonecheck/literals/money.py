"""Sums of money in visible text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from tonecheck.literals import words_en, words_ru
from tonecheck.literals.contacts import Contact, ContactKind, find_contacts
from tonecheck.literals.currencies import PREFIX, SUFFIX, THOUSANDS_OF_ROUBLES, currency_of
from tonecheck.literals.money_roles import MoneyRole, money_role
from tonecheck.literals.numbers import (
    FIGURE,
    number_words,
    parse_figure,
    parse_words,
    scale_words,
)
from tonecheck.literals.spans import (
    before,
    first_word_after,
    keep_longest,
    overlaps_any,
    stands_alone,
)
from tonecheck.types import Language

__all__ = ["Money", "MoneyRole", "find_money"]


@dataclass(frozen=True, slots=True)
class Money:
    """A sum: its place, its value, its ISO 4217 currency if it names one, and its role."""

    start: int
    end: int
    text: str
    value: Decimal
    currency: str | None
    role: MoneyRole = MoneyRole.DUE


_MAGNITUDE = r"""(?i:
    (?:k|thousand|grand|lakhs?|lacs?|crores?|cr|mn|mln|million|m|bn|billion)(?!\w)  # English
  | тыс\.|млн\.|млрд\.                                                            # Russian
  | (?:тыс|тыщ[аиу]?|тысяч[аиуей]{0,2}|тысячам|млн|миллион(?:ов|а)?|млрд|к)(?!\w)
)"""
_FACTORS: tuple[tuple[re.Pattern[str], Decimal], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), Decimal(factor))
    for pattern, factor in (
        (r"k|к|thousand|grand|тыс\.?|тыщ\w?|тысяч\w*", 1_000),
        (r"lakhs?|lacs?", 100_000),
        (r"mn|mln|million|m|млн\.?|миллион\w*", 1_000_000),
        (r"crores?|cr", 10_000_000),
        (r"bn|billion|млрд\.?", 1_000_000_000),
    )
)
_NOT_INSIDE_NUMBER = r"(?<![\w.,:/])(?<!\w[-–])"

_PREFIXED = re.compile(
    rf"""
    (?P<mark>{PREFIX})[^\S\n]?
    (?P<figure>{FIGURE})
    (?:/[-=]|,[-–])?                                # "31,400/-"
    (?:[^\S\n]?(?P<magnitude>{_MAGNITUDE}))?
    (?!\w)
    """,
    re.VERBOSE,
)
_SUFFIXED = re.compile(
    rf"""
    (?<![\w.,:/])
    (?P<figure>{FIGURE})
    (?:/[-=]|,[-–]|-00(?=[^\S\n]?р))?                # 18 900-00 руб.
    (?:[^\S\n]?\([^()0-9\n]{{4,120}}\))?              # 31 400 (тридцать одна тысяча …) рублей
    (?:[^\S\n]?(?P<magnitude>{_MAGNITUDE}))?
    [^\S\n]?(?P<mark>{SUFFIX})
    (?:[^\S\n]?(?P<minor>[0-9]{{2}})[^\S\n]?коп(?:\.|е\w{{1,3}}|(?!\w)))?
    """,
    re.VERBOSE,
)
_SCALED = re.compile(
    rf"{_NOT_INSIDE_NUMBER}(?P<figure>{FIGURE})[^\S\n]?(?P<magnitude>{_MAGNITUDE})", re.VERBOSE
)
_RUSSIAN_BARE = re.compile(
    r"""
    (?<![\w.,:/№\#*+-])(?<![0-9][ \u00a0\u202f])
    (?: (?:[1-9][0-9]{0,2}(?:[ \u00a0\u202f][0-9]{3}){1,2})             # 28 500 по заявке
      | (?:(?<=,[ ])|(?<=[(]))([1-9][0-9]{1,3}[05]0)(?=[,.;!?)]|\s*$) )  # яму, 4500, ты
    (?![\w-])(?![ \u00a0\u202f]?[0-9])(?![.,:/-][0-9])
    """,
    re.VERBOSE | re.MULTILINE,
)
_ENGLISH_BARE = re.compile(
    r"""
    (?:^|(?<=[.!?;,—–][ ]))(?P<figure>[1-9][0-9]{0,2}(?:,[0-9]{3}){1,2})   # 86,000 for the tiling
    (?=[ ]for[ ](?:the|your|our|a|an|that|this|last)[ ])
    """,
    re.VERBOSE | re.MULTILINE,
)
_APPROXIMATELY_RU = re.compile(rf"(?i:\b{words_ru.APPROXIMATELY})")
_NO_SUM_RU = re.compile(rf"(?i:{words_ru.NO_SUM_BEFORE})")
_CAPITAL_NEXT = re.compile(r"[^\S\n]+[A-ZА-ЯЁ]")
_ORDINAL_NEXT = re.compile(r"-?(?:го|е|му|й|я|ю|х)(?!\w)")
_NOT_BARE_MAGNITUDE = frozenset({"m", "cr", "bn", "mn"})
_ARTICLES = frozenset({"a", "an"})
_LEAST_BARE = 20
_LEAST_LOOSE = 1000
_YEARS = range(1990, 2041)
_WEIGHT_WORDS = frozenset({"of", "картофеля", "муки"})


@cache
def _in_words(language: Language) -> re.Pattern[str]:
    forms = sorted({*number_words(language), *scale_words(language)}, key=len, reverse=True)
    word = "(?:" + "|".join(form.replace("е", "[её]") for form in forms) + ")"
    joint = r"(?:[^\S\n]+|-)(?:and[^\S\n]+)?"
    return re.compile(
        rf"(?<![\w-])(?P<words>{word}(?!\w)(?:{joint}{word}(?!\w)){{0,12}})"
        rf"(?:[^\S\n]+(?P<mark>{SUFFIX}))?",
        re.IGNORECASE,
    )


@cache
def _beside_money_word(language: Language) -> re.Pattern[str]:
    words = words_en if language is Language.EN else words_ru
    return re.compile(
        rf"(?<!\w)(?:(?P<loose>{words.LOOSE_MONEY_WORDS})|{words.MONEY_WORDS})(?!\w)"
        rf"[^\S\n]?[:,—–-]?[^\S\n]?(?:(?:{words.MONEY_LINKS})[^\S\n]?[:—–-]?[^\S\n]?){{0,3}}"
        rf"(?<![\w.,/])(?P<figure>(?x:{FIGURE}))",
        re.IGNORECASE,
    )


def find_money(
    text: str,
    language: Language,
    *,
    country: str | None = None,
    contacts: Sequence[Contact] | None = None,
) -> tuple[Money, ...]:
    """The sums of money in a text, in order, none overlapping another.

    A number is a sum if a currency, a magnitude word ("95k", «15 тыс.») or an unmistakable
    money word (balance, «доплата») stands right beside it; the last two give no currency.
    Bare figures in the thousands are sums, too, where they are paid for something ("86,000 for
    the tiling"), in Russian wherever they count nothing else («28 500 по заявке»).

    Args:
        text: visible text; U+E000 stands for a placeholder.
        language: of the text; it chooses the word tables.
        country: ISO 3166 code that settles a plain "$", "Rs" or «руб.»
            (see :func:`currency_of`).
        contacts: what :func:`find_contacts` found in the text, where that is known.
    """
    named = [
        *_with_currency(text, _PREFIXED, country),
        *_with_currency(text, _SUFFIXED, country),
        *_written_out(text, language, country),
        *_with_magnitude(text, language),
    ]
    found = keep_longest(named)
    found = keep_longest(
        [*found, *(m for m in _bare(text, language, contacts) if _is_free(m, found))]
    )
    roles = []
    for index, money in enumerate(found):
        floor = found[index - 1].end if index else 0
        ceiling = found[index + 1].start if index + 1 < len(found) else len(text)
        role = money_role(text, money.start, money.end, language, floor, ceiling)
        roles.append(replace(money, role=role))
    return tuple(roles)


def _is_free(money: Money, taken: list[Money]) -> bool:
    return not overlaps_any(money.start, money.end, taken)


def _value(figure: str, magnitude: str | None) -> Decimal:
    if magnitude is None:
        return parse_figure(figure)
    factor = next((f for pattern, f in _FACTORS if pattern.fullmatch(magnitude)), Decimal(1))
    value = parse_figure(figure, scaled=True) * factor
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value


def _money(text: str, start: int, end: int, value: Decimal, currency: str | None) -> Money:
    return Money(start, end, text[start:end], value, currency)


def _with_currency(text: str, pattern: re.Pattern[str], country: str | None) -> Iterator[Money]:
    for match in pattern.finditer(text):
        mark, magnitude = match["mark"], match["magnitude"]
        value = _value(match["figure"], magnitude)
        if mark in ("R", "N") and not magnitude and value < 100:
            continue
        if THOUSANDS_OF_ROUBLES.fullmatch(mark):
            value *= 1000
        if (
            mark.casefold() in ("pounds", "pound")
            and first_word_after(text, match.end()) in _WEIGHT_WORDS
        ):
            continue
        minor = match.groupdict().get("minor")
        if minor:
            value += Decimal(minor).scaleb(-2)
        yield _money(text, match.start(), match.end(), value, currency_of(mark, country))


def _written_out(text: str, language: Language, country: str | None) -> Iterator[Money]:
    scales = scale_words(language)
    for match in _in_words(language).finditer(text):
        words = match["words"].casefold().replace("ё", "е").replace("-", " ").split()
        mark = match["mark"]
        value = parse_words(words, language)
        if value is None or (len(words) == 1 and words[0] in _ARTICLES):
            continue
        if mark is None and not (
            words[-1] in scales
            and len(words) > 1
            and words[0] not in _ARTICLES
            and value >= 1000
            and stands_alone(text, match.end("words"), _free_words(language))
            and not _is_rough(text, match.start(), language)
        ):
            continue
        if (
            mark
            and mark.casefold().startswith("pound")
            and first_word_after(text, match.end()) in _WEIGHT_WORDS
        ):
            continue
        currency = currency_of(mark, country) if mark else None
        end = match.end() if mark else match.end("words")
        yield _money(text, match.start(), end, value, currency)


def _with_magnitude(text: str, language: Language) -> Iterator[Money]:
    for match in _SCALED.finditer(text):
        magnitude = match["magnitude"]
        if magnitude.casefold() in _NOT_BARE_MAGNITUDE:
            continue
        if _is_rough(text, match.start(), language):
            continue
        end = match.end()
        sentence_ends = text[end - 1] == "." and _CAPITAL_NEXT.match(text, end)
        if sentence_ends or stands_alone(text, end, _free_words(language)):
            value = _value(match["figure"], magnitude)
            yield _money(text, match.start(), end, value, None)


def _bare(text: str, language: Language, contacts: Sequence[Contact] | None) -> Iterator[Money]:
    numbers = [
        c
        for c in (find_contacts(text, language) if contacts is None else contacts)
        if c.kind not in (ContactKind.EMAIL, ContactKind.HANDLE)
    ]
    for match in _beside_money_word(language).finditer(text):
        start, end = match.span("figure")
        figure = match["figure"]
        value = parse_figure(figure)
        least = _LEAST_LOOSE if match["loose"] else _LEAST_BARE
        if value < least or (figure.isdigit() and int(figure) in _YEARS):
            continue
        if _ORDINAL_NEXT.match(text, end):
            continue
        if figure.startswith("0") or overlaps_any(start, end, numbers):
            continue
        if stands_alone(text, end, _free_words(language)):
            yield _money(text, start, end, value, None)
    if language is Language.RU:
        yield from _russian_bare(text, numbers)
        return
    for match in _ENGLISH_BARE.finditer(text):
        yield _money(text, *match.span("figure"), parse_figure(match["figure"]), None)


def _russian_bare(text: str, numbers: list[Contact]) -> Iterator[Money]:
    """Figures in the thousands that count nothing and belong to no paper, phone or meter."""
    for match in _RUSSIAN_BARE.finditer(text):
        start, end = match.span()
        figure = match[0]
        if overlaps_any(start, end, numbers) or (figure.isdigit() and int(figure) in _YEARS):
            continue
        if _NO_SUM_RU.search(text, max(0, start - 40), start):
            continue
        if stands_alone(text, end, words_ru.FREE_WORDS):
            yield _money(text, start, end, parse_figure(figure), None)


def _is_rough(text: str, start: int, language: Language) -> bool:
    """Whether the words before a number say that it is only about right."""
    return language is Language.RU and bool(_APPROXIMATELY_RU.search(before(text, start, limit=40)))


def _free_words(language: Language) -> frozenset[str]:
    return words_en.FREE_WORDS if language is Language.EN else words_ru.FREE_WORDS
