"""Phones, e-mail addresses and handles, and numbers given as a payment address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from tonecheck.literals.currencies import PREFIX, SUFFIX
from tonecheck.literals.spans import before, keep_longest
from tonecheck.types import Language


class ContactKind(StrEnum):
    """What sort of address it is."""

    PHONE = "phone"
    EXTENSION = "extension"
    EMAIL = "email"
    HANDLE = "handle"
    CARD = "card"
    ACCOUNT = "account"


@dataclass(frozen=True, slots=True)
class Contact:
    """An address at which somebody or an account is reached.

    ``payment`` says that the text gives it as the place to send money to.
    """

    start: int
    end: int
    text: str
    kind: ContactKind
    payment: bool = False


_GAP = r"[ \u00a0\u202f().–-]{0,2}"
_EXTENSION = (
    r"(?:[ \u00a0,;]{0,2}\(?(?i:доб(?:авочный|\.)?|внутр?\.?|ext(?:ension)?\.?|x)"
    r"[ \u00a0]?(?:№[ ]?)?[0-9]{1,5}(?:-[0-9]{1,3})?\)?)?"
)

_PHONE = re.compile(
    rf"""
    (?<![\w+.,/№#-])(?<![0-9][ ])
    (?:
        \+[0-9](?:{_GAP}[0-9]){{8,14}}                       # +7 905 123-45-60
      | 8(?:{_GAP}[0-9]){{10}}                               # 8 4732 11-22-05
      | 7(?:{_GAP}[0-9]){{10}}(?=[^0-9])                     # 7 702 111 45 10
      | (?:1[ .-])?\(?[2-9][0-9]{{2}}\)?[ .-]{{1,2}}[0-9]{{3}}[.-][0-9]{{4}}  # (312) 555-0143
      | \(?0[0-9]{{1,4}}\)?(?:[ -]?[0-9]){{5,9}}             # 01632 960 874, (03) 5550 2214
      | 1[38]00[ -]?[0-9]{{3}}[ -]?[0-9]{{3,4}}              # 1800 555 0990
      | [6-9][0-9]{{4}}[ -]?[0-9]{{5}}                       # 98111 20304
      | [3689][0-9]{{3}}[ ][0-9]{{4}}                        # 9555 0731
      | [2-9][0-9]{{2}}-[0-9]{{4}}                           # 555-0164
      | [2-9][0-9]{{2}}(?:-[0-9]{{2}}){{2}}                    # 555-01-64
      | \([2-9][0-9]{{2,4}}\)[ ]?[0-9]{{1,3}}(?:-[0-9]{{2}}){{2}}  # (495) 000-12-12
      | [3-9][0-9][ -][0-9]{{3}}[ -][0-9]{{2}}[ -][0-9]{{2}} # 90 123 45 67
    )
    (?![0-9])(?![-/.,][0-9])
    {_EXTENSION}
    """,
    re.VERBOSE,
)
_LOCAL = re.compile(
    r"""
    (?i:\b(?:тел|телефон\w{0,2}|т(?=\.)|моб|сот|факс|звоните|звони|позвоните|поддержк\w|горячая\s+линия
        |phone|tel|call|ring|text|dial|helpline|helpdesk|mobile|cell)\b)
    [.:]?[^\S\n]{0,2}(?:(?:at|on|по|номеру|нам|мне|us|me)[^\S\n]){0,2}[—–:-]?[^\S\n]?
    (?P<number>[0-9]{2,4}(?:-[0-9]{2}){1,2}|[0-9](?:-[0-9]{2}){2}|[0-9]{3,6})  # 22-04-05, 0890
    (?![\w-])(?![.,:/][0-9])(?![^\S\n]?[%°])(?![^\S\n]*[^\W\d_]{2})
    """,
    re.VERBOSE,
)
_ACCOUNT = re.compile(
    r"""
    (?:\b(?i:bank|gtbank|uba|zenith|kuda|opay|moniepoint|р/с
       |(?P<plain>account|acct|acc|a/c))\b\W{0,2}
       (?:(?i:no|number|№)\b\W{0,2})?)(?P<number>[0-9]{8,20})(?![\w-])   # Zenith 2034567891
  | (?<!\w)(?P<iban>[A-Z]{2}[0-9]{2}(?:[ ]?[A-Z0-9]{4}){3,7}(?:[ ]?[A-Z0-9]{1,3})?)(?!\w)
    """,
    re.VERBOSE,
)
_TO_A_BANK = re.compile(
    r"\b(?:bank|sort\s+code|bsb|routing|(?:pay|transfer|payments?|send)(?:\s+\w+)?\s+(?:in)?to)\b",
    re.IGNORECASE,
)
_CITY = re.compile(r"[2-9][0-9]{2}(?:-[0-9]{2}){2}")
"""A number of seven digits: nobody can send money to it."""
_BARE_EXTENSION = re.compile(
    r"(?<!\w)(?i:доб\.|добавочный|внутр\.|ext\.?|extension)[^\S\n]?[0-9]{2,5}(?:-[0-9]{1,3})?(?!\w)"
)
_CARD = re.compile(
    r"""
    (?<![\w-])
    (?: [0-9]{4}(?:[ -]?[0-9*•xX]{4}){2}[ -]?[0-9*•xX]{4}     # 16 digits, some hidden
      | \*{2,4}[ ]?[0-9]{4}                                  # **** 9035
    )(?![\w-])
    """,
    re.VERBOSE,
)
EMAIL = re.compile(r"(?<![\w.+-])[\w+-][\w.+-]{0,63}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}(?<![-.])")
"""An e-mail address."""
HANDLE = re.compile(
    r"""
    (?<![\w.@/])@[A-Za-z][\w.]{1,40}(?<!\.)         # @name
  | (?<![\w.+-])[\w.-]{2,40}@[a-z]{2,12}(?![\w.]*\w) # name@upi: an Indian payment address
  | (?<![\w$])\$[A-Za-z][A-Za-z0-9]{1,20}(?!\w)      # $name: a cashtag
    """,
    re.VERBOSE,
)
"""A name in a messenger or in a payment service."""

_PAYMENT = re.compile(
    r"""
    \bcard\s+(?:by|over\s+the)\s+phone\W+(?:on\b)?|\bpay(?:ing)?\s+by\s+card\s+on\b
    |\b(?: paynow|paylah|duitnow
      |upi|gpay|phonepe|paytm|zelle|venmo|m-?pesa|revolut|opay|palmpay|moniepoint|paym
      |cash\s?app|paypal|interac|e-?transfer|payid|bizum|momo|kuda|gtbank|uba|monzo
      |bank\s+transfer\s+to|transfer\s+to|pay\s+to|send\s+(?:it|the\s+money)\s+to
      |account(?!\s+(?:manager|executive|handler|director|team|holder|officer))|acct
      |a/c|iban|sort\s+code|bsb|uen|ach
      |сбп|карт\w{1,3}|перев(?:од|ед|ес)\w*|скинь\w*|закинь\w*|kaspi|каспи|humo|uzcard|payme|click
      |сбер\w{0,4}|тинькофф|т-банк\w*|альф\w{1,3}|ерип|elcart|по\s+номеру(?!\s+для\s+связи)|р/с
      |расч[её]тн\w+\s+сч[её]т\w{0,2}|пополнени\w|для\s+(?:перевод|оплат|зачислен)\w+)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_CALL = re.compile(
    r"""
    \b(?:call|ring|phone|tel|text|mobile|cell|whats\s?app|reach|dial|number\s+is|contact|helpline
      |helpdesk|bell|shout|word|buzz|ping|sms|enquir\w+|inquir\w+|question\w*|query|queries
      |(?:i['’]m|i\s+am|we['’]re|s?he\s+is|(?-i:(?!Account|Bank|Card)[A-Z][a-z]+)\s+is)\s+(?:on|at)
      |звон\w+|позвон\w+|тел|телефон\w*|моб|связ\w+|пиш\w+|напиш\w+|вопрос\w*|обращ\w+
      |менеджер\w*|бухгалтер\w*|секретар\w*|справк\w+|для\s+связи)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_BANK_NUMBER = re.compile(
    r"\b(?:bank|gtbank|uba|zenith|kuda|opay|account|acct|a/c|iban|sort\s+code|bsb|uen|р/с|инн|кпп|огрн"
    r"|бик|л/с|лицев\w+\s+сч\w+|сч[её]т\w{0,2}|договор\w*|заказ\w*|накладн\w+|ттн|упд|полис\w*|квитанци\w+|order|invoice|policy|ref)"
    r"[\W]{0,3}(?:[А-Я]{1,3}[ ])?(?:(?:no|number|№)\W{0,2})?$",
    re.IGNORECASE,
)
_SENTENCE_ENDED = re.compile(r"(?<![Тт]ел)(?<!доб)(?<!№)[.!?]\s+$")
"""A number that stands alone in a sentence belongs to no way to pay before it."""
_DATE_LIKE = re.compile(r"[0-9]{1,4}([.-])[0-9]{2}\1[0-9]{2,4}")
_MONEY_AFTER = re.compile(rf"[^\S\n]?{SUFFIX}")
_MONEY_BEFORE = re.compile(rf"{PREFIX}[^\S\n]?$")


_PLAIN_SPACES = str.maketrans("\u00a0\u202f\u2009", "   ")
_OF_THE_CLIENT = re.compile(
    r"\b(?:tried|called|rang|phoned|texted|messaged)\b[^.!?]*\byou\W+(?:on|at|under)\W*$",
    re.IGNORECASE,
)
"""What before a phone says that it is the client's: "we rang you on …"."""


def find_contacts(text: str, language: Language) -> tuple[Contact, ...]:
    """Phones, extensions, e-mail addresses, handles, cards and accounts, in order.

    Args:
        text: visible text; U+E000 stands for a placeholder.
        language: of the text. Both languages share the tables, since numbers cross borders.
    """
    text = text.translate(_PLAIN_SPACES)
    candidates = [
        *(_simple(text, EMAIL, ContactKind.EMAIL) if may_have_address(text) else ()),
        *(_simple(text, HANDLE, ContactKind.HANDLE) if may_have_address(text) else ()),
        *_simple(text, _CARD, ContactKind.CARD),
        *_simple(text, _BARE_EXTENSION, ContactKind.EXTENSION),
        *_phones(text),
        *_accounts(text),
    ]
    return tuple(keep_longest(candidates))


def may_have_address(text: str) -> bool:
    """Whether a text has one of the signs without which there is no e-mail address or handle."""
    return "@" in text or "$" in text


def _simple(text: str, pattern: re.Pattern[str], kind: ContactKind) -> Iterator[Contact]:
    for match in pattern.finditer(text):
        payment = kind is ContactKind.CARD or (
            kind is not ContactKind.EXTENSION and _is_payment_address(text, match.start())
        )
        yield Contact(match.start(), match.end(), match[0], kind, payment)


def _phones(text: str) -> Iterator[Contact]:
    for match in _PHONE.finditer(text):
        number, start, end = match[0], match.start(), match.end()
        window = before(text, start, limit=40)
        city = _CITY.fullmatch(number) is not None
        if (_DATE_LIKE.fullmatch(number) and not city) or _MONEY_AFTER.match(text, end):
            continue
        if _MONEY_BEFORE.search(window) or _OF_THE_CLIENT.search(window):
            continue
        kind = ContactKind.PHONE
        if _BANK_NUMBER.search(window):
            if not re.search(r"(?i)bank|uba|zenith|kuda|opay|iban|sort|bsb|account|acct", window):
                continue
            kind = ContactKind.ACCOUNT
        payment = kind is ContactKind.ACCOUNT or (not city and _is_payment_address(text, start))
        yield Contact(start, end, number, kind, payment)
    for match in _LOCAL.finditer(text):
        start, end = match.span("number")
        yield Contact(start, end, match["number"], ContactKind.PHONE)


def _accounts(text: str) -> Iterator[Contact]:
    for match in _ACCOUNT.finditer(text):
        start, end = match.span("iban" if match["iban"] else "number")
        if match["plain"] and not _TO_A_BANK.search(before(text, match.start(), limit=50)):
            continue
        yield Contact(start, end, text[start:end], ContactKind.ACCOUNT, payment=True)


def _is_payment_address(text: str, start: int) -> bool:
    """Whether the nearest cue before an address in its sentence speaks of paying there."""
    window = before(text, start, limit=70)
    if _SENTENCE_ENDED.search(window):
        return False
    paying = max((m.end() for m in _PAYMENT.finditer(window)), default=-1)
    calling = max((m.end() for m in _CALL.finditer(window)), default=-1)
    return paying > calling
