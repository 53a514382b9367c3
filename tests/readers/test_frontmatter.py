"""What a file says about itself: front matter and header lines."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonecheck.message import Message, Zone
from tonecheck.readers import ReadError, read_source
from tonecheck.types import Channel, DateRange, Declared, FactType, Kind, Language, Recipient, Stage


def file(front: str, body: str = "Dear Anna,\n") -> str:
    return f"---\n{front}\n---\n\n{body}"


def subject_of(message: Message) -> tuple[str, str]:
    """The subject as seen, and the source behind it."""
    spans = message.zone_spans(Zone.SUBJECT)
    if not spans:
        return "", ""
    (start, end) = spans[0]
    first, last = message.source_span(start, end)
    return message.text[start:end], message.source[first:last]


def test_every_key() -> None:
    message = read_source(
        file(
            "subject: Invoice 204\nlanguage: en\nstage: final\nchannel: letter\nkind: draft\n"
            "send_at: 2026-03-05T10:00+02:00\n"
            "recipient:\n  name: Anna\n  country: NO\n  region: NO-03\n  time_zone: Europe/Oslo\n"
            "  away:\n    - 2026-12-24/2027-01-02\n    - {from: 2026-07-01, to: 2026-07-14}\n"
            "    - 2026-05-17\n    - 2026-08-01 – 2026-08-03\n"
            "delivered_on: 2026-02-01\nprevious_reminder: 2026-02-20"
        )
    )
    assert message.declared == Declared(
        subject="Invoice 204",
        language=Language.EN,
        stage=Stage.FINAL,
        channel=Channel.LETTER,
        kind=Kind.DRAFT,
        send_at=datetime(2026, 3, 5, 10, tzinfo=timezone(timedelta(hours=2))),
        recipient=Recipient(
            name="Anna",
            country="NO",
            region="NO-03",
            time_zone="Europe/Oslo",
            away=(
                DateRange(date(2026, 12, 24), date(2027, 1, 2)),
                DateRange(date(2026, 7, 1), date(2026, 7, 14)),
                DateRange(date(2026, 5, 17), date(2026, 5, 17)),
                DateRange(date(2026, 8, 1), date(2026, 8, 3)),
            ),
        ),
        delivered_on=date(2026, 2, 1),
        previous_reminder=date(2026, 2, 20),
    )
    assert message.text == "Invoice 204\n\nDear Anna,\n"


@pytest.mark.parametrize("written", ["2026-03-05T08:00Z", "2026-03-05 10:00:00 +02:00"])
def test_ways_to_write_a_moment(written: str) -> None:
    declared = read_source(file(f"send_at: {written}")).declared
    assert declared.send_at == datetime(2026, 3, 5, 8, tzinfo=UTC)


@pytest.mark.parametrize("front", ["", "# a remark", "stage:", "language: auto\nkind: auto"])
def test_front_matter_that_says_nothing(front: str) -> None:
    message = read_source(file(front))
    assert message.declared == Declared()
    assert message.text == "Dear Anna,\n"


@pytest.mark.parametrize(
    ("written", "seen", "source"),
    [
        ("Invoice 204", "Invoice 204", "Invoice 204"),
        ("Invoice #204 is due", "Invoice #204 is due", "Invoice #204 is due"),
        ("Invoice 204  # a remark", "Invoice 204", "Invoice 204"),
        ("Re: invoice: 204", "Re: invoice: 204", "Re: invoice: 204"),
        ("[Acme 22] due", "[Acme 22] due", "[Acme 22] due"),
        ("{a: b, c: d}", "{a: b, c: d}", "{a: b, c: d}"),
        ("'Invoice: 204'", "Invoice: 204", "Invoice: 204"),
        ('"Счёт № 204"', "Счёт № 204", "Счёт № 204"),
        ('"A \\"final\\" one"', 'A "final" one', '"A \\"final\\" one"'),
        ("'It''s due'", "It's due", "'It''s due'"),
        ("Invoice 204\n  is due", "Invoice 204 is due", "Invoice 204\n  is due"),
        ("Invoice {{ n }}", "Invoice \ue000", "Invoice {{ n }}"),
        ("{{ n }} is due", "\ue000 is due", "{{ n }} is due"),
        ("{name}", "\ue000", "{name}"),
        ("'{{ a }}{{ b }}'", "\ue000\ue000", "{{ a }}{{ b }}"),
        ('"{{ a }}\\t{{ b }}"', "\ue000\t\ue000", '"{{ a }}\\t{{ b }}"'),
    ],
)
def test_a_subject_is_found_in_the_source(written: str, seen: str, source: str) -> None:
    text, behind = subject_of(read_source(file(f"stage: due\nsubject: {written}\nkind: draft")))
    assert text == seen
    assert behind.strip("'\"") == source.strip("'\"")


def test_a_subject_over_lines() -> None:
    message = read_source(file("subject: >-\n  Invoice {{ number }}\n  is due\nstage: due"))
    assert subject_of(message)[0] == "Invoice \ue000 is due"
    assert [p.fact for _, p in message.placeholders] == [FactType.INVOICE_REF]
    assert message.declared.subject == "Invoice {{ number }} is due"


def test_a_declared_subject_keeps_its_placeholders_as_written() -> None:
    assert read_source(file("subject: '{{ a }} due'")).declared.subject == "{{ a }} due"


def test_values_that_a_template_will_fill_are_not_known_yet() -> None:
    message = read_source(
        file(
            "language: {{ lang }}\nsend_at: {{ when }}\nrecipient:\n  name: {{ client.name }}\n"
            '  country: "{{ country }}"\n  away: [Client Name]'
        ),
        ".txt.j2",
    )
    assert message.declared == Declared(recipient=Recipient())


@pytest.mark.parametrize(
    ("front", "words"),
    [
        ("stgae: due", ['line 2: unknown key "stgae"', 'did you mean "stage"?']),
        ("kind: draft\nstage: overdu", ['line 3: stage is "overdu"', 'mean "overdue"?']),
        ("language: de", ['line 2: language is "de"', "expected one of en, ru, auto"]),
        ("send_at: 2026-03-05T10:00", ["line 2: send_at", "ISO 8601 time with its offset"]),
        ("send_at: soon", ['line 2: send_at is "soon"']),
        ("delivered_on: 5 March", ['delivered_on is "5 March"', "expected a date such as"]),
        ("delivered_on: [a]", ["delivered_on is a list"]),
        ("subject:\n  a: b", ["subject is a group of keys", "expected text"]),
        ("recipient: Anna", ['line 2: recipient is "Anna"', "name, country"]),
        ("recipient:\n  nmae: A", ['line 3: unknown key "recipient.nmae"', 'mean "name"?']),
        ("recipient:\n  country: Norway", ['country is "Norway"', "two letters"]),
        ("recipient:\n  away: 2026-01-01", ["line 3: away is", "list of date ranges"]),
        ("recipient:\n  away: [2026-01-02/2026-01-01]", ["line 3: away is", "first day not after"]),
        ("recipient:\n  away:\n  - {from: 2026-01-02, to: 2026-01-01}", ["line 4: away is"]),
        ("stage: due\nstage: due", ['line 3: the key "stage" is given twice']),
        ("- stage", ["line 2: the front matter has no keys"]),
        ("stage: due\n channel: sms", ["line 3: the front matter is not valid YAML"]),
        ("stage: 'due", ["the front matter is not valid YAML"]),
        ("stage: \x07", ["line 2: the front matter is not valid YAML: it has a character"]),
        ("[" * 5000, ["not valid YAML: nested too deeply"]),
        ("a: b\n" * 5000, ["line 1: front matter of 25,001 characters", "at most 16,384"]),
        ("delivered_on: " + "1" * 500, ['"' + "1" * 60 + '…"']),
    ],
)
def test_what_is_wrong_is_said_with_its_line(front: str, words: list[str]) -> None:
    with pytest.raises(ReadError) as error:
        read_source(file(front))
    for word in words:
        assert word in str(error.value)


def test_front_matter_that_is_not_closed() -> None:
    with pytest.raises(ReadError, match="line 1: front matter begins here and is not closed"):
        read_source("---\nstage: due\n\nDear Anna")


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    assert read_source("---\nDear Anna").text == "---\nDear Anna"


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_other_line_ends(end: str) -> None:
    message = read_source(file("stage: due\nsubject: A b").replace("\n", end))
    assert (message.declared.stage, message.text) == (Stage.DUE, "A b\n\nDear Anna,\n")
    with pytest.raises(ReadError, match="line 3"):
        read_source(file("stage: due\nkind: x").replace("\n", end))


@pytest.mark.parametrize(
    ("source", "seen", "declared"),
    [
        ("Subject: Invoice 204\n\nHi", "Invoice 204\n\nHi", Declared(subject="Invoice 204")),
        ("Тема: Счёт 204\r\n\r\nHi", "Счёт 204\n\nHi", Declared(subject="Счёт 204")),
        ("\nSUBJECT:A  \n \nHi", "A\n\nHi", Declared(subject="A")),
        ("Subject: A\n b\n\nHi", "A b\n\nHi", Declared(subject="A b")),
        (
            "From: Bo <b@b.example>\nTo: Anna Lee <a@a.example>\nDate: 5 March\nSubject: A\n\nHi",
            "A\n\nHi",
            Declared(subject="A", recipient=Recipient(name="Anna Lee")),
        ),
        ("Кому: Анна\n\nHi", "Hi", Declared(recipient=Recipient(name="Анна"))),
        ("To: a@a.example\nSubject: A\n\nHi", "A\n\nHi", Declared(subject="A")),
        ("To: A, B\n\nHi", "Hi", Declared()),
        ("To: {{ client.name }}\n\nHi", "Hi", Declared()),
        ("Subject: A\nHi", "Subject: A\nHi", Declared()),
        ("Subject: A\nInvoice: 204\n\nHi", "Subject: A\nInvoice: 204\n\nHi", Declared()),
        ("Date: 5 March\n\nHi", "Date: 5 March\n\nHi", Declared()),
        ("Hi\nSubject: A\n\nB", "Hi\nSubject: A\n\nB", Declared()),
        ("---\nstage: due\n---\nSubject: A\n\nHi", "A\n\nHi", Declared("A", stage=Stage.DUE)),
    ],
)
def test_header_lines(source: str, seen: str, declared: Declared) -> None:
    message = read_source(source)
    assert (message.text, message.declared) == (seen, declared)


def test_front_matter_names_the_recipient_before_a_header_does() -> None:
    message = read_source("---\nrecipient: {name: Anna, country: GB}\n---\nTo: Bo\n\nHi")
    assert message.declared.recipient == Recipient(name="Anna", country="GB")


def test_a_subject_given_twice() -> None:
    with pytest.raises(ReadError, match="line 4: the subject is given twice"):
        read_source("---\nsubject: A\n---\nSubject: B\n\nHi")


def test_markdown_has_no_header_lines() -> None:
    assert read_source("Subject: A\n\nHi", ".md").text == "Subject: A\n\nHi"


@given(st.text(st.characters(codec="utf-8"), max_size=80))
def test_any_front_matter_is_read_or_refused(front: str) -> None:
    for front_matter in (front, "subject: " + front, "recipient: {name: " + front + "}"):
        try:
            message = read_source(file(front_matter))
        except ReadError:
            continue
        assert message.text
