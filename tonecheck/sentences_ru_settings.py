"""The Russian of the sentences about settings files, by their English."""

from __future__ import annotations

from collections.abc import Mapping

RUSSIAN_OF_SETTINGS: Mapping[str, str] = {
    # The file as a whole
    "a tab; indent with spaces": "знак табуляции; отступы делаются пробелами",
    "not valid YAML: {problem}": "записано не по правилам YAML: {problem}",
    "not valid TOML: {problem}": "записано не по правилам TOML: {problem}",
    "is not UTF-8; save the file as UTF-8": "это не UTF-8; сохраните файл в UTF-8",
    "an anchor that contains itself": "якорь, который содержит сам себя",
    "expected keys with values, such as `stage: due`": (
        "нужны ключи со значениями, например `stage: due`"
    ),
    "settings are in {first}, too; keep one of the two": (
        "настройки есть и в {first}; оставьте один файл из двух"
    ),
    "{path} has no table [tool.tonecheck]; expected settings": (
        "в {path} нет таблицы [tool.tonecheck]; нужны настройки"
    ),
    "{path} is there already; nothing was written": "{path} уже есть; ничего не записано",
    "{path} could not be written: {reason}": "{path} записать не удалось: {reason}",
    # Keys
    "unknown key '{key}'{hint}": "неизвестный ключ «{key}»{hint}",
    "'{key}' stands in line {line} already": "ключ «{key}» уже стоит в строке {line}",
    "'{key}' holds for the whole file; put it above paths": (
        "«{key}» относится ко всему файлу; поставьте его выше paths"
    ),
    "a list of entries, each with match": "список записей, у каждой есть match",
    "a group of keys with match among them": "группа ключей, среди которых есть match",
    "an entry of paths needs match, such as sms/**": (
        "у записи в paths должен быть match, например sms/**"
    ),
    "a list of sequences, each with steps": "список цепочек, у каждой есть steps",
    "a list of steps, each with file": "список шагов, у каждого есть file",
    "a sequence needs {wanted}": "у цепочки должен быть ключ {wanted}",
    "a step needs {wanted}": "у шага должен быть ключ {wanted}",
    "a group of the keys {words}": "группа ключей {words}",
    "a whole number of days from the due date, such as -3 or 14": (
        "целое число дней от срока оплаты, например -3 или 14"
    ),
    # Values
    "{key} is {found}; expected {expected}{hint}": "{key} – {found}; нужно: {expected}{hint}",
    "; did you mean '{word}'?": "; может быть, «{word}»?",
    "; expected {words}": "; нужно: {words}",
    "; `tonecheck rules` lists them": "; список даёт `tonecheck rules`",
    "there is no rule or category '{name}'{hint}": "нет правила или категории «{name}»{hint}",
    "a whole number from 0 to 100": "целое число от 0 до 100",
    "true or false": "true (да) или false (нет)",
    "a text, or a list of texts": "текст или список текстов",
    "rules or categories, each with a severity": "правила или категории, у каждой важность",
    "placeholders, each with what it stands for": "подстановки, у каждой её значение",
    "the name of a time zone, as in Europe/London": "название пояса, например Europe/Moscow",
    "a pattern as in .gitignore, such as sms/** or *.po": (
        "шаблон пути, как в .gitignore, например sms/** или *.po"
    ),
    "a folder that is there": "существующая папка",
    "the path of a file": "путь к файлу",
}
"""Each sentence by its English."""
