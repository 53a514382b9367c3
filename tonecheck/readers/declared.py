"""The keys of front matter: which there are, and what each may say."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable
from datetime import date, datetime
from enum import StrEnum
from typing import NoReturn, TypeVar

import yaml

from tonecheck.message import PLACEHOLDER_CHARACTER
from tonecheck.readers.errors import ReadError, line_of
from tonecheck.types import Channel, DateRange, Declared, Kind, Language, Recipient, Stage

MASKS = (PLACEHOLDER_CHARACTER, "\ue001")
"""What stands for a placeholder, once for each of its characters, while YAML is read.

The two take turns, so that neighbours stay apart.
"""

MASKED = re.compile("|".join(f"{mask}+" for mask in MASKS))
"""One masked placeholder."""

KEYS = (
    "subject", "language", "stage", "channel", "kind", "send_at", "recipient", "delivered_on",
    "previous_reminder",
)  # fmt: skip
RECIPIENT_KEYS = ("name", "country", "region", "time_zone", "away")

_LONGEST_QUOTE = 60
_NULL = "tag:yaml.org,2002:null"
_Word = TypeVar("_Word", bound=StrEnum)
_Value = TypeVar("_Value")
_RANGE = re.compile(r"(\S+?)\s*(?:/|\.\.|\s[-–—]\s)\s*(\S+)")
_SPACE_BEFORE_OFFSET = re.compile(r"\s+(?=[-+]\d|Z$)")


def read_declared(
    source: str, offset: int, node: yaml.MappingNode
) -> tuple[Declared, yaml.ScalarNode | None]:
    """What front matter declares, and the node of its subject, which needs its place too.

    A value that holds a placeholder is not known yet and counts as not given.

    Args:
        source: the decoded file.
        offset: where in it the YAML begins.
        node: the YAML, of the same length as its source, with placeholders masked.

    Raises:
        ReadError: an unknown key or a value that is not what the key expects.
    """
    reader = _Reader(source, offset)
    values = reader.entries(node, KEYS, "")
    recipient = values.get("recipient")
    declared = Declared(
        language=reader.word(values, "language", Language, also=("auto",)),
        stage=reader.word(values, "stage", Stage),
        channel=reader.word(values, "channel", Channel),
        kind=reader.word(values, "kind", Kind, also=("auto",)),
        send_at=reader.parsed(values, "send_at", _moment, "an ISO 8601 time with its offset, "
                              "such as 2026-03-05T10:00+02:00"),
        recipient=reader.recipient(recipient) if recipient else None,
        delivered_on=reader.parsed(values, "delivered_on", date.fromisoformat, _A_DATE),
        previous_reminder=reader.parsed(values, "previous_reminder", date.fromisoformat, _A_DATE),
    )  # fmt: skip
    subject = values.get("subject")
    if subject is not None and not isinstance(subject, yaml.ScalarNode):
        reader.refuse(subject, "subject", "text; put it in quotation marks")
    return declared, subject


_A_DATE = "a date such as 2026-03-05"
_Values = dict[str, yaml.Node]


class _Reader:
    """Reads nodes and knows their lines."""

    def __init__(self, source: str, offset: int) -> None:
        self._source = source
        self._offset = offset

    def refuse(self, node: yaml.Node, key: str, expected: str, hint: str = "") -> NoReturn:
        found = "a list" if isinstance(node, yaml.SequenceNode) else "a group of keys"
        if isinstance(node, yaml.ScalarNode):
            found = f'"{_shortened(node.value)}"'
        self._fail(node, f"{key} is {found}; expected {expected}{hint}")

    def entries(self, node: yaml.MappingNode, known: tuple[str, ...], group: str) -> _Values:
        """The values by key, without those that are empty."""
        values: _Values = {}
        seen: set[str] = set()
        for key_node, value in node.value:
            key = key_node.value if isinstance(key_node, yaml.ScalarNode) else "a list"
            if key not in known:
                hint = _did_you_mean(key, known)
                expected = ", ".join(known)
                self._fail(
                    key_node, f'unknown key "{group}{_shortened(key)}"; expected {expected}{hint}'
                )
            if key in seen:
                self._fail(key_node, f'the key "{group}{key}" is given twice')
            seen.add(key)
            if value.tag != _NULL:
                values[key] = value
        return values

    def word(
        self, values: _Values, key: str, words: type[_Word], also: tuple[str, ...] = ()
    ) -> _Word | None:
        node = values.get(key)
        text = self._text(node, key)
        if node is None or text is None or text.lower() in also:
            return None
        listed = [*(word.value for word in words), *also]
        if text.lower() not in listed:
            hint = _did_you_mean(text.lower(), listed)
            self.refuse(node, key, "one of " + ", ".join(listed), hint)
        return words(text.lower())

    def parsed(
        self, values: _Values, key: str, parse: Callable[[str], _Value], expected: str
    ) -> _Value | None:
        node = values.get(key)
        text = self._text(node, key, expected)
        if node is None or text is None:
            return None
        try:
            return parse(text)
        except ValueError:
            self.refuse(node, key, expected)

    def recipient(self, node: yaml.Node) -> Recipient | None:
        if isinstance(node, yaml.ScalarNode) and MASKED.search(node.value):
            return None
        if not isinstance(node, yaml.MappingNode):
            self.refuse(node, "recipient", "the keys " + ", ".join(RECIPIENT_KEYS))
        values = self.entries(node, RECIPIENT_KEYS, "recipient.")
        away = values.get("away")
        return Recipient(
            name=self._text(values.get("name"), "name"),
            country=self.parsed(values, "country", _country, "two letters of ISO 3166, as in GB"),
            region=self._text(values.get("region"), "region"),
            time_zone=self._text(values.get("time_zone"), "time_zone"),
            away=self._away(away) if away else (),
        )

    def _away(self, node: yaml.Node) -> tuple[DateRange, ...]:
        if isinstance(node, yaml.ScalarNode) and MASKED.search(node.value):
            return ()
        if not isinstance(node, yaml.SequenceNode):
            self.refuse(node, "away", "a list of date ranges such as [2026-12-24/2027-01-02]")
        ranges = (self._date_range(item) for item in node.value)
        return tuple(r for r in ranges if r is not None)

    def _date_range(self, node: yaml.Node) -> DateRange | None:
        if isinstance(node, yaml.MappingNode):
            values = self.entries(node, ("from", "to"), "away.")
            first = self.parsed(values, "from", date.fromisoformat, _A_DATE)
            last = self.parsed(values, "to", date.fromisoformat, _A_DATE) or first
            if first is None or last is None:
                return None
            if last < first:
                self.refuse(node, "away", "a range whose last day is not before its first")
            return DateRange(first, last)
        expected = "a date range such as 2026-12-24/2027-01-02, first day not after the last"
        return self.parsed({"away": node}, "away", _date_range, expected)

    def _text(self, node: yaml.Node | None, key: str, expected: str = "text") -> str | None:
        if node is None:
            return None
        if not isinstance(node, yaml.ScalarNode):
            self.refuse(node, key, expected)
        value: str = node.value
        return None if MASKED.search(value) else value.strip() or None

    def _fail(self, node: yaml.Node, sentence: str) -> NoReturn:
        line = line_of(self._source, self._offset + node.start_mark.index)
        raise ReadError(f"line {line}: {sentence}")


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(_SPACE_BEFORE_OFFSET.sub("", text) if ":" in text else text)
    if moment.tzinfo is None:
        raise ValueError(text)
    return moment


def _country(text: str) -> str:
    if not re.fullmatch(r"[A-Za-z]{2}", text):
        raise ValueError(text)
    return text.upper()


def _date_range(text: str) -> DateRange:
    match = _RANGE.fullmatch(text)
    first, last = match.groups() if match else (text, text)
    found = DateRange(date.fromisoformat(first), date.fromisoformat(last))
    if found.last < found.first:
        raise ValueError(text)
    return found


def _shortened(value: str) -> str:
    return value if len(value) <= _LONGEST_QUOTE else value[:_LONGEST_QUOTE] + "…"


def _did_you_mean(word: str, known: Iterable[str]) -> str:
    close = difflib.get_close_matches(word, list(known), n=1)
    return f'; did you mean "{close[0]}"?' if close else ""
