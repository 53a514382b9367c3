"""Labelled messages: reminders with the mistakes and facts that a careful reader saw in them.

Files are JSON Lines, one message a line, as the contract describes them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from tonecheck.sentences import TonecheckError
from tonecheck.types import (
    Category,
    Channel,
    Declared,
    Language,
    Recipient,
    Stage,
)

LABELLED = (
    Category.THREAT,
    Category.ACCUSATION,
    Category.GUILT,
    Category.PRESSURE,
    Category.RUDENESS,
    Category.JARGON,
    Category.VAGUE,
    Category.PENALTY,
    Category.IMPERSONAL,
)
"""The categories in which mistakes are labelled."""

Word = TypeVar("Word", bound=StrEnum)

REQUIRED = ("id", "lang", "stage", "channel", "text", "facts_present", "mistakes")


@dataclass(frozen=True, slots=True)
class Label:
    """One labelled mistake, its span in characters of the message's source."""

    category: Category
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class LabelledMessage:
    """A message with what a reader found in it.

    ``mistakes`` are pairs of category and quote; ``overload``, ``bad_time`` and the ranks are
    None where nobody judged them.
    """

    id: str
    declared: Declared
    language: Language
    subject: str
    text: str
    mistakes: tuple[tuple[Category, str], ...]
    facts: frozenset[str]
    overload: bool | None = None
    bad_time: bool | None = None
    polite_rank: int | None = None
    clear_rank: int | None = None

    def labels(self, source: str) -> tuple[Label, ...]:
        """The quotes with their places in the source: in the body, else in the subject.

        Args:
            source: the subject and the body as they were checked; it ends with the body.
        """
        body = len(source) - len(self.text)
        found = []
        for category, quote in self.mistakes:
            start = source.find(quote, body)
            if start < 0:
                start = source.find(quote)
            found.append(Label(category, start, start + len(quote), quote))
        return tuple(found)


def read_labelled(paths: Sequence[Path]) -> Iterator[LabelledMessage]:
    """The labelled messages in JSON Lines files, or in folders of them.

    Raises:
        TonecheckError: there are none, or a line is none: file, line, what was expected.
    """
    for path in paths:
        files = sorted(path.rglob("*.jsonl")) if path.is_dir() else [path]
        if not files:
            raise TonecheckError(f"{path}: expected JSON Lines files (*.jsonl) with labels")
        for file in files:
            yield from _read_file(file)


def _read_file(file: Path) -> Iterator[LabelledMessage]:
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "is not UTF-8"
        raise TonecheckError(f"{file}: cannot be read: {reason}") from None
    # Only a line feed ends a line: U+2028 and its like may stand in a message.
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield _message(line, f"{file}, line {number}")


def _message(line: str, place: str) -> LabelledMessage:
    try:
        record = json.loads(line)
    except ValueError as error:
        raise TonecheckError(f"{place}: not valid JSON: {error}") from None
    if not isinstance(record, dict):
        raise TonecheckError(f"{place}: expected an object with {', '.join(REQUIRED)}")
    absent = [key for key in REQUIRED if key not in record]
    if absent:
        raise TonecheckError(f"{place}: a labelled message needs {', '.join(absent)}")
    mistakes = tuple(
        (_member(Category, mistake, "category", place, LABELLED), mistake.get("quote", ""))
        for mistake in record["mistakes"]
    )
    subject = record.get("subject") or ""
    for _, quote in mistakes:
        if not quote or (quote not in record["text"] and quote not in subject):
            raise TonecheckError(f"{place}: the quote «{quote}» is not in the message")
    language = _member(Language, record, "lang", place)
    return LabelledMessage(
        id=record["id"],
        declared=Declared(
            language=language,
            stage=_member(Stage, record, "stage", place),
            channel=_member(Channel, record, "channel", place),
            send_at=_moment(record.get("send_at"), place),
            recipient=Recipient(
                country=record.get("country"), time_zone=record.get("recipient_tz")
            ),
        ),
        language=language,
        subject=subject,
        text=record["text"],
        mistakes=mistakes,
        facts=frozenset(record["facts_present"]),
        overload=record.get("overload"),
        bad_time=record.get("bad_time"),
        polite_rank=record.get("polite_rank"),
        clear_rank=record.get("clear_rank"),
    )


def _member(
    kind: type[Word], record: Mapping[str, Any], key: str, place: str, among: Iterable[Word] = ()
) -> Word:
    """The member of an enumeration that a record names."""
    allowed = [member.value for member in among or kind]
    if record.get(key) not in allowed:
        raise TonecheckError(
            f"{place}: {key}: found {record.get(key)!r}, expected one of {', '.join(allowed)}"
        )
    return kind(record[key])


def _moment(text: str | None, place: str) -> datetime | None:
    if text is None:
        return None
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        raise TonecheckError(
            f"{place}: send_at: found {text!r}, expected a moment in ISO 8601"
        ) from None
