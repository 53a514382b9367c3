"""What the page says itself, in both languages; what other reports say, too, is in ``words``."""

from __future__ import annotations

from collections.abc import Mapping

from tonecheck.types import Language
from tonecheck.wording import Words

_EN, _RU = Language.EN, Language.RU

PAGE_SAYINGS: Mapping[str, Words] = {
    "title": {
        _EN: "Payment reminders: tone and clarity",
        _RU: "Напоминания об оплате: тон и ясность",
    },
    "about-scores": {
        _EN: "Both scores run from 0 to 100, and more is better. Politeness: how the client will "
        "hear the text. Clarity: whether the client sees what to pay, by when, for what and how.",
        _RU: "Обе оценки – от 0 до 100, чем больше, тем лучше. Вежливость: как клиент услышит "
        "текст. Ясность: видно ли, сколько, до какого числа, за что и как платить.",
    },
    "severities": {
        _EN: "An error would hurt the client or leave the request unanswerable, a warning weakens "
        "the message, a suggestion makes it better.",
        _RU: "Ошибка обижает клиента или не даёт выполнить просьбу, предупреждение – о том, что "
        "ослабляет сообщение, совет делает его лучше.",
    },
    "dark": {_EN: "Dark", _RU: "Тёмная тема"},
    "skip": {_EN: "Go to the messages", _RU: "К сообщениям"},
    "overview": {_EN: "Overview", _RU: "Обзор"},
    "messages": {_EN: "Messages", _RU: "Сообщения"},
    "in-files": {_EN: "in {count}", _RU: "{count}"},
    "with-errors": {_EN: "With errors", _RU: "С ошибками"},
    "share": {_EN: "{percent}% of the messages", _RU: "{percent} % сообщений"},
    "flawless": {_EN: "Nothing to improve", _RU: "Без замечаний"},
    "typical-politeness": {_EN: "Typical politeness", _RU: "Типичная вежливость"},
    "typical-clarity": {_EN: "Typical clarity", _RU: "Типичная ясность"},
    "median": {_EN: "half score higher, half lower", _RU: "у половины выше, у половины ниже"},
    "below-asked": {
        _EN: "{number} below the {minimum} asked for",
        _RU: "{number} – меньше, чем нужно ({minimum})",
    },
    "below-theirs": {
        _EN: "{number} below what was asked for",
        _RU: "{number} – меньше, чем нужно",
    },
    "spread": {_EN: "{score}: messages by score", _RU: "{score}: сообщения по оценке"},
    "spread-told": {
        _EN: "{score}: messages by score in steps of ten. {counts}",
        _RU: "{score}: сообщения по оценке, шаг – десять. {counts}",
    },
    "bin-told": {_EN: "{first} to {last}: {count}", _RU: "от {first} до {last}: {count}"},
    "asked": {_EN: "asked for: {minimum}", _RU: "нужно: {minimum}"},
    "by-category": {_EN: "Findings by category", _RU: "Замечания по видам"},
    "by-rule": {_EN: "Findings by rule", _RU: "Замечания по правилам"},
    "by-folder": {_EN: "Folders", _RU: "Папки"},
    "category": {_EN: "Category", _RU: "Вид"},
    "rule": {_EN: "Rule", _RU: "Правило"},
    "folder": {_EN: "Folder", _RU: "Папка"},
    "errors": {_EN: "Errors", _RU: "Ошибки"},
    "warnings": {_EN: "Warnings", _RU: "Предупреждения"},
    "suggestions": {_EN: "Suggestions", _RU: "Советы"},
    "show-rest": {_EN: "{number} more", _RU: "Ещё {number}"},
    "top-folder": {_EN: "(top folder)", _RU: "(верхняя папка)"},
    "filter": {_EN: "Choose messages", _RU: "Отбор сообщений"},
    "search": {_EN: "Search", _RU: "Поиск"},
    "search-hint": {_EN: "text, file or rule", _RU: "текст, файл или правило"},
    "severity": {_EN: "Severity", _RU: "Важность"},
    "language": {_EN: "Language", _RU: "Язык"},
    "below-score": {_EN: "A score below", _RU: "Оценка ниже"},
    "order": {_EN: "Order", _RU: "Порядок"},
    "order-file": {_EN: "by file", _RU: "по файлам"},
    "order-errors": {_EN: "most errors first", _RU: "сначала с ошибками"},
    "order-politeness": {_EN: "least polite first", _RU: "сначала невежливые"},
    "order-clarity": {_EN: "least clear first", _RU: "сначала неясные"},
    "all": {_EN: "all", _RU: "все"},
    "reset": {_EN: "Reset", _RU: "Сбросить"},
    "open-all": {_EN: "Open all", _RU: "Раскрыть все"},
    "close-all": {_EN: "Close all", _RU: "Свернуть все"},
    "shown": {_EN: "{shown} of {total} shown", _RU: "показано {shown} из {total}"},
    "none-shown": {
        _EN: "No message fits. Take a condition away, or reset.",
        _RU: "Таких сообщений нет. Уберите одно из условий или нажмите «Сбросить».",
    },
    "no-messages": {_EN: "There are no messages.", _RU: "Сообщений нет."},
    "subject": {_EN: "Subject", _RU: "Тема"},
    "text": {_EN: "The message", _RU: "Сообщение"},
    "as-source": {
        _EN: "Shown as the file has it.",
        _RU: "Показано так, как записано в файле.",
    },
    "notes": {_EN: "What to improve", _RU: "Что улучшить"},
    "well": {_EN: "Well written, nothing to improve.", _RU: "Хорошо написано, исправлять нечего."},
    "missing": {_EN: "Missing", _RU: "Не хватает"},
    "left-out": {
        _EN: "[… {number} characters left out …]",
        _RU: "[… пропущено знаков: {number} …]",
    },
    "shown-if": {_EN: "if {condition}:", _RU: "если {condition}:"},
    "line": {_EN: "line {line}", _RU: "строка {line}"},
    "to-text": {_EN: "Note {number}, back to the text", _RU: "Замечание {number}, назад к тексту"},
    "to-note": {_EN: "Note {number}", _RU: "Замечание {number}"},
    "by-hand": {_EN: "By hand", _RU: "Вручную"},
    "change": {_EN: "Change", _RU: "Правка"},
    "points": {_EN: "Where the points went", _RU: "Куда ушли баллы"},
    "gains": {_EN: "What would raise it most", _RU: "Что поднимет её больше всего"},
    "unread": {_EN: "Could not be checked", _RU: "Не проверены"},
    "others": {_EN: "Not reminders, left alone:", _RU: "Не напоминания, не проверялись:"},
    "made-by": {
        _EN: "Made by tonecheck {version} on this computer; the page loads nothing from the "
        "network. More about a rule: tonecheck explain RULE.",
        _RU: "Сделано программой tonecheck {version} на этом компьютере; страница ничего не "
        "загружает из сети. Подробнее о правиле: tonecheck explain ПРАВИЛО.",
    },
}


def tell(key: str, language: Language, **values: str | int) -> str:
    """A saying of the page in a language, its ``{gaps}`` filled."""
    return PAGE_SAYINGS[key][language].format_map(values)


def grouped(number: int, language: Language) -> str:
    """A number with its thousands apart: «2,000», «2 000»."""
    return f"{number:,}".replace(",", "," if language is _EN else "\u202f")
