"""Fixes of a Word document: paragraphs may be emptied and added to, never torn out or moved."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.readers.test_docx import document, p, package, r
from tonecheck.engine import Checker
from tonecheck.fixes import repair
from tonecheck.readers import open_file


@pytest.mark.parametrize(
    ("paragraphs", "gone"),
    [
        (["We will see you in court."], "court"),
        (["Вы опять проигнорировали счёт.", "Встретимся в суде."], "суде"),
    ],
)
def test_a_paragraph_is_emptied(tmp_path: Path, paragraphs: list[str], gone: str) -> None:
    english = gone == "court"
    first = "Hello Anna," if english else "Анна, здравствуйте!"
    sum_ = "Invoice 204 for £90 was due on 5 May." if english else "Срок счёта № 204 был 5 мая."
    lines = [first, sum_, *paragraphs, "Tom" if english else "Ирина"]
    path = tmp_path / "late.docx"
    path.write_bytes(package(document("".join(p(r(line)) for line in lines))))
    opened = open_file(path)
    check = lambda source: Checker().check_source(source, path="x", suffix="late.docx")  # noqa: E731
    after = repair(opened.text, check, unsafe=True).after
    assert gone not in after
    path.write_bytes(opened.rewritten(after))
    assert open_file(path).text == after
    assert after.count("\n") == opened.text.count("\n")
