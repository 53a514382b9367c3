"""The keys of front matter: which there are, and what each may say."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable
from datetime import date, datetime
from enum import StrEnum
from typing import NoReturn, TypeVar

import yaml

from tonecheck.directives import parse_waiver
from tonecheck.message import PLACEHOLDER_CHARACTER
from tonecheck.readers.errors import ReadError, line_of
from tonecheck.sentences import Sentence, sentence
from tonecheck.types import Channel, DateRange, Declared, Kind, Language, Recipient, Stage, Waiver

MASKS = (PLACEHOLDER_CHARACTER, "\ue001")
"""What stands for a placeholder, once for each of its characters, while YAML is read.

The two take turns, so that neighbours stay apart.
"""

MASKED = re.compile("|".join(f"{mask}+" for mask in MASKS))
"""One masked placeholder."""

KEYS = (
    "subject", "language", "stage", "channel", "kind", "send_at", "recipient", "delivered_on",
    "previous_reminder", "ignore",
)  # fmt: skip
_FOREIGN = {"title": "subject", "lang": "language", "locale": "language"}
RECIPIENT_KEYS = ("name", "country", "region", "time_zone", "away")

_LONGEST_QUOTE = 60
_NULL = "tag:yaml.org,2002:null"
_Word = TypeVar("_Word", bound=StrEnum)
_Value = TypeVar("_Value")
_RANGE = re.compile(r"(\S+?)\s*(?:/|\.\.|\s[-–—]\s)\s*(\S+)")
_SPACE_BEFORE_OFFSET = re.compile(r"\s+(?=[-+]\d|Z$)")


def read_declared(
    source: str, offset: int, node: yaml.MappingNode, *, foreign: bool = False
) -> tuple[Declared, yaml.ScalarNode | None]:
    """What front matter declares, and the node of its subject, which needs its place too.

    A value that holds a placeholder is not known yet and counts as not given.

    Args:
        source: the decoded file.
        offset: where in it the YAML begins.
        node: the YAML, of the same length as its source, with placeholders masked.
        foreign: the front matter is a template engine's, whose own keys are passed over; a
            ``title`` may serve as the subject, and ``lang`` as the language.

    Raises:
        ReadError: an unknown key or a value that is not what the key expects.
    """
    reader = _Reader(source, offset)
    values = reader.entries(node, KEYS, "", foreign=foreign)
    recipient = values.get("recipient")
    declared = Declared(
        language=reader.word(values, "language", Language, also=("auto",)),
        stage=reader.word(values, "stage", Stage),
        channel=reader.word(values, "channel", Channel),
        kind=reader.word(values, "kind", Kind, also=("auto",)),
        send_at=reader.parsed(values, "send_at", _moment, _A_MOMENT),
        recipient=reader.recipient(recipient) if recipient else None,
        delivered_on=reader.parsed(values, "delivered_on", date.fromisoformat, _A_DATE),
        previous_reminder=reader.parsed(values, "previous_reminder", date.fromisoformat, _A_DATE),
        ignore=reader.waivers(values.get("ignore")),
        send_at_place=reader.place(values, "send_at"),
    )  # fmt: skip
    subject = values.get("subject")
    if subject is not None and not isinstance(subject, yaml.ScalarNode):
        reader.refuse(subject, "subject", sentence("text; put it in quotation marks"))
    return declared, subject


_TEXT = sentence("text")
_A_DATE = sentence("a date such as 2026-03-05")
_A_MOMENT = sentence("an ISO 8601 time with its offset, such as 2026-03-05T10:00+02:00")
_A_RANGE = sentence("a date range such as 2026-12-24/2027-01-02, first day not after the last")
_NAMES = sentence(
    "rules or categories, each with a reason, such as {example}",
    example="{legal-threat: agreed with legal}",
)
_TWO_LETTERS = sentence("two letters of ISO 3166, as in GB")
_Values = dict[str, yaml.Node]


class _Reader:
    """Reads nodes and knows their lines."""

    def __init__(self, source: str, offset: int) -> None:
        self._source = source
        self._offset = offset

    def refuse(
        self, node: yaml.Node, key: str, expected: Sentence, hint: Sentence | None = None
    ) -> NoReturn:
        found = sentence("a list" if isinstance(node, yaml.SequenceNode) else "a group of keys")
        if isinstance(node, yaml.ScalarNode):
            found = sentence('"{word}"', word=_shortened(node.value))
        raise ReadError(
            "line {line}: {key} is {found}; expected {expected}{hint}",
            line=self._line(node),
            key=key,
            found=found,
            expected=expected,
            hint=hint or "",
        )

    def entries(
        self, node: yaml.MappingNode, known: tuple[str, ...], group: str, *, foreign: bool = False
    ) -> _Values:
        """The values by key, without those that are empty."""
        values: _Values = {}
        seen: set[str] = set()
        for key_node, value in node.value:
            key = key_node.value if isinstance(key_node, yaml.ScalarNode) else "a list"
            if foreign and key not in known:
                key = _FOREIGN.get(key, "")
                if not key or key in seen:
                    continue
            if key not in known:
                raise ReadError(
                    'line {line}: unknown key "{key}"; expected {expected}{hint}',
                    line=self._line(key_node),
                    key=group + _shortened(key),
                    expected=", ".join(known),
                    hint=_did_you_mean(key, known) or "",
                )
            if key in seen:
                raise ReadError(
                    'line {line}: the key "{key}" is given twice',
                    line=self._line(key_node),
                    key=group + key,
                )
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
            self.refuse(node, key, sentence("one of {words}", words=", ".join(listed)), hint)
        return words(text.lower())

    def parsed(
        self, values: _Values, key: str, parse: Callable[[str], _Value], expected: Sentence
    ) -> _Value | None:
        node = values.get(key)
        text = self._text(node, key, expected)
        if node is None or text is None:
            return None
        try:
            return parse(text)
        except ValueError:
            self.refuse(node, key, expected)

    def place(self, values: _Values, key: str) -> tuple[int, int] | None:
        """The source characters of a value, quotation marks included."""
        node = values.get(key)
        if node is None:
            return None
        return self._offset + node.start_mark.index, self._offset + node.end_mark.index

    def recipient(self, node: yaml.Node) -> Recipient | None:
        if isinstance(node, yaml.ScalarNode) and MASKED.search(node.value):
            return None
        if not isinstance(node, yaml.MappingNode):
            expected = sentence("the keys {words}", words=", ".join(RECIPIENT_KEYS))
            self.refuse(node, "recipient", expected)
        values = self.entries(node, RECIPIENT_KEYS, "recipient.")
        away = values.get("away")
        return Recipient(
            name=self._text(values.get("name"), "name"),
            country=self.parsed(values, "country", _country, _TWO_LETTERS),
            region=self._text(values.get("region"), "region"),
            time_zone=self._text(values.get("time_zone"), "time_zone"),
            away=self._away(away) if away else (),
        )

    def waivers(self, node: yaml.Node | None) -> tuple[Waiver, ...]:
        """What is to be ignored: names, a list of names, or names with the reasons for each."""
        if isinstance(node, yaml.MappingNode):
            pairs = node.value
            if bad := next((p for p in pairs if not _all_scalars(p)), None):
                self.refuse(bad[1], "ignore", _NAMES)
            texts = [(key, f"{key.value} -- {_said(reason)}") for key, reason in pairs]
        else:
            items = node.value if isinstance(node, yaml.SequenceNode) else [node] if node else []
            if bad := next((item for item in items if not _all_scalars([item])), None):
                self.refuse(bad, "ignore", _NAMES)
            texts = [(item, item.value) for item in items]
        known = ((place, text) for place, text in texts if not MASKED.search(text))
        return tuple(parse_waiver(text, self._line(place)) for place, text in known)

    def _away(self, node: yaml.Node) -> tuple[DateRange, ...]:
        if isinstance(node, yaml.ScalarNode) and MASKED.search(node.value):
            return ()
        if not isinstance(node, yaml.SequenceNode):
            expected = sentence("a list of date ranges such as [2026-12-24/2027-01-02]")
            self.refuse(node, "away", expected)
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
                expected = sentence("a range whose last day is not before its first")
                self.refuse(node, "away", expected)
            return DateRange(first, last)
        return self.parsed({"away": node}, "away", _date_range, _A_RANGE)

    def _text(self, node: yaml.Node | None, key: str, expected: Sentence = _TEXT) -> str | None:
        if node is None:
            return None
        if not isinstance(node, yaml.ScalarNode):
            self.refuse(node, key, expected)
        value: str = node.value
        return None if MASKED.search(value) else value.strip() or None

    def _line(self, node: yaml.Node) -> int:
        return line_of(self._source, self._offset + node.start_mark.index)


def _all_scalars(nodes: Iterable[yaml.Node]) -> bool:
    return all(isinstance(node, yaml.ScalarNode) for node in nodes)


def _said(node: yaml.Node) -> str:
    return "" if node.tag == _NULL else str(node.value)


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


def _did_you_mean(word: str, known: Iterable[str]) -> Sentence | None:
    close = difflib.get_close_matches(word, list(known), n=1)
    return sentence('; did you mean "{word}"?', word=close[0]) if close else None
