"""The phrase language of rules: from ``$we * take $legal_step`` to places in a message.

:mod:`syntax` parses a phrase, :mod:`matching` turns it into a matcher, :mod:`scope` decides
where a hit does not count, and :mod:`search` finds all phrases of a book in one pass.
``docs/phrases.md`` is the page for those who write rules.
"""

from tonecheck.phrases.matching import Hit, trimmed
from tonecheck.phrases.search import Phrase, PhraseBook
from tonecheck.phrases.syntax import PhraseError

__all__ = ["Hit", "Phrase", "PhraseBook", "PhraseError", "trimmed"]
