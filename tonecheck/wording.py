"""The tool's own words in both languages: labels of fixes, why one is not safe, the vocabulary.

Rules bring their own sentences; reports keep theirs in :mod:`tonecheck.reports.words`.
"""

from __future__ import annotations

from collections.abc import Mapping

from tonecheck.types import Category, Channel, FactType, Kind, Language, Severity, Stage

_EN, _RU = Language.EN, Language.RU

Words = Mapping[Language, str]
"""One thing said in each language."""

LABELS: dict[str, dict[Language, str]] = {
    "delete": {_EN: "Delete this", _RU: "Удалить"},
    "insert": {_EN: "Add “{text}”", _RU: "Добавить «{text}»"},
    "replace": {_EN: "Replace with “{replacement}”", _RU: "Заменить на «{replacement}»"},
    "reword": {_EN: "Write “{replacement}”", _RU: "Написать «{replacement}»"},
    "same-spelling": {
        _EN: "Write “{replacement}” throughout",
        _RU: "Везде писать «{replacement}»",
    },
    "take-out-and-say": {
        _EN: "Take this sentence out, and end with “{text}”",
        _RU: "Убрать это предложение, а в конце написать «{text}»",
    },
    "say-otherwise": {
        _EN: "Say it without what hurts, and keep its facts",
        _RU: "Сказать это без того, что задевает, и сохранить факты",
    },
    "take-out": {_EN: "Take this sentence out", _RU: "Убрать это предложение"},
    "split": {
        _EN: "Split the sentence: “{seam}”",
        _RU: "Разделить предложение: «{seam}»",
    },
    "move": {
        _EN: "Begin with “{text}”",
        _RU: "Начать с «{text}»",
    },
    "ask-apart": {
        _EN: "Ask for this in another message: {requests}",
        _RU: "Об этом попросить в другом письме: {requests}",
    },
    "send-at": {
        _EN: "Send it at a better time: {next}",
        _RU: "Отправить в другое время: {next}",
    },
}
"""The label of each possible change by its wording key; ``{gaps}`` are filled from its values."""

CAUTIONS: dict[str, dict[Language, str]] = {
    "reworded": {
        _EN: "it does not say quite the same",
        _RU: "сказано уже не совсем то же",
    },
    "removed": {_EN: "it takes out what you wrote", _RU: "убирает то, что вы написали"},
    "added": {
        _EN: "it says something new in your name",
        _RU: "добавляет новое от вашего имени",
    },
    "explained": {
        _EN: "see whether you mean it by this abbreviation or word, too",
        _RU: "посмотрите, значит ли это у вас то же",
    },
    "hole": {
        _EN: "fill the placeholder before you send it",
        _RU: "заполните пропуск перед отправкой",
    },
    "variable": {
        _EN: "see what your program calls this variable",
        _RU: "у вас эта переменная может называться иначе",
    },
    "split": {
        _EN: "see whether the new sentences still hang together",
        _RU: "посмотрите, связаны ли между собой новые предложения",
    },
    "moved": {
        _EN: "see whether it is understood at the beginning, and what came before it without it",
        _RU: "посмотрите, понятно ли это в начале и понятно ли без него остальное",
    },
    "later": {
        _EN: "the message goes out later",
        _RU: "сообщение уйдёт позже",
    },
    "later-day": {
        _EN: "the message goes out later; see whether “today” or “Friday” in it still holds",
        _RU: "сообщение уйдёт позже: верны ли ещё «сегодня», «в пятницу» и подобное в тексте?",
    },
    "name": {
        _EN: "one of the words may be a name",
        _RU: "одно из слов может быть именем",
    },
}
"""Why a change is not safe, by its key."""

LANGUAGES: Mapping[Language, Words] = {
    _EN: {_EN: "English", _RU: "английский"},
    _RU: {_EN: "Russian", _RU: "русский"},
}

STAGES: Mapping[Stage, Words] = {
    Stage.PRE_DUE: {_EN: "before the due date", _RU: "срок ещё не наступил"},
    Stage.DUE: {_EN: "due now", _RU: "срок наступил"},
    Stage.OVERDUE: {_EN: "overdue", _RU: "срок прошёл"},
    Stage.FINAL: {_EN: "final reminder", _RU: "последнее напоминание"},
    Stage.DISPUTED: {_EN: "disputed", _RU: "клиент не согласен"},
}

CHANNELS: Mapping[Channel, Words] = {
    Channel.EMAIL: {_EN: "e-mail", _RU: "электронное письмо"},
    Channel.SMS: {_EN: "SMS", _RU: "СМС"},
    Channel.MESSENGER: {_EN: "messenger", _RU: "мессенджер"},
    Channel.LETTER: {_EN: "letter", _RU: "бумажное письмо"},
}

KINDS: Mapping[Kind, Words] = {
    Kind.DRAFT: {_EN: "draft", _RU: "черновик"},
    Kind.TEMPLATE: {_EN: "template", _RU: "шаблон"},
}

SEVERITIES: Mapping[Severity, Words] = {
    Severity.ERROR: {_EN: "error", _RU: "ошибка"},
    Severity.WARNING: {_EN: "warning", _RU: "предупреждение"},
    Severity.SUGGESTION: {_EN: "suggestion", _RU: "совет"},
}

CATEGORIES: Mapping[Category, Words] = {
    Category.THREAT: {_EN: "threats", _RU: "угрозы"},
    Category.ACCUSATION: {_EN: "accusations", _RU: "обвинения"},
    Category.GUILT: {_EN: "feelings of guilt", _RU: "чувство вины"},
    Category.PRESSURE: {_EN: "pressure", _RU: "давление"},
    Category.RUDENESS: {_EN: "rudeness", _RU: "грубость"},
    Category.PENALTY: {_EN: "fines and fees", _RU: "штрафы и пени"},
    Category.IMPERSONAL: {_EN: "impersonal address", _RU: "безличное обращение"},
    Category.FORMALITY: {_EN: "form of address", _RU: "стиль обращения"},
    Category.JARGON: {_EN: "jargon", _RU: "канцелярит и жаргон"},
    Category.VAGUE: {_EN: "vague wording", _RU: "неясности"},
    Category.READABILITY: {_EN: "readability", _RU: "читаемость"},
    Category.OVERLOAD: {_EN: "too much at once", _RU: "перегруженность"},
    Category.MISSING: {_EN: "missing facts", _RU: "чего не хватает"},
    Category.INCONSISTENT: {_EN: "inconsistencies", _RU: "противоречия"},
    Category.PLACEHOLDER: {_EN: "placeholders", _RU: "незаполненные места"},
    Category.EVIDENCE: {_EN: "evidence", _RU: "подтверждения"},
    Category.TIMING: {_EN: "time of sending", _RU: "время отправки"},
    Category.GRAMMAR: {_EN: "grammar", _RU: "грамматика"},
    Category.STRATEGY: {_EN: "strategy", _RU: "тактика"},
}

FACTS: Mapping[FactType, Words] = {
    FactType.AMOUNT: {_EN: "amount", _RU: "сумма"},
    FactType.DUE_DATE: {_EN: "due date", _RU: "срок оплаты"},
    FactType.INVOICE_REF: {_EN: "invoice number", _RU: "номер счёта"},
    FactType.PAYMENT_METHOD: {_EN: "how to pay", _RU: "способ оплаты"},
    FactType.CONTACT: {_EN: "contact", _RU: "контакт"},
    FactType.THANKS: {_EN: "thanks", _RU: "благодарность"},
    FactType.EMPATHY: {_EN: "understanding", _RU: "понимание"},
    FactType.FLEXIBILITY: {_EN: "flexibility", _RU: "готовность пойти навстречу"},
    FactType.EVIDENCE: {_EN: "the invoice itself", _RU: "сам счёт"},
}


def label(key: str, language: Language, values: Mapping[str, str]) -> str:
    """The label of a change.

    Args:
        key: the wording key, one of ``LABELS``.
        language: the language to say it in.
        values: what fills the label's ``{gaps}``; more than it needs does no harm.

    Raises:
        KeyError: an unknown key, or a gap without a value.
    """
    return LABELS[key][language].format_map(dict(values))


def plural(number: int, forms: tuple[str, ...], language: Language) -> str:
    """The form of a noun that goes with a number.

    Args:
        forms: English: one, other («message», «messages»); Russian: one, few, many
            («сообщение», «сообщения», «сообщений»).
    """
    if language is Language.EN:
        return forms[0] if number == 1 else forms[1]
    if number % 10 == 1 and number % 100 != 11:
        return forms[0]
    if number % 10 in (2, 3, 4) and number % 100 not in (12, 13, 14):
        return forms[1]
    return forms[2]
