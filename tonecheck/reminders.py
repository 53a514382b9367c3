"""Whether anything in a file asks for a payment."""

from __future__ import annotations

import re

from tonecheck.message import Message
from tonecheck.types import FactType

_WORDS = re.compile(
    r"""
      \b(?: pay(?:s|ing|able|ment|ments)? | paid | unpaid | invoices? | bill(?:s|ed|ing)? | dues?
          | overdue | past[-\ ]due | ow(?:e|ed|es|ing) | outstanding | arrears | balance | debts?
          | remit(?:tance)? | instal?lments? | fees? | rent | deposit | settle(?:d|ment)?
          | subscription | quid | bucks | money | cash | pounds | dollars | euros )\b
    | \b(?: опла[тч]\w* | плат[еёи]\w* | заплат\w* | уплат\w* | задолж\w* | долг\w* | сч[её]т\w*
          | взнос\w* | просроч\w* | доплат\w* | предоплат\w* | аванс\w* | рассч[её]т\w* | неоплач\w*
          | квитанци\w* | аренд\w* | реквизит\w* | перевод\w* | переведите | деньги | денег
          | руб(?:\.|л\w*) | тысяч\w* | скинь\w* | кидай\w* )
    | [$£€₽₹₦₸]\s?\d | \d\s?[$£€₽₹₦₸]
    """,
    re.VERBOSE | re.IGNORECASE,
)
_FACTS = frozenset(
    {FactType.AMOUNT, FactType.DUE_DATE, FactType.INVOICE_REF, FactType.PAYMENT_METHOD}
)


_OWING = re.compile(
    r"""
      \b(?: due | overdue | owe[ds]? | owing | outstanding | unpaid | pending | remind\w* | payable
          | past[-\ ]due | settle[ds]? | arrears | balance | late | missed | paid | pay(?:ments?)?
          | paying | waiting | invoices? | bill | account | transfer | clear | renew )\b
    | \b(?: опла[тч]\w* | плат(?:ить|ы|у) | заплат\w* | задолж\w* | долг\w* | просроч\w*
          | напомин\w* | доплат\w* | остат\w* | остал\w* | ждём | срок\w* | внес\w*
          | перевед\w* | погас\w* | не\s+поступ\w* | плат[её]ж\w* | сч[её]т\w* | деньги
          | денег | обязательств\w* | сумм\w* )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_LONG = 12
"""Words of a text that is more than a remark, even without a figure."""
_GREETING = re.compile(
    r"\W*(?:dear|hello|hi|hey|good (?:morning|day|afternoon|evening)|уважаем\w+|здравствуйте"
    r"|добрый день|добрый вечер|доброе утро|привет)\b",
    re.IGNORECASE,
)
_FIGURES = re.compile(r"\d[\d\s.,]*\s?(?:[$£€₽₹₦₸]|руб|р\.)|[$£€₽₹₦₸]\s?\d")


def is_reminder_text(message: Message) -> bool:
    """Whether a text of a catalogue is a reminder, or a part of one, and no label or remark.

    A text that names a fact, is long or greets somebody is no label.
    """
    holes = {hole.fact for _, hole in message.placeholders}
    concrete = bool(holes & _FACTS) or bool(_FIGURES.search(message.text))
    long = len(message.text.split()) >= _LONG or _GREETING.match(message.text) is not None
    return (concrete or long) and _OWING.search(message.text) is not None


def asks_for_payment(message: Message) -> bool:
    """Whether a message talks about paying, or its author says that it is a reminder."""
    if message.declared.stage or message.declared.kind:
        return True
    if any(p.fact in _FACTS for _, p in message.placeholders):
        return True
    return _WORDS.search(message.text) is not None
