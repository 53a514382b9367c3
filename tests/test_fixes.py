"""Fixes applied: which edits are made, in what order, and how a file is replaced."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonecheck.fixes import (
    MAX_PASSES,
    apply_edits,
    planned_edits,
    proposals,
    repair,
    write_atomically,
)
from tonecheck.types import (
    Applicability,
    Category,
    Context,
    Edit,
    Finding,
    Fix,
    Language,
    MessageReport,
    Score,
    Severity,
)

SAFE, UNSAFE = Applicability.SAFE, Applicability.UNSAFE


def finding(
    *edits: Edit,
    applicability: Applicability = SAFE,
    severity: Severity = Severity.WARNING,
    rule: str = "rule",
    fixes: Sequence[Fix] | None = None,
) -> Finding:
    own = (Fix("mend it", applicability, edits),)
    start = edits[0].start if edits else 0
    end = edits[-1].end if edits else 0
    return Finding(
        rule=rule,
        category=Category.JARGON,
        severity=severity,
        message="",
        advice="",
        guide=(),
        start=start,
        end=end,
        text="",
        fixes=own if fixes is None else tuple(fixes),
    )


def report(source: str, findings: Sequence[Finding]) -> MessageReport:
    return MessageReport(
        path="",
        name=None,
        source=source,
        context=Context(Language.EN),
        politeness=Score(0),
        clarity=Score(0),
        facts={},
        findings=tuple(findings),
    )


def plan(findings: Sequence[Finding], *, unsafe: bool = False) -> list[Edit]:
    return [edit for edits in planned_edits(findings, unsafe=unsafe) for edit in edits]


def replacing(word: str, by: str) -> Callable[[str], list[MessageReport]]:
    """A check that finds a word wherever it stands and would replace it."""

    def check(source: str) -> list[MessageReport]:
        found: list[Finding] = []
        start = source.find(word)
        while start >= 0:
            found.append(finding(Edit(start, start + len(word), by)))
            start = source.find(word, start + len(word))
        return [report(source, found)]

    return check


# --- which edits are made ---------------------------------------------------------------


def test_edits_that_are_apart_are_all_made() -> None:
    edits = [Edit(0, 2, "a"), Edit(2, 4, "b"), Edit(6, 7, "c")]
    assert plan([finding(e) for e in reversed(edits)]) == edits


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Edit(0, 5, "x"), Edit(3, 8, "y")),
        (Edit(0, 5, "x"), Edit(1, 2, "y")),
        (Edit(0, 5, "x"), Edit(0, 5, "y")),
        (Edit(0, 5, "x"), Edit(2, 2, "y")),
        (Edit(0, 5, "x"), Edit(0, 3, "y")),
    ],
)
def test_of_overlapping_edits_the_first_is_made(one: Edit, other: Edit) -> None:
    assert plan([finding(other, rule="z"), finding(one)]) in ([one], [other])
    assert plan([finding(other, rule="z"), finding(one)])[0].start == 0


def test_at_one_place_the_more_severe_finding_is_mended() -> None:
    mild = finding(Edit(0, 3, "mild"), severity=Severity.SUGGESTION, rule="a")
    grave = finding(Edit(0, 3, "grave"), severity=Severity.ERROR, rule="z")
    assert [e.replacement for e in plan([mild, grave])] == ["grave"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Edit(3, 3, "x"), Edit(3, 3, "y")),
        (Edit(0, 3, "x"), Edit(3, 3, "y")),
        (Edit(3, 3, "x"), Edit(3, 6, "y")),
        (Edit(0, 3, "x"), Edit(3, 6, "y")),
    ],
)
def test_neighbours_do_not_overlap(one: Edit, other: Edit) -> None:
    assert plan([finding(one), finding(other)]) == [one, other]


def test_a_fix_is_made_whole_or_not_at_all() -> None:
    first = finding(Edit(0, 3, "x"))
    second = finding(Edit(2, 5, "y"), Edit(8, 9, "z"), rule="z")
    assert plan([first, second]) == [Edit(0, 3, "x")]


def test_the_first_applicable_fix_is_taken() -> None:
    fixes = (
        Fix("only advice", SAFE),
        Fix("risky", UNSAFE, (Edit(0, 1, "u"),)),
        Fix("sure", SAFE, (Edit(0, 1, "s"),)),
        Fix("also sure", SAFE, (Edit(0, 1, "t"),)),
    )
    assert plan([finding(fixes=fixes)]) == [Edit(0, 1, "s")]
    assert plan([finding(fixes=fixes)], unsafe=True) == [Edit(0, 1, "u")]


def test_unsafe_fixes_wait_until_they_are_asked_for() -> None:
    risky = finding(Edit(0, 1, "x"), applicability=UNSAFE)
    assert plan([risky]) == []
    assert plan([risky], unsafe=True) == [Edit(0, 1, "x")]


def test_findings_without_a_fix_change_nothing() -> None:
    assert plan([finding(fixes=()), finding(fixes=(Fix("advice", SAFE),))]) == []


# --- one fix of several findings --------------------------------------------------------


def test_the_same_fix_of_two_findings_is_made_once() -> None:
    edits = (Edit(0, 3, "one"), Edit(5, 5, "more"))
    assert planned_edits([finding(*edits), finding(*edits, rule="z")], unsafe=False) == [edits]


def test_the_order_of_the_edits_makes_no_other_fix() -> None:
    edits = (Edit(0, 3, "one"), Edit(5, 5, "more"))
    other = finding(fixes=(Fix("in reverse", SAFE, edits[::-1]),), rule="z")
    assert sorted(plan([finding(*edits), other]), key=lambda e: e.start) == list(edits)


def test_a_shared_fix_leaves_room_for_others() -> None:
    shared, third = Edit(0, 3, "one"), Edit(4, 6, "two")
    found = [finding(shared), finding(shared, rule="b"), finding(third, rule="c")]
    assert plan(found) == [shared, third]


def test_the_same_insertion_within_another_fix_waits() -> None:
    one = finding(Edit(3, 3, "x"))
    other = finding(Edit(3, 3, "x"), Edit(8, 9, "y"), rule="z")
    assert plan([one, other]) == [Edit(3, 3, "x")]


@pytest.mark.parametrize("risky_first", [True, False])
def test_a_shared_fix_that_one_finding_takes_for_unsafe_is(risky_first: bool) -> None:
    edit = Edit(0, 3, "one")
    rules = ("a", "b") if risky_first else ("b", "a")
    found = [finding(edit, applicability=UNSAFE, rule=rules[0]), finding(edit, rule=rules[1])]
    assert plan(found) == []
    assert plan(found, unsafe=True) == [edit]
    [proposal] = proposals(found, unsafe=True)
    assert proposal.fix.applicability is UNSAFE
    assert [f.rule for f in proposal.findings] == ["a", "b"]


def test_a_repair_counts_a_shared_fix_once() -> None:
    def check(source: str) -> list[MessageReport]:
        edit = Edit(0, 4, "soon")
        both = [finding(edit, rule="a"), finding(edit, rule="b")]
        return [report(source, both if source.startswith("ASAP") else [])]

    made = repair("ASAP please", check)
    assert (made.after, made.count) == ("soon please", 1)


def test_only_fixes_that_change_something_are_counted() -> None:
    def check(source: str) -> list[MessageReport]:
        found = [finding(Edit(0, 1, source[0])), finding(Edit(2, 3, "B"), rule="z")]
        return [report(source, found)]

    made = repair("a b", check)
    assert (made.after, made.count) == ("a B", 1)


def test_a_repair_says_what_is_left() -> None:
    def check(source: str) -> list[MessageReport]:
        found = [finding(rule="stays"), *replacing("ASAP", "soon")(source)[0].findings]
        return [report(source, found)]

    assert [f.rule for f in repair("ASAP", check).left] == ["stays"]


@pytest.mark.parametrize(
    "edits",
    [
        (Edit(0, 5, "x"), Edit(3, 8, "y")),
        (Edit(3, 8, "y"), Edit(0, 5, "x")),
        (Edit(0, 5, "x"), Edit(2, 2, "y")),
        (Edit(2, 2, "y"), Edit(2, 2, "y")),
    ],
)
def test_a_fix_that_overlaps_itself_is_never_made(edits: tuple[Edit, ...]) -> None:
    sound = Fix("sound", SAFE, (Edit(0, 1, "s"),))
    found = [finding(fixes=(Fix("garbled", SAFE, edits), sound))]
    assert plan(found) == [Edit(0, 1, "s")]
    assert [p.fix.label for p in proposals(found, unsafe=True)] == ["sound"]


# --- edits made -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "edits", "expected"),
    [
        ("Pay now!!!", [Edit(7, 10, "!")], "Pay now!"),
        ("Оплатите СРОЧНО", [Edit(9, 15, "срочно")], "Оплатите срочно"),
        ("abc", [], "abc"),
        ("", [Edit(0, 0, "x")], "x"),
        ("abc", [Edit(3, 3, "d"), Edit(0, 0, "_")], "_abcd"),
        ("abc", [Edit(1, 1, "1"), Edit(1, 1, "2")], "a12bc"),
        ("abc", [Edit(1, 2, "B"), Edit(1, 1, "_")], "a_Bc"),
        ("abc", [Edit(0, 1, ""), Edit(1, 2, ""), Edit(2, 3, "")], ""),
        ("a\r\nb", [Edit(3, 4, "c")], "a\r\nc"),
    ],
)
def test_edits(source: str, edits: list[Edit], expected: str) -> None:
    assert apply_edits(source, edits) == expected


@st.composite
def sources_with_findings(draw: st.DrawFn) -> tuple[str, list[Finding]]:
    source = draw(st.text(alphabet="ab я\r\n", max_size=20))
    findings = []
    for rule in range(draw(st.integers(0, 6))):
        start = draw(st.integers(0, len(source)))
        end = draw(st.integers(start, len(source)))
        edit = Edit(start, end, draw(st.text(alphabet="xyz", max_size=3)))
        severity = draw(st.sampled_from(Severity))
        findings.append(finding(edit, severity=severity, rule=str(rule)))
    return source, findings


@given(sources_with_findings())
def test_planned_edits_never_overlap(case: tuple[str, list[Finding]]) -> None:
    source, findings = case
    edits = sorted(plan(findings), key=lambda e: (e.start, e.end))
    assert all(a.end <= b.start for a, b in pairwise(edits))
    changed = apply_edits(source, edits)
    assert len(changed) == len(source) + sum(len(e.replacement) - e.end + e.start for e in edits)


@given(sources_with_findings())
def test_the_order_of_the_findings_does_not_matter(case: tuple[str, list[Finding]]) -> None:
    _, findings = case
    assert plan(findings) == plan(findings[::-1])


# --- until nothing is left --------------------------------------------------------------


def test_repair_mends_everything_and_counts() -> None:
    made = repair("ASAP, and ASAP again", replacing("ASAP", "soon"))
    assert (made.before, made.after) == ("ASAP, and ASAP again", "soon, and soon again")
    assert made.count == 2


def test_what_waited_is_mended_in_the_next_pass() -> None:
    made = repair("aaa", replacing("aa", "a"))
    assert (made.after, made.count) == ("a", 2)


def test_a_source_without_findings_stays() -> None:
    made = repair("Please pay.", replacing("ASAP", "soon"))
    assert (made.after, made.count) == ("Please pay.", 0)


def test_a_fix_that_changes_nothing_is_not_counted() -> None:
    made = repair("ASAP", replacing("ASAP", "ASAP"))
    assert (made.after, made.count) == ("ASAP", 0)


def test_unsafe_fixes_are_made_on_request() -> None:
    def check(source: str) -> list[MessageReport]:
        edit = Edit(0, len(source), "mended")
        found = [] if source == "mended" else [finding(edit, applicability=UNSAFE)]
        return [report(source, found)]

    assert repair("broken", check).after == "broken"
    assert repair("broken", check, unsafe=True).after == "mended"


@pytest.mark.parametrize(
    "check",
    [
        lambda source: replacing("a", "b")(source) + replacing("b", "a")(source),
        replacing("a", "aa"),
        lambda source: [report(source, [finding(Edit(0, 0, "x"))])],
    ],
    ids=["two rules chase each other", "a fix repeats itself", "an insertion without end"],
)
def test_fixes_that_never_end_are_not_made(check: Callable[[str], list[MessageReport]]) -> None:
    made = repair("abc", check)
    assert (made.after, made.count) == ("abc", 0)


@pytest.mark.parametrize(("passes", "after"), [(MAX_PASSES, "0"), (MAX_PASSES + 1, None)])
def test_as_many_passes_as_are_allowed(passes: int, after: str | None) -> None:
    def count_down(source: str) -> list[MessageReport]:
        edit = Edit(0, len(source), str(int(source) - 1))
        return [report(source, [finding(edit)] if source != "0" else [])]

    assert repair(str(passes), count_down).after == (after or str(passes))


@given(st.text(alphabet="ab ", max_size=30), st.sampled_from(["ab", "a", "aa", "b "]))
def test_a_second_repair_changes_nothing(source: str, word: str) -> None:
    check = replacing(word, "c")
    once = repair(source, check)
    again = repair(once.after, check)
    assert again.after == once.after
    assert again.count == 0


# --- files ------------------------------------------------------------------------------


def test_a_file_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "draft.txt"
    path.write_bytes(b"old")
    write_atomically(path, "новое\r\n".encode("cp1251"))
    assert path.read_bytes() == "новое\r\n".encode("cp1251")
    assert [p.name for p in tmp_path.iterdir()] == ["draft.txt"]


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o664, 0o755, 0o640])
def test_permissions_are_kept(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "draft.txt"
    path.write_bytes(b"old")
    path.chmod(mode)
    write_atomically(path, b"new")
    assert stat.S_IMODE(path.stat().st_mode) == mode


@pytest.mark.parametrize("relative", [True, False])
def test_a_symbolic_link_stays_one(tmp_path: Path, relative: bool) -> None:
    target = tmp_path / "real" / "draft.txt"
    target.parent.mkdir()
    target.write_bytes(b"old")
    link = tmp_path / "link.txt"
    link.symlink_to(Path("real/draft.txt") if relative else target)
    write_atomically(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    assert [p.name for p in target.parent.iterdir()] == ["draft.txt"]


@pytest.mark.parametrize("step", ["fsync", "chmod", "replace"])
def test_a_failure_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    path = tmp_path / "draft.txt"
    path.write_bytes(b"old")

    def fail(*args: object, **more: object) -> None:
        raise OSError("no room")

    monkeypatch.setattr(os if step == "fsync" else Path, step, fail)
    with pytest.raises(OSError, match="no room"):
        write_atomically(path, b"new")
    assert path.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["draft.txt"]


def test_an_interruption_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "draft.txt"
    path.write_bytes(b"old")

    def interrupt(self: Path, target: Path) -> Path:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_atomically(path, b"new")
    assert path.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["draft.txt"]


def test_a_file_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_atomically(tmp_path / "draft.txt", b"new")
    assert list(tmp_path.iterdir()) == []


def test_a_long_file_name_is_no_obstacle(tmp_path: Path) -> None:
    path = tmp_path / ("д" * 125 + ".txt")
    path.write_bytes(b"old")
    write_atomically(path, b"new")
    assert path.read_bytes() == b"new"
