"""Names in a sentence: whose they are, and which words only look like one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tonecheck.analysis import Token, TokenKind
from tonecheck.languages import module_for
from tonecheck.remedies.piece import Kind, Piece
from tonecheck.types import Language

MAX_CALLED = 3
"""Words of a name by which somebody is called."""

_PERSONAL = ("name", "surname", "patronymic")
_SMALL = ("pron", "prep", "conj", "part", "det", "intj")
"""Parts of speech that are no names, whatever letter they begin with."""

_OPENERS = frozenset('«"“„(:;—–-•!?….' + "\n")
_MONTHS = frozenset(
    "january february march april may june july august september october november december".split()
)
_BEFORE_MONTHS = frozenset("in since last of from until till next early late mid this".split())
_TIMES = frozenset(
    "mondays tuesdays wednesdays thursdays fridays saturdays sundays christmas easter thanksgiving "
    "diwali eid ramadan hanukkah halloween creed mass".split()
)
"""Days of the year and the week that many people share."""

_AFTER_CALLS = frozenset(",:;.!?…—–")


def names(tokens: Sequence[Token], text: str, language: Language) -> Iterator[Piece]:
    """Runs of names, titles included: what stands in them is one piece."""
    run: list[Token] = []
    for token in tokens:
        if not is_name(token, tokens, language):
            continue
        if run and run[-1].index + 1 != token.index:
            yield name_of(run, text)
            run = []
        run.append(token)
    if run:
        yield name_of(run, text)


def is_name(token: Token, tokens: Sequence[Token], language: Language) -> bool:
    """Whether a word that is marked as a name is one: not «Вы», not "in April", no first word."""
    if "name" not in token.marks:
        return False
    form = token.form
    if any(form.can_be(tag) for tag in _SMALL) and not any(form.can_be(t) for t in _PERSONAL):
        return False
    before = next((t for t in reversed(tokens) if t.index < token.index), None)
    if language is Language.EN:
        if form.norm in _MONTHS:
            return before is None or before.norm not in _BEFORE_MONTHS
        return form.norm not in _TIMES
    if form.keys & {"вы", "ваш", "твой"}:
        return False
    if before is not None and before.text not in _OPENERS:
        return True
    after = next((t for t in tokens if t.index == token.index + 1), None)
    return (after is not None and "name" in after.marks) or not _is_common(token, language)


def _is_common(token: Token, language: Language) -> bool:
    """Whether a word is most likely none of a person or a place."""
    readings = token.form.readings
    return (
        bool(readings)
        and module_for(language).is_known(token.norm)
        and readings[0].tags.isdisjoint({*_PERSONAL, "place"})
    )


def called(tokens: Sequence[Token], language: Language) -> Sequence[Token]:
    """The words before the first comma where they call somebody: "Anna, …", "Mr Osei, …".

    A first word is no name by its capital letter: it is one if the language does not know it.
    """
    comma = next((i for i, t in enumerate(tokens[: MAX_CALLED + 1]) if t.text == ","), 0)
    calling = tokens[:comma]
    known = module_for(language).is_known
    if all(t.is_capitalised and not t.is_upper for t in calling) and any(
        "name" in t.marks or not known(t.norm) for t in calling
    ):
        return calling
    return ()


def is_called(piece: Piece, tokens: Sequence[Token]) -> bool:
    """Whether somebody is called by a name in a sentence: "Shame, Carl, shame"."""
    before = next((t for t in reversed(tokens) if t.end <= piece.start), None)
    after = next((t for t in tokens if t.start >= piece.end), None)
    opens = before is None or before.text == ","
    closes = after is None or (after.kind is TokenKind.PUNCTUATION and after.text in _AFTER_CALLS)
    return piece.kind is Kind.NAME and opens and closes


_NO_GROUP = frozenset("gentleman lady sir madam коллега господин партнер дама".split())


_ALL = frozenset("all everyone everybody весь".split())


def is_group(address: Iterable[Token]) -> bool:
    """Whether an address means several clients at once: "Dear parents", «Дорогие мамы»."""
    words = list(address)
    if any(token.form.keys & _NO_GROUP for token in words):
        return False
    return any(token.form.must_be("plur") or token.form.keys & _ALL for token in words)


def name_of(run: Sequence[Token], text: str) -> Piece:
    """The piece that is a run of names."""
    return Piece(Kind.NAME, run[0].start, run[-1].end, text[run[0].start : run[-1].end])
