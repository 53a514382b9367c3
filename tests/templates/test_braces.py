"""Jinja, Twig, Django, Liquid and Nunjucks: what a reader sees of them."""

from __future__ import annotations

import pytest

from tests.templates.test_template import shown, subject

HOLES = [
    ("Hi {{ name }}!", "Hi ⟨name⟩!"),
    ("Hi {{name|title}}!", "Hi ⟨name⟩!"),
    ("Hi {{- name -}} !", "Hi⟨name⟩!"),
    ("Hi {{~ name ~}} !", "Hi⟨name⟩!"),
    ("Pay {{ invoice['total'] }}", "Pay ⟨invoice.total⟩"),
    ("Hi {{ name|default('}}') }}!", "Hi ⟨name⟩!"),
    ('Hi {{ name|default("it\'s }}") }}!', "Hi ⟨name⟩!"),
    ("By {{ due|date('D, d M Y') }}", "By ⟨due⟩"),
    ('By {{ due|date:"jS F Y" }}', "By ⟨due⟩"),
    ("By {{ due.strftime('%A, %d %B %Y') }}", "By ⟨due.strftime( )⟩"),
    ("{{ 'Please pay' }}.", "Please pay."),
    ("{{ 'Hi' }} {{ \"it's\" }}", "Hi it's"),
    ("{{ '{{' }} x {{ '}}' }}", "{{ x }}"),
    ("a {{ }} b", "a  b"),
    ("a {{ b", "a {{ b"),
    ("{% include 'footer.txt' %}", "⟨'footer.txt'⟩"),
    ("{% render 'footer' %}", "⟨'footer'⟩"),
    ("See {% url 'pay' invoice.pk %}", "See ⟨'pay' invoice.pk⟩"),
    ("© {% now 'Y' %}", "© ⟨'Y'⟩"),
]
REMARKS = [
    ("{# we will sue you #}Hi", "Hi"),
    ("{#- we will sue -#} Hi", "Hi"),
    ("{# don't {{ x }} #}Hi", "Hi"),
    ("{# two\nlines #}Hi", "Hi"),
    ("{% comment %}We will sue {{ you }}{% endcomment %}Hi", "Hi"),
    ("{% comment 'why' %}{% if x %}We will sue{% endcomment %}Hi", "Hi"),
    ("{% # we will sue you %}Hi", "Hi"),
    ("{% raw %}{{ x }} {% if %}{% endraw %}", "{{ x }} {% if %}"),
    ("{%- raw -%} {{ x }} {%- endraw -%} y", "{{ x }}y"),
    ("{% verbatim %}{{ x }}{% endverbatim %}", "{{ x }}"),
    ("{% verbatim a %}{{ x }}{% endverbatim a %}", "{{ x }}"),
    ("{% load i18n %}{% extends 'x' %}{% from 'x' import y %}Hi", "Hi"),
    ("{% set days = 3 %}{% assign a = b %}{% do x.y() %}Hi", "Hi"),
    ("{% liquid\nassign a = 'We will sue you'\n%}Hi", "Hi"),
    ("{% csrf_token %}{% if x %}", ""),
    ("{{ ansible_managed | comment }}\nHi", "Hi"),
]
CHOICES = [
    ("{% if a %}A{% endif %}.", "A. | ."),
    ("{% if a %}A{% else %}B{% endif %}", "A | B"),
    ("{%- if a -%} A {%- else -%} B {%- endif -%}", "A | B"),
    ("{%+ if a +%}A{% endif %}.", "A. | ."),
    ("{% if a %}A{% elif b %}B{% elif c %}C{% else %}D{% endif %}", "A | B | C | D"),
    ("{% if a %}A{% elsif b %}B{% endif %}", "A | B | "),
    ("{% if a %}A{% elseif b %}B{% else %}C{% endif %}", "A | B | C"),
    ("{% if a == '%}' %}A{% endif %}.", "A. | ."),
    ("{% if a == \"it's\" %}A{% endif %}{% if b == 'x' %}B{% endif %}", "AB | A | B | "),
    ("{% if a %}A{% if b %}B{% endif %}{% endif %}", "AB | A | "),
    ("{% unless a %}A{% endunless %}", " | A"),
    ("{% unless a %}A{% else %}B{% endunless %}", "B | A"),
    ("{% unless a %}A{% elsif b %}B{% else %}C{% endunless %}", "A | B | C"),
    ("{% if a %}A{% endif %}{% if a %}B{% endif %}", "AB | "),
    ("{% if a %}A{% endif %}{% if not a %}B{% endif %}", "A | B"),
    ("{% if a %}A{% endif %}{% unless a %}B{% endunless %}", "A | B"),
    ("{% ifequal a b %}A{% else %}B{% endifequal %}", "A | B"),
    ("{% ifchanged a %}A{% endifchanged %}", "A | "),
]
LOOPS = [
    ("{% for x in xs %}{{ x }},{% endfor %}", "⟨x⟩,"),
    ("{% for x in xs %}A{% else %}B{% endfor %}", "A | B"),
    ("{% for x in xs %}A{% empty %}B{% endfor %}", "A | B"),
    ("{% for x in xs %}A{% if x %}B{% else %}C{% endif %}{% endfor %}", "AB | AC"),
    ("{% asyncEach x in xs %}A{% endeach %}B", "AB"),
    ("{% tablerow x in xs %}A{% endtablerow %}", "A"),
]
CASES = [
    ("{% case a %}{% when 1 %}A{% when 2, 3 %}B{% else %}C{% endcase %}", "A | B | C"),
    ("{% case a %} lost {% when 1 %}A{% endcase %}.", "A. | ."),
    (
        "{% case a %}{% when 'x' or 'y' %}A{% if b %}B{% endif %}{% else %}C{% endcase %}",
        "AB | A | C",
    ),
]
TRANSLATED = [
    ("{% trans 'Please pay' %}.", "Please pay."),
    ('{% translate "It\'s due" %}.', "It's due."),
    ("{% trans %}Hi {{ name }}{% endtrans %}.", "Hi ⟨name⟩."),
    ("{% blocktrans with x=y trimmed %}Hi {{ x }}{% endblocktrans %}.", "Hi ⟨x⟩."),
    (
        "{% blocktrans count n=days %}A day{% plural %}{{ n }} days{% endblocktrans %}",
        "A day | ⟨n⟩ days",
    ),
    ("{% blocktranslate count n=days %}A{% plural %}B{% endblocktranslate %}", "A | B"),
]
PLAIN = [
    ("{% block body %}A{% endblock body %}B", "AB"),
    ("{% with a=b %}{{ a }}{% endwith %}", "⟨a⟩"),
    ("{% autoescape off %}A{% endautoescape %}{% spaceless %}B{% endspaceless %}", "AB"),
    ("{% filter upper %}A{% endfilter %}{% apply x|y %}B{% endapply %}", "AB"),
    ("{% macro f(x) %}A {{ x }}{% endmacro %}", "A ⟨x⟩"),
    ("{% call f() %}A{% endcall %}{% cache 9 k %}B{% endcache %}", "AB"),
    ("{% if a %}A{% block x %}B{% endblock %}{% endif %}C", "ABC | C"),
    ("{% style %}p { x }{% endstyle %}{% schema %}{}{% endschema %}A", "A"),
]
KEPT = [
    ("{% macro f() %}A{% endmacro %}B{{ f() }}C", "BAC"),
    ("{% capture a %}A{% endcapture %}{{ a }}B{{ a }}", "ABA"),
    ("{% set a %} A {% endset %}B{{ a | trim | safe }}", "B A "),
    ("{% set a %} A {%- endset %}B{{ a }}", "B A"),
    ("{% set a %}A {{ x }}{% endset %}B{{ a }}", "BA ⟨x⟩"),
    ("{% macro f(x) %}A {{ x }}, {{ y }}.{% endmacro %}B{{ f(z) }}C", "BA ⟨x⟩, ⟨y⟩.C"),
    ("{% set a %}{% if b %}A{% endif %}{% endset %}B{{ a }}", "BA | B"),
    (
        "{% macro f(xs) %}{% for x in xs %}{{ x }}{% if a %}, {% endif %}{% endfor %}{% endmacro %}"
        "For {{ f(names) }}.",
        "For ⟨x⟩, . | For ⟨x⟩.",
    ),
    ("{% macro f() %}<b>A</b>{% endmacro %}B{{ f() }}", "<b>A</b>B⟨f()⟩"),
    ("{% set a %}1234567{% endset %}{{ a }}", "1234567"),
    ("{% set a %}A{% endset %}B{{ a|upper }}{{ a }}", "AB⟨a⟩⟨a⟩"),
    ("{% set a %}A{% endset %}B{% include 'x' %}", "AB⟨'x'⟩"),
    ("{% extends 'x' %}{% set a %}A{% endset %}B", "AB"),
    ("{% macro f() %}A{% endmacro %}{% macro g() %}B{% endmacro %}", "AB"),
    ("{% set subject %}A{% endset %}B", "B"),
    ("{% macro f(x) %}A {{ x }}{% endmacro %}B", "B"),
]
LEFT = [
    ("{% for x in xs %}A{% break %}B{% endfor %}C", "AC"),
    ("{% for x in xs %}{% if a %}A{% continue %}B{% endif %}C{% endfor %}D", "AD | CD"),
    ("{% for x in xs %}{% if a %}A{% else %}{% continue %}{% endif %}C{% endfor %}D", "ACD | D"),
    (
        "{% for x in xs %}{% if a %}A{% break %}{% else %}B{% break %}{% endif %}C{% endfor %}D",
        "AD | BD",
    ),
    ("{% for x in xs %}{% with y %}{% break %}{% endwith %}B{% endfor %}C", "C"),
    ("{% for x in xs %}{% if a %}{% break %}{% endif %}B{% else %}C{% endfor %}D", "D | BD | CD"),
    ("A{% break %}B", "AB"),
]
SUBJECTS = [
    ("{% block subject %}Due {{ x }}{% endblock %}A", "Due ⟨x⟩", "A"),
    ("{% set subject = 'Due soon' %}A", "Due soon", "A"),
    ("{% set subject %}Due {{ x }}{% endset %}A", "Due ⟨x⟩", "A"),
    ("{% capture email_subject %}Due{% endcapture %}A", "Due", "A"),
    ("{% assign subject = 'Due' %}A", "Due", "A"),
    ("{% assign subject = 'No. ' | append: n | append: ' is due' %}A", "No. ⟨n⟩ is due", "A"),
    ("{% set subject = 'No. ' ~ n ~ ' is due' %}A", "No. ⟨n⟩ is due", "A"),
    (
        "{% if a %}{% set subject = 'B' %}{% else %}{% set subject = 'C' %}{% endif %}A",
        "B | C",
        "A",
    ),
    ("{% block title %}T{% endblock %}A", "T", "A"),
    ("{% block title %}T{% endblock %}{% block subject %}S{% endblock %}A", "S", "A"),
    ("{% block subject %}{% trans 'Due soon' %}{% endblock %}A", "Due soon", "A"),
    ("{% set object = 'We will sue' %}A", "", "A"),
]
SUBTLE = [
    ("{% switch a %}{% case 1 %}A{% case 2 %}B{% default %}C{% endswitch %}", "A | B | C"),
    ("{% trans n=days %}A day{% pluralize %}{{ n }} days{% endtrans %}", "A day | ⟨n⟩ days"),
    ("{{ _('Please pay today') }}", "Please pay today"),
    ("{{ 'Please pay today'|trans }}", "Please pay today"),
    ("{{ 'Dear %name%, please pay'|trans({'%name%': x}) }}", "Dear ⟨name⟩, please pay"),
    ("{{ 'Dear ' ~ (a ? 'Ann' : name) ~ ',' }}", "Dear Ann, | Dear ⟨name⟩,"),
    ("A{{ ', due ' ~ b if b }}.", "A, due ⟨b⟩. | A."),
    ("{{ '£' ~ sum }}", "£⟨sum⟩"),
    ("{% liquid\nif a\necho 'A'\nelse\necho b\nendif\n# we will sue\n%}.", "A. | ⟨b⟩."),
    ("{% echo 'Pay' %}.", "Pay."),
    ("{% trans 'Due' as x %}A", "A"),
    ("{% if a == 1 %}A{% endif %}{% if a != 1 %}B{% endif %}", "A | B"),
    ("{% trans with {'%a%': x} %}%a%{% endtrans %} at 5%a%", "⟨a⟩ at 5%a%"),
    ("A\n\n{{~ b }}", "A\n\n⟨b⟩"),
    ("{% trans with {'%name%': x} %}Hi %name%{% endtrans %}", "Hi ⟨name⟩"),
]
SUBTLE_SUBJECTS = [
    ("{% set subject = 'No. ' ~ n %}A", "No. ⟨n⟩", "A"),
    ("{% set subject = n ~ ' is due' %}A", "⟨n⟩ is due", "A"),
    ("{% set subject = 'Due' if a else 'Late' %}A", "Due | Late", "A"),
    ("{% block subject 'Due soon' %}A", "Due soon", "A"),
    ("{% trans 'Due soon' as subject %}A", "Due soon", "A"),
    ("{% blocktrans asvar subject %}Due{% endblocktrans %}A", "Due", "A"),
]


@pytest.mark.parametrize(
    ("source", "texts"),
    [
        *HOLES,
        *REMARKS,
        *CHOICES,
        *LOOPS,
        *CASES,
        *TRANSLATED,
        *PLAIN,
        *KEPT,
        *LEFT,
        *SUBTLE,
    ],
)
def test_what_is_shown(source: str, texts: str) -> None:
    assert shown(source, ".j2") == texts


@pytest.mark.parametrize(("source", "named", "body"), [*SUBJECTS, *SUBTLE_SUBJECTS])
def test_a_subject(source: str, named: str, body: str) -> None:
    assert (subject(source, ".j2"), shown(source, ".j2")) == (named, body)
