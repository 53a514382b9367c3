"""Texts in gettext catalogues."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.readers.catalogues.test_entries import behind, checked, replaced
from tonecheck.readers import ReadError
from tonecheck.readers.catalogues.po import entries

HEADER = (
    'msgid ""\nmsgstr ""\n"Project-Id-Version: x\\n"\n"Language: ru_RU\\n"\n'
    '"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
)


def written(text: str, width: int) -> str:
    """A PO string, broken into lines."""
    parts = [text[i : i + width] for i in range(0, len(text), width)]
    for plain, escape in (("\\", "\\\\"), ('"', '\\"'), ("\n", "\\n"), ("\r", "\\r")):
        parts = [part.replace(plain, escape) for part in parts]
    return "\n".join(['""', *(f'"{part}"' for part in parts)])


@pytest.mark.parametrize(
    ("source", "texts"),
    [
        ('msgid "a"\nmsgstr "x"\n', {"a": "x"}),
        ('msgid ""\n"a "\n"b"\nmsgstr ""\n"x "\n\n"y\\n"\n', {"a b": "x y\n"}),
        ('msgid "a"\nmsgstr ""\n', {"a": "a"}),
        ('msgctxt "m"\nmsgid "a"\nmsgstr "x"\nmsgid "a"\nmsgstr "y"', {"m\u0004a": "x", "a": "y"}),
        ('msgctxt ""\nmsgid "a"\nmsgstr "x"', {"\u0004a": "x"}),
        ('msgctxt "m"\nmsgid ""\nmsgstr "x"', {"m\u0004": "x"}),
        ('msgid "a"\nmsgid_plural "b"\nmsgstr[0] "x"\nmsgstr[1] "y"\nmsgstr [ 2 ] "z"',
         {"a[0]": "x", "a[1]": "y", "a[2]": "z"}),
        ('msgid "a"\nmsgid_plural "b"\nmsgstr[0] ""\nmsgstr[1] ""\nmsgstr[2] ""\n',
         {"a[0]": "a", "a[1]": "b"}),
        ('msgid "a"\nmsgid_plural "b"\nmsgstr[0] ""\n', {"a[0]": "a", "a[1]": "b"}),
        ('# by\n#. for\n#: at.c:1\n#, fuzzy\n#| msgid "o"\nmsgid "a"\nmsgstr "x"\n', {"a": "x"}),
        ('msgid "a"\nmsgstr "x"\n\n#~ msgid "b"\n#~ msgstr "y"\n', {"a": "x"}),
        ('msgid "a"\nmsgstr "\\"\\\\\\t\\r\\x41\\101\\xd0\\x9f"', {"a": '"\\\t\rAAП'}),
        ('msgid "a"\r\nmsgstr "x"\r\n"y"\r\n', {"a": "xy"}),
        ('\ufeffdomain "d"\nmsgid"a"msgstr"x" "y"', {"a": "xy"}),
        ('msgid ""\nmsgid_plural "b"\nmsgstr[1] "x"', {}),
        (HEADER, {}), ("", {}), ("# only a remark", {}),
    ],
)  # fmt: skip
def test_texts(source: str, texts: dict[str, str]) -> None:
    assert checked(source, entries(source)) == texts


def test_pieces() -> None:
    source = 'msgid "a"\nmsgstr ""\n"Hi\\n"\n"you"'
    assert behind(source, entries(source)[0]) == [("Hi", "Hi"), ("\n", r"\n"), ("you", "you")]


def test_the_header_tells_the_language_of_translations() -> None:
    source = HEADER + 'msgid "a"\nmsgstr "x"\n\nmsgid "b"\nmsgstr ""\n'
    assert [(e.key, e.language) for e in entries(source)] == [("a", "ru"), ("b", None)]


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("msgid a", 'line 1: not valid PO: expected "…", found “a”'),
        ('\nmsgid "a\nmsgstr "x"', 'line 2: not valid PO: .* not closed; expected "'),
        ('msgid "a"\n', "line 2: not valid PO: expected msgstr"),
        ('msgid "a"\nmsgid "b"\n', 'line 2: not valid PO: expected msgstr, found “msgid "b"”'),
        ('msgstr "a"\n', "line 1: not valid PO: expected msgid"),
        ('msgid "a"\nmsgstr "x"\nmsgstr "y"', "line 3: not valid PO: expected msgstr"),
        ('msgid "a"\nmsgid_plural "b"\nmsgstr "y"', r"expected msgstr\[0\]"),
        ('msgid "a"\nmsgstr "x"\nDear Anna', "line 3: not valid PO: expected msgid, found “Dear"),
        ('msgid "a"\nmsgstr "\n', "line 2: not valid PO"),
        ('msgid "a"\nmsgstr "x"\n"\\q"', r"line 3: not valid PO: “\\q” is no escape"),
        ("[1]", "line 1: not valid PO: expected msgid"),
    ],
)
def test_what_is_wrong(source: str, words: str) -> None:
    with pytest.raises(ReadError, match=words):
        entries(source)


@given(
    st.dictionaries(st.text(min_size=1), st.text(min_size=1), max_size=4),
    st.integers(1, 30),
)
def test_what_is_written_is_read(texts: dict[str, str], width: int) -> None:
    source = HEADER + "\n".join(
        f"msgid {written(key, width)}\nmsgstr {written(text, width)}\n"
        for key, text in texts.items()
    )
    assert checked(source, entries(source)) == texts


@given(st.text() | st.lists(st.sampled_from(
    ["msgid ", "msgstr ", "msgctxt ", "msgid_plural ", "msgstr[0]", '"', '"a"', "\n", "#~", "\\"]
)).map("".join))  # fmt: skip
def test_any_text_is_read_or_refused(source: str) -> None:
    try:
        found = entries(source)
    except ReadError:
        return
    checked(source, list({entry.key: entry for entry in found}.values()))


@given(st.text())
def test_an_insertion_reads_as_it_was_meant(text: str) -> None:
    source = HEADER + 'msgid "a"\nmsgstr "Pay "\n"now!"\n'
    new = replaced(source, entries(source)[0], "now", text)
    assert entries(new)[0].view.text == f"Pay {text}!"
