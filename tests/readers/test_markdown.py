"""Markdown: the markup goes, the words stay, and each knows its place."""

from __future__ import annotations

import pytest

from tonecheck.readers import read_source


def seen(source: str, suffix: str = ".md") -> str:
    return read_source(source, suffix).text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("please **pay** now", "please pay now"),
        ("*soft* _soft_ __loud__ ***both***", "soft soft loud both"),
        ("**bold *and soft* text**", "bold and soft text"),
        ("~~gone~~", "gone"),
        ("2 * 3 * 4 = 24", "2 * 3 * 4 = 24"),
        ("a snake_case_name", "a snake_case_name"),
        ("* not closed", "not closed"),
        ("from 5*", "from 5*"),
        ("**not closed", "**not closed"),
        ("Подпись: ____", "Подпись: ____"),
        (r"\*as it is\* \_", "*as it is* _"),
        ("[our page](https://pay.example/a_b)", "our page"),
        ('[our page](<a b> "A *title*")', "our page"),
        ("[our **page**](https://x.example/(a)_b_)", "our page"),
        ("[our page][ref] and ![a *logo*](l.png)", "our page and a logo"),
        ("[pay]({{ payment_link }}) today", "pay today"),
        ("as agreed [1] (see below)", "as agreed [1] (see below)"),
        ("[see] (below)", "[see] (below)"),
        ("https://pay.example/_a_*b*", "https://pay.example/_a_b"),
        ("_https://pay.example/a_", "https://pay.example/a"),
        ("<https://pay.example> <a@b.example>", "https://pay.example a@b.example"),
        ("the `code` and ``a ` b`` and `", "the code and a ` b and `"),
        ("5 &lt; 6 &amp;&nbsp;7 &euro;8 &nothing;", "5 < 6 &\xa07 €8 &nothing;"),
        ("a<!-- b\n\n*c* -->d", "ad"),
        ("a <!-- b", "a <!-- b"),
    ],
)
def test_inline_markup(source: str, text: str) -> None:
    assert seen(source) == text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("# Invoice 204 ##\nHi", "Invoice 204\nHi"),
        ("#204 is due", "#204 is due"),
        ("Invoice\n=======\nHi\n---\nBo", "Invoice\nHi\nBo"),
        ("one\ntwo\r\n  three\n\nfour", "one two three\n\nfour"),
        ("one  \ntwo\\\nthree", "one  \ntwo\nthree"),
        ("- one\n* two\n  more\n+ three\n1. four\n2) five", "one\ntwo more\nthree\nfour\nfive"),
        ("due on\n5. March", "due on 5. March"),
        ("call\n+7 999", "call +7 999"),
        ("a\n\n***\n\nb", "a\n\n\n\nb"),
        ("Hi,\n> you wrote *this*\n> and that\n\nBo", "Hi,\n> you wrote this\n> and that\n\nBo"),
        ("a\n```sh\n# rm `x\n```\nb", "a\nb"),
        ("a\n\n~~~\n```\nb", "a\n\n"),
        ("``` a ` b\nc", "``` a ` b c"),
        ("a [b][c]\n\n[c]: https://x.example 'T'\nd", "a b\n\n\nd"),
        ("    Dear Anna", "    Dear Anna"),
        ("a\n<!-- # b -->\nc", "a  c"),
        ("<!-- ```\n-->\na", "a"),
    ],
)
def test_blocks(source: str, text: str) -> None:
    assert seen(source).lstrip(" ") == text.lstrip(" ")


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("Dear {{ client_name }} and {{ other_name }}", "Dear \ue000 and \ue000"),
        ("**{{ amount_due }}** by *[due date]*", "\ue000 by \ue000"),
        ("a**{{ b }}**c", "a\ue000c"),
        ("- [Client Name]\n- [pay](x)", "\ue000\npay"),
        ("# Счёт {{ number }}", "Счёт \ue000"),
        ("{% for x in xs %}\n* {{ x }}\n{% endfor %}", "\ue000 "),
        ("a\n{% if b %}\n# c\n{% endif %}d", "a\nc\nd"),
        ("{% if b %}- c{% endif %}", "c"),
    ],
)
def test_placeholders_are_left_whole(source: str, text: str) -> None:
    assert seen(source, ".md.j2") == text


def test_a_mail_of_blade_is_markdown() -> None:
    source = "@component('mail::message')\n# Hi **{{ $name }}**\n@endcomponent"
    assert seen(source, ".blade.php").strip() == "Hi \ue000"
    assert seen(source.replace("mail::message", "card"), ".blade.php").startswith("# Hi **")


def test_words_are_mapped_through_markup() -> None:
    source = "---\nstage: due\n---\n\n# Hi\n\nplease **pay\nnow** [here](x) &amp; there"
    message = read_source(source, ".markdown")
    for word in ("Hi", "please", "pay", "now", "here", "there"):
        start = message.text.index(word)
        first, last = message.source_span(start, start + len(word))
        assert source[first:last] == word
        assert message.spans_only_text(start, start + len(word))
    start = message.text.index("please pay")
    assert not message.spans_only_text(start, start + len("please pay"))
