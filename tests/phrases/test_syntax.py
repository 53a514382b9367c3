"""Phrases as written become trees; what cannot be read is an error with its column."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonecheck.phrases.syntax import DEFAULT_GAP, FACT_CLASSES, PhraseError, parse
from tonecheck.phrases.tree import (
    AnyOrder,
    Either,
    FactClass,
    Gap,
    Mark,
    Marked,
    Node,
    NotHere,
    Optional,
    Rest,
    Sequence,
    Start,
    Term,
    Word,
)


def w(text: str | None, *tags: str, exact: bool = False) -> Word:
    return Word(text, exact, frozenset(tags))


def seq(*items: Node) -> Sequence:
    return Sequence(items)


def either(*options: Node) -> Either:
    return Either(options)


@pytest.mark.parametrize(
    ("phrase", "node"),
    [
        ("pay", w("pay")),
        ("оплатить", w("оплатить")),
        ("из-за", w("из-за")),
        ("'s", w("'s")),
        ("o'clock", w("o'clock")),
        ("15-го", w("15-го")),
        ("=paying", w("paying", exact=True)),
        ("=суда", w("суда", exact=True)),
        ("=paid, =ok", seq(w("paid", exact=True), Mark(","), w("ok", exact=True))),
        ("[verb past]", w(None, "verb", "past")),
        ("pay[past]", w("pay", "past")),
        ("=paid[participle]", w("paid", "participle", exact=True)),
        ("pay [past]", seq(w("pay"), w(None, "past"))),
        ("pay the bill", seq(w("pay"), w("the"), w("bill"))),
        ("  pay   now  ", seq(w("pay"), w("now"))),
        ("pay|settle|clear", either(w("pay"), w("settle"), w("clear"))),
        ("pay|settle it", seq(either(w("pay"), w("settle")), w("it"))),
        ("pay | settle it", either(w("pay"), seq(w("settle"), w("it")))),
        ("pay[past]|=go[inf]", either(w("pay", "past"), w("go", "inf", exact=True))),
        ("(take action|go)", either(seq(w("take"), w("action")), w("go"))),
        ("(pay)", w("pay")),
        ("(a|b) c", seq(either(w("a"), w("b")), w("c"))),
        ("(a|b)|c", either(either(w("a"), w("b")), w("c"))),
        ("((a b|c) d|e)", either(seq(either(seq(w("a"), w("b")), w("c")), w("d")), w("e"))),
        ("very? late", seq(Optional(w("very")), w("late"))),
        ("(very much)? late", seq(Optional(seq(w("very"), w("much"))), w("late"))),
        ("a|b? c", seq(Optional(either(w("a"), w("b"))), w("c"))),
        ("$legal_step", Term("legal_step")),
        ("$we? * $legal_step", seq(Optional(Term("we")), Gap(DEFAULT_GAP), Term("legal_step"))),
        ("@amount", FactClass("amount")),
        ("@date|today", either(FactClass("date"), w("today"))),
        ("a * b", seq(w("a"), Gap(3), w("b"))),
        ("a *7 b", seq(w("a"), Gap(7), w("b"))),
        ("a *0 b", seq(w("a"), Gap(0), w("b"))),
        ("a ** b", seq(w("a"), Gap(None), w("b"))),
        ("a ~", seq(w("a"), Rest(False))),
        ("a ~~", seq(w("a"), Rest(True))),
        ("<вы просрочить оплата>", AnyOrder((w("вы"), w("просрочить"), w("оплата")), False)),
        ("<<a b>>", AnyOrder((w("a"), w("b")), True)),
        ("<$we? подать|=иду в>", AnyOrder(
            (Optional(Term("we")), either(w("подать"), w("иду", exact=True)), w("в")), False
        )),
        ("<(в суд) идти>", AnyOrder((seq(w("в"), w("суд")), w("идти")), False)),
        ("if {we sue}", seq(w("if"), Marked(seq(w("we"), w("sue"))))),
        ("{a|b c}", Marked(seq(either(w("a"), w("b")), w("c")))),
        ("a !b c", seq(w("a"), NotHere(w("b")), w("c"))),
        ("a !(b|c) d", seq(w("a"), NotHere(either(w("b"), w("c"))), w("d"))),
        ("!$we pay", seq(NotHere(Term("we")), w("pay"))),
        ("^ pay", seq(Start(), w("pay"))),
        ("if , then", seq(w("if"), Mark(","), w("then"))),
        (r"well \?", seq(w("well"), Mark("?"))),
        (r"now \!", seq(w("now"), Mark("!"))),
        (r"\$", Mark("$")),
        ("сумма — это", seq(w("сумма"), Mark("—"), w("это"))),
        ("@number %", seq(FactClass("number"), Mark("%"))),
        ("art.", either(w("art.", exact=True), seq(w("art", exact=True), Mark(".")))),
        ("c/d", either(w("c/d", exact=True),
                       seq(w("c", exact=True), Mark("/"), w("d", exact=True)))),
        ("so's", either(w("so's", exact=True), seq(w("so", exact=True), w("'s", exact=True)))),
        ("№|# @number", seq(either(Mark("№"), Mark("#")), FactClass("number"))),
        ("wait …", seq(w("wait"), Mark("…"))),
    ],
)  # fmt: skip
def test_a_phrase_is_read(phrase: str, node: Node) -> None:
    assert parse(phrase) == node


@pytest.mark.parametrize("name", sorted(FACT_CLASSES))
def test_every_fact_class_has_a_name(name: str) -> None:
    assert parse(f"@{name}") == FactClass(name)


@pytest.mark.parametrize(
    ("phrase", "column", "problem"),
    [
        ("", 1, "found the end, expected a word"),
        ("   ", 4, "found the end, expected a word"),
        ("(pay", 5, "found the end, expected «)»"),
        ("pay)", 4, "found «)», expected a word"),
        ("()", 2, "found «)», expected a word"),
        ("(a|)", 4, "found «)», expected a word"),
        ("a |", 4, "found the end, expected a word"),
        ("| a", 1, "found «|», expected a word"),
        ("a|", 3, "found the end, expected a word"),
        ("{pay", 5, "found the end, expected «}»"),
        ("pay}", 4, "found «}», expected a word"),
        ("{}", 2, "found «}», expected a word"),
        ("<a b", 5, "found the end, expected «>»"),
        ("<<a b>", 6, "found «>», expected a word"),
        ("<a b>>", 5, "found «>>», expected a word"),
        ("<a>", 3, "at least two items in any order"),
        ("<>", 2, "at least two items in any order"),
        ("<<a>>", 4, "at least two items in any order"),
        ("? a", 1, "found «?», expected a word"),
        ("a ??", 4, "found «?», expected a word"),
        ("!", 2, "found the end, expected a word"),
        ("a !", 4, "found the end, expected a word"),
        ("a @sum b", 3, "found «@sum», expected one of @amount, @contact"),
        ("a $ b", 3, "cannot read «$»"),
        ("a @ b", 3, "cannot read «@»"),
        ("a = b", 3, "cannot read «=»"),
        ("a ] b", 3, "cannot read «]»"),
        ("[verb", 1, "cannot read «[»"),
        ("[]", 1, "cannot read «[»"),
        ("a [ ] b", 3, "cannot read «[»"),
        ("pay[]", 4, "cannot read «[»"),
    ],
)
def test_a_phrase_that_cannot_be_read(phrase: str, column: int, problem: str) -> None:
    with pytest.raises(PhraseError) as caught:
        parse(phrase)
    assert str(caught.value).startswith(f"phrase «{phrase}», column {column}: ")
    assert problem in str(caught.value)


@given(st.text(alphabet="ab я=|()[]{}<>*?!^~$@,\\0_", max_size=25))
def test_reading_ends_in_a_tree_or_an_error(phrase: str) -> None:
    if not isinstance(outcome(phrase), str):
        assert outcome(f" {phrase} ") == outcome(phrase)


def outcome(phrase: str) -> Node | str:
    """The tree of a phrase, or the error with the phrase taken out."""
    try:
        return parse(phrase)
    except PhraseError as error:
        message = str(error)
    assert message.startswith(f"phrase «{phrase}», column ")
    return message
