"""The keys of a settings file: which there are, what each may say, where it may stand."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from tonecheck.sentences import Sentence, TonecheckError, sentence
from tonecheck.settings.globs import globs, names_nothing, plain
from tonecheck.settings.nodes import Items, Node, Scalar, Table
from tonecheck.settings.presets import PRESETS
from tonecheck.settings.values import Pair, Problem, Value
from tonecheck.types import Category, Channel, FactType, Kind, Language, Severity, Stage

AUTO, NEVER, OFF = "auto", "never", "off"
_YES, _NO = frozenset({"true", "yes", "on"}), frozenset({"false", "no", "off"})
_LONGEST_QUOTE = 60

Read = Iterator[tuple[Value, int]]
"""Values and the lines on which they stand: one, or each item of a list or table."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What reading a value takes: where it stands, what it may name, and a list for problems.

    Attributes:
        file: the settings file as users see its name.
        folder: what paths are relative to.
        rules: the ids of all rules that there are, with their categories.
    """

    file: str
    folder: Path
    rules: Mapping[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def refuse(self, line: int, problem: Sentence) -> None:
        """Take down what is wrong in a line."""
        self.problems.append(Problem(self.file, line, problem))

    def unexpected(
        self, node: Node, key: str, expected: Sentence, hint: Sentence | str = ""
    ) -> None:
        """Take down that a value is not what its key expects."""
        found = sentence("a list" if isinstance(node, Items) else "a group of keys")
        if isinstance(node, Scalar):
            shown = node.text[:_LONGEST_QUOTE] + "…" * (len(node.text) > _LONGEST_QUOTE)
            found = sentence('"{word}"', word=shown)
        problem = sentence(
            "{key} is {found}; expected {expected}{hint}",
            key=key, found=found, expected=expected, hint=hint,
        )  # fmt: skip
        self.refuse(node.line, problem)


@dataclass(frozen=True, slots=True)
class Key:
    """A key of a settings file.

    Attributes:
        read: reads its value.
        adds: whether what a more special place says comes on top; else it takes the place.
        anywhere: whether it may stand in an entry of ``paths``, too.
    """

    read: Callable[[Desk, str, Node], Read]
    adds: bool = False
    anywhere: bool = True


def near(word: str, known: Iterable[str]) -> Sentence | str:
    """What may have been meant."""
    close = difflib.get_close_matches(word, list(known), n=1)
    return sentence("; did you mean '{word}'?", word=close[0]) if close else ""


def _one_of(words: Iterable[str]) -> Callable[[Desk, str, Node], Read]:
    known = tuple(words)

    def read(desk: Desk, key: str, node: Node) -> Read:
        word = node.text.lower() if isinstance(node, Scalar) else ""
        if word in known:
            yield word, node.line
            return
        expected = sentence("one of {words}", words=", ".join(known))
        desk.unexpected(node, key, expected, near(word, known))

    return read


def _points(desk: Desk, key: str, node: Node) -> Read:
    if isinstance(node, Scalar) and node.text.isdecimal() and int(node.text) <= 100:
        yield int(node.text), node.line
    else:
        desk.unexpected(node, key, sentence("a whole number from 0 to 100"))


def _truth(desk: Desk, key: str, node: Node) -> Read:
    word = node.text.lower() if isinstance(node, Scalar) else ""
    if word in _YES | _NO:
        yield word in _YES, node.line
    else:
        desk.unexpected(node, key, sentence("true or false"))


def _texts(desk: Desk, key: str, node: Node) -> Iterator[Scalar]:
    """The texts of a list; one text alone will do."""
    for item in node.nodes if isinstance(node, Items) else (node,):
        if isinstance(item, Scalar) and item.text.strip():
            yield item
        else:
            desk.unexpected(item, key, sentence("a text, or a list of texts"))


def _words(desk: Desk, key: str, node: Node) -> Read:
    for item in _texts(desk, key, node):
        yield " ".join(item.text.split()), item.line


def _rule_names(desk: Desk, key: str, node: Node) -> Read:
    for item in _texts(desk, key, node):
        if _is_rule_name(desk, item):
            yield item.text, item.line


def _is_rule_name(desk: Desk, name: Scalar) -> bool:
    known = (*desk.rules, *(category.value for category in Category))
    if name.text in known:
        return True
    hint = near(name.text, known) or sentence("; `tonecheck rules` lists them")
    problem = sentence(
        "there is no rule or category '{name}'{hint}", name=name.text, hint=hint
    )  # fmt: skip
    desk.refuse(name.line, problem)
    return False


def _preview(desk: Desk, key: str, node: Node) -> Read:
    if isinstance(node, Scalar) and node.text.lower() in _YES | _NO:
        yield node.text.lower() in _YES, node.line
        return
    names = [str(value) for value, _ in _rule_names(desk, key, node)]
    yield tuple(names), node.line


def _table(desk: Desk, key: str, node: Node, expected: Sentence) -> Iterator[tuple[Scalar, Node]]:
    if isinstance(node, Table):
        yield from node.entries
    else:
        desk.unexpected(node, key, expected)


_SEVERITIES = (*(severity.value for severity in Severity), OFF)


def _severities(desk: Desk, key: str, node: Node) -> Read:
    """Categories first: a rule that is named has the last word."""
    found: list[tuple[str, Severity | None, int]] = []
    expected = sentence("rules or categories, each with a severity")
    for name, value in _table(desk, key, node, expected):
        if not _is_rule_name(desk, name):
            continue
        word = value.text.lower() if isinstance(value, Scalar) else ""
        word = OFF if word in _NO else word
        if word in _SEVERITIES:
            found.append((name.text, None if word == OFF else Severity(word), name.line))
        else:
            one_of = sentence("one of {words}", words=", ".join(_SEVERITIES))
            desk.unexpected(value, f"{key}.{name.text}", one_of, near(word, _SEVERITIES))
    for name_, severity, line in sorted(found, key=lambda entry: entry[0] in desk.rules):
        yield Pair(name_, severity), line


_FACTS = tuple(fact.value for fact in FactType)


def _placeholders(desk: Desk, key: str, node: Node) -> Read:
    expected = sentence("placeholders, each with what it stands for")
    for name, value in _table(desk, key, node, expected):
        word = value.text.lower().replace("-", "_") if isinstance(value, Scalar) else ""
        if word in _FACTS:
            yield Pair(name.text, FactType(word)), name.line
        else:
            one_of = sentence("one of {words}", words=", ".join(_FACTS))
            desk.unexpected(value, f"{key}.{name.text}", one_of, near(word, _FACTS))


def _country(desk: Desk, key: str, node: Node) -> Read:
    from tonecheck.places import country_code

    if not isinstance(node, Scalar):
        desk.unexpected(node, key, sentence("two letters of ISO 3166, as in GB"))
        return
    try:
        yield str(country_code(node.text)), node.line
    except TonecheckError as error:
        desk.refuse(node.line, error.sentence)


def _time_zone(desk: Desk, key: str, node: Node) -> Read:
    from datetime import UTC, datetime

    from tonecheck.places import clock_in

    if not isinstance(node, Scalar):
        desk.unexpected(node, key, sentence("the name of a time zone, as in Europe/London"))
        return
    try:
        clock_in(datetime.now(UTC), node.text, None)
    except TonecheckError as error:
        desk.refuse(node.line, error.sentence)
    else:
        yield node.text, node.line


def _globs(desk: Desk, key: str, node: Node) -> Read:
    for item in _texts(desk, key, node):
        if _is_glob(item.text):
            yield item.text, item.line
            continue
        expected = sentence("a pattern as in .gitignore, such as sms/** or *.po")
        meant = plain(item.text)
        hint: Sentence | str = ""
        if meant != item.text and _is_glob(meant):
            hint = sentence("; did you mean '{word}'?", word=meant)
        desk.unexpected(item, key, expected, hint)


def _is_glob(pattern: str) -> bool:
    try:
        globs([pattern])
    except ValueError:
        return False
    return not names_nothing(pattern)


def _folders(desk: Desk, key: str, node: Node) -> Read:
    for item in _texts(desk, key, node):
        folder = desk.folder / item.text
        if folder.is_dir():
            yield folder, item.line
        else:
            desk.unexpected(item, key, sentence("a folder that is there"))


def _file(desk: Desk, key: str, node: Node) -> Read:
    if isinstance(node, Scalar) and node.text.strip():
        yield desk.folder / node.text, node.line
    else:
        desk.unexpected(node, key, sentence("the path of a file"))


def _of(kind: type[StrEnum], *also: str) -> Callable[[Desk, str, Node], Read]:
    return _one_of([*(member.value for member in kind), *also])


KEYS: Mapping[str, Key] = {
    "preset": Key(_one_of(PRESETS)),
    "language": Key(_of(Language, AUTO)),
    "stage": Key(_of(Stage)),
    "channel": Key(_of(Channel)),
    "kind": Key(_of(Kind, AUTO)),
    "country": Key(_country),
    "recipient_tz": Key(_time_zone),
    "fail_on": Key(_of(Severity, NEVER)),
    "min_politeness": Key(_points),
    "min_clarity": Key(_points),
    "select": Key(_rule_names),
    "ignore": Key(_rule_names, adds=True),
    "severities": Key(_severities, adds=True),
    "accept": Key(_words, adds=True),
    "placeholders": Key(_placeholders, adds=True),
    "preview": Key(_preview),
    "ui_language": Key(_of(Language), anywhere=False),
    "include": Key(_globs, anywhere=False),
    "exclude": Key(_globs, anywhere=False),
    "rules": Key(_folders, anywhere=False),
    "baseline": Key(_file, anywhere=False),
    "cache": Key(_truth, anywhere=False),
}
"""Every key besides ``paths`` and its ``match``, in the order in which they are shown."""
