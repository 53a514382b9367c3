"""What stands around a hole tells its fact where its name does not."""

from __future__ import annotations

import pytest

from tonecheck.readers import read_source
from tonecheck.types import FactType

AMOUNT, DUE, REF = FactType.AMOUNT, FactType.DUE_DATE, FactType.INVOICE_REF
METHOD, CONTACT, NAME = FactType.PAYMENT_METHOD, FactType.CONTACT, FactType.NAME
OTHER = FactType.OTHER

TOLD = {
    AMOUNT: [
        "Please pay ${{ x }} today.",
        "Please pay £{{ x }}.",
        "You owe € {{ x }} in all.",
        "Rs. {{ x }} is open.",
        "USD {{ x }} is open.",
        "{{ x }} USD is open.",
        "{{ x }} € is open.",
        "Please transfer {{ x }} dollars.",
        "Please pay AU${{ x }} today.",
        "К оплате {{ x }} руб.",
        "К оплате {{ x }} ₽.",
        "К оплате {{ x }}₽",
        "К оплате {{ x }} сом.",
        "CHF {{ x }} is open.",
        "It comes to {{ inv.currency }} {{ x }}",
        "К оплате {{ x }} р.",
        "Осталось внести {{ x }} тенге.",
    ],
    DUE: [
        "It was due on {{ x }}.",
        "Due date: {{ x }}",
        "Please pay it by {{ x }}.",
        "It is payable on {{ x }}, please.",
        "Pay no later than {{ x }}.",
        "It has been open since it was due {{ x }}.",
        "Please pay before {{ x }}.",
        "Оплатите, пожалуйста, до {{ x }}.",
        "Срок оплаты: {{ x }}.",
        "Срок оплаты истёк {{ x }}.",
        "Оплатите не позднее {{ x }}.",
        "Дата платежа: {{ x }}",
        "Оплата ожидалась {{ x }}.",
        "{{ x }} мы ждали взнос.",
        "Сегодня, {{ x }}, день оплаты.",
        "{{ x }} is the due date.",
    ],
    REF: [
        "Invoice {{ x }} is open.",
        "Invoice #{{ x }} is open.",
        "Invoice no. {{ x }} is open.",
        "Your order № {{ x }} is open.",
        "Booking ref: {{ x }}",
        "Policy number {{ x }} is open.",
        "Contract **{{ x }}** is open.",
        "Счёт № {{ x }} не оплачен.",
        "По счету {{ x }} есть остаток.",
        "По договору №{{ x }} есть остаток.",
        "Заказ «{{ x }}» ждёт оплаты.",
        "Лицевой счёт {{ x }}",
        "Your order {{ name }} is open.",
        "It is about docket {{ x }}.",
        "Заявка № {{ x }} закрыта.",
        "Invoice {{ x }} is open: site.example/{{ x }}",
    ],
    METHOD: [
        "Pay online: {{ x }}",
        "Please transfer to {{ x }}.",
        "Ссылка: {{ x }}",
        "Pay here: {{ x }}",
        "IBAN: {{ x }}",
        "UPI ID: {{ x }}",
        "Please transfer it to account {{ x }}.",
        "Оплатить можно по ссылке: {{ x }}",
        "Оплатить онлайн: {{ x }}",
        "Реквизиты: {{ x }}",
    ],
    CONTACT: [
        "Questions? Call us on {{ x }}.",
        "Please call {{ x }}.",
        "WhatsApp: {{ x }}",
        "Write to us at {{ x }}.",
        "Телефон: {{ x }}",
        "Позвоните нам по номеру {{ x }}.",
        "Пишите на {{ x }}.",
    ],
    NAME: [
        "Dear {{ x }},\n",
        "Hi {{ x }}!\n",
        "Hello Mr {{ x }},\n",
        "Good morning {{ x }},\n",
        "{{ x }}, hello!",
        "Dear {{ a }} {{ x }},\n",
        "**Dear {{ x }}**,\n",
        "Уважаемый {{ x }}!\n",
        "Уважаемая(ый) {{ x }}!",
        "Здравствуйте, {{ x }}!\n",
        "Добрый день, {{ x }}!\n",
        "{{ x }}, добрый день!",
    ],
}
HARD = [
    "Your late fee is ${{ x }}.",
    "A discount of ${{ x }} is yours.",
    "A late fee of £{{ x }} was added.",
    "We received ${{ x }} on Monday.",
    "You have paid ${{ x }} so far.",
    "Thank you for ${{ x }}!",
    "Your deposit of ${{ x }} is safe.",
    "A penalty of {{ x }} USD",
    "Пени составили {{ x }} руб.",
    "Мы получили {{ x }} руб.",
    "Скидка {{ x }} ₽ за раннюю оплату.",
    "Штраф: {{ x }} р.",
    "It is payable by {{ x }} days.",
    "It is due in {{ x }} days.",
    "It is {{ x }} days overdue.",
    "Pay by {{ x }} weeks from now.",
    "До {{ x }} дней осталось немного.",
    "Просрочка: {{ x }} дней.",
    "До {{ x }}% скидки.",
    "We are {{ x }}.",
    "Kind regards\n{{ x }}",
    "С уважением, {{ x }}",
    "We talked about {{ x }}, hello!",
    "Visit {{ x }} today.",
    "Desk {{ x }} is yours.",
    "{{ x }} £5 was open.",
    "Комната № {{ x }}",
    "Долг на {{ data }}",
    "It was open as of {{ date }}",
    "Room 4 on {{ date }}",
    "Rehearsal of {{ date }}",
    "{{ x }}\nHello Ann,",
]
NAMED = [
    ("Pay ${{ late_fee }}.", OTHER),
    ("Пени {{ peni }} руб.", OTHER),
    ("Paid: ${{ amount_paid }}", OTHER),
    ("It is due in {{ days }}.", OTHER),
    ("Due by {{ amount }}.", AMOUNT),
    ("Invoice {{ due_date }} is open.", DUE),
    ("Call {{ client.name }}.", NAME),
    ("Dear {{ email }},\n", NAME),
    ("Dear {{ invoice.number }},\n", REF),
    ("Pay $[XXX].", OTHER),
    ("Pay $____ by Friday.", OTHER),
    ("Pay ${{ x }}.", AMOUNT),
]
SUBTLE = [
    ("Thank you for your payment of ${{ x }}.", OTHER),
    ("We have received your payment of ${{ x }}.", OTHER),
    ("Мы получили от вас оплату на сумму {{ x }} руб.", OTHER),
    ("Пени за просрочку составляют {{ x }} руб.", OTHER),
    ("Interest of £{{ x }} was added.", OTHER),
    ("${{ x }} has been paid.", OTHER),
    ("Your payment of ${{ x }} arrived.", OTHER),
    ("Sent by {{ x }}.", OTHER),
    ("The invoice was issued by {{ x }}.", OTHER),
    ("It was due {{ x }} business days ago.", OTHER),
    ("Ждём до {{ x }} рабочих дней.", OTHER),
    ("Мы открыты до {{ x }}.", OTHER),
    ("You owe {{ x }}.", AMOUNT),
]


def fact(source: str) -> FactType:
    """What the last hole of a message stands for."""
    return read_source(source, ".txt").placeholders[-1][1].fact


@pytest.mark.parametrize(
    ("source", "expected"),
    [(source, expected) for expected, sources in TOLD.items() for source in sources],
)
def test_words_around_a_hole_tell_its_fact(source: str, expected: FactType) -> None:
    assert fact(source) is expected


@pytest.mark.parametrize(("source", "expected"), SUBTLE)
def test_words_further_away_tell_it_too(source: str, expected: FactType) -> None:
    assert fact(source) is expected


def test_holes_of_one_name_stand_for_one_fact() -> None:
    message = read_source("{{ a }} is ready.\n\nDocket {{ a }}, room {{ b }}.", ".txt")
    assert [hole.fact for _, hole in message.placeholders] == [REF, REF, OTHER]


@pytest.mark.parametrize("source", HARD)
def test_fees_paid_sums_and_counts_of_days_are_no_facts(source: str) -> None:
    assert fact(source) is OTHER


@pytest.mark.parametrize(("source", "expected"), NAMED)
def test_a_name_has_the_first_word(source: str, expected: FactType) -> None:
    assert fact(source) is expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p>Pay <b>${{ x }}</b></p>", AMOUNT),
        ("<table><tr><td>Due date:</td><td>{{ x }}</td></tr></table>", DUE),
        ("<p>Dear <strong>{{ x }}</strong>,</p>", NAME),
        ("<p>Invoice&nbsp;{{ x }} is open.</p>", REF),
    ],
)
def test_markup_between_them_is_out_of_sight(source: str, expected: FactType) -> None:
    assert read_source(source, ".html").placeholders[-1][1].fact is expected
