"""The edits that put the words of a fix in the place of what was found.

They are spelled as the message spells, keep its capitals, and leave no double space behind.
"""

from __future__ import annotations

from collections.abc import Sequence

from tonecheck.analysis import Analysis, TokenKind
from tonecheck.languages import module_for
from tonecheck.phrases import Hit
from tonecheck.rewording import english
from tonecheck.rewording.russian import POLITE
from tonecheck.types import Edit, Language


def spelled(text: str, analysis: Analysis) -> str:
    """Words of a fix as the message writes them: «ё», and «Вам» where it says «Вы»."""
    if analysis.language is Language.EN:
        return text
    if "ё" not in analysis.text.lower():
        text = text.replace("ё", "е")
    openings = {s.first for s in analysis.sentences}
    polite = [t for t in analysis.tokens if t.form.keys & POLITE and t.index not in openings]
    if polite and all(t.is_capitalised for t in polite):
        return " ".join(w.capitalize() if w in {"вам", "вас"} else w for w in text.split(" "))
    return text


def assembled(analysis: Analysis, hit: Hit, texts: Sequence[str | int]) -> list[Edit] | None:
    """Edits of the stretches between the words kept; kept words are given by their index."""
    tokens = analysis.tokens
    start, end = tokens[hit.first].start, tokens[hit.last - 1].end
    kept = [t for t in texts if isinstance(t, int)]
    if not kept and not "".join(str(t) for t in texts).strip():
        return _deletion(analysis, hit)
    edits: list[Edit] = []
    position, fresh = start, ""
    for text in texts:
        if isinstance(text, int):
            edits.append(Edit(position, tokens[text].start, fresh))
            position, fresh = tokens[text].end, ""
        else:
            fresh += text
    edits.append(Edit(position, end, fresh.rstrip() if kept else fresh.strip()))
    edits[0] = Edit(edits[0].start, edits[0].end, edits[0].replacement.lstrip())
    edits = _with_capital(edits, analysis, hit, kept)
    first = "".join(str(t) if isinstance(t, str) else tokens[t].text for t in texts[:1])
    if analysis.language is Language.EN:
        edits = english.mended_article(analysis, hit.first, first) + edits
    return [e for e in edits if makes_a_change(e, analysis)]


def makes_a_change(edit: Edit, analysis: Analysis) -> bool:
    """Whether an edit puts something else than what stands there."""
    return analysis.text[edit.start : edit.end] != edit.replacement


def _with_capital(
    edits: list[Edit], analysis: Analysis, hit: Hit, kept: Sequence[int]
) -> list[Edit]:
    """The edits with the capitals of the stretch they replace."""
    tokens = analysis.tokens
    sentence = analysis.sentences[tokens[hit.first].sentence]
    words = [t for t in analysis.sentence_tokens(sentence) if len(t.text) > 1 and t.text.isalpha()]
    if words and all(t.is_upper for t in words):
        return [Edit(e.start, e.end, e.replacement.upper()) for e in edits]
    opening = tokens[hit.first]
    shouted = opening.text.isupper() and hit.first != sentence.first
    if not opening.is_capitalised or shouted or hit.first in kept:
        return edits
    first = edits[0]
    if first.replacement:
        text = first.replacement
        return [Edit(first.start, first.end, text[:1].upper() + text[1:]), *edits[1:]]
    # The first word kept comes to open the stretch.
    kept_word = tokens[kept[0]]
    letter = Edit(first.start, kept_word.start + 1, kept_word.text[:1].upper())
    return [letter, *edits[1:]]


def _deletion(analysis: Analysis, hit: Hit) -> list[Edit] | None:
    """Taking the stretch out, with one of the spaces beside it."""
    tokens, text = analysis.tokens, analysis.text
    start, end = tokens[hit.first].start, tokens[hit.last - 1].end
    before = tokens[hit.first - 1] if hit.first else None
    after = tokens[hit.last] if hit.last < len(tokens) else None
    if before and after and before.text == "," and after.text in ",.":
        return None
    opens = hit.first in {s.first for s in analysis.sentences}
    if not opens and text[start - 1 : start] == " ":
        return [Edit(start - 1, end, "")]
    if after is None or after.sentence != tokens[hit.first].sentence or text[end] != " ":
        return None
    if after.kind is not TokenKind.WORD:
        return None if after.kind is TokenKind.PUNCTUATION else [Edit(start, end + 1, "")]
    capital = after.text[:1].upper() if tokens[hit.first].is_capitalised else after.text[:1]
    return [Edit(start, after.start + 1, capital)]


_ARTICLES = frozenset("a an the".split())


def explanation(analysis: Analysis, hit: Hit, words: str) -> list[Edit] | None:
    """The explanation in brackets behind the word; not inside other brackets."""
    tokens = analysis.tokens
    end = tokens[hit.last - 1].end
    line = analysis.text[analysis.text.rfind("\n", 0, end) + 1 : end]
    if line.count("(") > line.count(")"):
        return None
    if analysis.text[end : end + 1] in ("-", "/", "+", "&"):
        return None
    if hit.last < len(tokens) and tokens[hit.last].text == "(":
        return None
    first, _, others = words.partition(" ")
    before = tokens[hit.first - 1].form.keys if hit.first else frozenset()
    if first not in _ARTICLES and before & module_for(analysis.language).keys_of(first):
        words = others  # "the receipt X (for the goods)", not "the receipt X (receipt for …)"
    return [Edit(end, end, f" ({spelled(words, analysis)})")] if words else None
