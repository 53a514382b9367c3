from __future__ import annotations

from tests.reports.page_samples import branching, catalogue, found, of
from tonecheck.reports.page.visible import Reader
from tonecheck.types import MessageReport, Severity


def shown(report: MessageReport) -> str:
    runs, _ = Reader().runs(report)
    return "".join(run.text for run in runs)


def test_of_html_only_the_words_are_shown() -> None:
    source = "<html><body><p>Please&nbsp;pay <b>invoice 7</b>.</p></body></html>"
    assert shown(of(source, path="mail.html")).split() == "Please pay invoice 7.".split()


def test_runs_know_their_source() -> None:
    source = "<html><body><p>Please pay <b>invoice 7</b>.</p></body></html>"
    for run in Reader().runs(of(source, path="mail.html"))[0]:
        if run.exact:
            assert source[run.start : run.end] == run.text


def test_holes_subject_and_conditions_are_told_apart() -> None:
    runs, _ = Reader().runs(branching())
    assert [run.text for run in runs if run.hole] == ["{{ number }}", "{{ name }}"]
    assert "".join(run.text for run in runs if run.subject) == "Invoice {{ number }}"
    assert [run.text for run in runs if run.condition == "late"] == ["you owe us money"]


def test_messages_of_one_file_are_told_apart() -> None:
    reader = Reader()
    texts = ["".join(run.text for run in reader.runs(report)[0]) for report in catalogue()]
    assert texts == ["Please pay invoice 1 by Friday.", "Thank you, Ann. Please pay now!"]


def test_of_namesakes_the_one_that_has_the_findings() -> None:
    source = "key,text\nx,The weather is fine today I think\nx,Please pay invoice 1 by Friday\n"
    late = found(source, "by Friday", "urgency", Severity.WARNING)
    report = of(source, late, path="texts.csv", name="x")
    assert shown(report) == "Please pay invoice 1 by Friday"


def test_what_cannot_be_read_again_is_shown_as_it_is_written() -> None:
    for report in (of(" \n", path="empty.txt"), of("text", name="gone", path="x.json")):
        runs, is_read = Reader().runs(report)
        assert not is_read
        assert [run.text for run in runs] == [report.source]


def test_a_file_of_unknown_name_is_read_as_text() -> None:
    report = of("Subject: Hi\n\nPay now.", path="<stdin>")
    assert shown(report) == "Hi\n\nPay now."
