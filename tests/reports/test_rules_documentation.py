from __future__ import annotations

from pathlib import Path

from tonecheck import rulebook
from tonecheck.guide import GUIDE
from tonecheck.reports.rule_book_page import rules_markdown
from tonecheck.reports.rule_page import explain
from tonecheck.types import Language

PAGE = Path(__file__).parents[2] / "docs" / "rules.md"


def test_the_page_of_rules_is_fresh() -> None:
    """If it is not: ``python docs/make_rules.py``."""
    assert PAGE.read_text(encoding="utf-8") == rules_markdown(rulebook.load())


def test_every_rule_can_be_explained() -> None:
    for rule in rulebook.load().rules.values():
        for language in Language:
            assert explain(rule, language).startswith(f"── {rule.id} ─")
            assert set(rule.guide) <= set(GUIDE)
