"""How large the HTML report of 2,000 messages is, and how fast in Chromium.

Run ``python benchmarks/html_report.py``. The messages are those of ``library/merge`` and
``examples``, checked once and repeated under other names. Needs Chromium and the extra ``dev``.
"""

from __future__ import annotations

import shutil
import tempfile
import time
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import sync_playwright

from tonecheck.engine import Checker
from tonecheck.reports.options import TextOptions
from tonecheck.reports.page import render
from tonecheck.types import Report

ROOT = Path(__file__).resolve().parent.parent
MESSAGES, TURNS = 2_000, 5
PAINT = "() => performance.getEntriesByName('first-contentful-paint')[0].startTime"
READY = "() => performance.getEntriesByType('navigation')[0].loadEventEnd"
STEP = """async ([name, value]) => {
  const field = document.getElementById("filter").elements[name];
  const start = performance.now();
  field.value = value;
  field.dispatchEvent(new Event("input", {bubbles: true}));
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  return performance.now() - start;
}"""
STEPS = (("severity", "error"), ("category", "threat"), ("words", "court"), ("below", "50"))


def main() -> None:
    checked = Checker().check_paths([ROOT / "examples", ROOT / "library" / "merge"])
    reminders = [message for message in checked.messages if message.is_reminder]
    many = tuple(
        replace(message, path=f"library/{number // 100:02}/{number}-{Path(message.path).name}")
        for number, message in enumerate(islice(cycle(reminders), MESSAGES))
    )
    start = time.perf_counter()
    text = render(Report(many), TextOptions())
    print(f"render            {time.perf_counter() - start:8.1f} s")
    print(f"size              {len(text.encode()) / 1e6:8.1f} MB")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        file = Path(folder) / "page.html"
        file.write_text(text, encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"))
        page = browser.new_page()
        page.goto(file.as_uri())
        print(f"first paint       {page.evaluate(PAINT):8.0f} ms")
        print(f"all read          {page.evaluate(READY):8.0f} ms")
        for name, value in STEPS:
            print(f"{name:10} {value:6} {_typical(page, name, value):8.0f} ms")
        browser.close()


def _typical(page: Any, name: str, value: str) -> float:
    """The median time until the list shows what was asked for, after as many turns back."""
    times = []
    for _ in range(TURNS):
        times.append(page.evaluate(STEP, [name, value]))
        page.evaluate(STEP, [name, ""])
    return median(times)


if __name__ == "__main__":
    main()
