"""The pipeline as its users meet it: texts, files and folders in, reports out."""

from __future__ import annotations

from pathlib import Path

import pytest

from tonecheck import Checker, Declared, Kind, Language, Severity, Stage, TonecheckError
from tonecheck.engine import MAX_CHARACTERS

HURTING = "Dear Ann,\n\nPay invoice 7 or we will take you to court.\n"


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("", "is empty", id="empty"),
        pytest.param("Hi!", "too little text", id="too-short"),
        pytest.param("word " * (MAX_CHARACTERS // 5 + 1), "too long for a message", id="too-long"),
        pytest.param(
            "Bitte zahlen Sie die Rechnung bis zum Freitag.", "English or Russian", id="de"
        ),
        pytest.param("Сплатіть рахунок до п'ятниці, будь ласка, дякуємо.", "Ukrainian", id="uk"),
        pytest.param("Pay the bill\0 by Friday, please.", "NUL", id="nul"),
        pytest.param("Pay the bill \ud800 by Friday, please.", "surrogate", id="surrogate"),
    ],
)
def test_what_cannot_be_checked_says_why(checker: Checker, text: str, words: str) -> None:
    with pytest.raises(TonecheckError, match=words):
        checker.check_text(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("!" * 20_000 + " please pay the bill", id="exclamation-marks"),
        pytest.param("a" * 50_000 + " please pay the bill", id="no-space"),
        pytest.param("{{" * 5_000 + " please pay the bill", id="braces"),
        pytest.param("оплатите " * 2_000, id="one-word"),
    ],
)
def test_hostile_texts_get_an_answer(text: str) -> None:
    language = Language.RU if "о" in text else Language.EN
    report = Checker(Declared(language=language)).check_text(text)
    assert 0 <= report.clarity.value <= 100


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_findings_point_at_the_source(checker: Checker, line_end: str) -> None:
    source = HURTING.replace("\n", line_end)
    report = checker.check_text(source)
    threat = next(f for f in report.findings if f.rule == "legal-threat")
    assert source[threat.start : threat.end] == threat.text
    assert "court" in threat.text


def test_a_folder_is_walked_and_other_files_are_left_alone(
    checker: Checker, tmp_path: Path
) -> None:
    (tmp_path / "reminder.txt").write_text(HURTING, encoding="utf-8")
    (tmp_path / "menu.txt").write_text("We have soup and bread on Monday.", encoding="utf-8")
    (tmp_path / "README.md").write_text("Pay the invoice.", encoding="utf-8")
    (tmp_path / "photo.txt").write_bytes(b"\x89PNG\0\0\0")
    report = checker.check_paths([tmp_path])
    assert {Path(m.path).name: m.is_reminder for m in report.messages} == {
        "menu.txt": False,
        "reminder.txt": True,
    }
    assert report.count(Severity.ERROR) > 0


def test_one_unreadable_file_does_not_stop_the_others(checker: Checker, tmp_path: Path) -> None:
    good = tmp_path / "good.txt"
    good.write_text(HURTING, encoding="utf-8")
    report = checker.check_paths([tmp_path / "absent.txt", good])
    assert [Path(e.path).name for e in report.errors] == ["absent.txt"]
    assert [Path(m.path).name for m in report.messages] == ["good.txt"]


def test_only_a_declared_stage_relaxes() -> None:
    text = (
        "Dear Ann,\n\nThis is our final notice. If invoice 7 is not paid by 5 May 2026, the next "
        "step is a claim in the county court. A call to 01632 960 114 before then is enough.\n"
    )
    assumed = Checker().check_text(text)
    declared = Checker(Declared(stage=Stage.FINAL)).check_text(text)
    assert "legal-threat" in {f.rule for f in assumed.findings}
    assert "legal-threat" not in {f.rule for f in declared.findings}


def test_the_command_line_overrules_the_file() -> None:
    text = "---\nstage: final\nkind: template\n---\nDear Ann, please pay invoice 7 by Friday.\n"
    report = Checker(Declared(stage=Stage.DUE)).check_text(text)
    assert report.context.stage is Stage.DUE
    assert report.context.kind is Kind.TEMPLATE


def test_a_guessed_template_still_hears_of_its_placeholders() -> None:
    text = "Dear {{ name }}, please pay {{ amount }} by {{ due_date }}. Thank you, Ben"
    guessed = Checker().check_text(text)
    declared = Checker(Declared(kind=Kind.TEMPLATE)).check_text(text)
    severities = {f.severity for f in guessed.findings if f.rule == "unfilled-placeholder"}
    assert severities == {Severity.SUGGESTION}
    assert "unfilled-placeholder" not in {f.rule for f in declared.findings}


@pytest.mark.parametrize("speech", Language)
def test_findings_speak_the_language_asked_for(speech: Language) -> None:
    report = Checker(speech=speech).check_text(HURTING)
    threat = next(f for f in report.findings if f.rule == "legal-threat")
    cyrillic = any("а" <= c <= "я" for c in threat.message)
    assert cyrillic is (speech is Language.RU)


def test_an_insult_inside_a_threat_is_a_second_finding(checker: Checker) -> None:
    report = checker.check_text("Tom, pay invoice 7, you idiot, or we will take you to court.")
    assert {"insult", "legal-threat"} <= {finding.rule for finding in report.findings}


@pytest.mark.parametrize(
    ("text", "rule", "words"),
    [
        ("Вы продолжаете нас избегать.", "failure-reproach", "Вы продолжаете нас избегать"),
        ("Вы продолжаете нас радовать.", "failure-reproach", None),
        (
            "Unless the money is here by Friday, a £25 charge will be added.",
            "penalty-threat",
            "a £25 charge will be added",
        ),
        ("Unless the money is here by Friday, a £25 gift is lost.", "penalty-threat", None),
    ],
)
def test_plain_wordings(checker: Checker, text: str, rule: str, words: str | None) -> None:
    found = [f.text for f in checker.check_text(text).findings if f.rule == rule]
    assert found == ([words] if words else [])
