"""Paths in reports: relative to the current folder, with slashes, as valid URIs."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonecheck.reports.paths import as_uri, is_relative, shown_path, slashed


def test_a_path_inside_the_current_folder_is_relative(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert slashed(str(tmp_path / "a" / "b.txt")) == "a/b.txt"
    assert slashed("./a/b.txt") == "a/b.txt"
    assert slashed("../b.txt") == "../b.txt"
    outside = tmp_path.parent / "b.txt"
    assert slashed(str(outside)) == outside.as_posix()
    assert not is_relative(outside.as_posix())


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("drafts/late.txt", "drafts/late.txt"),
        ("шаблоны/a b.txt", "%D1%88%D0%B0%D0%B1%D0%BB%D0%BE%D0%BD%D1%8B/a%20b.txt"),
        ("50%#?.txt", "50%25%23%3F.txt"),
        ("a:b.txt", "a%3Ab.txt"),
        ("raw\udcff.txt", "raw%FF.txt"),
        ("<stdin>", "%3Cstdin%3E"),
        ("/srv/late.txt", "file:///srv/late.txt"),
    ],
)
def test_a_path_as_a_uri(path: str, uri: str) -> None:
    assert as_uri(path) == uri


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="/"), min_size=1))
def test_the_path_can_be_read_from_its_uri(name: str) -> None:
    uri = as_uri(f"drafts/{name}")
    assert uri.isascii()
    assert not urlsplit(uri).query + urlsplit(uri).fragment + urlsplit(uri).scheme
    assert unquote(uri) == f"drafts/{name}"


@pytest.mark.parametrize("path", ["a\nb", "a\u202eb", "a\x1bb", "a\u2028b"])
def test_a_path_stays_on_its_line(path: str) -> None:
    assert shown_path(path) == "a\ufffdb"
