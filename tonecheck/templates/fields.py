"""Fields to be filled, in the many forms that people and mailing programs write them.

A new form is a row of :data:`FORMS`; what a field's name means is the matter of
:mod:`tonecheck.templates.names`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tonecheck.message import Placeholder
from tonecheck.templates.expressions import hole
from tonecheck.templates.marks import Block, Mark, Role
from tonecheck.templates.names import fact_of, is_count, names_something
from tonecheck.templates.parts import facts_of_table
from tonecheck.types import FactType

_MAX_WORDS = 5
"""A field has a short name; more words in brackets are a remark."""


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a field.

    ``pattern`` has a group ``name`` and looks at a bounded stretch of one line, so that a
    search stays linear. ``accepts`` has the last word on the name; a form that is ``blank``
    has none and says nothing about the fact. ``engine`` tells whether only a program could
    fill it.
    """

    opener: str
    pattern: re.Pattern[str]
    engine: bool
    accepts: Callable[[str], bool] = bool
    blank: bool = False


def field_marks(source: str, *, by_hand: bool = False) -> Iterator[Mark]:
    """The fields of a source, in order and without overlaps; the longest one wins.

    Args:
        by_hand: only fields that a person fills, such as ``[Client Name]``.
    """
    forms: dict[str, list[Form]] = {}
    for form in FORMS:
        if not (by_hand and form.engine):
            forms.setdefault(form.opener, []).append(form)
    free = "" if by_hand else "".join(sign for sign, use in _IN_USE if len(use.findall(source)) > 1)
    doubled = () if by_hand else tuple(two for sign, two in _DOUBLED if sign.search(source))
    signs = {*forms, *(two[0] for two in doubled)}
    openers = re.compile("[" + re.escape("".join(sorted(signs))) + "]")
    position = 0
    while opener := openers.search(source, position):
        matches = [
            (match, form)
            for form in forms.get(opener[0], ())
            if (match := form.pattern.match(source, opener.start()))
            and (opener[0] in free or form.accepts(match["name"]))
        ]
        if not matches and source.startswith(doubled, opener.start()):
            position = opener.start() + 2
            yield Mark(Role.LITERAL, position - 2, position, text=opener[0])
            continue
        if not matches:
            position = opener.start() + 1
            continue
        match, form = max(matches, key=lambda pair: pair[0].end())
        if '"' in match["name"] or "'" in match["name"]:
            yield from hole(source, *match.span(), match.span("name"))
        else:
            yield _mark(match, form)
        position = match.end()


SINGLE_BRACES = re.compile(r"(?<![{$#%])\{[^\W\d][\w.]*(?:\[\w+\])?(?:[:!][^{}\n]{0,20})?\}(?!\})")
"""A field of Python's str.format."""

# Where these fields are in use, a sign that shall be shown is written twice.
_DOUBLED = (
    (re.compile(r"%\(\w+\)|%(?:\d\$)?(?:\.\d+)?[sdf](?!\w)"), "%%"),
    (re.compile(r"(?<!\$)\$(?:[a-z]\w+|\{\w)"), "$$"),
    (SINGLE_BRACES, "{{"),
    (SINGLE_BRACES, "}}"),
)


# Where a file has several such fields, it means them all, whatever their names.
_IN_USE = (
    ("$", re.compile(r"(?<![\w$])\$[a-z]\w+(?![\w$])")),
    (":", re.compile(r"(?<=[\s№#$£€(\"]):[a-z][a-z_]+(?![\w:])")),
)


def _mark(match: re.Match[str], form: Form) -> Mark:
    name = match["name"].strip()
    start, end = match.span()
    if form is _MAILCHIMP and (logic := _mailchimp(name, start, end)):
        return logic
    fact, *others = ((FactType.OTHER,) if form.blank else facts_of_table(name)) or (fact_of(name),)
    placeholder = Placeholder(match[0], name, fact, start, end, form.engine, tuple(others))
    return Mark(Role.HOLE, start, end, placeholder=placeholder)


def _mailchimp(name: str, start: int, end: int) -> Mark | None:
    """The mark of a condition (``*|IF:PAID|*``, ``*|END:IF|*``); None for a value."""
    word, _, rest = name.partition(":")
    if word in ("IF", "IFNOT"):
        condition = f"not {rest}" if word == "IFNOT" else rest
        return Mark(Role.OPEN, start, end, word="IF", condition=condition, block=Block.CHOICE)
    if word in ("ELSEIF", "ELSE"):
        return Mark(Role.ARM, start, end, condition=rest or None)
    if word == "END":
        return Mark(Role.CLOSE, start, end, word="IF")
    return None


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_NOT_HOLES = _words(
    "urgent external spam important reminder attention confidential warning overdue final"
    " notice final_notice action_required sic nb fyi asap note draft"
    " срочно важно внимание напоминание внешнее внешний спам повторно черновик"
)
_REMARK_WORDS = _words(
    "see cf as is are was were did does has have had not will above below attached already"
    " см смотри смотрите как не был была было были уже выше ниже далее прилагается"
)
_LINKING_WORDS = _words("a an the of to for and or in on by at from в на по и или к от до для за с")


# "[due date + 30 days]" is a hole, "[invoice 204]" is not.
_TERM = re.compile(
    r"\b\d{1,3}[ -]?(?:days?|weeks?|months?|дн\w*|недел\w*|месяц\w*)\b", re.IGNORECASE
)


def _is_hole(inside: str) -> bool:
    """Whether bracketed words name a hole: a title, capitals, an identifier or a fact."""
    words = re.findall(r"[^\W\d]+", inside)
    if not 1 <= len(inside.split()) <= _MAX_WORDS or re.search(r"\d\d", _TERM.sub("", inside)):
        return False
    if sum(map(len, words)) < 2 and not re.fullmatch(r"[$£€₽]?X", inside.strip()):
        return False
    small = [word.lower() for word in words]
    if "_".join(small) in _NOT_HOLES or (len(small) == 1 and small[0] in _NOT_HOLES):
        return False
    if not _REMARK_WORDS.isdisjoint(small):
        return False
    titled = [word[0].isupper() or word in _LINKING_WORDS for word in words]
    return (
        (words[0][0].isupper() and all(titled))
        or re.fullmatch(r"\w+_\w+", inside.strip()) is not None
        or names_something(inside)
        or (len(words) == 1 and is_count(inside))
    )


def _is_variable(inside: str) -> bool:
    """Whether a braced name is one variable, or words that name a hole."""
    return len(inside.split()) == 1 or _is_hole(inside)


def _is_identifier(inside: str) -> bool:
    """Whether a bare name after a mark is a variable's: joined words or the word for a fact."""
    joined = "_" in inside.strip("_") or "." in inside or re.search(r"[a-zа-яё][A-ZА-ЯЁ]", inside)
    return bool(joined) or (names_something(inside) and not inside.isupper())


def _is_title(inside: str) -> bool:
    """Whether a name in capitals is a field's and not an element of HTML."""
    return inside.upper() not in _ELEMENTS and len(inside.split()) <= _MAX_WORDS


def _is_constant(inside: str) -> bool:
    return "_" in inside or names_something(inside) or inside.isupper()


def _is_fact(inside: str) -> bool:
    return fact_of(inside) is not FactType.OTHER or names_something(inside)


_ELEMENTS = _words(
    "A ABBR ADDRESS B BIG BLOCKQUOTE BODY BR BUTTON CAPTION CENTER CODE COL DIV DL DT DD EM FONT "
    "FOOTER FORM H1 H2 H3 H4 H5 H6 HEAD HEADER HR HTML I IMG INPUT LABEL LI LINK MAIN META NOBR "
    "OL P PRE S SCRIPT SECTION SMALL SPAN STRIKE STRONG STYLE SUB SUP TABLE TBODY TD TFOOT TH "
    "THEAD TITLE TR TT U UL"
)


def _form(
    opener: str,
    pattern: str,
    accepts: Callable[[str], bool] = bool,
    *,
    engine: bool = True,
    blank: bool = False,
) -> Form:
    return Form(opener, re.compile(pattern, re.VERBOSE), engine, accepts, blank)


_MAILCHIMP = _form("*", r"\*\|(?P<name>[^|\n]{1,80})\|\*")

FORMS = (
    _form("{", r"\{\{\{(?P<name>[^{}\n]{1,120})\}\}\}"),
    _form("{", r"\{\{-?(?P<name>[^{}\n]{1,120}?)-?\}\}"),
    _form(
        "{",
        r"""(?<![\\{])\{[ ]?
        (?P<name>[^\W\d][\w.]{0,80}(?:\[\w{1,40}\]){0,4}(?:[ -]\w{1,40}){0,4}|\d)
        (?:[:!](?:,?\.\d+f|,|%[^{}\n]{1,30}|[<>^]?\d{0,3}[sdr])        # a format: {amount:,.2f}
        |,[ ]?[a-z]{1,10}(?:,[^{}\n]{1,40})?                           # {0,number,#.##}
        |~[^{}\n]{1,40})?
        [ ]?\}(?!\})""",
        _is_variable,
    ),
    _form("{", r"\{!(?P<name>[^{}\n]{1,600})\}"),
    _form("{", r"\{=(?P<name>[^{}\n]{1,120})\}"),
    _form("{", r"\{\$(?P<name>[^{}\n]{1,80})\}"),
    _form("$", r"\$\{(?P<name>[^{}:\n]{1,120})\}"),
    _form(
        "$",
        r"(?<!\w)\$(?P<name>[A-Za-z_]\w{1,40}(?:->\w{1,40}|\[\w{1,40}\]|\.[a-z]\w{0,40}){0,8})(?![\w$])",
        _is_identifier,
    ),
    _form("#", r"\#\{(?P<name>(?:[^{}]|\{(?:[^{}]|\{[^{}]{0,80}\}){0,200}+\}){1,400}+)\}"),
    _form("#", r"\#(?P<name>[A-ZА-ЯЁ][A-ZА-ЯЁ0-9_]{1,40})\#", _is_constant),
    _form("%", r"%\((?P<name>[^()%\n]{1,60})\)[-+#0]*\d*(?:\.\d+)?[sdfgiur]"),
    _form(
        "%",
        r"(?<![\w%])(?<!\d[ ])(?P<name>%(?:\d\$)?[-+0']*\d*(?:\.\d+)?[sdfu])(?![\w%])",
        blank=True,
    ),
    _form("%", r"(?<!\d)%(?P<name>[^\W\d][\w.]{1,40})%", _is_constant),
    _form("%", r"%\{(?P<name>[^{}\n]{1,60})\}"),
    _form(":", r"(?<![\w:/}\]]):(?P<name>[A-Za-z_]{2,40})(?![\w:]|://)", _is_identifier),
    _form(":", r"(?<!:)::(?P<name>[^\W\d][\w. -]{1,40})::"),
    _form("@", r"@@(?P<name>\w{2,40})@@"),
    _form("@", r"(?<![\w@.])@(?P<name>[A-Z][A-Za-z]{2,30})(?![\w@.]\w)", _is_fact),
    _form("@", r"(?<![\w@.])@(?P<name>[а-яё_]{3,30})(?![\w@.]\w)"),
    _form("<", r"<<(?P<name>[^<>\n]{1,60})>>"),
    _form("<", r"<(?P<name>[A-ZА-ЯЁ][A-ZА-ЯЁ0-9_ ]{1,40})>", _is_title),
    _form("&", r"&lt;(?P<name>[A-ZА-ЯЁ][A-ZА-ЯЁ0-9_ ]{1,40})&gt;", _is_title),
    _form("«", r"«(?P<name>[A-Z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)+|[A-Z]{4,30})»", names_something),
    _MAILCHIMP,
    _form("[", r"\[\[(?P<name>[^\[\]\n]{1,60})\]\]", _is_variable),
    _form(
        "[",
        r"""(?<![]!\\\[])\[(?P<name>[^\[\]\n]{1,60})\]
        (?![(\[\]])                           # a link of Markdown: [text](url), [text][ref]
        (?!:[ ]*<?https?:)                     # where such a reference leads""",
        _is_hole,
        engine=False,
    ),
    _form("_", r"(?<![\w_])(?P<name>_{3,12})(?=[^\w\n]{0,3}\w)(?!_)", engine=False, blank=True),
    _form(
        "X",
        r"(?<![\w$€£₽-])(?P<name>X{4,10}|XX[./-]XX(?:[./-]XX(?:XX)?)?)(?![\w-]|[ ]?\d)",
        engine=False,
        blank=True,
    ),
)
"""The forms known; where several match at one place, the longest match wins."""
