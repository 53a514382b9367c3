"""Entries of the result cache: the same reports come back, and no text of a message is kept."""

from __future__ import annotations

import base64
import json
import re
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from enum import StrEnum
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.reports.samples import mixed
from tonecheck import types
from tonecheck.engine import Checker
from tonecheck.message import Message
from tonecheck.readers import from_parts, open_file, read_messages
from tonecheck.readers.discovery import discover
from tonecheck.reminders import is_reminder_text
from tonecheck.results import entries
from tonecheck.results.entries import inside, pack, unpack
from tonecheck.rulebook import load
from tonecheck.sentences import TonecheckError
from tonecheck.types import Context, Fact, FactType, Language, MessageReport, Score

ROOT = Path(__file__).resolve().parents[2]
LIBRARY = ROOT / "library"
WORD = re.compile(r"[^\W\d_]{4,}")
FIGURE = re.compile(r"\d(?:[\d.,\s-]*\d)?")
KEY = "0123456789abcdef0123456789abcdef"


@cache
def checker() -> Checker:
    return Checker()


@cache
def names_of_the_tool() -> frozenset[str]:
    """Words in the ids of rules and markers, and in the values of enumerations."""
    kinds = [kind for kind in vars(types).values() if isinstance(kind, type)]
    names = [member.value for kind in kinds if issubclass(kind, StrEnum) for member in kind]
    markers = (marker.id for language in Language for marker in load().markers(language))
    return words_in(" ".join([*names, *load().rules, *markers, "start", "limit"]))


def words_in(text: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in WORD.findall(text))


def figures_in(text: str) -> frozenset[str]:
    return frozenset(re.sub(r"\D", "", figure) for figure in FIGURE.findall(text))


def strings(plain: object) -> Iterator[str]:
    """All strings in a JSON value."""
    if isinstance(plain, str):
        yield plain
    elif isinstance(plain, list):
        for item in plain:
            yield from strings(item)


def checked(messages: Iterable[Message], path: str, suffix: str) -> list[MessageReport]:
    """Reports with all the fixes that were thought of; to try them out would take long."""
    meant = [m for m in messages if m.name is None or is_reminder_text(m)]
    return [checker().check_message(message, path, suffix) for message in meant]


def assert_kept_without_text(reports: list[MessageReport], shown: str) -> None:
    """The reports come back, and no word and no figure of the message is in what is kept."""
    source, path = reports[0].source, reports[0].path
    data, text = pack(reports, source, KEY), inside(reports, source)
    assert data is not None
    assert text is not None
    assert unpack(data, source, KEY, path) == reports
    kept = "\n".join(strings(json.loads(text)))
    words = words_in(f"{source}\n{shown}")
    assert words & words_in(kept) <= names_of_the_tool()
    assert not {f for f in figures_in(f"{source}\n{shown}") & figures_in(kept) if len(f) > 2}
    # Sealed bytes spell a short word by chance now and then.
    assert not any(word.encode() in data for word in words if len(word.encode()) > 6)


@pytest.mark.parametrize("language", ["en", "ru"])
def test_reports_on_the_corpora(language: str) -> None:
    path = ROOT / "corpora" / language / "reminders.jsonl"
    for line in path.read_text(encoding="utf-8").splitlines():
        raw = json.loads(line)
        message = from_parts(raw["subject"], raw["text"])
        assert_kept_without_text(checked([message], "a.txt", ".txt"), message.text)


@pytest.mark.parametrize("folder", ["catalogues", "curly", "merge", "python", "script", "server"])
def test_reports_on_the_library(folder: str) -> None:
    kept = 0
    for path in discover([LIBRARY / folder]):
        try:
            messages = read_messages(open_file(path).text, path.name)
            reports = checked(messages, str(path), path.name)
        except TonecheckError:
            continue
        if not reports:
            continue
        assert_kept_without_text(reports, "\n".join(message.text for message in messages))
        kept += 1
    assert kept > 10


names = st.text("abcdefghijklmnopqrstuvwxyzабвгдежзиклмнопрстуфхцчшщыьэюя", min_size=4, max_size=12)
ENGLISH = (
    "Dear {name},\n\nYou failed to pay {sum} for invoice {ref}, {name}. {other} will sue you!!! "
    "Pay by {day} March 2026 or call {phone}."
)
RUSSIAN = (
    "Уважаемый {name}!\n\nВы просрочили оплату счёта № {ref} на {sum} для {other}. Иначе мы "
    "подадим в суд!!! Срок до {day} марта 2026, телефон {phone}, ООО «{other}»."
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(
    draft=st.sampled_from([ENGLISH, RUSSIAN]),
    name=names.map(str.title),
    other=names.map(str.upper) | names.map(str.title),
    total=st.decimals(1, 10**7, places=2).map(lambda d: f"${d:,}")
    | st.integers(100, 10**7).map(lambda n: f"{n:,} руб.".replace(",", " ")),
    ref=st.from_regex(r"[A-Z]{0,3}-?[0-9]{3,7}", fullmatch=True),
    day=st.integers(1, 31),
    phone=st.from_regex(r"\+[1-9][0-9]{2} [0-9]{3} [0-9]{4}", fullmatch=True),
)
def test_reports_on_drafts_with_names_and_sums(
    draft: str, name: str, other: str, total: str, ref: str, day: int, phone: str
) -> None:
    text = draft.format(name=name, other=other, sum=total, ref=ref, day=day, phone=phone)
    source = f"---\nsend_at: 2026-03-04T10:00:00+02:00\nlanguage: ru\n---\n{text}"
    for written in (text, source):
        messages = read_messages(written, ".txt")
        try:
            reports = checked(messages, "a.txt", ".txt")
        except TonecheckError:
            continue
        assert_kept_without_text(reports, messages[0].text)


def test_every_sample_of_the_reports_comes_back() -> None:
    for report in mixed().messages:
        data = pack([report], report.source, KEY)
        assert data is not None
        assert unpack(data, report.source, KEY, report.path) == [report]


@given(st.lists(st.from_type(MessageReport), max_size=2), st.text())
@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_whatever_is_reported_comes_back_or_is_not_kept(
    reports: list[MessageReport], source: str
) -> None:
    alike = [replace(report, source=source, path="a.txt") for report in reports]
    data = pack(alike, source, KEY)
    if data is not None:
        assert unpack(data, source, KEY, "a.txt") == alike


def mail(body: str) -> str:
    encoded = base64.encodebytes(body.encode()).decode()
    return (
        "From: a@b.example\nSubject: Test\nMIME-Version: 1.0\n"
        "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n" + encoded
    )


def test_words_that_a_mail_has_encoded_are_read_again_instead_of_kept() -> None:
    source = mail(RUSSIAN.format(name="Пётр", other="Ромашка", ref="20441", sum="125 000 руб.",
                                 day=5, phone="+7 495 1234567"))  # fmt: skip
    messages = read_messages(source, "a.eml")
    assert_kept_without_text(checked(messages, "in/a.eml", "a.eml"), messages[0].text)


def test_reports_with_words_from_elsewhere_are_not_kept() -> None:
    report = mixed().messages[0]
    elsewhere = replace(report.findings[0], text="Зебра")
    assert pack([replace(report, findings=(elsewhere,))], report.source, KEY) is None
    assert pack([replace(report, name="Зебра")], report.source, KEY) is None
    assert pack([report], report.source + " ", KEY) is None


def test_a_number_that_the_message_does_not_write_is_not_kept() -> None:
    source = "Two thousand roubles, please."
    fact = Fact(FactType.AMOUNT, "Two thousand roubles", 0, 20, Decimal("2000"), "RUB")
    report = MessageReport(
        "a.txt", None, source, Context(Language.EN), Score(1), Score(1),
        {FactType.AMOUNT: (fact,)}, (),
    )  # fmt: skip
    assert pack([report], source, KEY) is None


def test_an_entry_opens_for_its_source_and_key_only() -> None:
    report = mixed().messages[0]
    data = pack([report], report.source, KEY)
    assert data is not None
    assert unpack(data, report.source + " ", KEY, report.path) is None
    assert unpack(data, report.source, KEY[::-1], report.path) is None


@given(st.data())
def test_a_damaged_entry_is_none(data: st.DataObject) -> None:
    report = mixed().messages[0]
    whole = pack([report], report.source, KEY)
    assert whole is not None
    at = data.draw(st.integers(0, len(whole) - 1))
    cut = data.draw(st.sampled_from([whole[:at], whole[:at] + b"\0" + whole[at + 1 :]]))
    assert unpack(cut, report.source, KEY, report.path) in (None, [report])
    assert unpack(data.draw(st.binary()), report.source, KEY, report.path) is None


@pytest.mark.parametrize(
    "plain", [None, [], 7, {}, [0, None], [0, [[]]], [0, [1]], [False, [["x"] * 9]], [1, [[0] * 9]]]
)
def test_json_that_is_no_report_is_none(plain: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(entries, "_sealed", lambda data, source, key: data)
    data = zlib.compress(json.dumps(plain).encode())
    assert unpack(data, "some source", KEY, "a.txt") is None


def test_no_reports_come_back_as_none_found() -> None:
    data = pack([], "source", KEY)
    assert data is not None
    assert unpack(data, "source", KEY, "a.json") == []
