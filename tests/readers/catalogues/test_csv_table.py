"""Texts in CSV tables."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.readers.catalogues.test_entries import behind, checked, replaced
from tonecheck.readers import ReadError
from tonecheck.readers.catalogues.csv_table import entries


def written(rows: list[list[str]], delimiter: str, quoting: int, end: str) -> str:
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=delimiter, quoting=quoting, lineterminator=end).writerows(rows)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("source", "texts"),
    [
        ("id,text\na,x\nb,y\n", {"a": "x", "b": "y"}),
        ("id;subject;body\r\na;s;x\r\nb;t;y", {"a.subject": "s", "a": "x", "b.subject": "t",
                                               "b": "y"}),
        ("Ключ\tТема\tТекст\nа\tс\tх\n", {"а.subject": "с", "а": "х"}),
        ("name|Message\na|x, y; z\n", {"a": "x, y; z"}),
        ("text\nHello, Anna; you\n\n\"a \"\"b\"\"\nc\"\n",
         {"row 2": "Hello, Anna; you", "row 4": 'a "b"\nc'}),
        ('"id","text"\n"a","x, ""y""\r\nz"\n', {"a": 'x, "y"\r\nz'}),
        ('"id";"text"\n"a";"x"\n', {"a": "x"}),
        ("id,text,message\na,x,y\nb,,z\n", {"a": "x", "a.message": "y", "b": "", "b.message": "z"}),
        ("text,id\nx\ny,b,\n,\n", {"row 2": "x", "b": "y"}),
        ("id,text\n,x\n", {"row 2": "x"}),
        ("id,text\na,x \"y\" z\n", {"a": 'x "y" z'}),
        ('id,text\na,"x" \nb, "y"', {"a": "x ", "b": ' "y"'}),
        ("\ufeff\n Text ,ID\nx,a\r", {"a": "x"}),
        ("subject\nDue\n", {"row 2.subject": "Due"}),
        ("id,text\n", {}),
    ],
)  # fmt: skip
def test_texts(source: str, texts: dict[str, str]) -> None:
    assert checked(source, entries(source)) == texts


def test_pieces() -> None:
    source = 'text,id\n"a ""b"" c",k\n'
    assert behind(source, entries(source)[0]) == [
        ("a ", "a "), ('"', '""'), ("b", "b"), ('"', '""'), (" c", " c")
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["lang", "Language", "locale", "ЯЗЫК"])
def test_language_of_a_row(name: str) -> None:
    source = f"id,{name},text\na,en,x\na,ru-RU,y\na,de,z\na,,w\n"
    assert [entry.language for entry in entries(source)] == ["en", "ru", None, None]


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("", "line 1: no column of texts; expected one of text, body"),
        ("id,value\na,x\n", "line 1: no column of texts"),
        ('id,text\na,x\nb,"y\n', "line 3: not valid CSV: .* not closed"),
        ('"id,text\n', "line 1: not valid CSV: .* not closed"),
        ('id,text\na,"x" y\n', "line 2: not valid CSV: a closing quote within a cell"),
        ("id,text\na,x\nb,Hello, Anna\n", "line 3: 3 cells, but the first row has 2; .* with “,”"),
    ],
)
def test_what_is_wrong(source: str, words: str) -> None:
    with pytest.raises(ReadError, match=words):
        entries(source)


@given(
    st.dictionaries(
        st.text(st.characters(codec="utf-8"), min_size=1), st.tuples(st.text(), st.text())
    ),
    st.sampled_from(",;\t|"),
    st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC]),
    st.sampled_from(["\n", "\r\n"]),
)
def test_what_is_written_is_read(
    texts: dict[str, tuple[str, str]], delimiter: str, quoting: int, end: str
) -> None:
    rows = [["id", "subject", "text"], *([key, *pair] for key, pair in texts.items())]
    source = written(rows, delimiter, quoting, end)
    assume(end == "\r\n" or "\r" not in source)  # which the module would leave without quotes
    found = [(entry.key, entry.view.text) for entry in entries(source)]
    expected = []
    for key, (subject, text) in texts.items():
        expected += [(f"{key}.subject", subject), (key, text)]
    assert found == expected
    checked(source, list({entry.key: entry for entry in entries(source)}.values()))


@given(st.lists(st.text(min_size=1), max_size=4), st.sampled_from(["\n", "\r\n"]))
def test_one_column_is_read(texts: list[str], end: str) -> None:
    source = written([["text"], *([text] for text in texts)], ",", csv.QUOTE_MINIMAL, end)
    assume(end == "\r\n" or "\r" not in source)
    assert list(checked(source, entries(source)).values()) == texts


@given(st.text('a",;\n\r\t| '))
def test_what_the_csv_module_reads_is_read(text: str) -> None:
    source = "id,text,z\n" + text
    try:
        found = [entry.view.text for entry in entries(source)]
    except ReadError:
        return
    rows = list(csv.reader(io.StringIO(source, newline="")))[1:]
    assert found == [row[1] for row in rows if len(row) > 1 and any(row)]


@given(st.text() | st.text('text,";\n'))
def test_any_text_is_read_or_refused(text: str) -> None:
    for source in (text, "id,text\n" + text):
        try:
            found = entries(source)
        except ReadError:
            continue
        checked(source, list({entry.key: entry for entry in found}.values()))


@pytest.mark.parametrize("source", ["id,text\na,Pay now!\n", 'text\n"Pay now!"', "text\nPay now!"])
@given(text=st.text() | st.text('",\n\r a'))
def test_an_insertion_reads_as_it_was_meant(source: str, text: str) -> None:
    try:
        new = replaced(source, entries(source)[0], "now", text)
    except ValueError:
        assert '"' not in source
        return
    assert entries(new)[0].view.text == f"Pay {text}!"
