"""Who speaks in a message, and how the client is addressed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tonecheck.analysis import Analysis, TokenKind
from tonecheck.types import Language

_ONE = frozenset("i me my mine i'm i've i'd i'll".split())
_SEVERAL = frozenset("we us our ours".split())


def voice(analysis: Analysis) -> str:
    """The name of a voice in ``rules/rewordings.yaml``.

    English: ``one`` or ``several`` speakers; Russian: ``informal`` («ты»), ``formal`` («вы») or
    ``capital`` («Вы»).
    """
    words = [t for t in analysis.tokens if t.kind is TokenKind.WORD and not t.quoted]
    if analysis.language is Language.EN:
        one = sum(t.norm in _ONE for t in words)
        return "one" if one > sum(t.norm in _SEVERAL for t in words) else "several"
    informal = any(t.form.keys & {"ты", "твой"} for t in words)
    formal = [t for t in words if t.form.keys & {"вы", "ваш"}]
    singular = any(t.form.must_be("2p") and t.form.must_be("sing") for t in words)
    if (informal or singular) and not formal:
        return "informal"
    inside = [t for t in formal if t.index != analysis.sentences[t.sentence].first]
    capital = sum(t.is_capitalised for t in inside)
    return "capital" if inside and capital * 2 > len(inside) else "formal"


def spoken(text: str, forms: Mapping[str, Any]) -> str:
    """A sentence with the ``{words}`` that depend on the voice in their forms."""
    for name, form in forms.items():
        text = text.replace("{" + name + "}", form)
    return text[:1].upper() + text[1:]
