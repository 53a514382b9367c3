"""Comparing the messages of a library; each comparison's cases are the examples of its rule."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tonecheck.across import COMPARISONS, compared
from tonecheck.engine import Checker
from tonecheck.rulebook import Rule, load
from tonecheck.sequence import ReminderSequence, Step
from tonecheck.types import Declared, MessageReport, Score, Severity, Stage

BOOK = load()
LETTER = "Hello Ms Novak, invoice {number} over $310.00 was due on 5 March 2026. {words}"
WORDS = "Could you please pay it by card by Friday, or call me on 020 7946 0018 if it is unclear?"


def report(path: str, text: str = LETTER, stage: Stage | None = None) -> MessageReport:
    filled = text.format(number=4471, words=WORDS)
    return Checker(Declared(stage=stage), rulebook=BOOK).check_text(filled, path=path)


BASE = report("reminder-1.txt")


def usual(_index: int, rule: Rule) -> Severity:
    return rule.severity


def rules(messages: list[MessageReport], *sequences: ReminderSequence) -> list[list[str]]:
    found = compared(messages, sequences, lambda: BOOK.rules, usual)
    assert [m.path for m in found] == [m.path for m in messages]
    return [[f.rule for f in m.findings if f.rule in COMPARISONS] for m in found]


def test_every_comparison_has_its_rule() -> None:
    assert {rule.compares for rule in BOOK.rules.values() if rule.compares} == COMPARISONS
    assert all(rule.compares in (None, rule.id) for rule in BOOK.rules.values())


def test_a_single_message_is_compared_with_nothing() -> None:
    assert rules([BASE]) == [[]]


def test_a_step_that_the_settings_name_and_nobody_wrote(tmp_path: Path) -> None:
    last = replace(BASE, path=str(tmp_path / "c.txt"))
    first = replace(BASE, path=str(tmp_path / "a.txt"))
    steps = (Step(tmp_path / "a.txt"), Step(tmp_path / "b.txt"), Step(tmp_path / "c.txt"))
    (_, found) = rules([first, last], ReminderSequence("rent", steps))
    assert "missing-step" in found


def test_a_step_that_is_there_but_not_checked_is_not_missing(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("", encoding="utf-8")
    messages = [replace(BASE, path=str(tmp_path / name)) for name in ("a.txt", "c.txt")]
    steps = (Step(tmp_path / "a.txt"), Step(tmp_path / "b.txt"), Step(tmp_path / "c.txt"))
    assert "missing-step" not in rules(messages, ReminderSequence("rent", steps))[1]


def test_the_stage_of_a_step_comes_from_the_settings(tmp_path: Path) -> None:
    messages = [replace(BASE, path=str(tmp_path / name)) for name in ("a.txt", "b.txt")]
    steps = (Step(tmp_path / "a.txt", Stage.FINAL), Step(tmp_path / "b.txt", Stage.OVERDUE))
    assert "early-final" in rules(messages, ReminderSequence("rent", steps))[0]


def test_two_files_for_one_step_are_no_sequence() -> None:
    names = ("overdue-a.txt", "reminder-3.txt", "3-reminder.txt")
    messages = [replace(BASE, path=name) for name in names]
    assert "missing-step" not in [rule for found in rules(messages) for rule in found]


def test_of_many_copies_each_but_the_first_is_reported() -> None:
    copies = [replace(BASE, path=f"{letter}/late.txt") for letter in "abcd"]
    assert rules(copies) == [[], ["near-duplicate"], ["near-duplicate"], ["near-duplicate"]]


def test_what_nobody_wants_is_not_reported() -> None:
    copies = [replace(BASE, path=f"{letter}/late.txt") for letter in "ab"]
    assert compared(copies, [], lambda: BOOK.rules, lambda *_: None) == copies


def test_what_a_file_asks_not_to_be_told_of_is_kept_apart() -> None:
    waived = replace(BASE, path="b/late.txt", waived=(("near-duplicate", "the other is for gyms"),))
    first, second = compared([BASE, waived], [], lambda: BOOK.rules, usual)
    assert first == BASE
    assert [f.rule for f in second.findings] == [f.rule for f in BASE.findings]
    (kept,) = second.suppressed
    assert (kept.finding.rule, kept.reason) == ("near-duplicate", "the other is for gyms")


@given(st.permutations(range(4)), st.lists(st.integers(0, 100), min_size=4, max_size=4))
def test_the_order_of_files_does_not_matter_to_steps(order: list[int], scores: list[int]) -> None:
    messages = [
        replace(BASE, path=f"reminder-{n}.txt", politeness=Score(score))
        for n, score in enumerate(scores, 1)
    ]
    straight = dict(zip([m.path for m in messages], _steps(messages), strict=True))
    mixed = [messages[i] for i in order]
    assert dict(zip([m.path for m in mixed], _steps(mixed), strict=True)) == straight


def _steps(messages: list[MessageReport]) -> list[list[str]]:
    return [[rule for rule in found if rule != "near-duplicate"] for found in rules(messages)]
