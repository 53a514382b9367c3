"""Help pages and usage errors in Russian."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator

import click
import pytest
from click.testing import CliRunner

from tonecheck.cli import cli
from tonecheck.cli_speech_ru import HELP

COMMANDS = [cli, *cli.commands.values()]
OF_CLICK = {"Options", "Commands", "Show this message and exit."}


def said_on_help_pages() -> Iterator[str]:
    """Each paragraph, line and meaning that a help page shows."""
    for command in COMMANDS:
        for paragraph in inspect.cleandoc(command.help or "").split("\n\n"):
            lines = paragraph.split("\n")
            if lines[0] == "\b":
                yield from (re.sub(r"^\s*(\d  )?", "", line) for line in lines[1:])
            else:
                yield " ".join(lines)
        for parameter in command.params:
            if isinstance(parameter, click.Option):
                yield parameter.help or ""


def test_every_text_of_a_help_page_has_its_russian() -> None:
    shown = {text for text in said_on_help_pages() if not text.startswith("tonecheck ")}
    assert shown | OF_CLICK == set(HELP)


@pytest.mark.parametrize("command", COMMANDS[1:], ids=lambda command: command.name)
def test_a_help_page_in_russian(command: click.Command) -> None:
    arguments = ["--ui-language", "ru", str(command.name), "--help"]
    page = CliRunner().invoke(cli, arguments, prog_name="tonecheck")
    assert page.exit_code == 0
    assert page.stdout.startswith(f"Вызов: tonecheck {command.name} [ПАРАМЕТРЫ]")
    assert not [english for english in HELP if english in re.sub(r"\s+", " ", page.stdout)]


def test_the_language_before_the_command_holds_for_its_output() -> None:
    text = "Добрый день, Анна! Оплатите счёт 14 на 500 рублей до 3 мая."
    before = CliRunner().invoke(cli, ["--ui-language", "ru", "check", "-"], input=text)
    behind = CliRunner().invoke(cli, ["check", "-", "--ui-language", "ru"], input=text)
    assert before.stdout == behind.stdout
    assert "Вежливость" in before.stdout


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["check", "--stge", "x"], "нет параметра --stge. Может быть, --stage?"),
        (["check", "--stage", "x"], "значение --stage не подходит: 'x' – не одно из 'pre-due', "),
        (["check", "--stage"], "параметру --stage нужно значение."),
        (["check", "--quiet=1"], "у параметра --quiet не бывает значения."),
        (["check", "--min-clarity", "200"], "--min-clarity не подходит: 200 – не от 0 до 100"),
        (["check", "--min-clarity", "x"], "--min-clarity не подходит: 'x' – не целое число."),
        (["check", "--output", "."], "значение --output не подходит: '.' – это папка"),
        (["check", "-q", "-v"], "-q и -v вместе не бывают"),
        (["check", "--send-at", "5"], "значение --send-at не подходит: '5' – не время; нужно"),
        (["check", "--format", "json", "--format", "text"], "два отчёта в одном месте (стандартн"),
        (["check", "-", "--select", "x"], "--select: нет правила или категории 'x'; список:"),
        (["explain"], "не хватает аргумента ПРАВИЛО."),
        (["explain", "legal-thread"], "нет правила 'legal-thread'; может быть, legal-threat?"),
        (["explain", "timing"], "timing – это категория; её правила: night-time, "),
        (["rules", "one", "two"], "лишние аргументы: one two"),
        (["evaluate", "absent"], "'absent': нет такого файла или папки."),
        (["chek"], "нет команды chek. Может быть, check?"),
        (["--verson"], "нет параметра --verson. Может быть, --version?"),
    ],
)
def test_a_usage_error_in_russian(arguments: list[str], expected: str) -> None:
    result = CliRunner().invoke(cli, ["--ui-language", "ru", *arguments])
    assert result.exit_code == 2
    assert expected in result.stderr.split("Ошибка: ")[1]
    assert "--ui-language ru --help\n" in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "--stge", "x"],
        ["explain", "--", "--ui-language", "ru"],
        ["check", "--ui-language"],
    ],
)
def test_a_usage_error_stays_english_without_being_asked(arguments: list[str]) -> None:
    assert "Error: " in CliRunner().invoke(cli, arguments).stderr
