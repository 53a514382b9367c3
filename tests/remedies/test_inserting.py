"""What is missing, inserted: one well-formed order, in the syntax and the voice of the message."""

from __future__ import annotations

import pytest

from tonecheck.engine import Checker
from tonecheck.fixes import repair
from tonecheck.types import Channel, Declared, Kind, Language, Recipient, Stage


def fixed(text: str, suffix: str = ".txt", **said: object) -> str:
    """A text after all its fixes."""
    checker = Checker(Declared(**said))  # type: ignore[arg-type]
    check = lambda source: checker.check_source(source, path="x", suffix=suffix)  # noqa: E731
    return repair(text, check, unsafe=True).after


def test_facts_of_one_kind_go_into_one_sentence() -> None:
    after = fixed("Dear Anna,\n\nPlease pay your invoice.\n\nKind regards,\nTom Reed\n")
    assert "The payment of [amount] for invoice [invoice number] was due on [due date]." in after
    assert after.count("[") == 3


def test_before_the_due_date_nothing_was_due() -> None:
    after = fixed(
        "Dear Anna,\n\nPlease pay your invoice.\n\nKind regards,\nTom\n", stage=Stage.PRE_DUE
    )
    assert "for invoice [invoice number] is due on [due date]" in after


@pytest.mark.parametrize(
    ("suffix", "hole", "written"),
    [
        (".j2", "{{ client.name }}", "{{ amount }}"),
        (".hbs", "{{clientName}}", "{{amount}}"),
        (".gotmpl", "{{.ClientName}}", "{{.Amount}}"),
        (".erb", "<%= @client_name %>", "<%= @amount %>"),
        (".php", "<?= $clientName ?>", "<?= $amount ?>"),
        (".mako", "${client_name}", "${amount}"),
        (".tpl", "{$client_name}", "{$amount}"),
        (".txt", "*|FNAME|*", "*|AMOUNT|*"),
        (".txt", "%(client_name)s", "%(amount)s"),
        (".txt", "[[client_name]]", "[[amount]]"),
    ],
)
def test_a_hole_is_written_like_those_around_it(suffix: str, hole: str, written: str) -> None:
    text = f"Dear {hole},\n\nInvoice 204 was due on 5 March 2026. You can pay by card.\n\nTom\n"
    assert f"The amount to pay is {written}." in fixed(text, suffix, kind=Kind.TEMPLATE)


def test_a_draft_has_no_hole_for_what_may_be_left_out() -> None:
    after = fixed("Anna, the $90 for the lessons was due on 1 June.", channel=Channel.MESSENGER)
    assert "[" not in after
    assert "If you need the payment details" in after


def test_a_known_name_greets() -> None:
    text = "Dear customer,\n\nInvoice 204 for $90 was due on 5 March 2026.\n"
    assert fixed(text, recipient=Recipient(name="Anna Petrova")).startswith("Dear Anna Petrova,\n")
    assert fixed(text).startswith("Hello,\n")


def test_a_template_greets_by_a_hole() -> None:
    text = "Dear customer,\n\nInvoice {{ number }} for {{ amount }} was due on {{ due_date }}.\n"
    assert fixed(text, ".j2", kind=Kind.TEMPLATE).startswith("Dear {{ client_name }},\n")


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Уважаемый клиент!\n\nСчёт № 204 ждёт оплаты.", "Здравствуйте!\n\n"),
        ("Уважаемый клиент, напоминаем о взносе.", "Здравствуйте! Напоминаем о взносе."),
        # Who writes to a group means it.
        ("Уважаемые родители, напоминаем о взносе.", "Уважаемые родители, напоминаем о взносе."),
    ],
)
def test_a_russian_greeting_of_nobody(text: str, start: str) -> None:
    assert fixed(text, language=Language.RU).startswith(start)


def test_a_letter_on_paper_is_answered_by_phone() -> None:
    text = "Dear Anna,\n\nInvoice 204 for $90 was due on 5 March 2026.\n\nKind regards,\nTom\n"
    assert "please call us" in fixed(text, channel=Channel.LETTER, stage=Stage.PRE_DUE)


def test_a_message_that_nobody_may_answer_invites_no_answer() -> None:
    text = "Anna, invoice 204 for $90 was due on 5 March 2026. Do not reply to this message.\n"
    assert "please reply" not in fixed(text)


def test_vague_words_give_way_to_the_hole_for_what_is_missing() -> None:
    after = fixed("Dear Anna,\n\nPlease settle the $90 for invoice 204 in the near future.\n")
    assert "Please settle the $90 for invoice 204 by [due date]." in after
