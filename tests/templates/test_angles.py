"""ERB, EJS and PHP: what a reader sees of them."""

from __future__ import annotations

import pytest

from tests.templates.test_template import shown, subject

ERB = [
    ("Hi <%= name %>!", "Hi ⟨name⟩!"),
    ("Hi <%== @client.name %>!", "Hi ⟨@client.name⟩!"),
    ("Hi <%= name -%>\nthere", "Hi ⟨name⟩there"),
    ("By <%= due.strftime('%A, %d %B %Y') %>", "By ⟨due.strftime( )⟩"),
    ("By <%= l(due, format: '%-d %b') %>", "By ⟨l(due, format:  )⟩"),
    ("Hi <%= name || 'our dear friend' %>!", "Hi ⟨name⟩! | Hi our dear friend!"),
    ("<%= 'Please pay' %>.", "Please pay."),
    ('<%= "Dear #{name}, please pay" %>.', "Dear ⟨name⟩, please pay."),
    ("<%= render 'footer' %>", "⟨render⟩"),
    ("<%= form_with do |f| %>A<% end %>B", "AB"),
    ("<%# we will sue you %>Hi", "Hi"),
    ("<%#= name %><% # we will sue %>Hi", "Hi"),
    ("a <%% b %> c", "a <% b %> c"),
    ("<% days = 3 %>Hi", "Hi"),
    ("<% if a %>A<% end %>.", "A. | ."),
    ("<% if a %>A<% elsif b %>B<% else %>C<% end %>", "A | B | C"),
    ("<% unless a %>A<% end %>", " | A"),
    ("<% unless a %>A<% else %>B<% end %>", "B | A"),
    ("<% if a %>A<% end %><% unless a %>B<% end %>", "A | B"),
    ("<% if a %>A<% end %><% if !a %>B<% end %>", "A | B"),
    ("<% case a %><% when 1 %>A<% when 2 %>B<% else %>C<% end %>", "A | B | C"),
    ("<% case a\n when 1 %>A<% when 2 %>B<% end %>.", "A. | B. | ."),
    ("<% xs.each do |x| %><%= x %>,<% end %>", "⟨x⟩,"),
    ("<% xs.each { |x| %><%= x %>,<% } %>", "⟨x⟩,"),
    ("<% if a %><% xs.each { |x| %>A<% } %><% else %>B<% end %>", "A | B"),
    ("<% for x in xs %>A<% end %>B", "AB"),
    ("<% if a %><% x.each do |y| %>A<% end %><% else %>B<% end %>", "A | B"),
    ("<% x = 1 if y %><% return unless z %>A", "A"),
    ("Hi.\n<% if a -%>\nA\n<% end -%>\nB", "Hi.\nA\nB | Hi.\nB"),
    ("Hi.\n\n<% if a %>\nA\n<% end %>\n\nB", "Hi.\n\nA\n\nB | Hi.\n\n\nB"),
]
EJS = [
    ("Hi <%= name %>!", "Hi ⟨name⟩!"),
    ("Hi <%- name %>!", "Hi ⟨name⟩!"),
    ("Hi <%= name -%>\nthere", "Hi ⟨name⟩there"),
    ("<%- include('footer', { x: 1 }) %>", "⟨include( , { x: 1 })⟩"),
    ("Hi <%= name || 'our dear friend' %>!", "Hi ⟨name⟩! | Hi our dear friend!"),
    ("<%# we will sue you %><% /* sue */ %><% // sue %>Hi", "Hi"),
    ("a <%% b %> c", "a <% b %> c"),
    ("<% const days = 3; %><% var x = '}'; %>Hi", "Hi"),
    ("<% if (a) { %>A<% } %>.", "A. | ."),
    ("<% if (a) { %>A<% } else if (b) { %>B<% } else { %>C<% } %>", "A | B | C"),
    ("<% if (a === '}') { %>A<% } %>.", "A. | ."),
    ("<% if (a) { %>A<% } if (!a) { %>B<% } %>", "A | B"),
    ("<% if (a) { x = { y: 1 }; %>A<% } %>.", "A. | ."),
    ("<% xs.forEach(function (x) { %><%= x %>,<% }) %>", "⟨x⟩,"),
    ("<% xs.forEach((x) => { %>A<% }); %>B", "AB"),
    ("<% for (const x of xs) { %>A<% } %>B", "AB"),
    ("<% for (let i = 0; i < 3; i++) { %>A<% } %>B", "AB"),
    ("<% if (a) { %><% xs.map(x => { %>A<% }) %><% } else { %>B<% } %>", "A | B"),
    ("<% switch (a) { case 1: %>A<% break; case 2: %>B<% break; default: %>C<% } %>", "A | B | C"),
]
PHP = [
    ("Hi <?php echo $name; ?>!", "Hi ⟨$name⟩!"),
    ("Hi <?php echo $name;", "Hi ⟨$name⟩"),
    ("<?php echo 'Please pay'; ?>.", "Please pay."),
    ('<?php echo "Dear $name, please pay"; ?>.', "Dear ⟨name⟩, please pay."),
    ("<?php // don't ?>Hi, it's due <?= $x ?>", "Hi, it's due ⟨$x⟩"),
    ("Hi <?= $name ?>!", "Hi ⟨$name⟩!"),
    ("Hi <?= $a->b['c']; ?>!", "Hi ⟨$a->b.c⟩!"),
    ("Hi <?= $a ?? 'our dear friend' ?>!", "Hi ⟨$a ??⟩! | Hi our dear friend!"),
    ("<?= date('l, d F Y', $due) ?>", "⟨date( , $due)⟩"),
    ("<?php // we will sue ?><?php # sue\n ?><?php /* sue */ ?>Hi", "Hi"),
    ("<?php $days = 3; $a = 'We will sue'; ?>Hi", "Hi"),
    ("<?php include 'x.php'; ?>", "⟨include 'x.php'⟩"),
    ("<?xml version='1.0'?>Hi", "<?xml version='1.0'?>Hi"),
    ("<?php if ($a): ?>A<?php endif; ?>.", "A. | ."),
    ("<?php if ( $a ) : ?>A<?php elseif ( $b ) : ?>B<?php else : ?>C<?php endif ?>", "A | B | C"),
    ("<?php if ($a) { ?>A<?php } else if ($b) { ?>B<?php } else { ?>C<?php } ?>", "A | B | C"),
    ("<?php if ($a): ?>A<?php endif; if (!$a): ?>B<?php endif; ?>", "A | B"),
    ("<?php foreach ($xs as $x): ?><?= $x ?>,<?php endforeach; ?>", "⟨$x⟩,"),
    ("<?php foreach ($xs as $k => $x) { ?>A<?php } ?>B", "AB"),
    (
        "<?php for ($i = 0; $i < 3; $i++): ?>A<?php endfor ?><?php while ($a): ?>B<?php endwhile",
        "AB",
    ),
    (
        "<?php switch ($a): case 1: ?>A<?php break; case 2: ?>B<?php break; default: ?>C"
        "<?php endswitch; ?>",
        "A | B | C",
    ),
    ("<?php switch ($a) { case 'x': ?>A<?php break; default: ?>B<?php } ?>", "A | B"),
    ("<?php echo <<<TEXT\nDear $name,\nplease pay.\nTEXT; ?>", "Dear ⟨name⟩,\nplease pay."),
    ("<?php\n$a = 1;\n?>\nHi\n<?php if ($a): ?>\nA\n<?php endif; ?>\nB", "Hi\nA\nB | Hi\nB"),
]
SUBJECTS = [
    (".erb", "<% content_for :subject do %>Due <%= x %><% end %>A", "Due ⟨x⟩", "A"),
    (".erb", "<% content_for :subject, 'Due soon' %>A", "Due soon", "A"),
    (".php", "<?php $subject = 'Due soon'; ?>A", "Due soon", "A"),
]
SUBTLE = [
    (".erb", "Hi <%= name -%> there", "Hi ⟨name⟩ there"),
    (".erb", "<%= link_to 'Pay the invoice now', url %>", "Pay the invoice now"),
    (".erb", "Hi.\n\n<%- if a -%>\nA\n\n<%- end -%>\nB", "Hi.\n\nA\n\nB | Hi.\n\nB"),
    (".ejs", "Hi <%= name -%> there?", "Hi ⟨name⟩ there?"),
    (".php", "<?= $a . ', please pay today' ?>.", "⟨$a⟩, please pay today."),
    (".php", "<?php echo 'Dear ' . $name . ','; ?>", "Dear ⟨$name⟩,"),
    (".php", "<?php echo 'Dear ', $a ?: 'Ann', \", \\n\"; ?>", "Dear ⟨$a ?:⟩, \n"),
    (".php", "<?php if ($a) echo 'A'; elseif ($b) echo 'B'; else echo 'C'; ?>", "A | B | C"),
    (".php", "<?php if ($a) if ($b) echo 'A'; else echo 'B'; ?>.", "A. | B. | ."),
    (".php", "<?php foreach ($xs as $x) echo $x, ','; ?>.", "⟨$x⟩,."),
    (
        ".php",
        "<?php switch ($a) { case 1: case 2: echo 'A'; break; default: echo 'B'; } ?>",
        "A | B",
    ),
    (".php", "<?php if ($a) { ?>A<?php } // else { ?>B", "AB | B"),
    (".php", "<?php function f($x) { echo 'We will sue'; } ?>Hi", "Hi"),
    (".php", "<?php array_map(function ($x) { return 'We sue'; }, $xs); ?>Hi", "Hi"),
    (".php", "<?php array_walk($xs, function ($x) { echo $x; }); ?>Hi", "⟨$x⟩Hi"),
    (".php", "<?php try { echo 'A'; } catch (E $e) { echo 'B'; } ?>.", "A."),
    (".php", "<?php echo 'A' . <<<T\nDear $a\nT . ', pay'; ?>.", "ADear ⟨a⟩, pay."),
    (".php", "<?php echo 'It\\'s ' . ($a ? 'due' : 'late') . '.'; ?>", "It's due. | It's late."),
    (".php", "<?php else: ?>A<?php endif; } ?>B", "AB"),
    (".erb", "<% if a; x = ';'; end %>A", "A"),
    (".erb", "<% if a %><% y = xs.map { |x| x.to_s } %>A<% end %>.", "A. | ."),
    (".erb", "<% begin %>A<% rescue %>B<% end %>.", "A. | B."),
    (".erb", "<% x = { a: 1 } %><% if a %>A<% } %><% end %>.", "A. | ."),
    (".php", "<?if ($a):?>A<?endif?>.", "A. | ."),
    (".php", "<?php foreach ($xs as $x): if ($x): ?>A<?php endif; endforeach; ?>.", "A. | ."),
    (".php", "<?php if ($a == '?>'): ?>A<?php endif; ?>.", "A. | ."),
    (".php", "<?= 'a ?> b' ?>.", "a ?> b."),
    (".erb", "<% if a %><% begin %>A<% end %>B<% end %>C", "ABC | C"),
    (".ejs", "<%= `Dear ${name}, please pay` %>.", "Dear ⟨name⟩, please pay."),
    (".ejs", "Hi.\n\n<%_ if (a) { _%>\nA\n\n<%_ } _%>\nB", "Hi.\n\nA\n\nB | Hi.\n\nB"),
    (".php", "Hi <?= $name ?>\nthere", "Hi ⟨$name⟩there"),
    (".php", "<?php esc_html_e( 'Please pay today', 'shop' ); ?>.", "Please pay today."),
    (
        ".php",
        "<?php printf( __( 'Please pay %s today', 'shop' ), $x ); ?>.",
        "Please pay ⟨%s⟩ today.",
    ),
    (".php", "<?php if ($a) { echo 'Please pay today'; } ?>.", "Please pay today. | ."),
]

ENGINES = {".erb": ERB, ".ejs": EJS, ".php": PHP}


@pytest.mark.parametrize(
    ("suffix", "source", "texts"),
    [
        *((suffix, *row) for suffix, rows in ENGINES.items() for row in rows),
        *SUBTLE,
    ],
)
def test_what_is_shown(suffix: str, source: str, texts: str) -> None:
    assert shown(source, suffix) == texts


@pytest.mark.parametrize(("suffix", "source", "named", "body"), [*SUBJECTS])
def test_a_subject(suffix: str, source: str, named: str, body: str) -> None:
    assert (subject(source, suffix), shown(source, suffix)) == (named, body)
