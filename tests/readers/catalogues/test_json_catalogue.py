"""Texts in JSON."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.readers.catalogues.test_entries import behind, checked, replaced
from tonecheck.readers import ReadError
from tonecheck.readers.catalogues.json_catalogue import entries

Nested = dict[str, "str | Nested"]
KEYS = st.text(st.characters(codec="utf-8", exclude_characters="."), min_size=1, max_size=6)
NESTED: st.SearchStrategy[Nested] = st.recursive(
    st.dictionaries(KEYS, st.text(max_size=20), max_size=4),
    lambda inner: st.dictionaries(KEYS, st.text(max_size=20) | inner, max_size=3),
    max_leaves=6,
)


def flat(nested: Nested, prefix: str = "") -> dict[str, str]:
    found: dict[str, str] = {}
    for key, value in nested.items():
        if isinstance(value, str):
            found[prefix + key] = value
        else:
            found |= flat(value, f"{prefix}{key}.")
    return found


@pytest.mark.parametrize(
    ("source", "texts"),
    [
        ('{"a": "x", "b": {"c": "y"}}', {"a": "x", "b.c": "y"}),
        ('{"a": ["x", 1, "y", ["z"], {"k": "w"}]}',
         {"a.0": "x", "a.2": "y", "a.3.0": "z", "a.4.k": "w"}),
        ('["x", "y"]', {"0": "x", "1": "y"}),
        ('"x"', {"": "x"}),
        ('{"a": "", "b": 1, "c": null, "d": [], "e": {}, "f": -1.5e9, "g": NaN}', {"a": ""}),
        ('{"a": "x", "a": "y"}', {"a": "y"}),
        ('{"a": {"b": "x"}, "a": {"c": "y"}}', {"a.c": "y"}),
        (r'{"a": "\"\\\/\b\f\n\r\t\u0416"}', {"a": '"\\/\b\f\n\r\tЖ'}),
        (r'{"a": "\ud83d\ude00\u00e9"}', {"a": "😀é"}),
        (r'{"\u0416\"": "x"}', {'Ж"': "x"}),
        ('\ufeff{"a": "x"}', {"a": "x"}),
        ('{"a": "{{ x }}, [b], c: d // e"}', {"a": "{{ x }}, [b], c: d // e"}),
        ("{}", {}), ("1", {}), ("null", {}),
    ],
)  # fmt: skip
def test_texts(source: str, texts: dict[str, str]) -> None:
    assert checked(source, entries(source)) == texts


def test_each_escape_is_a_piece() -> None:
    source = r'{"a": "Hi\n\u0416!\ud83d\ude00"}'
    assert behind(source, entries(source)[0]) == [
        ("Hi", "Hi"), ("\n", r"\n"), ("Ж", r"\u0416"), ("!", "!"), ("😀", r"\ud83d\ude00")
    ]  # fmt: skip


def test_language_of_the_path() -> None:
    source = '{"en": {"a": "x"}, "b": {"ru-RU": "y"}, "c": "z"}'
    assert [entry.language for entry in entries(source)] == ["en", "ru", None]


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("", "line 1: not valid JSON: Expecting value"),
        ('{"a": "x",\n}', "not valid JSON: "),
        ('{\n"a": "x" // why\n}', "line 2: not valid JSON: Expecting ',' delimiter"),
        ('{"a": "x"\n"b": "y"}', "line 2: not valid JSON: Expecting ',' delimiter"),
        ('{"a": "x\ny"}', "line 1: not valid JSON: Invalid control character"),
        ("{'a': 'x'}", "line 1: not valid JSON"),
        (r'{"a": "\q"}', r"Invalid \\escape"),
        (r'["\ud800"]', "half of a character"),
        (r'{"\ud800": 1}', "half of a character"),
        ("\n" + "[" * 10_000 + "]" * 10_000, "line 2: not valid JSON: nested too deeply"),
        ('{"a":' * 10_000, "line 1: not valid JSON: nested too deeply"),
    ],
)
def test_what_is_wrong(source: str, words: str) -> None:
    with pytest.raises(ReadError, match=words):
        entries(source)


def test_a_number_may_be_long() -> None:
    assert entries('{"a": ' + "1" * 10_000 + "}") == []


@given(NESTED, st.booleans(), st.sampled_from([None, 2]))
def test_what_is_dumped_is_read(nested: Nested, ascii_only: bool, indent: int | None) -> None:
    source = json.dumps(nested, ensure_ascii=ascii_only, indent=indent)
    assert checked(source, entries(source)) == flat(nested)


@given(st.text() | st.text('{}[]":,\\u0 ab'))
def test_any_text_is_read_or_refused(source: str) -> None:
    try:
        checked(source, entries(source))
    except ReadError:
        return


@given(st.text(), st.sampled_from(["é", r"\u00e9"]))
def test_an_insertion_reads_as_it_was_meant(text: str, other: str) -> None:
    source = f'{{"b": "{other}", "a": "Pay now!"}}'
    new = replaced(source, entries(source)[1], "now", text)
    assert json.loads(new)["a"] == f"Pay {text}!"


def test_an_insertion_keeps_a_file_in_ascii() -> None:
    source = r'["\u00e9 now"]'
    assert replaced(source, entries(source)[0], "now", "«»") == r'["\u00e9 \u00ab\u00bb"]'


def test_a_large_file_is_read() -> None:
    source = json.dumps({f"k{i}": "text \n" * 20 for i in range(5_000)})
    assert len(entries(source)) == 5_000
    assert entries('"' + "\\" * 500_000 + '"')[0].view.text == "\\" * 250_000
