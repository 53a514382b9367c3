"""Texts in XML: Odoo data, Android resources, and what is built alike."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.readers.catalogues.test_entries import behind, checked, replaced
from tonecheck.readers import ReadError
from tonecheck.readers.catalogues.xml_data import entries

XML_TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"]), max_size=20)


def android(text: str) -> str:
    return f'<resources><string name="a">{text}</string></resources>'


@pytest.mark.parametrize(
    ("source", "texts"),
    [
        ('<odoo><data><record id="mail_1" model="mail.template"><field name="subject">Due</field>'
         '<field name="model_id" ref="x"/><field name="n" eval="1"></field></record></data></odoo>',
         {"mail_1.subject": "Due"}),
        ('<o><record id="m"><field name="b" type="html"><p>Hi &amp; <b>you</b></p></field></record>'
         "</o>", {"m.b": "<p>Hi &amp; <b>you</b></p>"}),
        ('<field name="b" type="html">Hi <a name="x">you</a></field>',
         {"b": 'Hi <a name="x">you</a>'}),
        ('<field name="b">Hi <t t-out="x"/></field>', {"b": 'Hi <t t-out="x"/>'}),
        ('<field name="b">&lt;p&gt;Hi&lt;/p&gt; &#1046;&#x416;&quot;&apos;</field>',
         {"b": "<p>Hi</p> ЖЖ\"'"}),
        ('<field name="b"><![CDATA[<p>a & b</p>]]> &amp; c<!-- d --><?e f?></field>',
         {"b": "<p>a & b</p> & c"}),
        ('<field name="b">a\r\nb\rc</field>', {"b": "a\nb\nc"}),
        ('<?xml version="1.0" encoding="windows-1251"?>\n<!-- Ж --><a n="Ж"><b name="Ж">Щ</b></a>',
         {"Ж": "Щ"}),
        ('<g name="g"><t name="a">x</t><t name="b"><u name="c">y</u></t></g>',
         {"g.a": "x", "g.b.c": "y"}),
        ("<a><item>x</item><b>y</b><item>z</item></a>", {"0": "x", "1": "z"}),
        ("<t id='i' name='n > m'>x</t>", {"i.n > m": "x"}),
        ('<!DOCTYPE a SYSTEM "a.dtd"><a name="b">x</a>', {"b": "x"}),
        ('<field name="b">  \n </field>', {}),
        ("<a>x</a>", {}),
    ],
)  # fmt: skip
def test_texts(source: str, texts: dict[str, str]) -> None:
    assert checked(source, entries(source)) == texts


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        (r"it\'s \"due\" \n\t\u0416 \@ \? \\ \q", 'it\'s "due" \n\tЖ @ ? \\ q'),
        (r"\ud83d\ude00", "😀"),
        ('"two  spaces\n kept"', "two  spaces\n kept"),
        (' "  x" ', "  x"),
        ("\n    Dear Anna,\n    pay \"  it \"now\n", "Dear Anna, pay   it now"),
        (r"it\&apos;s &quot;a  b&quot; &lt;b&gt;", "it's a  b <b>"),
        ("a <!-- b --> c", "a c"),
        ("<![CDATA[<b>it\\'s</b>  x]]>", "<b>it's</b> x"),
        ("Hi <b>you</b> <xliff:g id=\"n\">%1$s</xliff:g>", None),
        ("a\\", "a\\"),
    ],
)  # fmt: skip
def test_android_strings(inside: str, text: str | None) -> None:
    source = android(inside)
    assert checked(source, entries(source)) == {"a": inside if text is None else text}


def test_android_arrays_and_plurals() -> None:
    source = (
        '<resources><string-array name="a"><item>x</item><item>y</item></string-array>'
        '<plurals name="days"><item quantity="one">day</item><item quantity="other">days</item>'
        '</plurals><item name="i" type="string">z</item></resources>'
    )
    assert checked(source, entries(source)) == {
        "a.0": "x", "a.1": "y", "days.one": "day", "days.other": "days", "i": "z"
    }  # fmt: skip


def test_pieces() -> None:
    source = android("Hi \\n\n  you &amp; I")
    assert behind(source, entries(source)[0]) == [
        ("Hi ", "Hi "), ("\n", "\\n"), (" ", "\n  "), ("you ", "you "), ("&", "&amp;"), (" I", " I")
    ]  # fmt: skip


def test_language_is_that_of_the_nearest_element() -> None:
    source = (
        '<a xml:lang="en"><b name="x">1</b><c lang="ru_RU"><b name="y">2</b></c>'
        '<b name="z" lang="ru">3</b></a>'
    )
    assert [entry.language for entry in entries(source)] == ["en", "ru", "ru"]


BOMB = '<!DOCTYPE a [<!ENTITY a "x"><!ENTITY b "&a;&a;">]>\n<a name="n">&b;</a>'


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("", "line 1: not valid XML: no element found"),
        ("<a>\n<b></a>", "line 2: not valid XML: mismatched tag"),
        ("<a>\nЖЖЖ & b</a>", "line 2: not valid XML: not well-formed"),
        ("<a name='b'>\n&nbsp;</a>", "line 2: not valid XML: undefined entity"),
        ("Dear Anna", "line 1: not valid XML: syntax error"),
        (BOMB, "line 1: not valid XML: entities such as “a” may not be declared"),
        ('<!DOCTYPE a [<!ENTITY a SYSTEM "/etc/passwd">]><a/>', "may not be declared here"),
        ('<!DOCTYPE a [\n<!ENTITY % a SYSTEM "x">]><a/>', "line 2: .* may not be declared here"),
        ('<!DOCTYPE a SYSTEM "x">\n<a name="b">&foo;</a>', "line 2: .* “foo” is not known"),
        ("<a>" * 10_000, "line 1: not valid XML: nested too deeply"),
        ("<a>\0</a>", "line 1: not valid XML"),
        ("<a>\ud800</a>", "line 1: not valid XML"),
    ],
)
def test_what_is_wrong(source: str, words: str) -> None:
    with pytest.raises(ReadError, match=words):
        entries(source)


@given(st.dictionaries(st.text("abcЖ ", min_size=1), XML_TEXT, max_size=4), st.booleans())
def test_what_elementtree_writes_is_read(texts: dict[str, str], unicode: bool) -> None:
    root = ElementTree.Element("odoo")
    record = ElementTree.SubElement(root, "record", id="r")
    for key, text in texts.items():
        ElementTree.SubElement(record, "field", name=key).text = text
    source = ElementTree.tostring(root, encoding="unicode" if unicode else "us-ascii")
    source = source if isinstance(source, str) else source.decode()
    expected = {f"r.{key}": text for key, text in texts.items() if text.strip()}
    assert checked(source, entries(source)) == expected


WRITTEN = ["<!--", "-->", "&amp;", "&#10;", "<![CDATA[", "]]>", "a", "\r", "\n", "]"]


@given(XML_TEXT | st.lists(st.sampled_from(WRITTEN)).map("".join))
def test_what_elementtree_reads_is_read(inside: str) -> None:
    source = f'<a><b name="x">{inside}</b></a>'
    try:
        texts = {"x": ElementTree.fromstring(source)[0].text or ""}
    except ElementTree.ParseError:
        with pytest.raises(ReadError):
            entries(source)
        return
    found = checked(source, entries(source))
    assert found == texts or not texts["x"].strip()


PARTS = [
    *"\\\" <Ж", "<a>", "</a>", '<a name="b">', "<item>", "</item>", "<resources>", "</resources>",
    "&amp;", "&x;", "&#0;", "<!DOCTYPE a>", "<![CDATA[", "]]>", "<!--", "-->",
]  # fmt: skip


@given(st.text() | st.lists(st.sampled_from(PARTS)).map("".join))
def test_any_text_is_read_or_refused(text: str) -> None:
    for source in (text, f'<r><a name="b">{text}</a></r>', android(text)):
        try:
            found = entries(source)
        except ReadError:
            continue
        checked(source, list({entry.key: entry for entry in found}.values()))


@pytest.mark.parametrize(
    "source",
    [
        '<a name="b">Pay now!</a>',
        '<a name="b"><![CDATA[Pay now!]]></a>',
        '<a name="b"><![CDATA[Pay now!]]> a</a>',
        '<a name="b">Pay now!<br/></a>',
        android("Pay now!"),
        android('"Pay now!"'),
        android("<![CDATA[Pay now!]]>"),
    ],
)
@given(text=st.text() | st.text("ab '\"\\<>&]@?\n\t#;"))
def test_an_insertion_reads_as_it_was_meant(source: str, text: str) -> None:
    before = entries(source)[0]
    try:
        new = replaced(source, before, "now", text)
    except ValueError:
        return
    assert entries(new)[0].view.text == before.view.text.replace("now", text)


def test_what_each_place_holds() -> None:
    plain, cdata, markup = entries(
        '<r><a name="a">x</a><a name="b"><![CDATA[x]]></a><a name="c">x<br/></a></r>'
    )
    assert plain.escape("a < b & c") == "a &lt; b &amp; c"
    assert cdata.escape("a < b & c") == "a < b & c"
    assert markup.escape("a &lt; b") == "a &lt; b"
    assert entries(android("x"))[0].escape("it's\n") == "it\\'s\\n"
    for entry, text in ((cdata, "]]>"), (markup, "a < b"), (markup, "a & b"), (plain, "\x07")):
        with pytest.raises(ValueError, match=r".+"):
            entry.escape(text)
