"""Expressions: values are holes, and words that an author wrote into them are arms."""

from __future__ import annotations

import pytest

from tests.templates.test_template import shown
from tonecheck.templates import read_template
from tonecheck.templates.wording import expression_name

DEFAULTS = [
    (".j2", "Hi {{ name|default('our dear friend') }}", "Hi ⟨name⟩ | Hi our dear friend"),
    (".j2", "Hi {{ name|d('our dear friend', true) }}", "Hi ⟨name⟩ | Hi our dear friend"),
    (".j2", "Hi {{ name or 'our dear friend' }}", "Hi ⟨name or⟩ | Hi our dear friend"),
    (".j2", "Hi {{ name|default_if_none:'our dear friend' }}", "Hi ⟨name⟩ | Hi our dear friend"),
    (".twig", "Hi {{ name ?? 'our dear friend' }}", "Hi ⟨name ??⟩ | Hi our dear friend"),
    (".twig", "Hi {{ name ?: 'our dear friend' }}", "Hi ⟨name ?:⟩ | Hi our dear friend"),
    (".liquid", 'Hi {{ name | default: "our dear friend" }}', "Hi ⟨name⟩ | Hi our dear friend"),
    (".liquid", "{{ name | default: 'уважаемый наш клиент' }}", "⟨name⟩ | уважаемый наш клиент"),
    (".ejs", "Hi <%= name || 'our dear friend' %>", "Hi ⟨name⟩ | Hi our dear friend"),
    (".php", "Hi <?= $name ?: 'our dear friend' ?>", "Hi ⟨$name ?:⟩ | Hi our dear friend"),
    (".mako", "Hi ${name or 'our dear friend'}", "Hi ⟨name or⟩ | Hi our dear friend"),
    (".smarty", "Hi {$name|default:'our dear friend'}", "Hi ⟨$name⟩ | Hi our dear friend"),
    (".j2", '{{ name|default("it\'s on us, dear friend") }}', "⟨name⟩ | it's on us, dear friend"),
]
VALUES = [
    (".j2", "Hi {{ name|default('friend') }}", "Hi ⟨name⟩"),
    (".j2", "Hi {{ name|default('') }}", "Hi ⟨name⟩"),
    (".j2", "{{ due|date('dddd, MMMM Do YYYY') }}", "⟨due⟩"),
    (".j2", "{{ due|date('EEEE d MMMM yyyy') }}", "⟨due⟩"),
    (".j2", "{{ due.strftime('%A, %d %B %Y') }}", "⟨due.strftime( )⟩"),
    (".j2", "{{ '%s %s'|format(a, b) }}", "⟨format(a, b)⟩"),
    (".j2", "{{ a if b else c }}", "⟨a if b else c⟩"),
    (".j2", "{{ t('mail.body') }}", "⟨t( )⟩"),
    (".j2", "{{ 'Please pay' }}", "Please pay"),
    (".j2", "{{ \"Please\" }} {{ 'it\\'s due' }}", "Please it's due"),
    (".ejs", "<%= 'Pay' %> <%= \"now\" %>", "Pay now"),
    (".j2", "{{ }}{{   }}.", "."),
]
INTERPOLATED = [
    (".erb", '<%= "Dear #{name}" %>', "Dear ⟨name⟩"),
    (".php", '<?= "Dear $name" ?>', "Dear ⟨name⟩"),
    (".php", '<?= "Dear {$a->name}, hi" ?>', "Dear ⟨a->name⟩, hi"),
    (".twig", '{{ "Dear #{name}, pay soon" }}', "Dear ⟨name⟩, pay soon"),
]
TERNARIES = [
    (".j2", "{{ 'please pay soon' if a else 'thank you' }}", "please pay soon | thank you"),
    (".twig", "{{ a ? 'please pay soon' : 'thank you so' }}", "please pay soon | thank you so"),
    (".ejs", "<%= a ? 'please pay soon' : 'thanks a lot' %>", "please pay soon | thanks a lot"),
    (".php", "<?= $a ? 'please pay soon' : 'thanks a lot' ?>", "please pay soon | thanks a lot"),
]
PUT_IN = "Please pay ⟨%s⟩⟨%s⟩ for ⟨%d⟩x⟨%d⟩"
TOGETHER = [
    (".j2", "{{ 'Please pay ' ~ sum ~ ' very soon' }}", "Please pay ⟨sum⟩ very soon"),
    (".php", "<?= sprintf('Please pay %s%s for %dx%d', $a, $b, $c, $d) ?>", PUT_IN),
    (".j2", "{{ 'Dear friend of ours'|upper }}", "Dear friend of ours"),
    (".j2", "{{ a|replace('our old friend', '') }}", "⟨a⟩"),
    (".smarty", '{"Dear `$a.b`, pay"}', "Dear ⟨a.b⟩, pay"),
    (".j2", "{{ 'please pay soon' if a else name }}", "please pay soon | ⟨name⟩"),
]


@pytest.mark.parametrize(
    ("suffix", "source", "texts"),
    [*DEFAULTS, *VALUES, *INTERPOLATED, *TERNARIES, *TOGETHER],
)
def test_what_is_put_out(suffix: str, source: str, texts: str) -> None:
    assert shown(source, suffix) == texts


def test_the_conditions_of_a_value_and_of_its_default() -> None:
    branching = read_template("{{ name|default('our dear friend') }}").branching
    assert [choice.conditions for choice in branching.choices] == [("name", "not name")]


def test_a_default_is_decided_as_a_condition_of_the_same_name_is() -> None:
    source = "{{ name|default('our dear friend') }}{% if name %}!{% endif %}"
    assert shown(source) == "⟨name⟩! | our dear friend"


def test_words_in_a_very_long_expression_are_not_looked_for() -> None:
    source = "{{ a|default('our dear friend') " + "|b" * 1500 + " }}"
    assert shown(source, ".j2") == "⟨a⟩"


@pytest.mark.parametrize(
    ("expression", "name"),
    [
        ("client.name", "client.name"),
        ("client['name']", "client.name"),
        ('client["name"]["x"]', "client.name.x"),
        ("due|date('d.m.Y')|upper", "due"),
        ("'text'|trans", "trans"),
        ("amount | default: '0'", "amount"),
    ],
)
def test_an_expression_is_named_by_what_it_puts_out(expression: str, name: str) -> None:
    assert expression_name(expression) == name
