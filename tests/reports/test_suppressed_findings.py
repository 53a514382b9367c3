"""Suppressed findings and notes in reports."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from tests.reports.golden import golden
from tests.reports.samples import english, friendly, russian
from tonecheck.reports import FORMATS
from tonecheck.reports.options import Detail, TextOptions
from tonecheck.reports.words import STDIN, said_note
from tonecheck.types import Language, MessageReport, Note, Report, Suppressed, Suppression


def hushed(message: MessageReport, reason: str) -> MessageReport:
    """A message whose first finding the file suppresses, and whose second is known."""
    first, second, *others = message.findings
    suppressed = (
        Suppressed(first, Suppression.IN_SOURCE, reason),
        Suppressed(second, Suppression.BASELINE),
    )
    return replace(message, findings=tuple(others), suppressed=suppressed)


def report() -> Report:
    silent = hushed(russian(), "")
    known = Suppressed(russian().findings[0], Suppression.BASELINE)
    calm = replace(friendly(), suppressed=(known,))
    return Report(
        (hushed(english(), "agreed with legal on 3 May"), silent, calm),
        remarks=(Note("known.json", None, "findings listed here that are gone: 2"),),
    )


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("suppressed.txt", TextOptions()),
        ("suppressed-verbose.txt", TextOptions(detail=Detail.VERBOSE)),
        ("suppressed-ru.txt", TextOptions(detail=Detail.VERBOSE, language=Language.RU)),
        ("suppressed.json", TextOptions()),
    ],
)
def test_report_looks_as_agreed(name: str, options: TextOptions) -> None:
    text = FORMATS["json" if name.endswith("json") else "text"](report(), options)
    assert text == golden(name, text)


def test_json_has_the_whole_finding() -> None:
    data = json.loads(FORMATS["json"](report(), TextOptions()))
    first, second = data["messages"][0]["suppressed"]
    assert (first["kind"], first["reason"]) == ("in-source", "agreed with legal on 3 May")
    assert (second["kind"], second["reason"]) == ("baseline", None)
    whole = json.loads(FORMATS["json"](Report((english(),)), TextOptions()))["messages"][0]
    assert [first["finding"], second["finding"]] == whole["findings"][:2]
    assert data["notes"] == [
        {"path": "known.json", "line": None, "message": "findings listed here that are gone: 2"}
    ]


def test_a_note_says_where() -> None:
    assert said_note(Note("a.txt", 3, "x"), Language.EN) == "a.txt:3: x"
    assert said_note(Note("a.txt", None, "x"), Language.EN) == "a.txt: x"
    assert said_note(Note(STDIN, 3, "x"), Language.RU) == "стандартный ввод:3: x"
