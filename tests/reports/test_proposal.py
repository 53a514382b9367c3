from __future__ import annotations

from dataclasses import replace

import pytest

from tests.reports.golden import golden
from tests.reports.samples import english, russian
from tonecheck.fixes import Proposal, proposals
from tonecheck.reports.block import Layout
from tonecheck.reports.display import width_of
from tonecheck.reports.options import TextOptions
from tonecheck.reports.proposal import render_proposal
from tonecheck.types import Applicability, Edit, Fix, Language, MessageReport


def shown(
    message: MessageReport,
    options: TextOptions,
    proposal: Proposal | None = None,
    language: Language = Language.EN,
) -> str:
    asked = [proposal] if proposal else proposals(message.findings, unsafe=True)
    blocks = [
        render_proposal(p, message.source, message.path, "Change 1 of 3", Layout(options), language)
        for p in asked
    ]
    return "\n".join("".join(f"{line.rstrip()}\n" for line in block) for block in blocks)


@pytest.mark.parametrize(
    ("name", "message", "options", "language"),
    [
        ("proposals.txt", english(), TextOptions(), Language.EN),
        ("proposals-color.txt", english(), TextOptions(color=True), Language.EN),
        ("proposals-narrow-ru.txt", russian(), TextOptions(width=50), Language.RU),
    ],
)
def test_proposals_look_as_agreed(
    name: str, message: MessageReport, options: TextOptions, language: Language
) -> None:
    text = shown(message, options, language=language)
    assert text == golden(name, text)


@pytest.mark.parametrize("width", [40, 60, 100])
@pytest.mark.parametrize("color", [True, False])
def test_lines_fit(width: int, color: bool) -> None:
    for message in (english(), russian()):
        text = shown(message, TextOptions(width=width, color=color))
        assert all(width_of(line) <= width for line in text.splitlines())


def proposal(fix: Fix, *rules: str, message: str = "Because.", text: str = "x") -> Proposal:
    first = english().findings[0]
    found = (replace(first, rule=r, message=message, text=text, fixes=(fix,)) for r in rules)
    return Proposal(fix, tuple(found))


def test_a_fix_of_several_findings_names_all_their_rules() -> None:
    fix = Fix("", Applicability.SAFE, (Edit(0, 0, "Hello"),))
    text = shown(english(), TextOptions(), proposal(fix, "one-rule", "other-rule"))
    assert "one-rule, other-rule\n" in text
    assert text.count("Because.") == 1


def test_the_reason_takes_one_line() -> None:
    fix = Fix("", Applicability.SAFE, (Edit(0, 0, "Hello"),))
    text = shown(english(), TextOptions(), proposal(fix, "rule", message="A long reason, " * 20))
    assert text.splitlines()[1].endswith("reason…")
    assert text.splitlines()[2] == ""


@pytest.mark.parametrize(
    ("applicability", "caution", "expected"),
    [
        (Applicability.SAFE, "", None),
        (Applicability.UNSAFE, "", "  ! Check it first"),
        (Applicability.UNSAFE, "it may be a name", "  ! Check it first: it may be a name"),
    ],
)
def test_what_is_not_safe_says_why(
    applicability: Applicability, caution: str, expected: str | None
) -> None:
    fix = Fix("", applicability, (Edit(0, 0, "Hello"),), caution)
    lines = shown(english(), TextOptions(), proposal(fix, "rule")).splitlines()
    assert [line for line in lines if "first" in line] == ([expected] if expected else [])


def test_of_a_source_in_codes_the_words_are_shown() -> None:
    source = '{"text": "\\u0441\\u0440\\u043e\\u0447\\u043d\\u043e!!"}'
    start = source.index("!!")
    fix = Fix("Replace with “!”", Applicability.SAFE, (Edit(start, start + 2, "!"),))
    message = replace(english(), source=source)
    coded = replace(proposal(fix, "rule").findings[0], read_as="срочно!!")
    text = shown(message, TextOptions(), Proposal(fix, (coded,)))
    assert "  Reads: “срочно!!”\n  → Replace with “!”\n" in text
    assert "\\u0441" not in text


def test_one_code_among_words_does_not_hide_the_line() -> None:
    source = "We look forward to your payment &#8211; please pay asap."
    start = source.index("asap")
    fix = Fix("", Applicability.SAFE, (Edit(start, start + 4, "soon"),))
    text = shown(replace(english(), source=source), TextOptions(), proposal(fix, "rule"))
    assert "  - We look forward" in text
