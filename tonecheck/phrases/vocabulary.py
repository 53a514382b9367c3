"""What a phrase may refer to: term lists, and the keys that a written word matches."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Mapping, Sequence

from tonecheck.phrases import tree
from tonecheck.phrases.syntax import PhraseError, parse
from tonecheck.phrases.tree import Node


class Vocabulary:
    """The term lists of a language, and its keys for written words.

    Args:
        terms: term lists by name, each a sequence of phrases.
        keys_of: the language's keys for a word written in a phrase.
    """

    def __init__(
        self,
        terms: Mapping[str, Sequence[str]],
        keys_of: Callable[[str], frozenset[str]],
    ) -> None:
        self.keys_of = keys_of
        self._terms = terms
        self._parsed: dict[str, tuple[Node, ...]] = {}
        self._open: list[str] = []

    @property
    def read(self) -> Sequence[str]:
        """The names of the term lists that have been read as a whole."""
        return tuple(self._parsed)

    def entry(self, name: str, number: int) -> Node:
        """One entry of a term list that has been read, now or for the index, without error."""
        return parse(self._terms[name][number])

    def term(self, name: str) -> tuple[Node, ...]:
        """The entries of a term list, and with them those of the lists that it uses.

        Raises:
            PhraseError: there is no such list, or it contains itself.
        """
        if name in self._open:
            raise PhraseError(f"term list ${name} contains itself: {' > '.join(self._open)}")
        if name not in self._parsed:
            self._open.append(name)
            self._parsed[name] = self._read(name)
            self._open.pop()
        return self._parsed[name]

    def _read(self, name: str) -> tuple[Node, ...]:
        if name not in self._terms:
            near = difflib.get_close_matches(name, self._terms, n=1)
            hint = f"; did you mean ${near[0]}?" if near else ""
            raise PhraseError(f"there is no term list ${name} in rules/terms/{hint}")
        entries = []
        for entry in self._terms[name]:
            try:
                entries.append(parse(entry))
            except PhraseError as error:
                raise PhraseError(f"term list ${name}: {error}") from None
        for leaf in (leaf for entry in entries for leaf in tree.leaves(entry)):
            if isinstance(leaf, tree.Term):
                self.term(leaf.name)
        return tuple(entries)
