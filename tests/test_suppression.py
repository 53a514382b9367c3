"""Suppressed findings: which, with what reason, and that nothing else changes."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tonecheck.engine import Checker
from tonecheck.fixes import repair
from tonecheck.rulebook import load
from tonecheck.selection import Selection
from tonecheck.types import Declared, Language, MessageReport, Suppression

ENGLISH = """Dear {{ name }},

Invoice 17 for $90 was due on 3 May 2026!!
You have ignored our letters. Please call 555 123 4567.
We will take you to court.

Anna
"""
RUSSIAN = """Здравствуйте, {{ name }}!

Счёт № 17 на 900 рублей нужно было оплатить до 3 мая 2026 года!!
Вы так и не оплатили счёт. Позвоните нам: +7 495 123-45-67.
Мы подадим на вас в суд.

Анна
"""
CHECKER = Checker()


def check(source: str, suffix: str = ".j2", checker: Checker = CHECKER) -> MessageReport:
    (report,) = checker.check_source(source, path="late", suffix=suffix)
    return report


def told(report: MessageReport) -> list[str]:
    return [finding.rule for finding in report.findings]


def suppressed(report: MessageReport) -> list[tuple[str, str]]:
    return [(one.finding.rule, one.reason) for one in report.suppressed]


def notes(report: MessageReport) -> list[tuple[int | None, str]]:
    return [(note.line, note.message) for note in report.notes]


@pytest.mark.parametrize(
    ("source", "line", "rule", "reason"),
    [
        (ENGLISH, "We will take you to court.", "legal-threat", "agreed with legal on 3 May"),
        (RUSSIAN, "Мы подадим на вас в суд.", "legal-threat", "согласовано с юристами"),
    ],
)
def test_a_finding_leaves_with_its_reason(source: str, line: str, rule: str, reason: str) -> None:
    before = check(source)
    assert rule in told(before)
    for comment in (
        f"{line} {{# tonecheck: ignore {rule} -- {reason} #}}",
        f"{{# tonecheck: ignore-next-line {rule} -- {reason} #}}\n{line}",
        f"{{# tonecheck: ignore threat -- {reason} #}} {line}",
        f"{{# tonecheck: ignore-start {rule} -- {reason} #}}{line}{{# tonecheck: ignore-end #}}",
        f"{line}\n{{# tonecheck: ignore-file {rule}, threat -- {reason} #}}",
    ):
        after = check(source.replace(line, comment))
        assert suppressed(after) == [(rule, reason)]
        assert told(after) == [name for name in told(before) if name != rule]
        assert {one.kind for one in after.suppressed} == {Suppression.IN_SOURCE}
        assert notes(after) == []
        assert (after.politeness.value, after.clarity.value) == (
            before.politeness.value,
            before.clarity.value,
        )


def test_front_matter_does_so_for_a_draft() -> None:
    draft = ENGLISH.replace("{{ name }}", "Ms Novak")
    opened = f"---\nignore: {{legal-threat: agreed}}\n---\n{draft}"
    assert suppressed(check(opened, ".txt")) == [("legal-threat", "agreed")]
    assert told(check(opened, ".txt")) == [
        rule for rule in told(check(draft, ".txt")) if rule != "legal-threat"
    ]


def test_what_is_missing_is_suppressed_where_it_would_stand() -> None:
    place = next(f.start for f in check(ENGLISH).findings if f.rule == "missing-payment-method")
    comment = "{# tonecheck: ignore missing-payment-method -- paid by card #}"
    source = ENGLISH[:place] + comment + ENGLISH[place:]
    assert suppressed(check(source)) == [("missing-payment-method", "paid by card")]
    whole = ENGLISH + "{# tonecheck: ignore-file missing -- it is a second page #}"
    assert not [rule for rule in told(check(whole)) if rule.startswith("missing")]


def test_another_line_is_not_spared() -> None:
    source = ENGLISH.replace("Anna", "Anna {# tonecheck: ignore legal-threat -- x #}")
    report = check(source)
    assert "legal-threat" in told(report)
    assert notes(report) == [(7, "nothing to ignore here: legal-threat; take this out")]


def test_what_is_amiss_is_noted() -> None:
    comments = (
        "{# tonecheck: ignore-file legal-thraet, guilt -- x #}\n"
        "{# tonecheck: ignore-file threat #}\n"
        "{# tonecheck: ignore bad-faith -- x #}\n"
    )
    assert notes(check(comments + ENGLISH)) == [
        (1, "there is no rule or category 'legal-thraet' to ignore; did you mean legal-threat?"),
        (1, "nothing to ignore here: guilt; take this out"),
        (2, "threat: ignored without a reason; add one, such as “-- agreed with legal”"),
        (
            3,
            "nothing to ignore on this line: bad-faith; for the line below write "
            "“ignore-next-line”",
        ),
    ]
    russian = check(comments + RUSSIAN, checker=Checker(speech=Language.RU))
    assert [re.search(r"[а-я]", message) is not None for _, message in notes(russian)] == [True] * 4


def test_what_was_not_looked_for_is_not_unused() -> None:
    comment = "{# tonecheck: ignore-file guilt, legal-threat, weekend, timing -- x #}\n"
    chosen = Checker(selection=Selection(ignore=frozenset({"guilt"})))
    assert notes(check(comment + ENGLISH, checker=chosen)) == []
    assert notes(check(comment + ENGLISH)) == [(1, "nothing to ignore here: guilt; take this out")]


def test_a_rule_of_a_category_left_out_may_be_the_one_that_is_meant() -> None:
    comment = "{# tonecheck: ignore-file threat -- x #}\n"
    chosen = Checker(selection=Selection(ignore=frozenset({"legal-threat"})))
    assert notes(check(comment + ENGLISH, checker=chosen)) == []


def test_a_fix_leaves_suppressed_words_alone() -> None:
    line = "We will take you to court."
    source = ENGLISH.replace(line, f"{line} {{# tonecheck: ignore threat -- agreed #}}")
    fixed = repair(source, lambda text: [check(text)], unsafe=True)
    assert fixed.count > 0
    assert line in fixed.after
    assert "{# tonecheck: ignore threat -- agreed #}" in fixed.after
    assert suppressed(check(fixed.after)) == [("legal-threat", "agreed")]
    assert notes(check(fixed.after)) == []


def test_a_fix_of_another_finding_leaves_them_alone_too() -> None:
    draft = "Dear Ms Novak,\n\nInvoice 17 is open. I demand $90 by Friday!!\n\nAnna\n"
    (demand,) = [f for f in check(draft, ".txt").findings if f.rule == "demand"]
    assert any(fix.edits for fix in demand.fixes)
    report = check(f"---\nignore: {{repeated-punctuation: our style}}\n---\n{draft}", ".txt")
    (demand,) = [f for f in report.findings if f.rule == "demand"]
    assert not any(fix.edits for fix in demand.fixes)
    assert [one.finding.fixes for one in report.suppressed] == [()]


CATALOGUE = """# tonecheck: ignore-start legal-threat -- agreed
late:
  en: "Dear {{ name }}, invoice 17 for $90 was due on 3 May. We will take you to court."
# tonecheck: ignore-end
  final: "Dear {{ name }}, invoice 17 for $90 was due on 3 May. We will take you to court."
"""


def test_each_text_of_a_catalogue_has_its_own() -> None:
    first, second = CHECKER.check_source(CATALOGUE, path="late.yml", suffix=".yml")
    assert suppressed(first) == [("legal-threat", "agreed")]
    assert suppressed(second) == []
    assert "legal-threat" in told(second)
    assert [*first.notes, *second.notes] == []
    whole = CATALOGUE.replace("-start", "-file").replace("# tonecheck: ignore-end\n", "")
    for report in CHECKER.check_source(whole, path="late.yml", suffix=".yml"):
        assert "legal-threat" not in told(report)


def test_a_header_of_a_mail_speaks_for_it() -> None:
    mail = (
        "From: anna@example.com\nSubject: Invoice 17\nX-Tonecheck: ignore-file threat -- agreed\n"
        "\nDear Ms Novak,\n\nInvoice 17 for $90 was due. We will take you to court.\n\nAnna\n"
    )
    assert suppressed(check(mail, ".eml")) == [("legal-threat", "agreed")]


def test_a_page_speaks_in_its_comments() -> None:
    page = (
        "<html><body><p>Dear Ms Novak,</p>\n<!-- tonecheck: ignore-next-line threat -- agreed -->\n"
        "<table>\n<tr><td>Invoice 17 for $90 was due. We will take you to court.</td></tr></table>"
        "\n<p>Anna</p></body></html>"
    )
    assert suppressed(check(page, ".html")) == [("legal-threat", "agreed")]


def test_the_text_of_a_message_suppresses_nothing() -> None:
    source = ENGLISH + "tonecheck: ignore-file threat -- trust me\n"
    report = check(source)
    assert "legal-threat" in told(report)
    assert suppressed(report) == []
    assert [line for line, _ in notes(report)] == [8]


def test_a_text_given_with_its_subject_can_speak_too() -> None:
    body = ENGLISH + "{# tonecheck: ignore-file legal-threat -- agreed #}"
    report = Checker(Declared(language=Language.EN)).check_text(body, subject="Invoice 17")
    assert suppressed(report) == [("legal-threat", "agreed")]


NAMES = sorted({rule.category.value for rule in load().rules.values()} | set(load().rules))
VERBS = st.sampled_from(["ignore", "ignore-next-line", "ignore-file"])


def as_page(text: str) -> str:
    return "".join(f"<p>{line}</p>\n" for line in text.splitlines() if line)


SOURCES = [
    (source, suffix, comment)
    for text in (ENGLISH, RUSSIAN)
    for source, suffix, comment in (
        (text, ".j2", "{{# {words} #}}\n"),
        (as_page(text), ".html", "<!-- {words} -->\n"),
        (text, ".mako", "## {words}\n"),
    )
]
"""A source, the end of its file's name, and a line with a comment."""


@settings(max_examples=60)
@given(
    st.sampled_from(SOURCES),
    VERBS,
    st.lists(st.sampled_from([*NAMES, "no-such-rule"]), min_size=1, max_size=3),
    st.integers(0, 5),
)
def test_a_comment_only_moves_findings_and_their_offsets(
    given_source: tuple[str, str, str], verb: str, names: list[str], number: int
) -> None:
    source, suffix, comment = given_source
    lines = source.splitlines(keepends=True)
    line = comment.format(words=f"tonecheck: {verb} {', '.join(names)} -- so it is")
    said = "".join([*lines[:number], line, *lines[number:]])
    place = len("".join(lines[:number]))
    report, before = check(said, suffix), check(source, suffix)
    every = sorted(
        [*report.findings, *(one.finding for one in report.suppressed)],
        key=lambda f: (f.start, f.end, f.rule),
    )
    old = sorted(before.findings, key=lambda f: (f.start, f.end, f.rule))
    assert [(f.rule, f.text) for f in every] == [(f.rule, f.text) for f in old]
    for finding, was in zip(every, old, strict=True):
        assert said[finding.start : finding.end] == finding.text
        moved = finding.start - was.start
        assert moved in ({0, len(line)} if was.start >= place else {0})
    for one in report.suppressed:
        assert {one.finding.rule, one.finding.category.value} & set(names)
    assert (report.politeness.value, report.clarity.value) == (
        before.politeness.value,
        before.clarity.value,
    )
