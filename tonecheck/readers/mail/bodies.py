"""The text of a part, out of its transfer encoding and charset."""

from __future__ import annotations

import binascii
import codecs
import re

from tonecheck.readers.catalogues.faults import invalid
from tonecheck.readers.catalogues.pieces import Pieces
from tonecheck.readers.mail.charsets import codec_name
from tonecheck.readers.mail.faults import expectation, expected
from tonecheck.readers.mail.structure import Part
from tonecheck.readers.views import View

_QUOTED = re.compile(
    r"(?P<byte>=[0-9A-Fa-f]{2})|(?P<soft>=[ \t]*+(?:\r?\n|\Z))"
    r"|(?P<trailing>(?<![ \t])[ \t]++(?=\r?\n|\Z))"
)
_BASE64_LINE = re.compile(r"[A-Za-z0-9+/]*+=*+")


def decoded_text(source: str, part: Part) -> View:
    """The text of a part.

    Raises:
        ReadError: its transfer encoding or charset is not known here, or it is no base64.
    """
    pieces = Pieces(source)
    match part.encoding:
        case "" | "7bit" | "8bit" | "binary":
            pieces.verbatim(part.start, part.end)
        case "quoted-printable":
            _QuotedPrintable(pieces, source, _reading_codec(source, part)).show(part)
        case "base64":
            _show_base64(pieces, source, part)
        case unknown:
            raise expected(source, part.encoding_at, "quoted-printable, base64, 8bit", unknown)
    return pieces.view()


class _QuotedPrintable:
    """Shows quoted-printable text; escaped bytes gather until they make a character."""

    def __init__(self, pieces: Pieces, source: str, codec: str) -> None:
        self._pieces = pieces
        self._source = source
        self._decoder = codecs.getincrementaldecoder(codec)("replace")
        self._waiting: list[tuple[int, int]] = []

    def show(self, part: Part) -> None:
        position = part.start
        for match in _QUOTED.finditer(self._source, part.start, part.end):
            self._literal(position, match.start())
            if match["byte"]:
                self._byte(int(match["byte"][1:], 16), match.span())
            elif match["trailing"]:
                self._end()
            else:
                self._pieces.escaped("", *match.span())
            position = match.end()
        self._literal(position, part.end)
        self._end()

    def _literal(self, start: int, end: int) -> None:
        if start < end:
            self._end()
            self._pieces.verbatim(start, end)

    def _byte(self, value: int, span: tuple[int, int]) -> None:
        self._waiting.append(span)
        if text := self._decoder.decode(bytes([value])):
            used = len(self._waiting) - len(self._decoder.getstate()[0])
            self._pieces.escaped(text, self._waiting[0][0], self._waiting[used - 1][1])
            del self._waiting[:used]

    def _end(self) -> None:
        """Nothing completes the character that has begun, if one has."""
        if self._waiting:
            text = self._decoder.decode(b"", True)
            self._pieces.decoded(text, self._waiting[0][0], self._waiting[-1][1])
            self._waiting.clear()
            self._decoder.reset()


def _show_base64(pieces: Pieces, source: str, part: Part) -> None:
    """Show base64, each source line as a piece."""
    decoder = codecs.getincrementaldecoder(_reading_codec(source, part))("replace")
    lines = [match.span() for match in re.finditer(r"\S+", source[part.start : part.end])]
    left = ""
    for number, line in enumerate(lines, 1):
        start, end = part.start + line[0], part.start + line[1]
        good = _BASE64_LINE.match(source, start, end)
        if not good or good.end() < end:
            at = good.end() if good else start
            raise invalid(source, at, "base64", expectation("A–Z a–z 0–9 + / =", source[at:end]))
        digits = left + source[start:end].rstrip("=")
        whole = len(digits) - len(digits) % 4
        left = digits[whole:]
        if source[end - 1] == "=" or number == len(lines):
            digits, left = digits + "=" * (-len(digits) % 4 % 3), ""
            whole = len(digits) - len(digits) % 4
        data = binascii.a2b_base64(digits[:whole])
        pieces.decoded(decoder.decode(data, number == len(lines)), start, end)


def _reading_codec(source: str, part: Part) -> str:
    """What the bytes of a part are decoded as; what ought to be ASCII is read as UTF-8."""
    codec = codec_name(part.charset or "us-ascii")
    if codec is None:
        raise expected(source, part.start, "charset=utf-8", part.charset or "")
    return "utf-8" if codec == "ascii" else codec
