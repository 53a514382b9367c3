"""What a piece that is put in whole holds, by its name: a part of another file, a finished table.

Nothing of the piece can be read; "payment_details.html" and "invoice_table" tell what is in it.
"""

from __future__ import annotations

import re
from functools import lru_cache

from tonecheck.templates.concepts import concepts_in, spaced
from tonecheck.templates.names import fact_of
from tonecheck.types import FactType

_INCLUDES = re.compile(
    r"(?:include|partial|view|component|insert|embed|template|shared|render)\w*\s*[(:]?\s*(?=[\"'])",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[\"'](?P<path>[^\"']{1,200})[\"']")
_BARE = re.compile(r"(?P<path>[^\W\d][\w./-]{0,199})")
_SUFFIXES = re.compile(
    r"(?:\.(?:html?|txt|text|mjml|md|j2|jinja2?|twig|njk|liquid|hbs|handlebars|mustache|tpl|tmpl"
    r"|gotmpl|gohtml|mako|erb|ejs|php|blade|phtml|inc))+$",
    re.IGNORECASE,
)
_SEPARATORS = re.compile(r"[/\\.:]")
_TABLE = re.compile(
    r"(?:table|summary|overview|rows|grid|list|tabl\w*|svodk\w*|spis\w*|таблиц\w*|сводк\w*|спис\w*)s?"
)
_MARKUP_AROUND = re.compile(r"(?:html|block|section|part|blok|text|markup|md)")
_AROUND_THE_LETTER = re.compile(
    r"(?:head|header|foot|footer|layout|style|styles|css|logo|brand\w*|sign\w*|shapk\w*|podval"
    r"|niz|podpis\w*|шапк\w*|подвал|подпис\w*)"
)
_OF_INVOICES = (FactType.INVOICE_REF, FactType.AMOUNT, FactType.DUE_DATE)
_NEEDED = frozenset({*_OF_INVOICES, FactType.PAYMENT_METHOD, FactType.CONTACT})


@lru_cache(maxsize=1024)
def facts_of_part(arguments: str) -> tuple[FactType, ...]:
    """The facts that a part of another file holds; none when unsure.

    Args:
        arguments: what stands behind "include": the file's name, quoted or not, and values.
    """
    named = _QUOTED.search(arguments) or _BARE.search(arguments)
    if not named:
        return ()
    path = _SUFFIXES.sub("", named["path"])
    base = _SEPARATORS.split(path)[-1]
    if any(_AROUND_THE_LETTER.fullmatch(word) for word in _words(base)):
        return ()
    if held := facts_of_table(base):
        return held
    has = concepts_in(base)
    if has & {"pay", "bank"} and not has & {"date", "due", "amount", "settled", "earlier"}:
        return (FactType.PAYMENT_METHOD,)
    fact = fact_of(base)
    return (fact,) if fact in _NEEDED else ()


@lru_cache(maxsize=4096)
def facts_of_value(text: str, name: str) -> tuple[FactType, ...]:
    """The facts that a value holds if it is a finished piece of a letter, else none.

    Args:
        text: the mark as written.
        name: the name of the value in it.
    """
    if called := _INCLUDES.search(text):
        return facts_of_part(text[called.end() :])
    return facts_of_table(name)


def facts_of_table(name: str) -> tuple[FactType, ...]:
    """What a table of invoices or payments holds: ``invoice_table``, ``debts.summary``."""
    words = [word for word in _words(name) if not _MARKUP_AROUND.fullmatch(word)]
    if len(name) > 60 or not any(_TABLE.fullmatch(word) for word in (*words[:1], *words[-1:])):
        return ()
    has = concepts_in(name)
    if has & {"link", "number", "date"}:
        return ()
    if "document" in has:
        return _OF_INVOICES
    if {"pay", "due"} & has:
        return FactType.AMOUNT, FactType.DUE_DATE
    return (FactType.AMOUNT,) if "amount" in has else ()


def _words(name: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", spaced(name))
