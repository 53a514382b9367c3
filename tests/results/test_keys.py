"""What makes a result another one."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonecheck.readers import read_messages
from tonecheck.results import folders_digest, program_version, result_key
from tonecheck.results.keys import endings
from tonecheck.rulebook import rules_folder
from tonecheck.sentences import TonecheckError

KNOWN = {"name": "a.txt", "named": True, "settings": "s", "rules": "r", "version": "v"}


@pytest.mark.parametrize(
    "other",
    [
        {"name": "a.md"},
        {"name": "a.txt.j2"},
        {"named": False},
        {"settings": "t"},
        {"rules": "t"},
        {"version": "t"},
    ],
    ids=str,
)
def test_whatever_decides_makes_another_key(other: dict[str, object]) -> None:
    assert result_key(b"x", **KNOWN) != result_key(b"x", **{**KNOWN, **other})  # type: ignore[arg-type]


def test_other_bytes_have_another_key() -> None:
    assert result_key(b"x", **KNOWN) != result_key(b"x\n", **KNOWN)  # type: ignore[arg-type]


def test_the_stem_of_a_name_makes_no_difference() -> None:
    assert result_key(b"x", **{**KNOWN, "name": "b.TXT"}) == result_key(b"x", **KNOWN)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "ending"),
    [
        ("a.txt", ".txt"),
        ("Mahnung.Anna.HTML.j2", ".anna.html.j2"),
        (".eml", ".eml"),
        ("notes", ""),
        ("", ""),
    ],
)
def test_the_endings_of_a_name(name: str, ending: str) -> None:
    assert endings(name) == ending


@given(
    stem=st.text(st.characters(exclude_characters="./\0"), min_size=1),
    other=st.text(st.characters(exclude_characters="./\0"), min_size=1),
    ending=st.sampled_from(["", ".txt", ".md", ".html.j2", ".EML", ".json", ".po", ".x.mjml"]),
    source=st.sampled_from(
        ["Pay {{ sum }}.", '{"a": "Pay <b>now</b>, please"}', "# Pay\n", "<p>x"]
    ),
)
def test_files_with_the_same_endings_are_read_alike(
    stem: str, other: str, ending: str, source: str
) -> None:
    assert read_as(source, stem + ending) == read_as(source, other + ending)


def read_as(source: str, name: str) -> list[tuple[str, object]] | str:
    try:
        return [(m.text, m.segments) for m in read_messages(source, name)]
    except TonecheckError as error:
        return str(error)


def test_a_rule_that_changes_changes_the_digest(tmp_path: Path) -> None:
    rule = tmp_path / "threat" / "legal-threat.yaml"
    rule.parent.mkdir()
    rule.write_text("a", encoding="utf-8")
    first = folders_digest([tmp_path])
    rule.write_text("b", encoding="utf-8")
    second = folders_digest([tmp_path])
    rule.rename(rule.with_name("other.yaml"))
    third = folders_digest([tmp_path])
    (tmp_path / "README.md").write_text("x", encoding="utf-8")
    assert len({first, second, third}) == 3
    assert folders_digest([tmp_path]) == third
    assert folders_digest([tmp_path, tmp_path]) != third


def test_every_file_of_the_rule_book_counts() -> None:
    suffixes = {file.suffix for file in rules_folder().rglob("*") if file.is_file()}
    assert suffixes <= {".yaml", ".tsv", ".json", ".md"}


def test_the_version_is_the_same_each_time() -> None:
    version = program_version()
    program_version.cache_clear()
    assert program_version() == version
    assert version.isalnum()
