"""Long sentences made into two or three where each is a sentence of its own."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tonecheck.engine import Checker
from tonecheck.fixes import repair
from tonecheck.selection import Selection
from tonecheck.types import Applicability, Declared, Kind, Language

READABLE = Selection(frozenset({"readability"}))


def split(text: str, suffix: str = ".txt", kind: Kind | None = None) -> str:
    """A text after all fixes of its long sentences."""
    checker = Checker(Declared(kind=kind), selection=READABLE)
    check = lambda source: checker.check_source(source, path="x", suffix=suffix)  # noqa: E731
    after = repair(text, check, unsafe=True).after
    assert repair(after, check, unsafe=True).after == after
    return after


SPLIT = [
    (
        "I hope you are well and I am writing because the tutoring invoice INV-22 for $180 that I "
        "sent on 3 March with the worksheets for Leo was due last Friday",
        " and I have not seen the payment come in yet.",
        ". I have not seen the payment come in yet.",
    ),
    (
        "The balance of £310 for the new fence between your garden and the garden of your "
        "neighbours was due on the fourth of May",
        ", but we have not seen the money on our account, so I thought that I would write a short "
        "note to you about it.",
        ". However, we have not seen the money on our account, so I thought that I would write a "
        "short note to you about it.",
    ),
    (
        "The boiler service on 2 June came to £145 including the new valve and the two hours that "
        "my colleague spent on the pump",
        "; the invoice, number 88, was left with your daughter in the kitchen, and could you "
        "please pay it by 20 June?",
        ". The invoice, number 88, was left with your daughter in the kitchen. Could you please "
        "pay it by 20 June?",
    ),
    (
        "If you have paid already, which we cannot see because the bank was closed when we looked, "
        "please ignore this",
        ", but if you have not, then tell us when you can.",
        ". However, if you have not, then tell us when you can.",
    ),
    (
        "Напоминаем, что счёт № 214 на сумму 86 400 рублей за поставку офисной мебели по договору "
        "от 12 февраля должен был быть оплачен до 30 апреля",
        ", однако на сегодняшний день оплата на наш расчётный счёт не поступила, и мы просим вас "
        "сообщить, когда её ожидать.",
        ". Однако на сегодняшний день оплата на наш расчётный счёт не поступила, и мы просим вас "
        "сообщить, когда её ожидать.",
    ),
    (
        "Мы отправили вам счёт № 12 на 3 000 рублей за мартовские занятия вашей дочери в нашей "
        "студии ещё в начале апреля",
        ", а оплата за эти четыре занятия до сих пор не пришла, поэтому просим проверить, дошло ли "
        "письмо.",
        ". Оплата за эти четыре занятия до сих пор не пришла, поэтому просим проверить, дошло ли "
        "письмо.",
    ),
    (
        "Забор, который вы заказали, закончили, когда Ада, у которой был ключ, уехала",
        ", поэтому мы оставили счёт там, где она просила, и она думает, что он у вас.",
        ". Поэтому мы оставили счёт там, где она просила, и она думает, что он у вас.",
    ),
    (
        "Договор № 7 на охрану склада мы продлили с вами в январе на весь текущий год без "
        "изменения цены и условий обслуживания",
        "; счёт за июнь на 18 000 рублей был выставлен первого числа, и мы ждали оплату до "
        "десятого июня.",
        ". Счёт за июнь на 18 000 рублей был выставлен первого числа, и мы ждали оплату до "
        "десятого июня.",
    ),
]


def greeted(sentence: str) -> str:
    """A message with one long sentence."""
    hello = "Анна, здравствуйте!" if re.match("[А-ЯЁ]", sentence) else "Hello Tom,"
    return f"{hello}\n\n{sentence}\n"


@pytest.mark.parametrize(("stays", "joined", "parted"), SPLIT)
def test_full_clauses_become_sentences(stays: str, joined: str, parted: str) -> None:
    assert split(greeted(stays + joined)) == greeted(stays + parted)


@pytest.mark.parametrize(
    "sentence",
    [
        # What follows from a request is promised on a condition.
        "Please pay the £240.00 for invoice 3107 by bank transfer to the account that is printed "
        "at the bottom of the invoice we sent you with the flowers in April, and we will send the "
        "receipt to you by post the very next day.",
        # Everything stands under the condition.
        "If your child takes part in the trip to the sea in June, the second payment of £45 is due "
        "by 20 May, and the office needs the signed form as well, and the swimming permission has "
        "to be handed in with it.",
        # A list of clauses.
        "We met old friends at the spring fair in the old mill, we tasted eleven kinds of jam from "
        "all over the county, and the children painted the fence behind the mill in colours that "
        "nobody in the whole club had planned.",
        # The second clause belongs to the reason.
        "We write to you about the invoice for the ten piano lessons of last spring because the "
        "amount of $90.00 is still open on the account of your daughter, and the school year ends "
        "with the concert on Friday evening.",
        # One subject, two verbs.
        "Our driver delivered the summer flowers to your shop in Mill Lane in the last week of "
        "April according to the plan that we had agreed on in winter, and left the invoice over "
        "£240.00 with your assistant at the counter.",
        # What somebody else said.
        "Your assistant told us last Monday on the phone that the invoice for the summer flowers "
        "over £240.00 had been paid from the account in Leeds on 5 May, and the receipt was in the "
        "post to our office in Mill Lane.",
        "Your letter says “the invoice for the new wooden fence between your garden and the garden "
        "of the family next door was paid on the last Saturday of April, and the bank has "
        "confirmed the transfer of £310 to us”.",
        "Если ребёнок едет в июне на экскурсию в Суздаль, вторую часть взноса, 2 300 рублей, нужно "
        "сдать до 20 мая, и согласие на поездку нужно принести классному руководителю в кабинет на "
        "втором этаже до конца этой недели.",
        "Переведите, пожалуйста, 18 000 рублей за два выезда садовника в апреле по счёту № С-118 "
        "до 30 мая на счёт, который указан внизу, и мы сразу подтвердим три следующих выезда на "
        "июнь, июль и август.",
        "Ваш помощник сказал нам в прошлый понедельник по телефону, что счёт за летние цветы на "
        "24 000 рублей оплачен со счёта в московском банке пятого мая, и квитанция уже отправлена "
        "почтой в наш офис на Мельничной улице.",
        "Мы подготовили для вас акт за апрель на 64 000 рублей по договору охраны склада от "
        "десятого января и отправили его вместе со счётом и счётом-фактурой вашему бухгалтеру на "
        "следующий день после окончания месяца с курьером.",
    ],
)
def test_what_hangs_together_stays(sentence: str) -> None:
    text = greeted(sentence)
    assert split(text) == text


def test_nothing_is_split_between_arms_or_in_a_list() -> None:
    left, joined, parted = SPLIT[0]
    item = f"Hello Tom,\n\n- {left}{joined}\n- You can pay by card.\n"
    assert split(item) == item
    armed = f"Hello Tom,\n\n{left}{{% if late %}}{joined}{{% else %}}.{{% endif %}}\n"
    assert split(armed, ".j2") == armed
    plain = f"Hello Tom,\n\n{{% if late %}}{left}{joined}{{% endif %}} Please pay $180.\n"
    assert parted in split(plain, ".j2")


def test_markup_and_line_ends_stay() -> None:
    left, joined, parted = SPLIT[1]
    page = f"<p>Hello Tom,</p>\n<p>{left}{joined}</p>\n".replace("new fence", "new <b>fence</b>")
    assert split(page, ".html") == page.replace(joined, parted)
    wrapped = greeted(left + joined.replace("but we", "but\r\nwe")).replace("\n\n", "\r\n\r\n")
    assert ". However,\r\nwe have" in split(wrapped) or ".\r\nHowever, we have" in split(wrapped)


def test_the_person_is_asked_to_look() -> None:
    left, joined, _ = SPLIT[1]
    report = Checker(Declared(language=Language.EN)).check_text(greeted(left + joined))
    [fix] = {fix for f in report.findings if f.rule == "long-sentence" for fix in f.fixes}
    assert fix.applicability is Applicability.UNSAFE
    assert "fourth of May. However, we have" in fix.label
    assert "hang together" in fix.caution


FACTS = ["£240.00", "5 May 2026", "INV-3107", "{{ amount }}", "tom@reed.example", "Ms Cole"]


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(SPLIT), st.lists(st.sampled_from(FACTS), max_size=3, unique=True))
def test_nothing_but_the_joints_changes(case: tuple[str, str, str], facts: list[str]) -> None:
    left, joined, _ = case
    text = greeted(left + "".join(f" ({fact})" for fact in facts) + joined)
    after = split(text, kind=Kind.TEMPLATE)
    words = [w.casefold() for w in re.findall(r"\w+", text)]
    kept = [w.casefold() for w in re.findall(r"\w+", after) if w not in ("However", "Однако")]
    joints = {"and", "but", "so", "и", "а", "но", "однако"}
    assert [w for w in kept if w not in joints] == [w for w in words if w not in joints]
    assert all(fact in after for fact in facts)
