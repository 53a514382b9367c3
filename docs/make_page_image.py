"""Draw docs/images/html-report.png: the HTML report of the example library, in Chromium.

Run ``python docs/make_page_image.py``; it takes a minute. Needs Chromium and the extra ``dev``.
"""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

from playwright.sync_api import sync_playwright

from tonecheck.engine import Checker
from tonecheck.reports.options import TextOptions
from tonecheck.reports.page import render
from tonecheck.types import Demand

ROOT = Path(__file__).resolve().parent.parent
IMAGE = ROOT / "docs" / "images" / "html-report.png"
VIEWPORT = {"width": 1280, "height": 860}


def main() -> None:
    found = Checker().check_paths([ROOT / "examples", ROOT / "library"])
    asked = Demand(min_politeness=60, min_clarity=70)
    report = replace(found, messages=tuple(replace(m, demand=asked) for m in found.messages))
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        file = Path(folder) / "page.html"
        file.write_text(render(report, TextOptions()), encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"))
        page = browser.new_page(viewport=VIEWPORT)
        page.goto(file.as_uri())
        page.screenshot(path=IMAGE)
        browser.close()


if __name__ == "__main__":
    main()
