from __future__ import annotations

import pytest

from tonecheck.fixes import Repair
from tonecheck.reports.outcome import Manner, Outcome, outcome, say_outcome
from tonecheck.types import Applicability, Category, Edit, Finding, Fix, Language, Severity

EN, RU = Language.EN, Language.RU
COMMAND = "tonecheck check late.txt"


@pytest.mark.parametrize(
    ("came", "english", "russian"),
    [
        (Outcome(), "nothing to change", "менять нечего"),
        (Outcome(1), "1 change made", "1 правка внесена"),
        (
            Outcome(3, 0, 2),
            f"3 changes made, 2 findings left that need a person (see {COMMAND})",
            f"3 правки внесены, 2 замечания остались за вами (см. {COMMAND})",
        ),
        (
            Outcome(5, 4, 1),
            f"5 changes made, 4 more with --unsafe, 1 finding left that needs a person "
            f"(see {COMMAND})",
            f"5 правок внесено, ещё 4 с --unsafe, 1 замечание осталось за вами (см. {COMMAND})",
        ),
        (
            Outcome(0, 1, 21),
            f"nothing safe to change, 1 change with --unsafe, 21 findings left that need a person "
            f"(see {COMMAND})",
            f"безопасных правок нет, 1 правка с --unsafe, 21 замечание осталось за вами "
            f"(см. {COMMAND})",
        ),
        (
            Outcome(0, 2, 0),
            "nothing safe to change, 2 changes with --unsafe",
            "безопасных правок нет, 2 правки с --unsafe",
        ),
        (
            Outcome(0, 0, 5),
            f"nothing to change, 5 findings left that need a person (see {COMMAND})",
            f"менять нечего, 5 замечаний осталось за вами (см. {COMMAND})",
        ),
    ],
)
def test_an_outcome_in_both_languages(came: Outcome, english: str, russian: str) -> None:
    assert say_outcome(came, shown=False, command=COMMAND, language=EN) == english
    assert say_outcome(came, shown=False, command=COMMAND, language=RU) == russian


@pytest.mark.parametrize(
    ("number", "english", "russian"),
    [
        (1, "1 change shown, nothing written", "1 правка показана, ничего не записано"),
        (2, "2 changes shown, nothing written", "2 правки показаны, ничего не записано"),
        (11, "11 changes shown, nothing written", "11 правок показано, ничего не записано"),
    ],
)
def test_what_was_only_shown(number: int, english: str, russian: str) -> None:
    said = [say_outcome(Outcome(number), shown=True, command="", language=x) for x in (EN, RU)]
    assert said == [english, russian]


def finding(start: int, *fixes: Fix) -> Finding:
    return Finding(
        "rule", Category.JARGON, Severity.WARNING, "", "", (), start, start, "", fixes=fixes
    )


def risky(start: int) -> Fix:
    return Fix("", Applicability.UNSAFE, (Edit(start, start + 1, "x"),))


LEFT = (
    finding(0, risky(0)),
    finding(0, risky(0)),
    finding(5, risky(5)),
    finding(9),
    finding(9, Fix("only a tip", Applicability.UNSAFE)),
)


@pytest.mark.parametrize(
    ("manner", "expected"),
    [
        (Manner.SAFE, Outcome(3, 2, 2)),
        (Manner.UNSAFE, Outcome(3, 0, 5)),
        (Manner.ASK, Outcome(3, 0, 5)),
    ],
)
def test_what_unsafe_would_mend_is_counted_by_changes(manner: Manner, expected: Outcome) -> None:
    assert outcome(Repair("", "", 3, LEFT), manner) == expected


def test_outcomes_add_up() -> None:
    assert Outcome(1, 2, 3) + Outcome(4, 5, 6) == Outcome(5, 7, 9)
