"""A buried request, moved to directly behind the greeting with every fact in it."""

from __future__ import annotations

import pytest

from tonecheck.engine import Checker
from tonecheck.fixes import repair
from tonecheck.selection import Selection
from tonecheck.types import Applicability, Declared, Kind, Language

BURIED = Selection(frozenset({"buried-request"}))

EN_NEWS = (
    "The spring fair went well and the club is grateful to all who came. We met old friends, and "
    "the children painted the fence in colours that nobody had planned. The roses came through the "
    "frost, the greenhouse has a new roof, and Ada is back from Spain with a hundred photographs "
    "of cactuses. In June we open on Sundays as well, the café serves soup again, and the footpath "
    "from the station is dry at last, so nobody has to wade through the meadow any more."
)
RU_NEWS = (
    "Весенняя ярмарка прошла хорошо, и клуб благодарен всем, кто пришёл. Мы встретили старых "
    "друзей, а дети раскрасили забор в цвета, которых никто не задумывал. Розы пережили мороз, у "
    "теплицы новая крыша, Ада вернулась из Испании и привезла сто снимков кактусов. В июне "
    "открываемся и по воскресеньям, в кафе снова варят суп, тропинка от станции наконец высохла, и "
    "никому больше не нужно идти через луг вброд. В оранжерее зацвёл лимон, соседи приходят "
    "смотреть, как шмели спят в цветках, а по вечерам под липами играет духовой оркестр."
)
EN_CASES = [
    "Invoice 3107 over £240.00 was due on 5 May. You can pay it by card.",
    "Invoice {{ number }} over {{ amount }} was due on {{ due_date }}.",
    "Could you please pay the £240.00 for invoice 3107 at https://pay.example/3107 by 12 June?",
]
RU_CASES = [
    "Срок оплаты счёта № 3107 на 24 000 руб. был 5 мая. Оплатить можно картой.",
    "Счёт № {{ number }} на {{ amount }} нужно было оплатить до {{ due_date }}.",
]
CASES = [("Hello Martha,", EN_NEWS, case, "Tom") for case in EN_CASES]
CASES += [("Марта, здравствуйте!", RU_NEWS, case, "Ирина") for case in RU_CASES]


def moved(text: str, suffix: str = ".txt", kind: Kind | None = Kind.TEMPLATE) -> str:
    """A text after the fixes of a buried request, which a second run leaves alone."""
    checker = Checker(Declared(kind=kind), selection=BURIED)
    check = lambda source: checker.check_source(source, path="x", suffix=suffix)  # noqa: E731
    after = repair(text, check, unsafe=True).after
    assert repair(after, check, unsafe=True).after == after
    return after


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize(("hello", "news", "request_", "name"), CASES)
def test_a_paragraph_goes_to_the_top(
    hello: str, news: str, request_: str, name: str, line_end: str
) -> None:
    before = f"{hello}\n\n{news}\n\n{request_}\n\n{name}\n".replace("\n", line_end)
    after = f"{hello}\n\n{request_}\n\n{news}\n\n{name}\n".replace("\n", line_end)
    assert moved(before) == after


@pytest.mark.parametrize(("hello", "news", "request_", "name"), CASES)
def test_a_sentence_goes_to_the_top(hello: str, news: str, request_: str, name: str) -> None:
    before = f"Subject: News\n\n{hello}\n\n{news} {request_}\n\n{name}\n"
    assert moved(before) == f"Subject: News\n\n{hello}\n\n{request_}\n\n{news}\n\n{name}\n"


@pytest.mark.parametrize(
    "request_",
    [
        "Now to invoice 3107 over £240.00, which was due on 5 May.",
        "It came to £240.00 on invoice 3107, and that was due on 5 May.",
        "And invoice 3107 over £240.00 was due on 5 May.",
        "Therefore invoice 3107 over £240.00 was due on 5 May.",
        "Secondly, invoice 3107 over £240.00 was due on 5 May.",
        "The payment was due on 5 May.",
        "Move to the yearly plan and save 20 %, or take the storage for £19.",
        "Invoice 3107 over £240.00 was due on 5 May.\n\nThis includes the flowers for the fair.",
        "invoice 3107 over £240.00 was due on 5 May",
    ],
)
def test_what_hangs_on_its_surroundings_stays(request_: str) -> None:
    text = f"Hello Martha,\n\n{EN_NEWS}\n\n{request_}\n\nTom\n"
    assert moved(text) == text


@pytest.mark.parametrize(
    "request_",
    [
        "Теперь про счёт № 3107 на 24 000 руб.: срок был 5 мая.",
        "Поэтому счёт № 3107 на 24 000 руб. нужно было оплатить до 5 мая.",
        "За это выставлен счёт № 3107 на 24 000 руб., срок был 5 мая.",
        "Она стоила 24 000 руб., счёт № 3107 был до 5 мая.",
        "Перейдите на годовой тариф либо подключите хранилище за 190 ₽.",
        "Второе: счёт № 3107 на 24 000 руб. нужно было оплатить до 5 мая.",
        "Счёт № 3107 на 24 000 руб. нужно было оплатить до 5 мая.\n\nВ него вошли цветы.",
    ],
)
def test_what_hangs_on_its_surroundings_stays_in_russian(request_: str) -> None:
    text = f"Марта, здравствуйте!\n\n{RU_NEWS}\n\n{request_}\n\nИрина\n"
    assert moved(text) == text


def test_markup_is_not_torn() -> None:
    page = f"<p>Hello Martha,</p>\n<p>{EN_NEWS}</p>\n<p>{EN_CASES[0]}</p>\n<p>Tom</p>\n"
    assert moved(page, ".html") == page


def test_a_request_in_an_arm_stays_there() -> None:
    text = f"Hello Martha,\n\n{EN_NEWS}\n\n{{% if late %}}{EN_CASES[0]}{{% endif %}}\n\nTom\n"
    assert moved(text, ".j2") == text


def test_a_request_that_hurts_is_mended_first() -> None:
    request = "You have ignored invoice 3107 over £240.00, which was due on 5 May 2026."
    text = f"Hello Martha,\n\n{EN_NEWS}\n\n{request}\n\nTom\n"
    [report] = Checker(Declared(language=Language.EN)).check_source(text, path="x")
    [buried] = [f for f in report.findings if f.rule == "buried-request"]
    assert not any(fix.edits for fix in buried.fixes)


def test_what_is_to_be_looked_at_is_said() -> None:
    text = f"Hello Martha,\n\n{EN_NEWS}\n\n{EN_CASES[1]}\n\nTom\n"
    [report] = Checker(Declared(language=Language.EN), selection=BURIED).check_source(
        text, path="x"
    )
    [fix] = report.findings[0].fixes
    assert fix.applicability is Applicability.UNSAFE
    assert "Invoice {{ number }} over {{ amount }}" in fix.label
    assert fix.caution


def test_other_requests_are_named() -> None:
    text = (
        "Hello Tom,\n\nThe $90 for the lessons was due on 1 June. Have you thought about the "
        "summer camp? You can come for one week, two weeks or the whole month, with lunch or "
        "without. Bring old newspapers, a torch and a mug. Vote for the name of the new boat, fill "
        "in the survey about the canteen, and follow us on the usual sites. Do you want to join "
        "the choir, the chess club or the theatre group in autumn?\n\nAnna\n"
    )
    [report] = Checker(Declared(language=Language.EN)).check_source(text, path="x")
    [crowd] = [f for f in report.findings if f.rule == "too-many-requests"]
    [advice] = crowd.fixes
    assert not advice.edits
    assert "“Have you thought about the summer …”" in advice.label
    assert "“Bring old newspapers, a torch and …”" in advice.label
    assert "$90" not in advice.label
