"""Templates: a source as text with typed holes, in the syntax of whatever fills them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module

from tonecheck.templates.building import build
from tonecheck.templates.fields import SINGLE_BRACES, field_marks
from tonecheck.templates.icu import icu_marks
from tonecheck.templates.kept import placed
from tonecheck.templates.marks import Mark, Role
from tonecheck.templates.names import fact_of
from tonecheck.templates.template import Template

__all__ = [
    "TEMPLATE_SUFFIXES",
    "Template",
    "fact_of",
    "read_template",
    "without_engine_suffix",
]

_BRACES = "braces.braces_marks"
_SMARTY = "smarty.smarty_marks"
_BY_SUFFIX = {
    **dict.fromkeys((".j2", ".jinja", ".jinja2", ".liquid", ".twig", ".njk"), _BRACES),
    **dict.fromkeys((".hbs", ".handlebars", ".mustache"), "mustaches.mustache_marks"),
    **dict.fromkeys((".gotmpl", ".gohtml"), "golang.go_marks"),
    ".blade.php": "blade.blade_marks",
    ".erb": "angles.erb_marks",
    ".ejs": "angles.ejs_marks",
    **dict.fromkeys((".php", ".phtml"), "php.php_marks"),
    ".mako": "mako.mako_marks",
    ".smarty": _SMARTY,
}
TEMPLATE_SUFFIXES = (*_BY_SUFFIX, ".tmpl", ".tpl")
"""File suffixes that belong to a template engine."""

_BY_SIGN = tuple(
    (re.compile(pattern, re.MULTILINE | re.VERBOSE), marks)
    for pattern, marks in (
        (r"<\?(?:php\b|=)", "php.php_marks"),
        (
            r"""^[ \t]*+%[ \t]*+(?:if|for|endif|endfor)\b[^\n%]*+:?[ \t]*+$
            |<%(?:block|def|text|doc|inherit)\b|</%""",
            "mako.mako_marks",
        ),
        (r"<%(?=[^%]*+%>)[^%]*?(?:[{}]|=>|\bvar\s|===)", "angles.ejs_marks"),
        (r"<%", "angles.erb_marks"),
        (
            r"""\{\{--|\{!!
            |^[ \t]*+@(?:if|foreach|forelse|component|section|extends|php)\b""",
            "blade.blade_marks",
        ),
        (r"\{%[-+~]?\s*+\w|\{\#[^{}\n]{0,300}\#\}", _BRACES),
        (
            r"""\{\{-?\s*+(?:\.\w|\$|end\b|(?:if|range|with|define|template|printf)\s)""",
            "golang.go_marks",
        ),
        (r"\{\{[~{]?\s*+[\#/^>!&]|\{\{\{", "mustaches.mustache_marks"),
        (r"""\{\{[-~]?\s*+(?![\w-]+\s*+:)[\w'"(\[][^{};\n]{0,300}\}\}""", _BRACES),
        (
            r"(?<![\#$\w])\{(?:\$\w|\*|/if\}|literal\}|(?:if|foreach|assign|include)\s)",
            _SMARTY,
        ),
    )
)
"""What gives an engine away, the surest sign first."""

_IS_SMARTY = re.compile(r"\{(?:\*|/|literal\}|(?:if|foreach|assign|include)\s|\$[^{}\n]*[|'\"])")
"""More than values in braces, which strings of PHP have too, beside fields of another form."""

_TRANSLATED = re.compile(r"\{%-?\s*+trans\s++with\b|->trans\(")
"""Texts that are translated have fields of their own within the engine's (``%name%``)."""


def read_template(source: str, suffix: str = "") -> Template:
    """A source read as a template of the engine that its suffix or its marks tell.

    A source of no engine is read for fields such as ``[Client Name]``, ``%NAME%`` or ``$name``.

    Args:
        suffix: the end of the file's name, or all of it.
    """
    engine = _engine(source, suffix.lower())
    if engine is None:
        plurals = list(icu_marks(source))
        fields = sorted([*plurals, *_in_gaps(field_marks(source), plurals)], key=_place)
        return build(source, fields, engine=any(_needs_program(mark) for mark in fields))
    marks = placed(source, list(engine(source)))
    by_hand = _in_gaps(field_marks(source, by_hand=not _TRANSLATED.search(source)), marks)
    return build(source, sorted([*marks, *by_hand], key=_place), engine=True)


def without_engine_suffix(name: str) -> str:
    """A file's name without the suffixes that name a template engine."""
    for suffix in TEMPLATE_SUFFIXES:
        name = name.removesuffix(suffix)
    return name


def _engine(source: str, suffix: str) -> Callable[[str], Iterator[Mark]] | None:
    """What finds the marks of a source's engine; its module is imported only then."""
    found = next((marks for end, marks in _BY_SUFFIX.items() if suffix.endswith(end)), None)
    if found is None:
        found = next((marks for sign, marks in _BY_SIGN if sign.search(source)), None)
        if found == _BRACES and "{%" not in source and _is_python_format(source):
            return None
        if found == _SMARTY and not _IS_SMARTY.search(source):
            return None
    if found is None:
        return None
    module, name = found.split(".")
    marks: Callable[[str], Iterator[Mark]] = getattr(import_module(f"{__name__}.{module}"), name)
    return marks


def _is_python_format(source: str) -> bool:
    """Whether double braces are no marks but braces for Python's str.format to show."""
    fields = len(SINGLE_BRACES.findall(source))
    return fields > 1 and fields > source.count("{{")


def _place(mark: Mark) -> tuple[int, int]:
    return mark.start, mark.end


def _needs_program(mark: Mark) -> bool:
    return mark.role is not Role.HOLE or bool(mark.placeholder and mark.placeholder.engine)


def _in_gaps(fields: Iterator[Mark], marks: Sequence[Mark]) -> Iterator[Mark]:
    """The fields that lie between the marks, not in them."""
    index = 0
    for field in fields:
        while index < len(marks) and marks[index].end <= field.start:
            index += 1
        if index == len(marks) or field.end <= marks[index].start:
            yield field
