"""What the name of a placeholder says about the fact that will fill it.

A name is cut into words (``clientName``, ``client.name``, ``имя клиента``), each word has a
concept, and the concepts together decide.
"""

from __future__ import annotations

import re
from functools import lru_cache

from tonecheck.templates.concepts import UNKNOWN, concepts_in, known_concept, spaced
from tonecheck.types import FactType

_OF_REFERENCES = frozenset({"document", "deal", "number", "client", "own", "sender", "filler"})

# Words of these concepts also stand in ordinary remarks.
_WEAK = frozenset(
    {UNKNOWN, "filler", "by", "own", "earlier", "current", "settled", "count", "deal"}
)


_LAST_PART = re.compile(r"\.|->|\[")
_LAST_WORD = re.compile(r"[^\W\d_]+(?=[\W\d_]*$)")
_WRAPPED = re.compile(r"\w+\((?P<inside>[\w.>$@\[\]-]+)\)")
_TO_PAY = re.compile(
    r"(?:left|rest|total|amount|sum|summa|itogo|сумма|итого)?"
    r"[ _]*(?:to|k|к)[ _]*(?:pay|oplate|оплате)"
)
_TELLING = frozenset({"date", "due", "by", "issued", "count", "number", "name"})
"""Concepts of an attribute that say more than the object's name: the "do" of ``dolg.do``."""


@lru_cache(maxsize=4096)
def fact_of(name: str) -> FactType:
    """The fact that a placeholder of this name stands for; ``OTHER`` when unsure.

    ``NAME`` is the client's name (the sender's is ``OTHER``), ``CONTACT`` how to reach the
    sender (the client's own phone is ``OTHER``). A bare "date" is taken for the due date
    and a bare "number" for that of the invoice: what else would a reminder leave open?
    """
    has = concepts_in(name)
    part = _LAST_PART.split(name)[-1]
    last = concepts_in(part)
    if wrapped := _WRAPPED.fullmatch(name.strip()):
        inside = fact_of(wrapped["inside"])
        if inside is not FactType.OTHER:
            return inside
    if "amount" in has and last & _TELLING and "amount" not in last:
        has = last
    elif "amount" in has and _ends_in_a_date(part):
        has = last - {"amount"}
    if "unit" in last and "amount" not in last:
        return FactType.OTHER
    if has == {"by"} or last == {"by"}:
        return FactType.DUE_DATE
    if has & {"fee", "settled"}:
        return FactType.OTHER
    if "plan" in has or has == {"by_plan", "pay"}:
        return FactType.FLEXIBILITY
    if "link" in has:
        return _fact_of_link(has)
    if "file" in has:
        return FactType.INVOICE_REF if "number" in last else FactType.EVIDENCE
    if _TO_PAY.fullmatch(spaced(part)):
        return FactType.AMOUNT
    if "amount" in has:
        return FactType.OTHER if "earlier" in has else FactType.AMOUNT
    if "count" in has:
        return FactType.OTHER
    if "bank" in has and "reach" in last:
        return FactType.CONTACT
    if has & {"date", "due", "issued"} or {"pay", "by"} <= has:
        return _fact_of_date(has)
    if "bank" in has or {"pay", "means"} <= has:
        return FactType.PAYMENT_METHOD
    return _fact_of_party(has)


_SUBJECT = re.compile(r"(?:\b|_)(?:subject|subj|theme|tema|тема|betreff)(?:\b|_)", re.IGNORECASE)


_TITLE = re.compile(r"(?:\b|_)(?:title|zagolovok|заголовок)(?:\b|_)", re.IGNORECASE)


def is_subject(name: str) -> bool:
    """Whether a block or a variable of this name holds a message's subject."""
    return len(name) <= 60 and _SUBJECT.search(spaced(name)) is not None


def is_title(name: str) -> bool:
    """Whether a block of this name holds a title, which may serve as the subject."""
    return len(name) <= 60 and _TITLE.search(spaced(name)) is not None


def is_count(name: str) -> bool:
    """Whether a name counts something, such as days."""
    return "count" in concepts_in(name)


def is_fee(name: str) -> bool:
    """Whether a name is that of a fee, a discount, or of a sum already paid."""
    return bool(concepts_in(name) & {"fee", "settled"})


def is_unit(name: str) -> bool:
    """Whether a name is that of a currency."""
    return "unit" in concepts_in(_LAST_PART.split(name)[-1])


def is_bare_date(name: str) -> bool:
    """Whether a name says that it is a day, and not which."""
    has = concepts_in(_LAST_PART.split(name)[-1])
    return "date" in has and has <= {"date", "filler", UNKNOWN}


def is_link(name: str) -> bool:
    """Whether a name is that of a link."""
    return "link" in concepts_in(name)


def _ends_in_a_date(part: str) -> bool:
    """Whether the last word is a date's, as in "ostatok_srok"; in "amount_due" it is not."""
    word = _LAST_WORD.search(spaced(part))
    return word is not None and word[0] != "due" and known_concept(word[0]) in ("date", "due")


def names_something(name: str) -> bool:
    """Whether a word of the name is typical of placeholders."""
    return not concepts_in(name) <= _WEAK


def _fact_of_link(has: frozenset[str]) -> FactType:
    if has & {"pay", "bank", "means"}:
        return FactType.PAYMENT_METHOD
    return FactType.EVIDENCE if has & {"document", "file"} else FactType.OTHER


def _fact_of_date(has: frozenset[str]) -> FactType:
    if has & {"earlier", "current"}:
        return FactType.OTHER
    if has & {"due", "pay"}:
        return FactType.DUE_DATE
    if has & {"issued", "document"}:
        return FactType.INVOICE_DATE
    return FactType.DUE_DATE if has <= {"date", "by", "filler"} else FactType.OTHER


def _fact_of_party(has: frozenset[str]) -> FactType:
    """A name, a way to reach somebody, a reference, or nothing that the client needs."""
    named = "name" in has or ("client" in has and not has & {"reach", "number", "document"})
    if named and has <= {
        "name",
        "title",
        "client",
        "reach",
        "document",
        "earlier",
        "filler",
    }:  # "last name"
        return FactType.OTHER if "document" in has and "client" not in has else FactType.NAME
    if "reach" in has:
        return FactType.OTHER if has & {"client", "name"} else FactType.CONTACT
    if "sender" in has and not {"document", "number"} <= has:  # "account manager"
        return FactType.OTHER
    if has & {"document", "number"} and has <= _OF_REFERENCES:
        return FactType.INVOICE_REF
    return FactType.OTHER
