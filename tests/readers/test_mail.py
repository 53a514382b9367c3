"""Mails: what a client reads of them, and where each character of it stands."""

from __future__ import annotations

import quopri
from datetime import UTC, datetime, timedelta, timezone
from email import message_from_string, policy
from email.message import EmailMessage

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tonecheck.readers import ReadError
from tonecheck.readers.mail import Mail, mail_parts
from tonecheck.readers.views import View

MSK = timezone(timedelta(hours=3))
QP = "Content-Transfer-Encoding: quoted-printable\n"
BASE64 = "Content-Transfer-Encoding: base64\n"
UTF8 = "Content-Type: text/plain; charset=utf-8\n"


def read(source: str) -> Mail:
    """A mail, once what holds for every view has been checked."""
    mail = mail_parts(source)
    for view in (mail.subject, mail.body):
        reached = 0
        for piece in view.pieces if view else ():
            assert reached <= piece.start <= piece.end <= len(source)
            assert piece.text
            if len(piece.text) == piece.end - piece.start:
                assert piece.text == source[piece.start : piece.end]
            reached = piece.end
    return mail


def body(source: str) -> str:
    view = read(source).body
    assert view
    return view.text


def behind(source: str, view: View | None) -> list[tuple[str, str]]:
    return [(p.text, source[p.start : p.end]) for p in view.pieces] if view else []


def multipart(kind: str, *parts: str, boundary: str = "b") -> str:
    inside = "".join(f"--{boundary}\n{part}\n" for part in parts)
    return f'Content-Type: multipart/{kind}; boundary="{boundary}"\n\n{inside}--{boundary}--\n'


def part(text: str, kind: str = "text/plain", more: str = "") -> str:
    return f"Content-Type: {kind}\n{more}\n{text}"


# Headers


@pytest.mark.parametrize(
    ("header", "pieces"),
    [
        ("Subject: Invoice 204", [("Invoice 204", "Invoice 204")]),
        ("SUBJECT :\t Invoice  ", [("Invoice", "Invoice")]),
        ("Subject: Счёт", [("Счёт", "Счёт")]),
        ("Subject: a\n b", [("a", "a"), (" ", "\n "), ("b", "b")]),
        ("Subject: a\r\n\tb\r\n  c", [
            ("a", "a"), (" ", "\r\n\t"), ("b", "b"), (" ", "\r\n "), (" c", " c")]),
        ("Subject:\n a", [("a", "a")]),
        ("Subject: Re: =?utf-8?B?0KHRh9GR0YI=?= 204", [
            ("Re: ", "Re: "), ("Счёт", "=?utf-8?B?0KHRh9GR0YI=?="), (" 204", " 204")]),
        ("Subject: =?UTF-8?q?=D0=B0_b?=", [("а b", "=?UTF-8?q?=D0=B0_b?=")]),
        ("Subject: =?windows-1251?B?0ffl8g==?=", [("Счет", "=?windows-1251?B?0ffl8g==?=")]),
        ("Subject: =?koi8-r*ru?Q?=F3?=", [("С", "=?koi8-r*ru?Q?=F3?=")]),
        ("Subject: =?utf-8?Q?a?=\n =?utf-8?Q?b?= =?koi8-r?Q?c?= d", [
            ("a", "=?utf-8?Q?a?="), ("b", "=?utf-8?Q?b?="), ("c", "=?koi8-r?Q?c?="),
            (" d", " d")]),
        ("Subject: =?utf-8?Q?=D0?= =?utf-8?Q?=B0?=", [("а", "=?utf-8?Q?=B0?=")]),
        ("Subject: =?utf-8?Q?=D0?=", [("\ufffd", "=?utf-8?Q?=D0?=")]),
        ("Subject: =?klingon?Q?a?= b", [("=?klingon?Q?a?= b", "=?klingon?Q?a?= b")]),
        ("Subject: =?utf-8?B?!?= b", [("=?utf-8?B?!?= b", "=?utf-8?B?!?= b")]),
        ("Subject: =?utf-8?Q?a", [("=?utf-8?Q?a", "=?utf-8?Q?a")]),
        ("From: a@b.c", []),
        ("Subject:", []),
    ],
)  # fmt: skip
def test_subject(header: str, pieces: list[tuple[str, str]]) -> None:
    source = f"X: y\n{header}\n\nDear Anna\n"
    assert behind(source, read(source).subject) == pieces


@pytest.mark.parametrize(
    ("to", "name"),
    [
        ("Anna Smith <a@b.c>", "Anna Smith"),
        ('"Smith, Anna" <a@b.c>', "Smith, Anna"),
        ("=?utf-8?B?0JDQvdC90LA=?=\n =?utf-8?Q?_=D0=9F?= <a@b.c>", "Анна П"),
        ("Анна <a@b.c>", "Анна"),
        ("a@b.c (Anna)", "Anna"),
        ("a@b.c", None),
        ("<a@b.c>", None),
        ('"a@b.c" <a@b.c>', None),
        ("Anna <a@b.c>, Ben <b@b.c>", None),
        ("{{ client.name }} <a@b.c>", None),
        ("undisclosed-recipients:;", None),
        ("(" * 1900, None),
        ("Anna " * 1000, None),
        ("", None),
    ],
)
def test_recipient(to: str, name: str | None) -> None:
    assert read(f"To: {to}\n\nx").recipient_name == name


def test_two_recipient_headers() -> None:
    assert read("To: Anna <a@b.c>\nTo: Ben <b@b.c>\n\nx").recipient_name is None


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("Thu, 05 Mar 2026 10:00:00 +0300", datetime(2026, 3, 5, 10, tzinfo=MSK)),
        ("5 Mar 2026\n 10:00 +0300 (MSK)", datetime(2026, 3, 5, 10, tzinfo=MSK)),
        ("Thu, 5 Mar 2026 10:00:00 GMT", datetime(2026, 3, 5, 10, tzinfo=UTC)),
        ("Thu, 5 Mar 2026 10:00:00 -0000", datetime(2026, 3, 5, 10, tzinfo=UTC)),
        ("Thu, 5 Mar 2026 10:00:00", None),
        ("Thu, 5 Mar 2026 10:00:00 +9999", None),
        ("Thu, 99 Mar 99999 10:00:00 +0300", None),
        ("tomorrow", None),
        ("", None),
    ],
)
def test_date(date: str, expected: datetime | None) -> None:
    assert read(f"Date: {date}\n\nx").date == expected


# Which part is read


HTML = part("<p>Hi</p>", "text/html")
PDF = part("JVBERi0=", "application/pdf; name=a.pdf", BASE64)


@pytest.mark.parametrize(
    ("source", "text", "is_html", "attachments"),
    [
        ("A: b\n\nHi", "Hi", False, ()),
        ("A: b\r\n\r\nHi\r\n", "Hi\r\n", False, ()),
        ("\ufeff\nFrom a Mon\nA: b\n\nHi", "Hi", False, ()),
        ("A: b\nNo header\n\nHi", "No header\n\nHi", False, ()),
        (HTML, "<p>Hi</p>", True, ()),
        (multipart("alternative", part("Hi"), HTML), "Hi", False, ()),
        (multipart("alternative", HTML, part("Hi")), "Hi", False, ()),
        (multipart("alternative", part(" \n"), HTML), "<p>Hi</p>", True, ()),
        (multipart("alternative", part(""), part("", "text/html")), "", False, ()),
        (multipart("mixed", part("Hi"), PDF, part("Footer")), "Hi", False, ("a.pdf",)),
        (multipart("mixed", part(""), part("Hi")), "Hi", False, ()),
        (multipart("mixed", multipart("alternative", part("Hi"), HTML, boundary="bb"), PDF),
         "Hi", False, ("a.pdf",)),
        (multipart("related", HTML, part("x", "image/png; name=l.png", "Content-ID: <l>\n")),
         "<p>Hi</p>", True, ()),
        (multipart("mixed", part("x", "text/plain", "Content-Disposition: attachment;\n"
                                 " filename*=utf-8''%D1%87.txt\n"), part("Hi")),
         "Hi", False, ("ч.txt",)),
        (multipart("mixed", part("Hi"), part("Subject: x\n\nInner", "message/rfc822")),
         "Hi", False, ()),
        (multipart("digest", "\nSubject: x\n\nInner", part("Hi")), "Hi", False, ()),
        (multipart("mixed", part("Hi")).replace("--b--\n", ""), "Hi\n", False, ()),
        (multipart("mixed", part("Hi")).replace("\n\n--b\n", "\n\npreamble\n--b  \n", 1),
         "Hi", False, ()),
        (multipart("mixed", part("Hi")).replace("\n", "\r\n"), "Hi", False, ()),
        ("Content-Type: multipart/mixed; boundary=b\n\n--b\n\nHi\n--b\n--b--", "Hi", False, ()),
        ("Content-Type: text\n\nHi", "Hi", False, ()),
    ],
)  # fmt: skip
def test_the_part_that_is_read(
    source: str, text: str, is_html: bool, attachments: tuple[str, ...]
) -> None:
    mail = read(source)
    assert mail.body
    assert (mail.body.text, mail.is_html, mail.attachments) == (text, is_html, attachments)


@pytest.mark.parametrize(
    ("disposition", "kind", "names"),
    [
        ('attachment; filename="=?utf-8?B?0YfRkQ==?=.pdf"', "application/pdf", ("чё.pdf",)),
        ("inline; filename=a.pdf", "application/pdf", ("a.pdf",)),
        ("inline; filename=a.txt", "text/plain", ()),
        ("attachment", "application/pdf", ()),
        ("attachment; filename*0=a; filename*1=.pdf", "application/pdf", ("a.pdf",)),
        ("attachment; filename*=hex''%zz", "application/pdf", ("%zz",)),
    ],
)
def test_attachments(disposition: str, kind: str, names: tuple[str, ...]) -> None:
    attached = part("x", kind, f"Content-Disposition: {disposition}\n")
    assert read(multipart("mixed", part("Hi"), attached)).attachments == names


def test_a_mail_without_text() -> None:
    mail = read(multipart("mixed", PDF))
    assert (mail.body, mail.is_html, mail.attachments) == (None, False, ("a.pdf",))
    with pytest.raises(ValueError, match="inserted"):
        mail.escape("x")


# Transfer encodings


@pytest.mark.parametrize(
    ("inside", "pieces"),
    [
        ("a=\nb", [("a", "a"), ("b", "b")]),
        ("a= \r\nb", [("a", "a"), ("b", "b")]),
        ("a=3Db", [("a", "a"), ("=", "=3D"), ("b", "b")]),
        ("=d0=96=D0=96", [("Ж", "=d0=96"), ("Ж", "=D0=96")]),
        ("=D0=\n=96!", [("Ж", "=D0=\n=96"), ("!", "!")]),
        ("=F0=9F=98=80", [("😀", "=F0=9F=98=80")]),
        ("=D0a=96", [("\ufffd", "=D0"), ("a", "a"), ("\ufffd", "=96")]),
        ("=D0=D0=96", [("\ufffd", "=D0"), ("Ж", "=D0=96")]),
        ("a \t\nb ", [("a", "a"), ("\nb", "\nb")]),
        ("a=20\nb", [("a", "a"), (" ", "=20"), ("\nb", "\nb")]),
        ("a=ZZ b=", [("a=ZZ b", "a=ZZ b")]),
        ("Ж=", [("Ж", "Ж")]),
    ],
)
def test_quoted_printable(inside: str, pieces: list[tuple[str, str]]) -> None:
    source = f"{UTF8}{QP}\n{inside}"
    assert behind(source, read(source).body) == pieces


@pytest.mark.parametrize(
    ("inside", "pieces"),
    [
        ("0JbQ\nlg==", [("Ж", "0JbQ"), ("Ж", "lg==")]),
        ("SGkg\r\nQW5uYQ==\r\n", [("Hi ", "SGkg"), ("Anna", "QW5uYQ==")]),
        ("S\nGk", [("Hi", "")]),
        ("SG\nk=", [("Hi", "")]),
        ("SA==\naQ==", [("H", "SA=="), ("i", "aQ==")]),
        ("0A==", [("\ufffd", "0A==")]),
        ("", []),
    ],
)
def test_base64(inside: str, pieces: list[tuple[str, str]]) -> None:
    source = f"{UTF8}{BASE64}\n{inside}"
    mail = read(source)
    assert behind(source, mail.body) == pieces
    with pytest.raises(ValueError, match="inserted"):
        mail.escape("")


@pytest.mark.parametrize(
    ("charset", "inside", "text"),
    [
        ("windows-1251", "=CF=F0=E8", "При"),
        ("KOI8-R", "=F0=D2=C9", "При"),
        ("iso-8859-5", "=BF=E0=D8", "При"),
        ("iso-8859-1", "=E9", "é"),
        ("us-ascii", "=D0=96", "Ж"),
        ("cp1251", "=98", "\ufffd"),
    ],
)
def test_charsets(charset: str, inside: str, text: str) -> None:
    assert body(f"Content-Type: text/plain; charset={charset}\n{QP}\n{inside}") == text


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (" \n\t\r\n", "^is empty$"),
        ("Dear Anna,\npay", "line 1: not valid e-mail: expected “Subject: …”, found “Dear Anna,”"),
        ("A: b\nContent-Type: multipart/mixed\n\nx", "line 4: .* expected boundary="),
        ("Content-Type: multipart/mixed; boundary=b\n\nx", "line 3: .* expected --b"),
        ("A: b\nContent-Transfer-Encoding: x-uuencode\n\nx", "line 2: .* found “x-uuencode”"),
        (f"Content-Type: text/plain; charset=klingon\n{QP}\nx", "expected charset=utf-8, found “k"),
        (f"Content-Type: text/plain; charset=utf-16\n{BASE64}\nx", "found “utf-16”"),
        (f"{BASE64}\nSGk=\nS?\n", "line 4: not valid base64: expected .* found “\\?”"),
        (f"{BASE64}\nSGk=\nЖ", "line 4: not valid base64"),
        ("A: \ud800\n\nx\ud800", "lone surrogate"),
        ("".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(999)),
         "nested too deeply"),
    ],
)  # fmt: skip
def test_what_is_wrong(source: str, words: str) -> None:
    with pytest.raises(ReadError, match=words):
        mail_parts(source)


# What is inserted


def inserted(source: str, text: str, at: str) -> str:
    """The source with a text inserted before a word of the body."""
    mail = read(source)
    assert mail.body
    start, _ = mail.body.source_span(index := mail.body.text.index(at), index + len(at))
    return source[:start] + mail.escape(text) + source[start:]


@pytest.mark.parametrize(
    ("head", "text"),
    [
        (UTF8, "a\nb"),
        (f"{UTF8}Content-Transfer-Encoding: 8bit\n", "Жёлтый"),
        (f"{UTF8}{QP}", "Ж = \nб\t"),
        (f"{UTF8}{QP}", "--b\n--b--\n" + "-" * 200),
        (f"{QP}", "a=b"),
        (f"Content-Type: text/plain; charset=koi8-r\n{QP}", "Жук " * 50),
    ],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_inserted_text_is_read_back(head: str, text: str, line_end: str) -> None:
    source = multipart("mixed", f"{head}\nHi Anna, pay\nnow").replace("\n", line_end)
    changed = inserted(source, text, "Anna")
    assert body(changed) == f"Hi {text}Anna, pay\nnow".replace("\n", line_end)
    assert changed.count("\n") == changed.count(line_end)
    assert max(map(len, changed.splitlines())) <= 76 or QP not in head


@pytest.mark.parametrize(
    ("head", "text"),
    [
        ("A: b\n", "Ж"),
        (UTF8, "Ж"),
        (f"Content-Type: text/plain; charset=us-ascii\n{QP}", "Ж"),
        (f"Content-Type: text/plain; charset=windows-1251\n{QP}", "漢"),
        (f"Content-Type: text/plain; charset=koi8-r\n{'Content-Transfer-Encoding: 8bit'}\n", "漢"),
        (UTF8, "a" * 999),
        (UTF8, "a\rb"),
    ],
)
def test_what_cannot_be_inserted(head: str, text: str) -> None:
    with pytest.raises(ValueError, match=r"encode|long"):
        read(f"{head}\nHi Anna").escape(text)


def test_a_boundary_cannot_be_inserted() -> None:
    with pytest.raises(ValueError, match="end the part"):
        read(multipart("mixed", part("Hi"))).escape("\n--b\n")


def test_raw_letters_tell_that_more_may_be_inserted() -> None:
    assert read("A: b\n\nЖук").escape("Ёж") == "Ёж"


# Properties


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]))
LINES = st.lists(WORDS, max_size=6).map("\n".join)
RUSSIAN = st.text("абвгЖЁё№ «»=_?-\n.Aa0", max_size=300)
LATIN = st.text("éàüß =_?-\n.Aa0", max_size=300)
ASCII = st.text(st.characters(min_codepoint=32, max_codepoint=126) | st.just("\n"), max_size=300)
CHARSETS = [
    ("utf-8", LINES | RUSSIAN), ("windows-1251", RUSSIAN), ("koi8-r", st.text("абвЁё =\nx")),
    ("iso-8859-5", st.text("абвЁё№ =\nx")), ("iso-8859-1", LATIN), ("us-ascii", ASCII),
]  # fmt: skip


def packed(data: st.DataObject) -> tuple[EmailMessage, str, str]:
    charset, texts = data.draw(st.sampled_from(CHARSETS))
    encodings = ["quoted-printable", "base64", "8bit"]
    if charset == "us-ascii":
        encodings[2] = "7bit"
    text, encoding = data.draw(texts), data.draw(st.sampled_from(encodings))
    lines = policy.default.clone(linesep=data.draw(st.sampled_from(["\n", "\r\n"])), utf8=True)
    message = EmailMessage(lines)
    message["Subject"] = "x"
    message.set_content(text, charset=charset, cte=encoding, subtype="plain")
    return message, text, charset


def unified(text: str) -> str:
    return text.replace("\r\n", "\n").rstrip("\n")


@given(st.data())
def test_what_the_library_packs_is_read(data: st.DataObject) -> None:
    message, text, charset = packed(data)
    if data.draw(st.booleans()):
        message.add_alternative(f"<p>{text}</p>", subtype="html", charset="utf-8", cte="base64")
        message.add_attachment(b"x", maintype="a", subtype="b", filename="x.pdf")
    source = message.as_bytes().decode(charset)
    mail = read(source)
    shown = unified(mail.body.text) if mail.body else ""
    if text.strip() or not mail.is_html:
        assert shown == unified(text)
    encoding = (message.get_body(("plain",)) or message)["content-transfer-encoding"]
    if encoding == "quoted-printable" and mail.body and not mail.is_html:
        for piece in mail.body.pieces:
            written = source[piece.start : piece.end]
            if piece.text != written:
                assert len(piece.text) == 1
                assert quopri.decodestring(written).decode(charset) == piece.text


@given(st.data(), st.text(max_size=120))
def test_insertions_are_read_back_or_refused(data: st.DataObject, text: str) -> None:
    message, _, charset = packed(data)
    source = message.as_bytes().decode(charset)
    mail = read(source)
    assert mail.body
    try:
        written = mail.escape(text)
    except ValueError:
        return
    assert "base64" not in source
    at = data.draw(st.integers(0, max(0, len(mail.body.text) - 1)))
    at -= mail.body.text[at - 1 : at + 1] == "\r\n"
    start = mail.body.source_span(at, at + 1)[0] if mail.body.text else len(source)
    changed = source[:start] + written + source[start:]
    expected = mail.body.text[:at] + text.replace("\r\n", "\n") + mail.body.text[at:]
    assert unified(body(changed)) == unified(expected)


@given(st.lists(st.text("abЖё№=?_,:;!.—", min_size=1, max_size=30), min_size=1, max_size=12))
def test_subjects_that_the_library_writes_are_read(words: list[str]) -> None:
    subject = " ".join(words)
    message = EmailMessage()
    message["Subject"] = subject
    source = message.as_bytes().decode() + "x"
    # It may lose a space between two words when it folds; then it does not read it either.
    own = message_from_string(source, policy=policy.default)["Subject"]
    assert read(source).subject.text in (subject, own)


@given(
    st.lists(
        st.sampled_from(
            ["Subject", "Content-Type", "Content-Transfer-Encoding", "To", "Date", ":", " ", "\n",
             "\r\n", "--b", "--", "multipart/mixed", "multipart/alternative", "text/plain", ";",
             "boundary=b", "charset=", "utf-8", "base64", "quoted-printable", "=", "=D0", "=96",
             "QUJD", "=?utf-8?B?", "?=", "filename*0*=", '"', "(", "<", "a@b", "Ж", "\n\n", ","]
        )
    ).map("".join)
    | st.text()
)  # fmt: skip
@example("Content-Type: multipart/mixed; boundary=b\n\n--b\nSubject: x\n--b--")
def test_broken_mails_are_read_or_refused(source: str) -> None:
    try:
        read(source)
    except ReadError:
        return


@pytest.mark.parametrize(
    "source",
    [
        "Subject: " + "=?" * 300_000 + "\n\nx",
        "Subject: " + "=?utf-8?Q?" * 90_000 + "\n\nx",
        "To: " + '("\\' * 300_000 + "\n\nx",
        'Content-Type: text/plain; a="' + ";" * 900_000 + "\n\nx",
        f"{UTF8}{QP}\n" + " " * 900_000 + "x",
        f"{UTF8}{QP}\n" + "=" * 900_000,
        f"{UTF8}{QP}\n" + "=D0=96" * 150_000,
        f"{BASE64}\n" + "Q\n" * 450_000,
        multipart("mixed", *["\nx"] * 100_000),
        "Content-Type: multipart/mixed; boundary=b\n\n" + "--" * 450_000 + "\n--b\n\nx",
        "Content-Type: multipart/mixed; boundary=b\n\n" + "--c\n" * 200_000 + "--b\n\nx",
        "a:\n" * 300_000,
        "\n" * 900_000 + "a: b",
    ],
    ids=range(13),
)
def test_traps_end(source: str) -> None:
    assert mail_parts(source).attachments == ()
