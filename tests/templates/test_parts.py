"""What a part of another file and a finished table hold, by their names."""

from __future__ import annotations

import pytest

from tonecheck.engine import Checker
from tonecheck.readers import read_source
from tonecheck.types import FactType

AMOUNT, DUE, REF = FactType.AMOUNT, FactType.DUE_DATE, FactType.INVOICE_REF
METHOD, CONTACT, OTHER = FactType.PAYMENT_METHOD, FactType.CONTACT, FactType.OTHER

HELD = [
    ("{{> invoice_table}}", ".hbs", [REF, AMOUNT, DUE]),
    ("{{> payment_options}}", ".hbs", [METHOD]),
    ("{{> footer}}", ".hbs", [OTHER]),
    ("{{ invoice.summary_table }}", ".j2", [REF, AMOUNT, DUE]),
    ("{{ overdue_invoices_html_table|safe }}", ".j2", [REF, AMOUNT, DUE]),
    ("{{ summary }}", ".j2", [OTHER]),
    ("{{ invoice.summary_url }}", ".j2", [FactType.EVIDENCE]),
    ("{% include 'payment_details.html' %}", ".j2", [METHOD]),
    ("{% include 'mail/_blok_oplaty.html' with a=b only %}", ".html", [METHOD]),
    ("{% include 'contact_block.txt' %}", ".j2", [CONTACT]),
    ("{% include 'bank_logo.html' %}", ".j2", [OTHER]),
    ("{{ include('svodka_schetov.twig') }}", ".twig", [REF, AMOUNT, DUE]),
    ("{% render 'payment-schedule-table' %}", ".liquid", [AMOUNT, DUE]),
    ("@include('partials.bank')", ".blade.php", [METHOD]),
    ("@include('partials.header')", ".blade.php", [OTHER]),
    ("<%- include('partials/invoices-list', { a }) %>", ".ejs", [REF, AMOUNT, DUE]),
    ("<?php include 'bank_details.php'; ?>", ".php", [METHOD]),
    ("<?php if ($a): include 'bank_details.php'; endif ?>", ".php", [METHOD]),
    ("<%= render 'shared/payment_details' %>", ".erb", [METHOD]),
    ("<%= render partial: 'invoice_list', locals: { a: b } %>", ".erb", [REF, AMOUNT, DUE]),
    ("<%= render 'shared/footer' %>", ".erb", [OTHER]),
    ("{{ include('invoice_table.twig') ~ ' Thanks.' }}", ".twig", [REF, AMOUNT, DUE]),
    ("{% macro m() %}{% include 'bank.html' %}{% endmacro %}{{ m() }}", ".j2", [METHOD]),
    ("{% set t %}Open: {{ invoice_table }}{% endset %}{{ t }}", ".j2", [REF, AMOUNT, DUE]),
    ('{include file="blocks/bank.tpl"}', ".tpl", [METHOD]),
    ('{{template "payment_block" .}}', ".gotmpl", [METHOD]),
    ("<%include file='payment_info.mako'/>", ".mako", [METHOD]),
    ("%INVOICE_TABLE%", ".txt", [REF, AMOUNT, DUE]),
]


@pytest.mark.parametrize(("hole", "suffix", "facts"), HELD)
def test_a_name_tells_what_is_held(hole: str, suffix: str, facts: list[FactType]) -> None:
    message = read_source(f"Please see this.\n\n{hole}\n\nThank you.", suffix)
    (found,) = (placeholder for _, placeholder in message.placeholders)
    assert [found.fact, *found.others] == facts


def test_a_table_is_no_missing_fact() -> None:
    text = "Dear {{ name }},\n\nPlease pay what is open:\n\n{{ invoice_table }}\n\nThank you!"
    report = Checker().check_text(text)
    assert report.facts[AMOUNT]
    assert report.facts[DUE]
    assert {"missing-amount", "missing-due-date"}.isdisjoint(f.rule for f in report.findings)
