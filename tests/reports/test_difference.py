from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonecheck.reports.block import Layout
from tonecheck.reports.difference import difference
from tonecheck.reports.display import width_of
from tonecheck.reports.options import TextOptions

RED, GREEN = "\x1b[1;31m", "\x1b[32m"
COLOR = re.compile(r"\x1b\[[\d;]*m")


def shown(before: str, after: str, *, width: int = 60, color: bool = False) -> list[str]:
    layout = Layout(TextOptions(width=width, color=color))
    return [line.rstrip() for line in difference(before, after, 2, layout)]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("Pay now!!", "Pay now!", ["  - Pay now!!", "  + Pay now!"]),
        ("Dear all,\n\nPay!!\n\nAnn", "Dear all,\n\nPay!\n\nAnn", ["  - Pay!!", "  + Pay!"]),
        ("One\nPay!!\nTwo", "One\nPay!\nTwo", ["    One", "  - Pay!!", "  + Pay!", "    Two"]),
        ("Pay.\r\nAnn", "Hello,\r\n\r\nPay.\r\nAnn", ["  + Hello,", "  +", "    Pay."]),
        ("One\nGo away.\nTwo", "One\nTwo", ["    One", "  - Go away.", "    Two"]),
        ("", "Hello", ["  -", "  + Hello"]),
        ("same", "same", []),
    ],
)
def test_lines_before_and_after(before: str, after: str, expected: list[str]) -> None:
    assert shown(before, after) == expected


def test_places_far_apart_are_shown_apart() -> None:
    between = "\n1\n2\n3\n4\n"
    assert shown(f"e-mail{between}e-mail", f"email{between}email") == [
        "  - e-mail", "  + email", "    1", "    …", "    4", "  - e-mail", "  + email",
    ]  # fmt: skip


def test_the_words_that_differ_are_coloured() -> None:
    lines = shown("Pay it now, or else!!", "Pay it soon, please!", color=True)
    assert f"Pay it {RED}now, or else!!\x1b[0m" in lines[0]
    assert f"Pay it {GREEN}soon, please!\x1b[0m" in lines[1]


def test_words_that_stay_between_are_not() -> None:
    lines = shown("kindly pay it asap", "please pay it soon", color=True)
    assert f"{RED}kindly\x1b[0m pay it {RED}asap\x1b[0m" in lines[0]


def test_a_long_line_is_cut_to_what_surrounds_the_change() -> None:
    before = "left " * 60 + "asap " + "right " * 60
    lines = shown(before, before.replace("asap", "soon"))
    assert len(lines) <= 8
    assert lines[0].startswith("  - …left")
    assert any("asap" in line for line in lines)
    assert any("soon" in line for line in lines)


def test_a_new_sentence_is_shown_whole_and_hangs_under_itself() -> None:
    sentence = "We would like to find a way together, so please tell us what holds it up."
    lines = shown("Pay.", f"Pay. {sentence}", width=40)
    added = [line for line in lines if not line.startswith("  -")]
    assert added[0].startswith("  + Pay. We")
    assert all(line.startswith("    ") for line in added[1:])
    assert " ".join(line[4:] for line in added) == f"Pay. {sentence}"


def test_nothing_shown_can_steer_the_terminal() -> None:
    lines = shown("\x1b[2Jpay \u202enow!!\x07", "\x1b[2Jpay \u202enow!\x07")
    assert not set("".join(lines)) & set("\x1b\x07\u202e")


TEXTS = st.text(alphabet="ab я!🙂\t\n\r", max_size=200)


@given(TEXTS, TEXTS, st.sampled_from([40, 80]))
def test_lines_fit_and_colours_change_nothing_else(before: str, after: str, width: int) -> None:
    plain = shown(before, after, width=width)
    assert all(width_of(line) <= width for line in plain)
    colored = [
        COLOR.sub("", line).rstrip() for line in shown(before, after, width=width, color=True)
    ]
    assert colored == plain


@given(st.text(alphabet="ab я\n", max_size=80), st.text(alphabet="ab я\n", max_size=80))
def test_every_line_that_differs_is_there(before: str, after: str) -> None:
    lines = shown(before, after, width=100)
    minus = [line[4:].rstrip() for line in lines if line.startswith("  -")]
    plus = [line[4:].rstrip() for line in lines if line.startswith("  +")]
    old, new = before.split("\n"), after.split("\n")
    assert {line.rstrip() for line in set(old) - set(new)} <= set(minus)
    assert {line.rstrip() for line in set(new) - set(old)} <= set(plus)


def test_a_very_long_line_takes_no_long_time() -> None:
    before = "a b " * 50_000
    assert len(shown(before, before[::-1])) > 1
