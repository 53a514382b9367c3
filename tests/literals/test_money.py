"""Sums of money: every way of writing one, what is no sum, and what a sum is for."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tonecheck.literals.money import MoneyRole, find_money
from tonecheck.types import Language

EN, RU = Language.EN, Language.RU


def one(text: str, language: Language, country: str | None = None) -> tuple[str, Decimal, str]:
    """The text, value and currency of the only sum in a text."""
    (money,) = find_money(text, language, country=country)
    return money.text, money.value, money.currency or ""


@pytest.mark.parametrize(
    ("sentence", "text", "value", "currency"),
    [
        pytest.param("The bill is $1,250.00 now.", "$1,250.00", "1250", "USD", id="dollar-cents"),
        pytest.param(
            "К оплате 1326 австралийских долларов.",
            "1326 австралийских долларов",
            "1326",
            "AUD",
            id="adjective-russian",
        ),
        pytest.param("It came to US$ 2,350.", "US$ 2,350", "2350", "USD", id="us-dollar-gap"),
        pytest.param("We charge CA$315 a load", "CA$315", "315", "CAD", id="canadian"),
        pytest.param("C$40.50 is open", "C$40.50", "40.50", "CAD", id="canadian-short"),
        pytest.param("Claim of A$38,450.00 stands", "A$38,450.00", "38450", "AUD", id="australian"),
        pytest.param("S$415 unpaid", "S$415", "415", "SGD", id="singapore"),
        pytest.param("NZ$12.90 please", "NZ$12.90", "12.90", "NZD", id="new-zealand"),
        pytest.param("The quote was R2 460,00.", "R2 460,00", "2460", "ZAR", id="rand-comma"),
        pytest.param("We still need R5 320, thanks", "R5 320", "5320", "ZAR", id="rand-space"),
        pytest.param("a total of R 12 400 for both", "R 12 400", "12400", "ZAR", id="rand-gap"),
        pytest.param("Pending Rs. 31,400/- only", "Rs. 31,400/-", "31400", "INR", id="rs-slash"),
        pytest.param("Rs 45,000 is open", "Rs 45,000", "45000", "INR", id="rs"),
        pytest.param("Rs4,215 today", "Rs4,215", "4215", "INR", id="rs-attached"),
        pytest.param("kindly pay ₹5,260", "₹5,260", "5260", "INR", id="rupee-sign"),
        pytest.param("INR 1,25,000.00 net", "INR 1,25,000.00", "125000", "INR", id="lakh-commas"),
        pytest.param("₹2.5 lakh is left", "₹2.5 lakh", "250000", "INR", id="rupee-lakh"),
        pytest.param("₦143,500 remains", "₦143,500", "143500", "NGN", id="naira-sign"),
        pytest.param("Abeg send N45k", "N45k", "45000", "NGN", id="naira-letter"),
        pytest.param("that is 30,000 naira", "30,000 naira", "30000", "NGN", id="naira-word"),
        pytest.param("£3,118 plus VAT", "£3,118", "3118", "GBP", id="pounds-vat"),
        pytest.param("It is 1.250,00 € in all", "1.250,00 €", "1250", "EUR", id="euro-after"),
        pytest.param("€1.250,00 is open", "€1.250,00", "1250", "EUR", id="euro-before"),
        pytest.param("bill about 471,30 GBP", "471,30 GBP", "471.30", "GBP", id="code-after"),
        pytest.param("USD 3k by wire", "USD 3k", "3000", "USD", id="code-k"),
        pytest.param("USD 1.2m is a lot", "USD 1.2m", "1200000", "USD", id="code-million"),
        pytest.param("CHF 1'250.00 to us", "CHF 1'250.00", "1250", "CHF", id="apostrophe"),
        pytest.param("KES 14,500 please", "KES 14,500", "14500", "KES", id="kenya"),
        pytest.param("Naira 50,000 remains", "Naira 50,000", "50000", "NGN", id="naira-first"),
        pytest.param("3,400 dirhams, please", "3,400 dirhams", "3400", "AED", id="dirhams"),
        pytest.param("still owed $1.2k", "$1.2k", "1200", "USD", id="dollar-k"),
        pytest.param("40 bucks for the cab", "40 bucks", "40", "USD", id="bucks"),
        pytest.param(
            "I lent you two hundred and forty pounds.",
            "two hundred and forty pounds",
            "240",
            "GBP",
            id="words-pounds",
        ),
        pytest.param("That's forty dollars.", "forty dollars", "40", "USD", id="words-dollars"),
        pytest.param("You owe me fifty quid", "fifty quid", "50", "GBP", id="words-quid"),
        pytest.param(
            "Twenty-five hundred dollars is due",
            "Twenty-five hundred dollars",
            "2500",
            "USD",
            id="words-hyphen",
        ),
    ],
)
def test_english_form(sentence: str, text: str, value: str, currency: str) -> None:
    assert one(sentence, EN) == (text, Decimal(value), currency)


@pytest.mark.parametrize(
    ("sentence", "text", "value", "currency"),
    [
        pytest.param("Осталось 12 500 руб. за двери", "12 500 руб.", "12500", "RUB", id="rub"),
        pytest.param("это 12 500,00 рублей", "12 500,00 рублей", "12500", "RUB", id="rubles"),
        pytest.param(
            "21 406 руб. 35 коп. за квартал", "21 406 руб. 35 коп.", "21406.35", "RUB", id="kopecks"
        ),
        pytest.param(
            "31 400 (тридцать одна тысяча четыреста) рублей",
            "31 400 (тридцать одна тысяча четыреста) рублей",
            "31400",
            "RUB",
            id="spelt-out-in-brackets",
        ),
        pytest.param("всего 1,5 тыс. ₽ осталось", "1,5 тыс. ₽", "1500", "RUB", id="thousand-sign"),
        pytest.param("за вами 230 т.р.", "230 т.р.", "230000", "RUB", id="t-r"),
        pytest.param("всего 15 тыс.руб. за двоих", "15 тыс.руб.", "15000", "RUB", id="no-gap"),
        pytest.param(
            "на 18 900-00 руб. всего", "18 900-00 руб.", "18900", "RUB", id="dash-kopecks"
        ),
        pytest.param("кинь 4300р на карту", "4300р", "4300", "RUB", id="r-attached"),
        pytest.param("нужно 2 млн сум", "2 млн сум", "2000000", "UZS", id="million-sum"),
        pytest.param(
            "нужно ещё 3,5 млн сум", "3,5 млн сум", "3500000", "UZS", id="decimal-million"
        ),
        pytest.param("1 430 000 сўм за ткани", "1 430 000 сўм", "1430000", "UZS", id="uzbek-sum"),
        pytest.param("45 000 тг до пятницы", "45 000 тг", "45000", "KZT", id="tenge-short"),
        pytest.param("64 000 ₸ за курсы", "64 000 ₸", "64000", "KZT", id="tenge-sign"),
        pytest.param("310 000 тенге за зал", "310 000 тенге", "310000", "KZT", id="tenge"),
        pytest.param("Плата 512 BYN", "512 BYN", "512", "BYN", id="byn"),
        pytest.param("120 бел. руб. за кружок", "120 бел. руб.", "120", "BYN", id="bel-rub"),
        pytest.param("215 000 драмов за ролик", "215 000 драмов", "215000", "AMD", id="drams"),
        pytest.param("9 500 сомов за доставку", "9 500 сомов", "9500", "KGS", id="soms"),
        pytest.param("₽ 500 за хостинг", "₽ 500", "500", "RUB", id="sign-before"),
        pytest.param(
            "12\u00a0500\u00a0руб. за окна",
            "12\u00a0500\u00a0руб.",
            "12500",
            "RUB",
            id="no-break-spaces",
        ),
        pytest.param("12\u2009500 ₽ за окна", "12\u2009500 ₽", "12500", "RUB", id="thin-space"),
        pytest.param(
            "полторы тысячи рублей", "полторы тысячи рублей", "1500", "RUB", id="polutora"
        ),
        pytest.param(
            "взнос три тысячи двести рублей",
            "три тысячи двести рублей",
            "3200",
            "RUB",
            id="words-nominative",
        ),
        pytest.param(
            "не хватает двух тысяч трёхсот рублей",
            "двух тысяч трёхсот рублей",
            "2300",
            "RUB",
            id="words-genitive",
        ),
        pytest.param(
            "я дал тебе тысячу рублей", "тысячу рублей", "1000", "RUB", id="single-thousand"
        ),
        pytest.param(
            "ещё десять тысяч тенге", "десять тысяч тенге", "10000", "KZT", id="words-tenge"
        ),
    ],
)
def test_russian_form(sentence: str, text: str, value: str, currency: str) -> None:
    assert one(sentence, RU) == (text, Decimal(value), currency)


@pytest.mark.parametrize(
    ("language", "sentence", "text", "value"),
    [
        pytest.param(EN, "The balance is 80k, thanks", "80k", "80000", id="balance-k"),
        pytest.param(EN, "We still wait for 2.5 lakh.", "2.5 lakh", "250000", id="lakh"),
        pytest.param(EN, "Your fee of 310 is open", "310", "310", id="fee-of"),
        pytest.param(EN, "Amount due: 1,240.50", "1,240.50", "1240.50", id="amount-due"),
        pytest.param(RU, "Перевод 17 300 за вёрстку", "17 300", "17300", id="transfer"),
        pytest.param(RU, "Напоминаю: оплата 3600", "3600", "3600", id="payment"),
        pytest.param(RU, "За вами долг 6100.", "6100", "6100", id="debt"),
        pytest.param(RU, "нужно 18 тыс за плитку", "18 тыс", "18000", id="thousand-short"),
        pytest.param(RU, "не хватает 7,5 тыс., увы", "7,5 тыс.", "7500", id="thousand-dot"),
        pytest.param(RU, "сбор, семь тысяч, до осени", "семь тысяч", "7000", id="words"),
        pytest.param(RU, "Скиньте 1500 сегодня", "1500", "1500", id="send"),
        pytest.param(EN, "Please send 450 by Friday", "450", "450", id="send-en"),
        pytest.param(RU, "За ролик 38 000, договорились", "38 000", "38000", id="for-something"),
        pytest.param(EN, "Igor! 86,000 for the tiling.", "86,000", "86000", id="for-the-work"),
    ],
)
def test_bare_number_beside_a_money_word(
    language: Language, sentence: str, text: str, value: str
) -> None:
    assert one(sentence, language) == (text, Decimal(value), "")


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        pytest.param(EN, "Call me on 01632 960 874 or 555-0164.", id="phones"),
        pytest.param(EN, "She was in from 9:15 to 10:30.", id="times"),
        pytest.param(EN, "Weeks 5 to 8 are on the sheet.", id="weeks"),
        pytest.param(EN, "Attendance: 12,000 for the season.", id="attendance"),
        pytest.param(EN, "See 5 March 2026 and 05/03/2026.", id="dates"),
        pytest.param(EN, "Payment 2026 is closed.", id="year"),
        pytest.param(EN, "Our yard is at N18 2SF, unit 40.", id="postcode"),
        pytest.param(EN, "That is 5 % of the total.", id="percent"),
        pytest.param(EN, "The total 40 boxes arrived.", id="boxes"),
        pytest.param(EN, "We printed 3,000 leaflets.", id="leaflets"),
        pytest.param(EN, "The song has 2.4 million plays.", id="views"),
        pytest.param(EN, "We ran the 5k race.", id="race"),
        pytest.param(EN, "Payment 3 of 6 comes next.", id="instalment-number"),
        pytest.param(EN, "Some couple of thousand then.", id="vague-thousand"),
        pytest.param(EN, "A few hundred pounds or so.", id="vague-hundred"),
        pytest.param(EN, "Forty pounds of potatoes were left.", id="weight"),
        pytest.param(EN, "Thanks a million!", id="idiom"),
        pytest.param(EN, "Your card ending 8052 was declined.", id="card-ending"),
        pytest.param(RU, "Позвоните: 8 909 555-18-20.", id="ru-phone"),
        pytest.param(RU, "Оплата по номеру 8 903 222 11 09.", id="ru-payment-phone"),
        pytest.param(RU, "Пеня 0,3 % и НДС 20 %.", id="ru-percent"),
        pytest.param(RU, "Всего 12 саженцев и 40 коробок.", id="ru-quantity"),
        pytest.param(RU, "Осталось 5 дней, с 9 до 18 часов.", id="ru-days"),
        pytest.param(RU, "Оплата 2025 года учтена.", id="ru-year"),
        pytest.param(RU, "За октябрь 2025, квартира 58.", id="ru-month-year"),
        pytest.param(RU, "Там пара тысяч, потом посчитаем.", id="ru-vague"),
        pytest.param(RU, "Отпечатали две тысячи листовок.", id="ru-leaflets"),
        pytest.param(RU, "Платить 15 числа каждого месяца.", id="ru-day"),
        pytest.param(RU, "Карта 8600 **** 9035, п. 4.1.", id="ru-card"),
    ],
)
def test_no_sum(language: Language, sentence: str) -> None:
    assert find_money(sentence, language) == ()


@pytest.mark.parametrize(
    ("language", "sentence", "roles"),
    [
        pytest.param(EN, "Please pay $520.", ["due"], id="due"),
        pytest.param(EN, "There is one $75 nuisance fee.", ["fee"], id="fee-after"),
        pytest.param(EN, "The fine is Rs. 350/- here.", ["fee"], id="fine-before"),
        pytest.param(EN, "Swim fee for Tara, $145, is open.", ["due"], id="fee-that-is-the-debt"),
        pytest.param(EN, "It grows by £9 a day.", ["fee"], id="per-day"),
        pytest.param(EN, "We have received $100 of the $300.", ["paid", "due"], id="part-paid"),
        pytest.param(EN, "We have not received $100.", ["due"], id="not-received"),
        pytest.param(EN, "You paid €340 in May, so €340 is left.", ["paid", "due"], id="you-paid"),
        pytest.param(EN, "The $386 must be paid by Friday.", ["due"], id="must-be-paid"),
        pytest.param(EN, "Reduced from ₹7,100 to ₹5,260.", ["other", "due"], id="reduced"),
        pytest.param(EN, "$50 instead of $80.", ["due", "other"], id="instead"),
        pytest.param(EN, "$900 less a discount of $45.", ["due", "fee"], id="discount"),
        pytest.param(EN, "A deposit of $200 is due on 5 May.", ["due"], id="deposit-due"),
        pytest.param(EN, "Charges $340, payments -$100.", ["due", "paid"], id="minus"),
        pytest.param(EN, "Plans from $20 a month.", ["other"], id="price-from"),
        pytest.param(RU, "К оплате 9 130 рублей.", ["due"], id="ru-due"),
        pytest.param(RU, "Начислен штраф 500 руб.", ["fee"], id="ru-fine"),
        pytest.param(RU, "Пеня 300 руб. в сутки.", ["fee"], id="ru-penalty"),
        pytest.param(
            RU, "Вместо 8 200 рублей выходит 6 150 рублей.", ["other", "due"], id="ru-instead"
        ),
        pytest.param(RU, "Получили 5 000 ₽, осталось 3 000 ₽.", ["paid", "due"], id="ru-part-paid"),
        pytest.param(RU, "До сих пор не поступило 21 406 руб.", ["due"], id="ru-not-received"),
        pytest.param(
            RU, "Убрали 1 500 рублей, остаётся 17 200 рублей.", ["fee", "due"], id="ru-deduction"
        ),
        pytest.param(
            RU, "Осталось 600 р. За каждый день плюс 30 р.", ["due", "fee"], id="ru-next-sentence"
        ),
    ],
)
def test_role(language: Language, sentence: str, roles: list[str]) -> None:
    assert [money.role for money in find_money(sentence, language)] == [
        MoneyRole(role) for role in roles
    ]


@pytest.mark.parametrize(
    ("mark", "country", "currency"),
    [
        pytest.param("$40", None, "USD", id="plain-dollar"),
        pytest.param("$40", "CA", "CAD", id="dollar-in-canada"),
        pytest.param("$40", "au", "AUD", id="dollar-in-australia"),
        pytest.param("US$40", "CA", "USD", id="named-dollar-stays"),
        pytest.param("40 dollars", "SG", "SGD", id="dollar-word"),
        pytest.param("Rs 40", "PK", "PKR", id="rupees-in-pakistan"),
        pytest.param("40 руб.", "BY", "BYN", id="roubles-in-belarus"),
        pytest.param("40 USD", "CA", "USD", id="code-stays"),
    ],
)
def test_country_settles_a_plain_mark(mark: str, country: str | None, currency: str) -> None:
    assert one(f"It is {mark}.", EN, country)[2] == currency


def test_placeholder_is_a_wall() -> None:
    assert find_money("balance \ue000 310 and $\ue000", EN) == ()


def test_legal_spelling_names_the_sum_twice() -> None:
    sums = find_money("Rs. 31,400/- (Rupees thirty one thousand four hundred only)", EN)
    assert {money.value for money in sums} == {Decimal(31400)}


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        pytest.param("Долг: 7 тыс. Спасибо.", 7000, id="thousands-end-a-sentence"),
        pytest.param("За мебель девяносто рублей.", 90, id="ninety"),
        pytest.param("Сдаём по 1 500 на автобус.", 1500, id="collection"),
        pytest.param("Осталось 15 тыщ за свадьбу.", 15000, id="spoken-thousands"),
        pytest.param("За квартиру 90к ждал первого.", 90000, id="k-before-a-verb"),
    ],
)
def test_russian_everyday_sums(sentence: str, value: int) -> None:
    assert [money.value for money in find_money(sentence, RU)] == [Decimal(value)]


def test_day_of_the_month_is_no_sum() -> None:
    assert find_money("Срок оплаты 28-е число.", RU) == ()


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        pytest.param("31 200 по заявке 77, жду.", 31200, id="begins-a-sentence"),
        pytest.param("Взнос за горку твой, 7 400.", 7400, id="after-a-comma"),
        pytest.param("Колодец почистил, 3500, как решили.", 3500, id="four-digits-set-apart"),
        pytest.param("За май не хватает 2600.", 2600, id="shortfall"),
        pytest.param("Твоя доля 1900, Лёша.", 1900, id="share"),
        pytest.param("95 тысяч занесите в среду.", 95000, id="imperative-follows"),
        pytest.param("Дрова, 8 кубов, 640 000 теңге.", 640000, id="kazakh-spelling"),
        pytest.param("Пишешь «перевела мама», а 9 300 нет.", 9300, id="their-words-before"),
    ],
)
def test_russian_bare_sums(sentence: str, value: int) -> None:
    (money,) = find_money(sentence, RU)
    assert (money.value, money.role) == (Decimal(value), MoneyRole.DUE)


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("Показания счётчика 14 520, запишите.", id="meter"),
        pytest.param("Пробег 86 000, масло сменили.", id="mileage"),
        pytest.param("Последние цифры карты 7 730, Ольга.", id="card"),
        pytest.param("Код домофона 4500, звоните.", id="code"),
        pytest.param("Дом сдали в срок, 2000, кирпичный.", id="year"),
        pytest.param("Осталось чуть больше сорока тысяч.", id="rather-more"),
        pytest.param("Там что-то под двадцать тысяч.", id="nearly"),
        pytest.param("Вышло около 15 тысяч, посмотрю.", id="about"),
    ],
)
def test_russian_figures_that_are_no_sum(sentence: str) -> None:
    assert find_money(sentence, RU) == ()
