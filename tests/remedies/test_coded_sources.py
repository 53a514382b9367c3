"""Fixes of text that stands in escapes: the same words come of it as of plain text."""

from __future__ import annotations

import quopri

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tonecheck.engine import Checker
from tonecheck.fixes import repair
from tonecheck.readers import read_messages
from tonecheck.types import Language

HEAD = """Subject: {subject}
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

"""
SENTENCES = {
    Language.EN: [
        "Invoice 204 for £90.00 was due on 5 May – it is still open.",
        "You have IGNORED two reminders!!!",
        "Kindly remit £90.00 forthwith.",
        "If you don’t pay by Friday, we’ll see you in court.",
        "You can pay by card.",
        "Thank you for your order.",
    ],
    Language.RU: [
        "Срок оплаты счёта № 204 на 9 000 руб. был 5 мая.",
        "Немедленно оплатите!!!",
        "Вы опять проигнорировали два письма.",
        "Если не заплатите до пятницы, встретимся в суде.",
        "Оплатить можно картой.",
        "Спасибо за заказ.",
    ],
}


def fixed(source: str, suffix: str) -> str:
    """A source after all fixes."""
    check = lambda text: Checker().check_source(text, path="x", suffix=suffix)  # noqa: E731
    return repair(source, check, unsafe=True).after


def as_mail(subject: str, body: str) -> str:
    """A mail in quoted-printable."""
    return HEAD.format(subject=subject) + quopri.encodestring(body.encode()).decode()


@settings(max_examples=40, deadline=None)
@given(
    st.sampled_from(Language).flatmap(
        lambda language: st.tuples(
            st.just(language),
            st.lists(st.sampled_from(SENTENCES[language]), min_size=2, max_size=5, unique=True),
        )
    )
)
def test_quoted_printable_is_mended_like_plain_text(case: tuple[Language, list[str]]) -> None:
    language, sentences = case
    hello = "Hello Anna," if language is Language.EN else "Анна, здравствуйте!"
    body = f"{hello}\n\n{' '.join(sentences)}\n\nT. R.\n"
    plain = fixed(f"Subject: Invoice 204\n\n{body}", ".txt")
    mail = fixed(as_mail("Invoice 204", body), ".eml")
    [read] = read_messages(mail, ".eml")
    assert read.text == read_messages(plain, ".txt")[0].text
    assert max(map(len, mail.splitlines())) <= 76
    assert fixed(mail, ".eml") == mail


@pytest.mark.parametrize(
    ("suffix", "source"),
    [
        (".properties", "late=Уважаемая Анна!\\n\\nСчёт № {{0}} ждал оплаты 5 мая. {0}\\n"),
        (".json", '{{"late": "Уважаемая Анна!\\n\\nСчёт № {{{{ n }}}} ждал оплаты 5 мая. {0}"}}'),
    ],
)
def test_a_catalogue_in_escapes_is_mended_like_one_without(suffix: str, source: str) -> None:
    plain = source.format("НЕМЕДЛЕННО оплатите!!! Оплатить можно картой.")
    coded = "".join(c if c.isascii() else f"\\u{ord(c):04x}" for c in plain)
    after = [read_messages(fixed(text, suffix), suffix)[0].text for text in (plain, coded)]
    assert after[0] == after[1]
    assert "!!" not in after[0]


def test_a_continued_line_is_mended_across_the_break() -> None:
    source = "late=Hello Anna,\\n\\nInvoice {0} was due on 5 May. You have ig\\\n    nored us.\n"
    after = fixed(source, ".properties")
    assert "ored us" not in after
    assert "{0}" in after
