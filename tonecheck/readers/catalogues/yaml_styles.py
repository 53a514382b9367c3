"""What a text must be written as inside a YAML scalar, in each of the five styles."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

import yaml

_UNPRINTABLE = re.compile(
    "[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
_INDICATORS = tuple("-?:,[]{}#&*!|>'\"%@`=")
_TEXT_TAG = "tag:yaml.org,2002:str"
_RESOLVER = yaml.resolver.Resolver()
_SHORT = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r", "\0": "\\0"}
_DOUBLE = re.compile(rf'[\\"\n\t]|{_UNPRINTABLE.pattern}')


def double_quoted(text: str) -> str:
    """Any text, in escapes where it needs them."""
    return _DOUBLE.sub(_escaped, text)


def single_quoted(text: str) -> str:
    """A text of one line."""
    _require(text, lines=False)
    return text.replace("'", "''")


def plain(*, flow: bool) -> Callable[[str], str]:
    """The escape for a plain scalar; ``flow`` is one within brackets."""
    return partial(_plain, flow=flow)


def literal(indent: str, line_end: str) -> Callable[[str], str]:
    """The escape for a ``|`` scalar whose lines begin with ``indent``."""
    return partial(_literal, indent=indent, line_end=line_end)


def folded(text: str) -> str:
    """A text of one line, in a ``>`` scalar."""
    _require(text, lines=False)
    _require_unspaced(text)
    return text


def _escaped(match: re.Match[str]) -> str:
    code = ord(match[0])
    if match[0] in _SHORT:
        return _SHORT[match[0]]
    return f"\\x{code:02X}" if code <= 0xFF else f"\\u{code:04X}"


def _plain(text: str, *, flow: bool) -> str:
    _require(text, lines=False)
    _require_unspaced(text)
    special = (
        "\t" in text
        or text.startswith((*_INDICATORS, "..."))
        or text.endswith((":", " "))
        or ": " in text
        or " #" in text
        or (flow and re.search(r"[,?:\[\]{}]", text))
    )
    if special or (text and not _reads_as_text(text)):
        raise ValueError(f"not as a plain scalar: {text!r}")
    return text


def _reads_as_text(text: str) -> bool:
    resolve: Callable[..., str] = _RESOLVER.resolve
    return resolve(yaml.ScalarNode, text, (True, False)) == _TEXT_TAG


def _literal(text: str, *, indent: str, line_end: str) -> str:
    _require(text, lines=True)
    _require_unspaced(text)
    if text.startswith("\n") or text.endswith("\n"):
        raise ValueError("line breaks at the ends of a scalar are not kept")
    return text.replace("\n", line_end + indent)


def _require(text: str, *, lines: bool) -> None:
    if _UNPRINTABLE.search(text) or ("\n" in text and not lines):
        raise ValueError(f"only between double quotes: {text!r}")


def _require_unspaced(text: str) -> None:
    if text.startswith((" ", "\t")):
        raise ValueError("a space could begin a line, where it would count as indentation")
