"""Fingerprints: the same finding keeps its name, another one has another."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tonecheck import check
from tonecheck.fingerprints import fingerprints, score_fingerprint, unique_fingerprint

DRAFT = """Dear Ms Novak,

Invoice 4471 for $310.00 was due on 5 March 2026.
PAY NOW!!! We will take you to court!!!
"""


@given(st.integers(min_value=0, max_value=5))
def test_moved_lines_change_nothing(lines: int) -> None:
    moved = DRAFT.replace("\n\n", "\n" * (2 + lines))
    assert fingerprints(check(moved)) == fingerprints(check(DRAFT))


def test_each_finding_of_a_message_has_its_own() -> None:
    found = fingerprints(check(DRAFT))
    assert len(found) == len(set(found)) > 4


def test_other_words_are_another_finding() -> None:
    other = check(DRAFT.replace("take you to court", "hand this to our lawyers"))
    assert set(fingerprints(other)) != set(fingerprints(check(DRAFT)))


def test_a_score_has_a_name_of_its_own_in_each_message() -> None:
    message = check(DRAFT)
    named = {
        score_fingerprint(replace(message, name=name), score)
        for name in (None, "one", "two")
        for score in ("politeness", "clarity")
    }
    assert len(named) == 6
    assert not named & set(fingerprints(message))


def test_a_path_and_a_number_tell_equal_fingerprints_apart() -> None:
    first = fingerprints(check(DRAFT))[0]
    named = {unique_fingerprint(first, path, n) for path in ("a", "b") for n in (1, 2)}
    assert len(named) == 4
    assert unique_fingerprint(first, "a") in named
