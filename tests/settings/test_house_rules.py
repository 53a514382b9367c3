"""What a house decides, seen in reports: severities, accepted words, placeholders, own rules."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.settings.library import write
from tonecheck.rule import RuleError
from tonecheck.rulebook import load
from tonecheck.running import checker_for, demanding, plan
from tonecheck.settings import Library
from tonecheck.types import FactType, MessageReport, Severity, Stage

THREAT = "Dear Ms Okafor,\n\nIf invoice 2041 is not paid, we will take you to court.\n\nAnn\n"
SLANG = """
severity: error
en:
  why: Nobody outside knows it.
  advice: Say it plainly.
  phrases: [$our_words]
"""
TERMS = "en: [touch base, dunning run]\n"


def report(folder: Path, settings: str, text: str, name: str = "a.txt") -> MessageReport:
    write(folder, settings)
    library = Library()
    found = library.settings_for(folder / name)
    assert [problem.said(None) for problem in library.problems] == []
    return checker_for(found).check_text(text)


def severity(message: MessageReport, rule: str) -> Severity | None:
    return next((f.severity for f in message.findings if f.rule == rule), None)


def spans(message: MessageReport) -> dict[str, str]:
    return {f.rule: f.text for f in message.findings if f.text}


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ("", Severity.ERROR),
        ("severities: {legal-threat: warning}", Severity.WARNING),
        ("severities: {threat: suggestion}", Severity.SUGGESTION),
        ("severities: {threat: off, legal-threat: warning}", Severity.WARNING),
        ("severities: {legal-threat: off}", None),
        ("severities: {legal-threat: warning}\npaths: [{match: a.txt, severities: {threat: off}}]",
         None),
        ("preset: gentle", Severity.ERROR),
        ("preset: formal", Severity.ERROR),
    ],
)  # fmt: skip
def test_severities(tmp_path: Path, settings: str, expected: Severity | None) -> None:
    assert severity(report(tmp_path, settings, THREAT), "legal-threat") is expected


def test_a_rule_that_is_off_costs_no_points_and_is_not_taken_up_by_another(tmp_path: Path) -> None:
    usual = report(tmp_path, "", THREAT)
    off = report(tmp_path, "severities: {legal-threat: off}", THREAT)
    ignored = report(tmp_path, "ignore: [legal-threat]", THREAT)
    assert off.politeness.value > usual.politeness.value == ignored.politeness.value
    assert not [f for f in off.findings if f.category == "threat"]


def test_a_missing_fact_may_weigh_more_or_less(tmp_path: Path) -> None:
    settings = "severities: {missing-contact: error, missing-due-date: suggestion}"
    found = report(tmp_path, settings, THREAT)
    assert severity(found, "missing-contact") is Severity.ERROR
    assert severity(found, "missing-due-date") is Severity.SUGGESTION


def test_a_stage_in_the_settings_is_somebodys_word(tmp_path: Path) -> None:
    calm = (
        "Dear Ms Okafor,\n\nIf we do not hear from you by 5 May, our solicitor will write to you. "
        "Please call us on 020 7946 0011 if you need more time.\n\nAnn\n"
    )
    assert severity(report(tmp_path, "", calm), "legal-threat")
    declared = report(tmp_path, "paths: [{match: a.*, stage: final}]", calm)
    assert declared.context.stage_declared
    assert severity(declared, "legal-threat") is None


def test_the_message_itself_counts_more_than_the_settings(tmp_path: Path) -> None:
    text = f"---\nstage: due\n---\n{THREAT}"
    assert report(tmp_path, "stage: final", text).context.stage is Stage.DUE


def test_accepted_phrases_in_all_forms(tmp_path: Path) -> None:
    text = "Dear Ms Lee,\n\nper diems and retainers for invoice 17 were due.\n\nPursuant to law.\n"
    before = report(tmp_path, "", text)
    assert "Pursuant to" in before.source
    flagged = {f.text for f in before.findings if f.category == "jargon"}
    assert flagged
    accepted = ", ".join(f'"{words.lower()}"' for words in flagged)
    after = report(tmp_path, f"accept: [{accepted}]", text)
    assert not [f for f in after.findings if f.text in flagged]
    assert after.clarity.value > before.clarity.value


def test_accepted_russian_words_are_known_in_all_cases(tmp_path: Path) -> None:
    text = "Здравствуйте, Анна Петровна!\n\nПросим погасить дебиторскую задолженность.\n"
    assert "дебиторскую задолженность" in spans(report(tmp_path, "", text)).values()
    accepted = report(tmp_path, "accept: [дебиторская задолженность]", text)
    assert "дебиторскую задолженность" not in spans(accepted).values()


def test_a_capital_letter_makes_a_name(tmp_path: Path) -> None:
    text = "Dear Ms Lee,\n\nFINAL TOUCH sends you invoice 17. Please mind the final touch.\n"
    assert spans(report(tmp_path, "", text)).get("shouting") == "FINAL TOUCH"
    assert "shouting" not in spans(report(tmp_path, "accept: [Final Touch]", text))
    legal = "Dear Ms Lee,\n\nif invoice 17 is not paid we will go to court.\n"
    assert "legal-threat" in spans(report(tmp_path, "accept: [Go To Court]", legal))


def test_placeholders_stand_for_what_was_told(tmp_path: Path) -> None:
    text = "Hello {{ x1 }},\n\nplease see {{ x2 }} and {{ x3|upper }}.\n\nAnn\n"
    assert not report(tmp_path, "", text).facts[FactType.AMOUNT]
    told = report(tmp_path, 'placeholders: {x2: amount, "{{ x3|upper }}": due_date}', text)
    assert [f.text for f in told.facts[FactType.AMOUNT]] == ["{{ x2 }}"]
    assert [f.text for f in told.facts[FactType.DUE_DATE]] == ["{{ x3|upper }}"]


def house(folder: Path, rule: str = SLANG, **files: str) -> Path:
    """A folder of company rules."""
    write(folder / "house" / "jargon", rule, "our-slang.yaml")
    write(folder / "house" / "terms", TERMS, "our_words.yaml")
    for name, text in files.items():
        group, _, stem = name.partition("__")
        write(folder / "house" / group, text, f"{stem.replace('_', '-')}.yaml")
    return folder / "house"


LETTER = "Dear Ms Lee,\n\nlet us touch base about invoice 17 over $90.\n\nAnn\n"


def test_a_companys_rule_is_found_beside_tonechecks_own(tmp_path: Path) -> None:
    house(tmp_path)
    found = report(tmp_path, "rules: house", LETTER)
    assert spans(found)["our-slang"] == "touch base"
    assert severity(found, "our-slang") is Severity.ERROR
    assert severity(found, "missing-due-date") is Severity.ERROR
    assert "our-slang" not in load().rules


def test_a_companys_rule_may_have_plain_words(tmp_path: Path) -> None:
    house(tmp_path, plain__our_slang="en:\n- match: touch base\n  fix: talk\n")
    found = report(tmp_path, "rules: house", LETTER)
    (fix,) = next(f.fixes for f in found.findings if f.rule == "our-slang")
    assert fix.edits[0].replacement == "talk"


@pytest.mark.parametrize(
    ("settings", "on"),
    [
        ("", False),
        ("preview: true", True),
        ("preview: [our-slang]", True),
        ("preview: jargon", True),
        ("preview: [threat]", False),
        ("preview: true\npaths: [{match: a.txt, preview: false}]", False),
    ],
)
def test_a_preview_rule_is_off_until_asked_for(tmp_path: Path, settings: str, on: bool) -> None:
    house(tmp_path, f"preview: true{SLANG}")
    found = report(tmp_path, f"rules: house\n{settings}", LETTER)
    assert ("our-slang" in spans(found)) is on


@pytest.mark.parametrize(
    ("files", "problem"),
    [
        ({"threat__our_slang": SLANG}, "the rule id our-slang is taken by"),
        ({"threat__legal_threat": SLANG}, "tonecheck itself has threat/legal-threat.yaml"),
        ({"rudeness__legal_threat": SLANG}, "the rule id legal-threat is taken by"),
        ({"terms__thing": "en: [a]"}, ""),
        ({"markers__x": ""}, "expected <category>/<rule-id>.yaml, terms/<name>.yaml or plain/"),
        ({"slang__x": SLANG}, "expected <category>/<rule-id>.yaml"),
        ({"jargon__x": SLANG.replace("severity: error", "severity: eror")}, "line 2: severity: "),
        ({"jargon__x": SLANG.replace("our_words", "ur_words")}, "did you mean our_words?"),
        ({"jargon__x": "severity: error\ncheck: missing-contact\n" + SLANG[17:]},
         "check: a company's rule finds by phrases"),
    ],
)  # fmt: skip
def test_a_companys_rule_that_cannot_be_used(
    tmp_path: Path, files: dict[str, str], problem: str
) -> None:
    folder = house(tmp_path, **files)
    if not problem:
        assert load(company=(folder,)).rules["our-slang"]
        return
    with pytest.raises(RuleError) as caught:
        load(company=(folder,))
    assert problem in str(caught.value)
    assert str(folder) in str(caught.value)


@pytest.mark.parametrize("name", ["loose.yaml", "jargon/other.yml", "jargon/deep/other.yaml"])
def test_a_rule_file_that_nobody_would_read_is_named(tmp_path: Path, name: str) -> None:
    folder = house(tmp_path)
    write((folder / name).parent, SLANG, Path(name).name)
    with pytest.raises(RuleError, match=r"expected <category>/<rule-id>\.yaml"):
        load(company=(folder,))


def test_what_is_demanded_goes_with_each_message(tmp_path: Path) -> None:
    write(tmp_path, "paths: [{match: b.txt, fail_on: never}, {match: c.txt, min_clarity: 100}]")
    for name in ("a.txt", "b.txt", "c.txt"):
        write(tmp_path, THREAT, name)
    messages = [
        message
        for task in plan([tmp_path]).tasks
        for message in demanding(checker_for(task.settings).check_file(task.path), task.settings)
    ]
    assert [any(map(m.fails, m.findings)) for m in messages] == [True, False, True]
    assert [m.is_low for m in messages] == [False, False, True]


def test_files_with_equal_settings_share_a_checker(tmp_path: Path) -> None:
    write(tmp_path, "paths: [{match: sms/**, channel: sms}]")
    library = Library()
    checkers = {
        name: checker_for(library.settings_for(tmp_path / name))
        for name in ("a", "b", "sms/a", "sms/b")
    }
    assert checkers["a"] is checkers["b"] is not checkers["sms/a"] is checkers["sms/b"]
