"""Plain words for what a rule reports: ``rules/plain/``, applied to what its phrases found.

:mod:`template` is the syntax of ``fix``, :mod:`plain` an entry as a value, :mod:`russian` and
:mod:`english` what the words around a replacement ask of it, :mod:`rewriter` which words are
right at a place, :mod:`assembling` the edits.
"""

from tonecheck.rewording.plain import PlainWords, make_plain
from tonecheck.rewording.rewriter import Rewording, Rewriter

__all__ = ["PlainWords", "Rewording", "Rewriter", "make_plain"]
