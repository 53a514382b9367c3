"""Mako: what a reader sees of it."""

from __future__ import annotations

import pytest

from tests.templates.test_template import shown, subject

HOLES = [
    ("Hi ${name}!", "Hi ⟨name⟩!"),
    ("Hi ${client['name'] | h,trim}!", "Hi ⟨client.name⟩!"),
    ("Hi ${'}'.join(x)}!", "Hi ⟨.join(x)⟩!"),
    ("Hi ${ {'a': 1}[x] }!", "Hi ⟨{ : 1}[x]⟩!"),
    ("Hi ${name or 'our dear friend'}!", "Hi ⟨name or⟩! | Hi our dear friend!"),
    ("${'Please pay'}.", "Please pay."),
    ("By ${due.strftime('%d %B %Y')}", "By ⟨due.strftime( )⟩"),
    ("Hi ${name", "Hi ${name"),
    ("<%include file='footer.mako'/>", "⟨<%include file='footer.mako'/>⟩"),
]
REMARKS = [
    ("## we will sue you\nHi", "Hi"),
    ("  ## don't ${x}\nHi", "Hi"),
    ("<%doc>We will sue ${you} % if x:</%doc>Hi", "Hi"),
    ("<%\n  a = 'We will sue'\n%>\nHi", "Hi"),
    ("<%! import x %>Hi", "Hi"),
    ("<%text>${x} ## y</%text>.", "${x} ## y."),
    ("<%text>\n% if x:\n</%text>", "% if x:\n"),
    ("<%inherit file='x'/>\n<%namespace name='a' file='b'/>\nHi", "Hi"),
    ("Pay \\\nnow", "Pay now"),
    ("Pay \\\r\nnow", "Pay now"),
    ("# 1 and 5 % off", "# 1 and 5 % off"),
]
CHOICES = [
    ("% if a:\nA\n% endif\nC", "A\nC | C"),
    ("%if a:\nA\n%else:\nB\n%endif", "A\n | B\n"),
    ("% if a:\nA\n% elif b:\nB\n% else:\nC\n% endif\n", "A\n | B\n | C\n"),
    ("  % if a: # we will sue\nA\n  % endif  \nC", "A\nC | C"),
    ("% if a and \\\n  b:\nA\n% endif\nC", "A\nC | C"),
    ("% if a:\nA\n% endif\n% if not a:\nB\n% endif\n", "A\n | B\n"),
    ("% if a:\n  % if b:\nA\n  % endif\nB\n% endif", "A\nB\n | B\n | "),
    ("% if a == '#1':\nA\n% endif\nC", "A\nC | C"),
]
LOOPS = [
    ("% for x in xs:\n${x},\n% endfor\nC", "⟨x⟩,\nC"),
    ("% for x in xs:\nA\n% if x:\nB\n% else:\nC\n% endif\n% endfor", "A\nB\n | A\nC\n"),
    ("% while a:\nA\n% endwhile\nC", "A\nC"),
    ("% for x in xs:\n<% y = x %>A\n% endfor\nC", "A\nC"),
    ("% if a:\n% with b as c:\nA\n% endwith\n% else:\nB\n% endif\n", "A\n | B\n"),
]
PLAIN = [
    ("<%block name='body'>A</%block>B", "AB"),
    ("<%block>A</%block>B", "AB"),
    ("<%def name='f(x)'>A ${x}</%def>B", "B"),
    ("<%self:button url='x'>Pay</%self:button>.", "Pay."),
    ("<%call expr='f()'>A</%call>B", "AB"),
    ("<%block name='x' filter='h'>\n% if a:\nA\n% endif\n</%block>", "A\n | "),
    ("a\n%% b", "a\n% b"),
    ("% try:\nA\n% except:\nB\n% endtry\nC", "A\nC | B\nC"),
    ("A\n% if a:\nB\n% endif\n\nC", "A\nB\n\nC | A\n\nC"),
    ("## x\n\nC", "\nC"),
]
SUBJECTS = [
    ("<%block name='subject'>Due ${x}</%block>A", "Due ⟨x⟩", "A"),
    ("<%def name='subject()'>Due</%def>A", "Due", "A"),
    ("<%block name='subject'>\\\n% if a:\nB\\\n% else:\nC\\\n% endif\n</%block>A", "B | C", "A"),
    ("<%block name='title'>Due</%block>A", "Due", "A"),
]


@pytest.mark.parametrize(("source", "texts"), [*HOLES, *REMARKS, *CHOICES, *LOOPS, *PLAIN])
def test_what_is_shown(source: str, texts: str) -> None:
    assert shown(source, ".mako") == texts


@pytest.mark.parametrize(("source", "named", "body"), SUBJECTS)
def test_a_subject(source: str, named: str, body: str) -> None:
    assert (subject(source, ".mako"), shown(source, ".mako")) == (named, body)
