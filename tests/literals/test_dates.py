"""Days: every way of naming one, their value, what is no day, and what a day is for."""

from __future__ import annotations

from datetime import date

import pytest

from tonecheck.literals.date_forms import DateKind
from tonecheck.literals.date_roles import DateRole
from tonecheck.literals.dates import DateMention, find_dates
from tonecheck.types import Language

EN, RU = Language.EN, Language.RU
SENT = date(2026, 3, 18)
"""A Wednesday."""


def one(text: str, language: Language, country: str | None = None) -> DateMention:
    """The only day in a text sent on :data:`SENT`."""
    (mention,) = find_dates(text, language, SENT, country)
    return mention


@pytest.mark.parametrize(
    ("sentence", "text", "value"),
    [
        pytest.param("due 5 March 2026.", "5 March 2026", (2026, 3, 5), id="day-month-year"),
        pytest.param("due on the 5th of March", "5th of March", (2026, 3, 5), id="5th-of-march"),
        pytest.param("due March 5, 2026, please", "March 5, 2026", (2026, 3, 5), id="month-first"),
        pytest.param("due 2026-03-05.", "2026-03-05", (2026, 3, 5), id="iso"),
        pytest.param("due 05.03.2026.", "05.03.2026", (2026, 3, 5), id="dots"),
        pytest.param("due 05.03.26, thanks", "05.03.26", (2026, 3, 5), id="two-digit-year"),
        pytest.param("due 12 Dec", "12 Dec", (2025, 12, 12), id="nearest-year-back"),
        pytest.param("due Sept 30", "Sept 30", (2025, 9, 30), id="nearest-half-year"),
        pytest.param("due 30 Jun.", "30 Jun", (2026, 6, 30), id="nearest-year-ahead"),
        pytest.param("due Friday 20 March", "Friday 20 March", (2026, 3, 20), id="with-weekday"),
        pytest.param("done 3 and 4 March", "3 and 4 March", (2026, 3, 4), id="two-days"),
        pytest.param("pay by the 20th.", "the 20th", (2026, 3, 20), id="ordinal-ahead"),
        pytest.param("was due the 25th.", "the 25th", (2026, 2, 25), id="ordinal-past"),
        pytest.param("pay by 20th please", "20th", (2026, 3, 20), id="ordinal-bare"),
        pytest.param(
            "was due the 1st of the month",
            "the 1st of the month",
            (2026, 3, 1),
            id="first-of-month",
        ),
        pytest.param(
            "due the first of next month", "the first of next month", (2026, 4, 1), id="in-words"
        ),
        pytest.param("It was agreed for Monday the 9th", "Monday the 9th", (2026, 3, 9), id="both"),
        pytest.param("Pay by Friday", "Friday", (2026, 3, 20), id="weekday-ahead"),
        pytest.param("It was due Monday", "Monday", (2026, 3, 16), id="weekday-past"),
        pytest.param("Pay by next Friday", "next Friday", (2026, 3, 27), id="next-weekday"),
        pytest.param("due last Saturday", "last Saturday", (2026, 3, 14), id="last-weekday"),
        pytest.param("by thurs pls", "thurs", (2026, 3, 19), id="short-weekday"),
        pytest.param("Bring it by Thursday lunch", "Thursday lunch", (2026, 3, 19), id="lunch"),
        pytest.param("due today", "today", (2026, 3, 18), id="today"),
        pytest.param("by tomorrow morning", "tomorrow morning", (2026, 3, 19), id="tomorrow"),
        pytest.param("pay tonight", "tonight", (2026, 3, 18), id="tonight"),
        pytest.param(
            "by close of business today", "close of business today", (2026, 3, 18), id="cob-today"
        ),
        pytest.param("by COB Friday", "Friday", (2026, 3, 20), id="cob-friday"),
        pytest.param("by the end of the month", "the end of the month", (2026, 3, 31), id="month"),
        pytest.param("till month end", "month end", (2026, 3, 31), id="month-end"),
        pytest.param("by end of week", "end of week", (2026, 3, 20), id="week-ends-friday"),
        pytest.param("by the end of April", "the end of April", (2026, 4, 30), id="named-month"),
        pytest.param("within 7 days", "within 7 days", (2026, 3, 25), id="within"),
        pytest.param("within 3 working days", "within 3 working days", (2026, 3, 23), id="working"),
        pytest.param("in 48 hours", "in 48 hours", (2026, 3, 20), id="hours"),
        pytest.param("within fourteen days", "within fourteen days", (2026, 4, 1), id="words"),
        pytest.param("in a fortnight", "in a fortnight", (2026, 4, 1), id="fortnight"),
        pytest.param("five days from now", "five days from now", (2026, 3, 23), id="from-now"),
        pytest.param("by the sixteenth", "the sixteenth", (2026, 3, 16), id="word-alone"),
        pytest.param("till Midsummer's Day", "Midsummer's Day", (2026, 6, 24), id="fixed-feast"),
        pytest.param("pay me 2moro", "2moro", (2026, 3, 19), id="as-typed"),
        pytest.param("Terms are net 30", "net 30", None, id="net-counts-from-the-invoice"),
    ],
)
def test_english_form(sentence: str, text: str, value: tuple[int, int, int] | None) -> None:
    mention = one(sentence, EN)
    assert (mention.text, mention.value) == (text, date(*value) if value else None)


@pytest.mark.parametrize(
    ("sentence", "text", "value"),
    [
        pytest.param("срок 5 марта", "5 марта", (2026, 3, 5), id="day-month"),
        pytest.param("до 5 марта 2026 г.", "5 марта 2026 г.", (2026, 3, 5), id="with-year"),
        pytest.param("срок 05.03.2026", "05.03.2026", (2026, 3, 5), id="dots"),
        pytest.param("до 18.03", "18.03", (2026, 3, 18), id="short-dots"),
        pytest.param("до 5.03", "5.03", (2026, 3, 5), id="one-figure"),
        pytest.param("до 15-го числа", "15-го числа", (2026, 3, 15), id="ordinal-number"),
        pytest.param("ждали до 22-го", "22-го", (2026, 2, 22), id="ordinal-past"),
        pytest.param("срок 31-е", "31-е", (2026, 3, 31), id="ordinal-neuter"),
        pytest.param("до 5 числа", "5 числа", (2026, 3, 5), id="number"),
        pytest.param(
            "до 5 числа следующего месяца",
            "5 числа следующего месяца",
            (2026, 4, 5),
            id="next-month",
        ),
        pytest.param("до третьего марта", "третьего марта", (2026, 3, 3), id="words"),
        pytest.param(
            "до двадцать пятого числа", "двадцать пятого числа", (2026, 3, 25), id="words-number"
        ),
        pytest.param("до пятницы", "пятницы", (2026, 3, 20), id="weekday"),
        pytest.param("обещали в пятницу", "пятницу", (2026, 3, 13), id="weekday-past"),
        pytest.param("к следующей среде", "следующей среде", (2026, 3, 25), id="next-weekday"),
        pytest.param("до пятницы, 20-го", "пятницы, 20-го", (2026, 3, 20), id="weekday-ordinal"),
        pytest.param(
            "до понедельника, 23 марта", "понедельника, 23 марта", (2026, 3, 23), id="weekday-date"
        ),
        pytest.param("оплатите сегодня", "сегодня", (2026, 3, 18), id="today"),
        pytest.param(
            "до сегодняшнего вечера", "сегодняшнего вечера", (2026, 3, 18), id="this-evening"
        ),
        pytest.param("переведите завтра", "завтра", (2026, 3, 19), id="tomorrow"),
        pytest.param("до конца месяца", "конца месяца", (2026, 3, 31), id="end-of-month"),
        pytest.param("до конца недели", "конца недели", (2026, 3, 22), id="week-ends-sunday"),
        pytest.param("ждём до конца дня", "конца дня", (2026, 3, 18), id="end-of-day"),
        pytest.param("до конца апреля", "конца апреля", (2026, 4, 30), id="end-of-named-month"),
        pytest.param("в течение 7 дней", "в течение 7 дней", (2026, 3, 25), id="within"),
        pytest.param("в течение суток", "в течение суток", (2026, 3, 19), id="within-a-day"),
        pytest.param(
            "в течение трёх рабочих дней",
            "в течение трёх рабочих дней",
            (2026, 3, 23),
            id="working-days",
        ),
        pytest.param("через неделю", "через неделю", (2026, 3, 25), id="in-a-week"),
        pytest.param("в пятидневный срок", "в пятидневный срок", (2026, 3, 23), id="term"),
    ],
)
def test_russian_form(sentence: str, text: str, value: tuple[int, int, int]) -> None:
    mention = one(sentence, RU)
    assert (mention.text, mention.value) == (text, date(*value))


@pytest.mark.parametrize(
    ("text", "country", "value", "ambiguous"),
    [
        pytest.param("5/3/2026", "US", date(2026, 5, 3), False, id="month-first"),
        pytest.param("5/3/2026", "GB", date(2026, 3, 5), False, id="day-first"),
        pytest.param("5/3/2026", "IN", date(2026, 3, 5), False, id="india"),
        pytest.param("5/3/2026", None, None, True, id="unknown-country"),
        pytest.param("5/3/2026", "CA", None, True, id="canada-uses-both"),
        pytest.param("25/3/2026", None, date(2026, 3, 25), False, id="only-one-reading"),
        pytest.param("3/25/2026", "GB", date(2026, 3, 25), False, id="impossible-order"),
    ],
)
def test_order_of_day_and_month(
    text: str, country: str | None, value: date | None, ambiguous: bool
) -> None:
    mention = one(f"due {text}", EN, country)
    assert (mention.value, mention.ambiguous) == (value, ambiguous)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        pytest.param(EN, "answer us within 10 BD", id="business-days-code"),
        pytest.param(EN, "She was in from 9:15 to 10:30.", id="times"),
        pytest.param(EN, "rent for weeks 5 to 8", id="weeks"),
        pytest.param(EN, "see version 2.10 and clause 4.11", id="versions"),
        pytest.param(EN, "it costs 12.10 a yard", id="amount"),
        pytest.param(EN, "the 2nd reminder and the 3rd floor", id="counted-nouns"),
        pytest.param(EN, "2ND TIME writing", id="third-time"),
        pytest.param(EN, "you may 5 times a day", id="modal-may"),
        pytest.param(EN, "sat on the sun lounger", id="words-like-weekdays"),
        pytest.param(EN, "before Easter, or by 5, or soon", id="no-day"),
        pytest.param(EN, "season 27/28", id="season"),
        pytest.param(RU, "подождите 5 минут", id="ru-minutes"),
        pytest.param(RU, "по п. 10.12 договора", id="ru-clause"),
        pytest.param(RU, "12.10 руб. за штуку", id="ru-amount"),
        pytest.param(RU, "сдали 2-е письмо и 3-го этапа", id="ru-counted-nouns"),
        pytest.param(RU, "с 9 до 18 часов", id="ru-hours"),
        pytest.param(RU, "в городской среде живут", id="ru-environment"),
        pytest.param(EN, "our second letter, the third lamp", id="ordinals-that-count"),
        pytest.param(RU, "на днях, как-нибудь", id="ru-vague"),
    ],
)
def test_no_day(language: Language, sentence: str) -> None:
    assert find_dates(sentence, language, SENT) == ()


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        pytest.param("The sum was due on 30 June.", "due", id="was-due"),
        pytest.param("It is payable until 19 June.", "due", id="payable-until"),
        pytest.param("Please pay by 5 June.", "due", id="pay-by"),
        pytest.param("I would like a cheque before Sunday.", "due", id="before-sunday"),
        pytest.param("The bill is due today.", "due", id="due-today"),
        pytest.param("It was down for the 17th.", "due", id="down-for"),
        pytest.param("It was agreed for Monday the 8th.", "due", id="agreed"),
        pytest.param("The account is unpaid since 5 June.", "due", id="unpaid-since"),
        pytest.param("The sum is pending since 5 June.", "due", id="pending-since"),
        pytest.param("Today is the due date.", "due", id="cue-after"),
        pytest.param("Would 12 June suit you?", "due", id="new-date-asked"),
        pytest.param("Can you transfer it tonight?", "due", id="transfer-tonight"),
        pytest.param("Your card will be charged on 15 June.", "due", id="will-be-charged"),
        pytest.param("Could you manage 9 June?", "due", id="could-manage"),
        pytest.param("Shall we say Tuesday?", "due", id="shall-we-say"),
        pytest.param("The half had to be here on 9 June.", "due", id="had-to-be-here"),
        pytest.param("On 9 June your premium falls due.", "due", id="falls-due-after"),
        pytest.param("9 June was the day for it.", "due", id="was-the-day"),
        pytest.param("The invoice is dated 8 April.", "invoice", id="dated"),
        pytest.param("Thirty days after the May 9 invoice date.", "invoice", id="invoice-date"),
        pytest.param("The tiles were delivered on 9 June.", "event", id="delivered"),
        pytest.param("We wrote on 3 July.", "letter", id="wrote"),
        pytest.param("Per my letter of 3 July.", "letter", id="letter-of"),
        pytest.param("Thank you, we received your payment on 5 May.", "event", id="received"),
        pytest.param("Please fill in the survey by Friday.", "unknown", id="other-task"),
        pytest.param("Please let us know by Friday.", "unknown", id="answer-by"),
        pytest.param("The last part is due. Tomorrow we open again.", "unknown", id="sentence"),
    ],
)
def test_english_role(sentence: str, role: str) -> None:
    assert one(sentence, EN).role is DateRole(role)


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        pytest.param("Срок оплаты — 12 октября.", "due", id="term"),
        pytest.param("Просим оплатить до 25 ноября.", "due", id="until"),
        pytest.param("Ждали платёж до 22-го.", "due", id="waited"),
        pytest.param("Мы договаривались на 29-е.", "due", id="agreed"),
        pytest.param("Вы обещали в пятницу.", "due", id="promised"),
        pytest.param("Срок платежа истёк 12 апреля.", "due", id="expired"),
        pytest.param("Оплата просрочена с 5 марта.", "due", id="overdue-since"),
        pytest.param("Сегодня пора платить аренду.", "due", id="cue-after"),
        pytest.param("Переведите, пожалуйста, к среде.", "due", id="towards"),
        pytest.param("Просим внести плату в течение суток.", "due", id="within"),
        pytest.param("Пусть будет 30 ноября.", "due", id="new-date"),
        pytest.param("Край — 8 июля.", "due", id="edge"),
        pytest.param("Расчётный день у нас 10-е.", "due", id="settlement-day"),
        pytest.param("Внесите плату до десятого.", "due", id="ordinal-word"),
        pytest.param("Ждём взнос до последнего дня квартала.", "due", id="last-day"),
        pytest.param("Сможешь вернуть завтра?", "due", id="can-you-return"),
        pytest.param("Уговаривались на 31 января.", "due", id="arranged"),
        pytest.param("Взнос намечался на 1 марта.", "due", id="planned"),
        pytest.param("День уплаты 5 мая, как всегда.", "due", id="day-of-payment"),
        pytest.param("Двигаю на 19 марта.", "due", id="moved"),
        pytest.param("12 сентября вносится плата за хор.", "due", id="cue-far-after"),
        pytest.param("14-го взнос за склад, 2 300 ₽.", "due", id="beside-a-sum"),
        pytest.param("14-го концерт, вход 300 ₽ у двери, занятия потом.", "unknown", id="concert"),
        pytest.param("Счёт № 73 от 9 апреля у вас.", "invoice", id="invoice-of"),
        pytest.param("По письму от 9 апреля ответа нет.", "letter", id="letter-of"),
        pytest.param("Мы писали вам 9 апреля.", "letter", id="wrote"),
        pytest.param("Праздник 8 мая прошёл чудесно.", "event", id="banquet"),
        pytest.param("Плитку отгрузили 4 июня.", "event", id="shipped"),
        pytest.param("До 17-го нужно заполнить анкету.", "unknown", id="form"),
        pytest.param("Голосование идёт до четверга.", "unknown", id="vote"),
        pytest.param("Через неделю мы открываемся.", "unknown", id="opening"),
    ],
)
def test_russian_role(sentence: str, role: str) -> None:
    assert one(sentence, RU).role is DateRole(role)


def test_coordinated_days_share_a_role() -> None:
    mentions = find_dates("We wrote on 3 July and on 21 July.", EN)
    assert [m.role for m in mentions] == [DateRole.LETTER, DateRole.LETTER]


def test_apposition_shares_a_role() -> None:
    mentions = find_dates("Сегодня, 9 июня, срок третьего взноса.", RU)
    assert [m.role for m in mentions] == [DateRole.DUE, DateRole.DUE]


def test_a_day_beside_a_sum_is_due_only_where_no_other_is() -> None:
    mentions = find_dates("14-го взнос за склад, 2 300 ₽. Оплатите до 20 мая.", RU)
    assert [m.role for m in mentions] == [DateRole.UNKNOWN, DateRole.DUE]


def test_a_limit_right_after_a_sum_is_due_whatever_else_is_done() -> None:
    assert one("Ошибки исправлены, 5 400 ₽, до 8 июля, карта прежняя.", RU).role is DateRole.DUE


def test_relative_day_has_no_value_without_a_day_of_writing() -> None:
    (mention,) = find_dates("Pay by Friday.", EN)
    assert (mention.value, mention.past, mention.kind) == (None, None, DateKind.WEEKDAY)


def test_day_and_month_survive_without_a_year() -> None:
    (mention,) = find_dates("до 25 ноября", RU)
    assert (mention.value, mention.month, mention.day) == (None, 11, 25)


@pytest.mark.parametrize(
    ("sentence", "past"),
    [("due 5 March 2026", True), ("due 5 April 2026", False), ("due today", False)],
    ids=["before", "after", "same-day"],
)
def test_past_compares_with_the_day_of_writing(sentence: str, past: bool) -> None:
    assert one(sentence, EN).past is past


@pytest.mark.parametrize("text", ["31 June", "30.02.2026", "2026-13-01", "45/45/2026"])
def test_impossible_day_is_no_day(text: str) -> None:
    assert find_dates(f"due {text} at last", EN, SENT) == ()


def test_placeholder_is_a_wall() -> None:
    assert find_dates("due 5 \ue000 2026 and the \ue000th", EN, SENT) == ()


PAY_DAYS = [
    "£18 for the gutters. Transfer or cash, today or tomorrow.",
    "I need it today by 10 p.m.",
    "PayPal me tonight, please.",
    "You have got till dusk tomorrow to pay up.",
    "The instalment had to be paid on 28.02.",
    "Two months, EUR 61, deadline 30.11., thank you.",
    "The mailbox renews on 18 September at €40.",
    "Today's the day: £30 for the marquee.",
    "The sum is due when the fence stands, 8 March.",
    "The van comes on the 9th, and £40 is due that day.",
    "We have moved the date to 29 August.",
    "If the visit goes well, the 25th would suit us.",
]
NO_PAY_DAYS = [
    "$90 for the trim on 14 November has not landed.",
    "It is about the 900 I lent you on 5 January.",
    "The quote of 2 June was £1,900.",
    "Would Thursday suit for a look at the tap?",
    "Upgrade before the 20th and bring a friend.",
    "The fee is taken some time around the end of the month.",
    "Could you send the rest today-ish?",
    "Nothing has come until today.",
    "I came by today about the £40.",
    "We open from 09.10 and shut at 17.45.",
]


@pytest.mark.parametrize("text", PAY_DAYS)
def test_english_day_to_pay(text: str) -> None:
    assert DateRole.DUE in [d.role for d in find_dates(text, EN, SENT)]


@pytest.mark.parametrize("text", NO_PAY_DAYS)
def test_english_day_of_something_else(text: str) -> None:
    assert DateRole.DUE not in [d.role for d in find_dates(text, EN, SENT)]


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("Сегодня день взноса за хор, Лида.", id="today-is-the-day"),
        pytest.param("Если завтра к девяти утра денег не будет.", id="money-by-an-hour"),
        pytest.param("Напоминаем, что 25 сентября подходит срок взноса.", id="reminds-of-the-day"),
        pytest.param("Стол собран, остаток 14 000 по заказу 73, сегодня картой.", id="sum-today"),
        pytest.param("19 400 по заявке 12 сегодня же.", id="this-very-day"),
        pytest.param("Сегодня у нас с вами 2 700 за стирку.", id="today-a-sum"),
        pytest.param("Завтра к восьми утра на карту Озона.", id="by-eight-tomorrow"),
        pytest.param("Расчёт завтра в 11:30, без опозданий.", id="settlement-tomorrow"),
        pytest.param("За секцию 3 100, по расписанию было 12-е.", id="by-the-timetable"),
        pytest.param("Отсрочка на месяц завершилась 3 мая.", id="respite-over"),
        pytest.param("Крайний срок четверг.", id="bare-weekday"),
        pytest.param("Я говорил про среду.", id="spoke-of"),
        pytest.param("Расчёт был в день отъезда, 6-го.", id="in-apposition"),
        pytest.param("За отруби 900 сом с 4 мая висит.", id="open-since"),
        pytest.param("Осталось 5 100, уговор был на двадцатое.", id="word-after-on"),
        pytest.param("Даём трое суток, потом решаем.", id="three-days"),
        pytest.param("Дата в накладной стояла 4 мая.", id="stood-in-the-paper"),
        pytest.param("Ты говорил, что после аванса, 22-го.", id="after-the-advance"),
        pytest.param("9 тыщ, ты хотела 12-го.", id="wanted-to"),
        pytest.param("Срок был 3.11, жду.", id="day-and-month-in-figures"),
    ],
)
def test_russian_everyday_due_days(sentence: str) -> None:
    assert one(sentence, RU).role is DateRole.DUE


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("Сегодня сверили кассу: взноса нет.", id="looked-today"),
        pytest.param("Завтра до обеда закрыто, деньги ждут в сейфе.", id="closed-until-noon"),
        pytest.param("Мы сегодня писали про оплату.", id="wrote-today"),
        pytest.param("Мне завтра за садик платить.", id="own-payment"),
        pytest.param("Сегодня платёж не пришёл.", id="did-not-come"),
        pytest.param("Выберите до пятницы, какой торт заказать.", id="choice"),
        pytest.param("Копейки до субботы считаю.", id="counting-pennies"),
        pytest.param("На второе дали котлету.", id="second-course"),
        pytest.param("Эскизы отправлены 9 января, остаток 4 000 ₽.", id="sent"),
    ],
)
def test_russian_days_of_something_else(sentence: str) -> None:
    assert DateRole.DUE not in {mention.role for mention in find_dates(sentence, RU)}
