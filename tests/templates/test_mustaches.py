"""Handlebars and Mustache: what a reader sees of them."""

from __future__ import annotations

import pytest

from tests.templates.test_template import shown, subject

HOLES = [
    ("Hi {{name}}!", "Hi ⟨name⟩!"),
    ("Hi {{{ name }}}!", "Hi ⟨name⟩!"),
    ("Hi {{& name}}!", "Hi ⟨name⟩!"),
    ("Hi {{~name~}} !", "Hi⟨name⟩!"),
    ("{{../name}} {{this}} {{.}} {{@index}}", "⟨../name⟩ ⟨this⟩ ⟨.⟩ ⟨@index⟩"),
    ("By {{formatDate due 'dddd, MMMM Do YYYY'}}", "By ⟨formatDate due⟩"),
    ('By {{moment due format="DD MMM YYYY"}}', "By ⟨moment due format=⟩"),
    ("{{helper x '}}'}}.", "⟨helper x⟩."),
    ("{{> footer}}", "⟨footer⟩"),
    ("{{name}", "{{name}"),
    ("a {{}} b", "a  b"),
    (r"a \{{name}} b", "a {{name}} b"),
]
REMARKS = [
    ("{{! we will sue you }}Hi", "Hi"),
    ("{{!-- we will {{sue}} you --}}Hi", "Hi"),
    ("{{!-- don't --}}Hi {{! nor this }}", "Hi "),
    ("{{! two\nlines }}\nHi", "Hi"),
    ("{{=<% %>=}}<% x %> {{y}}<%={{ }}=%>{{z}}", "⟨x⟩ {{y}}⟨z⟩"),
    ("{{=| |=}}Hi |name|", "Hi ⟨name⟩"),
]
CHOICES = [
    ("{{#if a}}A{{/if}}.", "A. | ."),
    ("{{#if a}}A{{else}}B{{/if}}", "A | B"),
    ("{{~#if a~}} A {{~else~}} B {{~/if~}}", "A | B"),
    ("{{#if a}}A{{else if b}}B{{else}}C{{/if}}", "A | B | C"),
    ("{{#if a}}A{{else unless b}}B{{else}}C{{/if}}", "A | B | C"),
    ("{{#if (eq a '}}')}}A{{/if}}.", "A. | ."),
    ("{{#unless a}}A{{/unless}}", " | A"),
    ("{{#unless a}}A{{else}}B{{/unless}}", "B | A"),
    ("{{#if a}}A{{/if}}{{#unless a}}B{{/unless}}", "A | B"),
    ("{{#a}}A{{/a}}{{^a}}B{{/a}}", "A | B"),
    ("{{#a}}A{{^b}}B{{/b}}{{/a}}", "A | AB | "),
    ("{{^if a}}A{{/if}}", " | A"),
    ("{{^a}}A{{/a}}{{#if a}}B{{/if}}", "B | A"),
    ("{{#a.b}}A{{/a.b}}", "A | "),
    ("{{# a }}A{{/ a }}B", "AB | B"),
    ("{{#ifEquals a 'x'}}A{{else}}B{{/ifEquals}}", "A | B"),
    ("{{#if a}}{{#bold x}}A{{/bold}}{{else}}B{{/if}}", "A | B"),
    ("{{#with a}}A{{else}}B{{/with}}", "A | B"),
    ("{{#if a}}A", "A | "),
    ("A{{/if}}B", "AB"),
]
LOOPS = [
    ("{{#each xs}}{{this}},{{/each}}", "⟨this⟩,"),
    ("{{#each xs}}A{{else}}B{{/each}}", "A | B"),
    ("{{#each xs as |x|}}{{x}}{{/each}}", "⟨x⟩"),
    ("{{#invoices}}A{{/invoices}}", "A"),
]
PARTS = [
    ("{{#> layout}}A{{/layout}}B", "AB"),
    ("{{#*inline 'x'}}A{{/inline}}B", "B"),
    ("{{#> layout}}{{#if a}}A{{else}}B{{/if}}{{/layout}}", "A | B"),
]
LINES = [
    ("Hi\n{{#if a}}\nA\n{{else}}\nB\n{{/if}}\nC", "Hi\nA\nC | Hi\nB\nC"),
    ("Hi\n  {{! x }}\nC", "Hi\nC"),
    ("Hi\n{{x}}\nC", "Hi\n⟨x⟩\nC"),
]
SUBTLE = [
    ("{{#has_items}}A{{/has_items}}", "A | "),
    ("{{#status}}A{{/status}}", "A | "),
    ("{{t 'Please pay today'}}", "Please pay today"),
    ("{{!-- a --~}}Hi{{!-- b --}}", "Hi"),
    ("{{#if a}}A{{^}}B{{/if}}", "A | B"),
    ("{{#eq a 'x'}}A{{else}}B{{/eq}}", "A | B"),
    ("{{#if b}}{{#gt n 3}}A{{else}}B{{/gt}}D{{else}}C{{/if}}", "AD | BD | C"),
    ("{{#items}}A{{/items}}{{^items}}B{{/items}}", "A | B"),
    ("{{#if a}}A{{else each xs}}B{{else}}C{{/if}}D", "AD | BD | CD"),
    (r"a \\\{{b}} \\{{c}}", r"a \\⟨b⟩ \⟨c⟩"),
    ("{{~!-- it's \"ours --~}} Hi", "Hi"),
    ("{{{{raw}}}}{{x}} {{#if}}{{{{/raw}}}}.", "{{x}} {{#if}}."),
]


@pytest.mark.parametrize(
    ("source", "texts"),
    [*HOLES, *REMARKS, *CHOICES, *LOOPS, *PARTS, *LINES, *SUBTLE],
)
def test_what_is_shown(source: str, texts: str) -> None:
    assert shown(source, ".hbs") == texts


def test_a_subject() -> None:
    source = "{{#*inline 'subject'}}Due {{x}}{{/inline}}A"
    assert (subject(source, ".hbs"), shown(source, ".hbs")) == ("Due ⟨x⟩", "A")
