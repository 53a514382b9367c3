"""Which files count."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tonecheck.readers import ReadError, discover, read_file
from tonecheck.reports.options import TextOptions
from tonecheck.reports.page import render as page
from tonecheck.types import Report

Tree = Callable[..., Path]


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    """Makes a folder with the given files; a name that ends in a slash is a folder."""

    def make(*names: str, **contents: str) -> Path:
        for name in names:
            path = tmp_path / name
            if name.endswith("/"):
                path.mkdir(parents=True, exist_ok=True)
            else:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text("Please pay.")
        return tmp_path

    return make


def names(root: Path, *paths: Path) -> list[str]:
    return [p.relative_to(root).as_posix() for p in discover(paths or [root])]


def test_text_and_templates_in_a_folder_sorted(tree: Tree) -> None:
    root = tree("b.txt", "a/z.md", "a/b.TXT", "c.html.j2", "d.hbs", "e.text", "f.markdown")
    assert names(root) == [
        "a/b.TXT", "a/z.md", "b.txt", "c.html.j2", "d.hbs", "e.text", "f.markdown",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "name",
    [
        "README.md", "readme.ru.md", "README_ru.md", "CHANGELOG.md", "LICENSE.txt", "LICENCE.txt",
        "CONTRIBUTING.md", "CODE_OF_CONDUCT.md", "requirements.txt", "robots.txt", "NOTICE.txt",
        ".hidden.txt", ".hidden/a.txt", "a.py", "config.yaml.j2", "nginx.conf.tmpl",
    ],
)  # fmt: skip
def test_what_does_not_count(tree: Tree, name: str) -> None:
    assert names(tree(name)) == []


@pytest.mark.parametrize("name", ["notice.txt", "license-renewal.txt", "reminder.v2.j2", "news.md"])
def test_what_counts_although_it_looks_like_it(tree: Tree, name: str) -> None:
    assert names(tree(name)) == [name]


def test_a_named_file_always_counts(tree: Tree) -> None:
    root = tree("README.md", ".hidden", "a.py", ".gitignore", ".git/")
    (root / ".gitignore").write_text("a.py\n")
    named = [root / "a.py", root / "README.md", root / ".hidden"]
    assert list(discover(named)) == named


def test_a_missing_path_gives_its_error_when_read(tree: Tree) -> None:
    root = tree("a.txt")
    missing, present = discover([root / "none.txt", root])
    with pytest.raises(ReadError, match="no such file"):
        read_file(missing)
    assert read_file(present)[0].text == "Please pay."


def test_each_file_once(tree: Tree) -> None:
    root = tree("a/x.txt", "b.txt")
    (root / "link.txt").symlink_to(root / "b.txt")
    found = names(root, root / "b.txt", root / "a", root, root / "a" / ".." / "b.txt")
    assert found == ["b.txt", "a/x.txt"]


def test_loops_of_links_end(tree: Tree) -> None:
    root = tree("a/x.txt")
    (root / "a" / "up").symlink_to(root)
    (root / "self.txt").symlink_to(root / "self.txt")
    (root / "gone.txt").symlink_to(root / "nowhere.txt")
    assert names(root) == ["a/x.txt"]


def test_binary_files_do_not_count(tree: Tree) -> None:
    root = tree("a.txt", "b.txt")
    (root / "a.txt").write_bytes(b"\x7fELF\0\0\0\1")
    (root / "b.txt").write_bytes("Оплатите счёт".encode("utf-16"))
    assert names(root) == ["b.txt"]


def test_a_report_of_our_own_does_not_count(tree: Tree) -> None:
    root = tree("a.html", "b.html")
    (root / "a.html").write_text(page(Report(()), TextOptions()), encoding="utf-8")
    (root / "b.html").write_text("<p>Please pay invoice 7.</p>", encoding="utf-8")
    assert names(root) == ["b.html"]


def test_git_ignores(tree: Tree) -> None:
    root = tree(
        ".git/info/",
        "a.txt",
        "draft.txt",
        "build/x.txt",
        "sub/draft.txt",
        "sub/keep.txt",
        "sub/old.txt",
        "sub/top.txt",
        "secret.txt",
        "top.txt",
    )
    (root / ".gitignore").write_text("draft.txt\nbuild/\n/top.txt\n")
    (root / "sub" / ".gitignore").write_text("*.txt\n!keep.txt\n!draft.txt\n!top.txt\n")
    (root / ".git" / "info" / "exclude").write_text("secret.txt\n")
    expected = ["sub/draft.txt", "sub/keep.txt", "sub/top.txt"]
    assert names(root) == ["a.txt", *expected]
    assert names(root, root / "sub") == expected


def test_patterns_above_a_folder_count_only_inside_a_repository(tree: Tree) -> None:
    root = tree("repo/a.txt", "repo/sub/b.txt")
    (root / ".gitignore").write_text("*.txt\n")
    assert names(root, root / "repo") == ["repo/a.txt", "repo/sub/b.txt"]
    tree(".git/")
    assert names(root, root / "repo") == []


def test_an_ignored_folder_counts_when_it_is_named(tree: Tree) -> None:
    root = tree(".git/", "build/x.txt")
    (root / ".gitignore").write_text("build/\n")
    assert names(root) == []
    assert names(root, root / "build") == ["build/x.txt"]


def test_other_suffixes_can_be_included(tree: Tree) -> None:
    root = tree("a.txt", "b.rst")
    assert [p.name for p in discover([root], include=[".rst"])] == ["b.rst"]


def test_a_relative_folder_gives_relative_paths(
    tree: Tree, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tree("a/x.txt"))
    assert list(discover([Path()])) == [Path("a/x.txt")]


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_folder_that_cannot_be_listed_gives_its_error(tree: Tree) -> None:
    root = tree("shut/a.txt", "b.txt")
    (root / "shut").chmod(0)
    try:
        assert names(root) == ["b.txt", "shut"]
    finally:
        (root / "shut").chmod(0o700)
