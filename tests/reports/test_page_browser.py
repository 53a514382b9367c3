"""The page in Chromium: it works, makes no request, and axe finds nothing to complain about."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest

from tests.reports.page_samples import HOSTILE, branching, catalogue, of, overlapping
from tests.reports.samples import UNREADABLE, demanding, english, friendly, mixed, not_a_reminder
from tonecheck.reports.options import TextOptions
from tonecheck.reports.page import render
from tonecheck.types import Language, MessageReport, Report

AXE = Path(__file__).parent / "browser" / "node_modules" / "axe-core" / "axe.min.js"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
WIDE, PHONE = {"width": 1280, "height": 900}, {"width": 375, "height": 700}


@dataclass
class Visit:
    """A page that is open in the browser, and what it asked for or complained of."""

    page: Any
    trouble: list[str] = field(default_factory=list)

    def shown(self) -> list[str]:
        """The files of the messages that are shown, in their order."""
        files: list[str] = self.page.locator("details.message:visible h3 .path").all_inner_texts()
        return files

    def fill(self, name: str, value: str) -> None:
        """Answer one question of the filter."""
        control = self.page.locator(f"#filter [name={name}]")
        if control.evaluate("e => e.tagName") == "SELECT":
            control.select_option(value)
        else:
            control.fill(value)
        self.page.evaluate("() => new Promise(requestAnimationFrame)")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    executable = next(filter(None, map(shutil.which, NAMES)), None)
    if executable is None:
        pytest.skip("no Chromium on this machine")
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable)
        yield browser
        browser.close()


@pytest.fixture
def visit(browser: Any, tmp_path: Path) -> Iterator[Any]:
    """Opens a report in the browser; at the end nothing may have gone wrong."""
    visits: list[Visit] = []

    def start(report: Report, options: TextOptions | None = None, **context: Any) -> Visit:
        file = tmp_path / f"page-{len(visits)}.html"
        file.write_text(render(report, options or TextOptions()), encoding="utf-8")
        page = browser.new_context(**{"viewport": WIDE, **context}).new_page()
        visit = Visit(page)
        page.on("console", lambda said: visit.trouble.append(said.text))
        page.on("pageerror", lambda error: visit.trouble.append(str(error)))
        page.on("request", lambda asked: visit.trouble.append(asked.url))
        page.goto(file.as_uri())
        assert visit.trouble.pop(0) == file.as_uri()
        visits.append(visit)
        return visit

    yield start
    for visit in visits:
        assert visit.trouble == []
        visit.page.context.close()


def everything() -> Report:
    hostile = [of(f"Please pay. {text}", path=f"bad/{n}.txt") for n, text in enumerate(HOSTILE)]
    others = (overlapping(), branching(), *catalogue())
    return Report((*mixed().messages, *others, *hostile), (UNREADABLE,))


def library() -> Report:
    """Three messages of two folders and two languages."""
    return Report(mixed().messages)


def test_the_filter(visit: Any) -> None:
    seen = visit(library())
    late, kind, debt = "drafts/late.txt", "drafts/kind.txt", "шаблоны/долг.txt"
    assert seen.shown() == [late, kind, debt]
    for name, value, left in (
        ("severity", "error", [late, debt]),
        ("severity", "suggestion", [late, debt]),
        ("category", "jargon", [late]),
        ("rule", "cut-off", [debt]),
        ("folder", "drafts", [late, kind]),
        ("language", "ru", [debt]),
        ("below", "50", [late, debt]),
        ("below", "30", [late]),
        ("words", "take the WHOLE matter", [late]),
        ("words", "нет такого", []),
        ("words", "kind.txt", [kind]),
    ):
        seen.fill(name, value)
        assert seen.shown() == left, (name, value)
        assert seen.page.locator("#shown").inner_text() == f"{len(left)} of 3 shown"
        assert seen.page.locator("#none").is_visible() is (not left)
        seen.page.get_by_role("button", name="Reset").click()
        seen.page.wait_for_function("document.getElementById('shown').value.startsWith('3 ')")


def test_severity_and_category_must_be_those_of_one_finding(visit: Any) -> None:
    seen = visit(library())
    seen.fill("severity", "error")
    seen.fill("category", "jargon")
    assert seen.shown() == []


def test_the_order(visit: Any) -> None:
    seen = visit(library())
    seen.fill("order", "clarity")
    files = [name.rpartition("/")[2] for name in seen.shown()]
    assert files == ["late.txt", "долг.txt", "kind.txt"]
    seen.fill("order", "file")
    assert seen.shown()[1] == "drafts/kind.txt"


def test_a_category_of_the_overview_leads_to_its_messages(visit: Any) -> None:
    seen = visit(library())
    seen.page.get_by_role("link", name="jargon").click()
    seen.page.wait_for_function("document.getElementById('shown').value.startsWith('1 ')")
    assert seen.shown() == ["drafts/late.txt"]


def test_a_click_on_a_mark_leads_to_its_note_and_back(visit: Any) -> None:
    seen = visit(Report((english(),)))
    seen.page.locator("summary").first.click()
    seen.page.get_by_text("take the whole matter to court").first.click()
    focused = seen.page.locator(":focus")
    assert "Talk of courts" in focused.inner_text()
    assert "current" in focused.get_attribute("class")
    focused.locator("a.number").click()
    assert seen.page.locator(":focus").inner_text().startswith("take the whole matter")


def test_the_keyboard_is_enough(visit: Any) -> None:
    seen = visit(Report((english(),)))
    press = seen.page.keyboard.press
    press("Tab")
    assert seen.page.locator(":focus").inner_text() == "Go to the messages"
    press("Enter")
    for _ in range(30):
        press("Tab")
        if seen.page.evaluate("document.activeElement.tagName") == "SUMMARY":
            break
    press("Enter")
    assert seen.page.locator("details.message").get_attribute("open") is not None
    stops = []
    for _ in range(6):
        press("Tab")
        stops.append(seen.page.locator(":focus").get_attribute("data-notes"))
        assert seen.page.locator(".note.current").count() == 1
    assert stops == ["1", "2", "3", "4", "5", "6"]
    press("Enter")
    assert "Stiff words" in seen.page.locator(":focus").inner_text()


def ground(seen: Visit) -> str:
    """The colour of the page's ground."""
    color: str = seen.page.evaluate("getComputedStyle(document.body).backgroundColor")
    return color


def test_light_and_dark(visit: Any) -> None:
    seen = visit(library(), color_scheme="dark")
    dark = ground(seen)
    seen.page.get_by_role("button", name="Dark").click()
    light = ground(seen)
    assert light == ground(visit(library(), color_scheme="light")) != dark


@pytest.mark.parametrize("viewport", [WIDE, PHONE], ids=["wide", "phone"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", Language)
def test_axe_finds_nothing(visit: Any, viewport: Any, scheme: str, language: Language) -> None:
    if not AXE.is_file():
        pytest.skip("axe-core is not installed: npm install --prefix tests/reports/browser")
    report = demanding(everything(), min_politeness=60)
    seen = visit(report, TextOptions(language=language), viewport=viewport, color_scheme=scheme)
    seen.page.locator("#open").click()
    seen.page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    seen.page.evaluate(AXE.read_text(encoding="utf-8"))
    found = seen.page.evaluate("axe.run().then(r => r.violations)")
    assert [(v["id"], [n["html"] for n in v["nodes"]][:3]) for v in found] == []


def test_nothing_sticks_out_on_a_phone(visit: Any) -> None:
    seen = visit(everything(), TextOptions(language=Language.RU), viewport=PHONE)
    seen.page.locator("#open").click()
    assert seen.page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
    heights = "Array.from(document.querySelectorAll('thead tr'), row => row.clientHeight)"
    assert max(seen.page.evaluate(heights)) < 60


def test_printed_is_what_is_shown_with_all_its_notes(visit: Any) -> None:
    seen = visit(library(), color_scheme="dark")
    seen.fill("folder", "drafts")
    seen.page.emulate_media(media="print")
    seen.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    notes = seen.page.locator(".note .why:visible")
    assert notes.count() == sum(f.start < f.end for f in english().findings)
    assert seen.page.locator(".factors li:visible").count() > 0
    assert not seen.page.locator("#filter input").first.is_visible()
    assert ground(seen) == "rgb(255, 255, 255)"
    seen.page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert seen.page.locator("details[open]").count() == 0


def test_without_a_script_everything_can_be_read(visit: Any) -> None:
    seen = visit(library(), java_script_enabled=False)
    assert not seen.page.locator("#filter").is_visible()
    seen.page.locator("summary").first.click()
    assert seen.page.locator(".note").first.is_visible()


def test_two_thousand_messages(visit: Any) -> None:
    one: tuple[MessageReport, ...] = (english(), friendly())
    many = [replace(one[n % 2], path=f"{n // 100}/{n}.txt") for n in range(2_000)]
    seen = visit(Report((*many, not_a_reminder())))
    seen.fill("words", "1999.txt")
    assert seen.shown() == ["19/1999.txt"]
    seen.fill("words", "")
    seen.fill("below", "30")
    assert seen.page.locator("#shown").inner_text() == "1,000 of 2,000 shown"
