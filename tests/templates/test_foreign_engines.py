"""Templates of other languages' engines: what the engine puts out is a text the message can be.

Each engine is asked once, for a batch of templates, by a script in ``foreign/``.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import Any

import pytest

from tests.templates.agreement import agrees
from tests.templates.foreign.engines import BODY, CONDITION, ENGINES, Engine
from tests.templates.test_engines import seen
from tonecheck.readers import read_source

FOREIGN = Path(__file__).parent / "foreign"
COMMANDS = {
    "render.js": ("node",),
    "render.php": ("php",),
    "render.rb": ("ruby",),
    "render.go": ("go", "run"),
}
NOT_INSTALLED = 3
"""How a script ends without its engine."""

BATCH = 150
TRIES = 8
"""How often a shape is rendered, each time with other data."""

MAX_DEPTH = 3
SEED = 20_240_229

TEXTS = (
    "Dear",
    "please",
    "счёт",
    "<b>today</b>",
    "100 % of it",
    "it's",
    'the "last" day',
    "a { b } c",
    "£80 & more",
    "—",
    "<br>",
    "\n\n",
    "<style>p { color: red }</style>",
    "<!-- we will sue you -->",
)


def data(random: Random) -> dict[str, Any]:
    """What a template is filled with."""
    return {
        "name": "Anna",
        "total": "£80",
        "link": "https://shop.example/pay?order=1",
        "nick": random.choice(["", "Annie"]),
        "pet": None,
        "paid": random.random() < 0.5,
        "late": random.random() < 0.5,
        "client": {"name": "Anna Lee", "vip": random.random() < 0.5},
        "lines": [{"title": "Desk"}, {"title": "Chair"}][: random.randint(1, 2)],
        "words": ["lamp", "bed"][: random.randint(1, 2)],
        "drafts": [],
    }


def body(engine: Engine, random: Random, depth: int = 0) -> str:
    """Text, leaves and blocks, one to three, of a nested template."""
    pieces = []
    for _ in range(random.randint(1, 3)):
        kind = random.random()
        if kind < 0.3:
            pieces.append(random.choice(TEXTS))
        elif kind < 0.5 or depth == MAX_DEPTH:
            pieces.append(random.choice(engine.leaves))
        else:
            pieces.append(filled(random.choice(engine.blocks), engine, random, depth + 1))
    return random.choice(["", " ", "\n"]).join(pieces)


def filled(block: str, engine: Engine, random: Random, depth: int) -> str:
    """A block with a body and a condition wherever it has room for one."""
    pieces = []
    for character in block:
        if character == BODY:
            pieces.append(body(engine, random, depth))
        elif character == CONDITION:
            pieces.append(random.choice(engine.conditions))
        else:
            pieces.append(character)
    return "".join(pieces)


def templates(engine: Engine) -> list[str]:
    random = Random(SEED)
    return [
        f"Pay now. {filled(random.choice(engine.frames), engine, random, 0)} Thanks."
        for _ in range(BATCH)
    ]


def rendered(name: str, sources: Sequence[str]) -> list[str]:
    """What an engine makes of templates, each with data of its own; skips without the engine.

    Raises:
        RuntimeError: it refuses one of them.
    """
    script = ENGINES[name].script
    command = COMMANDS[script]
    if not shutil.which(command[0]):
        pytest.skip(f"{command[0]} is not installed")
    random = Random(SEED)
    asked = [{"engine": name, "template": s, "data": data(random)} for s in sources]
    done = subprocess.run(
        [*command, FOREIGN / script],
        input=json.dumps(asked),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode == NOT_INSTALLED:
        pytest.skip(done.stderr)
    if done.returncode:
        raise RuntimeError(done.stderr)
    texts: list[str] = json.loads(done.stdout)
    return texts


def disagreement(name: str, sources: Sequence[str]) -> str | None:
    """The first template whose text is none that we read, told with that text; else None."""
    for source, text in zip(sources, rendered(name, sources), strict=True):
        message = read_source(source, f".html{ENGINES[name].suffix}")
        if not agrees(message, seen(text)):
            return f"{source!r} gave {text!r}, was read as {message.text!r}"
    return None


LEFT_EARLY = "what leaves a round of a loop early is passed over"
IN_ITS_PLACE = "text kept under a name is read where it is written, not where it is used"
SHAPES = [
    ("handlebars", "{{! we'll }}A it's {{name}}."),
    ("mustache", "{{! we'll }}A{{^late}}it's{{/late}}."),
    ("liquidjs", "{% # we'll %}A{% # it's %}B"),
    ("nunjucks", "{% asyncAll x in lines %}A{% endall %}."),
    ("nunjucks", "{% asyncEach x in lines %}A{% endeach %}."),
    ("nunjucks", "{% ifAsync late %}A{% endif %}."),
    ("php", "<?php if ($paid): echo 'Thanks'; else: echo 'Please pay'; endif; ?>."),
    ("php", "<?php foreach ($lines as $i => $l) { if ($i) echo ', '; echo $l['title']; } ?>."),
    ("php", "<?php echo <<<EOT\nDear {$client['name']},\n  it's $total\nEOT; ?>."),
    ("php", "<?php foreach ($lines as $l): if ($paid) continue; ?>A<?php endforeach; ?>."),
    ("php", "<?php foreach ($lines as $l) { ?>A<?php if ($paid) { break; } ?>B<?php } ?>."),
    ("php", "<?php do { echo 'A'; } while (false); ?>."),
    ("php", "<?php switch ($name) { case 'Bob': case 'Anna': echo 'A'; break; } ?>."),
    ("php", "<?= 'Dear ' . ($nick ?: $name) . ',' ?> x"),
    ("php", "<?php // if ($paid) {\n# }\n/* { */ ?>A."),
    ("erb", "<% lines.each do |l| %><% next if paid %>A<% end %>B."),
    ("erb", "<% case name\n   when 'Bob', 'Ann' then %>A<% else %>B<% end %>."),
    ("erb", "<%= 'Please pay' unless paid %>."),
    ("erb", "<% begin %>A<% rescue %>B<% ensure %>C<% end %>."),
    ("erb", "<% i = 0; until i == 2; i += 1 %>A<% end %>."),
    ("ejs", "<%= `Dear ${name}, ${paid ? 'thanks' : 'pay'}` %>."),
    ("ejs", "<% lines.forEach(l => { %>A<% if (paid) return; %>B<% }) %>."),
    ("handlebars", "{{#*inline 'x'}}A {{name}}{{/inline}}B{{> x}}C{{> x}}."),
    ("handlebars", "{{#if late}}A{{else with client}}{{name}}{{/if}}."),
    ("liquidjs", "{% capture x %}A {{ name }}{% endcapture %}B {{ x }}{{ x | strip }}."),
    ("liquidjs", "{% liquid\nif paid\n echo 'A'\nelse\n echo name\nendif\n%}."),
    ("liquidjs", "{% for l in lines %}A{% if paid %}{% break %}{% endif %}B{% endfor %}."),
    ("nunjucks", "{% macro m(a) %}M {% if late %}{{ a }}{% endif %}{% endmacro %}B{{ m(name) }}."),
    ("twig", "{% macro m(a) %}M {{ a }}{% endmacro %}B{{ _self.m(name) }}."),
    ("twig", "{{ 'Pay {x} now'|replace({'{x}': total}) }}."),
    ("twig", "{%~ if paid ~%}\nA\n{%~ endif ~%}\n."),
    ("smarty", "{capture name='x'}A {$name}{/capture}B {$smarty.capture.x}."),
    ("smarty", "{foreach $lines as $l}{if $paid}{continue}{/if}A{/foreach}."),
    ("go", '{{define "x"}}A {{.name}}{{end}}B{{template "x" .}}.'),
    ("go", "{{range .lines}}A{{if $.paid}}{{break}}{{end}}B{{end}}."),
    ("php", "<?php if ($paid) { ?>A<?php } elseif ($late) { ?>B<?php } ?>."),
    ("php", "<?php for ($i = 0; $i < 2; $i++): ?>A<?php endfor; ?>."),
    ("php", "<?php if ($late) { echo $name; } else { echo $total; } ?>."),
    ("php", "<?php if ($late) echo 'Please pay today'; ?>."),
    ("ejs", "A %%> B"),
    ("erb", "<%= '%%>' %>."),
    ("erb", "<% lines.each { |x| %>A<% } %>."),
    ("erb", "<% words.each do |x| y = x %>A<% end %>."),
    ("erb", "<% case name when 'Anna' %>A<% end %>."),
    ("handlebars", r"\\{{name}}."),
    ("handlebars", "{{#if paid}}A{{else each lines}}B{{/if}}."),
    ("mustache", "{{#words}}A{{/words}}{{^words}}B{{/words}}."),
    ("liquidjs", "{% liquid\n echo name\n%}."),
    ("go", "{{range $.lines}}A{{break}}B{{end}}."),
    ("smarty", "{foreach $lines as $x}A{continue}B{/foreach}."),
    ("liquidjs", "{% for x in lines %}A{% break %}B{% endfor %}."),
    ("handlebars", "{{#*inline 'x'}}A{{/inline}}B{{> x}}."),
    ("nunjucks", "{% set x %}A{% endset %}B."),
    ("liquidjs", "{% capture x %}A{% endcapture %}B."),
    ("twig", "{% macro x() %}A{% endmacro %}B."),
    ("smarty", "{capture name='x'}A{/capture}B."),
    ("go", '{{define "x"}}A{{end}}B.'),
]
FILTERED = "what a filter makes of words is not followed"
WRONG = [
    ("twig", "{% apply upper %}pay{% endapply %}.", FILTERED),
    ("nunjucks", "{{ 'please pay it' | upper }}.", FILTERED),
    (
        "nunjucks",
        "{% macro m() %}[{{ caller() }}]{% endmacro %}{% call m() %}A{% endcall %}.",
        "text that is given to a macro is read where it is given",
    ),
    ("ejs", "<% function row() { %>R<% } %>A<% row() %>.", "a function is read where it stands"),
    ("ejs", "<% if (paid) { __append('A') } %>.", "what a program puts out by itself is lost"),
    ("php", "<?php return; ?>A.", "the end of a program is passed over"),
    (
        "php",
        "<?php ob_start(); ?>A<?php $x = ob_get_clean(); ?>B<?= $x ?>.",
        "text that a program catches is read where it stands",
    ),
]


@pytest.mark.parametrize("name", ENGINES)
def test_a_rendered_text_is_one_that_we_read(name: str) -> None:
    assert not (told := disagreement(name, templates(ENGINES[name]))), told


# A template that the engine refuses is an error, not a shape that we misread.
MISREAD = [
    pytest.param(*row, marks=pytest.mark.xfail(strict=True, reason=why, raises=AssertionError))
    for *row, why in WRONG
]


@pytest.mark.parametrize(("name", "source"), [*SHAPES, *MISREAD])
def test_a_shape_that_the_batches_leave_out(name: str, source: str) -> None:
    assert not (told := disagreement(name, [source] * TRIES)), told
