"""Baselines: known findings stay known while lines move, and nothing else becomes known."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tonecheck.baseline import Baseline, Entry, load, renewed, save, without_known
from tonecheck.engine import Checker
from tonecheck.fingerprints import fingerprints, suppressed_fingerprints
from tonecheck.sentences import TonecheckError
from tonecheck.types import FileError, Language, Report, Suppression

CHECKER = Checker()
SENTENCES = (
    "Invoice 17 for $90 was due on 3 May 2026.",
    "We will take you to court!!!",
    "You have ignored our letters.",
    "We will take you to court!!!",
    "Please call 555 123 4567.",
)
DRAFT = "Dear Ms Novak,\n\n" + "\n".join(SENTENCES) + "\n\nAnna\n"


def always(_rule: str) -> bool:
    return True


def checked(folder: Path, **texts: str) -> Report:
    """The report on files of a folder with these texts."""
    paths = [folder / f"{name}.txt" for name in texts]
    for path, text in zip(paths, texts.values(), strict=True):
        path.write_text(text, encoding="utf-8")
    return CHECKER.check_paths(paths)


def baseline(folder: Path, report: Report) -> Baseline:
    """A baseline of a report, read back from its file."""
    save(renewed(Baseline(folder / "baseline.json"), report, always))
    return load(folder / "baseline.json")


def told(report: Report) -> list[str]:
    return [finding.rule for message in report.messages for finding in message.findings]


def notes(report: Report) -> list[str]:
    return [note.message for note in report.notes]


def test_known_findings_are_suppressed(tmp_path: Path) -> None:
    report = checked(tmp_path, old=DRAFT)
    assert len(told(report)) > 5
    known = without_known(report, baseline(tmp_path, report), always)
    assert told(known) == []
    (message,) = known.messages
    assert tuple(one.finding for one in message.suppressed) == report.messages[0].findings
    assert {one.kind for one in message.suppressed} == {Suppression.BASELINE}
    assert notes(known) == []


@pytest.fixture(scope="module")
def listed(tmp_path_factory: pytest.TempPathFactory) -> Baseline:
    folder = tmp_path_factory.mktemp("listed")
    return baseline(folder, checked(folder, old=DRAFT))


@settings(max_examples=30)
@given(
    st.integers(0, 4),
    st.permutations(SENTENCES),
    st.sampled_from(["", "Your order of 2 April came on time.\n", "\n\n"]),
)
def test_moved_lines_stay_known(
    listed: Baseline, lines: int, sentences: list[str], first: str
) -> None:
    moved = DRAFT.replace("\n\n", "\n" * (2 + lines), 1)
    moved = moved.replace("\n".join(SENTENCES), first + "\n".join(sentences))
    report = without_known(checked(listed.place.parent, old=moved), listed, always)
    assert [rule for rule in told(report) if not rule.startswith("missing-")] == []


def test_what_is_new_is_told(tmp_path: Path) -> None:
    old = baseline(tmp_path, checked(tmp_path, old=DRAFT))
    more = DRAFT.replace("Please call", "Shame on you! Please call")
    report = without_known(checked(tmp_path, old=more), old, always)
    assert {finding.text.rstrip("!") for finding in report.messages[0].findings} == {"Shame on you"}
    thrice = DRAFT.replace(SENTENCES[4], f"{SENTENCES[1]} {SENTENCES[4]}")
    report = without_known(checked(tmp_path, old=thrice), old, always)
    assert told(report).count("legal-threat") == 1


def test_another_file_is_not_known(tmp_path: Path) -> None:
    old = baseline(tmp_path, checked(tmp_path, old=DRAFT))
    report = checked(tmp_path, new=DRAFT)
    assert told(without_known(report, old, always)) == told(report)


def test_text_that_is_no_file_is_not_known(tmp_path: Path) -> None:
    report = Report(tuple(CHECKER.check_source(DRAFT, path="<stdin>")))
    assert renewed(Baseline(tmp_path / "b.json"), report, always).entries == ()
    assert without_known(report, Baseline(tmp_path / "b.json"), always) == report


def test_what_is_gone_is_counted(tmp_path: Path) -> None:
    old = baseline(tmp_path, checked(tmp_path, old=DRAFT))
    calm = DRAFT.replace("We will take you to court!!!", "Thank you!")
    report = checked(tmp_path, old=calm)
    known = without_known(report, old, always)
    assert (
        told(known) == []
    )  # Two threats with their rows of marks went, and a word of thanks came.
    (note,) = known.notes
    assert note.path == str(old.place)
    assert note.line is None
    assert note.message.startswith("findings listed here that are gone: 5; ")
    said = without_known(report, old, always, Language.RU).notes[0].message
    assert said.startswith("замечаний из списка, которых больше нет: 5; ")
    assert notes(without_known(report, old, lambda rule: rule == "bad-faith")) == []
    (tmp_path / "old.txt").unlink()
    assert notes(without_known(Report(()), old, always))[0].endswith("takes them out")


def test_a_file_that_was_not_checked_is_not_gone(tmp_path: Path) -> None:
    old = baseline(tmp_path, checked(tmp_path, old=DRAFT))
    assert notes(without_known(checked(tmp_path, new=DRAFT), old, always)) == []
    failed = Report((), (FileError(str(tmp_path / "old.txt"), "is broken"),))
    assert notes(without_known(failed, old, always)) == []


def test_a_baseline_written_anew_forgets_what_is_gone_and_only_that(tmp_path: Path) -> None:
    both = baseline(tmp_path, checked(tmp_path, old=DRAFT, other=DRAFT))
    calm = checked(tmp_path, old=DRAFT.replace("We will take you to court!!!", "Thank you!"))
    anew = renewed(both, calm, always)
    assert set(anew.entries) < set(both.entries)
    assert {e for e in both.entries if e.path == "other.txt"} < set(anew.entries)
    assert "legal-threat" not in {e.rule for e in anew.entries if e.path == "old.txt"}
    partly = renewed(both, calm, lambda rule: rule != "legal-threat")
    assert "legal-threat" in {e.rule for e in partly.entries if e.path == "old.txt"}
    (tmp_path / "other.txt").unlink()
    assert {entry.path for entry in renewed(both, calm, always).entries} == {"old.txt"}


def test_what_a_file_suppresses_is_neither_listed_nor_gone(tmp_path: Path) -> None:
    old = baseline(tmp_path, checked(tmp_path, old=DRAFT))
    waived = f"---\nignore: {{threat: agreed}}\n---\n{DRAFT}"
    report = checked(tmp_path, old=waived)
    known = without_known(report, old, always)
    assert notes(known) == []
    assert told(known) == []
    assert {one.kind for one in known.messages[0].suppressed} == set(Suppression)
    assert "legal-threat" not in {entry.rule for entry in renewed(old, report, always).entries}


def test_the_fingerprint_of_a_finding_does_not_change_when_another_is_suppressed(
    tmp_path: Path,
) -> None:
    report = checked(tmp_path, old=DRAFT)
    (before,) = report.messages
    first = next(e for e in baseline(tmp_path, report).entries if e.rule == "legal-threat")
    (after,) = without_known(report, Baseline(tmp_path / "b", (first,)), always).messages
    (mark,) = suppressed_fingerprints(after)
    assert mark == first.fingerprint
    assert sorted([*fingerprints(after), mark]) == sorted(fingerprints(before))


def test_paths_are_relative_to_the_baseline(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "drafts").mkdir()
    (tmp_path / "ci").mkdir()
    report = checked(tmp_path / "drafts", old=DRAFT)
    listed = renewed(Baseline(tmp_path / "ci" / "known.json"), report, always)
    assert {entry.path for entry in listed.entries} == {"../drafts/old.txt"}
    save(listed)
    monkeypatch.chdir(tmp_path / "drafts")
    here = CHECKER.check_paths([Path("old.txt")])
    assert told(without_known(here, load(Path("../ci/known.json")), always)) == []


def test_one_finding_a_line_in_order_and_no_text(tmp_path: Path) -> None:
    place = baseline(tmp_path, checked(tmp_path, old=DRAFT, a=DRAFT)).place
    text = place.read_text(encoding="utf-8")
    lines = [line.strip().rstrip(",") for line in text.splitlines() if '"path"' in line]
    entries = [Entry(**json.loads(line)) for line in lines]
    assert entries == sorted(entries)
    assert len(entries) == len(json.loads(text)["findings"]) == 2 * text.count('"old.txt"')
    assert "court" not in text
    save(load(place))
    assert place.read_text(encoding="utf-8") == text


def test_an_empty_baseline_is_one(tmp_path: Path) -> None:
    save(Baseline(tmp_path / "b.json"))
    assert load(tmp_path / "b.json").entries == ()


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "line 1 is not JSON"),
        (b'{\n  "tonecheck-baseline": 1,\n  "findings": [\n', "line 4 is not JSON"),
        (b"[]", 'it lacks the key "tonecheck-baseline"'),
        (b'{"messages": []}', 'it lacks the key "tonecheck-baseline"'),
        (b'{"tonecheck-baseline": 2}', "it is of version 2; this tonecheck reads version 1"),
        (b'{"tonecheck-baseline": 1}', 'it lacks the list "findings"'),
        (b'{"tonecheck-baseline": 1, "findings": [1]}', "finding 1 is not whole; expected path, "),
        (
            b'{"tonecheck-baseline": 1, "findings": [{"path": "a", "rule": "b"}]}',
            "finding 1 is not whole; expected path, rule, fingerprint",
        ),
        (b"\xff\xfe", "it is not UTF-8"),
        (b"[" * 100_000, "it is nested too deeply"),
    ],
)
def test_a_damaged_baseline_is_an_error(tmp_path: Path, data: bytes, why: str) -> None:
    place = tmp_path / "known.json"
    place.write_bytes(data)
    with pytest.raises(TonecheckError) as raised:
        load(place)
    said = raised.value.said(Language.EN)
    assert said.startswith(f"{place}: is no baseline that can be used: {why}")
    assert place.read_bytes() == data


def test_a_baseline_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(TonecheckError, match="there is no such baseline"):
        load(tmp_path / "known.json")
    with pytest.raises(TonecheckError, match="the baseline cannot be read"):
        load(tmp_path)
    with pytest.raises(TonecheckError, match="the baseline cannot be written"):
        save(Baseline(tmp_path / "no" / "known.json"))


ENTRIES = st.builds(Entry, st.text(max_size=20), st.text(max_size=9), st.text(max_size=9))


@given(st.lists(ENTRIES, max_size=5))
def test_any_baseline_can_be_read_back(
    tmp_path_factory: pytest.TempPathFactory, entries: list[Entry]
) -> None:
    place = tmp_path_factory.getbasetemp() / "any.json"
    save(Baseline(place, tuple(entries)))
    assert load(place).entries == tuple(sorted(entries))
