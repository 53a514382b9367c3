"""The small store between runs: whatever happens to it costs time and nothing else."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonecheck import cache


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "cache"
    monkeypatch.setenv(cache.ENVIRONMENT_VARIABLE, str(folder))
    return folder


@pytest.mark.parametrize(
    "value",
    [
        {"words": ["счёт", "pay"], "n": 1, "share": 0.5, "none": None, "deep": {"a": [[]]}},
        [],
        {},
        "срок",
        False,
        0,
    ],
)
def test_what_was_stored_comes_back(place: Path, value: cache.Json) -> None:
    cache.store("rules", "k1", value)
    assert cache.load("rules", "k1") == value
    assert [f.name for f in place.iterdir()] == ["rules.k1.json"]


def test_another_key_or_name_finds_nothing(place: Path) -> None:
    cache.store("rules", "k1", [1])
    assert cache.load("rules", "k2") is None
    assert cache.load("terms", "k1") is None


def test_a_folder_that_is_not_there_holds_nothing(place: Path) -> None:
    assert cache.load("rules", "k1") is None
    assert not place.exists()


def test_what_was_not_needed_for_longest_goes(place: Path) -> None:
    for number in range(cache.KEPT):
        cache.store("rules", f"k{number}", [number])
        os.utime(place / f"rules.k{number}.json", (number, number))
    cache.store("phrases", "k0", [2])
    assert cache.load("rules", "k0") == [0]
    cache.store("rules", "new", [3])
    assert cache.load("rules", "k1") is None
    assert cache.load("rules", "k0") == [0]
    assert cache.load("rules", "new") == [3]
    assert cache.load("phrases", "k0") == [2]


def test_a_name_that_begins_like_another_leaves_it_alone(place: Path) -> None:
    cache.store("phrases-en", "k1", [1])
    cache.store("phrases-en-facts", "k1", [2])
    cache.store("phrases", "k1", [3])
    cache.store("phrases-en", "k2", [4])
    assert cache.load("phrases-en-facts", "k1") == [2]
    assert cache.load("phrases-en", "k2") == [4]
    assert cache.load("phrases", "k1") == [3]


@pytest.mark.parametrize(
    "content", [b"", b"{", b"\xff\xfe", b"not json", b"[1] [2]"], ids=lambda c: repr(c)
)
def test_a_damaged_file_is_as_good_as_none(place: Path, content: bytes) -> None:
    cache.store("rules", "k1", [1])
    (place / "rules.k1.json").write_bytes(content)
    assert cache.load("rules", "k1") is None
    cache.store("rules", "k1", [2])
    assert cache.load("rules", "k1") == [2]


def test_a_folder_that_cannot_be_made_is_fine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    occupied = tmp_path / "file"
    occupied.write_text("x", encoding="utf-8")
    monkeypatch.setenv(cache.ENVIRONMENT_VARIABLE, str(occupied / "cache"))
    cache.store("rules", "k1", [1])
    assert cache.load("rules", "k1") is None
    assert occupied.read_text(encoding="utf-8") == "x"


def test_a_failed_store_leaves_nothing_behind(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache.store("rules", "k1", [1])

    def fail(self: Path, target: Path) -> Path:
        raise OSError("no room")

    monkeypatch.setattr(Path, "replace", fail)
    cache.store("rules", "k2", [2])
    assert [f.name for f in place.iterdir()] == ["rules.k1.json"]
    assert cache.load("rules", "k1") == [1]


def test_the_users_cache_folder_is_the_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(cache.ENVIRONMENT_VARIABLE, raising=False)
    assert cache.folder().name == "tonecheck"
    monkeypatch.setenv(cache.ENVIRONMENT_VARIABLE, "")
    assert cache.folder().name == "tonecheck"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (["ab", "c"], ["a", "bc"]),
        (["a"], ["a", ""]),
        ([], [""]),
        (["a", "b"], ["b", "a"]),
        (["е"], ["ё"]),
    ],
)
def test_other_content_has_another_key(one: list[str], other: list[str]) -> None:
    assert cache.digest(one) != cache.digest(other)


def test_text_and_its_bytes_have_the_same_key() -> None:
    assert cache.digest(["счёт"]) == cache.digest(["счёт".encode()])


@given(st.lists(st.one_of(st.text(alphabet=st.characters(codec=None)), st.binary())))
def test_a_key_is_a_file_name(parts: list[str | bytes]) -> None:
    key = cache.digest(parts)
    assert key == cache.digest(list(parts))
    assert key.isalnum()
    assert len(key) == 32


def test_what_is_kept_is_plain_json(place: Path) -> None:
    cache.store("rules", "k1", {"слово": 1})
    content = (place / "rules.k1.json").read_text(encoding="utf-8")
    assert json.loads(content) == {"слово": 1}
    assert "слово" in content
