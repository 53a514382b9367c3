from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.reports.golden import golden
from tests.reports.samples import english, friendly, mixed, not_a_reminder, russian
from tonecheck.cli import cli
from tonecheck.reports.display import width_of
from tonecheck.reports.options import Detail, TextOptions
from tonecheck.reports.text import render
from tonecheck.types import (
    Applicability,
    Category,
    Demand,
    Edit,
    Finding,
    Fix,
    Language,
    Report,
    Score,
    Severity,
)

LOOKS = {
    "default.txt": TextOptions(),
    "narrow-ascii.txt": TextOptions(width=50, unicode=False),
    "color.txt": TextOptions(color=True),
    "russian-verbose.txt": TextOptions(language=Language.RU, detail=Detail.VERBOSE),
    "quiet.txt": TextOptions(detail=Detail.QUIET),
}

DEMANDS = {"russian-verbose.txt": Demand(min_politeness=40, min_clarity=60)}


@pytest.mark.parametrize("name", LOOKS)
def test_report_looks_as_agreed(name: str) -> None:
    report = mixed()
    if demand := DEMANDS.get(name):
        report = replace(report, messages=tuple(replace(m, demand=demand) for m in report.messages))
    text = render(report, LOOKS[name])
    assert text == golden(name, text)


@pytest.mark.parametrize("width", [40, 50, 80, 120])
@pytest.mark.parametrize("detail", Detail)
def test_lines_fit(width: int, detail: Detail) -> None:
    report = Report((english(), russian()))
    for color in (False, True):
        text = render(report, TextOptions(width=width, detail=detail, color=color))
        assert all(width_of(line) <= width for line in text.splitlines())


def test_a_terminal_is_never_taken_for_narrower_than_forty() -> None:
    assert render(mixed(), TextOptions(width=3)) == render(mixed(), TextOptions(width=40))


def test_colours_change_nothing_else() -> None:
    colored = render(mixed(), TextOptions(color=True))
    for code in ("1;31", "1;33", "1;36", "32", "1", "2", "0"):
        colored = colored.replace(f"\x1b[{code}m", "")
    without = render(mixed(), TextOptions())
    assert [line.rstrip() for line in colored.splitlines()] == without.splitlines()


def test_ascii_letters_and_the_text_itself_are_all_that_a_poor_console_gets() -> None:
    text = render(Report((english(),)), TextOptions(unicode=False))
    assert text.replace("£", "").isascii()


def test_findings_stand_in_the_order_of_the_text() -> None:
    shuffled = replace(english(), findings=english().findings[::-1])
    assert render(Report((shuffled,)), TextOptions()).index("shouting") < render(
        Report((shuffled,)), TextOptions()
    ).index("legal-threat")


def test_a_message_speaks_its_own_language_and_the_summary_that_of_all() -> None:
    text = render(Report((russian(),)), TextOptions())
    assert text.splitlines()[-3:] == [
        "1 сообщение: 2 ошибки, 2 предупреждения, 1 совет",
        "1 замечание можно исправить, посмотрев каждую правку:",
        "  tonecheck fix шаблоны/долг.txt --ask",
    ]


def test_languages_that_differ_are_summed_up_in_english() -> None:
    text = render(Report((english(), russian())), TextOptions())
    assert "\n2 messages: 4 errors, 7 warnings, 4 suggestions\n" in text


def test_the_ui_language_rules_everything() -> None:
    text = render(Report((english(), friendly())), TextOptions(language=Language.RU))
    assert "ошибка" in text
    assert "error" not in text
    assert "2 сообщения: 2 ошибки" in text


def test_findings_written_in_another_language_take_their_labels_with_them() -> None:
    context = replace(english().context, speech=Language.RU)
    text = render(Report((replace(english(), context=context),)), TextOptions())
    assert "✗ ошибка  5:1" in text


def test_one_friendly_line_for_a_good_message() -> None:
    text = render(Report((friendly(),)), TextOptions())
    assert text == (
        "drafts/kind.txt: well written, nothing to improve (politeness 100, clarity 97)\n\n"
        "1 message: nothing to improve\n"
    )


def test_one_line_for_what_is_not_a_reminder() -> None:
    lines = render(Report((not_a_reminder(),)), TextOptions()).splitlines()
    assert lines[0] == "drafts/agenda.txt: not a reminder (nothing in it asks for a payment)"
    assert lines[-1] == "0 messages; 1 file is not a reminder"


def test_a_low_score_is_shown_even_without_findings() -> None:
    low = replace(friendly(), clarity=Score(59), demand=Demand(min_clarity=60))
    text = render(Report((low,)), TextOptions(detail=Detail.QUIET))
    assert "59 of 100, below the 60 asked for" in text
    assert "1 message: nothing to improve, a score is too low in 1 message" in text


@pytest.mark.parametrize("report", [Report(()), Report((friendly(), not_a_reminder()))])
def test_a_quiet_report_of_good_messages_is_empty(report: Report) -> None:
    assert render(report, TextOptions(detail=Detail.QUIET)) == ""


def test_a_quiet_report_shows_what_fails_the_run() -> None:
    asked = replace(english(), demand=Demand(fail_on=Severity.WARNING))
    text = render(Report((asked,)), TextOptions(detail=Detail.QUIET))
    assert "impersonal-greeting" in text
    assert "officialese" not in text
    assert "thanks" not in text


def test_what_concerns_the_whole_message_has_no_excerpt() -> None:
    late = Finding(
        "night-time", Category.TIMING, Severity.ERROR, "It is night there.", "Wait.", ("G28",),
        0, 0, "",
    )  # fmt: skip
    lines = render(Report((replace(english(), findings=(late,)),)), TextOptions()).splitlines()
    assert lines[3].split() == ["✗", "error", "the", "whole", "message", "night-time", "·", "G28"]
    assert lines[4].strip() == "It is night there."


def test_what_is_absent_has_a_place_and_no_excerpt() -> None:
    offset = english().source.index("Kindly")
    absent = Finding(
        "no-compromise", Category.STRATEGY, Severity.SUGGESTION, "There is no offer.", "Make one.",
        ("G27",), offset, offset, "",
    )  # fmt: skip
    text = render(Report((replace(english(), findings=(absent,)),)), TextOptions())
    assert "· suggestion  6:1" in text
    assert "Kindly" not in text


def test_the_same_thing_is_said_once() -> None:
    first = english().findings[0]
    start = english().source.index("to court")
    second = replace(first, start=start, end=start + 8, text="to court")
    text = render(Report((replace(english(), findings=(first, second)),)), TextOptions())
    assert text.count(first.message) == 1
    assert text.count("As above.") == 1


def test_a_branch_is_named() -> None:
    finding = replace(english().findings[4], branch="order.total > 100")
    text = render(Report((replace(english(), findings=(finding,)),)), TextOptions())
    assert "only where order.total > 100" in text


def test_messages_of_one_file_are_told_apart_by_name() -> None:
    text = render(Report((replace(friendly(), name="second"),)), TextOptions())
    assert text.startswith("drafts/kind.txt (second): ")


def test_a_path_cannot_steer_the_terminal() -> None:
    text = render(Report((replace(friendly(), path="\x1b[2Jx\n.txt"),)), TextOptions())
    assert text.startswith("�[2Jx�.txt: ")


def test_standard_input_has_a_name_in_words() -> None:
    text = render(Report((replace(russian(), path="<stdin>"),)), TextOptions())
    assert text.startswith("── стандартный ввод ─")


def test_the_command_that_fixes_is_offered_for_copying() -> None:
    text = render(Report((english(),)), TextOptions())
    assert text.endswith(
        "2 findings can be fixed automatically: tonecheck fix drafts/late.txt\n"
        "1 more if you look at each change: tonecheck fix drafts/late.txt --ask\n"
    )


@pytest.mark.parametrize(
    ("message", "path", "said"),
    [
        (
            "english",
            "late.txt",
            "1 finding can be fixed if you look at each change: tonecheck fix late.txt --ask\n",
        ),
        (
            "russian",
            "<stdin>",
            "1 замечание можно исправить, посмотрев каждую правку:\n"
            "  tonecheck fix - --unsafe --diff\n",
        ),
    ],
)
def test_what_needs_your_eye_is_no_automatic_fix(message: str, path: str, said: str) -> None:
    report = {"english": english, "russian": russian}[message]()
    risky = tuple(
        finding
        for finding in report.findings
        if any(f.edits and f.applicability is Applicability.UNSAFE for f in finding.fixes)
    )[:1]
    text = render(Report((replace(report, path=path, findings=risky),)), TextOptions())
    assert text.endswith(said)


def test_a_path_that_needs_quoting_is_not_offered() -> None:
    text = render(Report((replace(english(), path="my drafts/late.txt"),)), TextOptions())
    assert "tonecheck fix PATH\n" in text
    assert text.endswith("tonecheck fix PATH --ask\n")


def test_what_raises_a_score_comes_first_and_the_rest_is_summed_up() -> None:
    text = render(Report((english(),)), TextOptions())
    assert "+35  Take the threat out. (5:95)" in text
    assert "+14  2 more" in text
    assert "Where every message starts." not in text


def test_a_verbose_report_has_every_point() -> None:
    verbose = render(Report((english(),)), TextOptions(detail=Detail.VERBOSE))
    assert "+100  Where every message starts." in verbose
    assert "−4  Thanks nobody." in verbose
    assert "+6  Offer more time." in verbose


def fixed_by(fix: Fix, language: Language, width: int = 60) -> list[str]:
    first = english().findings[0]
    report = Report((replace(english(), findings=(replace(first, fixes=(fix,)),)),))
    lines = render(report, TextOptions(language=language, width=width)).splitlines()
    signs = tuple(f"    {sign}:" for sign in ("Fix", "Правка", "By hand", "Вручную"))
    start = next(n for n, line in enumerate(lines) if line.startswith(signs))
    return lines[start : lines.index("", start)]


EDIT = (Edit(0, 4, "x"),)
SAFE, UNSAFE = Applicability.SAFE, Applicability.UNSAFE


@pytest.mark.parametrize(
    ("fix", "english_line", "russian_line"),
    [
        (Fix("Do it", SAFE, EDIT), "Fix: Do it (safe)", "Правка: Do it (безопасная)"),
        (
            Fix("Do it", UNSAFE, EDIT),
            "Fix: Do it (check it first)",
            "Правка: Do it (сначала проверьте)",
        ),
        (
            Fix("Do it", UNSAFE, EDIT, "a name?"),
            "Fix: Do it (check it first: a name?)",
            "Правка: Do it (сначала проверьте: a name?)",
        ),
        (Fix("Wait", UNSAFE, (), "a name?"), "By hand: Wait", "Вручную: Wait"),
    ],
)
def test_a_fix_says_whether_to_check_it_and_why(
    fix: Fix, english_line: str, russian_line: str
) -> None:
    assert fixed_by(fix, Language.EN) == [f"    {english_line}"]
    assert fixed_by(fix, Language.RU) == [f"    {russian_line}"]


def test_a_long_label_hangs_under_itself() -> None:
    sentence = "We have not seen the payment yet; is there anything that holds it up?"
    fix = Fix(f"Replace with “{sentence}”", UNSAFE, EDIT, "it does not say quite the same")
    assert fixed_by(fix, Language.EN) == [
        "    Fix: Replace with “We have not seen the payment yet; is",
        "         there anything that holds it up?” (check it first:",
        "         it does not say quite the same)",
    ]


TEMPLATE = (
    "Dear {{ name }},\n\nInvoice {{ number }} for {{ amount }} was due on {{ date }}. {{ link }}\n"
)


@pytest.mark.parametrize(
    ("arguments", "notes"),
    [((), 1), (("-v",), 5), (("--kind", "template"), 0), (("--kind", "draft"), 5)],
)
def test_placeholders_of_a_guessed_template_are_one_note(
    tmp_path: Path, arguments: tuple[str, ...], notes: int
) -> None:
    late = tmp_path / "late.j2"
    late.write_text(TEMPLATE, encoding="utf-8")
    told = CliRunner().invoke(cli, ["check", str(late), *arguments]).stdout
    assert told.count(" unfilled-placeholder") == notes
    if notes == 1:
        assert "suggestion  5 placeholders" in told
        named = "read: {{ name }}, {{ number }}, {{ amount }}, {{ date }} …"
        assert named in " ".join(told.split())


def test_one_placeholder_is_shown_in_its_line(tmp_path: Path) -> None:
    late = tmp_path / "late.j2"
    late.write_text("Dear {{ name }},\n\nInvoice 17 for $90 was due on 3 May.\n", "utf-8")
    told = CliRunner().invoke(cli, ["check", str(late)]).stdout
    assert "^^^^^^^^^^\n    The client would read “{{ name }}”" in told


def test_a_low_score_is_not_called_well_written() -> None:
    poor = replace(english(), findings=())
    assert poor.politeness.value < 80
    assert ": no findings (politeness" in render(Report((poor,)), TextOptions())
