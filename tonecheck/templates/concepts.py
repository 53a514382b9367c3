"""The words that names of placeholders are made of, and what they are about."""

from __future__ import annotations

import re
from functools import lru_cache

# The words of placeholder names by concept: English, Russian, transliterated Russian. A star
# ends a stem; Russian words without one would have a stem that innocent words share.
# «ё» is written «е».
_CONCEPTS = {
    "amount": "amount amounts amt sum total subtotal balance bal debt outstanding price cost "
    "owed owing arrears payable gross remaining remainder premium saldo cena ostatok ostalos "
    "doplata itog vsego summa summy summu dolg stoimost itogo zadolzhennost сумм* долг долга "
    "долгу задолженност* остаток остатк* стоимост* цена цену цены цене итог* подлежащ*",
    "charge": "fee fees",
    "fee": "late penalty interest fine discount tax vat peni shtraf пеня пени пеней пеню штраф* "
    "неустойк* комисси* скидк* ндс налог*",
    "count": "days weeks month months period count dney дней дня недел* месяц* период*",
    "settled": "paid received оплачен* оплаченн* получено полученн*",
    "earlier": "last previous reminder sent sending start begin последн* предыдущ* напоминани* "
    "отправк* начал*",
    "current": "current today now сегодня* текущ*",
    "date": "date dt day dd mm yyyy yy data день дата даты дату дате датой дд мм гг гггг",
    "due": "due deadline expiry expires srok* срок* дедлайн крайн*",
    "by": "by before until till do до",
    "issued": "issue issued issuing billed created vystavlen* выставлен* выписан*",
    "pay": "pay payment payments paying settle checkout oplat* platezh* оплат* оплач* платеж* "
    "плата плату платы",
    "by_plan": "installment installments instalment instalments plan",
    "means": "method methods option options details portal instructions sposob* способ*",
    "bank": "paybill bank iban bic swift card paypal stripe upi sbp sort bsb routing rekv* банк "
    "банка банке реквизит* карта карты карте карту картой сбп бик расчетн*",
    "link": "button btn knopk* кнопк* link url href uri qr ssylk* ссылк*",
    "file": "download attachment attachments attached pdf statement receipt act вложени* "
    "приложени* выписк* akt акт акта сверк*",
    "document": "invoice invoices inv bill po folio waybill ls kvit* polis* "
    "order contract agreement booking reservation ticket "
    "membership policy account schet* dogovor* zakaz* счет счета счету счетом счете договор "
    "договора договору заказ заказа заказу накладн* бронь брони бронирован* квитанци*",
    "deal": "doc docs loan subscription licence license zaim* заим* hire rental "
    "rent job docket visit stay lease tenancy shipment consignment delivery "
    "matter quote estimate claim project zayavk* nakladn* putevk* abonement* bron smet* аренд* "
    "заявк* путевк* абонемент* смет* визит*",
    "number": "number numbers num no nr id ref reference code nomer* номер* код кода",
    "reach": "contact contacts phone phones tel telephone mobile ph mob cell helpdesk hotline "
    "helpline email mail whatsapp telegram chat telefon* pochta kontakt* телефон* тел контакт* "
    "почта почты почту мессенджер*",
    "plan": "extension rassrochk* otsrochk* рассрочк* отсрочк*",
    "name": "name names fname lname nm surname salutation greeting fio imya imia familiya "
    "otchestvo имя имени имен фио фамили* отчеств* обращени*",
    "client": "patient guest pupil resident client clients customer cust recipient user debtor "
    "buyer parent tenant student klient* zakazchik* pokupatel* abonent* клиент* абонент* "
    "заказчик* покупател* получател* адресат* должник*",
    "sender": "sender company business firm organisation organization org signature agent "
    "manager owner vendor supplier seller kompani* podpis* otpravitel* отправител* компани* "
    "организаци* подпись подписи менеджер* исполнител*",
    "own": "your my our me us from ваш ваша ваше ваши вашей вашего мой моя мое мои моего моей "
    "наш наша наше наши нашей нашего",
    "unit": "currency curr ccy valut* валют*",
    "title": "title titles description descr zagolov* opisan* заголов* описан*",
    "filler": "insert enter fill put type here final lic the a an of to for in is be on at since "
    "full first middle given preferred original new exact value text string str display "
    "formatted format upper lower capitalize strip default get money usd eur gbp rub with mr mrs "
    "ms dr укажите введите вставьте впишите лицев* размер* полн* точн* и в на по за к от",
}

_EXACT = {
    word: concept
    for concept, entries in _CONCEPTS.items()
    for word in entries.split()
    if not word.endswith("*")
}
_STEMS = {
    stem[:-1]: concept
    for concept, entries in _CONCEPTS.items()
    for stem in entries.split()
    if stem.endswith("*")
}
_STEM_LENGTHS = sorted({len(stem) for stem in _STEMS}, reverse=True)
UNKNOWN = "unknown"
_SUM = re.compile(r"[$£€₽]\s*x+(?:[.,]x+)?(?!\w)")
_TO_BE_PAID = re.compile(r"\bto be (?:paid|received)\b")
_TAKEN_OFF = re.compile(r"\s-\s.*", re.DOTALL)


@lru_cache(maxsize=4096)
def concepts_in(name: str) -> frozenset[str]:
    """The concepts of the words of a name; ``unknown`` stands for words that have none."""
    expression = re.sub(r"\"[^\"]*\"|'[^']*'", " ", name.split("|")[0]).replace("№", " no ")
    expression = _TAKEN_OFF.sub("", expression)
    plain = _TO_BE_PAID.sub("due", _SUM.sub("sum", spaced(expression).replace("ё", "е")))
    words = re.findall(r"[^\W\d_]{2,}", plain)
    return frozenset(concept for word in words for concept in _concepts_of(word))


def spaced(name: str) -> str:
    """A name in small letters, with a space where camelCase joins two words."""
    return re.sub(r"(?<=[a-zа-яё])(?=[A-ZА-ЯЁ])", " ", name).lower()


def _concepts_of(word: str) -> tuple[str, ...]:
    known = known_concept(word)
    if known:
        return (known,)
    for cut in range(2, len(word) - 1):
        if word[:cut] in _EXACT and word[cut:] in _EXACT:
            return _EXACT[word[:cut]], _EXACT[word[cut:]]
    return (UNKNOWN,)


def known_concept(word: str) -> str | None:
    """The concept of a word, None where it has none."""
    if word in _EXACT:
        return _EXACT[word]
    return next((_STEMS[word[:n]] for n in _STEM_LENGTHS if word[:n] in _STEMS), None)
