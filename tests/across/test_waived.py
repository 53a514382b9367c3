"""A file may ask not to be told of what comparing shows."""

from __future__ import annotations

import pytest

from tonecheck.engine import Checker

TEXT = "Hello Ms Novak, invoice 4471 over $310.00 was due on 5 March 2026. Please call us.\n"


@pytest.mark.parametrize("verb", ["ignore-file", "ignore-next-line"])
@pytest.mark.parametrize("name", ["near-duplicate", "inconsistent"])
def test_a_directive_about_a_comparison_is_kept_and_not_called_unused(verb: str, name: str) -> None:
    source = f"<!-- tonecheck: {verb} {name} -- one for each gym -->\n{TEXT}"
    (report,) = Checker().check_source(source, path="late.md", suffix=".md")
    assert report.waived == ((name, "one for each gym"),)
    assert report.notes == ()
