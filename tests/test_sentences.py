"""Mistakes of the user, said in both languages."""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

import tonecheck
from tonecheck.cli import cli
from tonecheck.languages.detection import FOREIGN_LETTERS
from tonecheck.sentences import TonecheckError, sentence
from tonecheck.sentences_ru import RUSSIAN
from tonecheck.types import Language

PACKAGE = Path(tonecheck.__file__).parent
SAYING = {"ReadError", "LanguageError", "TonecheckError", "WrongUse", "WrongValue", "sentence"}
FOR_AUTHORS = {"rule.py", "rulefiles.py", "rulebook.py", "labelled.py", "syntax.py"}
"""What only those meet who write rules or label messages is said in English."""


def said_in_the_code() -> Iterator[str]:
    """Every sentence that the package may say about a mistake of the user."""
    for file in PACKAGE.rglob("*.py"):
        if file.name in FOR_AUTHORS:
            continue
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in SAYING and node.args:
                for constant in ast.walk(node.args[0]):
                    if isinstance(constant, ast.Constant) and isinstance(constant.value, str):
                        yield constant.value
    yield from FOREIGN_LETTERS.values()


def gaps(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_every_sentence_has_its_russian() -> None:
    assert not {text for text in said_in_the_code() if " " in text} - set(RUSSIAN)


def test_nothing_is_translated_that_nobody_says() -> None:
    code = "".join(
        file.read_text(encoding="utf-8")
        for file in PACKAGE.rglob("*.py")
        if not file.name.startswith("sentences_ru")
    )
    joined = re.sub(r'"\s*\n\s*"', "", code)
    plain = joined.replace('\\"', '"')
    assert not [text for text in RUSSIAN if text not in plain]


@pytest.mark.parametrize("english", RUSSIAN)
def test_a_translation_has_the_gaps_of_its_original(english: str) -> None:
    assert gaps(RUSSIAN[english]) == gaps(english)
    assert re.search("[а-яё]", RUSSIAN[english]) or english == '"{word}"'


def test_a_sentence_inside_a_sentence_is_said_in_the_same_language() -> None:
    error = TonecheckError("cannot be read: {reason}", reason=sentence("nested too deeply"))
    assert str(error) == error.said(None) == "cannot be read: nested too deeply"
    assert error.said(Language.RU) == "прочитать не удалось: слишком глубокая вложенность"


def test_a_sentence_without_values_may_have_braces() -> None:
    assert str(TonecheckError("phrase «{a b}»")) == "phrase «{a b}»"


@pytest.mark.parametrize(
    ("arguments", "text", "expected"),
    [
        (["check", "absent.txt"], "", "absent.txt: нет такого файла или папки"),
        (["check", "-"], "Ок", "слишком мало текста"),
        (["check", "-"], "---\nstage: late\n---\nТекст письма", "строка 2: stage – «late»; нужно:"),
        (["fix", "-"], "", "файл пуст"),
        (["check", "-", "--country", "XX"], "Добрый день!", "неизвестная страна 'XX'"),
    ],
)
def test_the_command_line_speaks_russian(arguments: list[str], text: str, expected: str) -> None:
    result = CliRunner().invoke(cli, [*arguments, "--ui-language", "ru"], input=text)
    assert expected in result.stderr
    assert result.exit_code == 2
