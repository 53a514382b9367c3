"""Counting hits, misses and false alarms by the contract, on small cases made by hand."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonecheck.engine import Checker
from tonecheck.evaluation import Evaluation, LanguageResult, Tally, evaluate, render, spearman
from tonecheck.message import Message
from tonecheck.sentences import TonecheckError
from tonecheck.types import (
    REPORTED_FACTS,
    Category,
    Channel,
    Context,
    Declared,
    Fact,
    FactType,
    Finding,
    Language,
    MessageReport,
    Score,
    Severity,
    Stage,
)

EN, RU = Language.EN, Language.RU
ERROR, WARNING, SUGGESTION = Severity.ERROR, Severity.WARNING, Severity.SUGGESTION
Noticed = tuple[Category, Severity, str]


class FakeChecker:
    """A checker that finds what it is told to, wherever the words stand first."""

    def __init__(self, noticed: Sequence[Noticed], facts: Sequence[FactType], score: int) -> None:
        self.noticed, self.facts, self.score = noticed, facts, score

    def check_message(self, message: Message, path: str) -> MessageReport:
        source = message.source
        findings = tuple(
            Finding(
                rule=f"{category.value}-rule",
                category=category,
                severity=severity,
                message="",
                advice="",
                guide=(),
                start=source.index(words),
                end=source.index(words) + len(words),
                text=words,
            )
            for category, severity, words in self.noticed
        )
        found = {t: (Fact(t, "", 0, 0),) if t in self.facts else () for t in REPORTED_FACTS}
        score = Score(self.score)
        return MessageReport(path, None, source, Context(EN), score, score, found, findings)


def record(**changes: object) -> dict[str, object]:
    usual: dict[str, object] = {
        "id": "m-1",
        "lang": "en",
        "stage": "overdue",
        "channel": "email",
        "subject": None,
        "text": "Pay now or we sue. You lied to us.",
        "facts_present": [],
        "mistakes": [],
    }
    return usual | changes


def mistake(category: str, quote: str) -> dict[str, str]:
    return {"category": category, "quote": quote}


def run(
    folder: Path,
    records: Sequence[Mapping[str, object]],
    noticed: Sequence[Noticed] = (),
    facts: Sequence[FactType] = (),
    score: int = 50,
) -> Evaluation:
    lines = (json.dumps(r, ensure_ascii=False) for r in records)
    file = folder / "labelled.jsonl"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    checker = cast(Checker, FakeChecker(noticed, facts, score))
    return evaluate([file], lambda declared: checker)


def judge(folder: Path, *noticed: Noticed, **changes: object) -> LanguageResult:
    return run(folder, [record(**changes)], noticed).languages[EN]


def figures(tally: Tally) -> tuple[int, int, int, int]:
    return tally.hits, tally.labels, tally.right, tally.found


@pytest.mark.parametrize(
    ("noticed", "expected"),
    [
        # hits, labels, right, found
        ([], (0, 1, 0, 0)),
        ([(Category.THREAT, ERROR, "we sue")], (1, 1, 1, 1)),
        ([(Category.THREAT, WARNING, "or we")], (1, 1, 1, 1)),
        ([(Category.THREAT, WARNING, "sue. You")], (1, 1, 1, 1)),
        ([(Category.THREAT, ERROR, "Pay now or we sue. You lied to us.")], (1, 1, 1, 1)),
        ([(Category.THREAT, ERROR, " we")], (1, 1, 1, 1)),
        # Neighbours do not overlap, suggestions do not count, another category is another thing.
        ([(Category.THREAT, ERROR, "or ")], (0, 1, 0, 1)),
        ([(Category.THREAT, ERROR, ". You lied")], (0, 1, 0, 1)),
        ([(Category.THREAT, SUGGESTION, "we sue")], (0, 1, 0, 0)),
        ([(Category.PRESSURE, ERROR, "we sue")], (0, 1, 0, 0)),
        # Two findings on one label are both right, but hit it once.
        ([(Category.THREAT, ERROR, "we"), (Category.THREAT, ERROR, "sue")], (1, 1, 2, 2)),
        ([(Category.THREAT, ERROR, "we sue"), (Category.THREAT, ERROR, "lied")], (1, 1, 1, 2)),
    ],
)
def test_a_label_and_what_is_found(
    tmp_path: Path, noticed: list[Noticed], expected: tuple[int, int, int, int]
) -> None:
    result = judge(tmp_path, *noticed, mistakes=[mistake("threat", "we sue")])
    assert figures(result.categories[Category.THREAT]) == expected
    assert (result.messages, result.clean, result.clean_with_alarm) == (1, 0, 0)


def test_one_finding_may_hit_two_labels(tmp_path: Path) -> None:
    labels = [mistake("threat", "we sue"), mistake("threat", "You lied")]
    result = judge(tmp_path, (Category.THREAT, ERROR, "we sue. You"), mistakes=labels)
    assert figures(result.categories[Category.THREAT]) == (2, 2, 1, 1)


def test_a_finding_of_another_category_is_a_miss_and_a_false_alarm(tmp_path: Path) -> None:
    evaluation = run(
        tmp_path,
        [record(mistakes=[mistake("threat", "we sue")])],
        [(Category.PRESSURE, ERROR, "we sue")],
    )
    assert figures(evaluation.languages[EN].categories[Category.PRESSURE]) == (0, 0, 0, 1)
    assert [(d.category, d.missed, d.rule) for d in evaluation.differences] == [
        (Category.THREAT, True, None),
        (Category.PRESSURE, False, "pressure-rule"),
    ]


@pytest.mark.parametrize(
    ("noticed", "alarms"),
    [
        ((Category.THREAT, ERROR, "we sue"), 1),
        ((Category.IMPERSONAL, WARNING, "we sue"), 1),
        ((Category.THREAT, SUGGESTION, "we sue"), 0),
        ((Category.FORMALITY, ERROR, "we sue"), 0),
        ((Category.MISSING, ERROR, "we sue"), 0),
        ((Category.OVERLOAD, WARNING, "we sue"), 0),
        ((Category.READABILITY, WARNING, "we sue"), 0),
    ],
)
def test_false_alarms_on_a_message_without_labels(
    tmp_path: Path, noticed: Noticed, alarms: int
) -> None:
    result = judge(tmp_path, noticed)
    assert (result.clean, result.clean_with_alarm) == (1, alarms)


def test_a_message_counts_once_however_many_alarms_it_has(tmp_path: Path) -> None:
    result = judge(tmp_path, (Category.THREAT, ERROR, "we"), (Category.GUILT, ERROR, "lied"))
    assert result.clean_with_alarm == 1


def test_a_quote_is_looked_for_in_the_body_first(tmp_path: Path) -> None:
    labels = [mistake("threat", "We sue")]
    result = judge(
        tmp_path, (Category.THREAT, ERROR, "We sue"), subject="We sue", text="Hi. We sue.",
        mistakes=labels,
    )  # fmt: skip
    assert figures(result.categories[Category.THREAT]) == (0, 1, 0, 1)
    result = judge(
        tmp_path, (Category.THREAT, ERROR, "We sue"), subject="We sue", text="Hi.", mistakes=labels
    )
    assert figures(result.categories[Category.THREAT]) == (1, 1, 1, 1)


@pytest.mark.parametrize(
    ("present", "found", "expected"),
    [
        (["amount"], [FactType.AMOUNT], (1, 1, 1, 1)),
        (["amount"], [], (0, 1, 0, 0)),
        ([], [FactType.AMOUNT], (0, 0, 0, 1)),
        ([], [], (0, 0, 0, 0)),
    ],
)
def test_facts_are_judged_by_message(
    tmp_path: Path, present: list[str], found: list[FactType], expected: tuple[int, ...]
) -> None:
    result = run(tmp_path, [record(facts_present=present)], facts=found).languages[EN]
    assert figures(result.facts[FactType.AMOUNT]) == expected
    assert figures(result.all_facts()) == expected


@pytest.mark.parametrize(
    ("labelled", "noticed", "expected"),
    [
        (True, [(Category.OVERLOAD, WARNING, "we")], (1, 1, 1, 1)),
        (True, [(Category.OVERLOAD, SUGGESTION, "we")], (0, 1, 0, 0)),
        (False, [(Category.OVERLOAD, ERROR, "we"), (Category.OVERLOAD, ERROR, "sue")],
         (0, 0, 0, 1)),
        (False, [], (0, 0, 0, 0)),
    ],
)  # fmt: skip
def test_overload_is_judged_by_message(
    tmp_path: Path, labelled: bool, noticed: list[Noticed], expected: tuple[int, ...]
) -> None:
    assert figures(judge(tmp_path, *noticed, overload=labelled).overload) == expected


@pytest.mark.parametrize(
    ("bad_time", "expected"),
    [(True, (1, 1, 1, 1)), (False, (0, 0, 0, 1)), (None, (0, 0, 0, 0))],
)
def test_the_time_counts_only_where_it_was_judged(
    tmp_path: Path, bad_time: bool | None, expected: tuple[int, ...]
) -> None:
    result = judge(tmp_path, (Category.TIMING, WARNING, "we"), bad_time=bad_time)
    assert figures(result.timing) == expected


def test_languages_are_counted_apart(tmp_path: Path) -> None:
    records = [record(), record(lang="ru"), record(lang="ru", polite_rank=2, clear_rank=5)]
    languages = run(tmp_path, records, score=70).languages
    assert {language: r.messages for language, r in languages.items()} == {EN: 1, RU: 2}
    assert languages[RU].politeness == [(2, 70)]
    assert languages[RU].clarity == [(5, 70)]
    assert languages[EN].politeness == []


def test_courtesy_is_judged_among_messages_without_a_mistake(tmp_path: Path) -> None:
    faulty = record(polite_rank=1, mistakes=[mistake("accusation", "You lied to us")])
    languages = run(tmp_path, [faulty, record(polite_rank=4)], score=70).languages
    assert languages[EN].politeness == [(1, 70), (4, 70)]
    assert languages[EN].courtesy == [(4, 70)]


def test_circumstances_are_those_of_the_message(tmp_path: Path) -> None:
    seen: list[Declared] = []

    def checker_for(declared: Declared) -> Checker:
        seen.append(declared)
        return cast(Checker, FakeChecker((), (), 0))

    changes = record(
        lang="ru", stage="final", channel="sms", send_at="2026-03-05T09:00:00+03:00",
        recipient_tz="Asia/Almaty", country="KZ",
    )  # fmt: skip
    file = tmp_path / "one.jsonl"
    file.write_text(json.dumps(changes), encoding="utf-8")
    evaluate([tmp_path], checker_for)
    (declared,) = seen
    assert (declared.language, declared.stage) == (RU, Stage.FINAL)
    assert declared.channel is Channel.SMS
    assert declared.send_at is not None
    assert declared.send_at.isoformat() == "2026-03-05T09:00:00+03:00"
    assert declared.recipient is not None
    assert (declared.recipient.country, declared.recipient.time_zone) == ("KZ", "Asia/Almaty")


def test_lines_may_hold_any_character_and_be_empty(tmp_path: Path) -> None:
    odd = "one\u2028two\u0085three\u000cfour"
    lines = [json.dumps(record(text=odd), ensure_ascii=False), "", json.dumps(record()), " "]
    (tmp_path / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    evaluation = evaluate([tmp_path], lambda d: cast(Checker, FakeChecker((), (), 0)))
    assert evaluation.languages[EN].messages == 2


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("{", "line 2: not valid JSON"),
        ("[]", "line 2: expected an object with id, lang"),
        ("{}", "line 2: a labelled message needs id, lang, stage, channel, text"),
        (record(lang="de"), "line 2: lang: found 'de', expected one of en, ru"),
        (record(stage="late"), "line 2: stage: found 'late', expected one of pre-due, due"),
        (record(channel=None), "line 2: channel: found None, expected one of email"),
        (record(send_at="soon"), "line 2: send_at: found 'soon', expected a moment"),
        (record(mistakes=[mistake("anger", "we")]), "category: found 'anger', expected one of"),
        (record(mistakes=[mistake("missing", "we")]), "category: found 'missing', expected"),
        (record(mistakes=[mistake("guilt", "shame")]), "the quote «shame» is not in the message"),
        (record(mistakes=[{"category": "guilt"}]), "the quote «» is not in the message"),
    ],
)
def test_a_line_that_is_no_labelled_message(
    tmp_path: Path, line: str | dict[str, object], problem: str
) -> None:
    file = tmp_path / "labels.jsonl"
    broken = line if isinstance(line, str) else json.dumps(line)
    file.write_text(f"{json.dumps(record())}\n{broken}\n", encoding="utf-8")
    with pytest.raises(TonecheckError) as caught:
        evaluate([file], lambda d: cast(Checker, FakeChecker((), (), 0)))
    assert str(file) in str(caught.value)
    assert problem in str(caught.value)


def test_places_without_labelled_messages(tmp_path: Path) -> None:
    def checker_for(declared: Declared) -> Checker:
        raise AssertionError("there is nothing to check")

    with pytest.raises(TonecheckError, match=r"expected JSON Lines files"):
        evaluate([tmp_path], checker_for)
    with pytest.raises(TonecheckError, match=r"none\.jsonl: cannot be read"):
        evaluate([tmp_path / "none.jsonl"], checker_for)
    (tmp_path / "latin.jsonl").write_bytes(b"\xff\xfe{")
    with pytest.raises(TonecheckError, match=r"latin\.jsonl: cannot be read: is not UTF-8"):
        evaluate([tmp_path], checker_for)


@pytest.mark.parametrize(
    ("tally", "precision", "recall", "f1"),
    [
        (Tally(hits=3, labels=4, right=3, found=6), 0.5, 0.75, 0.6),
        (Tally(hits=1, labels=1, right=2, found=2), 1.0, 1.0, 1.0),
        (Tally(labels=2), None, 0.0, 0.0),
        (Tally(found=2), 0.0, None, 0.0),
        (Tally(labels=2, found=2), 0.0, 0.0, 0.0),
        (Tally(), None, None, None),
    ],
)
def test_figures(
    tally: Tally, precision: float | None, recall: float | None, f1: float | None
) -> None:
    assert tally.precision == precision
    assert tally.recall == recall
    assert tally.f1 == pytest.approx(f1) if f1 is not None else tally.f1 is None


def test_all_categories_are_counted_together(tmp_path: Path) -> None:
    labels = [mistake("threat", "we sue"), mistake("accusation", "You lied")]
    result = judge(tmp_path, (Category.THREAT, ERROR, "we sue"), mistakes=labels)
    assert figures(result.all_spans()) == (1, 2, 1, 1)


@pytest.mark.parametrize(
    ("pairs", "rho"),
    [
        ([(1, 10), (2, 20), (3, 30)], 1.0),
        ([(1, 30), (2, 20), (3, 10)], -1.0),
        ([(1, 1), (2, 4), (3, 9), (4, 16), (5, 1000)], 1.0),
        # Known values: d = 0, 1, 1, 1, 1 gives 1 - 6 * 4 / (5 * 24).
        ([(1, 1), (2, 3), (3, 2), (4, 5), (5, 4)], 0.8),
        ([(106, 7), (86, 0), (100, 27), (101, 50), (99, 28), (103, 29), (97, 20), (113, 12),
          (112, 6), (110, 17)], -29 / 165),
        # Ties take the mean of their ranks: 1.5, 1.5, 3 against 1, 2, 3.
        ([(1, 1), (1, 2), (2, 3)], 0.75**0.5),
        ([(1, 5), (2, 5), (3, 5)], None),
        ([(1, 1), (2, 2)], None),
        ([], None),
    ],
)  # fmt: skip
def test_spearman(pairs: list[tuple[float, float]], rho: float | None) -> None:
    assert spearman(pairs) == (None if rho is None else pytest.approx(rho))


@given(st.lists(st.tuples(st.integers(1, 5), st.integers(0, 100)), max_size=20))
def test_spearman_is_symmetric_and_bounded(pairs: list[tuple[int, int]]) -> None:
    rho = spearman(pairs)
    swapped = spearman([(b, a) for a, b in pairs])
    assert (rho is None) == (swapped is None)
    if rho is not None:
        assert -1.000001 <= rho <= 1.000001
        assert swapped == pytest.approx(rho)
        assert spearman([(a, -b) for a, b in pairs]) == pytest.approx(-rho)


def test_the_table_names_its_figures(tmp_path: Path) -> None:
    labels = [mistake("threat", "we sue"), mistake("guilt", "You lied")]
    evaluation = run(
        tmp_path,
        [record(mistakes=labels), record(id="m-2")],
        [(Category.THREAT, ERROR, "we sue")],
    )
    table = render(evaluation, Category.THREAT)
    assert "en: 2 messages, 1 without a mistake; false alarm on 1 of these (100.0%)" in table
    assert f"  {'threat':16}{'0.50':>10}{'1.00':>8}{'0.67':>7}{1:>8}{2:>7}" in table
    assert f"  {'guilt':16}{'–':>10}{'0.00':>8}{'0.00':>7}{1:>8}{0:>7}" in table
    assert "false  threat-rule: 'we sue'" in table
    assert "missed" not in table
    assert "missed: 'You lied'" in render(evaluation, Category.GUILT)
    assert "we sue" not in render(evaluation)
