"""The parts of a mail: where each begins and ends, and what its headers say of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from email.message import Message as Headers

from tonecheck.readers.catalogues.entries import MAX_DEPTH
from tonecheck.readers.catalogues.faults import too_deep
from tonecheck.readers.mail.faults import KIND, MALFORMED, expected
from tonecheck.readers.mail.headers import LONGEST_HEADER, Spans, decoded_words, unfolded

_HEADER = re.compile(
    r"(?!--)(?P<name>[!-9;-~]++)[ \t]*+:[ \t]*+"
    r"(?P<value>[^\n]*+(?:\n[ \t][^\n]*+)*+)(?:\n|\Z)"
)
_NO_LINE = re.compile(r"\r?\n")
_DELIMITER = re.compile(r"^--(?P<name>[^\r\n]*+)(?:\r?\n|\r?\Z)", re.MULTILINE)


@dataclass(slots=True)
class Part:
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
    parts: list[Part] = field(default_factory=list)


class Scan:
    """One pass over the lines that may part a mail."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._delimiters = _DELIMITER.finditer(source)
        self._open: list[str] = []
        self.boundaries: set[str] = set()

    def read(self, start: int) -> tuple[Spans, Part]:
        """The headers that begin at an offset, and the part below them."""
        headers, part = self._headers(start, "text/plain")
        self._fill(part)
        return headers, part

    def _headers(self, start: int, usual: str) -> tuple[Spans, Part]:
        spans: Spans = {}
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

    def _fill(self, part: Part) -> tuple[str, int, int] | None:
        """Find the end of a part and those in it.

        Returns the delimiter at which it ends: its name and where its line begins and ends.
        """
        if part.type.startswith("multipart/"):
            found = self._fill_multipart(part)
        else:
            found = self._next(part.start)
        part.end = max(part.start, self._before(found[1]) if found else len(self._source))
        return found

    def _fill_multipart(self, part: Part) -> tuple[str, int, int] | None:
        boundary = part.boundary
        if not boundary:
            raise expected(self._source, part.start, "boundary=…")
        if len(self._open) >= MAX_DEPTH:
            raise too_deep(self._source, part.start, KIND)
        usual = "message/rfc822" if part.type == "multipart/digest" else "text/plain"
        self._open.append(boundary)
        self.boundaries.add(boundary)
        found = self._next(part.start)
        if not found or found[0] not in (boundary, f"{boundary}--"):
            raise expected(self._source, part.start, f"--{boundary}")
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


def _described(source: str, spans: Spans, usual: str, start: int) -> Part:
    """The part whose headers these are, as the standard library understands them."""

    def span(name: str) -> tuple[int, int]:
        return spans[name][0] if name in spans else (start, start)

    headers = Headers()
    for name in ("Content-Type", "Content-Disposition"):
        if name.lower() in spans:
            headers[name] = unfolded(source, span(name.lower()))
    headers.set_default_type(usual)
    try:
        kind, disposition = headers.get_content_type(), headers.get_content_disposition()
        boundary = headers.get_boundary()
    except MALFORMED:
        kind, disposition, boundary = usual, None, None
    try:
        charset = headers.get_content_charset()
    except MALFORMED:
        charset = None
    try:
        filename = headers.get_filename()
    except MALFORMED:
        filename = None
    encoding = source[slice(*span("content-transfer-encoding"))][:LONGEST_HEADER]
    is_embedded = (kind.startswith("image/") and "content-id" in spans) or (
        kind.startswith("text/") and disposition == "inline"
    )
    return Part(
        type=kind,
        charset=charset,
        encoding=encoding.partition(";")[0].strip().lower(),
        encoding_at=span("content-transfer-encoding")[0],
        boundary=boundary.rstrip() if boundary else None,
        is_attachment=disposition == "attachment" or bool(filename and not is_embedded),
        filename=decoded_words(filename).strip() or None if filename else None,
        start=start,
        end=start,
    )
