"""What holds of every finder on any text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Protocol

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tonecheck.literals.contacts import find_contacts
from tonecheck.literals.dates import find_dates
from tonecheck.literals.links import find_opaque
from tonecheck.literals.listed import listed
from tonecheck.literals.money import find_money
from tonecheck.literals.references import find_references
from tonecheck.types import Language


class Literal(Protocol):
    """What every finder returns."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...

    @property
    def text(self) -> str: ...


Finder = Callable[[str, Language], Sequence[Literal]]

FINDERS: dict[str, Finder] = {
    "money": find_money,
    "dates": lambda text, language: find_dates(text, language, date(2026, 3, 18)),
    "references": find_references,
    "contacts": find_contacts,
    "opaque": lambda text, language: find_opaque(text),
}
PIECES = st.sampled_from(
    listed("""
    $ £ € ₽ R N Rs. руб. р. тыс k 12 500 1,250.00 1.250,00 5 31 2026 05.03.2026 5/3/2026 due by
    the 12th Friday March May tomorrow within days of month before until invoice № # INV-204 order
    a/c (P-402) two hundred and forty pounds тысяч рублей полторы до в к 15-го числа пятницу срок
    марта счёт договор от 8 903 222-11-09 +7 555-0164 @name a@b.example https://a.example/x . , :
    ; ! \ue000 - – ( ) % /- « » İ ſ K ٣ ² 🙂 ſat maİ
    """)
)
TEXTS = st.one_of(
    st.text(max_size=80),
    st.lists(PIECES, max_size=25).map(" ".join),
    st.lists(PIECES, max_size=25).map("".join),
)


@pytest.mark.parametrize("finder", FINDERS.values(), ids=FINDERS)
@settings(max_examples=120, deadline=None)
@given(text=TEXTS, language=st.sampled_from(Language))
def test_spans_are_true(finder: Finder, text: str, language: Language) -> None:
    position = 0
    for literal in finder(text, language):
        assert position <= literal.start < literal.end <= len(text)
        assert literal.text == text[literal.start : literal.end]
        assert "\ue000" not in literal.text
        position = literal.end


@pytest.mark.parametrize("finder", FINDERS.values(), ids=FINDERS)
@settings(max_examples=120, deadline=None)
@given(
    text=TEXTS,
    language=st.sampled_from(Language),
    before=st.text(" \n\t", max_size=120),
    after=st.text(" \n\t", max_size=120),
)
def test_surrounding_whitespace_changes_nothing(
    finder: Finder, text: str, language: Language, before: str, after: str
) -> None:
    plain = [(m.start, m.end, getattr(m, "role", None)) for m in finder(text, language)]
    padded = [
        (m.start - len(before), m.end - len(before), getattr(m, "role", None))
        for m in finder(before + text + after, language)
    ]
    assert plain == padded


@settings(max_examples=100, deadline=None)
@given(text=TEXTS, language=st.sampled_from(Language), reference=st.dates())
def test_dates_resolve_against_any_day(text: str, language: Language, reference: date) -> None:
    for mention in find_dates(text, language, reference):
        if mention.value is not None:
            assert mention.past is (mention.value < reference)
