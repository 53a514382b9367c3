"""Messages of catalogues: which texts are, what their subjects are, and the way back."""

from __future__ import annotations

import json

import pytest

from tests.templates.test_template import misread
from tonecheck.engine import Checker
from tonecheck.message import Message, Zone
from tonecheck.readers import read_messages
from tonecheck.types import Declared, FactType, Language, Recipient

BODY = "Hi {{ name }}, please pay invoice {{ number }} by Friday."


def messages(source: str, suffix: str = ".json") -> dict[str | None, Message]:
    """The messages of a catalogue by key, once each is known to lead back to its source."""
    found = read_messages(source, suffix)
    for message in found:
        for segment in message.segments:
            if segment.placeholder:
                place = segment.placeholder.start, segment.placeholder.end
                assert place == (segment.start, segment.end)
            elif len(segment.text) == segment.end - segment.start:
                assert segment.text == source[segment.start : segment.end]
    return {message.name: message for message in found}


def text_of(message: Message, zone: Zone) -> str:
    return "".join(message.text[start:end] for start, end in message.zone_spans(zone)).strip()


def behind(message: Message, shown: str) -> str:
    start = message.text.index(shown)
    first, last = message.source_span(start, start + len(shown))
    return message.source[first:last]


SUBJECTS = [
    ({"late": {"subject": "S", "body": BODY}}, "late.body", "S"),
    ({"late": {"body": BODY, "subject": "S"}}, "late.body", "S"),
    ({"late_subject": "S", "late_body": BODY}, "late_body", "S"),
    ({"late-subject": "S", "late-text": BODY}, "late-text", "S"),
    ({"late": {"title": "S", "body": BODY}}, "late.body", "S"),
    ({"late.subject": "S", "late": BODY}, "late", "S"),
    ({"late": {"email_subject": "S", "email_body": BODY}}, "late.email_body", "S"),
    ({"a": {"subject": "S"}, "b": {"body": BODY}}, "b.body", ""),
    ({"late_subject": "S", "later_body": BODY}, "later_body", ""),
    ({"a": {"subject": "S", "b": {"subject": "T", "body": BODY}}}, "a.b.body", "T"),
    ({"a": {"subject": "S {{ x }}", "body": BODY}}, "a.body", "S \ue000"),
    ({"тема": "S", "текст": BODY}, "текст", "S"),
    ({"письмо": {"тема": "S", "текст": BODY}}, "письмо.текст", "S"),
    ({"a": {"subject": "S", "heading": "H", "body": BODY}}, "a.body", "S"),
    ({"lateSubject": "S", "lateBody": BODY}, "lateBody", "S"),
    ({"subject": "S", "body": BODY}, "body", "S"),
]
WITHOUT = [
    (
        {"subject_late": "S", "body_late": BODY},
        "body_late",
        "S",
        "a subject that is named so at the beginning of its key is none",
    ),
]


@pytest.mark.parametrize(("tree", "key", "subject"), [*SUBJECTS, *misread(WITHOUT)])
def test_a_subject_stands_under_a_sibling_key(
    tree: dict[str, object], key: str, subject: str
) -> None:
    source = json.dumps(tree, ensure_ascii=False)
    message = messages(source)[key]
    assert text_of(message, Zone.SUBJECT) == subject
    assert text_of(message, Zone.BODY).startswith("Hi ")
    assert (message.declared.subject or "") == subject.replace("\ue000", "{{ x }}")


def test_an_array_of_php_on_one_line() -> None:
    assert list(messages(f"<?php return ['a' => '{BODY}'];", ".php")) == ["a"]


def test_plurals_of_icu_are_arms() -> None:
    text = "Please pay {sum} now, it is {n, plural, one {a day} other {# days}} late."
    assert "plural" not in messages(json.dumps({"a": text}))["a"].text


def test_short_texts_and_subjects_are_no_messages() -> None:
    long_subject = "Your invoice is open and waits for you"
    tree = {"button": "Pay it now", "a": {"subject": long_subject, "body": BODY}, "n": 5}
    assert list(messages(json.dumps(tree))) == ["a.body"]


REMINDERS = [
    ("Please pay invoice {{ number }} by Friday, thank you.", True),
    ("Your balance of $120 is overdue, please pay.", True),
    ("Оплатите, пожалуйста, счёт {{ number }} до пятницы.", True),
    ("По счёту осталось внести 500 руб. до пятницы.", True),
    ("Hi there, this is a reminder that we are still waiting for your payment.", True),
    ("Напоминаем вам, что срок оплаты по вашему договору истёк ещё на прошлой неделе, ждём.", True),
    ("Your password was changed a minute ago by you.", False),
    ("Thank you so much for visiting our little shop, come back soon, dear friend.", False),
    ("Click here to see {{ number }} new photos today.", False),
    ("The due date must be later than today.", False),
    ("Please enter a valid amount of money here.", False),
    ("Ваш пароль был изменён минуту назад вами самими.", False),
]


@pytest.mark.parametrize(("text", "is_reminder"), REMINDERS)
def test_only_reminders_of_a_catalogue_are_checked(text: str, is_reminder: bool) -> None:
    source = json.dumps({"a": text}, ensure_ascii=False)
    assert bool(Checker().check_source(source, path="x.json", suffix=".json")) is is_reminder


def test_positions_behind_escaped_html_and_placeholders() -> None:
    source = (
        '{"a": "<p>Dear <b>{{ client[\\"name\\"] }}</b>,</p>\\n'
        '<p>it&#8217;s \\u00a3{{ sum }} due &amp; open.</p>"}'
    )
    message = messages(source)["a"]
    assert message.text == "Dear \ue000,\n\nit’s £\ue000 due & open."
    assert [behind(message, shown) for shown in ("Dear", "’", "£", "&", "open")] == [
        "Dear",
        "&#8217;",
        "\\u00a3",
        "&amp;",
        "open",
    ]
    holes = [hole for _, hole in message.placeholders]
    assert [source[h.start : h.end] for h in holes] == ['{{ client[\\"name\\"] }}', "{{ sum }}"]
    assert [h.fact for h in holes] == [FactType.NAME, FactType.AMOUNT]


def test_the_target_of_a_link_is_found_in_the_source() -> None:
    source = '{"a": "<p>Please pay your invoice <a href=\\"https://x.y/pay\\">right here</a>.</p>"}'
    message = messages(source)["a"]
    assert [source[target.start : target.end] for target in message.targets] == ["https://x.y/pay"]


def test_branches_of_a_text_and_of_its_subject_are_kept_apart() -> None:
    source = json.dumps(
        {"x.subject": "{% if a %}Due{% endif %}", "x.body": "{% if b %}B{% endif %} " + BODY}
    )
    message = messages(source)["x.body"]
    assert [choice.key for choice in message.branching.choices] == ["b"]
    assert text_of(message.along({"b": 0}), Zone.SUBJECT) == "Due"
    assert "B" not in text_of(message.along({"b": 1}), Zone.BODY)


@pytest.mark.parametrize(
    "source",
    [
        'en:\n  body: "Dear %{name}, please pay %{amount} by %{date}."\n',
        "en:\n  body: Dear %{name}, please pay %{amount} by %{date}.\n",
        "en:\n  body: |\n    Dear %{name}, please pay %{amount} by %{date}.\n",
        "en:\n  body: >-\n    Dear %{name}, please\n    pay %{amount} by %{date}.\n",
    ],
)
def test_percent_and_braces_in_yaml_are_holes(source: str) -> None:
    message = messages(source, ".yml")["en.body"]
    assert message.text.strip() == "Dear \ue000, please pay \ue000 by \ue000."
    holes = [hole for _, hole in message.placeholders]
    assert [(h.name, source[h.start : h.end]) for h in holes] == [
        ("name", "%{name}"),
        ("amount", "%{amount}"),
        ("date", "%{date}"),
    ]
    assert message.declared.language is Language.EN


ESCAPED = [
    (".json", '{"a": "%s"}', 'say "pay"', 'say \\"pay\\"'),
    (".json", '{"a": "%s"}', "A\nB", "A\\nB"),
    (".yml", "a: '%s'", "it's", "it''s"),
    (".yml", 'a: "%s"', "A\nB", "A\\nB"),
    (".yml", "a: |\n  %s\n", "A\nB", "A\n  B"),
    (".yml", "a: '%s'", "A\nB", None),
    (".yml", "a: %s", "A: B", None),
    (".yml", "a: >\n  %s\n", "A\nB", None),
    (".properties", "a=%s\n", "A\nB", "A\\nB"),
    (".json", '{"a": "<p>%s</p>"}', "A & B", "A &amp; B"),
    (".json", '{"a": "<p>%s</p>"}', "A\nB", None),
]


@pytest.mark.parametrize(("suffix", "container", "text", "escaped"), ESCAPED)
def test_an_inserted_text_is_escaped_for_where_it_stands(
    suffix: str, container: str, text: str, escaped: str | None
) -> None:
    body = "Hi there, please pay the open invoice by Friday."
    (message,) = messages(container % body, suffix).values()
    if escaped is None:
        with pytest.raises(ValueError, match=r"only|not|lines"):
            message.escape(text)
    else:
        assert message.escape(text) == escaped


@pytest.mark.parametrize(
    ("source", "has_fix"),
    [('a: "%s"\n', True), ("a: >\n  %s\n", False), ("a: '%s'\n", False)],
)
def test_an_edit_that_cannot_stand_there_is_dropped_and_its_finding_stays(
    source: str, has_fix: bool
) -> None:
    """A greeting comes with an empty line, which not every style of YAML can hold."""
    body = "We ask you to pay the 120 dollars for the lessons by the 5 of May."
    said = Declared(language=Language.EN, recipient=Recipient(name="Ann"))
    (report,) = Checker(said).check_source(source % body, path="x.yml", suffix=".yml")
    (missing,) = [f for f in report.findings if f.rule == "missing-greeting"]
    assert bool([fix for fix in missing.fixes if fix.edits]) is has_fix


def test_a_fix_is_made_in_the_container() -> None:
    source = (
        '{"a": "<p>Hi Ann,<\\/p><p>kindly do the needful &amp; pay invoice 7 by Friday.<\\/p>"}'
    )
    (report,) = Checker(Declared(language=Language.EN)).check_source(
        source, path="x.json", suffix=".json"
    )
    for finding in report.findings:
        assert finding.text == source[finding.start : finding.end]
        for edit in (e for fix in finding.fixes for e in fix.edits):
            mended = source[: edit.start] + edit.replacement + source[edit.end :]
            assert set(json.loads(mended)) == {"a"}
