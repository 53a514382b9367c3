"""The key ``sequence``: which message files follow each other to one client."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tonecheck.sentences import sentence
from tonecheck.sequence import ReminderSequence, Step
from tonecheck.settings.keys import KEYS, Desk, near
from tonecheck.settings.nodes import Items, Node, Scalar, Table
from tonecheck.types import Stage

SEQUENCE = "sequence"
_NAME, _STEPS = "name", "steps"
_FILE, _STAGE, _DAY = "file", "stage", "day"
_WHOLE = re.compile(r"[+-]?\d{1,4}")

Lines = dict[Step, int]
"""The line on which each step stands."""


def read_sequences(node: Node, desk: Desk) -> tuple[tuple[ReminderSequence, ...], Lines]:
    """The sequences that a settings file names; what is wrong with them is taken down."""
    lines: Lines = {}
    if not isinstance(node, Items):
        desk.unexpected(node, SEQUENCE, sentence("a list of sequences, each with steps"))
        return (), lines
    return tuple(_sequences(node, desk, lines)), lines


def _sequences(node: Items, desk: Desk, lines: Lines) -> Iterator[ReminderSequence]:
    for entry in node.nodes:
        values = _values(entry, desk, SEQUENCE, (_NAME, _STEPS))
        steps = values.get(_STEPS)
        if not isinstance(steps, Items):
            expected = sentence("a list of steps, each with file")
            if steps is not None:
                desk.unexpected(steps, f"{SEQUENCE}.{_STEPS}", expected)
            elif isinstance(entry, Table):
                desk.refuse(entry.line, sentence("a sequence needs {wanted}", wanted=_STEPS))
            continue
        name = values.get(_NAME)
        found = tuple(step for item in steps.nodes for step in _steps(item, desk, lines))
        yield ReminderSequence(name.text if isinstance(name, Scalar) else "", found)


def _steps(entry: Node, desk: Desk, lines: Lines) -> Iterator[Step]:
    where = f"{SEQUENCE}.{_STEPS}"
    values = _values(entry, desk, where, (_FILE, _STAGE, _DAY))
    file = values.get(_FILE)
    if not isinstance(file, Scalar) or not file.text.strip():
        if isinstance(entry, Table):
            desk.refuse(entry.line, sentence("a step needs {wanted}", wanted=_FILE))
        return
    stage = None
    if _STAGE in values:
        read = KEYS[_STAGE].read(desk, f"{where}.{_STAGE}", values[_STAGE])
        stage = next((Stage(str(value)) for value, _ in read), None)
    step = Step(desk.folder / file.text, stage, _day(values.get(_DAY), desk, f"{where}.{_DAY}"))
    lines[step] = file.line
    yield step


def _day(node: Node | None, desk: Desk, where: str) -> int | None:
    if node is None:
        return None
    if isinstance(node, Scalar) and _WHOLE.fullmatch(node.text):
        return int(node.text)
    desk.unexpected(
        node, where, sentence("a whole number of days from the due date, such as -3 or 14")
    )
    return None


def _values(entry: Node, desk: Desk, where: str, known: tuple[str, ...]) -> dict[str, Node]:
    """What an entry says for each of its keys."""
    if not isinstance(entry, Table):
        desk.unexpected(
            entry, where, sentence("a group of the keys {words}", words=", ".join(known))
        )
        return {}
    found = {}
    for key, value in entry.entries:
        if key.text in known:
            found[key.text] = value
            continue
        hint = near(key.text, known) or sentence("; expected {words}", words=", ".join(known))
        desk.refuse(key.line, sentence("unknown key '{key}'{hint}", key=key.text, hint=hint))
    return found
