"""What every reader of catalogues keeps to."""

from __future__ import annotations

import pytest

from tonecheck.readers import ReadError
from tonecheck.readers.catalogues.entries import Entry, Leaf, Tree, flatten, language_of, put
from tonecheck.readers.catalogues.pieces import Pieces, bytes_text


def checked(source: str, found: list[Entry]) -> dict[str, str]:
    """The texts by their keys, after a look at the pieces of each."""
    for entry in found:
        reached = 0
        for piece in entry.view.pieces:
            assert reached <= piece.start <= piece.end <= len(source)
            assert piece.text
            if len(piece.text) == piece.end - piece.start:
                assert piece.text == source[piece.start : piece.end]
            reached = piece.end
    assert len({entry.key for entry in found}) == len(found)
    return {entry.key: entry.view.text for entry in found}


def behind(source: str, entry: Entry) -> list[tuple[str, str]]:
    """Each piece and the source behind it."""
    return [(piece.text, source[piece.start : piece.end]) for piece in entry.view.pieces]


def replaced(source: str, entry: Entry, old: str, new: str) -> str:
    """The source with ``new`` in the place of ``old``, which stands in the entry once."""
    begin = entry.view.text.index(old)
    start, end = entry.view.source_span(begin, begin + len(old))
    return source[:start] + entry.escape(new) + source[end:]


def leaf(text: str) -> Leaf:
    pieces = Pieces(text)
    pieces.verbatim(0, len(text))
    return Leaf(pieces.view(), str)


def test_keys_are_paths_and_texts_come_in_order() -> None:
    tree: Tree = {"a": {"b": leaf("1"), "c": {"d": leaf("2")}, "n": None}, "e": leaf("3")}
    found = flatten(tree)
    assert [(e.key, e.view.text) for e in found] == [("a.b", "1"), ("a.c.d", "2"), ("e", "3")]
    assert flatten(None) == flatten({}) == []
    assert [e.key for e in flatten(leaf("x"))] == [""]


def test_the_last_value_of_a_key_stays() -> None:
    tree: Tree = {}
    put(tree, "a", leaf("1"))
    put(tree, "b", leaf("2"))
    put(tree, "a", leaf("3"))
    assert [(e.key, e.view.text) for e in flatten(tree)] == [("b", "2"), ("a", "3")]


@pytest.mark.parametrize(
    ("names", "language"),
    [
        (["en", "body"], "en"), (["RU"], "ru"), (["ru_RU"], "ru"), (["en-GB"], "en"),
        (["ru_RU.UTF-8"], "ru"), (["a", "ru", "b"], "ru"), (["en", "ru"], "ru"), (["de"], None),
        (["en_text"], None), (["english"], None), (["end"], None), ([""], None), ([], None),
        ([" en "], "en"), (["es-419"], None), (["en-001"], "en"),
    ],
)  # fmt: skip
def test_language_of_names(names: list[str], language: str | None) -> None:
    assert language_of(names) == language


def test_pieces_of_one_length_with_their_source_are_that_source() -> None:
    source = "a\nb\\nc"
    pieces = Pieces(source)
    pieces.verbatim(0, 1)
    pieces.decoded(" ", 1, 2)
    pieces.decoded("b", 2, 3)
    pieces.decoded("\n", 3, 5)
    pieces.decoded("", 5, 5)
    pieces.verbatim(5, 6)
    view = pieces.view()
    assert view.text == "a b\nc"
    assert [(p.text, p.start, p.end) for p in view.pieces] == [
        ("a", 0, 1), (" ", 1, 1), ("b", 2, 3), ("\n", 3, 5), ("c", 5, 6)
    ]  # fmt: skip


def test_half_of_a_character() -> None:
    pieces = Pieces("\n\\ud800")
    pieces.decoded("\ud800", 1, 7)
    with pytest.raises(ReadError, match=r"line 2: '\\ud800' is half of a character"):
        pieces.view()


@pytest.mark.parametrize(("data", "text"), [(b"\xd0\x9f", "П"), (b"\xe9", "é"), (b"", "")])
def test_bytes_written_as_escapes(data: bytes, text: str) -> None:
    assert bytes_text(data) == text
