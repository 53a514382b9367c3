"""What file names tell of a sequence."""

from __future__ import annotations

import pytest

from tonecheck.across.names import read_name
from tonecheck.types import Language, Stage


@pytest.mark.parametrize(
    ("path", "stage", "number"),
    [
        ("reminder-1.txt", None, 1),
        ("second_reminder.html.j2", None, 2),
        ("Reminder3.html", None, 3),
        ("напоминание 2.txt", None, 2),
        ("pervoe-pismo.txt", None, 1),
        ("pre-due.txt", Stage.PRE_DUE, None),
        ("preDue.txt", Stage.PRE_DUE, None),
        ("mails/past-due/rent.txt", Stage.OVERDUE, None),
        ("overdue-2-letter.txt", Stage.OVERDUE, 2),
        ("rent_final_notice.en.txt", Stage.FINAL, None),
        ("просрочка.txt", Stage.OVERDUE, None),
        ("invoice-3107.txt", None, None),
        ("invoice-3.txt", None, None),
        ("letter-2026.txt", None, None),
    ],
)
def test_stage_and_number(path: str, stage: Stage | None, number: int | None) -> None:
    name = read_name(path)
    assert (name.stage, name.number) == (stage, number)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("reminder-1.txt", "reminder-2.txt"),
        ("rent-due.txt", "rent-overdue.txt"),
        ("first-reminder.txt", "final-notice.txt"),
        ("due/rent.txt", "final/rent.txt"),
        ("mail/rent.en.txt", "mail/rent-final.ru.txt"),
    ],
)
def test_of_one_sequence(one: str, other: str) -> None:
    assert read_name(one).group == read_name(other).group


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("gym-overdue.txt", "rent-overdue.txt"),
        ("a/reminder-1.txt", "b/reminder-2.txt"),
        ("invoice-1.txt", "invoice-2.txt"),
    ],
)
def test_of_two_sequences(one: str, other: str) -> None:
    assert read_name(one).group != read_name(other).group


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("late.en.txt", "late.ru.txt"),
        ("en/late.html.j2", "ru/late.html.j2"),
        ("late_en.txt", "late_ru.txt"),
        ("LateEn.txt", "LateRu.txt"),
        ("late.txt", "late.ru.txt"),
    ],
)
def test_twins(one: str, other: str) -> None:
    assert read_name(one).twin == read_name(other).twin


@pytest.mark.parametrize(
    ("one", "other"), [("late.en.txt", "late.ru.html"), ("en/late.txt", "ru/early.txt")]
)
def test_no_twins(one: str, other: str) -> None:
    assert read_name(one).twin != read_name(other).twin


@pytest.mark.parametrize(
    ("path", "language"),
    [
        ("late.en.txt", Language.EN),
        ("ru/late.txt", Language.RU),
        ("late_rus.html.j2", Language.RU),
        ("late.txt", None),
        ("green/render.txt", None),
    ],
)
def test_language(path: str, language: Language | None) -> None:
    assert read_name(path).language is language


def test_a_text_of_a_catalogue_has_a_name_of_its_own() -> None:
    one, other = (read_name("mail.en.yml", f"late.reminder_{n}.body") for n in (1, 2))
    assert one.group == other.group
    assert (one.number, other.number) == (1, 2)
    assert read_name("mail.ru.yml", "late.reminder_1.body").twin == one.twin
