"""Texts in .properties files."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.readers.catalogues.test_entries import behind, checked, replaced
from tonecheck.readers import ReadError
from tonecheck.readers.catalogues.properties import entries


def written(text: str, *, ascii_only: bool) -> str:
    """What java.util.Properties.store writes."""
    shown = []
    for character in text:
        units = character.encode("utf-16-be").hex()
        if character in "\n\t\r\f":
            shown.append({"\n": "\\n", "\t": "\\t", "\r": "\\r", "\f": "\\f"}[character])
        elif character in " \\=:#!":
            shown.append("\\" + character)
        elif ascii_only and not " " <= character <= "~":
            shown += [f"\\u{units[i : i + 4]}" for i in range(0, len(units), 4)]
        else:
            shown.append(character)
    return "".join(shown)


@pytest.mark.parametrize(
    ("source", "texts"),
    [
        ("a=x\nb: y\nc z\nd\te = f\n", {"a": "x", "b": "y", "c": "z", "d": "e = f"}),
        ("a = x y \r\n  b=y\r\n", {"a": "x y ", "b": "y"}),
        ("# why=x\n! not=x\n \t# c=d\n\na.b=x#y!\n", {"a.b": "x#y!"}),
        ("a=one \\\n    two\\\r\n\tthree\n", {"a": "one twothree"}),
        ("a=x\\\\\nb=y\\\\\\\nz", {"a": "x\\", "b": "y\\z"}),
        ("a=x\\\n# y\nb=z\\", {"a": "x# y", "b": "z"}),
        ("a=x\\\n\nb=y", {"a": "x", "b": "y"}),
        ("a\\ b\\:\\=c=x\nd\\\n  e : y", {"a b:=c": "x", "de": "y"}),
        ("a=\\u0416\\u00e9 \\ud83d\\uDE00\\n\\t\\q\\\"\n", {"a": 'Жé 😀\n\tq"'}),
        ("a=\nb\nc==x\n:y", {"a": "", "b": "", "c": "=x", "": "y"}),
        ("a=x\nb=z\na=y", {"b": "z", "a": "y"}),
        ("a=it''s {0}\nb=it''s\nc={0,number,#.##} ''x''\nd={name} ''",
         {"a": "it's {0}", "b": "it''s", "c": "{0,number,#.##} 'x'", "d": "{name} ''"}),
        ("\\\n#a=x\n\\\n  \\\nb=y", {"b": "y"}),
        ("\ufeffa=x", {"a": "x"}),
        ("", {}), ("# only", {}),
    ],
)  # fmt: skip
def test_texts(source: str, texts: dict[str, str]) -> None:
    assert checked(source, entries(source)) == texts


def test_pieces() -> None:
    source = "a=it''s \\u0416 \\\n  {0}"
    assert behind(source, entries(source)[0]) == [
        ("it", "it"), ("'", "''"), ("s ", "s "), ("Ж", "\\u0416"), (" ", " "), ("{0}", "{0}")
    ]  # fmt: skip


def test_language_of_the_key() -> None:
    assert [e.language for e in entries("en.a=x\na.ru=y\na=z")] == ["en", "ru", None]


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("a=x\nb=\\u04\n", r"line 2: not valid properties: “\\u04” is no escape"),
        ("a\\uxyz=x", r"line 1: not valid properties: “\\uxyz=” is no escape"),
        ("a=\\ud83d", "half of a character"),
    ],
)
def test_what_is_wrong(source: str, words: str) -> None:
    with pytest.raises(ReadError, match=words):
        entries(source)


@given(
    st.dictionaries(st.text(min_size=1), st.text().filter(lambda t: "{" not in t)),
    st.booleans(),
    st.sampled_from(["=", " = ", ": ", "\t"]),
    st.sampled_from(["\n", "\r\n"]),
)
def test_what_is_written_is_read(
    texts: dict[str, str], ascii_only: bool, separator: str, end: str
) -> None:
    source = end.join(
        written(key, ascii_only=ascii_only) + separator + written(text, ascii_only=ascii_only)
        for key, text in texts.items()
    )
    assert checked(source, entries(source)) == texts


@given(st.text() | st.text("a=: \\\n\r\t#!u04'{}"))
def test_any_text_is_read_or_refused(source: str) -> None:
    try:
        checked(source, entries(source))
    except ReadError:
        return


@pytest.mark.parametrize("source", ["a=Pay now!", "a=now!\nb=Ж", "a={0}: Pay \\\n  now"])
@given(text=st.text() | st.text("\\'{0} \n\tЖ"))
def test_an_insertion_reads_as_it_was_meant(source: str, text: str) -> None:
    before = entries(source)[0]
    new = replaced(source, before, "now", text)
    expected = before.view.text.replace("now", text)
    assert entries(new)[0].view.text.replace("''", "'") == expected.replace("''", "'")
    assert new.isascii() == source.isascii()
