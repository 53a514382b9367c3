"""What the words around a hole say about the fact that will fill it.

A name such as ``x`` or ``$k.do`` tells little, "invoice no. …", «до …» or "$…" beside it much.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tonecheck.message import PLACEHOLDER_CHARACTER, Placeholder, Segment
from tonecheck.templates.names import is_bare_date, is_count, is_fee, is_link, is_unit
from tonecheck.types import FactType

_BEFORE = 60
_AFTER = 24

_SIGNS = "$£€₹₦₽₸"


def _alternatives(listed: str) -> str:
    """A pattern for any of the lines of a table; a space in it is white space."""
    return "(?:" + "|".join(line.strip().replace(" ", r"\s+") for line in listed.split("\n")) + ")"


_CURRENCY_BEFORE = re.compile(
    r"(?:[$£€₹₦¥₽₸₴₵₱฿₪]|\b(?:Rs\.?|INR|NGN|USD|GBP|EUR|AUD|NZD|CAD|SGD|KES|KSh|ZAR|RUB|AED|CHF|PLN|SEK|NOK|DKK|GHS|GH₵|HKD|MYR|RM|PHP|[NAR])"
    r"|(?:AU|NZ|CA|US)\$)[ \u00a0]?$"
)
_CURRENCY_AFTER = re.compile(
    rf"[ \u00a0]?(?:[{_SIGNS}](?![ \u00a0]?[\d{PLACEHOLDER_CHARACTER}])"
    r"|руб|р\.(?!\s*п)|р(?=[\s,.;)!]|$)|тенге|тг\b|BYN|USD|GBP|EUR|RUB|AUD|NGN|INR|KZT|CHF|PLN|SEK|NOK|DKK|AED|ZAR|KES|GHS|UAH|UZS|AMD|KGS|грн|сум\b|сом\w?\b|драм\w?\b|лари\b"
    r"|zł|kr\b|dollars|pounds|euros?|naira|rupees|/-)",
    re.IGNORECASE,
)
_NO_DEBT_BEFORE = re.compile(
    r"\b(?:late|penalt\w+|fines?|interest|discount|deposit|received|credit(?:ed)?|paid"
    r"|thank you for"
    r"|waiver|пен[иеяю]\w*|штраф\w*|скидк\w*|неустойк\w*|получили|внесли|поступил\w*|оплачено"
    r"|баланс\w*|госпошлин\w*)[^.!?\n]{0,32}$",
    re.IGNORECASE,
)
_PAPER = _alternatives(
    r"""invoice|inv|bill|order|contract|agreement|account|acct|acc|a/c|booking|policy|reference|ref
    member(?:ship)?|ticket|docket|hire (?:no|id)|matter|file
    job|job card|job sheet|statement|quote|tenancy|lease|claim|fee note
    case|consignment|waybill|plot|subscription|registration|roll|(?:student|customer|client) id"""
)
_RUSSIAN_PAPER = _alternatives(
    r"""сч[её]т(?:а|у|ом|е|ов)?(?:-фактур\w+)?|договор\w{0,3}|заказ\w{0,2}|заказ-наряд\w{0,2}
    наряд\w{0,2}|заявк\w{1,2}|брон[ьию]\w{0,4}|абонемент\w{0,2}|л/с|накладн\w{2,3}|акт\w{0,2}
    лиц(?:евой|евому|евого|\.) сч[её]т\w{0,2}|квитанци\w{1,2}|полис\w{0,2}|путевк\w|карточк\w
    пропуск\w{0,2}|смет\w|ордер\w{0,2}|ЛС|бокс\w?"""
)
_REFERENCE_BEFORE = re.compile(
    rf"\b(?:{_PAPER}\.?(?:\s*(?:no|nr|number|num|id|code|ref)\b\.?)?"
    rf"|{_RUSSIAN_PAPER}(?:\s+(?:займа|найма|проката|аренды|клиента))?)"
    r"\s*[:(«\"“*#№]*\s*(?:№|N|#)?\s*[*_]*$",
    re.IGNORECASE,
)
_NUMBERED_BEFORE = re.compile(
    r"(?<!квартира )(?<!кабинет )(?<!комната )(?<!офис )(?<!кв\. )(?<!дом )(?<!группа )(?<!школа )"
    r"(?<!room )(?<!flat )(?<!house )(?<!suite )(?<!apartment )(?<!office )"
    r"(?:№|(?<!\w)#|\b(?:ref|реф)\.?:?)\s?$",
    re.IGNORECASE,
)
_BANKING_BEFORE = re.compile(
    r"\b(?:transfer|bank|bsb|sort|bpay|iban|swift|bic|eft|neft|pay(?:able)? (?:in)?to|credit"
    r"|standing order)\b[^.!?]{0,40}$",
    re.IGNORECASE,
)
_AMOUNT_BEFORE = re.compile(
    r"\b(?:amount(?:\s+due)?|total|balance(?:\s+of)?|owe|came\s+to|comes\s+to|sum\s+of|owing|outstanding"
    r"|стоит|составляет|сумм[ауы]|итого|к\s+оплате|долг|задолженность|остаток|осталось|накопилось)"
    r"\s*[:(*–—-]*\s*$",
    re.IGNORECASE,
)
_DUE = _alternatives(
    r"""due(?:\s+(?:date|on|by|since|was|is|from))*|payable(?:\s+(?:by|on|since))?|by|before|until
    (?:pay|paid|settled?|clear(?:ed)?|in) by|no later than|deadline|до|не позднее|не позже
    со сроком|не позднее чем|крайняя дата|назначен\w* на
    (?:внести|оплатить|заплатить|перевести) (?:к|по)
    (?:fell|falls|falling) due(?: on)?|to be paid (?:by|on)|expected (?:by|on)|deadline (?:is|was)
    срок\w{0,2}(?:\s+(?:оплаты|платежа|внесения|был\w?|наступил\w?|ист[её]к))*|ждали|ждём
    ожидал\w{1,4}|истекал\w?|ист[её]к\w{0,2}
    дата (?:оплаты|платежа)|день оплаты|крайний (?:срок|день)"""
)
_DUE_BEFORE = re.compile(rf"\b{_DUE}\s*[:(«*–—-]*\s*$", re.IGNORECASE)
_DUE_AFTER = re.compile(
    r"\s+(?:мы\s+)?(?:ждали|ожидали|ждем|жд[её]м|наступа\w+\s+срок|истека\w+\s+срок|ист[её]к\w*\s+срок)\b"
    r"|,?\s+(?:день|срок|дата)\s+(?:оплаты|платежа)\b|\s+(?:was|is)\s+the\s+(?:due\s+date|deadline)\b",
    re.IGNORECASE,
)
_AS_OF_BEFORE = re.compile(
    r"\b(?:as\s+(?:of|at)|(?:долг\w*|задолженност\w+|баланс\w*|остаток|состояни\w+)\b[^.!?\n]{0,30}\sна)\s*$",
    re.IGNORECASE,
)
_OTHER_DAY_BEFORE = re.compile(r"\b(?:for|from|dated|of|от|за)\s*$", re.IGNORECASE)
_ON_A_DAY_BEFORE = re.compile(r"\bon\s*$", re.IGNORECASE)
_ABOUT_A_DEBT = re.compile(
    r"due|payable|pay|owe|fall|settle|expire|deadline|debit|charge|renew|collect|take|\bon\s+or\b",
    re.IGNORECASE,
)
_NO_DEADLINE_BEFORE = re.compile(
    r"\b(?:sent|issued|signed|written|prepared|made|done)\s+by\s*$"
    r"|\b(?:открыт\w*|работа\w+|закрыт\w*|действу\w+|open|closed)\b[^.!?,]{0,15}$",
    re.IGNORECASE,
)
_PAID_AFTER = re.compile(
    r"[^.!?\n]{0,3}\s(?:has\s+been\s+(?:paid|received)|was\s+(?:paid|received)|arrived|(?:уже\s+)?поступил\w*"
    r"|получен\w*|оплачен\w*)\b",
    re.IGNORECASE,
)
_NO_DAY_AFTER = re.compile(
    r"[ \u00a0]?(?:(?:business|working|рабочих|календарных)\b"
    r"|days?|weeks?|months?|дн|дня|ден|недел|месяц|час|hours?|шт|%|р\.|руб|₽)",
    re.IGNORECASE,
)
_BANKING = _alternatives(
    r"""(?:UPI|IBAN|BSB|BPAY|biller|sort code|BIC|SWIFT|PayID|paybill|till)(?: (?:ID|code|no))?
    карт[уаые](?: на)?|СБП|р/с|расч[её]тный сч[её]т|БИК|кошел[её]к\w*"""
)
_METHOD = _alternatives(
    r"""реквизит\w*
    (?:pay|payment|settle|card payments?)\s*(?:online|here|at|via|link|by|in seconds)*
    (?:оплат\w+|заплат\w+|внести|перевести)(?:\s+(?:можно|по|онлайн|картой|здесь|тут|ссылк\w|на))*"""
)
_SENT_TO = r"(?:transfer|remit|pay|lodge|deposit)(?:\s+(?:it|this|the\s+money))?\s+(?:in)?to"
_METHOD_BEFORE = re.compile(
    rf"\b(?:(?:{_BANKING}|{_SENT_TO})\s*:?|{_METHOD}\s*[:→>-]+)\s*$", re.IGNORECASE
)
_METHOD_AFTER = re.compile(r"\s*(?:to\s+pay\b|для\s+оплаты)", re.IGNORECASE)
_LINK_BEFORE = re.compile(
    r"(?:^|[.!?\n]\s*)ссылка\s*:\s*$|\bпо\s+ссылке\s+из\s+(?:личного\s+)?кабинета\s*:\s*$"
    r"|(?:^|[.!?\n]\s*)link\s*:\s*$",
    re.IGNORECASE,
)
_ABOUT_PAYING = re.compile(r"\bpay|\bway\b|\bsettle|оплат|плат[её]ж|внести", re.IGNORECASE)
_REACH = _alternatives(
    r"""call|ring|phone|tel|mobile|text|whatsapp|sms|write|e-?mail|mail|reply|reach|contact|helpdesk
    desk(?=\s*:)|chat|(?:chat|speak|talk) (?:with|to) (?:us|(?:a|the) \w+)|questions?|queries
    тел|телефон\w?|звоните|позвоните|набирайте|напишите|пишите|почт\w
    вопросы|бухгалтери\w|диспетчер\w*|связь"""
)
_REACH_BEFORE = re.compile(
    rf"\b{_REACH}(?:\s+(?:to|on|us|me|at|на|по|нам|сюда|номеру|телефону|адрес))*\s*[.:(–—-]*\s*$",
    re.IGNORECASE,
)
_HELLO = _alternatives(
    r"""dear|hello|hi|hey|hiya|good (?:morning|day|afternoon|evening)|g[’']?day|morning|respected
    namaste|greetings|уважаем\w{2,3}(?:\s*\(\w{2}\))?|здравствуйте|добр\w+ (?:день|вечер|утро|дня)
    доброго дня|привет|приветствуем"""
)
_GREETING_BEFORE = re.compile(
    rf"(?:^|\n)[\W_]{{0,4}}(?:{_HELLO}[,!]?\s+)?"
    rf"(?:(?:mr|mrs|ms|miss|dr|sir|господин|госпожа)\b\.?\s*)?[*_]*"
    rf"(?:{PLACEHOLDER_CHARACTER}\s?)*$",
    re.IGNORECASE,
)
_GREETING_AFTER = re.compile(
    rf"[*_]*(?:\s?{PLACEHOLDER_CHARACTER})*[*_]*"
    r"(?:\s+(?:family|ji|sahib|sir|madam|team|garu))?\s*"
    r"(?:[,!\u2600-\u27bf\U0001f300-\U0001faff](?!\d)|\n|:\s*\n|,?\s+(?:здравствуйте|добрый|доброе|привет|hello|hi\b))",
    re.IGNORECASE,
)
_NAMED_FIRST = re.compile(
    r"[*_]*(?:,|[^\S\n]*[!,]?[^\S\n]*(?:здр|добр|прив|hello|hi\b))", re.IGNORECASE
)
_ORDER_BEFORE = re.compile(
    r"\b(?:order|invoice|booking|ticket|заказ\w{0,2}|сч[её]т\w{0,2})\s*[:#№]*\s*$", re.IGNORECASE
)
_SAYS_HELLO = re.compile(r"[^\W_]")


def typed_in_context(segments: Sequence[Segment]) -> list[Segment]:
    """Segments whose placeholders stand for what their surroundings say, where names say less."""
    text = "".join(segment.text for segment in segments)
    offset = unit_end = 0
    found: list[Segment] = []
    for segment in segments:
        hole = segment.placeholder
        if hole:
            before = text[max(0, offset - _BEFORE) : offset]
            after = text[offset + 1 : offset + 1 + _AFTER]
            fact = _fact(hole, before, after)
            if fact is FactType.OTHER and unit_end and not text[unit_end:offset].strip():
                fact = FactType.AMOUNT
            unit_end = offset + 1 if is_unit(hole.name) else 0
            if fact is not hole.fact:
                segment = replace(segment, placeholder=replace(hole, fact=fact))
        found.append(segment)
        offset += len(segment.text)
    return _alike(found)


_CARRIED = frozenset({FactType.INVOICE_REF, FactType.DUE_DATE, FactType.AMOUNT})


def _alike(segments: list[Segment]) -> list[Segment]:
    """Segments in which holes of one name stand for the fact that one of their places tells."""
    told: dict[str, set[FactType]] = {}
    for segment in segments:
        hole = segment.placeholder
        if hole and hole.fact is not FactType.OTHER and not _is_blank(hole):
            told.setdefault(hole.name, set()).add(hole.fact)
    found: list[Segment] = []
    for segment in segments:
        hole = segment.placeholder
        if hole and hole.engine and hole.fact is FactType.OTHER:
            facts = told.get(hole.name, set())
            if len(facts) == 1 and facts <= _CARRIED:
                segment = replace(segment, placeholder=replace(hole, fact=min(facts)))
        found.append(segment)
    return found


def _fact(hole: Placeholder, before: str, after: str) -> FactType:
    if hole.fact in (FactType.OTHER, FactType.CONTACT) and _greets(before, after):
        return FactType.NAME
    if hole.fact is FactType.NAME and _ORDER_BEFORE.search(before):
        return FactType.INVOICE_REF
    if hole.fact is FactType.DUE_DATE and _is_other_day(hole, before):
        return FactType.OTHER
    if hole.fact is not FactType.OTHER or is_count(hole.name) or _is_blank(hole):
        return hole.fact
    if _CURRENCY_BEFORE.search(before) or _CURRENCY_AFTER.match(after):
        no_debt = is_fee(hole.name) or _NO_DEBT_BEFORE.search(before) or _PAID_AFTER.match(after)
        return FactType.OTHER if no_debt else FactType.AMOUNT
    if is_fee(hole.name):
        return FactType.OTHER
    if _REFERENCE_BEFORE.search(before) or _NUMBERED_BEFORE.search(before):
        banking = _BANKING_BEFORE.search(before)
        return FactType.PAYMENT_METHOD if banking else FactType.INVOICE_REF
    if _AMOUNT_BEFORE.search(before):
        return FactType.AMOUNT
    no_deadline = _NO_DAY_AFTER.match(after) or _NO_DEADLINE_BEFORE.search(before)
    if (_DUE_BEFORE.search(before) or _DUE_AFTER.match(after)) and not no_deadline:
        return FactType.DUE_DATE
    if _LINK_BEFORE.search(before) or _METHOD_BEFORE.search(before) or _METHOD_AFTER.match(after):
        return FactType.PAYMENT_METHOD
    if is_link(hole.name) and _ABOUT_PAYING.search(before):
        return FactType.PAYMENT_METHOD
    return FactType.CONTACT if _REACH_BEFORE.search(before) else FactType.OTHER


def _is_other_day(hole: Placeholder, before: str) -> bool:
    """Whether what stands before a date says that it is not the day to pay."""
    if _AS_OF_BEFORE.search(before):
        return True
    if not is_bare_date(hole.name):
        return False
    if _OTHER_DAY_BEFORE.search(before):
        return True
    return bool(_ON_A_DAY_BEFORE.search(before)) and not _ABOUT_A_DEBT.search(before)


def _is_blank(hole: Placeholder) -> bool:
    """Whether a hole is a blank in a draft: what should stand there is not known to anybody."""
    return not hole.engine and not re.search(r"[^\W_Xx]", hole.name)


def _greets(before: str, after: str) -> bool:
    """Whether a hole stands where a letter names the client."""
    match = _GREETING_BEFORE.search(before)
    if not match or not _GREETING_AFTER.match(after):
        return False
    greeted = _SAYS_HELLO.search(match[0])
    return bool(greeted) or bool(_NAMED_FIRST.match(after))
