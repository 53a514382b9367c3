"""Hand-built reports for the tests of report formats."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from tonecheck.types import (
    Applicability,
    Category,
    Channel,
    Context,
    Demand,
    Edit,
    Fact,
    Factor,
    FactType,
    FileError,
    Finding,
    Fix,
    Gain,
    Kind,
    Language,
    MessageReport,
    Report,
    Score,
    Severity,
    Stage,
)

ENGLISH = """Subject: STILL waiting!!

Dear customer,

You have ignored two e-mails about invoice 4471, and if nothing has arrived by Friday we will take \
the whole matter to court and tell {{ company }} about it.
Kindly remit £310.00 forthwith.

Workshop on Mill Lane
"""

RUSSIAN = """Тема: Счёт 204

Уважаемый клиент!

Вы так и не оплатили счёт № 204 на 18 500 рублей.\tЕсли денег не будет до пятницы, {{ имя }}, \
отключим доступ и передадим дело юристам.

С уважением,
бухгалтерия
"""


def finding(
    source: str,
    quote: str,
    rule: str,
    category: Category,
    severity: Severity,
    message: str,
    advice: str,
    *guide: str,
    fixes: tuple[Fix, ...] = (),
) -> Finding:
    """A finding about the only place of a quote in a source."""
    assert source.count(quote) == 1
    start = source.index(quote)
    end = start + len(quote)
    return Finding(rule, category, severity, message, advice, guide, start, end, quote, fixes=fixes)


def absence(
    offset: int, rule: str, severity: Severity, message: str, advice: str, *guide: str
) -> Finding:
    """A finding about something that is missing at an offset."""
    return Finding(rule, Category.MISSING, severity, message, advice, guide, offset, offset, "")


def replaced(
    source: str, quote: str, replacement: str, label: str, *, safe: bool, caution: str = ""
) -> Fix:
    """A fix that puts something else in the place of a quote."""
    start = source.index(quote)
    applicability = Applicability.SAFE if safe else Applicability.UNSAFE
    return Fix(label, applicability, (Edit(start, start + len(quote), replacement),), caution)


def fact(source: str, quote: str, kind: FactType, **values: Decimal | date | str) -> Fact:
    """A fact found at the first place of a quote."""
    start = source.index(quote)
    return Fact(kind, quote, start, start + len(quote), **values)  # type: ignore[arg-type]


def english() -> MessageReport:
    """An English message with findings of every severity, two things missing and low scores."""
    s = ENGLISH
    threat = finding(
        s, "take the whole matter to court", "legal-threat", Category.THREAT, Severity.ERROR,
        "Talk of courts frightens people and ends the conversation.",
        "Ask what stands in the way and offer to settle it together.", "G03", "G32",
    )  # fmt: skip
    blame = finding(
        s, "You have ignored two e-mails", "ignored-us", Category.ACCUSATION, Severity.ERROR,
        "This blames the client, who may never have seen your e-mails.",
        "State the fact: “We have not heard back about our e-mails.”", "G04",
    )  # fmt: skip
    return MessageReport(
        path="drafts/late.txt",
        name=None,
        source=s,
        context=Context(Language.EN),
        politeness=Score(
            22,
            (
                Factor("start", 100, "Where every message starts."),
                Factor("legal-threat", -35, "Mentions a court.", threat.start, threat.end),
                Factor("ignored-us", -25, "Blames the client.", blame.start, blame.end),
                Factor("shouting", -8, "Raises the voice.", 9, 14),
                Factor("repeated-punctuation", -6, "Shouts with exclamation marks.", 22, 24),
                Factor("missing-thanks", -4, "Thanks nobody."),
            ),
            gains=(
                Gain(35, "Take the threat out.", threat.start),
                Gain(25, "State the fact without blame.", blame.start),
                Gain(14, "Say it kindly.", 9),
                Gain(8, "Say thank you."),
                Gain(6, "Offer more time."),
            ),
        ),
        clarity=Score(
            71,
            (Factor("missing-payment-method", -29, "Does not say how to pay."),),
            (Gain(29, "Say how to pay."),),
        ),
        facts={
            FactType.AMOUNT: (
                fact(s, "£310.00", FactType.AMOUNT, value=Decimal("310"), currency="GBP"),
            ),
            FactType.DUE_DATE: (
                fact(s, "by Friday", FactType.DUE_DATE, value=date(2026, 3, 6)),
            ),
            FactType.INVOICE_REF: (fact(s, "invoice 4471", FactType.INVOICE_REF, value="4471"),),
        },
        findings=(
            finding(
                s, "STILL", "shouting", Category.RUDENESS, Severity.WARNING,
                "Capital letters read like a raised voice.", "Write it in small letters.", "G07",
                fixes=(replaced(s, "STILL", "Still", "Replace with “Still”", safe=True),),
            ),
            finding(
                s, "!!", "repeated-punctuation", Category.RUDENESS, Severity.WARNING,
                "Several exclamation marks sound like shouting.", "One mark is enough.", "G07",
                fixes=(replaced(s, "!!", "!", "Replace with “!”", safe=True),),
            ),
            finding(
                s, "Dear customer", "impersonal-greeting", Category.IMPERSONAL, Severity.WARNING,
                "A greeting without a name feels like a mass mailing.",
                "Greet the person by name.", "G02",
            ),
            absence(
                s.index("You have"), "missing-thanks", Severity.SUGGESTION,
                "A word of thanks opens doors.", "Thank them for their order.", "G01",
            ),
            blame,
            threat,
            finding(
                s, "Kindly remit £310.00 forthwith", "officialese", Category.JARGON,
                Severity.SUGGESTION, "Stiff words keep the reader at arm's length.",
                "Say it as you would on the telephone.", "G18",
                fixes=(
                    replaced(s, "Kindly remit", "Please pay", "Replace with “Please pay”",
                             safe=False, caution="it does not say quite the same"),
                ),
            ),
            absence(
                s.index("\nWorkshop"), "missing-payment-method", Severity.WARNING,
                "The client does not learn how to pay.",
                "Give a link, an account number or another way to pay.", "G17",
            ),
            absence(
                s.index("\nWorkshop"), "missing-contact", Severity.WARNING,
                "There is nobody to turn to with a question.",
                "Give a name and a telephone number or an address.", "G26",
            ),
            absence(
                s.index("\nWorkshop"), "missing-flexibility", Severity.SUGGESTION,
                "Someone who cannot pay at once sees no way.", "Offer parts or more time.", "G24",
            ),
        ),
    )  # fmt: skip


def russian() -> MessageReport:
    """A Russian message of a declared stage, in a messenger, in a template."""
    s = RUSSIAN
    return MessageReport(
        path="шаблоны/долг.txt",
        name=None,
        source=s,
        context=Context(
            Language.RU,
            Stage.FINAL,
            Channel.MESSENGER,
            Kind.TEMPLATE,
            stage_declared=True,
            kind_declared=True,
        ),
        politeness=Score(
            41,
            (Factor("cut-off", -40, "Грозит отключением.", 99, 115),),
            (Gain(40, "Уберите угрозу.", 99), Gain(8, "Поблагодарите.")),
        ),
        clarity=Score(
            88,
            (Factor("missing-payment-method", -12, "Не сказано, как платить."),),
            (Gain(12, "Скажите, как оплатить."),),
        ),
        facts={
            FactType.AMOUNT: (
                fact(s, "18 500 рублей", FactType.AMOUNT, value=Decimal("18500"), currency="RUB"),
            ),
            FactType.INVOICE_REF: (fact(s, "счёт № 204", FactType.INVOICE_REF, value="204"),),
        },
        findings=(
            finding(
                s, "Уважаемый клиент", "impersonal-greeting", Category.IMPERSONAL,
                Severity.WARNING, "Обращение без имени похоже на массовую рассылку.",
                "Обратитесь по имени.", "G02",
            ),
            finding(
                s, "Вы так и не оплатили", "not-paid-yet", Category.ACCUSATION, Severity.ERROR,
                "Фраза обвиняет клиента, а причина может быть и не в нём.",
                "Назовите факт: «Оплата по счёту пока не поступила».", "G04",
                fixes=(
                    replaced(s, "Вы так и не оплатили", "Мы пока не получили оплату за",
                             "Заменить на «Мы пока не получили оплату за»", safe=False),
                ),
            ),
            finding(
                s, "отключим доступ", "cut-off", Category.THREAT, Severity.ERROR,
                "Угроза отключением пугает и обрывает разговор.",
                "Предложите удобный способ или срок оплаты.", "G03",
            ),
            absence(
                s.index("\nС уважением"), "missing-payment-method", Severity.WARNING,
                "Непонятно, как заплатить.", "Добавьте реквизиты или ссылку.", "G17",
            ),
            absence(
                s.index("\nС уважением"), "missing-thanks", Severity.SUGGESTION,
                "Благодарность располагает к ответу.", "Поблагодарите за сотрудничество.", "G01",
            ),
        ),
    )  # fmt: skip


def friendly() -> MessageReport:
    """An English message with nothing to say about it."""
    return MessageReport(
        path="drafts/kind.txt",
        name=None,
        source="Hello Nora, thank you for …",
        context=Context(Language.EN, Stage.DUE, stage_declared=True),
        politeness=Score(100),
        clarity=Score(97, (Factor("long-sentence", -3, "One sentence is long.", 0, 5),)),
        facts={},
        findings=(),
    )


def not_a_reminder() -> MessageReport:
    """A file that asks for no payment."""
    return MessageReport(
        path="drafts/agenda.txt",
        name=None,
        source="Tuesday: cake",
        context=Context(Language.EN),
        politeness=Score(100),
        clarity=Score(100),
        facts={},
        findings=(),
        is_reminder=False,
    )


UNREADABLE = FileError("drafts/photo.txt", "is binary, not text")
"""A file that could not be checked."""


def mixed() -> Report:
    """A run over everything above."""
    return Report((english(), friendly(), not_a_reminder(), russian()), (UNREADABLE,))


def demanding(report: Report, **demand: Any) -> Report:
    """A report whose messages have to hold something; the fields are those of a demand."""
    asked = Demand(**demand)
    return replace(report, messages=tuple(replace(m, demand=asked) for m in report.messages))
