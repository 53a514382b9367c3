"""Jinja, Twig, Django, Liquid and Nunjucks: ``{{ x }}``, ``{% if x %}``, ``{# a remark #}``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from tonecheck.templates.expressions import hole
from tonecheck.templates.marks import BLANKS, Block, Mark, Role, Trims, silent
from tonecheck.templates.names import is_subject, is_title
from tonecheck.templates.scanning import Ends, first_word, raw_end, stripped
from tonecheck.templates.wording import named_hole, part_hole, prose, strings

_OPENERS = re.compile(r"\{\{|\{%|\{#")
_CLOSERS = {"{{": "}}", "{%": "%}", "{#": "#}"}

_CHOICES = frozenset("if ifequal ifnotequal ifchanged ifAsync unless".split())
_LOOPS = frozenset("for tablerow asyncEach asyncAll".split())
_SWITCHES = frozenset("case switch".split())
_ARMS = frozenset("elif elseif elsif else empty when plural pluralize".split())
_PLAIN = frozenset(
    "block with autoescape spaceless filter apply call sandbox embed language localize timezone "
    "cache capture form paginate macro section blocktrans blocktranslate set".split()
)
_HIDDEN = frozenset("comment schema javascript stylesheet style".split())
_RAW = frozenset("raw verbatim".split())
_OUTPUTS = frozenset(
    "url include render cycle firstof static now widthratio component increment".split()
)
_TRANSLATED = frozenset("trans translate".split())


_SIGNS = {
    "openblock": "{%",
    "closeblock": "%}",
    "openvariable": "{{",
    "closevariable": "}}",
    "openbrace": "{",
    "closebrace": "}",
    "opencomment": "{#",
    "closecomment": "#}",
}
"""What Django's ``templatetag`` puts out."""

_TRIMS = {"-": 1, "~": BLANKS}
_SHORT_BLOCK = re.compile(r"(?P<name>\w+)\s++(?=[\"'\w(])(?!endblock)")
_INLINE_REMARK = re.compile(r"\{%-?\s*+#")
_FILE_REMARK = re.compile(r"ansible_managed\b")
"""What Ansible puts out as a remark that a file is written by it."""
_STORED = re.compile(r"[\"']\s*+as\s++(\w+)$")
_ASVAR = re.compile(r"\basvar\s++(\w+)")
_LINES = re.compile(r"[^\n]+")
_PARAMETER = re.compile(r"[\"'](%\w+%)[\"']\s*+:")
_SWITCH = re.compile(r"\{%[-+~]?\s*+switch\b")


def braces_marks(source: str) -> Iterator[Mark]:
    """The marks of a source, in order."""
    ends = Ends(source)
    switching = _SWITCH.search(source) is not None
    parameters: re.Pattern[str] | None = None
    position = reached = 0
    while opener := _OPENERS.search(source, position):
        start = opener.start()
        closer = _CLOSERS[opener[0]]
        remark = opener[0] == "{#" or _INLINE_REMARK.match(source, start)
        find = ends.find if remark else ends.find_unquoted
        close = find(closer, opener.end())
        if close < 0:
            position = opener.end()
            continue
        if parameters:
            for match in parameters.finditer(source, reached, start):
                yield named_hole(source, *match.span(), match[0].strip("%"))
        end = position = reached = close + len(closer)
        first, last = opener.end(), close
        trims = _TRIMS.get(source[first], 0), _TRIMS.get(source[last - 1], 0)
        first, last = first + (source[first] in "-~+"), last - (trims[1] > 0)
        inside = stripped(source, first, max(first, last))
        if opener[0] == "{#" or (opener[0] == "{{" and _FILE_REMARK.match(source, inside[0])):
            yield silent(start, end, trims)
        elif opener[0] == "{{":
            yield from hole(source, start, end, inside, trims)
        else:
            tag = source[slice(*inside)]
            word, rest = first_word(tag)
            if word in ("trans", "endtrans"):
                parameters = _parameters(rest)
            if switching and word in ("case", "default"):
                condition = tag.removeprefix(word).strip() or None
                yield Mark(Role.ARM, start, end, condition=condition, trims=trims)
            elif word in _RAW:
                yield silent(start, end, trims)
                position = raw_end(source, "{%", f"end{word}", end)
            else:
                yield from _tag(source, start, end, inside, trims)


def _parameters(rest: str) -> re.Pattern[str] | None:
    """What finds the parameters of a translated text in it (``with {'%name%': x}``)."""
    names = _PARAMETER.findall(rest)
    return re.compile("|".join(map(re.escape, names))) if names else None


def _tag(
    source: str, start: int, end: int, inside: tuple[int, int], trims: Trims
) -> Iterator[Mark]:
    word, rest = first_word(source[slice(*inside)])
    if word.startswith("end"):
        yield Mark(Role.CLOSE, start, end, word=_family(word[3:]), trims=trims)
    elif word in _ARMS:
        condition = None if word in ("else", "empty") else rest
        yield Mark(Role.ARM, start, end, condition=condition or None, trims=trims)
    elif word in _CHOICES:
        condition = f"not ({rest})" if word == "unless" else rest
        yield _open(start, end, _family(word), Block.CHOICE, trims, condition)
    elif word in _LOOPS:
        yield _open(start, end, _family(word), Block.LOOP, trims, rest)
    elif word in _SWITCHES:
        yield _open(start, end, word, Block.SWITCH, trims, rest)
    elif word in _HIDDEN:
        yield _open(start, end, word, Block.HIDDEN, trims)
    elif word in ("set", "assign") and "=" in rest:
        yield from _assigned(source, start, end, inside, rest, trims)
    elif word in _TRANSLATED and (stored := _STORED.search(rest)):
        yield from _kept(source, start, end, inside, stored[1], trims)
    elif word in _TRANSLATED and rest.startswith(("'", '"')):
        words = next(strings(source[slice(*inside)], inside[0]), inside)
        yield silent(start, words[0], (trims[0], 0))
        yield from prose(source, *words)
        yield silent(words[1], end, (0, trims[1]))
    elif word in ("blocktrans", "blocktranslate") and (stored := _ASVAR.search(rest)):
        block = Block.SUBJECT if is_subject(stored[1]) else Block.HIDDEN
        yield _open(start, end, "trans", block, trims)
    elif word in ("blocktrans", "blocktranslate"):
        yield _open(start, end, "trans", Block.LOOP, trims, "count = 1")
    elif word == "block" and (short := _SHORT_BLOCK.match(rest)):
        value = stripped(source, inside[1] - len(rest) + short.end(), inside[1])
        block = _block(word, short["name"])
        yield Mark(Role.OPEN, start, value[0], block=block, trims=(trims[0], 0))
        yield from hole(source, *value, value)
        yield Mark(Role.CLOSE, value[1], end, trims=(0, trims[1]))
    elif word in _TRANSLATED:
        yield _open(start, end, "trans", Block.LOOP, trims, "count = 1")
    elif word in _PLAIN:
        name = first_word(rest.lstrip("\"'"))[0]
        opened = _open(start, end, _family(word), _block(word, rest), trims)
        yield replace(opened, text=name)
    elif word == "templatetag" and rest in _SIGNS:
        yield Mark(Role.LITERAL, start, end, text=_SIGNS[rest], trims=trims)
    elif word == "liquid":
        yield from _liquid(source, start, end, inside)
    elif word in ("break", "continue"):
        yield Mark(Role.LEAVE, start, end, trims=trims)
    elif word in ("echo", "print"):
        yield from hole(
            source, start, end, stripped(source, inside[1] - len(rest), inside[1]), trims
        )
    elif word in _OUTPUTS:
        of_file = word in ("include", "render", "component")
        yield (part_hole if of_file else named_hole)(source, start, end, rest, trims)
    else:
        yield silent(start, end, trims)


def _block(word: str, name: str) -> Block:
    """What becomes of a block that is no choice."""
    if word == "macro":
        return Block.KEPT
    if word not in ("block", "capture", "set"):
        return Block.PLAIN
    if is_subject(name):
        return Block.SUBJECT
    if word != "block":
        return Block.KEPT
    return Block.TITLE if is_title(name) else Block.PLAIN


_FAMILIES = {
    **dict.fromkeys(("blocktrans", "blocktranslate", "translate"), "trans"),
    "asyncAll": "all",
    "asyncEach": "each",
    "ifAsync": "if",
}


def _family(word: str) -> str:
    """The word that both ends of a block agree on."""
    return _FAMILIES.get(word, word)


def _open(
    start: int,
    end: int,
    word: str,
    block: Block,
    trims: Trims,
    condition: str | None = None,
) -> Mark:
    return Mark(
        Role.OPEN, start, end, word=word, condition=condition or None, block=block, trims=trims
    )


def _liquid(source: str, start: int, end: int, inside: tuple[int, int]) -> Iterator[Mark]:
    """Liquid's tag of many tags, one a line."""
    position = start
    for line in _LINES.finditer(source, inside[0] + len("liquid"), inside[1]):
        first, last = stripped(source, *line.span())
        if first < last and source[first] != "#":
            yield from _tag(source, position, last, (first, last), (0, 0))
            position = last
    yield silent(position, end)


def _kept(
    source: str, start: int, end: int, inside: tuple[int, int], name: str, trims: Trims
) -> Iterator[Mark]:
    """A translation that is given a name: the subject where the name says so."""
    words = next(strings(source[slice(*inside)], inside[0]), None)
    if words is None or not is_subject(name):
        yield silent(start, end, trims)
        return
    yield Mark(Role.OPEN, start, words[0], block=Block.SUBJECT, trims=(trims[0], 0))
    yield from prose(source, *words)
    yield Mark(Role.CLOSE, words[1], end, trims=(0, trims[1]))


def _assigned(
    source: str,
    start: int,
    end: int,
    inside: tuple[int, int],
    rest: str,
    trims: Trims,
) -> Iterator[Mark]:
    """A value given a name: the subject where the name says so, else out of sight."""
    name = rest.split("=", 1)[0]
    words = list(strings(source[slice(*inside)], inside[0])) if is_subject(name) else []
    if not words:
        yield silent(start, end, trims)
        return
    value = stripped(source, source.index("=", inside[0]) + 1, inside[1])
    yield Mark(Role.OPEN, start, value[0], block=Block.SUBJECT, trims=(trims[0], 0))
    yield from hole(source, *value, value)
    yield Mark(Role.CLOSE, value[1], end, trims=(0, trims[1]))
