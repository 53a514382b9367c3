"""The Russian of help pages and of click's usage errors."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

METAVARS: Mapping[str, str] = {
    "OPTIONS": "ПАРАМЕТРЫ",
    "COMMAND": "КОМАНДА",
    "ARGS": "АРГУМЕНТЫ",
    "PATHS": "ПУТИ",
    "PATH": "ПУТЬ",
    "CORPUS": "ФАЙЛЫ",
    "RULE": "ПРАВИЛО",
    "RULE|CATEGORY": "ПРАВИЛО|КАТЕГОРИЯ",
    "CATEGORY": "КАТЕГОРИЯ",
    "FILE": "ФАЙЛ",
    "TIME": "ВРЕМЯ",
    "ZONE": "ПОЯС",
    "CODE": "КОД",
    "REV": "РЕВИЗИЯ",
    "SHELL": "ОБОЛОЧКА",
}
"""What stands for a value."""

CLICK_ERRORS: Sequence[tuple[str, str]] = (
    (r"No such option:? ('?)([^\s']+)\1\.?", r"нет параметра \2."),
    (r"No such command ('?)([^\s']+)\1\.", r"нет команды \2."),
    (r"\(?Did you mean ('?)([^\s']+?)\1\?\)?$", r"Может быть, \2?"),
    (r"\(?(?:Did you mean one of|Possible options): (.+?)\??\)?$", r"Может быть: \1?"),
    (r"Missing argument '(.+?)(?:\.\.\.)?'\.", r"не хватает аргумента \1."),
    (r"Choose from:", r"Возможно:"),
    (r"Missing option '(.+?)'\.", r"не хватает параметра \1."),
    (r"Option '(.+?)' requires an argument\.", r"параметру \1 нужно значение."),
    (r"Option '(.+?)' does not take a value\.", r"у параметра \1 не бывает значения."),
    (r"Got unexpected extra arguments? \((.+)\)", r"лишние аргументы: \1"),
    (r"Invalid value for '(.+?)': ", r"значение \1 не подходит: "),
    (r"('.*?') is not one of (.+)\.$", r"\1 – не одно из \2."),
    (r"(\S+) is not in the range (\d+)<=x<=(\d+)\.$", r"\1 – не от \2 до \3."),
    (r"(\S+) is not in the range x>=(\d+)\.$", r"\1 – меньше чем \2."),
    (r"('.*?') is not a valid integer( range)?\.$", r"\1 – не целое число."),
    (r"(?:File|Directory|Path) ('.*?') does not exist\.$", r"\1: нет такого файла или папки."),
    (r"File ('.*?') is a directory\.$", r"\1 – это папка, а нужен файл."),
)
"""What click says, as a pattern, and its Russian."""

HELP: Mapping[str, str] = {
    "Options": "Параметры",
    "Commands": "Команды",
    "Show the version and exit.": "Показать версию.",
    "Show this message and exit.": "Показать эту справку.",
    "Example:": "Пример:",
    "Examples:": "Примеры:",
    "Exit code:": "Код завершения:",
    # Commands
    "Checks payment reminders in English and Russian before they are sent.": (
        "Проверяет напоминания об оплате на русском и английском до отправки."
    ),
    "It reads a message as the client will hear it, says what may hurt or confuse, why, and what "
    "to write instead. Everything stays on this computer.": (
        "Читает письмо глазами клиента: что может задеть или запутать, почему и как написать "
        "иначе. Всё остаётся на этом компьютере."
    ),
    "Check messages and say what to improve.": "Проверить сообщения и сказать, что улучшить.",
    "PATHS are files and folders, by default the current folder; - reads standard input.": (
        "ПУТИ – файлы и папки, по умолчанию текущая папка; - читает стандартный ввод."
    ),
    "nothing to mend (see --fail-on), the scores are high enough": (
        "исправлять нечего (см. --fail-on), оценки достаточно высоки"
    ),
    "something to mend, or a score that is too low": (
        "есть что исправить, или оценка слишком низкая"
    ),
    "a file that could not be checked, or a wrong option; wins over 1": (
        "файл не удалось проверить, или параметр неверен; важнее, чем 1"
    ),
    "Make the changes that are safe.": "Внести безопасные правки.",
    "Meaning and facts stay as they are. Run it with --diff first to see what would change, or "
    "with --ask to decide on each change, also on those that need your eye.": (
        "Смысл и факты не меняются. С --diff видно заранее, что изменится; с --ask вы решаете о "
        "каждой правке, в том числе о тех, которые нужно посмотреть."
    ),
    "PATHS are files and folders; - reads standard input and writes the result to standard "
    "output.": (
        "ПУТИ – файлы и папки; - читает стандартный ввод и пишет результат в стандартный вывод."
    ),
    "done, also where there was nothing to change": "готово, в том числе если менять было нечего",
    "a file that could not be read or written, or a wrong option": (
        "файл не удалось прочитать или записать, или параметр неверен"
    ),
    "Explain a rule, or how a score comes about.": (
        "Объяснить правило или то, из чего складывается оценка."
    ),
    "RULE is the name of a rule or of a factor of politeness, or politeness or clarity.": (
        "ПРАВИЛО – имя правила или слагаемого вежливости либо politeness (вежливость) или "
        "clarity (ясность)."
    ),
    "Show the settings in force for a path and where each comes from.": (
        "Показать настройки, которые действуют для пути, и откуда взята каждая."
    ),
    "PATH is a file or a folder, by default the current folder.": (
        "ПУТЬ – файл или папка, по умолчанию текущая папка."
    ),
    "Write a tonecheck.yaml with comments into the current folder.": (
        "Записать в текущую папку tonecheck.yaml с пояснениями."
    ),
    "List all rules with category, severity and languages.": (
        "Показать все правила: категория, важность, языки."
    ),
    "Measure precision, recall and F1 on labelled messages.": (
        "Измерить точность, полноту и F1 на размеченных сообщениях."
    ),
    "CORPUS is a JSON Lines file, or a folder with such files.": (
        "ФАЙЛЫ – файл JSON Lines или папка с такими файлами."
    ),
    "Print what makes a shell complete commands, options and names of rules.": (
        "Вывести то, что научит оболочку дополнять команды, параметры и имена правил."
    ),
    "SHELL is bash, zsh or fish. What comes out says how to install it.": (
        "ОБОЛОЧКА – bash, zsh или fish. Как это включить, сказано в самом выводе."
    ),
    # Options
    "Language of the messages; found out from the text by default.": (
        "Язык сообщений; по умолчанию определяется по тексту."
    ),
    "How far the matter has gone; overdue where nothing says otherwise.": (
        "Как далеко зашло дело; если не сказано иначе, срок прошёл (overdue)."
    ),
    "How the message is sent; e-mail where nothing says otherwise.": (
        "Как отправляется сообщение; если не сказано иначе, по почте (email)."
    ),
    "A draft to be sent, or a template with holes to fill.": (
        "Черновик для отправки (draft) или шаблон с пропусками (template)."
    ),
    "When it will be sent, as in 2026-03-05T10:00+02:00.": (
        "Когда будет отправлено, например 2026-03-05T10:00+02:00."
    ),
    "Time zone of the recipient, as in Europe/London.": (
        "Часовой пояс получателя, например Europe/Moscow."
    ),
    "Country of the recipient in two letters, as in GB.": (
        "Страна получателя двумя буквами, например RU."
    ),
    "Look for these only; several with commas.": "Искать только это; несколько – через запятую.",
    "Do not look for these; several with commas.": "Не искать этого; несколько – через запятую.",
    "Form of the report, text by default; may be repeated, each with --output.": (
        "Вид отчёта, по умолчанию text; можно повторять, каждый со своим --output."
    ),
    "Write the report of the --format beside it to a file.": (
        "Записать в файл отчёт, указанный в --format рядом."
    ),
    "Findings from which on the exit code is 1; error by default.": (
        "Начиная с какой важности код завершения равен 1; по умолчанию error."
    ),
    "Use this settings file; by default the nearest tonecheck.yaml.": (
        "Взять этот файл настроек; по умолчанию ближайший tonecheck.yaml."
    ),
    "Leave alone what is named and is no reminder, as in a folder.": (
        "Пропускать названные файлы, которые не напоминания, как это делается в папке."
    ),
    "Exit code 1 where politeness is below N (0 to 100).": (
        "Код завершения 1, если вежливость ниже N (от 0 до 100)."
    ),
    "Exit code 1 where clarity is below N (0 to 100).": (
        "Код завершения 1, если ясность ниже N (от 0 до 100)."
    ),
    "Only what makes the exit code 1; nothing if all is well.": (
        "Только то, из-за чего код завершения 1; ничего, если всё хорошо."
    ),
    "Leave out the findings that this file lists.": (
        "Не показывать замечания, перечисленные в этом файле."
    ),
    "List the findings of this run in a file, for --baseline.": (
        "Записать замечания этой проверки в файл для --baseline."
    ),
    "Only files that changed since a git revision, such as main.": (
        "Только файлы, изменённые после ревизии git, например main."
    ),
    "How many processes check at once; by default as many as pay off.": (
        "Сколько процессов проверяют сразу; по умолчанию столько, сколько окупается."
    ),
    "Check everything anew and keep nothing for later runs.": (
        "Проверить всё заново и ничего не запоминать для следующих запусков."
    ),
    "Check again whenever files or settings change, until Ctrl-C.": (
        "Проверять снова при каждом изменении файлов или настроек, до Ctrl-C."
    ),
    "Also the facts found, everything that counts in the scores, and what is suppressed.": (
        "Ещё и найденные факты, всё, из чего сложились оценки, и что скрыто."
    ),
    "Language of the output.": "Язык вывода.",
    "When to use colours; NO_COLOR is honoured.": "Когда выводить в цвете; NO_COLOR учитывается.",
    "Also make the changes that need a person's eye.": (
        "Внести и те правки, которые должен посмотреть человек."
    ),
    "Show each change and ask; nothing is changed unasked.": (
        "Показать каждую правку и спросить; без спроса ничего не меняется."
    ),
    "Show what would change and write nothing.": "Показать, что изменится, и ничего не записать.",
    "List each mistake missed and each false alarm of a category.": (
        "Показать пропущенные ошибки и ложные срабатывания категории."
    ),
}
"""The descriptions of commands and options, by their English."""
