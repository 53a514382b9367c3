"""Rule examples judged as a user would meet them: shared by the tests of rules and facts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path

from tonecheck.across import compared
from tonecheck.engine import Checker
from tonecheck.readers import from_parts
from tonecheck.rulebook import Example, RuleBook
from tonecheck.sequence import ReminderSequence, Step
from tonecheck.types import (
    Channel,
    DateRange,
    Declared,
    Kind,
    Language,
    MessageReport,
    Recipient,
    Stage,
)


def declared(given: Mapping[str, str], language: Language | None) -> Declared:
    """The circumstances that an example names."""
    return Declared(
        language=language,
        stage=Stage(given["stage"]) if "stage" in given else None,
        channel=Channel(given["channel"]) if "channel" in given else None,
        kind=Kind(given["kind"]) if "kind" in given else None,
        send_at=datetime.fromisoformat(given["send_at"]) if "send_at" in given else None,
        recipient=Recipient(
            country=given.get("country"),
            time_zone=given.get("time_zone"),
            away=_away(given.get("away")),
        ),
        delivered_on=_day(given.get("delivered_on")),
        previous_reminder=_day(given.get("previous_reminder")),
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _away(text: str | None) -> tuple[DateRange, ...]:
    if text is None:
        return ()
    first, last = map(date.fromisoformat, text.split("/"))
    return (DateRange(first, last),)


def judge(
    example: Example, language: Language, rulebook: RuleBook, text: str | None = None
) -> MessageReport:
    """The report on an example's text (or on another text under its circumstances).

    Its fixes are as they are proposed; whether they hold what they promise is another matter.
    """
    own = example.text if text is None else text
    report = _report(own, example.given, language, rulebook)
    if not example.beside:
        return report
    around = [(_report(b.text, b.given, None, rulebook), b.given) for b in example.beside]
    library = sorted([*around, (report, example.given)], key=lambda r: int(r[1].get("step", 0)))
    steps = tuple(_step(given) for _, given in library if "step" in given)
    sequences = [ReminderSequence("example", steps)] if steps else []
    found = compared(
        [r for r, _ in library], sequences, lambda: rulebook.rules, lambda _, rule: rule.severity
    )
    return found[[r for r, _ in library].index(report)]


def _report(
    text: str, given: Mapping[str, str], language: Language | None, rulebook: RuleBook
) -> MessageReport:
    checker = Checker(declared(given, language), rulebook=rulebook)
    message = from_parts(given.get("subject", ""), text)
    return checker.check_message(message, given.get("path", "example"))


def _step(given: Mapping[str, str]) -> Step:
    day = int(given["day"]) if "day" in given else None
    return Step(Path(given["path"]), Stage(given["stage"]) if "stage" in given else None, day)
