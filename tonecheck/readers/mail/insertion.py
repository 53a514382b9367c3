"""How text that is inserted into a part is written there."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from functools import partial

from tonecheck.readers.mail.charsets import codec_name
from tonecheck.readers.mail.structure import Part
from tonecheck.readers.views import View

_LONGEST_LINE = 998
_LONGEST_QUOTED_LINE = 73


def escape_for(
    source: str, part: Part, body: View, boundaries: Collection[str]
) -> Callable[[str], str]:
    """How text inserted into the body of a part is written in its transfer encoding.

    What is returned raises ValueError for text that cannot stand there.
    """
    if part.encoding == "base64":
        return refuse
    line_end = "\r\n" if "\r\n" in source[part.start : part.end] else "\n"
    codec: str | None = codec_name(part.charset or "us-ascii")
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


def seam_for(source: str, part: Part) -> str:
    """The soft line break of a part's transfer encoding; none where it has no such."""
    if part.encoding != "quoted-printable":
        return ""
    return "=\r\n" if "\r\n" in source[part.start : part.end] else "=\n"


def refuse(text: str) -> str:
    """Insert nothing.

    Raises:
        ValueError: always.
    """
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
