"""What every language provides, and the steps that all languages share."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from tonecheck.analysis import Form
from tonecheck.languages.runs import Joints, joints_of, runs
from tonecheck.memo import Memo
from tonecheck.types import Language

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline

MAX_FORMS = 50_000
"""Word forms kept in memory; beyond it the store is emptied, so that memory stays flat."""

STRETCH_LIMIT = 50_000
"""spaCy is given at most about this many characters at a time."""

MAX_RUNS = 10_000
"""Runs of words of which the tokens are kept in memory, twice as many at most."""

LONGEST_RUN = 100
"""Characters of the longest run that is kept; most are a word with its marks."""

Words = tuple[tuple[str, int, str], ...]
"""The words of a run: as written, where they stand in it, and normalised."""


HYPHENS = "-|–|—"
SLASHES = "[:<>=/]"
"""How spaCy's infix patterns that split at hyphens and at slashes are told from the others."""


Exceptions = dict[str, list[dict[int | str, str | int]]]
"""spaCy's special cases: a written form and the tokens that it is made of."""


def blank_pipeline(
    language: str,
    *,
    unsplit: Sequence[str],
    amend: Callable[[Exceptions], Exceptions] = dict,
) -> Pipeline:
    """A blank spaCy pipeline whose tokenizer leaves some infixes alone.

    Args:
        language: ISO 639-1 code.
        unsplit: parts of the infix patterns to leave out.
        amend: makes of the language's tokenizer exceptions those to use.
    """
    from spacy.util import get_lang_class

    base: Any = get_lang_class(language)
    infixes = [x for x in map(str, base.Defaults.infixes) if not any(u in x for u in unsplit)]
    # A class of its own: changing a finished tokenizer costs as much again as making it.
    exceptions = amend(base.Defaults.tokenizer_exceptions)
    changed = {"infixes": infixes, "tokenizer_exceptions": exceptions}
    defaults = type("Defaults", (base.Defaults,), changed)
    pipeline: Pipeline = type(base.__name__, (base,), {"Defaults": defaults})()
    return pipeline


class Piece(NamedTuple):
    """A token before anything is known about its place: text and offsets."""

    text: str
    start: int
    end: int
    norm: str


class LanguageModule(ABC):
    """Everything that differs between languages and is not data."""

    language: Language
    tags: frozenset[str]
    """Every tag that a reading can have; phrases name them in square brackets."""
    sentence_abbreviations: frozenset[str]
    """Abbreviations (without the full stop) after which a sentence never ends."""
    figure_abbreviations: frozenset[str]
    """Abbreviations that are words as well: before a figure they never end a sentence."""
    unit_abbreviations: frozenset[str]
    """Abbreviations after which a sentence ends if a capital letter follows."""
    place_abbreviations: frozenset[str]
    """Those of them that stand for a place unless they follow a figure."""
    clause_openers: frozenset[str]
    """Words that open a clause after a comma or a dash."""
    subordinators: frozenset[str]
    """Words that open a clause after a predicate even without a comma."""
    coordinators: frozenset[str]
    """Words that join clauses without needing a comma."""
    greeting_words: frozenset[str]
    greeting_nouns: frozenset[str]
    """Greeting words that are nouns as well: they greet only as the first word."""
    closing_words: frozenset[str]
    weak_closings: frozenset[str]
    """Closing formulas with which ordinary sentences begin, too."""

    def __init__(self) -> None:
        self._forms: dict[str, Form] = {}
        self._known: Memo[str, Words] = Memo(MAX_RUNS)

    @cached_property
    def pipeline(self) -> Pipeline:
        """The blank spaCy pipeline, built once a process."""
        return self._build_pipeline()

    def form(self, norm: str) -> Form:
        """The readings of a normalised word form."""
        found = self._forms.get(norm)
        if found is None:
            if len(self._forms) >= MAX_FORMS:
                self._forms.clear()
            found = self._forms[norm] = self._read_form(norm)
        return found

    @abstractmethod
    def _build_pipeline(self) -> Pipeline: ...

    @abstractmethod
    def _read_form(self, norm: str) -> Form: ...

    def form_in_date(self, form: Form) -> Form:
        """A form as it is read inside a date, where "May" is no verb."""
        return form

    @abstractmethod
    def normalise(self, text: str, norm: str) -> str:
        """The form under which a token is looked up.

        Args:
            text: the token as written.
            norm: spaCy's norm for it ("n't" becomes "not").
        """

    @abstractmethod
    def is_known(self, norm: str) -> bool:
        """Whether the dictionary has a normalised form, as it has few abbreviations."""

    @abstractmethod
    def keys_of(self, word: str) -> frozenset[str]:
        """What a word written in a phrase matches: its lemma keys in every reading."""

    @abstractmethod
    def is_subject(self, form: Form) -> bool:
        """Whether a form can open a new clause after a comma as its subject."""

    @abstractmethod
    def is_finite_verb(self, form: Form) -> bool:
        """Whether a form can be the predicate of a clause."""

    @abstractmethod
    def is_name(self, text: str, form: Form, opens_sentence: bool) -> bool:
        """Whether a word as written is likely a person's or a company's name."""

    def tokenize(self, text: str, start: int) -> Iterator[Piece]:
        """Split a stretch without opaque parts into pieces; ``start`` is its offset."""
        for offset in range(0, len(text), STRETCH_LIMIT):
            found = list(runs(text[offset : offset + STRETCH_LIMIT], self._joints))
            words = self._words({run for _, run in found})
            for begin, run in found:
                at = start + offset + begin
                for word, place, norm in words[run]:
                    yield Piece(word, at + place, at + place + len(word), norm)

    @cached_property
    def _joints(self) -> Joints:
        tokenizer: Any = self.pipeline.tokenizer
        return joints_of(tokenizer.rules)

    def _words(self, found: Iterable[str]) -> dict[str, Words]:
        """The words of some runs; those that are new are tokenized."""
        words: dict[str, Words] = {}
        new: list[str] = []
        for run in found:
            known = self._known.get(run)
            if known is None:
                new.append(run)
            else:
                words[run] = known
        if new:
            # The zone gives back what spaCy remembers of each word.
            with self.pipeline.memory_zone():
                for run in new:
                    words[run] = self._split(run)
                    if len(run) <= LONGEST_RUN:
                        self._known.keep(run, words[run])
        return words

    def _split(self, run: str) -> Words:
        return tuple(
            (token.text, token.idx, self.normalise(token.text, token.norm_))
            for token in self.pipeline.make_doc(run)
            if not token.is_space
        )
