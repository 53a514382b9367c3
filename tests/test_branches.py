"""Branches: what every path shows, a path that lacks something, and paths that show every arm."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.templates.test_template import every_path, misread
from tonecheck.branches import MAX_PATHS, Branch, Branching, Choice
from tonecheck.templates import read_template

Arms = frozenset[Branch | None]


def choice(
    key: str, values: Sequence[int] = (0, 1), size: int = 2, parent: Branch | None = None
) -> Choice:
    conditions = tuple(f"{key}={value}" for value in values)
    return Choice(parent, key, size, tuple(values), conditions, f"no {key}")


def arms(branching: Branching) -> list[Branch]:
    return [Branch(n, arm) for n, c in enumerate(branching.choices) for arm in range(len(c.values))]


def shown_everywhere(branching: Branching, there: Arms) -> bool:
    """By trying all that can be decided."""
    return None in there or all(
        any(branching.shows(branch, path) for branch in there) for path in every_path(branching)
    )


@st.composite
def trees(draw: st.DrawFn) -> Branching:
    """A few choices; those of one key are decided alike."""
    sizes = draw(st.lists(st.integers(1, 3), min_size=1, max_size=4))
    choices: list[Choice] = []
    places: list[Branch | None] = [None]
    for _ in range(draw(st.integers(0, 6))):
        number = draw(st.integers(0, len(sizes) - 1))
        values = draw(st.permutations(range(sizes[number])))
        values = values[: draw(st.integers(1, len(values)))]
        parent = draw(st.sampled_from(places))
        places += [Branch(len(choices), arm) for arm in range(len(values))]
        choices.append(choice(f"k{number}", values, sizes[number], parent))
    return Branching(choices)


@st.composite
def trees_and_arms(draw: st.DrawFn) -> tuple[Branching, Arms]:
    branching = draw(trees())
    found = arms(branching)
    some = draw(st.sets(st.sampled_from(found), max_size=5)) if found else set()
    return branching, frozenset(some)


def read(source: str) -> Branching:
    return read_template(source, ".j2").branching


def test_nothing_to_choose() -> None:
    empty = Branching()
    assert not empty
    assert list(empty.paths()) == [{}]
    assert empty.is_everywhere([None])
    assert not empty.is_everywhere([])
    assert empty.condition(None) is None
    assert empty == Branching([]) != Branching([choice("a")])
    assert hash(empty) == hash(Branching())


CONDITIONS = [
    ("{% if a %}x{% endif %}", ["a"], "not a"),
    ("{% if not a %}x{% endif %}", ["not a"], "a"),
    ("{% if a %}x{% else %}y{% endif %}", ["a", "not a"], "not a"),
    ("{% if not a %}x{% else %}y{% endif %}", ["not a", "a"], "a"),
    ("{% if a > 3 %}x{% else %}y{% endif %}", ["a > 3", "not (a > 3)"], "not (a > 3)"),
    ("{% if not a and b %}x{% endif %}", ["not a and b"], "not (not a and b)"),
    ("{% if a != b %}x{% endif %}", ["a != b"], "a == b"),
    ("{% unless a %}x{% endunless %}", ["not (a)"], "a"),
    ("{% unless a %}x{% else %}y{% endunless %}", ["not (a)", "a"], "a"),
    ("{% if a %}x{% elif b %}y{% endif %}", ["a", "b"], "not a and not b"),
    ("{% if a %}x{% elif b %}y{% else %}z{% endif %}", ["a", "b", "not a and not b"], ""),
]


@pytest.mark.parametrize(("source", "said", "otherwise"), CONDITIONS)
def test_conditions_as_a_reader_would_say_them(
    source: str, said: list[str], otherwise: str
) -> None:
    (found,) = read(source).choices
    assert [*found.conditions] == said
    if len(found.values) < found.size:
        assert found.otherwise == otherwise


def test_an_arm_within_an_arm_is_said_from_outside_in() -> None:
    branching = read(
        "{% if a %}{% for x in y %}{% if b %}1{% else %}2{% endif %}{% endfor %}{% endif %}"
    )
    assert branching.condition(Branch(2, 1)) == "a and not b"
    assert branching.condition(Branch(1, 0)) == "a"


def test_a_decision_is_said_as_what_it_shows() -> None:
    branching = read("{% if not a %}x{% endif %}{% if b %}y{% elif c %}z{% endif %}")
    assert (branching.said("a", 1), branching.said("a", 0)) == ("not a", "a")
    assert [branching.said("b | c", n) for n in range(3)] == ["b", "c", "not b and not c"]
    assert branching.said("d", 0) is None


ALIKE = [
    ("{% if a %}x{% endif %}{% if a %}y{% endif %}", 2),
    ("{% if a %}x{% endif %}{% if not a %}y{% endif %}", 2),
    ("{% if a %}x{% endif %}{% if not (a) %}y{% endif %}", 2),
    ("{% if a %}x{% endif %}{% unless a %}y{% endunless %}", 2),
    ("{% if a %}x{% endif %}{% if b %}y{% endif %}", 4),
    ("{% if a %}x{% endif %}{% if not a and b %}y{% endif %}", 4),
    ("{% if a %}1{% elif b %}2{% endif %}{% if a %}3{% elif b %}4{% endif %}", 3),
    ("{% for a in b %}x{% endfor %}{% for a in b %}y{% endfor %}", 1),
]
AMONG_MORE = "the first of several conditions is decided anew where it stands alone"
SUBTLE = [
    ("{% if a and b %}x{% endif %}{% unless a and b %}y{% endunless %}", 2),
    ("{% if a == b %}x{% endif %}{% if a != b %}y{% endif %}", 2),
    ("{% if a != b and c %}x{% endif %}{% if a == b and c %}y{% endif %}", 4),
    ("{% if not (a) and (b) %}x{% endif %}{% if (a) and (b) %}y{% endif %}", 4),
    ("{% case a %}{% when 1 %}x{% endcase %}{% case b %}{% when 1 %}y{% endcase %}", 4),
]
WRONG = [
    ("{% if a %}1{% elif b %}2{% endif %}{% if a %}3{% endif %}", 3, AMONG_MORE),
]


@pytest.mark.parametrize(("source", "number"), [*ALIKE, *SUBTLE, *misread(WRONG)])
def test_conditions_that_ask_the_same_are_decided_alike(source: str, number: int) -> None:
    branching = read(source)
    found = arms(branching)
    ways = {tuple(branching.shows(b, path) for b in found) for path in every_path(branching)}
    assert len(ways) == number


def test_the_condition_of_a_case_says_what_has_the_value() -> None:
    branching = read("{% case a %}{% when 1 %}x{% endcase %}")
    assert "a" in (branching.condition(Branch(0, 0)) or "")


@pytest.mark.parametrize(
    ("source", "there"),
    [
        ("{% if a %}x{% else %}x{% endif %}", True),
        ("{% if a %}x{% endif %}", False),
        ("{% if a %}x{% endif %}{% if not a %}x{% endif %}", True),
        ("{% if a %}x{% endif %}{% if b %}x{% endif %}", False),
        ("{% if a %}x{% elif b %}x{% endif %}", False),
        ("{% if a %}x{% elif b %}x{% else %}x{% endif %}", True),
        ("{% if a %}{% if b %}x{% else %}x{% endif %}{% else %}x{% endif %}", True),
        ("{% if a %}{% if b %}x{% endif %}{% else %}x{% endif %}", False),
        ("{% for a in b %}x{% endfor %}", True),
        ("{% for a in b %}x{% else %}y{% endfor %}", False),
        ("{% for a in b %}x{% else %}x{% endfor %}", True),
        ("{% unless a %}x{% endunless %}{% if a %}x{% endif %}", True),
    ],
)
def test_what_every_path_shows(source: str, there: bool) -> None:
    template = read_template(source, ".j2")
    strips = [s for s in template.strips if s.shown and source[s.start : s.end] == "x"]
    assert template.branching.is_everywhere([s.branch for s in strips]) is there


def test_paths_beyond_the_limit_leave_arms_unread() -> None:
    many = Branching([choice("k", range(MAX_PATHS + 3), MAX_PATHS + 3)])
    paths = list(many.paths())
    assert len(paths) == MAX_PATHS
    assert many.unread(paths) == {Branch(0, arm) for arm in range(MAX_PATHS, MAX_PATHS + 3)}


def test_a_decision_that_shows_nothing_has_a_path_too() -> None:
    branching = Branching([choice("a", (0,)), choice("b", (1,))])
    paths = list(branching.paths())
    assert {path.get("a", 0) for path in paths} == {path.get("b", 0) for path in paths} == {0, 1}


@given(trees_and_arms())
def test_what_is_said_to_be_everywhere_is(drawn: tuple[Branching, Arms]) -> None:
    branching, there = drawn
    if branching.is_everywhere(there):
        assert shown_everywhere(branching, there)


def apart(branching: Branching) -> bool:
    """Whether no key is decided in two places that depend on each other."""
    places: dict[str, set[Branch | None]] = {}
    for one in branching.choices:
        places.setdefault(one.key, set()).add(one.parent)
    return all(len(found) == 1 for found in places.values())


@given(trees_and_arms().filter(lambda drawn: apart(drawn[0])))
def test_what_is_everywhere_is_said_to_be(drawn: tuple[Branching, Arms]) -> None:
    branching, there = drawn
    assert branching.is_everywhere(there) == shown_everywhere(branching, there)


@given(trees_and_arms().filter(lambda drawn: apart(drawn[0])))
def test_a_witness_shows_none_of_the_arms(drawn: tuple[Branching, Arms]) -> None:
    branching, there = drawn
    if not branching.is_everywhere(there):
        witness = branching.path_without(there)
        assert not any(branching.shows(branch, witness) for branch in there)


@pytest.mark.xfail(strict=True, reason="a witness does not heed what is asked again further in")
def test_a_witness_of_what_is_asked_again_within_itself() -> None:
    branching = read("{% if a %}{% if a %}x{% endif %}{% endif %}")
    witness = branching.path_without([Branch(1, 0)])
    assert not branching.shows(Branch(1, 0), witness)


@pytest.mark.xfail(strict=True, reason="what is asked again further in is decided anew")
def test_what_is_asked_again_within_itself_is_everywhere() -> None:
    branching = read("{% if a %}{% if a %}x{% endif %}{% else %}x{% endif %}")
    assert branching.is_everywhere([Branch(1, 0), Branch(0, 1)])


def reachable(branching: Branching) -> set[Branch]:
    found = arms(branching)
    return {b for path in every_path(branching) for b in found if branching.shows(b, path)}


@given(trees())
def test_paths_show_every_arm_that_can_be_shown(branching: Branching) -> None:
    paths = list(branching.paths())
    assert 1 <= len(paths) <= MAX_PATHS
    if len(paths) < MAX_PATHS:
        assert reachable(branching).isdisjoint(branching.unread(paths))


@given(trees().filter(apart))
def test_paths_show_each_decision_that_shows_nothing(branching: Branching) -> None:
    paths = list(branching.paths())
    if len(paths) < MAX_PATHS:
        for one in branching.choices:
            if one.parent is None:
                assert {path.get(one.key, 0) for path in paths} == set(range(one.size))
