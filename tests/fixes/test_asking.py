"""Fixes made one at a time: what is asked, what is remembered, what is taken back."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from tonecheck.fixes.asking import Session
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


def found(source: str, start: int, end: int, *fixes: Fix, rule: str) -> Finding:
    return Finding(
        rule, Category.JARGON, Severity.WARNING, "", "", (), start, end, source[start:end],
        fixes=fixes,
    )  # fmt: skip


def reported(source: str, findings: Sequence[Finding]) -> list[MessageReport]:
    context = Context(Language.EN)
    return [MessageReport("", None, source, context, Score(0), Score(0), {}, tuple(findings))]


class Words:
    """A check that would replace words; it remembers the texts that it has seen."""

    def __init__(self, *pairs: tuple[str, str], applicability: Applicability = SAFE) -> None:
        self.pairs = pairs
        self.applicability = applicability
        self.seen: list[str] = []

    def __call__(self, source: str) -> list[MessageReport]:
        self.seen.append(source)
        findings = []
        for word, by in self.pairs:
            start = source.find(word)
            while start >= 0:
                end = start + len(word)
                fix = Fix(by, self.applicability, (Edit(start, end, by),))
                findings.append(found(source, start, end, fix, rule=f"no-{word}"))
                start = source.find(word, end)
        return reported(source, findings)


def asked(session: Session) -> str:
    assert session.proposal is not None
    return session.proposal.findings[0].text


def test_changes_are_proposed_in_the_order_of_the_text() -> None:
    session = Session("kindly pay asap", Words(("asap", "soon"), ("kindly", "please")))
    order = []
    while session.proposal:
        order.append(asked(session))
        session.yes()
    assert order == ["kindly", "asap"]
    assert session.source == "please pay soon"


def test_after_a_yes_the_new_text_is_checked() -> None:
    check = Words(("remit", "pay asap"), ("asap", "soon"))
    session = Session("remit", check)
    session.yes()
    assert check.seen == ["remit", "pay asap"]
    assert asked(session) == "asap"


def test_a_no_is_remembered_for_the_same_words_wherever_they_stand() -> None:
    session = Session("kindly asap asap", Words(("asap", "soon"), ("kindly", "please")))
    session.yes()
    session.no()
    assert session.proposal is None
    assert session.source == "please asap asap"


def test_a_no_to_one_rule_is_none_to_another() -> None:
    session = Session("asap!!", Words(("asap", "soon"), ("!!", "!")))
    session.no()
    session.yes()
    assert session.source == "asap!"


def test_a_no_to_a_change_in_many_places_outlives_a_yes_between_them() -> None:
    def check(source: str) -> list[MessageReport]:
        places = [i for i in range(len(source)) if source.startswith("e-mail", i)]
        edits = tuple(Edit(i, i + 6, "email") for i in places)
        spelling = found(source, 0, 6, Fix("", UNSAFE, edits), rule="spelling")
        return reported(source, [spelling, *Words(("asap", "soon"))(source)[0].findings])

    session = Session("e-mail asap e-mail", check)
    session.no()
    session.yes()
    assert session.source == "e-mail soon e-mail"
    assert session.proposal is None


def test_a_no_to_an_addition_holds_wherever_it_would_go() -> None:
    def check(source: str) -> list[MessageReport]:
        thanks = Fix("", UNSAFE, (Edit(len(source), len(source), "  Thanks.\n"),))
        ahead = Fix("", UNSAFE, (Edit(0, 0, "Thanks. "),))
        fix = ahead if source.startswith("soon") else thanks
        missing = [found(source, 0, 0, fix, rule="thanks")]
        return reported(source, [*missing, *Words(("asap", "soon"))(source)[0].findings])

    session = Session("asap", check)
    while session.proposal is not None:
        session.yes() if asked(session) == "asap" else session.no()
    assert session.source == "soon"


def test_a_no_to_one_capital_letter_is_none_to_another_word() -> None:
    def check(source: str) -> list[MessageReport]:
        fixes = [
            found(source, i, i + 3, Fix("", SAFE, (Edit(i, i + 1, "a"),)), rule="capital")
            for i in (0, 4)
            if source[i] == "A"
        ]
        return reported(source, fixes)

    session = Session("Abc Axy", check)
    session.no()
    assert asked(session) == "Axy"


def test_a_no_to_one_wording_leaves_the_next_to_be_asked() -> None:
    def check(source: str) -> list[MessageReport]:
        fixes = [Fix(by, UNSAFE, (Edit(0, 4, by),)) for by in ("soon", "today")]
        return reported(source, [found(source, 0, 4, *fixes, rule="r")] if source == "asap" else [])

    session = Session("asap", check)
    session.no()
    session.yes()
    assert session.source == "today"


def test_a_fix_that_two_findings_share_is_asked_once() -> None:
    def check(source: str) -> list[MessageReport]:
        fix = Fix("", UNSAFE, (Edit(0, 4, "soon"),))
        both = [found(source, 0, 4, fix, rule="a"), found(source, 0, 2, fix, rule="b")]
        return reported(source, both if source == "asap" else [])

    session = Session("asap", check)
    assert session.remaining == 1
    session.no()
    assert session.proposal is None
    session.undo()
    session.yes()
    assert (session.source, session.result().count) == ("soon", 1)


def test_a_fix_that_changes_nothing_is_not_asked() -> None:
    assert Session("asap", Words(("asap", "asap"))).proposal is None


def test_undo_takes_back_a_yes() -> None:
    session = Session("asap", Words(("asap", "soon")))
    session.yes()
    assert session.undo()
    assert (session.source, session.result().count, asked(session)) == ("asap", 0, "asap")


def test_undo_takes_back_a_no() -> None:
    session = Session("asap!!", Words(("asap", "soon"), ("!!", "!")))
    session.no()
    assert asked(session) == "!!"
    assert session.undo()
    assert asked(session) == "asap"


def test_undo_goes_back_to_the_beginning_and_no_further() -> None:
    session = Session("asap!!", Words(("asap", "soon"), ("!!", "!")))
    session.yes()
    session.no()
    assert [session.undo(), session.undo(), session.undo()] == [True, True, False]
    assert session.source == "asap!!"


def test_all_makes_the_rest_but_not_what_was_refused() -> None:
    check = Words(("kindly", "please"), ("asap", "soon"), ("!!", "!"), applicability=UNSAFE)
    session = Session("kindly asap!!", check)
    session.no()
    session.all()
    assert session.source == "kindly soon!"
    assert session.result().count == 2
    assert session.proposal is None


def test_all_follows_what_comes_up_on_the_way() -> None:
    session = Session("remit", Words(("remit", "pay asap"), ("asap", "soon")))
    session.all()
    assert (session.source, session.result().count) == ("pay soon", 2)


def test_all_stops_where_rules_chase_each_other() -> None:
    session = Session("x a", Words(("x", "y"), ("a", "b"), ("b", "a")))
    session.all()
    assert session.source in ("y a", "y b")
    assert session.result().count == 1


def test_what_is_left_is_about_the_text_as_it_is() -> None:
    session = Session("asap!!", Words(("asap", "soon"), ("!!", "!")))
    session.yes()
    result = session.result()
    assert (result.before, result.after) == ("asap!!", "soon!!")
    assert [f.text for f in result.left] == ["!!"]


@given(st.text(alphabet="ab c", max_size=12), st.lists(st.sampled_from("ynu"), max_size=12))
def test_undoing_everything_gives_the_source_back(source: str, answers: list[str]) -> None:
    session = Session(source, Words(("a", "x"), ("b", "yy")))
    for answer in answers:
        if answer == "u":
            session.undo()
        elif session.proposal is not None:
            session.yes() if answer == "y" else session.no()
    changed = sum(letter in "xy" for letter in session.source)
    assert bool(changed) == bool(session.result().count)
    while session.undo():
        pass
    assert (session.source, session.answered, session.result().count) == (source, 0, 0)
