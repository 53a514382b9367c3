"""Jinja, Twig, Django, Liquid and Nunjucks: ``{{ x }}``, ``{% if x %}``, ``{# a remark #}``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tonecheck.templates.expressions import hole, named_hole, part_hole, prose, strings
from tonecheck.templates.marks import Block, Mark, Role, Trims, silent
from tonecheck.templates.names import is_subject, is_title
from tonecheck.templates.scanning import Ends, first_word, raw_end, stripped

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
    "url include render cycle firstof echo static print now widthratio component increment".split()
)
_TRANSLATED = frozenset("trans translate".split())


_SHORT_BLOCK = re.compile(r"(?P<name>\w+)\s++(?=[\"'\w(])(?!endblock)")
_INLINE_REMARK = re.compile(r"\{%-?\s*+#")
_SWITCH = re.compile(r"\{%[-+~]?\s*+switch\b")


def braces_marks(source: str) -> Iterator[Mark]:
    """The marks of a source, in order."""
    ends = Ends(source)
    switching = _SWITCH.search(source) is not None
    position = 0
    while opener := _OPENERS.search(source, position):
        start = opener.start()
        closer = _CLOSERS[opener[0]]
        remark = opener[0] == "{#" or _INLINE_REMARK.match(source, start)
        find = ends.find if remark else ends.find_unquoted
        close = find(closer, opener.end())
        if close < 0:
            position = opener.end()
            continue
        end = position = close + len(closer)
        first, last = opener.end(), close
        trims = (source[first : first + 1] in ("-", "~"), source[last - 1 : last] in ("-", "~"))
        first, last = first + (source[first : first + 1] in ("-", "~", "+")), last - trims[1]
        inside = stripped(source, first, max(first, last))
        if opener[0] == "{#":
            yield silent(start, end, trims)
        elif opener[0] == "{{":
            yield from hole(source, start, end, inside, trims)
        else:
            tag = source[slice(*inside)]
            word, _ = first_word(tag)
            if switching and word in ("case", "default"):
                condition = tag.removeprefix(word).strip() or None
                yield Mark(Role.ARM, start, end, condition=condition, trims=trims)
            elif word in _RAW:
                yield silent(start, end, trims)
                position = raw_end(source, "{%", f"end{word}", end)
            else:
                yield from _tag(source, start, end, inside, trims)


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
    elif word in _TRANSLATED and (words := list(strings(source[slice(*inside)], inside[0]))):
        yield silent(start, words[0][0], (trims[0], False))
        yield from prose(source, *words[0])
        yield silent(words[0][1], end, (False, trims[1]))
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
        yield _open(start, end, _family(word), _block(word, rest), trims)
    elif word in _OUTPUTS:
        of_file = word in ("include", "render", "component")
        yield (part_hole if of_file else named_hole)(source, start, end, rest, trims)
    else:
        yield silent(start, end, trims)


def _block(word: str, name: str) -> Block:
    """What becomes of a block that is no choice."""
    if word not in ("block", "capture", "set"):
        return Block.PLAIN
    if is_subject(name):
        return Block.SUBJECT
    return Block.TITLE if word == "block" and is_title(name) else Block.PLAIN


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
