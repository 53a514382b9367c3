"""Numbers of invoices, orders, contracts, accounts and other papers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tonecheck.literals import words_en, words_ru
from tonecheck.literals.currencies import SUFFIX
from tonecheck.literals.listed import listed
from tonecheck.literals.spans import before, keep_longest, stands_alone
from tonecheck.types import Language


@dataclass(frozen=True, slots=True)
class Reference:
    """The number of a paper; ``number`` is the part that identifies it ("2290", "14-М").

    ``start`` and ``end`` include the noun and its marks ("invoice no. 2290").
    """

    start: int
    end: int
    text: str
    number: str


_NOUNS_EN = (
    r"tax\s+invoices?|invoices?|inv|bills?|accounts?|acct|acc|a/c|purchase\s+orders?|orders?|p\.?o"
    r"|contracts?|agreements?|bookings?|reservations?|tickets?|memberships?|members?"
    r"|statements?|waybills?|(?:delivery|credit|debit|fee)\s+notes?|entry|polic(?:y|ies)|dockets?|quotes?"
    r"|quotations?|estimates?|job\s+(?:card|sheet)s?|jobs?|registration|claims?|cases?|plans?|references?|refs?|folio"
    r"|receipts?|licen[cs]e|customer|client|student|patient|loan|lease|project|file"
    r"|matters?|rentals?|hires?(?:\s+(?:note|agreement))?|credit\s+sale|sales?|parcel|share|settlement"
    r"|work\s+orders?|service\s+(?:order|note)|repairs?|shipments?|consignments?|subscriptions?"
    r"|enrol?ments?|applications?|tenancy|bonds?|slips?|pupil|learner|events?"
    r"|engagement|visits?|offers?|certificate|tag|pass|trips?|advert(?:isement)?|lpo|dn|fv|proforma|pro-forma|debtor|tab|ledger"
    r"|rechnung(?:snummer)?|factura|facture|fattura|faktura|cust(?:omer)?\s+(?:ref|id|no)"
)
_NOUNS_RU = (
    r"сч[её]т(?:а|у|ом|е|ов|ам)?(?:-фактур\w*|\s+на\s+оплату|\s+на\s+предоплату)?|сч\.|инвойс\w{0,2}"
    r"|накладн(?:ая|ой|ую|ые|ых)|ттн|торг-12|договор\w{0,3}|дог\.|контракт\w{0,2}|соглашени\w"
    r"|л/с|лицев\w+\s+сч[её]т\w{0,2}|заказ-наряд\w{0,2}|заказ\w{0,3}|наряд\w{0,2}|упд|акт\w{0,3}"
    r"|брон[ьи]|бронировани[ея]|полис\w{0,2}|членск\w+\s+билет\w{0,2}|абонемент\w{0,2}"
    r"|квитанци\w{1,2}|заявк\w{1,2}|смет\w{1,2}|путевк\w{1,2}|путёвк\w{1,2}|абонент\w{0,2}|еирц"
    r"|требовани\w|извещени\w|id|бронировани\w{1,2}|(?:путев\w+|маршрутн\w+)\s+лист\w{0,2}"
    r"|дел[оау]|за(?:й|[её])м\w{0,2}|кредит\w{0,2}|спецификаци\w{1,2}|страховк\w{1,2}|ордер\w{0,2}"
    r"|талон\w{0,2}|билет\w{0,2}|поставк\w{1,2}|отправлени\w|протокол\w{0,2}|свидетельств\w"
    r"|ваучер\w{0,2}|пропуск\w{0,2}|аккаунт\w{0,2}|подписк\w{1,2}|сделк\w{1,2}"
    r"|тикет\w{0,2}|обращени\w|заявлени\w|клиент\w{0,2}|плательщик\w{0,2}|уин|идентификатор\w{0,2}"
    r"|код\s+(?:абонента|плательщика|клиента)|чек\w{0,2}|регистраци\w|медкарт\w{1,2}|рекламаци\w{1,2}"
    r"|членств\w{1,2}|ярлык\w?|бирк\w{1,2}|карточк\w{1,2}(?:\s+(?:участник|игрок|клиент|гост|пациент|член)\w{1,2})?"
    r"|карт\w{1,2}\s+(?:участник|клиент|гост|пациент)\w{1,2}|эсф|эсчф|авр|лс|лицев(?:ой|ого|ому)|ведомост\w{1,3}"
    r"|расписк\w{1,2}|рассрочк\w{1,2}|cmr|цмр|план\w{0,2}\s+лечения|коносамент\w{0,2}|груз\w{0,2}|опис[иь]"
    r"|реестр\w{0,2}|табел\w{1,2}|наряд-заказ\w{0,2}|корешок|корешк\w{1,2}|жетон\w?|рапорт\w{0,2}"
    r"|лизинг\w{0,2}|бланк\w?|медиаплан\w?|комплект\w?|(?<=по\s)(?:рейсу|записи)"
    r"|читательск\w+|студенческ\w+\s+билет\w{0,2}"
)
_MARK = r"(?:№№?|\#|(?i:n[oº°]\b\.?|number\b|num\b\.?|nr\b\.?|номер\w{0,2}\b)|:)"
_TOKEN = r"""
    (?: [^\W\d_]{1,6}[-/]?[0-9][\w/-]{0,30}          # TV-30448, Л-10449, gt73
      | [A-ZА-ЯЁ]{1,5}[ ][0-9][\w/-]{0,30}           # ТТТ 7320
      | [0-9]{4}(?:[ ][0-9]{4}){1,3}(?![ ]?[0-9])      # 5520 1847
      | [0-9][\w/-]{0,30}(?:\.[0-9]+)?              # 2290, 14-М, 44/24
    )(?<![/-])(?!\w)
"""


@cache
def _named(language: Language) -> re.Pattern[str]:
    nouns = _NOUNS_EN if language is Language.EN else f"{_NOUNS_RU}|{_NOUNS_EN}"
    return re.compile(
        rf"""
        (?<![\w/])(?P<noun>(?i:{nouns}))(?!\w)\.?
        (?P<between>(?:
            [^\S\n]+(?!(?i:от|на|за|of|for|from|by|due|and|и|с|в|{nouns})\b)[^\W\d_]{{1,20}}
        ){{0,3}}?)
        [^\S\n]?[(,«"]?[^\S\n]?
        (?P<mark>(?:{_MARK}[^\S\n]?){{0,3}})
        (?P<number>{_TOKEN})
        """,
        re.VERBOSE,
    )


_STANDING = re.compile(
    rf"""
    (?<![\w/-])
    (?: (?P<sign>№|\#)[^\S\n]?(?P<marked>{_TOKEN})                    # № 418, #INV-204
      | (?<=[ (])(?i:no\.|number)[^\S\n](?P<numbered>(?=[\w/-]*[0-9]{{3}}){_TOKEN}) # entry no. 4452
      | (?P<coded>(?i:inv|ord|po|so|bk|cr|wo|qt)[-/](?:[A-Z]{{1,4}}[-/])?[0-9][\w/-]{{0,20}})(?!\w)
      | (?P<joined>[A-Z]{{2,5}}-[A-Z0-9]{{2,5}}-[0-9]{{3,8}})(?![\w-])        # RE-2025-114
      | \((?P<inside>[A-ZА-Я]{{1,5}}[-/]?[0-9][\w/-]{{1,20}})(?=[),])         # (P-402)
    )
    """,
    re.VERBOSE,
)
_CODE = re.compile(r"(?<![\w/.-])(?:[A-Z]{2,4}-[0-9]{3,6}|[A-Z]-[0-9]{4,6})(?![\w/-])")
_NUMBER_OF = re.compile(
    rf"""
    \b(?i:номер\w{{0,2}}[^\S\n]+(?:ваш\w+[^\S\n]+)?(?:{_NOUNS_RU}))(?:[^\S\n]+[^\W\d_]{{3,20}})?
    [^\S\n]?[—–-][^\S\n]?(?P<number>{_TOKEN})             # номер договора — 302-7714
    """,
    re.VERBOSE,
)
_IS_NUMBER = re.compile(
    r"""
    \b(?P<noun>(?i:invoice|order|booking|reservation|contract|account|reference))\b
    (?: [^.!?;\d\n\ue000]{1,70}?\b(?i:is|was|has)[ ](?i:number[ ]|no\.?[ ])?
        (?P<number>[0-9]{3,10})
      | [ ](?i:number|no\.?)[ ](?i:is|was)[ ](?P<short>[0-9]{1,10}) )(?=\s|[,.;)])
    """,
    re.VERBOSE,
)
_BY_DATE = re.compile(
    r"""
    \b(?:
        (?P<ru>(?i:договор\w{0,3}|контракт\w{0,2}|соглашени\w)(?:[^\S\n]+[^\W\d_]{3,20}){0,2}?
        [^\S\n]+от)[^\S\n]+
      | (?P<en>(?i:contract|agreement)[^\S\n]+(?i:dated|of))[^\S\n]+
    )
    (?P<date>[0-9]{1,2}[./][0-9]{2}[./][0-9]{2,4}|[0-9]{4}-[0-9]{2}-[0-9]{2}
      |[0-9]{1,2}[^\S\n]+[^\W\d_]{3,9}(?:[^\S\n]+[0-9]{4})?)
    """,
    re.VERBOSE,
)

_ANOTHER = re.compile(
    rf"""
    (?:,[^\S\n]?|[^\S\n](?:and|or|&|и|или)[^\S\n])
    (?P<mark>(?:{_MARK}[^\S\n]?)?)
    (?P<number>{_TOKEN})
    """,
    re.VERBOSE,
)
"""One more number of the same kind: "invoices 204, 311 and 312"."""

_FOREIGN_NOUN = re.compile(
    r"(?i:\b(?:flat|unit|stall|house|apt|apartment|room|suite|floor|clause|section|page|pitch|table"
    r"|lot|card|text|week|book|напоминани\w*|письм\w*|кв|квартир\w*|дом\w{0,2}|офис\w{0,2}|каб"
    r"|кабинет\w{0,2}|комнат\w{0,2}|подъезд\w{0,2}|пункт\w{0,2}|раз|сообщени\w|попытк\w|школ\w"
    r"|сад\w{0,2}|групп\w|участ\w+|бокс\w{0,2}|лот\w{0,2}|приложени\w|стать\w{1,2}"
    r"|reminder|notice|message|attempt|phone|mobile|tel|contact|whatsapp|bus|route|room|my|your|our))"
    r"\W{0,3}$"
)
_LAST_WORD = re.compile(r"[^\W\d_]+(?=[^\S\n]*$)")
_BANK_WORDS = re.compile(
    r"(?i:\b(?:bank|sort\s+code|iban|bsb|routing|swift|transfer(?:red)?\s+to|pay(?:ment)?\s+(?:in)?to"
    r"|deposit\s+(?:in)?to|расч[её]тн\w+|корр?|р/с|банк\w{0,2}|карт\w{1,3})\b[^.]{0,25}$)"
)
_ACCOUNT_NOUN = re.compile(r"(?i:acc|a/c|сч[её]т)")
_CONTRACT_NOUN = re.compile(r"(?i:договор|контракт|соглашени|полис)")
_YEAR = re.compile(r"(?:19[89]|20[0-4])[0-9]")
_YEAR_WORD = re.compile(r"\s?(?:года?|г\.|гг|year)", re.IGNORECASE)
_DAY = rf"[0-9]+(?:[./-][0-9]|(?:st|nd|rd|th)?[^\S\n]+(?:{'|'.join(words_en.MONTHS)})\b)"
_UNIT_AFTER = re.compile(
    rf"[^\S\n]?(?:{SUFFIX}|(?i:%|тыс|млн|k\b|lakh|год|г\.|числ[аоу]\b|дн|час|мин|раз|шт|[ap]m\b"
    rf"|of\s(?!{_DAY})[0-9]"
    r"|days?|weeks?|months?|hours?|boxes|items?|people|pieces)|[0-9]|:[0-9]|[.,][0-9])"
)
_MONTH_AFTER = re.compile(
    r"(?i:[^\S\n]+(?:" + "|".join((*words_en.MONTHS, *words_ru.MONTHS)) + r")\b)"
)
_BEFORE_MARK = (
    words_en.FREE_WORDS
    | words_ru.FREE_WORDS
    | frozenset(listed("our my pay re ref насчёт насчет касательно"))
    | {""}
)
_LOOSE_NOUNS = frozenset(
    listed("slip slips pupil learner event events engagement visit visits offer offers certificate")
    + listed("tag pass trip trips advert advertisement dn fv")
)
"""Nouns of which a short number without a mark is a count: "trip 12", but "trip 9082"."""
_COUNTING_NOUNS = frozenset(
    listed("order orders заказ job jobs plan plans member")
    + listed("matter matters rental rentals hire hires sale sales repair repairs")
    + listed("shipment shipments application applications tab bond bonds enrolment enrollment")
)
_COUNTING_STEM = re.compile(
    r"груз|ярлык|бланк|жетон|бирк|рассрочк|карточк|комплект|ведомост|опис|корешк|распис"
)


def find_references(text: str, language: Language) -> tuple[Reference, ...]:
    """The numbers of papers by which a client finds the debt in the books, in order.

    Flats, stalls, clauses, phones, cards and bank accounts are no papers. A contract may be
    named by its date («договор от 14.02.2024»).
    """
    candidates = [*_by_noun(text, language), *_by_mark(text), *_by_date(text)]
    if language is Language.EN:
        candidates.extend(_by_code(text))
    return tuple(keep_longest(candidates))


def _by_noun(text: str, language: Language) -> Iterator[Reference]:
    for match in _named(language).finditer(text):
        noun, number, mark = match["noun"].casefold(), match["number"], match["mark"]
        end = match.end("number")
        opened = "(" in text[match.end("between") : match.start("number")]
        # «договор аренды А-7»: a code with a letter needs no mark, and «договор охраны 81» none.
        coded = re.fullmatch(r"(?=.*[^\W\d_])(?=.*[0-9]).*-.*", number) is not None
        named = "«" in text[match.end("between") : match.start("number")]
        between = match["between"].split()
        typed = len(between) == 1 and _CONTRACT_NOUN.match(noun) and len(number) > 1
        if between and (
            not (mark or opened or typed or (coded and not named))
            or _FOREIGN_NOUN.search(match["between"])
        ):
            continue
        # "Invoice 2041" is a number; «договор 2025 года» is a year.
        marked = bool(mark) or not (between or _YEAR_WORD.match(text, end))
        is_year = _YEAR.fullmatch(number) is not None
        if not _is_paper_number(text, number, end, marked=marked if is_year else bool(mark)):
            continue
        if (
            (noun in _COUNTING_NOUNS or _COUNTING_STEM.match(noun))
            and not mark
            and number.isdigit()
            and len(number) < 4
            and (not stands_alone(text, end, _free_words(language)))
        ):
            continue
        if noun in _LOOSE_NOUNS and not mark and len(number) < 4:
            continue
        if _ACCOUNT_NOUN.match(noun) and _BANK_WORDS.search(before(text, match.start(), limit=50)):
            continue
        start = match.start("number") if opened else match.start()
        yield Reference(start, end, text[start:end], number)
        yield from _further(text, end, number, language)
    for match in _NUMBER_OF.finditer(text):
        end = match.end("number")
        if _is_paper_number(text, match["number"], end, marked=True):
            yield Reference(match.start(), end, match[0], match["number"])
    for match in _IS_NUMBER.finditer(text):
        group = "short" if match["short"] else "number"
        start, end = match.span(group)
        number = match[group]
        if _is_paper_number(text, number, end, marked=group == "short") and stands_alone(
            text, end, _free_words(language)
        ):
            yield Reference(start, end, number, number)


def _further(text: str, end: int, number: str, language: Language) -> Iterator[Reference]:
    """The numbers of the same length that follow one of several papers."""
    while match := _ANOTHER.match(text, end):
        end = match.end()
        another = match["number"]
        if (
            len(another) != len(number)
            or not _is_paper_number(text, another, end, marked=bool(match["mark"]))
            or (len(another) < 3 and not stands_alone(text, end, _free_words(language)))
        ):
            return
        yield Reference(match.start("number"), end, another, another)


def _by_mark(text: str) -> Iterator[Reference]:
    for match in _STANDING.finditer(text):
        group = match.lastgroup or "coded"
        number = match[group]
        start = match.start("inside") if match["inside"] else match.start()
        end = match.end(group)
        previous = _LAST_WORD.search(before(text, start, limit=40))
        noun = previous[0].casefold() if previous else ""
        if match["sign"] and noun not in _BEFORE_MARK:
            continue
        if match["numbered"] and _FOREIGN_NOUN.fullmatch(noun):
            continue
        if _is_paper_number(text, number, end, marked=True):
            yield Reference(start, end, text[start:end], number)


def _by_code(text: str) -> Iterator[Reference]:
    """A code that stands alone, "SND-733, R18 400"; that of a machine has its noun behind it."""
    for match in _CODE.finditer(text):
        start, end = match.span()
        if _FOREIGN_NOUN.search(before(text, start, limit=40)):
            continue
        if stands_alone(text, end, words_en.FREE_WORDS) and _is_paper_number(
            text, match[0], end, marked=True
        ):
            yield Reference(start, end, match[0], match[0])


def _by_date(text: str) -> Iterator[Reference]:
    for match in _BY_DATE.finditer(text):
        yield Reference(match.start(), match.end(), match[0], match["date"])


def _is_paper_number(text: str, number: str, end: int, *, marked: bool) -> bool:
    """Whether the token can be the number of a paper, by its form and what follows it."""
    digits = sum(c.isdigit() for c in number)
    if _UNIT_AFTER.match(text, end) or (number.isdigit() and _MONTH_AFTER.match(text, end)):
        return False
    if number.isdigit():
        if digits >= 18 or (not marked and _YEAR.fullmatch(number)):
            return False
        return marked or digits > 1 or stands_alone(text, end, _BEFORE_MARK)
    return not re.fullmatch(r"[0-9]+-?(?:го|е|й|я|ю|ому|st|nd|rd|th|k|m|т)", number)


def _free_words(language: Language) -> frozenset[str]:
    return words_en.FREE_WORDS if language is Language.EN else words_ru.FREE_WORDS
