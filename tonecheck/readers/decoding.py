"""Bytes to text and back, byte for byte."""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from pathlib import Path

from tonecheck.readers.code_pages import guess_code_page
from tonecheck.readers.errors import ReadError, line_of

MAX_BYTES = 1_000_000
"""A reminder is a page or two; a larger file is something else."""

HEAD_BYTES = 8_192
"""How much of a file tells whether it is text at all."""

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_NUL = "line {line}: a NUL character is not text"


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file and what is needed to write it back.

    ``encoding`` is a codec name of Python; ``bom`` the byte-order mark (maybe empty), which
    is not part of ``text``.
    """

    text: str
    encoding: str = "utf-8"
    bom: bytes = b""


def decode(data: bytes) -> Decoded:
    """The text in ``data``: UTF-8 or UTF-16 where it can be, else a Russian or English code page.

    Raises:
        ReadError: too large, binary, or in no encoding known here.
    """
    if len(data) > MAX_BYTES:
        raise too_large(len(data))
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode_marked(data, mark, encoding)
    if b"\0" in data:
        unmarked = _plausible_utf16(data)
        if unmarked is None:
            raise ReadError(
                "is a binary file, not text: the first NUL byte is byte {byte}",
                byte=data.index(0) + 1,
            )
        return Decoded(data.decode(unmarked), unmarked)
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        _refuse_damaged_utf8(data, error)
    code_page = guess_code_page(data)
    if code_page is None:
        raise ReadError("is in no known encoding; save it as UTF-8")
    return Decoded(data.decode(code_page), code_page)


def encode(text: str, decoded: Decoded) -> bytes:
    """``text`` as bytes in the encoding, and with the mark, of ``decoded``.

    Raises:
        ReadError: the encoding has no such character.
    """
    try:
        return decoded.bom + text.encode(decoded.encoding)
    except UnicodeEncodeError as error:
        raise ReadError(
            "line {line}: the character {character} cannot be written in the file's encoding, "
            "{encoding}; save the file as UTF-8",
            line=line_of(text, error.start),
            character=ascii(text[error.start]),
            encoding=decoded.encoding,
        ) from None


def decode_file(path: Path) -> Decoded:
    """The text of a file, of which never more than :data:`MAX_BYTES` are read.

    Raises:
        ReadError: it cannot be read, or not as text.
    """
    return decode(file_bytes(path))


def file_bytes(path: Path) -> bytes:
    """The bytes of a file, at most :data:`MAX_BYTES`.

    Raises:
        ReadError: it cannot be read, or it is larger.
    """
    try:
        if path.is_dir():
            raise ReadError("is a folder that cannot be read")
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
        size = path.stat().st_size if len(data) > MAX_BYTES else len(data)
    except FileNotFoundError:
        raise ReadError("there is no such file or folder") from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else None
        raise ReadError("cannot be read: {reason}", reason=(reason or str(error)).lower()) from None
    if size > MAX_BYTES:
        raise too_large(size)
    return data


def looks_binary(head: bytes) -> bool:
    """Whether the first bytes of a file (:data:`HEAD_BYTES`) are not text."""
    if b"\0" not in head or any(head.startswith(mark) for mark, _ in _MARKS):
        return False
    return _plausible_utf16(head[: len(head) // 2 * 2]) is None


def check_text(text: str) -> None:
    """Refuse text that no file could hold.

    Raises:
        ReadError: a NUL character, half a surrogate pair, or far too much text.
    """
    if len(text) > MAX_BYTES:
        raise too_large(len(text))
    nul = text.find("\0")
    if nul >= 0:
        raise ReadError(_NUL, line=line_of(text, nul))
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise ReadError(
            "line {line}: {character} is half of a character (a lone surrogate); the text was "
            "cut or decoded wrongly",
            line=line_of(text, error.start),
            character=ascii(text[error.start]),
        ) from None


def too_large(size: int) -> ReadError:
    """The error about a file of ``size`` bytes, more than is read."""
    return ReadError(
        "is too large for a message: {size:,} bytes, at most {limit:,} are read",
        size=size,
        limit=MAX_BYTES,
    )


def _decode_marked(data: bytes, mark: bytes, encoding: str) -> Decoded:
    try:
        text = data[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        raise ReadError(
            "begins with the mark of {encoding} but is damaged at byte {byte}",
            encoding=encoding,
            byte=error.start + len(mark) + 1,
        ) from None
    if "\0" in text:
        raise ReadError(_NUL, line=line_of(text, text.index("\0")))
    return Decoded(text, encoding, mark)


def _plausible_utf16(data: bytes) -> str | None:
    """The byte order in which ``data`` reads as English or Russian text, if there is one."""
    if len(data) % 2:
        return None
    for encoding in ("utf-16-le", "utf-16-be"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        usual = sum(map(_is_usual, text))
        if usual >= 0.9 * len(text) and "\0" not in text:
            return encoding
    return None


def _is_usual(character: str) -> bool:
    code = ord(character)
    return (
        0x20 <= code < 0x7F
        or character in "\t\r\n"
        or 0xA0 <= code < 0x180
        or 0x400 <= code < 0x460
        or 0x2010 <= code < 0x20C0
    )


def _refuse_damaged_utf8(data: bytes, error: UnicodeDecodeError) -> None:
    """A UTF-8 file with a broken byte is not a file in a code page: all of it would be garbled."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = sum(not character.isascii() for character in text) - broken
    if whole > 4 * broken:
        line = data.count(b"\n", 0, error.start) + 1
        raise ReadError(
            "line {line}: byte {byte} (0x{value:02X}) is not valid UTF-8, which the rest of the "
            "file is",
            line=line,
            byte=error.start + 1,
            value=data[error.start],
        )
