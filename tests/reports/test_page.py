from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import replace
from typing import Any

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reports.golden import golden
from tests.reports.page_samples import HOSTILE, branching, catalogue, found, of, overlapping
from tests.reports.samples import (
    UNREADABLE,
    demanding,
    english,
    friendly,
    mixed,
    not_a_reminder,
    russian,
)
from tonecheck.reports import FORMATS
from tonecheck.reports.display import printable
from tonecheck.reports.options import TextOptions
from tonecheck.reports.page import render
from tonecheck.reports.page.filling import _harmless
from tonecheck.reports.page.sayings import PAGE_SAYINGS
from tonecheck.types import (
    Applicability,
    Category,
    Edit,
    FileError,
    Finding,
    Fix,
    Language,
    MessageReport,
    Report,
    Severity,
)

STYLE = re.compile(r"<style>.*?</style>", re.DOTALL)
SCRIPT = re.compile(r"<script>.*?</script>", re.DOTALL)
DIGEST = re.compile(r"sha256-[\w+/]+=*")
ALLOWED = frozenset(
    "html head meta title link style body a header h1 h2 h3 h4 button main section dl div dt dd "
    "figure figcaption svg rect text path p table caption thead tbody tr th td form label input "
    "select option output details summary bdi span ol ul li code q b small footer script".split()
)


def parsed(page: str) -> Any:
    """The page as a browser takes it apart; any slip in its markup is an error."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    return parser.parse(page)


def everything() -> Report:
    """A run with all that a page can show."""
    messages = (*mixed().messages, overlapping(), branching(), *catalogue())
    return Report(messages, (UNREADABLE,))


def words(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def by_class(tree: Any, name: str) -> list[Any]:
    return [e for e in tree.iter() if name in (e.get("class") or "").split()]


@pytest.mark.parametrize(
    ("name", "options", "minimum"),
    [
        ("page-en.html", TextOptions(), None),
        ("page-ru.html", TextOptions(language=Language.RU), 60),
    ],
)
def test_page_looks_as_agreed(name: str, options: TextOptions, minimum: int | None) -> None:
    page = render(demanding(everything(), min_politeness=minimum), options)
    kept = DIGEST.sub(
        "sha256-…", SCRIPT.sub("<script>…</script>", STYLE.sub("<style>…</style>", page))
    )
    assert kept == golden(name, kept)


def test_page_is_a_format() -> None:
    assert FORMATS["html"](everything(), TextOptions()) == render(everything(), TextOptions())


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(
    "report",
    [everything(), Report(()), Report((), (UNREADABLE,)), Report((not_a_reminder(),)),
     Report((friendly(),))],
    ids=["all", "empty", "unread", "others", "well"],
)  # fmt: skip
def test_page_is_well_formed(report: Report, language: Language) -> None:
    tree = parsed(render(report, TextOptions(language=language)))
    ids = [e.get("id") for e in tree.iter() if e.get("id")]
    assert len(ids) == len(set(ids))
    targets = [e.get("href")[1:] for e in tree.iter("a")]
    assert set(targets) <= set(ids)


def test_nothing_is_fetched_and_only_the_own_script_runs() -> None:
    page = render(everything(), TextOptions())
    tree = parsed(page)
    policy = next(m for m in tree.iter("meta") if m.get("http-equiv")).get("content")
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy
    assert "http:" not in page.replace("http://www.w3.org", "")
    assert "https:" not in page
    for element in tree.iter():
        assert not [a for a in element.attrib if a.startswith("on") or a == "style"]
        assert "src" not in element.attrib


def test_every_finding_is_there_with_what_to_do() -> None:
    tree = parsed(render(Report((english(),)), TextOptions()))
    text = words(tree)
    for finding in english().findings:
        assert finding.message in text or finding.category is Category.MISSING
        assert finding.advice in text
        for fix in finding.fixes:
            assert fix.label in text
    assert "check it first: it does not say quite the same" in text


def test_what_differs_only_in_the_words_found_is_said_once() -> None:
    source = "Dear {{ name }}, pay {{ sum }} now."
    holes = [
        replace(found(source, hole, "hole", Severity.WARNING), message=f"Reads “{hole}”. Oh.")
        for hole in ("{{ name }}", "{{ sum }}")
    ]
    (both,) = by_class(parsed(render(Report((of(source, *holes),)), TextOptions())), "note")
    assert "{{ name }} {{ sum }} Reads “…”. Oh." in words(both)
    (one,) = by_class(parsed(render(Report((of(source, holes[0]),)), TextOptions())), "note")
    assert "Reads “{{ name }}”. Oh." in words(one)


def test_every_factor_is_there() -> None:
    tree = parsed(render(Report((english(),)), TextOptions()))
    for score in (english().politeness, english().clarity):
        for factor in score.factors:
            sign = "+" if factor.points > 0 else "−"
            shown = [words(e) for e in tree.iter("li")]
            assert any(s.startswith(f"{sign}{abs(factor.points)} {factor.message}") for s in shown)


def test_what_was_not_checked_is_named() -> None:
    text = words(parsed(render(everything(), TextOptions())))
    assert "drafts/photo.txt: is binary, not text" in text
    assert "Not reminders, left alone: drafts/agenda.txt" in text


def test_a_template_shows_under_which_condition() -> None:
    tree = parsed(render(Report((branching(),)), TextOptions()))
    shown = [words(e) for e in by_class(tree, "branch")]
    assert shown[0] == "if late: you owe us money"
    assert shown[1].endswith("all is well")
    assert "only where late" in words(tree)


def test_messages_of_a_catalogue_are_shown_without_the_rest_of_the_file() -> None:
    tree = parsed(render(Report(tuple(catalogue())), TextOptions()))
    assert [words(e) for e in by_class(tree, "letter")] == [
        "Please pay invoice 1 by Friday.",
        "Thank you, Ann. Please pay now!",
    ]
    assert [words(e) for e in by_class(tree, "name")] == ["first", "second"]


def test_a_page_speaks_one_language_and_its_notes_that_of_the_message() -> None:
    tree = parsed(render(Report((russian(),)), TextOptions(language=Language.EN)))
    assert tree.get("lang") == "en"
    assert all(e.get("lang") == "ru" for e in by_class(tree, "notes"))


@pytest.mark.parametrize("minimum", [None, 60])
def test_scores_below_the_least_asked_for_stand_out(minimum: int | None) -> None:
    page = render(demanding(Report((english(), friendly())), min_politeness=minimum), TextOptions())
    low = by_class(parsed(page), "low")
    assert [words(e) for e in low] == ([] if minimum is None else ["Politeness 22"])
    assert ("1 below the 60 asked for" in page) is (minimum is not None)


def test_other_formats_do_without_the_template_engine() -> None:
    code = "import sys, tonecheck.cli, tonecheck.reports.text; print('jinja2' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


def test_pages_are_the_same_each_time() -> None:
    assert render(everything(), TextOptions()) == render(everything(), TextOptions())


def test_a_stream_without_unicode_gets_the_same_page() -> None:
    plain = render(everything(), TextOptions(unicode=False))
    assert plain.isascii()
    shown = parsed(render(everything(), TextOptions()))
    assert list(parsed(plain).itertext()) == list(shown.itertext())


def test_all_sayings_have_both_languages() -> None:
    for saying in PAGE_SAYINGS.values():
        gaps = {lang: sorted(re.findall(r"\{(\w+)\}", text)) for lang, text in saying.items()}
        assert gaps.keys() == set(Language)
        assert len({tuple(g) for g in gaps.values()}) == 1


def test_what_steers_a_terminal_is_harmless_on_a_page_too() -> None:
    for code in range(0x110000):
        character = chr(code)
        if character in "\n\r":
            continue
        shown = _harmless(f"a{character}b")
        if printable(character) != character:
            assert shown == "a\ufffdb"


@st.composite
def hostile_messages(draw: st.DrawFn) -> MessageReport:
    text = st.lists(st.sampled_from(HOSTILE), max_size=4).map("".join)
    source = draw(text)

    def span() -> tuple[int, int]:
        start = draw(st.integers(0, len(source)))
        return start, draw(st.integers(start, len(source)))

    def fixes() -> tuple[Fix, ...]:
        start, end = span()
        made = Fix(draw(text), Applicability.UNSAFE, (Edit(start, end, ""),), draw(text))
        return (made,) if draw(st.booleans()) else ()

    findings = []
    for _ in range(draw(st.integers(0, 4))):
        start, end = span()
        findings.append(
            Finding(
                draw(st.sampled_from(["a-rule", "b-rule"])), draw(st.sampled_from(Category)),
                draw(st.sampled_from(Severity)), draw(text), draw(text), (), start, end,
                source[start:end], draw(st.none() | text), fixes(),
            )
        )  # fmt: skip
    suffix = draw(st.sampled_from(["", ".txt", ".html", ".j2", ".json", ".po"]))
    message = of(source, *findings, path=draw(text) + suffix, name=draw(st.none() | text))
    return replace(message, politeness=english().politeness)


@settings(max_examples=150)
@given(st.lists(hostile_messages(), max_size=3), st.lists(st.sampled_from(HOSTILE), max_size=2))
def test_what_a_draft_says_is_never_markup(
    messages: list[MessageReport], errors: list[str]
) -> None:
    report = Report(tuple(messages), tuple(FileError(text, text) for text in errors))
    page = render(report, TextOptions())
    tree = parsed(page)
    elements = [e for e in tree.iter() if isinstance(e.tag, str)]
    assert {e.tag.rpartition("}")[2] for e in elements} <= ALLOWED
    assert len(list(tree.iter("script"))) == len(list(tree.iter("style"))) == 1
    page.encode("utf-8")
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", page)
