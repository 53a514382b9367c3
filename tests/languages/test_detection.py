"""English, Russian, or a polite refusal."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonecheck.languages.detection import LanguageError, detect
from tonecheck.types import Language

EN, RU = Language.EN, Language.RU


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Hi Anna, invoice 17 for $500 was due on Friday. Could you please pay it?", EN),
        ("hey jules, rent is due 2day, pls send it", EN),
        ("INVOICE OVERDUE. PAY NOW.", EN),
        ("Dear Владимир Петрович, your invoice is due on Friday, thank you.", EN),
        ("Dear Saoirse Ó Súilleabháin, the café's invoice is due. Thank you.", EN),
        ("Здравствуйте, Анна! Счёт № 17 на 5000 руб. ждёт оплаты до пятницы.", RU),
        ("привет, кинь пжлст 500р за кофе", RU),
        ("СРОЧНО ОПЛАТИТЕ СЧЁТ", RU),
        ("Добрый день! Счёт за Microsoft Office 365 Business Standard и Adobe Creative Cloud "
         "All Apps ждёт вас: https://pay.example/invoice/17?lang=ru", RU),
        ("Сәлеметсіз бе, Айгуль! Напоминаем, что счёт за аренду склада на 90 000 тенге пока не "
         "оплачен. Реквизиты те же. Если нужна отсрочка, напишите нам.", RU),
        ("Здравствуйте! Для вас выставлен счёт в Qiwi Wallet на имя John Smith", RU),
    ],
)  # fmt: skip
def test_the_language_is_told(text: str, language: Language) -> None:
    assert detect(text) is language


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Добрий день! Нагадуємо, що рахунок № 17 ще не сплачено. Будь ласка, сплатіть його.",
         "points to Ukrainian"),
        ("Құрметті клиент, шотыңыз бойынша төлем мерзімі өтіп кетті. Төлем жасаңыз.",
         "Kazakh"),
        ("Добры дзень! Нагадваем, што рахунак за паслугі яшчэ не аплачаны, калі ласка.",
         "points to"),
        ("Sehr geehrte Frau Meier, Ihre Rechnung vom fünften Mai ist noch offen und wartet.",
         "hardly any common English words"),
        ("Bonjour Anne, votre facture du cinq mai reste impayée, merci de la régler vite.",
         "hardly any common English words"),
        ("Αγαπητή Άννα, το τιμολόγιό σας εκκρεμεί ακόμη.", "neither Latin nor Cyrillic"),
        ("尊敬的客户，您的发票尚未付款，请尽快付款，谢谢您的合作。", "neither Latin nor Cyrillic"),
    ],
)  # fmt: skip
def test_another_language_is_refused(text: str, reason: str) -> None:
    with pytest.raises(LanguageError) as caught:
        detect(text)
    assert reason in str(caught.value)
    assert "--language en or --language ru" in str(caught.value)


@pytest.mark.parametrize("text", ["", "ok", "да", "5000 $ !!!", "\n\n", "{{ name }} 12", "2026"])
def test_too_little_text_is_refused(text: str) -> None:
    with pytest.raises(LanguageError, match="too little text"):
        detect(text)


def test_the_beginning_of_a_long_text_is_enough() -> None:
    assert detect("Please pay the invoice that is due to us. " * 50_000) is EN


@given(st.text(max_size=300))
def test_any_text_has_a_language_or_a_reason(text: str) -> None:
    try:
        outcome = detect(text).value
    except LanguageError as error:
        outcome = str(error)
    assert outcome in ("en", "ru") or "--language" in outcome
