"""YAML front matter: what a file says about itself between two ``---`` lines.

Two liberties are taken with YAML, since a subject is prose and not data: an unquoted
subject goes on to the end of its line even where YAML would stop or stumble ("Invoice #204",
"Re: invoice"), and template placeholders may stand in any value.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import yaml

from tonecheck.message import PLACEHOLDER_CHARACTER, Placeholder, Segment, Zone
from tonecheck.readers.declared import MASKED, MASKS, read_declared
from tonecheck.readers.errors import ReadError, line_of
from tonecheck.sentences import Sentence, sentence
from tonecheck.templates import Template
from tonecheck.types import Declared

MAX_CHARACTERS = 16_384
"""The longest front matter that is read; YAML is slow, and a few keys are short."""

_OPENING = re.compile(r"---[ \t]*(?:\r\n|\r|\n)")
_CLOSING = re.compile(r"(?<=[\r\n])---[ \t]*(?:\r\n|\r|\n|\Z)")
_KEY_LINE = re.compile(r"[A-Za-z_]+[ \t]*:(?:[ \t\r\n]|\Z)")
_SUBJECT_LINE = re.compile(
    r"""(?:\A|(?<=[\r\n]))(?P<key>subject|title)[ \t]*:[ \t]+
    (?!~[ \t]*[\r\n]|null[ \t]*[\r\n])     # no subject
    (?![|>][-+\d]*[ \t]*[\r\n])            # a block of lines
    (?P<value>[^"'\s\#][^\r\n]*)(?:\r\n|\r|\n|\Z)
    (?![ \t]+\S)                          # a value that goes on: all three are left to YAML""",
    re.VERBOSE,
)
_REMARK = re.compile(r"[ \t]\#[ \t]")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The front matter of a file; ``end`` is the source offset behind its closing line."""

    declared: Declared
    subject: tuple[Segment, ...]
    end: int


def read_front_matter(template: Template, start: int) -> FrontMatter | None:
    """The front matter that begins at ``start`` of a template's source, None without any.

    Raises:
        ReadError: it is not closed, not valid YAML, or says something unknown.
    """
    source = template.source
    opening = _OPENING.match(source, start)
    if not opening:
        return None
    closing = _CLOSING.search(source, opening.end())
    if not closing:
        if not _KEY_LINE.match(source, opening.end()):
            return None
        raise ReadError(
            'line {line}: front matter begins here and is not closed; expected a second line "---"',
            line=line_of(source, start),
        )
    first, last = opening.end(), closing.start()
    if last - first > MAX_CHARACTERS:
        raise ReadError(
            "line {line}: front matter of {size:,} characters; at most {limit:,} are read",
            line=line_of(source, start),
            size=last - first,
            limit=MAX_CHARACTERS,
        )
    inside = template.placeholders_within(first, last)
    text = _masked(source, first, last, inside)
    verbatim = None
    if line := _SUBJECT_LINE.search(text):
        value = _REMARK.split(line["value"], maxsplit=1)[0].rstrip(" \t")
        begin = line.start("value")
        verbatim = (first + begin, first + begin + len(value))
        # The end of the line goes as well: to YAML, a remark would not be one.
        text = text[:begin] + "x" * len(line["value"]) + text[line.end("value") :]
    node = _compose(source, text, first)
    if node is None:
        return FrontMatter(Declared(), (), closing.end())
    declared, scalar = read_declared(source, first, node, foreign=template.engine)
    subject: list[Segment] = []
    if verbatim:
        subject = template.segments(*verbatim, Zone.SUBJECT)
    elif scalar:
        subject = _scalar_segments(template, first, scalar)
    words = "".join(s.placeholder.text if s.placeholder else s.text for s in subject)
    return FrontMatter(replace(declared, subject=words or None), tuple(subject), closing.end())


def _masked(source: str, first: int, last: int, placeholders: Sequence[Placeholder]) -> str:
    """The front matter with each placeholder as a plain word of its length."""
    pieces: list[str] = []
    position = first
    for index, placeholder in enumerate(placeholders):
        pieces.append(source[position : placeholder.start])
        pieces.append(MASKS[index % 2] * (placeholder.end - placeholder.start))
        position = placeholder.end
    return "".join([*pieces, source[position:last]])


def _compose(source: str, text: str, first: int) -> yaml.MappingNode | None:
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError) as error:
        mark = None
        problem: Sentence | str = sentence("nested too deeply")
        if isinstance(error, yaml.MarkedYAMLError):
            mark = error.problem_mark or error.context_mark
            problem = error.problem or sentence("not understood")
        elif isinstance(error, yaml.YAMLError):
            problem = sentence("it has a character that YAML does not allow")
        line = line_of(source, first + min(mark.index, len(text)) if mark else first)
        raise ReadError(
            "line {line}: the front matter is not valid YAML: {problem}", line=line, problem=problem
        ) from None
    if node is None or isinstance(node, yaml.MappingNode):
        return node
    raise ReadError(
        "line {line}: the front matter has no keys; expected lines such as “stage: overdue”",
        line=line_of(source, first),
    )


def _scalar_segments(template: Template, first: int, node: yaml.ScalarNode) -> list[Segment]:
    """Segments of a subject that YAML has read.

    Where the scalar is written as it reads, its text is verbatim; else (escapes, folded
    lines) each stretch between placeholders maps to its source as a whole.
    """
    start, end = first + node.start_mark.index, first + node.end_mark.index
    value: str = node.value
    holes: Sequence[Placeholder] = template.placeholders_within(start, end)
    quote = 1 if node.style in ("'", '"') else 0
    if len(value) == end - start - 2 * quote:
        return template.segments(start + quote, end - quote, Zone.SUBJECT)
    segments: list[Segment] = []
    position = start
    texts = MASKED.split(value.rstrip("\n"))
    if len(texts) != len(holes) + 1:  # a placeholder in a remark beside a block of lines
        texts, holes = [" ".join(texts)], ()
    for text, hole in zip(texts, [*holes, None], strict=True):
        stop = hole.start if hole else end
        if text:
            segments.append(Segment(" ".join(text.split("\n")), position, stop, Zone.SUBJECT))
        if hole:
            segments.append(
                Segment(PLACEHOLDER_CHARACTER, hole.start, hole.end, Zone.SUBJECT, hole)
            )
            position = hole.end
    return segments
