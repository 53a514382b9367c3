"""Messages read in their language: :func:`analyse` turns a message into an analysis."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache

from tonecheck.analysis import Analysis, Form, Literals, Stretch, Token, TokenKind
from tonecheck.languages import parts, segmentation
from tonecheck.languages.base import LanguageModule, Piece
from tonecheck.languages.detection import LanguageError, detect
from tonecheck.literals.contacts import find_contacts
from tonecheck.literals.dates import find_dates
from tonecheck.literals.links import OpaqueKind, find_opaque
from tonecheck.literals.money import find_money
from tonecheck.literals.references import find_references
from tonecheck.message import Message, Zone
from tonecheck.types import FactType, Language

# Runs of one mark and chunks without a space, on which spaCy's tokenizer is quadratic.
LONG_CHUNK = 100
_HOSTILE = re.compile(rf"([^\w\s])\1{{3,}}|\S{{{LONG_CHUNK},}}")
_RUN = re.compile(rf"(\w{{1,{LONG_CHUNK}}})|(([^\w\s])\3*)")


@cache
def module_for(language: Language) -> LanguageModule:
    """The language's module; its pipeline and dictionaries are loaded on first use."""
    if language is Language.RU:
        from tonecheck.languages.russian import Russian

        return Russian()
    from tonecheck.languages.english import English

    return English()


def analyse(
    message: Message,
    language: Language,
    *,
    reference: date | None = None,
    country: str | None = None,
) -> Analysis:
    """Read a message.

    Args:
        message: the message.
        language: the language to read it in.
        reference: the day it is sent, against which "Friday" is resolved.
        country: ISO 3166 code of the recipient's country, which settles ``03/05/2026``.
    """
    module = module_for(language)
    text = message.text
    contacts = find_contacts(text, language)
    literals = Literals(
        money=find_money(text, language, contacts=contacts),
        dates=find_dates(text, language, reference, country),
        references=find_references(text, language),
        contacts=contacts,
        opaque=find_opaque(text),
    )
    pieces, kinds = _pieces(message, literals, module)
    forms = [
        module.form(p.norm) if k is TokenKind.WORD else Form(p.norm, frozenset({p.norm}), ())
        for p, k in zip(pieces, kinds, strict=True)
    ]
    for i, _ in _covering(pieces, ((d.start, d.end, "date") for d in literals.dates)):
        forms[i] = module.form_in_date(forms[i])
    sentences = segmentation.sentences(text, pieces, kinds, module)
    clauses: list[Stretch] = []
    sentence_of = [0] * len(pieces)
    clause_of = [0] * len(pieces)
    for number, sentence in enumerate(sentences):
        sentence_of[sentence.first : sentence.last] = [number] * (sentence.last - sentence.first)
        for clause in segmentation.clauses(pieces, kinds, forms, sentence, module):
            clause_of[clause.first : clause.last] = [len(clauses)] * (clause.last - clause.first)
            clauses.append(clause)
    subject = message.zone_spans(Zone.SUBJECT)
    labels = parts.parts(text, pieces, sentences, subject[-1][1] if subject else 0, module)
    quoted = _covered(pieces, segmentation.quoted_spans(text))
    openings = {s.first for s in sentences} - parts.addressed(pieces, labels, module)
    marks = _marks(message, pieces, kinds, forms, literals, openings, module)
    tokens = tuple(
        Token(
            index=i,
            text=piece.text,
            start=piece.start,
            end=piece.end,
            kind=kinds[i],
            form=forms[i],
            sentence=sentence_of[i],
            clause=clause_of[i],
            part=labels[i],
            quoted=quoted[i],
            marks=marks[i],
        )
        for i, piece in enumerate(pieces)
    )
    return Analysis(
        message=message,
        language=language,
        tokens=tokens,
        sentences=tuple(sentences),
        clauses=tuple(clauses),
        literals=literals,
    )


def _pieces(
    message: Message, literals: Literals, module: LanguageModule
) -> tuple[list[Piece], list[TokenKind]]:
    """Tokenize, keeping opaque stretches and placeholders whole."""
    text = message.text
    atoms: dict[int, tuple[int, TokenKind]] = {
        o.start: (o.end, TokenKind.OPAQUE) for o in literals.opaque
    }
    atoms |= {c.start: (c.end, TokenKind.OPAQUE) for c in literals.contacts}
    atoms |= {offset: (offset + 1, TokenKind.PLACEHOLDER) for offset, _ in message.placeholders}
    pieces: list[Piece] = []
    kinds: list[TokenKind] = []

    def add_plain(start: int, end: int) -> None:
        for piece in _plain_pieces(text, start, end, module):
            pieces.append(piece)
            kinds.append(_kind(piece.text))

    position = 0
    for start in sorted(atoms):
        end, kind = atoms[start]
        if start < position:
            continue
        add_plain(position, start)
        pieces.append(Piece(text[start:end], start, end, text[start:end].lower()))
        kinds.append(kind)
        position = end
    add_plain(position, len(text))
    return pieces, kinds


def _plain_pieces(text: str, start: int, end: int, module: LanguageModule) -> list[Piece]:
    pieces: list[Piece] = []
    position = start
    for match in _HOSTILE.finditer(text, start, end):
        pieces.extend(module.tokenize(text[position : match.start()], position))
        for run in _RUN.finditer(text, match.start(), match.end()):
            word = run.group()
            pieces.append(Piece(word, run.start(), run.end(), module.normalise(word, word)))
        position = match.end()
    pieces.extend(module.tokenize(text[position:end], position))
    return pieces


def _kind(text: str) -> TokenKind:
    if text[0].isalpha() or any(c.isalpha() for c in text):
        return TokenKind.WORD
    if any(c.isdigit() for c in text):
        return TokenKind.NUMBER
    return TokenKind.PUNCTUATION


def _covered(pieces: list[Piece], spans: list[tuple[int, int]]) -> list[bool]:
    """For each piece, whether one of the sorted spans covers it."""
    covered = [False] * len(pieces)
    k = 0
    for i, piece in enumerate(pieces):
        while k < len(spans) and spans[k][1] <= piece.start:
            k += 1
        covered[i] = k < len(spans) and spans[k][0] <= piece.start
    return covered


def _covering(
    pieces: Sequence[Piece], spans: Iterable[tuple[int, int, str]]
) -> Iterator[tuple[int, str]]:
    """Each piece that shares a character with a span, with the name of the span."""
    starts = [p.start for p in pieces]
    for start, end, name in spans:
        first = bisect_left(starts, start)
        if first > 0 and pieces[first - 1].end > start:
            first -= 1
        for i in range(first, len(pieces)):
            if pieces[i].start >= end:
                break
            yield i, name


def _marks(
    message: Message,
    pieces: list[Piece],
    kinds: list[TokenKind],
    forms: list[Form],
    literals: Literals,
    openings: set[int],
    module: LanguageModule,
) -> list[frozenset[str]]:
    """The fact classes of each piece, which phrases name as ``@amount``, ``@date`` …

    Args:
        openings: the pieces that have a capital letter because a sentence begins with them.
    """
    spans: list[tuple[int, int, str]] = []
    spans.extend((m.start, m.end, "amount") for m in literals.money)
    spans.extend((d.start, d.end, "date") for d in literals.dates)
    spans.extend((r.start, r.end, "reference") for r in literals.references)
    spans.extend((c.start, c.end, c.kind.value) for c in literals.contacts)
    spans.extend((o.start, o.end, "link") for o in literals.opaque if o.kind is OpaqueKind.URL)
    for offset, placeholder in message.placeholders:
        spans.append((offset, offset + 1, "placeholder"))
        spans.append((offset, offset + 1, _placeholder_mark(placeholder.fact)))
    marks: dict[int, set[str]] = defaultdict(set)
    for i, name in _covering(pieces, spans):
        marks[i].add(name)
    for i, piece in enumerate(pieces):
        if kinds[i] is TokenKind.NUMBER:
            marks[i].add("number")
        elif kinds[i] is TokenKind.WORD and module.is_name(piece.text, forms[i], i in openings):
            marks[i].add("name")
    return [frozenset(marks[i]) if i in marks else frozenset() for i in range(len(pieces))]


_PLACEHOLDER_MARKS = {
    FactType.DUE_DATE: "date",
    FactType.INVOICE_DATE: "date",
    FactType.INVOICE_REF: "reference",
}


def _placeholder_mark(fact: FactType) -> str:
    return _PLACEHOLDER_MARKS.get(fact, fact.value)


__all__ = [
    "LanguageError",
    "LanguageModule",
    "analyse",
    "detect",
    "module_for",
]
