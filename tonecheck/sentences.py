"""Sentences about mistakes of the user, in each language that the tool speaks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tonecheck.sentences_ru import RUSSIAN
from tonecheck.types import Language


@dataclass(frozen=True, slots=True)
class Sentence:
    """An English sentence whose ``{gaps}`` are filled from its values.

    A value may be a sentence itself.
    """

    text: str
    values: Mapping[str, object] = field(default_factory=dict)

    def said(self, language: Language) -> str:
        """The sentence in a language; in English where it has no translation."""
        text = RUSSIAN.get(self.text, self.text) if language is Language.RU else self.text
        if not self.values:
            return text
        said = {
            name: value.said(language) if isinstance(value, Sentence) else value
            for name, value in self.values.items()
        }
        return text.format(**said)


def sentence(text: str, **values: object) -> Sentence:
    """A sentence with its values by name."""
    return Sentence(text, values)


class TonecheckError(Exception):
    """Anything that a user can put right: what was found, where, and what was expected.

    Args:
        text: an English sentence with ``{gaps}``.
        values: what fills them; values may be sentences, too.
    """

    def __init__(self, text: str | Sentence, /, **values: object) -> None:
        self.sentence = text if isinstance(text, Sentence) else Sentence(text, values)
        super().__init__(self.sentence.said(Language.EN))

    def said(self, language: Language | None) -> str:
        """The message in a language; in English where none is given."""
        return self.sentence.said(language or Language.EN)
