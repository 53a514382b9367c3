"""Bytes to text and back: encodings, damage, limits."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonecheck.readers import ReadError, decode, decode_file, encode
from tonecheck.readers.decoding import MAX_BYTES, Decoded, looks_binary

RUSSIAN = {
    "a friendly note": "Анна Сергеевна, добрый день! Напоминаем про счёт на 4 500 руб., срок "
    "оплаты истёк в понедельник. Если уже перевели, спасибо.",
    "in capitals": "УВАЖАЕМАЯ АННА СЕРГЕЕВНА! ПРОСИМ ВАС ЕЩЁ РАЗ ОПЛАТИТЬ СЧЁТ ЗА ОКТЯБРЬ ДО "
    "ПЯТНИЦЫ, РЕКВИЗИТЫ НИЖЕ",
    "with English": "Здравствуйте! Счёт INV-204 за hosting на acme.example ждёт оплаты с пятницы, "
    "оплатить можно по ссылке https://pay.example/204 картой Visa",
    "short": "Ёлкин, счёт ждёт оплаты, переведите, пожалуйста",
}
ENGLISH = {
    "a pound": "Hi Tom, just a note that the £120 for the fence was due last Friday, thanks",
    "a euro": "Hello Siobhán, the €95 for March is still open; could you send it this week?",
    "quotation marks": "Dear Zoë, the invoice marked “final” is for 3 days’ work – it was due.",
    "one accent": "Dear Jürgen, your invoice 2026-118 was due on Friday, could you have a look?",
}


@pytest.mark.parametrize("encoding", ["cp1251", "koi8_r", "cp866", "utf-8"])
@pytest.mark.parametrize("name", RUSSIAN)
def test_russian_code_pages(name: str, encoding: str) -> None:
    decoded = decode(RUSSIAN[name].encode(encoding))
    assert (decoded.text, decoded.encoding) == (RUSSIAN[name], encoding)


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8"])
@pytest.mark.parametrize("name", ENGLISH)
def test_english_code_pages(name: str, encoding: str) -> None:
    decoded = decode(ENGLISH[name].encode(encoding))
    assert (decoded.text, decoded.encoding) == (ENGLISH[name], encoding)


def test_signs_of_windows_1251() -> None:
    text = "Счёт № 12 от ООО «Ромашка» — 4 500 руб., оплатите, пожалуйста, до пятницы…"
    assert decode(text.encode("cp1251")).text == text


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
    ],
)
def test_a_mark_is_kept_beside_the_text(mark: bytes, encoding: str) -> None:
    data = mark + "Счёт на £5".encode(encoding)
    decoded = decode(data)
    assert decoded == Decoded("Счёт на £5", encoding, mark)
    assert encode(decoded.text, decoded) == data


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [RUSSIAN["a friendly note"], ENGLISH["a pound"]])
def test_utf16_without_a_mark(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == Decoded(text, encoding)


UNICODE = ("utf-8", "utf-16-le", "utf-16-be")
CODE_PAGES = ("cp1251", "koi8_r", "cp866", "cp1252")
IN_ENCODING = st.one_of(
    st.tuples(
        st.sampled_from(UNICODE), st.text(st.characters(codec="utf-8", exclude_characters="\0"))
    ),
    *(
        st.tuples(st.just(page), st.text(bytes(range(1, 256)).decode(page, "ignore")))
        for page in CODE_PAGES
    ),
)


@given(IN_ENCODING)
def test_what_is_read_is_written_back(case: tuple[str, str]) -> None:
    encoding, text = case
    marks = {"utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE}
    data = marks.get(encoding, b"") + text.encode(encoding)
    try:
        decoded = decode(data)
    except ReadError:
        # Strange bytes may look like damaged UTF-8; they are refused, never garbled.
        assert encoding in CODE_PAGES
        return
    assert encode(decoded.text, decoded) == data


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        decoded = decode(data)
    except ReadError:
        return
    assert encode(decoded.text, decoded) == data


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "binary file"),
        (b"Hello\0there", "binary file"),
        (codecs.BOM_UTF16_LE + b"a\0b", "damaged"),
        (codecs.BOM_UTF8 + b"abc\xff", "damaged"),
        ("Счёт ждёт\nоплаты".encode() + b"\xff", "line 2: byte 31 (0xFF) is not valid UTF-8"),
        (b" " * (MAX_BYTES + 1), "1,000,001 bytes, at most 1,000,000"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, words: str) -> None:
    with pytest.raises(ReadError) as error:
        decode(data)
    assert words in str(error.value)


def test_a_character_that_the_encoding_lacks() -> None:
    decoded = decode(RUSSIAN["a friendly note"].encode("koi8_r"))
    with pytest.raises(ReadError, match="line 2: the character '\\\\u20bd' cannot be written"):
        encode("Счёт:\n5 ₽", decoded)


def test_a_large_file_is_refused_by_its_size(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as stream:
        stream.truncate(50_000_000)
    with pytest.raises(ReadError, match="50,000,000 bytes, at most 1,000,000"):
        decode_file(path)


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="no such file"):
        decode_file(tmp_path / "none.txt")
    with pytest.raises(ReadError, match="is a folder"):
        decode_file(tmp_path)
    with pytest.raises(ReadError, match="cannot be read"):
        decode_file(Path("a\0b"))


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (b"Dear Anna", False),
        ("Дорогая Анна".encode("utf-16-le"), False),
        (codecs.BOM_UTF16_LE + b"\0\0", False),
        (b"\x7fELF\0\0\1", True),
    ],
)
def test_binary_heads(head: bytes, expected: bool) -> None:
    assert looks_binary(head) is expected
