"""Templates: strips, masks, white space, lines of logic, subjects; and which engine reads a source.

:func:`shown` and :func:`subject` are shared by the tests of each engine.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product

import pytest
from _pytest.mark import ParameterSet
from hypothesis import given
from hypothesis import strategies as st

from tonecheck.branches import Branching, Decisions
from tonecheck.message import Segment, Zone
from tonecheck.templates import Template, read_template, without_engine_suffix
from tonecheck.templates.building import MAX_DEPTH
from tonecheck.templates.template import HOLE_MASK, SILENT_MASK, Strip


def every_path(branching: Branching) -> Iterator[Decisions]:
    """All that can be decided, what is decided first changing slowest."""
    sizes: dict[str, int] = {}
    for choice in branching.choices:
        sizes[choice.key] = max(choice.size, sizes.get(choice.key, 0))
    for values in product(*map(range, sizes.values())):
        yield dict(zip(sizes, values, strict=True))


def shown(source: str, suffix: str = "") -> str:
    """The different texts of a template's body with ⟨holes⟩, between them ``" | "``."""
    template = read_template(source, suffix)
    return _told(template, template.segments(0, len(source)))


def subject(source: str, suffix: str = "") -> str:
    """The same of what a template itself calls its subject."""
    template = read_template(source, suffix)
    strips = (template.segments(s.start, s.end, Zone.SUBJECT) for s in template.subject)
    return _told(template, [segment for segments in strips for segment in segments])


def _told(template: Template, segments: list[Segment]) -> str:
    texts = (
        "".join(map(_text, _along(segments, template.branching, path)))
        for path in every_path(template.branching)
    )
    return " | ".join(dict.fromkeys(texts))


def _along(segments: Iterable[Segment], choices: Branching, path: Decisions) -> Iterator[Segment]:
    return (s for s in segments if s.branch is None or choices.shows(s.branch, path))


def _text(segment: Segment) -> str:
    return f"⟨{segment.placeholder.name}⟩" if segment.placeholder else segment.text


def misread(rows: Iterable[tuple[object, ...]]) -> list[ParameterSet]:
    """Parameters of sources that are read wrongly so far; the last of each row is the reason."""
    return [
        pytest.param(*row, marks=pytest.mark.xfail(strict=True, reason=str(why)))
        for *row, why in rows
    ]


LINES = [
    ("A\n{% if a %}\nB\n{% endif %}\nC", "A\nB\nC | A\nC"),
    ("A\r\n{% if a %}\r\nB\r\n{% endif %}\r\nC", "A\nB\nC | A\nC"),
    ("A\n  {# x #}{# y #}\t\nC", "A\nC"),
    ("{% set a = 1 %}\nA\n{% set b = 2 %}", "A\n"),
    ("A\n\n{# x #}\n\nC", "A\n\n\nC"),
    ("A {# x #}\nC", "A \nC"),
    ("A\n{{ b }}\nC", "A\n⟨b⟩\nC"),
    ("A\n{% if b %}{{ b }}{% endif %}\nC", "A\n⟨b⟩\nC | A\n\nC"),
    ("A\n{#- x -#}\nC", "AC"),
    ("A\n{% raw %}{{ x }}{% endraw %}\nC", "A\n{{ x }}\nC"),
    ("A  {{- b -}}  \n\n C", "A⟨b⟩C"),
    ("{{ a -}} \n\n {{- b }}", "⟨a⟩⟨b⟩"),
    ("  {%- if a -%}  A  {%- endif -%}  ", "A | "),
    ("{% if a -%}  {{ b }}{% endif %}", "⟨b⟩ | "),
]


@pytest.mark.parametrize(("source", "texts"), LINES)
def test_white_space_and_lines_of_logic_go_with_their_marks(source: str, texts: str) -> None:
    assert shown(source, ".j2") == texts


ALONE = [
    (".j2", "{% block subject %}Due soon{% endblock %}\nA"),
    (".j2", "{% set subject %}Due soon{% endset %}\nA"),
    (".j2", "{% block subject %}\nDue soon\n{% endblock %}\nA"),
    (".j2", "A\n{% set subject = 'Due soon' %}\n"),
    (".hbs", "{{#*inline 'subject'}}Due soon{{/inline}}\nA"),
    (".gotmpl", '{{define "subject"}}Due soon{{end}}\nA'),
    (".smarty", "{capture name=subject}Due soon{/capture}\nA"),
    (".blade.php", "@section('subject', 'Due soon')\nA"),
    (".blade.php", "@section('subject')\nDue soon\n@endsection\nA"),
    (".erb", "<% content_for :subject do %>Due soon<% end %>\nA"),
    (".mako", "<%block name='subject'>Due soon</%block>\nA"),
]


@pytest.mark.parametrize(("suffix", "source"), ALONE)
def test_a_subject_may_stand_on_lines_of_its_own(suffix: str, source: str) -> None:
    assert (subject(source, suffix).strip(), shown(source, suffix).strip()) == ("Due soon", "A")


@pytest.mark.parametrize(
    ("source", "named", "body"),
    [
        ("{% block title %}T{% endblock %}{% block subject %}S{% endblock %}A", "S", "A"),
        ("{% block title %}T{% endblock %}A", "T", "A"),
        ("{% block subject %}S{% if a %}T{% endif %}{% endblock %}A", "ST | S", "A"),
        ("{% if a %}{% block subject %}S{% endblock %}{% endif %}A", "S | ", "A"),
        ("{% block subject %}S{% raw %}{{ x }}{% endraw %}{% endblock %}A", "S{{ x }}", "A"),
        ("{% block subject %}{# x #}{% comment %}y{% endcomment %}S{% endblock %}A", "S", "A"),
        ("{% block subjects_of_talk %}S{% endblock %}A", "", "SA"),
    ],
)
def test_a_subject_is_no_part_of_the_body(source: str, named: str, body: str) -> None:
    assert (subject(source, ".j2"), shown(source, ".j2")) == (named, body)


def test_masks_keep_text_and_offsets() -> None:
    source = "{# x #}A {{ b }}{% block subject %}S{% endblock %}C"
    masked = read_template(source).masked
    silent, hole = SILENT_MASK * 7, HOLE_MASK * 7
    assert masked == f"{silent}A {hole}{SILENT_MASK * 34}C"


def test_what_is_always_text_is_masked_as_it_is() -> None:
    assert read_template("Hello there.\n").masked == "Hello there.\n"


def test_the_first_shown_character_is_behind_logic() -> None:
    template = read_template("{# x #}\n{% set a = 1 %}\n  Hi {{ b }}")
    assert template.source[template.first_shown(0) :] == "  Hi {{ b }}"
    assert template.first_shown(template.source.index("Hi")) == template.source.index("Hi")


def test_placeholders_within_a_stretch_lie_in_it_wholly() -> None:
    template = read_template("{{ a }} {{ b }} {{ c }}")
    found = template.placeholders_within(0, len(template.source) - 1)
    assert [hole.name for hole in found] == ["a", "b"]
    assert [hole.name for hole in template.placeholders_within(8, 15)] == ["b"]


def test_a_hole_cut_by_a_stretch_is_not_shown() -> None:
    template = read_template("A {{ b }} C")
    assert [s.text for s in template.segments(0, 5)] == ["A "]
    assert template.segments(4, 6) == []


def test_strips_without_gap_or_overlap() -> None:
    with pytest.raises(ValueError, match="does not begin where"):
        Template("abc", (Strip(0, 1), Strip(2, 3)))
    with pytest.raises(ValueError, match="end at 2"):
        Template("abc", (Strip(0, 2),))


@pytest.mark.parametrize("count", [MAX_DEPTH - 1, MAX_DEPTH, MAX_DEPTH + 9])
def test_blocks_may_be_nested_deeply(count: int) -> None:
    template = read_template("{% if a %}" * count + "A" + "{% endif %}" * count + "B")
    assert [s.text for s in template.segments(0, len(template.source))] == ["A", "B"]
    assert template.segments(0, len(template.source))[1].branch is None


SIGNS = [
    ("Hi {{ name }}", "Hi ⟨name⟩"),
    ("{% if a %}A{% endif %}{{ b|c }}", "A⟨b⟩ | ⟨b⟩"),
    ("{{#if a}}A{{/if}}{{b}}", "A⟨b⟩ | ⟨b⟩"),
    ("{{if .A}}A{{end}}{{.B}}", "A⟨.B⟩ | ⟨.B⟩"),
    ("{if $a}A{/if}{$b}", "A⟨$b⟩ | ⟨$b⟩"),
    ("@if ($a)\nA\n@endif\n{{ $b }}", "A\n⟨$b⟩ | ⟨$b⟩"),
    ("<% if a %>A<% end %><%= b %>", "A⟨b⟩ | ⟨b⟩"),
    ("<% if (a) { %>A<% } %><%= b %>", "A⟨b⟩ | ⟨b⟩"),
    ("<?php if ($a): ?>A<?php endif; ?><?= $b ?>", "A⟨$b⟩ | ⟨$b⟩"),
    ("% if a:\nA\n% endif\n${b}", "A\n⟨b⟩ | ⟨b⟩"),
    ("Hi [Client Name], pay {{ sum }}", "Hi ⟨Client Name⟩, pay ⟨sum⟩"),
    ("*|IF:A|*A*|ELSE:|*B*|END:IF|*", "A | B"),
    ("A 20% discount % for you: $5 {ok} <5% fee>", "A 20% discount % for you: $5 ⟨ok⟩ <5% fee>"),
]


@pytest.mark.parametrize(("source", "texts"), SIGNS)
def test_marks_tell_the_engine(source: str, texts: str) -> None:
    assert shown(source) == texts


@pytest.mark.parametrize(
    ("name", "rest"),
    [("a.txt.j2", "a.txt"), ("a.html.erb", "a.html"), ("a.blade.php", "a"), ("a.txt", "a.txt")],
)
def test_a_name_without_the_suffix_of_an_engine(name: str, rest: str) -> None:
    assert without_engine_suffix(name) == rest


PIECES = """{{ {{{ }} }}} {% if else endif for case %} {# #} {{# {{/ {{^ <%= <% <%- %> -%> <?php ?>
    { } * ${ % endif: @if @else @endif @section( ) " ' \\ = == a b . , | or \n \r\n 1""".split(" ")


@given(
    st.lists(st.sampled_from(PIECES), max_size=30),
    st.sampled_from(
        [".j2", ".hbs", ".gotmpl", ".smarty", ".blade.php", ".erb", ".ejs", ".php", ".mako"]
    ),
)
def test_any_source_is_covered_by_strips(pieces: list[str], suffix: str) -> None:
    source = " ".join(pieces)
    template = read_template(source, suffix)
    assert "".join(source[s.start : s.end] for s in template.strips) == source
    assert len(template.masked) == len(source)
    reached = 0
    for segment in template.segments(0, len(source)):
        assert reached <= segment.start < segment.end
        reached = segment.end
