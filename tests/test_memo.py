"""What is kept in memory: what was asked for lately, and never more than its owner allows."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tonecheck.memo import Memo

SIZE = 4


def test_what_is_kept_is_found() -> None:
    memo: Memo[str, int] = Memo(SIZE)
    assert memo.get("a") is None
    assert memo.keep("a", 1) == 1
    assert memo.get("a") == 1


def test_what_is_asked_for_outlives_what_is_not() -> None:
    memo: Memo[int, int] = Memo(SIZE)
    memo.keep(-1, -1)
    memo.keep(-2, -2)
    for number in range(5 * SIZE):
        memo.keep(number, number)
        memo.get(-1)
    assert memo.get(-1) == -1
    assert memo.get(-2) is None


@given(st.lists(st.tuples(st.integers(0, 30), st.booleans())))
def test_it_never_grows_beyond_two_generations(steps: list[tuple[int, bool]]) -> None:
    memo: Memo[int, str] = Memo(SIZE)
    for number, is_kept in steps:
        if is_kept:
            memo.keep(number, str(number))
        assert memo.get(number) in (None, str(number))
        assert len(memo) <= 2 * SIZE


@given(st.lists(st.integers(0, 30), min_size=1))
def test_the_latest_of_a_generation_are_always_there(numbers: list[int]) -> None:
    memo: Memo[int, int] = Memo(SIZE)
    for number in numbers:
        memo.keep(number, number)
    for number in list(dict.fromkeys(reversed(numbers)))[:SIZE]:
        assert memo.get(number) == number
