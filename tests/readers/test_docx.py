"""Word documents: their text is read, and an edit changes exactly what it names."""

from __future__ import annotations

import re
import struct
import zipfile
from collections.abc import Sequence
from io import BytesIO
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonecheck.fixes import apply_edits
from tonecheck.readers import ReadError
from tonecheck.readers.docx import read_docx
from tonecheck.readers.docx.package import DOCUMENT
from tonecheck.types import Edit

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'


def document(inside: str) -> str:
    return (
        f'{DECLARATION}<w:document xmlns:w="{W}" xmlns:mc="{MC}"><w:body>{inside}'
        "<w:sectPr/></w:body></w:document>"
    )


def package(
    xml: str | bytes, method: int = zipfile.ZIP_DEFLATED, others: Sequence[str] = ()
) -> bytes:
    """A package whose document stands between other parts."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as file:
        for number, name in enumerate(("[Content_Types].xml", DOCUMENT, "word/ё.xml", *others)):
            entry = zipfile.ZipInfo(name, (2020 + number % 9, 2, 3, 4, 6, 8))
            entry.compress_type = method
            entry.comment = b"note"
            entry.external_attr = 0o640 << 16
            file.writestr(entry, xml if name == DOCUMENT else f"<a>{name}</a>" * 30)
        file.comment = b"end"
    return stream.getvalue()


def xml_of(data: bytes) -> str:
    with zipfile.ZipFile(BytesIO(data)) as file:
        assert file.testzip() is None
        return file.read(DOCUMENT).decode()


def p(*inside: str) -> str:
    return f"<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr>{''.join(inside)}</w:p>"


def r(text: str, more: str = "<w:rPr><w:b/></w:rPr>") -> str:
    return f'<w:r>{more}<w:t xml:space="preserve">{text}</w:t></w:r>'


def char(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def instruction(text: str) -> str:
    return f'<w:r><w:instrText xml:space="preserve">{text}</w:instrText></w:r>'


def complex_field(code: str, result: str) -> str:
    return "".join([char("begin"), instruction(code), char("separate"), r(result), char("end")])


def table(*rows: Sequence[str]) -> str:
    cells = ("".join(f"<w:tc><w:tcPr/>{cell}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


SIMPLE = '<w:fldSimple w:instr=" MERGEFIELD  Client_Name \\* MERGEFORMAT ">{}</w:fldSimple>'
BOX = "<w:txbxContent>{}</w:txbxContent>"


@pytest.mark.parametrize(
    ("inside", "source"),
    [
        (p(r("Dear "), r("Anna")) + p(r("Pay")), "Dear Anna\nPay"),
        (p(r("a")) + "<w:p/>" + p() + p(r("b")), "a\n\n\nb"),
        (p(r("a &amp; b &lt;c&gt; &#1046;&#x416; &quot;")), 'a & b <c> ЖЖ "'),
        (p(r("a<![CDATA[ & <b>]]>c<!-- no --><?no no?>")), "a & <b>c"),
        (p(r("a\r\nb\tc&#10;d")), "a b c d"),
        (p("<w:r><w:t> a </w:t></w:r>", r(" b ")), "a b "),
        (p('<w:r xml:space="preserve"><w:t> a </w:t></w:r>', r("b")), " a b"),
        (p("<w:r><w:t/><w:t></w:t><w:t> </w:t></w:r>", r("b")), "b"),
        (p("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br></w:br><w:t>c</w:t><w:cr/></w:r>", r("d")),
         "a\tb\nc\nd"),
        (p("<w:r><w:t>a</w:t><w:noBreakHyphen/><w:softHyphen/><w:t>b</w:t></w:r>"), "a\u2011b"),
        (p("<w:hyperlink>", r("a"), "</w:hyperlink><w:smartTag>", r("b"), "</w:smartTag>"), "ab"),
        (f"<w:sdt><w:sdtContent>{p(r('a'))}</w:sdtContent></w:sdt>", "a"),
        (p("<w:ins>", r("a"), "</w:ins><w:del><w:r><w:delText>b</w:delText></w:r></w:del>"), "a"),
        (p("<w:moveFrom>", r("a"), "</w:moveFrom><w:moveTo>", r("b"), "</w:moveTo>"), "b"),
        (p("<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>", r("a")) + p(r("b")) + p(r("c")), "ab\nc"),
        (p(r("a"), r("b", "<w:rPr><w:vanish/></w:rPr>"), r("c")), "ac"),
        (p(r("a", '<w:rPr><w:vanish w:val="0"/></w:rPr>')), "a"),
        (p(r("a"), '<w:commentReference w:id="1"/>', "<w:footnoteReference/>"), "a"),
        (table([p(r("a")), p(r("b"))], [p(r("c")) + p(r("d")), p()]), "a\tb\nc\nd\t"),
        (p(r("x")) + table([p(), table([p(r("a")), p(r("b"))]) + p()], [p(r("c"))]) + p(r("y")),
         "x\n\ta\tb\n\nc\ny"),
        (table([p(r("a"))]) + table([p(r("b"))]).replace(
            "<w:tr>", "<w:tr><w:trPr><w:del/></w:trPr>") + p(r("c")), "a\nc"),
        (p(r("Hi "), SIMPLE.format(r("«x»")), r("!")), "Hi «Client_Name»!"),
        (p(r("Hi "), complex_field(" MERGEFIELD Client_Name ", "x"), r("!")),
         "Hi «Client_Name»!"),
        (p(complex_field(' mergefield "Client Name" \\b " "', "x")), "«Client Name»"),
        (p(char("begin"), instruction(" MERGE"), instruction("FIELD Na&amp;me"), char("end")),
         "«Na&me»"),
        (p(complex_field(" DATE ", "1 May"), r("!")), "1 May!"),
        (p(char("begin"), instruction(" IF "), complex_field("MERGEFIELD a", "x"),
           instruction(' = 1 "b" "c"'), char("separate"), r("b"), char("end"), r("!")), "b!"),
        (p(r("a"), f"<w:r><w:pict>{BOX.format(p(r('b')) + p(r('c')))}</w:pict></w:r>", r("d"))
         + p(r("e")), "ad\nb\nc\ne"),
        (p(f"<w:r><mc:AlternateContent><mc:Choice>{BOX.format(p(r('a')))}</mc:Choice><mc:Fallback>"
           f"{BOX.format(p(r('a')))}</mc:Fallback></mc:AlternateContent></w:r>"), "\na"),
        (p("<w:r><w:ruby><w:rt>", r("a"), "</w:rt><w:rubyBase>", r("b"), "</w:rubyBase></w:ruby>"
           "</w:r>"), "b"),
        (p(r("a", '<w:rPr><x:t xmlns:x="y">z &gt;</x:t></w:rPr>')), "a"),
    ],
)  # fmt: skip
def test_text(inside: str, source: str) -> None:
    assert read_docx(package(document(inside))).source == source


@pytest.mark.parametrize(
    "xml",
    [
        f'<document xmlns="{W}"><body><p><r><t>Hi</t></r></p></body></document>',
        f"\ufeff<d:document xmlns:d='{W}'><d:p><d:r><d:t>Hi</d:t></d:r></d:p></d:document>",
        document(p(r("Hi"))).replace(W, "http://purl.oclc.org/ooxml/wordprocessingml/main"),
    ],
)
def test_names_of_elements(xml: str) -> None:
    docx = read_docx(package(xml))
    assert docx.source == "Hi"
    changed = docx.with_edits([Edit(0, 1, "a\nb")])
    assert read_docx(changed).source == "a\nbi"
    assert xml_of(changed).startswith(xml[:20])


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "cannot be read: expected .docx"),
        (b"Dear Anna", "cannot be read: expected .docx"),
        (b"\xd0\xcf\x11\xe0" * 200, "cannot be read: expected .docx"),
        (package(document(p(r("a"))))[:-40], "cannot be read: expected .docx"),
        (package(document(p(r("a")))).replace(b"document.xml", b"other123.xml"),
         "cannot be read: expected word/document.xml"),
        (package(document(p(r("a"))), zipfile.ZIP_LZMA), "expected word/document.xml"),
        (package(document(p())), "is empty"),
        (package("<html/>"), "line 1: not valid word/document.xml: expected <w:document>"),
        (package(document("<w:p>")), "line 2: not valid word/document.xml: mismatched tag"),
        (package(document(p(r("a"))).encode("utf-16")), "line 1: not valid UTF-8: not understood"),
        (package(document(p(r("a"))).replace("UTF-8", "cp1251")), "expected UTF-8, found “cp1251”"),
        (package(f'<!DOCTYPE a [\n<!ENTITY b "c">]>{document(p(r("&b;")))[57:]}'),
         "line 1: .* entities such as “a” may not be declared here"),
        (package('<!DOCTYPE a SYSTEM "b"><a/>'), "may not be declared here"),
        (package(document(p(r("&nbsp;")))), "undefined entity"),
        (package("<w:document/>"), "unbound prefix"),
        (package(document("<a>" * 9_999)), "line 2: .* nested too deeply"),
        (package(document(p(r("a" * 1_000_001)))), "is too large for a message: 1,000,002 bytes"),
        (package(" " * 50_000_001), "is too large for a message: 50,"),
    ],
)  # fmt: skip
def test_what_is_wrong(data: bytes, words: str) -> None:
    with pytest.raises(ReadError, match=words):
        read_docx(data)


def test_a_lie_about_the_size_is_found_out() -> None:
    data = bytearray(package(" " * 60_000_000))
    directory = data.index(b"PK\x01\x02", data.index(b"PK\x01\x02") + 1)
    struct.pack_into("<L", data, directory + 24, 1000)
    with pytest.raises(ReadError, match="cannot be read"):
        read_docx(bytes(data))


# Edits


LETTER = document(
    p(r("Dear "), r("Anna,", ""))
    + p("<w:r><w:rPr><w:i/></w:rPr><w:t> Pay &amp; go</w:t><w:tab/><w:t>now!</w:t></w:r>")
    + p()
    + "<w:p/>"
    + p(r("a<![CDATA[b&c]]>d"))
    + p(SIMPLE.format(r("x")))
    + p(r("Hi "), complex_field("MERGEFIELD N", "x"))
)
TEXT = "Dear Anna,\nPay & go\tnow!\n\n\nab&cd\n«Client_Name»\nHi «N»"
KEPT = '<w:t xml:space="preserve">'


@pytest.mark.parametrize(
    ("old", "edits", "new"),
    [
        ("Anna", ["Ben"], '<w:r><w:t xml:space="preserve">Ben,</w:t></w:r>'),
        ("Dear Anna", ["<Hi>"], f"{KEPT}&lt;Hi&gt;</w:t></w:r><w:r>{KEPT},</w:t></w:r>"),
        ("Pay", ["A", "B"], f"<w:i/></w:rPr>{KEPT}AB &amp; go</w:t><w:tab/><w:t>now!"),
        ("Pay &", [""], f"{KEPT} go</w:t><w:tab/><w:t>now!"),
        ("&", ["и"], f"{KEPT}Pay и go</w:t>"),
        ("go\tnow", ["x"], f"{KEPT}Pay &amp; x</w:t>{KEPT}!</w:t></w:r>"),
        ("\t", [" "], f"<w:t> Pay &amp; go</w:t>{KEPT} </w:t><w:t>now!</w:t>"),
        ("now", ["a\nb\tc"], f"<w:tab/>{KEPT}a</w:t><w:br/>{KEPT}b</w:t><w:tab/>{KEPT}c!</w:t>"),
        ("b&c", ["&"], "a<![CDATA[]]>&amp;<![CDATA[]]>d"),
        ("d", ["\r\nx"], f"]]></w:t><w:br/>{KEPT}x</w:t>"),
    ],
)
def test_replacements(old: str, edits: list[str], new: str) -> None:
    """More than one text are what is put in the place, and then what is inserted behind it."""
    docx = read_docx(package(LETTER))
    assert docx.source == TEXT
    start, end = TEXT.index(old), TEXT.index(old) + len(old)
    made = [Edit(start, end, edits[0]), *(Edit(end, end, text) for text in edits[1:])]
    changed = docx.with_edits(made)
    assert new in xml_of(changed)
    assert read_docx(changed).source == apply_edits(TEXT, made).replace("\r\n", "\n")


@pytest.mark.parametrize(
    ("at", "xml"),
    [
        (0, f"{KEPT}+Dear "),
        (5, f"{KEPT}Dear +</w:t>"),
        (TEXT.index("\t"), "go+</w:t><w:tab/>"),
        (TEXT.index("now"), f"<w:tab/>{KEPT}+</w:t><w:t>now!"),
        (TEXT.index("\n\n") + 1, f"</w:pPr><w:r>{KEPT}+</w:t></w:r></w:p>"),
        (TEXT.index("\n\n") + 2, f"<w:p><w:r>{KEPT}+</w:t></w:r></w:p>"),
        (TEXT.index("b&c"), "a+<![CDATA["),
        (TEXT.index("&c"), "[b]]>+<![CDATA[&c"),
        (TEXT.index("«Client"), f"<w:r>{KEPT}+</w:t></w:r><w:fldSimple"),
        (TEXT.index("»") + 1, f"</w:fldSimple><w:r>{KEPT}+</w:t></w:r></w:p>"),
        (TEXT.index("«N"), f"{KEPT}Hi +</w:t>"),
        (len(TEXT), f'<w:fldChar w:fldCharType="end"/>{KEPT}+</w:t></w:r>'),
    ],
)
def test_insertions(at: int, xml: str) -> None:
    docx = read_docx(package(LETTER))
    changed = docx.with_edits([Edit(at, at, "+")])
    assert xml in xml_of(changed)
    assert read_docx(changed).source == f"{TEXT[:at]}+{TEXT[at:]}"


def test_insertions_at_one_place_keep_their_order() -> None:
    for place in (3, TEXT.index("\n\n") + 2, len(TEXT)):
        edits = [Edit(place, place, "1"), Edit(place, place, "2")]
        changed = read_docx(package(LETTER)).with_edits(edits)
        assert read_docx(changed).source == f"{TEXT[:place]}12{TEXT[place:]}"


@pytest.mark.parametrize(
    ("edits", "words"),
    [
        ([Edit(TEXT.index("\n"), TEXT.index("\n") + 1, "")], "end of a paragraph"),
        ([Edit(5, 14, "x")], "end of a paragraph"),
        ([Edit(0, 4, "x"), Edit(3, 5, "y")], "overlaps"),
        ([Edit(0, 999, "x")], "outside"),
        ([Edit(-1, 1, "x")], "outside"),
        ([Edit(2, 1, "x")], "outside"),
        ([Edit(0, 1, "\0")], "characters"),
        ([Edit(0, 1, "\ud800")], "characters"),
        ([Edit(TEXT.index("Client"), TEXT.index("Client") + 1, "x")], "merge field"),
        ([Edit(TEXT.index("Client"), TEXT.index("Client"), "x")], "merge field"),
        ([Edit(TEXT.index("«N"), len(TEXT), "x")], "merge field"),
    ],
)
def test_edits_that_cannot_be_made(edits: list[Edit], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        read_docx(package(LETTER)).with_edits(edits)


def test_cells_are_kept_apart() -> None:
    docx = read_docx(package(document(table([p(r("a")), p(r("b"))]))))
    with pytest.raises(ValueError, match="end of a paragraph"):
        docx.with_edits([Edit(0, 3, "x")])


def test_joined_text_must_stay_xml() -> None:
    docx = read_docx(package(document(p(r("]]x&gt; ]]y>")))))
    assert docx.source == "]]x> ]]y>"
    assert read_docx(docx.with_edits([Edit(2, 3, "")])).source == "]]> ]]y>"
    with pytest.raises(ValueError, match="XML"):
        docx.with_edits([Edit(7, 8, "")])


def test_nothing_to_do_changes_nothing() -> None:
    data = package(LETTER)
    assert read_docx(data).with_edits([]) == data


# The package


def raw_parts(data: bytes) -> list[tuple[object, ...]]:
    """Every part but the document: its header, its packed bytes, and what the directory says."""
    found: list[tuple[object, ...]] = []
    with zipfile.ZipFile(BytesIO(data)) as file:
        assert file.testzip() is None
        for entry in file.infolist():
            if entry.filename != DOCUMENT:
                start = entry.header_offset
                name, extra = struct.unpack_from("<HH", data, start + 26)
                packed = data[start : start + 30 + name + extra + entry.compress_size]
                found.append((packed, entry.date_time, entry.comment, entry.external_attr))
            else:
                found.append((entry.filename, entry.date_time, entry.compress_type, entry.comment))
        found.append((file.comment,))
    return found


class Unseekable(BytesIO):
    """A stream to which sizes are written behind the parts."""

    def seekable(self) -> bool:
        return False

    def seek(self, *_: int) -> int:
        raise OSError


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
@pytest.mark.parametrize("others", [(), ("a", "b/c.bin")])
def test_other_parts_stay_byte_for_byte(method: int, others: Sequence[str]) -> None:
    data = package(LETTER, method, others)
    changed = read_docx(data).with_edits([Edit(0, 4, "Hello " * 99)])
    assert raw_parts(changed) == raw_parts(data)
    start = data.index(b"word/document.xml") - 30
    assert changed[:start] == data[:start]
    assert read_docx(changed).with_edits([]) == changed


def test_sizes_behind_the_parts() -> None:
    stream = Unseekable()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as file:
        for name in ("a", DOCUMENT, "b"):
            file.writestr(name, LETTER if name == DOCUMENT else name * 99)
    data = stream.getvalue()
    changed = read_docx(data).with_edits([Edit(0, 4, "Hi")])
    assert raw_parts(changed) == raw_parts(data)
    assert read_docx(changed).source == TEXT.replace("Dear", "Hi")


def test_a_part_written_with_room_for_zip64() -> None:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as file:
        with file.open(DOCUMENT, "w", force_zip64=True) as part:
            part.write(LETTER.encode())
        file.writestr("b", "c")
    changed = read_docx(stream.getvalue()).with_edits([Edit(0, 4, "Hi")])
    assert read_docx(changed).source == TEXT.replace("Dear", "Hi")
    assert raw_parts(changed) == raw_parts(stream.getvalue())


def test_what_stands_before_the_package_stays() -> None:
    data = b"#!prefix\n" + package(LETTER)
    changed = read_docx(data).with_edits([Edit(0, 4, "Hi")])
    assert changed.startswith(b"#!prefix\n")
    assert raw_parts(changed) == raw_parts(data)


# Properties


TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff")
    | st.sampled_from("\n\t &<>]'\"а"),
    max_size=12,
)


def run_of(text: str, kept: bool) -> str:
    parts = []
    for part in re.split(r"([\n\t])", text):
        if part in ("\n", "\t"):
            parts.append("<w:br/>" if part == "\n" else "<w:tab/>")
        elif kept or part != part.strip(" ") or not part:
            parts.append(f'<w:t xml:space="preserve">{escape(part)}</w:t>')
        else:
            parts.append(f"<w:t>{escape(part)}</w:t>")
    return f"<w:r><w:rPr/>{''.join(parts)}</w:r>"


PARAGRAPHS = st.lists(st.lists(TEXTS, max_size=4), min_size=1, max_size=5).filter(
    lambda paragraphs: any(text.strip() for runs in paragraphs for text in runs)
)


def built(paragraphs: list[list[str]], kept: bool) -> bytes:
    return package(document("".join(p(*(run_of(t, kept) for t in runs)) for runs in paragraphs)))


@given(PARAGRAPHS, st.booleans())
def test_any_paragraphs_are_read(paragraphs: list[list[str]], kept: bool) -> None:
    assert read_docx(built(paragraphs, kept)).source == "\n".join(map("".join, paragraphs))


@given(PARAGRAPHS, st.booleans(), st.data())
def test_any_edits_are_read_back(
    paragraphs: list[list[str]], kept: bool, data: st.DataObject
) -> None:
    before = built(paragraphs, kept)
    docx = read_docx(before)
    edits: list[Edit] = []
    position = 0
    for runs in paragraphs:
        text = "".join(runs)
        places = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=6)))
        for start, end in zip(places[::2], places[1::2], strict=False):
            edits.append(Edit(position + start, position + end, data.draw(TEXTS)))
        position += len(text) + 1
    try:
        after = docx.with_edits(edits)
    except ValueError:
        assert "]" in docx.source
        return
    expected = apply_edits(docx.source, edits)
    if expected.strip():
        assert read_docx(after).source == expected
    assert raw_parts(after) == raw_parts(before)
    if not edits:
        assert after == before


@given(st.data())
def test_damaged_packages_are_read_or_refused(data: st.DataObject) -> None:
    damaged = bytearray(package(LETTER, data.draw(st.sampled_from([0, 8]))))
    for _ in range(data.draw(st.integers(1, 4))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    try:
        docx = read_docx(bytes(damaged))
    except ReadError:
        return
    try:
        changed = docx.with_edits([Edit(0, 4, "Hi")])
    except ValueError:
        return
    assert read_docx(changed).source == docx.source.replace("Dear", "Hi", 1)


def test_a_large_document_is_mended() -> None:
    texts = [r("a &amp; b", "") * 20] * 3000
    data = package(document("".join(map(p, texts))), others=[f"x{n}" for n in range(2000)])
    docx = read_docx(data)
    edits = [Edit(n * 101, n * 101 + 1, "b") for n in range(3000) if docx.source[n * 101] == "a"]
    assert edits
    mended = read_docx(docx.with_edits(edits)).source
    assert mended.count("b") >= len(edits)
