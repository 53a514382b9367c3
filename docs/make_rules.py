"""Write docs/rules.md from the rule book: ``python docs/make_rules.py``."""

from __future__ import annotations

from pathlib import Path

from tonecheck import rulebook
from tonecheck.reports.rule_book_page import rules_markdown

PAGE = Path(__file__).with_name("rules.md")

if __name__ == "__main__":
    PAGE.write_text(rules_markdown(rulebook.load()), encoding="utf-8", newline="\n")
