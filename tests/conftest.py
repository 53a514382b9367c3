"""Settings for all tests: no deadlines, and in CI no skipped test goes unnoticed."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from hypothesis import settings

NO_SKIPS = "TONECHECK_NO_SKIPS"
"""Set in CI: a skipped test fails the run, save for the reasons below."""

ALLOWED_REASONS = ("nothing is forbidden to root",)

settings.register_profile("tonecheck", deadline=None, derandomize=True)
settings.load_profile("tonecheck")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[None]:
    report = yield
    expected_to_fail = hasattr(report, "wasxfail")
    if report.skipped and not expected_to_fail and os.environ.get(NO_SKIPS):
        reason = str(report.longrepr)
        if not any(allowed in reason for allowed in ALLOWED_REASONS):
            report.outcome = "failed"
            report.longrepr = f"skipped where no test may be: {reason}"
    return report


@pytest.fixture(autouse=True, scope="session")
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Tests keep compiled rule books in a folder of their own."""
    if "TONECHECK_CACHE_DIR" not in os.environ:
        os.environ["TONECHECK_CACHE_DIR"] = str(tmp_path_factory.mktemp("cache"))
