"""Templates with conditions as the checker reads them: along paths, and together again."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from tests.templates.test_template import every_path, misread
from tonecheck.branches import Branching, Decisions
from tonecheck.engine import Checker
from tonecheck.message import Message
from tonecheck.readers import read_source
from tonecheck.types import (
    Category,
    Declared,
    FactType,
    Finding,
    Kind,
    Language,
    MessageReport,
)

START = "Subject: Invoice {{ number }}\n\nDear {{ name }},\n\n"
END = "\n\nThank you! Questions? Call us on {{ phone }}.\n\nKind regards,\nAnn Lee\n"
ASKED = (
    "It would be great if you could pay {{ amount }} for invoice {{ number }} by {{ due_date }}"
    " at {{ payment_link }}."
)
THREAT = "We will send debt collectors to your home."
INSULT = "You are a liar."
DUE, METHOD = FactType.DUE_DATE, FactType.PAYMENT_METHOD


@cache
def checker(language: Language = Language.EN) -> Checker:
    return Checker(Declared(kind=Kind.TEMPLATE, language=language))


def check(body: str) -> MessageReport:
    return checker().check_text(START + body + END, suffix=".txt.j2")


def found(body: str, category: Category) -> list[tuple[str, str | None]]:
    return [(f.text, f.branch) for f in check(body).findings if f.category is category]


def missing(body: str) -> dict[str, str | None]:
    """What is missing, and under which condition."""
    findings = check(body).findings
    return {
        f.rule.removeprefix("missing-"): f.branch
        for f in findings
        if f.category is Category.MISSING
    }


def text_of(finding: Finding) -> tuple[str, str, str | None]:
    return finding.rule, finding.text, finding.branch


BRANCHES = [
    (f"{ASKED} {{% if a %}}{THREAT}{{% endif %}}", "a"),
    (f"{ASKED} {{% if not a %}}{THREAT}{{% endif %}}", "not a"),
    (f"{ASKED} {{% unless a %}}{THREAT}{{% endunless %}}", "not (a)"),
    (f"{ASKED} {{% if a %}}Thanks.{{% else %}}{THREAT}{{% endif %}}", "not a"),
    (f"{ASKED} {{% if a > 2 %}}Hi.{{% elif b %}}{THREAT}{{% else %}}Ok.{{% endif %}}", "b"),
    (
        f"{ASKED} {{% if a %}}Hi.{{% elif b %}}Ok.{{% else %}}{THREAT}{{% endif %}}",
        "not a and not b",
    ),
    (f"{ASKED} {{% if a %}}Hi. {{% if b %}}{THREAT}{{% endif %}}{{% endif %}}", "a and b"),
    (f"{ASKED} {{% for x in y %}}{THREAT}{{% endfor %}}", None),
    (f"{{% if a %}}{ASKED}{{% else %}}{ASKED}{{% endif %}} {THREAT}", None),
    (f"{ASKED} {{{{ a|default('{THREAT}') }}}}", "not a"),
]


@pytest.mark.parametrize(("body", "branch"), BRANCHES)
def test_a_threat_names_the_condition_that_it_stands_under(body: str, branch: str | None) -> None:
    assert found(body, Category.THREAT) == [(THREAT.rstrip("."), branch)]


def test_each_arm_has_its_own_findings() -> None:
    body = f"{ASKED} {{% if a %}}{THREAT}{{% else %}}{INSULT}{{% endif %}}"
    assert found(body, Category.THREAT) == [(THREAT.rstrip("."), "a")]
    assert found(body, Category.RUDENESS) == [(INSULT.rstrip("."), "not a")]


def test_a_mistake_may_begin_before_the_arm_that_makes_it_one() -> None:
    body = f"{ASKED} We will {{% if a %}}call you{{% else %}}sue you in court{{% endif %}}."
    assert [branch for _, branch in found(body, Category.THREAT)] == ["not a"]


def test_arms_that_are_never_shown_together_make_no_sentence() -> None:
    body = f"{ASKED} {{% if a %}}We will send debt{{% else %}}collectors to your home.{{% endif %}}"
    assert not found(body, Category.THREAT)


def test_a_mistake_across_the_edge_of_an_arm_stands_once() -> None:
    body = f"{ASKED} We will {{% if a %}}soon {{% endif %}}send debt collectors to your home."
    assert len(found(body, Category.THREAT)) == 1


def test_an_arm_beyond_the_paths_that_are_read_is_read_with_others() -> None:
    many = "".join(f"{{% elif z == {n} %}}Thank you." for n in range(2, 12))
    body = f"{ASKED} {{% if z == 1 %}}Thank you.{many}{{% elif z == 12 %}}{THREAT}{{% endif %}}"
    assert found(body, Category.THREAT) == [(THREAT.rstrip("."), "z == 12")]


def due(said: str) -> str:
    """What is asked, with something else in the place of its date."""
    return ASKED.replace(" by {{ due_date }}", said)


IF_A = "{% if a %} by {{ due_date }}"
MISSING = [
    (ASKED, {}),
    (due(""), {"due-date": None}),
    (due(IF_A + "{% endif %}"), {"due-date": "not a"}),
    (due("{% if not a %} by {{ due_date }}{% endif %}"), {"due-date": "a"}),
    (due(IF_A + "{% else %} before {{ due_date }}{% endif %}"), {}),
    (due(IF_A + "{% endif %}{% if not a %} before {{ due_date }}{% endif %}"), {}),
    (due(IF_A + "{% elif b %} by {{ due_date }}{% endif %}"), {"due-date": "not a and not b"}),
    (due("{% unless a %} by {{ due_date }}{% endunless %}"), {"due-date": "a"}),
    (due("{% for x in y %} by {{ due_date }}{% endfor %}"), {}),
    (
        ASKED.replace("{{ amount }}", "{% if a %}{{ amount }}{% else %}it{% endif %}"),
        {"amount": "not a"},
    ),
    (
        due(IF_A + "{% endif %}").replace("{{ amount }}", "{% if b %}{{ amount }}{% endif %}"),
        {"due-date": "not a", "amount": "not b"},
    ),
]


ONE_KEY = "only a condition that decides alone is found"
UNSAID = [
    (due("{% if a %}{% if b %} by {{ due_date }}{% endif %}{% endif %}"), None),
    (due(IF_A + "{% elif b %} soon{% endif %}"), None),
]
WRONG = [
    (due(IF_A + "{% endif %}{% if b %} by {{ due_date }}{% endif %}"), "not a", ONE_KEY),
]


@pytest.mark.parametrize(("body", "unsaid"), [*UNSAID, *misread(WRONG)])
def test_what_is_missing_under_two_conditions_names_them(body: str, unsaid: str | None) -> None:
    assert missing(body)["due-date"] != unsaid


@pytest.mark.parametrize(("body", "expected"), MISSING)
def test_what_is_missing_on_one_path_names_its_condition(
    body: str, expected: dict[str, str | None]
) -> None:
    needed = {"due-date", "amount", "payment-method", "invoice-reference", "contact"}
    assert {k: v for k, v in missing(body).items() if k in needed} == expected


SOMETIMES = [
    (ASKED, set()),
    (due(""), set()),
    (due(IF_A + "{% endif %}"), {DUE}),
    (due(IF_A + "{% else %} by 5 May{% endif %}"), set()),
    (
        "{% if a %}" + ASKED + "{% else %}Please pay {{ amount }} for {{ number }}.{% endif %}",
        {DUE, METHOD},
    ),
]


@pytest.mark.parametrize(("body", "facts"), SOMETIMES)
def test_facts_of_some_texts_only(body: str, facts: set[FactType]) -> None:
    report = check(body)
    assert report.sometimes == facts
    assert all(report.facts[fact] for fact in facts)


def settled(message: Message, path: Decisions) -> Message:
    """One text of a template, as if it had never had another."""
    segments = tuple(replace(s, branch=None) for s in message.along(path).segments)
    return replace(message, segments=segments, branching=Branching())


WORST = [
    f"{ASKED} {{% if a %}}{THREAT}{{% endif %}}",
    f"{ASKED} {{% if a %}}{THREAT}{{% else %}}{INSULT}{{% endif %}}",
    f"{ASKED} {{% if a %}}Thank you so much.{{% else %}}Pay at once!{{% endif %}}",
    due(IF_A + "{% endif %}"),
    f"{{% if a %}}{ASKED}{{% else %}}Pay.{{% endif %}} {{% if b %}}{INSULT}{{% endif %}}",
    f"{{% if a %}}{ASKED} {{% if b %}}{THREAT}{{% endif %}}{{% else %}}{ASKED}{{% endif %}}",
]


@pytest.mark.parametrize("body", WORST)
def test_scores_are_those_of_the_worst_text(body: str) -> None:
    source = START + body + END
    message = read_source(source, ".txt.j2")
    paths = every_path(message.branching)
    texts = [settled(message, path) for path in paths]
    alone = [checker().check_message(text, "x", ".txt.j2") for text in texts]
    report = check(body)
    assert report.politeness.value == min(one.politeness.value for one in alone)
    assert report.clarity.value == min(one.clarity.value for one in alone)


@pytest.mark.parametrize("body", [ASKED, f"{ASKED} {THREAT}", f"{INSULT} Pay."])
def test_without_conditions_nothing_changes(body: str) -> None:
    plain = check(body)
    remarked = check(body + "{# {% if a %} #}")
    assert plain.sometimes == remarked.sometimes == frozenset()
    assert [text_of(f) for f in plain.findings] == [text_of(f) for f in remarked.findings]
    assert all(f.branch is None for f in plain.findings)
    assert (plain.politeness.value, plain.clarity.value) == (
        remarked.politeness.value,
        remarked.clarity.value,
    )


def test_what_is_missing_everywhere_names_no_condition() -> None:
    assert set(missing(f"{ASKED}{{% if a %}} Thanks.{{% endif %}}").values()) == {None}


def test_a_russian_template() -> None:
    source = (
        "Тема: Счёт {{ number }}\n\nЗдравствуйте, {{ name }}!\n\nОплатите, пожалуйста,"
        " {{ amount }} по счёту {{ number }}{% if срок %} до {{ due_date }}{% endif %}"
        " по ссылке {{ payment_link }}.{% if долг %} Иначе мы подадим на вас в суд.{% endif %}"
        "\n\nВопросы? Звоните: {{ phone }}.\n"
    )
    report = checker(Language.RU).check_text(source, suffix=".txt.j2")
    branches = {f.rule: f.branch for f in report.findings}
    threats = [f.branch for f in report.findings if f.category is Category.THREAT]
    assert branches["missing-due-date"] == "not срок"
    assert threats == ["долг"]
