"""Rule files as written: YAML with line numbers, validated against ``rules/schema.json``.

Only imported when a rule book is not in the cache yet.
"""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import jsonschema
import yaml

from tonecheck.companyrules import completed
from tonecheck.languages import module_for
from tonecheck.phrases.syntax import PhraseError, parse
from tonecheck.phrases.tree import Term, Word, leaves
from tonecheck.rewording.rewriter import can_be_formed
from tonecheck.rewording.template import Formed, TemplateError, parse_fix
from tonecheck.rule import REWORDINGS, SCORES, UNGUIDED, RuleError, unmark
from tonecheck.types import Category, FactType, Language

Data = dict[str, Any]

_RULE_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_TERM_NAME = re.compile(r"[a-z_][a-z0-9_]*")


def read_files(
    folder: Path,
    contents: Mapping[str, bytes],
    schema: bytes,
    company: Mapping[str, Path] | None = None,
) -> Data:
    """Read and validate all files of a rule book.

    Args:
        folder: where they are, for error messages.
        contents: the bytes of each file under its name, ``<folder>/<file>``.
        schema: ``rules/schema.json``.
        company: the files among them that are a company's own, by name.

    Returns:
        The files of ``rules``, ``terms``, ``facts``, ``markers`` and ``plain`` by name, ``scores``
        and ``rewordings``.

    Raises:
        RuleError: naming file, line, what was found and what was expected.
    """
    definitions = json.loads(schema)
    data: Data = {"rules": {}, "terms": {}, "facts": {}, "markers": {}, "plain": {}}
    seen: dict[str, str] = {}
    documents: list[_File] = []
    places = company or {}
    for name, content in contents.items():
        place = places.get(name, folder / name)
        group = name.partition("/")[0]
        if name in (SCORES, REWORDINGS):
            data[place.stem] = _File(place, content, definitions, place.stem).value
            continue
        kind = _kind(place, group)
        document = _File(place, content, definitions, kind, company=name in places)
        if kind == "terms":
            data["terms"][place.stem] = document.value
        elif kind == "fact":
            data["facts"][name] = document.value
        elif kind == "plain":
            document.check_plain()
            data["plain"][place.stem] = document.value
        elif kind == "marker":
            document.check_marker()
            data["markers"][name] = document.value
        else:
            if place.stem in seen:
                raise RuleError(f"{place}: the rule id {place.stem} is taken by {seen[place.stem]}")
            seen[place.stem] = str(place) if name in places else name
            document.check_rule(Category(group))
            data["rules"][name] = document.value
        documents.append(document)
    for rule in data["plain"].keys() - seen.keys():
        near = _near(rule, sorted(seen))
        place = places.get(f"plain/{rule}.yaml", folder / "plain" / f"{rule}.yaml")
        raise RuleError(f"{place}: no rule is called {rule}{near}")
    for document in documents:
        document.check_phrases(data["terms"])
    return data


def _kind(place: Path, group: str) -> str:
    form = _TERM_NAME if group in ("terms", "facts") else _RULE_NAME
    if not form.fullmatch(place.stem):
        separator = "_" if form is _TERM_NAME else "-"
        raise RuleError(f"{place}: expected a name of small letters and «{separator}»")
    if group == "terms":
        return "terms"
    if group == "facts":
        if place.stem not in {f.value for f in FactType}:
            raise RuleError(f"{place}: a fact is named {_or([f.value for f in FactType])}")
        return "fact"
    if group in ("markers", "plain"):
        return group.removesuffix("s")
    if group not in {c.value for c in Category}:
        hint = _near(group, [c.value for c in Category])
        raise RuleError(f"{place.parent}: no category is called {group}{hint}")
    return "rule"


_LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""Five times as fast where PyYAML has been built with libyaml, as its wheels are."""


def _value(loader: yaml.SafeLoader, root: yaml.Node | None) -> Any:
    """What the nodes of a document stand for; None for an empty one."""
    return loader.construct_document(root) if root else None


class _File:
    """One YAML file: its value, and the line on which each part of it stands."""

    def __init__(
        self, place: Path, content: bytes, schema: Data, kind: str, *, company: bool = False
    ) -> None:
        self.place = place
        self.company = company
        try:
            text = content.decode("utf-8")
            loader = _LOADER(text)
            self.root = loader.get_single_node()
            self.value = _value(loader, self.root)
        except UnicodeDecodeError as error:
            raise RuleError(f"{place}: not UTF-8: {error.reason} at byte {error.start}") from None
        except yaml.MarkedYAMLError as error:
            line = error.problem_mark.line + 1 if error.problem_mark else 1
            raise RuleError(f"{place}, line {line}: not valid YAML: {error.problem}") from None
        except yaml.reader.ReaderError as error:
            line = text.count("\n", 0, error.position) + 1
            raise RuleError(f"{place}, line {line}: not valid YAML: {error.reason}") from None
        self._refuse_duplicates(self.root)
        if company and kind == "rule" and isinstance(self.value, dict):
            self.value = completed(self.value)
        validator = jsonschema.Draft202012Validator({"$ref": f"#/$defs/{kind}", **schema})
        problem = jsonschema.exceptions.best_match(validator.iter_errors(self.value))
        if problem is not None:
            path = list(problem.absolute_path)
            self.fail(path, _explain(problem))

    def _refuse_duplicates(self, node: yaml.Node | None) -> None:
        """YAML itself would keep the last of two equal keys without a word."""
        children = node.value if isinstance(node, yaml.CollectionNode) else ()
        seen: dict[str, int] = {}
        for child in children:
            if not isinstance(child, tuple):
                self._refuse_duplicates(child)
                continue
            key, value = child
            line = key.start_mark.line + 1
            if key.value in seen:
                raise RuleError(
                    f"{self.place}, line {line}: the key {key.value} stands on line "
                    f"{seen[key.value]} already"
                )
            seen[key.value] = line
            self._refuse_duplicates(value)

    def fail(self, path: list[str | int], problem: str) -> None:
        where = ".".join(str(p) for p in path)
        prefix = f"{where}: " if where else ""
        raise RuleError(f"{self.place}, line {self.line(path)}: {prefix}{problem}")

    def line(self, path: list[str | int]) -> int:
        """The line of the deepest part of a path that the file has."""
        node = self.root
        for step in path:
            child = None
            if isinstance(node, yaml.MappingNode):
                child = next((v for k, v in node.value if k.value == str(step)), None)
            elif isinstance(node, yaml.SequenceNode) and isinstance(step, int):
                child = node.value[step] if step < len(node.value) else None
            if child is None:
                break
            node = child
        return int(node.start_mark.line) + 1 if node is not None else 1

    def check_rule(self, category: Category) -> None:
        """What the schema cannot say about a rule."""
        if self.company and (coded := self.value.keys() & {"check", "weighed"}):
            self.fail([min(coded)], "a company's rule finds by phrases")
        if not self.company and category not in UNGUIDED and "guide" not in self.value:
            self.fail([], "a rule of this category cites the guide lines it rests on (guide: [G…])")
        for language in Language:
            text = self.value[language.value]
            elsewhere = self.value.keys() & {"check", "compares", "weighed"}
            if elsewhere and "phrases" in text:
                self.fail(
                    [language.value, "phrases"], f"a rule with {_or(elsewhere)} has no phrases"
                )
            if not elsewhere and "phrases" not in text and "cannot" not in text:
                self.fail([language.value], "expected phrases, or cannot: with the reason")
            for number, example in enumerate(text.get("examples", ())):
                self._check_example([language.value, "examples", number], example)

    def check_marker(self) -> None:
        """What the schema cannot say about a marker."""
        elsewhere = self.value.keys() & {"check", "fact"}
        for language in Language:
            if bool(elsewhere) == ("phrases" in self.value[language.value]):
                self.fail([language.value], "expected phrases, or for both languages fact or check")
            for number, example in enumerate(self.value[language.value].get("examples", ())):
                self._check_example([language.value, "examples", number], example)

    def check_plain(self) -> None:
        """What the schema cannot say about plain words: that each fix can be made."""
        for language in Language:
            for number, entry in enumerate(self.value.get(language.value, ())):
                path = [language.value, number]
                try:
                    pieces = parse_fix(entry.get("fix", ""))
                except TemplateError as error:
                    self.fail([*path, "fix"], str(error))
                for piece in pieces:
                    for word in piece.lemmas if isinstance(piece, Formed) else ():
                        if not can_be_formed(word, language):
                            expected = "a word in its dictionary form"
                            self.fail([*path, "fix"], f"found <{word}>, expected {expected}")

    def _check_example(self, path: list[str | int], example: Data) -> None:
        for field in ("flags", "finds", "reworded"):
            if field in example:
                try:
                    _, marks = unmark(example[field])
                except RuleError as error:
                    self.fail([*path, field], str(error))
                if not marks:
                    self.fail([*path, field], "expected a stretch marked by [ and ]")

    def check_phrases(self, terms: Data) -> None:
        """Every phrase of the file can be read, and knows its tags and term lists.

        Args:
            terms: all term lists of the rule book.
        """
        for language in Language:
            known = sorted(name for name, lists in terms.items() if language.value in lists)
            text = self.value.get(language.value, {})
            if isinstance(text, list):
                self._check_list([language.value], text, language, known)
                continue
            for field in ("phrases", "unless"):
                self._check_list([language.value, field], text.get(field, []), language, known)

    def _check_list(
        self, path: list[str | int], phrases: list[Any], language: Language, terms: list[str]
    ) -> None:
        for number, phrase in enumerate(phrases):
            try:
                node = parse(phrase["match"] if isinstance(phrase, dict) else phrase)
            except PhraseError as error:
                self.fail([*path, number], str(error))
            for leaf in leaves(node):
                if isinstance(leaf, Term) and leaf.name not in terms:
                    hint = _near(leaf.name, terms)
                    self.fail([*path, number], f"no term list is called ${leaf.name}{hint}")
                tags = module_for(language).tags
                for tag in leaf.tags - tags if isinstance(leaf, Word) else ():
                    hint = _near(tag, sorted(tags))
                    self.fail([*path, number], f"no tag of this language is called {tag}{hint}")


def _near(word: str, known: list[str]) -> str:
    near = difflib.get_close_matches(word, known, n=1)
    return f"; did you mean {near[0]}?" if near else f"; expected {_or(known)}"


def _explain(problem: jsonschema.ValidationError) -> str:
    """A schema error in words: what was found and what was expected."""
    found: Any = problem.instance
    expected: Any = problem.validator_value
    match problem.validator:
        case "additionalProperties":
            schema: Any = problem.schema
            allowed = sorted(schema.get("properties", {}))
            unknown = min(set(found) - set(allowed))
            return f"unknown key {unknown}{_near(unknown, allowed)}"
        case "enum":
            return f"found {found!r}, expected {_or(map(str, expected))}"
        case "required":
            return f"expected the key {next(k for k in expected if k not in found)}"
        case "type":
            return f"found {found!r}, expected a value of type {expected}"
    return problem.message


def _or(words: Iterable[str]) -> str:
    found = list(words)
    return found[0] if len(found) == 1 else f"{', '.join(found[:-1])} or {found[-1]}"
