"""Stretches whose words must never match a rule."""

from __future__ import annotations

import pytest

from tonecheck.literals.links import OpaqueKind, find_opaque


@pytest.mark.parametrize(
    ("sentence", "text", "kind"),
    [
        pytest.param(
            "Pay at https://a.example/pay?x=1.",
            "https://a.example/pay?x=1",
            "url",
            id="full-stop-outside",
        ),
        pytest.param("(see https://a.example/b)", "https://a.example/b", "url", id="bracket"),
        pytest.param(
            "wiki https://a.example/b_(c)", "https://a.example/b_(c)", "url", id="own-bracket"
        ),
        pytest.param("at www.court.example now", "www.court.example", "url", id="www"),
        pytest.param(
            "shown at pinewell.example/4410.", "pinewell.example/4410", "url", id="domain-path"
        ),
        pytest.param("через сайт velo.example сегодня", "velo.example", "url", id="domain"),
        pytest.param("сайт правда.рф открыт", "правда.рф", "url", id="cyrillic-domain"),
        pytest.param("to pay@court.example please", "pay@court.example", "email", id="email"),
        pytest.param("see final-notice_v2.pdf, page 1", "final-notice_v2.pdf", "file", id="file"),
        pytest.param("во вложении акт_сверки.xlsx", "акт_сверки.xlsx", "file", id="ru-file"),
        pytest.param("on INV-204 today", "INV-204", "identifier", id="code"),
        pytest.param("commit 9f86d081884c7d65", "9f86d081884c7d65", "identifier", id="hash"),
        pytest.param("UEN 41100000K please", "41100000K", "identifier", id="letter-last"),
        pytest.param("write @penalty_box there", "@penalty_box", "handle", id="handle"),
    ],
)
def test_opaque(sentence: str, text: str, kind: str) -> None:
    (opaque,) = find_opaque(sentence)
    assert (opaque.text, opaque.kind) == (text, OpaqueKind(kind))


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("the 15th, 8-inch, under-12s and 80k", id="measures"),
        pytest.param("до 15-го, 2-й этаж, 12-ти", id="ru-ordinals"),
        pytest.param("LAST WARNING, pay at once", id="capitals"),
        pytest.param("Жду завтра.Мы уже писали", id="missing-space"),
        pytest.param("2ND TIME writing for 60 days", id="third-time"),
        pytest.param("e.g. this, i.e. that", id="abbreviations"),
    ],
)
def test_plain_words(sentence: str) -> None:
    assert find_opaque(sentence) == ()
