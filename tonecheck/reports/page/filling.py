"""The page's template, filled."""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from functools import cache
from importlib import resources

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from tonecheck.reports.options import TextOptions
from tonecheck.reports.page.message import GOOD, POOR, Page, shown_messages
from tonecheck.reports.page.overview import Overview
from tonecheck.reports.page.sayings import grouped, tell
from tonecheck.reports.words import count, say
from tonecheck.types import Report, Severity
from tonecheck.version import __version__
from tonecheck.wording import CATEGORIES, LANGUAGES, SEVERITIES

_SHOWN_ROWS = 10
"""Longer tables show so many rows, and the rest when asked for."""

_STAND_IN = "\ufffd"
_LINE_END = re.compile(r"\r\n?")
_LAST_OF_PLANES = "".join(chr(plane + last) for plane in range(0, 0x110000, 0x10000)
                          for last in (0xFFFE, 0xFFFF))  # fmt: skip
_HARMFUL = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f"  # what steers a terminal
    r"\u2028\u2029\u202a-\u202e\u2066-\u2069"  # what breaks lines or turns the direction
    rf"\ud800-\udfff\ufdd0-\ufdef{_LAST_OF_PLANES}]"  # what is no character
)


def fill(report: Report, options: TextOptions) -> str:
    """A report as a page."""
    page = Page(options)
    messages = list(shown_messages(report.messages, page))
    style, script = _part("page.css"), _part("page.js")
    language = page.language
    return _environment().get_template("page.html").render(
        report=report,
        messages=messages,
        others=[m.path for m in report.messages if not m.is_reminder],
        overview=Overview(messages),
        language=language,
        languages=sorted({m.language for m in messages}),
        categories=sorted({f.category for m in messages for f in m.report.findings},
                          key=lambda category: CATEGORIES[category][language]),
        style=Markup(style),
        script=Markup(script),
        policy=_policy(style, script),
        version=__version__,
        severities=list(Severity),
        severity_words={s: SEVERITIES[s][language] for s in Severity},
        category_words={c: words[language] for c, words in CATEGORIES.items()},
        language_words={tongue: words[language] for tongue, words in LANGUAGES.items()},
        tell=lambda key, **values: tell(key, language, **values),
        tell_in=tell,
        number=lambda value: grouped(value, language),
        count=lambda value, noun: count(value, noun, language),
        score_words={name: say(name, language) for name in ("politeness", "clarity")},
        say_in=say,
        grade=_grade,
        signed=_signed,
        shown_rows=_SHOWN_ROWS,
        most_of=lambda rows: max(row.total for row in rows),
    )  # fmt: skip


def _grade(score: int) -> str:
    return "good" if score >= GOOD else "fair" if score >= POOR else "poor"


def _signed(points: int) -> str:
    return f"+{points}" if points > 0 else f"−{-points}" if points else "0"


def _policy(style: str, script: str) -> str:
    """What the page lets in: its own style and its own script, nothing else."""
    return (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return "sha256-" + b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _part(name: str) -> str:
    """A part of the page as it lies in the package."""
    return resources.files(__package__).joinpath("parts", name).read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    return Environment(
        loader=FunctionLoader(_part),
        autoescape=True,
        finalize=_harmless,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )


def _harmless(value: object) -> object:
    """A value of the page without characters that turn its direction or that HTML does not know.

    Each line end becomes one LF; what is said to be markup stays as it is.
    """
    if isinstance(value, Markup) or not isinstance(value, str):
        return value
    return _HARMFUL.sub(_STAND_IN, _LINE_END.sub("\n", value))
