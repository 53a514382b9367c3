"""Where something that a message lacks would go, and how a sentence is joined on there."""

from __future__ import annotations

from tonecheck.analysis import Analysis, Part, Token, TokenKind
from tonecheck.checks.topics import is_about_payment, sentences

MANY_SENTENCES = 2
LONGEST_ABBREVIATION = 4
"""Letters of "Barr." at the end of what looks like a sentence."""

SENTENCE_ENDS = frozenset(".!?…")
CLOSERS = frozenset("\"'»”’)]")


def message_start(analysis: Analysis) -> int:
    """Where the message proper begins, after the subject."""
    return next((t.start for t in analysis.tokens if t.part is not Part.SUBJECT), 0)


def after_greeting(analysis: Analysis) -> int:
    """Where the first thing after the greeting begins; the end of the text without one."""
    others = (t.start for t in analysis.tokens if t.part not in (Part.SUBJECT, Part.GREETING))
    return next(others, len(analysis.text))


def after_request(analysis: Analysis) -> int:
    """The end of the first body sentence about paying.

    Without one it is the end of the first body sentence, or of the last in a long message.
    """
    body = [tokens for tokens in sentences(analysis, Part.BODY) if _can_be_followed(tokens)]
    about = (tokens for tokens in body if is_about_payment(tokens, analysis.language))
    chosen = next(about, None)
    if chosen is None and len(body) > MANY_SENTENCES:
        return before_closing(analysis)
    chosen = chosen or next(iter(body), None)
    return chosen[-1].end if chosen else after_greeting(analysis)


def before_closing(analysis: Analysis) -> int:
    """The end of the last full sentence of the body.

    A last line without a full stop is often a signature that no formula introduces.
    """
    body = list(sentences(analysis, Part.BODY))
    full = [tokens for tokens in body if _is_full(tokens) and not _is_torn(tokens, analysis)]
    chosen = full[-1:] or body[:1]
    return chosen[0][-1].end if chosen else after_greeting(analysis)


def joined(analysis: Analysis, place: int, sentence: str) -> str:
    """A sentence with what it needs to stand at ``place``: a blank, a full stop, a new line."""
    before = analysis.text[:place]
    if not before or before[-1].isspace():
        after = analysis.text[place : place + 1]
        return sentence if not after or after.isspace() else f"{sentence} "
    last = before.rstrip("".join(CLOSERS))[-1:]
    if last in SENTENCE_ENDS:
        return f" {sentence}"
    is_address = any(opaque.end == place for opaque in analysis.literals.opaque)
    if is_address or last in {":", ","}:
        return f"\n{sentence}"
    return f". {sentence}"


def _is_full(tokens: tuple[Token, ...]) -> bool:
    text = tokens[-1].text.rstrip("".join(CLOSERS))
    last = text[-1:] or (tokens[-2].text[-1:] if len(tokens) > 1 else "")
    return last in SENTENCE_ENDS


def _is_torn(tokens: tuple[Token, ...], analysis: Analysis) -> bool:
    """Whether its full stop is that of an initial or an abbreviation: "Mr.", «В. Петров»."""
    words = [t for t in tokens if t.kind is TokenKind.WORD]
    following = analysis.tokens[tokens[-1].index + 1 :][:1]
    if not words or not following or not tokens[-1].text.endswith("."):
        return False
    gap = analysis.text[tokens[-1].end : following[0].start]
    is_short = len(words[-1].text.rstrip(".")) <= LONGEST_ABBREVIATION and words[-1].is_capitalised
    return "\n" not in gap and (is_short or following[0].text[:1].islower())


def _can_be_followed(tokens: tuple[Token, ...]) -> bool:
    """Whether a sentence could be written after this one: it does not open a list."""
    return tokens[-1].text not in {":", ",", ";"}
