"""What is known about a message once its language has been looked at.

An :class:`Analysis` is a frozen reading of the visible text: tokens with all their plausible
lemmas, sentences, clauses, the parts of a letter, quoted stretches, and the literal facts
(sums, dates, references). Rules and checks take it and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from hashlib import blake2b
from typing import Any, TypeVar

from tonecheck.literals.contacts import Contact
from tonecheck.literals.dates import DateMention
from tonecheck.literals.links import Opaque
from tonecheck.literals.money import Money
from tonecheck.literals.references import Reference
from tonecheck.message import Message
from tonecheck.types import Language

Known = TypeVar("Known")

LONGEST_REMEMBERED = 200
"""Tokens of the longest sentence of which anything is remembered: what is kept stays small."""


class TokenKind(StrEnum):
    """What a token is, as far as rules care."""

    WORD = "word"
    NUMBER = "number"
    PUNCTUATION = "punctuation"
    OPAQUE = "opaque"
    PLACEHOLDER = "placeholder"


class Part(StrEnum):
    """The parts of a letter."""

    SUBJECT = "subject"
    GREETING = "greeting"
    BODY = "body"
    CLOSING = "closing"
    SIGNATURE = "signature"


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a word form: a lemma and its grammatical tags.

    Tags have the same names in both languages: a part of speech (``noun``, ``verb``,
    ``adj``, ``adv``, ``pron``, ``prep``, ``conj``, ``part`` …) and features (``past``,
    ``imp``, ``perf``, ``plur``, ``2p``, ``dat`` …); see ``docs/phrases.md``.
    """

    lemma: str
    tags: frozenset[str]


@dataclass(frozen=True, slots=True)
class Form:
    """Everything about a word form out of context; one object a form, shared by its tokens.

    ``keys`` is what phrases match on: the normalised form's lemmas and their aspect partners.
    ``lookup`` adds ``#tag`` for each tag that a reading has: what phrases are filed under.
    """

    norm: str
    keys: frozenset[str]
    readings: tuple[Reading, ...]
    lookup: frozenset[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        tags = (f"#{tag}" for reading in self.readings for tag in reading.tags)
        object.__setattr__(self, "lookup", self.keys.union(tags))

    def can_be(self, *tags: str) -> bool:
        """Whether one reading has all of the tags."""
        # A plain loop takes half the time of any(), and every word is asked many times.
        for reading in self.readings:  # noqa: SIM110
            if reading.tags.issuperset(tags):
                return True
        return False

    def must_be(self, tag: str) -> bool:
        """Whether every reading has the tag (and there is one)."""
        return bool(self.readings) and all(tag in r.tags for r in self.readings)


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number, mark, opaque stretch or placeholder at ``start:end`` of the visible text.

    ``marks`` are the fact classes that it is part of: ``amount``, ``date``, ``reference``,
    ``phone``, ``link``, ``name``, ``placeholder`` …
    """

    index: int
    text: str
    start: int
    end: int
    kind: TokenKind
    form: Form
    sentence: int
    clause: int
    part: Part
    quoted: bool
    marks: frozenset[str] = frozenset()

    @property
    def norm(self) -> str:
        """The form in lower case, ё as е, apostrophes straight, look-alike letters mended."""
        return self.form.norm

    @property
    def is_capitalised(self) -> bool:
        """Whether the first letter is upper case."""
        return self.text[:1].isupper()

    @property
    def is_upper(self) -> bool:
        """Whether it is written in capitals throughout, with two letters at least."""
        return len(self.text) > 1 and self.text.isupper() and self.text.isalpha()


@dataclass(frozen=True, slots=True)
class Literals:
    """What is written as a figure or an address: found before any word is read."""

    money: tuple[Money, ...] = ()
    dates: tuple[DateMention, ...] = ()
    references: tuple[Reference, ...] = ()
    contacts: tuple[Contact, ...] = ()
    opaque: tuple[Opaque, ...] = ()


@dataclass(frozen=True, slots=True)
class Stretch:
    """Tokens ``first`` up to, not including, ``last``."""

    first: int
    last: int


@dataclass(frozen=True)
class Analysis:
    """A message read in one language."""

    message: Message
    language: Language
    tokens: tuple[Token, ...]
    sentences: tuple[Stretch, ...]
    clauses: tuple[Stretch, ...]
    literals: Literals

    @cached_property
    def keys(self) -> Sequence[frozenset[str]]:
        """For each sentence the keys of all its tokens."""
        return [
            frozenset().union(*(t.form.keys for t in self.sentence_tokens(sentence)))
            for sentence in self.sentences
        ]

    @cached_property
    def digests(self) -> Sequence[bytes]:
        """A digest of each sentence: sentences with the same one read the same.

        It covers all that the tokens of the sentence are, save where they stand: text, kind, form,
        marks, part of the letter, whether they are quoted, and the borders of their clauses. What
        stands around the sentence is not in it.
        """
        return [self._digest(sentence) for sentence in self.sentences]

    @property
    def text(self) -> str:
        """The visible text."""
        return self.message.text

    def once(self, work: Callable[..., Known], *asked: Any) -> Known:
        """What a function makes of the analysis, worked out when it is first asked for.

        Args:
            work: called with the analysis and what is asked; what it returns is not changed.
        """
        key = (work, *asked)
        if key not in self._known:
            self._known[key] = work(self, *asked)
        known: Known = self._known[key]
        return known

    @cached_property
    def _known(self) -> dict[tuple[Any, ...], Any]:
        return {}

    def part_tokens(self, part: Part) -> tuple[Token, ...]:
        """The tokens of one part of the letter."""
        return self.once(_part_tokens, part)

    def words(self) -> tuple[Token, ...]:
        """The tokens that are words."""
        return tuple(t for t in self.tokens if t.kind is TokenKind.WORD)

    def sentence_tokens(self, sentence: Stretch) -> tuple[Token, ...]:
        """The tokens of one sentence."""
        return self.tokens[sentence.first : sentence.last]

    def _digest(self, sentence: Stretch) -> bytes:
        tokens = self.sentence_tokens(sentence)
        first = tokens[0].clause
        # Lengths go before free text, so that no two sentences are written the same. What a form
        # is follows from its norm and the kind of its token.
        written = "".join(
            f"{len(t.text)} {t.text}{len(t.form.norm)} {t.form.norm}{t.kind} {t.part} "
            f"{t.quoted} {t.clause - first} {','.join(sorted(t.marks)) if t.marks else ''};"
            for t in tokens
        )
        return blake2b(written.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _part_tokens(analysis: Analysis, part: Part) -> tuple[Token, ...]:
    return tuple(t for t in analysis.tokens if t.part is part)
