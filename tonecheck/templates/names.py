"""What the name of a placeholder says about the fact that will fill it.

A name is cut into words (``clientName``, ``client.name``, ``имя клиента``), each word has a
concept, and the concepts together decide.
"""

from __future__ import annotations

import re
from functools import lru_cache

from tonecheck.types import FactType

# The words of placeholder names by concept: English, Russian, transliterated Russian. A star
# ends a stem; Russian words without one would have a stem that innocent words share.
# «ё» is written «е».
_CONCEPTS = {
    "amount": "amount amounts amt sum total subtotal balance bal debt outstanding price cost owed "
    "owing arrears payable saldo cena ostatok ostalos doplata itog vsego "
    "summa summy summu dolg stoimost itogo zadolzhennost сумм* долг долга долгу "
    "задолженност* остаток остатк* стоимост* цена цену цены цене итог* подлежащ*",
    "charge": "fee fees",
    "fee": "late penalty interest fine discount tax vat peni shtraf пеня пени "
    "пеней пеню штраф* неустойк* комисси* скидк* ндс налог*",
    "count": "days weeks month months period count dney дней дня недел* месяц* период*",
    "settled": "paid received оплачен* оплаченн* получено полученн*",
    "earlier": "last previous reminder sent sending start begin последн* предыдущ* "
    "напоминани* отправк* начал*",
    "current": "current today now сегодня* текущ*",
    "date": "date dt day dd mm yyyy yy data день дата даты дату дате датой дд мм гг гггг",
    "due": "due deadline expiry expires srok* срок* дедлайн крайн*",
    "by": "by before until till do до",
    "issued": "issue issued issuing billed created vystavlen* выставлен* выписан*",
    "pay": "pay payment payments paying settle checkout oplat* platezh* оплат* оплач* платеж* "
    "плата плату платы",
    "by_plan": "installment installments instalment instalments plan",
    "means": "method methods option options details portal instructions sposob* способ*",
    "bank": "bank iban bic swift card paypal stripe upi sbp sort bsb routing rekvizit* банк "
    "банка банке реквизит* карта карты карте карту картой сбп бик расчетн*",
    "link": "link url href uri qr ssylk* ссылк*",
    "file": "attachment attachments attached pdf statement receipt act вложени* приложени* "
    "выписк* акт акта сверк*",
    "document": "invoice invoices inv bill po order contract agreement booking reservation ticket "
    "membership policy account schet* dogovor* zakaz* счет счета счету счетом счете договор "
    "договора договору заказ заказа заказу накладн* бронь брони бронирован* квитанци*",
    "number": "number numbers num no nr id ref reference code nomer* номер* код кода",
    "reach": "contact contacts phone phones tel telephone mobile email mail whatsapp telegram "
    "telefon* pochta kontakt* телефон* тел контакт* почта почты почту мессенджер*",
    "plan": "extension rassrochk* otsrochk* рассрочк* отсрочк*",
    "name": "name names fname lname nm surname salutation greeting fio imya imia familiya "
    "otchestvo имя имени имен фио фамили* отчеств* обращени*",
    "client": "client clients customer cust recipient user debtor buyer parent tenant student "
    "klient* zakazchik* pokupatel* клиент* заказчик* покупател* получател* адресат* должник*",
    "sender": "sender company business firm organisation organization org signature agent "
    "manager owner vendor supplier seller kompani* podpis* otpravitel* отправител* компани* "
    "организаци* подпись подписи менеджер* исполнител*",
    "own": "your my our me us from ваш ваша ваше ваши вашей вашего мой моя мое мои моего моей "
    "наш наша наше наши нашей нашего",
    "filler": "insert enter fill put type here the a an of to for in is be on at since full first "
    "middle given preferred original new exact value text string str display formatted format "
    "upper lower title capitalize strip default get money usd eur gbp rub currency with mr mrs ms "
    "dr укажите введите вставьте впишите лицев* размер* валют* полн* точн* и в на по за к от",
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
_UNKNOWN = "unknown"
_OF_REFERENCES = frozenset({"document", "number", "client", "own", "sender", "filler"})
_SUM = re.compile(r"[$£€₽]\s*x+(?:[.,]x+)?(?!\w)")
_TO_BE_PAID = re.compile(r"\bto be (?:paid|received)\b")

# Words of these concepts also stand in ordinary remarks.
_WEAK = frozenset({_UNKNOWN, "filler", "by", "own", "earlier", "current", "settled", "count"})


_LAST_PART = re.compile(r"\.|->|\[")
_TELLING = frozenset({"date", "due", "by", "issued", "count", "number", "name"})
"""Concepts of an attribute that say more than the object's name: the "do" of ``dolg.do``."""


@lru_cache(maxsize=4096)
def fact_of(name: str) -> FactType:
    """The fact that a placeholder of this name stands for; ``OTHER`` when unsure.

    ``NAME`` is the client's name (the sender's is ``OTHER``), ``CONTACT`` how to reach the
    sender (the client's own phone is ``OTHER``). A bare "date" is taken for the due date
    and a bare "number" for that of the invoice: what else would a reminder leave open?
    """
    has = _concepts_in(name)
    last = _concepts_in(_LAST_PART.split(name)[-1])
    if "amount" in has and last & _TELLING and "amount" not in last:
        has = last
    if has == {"by"}:
        return FactType.DUE_DATE
    if has & {"fee", "settled"}:
        return FactType.OTHER
    if "plan" in has or has == {"by_plan", "pay"}:
        return FactType.FLEXIBILITY
    if "link" in has:
        return _fact_of_link(has)
    if "file" in has:
        return FactType.EVIDENCE
    if "amount" in has:
        return FactType.OTHER if "earlier" in has else FactType.AMOUNT
    if "count" in has:
        return FactType.OTHER
    if has & {"date", "due", "issued"} or {"pay", "by"} <= has:
        return _fact_of_date(has)
    if "bank" in has or {"pay", "means"} <= has:
        return FactType.PAYMENT_METHOD
    return _fact_of_party(has)


_SUBJECT = re.compile(r"(?:\b|_)(?:subject|subj|theme|tema|тема|betreff)(?:\b|_)", re.IGNORECASE)


_TITLE = re.compile(r"(?:\b|_)(?:title|zagolovok|заголовок)(?:\b|_)", re.IGNORECASE)


def is_subject(name: str) -> bool:
    """Whether a block or a variable of this name holds a message's subject."""
    return len(name) <= 60 and _SUBJECT.search(_spaced(name)) is not None


def is_title(name: str) -> bool:
    """Whether a block of this name holds a title, which may serve as the subject."""
    return len(name) <= 60 and _TITLE.search(_spaced(name)) is not None


def is_count(name: str) -> bool:
    """Whether a name counts something, such as days."""
    return "count" in _concepts_in(name)


def is_fee(name: str) -> bool:
    """Whether a name is that of a fee, a discount, or of a sum already paid."""
    return bool(_concepts_in(name) & {"fee", "settled"})


def is_link(name: str) -> bool:
    """Whether a name is that of a link."""
    return "link" in _concepts_in(name)


def names_something(name: str) -> bool:
    """Whether a word of the name is typical of placeholders."""
    return not _concepts_in(name) <= _WEAK


def _fact_of_link(has: frozenset[str]) -> FactType:
    if has & {"pay", "bank"}:
        return FactType.PAYMENT_METHOD
    return FactType.EVIDENCE if has & {"document", "file"} else FactType.OTHER


def _fact_of_date(has: frozenset[str]) -> FactType:
    if has & {"earlier", "current"}:
        return FactType.OTHER
    if has & {"due", "pay"}:
        return FactType.DUE_DATE
    if has & {"issued", "document"}:
        return FactType.INVOICE_DATE
    return FactType.DUE_DATE if has <= {"date", "by", "filler"} else FactType.OTHER


def _fact_of_party(has: frozenset[str]) -> FactType:
    """A name, a way to reach somebody, a reference, or nothing that the client needs."""
    named = "name" in has or ("client" in has and not has & {"reach", "number", "document"})
    if named and has <= {"name", "client", "reach", "document", "earlier", "filler"}:  # "last name"
        return FactType.OTHER if "document" in has and "client" not in has else FactType.NAME
    if "reach" in has:
        return FactType.OTHER if has & {"client", "name"} else FactType.CONTACT
    if "sender" in has and not {"document", "number"} <= has:  # "account manager"
        return FactType.OTHER
    if has & {"document", "number"} and has <= _OF_REFERENCES:
        return FactType.INVOICE_REF
    return FactType.OTHER


@lru_cache(maxsize=4096)
def _concepts_in(name: str) -> frozenset[str]:
    expression = re.sub(r"\"[^\"]*\"|'[^']*'", " ", name.split("|")[0]).replace("№", " no ")
    plain = _TO_BE_PAID.sub("due", _SUM.sub("sum", _spaced(expression).replace("ё", "е")))
    words = re.findall(r"[^\W\d_]{2,}", plain)
    return frozenset(concept for word in words for concept in _concepts_of(word))


def _spaced(name: str) -> str:
    """A name in small letters, with a space where camelCase joins two words."""
    return re.sub(r"(?<=[a-zа-яё])(?=[A-ZА-ЯЁ])", " ", name).lower()


def _concepts_of(word: str) -> tuple[str, ...]:
    known = _known_concept(word)
    if known:
        return (known,)
    for cut in range(2, len(word) - 1):
        if word[:cut] in _EXACT and word[cut:] in _EXACT:
            return _EXACT[word[:cut]], _EXACT[word[cut:]]
    return (_UNKNOWN,)


def _known_concept(word: str) -> str | None:
    if word in _EXACT:
        return _EXACT[word]
    return next((_STEMS[word[:n]] for n in _STEM_LENGTHS if word[:n] in _STEMS), None)
