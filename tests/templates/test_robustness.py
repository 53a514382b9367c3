"""Whatever is made of the syntax of template engines is read: no exception, no gap, no lost arm."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonecheck.branches import MAX_PATHS, Branch, Branching, Choice
from tonecheck.readers import read_messages
from tonecheck.sentences import TonecheckError
from tonecheck.templates import read_template
from tonecheck.templates.building import MAX_DEPTH
from tonecheck.templates.template import Template

SUFFIXES = (
    ".txt .md .html .j2 .liquid .twig .hbs .mustache .tmpl .gohtml .tpl .smarty .blade.php .php "
    ".erb .ejs .mako"
).split()

PIECES = [
    *"{{ }} {% %} {# #} {{{ }}} {{- -}} {%- -%} {{~ ~}} {{! {{!--".split(),
    *"--}} {{#if {{/if}} {{^ {{> {{=".split(),
    *"<% %> <%= <%- -%> <%# <%% <% } %> <? ?> <?php <?= ?> @ @@ @if( @{{ {!! !!} {{-- --}}".split(),
    *"${ } { # ## #{ \\ \\{{ % %% %( %s $ $$ $a ${a} {$ {* *} {/".split(),
    *"*| |* [ [[ ]] ] << >> « » _ ____ X ==> é ж 𝒳".split(),
    *"' \" ` ( ) | || ?? ; : , . = ~ a not if else end case do default echo <<<A".split(),
    *"\ue000 \uf8fe \uf8ff \ufeff <p> </p> <title> <!-- -->".split(),
    *(
        " ",
        "\n",
        "\r\n",
        "\r",
        "\t",
        "\x0b",
        "\x85",
        "\u2028",
        "  \n",
        "Dear friend of ours",
        "Subject: ",
    ),
    *(
        "{% if a %}",
        "{% elif b %}",
        "{% else %}",
        "{% endif %}",
        "{% if not a %}",
        "{% for a in b %}",
    ),
    *("{% endfor %}", "{% case a %}", "{% when 1 %}", "{% endcase %}", "{% raw %}", "{% endraw %}"),
    *(
        "{% set subject = 'a' ~ b ~ 'c' %}",
        "{% block subject %}",
        "{% endblock %}",
        "{% trans 'a b' %}",
    ),
    *(
        "{{ a }}",
        "{{ a | default: 'Dear friend of ours' }}",
        "{{ 'a' }}",
        "{{ a or 'my \\' dear \" b' }}",
    ),
    *(
        "{{#if a}}",
        "{{else}}",
        "{{else if b}}",
        "{{/if}}",
        "{{#a}}",
        "{{^a}}",
        "{{/a}}",
        "{{=<% %>=}}",
    ),
    *("{{=a \\=}}", "{{if .A}}", "{{else if .B}}", "{{end}}", "{{range .A}}", "{{/* a */}}"),
    *(
        "<% if a %>",
        "<% elsif b %>",
        "<% else %>",
        "<% end %>",
        "<% a.each do |b| %>",
        "<% if (a) { %>",
    ),
    *(
        "<% } else { %>",
        "<% } %>",
        "<?php if ($a): ?>",
        "<?php else: ?>",
        "<?php endif ?>",
        "<?= $a ?>",
    ),
    *(
        "<?php echo 'dear friend'; echo $a; ?>",
        "<?php echo <<<A\nDear $a\nA;\n?>",
        "<?php } else { ?>",
    ),
    *(
        "@if(a)",
        "@elseif(b)",
        "@else",
        "@endif",
        "@section('subject', 'a $b')",
        "@verbatim",
        "@php",
    ),
    *(
        "\n% if a:\n",
        "\n% elif b:\n",
        "\n% else:\n",
        "\n% endif\n",
        "<%text>",
        "</%text>",
        "<%doc>",
    ),
    *(
        "{if $a}",
        "{elseif $b}",
        "{else}",
        "{/if}",
        "{l s='a b'}",
        "{l s='a}",
        "{ldelim}",
        "{literal}",
    ),
    *("{n, plural, one {", "{n, select,", "} other {", "{# days}}", "=1 {a}"),
    *("{% macro a() %}", "{% endmacro %}", "{% capture a %}", "{% endcapture %}", "{{ a() }}"),
    *("{% break %}", "{% continue %}", "{{break}}", "{% liquid\n", "\necho a\nif b\n", "{{{{a}}}}"),
    *('{{define "a"}}', '{{template "a" .}}', "{{#*inline 'a'}}", "{{> a}}", "{{else each a}}"),
    *("<?php if ($a) echo 'b c'; ?>", "<?php foreach ($a as $b): ", "<?php } continue; {", "?>"),
    *("{{ a ? 'b c' : (d ~ 'e') }}", "{{ 'a' if b }}", "<% a.each { |b| %>", "<% break if a %>"),
    *("{assign var='subject' value='a b'}", "*|IF:A|*", "*|ELSE:|*", "*|END:IF|*", "[Client Name]"),
]

suffixes = st.sampled_from(SUFFIXES)
texts = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
mixed = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=4)), max_size=30).map("".join)


@given(st.one_of(texts, mixed), suffixes)
def test_any_text_is_read(text: str, suffix: str) -> None:
    try:
        messages = read_messages(text, suffix)
    except TonecheckError:
        return
    for message in messages:
        for path in message.branching.paths():
            message.along(path)


@given(st.one_of(texts, mixed), suffixes)
def test_strips_cover_the_source(text: str, suffix: str) -> None:
    template = read_template(text, suffix)
    assert "".join(text[strip.start : strip.end] for strip in template.strips) == text
    assert len(template.masked) == len(text)


@given(st.one_of(texts, mixed), suffixes)
def test_what_is_shown_and_not_filled_is_the_source(text: str, suffix: str) -> None:
    template = read_template(text, suffix)
    strips = [s for s in template.strips if s.shown and not s.placeholder and s.literal is None]
    for strip in strips:
        shown = template.segments(strip.start, strip.end, strip.zone)
        plain = text[strip.start : strip.end].replace("\r\n", "\n").replace("\r", "\n")
        assert "".join(s.text for s in shown if s.placeholder is None).startswith(plain)


@given(texts, suffixes)
def test_every_arm_is_on_a_path_or_unread(text: str, suffix: str) -> None:
    _shows_every_arm(read_template(text, suffix).branching)


@st.composite
def branchings(draw: st.DrawFn) -> Branching:
    """Choices within one another; some of them ask the same."""
    choices: list[Choice] = []
    for number in range(draw(st.integers(0, 12))):
        parents: list[Branch | None] = [None]
        parents += [Branch(n, arm) for n, c in enumerate(choices) for arm in range(len(c.values))]
        parent = draw(st.sampled_from(parents))
        key, size, values = draw(
            st.sampled_from(
                [
                    ("a", 2, (0, 1)),
                    ("a", 2, (1,)),
                    ("b", 2, (0,)),
                    ("b", 2, (1, 0)),
                    ("c", 3, (0, 1, 2)),
                    ("c", 3, (0, 1)),
                    (f"d{number}", 9, tuple(range(9))),
                    (f"#{number}", 1, (0,)),
                    ("", 1, ()),
                ]
            )
        )
        choices.append(Choice(parent, key, size, values, tuple(map(str, values))))
    return Branching(choices)


@given(branchings())
def test_every_arm_of_any_choices_is_on_a_path_or_unread(branching: Branching) -> None:
    _shows_every_arm(branching)


@given(branchings(), st.data())
def test_what_is_everywhere_is_on_every_path(branching: Branching, data: st.DataObject) -> None:
    arms = _arms(branching)
    some = data.draw(st.sets(st.sampled_from(arms)) if arms else st.just(set()))
    if branching.is_everywhere(some):
        path = {
            choice.key: data.draw(st.integers(0, choice.size - 1)) for choice in branching.choices
        }
        assert any(branching.shows(arm, path) for arm in some)


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize(
    "opener", ["{% if a %}", "{{#if a}}", "{{if .A}}", "<% if a %>", "{if $a}"]
)
def test_deep_nesting_is_read(opener: str, suffix: str) -> None:
    text = opener * 3_000 + "Dear Ann, please pay." + opener * 3_000
    (message,) = read_messages(text, suffix)
    paths = list(message.branching.paths())
    arms = {segment.branch for segment in message.segments}
    assert message.branching.is_everywhere(arms | {None})
    assert all(message.along(path).source == text for path in paths)


def test_blocks_nested_too_deep_are_read_as_if_not_there() -> None:
    deep = 3 * MAX_DEPTH
    text = "{% if a %}" * deep + "x" + "{% else %}" + "y" + "{% endif %}" * deep + "z"
    template = read_template(text, ".j2")
    assert len(template.branching.choices) == MAX_DEPTH
    assert _strip_of(template, "z") is None
    assert _strip_of(template, "x") == _strip_of(template, "y") == Branch(MAX_DEPTH - 1, 0)


def test_deep_choices_need_no_deep_stack() -> None:
    choices = [Choice(None, "k0", 2, (1,), ("k0",))]
    for n in range(1, 3_000):
        choices.append(Choice(Branch(n - 1, 0), f"k{n}", 2, (1,), (f"k{n}",)))
    branching = Branching(choices)
    (first, *_rest) = branching.paths()
    assert branching.shows(Branch(2_999, 0), first)
    assert not branching.is_everywhere([Branch(2_999, 0)])
    assert not branching.shows(Branch(2_999, 0), branching.path_without([Branch(2_999, 0)]))


@pytest.mark.parametrize(
    ("text", "suffix"),
    [
        ("Hi {l s='abc}", ".tpl"),
        ("<?php echo 'Dear friend of ours'; echo $b; ?> x", ".php"),
        ("{{={{ \\=}} {{ a \\{{ b \\ x", ".mustache"),
        ("#{" + "#{a}" * 40, ".txt"),
        ("[" + "_" * 50 + " b]", ".txt"),
        ('---\nsubject: a {{ b"c\n---\nDear friend of" }} x', ".j2"),
        ("<% " + "{" * 5_000, ".txt"),
        ("a\n<?php " + "/*" * 5_000, ".php"),
        ("a @" + "a" * 5_000 + "@", ".blade.php"),
        ("% if x" + " " * 5_000 + "y\nz", ".mako"),
    ],
)
def test_texts_that_were_once_not_read(text: str, suffix: str) -> None:
    assert read_messages(text, suffix)


def _shows_every_arm(branching: Branching) -> None:
    paths = list(branching.paths())
    unread = branching.unread(paths)
    assert unread == {a for a in _arms(branching) if not any(branching.shows(a, p) for p in paths)}
    assert len(paths) <= MAX_PATHS
    if len(paths) < MAX_PATHS:
        assert not any(_is_possible(branching, arm) for arm in unread)


def _arms(branching: Branching) -> list[Branch]:
    return [Branch(n, a) for n, c in enumerate(branching.choices) for a in range(len(c.values))]


def _is_possible(branching: Branching, arm: Branch | None) -> bool:
    """Whether the conditions of an arm and of those around it do not rule each other out."""
    decided: dict[str, int] = {}
    while arm:
        choice = branching.choices[arm.choice]
        value = choice.values[arm.arm]
        if decided.setdefault(choice.key, value) != value:
            return False
        arm = choice.parent
    return True


def _strip_of(template: Template, text: str) -> Branch | None:
    (found,) = (s for s in template.strips if template.source[s.start : s.end] == text)
    return found.branch
