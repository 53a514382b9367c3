"""A placeholder for a fact, written like those that the message already has."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from tonecheck.analysis import Analysis
from tonecheck.types import FactType, Language


@dataclass(frozen=True, slots=True)
class Name:
    """What a hole for a fact is called: as a variable, and in brackets for a person to fill."""

    variable: str
    words: Mapping[Language, str]


NAMES: Mapping[FactType, Name] = {
    FactType.AMOUNT: Name("amount", {Language.EN: "amount", Language.RU: "сумма"}),
    FactType.DUE_DATE: Name("due_date", {Language.EN: "due date", Language.RU: "дата"}),
    FactType.INVOICE_REF: Name(
        "invoice_number", {Language.EN: "invoice number", Language.RU: "номер счёта"}
    ),
    FactType.PAYMENT_METHOD: Name(
        "payment_method", {Language.EN: "payment method", Language.RU: "способ оплаты"}
    ),
    FactType.NAME: Name("client_name", {Language.EN: "client name", Language.RU: "имя клиента"}),
}

_DELIMITERS = (
    ("{{{", "}}}"),
    ("{{", "}}"),
    ("{!!", "!!}"),
    ("<%=", "%>"),
    ("<?=", "?>"),
    ("*|", "|*"),
    ("[[", "]]"),
    ("<<", ">>"),
    ("::", "::"),
    ("@@", "@@"),
    ("${", "}"),
    ("#{", "}"),
    ("{!", "}"),
    ("%(", ")s"),
    ("{", "}"),
    ("<", ">"),
    ("%", "%"),
    ("#", "#"),
)
"""How engines and mailing programs write a hole; the longest first."""

_INSIDE = re.compile(
    r"(?P<before>\s*)(?P<sign>[$@.]?)(?P<name>\w+)(?P<rest>.*?)(?P<after>\s*)", re.S
)


def hole(analysis: Analysis, fact: FactType) -> str:
    """A placeholder for a fact: in the syntax of the message, else in square brackets."""
    name = NAMES[fact]
    for _, placeholder in analysis.message.placeholders:
        written = _like(placeholder.text, name.variable) if placeholder.engine else None
        if written is not None:
            return written
    return f"[{name.words[analysis.language]}]"


def _like(text: str, variable: str) -> str | None:
    for opening, closing in _DELIMITERS:
        if text.startswith(opening) and text.endswith(closing):
            inside = _INSIDE.fullmatch(text[len(opening) : len(text) - len(closing)])
            if inside is None:
                return None
            name = _cased(variable, inside["name"], inside["sign"])
            return f"{opening}{inside['before']}{inside['sign']}{name}{inside['after']}{closing}"
    return None


def _cased(variable: str, like: str, sign: str) -> str:
    """A variable in the spelling of another: ``INVOICE_NUMBER``, ``invoiceNumber`` …"""
    if like.isupper():
        return variable.upper()
    pascal = "".join(word.capitalize() for word in variable.split("_"))
    if sign == "." or (like[:1].isupper() and not like.isupper()):
        return pascal
    is_camel = "_" not in like and any(c.isupper() for c in like[1:])
    return pascal[:1].lower() + pascal[1:] if is_camel else variable
