"""Numbers of papers: what counts and what does not."""

from __future__ import annotations

import pytest

from tonecheck.literals.references import find_references
from tonecheck.types import Language

EN, RU = Language.EN, Language.RU


@pytest.mark.parametrize(
    ("language", "sentence", "number"),
    [
        pytest.param(EN, "Invoice 2290 is open.", "2290", id="invoice"),
        pytest.param(EN, "See inv 4106, thanks", "4106", id="inv"),
        pytest.param(EN, "It was job card 118, on time.", "118", id="job-card"),
        pytest.param(EN, "Your booking number is 88.", "88", id="number-is"),
        pytest.param(EN, "The duty on parcel QX7719 is open.", "QX7719", id="parcel"),
        pytest.param(RU, "По договору охраны 81 есть остаток.", "81", id="typed-contract"),
        pytest.param(RU, "Взнос, регистрация 0318.", "0318", id="registration"),
        pytest.param(EN, "Our invoice no. 17 is open", "17", id="invoice-no"),
        pytest.param(EN, "Invoice No. 418 of 2 October is open", "418", id="invoice-of-a-day"),
        pytest.param(EN, "Invoice number: 4471", "4471", id="invoice-number"),
        pytest.param(EN, "Re: #INV-204", "INV-204", id="hash"),
        pytest.param(EN, "I mean INV-204 here", "INV-204", id="standing-code"),
        pytest.param(EN, "gutters, ref GT73, due", "GT73", id="ref"),
        pytest.param(EN, "your radio (ticket 6624) plays", "6624", id="ticket"),
        pytest.param(EN, "scooter a/c 0083-12 shows", "0083-12", id="a-c"),
        pytest.param(EN, "PO 7731, the blue ones", "7731", id="po"),
        pytest.param(EN, "account BX-30117 shows", "BX-30117", id="account"),
        pytest.param(EN, "two nights in May (P-402).", "P-402", id="brackets"),
        pytest.param(EN, "curtains, order T40552", "T40552", id="order"),
        pytest.param(EN, "invoice RM/208 is attached", "RM/208", id="slash"),
        pytest.param(EN, "Awning, docket 62.", "62", id="docket"),
        pytest.param(EN, "The invoice for the hedges is 7302 for both.", "7302", id="is-number"),
        pytest.param(EN, "our T.I. No. 512/25-26 for yarn", "512/25-26", id="no-alone"),
        pytest.param(EN, "Our invoice 2026/0345 of May", "2026/0345", id="year-slash"),
        pytest.param(EN, "your membership M-20881 ends", "M-20881", id="membership"),
        pytest.param(EN, "policy no AX 40912 lapses", "AX 40912", id="letters-and-space"),
        pytest.param(EN, "Matter 2024-0311: the fee is open", "2024-0311", id="matter"),
        pytest.param(EN, "The tent, hire note H-118, is open", "H-118", id="hire-note"),
        pytest.param(EN, "I mean INV-UK-0417 here", "INV-UK-0417", id="code-with-country"),
        pytest.param(EN, "about FA-2024-318, thanks", "FA-2024-318", id="code-of-three"),
        pytest.param(RU, "Счёт № 204 выставлен", "204", id="ru-invoice"),
        pytest.param(RU, "напоминаю про счёт 617, спасибо", "617", id="ru-invoice-plain"),
        pytest.param(RU, "по счету TV-30448 тишина", "TV-30448", id="ru-invoice-code"),
        pytest.param(RU, "по накладной 93 долг", "93", id="ru-waybill"),
        pytest.param(RU, "Напомню про договор 14-М", "14-М", id="ru-contract"),
        pytest.param(RU, "договор аренды № 207", "207", id="ru-contract-words-between"),
        pytest.param(RU, "(договор от 14.02.2024): аренда", "14.02.2024", id="ru-contract-by-date"),
        pytest.param(RU, "интернет, л/с 660318, спасибо", "660318", id="ru-personal-account"),
        pytest.param(RU, "лицевой счёт 0071126", "0071126", id="ru-personal-account-words"),
        pytest.param(RU, "По заказу Л-10449 долг", "Л-10449", id="ru-order-code"),
        pytest.param(RU, "шкаф, заказ 731, принят", "731", id="ru-order"),
        pytest.param(EN, "Thanks for the order. Invoice 318 is due", "318", id="noun-before-noun"),
        pytest.param(EN, "Invoice 2041 for the shop sign", "2041", id="number-like-a-year"),
        pytest.param(RU, "Счёт 2031 за вывеску", "2031", id="ru-number-like-a-year"),
        pytest.param(RU, "УПД 5127 от 11.02.2026", "5127", id="ru-upd"),
        pytest.param(RU, "акт 9 от 17 мая", "9", id="ru-act"),
        pytest.param(RU, "ваша бронь К-31 ждёт", "К-31", id="ru-booking"),
        pytest.param(RU, "полис ТТТ 7320 заканчивается", "ТТТ 7320", id="ru-policy"),
        pytest.param(RU, "членский билет 0938", "0938", id="ru-membership"),
        pytest.param(RU, "Насчёт № 418: всё в силе", "418", id="ru-mark-alone"),
        pytest.param(RU, "договор 8-Э об уборке", "8-Э", id="ru-letter-after"),
    ],
)
def test_reference(language: Language, sentence: str, number: str) -> None:
    (reference,) = find_references(sentence, language)
    assert reference.number == number


@pytest.mark.parametrize(
    ("language", "sentence", "numbers"),
    [
        (EN, "Invoices 204, 311 and 312 are open.", ["204", "311", "312"]),
        (EN, "Invoices INV-204 and INV-311 are open.", ["INV-204", "INV-311"]),
        (EN, "Invoice 2041 and 2 chairs are here.", ["2041"]),
        (EN, "Invoice 204, 120 euros, is open.", ["204"]),
        (RU, "Счета 204 и 311 открыты.", ["204", "311"]),
        (RU, "По счетам № 204, № 311 оплаты нет.", ["204", "311"]),
        (RU, "Счёт 204, 120 рублей.", ["204"]),
        (RU, "По счёту № 73 числится долг.", ["73"]),
        (RU, "Договор подряда Б-12 закрыт не весь.", ["Б-12"]),
        (RU, "Номер заявки — 88-41.", ["88-41"]),
        (RU, "Путевой лист 0312 открыт.", ["0312"]),
        (RU, "Бронирование 4410 9021 ждёт доплаты.", ["4410 9021"]),
    ],
)
def test_several_papers(language: Language, sentence: str, numbers: list[str]) -> None:
    assert [r.number for r in find_references(sentence, language)] == numbers


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        pytest.param(EN, "Come to flat 12, unit 4, stall 17.", id="places"),
        pytest.param(EN, "Leave the keys at no. 15.", id="house"),
        pytest.param(RU, "Переведите на счёт СНТ «Заря-2».", id="name-of-a-club"),
        pytest.param(EN, "We share 40 boxes.", id="share"),
        pytest.param(EN, "Under clause 11 and section 9.2.", id="clauses"),
        pytest.param(EN, "Ring 01632 960 874 or 555-0164.", id="phones"),
        pytest.param(EN, "Sort code 20-11-30, account 41923314", id="bank-account"),
        pytest.param(EN, "Please pay to account 41923314", id="pay-to-account"),
        pytest.param(EN, "See rate book no. 21.", id="receipt-book"),
        pytest.param(EN, "Your order 3 boxes of pie tins", id="quantity"),
        pytest.param(EN, "The invoice is 30 days overdue.", id="days-overdue"),
        pytest.param(EN, "We invoice 4 March as agreed", id="date"),
        pytest.param(EN, "Reminder no. 3 of this year", id="reminder"),
        pytest.param(EN, "The sale 40 days ago, the repair 2 weeks ago", id="sale-days"),
        pytest.param(EN, "Claim 2 of 5 and plan 2 of 3", id="instalment"),
        pytest.param(RU, "Квартира 58, дом 7, офис № 214", id="ru-places"),
        pytest.param(RU, "Напоминание № 4 о взносе", id="ru-reminder"),
        pytest.param(RU, "Счёт на 5000 рублей и счёт 15 000 рублей", id="ru-amount"),
        pytest.param(RU, "Р/с 40702810900000001234 в банке", id="ru-bank-account"),
        pytest.param(RU, "По договору 2025 года всё ясно", id="ru-year"),
        pytest.param(RU, "В нарушение п. 4.1 и ст. 309", id="ru-clause"),
        pytest.param(RU, "По договору ждали 12 июля", id="ru-date"),
        pytest.param(RU, "Бюллетени бросьте в короб № 6", id="ru-box"),
        pytest.param(RU, "Карта 2200 0000 0000 1234", id="ru-card"),
        pytest.param(RU, "Груз 20 тонн, бланк 2 листа", id="ru-freight"),
        pytest.param(RU, "Рассрочка 6 месяцев, карточки 10 штук", id="ru-counted-papers"),
        pytest.param(RU, "Членство с 2019 года, 3 000 руб. в год", id="ru-membership-since"),
    ],
)
def test_no_reference(language: Language, sentence: str) -> None:
    assert find_references(sentence, language) == ()


def test_placeholder_is_a_wall() -> None:
    assert find_references("invoice \ue000 2290", EN) == ()


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The sound, SND-733, is R18 400.", "SND-733"),
        ("The wedding supper, C-2031, comes to €900.", "C-2031"),
        ("Slip 7785 is still open.", "7785"),
        ("The term (pupil no. 12) was due in May.", "12"),
    ],
)
def test_code_or_number_of_a_lesser_paper(text: str, number: str) -> None:
    assert [r.number for r in find_references(text, Language.EN)] == [number]


@pytest.mark.parametrize(
    "text",
    [
        "The trip 12 of us made was fun.",
        "She sat in flat B-404, with the door open.",
        "The KX-250 pump is mended.",
        "After visit 3, the tooth was calm.",
    ],
)
def test_count_flat_or_machine_is_no_reference(text: str) -> None:
    assert find_references(text, Language.EN) == ()


@pytest.mark.parametrize(
    ("sentence", "number"),
    [
        pytest.param("Членство № 23 продлевается в мае.", "23", id="membership"),
        pytest.param("Шины (ярлык 2041) у нас.", "2041", id="tag"),
        pytest.param("За март долг, карточка участника 318.", "318", id="member-card"),
        pytest.param("Закройте долг по ЭСФ № 77.", "77", id="electronic-invoice"),
        pytest.param("За сено, расписка 12, долг.", "12", id="note-of-hand"),
        pytest.param("Взнос по рассрочке К-19: 4 000 р.", "К-19", id="instalment-plan"),
        pytest.param("Сальдо по ЛС 5120 дебетовое.", "5120", id="personal-account"),
        pytest.param("По плану лечения 1290 вторая часть.", "1290", id="treatment-plan"),
    ],
)
def test_russian_papers_of_every_trade(sentence: str, number: str) -> None:
    assert [reference.number for reference in find_references(sentence, RU)] == [number]
