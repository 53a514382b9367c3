"""The rule book: ``rules/**/*.yaml`` read, validated and kept compiled on disk.

A rule is one file, ``<category>/<rule-id>.yaml``, with both languages in it; ``terms/`` holds
shared term lists, ``plain/`` plain words for what rules find, ``facts/`` the phrases by which a
fact shows, ``markers/`` those by which courtesy or its lack shows, and ``weights/`` what the cues
of a sentence weigh.
What may stand for a sentence is tonecheck's own (``rewordings.yaml``).
A company's own rules lie in folders of the same form (:mod:`tonecheck.companyrules`).
``rules/schema.json`` describes the rule files; what it cannot say (example marks, guide
citations) is checked in :mod:`tonecheck.rulefiles`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from functools import cache, cached_property
from importlib import resources
from pathlib import Path
from typing import Any

from tonecheck import cache as disk
from tonecheck.phrases import Phrase, PhraseBook
from tonecheck.phrases.search import Index
from tonecheck.rewording import PlainWords, Rewriter, make_plain
from tonecheck.rule import (
    REWORDINGS,
    SCORES,
    Example,
    FactRule,
    Marker,
    Rule,
    RuleError,
    RuleText,
    make_fact,
    make_marker,
    make_rule,
)
from tonecheck.rulenames import rules_folder
from tonecheck.types import Language
from tonecheck.version import __version__
from tonecheck.weights import Weights, read_weights

__all__ = [
    "Example",
    "FactRule",
    "Marker",
    "Rule",
    "RuleBook",
    "RuleError",
    "RuleText",
    "load",
    "rules_folder",
]


GROUPS = ("rules", "terms", "facts", "markers", "plain")
"""The kinds of files in a rule book, besides the scores."""


class RuleBook:
    """All rules, term lists and fact phrases, and the phrase books compiled from them.

    Attributes:
        key: stands for the content of all its files and the code that compiles them.
    """

    def __init__(self, data: Mapping[str, Any], key: str, folder: Path, slot: str = "") -> None:
        self.key = key
        self._slot = slot
        self._folder = folder
        self._cue_weights: dict[Language, Weights] = {}
        self.rules: Mapping[str, Rule] = {
            rule.id: rule for rule in (make_rule(path, raw) for path, raw in data["rules"].items())
        }
        self.terms: Mapping[Language, Mapping[str, tuple[str, ...]]] = {
            language: {
                name: tuple(lists[language.value])
                for name, lists in data["terms"].items()
                if language.value in lists
            }
            for language in Language
        }
        self.weights: Mapping[str, Any] = data["scores"]
        self.rewordings: Mapping[str, Any] = data["rewordings"]
        self._facts = data["facts"]
        self._plain = data["plain"]
        self._markers = data["markers"]
        self._made_markers: dict[Language, tuple[Marker, ...]] = {}

    def cue_weights(self, language: Language) -> Weights:
        """What the cues of a language weigh.

        Raises:
            RuleError: the file cannot be used.
        """
        if language not in self._cue_weights:
            self._cue_weights[language] = read_weights(self._folder, language)
        return self._cue_weights[language]

    def facts(self, language: Language) -> tuple[FactRule, ...]:
        """The fact phrases of one language."""
        return tuple(make_fact(name, raw, language) for name, raw in self._facts.items())

    def markers(self, language: Language) -> tuple[Marker, ...]:
        """The markers of courtesy, and of its lack, in one language."""
        if language not in self._made_markers:
            self._made_markers[language] = tuple(
                make_marker(name, raw, language) for name, raw in self._markers.items()
            )
        return self._made_markers[language]

    def plain(self, language: Language) -> tuple[PlainWords, ...]:
        """The plain words for what rules find in one language, in the order of their files."""
        return tuple(
            make_plain(rule, entry)
            for rule, lists in self._plain.items()
            for entry in lists.get(language.value, ())
        )

    def rewriter(self, language: Language) -> Rewriter:
        """What finds plain words in one language."""
        return Rewriter(
            self.plain(language), lambda phrases: self.phrase_book(language, "plain", phrases)
        )

    @cached_property
    def _books(self) -> dict[tuple[Language, str], PhraseBook]:
        return {}

    def phrase_book(self, language: Language, name: str, phrases: list[Phrase]) -> PhraseBook:
        """The phrase book of a language for some of the phrases of this rule book.

        Args:
            name: names the selection; the same name always stands for the same phrases.
        """
        known = self._books.get((language, name))
        if known is not None:
            return known
        from tonecheck.languages import module_for

        module = module_for(language)
        terms = self.terms[language]
        entry = f"phrases-{language.value}-{name}{self._slot}"
        kept = disk.load(entry, self.key)
        index = Index.from_plain(kept) if isinstance(kept, dict) else None
        book = PhraseBook(phrases, terms, module.keys_of, index)
        if index is None:
            disk.store(entry, self.key, asdict(book.index()))
        self._books[language, name] = book
        return book


@cache
def load(folder: Path | None = None, company: tuple[Path, ...] = ()) -> RuleBook:
    """The rule book in a folder (default: the one that comes with tonecheck).

    Args:
        folder: the folder.
        company: folders of a company's own rules and term lists.

    Raises:
        RuleError: a file that cannot be used, with file, line and expectation.
    """
    place = folder or rules_folder()
    files = sorted(place.glob("*/*.yaml"))
    contents = {f"{f.parent.name}/{f.name}": f.read_bytes() for f in files}
    try:
        contents[SCORES] = (place / SCORES).read_bytes()
    except OSError as error:
        raise RuleError(f"{place / SCORES}: a rule book needs it: {error.strerror}") from None
    own = rules_folder()
    schema = (own / "schema.json").read_bytes()
    contents[REWORDINGS] = (own / REWORDINGS).read_bytes()
    slot, places = "", {}
    if company:
        from tonecheck.companyrules import company_files

        places = company_files(company, contents)
        contents |= {name: file.read_bytes() for name, file in places.items()}
        # Else the book of one company would take the place of another's, or of tonecheck's own.
        slot = f"-{disk.digest(map(str, company))[:8]}"
    parts = [part for name, data in contents.items() for part in (name.encode(), data)]
    whose = [name.encode() for name in places]
    key = disk.digest([__version__, schema, *parts, *whose, *_compiling_code()])
    kept = disk.load(f"rules{slot}", key)
    if isinstance(kept, dict) and kept.keys() == {*GROUPS, "scores", "rewordings"}:
        return RuleBook(kept, key, place, slot)
    from tonecheck.rulefiles import read_files

    data = read_files(place, contents, schema, places)
    book = RuleBook(data, key, place, slot)
    disk.store(f"rules{slot}", key, data)
    return book


def _compiling_code() -> Iterator[bytes]:
    """The modules that compile a rule book: what they compiled before they changed is stale."""
    package = Path(str(resources.files("tonecheck")))
    for folder in (package / "phrases", package / "languages", package / "rewording"):
        for module in sorted(folder.glob("*.py")):
            yield module.read_bytes()
