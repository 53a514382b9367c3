from __future__ import annotations

import string
from collections.abc import Mapping

import pytest

from tonecheck.guide import GUIDE
from tonecheck.reports.words import MISSING, SAYINGS, count, say
from tonecheck.types import REPORTED_FACTS, Category, Channel, Kind, Language, Severity, Stage
from tonecheck.wording import (
    CATEGORIES,
    CHANNELS,
    FACTS,
    KINDS,
    LABELS,
    LANGUAGES,
    SEVERITIES,
    STAGES,
    Words,
    label,
    plural,
)

MESSAGES = ("сообщение", "сообщения", "сообщений")


@pytest.mark.parametrize(
    ("number", "form"),
    [
        (0, "сообщений"), (1, "сообщение"), (2, "сообщения"), (4, "сообщения"), (5, "сообщений"),
        (11, "сообщений"), (12, "сообщений"), (14, "сообщений"), (20, "сообщений"),
        (21, "сообщение"), (22, "сообщения"), (101, "сообщение"), (111, "сообщений"),
        (112, "сообщений"), (1001, "сообщение"),
    ],
)  # fmt: skip
def test_russian_plural(number: int, form: str) -> None:
    assert plural(number, MESSAGES, Language.RU) == form


@pytest.mark.parametrize(("number", "text"), [(0, "0 errors"), (1, "1 error"), (21, "21 errors")])
def test_english_plural(number: int, text: str) -> None:
    assert count(number, Severity.ERROR, Language.EN) == text


@pytest.mark.parametrize(
    ("table", "members"),
    [
        (LANGUAGES, Language), (STAGES, Stage), (CHANNELS, Channel), (KINDS, Kind),
        (SEVERITIES, Severity), (CATEGORIES, Category), (FACTS, REPORTED_FACTS),
    ],
)  # fmt: skip
def test_every_word_of_the_vocabulary_has_a_name(
    table: Mapping[str, Words], members: type[Stage]
) -> None:
    assert list(table) == list(members)


@pytest.mark.parametrize("table", [LABELS, SAYINGS, MISSING, GUIDE, CATEGORIES, STAGES, CHANNELS])
def test_both_languages_say_the_same_things(table: Mapping[str, Words]) -> None:
    for key, words in table.items():
        assert set(words) == set(Language), key
        assert gaps(words[Language.EN]) == gaps(words[Language.RU]), key


def gaps(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("table", [LABELS, SAYINGS, MISSING, GUIDE, CATEGORIES, STAGES, CHANNELS])
def test_russian_texts_are_russian(table: Mapping[str, Words]) -> None:
    for key, words in table.items():
        plain = words[Language.RU]
        assert "{path}" in plain or any("а" <= letter <= "я" for letter in plain.lower()), key
        assert not any("а" <= letter <= "я" for letter in words[Language.EN].lower()), key


def test_a_label_is_filled() -> None:
    values = {"replacement": "счёт", "more": "than needed"}
    assert label("replace", Language.RU, values) == "Заменить на «счёт»"


def test_a_label_without_its_value_is_an_error() -> None:
    with pytest.raises(KeyError):
        label("replace", Language.EN, {})


def test_a_saying_is_filled() -> None:
    assert say("assumed", Language.EN, stage="overdue") == "overdue (assumed)"


def test_the_guide_is_complete() -> None:
    assert list(GUIDE) == [f"G{number:02}" for number in range(1, 36)]
