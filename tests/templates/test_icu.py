"""ICU MessageFormat: plurals and choices are arms."""

from __future__ import annotations

import pytest

from tests.templates.test_template import shown
from tonecheck.templates import read_template

ARMS = [
    ("{n, plural, one {# day} other {# days}} late", "⟨n⟩ day late | ⟨n⟩ days late"),
    ("{n,plural,=0{now}one{in a day}other{in # days}}.", "now. | in a day. | in ⟨n⟩ days."),
    ("{n, plural, offset:1 one {# more} other {# more still}}", "⟨n⟩ more | ⟨n⟩ more still"),
    ("{sex, select, male {Sir} female {Madam} other {all}}", "Sir | Madam | all"),
    ("{sex, select, male {Sir}}.", "Sir. | ."),
    ("{n, selectordinal, one {#st} other {#th}} letter", "⟨n⟩st letter | ⟨n⟩th letter"),
    (
        "{n, plural, one {# день} few {# дня} many {# дней} other {# дня}}",
        "⟨n⟩ день | ⟨n⟩ дня | ⟨n⟩ дней",
    ),
    ("{n, plural, one {Dear {name}} other {All}}, {sum}", "Dear ⟨name⟩, ⟨sum⟩ | All, ⟨sum⟩"),
    (
        "{s, select, a {{n, plural, one {# day} other {# days}}} other {#}}",
        "⟨n⟩ day | ⟨n⟩ days | #",
    ),
    ("{n, plural,\n  one {a}\n  other {b}\n}\nC", "a\nC | b\nC"),
]
TEXT = [
    "{n, plural, one {# day}",
    "{n, plural}",
    "{n, plural, one {a} or}",
    "{n, choice, one {a}}",
    "{n, plural, one {" * 20,
]


@pytest.mark.parametrize(("source", "texts"), ARMS)
def test_what_is_shown(source: str, texts: str) -> None:
    assert shown(source) == texts


@pytest.mark.parametrize("source", TEXT)
def test_what_is_broken_is_text(source: str) -> None:
    assert not read_template(source).branching


def test_conditions_are_said() -> None:
    (choice,) = read_template("{n, plural, =0 {a} one {b} other {c}}").branching.choices
    assert choice.conditions[:2] == ("n is 0", "n is one")


def test_marks_of_an_engine_are_no_plurals() -> None:
    assert shown("{% if n %}{n, plural, one {a} other {b}}{% endif %}", ".j2").startswith("{n,")
