"""Text on a terminal: how wide it is, where it may be broken, what must not be printed raw."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

TAB_WIDTH = 8
"""What a tab is counted as: the most that it can take."""

_COLOR = re.compile(r"\x1b\[[\d;]*m")
_JOINER = "\u200d"
_EMOJI_STYLE = "\ufe0f"
_SKIN_TONES = range(0x1F3FB, 0x1F400)
_STAND_IN = "\ufffd"

# Read aloud as ASCII where a console has nothing better. The first table keeps the length.
_LIKENESS = str.maketrans({
    "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'",
    "—": "-", "–": "-", "−": "-", "‑": "-", "\u00a0": " ", "\u202f": " ", "·": "*",
})  # fmt: skip
_LONGER = str.maketrans({"…": "...", "→": "->", "№": "No."})


def cell_widths(text: str) -> list[int]:
    """How many columns each character takes.

    Wide characters take two, combining ones none; in a sequence such as a family or a flag of
    emoji only the first character takes room.
    """
    widths: list[int] = []
    previous = ""
    for character in text:
        width = _width(character)
        if previous == _JOINER or (ord(character) in _SKIN_TONES and widths and widths[-1] == 2):
            width = 0
        elif character == _EMOJI_STYLE and widths and widths[-1] == 1:
            # The style asks for the picture instead of the sign, which is wide.
            widths[-1] = 2
        widths.append(width)
        previous = character
    return widths


def width_of(text: str) -> int:
    """How many columns a text takes; colour codes take none."""
    return sum(cell_widths(_COLOR.sub("", text)))


def printable(text: str) -> str:
    """The text with every character that could steer a terminal replaced, length unchanged.

    Tabs stay; escape characters, line ends and marks that turn the direction do not.
    """
    return "".join(_STAND_IN if _steers(c) else c for c in text)


def plain(text: str) -> str:
    """Typographic signs in ASCII, for a console that cannot show them; letters stay."""
    return text.translate(_LIKENESS).translate(_LONGER)


def wrap(text: str, width: int) -> list[str]:
    """Break a text at spaces into lines of at most ``width`` columns, each line end kept.

    A word that is wider than a line is broken where it must be.
    """
    return [line for paragraph in text.split("\n") for line in _wrap_line(paragraph, width)]


def _wrap_line(text: str, width: int) -> Iterator[str]:
    line, used = "", 0
    for word in text.split():
        for piece in _pieces(word, width):
            size = width_of(piece)
            if line and used + 1 + size > width:
                yield line
                line, used = piece, size
            else:
                line, used = (f"{line} {piece}", used + 1 + size) if line else (piece, size)
    yield line


def _pieces(word: str, width: int) -> Iterator[str]:
    piece, used = "", 0
    for character, size in zip(word, cell_widths(word), strict=True):
        if piece and used + size > width:
            yield piece
            piece, used = "", 0
        piece += character
        used += size
    yield piece


def _width(character: str) -> int:
    if character == "\t":
        return TAB_WIDTH
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def _steers(character: str) -> bool:
    if character == "\t":
        return False
    kind = unicodedata.category(character)
    turns = unicodedata.bidirectional(character) in (
        "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI",
    )  # fmt: skip
    return turns or kind in ("Cc", "Cs", "Zl", "Zp")
