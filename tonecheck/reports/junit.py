"""The report as JUnit XML, for the test pages of Jenkins, GitLab and others.

A file is a test suite, a message a test. Jenkins and GitLab show one failure a test, so a
message has one, with a line for each finding that counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from tonecheck.reports.options import TextOptions
from tonecheck.reports.paths import shown_path
from tonecheck.reports.sheets import UNREADABLE, Entry, Sheet, file_errors, one_line, said, sheets
from tonecheck.reports.words import count, say
from tonecheck.types import Report
from tonecheck.wording import SEVERITIES

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(report: Report, options: TextOptions) -> str:
    """A report as an XML document, in ASCII where the stream has no more."""
    from xml.etree import ElementTree

    root = ElementTree.Element("testsuites", name="tonecheck")
    pages: dict[str, list[Sheet]] = {}
    for page in sheets(report, options):
        pages.setdefault(page.path, []).append(page)
    for path, messages in pages.items():
        _suite(root, path, messages)
    for error in file_errors(report):
        suite = _sub(root, "testsuite", name=shown_path(error.path))
        test = _sub(suite, "testcase", name=shown_path(error.path), classname="tonecheck")
        _sub(test, "error", error.message, type=UNREADABLE, message=error.message)
    _count(root)
    ElementTree.indent(root)
    encoding = "utf-8" if options.unicode else "us-ascii"
    body = ElementTree.tostring(root, encoding="unicode")
    if not options.unicode:
        body = body.encode("ascii", "xmlcharrefreplace").decode("ascii")
    return f'<?xml version="1.0" encoding="{encoding}"?>\n{body}\n'


def _suite(root: Element, path: str, pages: Sequence[Sheet]) -> None:
    suite = _sub(root, "testsuite", name=shown_path(path), file=shown_path(path))
    for page in pages:
        name = shown_path(page.message.name or path)
        test = _sub(suite, "testcase", name=name, classname=shown_path(path))
        if not page.message.is_reminder:
            _sub(test, "skipped", message=say("not-a-reminder", page.language))
            continue
        failing = [entry for entry in page.entries if entry.fails]
        if failing:
            _failure(test, failing, page)
        others = [entry for entry in page.entries if not entry.fails]
        if others:
            _sub(test, "system-out", _listed(others, page))


def _failure(test: Element, entries: Sequence[Entry], page: Sheet) -> None:
    """One failure for all entries; its heading is the gravest and how many there are."""
    gravest = min(entries, key=lambda entry: entry.severity.rank)
    message = f"{gravest.rule}: {one_line(gravest.message)}"
    if len(entries) > 1:
        message = f"{count(len(entries), 'finding', page.language)}; {message}"
    _sub(test, "failure", _listed(entries, page), type=gravest.rule, message=message)


def _listed(entries: Iterable[Entry], page: Sheet) -> str:
    """A line for each entry: where, how grave, which rule, what is wrong and what to do."""
    lines = [
        f"{shown_path(page.path)}:{entry.region.line}:{entry.region.column}: "
        f"{SEVERITIES[entry.severity][page.language]}: {entry.rule}: {said(entry, page.language)}"
        for entry in entries
    ]
    return "\n".join(["", *lines, ""])


def _sub(parent: Element, tag: str, text: str | None = None, **attributes: str) -> Element:
    """A new last element of a parent, without characters that XML does not know."""
    from xml.etree import ElementTree

    legal = {key: _ILLEGAL.sub("\ufffd", value) for key, value in attributes.items()}
    element = ElementTree.SubElement(parent, tag, legal)
    if text is not None:
        element.text = _ILLEGAL.sub("\ufffd", text)
    return element


def _count(root: Element) -> None:
    """Write how many tests there are, and how they ended, on each suite and the whole."""
    for element in [*root, root]:
        numbers = {
            "tests": len(list(element.iter("testcase"))),
            "failures": len(list(element.iter("failure"))),
            "errors": len(list(element.iter("error"))),
        }
        if element is not root:
            numbers["skipped"] = len(list(element.iter("skipped")))
        for key, number in numbers.items():
            element.set(key, str(number))
