"""English verbs put into the form of other verbs, and "a" or "an" before a word."""

from __future__ import annotations

from tonecheck.analysis import Form

IRREGULAR: dict[str, tuple[str, str]] = {
    "pay": ("paid", "paid"),
    "send": ("sent", "sent"),
    "tell": ("told", "told"),
    "bring": ("brought", "brought"),
    "give": ("gave", "given"),
    "let": ("let", "let"),
    "make": ("made", "made"),
    "read": ("read", "read"),
    "speed": ("sped", "sped"),
    "get": ("got", "got"),
    "show": ("showed", "shown"),
    "keep": ("kept", "kept"),
}
"""Past and participle of verbs that a fix may use, where they are not regular."""

_VOWELS = "aeiou"
_AN = ("hour", "honest", "honour", "honor", "heir")
_A = ("uni", "use", "usu", "eu", "one", "ui")


def like(verb: str, form: Form) -> frozenset[str]:
    """A verb in each of the forms that another verb can be: "pay", like "remitted" → "paid".

    Args:
        verb: the dictionary form.
        form: the other verb as it stands.
    """
    found: set[str] = set()
    for reading in form.readings:
        tags = reading.tags
        if "verb" not in tags:
            continue
        if "ing" in tags:
            found.add(_ing(verb))
        elif "3p" in tags:
            found.add(_third_person(verb))
        elif "base" in tags:
            found.add(verb)
        elif "past" in tags:
            found.update(IRREGULAR.get(verb, (_past(verb),)))
    return frozenset(found)


def _third_person(verb: str) -> str:
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return f"{verb[:-1]}ies"
    return verb + ("es" if verb.endswith(("s", "x", "ch", "sh", "o")) else "s")


def _ing(verb: str) -> str:
    if verb in {"let", "get"}:
        return f"{verb}ting"
    return f"{verb[:-1]}ing" if verb.endswith("e") and not verb.endswith("ee") else f"{verb}ing"


def _past(verb: str) -> str:
    if verb.endswith("e"):
        return f"{verb}d"
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return f"{verb[:-1]}ied"
    return f"{verb}ed"


def article(word: str) -> str:
    """Whether "a" or "an" goes before a word in small letters."""
    if word.startswith(_AN):
        return "an"
    return "an" if word[:1] in _VOWELS and not word.startswith(_A) else "a"
