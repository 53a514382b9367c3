"""Generated templates: what the real engine puts out is a text that the message can be."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.templates.agreement import agrees
from tonecheck.message import text_segments
from tonecheck.readers import read_source
from tonecheck.readers.html import html_visible

CONDITIONS = ("paid", "late", "client.vip")
WORDS = ("Dear", "please", "счёт", "<b>today</b>", "100 %", "a {b} c", "it's", "—", "\n\n", " ")


@dataclass(frozen=True)
class Engine:
    """How an engine writes a template, and how it is rendered."""

    package: str
    suffix: str
    hole: str
    choice: str
    otherwise: str
    loop: str
    remark: str
    render: Callable[[Any, str, Mapping[str, Any]], str]


def jinja(package: Any, source: str, data: Mapping[str, Any]) -> str:
    return str(package.Environment().from_string(source).render(data))


def django(package: Any, source: str, data: Mapping[str, Any]) -> str:
    template = importlib.import_module("django.template")
    engine = template.Engine()
    return str(engine.from_string(source).render(template.Context(dict(data), autoescape=False)))


def liquid(package: Any, source: str, data: Mapping[str, Any]) -> str:
    return str(package.Environment().from_string(source).render(**data))


def mako(package: Any, source: str, data: Mapping[str, Any]) -> str:
    template = importlib.import_module("mako.template")
    return str(template.Template(source).render(**data))


def mustache(package: Any, source: str, data: Mapping[str, Any]) -> str:
    return str(package.render(source, dict(data)))


BRACES = {
    "hole": "{{{{ {0} }}}}",
    "choice": "{{% if {0} %}}{1}{{% endif %}}",
    "otherwise": "{{% if {0} %}}{1}{{% else %}}{2}{{% endif %}}",
    "loop": "{{% for x in lines %}}{0}{{% endfor %}}",
}
ENGINES = {
    "jinja2": Engine("jinja2", ".html.j2", remark="{{# {0} #}}", render=jinja, **BRACES),
    "django": Engine("django", ".html", remark="{{# {0} #}}", render=django, **BRACES),
    "liquid": Engine(
        "liquid",
        ".html.liquid",
        remark="{{% comment %}}{0}{{% endcomment %}}",
        render=liquid,
        **BRACES,
    ),
    "mako": Engine(
        "mako",
        ".html.mako",
        hole="${{{0}}}",
        choice="\n% if {0}:\n{1}\n% endif\n",
        otherwise="\n% if {0}:\n{1}\n% else:\n{2}\n% endif\n",
        loop="\n% for x in lines:\n{0}\n% endfor\n",
        remark="\n## {0}\n",
        render=mako,
    ),
    "mustache": Engine(
        "chevron",
        ".html.mustache",
        hole="{{{{{{{0}}}}}}}",
        choice="{{{{#{0}}}}}{1}{{{{/{0}}}}}",
        otherwise="{{{{#{0}}}}}{1}{{{{/{0}}}}}{{{{^{0}}}}}{2}{{{{/{0}}}}}",
        loop="{{{{#lines}}}}{0}{{{{/lines}}}}",
        remark="{{{{! {0} }}}}",
        render=mustache,
    ),
}


def seen(text: str) -> str:
    """What the client sees of HTML in which nothing is left to be filled."""
    visible = html_visible(
        text, 0, len(text), lambda start, end, zone: text_segments(text, start, end, zone)
    )
    return "".join(segment.text for segment in visible.segments)


class Client:
    """An object with an attribute, for every engine."""

    def __init__(self, vip: bool) -> None:
        self.vip = vip

    def __getitem__(self, name: str) -> bool:
        return bool(getattr(self, name))


def templates(engine: Engine) -> st.SearchStrategy[str]:
    """Nested templates of an engine."""
    text = st.sampled_from(WORDS).map(lambda word: f"{word} ")
    hole = st.sampled_from(["name", "total"]).map(engine.hole.format)
    remark = st.sampled_from(["court", "never mind"]).map(engine.remark.format)
    condition = st.sampled_from(CONDITIONS)

    def nested(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
        return st.one_of(
            st.builds(engine.choice.format, condition, inner),
            st.builds(engine.otherwise.format, condition, inner, inner),
            st.builds(engine.loop.format, inner),
            st.lists(inner, min_size=2, max_size=4).map("".join),
        )

    leaves = st.one_of(text, hole, remark)
    return st.recursive(leaves, nested, max_leaves=8).map(lambda body: f"Pay now. {body} Thanks.")


@pytest.mark.parametrize("name", ENGINES)
def test_a_rendered_text_is_one_that_we_read(name: str) -> None:
    engine = ENGINES[name]
    package = pytest.importorskip(engine.package, reason=f"{engine.package} is not installed")

    @given(templates(engine), st.booleans(), st.booleans(), st.booleans(), st.integers(1, 2))
    def holds(source: str, paid: bool, late: bool, vip: bool, size: int) -> None:
        data = {
            "name": "Anna",
            "total": "£80",
            "paid": paid,
            "late": late,
            "client": {"vip": vip} if engine.package in ("chevron", "liquid") else Client(vip),
            "lines": [{"x": 1}] * size,
        }
        message = read_source(source, engine.suffix)
        shown = seen(engine.render(package, source, data))
        assert agrees(message, shown), (source, message.text)

    holds()
