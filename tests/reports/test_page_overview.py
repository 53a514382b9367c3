from __future__ import annotations

from dataclasses import replace

import pytest

from tests.reports.page_samples import of
from tests.reports.samples import english, friendly, mixed
from tonecheck.reports.options import TextOptions
from tonecheck.reports.page.message import Page, Shown, shown_messages
from tonecheck.reports.page.overview import MANY, Overview, Spread
from tonecheck.types import Category, Score


def overview(*paths: str) -> Overview:
    page = Page(TextOptions())
    return Overview([Shown(n, replace(friendly(), path=p), page) for n, p in enumerate(paths)])


def test_each_score_counts_once_and_hundred_belongs_to_the_last_step() -> None:
    spread = Spread("clarity", [(value, None) for value in (0, 9, 10, 90, 100, 100)])
    numbers = {first: number for first, _, number in spread.bins}
    assert numbers == {0: 2, 10: 1, 90: 3} | dict.fromkeys(range(20, 90, 10), 0)
    assert spread.bins[-1][:2] == (90, 100)
    assert spread.most == 3


def test_scores_below_are_counted_for_each_message() -> None:
    same = Spread("clarity", [(50, 60), (60, 60), (70, 60)])
    assert (same.below, same.minimum) == (1, 60)
    mixed_ = Spread("clarity", [(50, 60), (60, None), (70, 80)])
    assert (mixed_.below, mixed_.minimum) == (2, None)


def test_numbers_of_a_run() -> None:
    page = Page(TextOptions())
    figures = Overview(list(shown_messages(mixed().messages, page)))
    assert (figures.messages, figures.files) == (3, 3)
    assert (figures.with_errors, figures.flawless) == (2, 1)
    assert figures.findings == sum(len(m.findings) for m in mixed().messages)
    assert sum(row.total for row in figures.categories) == figures.findings
    assert sum(row.total for row in figures.rules) == figures.findings


def test_what_has_most_errors_stands_first() -> None:
    page = Page(TextOptions())
    figures = Overview(list(shown_messages((english(),), page)))
    assert [row.key for row in figures.categories][:2] == [Category.ACCUSATION, Category.THREAT]
    assert figures.categories[0].messages == 1


@pytest.mark.parametrize(
    ("path", "folder", "file"),
    [
        ("a/b/c.txt", "a/b", "c.txt"),
        ("c.txt", "", "c.txt"),
        ("./c.txt", "", "c.txt"),
        ("/abs/c.txt", "/abs", "c.txt"),
        ("/c.txt", "/", "c.txt"),
        ("<stdin>", "", "standard input"),
    ],
)
def test_folder_and_file_of_a_path(path: str, folder: str, file: str) -> None:
    shown = Shown(1, of("Please pay.", path=path), Page(TextOptions()))
    assert (shown.folder, shown.file) == (folder, file)


def test_many_folders_are_gathered_in_upper_ones() -> None:
    deep = [f"mails/{n % 3}/{n}/x.txt" for n in range(MANY + 1)]
    assert [f.path for f in overview(*deep).folders] == ["mails/0", "mails/1", "mails/2"]
    assert {"mails/0", "mails/0/3"} <= set(overview(*deep).paths)
    few = [f"mails/{n}/x.txt" for n in range(3)]
    assert [f.path for f in overview(*few).folders] == ["mails/0", "mails/1", "mails/2"]


def test_a_flat_row_of_folders_stays_a_row_however_long() -> None:
    paths = [f"mails/{n:03}/x.txt" for n in range(3 * MANY)]
    assert len(overview(*paths).folders) == 3 * MANY


def test_scores_of_a_folder_are_averages() -> None:
    page = Page(TextOptions())
    two = [replace(friendly(), path=f"a/{n}", politeness=Score(n)) for n in (40, 61)]
    figures = Overview(list(shown_messages(two, page)))
    assert (figures.folders[0].politeness, figures.folders[0].messages) == (50, 2)
