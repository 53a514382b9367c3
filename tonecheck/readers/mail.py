"""Mails (.eml): subject, recipient, date, and the text of the part that a client reads.

The standard library says what headers and charsets mean; where everything stands is found here.
"""

from __future__ import annotations

import binascii
import codecs
import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.message import Message as Headers
from email.utils import getaddresses, parsedate_to_datetime
from functools import partial
from itertools import groupby

from tonecheck.message import Message
from tonecheck.readers.catalogues.entries import MAX_DEPTH
from tonecheck.readers.catalogues.faults import invalid, too_deep
from tonecheck.readers.catalogues.pieces import Pieces
from tonecheck.readers.decoded import decoded_message
from tonecheck.readers.errors import ReadError
from tonecheck.readers.views import View
from tonecheck.sentences import Sentence, sentence
from tonecheck.templates import read_template
from tonecheck.types import Declared, Recipient

_KIND = "e-mail"
_LONGEST_HEADER = 2_000
"""Characters of a header other than the subject that are looked at."""

_LONGEST_LINE = 998
_LONGEST_QUOTED_LINE = 73

_BEFORE = re.compile(r"\ufeff?+(?:[ \t]*+\r?\n)*+(?:From [^\n]*+\n)?+")
_HEADER = re.compile(
    r"(?!--)(?P<name>[!-9;-~]++)[ \t]*+:[ \t]*+"
    r"(?P<value>[^\n]*+(?:\n[ \t][^\n]*+)*+)(?:\n|\Z)"
)
_NO_LINE = re.compile(r"\r?\n")
_DELIMITER = re.compile(r"^--(?P<name>[^\r\n]*+)(?:\r?\n|\r?\Z)", re.MULTILINE)
_WORD = re.compile(
    r"=\?(?P<charset>[^?*\s]{1,40})(?:\*[^?\s]{0,40})?"
    r"\?(?P<encoding>[BbQq])\?(?P<inside>[^?\r\n]*+)\?="
)
_BETWEEN_WORDS = re.compile(r"[ \t\r\n]*+")
_FOLD = re.compile(r"\r?\n[ \t]?")
_QUOTED = re.compile(
    r"(?P<byte>=[0-9A-Fa-f]{2})|(?P<soft>=[ \t]*+(?:\r?\n|\Z))"
    r"|(?P<trailing>(?<![ \t])[ \t]++(?=\r?\n|\Z))"
)
_BASE64_LINE = re.compile(r"[A-Za-z0-9+/]*+=*+")
_CODECS = re.compile(r"utf-8|ascii|koi8-[rut]|cp125\d|cp866|iso8859-\d+|mac-cyrillic")
_UTC_BY_NAME = re.compile(r"-0000\b")
# What the standard library raises about malformed parameters, addresses and dates.
_MALFORMED = (ValueError, LookupError, TypeError, AttributeError, ArithmeticError, RecursionError)


@dataclass(frozen=True, slots=True)
class Mail:
    """What a mail says, with the way back to its source.

    ``recipient_name`` is the display name in ``To``, where that is one address. ``body`` is the
    text of the part that a client reads, None where there is no such part; its line ends are
    those of the part. ``attachments`` are file names. ``escape`` gives what text inserted into
    the body is written as in its transfer encoding (markup is not its business); it raises
    ValueError for what cannot stand there.
    """

    subject: View
    recipient_name: str | None
    date: datetime | None
    body: View | None
    is_html: bool
    attachments: tuple[str, ...]
    escape: Callable[[str], str]


@dataclass(slots=True)
class _Part:
    """A part of a mail; ``start:end`` is its body, ``parts`` are those of a multipart."""

    type: str
    charset: str | None
    encoding: str
    encoding_at: int
    boundary: str | None
    is_attachment: bool
    filename: str | None
    start: int
    end: int
    parts: list[_Part] = field(default_factory=list)


def read_mail(source: str) -> Message:
    """The message in an .eml file: its subject, and the part that a client reads.

    Raises:
        ReadError: it is no mail, or has no text.
    """
    mail = mail_parts(source)
    if mail.body is None or not mail.body.text.strip():
        raise ReadError("has no text below its front matter or header lines")
    recipient = Recipient(name=mail.recipient_name) if mail.recipient_name else None
    return decoded_message(
        source,
        mail.body,
        subject=mail.subject,
        declared=Declared(send_at=mail.date, recipient=recipient),
        is_html=mail.is_html,
        escape=mail.escape,
    )


def mail_parts(source: str) -> Mail:
    """The parts of a mail.

    Args:
        source: the decoded text of an .eml file.

    Raises:
        ReadError: it is empty or no mail, or the part that a client reads cannot be decoded.
    """
    if not source.strip("\ufeff \t\r\n"):
        raise ReadError("is empty")
    before = _BEFORE.match(source)
    scan = _Scan(source)
    start = before.end() if before else 0
    headers, root = scan.read(start)
    if not headers:
        raise _expected(source, start, "“Subject: …”", source[start : start + 20])
    chosen = _readable(source, root)
    body, part = chosen if chosen else (None, None)
    return Mail(
        subject=_subject(source, headers),
        recipient_name=_recipient_name(source, headers),
        date=_date(source, headers),
        body=body,
        is_html=bool(part and part.type == "text/html"),
        attachments=tuple(_attachments(root, part)),
        escape=_escape_for(source, part, body, scan.boundaries) if part and body else _refuse,
    )


# The structure

_Spans = dict[str, list[tuple[int, int]]]


class _Scan:
    """One pass over the lines that may part a mail."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._delimiters = _DELIMITER.finditer(source)
        self._open: list[str] = []
        self.boundaries: set[str] = set()

    def read(self, start: int) -> tuple[_Spans, _Part]:
        """The headers that begin at an offset, and the part below them."""
        headers, part = self._headers(start, "text/plain")
        self._fill(part)
        return headers, part

    def _headers(self, start: int, usual: str) -> tuple[_Spans, _Part]:
        spans: _Spans = {}
        position = start
        while header := _HEADER.match(self._source, position):
            value = header["value"].rstrip()
            end = header.start("value") + len(value)
            first = end - len(value.lstrip())
            spans.setdefault(header["name"].lower(), []).append((first, end))
            position = header.end()
        if empty := _NO_LINE.match(self._source, position):
            position = empty.end()
        return spans, _described(self._source, spans, usual, position)

    def _fill(self, part: _Part) -> tuple[str, int, int] | None:
        """Find the end of a part and those in it.

        Returns the delimiter at which it ends: its name and where its line begins and ends.
        """
        if part.type.startswith("multipart/"):
            found = self._fill_multipart(part)
        else:
            found = self._next(part.start)
        part.end = max(part.start, self._before(found[1]) if found else len(self._source))
        return found

    def _fill_multipart(self, part: _Part) -> tuple[str, int, int] | None:
        boundary = part.boundary
        if not boundary:
            raise _expected(self._source, part.start, "boundary=…")
        if len(self._open) >= MAX_DEPTH:
            raise too_deep(self._source, part.start, _KIND)
        usual = "message/rfc822" if part.type == "multipart/digest" else "text/plain"
        self._open.append(boundary)
        self.boundaries.add(boundary)
        found = self._next(part.start)
        if not found or found[0] not in (boundary, f"{boundary}--"):
            raise _expected(self._source, part.start, f"--{boundary}")
        while found and found[0] == boundary:
            _, child = self._headers(found[2], usual)
            part.parts.append(child)
            found = self._fill(child)
        self._open.pop()
        if found and found[0] == f"{boundary}--":
            found = self._next(found[2])
        return found

    def _next(self, start: int) -> tuple[str, int, int] | None:
        """The next line that parts what is open."""
        for line in self._delimiters:
            name = line["name"].rstrip()
            known = name in self._open or (name.endswith("--") and name[:-2] in self._open)
            if known and line.start() >= start:
                return name, line.start(), line.end()
        return None

    def _before(self, offset: int) -> int:
        """Where the line above one ends; the line end belongs to the delimiter."""
        if self._source.endswith("\r\n", 0, offset):
            return offset - 2
        return max(0, offset - 1)


def _described(source: str, spans: _Spans, usual: str, start: int) -> _Part:
    """The part whose headers these are, as the standard library understands them."""

    def span(name: str) -> tuple[int, int]:
        return spans[name][0] if name in spans else (start, start)

    headers = Headers()
    for name in ("Content-Type", "Content-Disposition"):
        if name.lower() in spans:
            headers[name] = _unfolded(source, span(name.lower()))
    headers.set_default_type(usual)
    try:
        kind, disposition = headers.get_content_type(), headers.get_content_disposition()
        boundary = headers.get_boundary()
    except _MALFORMED:
        kind, disposition, boundary = usual, None, None
    try:
        charset = headers.get_content_charset()
    except _MALFORMED:
        charset = None
    try:
        filename = headers.get_filename()
    except _MALFORMED:
        filename = None
    encoding = source[slice(*span("content-transfer-encoding"))][:_LONGEST_HEADER]
    is_embedded = (kind.startswith("image/") and "content-id" in spans) or (
        kind.startswith("text/") and disposition == "inline"
    )
    return _Part(
        type=kind,
        charset=charset,
        encoding=encoding.partition(";")[0].strip().lower(),
        encoding_at=span("content-transfer-encoding")[0],
        boundary=boundary.rstrip() if boundary else None,
        is_attachment=disposition == "attachment" or bool(filename and not is_embedded),
        filename=_words_of(filename).strip() or None if filename else None,
        start=start,
        end=start,
    )


def _readable(source: str, part: _Part) -> tuple[View, _Part] | None:
    """The text that a client reads in a part, and the part that it stands in."""
    if part.parts:
        return _readable_among(source, part)
    if part.type not in ("text/plain", "text/html") or part.is_attachment:
        return None
    return _decoded(source, part), part


def _readable_among(source: str, part: _Part) -> tuple[View, _Part] | None:
    """The first text that is not empty; of alternatives, rather one that is no HTML."""
    best: tuple[View, _Part] | None = None
    for child in part.parts[:1] if part.type == "multipart/related" else part.parts:
        found = _readable(source, child)
        if not found:
            continue
        if found[0].text.strip():
            if part.type != "multipart/alternative" or found[1].type == "text/plain":
                return found
            if not best or not best[0].text.strip():
                best = found
        best = best or found
    return best


def _attachments(part: _Part, body: _Part | None) -> Iterator[str]:
    if part.is_attachment and part.filename and part is not body:
        yield part.filename
    for child in part.parts:
        yield from _attachments(child, body)


# Headers


def _subject(source: str, headers: _Spans) -> View:
    pieces = Pieces(source)
    if "subject" in headers:
        _show_words(pieces, source, *headers["subject"][0])
    return pieces.view()


def _recipient_name(source: str, headers: _Spans) -> str | None:
    """The display name of the only addressee; None for a bare address or a placeholder."""
    spans = headers.get("to", [])
    if len(spans) != 1 or spans[0][1] - spans[0][0] > _LONGEST_HEADER:
        return None
    try:
        found = [pair for pair in getaddresses([_unfolded(source, spans[0])]) if any(pair)]
    except _MALFORMED:
        return None
    if len(found) != 1 or not found[0][1]:
        return None
    name = " ".join(_words_of(found[0][0]).split()).strip("'\"")
    if "@" in name or read_template(name).placeholders:
        return None
    return name or None


def _date(source: str, headers: _Spans) -> datetime | None:
    if "date" not in headers:
        return None
    text = _unfolded(source, headers["date"][0])
    try:
        date = parsedate_to_datetime(text)
    except _MALFORMED:
        return None
    if date.tzinfo is None:
        return date.replace(tzinfo=UTC) if _UTC_BY_NAME.search(text) else None
    return date


def _unfolded(source: str, span: tuple[int, int]) -> str:
    text = source[span[0] : min(span[1], span[0] + _LONGEST_HEADER)]
    return re.sub(r"\r?\n", "", text).encode("utf-8", "replace").decode()


def _words_of(text: str) -> str:
    """A text with its encoded words decoded."""
    pieces = Pieces(text)
    _show_words(pieces, text, 0, len(text))
    return pieces.view().text


def _show_words(pieces: Pieces, source: str, start: int, end: int) -> None:
    """Show the value of a header: plain text, folds, and encoded words, each as one piece.

    Space between encoded words is out of sight. Words that cannot be decoded stand as written.
    """
    words: list[_Word] = []
    position = start
    for match in _WORD.finditer(source, start, end):
        codec, data = _codec_name(match["charset"]), _word_bytes(match)
        if codec is None or data is None:
            continue
        between = _BETWEEN_WORDS.match(source, position, match.start())
        if not words or not between or between.end() != match.start():
            _show_run(pieces, words)
            words = []
            pieces.unescaped(position, match.start(), _FOLD, _unfold)
        words.append(_Word(*match.span(), codec, data))
        position = match.end()
    _show_run(pieces, words)
    pieces.unescaped(position, end, _FOLD, _unfold)


@dataclass(frozen=True, slots=True)
class _Word:
    """An encoded word, and its bytes."""

    start: int
    end: int
    codec: str
    data: bytes


def _show_run(pieces: Pieces, words: Sequence[_Word]) -> None:
    """Show encoded words in a row; a character that they share belongs to the later one."""
    for codec, group in groupby(words, key=lambda word: word.codec):
        decoder = codecs.getincrementaldecoder(codec)("replace")
        alike = list(group)
        for word in alike:
            text = decoder.decode(word.data, word is alike[-1])
            pieces.decoded(re.sub(r"[\r\n]+", " ", text), word.start, word.end)


def _unfold(fold: re.Match[str]) -> str:
    return " " if fold[0][-1] != "\n" else ""


def _word_bytes(word: re.Match[str]) -> bytes | None:
    inside = word["inside"]
    if word["encoding"] in "Bb":
        inside = inside.strip().rstrip("=")
        if not re.fullmatch(r"[A-Za-z0-9+/]*", inside) or len(inside) % 4 == 1:
            return None
        return binascii.a2b_base64(inside + "=" * (-len(inside) % 4))
    if not inside.isascii():
        return None
    return binascii.a2b_qp(inside.encode(), header=True)


# Bodies


def _decoded(source: str, part: _Part) -> View:
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
            raise _expected(source, part.encoding_at, "quoted-printable, base64, 8bit", unknown)
    return pieces.view()


class _QuotedPrintable:
    """Shows quoted-printable text; escaped bytes gather until they make a character."""

    def __init__(self, pieces: Pieces, source: str, codec: str) -> None:
        self._pieces = pieces
        self._source = source
        self._decoder = codecs.getincrementaldecoder(codec)("replace")
        self._waiting: list[tuple[int, int]] = []

    def show(self, part: _Part) -> None:
        position = part.start
        for match in _QUOTED.finditer(self._source, part.start, part.end):
            self._literal(position, match.start())
            if match["byte"]:
                self._byte(int(match["byte"][1:], 16), match.span())
            elif match["trailing"]:
                self._end()
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
            self._pieces.decoded(text, self._waiting[0][0], self._waiting[used - 1][1])
            del self._waiting[:used]

    def _end(self) -> None:
        """Nothing completes the character that has begun, if one has."""
        if self._waiting:
            text = self._decoder.decode(b"", True)
            self._pieces.decoded(text, self._waiting[0][0], self._waiting[-1][1])
            self._waiting.clear()
            self._decoder.reset()


def _show_base64(pieces: Pieces, source: str, part: _Part) -> None:
    """Show base64, each source line as a piece."""
    decoder = codecs.getincrementaldecoder(_reading_codec(source, part))("replace")
    lines = [match.span() for match in re.finditer(r"\S+", source[part.start : part.end])]
    left = ""
    for number, line in enumerate(lines, 1):
        start, end = part.start + line[0], part.start + line[1]
        good = _BASE64_LINE.match(source, start, end)
        if not good or good.end() < end:
            at = good.end() if good else start
            raise invalid(source, at, "base64", _wanted("A–Z a–z 0–9 + / =", source[at:end]))
        digits = left + source[start:end].rstrip("=")
        whole = len(digits) - len(digits) % 4
        left = digits[whole:]
        if source[end - 1] == "=" or number == len(lines):
            digits, left = digits + "=" * (-len(digits) % 4 % 3), ""
            whole = len(digits) - len(digits) % 4
        data = binascii.a2b_base64(digits[:whole])
        pieces.decoded(decoder.decode(data, number == len(lines)), start, end)


def _codec_name(charset: str) -> str | None:
    """The name of Python for a charset, None for one that is not known here."""
    try:
        name = codecs.lookup(charset).name
    except (LookupError, ValueError):
        return None
    return name if _CODECS.fullmatch(name) else None


def _reading_codec(source: str, part: _Part) -> str:
    """What the bytes of a part are decoded as; what ought to be ASCII is read as UTF-8."""
    codec = _codec_name(part.charset or "us-ascii")
    if codec is None:
        raise _expected(source, part.start, "charset=utf-8", part.charset or "")
    return "utf-8" if codec == "ascii" else codec


# What is inserted


def _escape_for(
    source: str, part: _Part, body: View, boundaries: Collection[str]
) -> Callable[[str], str]:
    if part.encoding == "base64":
        return _refuse
    line_end = "\r\n" if "\r\n" in source[part.start : part.end] else "\n"
    codec: str | None = _codec_name(part.charset or "us-ascii")
    if part.encoding == "quoted-printable":
        undeclared = not part.charset and not body.text.isascii()
        codec = "utf-8" if undeclared else codec
        return partial(_escape_quoted, codec=codec or "ascii", line_end=line_end)
    if part.encoding in ("", "7bit") and body.text.isascii():
        codec = "ascii"
    elif not part.charset and not body.text.isascii():
        codec = "utf-8"
    codec = codec or "ascii"
    longest = max((len(line.encode(codec, "replace")) for line in body.text.split("\n")), default=0)
    return partial(
        _escape_plain,
        codec=codec,
        line_end=line_end,
        boundaries=frozenset(boundaries),
        room=max(0, _LONGEST_LINE - longest),
    )


def _refuse(text: str) -> str:
    raise ValueError(f"nothing can be inserted here: {text!r}")


def _escape_plain(
    text: str, *, codec: str, line_end: str, boundaries: Collection[str], room: int
) -> str:
    lines = text.replace("\r\n", "\n").split("\n")
    if "\r" in "".join(lines) or any(len(line.encode(codec)) > room for line in lines):
        raise ValueError("a carriage return, or a line that would be too long")
    if any(f"--{boundary}" in text for boundary in boundaries):
        raise ValueError("a line that would end the part")
    return line_end.join(lines)


def _escape_quoted(text: str, *, codec: str, line_end: str) -> str:
    """Inserted text on lines of its own, between soft line breaks, so that none is too long."""
    if not text:
        return ""
    lines = text.replace("\r\n", "\n").split("\n")
    quoted: list[str] = []
    for number, line in enumerate(lines, 1):
        tokens = [_quoted(character, codec) for character in line]
        if tokens and tokens[-1] in (" ", "\t") and number < len(lines):
            tokens[-1] = f"={ord(tokens[-1]):02X}"
        quoted.append(f"={line_end}".join(_filled(tokens)))
    return f"={line_end}{line_end.join(quoted)}={line_end}"


def _quoted(character: str, codec: str) -> str:
    if character in " \t" or ("!" <= character <= "~" and character != "="):
        return character
    return "".join(f"={byte:02X}" for byte in character.encode(codec))


def _filled(tokens: list[str]) -> Iterator[str]:
    """Lines of tokens, none too long, and none that could be taken for a boundary."""
    line: list[str] = []
    length = 0
    for token in tokens:
        if length + len(token) > _LONGEST_QUOTED_LINE:
            yield _no_boundary("".join(line))
            line, length = [], 0
        line.append(token)
        length += len(token)
    yield _no_boundary("".join(line))


def _no_boundary(line: str) -> str:
    return f"=2D{line[1:]}" if line.startswith("--") else line


# What is wrong


def _expected(source: str, offset: int, wanted: str, found: str = "") -> ReadError:
    return invalid(source, offset, _KIND, _wanted(wanted, found))


def _wanted(wanted: str, found: str) -> Sentence:
    found = found[:20].split("\n")[0].strip()
    if not found:
        return sentence("expected {wanted}", wanted=wanted)
    return sentence("expected {wanted}, found “{found}”", wanted=wanted, found=found)
