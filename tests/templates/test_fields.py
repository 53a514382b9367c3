"""Placeholders: which stretches of text are holes, and what they stand for."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonecheck.message import Placeholder
from tonecheck.templates import fact_of, read_template
from tonecheck.types import FactType

AMOUNT, DUE, REF = FactType.AMOUNT, FactType.DUE_DATE, FactType.INVOICE_REF
METHOD, CONTACT, EVIDENCE = FactType.PAYMENT_METHOD, FactType.CONTACT, FactType.EVIDENCE
NAME, ISSUED, OTHER = FactType.NAME, FactType.INVOICE_DATE, FactType.OTHER

FACTS = {
    NAME: "client.name clientName client_name customer firstName first_name last-name FIO username "
    "recipient.full_name client.name.upper() contact.name|имя клиента|Имя|фио|ФИО клиента"
    "|имя и отчество|Client's Name|Insert client name here|Mr/Ms Surname",
    AMOUNT: "amount amount_due amountDue AMOUNT_DUE amtDue invoice.total balance_due summa "
    "invoice_amount dolg totalamount|сумма|сумма долга|Сумма к оплате|укажите сумму"
    "|сумма задолженности|insert amount here|current balance|amount to be paid"
    "|стоимость|total - paid|money(total)|to_pay|k_oplate"
    "|$XX.XX|размер задолженности|amount with currency",
    DUE: "due_date dueDate invoice.due_date duedate srok_oplaty payment_date pay_by deadline date "
    "ostatok_srok sobstvennik.do ru_dm(do)"
    "|срок оплаты|дата оплаты|оплатить до|дата оплаты счёта|DD/MM/YYYY|ДД.ММ.ГГГГ|крайний срок",
    REF: "invoice.number invoiceNo invoice_id invoiceno inv_num order_id contract_number number "
    "hire.id docketNo visit_no statement_no akt_nomer abonent.dogovor doc.id"
    "client_id reference nomer_scheta|номер счёта|номер договора|№ счёта|Invoice #|номер заказа"
    "|номер лицевого счёта|PO number",
    METHOD: "payment_link portal_url pay_button rekv bank_details iban payment_method paymentlink "
    "|ссылка на оплату|реквизиты|способ оплаты|номер карты|ссылка на оплату счёта",
    CONTACT: "bank.desk_phone ph hotline phone email contact contact_phone sender.phone"
    "|телефон|your phone number"
    "|ваш телефон|контактный телефон|your email",
    EVIDENCE: "invoice_link invoice.url statement attachment|ссылка на счёт|акт сверки",
    ISSUED: "invoice_date invoiceDate issue_date issued_on|дата счёта|дата выставления счёта",
    FactType.FLEXIBILITY: "payment_plan|рассрочка",
    OTHER: "company sender_name signature your_name company_name product_name client.email "
    "late_fee amount_paid days_overdue last_payment_date today reminder_date event_date x "
    "inv.currency order.title hire.gear visit delivery"
    "client.phone|ваше имя|Your Name|название компании|пени|дней просрочки|ваша подпись"
    "|payment|account manager|company number|currency",
}


def holes(source: str) -> tuple[Placeholder, ...]:
    return read_template(source).placeholders


def _names(listed: str) -> list[str]:
    words, *phrases = listed.split("|")
    return [*words.split(), *phrases] if phrases else words.split()


@pytest.mark.parametrize(
    ("name", "fact"),
    [(name, fact) for fact, listed in FACTS.items() for name in _names(listed)],
)
def test_a_name_tells_the_fact(name: str, fact: FactType) -> None:
    assert fact_of(name) is fact


@pytest.mark.parametrize(
    ("source", "text", "name", "engine"),
    [
        ("Dear {{ client.name }},", "{{ client.name }}", "client.name", True),
        ("Dear {{client_name|title}},", "{{client_name|title}}", "client_name", True),
        ("Hi {{- name -}}!", "{{- name -}}", "name", True),
        ("Hi {{{name}}}!", "{{{name}}}", "name", True),
        ("Сумма {{ summa }} руб.", "{{ summa }}", "summa", True),
        ("Hi {name}, hello", "{name}", "name", True),
        ("Pay ${amount:,.2f} now", "{amount:,.2f}", "amount", True),
        ("Здравствуйте, {имя клиента}!", "{имя клиента}", "имя клиента", True),
        ("Dear {0},", "{0}", "0", True),
        ("Dear <%= client.name %>,", "<%= client.name %>", "client.name", True),
        ("Dear [Client Name],", "[Client Name]", "Client Name", False),
        ("сумма [сумма] руб.", "[сумма]", "сумма", False),
        ("by [due date].", "[due date]", "due date", False),
        ("by [DUE_DATE].", "[DUE_DATE]", "DUE_DATE", False),
        ("it is [project_x].", "[project_x]", "project_x", False),
        ("until [DD.MM.YYYY]", "[DD.MM.YYYY]", "DD.MM.YYYY", False),
        ("pay [$ amount]", "[$ amount]", "$ amount", False),
        ("[Имя клиента], добрый день", "[Имя клиента]", "Имя клиента", False),
        ("с уважением, [ваше имя]", "[ваше имя]", "ваше имя", False),
        ("[Name of Your Company]", "[Name of Your Company]", "Name of Your Company", False),
    ],
)
def test_a_hole_is_found(source: str, text: str, name: str, engine: bool) -> None:
    (found,) = holes(source)
    assert (found.text, found.name, found.engine) == (text, name, engine)
    assert source[found.start : found.end] == text


@pytest.mark.parametrize(
    "source",
    [
        "We sent it [see below for the whole list of items].",
        "as before [see invoice attached]",
        "a note [1] and a task [x] and [ ] and []",
        "[our site](https://pay.example)",
        "[our site][Site Link]",
        "![Our Logo](logo.png)",
        "[Site Link]: https://pay.example",
        "[URGENT] Invoice 12",
        "[СРОЧНО] оплатите счёт",
        "[INV-204] is open",
        "he wrote [sic] that",
        "[он уже оплатил]",
        "it was due [on Friday]",
        '{"amount": 1, "name": "x"}',
        "p { color: red } .a{margin:0}",
        "{ }{}{{}}",
        "{{#if paid}}",
        "{{/if}}{{else}}{{! remark }}",
        "{{ never closed",
        r"\textbf\{name}",
        "1 < 2 %> 3 <% if x %>",
    ],
)
def test_no_hole_is_found(source: str) -> None:
    assert holes(source) == ()


def test_neighbours_are_told_apart() -> None:
    found = holes("[Name] {{ a }}{{ b }}[Sum]")
    assert [p.text for p in found] == ["[Name]", "{{ a }}", "{{ b }}", "[Sum]"]


@pytest.mark.parametrize(
    ("suffix", "source", "expected"),
    [
        (".j2", "Hi", True),
        (".md.Jinja2", "Hi", True),
        (".erb", "", True),
        (".txt", "Dear {{ name }}", True),
        (".txt", "Dear {name}", True),
        (".txt", "Dear [Client Name]", False),
        (".md", "Dear Anna", False),
    ],
)
def test_engine_syntax_is_told_from_a_persons(suffix: str, source: str, expected: bool) -> None:
    assert read_template(source, suffix).engine is expected


@given(st.text(alphabet="[]{}<%=>()-_ .:|nameИмяAB1\n\\!", max_size=200))
def test_placeholders_are_ordered_and_apart(source: str) -> None:
    found = holes(source)
    assert all(p.text == source[p.start : p.end] and p.text for p in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@pytest.mark.parametrize("opener", ["[", "{{", "{", "<%=", "[a ", "{{ a "])
def test_openers_without_end_are_no_holes(opener: str) -> None:
    assert holes(opener * 100_000) == ()
