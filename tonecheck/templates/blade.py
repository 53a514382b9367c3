"""Laravel's Blade: ``{{ $x->y }}``, ``{!! $html !!}``, ``@if ($x)``, ``{{-- a remark --}}``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tonecheck.templates.expressions import hole
from tonecheck.templates.marks import Block, Mark, Role, silent
from tonecheck.templates.names import is_subject, is_title
from tonecheck.templates.php import code_end, code_marks
from tonecheck.templates.program import Program
from tonecheck.templates.scanning import Ends, raw_end, stripped
from tonecheck.templates.wording import is_prose, named_hole, part_hole, prose, strings

_OPENER = re.compile(
    r"\{\{--|\{\{|\{!!|@@|@\{\{|@\{!!|<\?(?:php\b|=)|(?<![\w@.])@(?P<word>[a-zA-Z]++)(?![\w.]*@)"
    r"|(?P<component></?x-[\w.:-]++[^<>]{0,400}+>)"
)
_CLOSERS = {"{{--": "--}}", "{{": "}}", "{!!": "!!}"}

_CHOICES = frozenset(
    "if unless isset empty auth guest env production hasSection sectionMissing can cannot error "
    "once".split()
)
_LOOPS = frozenset("foreach forelse for while".split())
_PLAIN = frozenset("component slot section push prepend fragment lang".split())
_SILENT = frozenset(
    "extends break continue csrf method parent stop show append overwrite vite use props "
    "inject json js style class".split()
)
_AT_RULES = frozenset("media import supports layer container page charset namespace".split())
"""Words of style sheets."""

_OUTPUTS = frozenset("include includeIf includeWhen yield each choice".split())


def blade_marks(source: str) -> Iterator[Mark]:
    """The marks of a source, in order; ``@`` in an address is no directive."""
    ends = Ends(source)
    program = Program(source, dotted=True)
    position = 0
    while opener := _OPENER.search(source, position):
        start, kind = opener.start(), opener[0]
        position = opener.end()
        if opener["component"]:
            yield silent(start, opener.end())
        elif kind == "@@":
            yield silent(start, start + 1)
        elif kind in ("@{{", "@{!!"):
            yield silent(start, start + 1)
            close = ends.find(_CLOSERS[kind[1:]], start)
            position = close + 2 if close >= 0 else position
        elif kind.startswith("<?"):
            last, position = code_end(source, position)
            yield from code_marks(source, program, opener, (last, position))
        elif kind in _CLOSERS:
            closer = _CLOSERS[kind]
            find = ends.find if kind == "{{--" else ends.find_unquoted
            close = find(closer, opener.end())
            if close >= 0:
                position = close + len(closer)
                if kind == "{{--":
                    yield silent(start, position)
                else:
                    yield from hole(
                        source, start, position, stripped(source, opener.end(), close), dotted=True
                    )
        else:
            marks = list(_directive(source, ends, opener))
            yield from marks
            position = max([position, *(mark.end for mark in marks)])
            if opener["word"] == "verbatim":
                position = raw_end(source, "@", "endverbatim", position)


def _directive(source: str, ends: Ends, opener: re.Match[str]) -> Iterator[Mark]:
    start, end, word = opener.start(), opener.end(), opener["word"]
    bracket = re.compile(r"[ \t]*+\(").match(source, end)
    close = ends.closing_bracket(bracket.end() - 1) if bracket else -1
    inside = (end, end)
    if bracket and close >= 0:
        inside, end = (bracket.end(), close - 1), close
    arguments = source[slice(*inside)].strip()
    if word in ("else", "elseif", "case", "default") or (word == "empty" and not arguments):
        yield Mark(Role.ARM, start, end, condition=arguments or None)
    elif word.startswith("end"):
        yield Mark(Role.CLOSE, start, end, word=word[3:])
    elif word in _CHOICES and (arguments or word in ("auth", "guest", "production")):
        arguments = arguments or word
        condition = f"not ({arguments})" if word in ("unless", "empty") else arguments
        yield Mark(Role.OPEN, start, end, word=word, condition=condition, block=Block.CHOICE)
    elif word in _LOOPS:
        yield Mark(Role.OPEN, start, end, word=word, condition=arguments, block=Block.LOOP)
    elif word == "switch":
        yield Mark(Role.OPEN, start, end, word=word, condition=arguments, block=Block.SWITCH)
    elif word == "php" and not arguments:
        yield Mark(Role.OPEN, start, end, word=word, block=Block.HIDDEN)
    elif word == "section" and "," in arguments:
        yield from _section(source, start, end, inside)
    elif word in _PLAIN:
        yield from _opened(source, start, end, word, inside)
    elif word in _OUTPUTS:
        yield part_hole(source, start, end, arguments)
    elif word in _SILENT or word in ("php", "verbatim"):
        yield silent(start, end)
    elif inside[0] == opener.end() + 1 and word not in _AT_RULES:
        yield named_hole(source, start, end, arguments or word)


def _section(source: str, start: int, end: int, inside: tuple[int, int]) -> Iterator[Mark]:
    """``@section('subject', 'Invoice …')``: text given a name on the spot."""
    name = next(strings(source[slice(*inside)], inside[0]), inside)
    block = _block(source[slice(*name)])
    value = stripped(source, source.index(",", name[1]) + 1, inside[1])
    if block is Block.PLAIN or value[0] >= value[1]:
        yield silent(start, end)
        return
    yield Mark(Role.OPEN, start, value[0], block=block)
    yield from hole(source, *value, value, dotted=True)
    yield Mark(Role.CLOSE, value[1], end)


def _block(name: str) -> Block:
    """What becomes of a section or a slot of this name."""
    if is_subject(name):
        return Block.SUBJECT
    return Block.TITLE if is_title(name) else Block.PLAIN


def _opened(
    source: str, start: int, end: int, word: str, inside: tuple[int, int]
) -> Iterator[Mark]:
    words = list(strings(source[slice(*inside)], inside[0]))
    named = source[slice(*words[0])] if words else ""
    if word == "lang" and is_prose(named):
        yield silent(start, words[0][0])
        yield from prose(source, *words[0], formatted=True)
        yield silent(words[0][1], end)
    elif word == "lang" and words:
        yield named_hole(source, start, end, named)
    else:
        block = _block(named) if word in ("section", "slot") else Block.PLAIN
        yield Mark(Role.OPEN, start, end, word=word, block=block)
