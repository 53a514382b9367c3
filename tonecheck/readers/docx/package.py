"""The package of a Word document: a ZIP archive out of which one part is read, and put back.

Every entry that is not written anew keeps its bytes.
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from io import BytesIO

from tonecheck.readers.errors import ReadError
from tonecheck.sentences import sentence

DOCUMENT = "word/document.xml"
"""The part of the package that holds the text."""

MAX_UNPACKED = 50_000_000
"""Bytes of all parts together, unpacked; a package that declares more is not opened."""

_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_IN_ZIP64 = 0xFFFFFFFF
_SIZES_FOLLOW = 0x08
"""The flag of an entry whose sizes stand behind it."""

# What the standard library raises about bytes that are no package, or a damaged one.
_NO_PACKAGE = (
    zipfile.BadZipFile, zlib.error, struct.error, NotImplementedError, RuntimeError, EOFError,
    ValueError, OverflowError, OSError, KeyError,
)  # fmt: skip


def document_xml(data: bytes) -> bytes:
    """The XML of the text, unpacked."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            entries = package.infolist()
            size = max(len(data), sum(entry.file_size for entry in entries))
            if size > MAX_UNPACKED:
                raise ReadError(
                    "is too large for a message: {size:,} bytes, at most {limit:,} are read",
                    size=size,
                    limit=MAX_UNPACKED,
                )
            found = [entry for entry in entries if entry.filename == DOCUMENT]
            if len(found) != 1 or found[0].compress_type not in _METHODS:
                raise _unreadable(DOCUMENT)
            return package.read(found[0])
    except _NO_PACKAGE:
        raise _unreadable(".docx") from None


def _unreadable(wanted: str) -> ReadError:
    return ReadError(
        "cannot be read: {reason}", reason=sentence("expected {wanted}", wanted=wanted)
    )


def repacked(data: bytes, document: bytes) -> bytes:
    """The package with another document; every other entry keeps its bytes.

    Raises:
        ValueError: its directory is one of ZIP64, or not in order.
    """
    with zipfile.ZipFile(BytesIO(data)) as package:
        entries, directory = package.infolist(), package.start_dir
    old = next(entry for entry in entries if entry.filename == DOCUMENT)
    following = [e.header_offset for e in entries if e.header_offset > old.header_offset]
    end = min([*following, directory])
    packed = document
    if old.compress_type == zipfile.ZIP_DEFLATED:
        deflate = zlib.compressobj(wbits=-zlib.MAX_WBITS)
        packed = deflate.compress(document) + deflate.flush()
    sizes = struct.pack("<LLL", zlib.crc32(document), len(packed), len(document))
    head = _local_header(data, old, end, sizes)
    grown = len(head) + len(packed) - (end - old.header_offset)
    tail = bytearray(data[directory:])
    position = 0
    for entry in entries:
        if tail[position : position + 4] != b"PK\x01\x02":
            raise ValueError("the directory of the package is not in order")
        if _IN_ZIP64 in struct.unpack_from("<LL14xL", tail, position + 20):
            raise ValueError("the package is one of ZIP64")
        if entry is old:
            flags = struct.unpack_from("<H", tail, position + 8)[0] & ~_SIZES_FOLLOW
            struct.pack_into("<H", tail, position + 8, flags)
            tail[position + 16 : position + 28] = sizes
        elif entry.header_offset > old.header_offset:
            _add(tail, position + 42, grown)
        position += 46 + sum(struct.unpack_from("<HHH", tail, position + 28))
    if tail[position : position + 4] != b"PK\x05\x06":
        raise ValueError("the directory of the package does not end as expected")
    _add(tail, position + 16, grown)
    return data[: old.header_offset] + head + packed + data[end:directory] + bytes(tail)


def _local_header(data: bytes, entry: zipfile.ZipInfo, end: int, sizes: bytes) -> bytes:
    """The header before an entry, with other sizes in it, and none behind the entry."""
    start = entry.header_offset
    name, extra = struct.unpack_from("<HH", data, start + 26)
    if start + 30 + name + extra + entry.compress_size > end:
        raise ValueError("parts of the package overlap")
    flags = struct.unpack_from("<H", data, start + 6)[0] & ~_SIZES_FOLLOW
    fixed = data[start : start + 6] + struct.pack("<H", flags) + data[start + 8 : start + 14]
    kept = _without_zip64(data[start + 30 + name : start + 30 + name + extra])
    lengths = struct.pack("<HH", name, len(kept))
    return fixed + sizes + lengths + data[start + 30 : start + 30 + name] + kept


def _without_zip64(extra: bytes) -> bytes:
    kept = b""
    while len(extra) >= 4:
        kind, length = struct.unpack_from("<HH", extra)
        if kind != 1:
            kept += extra[: 4 + length]
        extra = extra[4 + length :]
    return kept + extra


def _add(data: bytearray, offset: int, number: int) -> None:
    value = struct.unpack_from("<L", data, offset)[0] + number
    struct.pack_into("<L", data, offset, value)
