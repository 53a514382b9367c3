"""The Russian of the sentences about mistakes of the user, by their English."""

from __future__ import annotations

from collections.abc import Mapping

from tonecheck.sentences_ru_settings import RUSSIAN_OF_SETTINGS

RUSSIAN: Mapping[str, str] = {
    # Reading a file
    "is empty": "файл пуст",
    "is a folder that cannot be read": "папку прочитать не удалось",
    "there is no such file or folder": "нет такого файла или папки",
    "cannot be read: {reason}": "прочитать не удалось: {reason}",
    "is a binary file, not text: the first NUL byte is byte {byte}": (
        "это двоичный файл, а не текст: первый нулевой байт – {byte}-й"
    ),
    "is in no known encoding; save it as UTF-8": (
        "кодировка файла неизвестна; сохраните его в UTF-8"
    ),
    "is too large for a message: {size:,} bytes, at most {limit:,} are read": (
        "файл слишком велик для сообщения: {size} байт, читается не больше {limit}"
    ),
    "is too long for a message: {size:,} characters, at most {limit:,} are checked": (
        "сообщение слишком длинное: {size} знаков, проверяется не больше {limit}"
    ),
    "line {line}: a NUL character is not text": "строка {line}: нулевой символ – это не текст",
    "line {line}: the character {character} cannot be written in the file's encoding, "
    "{encoding}; save the file as UTF-8": (
        "строка {line}: символ {character} нельзя записать в кодировке файла, {encoding}; "
        "сохраните файл в UTF-8"
    ),
    "line {line}: {character} is half of a character (a lone surrogate); the text was cut or "
    "decoded wrongly": (
        "строка {line}: {character} – половина символа (одиночный суррогат); текст обрезан или "
        "неверно декодирован"
    ),
    "begins with the mark of {encoding} but is damaged at byte {byte}": (
        "начинается с метки {encoding}, но повреждён: байт {byte}"
    ),
    "line {line}: byte {byte} (0x{value:02X}) is not valid UTF-8, which the rest of the file is": (
        "строка {line}: байт {byte} (0x{value:02X}) не подходит к UTF-8, а остальной файл в UTF-8"
    ),
    # Writing a file
    "is no longer there; expected the file that was read; nothing was written": (
        "файла больше нет; ожидался тот, что был прочитан; ничего не записано"
    ),
    "is no ordinary file, so it cannot be replaced; nothing was written": (
        "это не обычный файл, заменить его нельзя; ничего не записано"
    ),
    "is read-only; expected a file that may be changed; nothing was written": (
        "файл только для чтения; нужен файл, который можно менять; ничего не записано"
    ),
    "was changed by somebody else while it was being fixed; nothing was written; "
    "run tonecheck fix again": (
        "файл тем временем кто-то изменил; ничего не записано; запустите tonecheck fix ещё раз"
    ),
    "cannot be replaced: its folder {folder} may not be written to ({reason}); the new "
    "text is first put beside the old one; nothing was written": (
        "заменить не удалось: в папку {folder} нельзя писать ({reason}); новый текст сначала "
        "кладётся рядом со старым; ничего не записано"
    ),
    "cannot be written: {reason}; nothing was written": (
        "записать не удалось: {reason}; ничего не записано"
    ),
    # Front matter and header lines
    "has no text below its front matter or header lines": (
        "после заголовка с настройками или строк темы нет текста"
    ),
    "line {line}: the subject is given twice, in the front matter and in a header line": (
        "строка {line}: тема указана дважды – в заголовке с настройками и отдельной строкой"
    ),
    'line {line}: front matter begins here and is not closed; expected a second line "---"': (
        "строка {line}: здесь начинается заголовок с настройками, но он не закрыт; нужна вторая "
        "строка «---»"
    ),
    "line {line}: front matter of {size:,} characters; at most {limit:,} are read": (
        "строка {line}: заголовок с настройками в {size} знаков; читается не больше {limit}"
    ),
    "line {line}: the front matter is not valid YAML: {problem}": (
        "строка {line}: заголовок с настройками записан не по правилам YAML: {problem}"
    ),
    "line {line}: the front matter has no keys; expected lines such as “stage: overdue”": (
        "строка {line}: в заголовке с настройками нет ключей; нужны строки вида «stage: overdue»"
    ),
    "nested too deeply": "слишком глубокая вложенность",
    "not understood": "непонятно",
    "it has a character that YAML does not allow": "в нём есть символ, недопустимый в YAML",
    "line {line}: {key} is {found}; expected {expected}{hint}": (
        "строка {line}: {key} – {found}; нужно: {expected}{hint}"
    ),
    'line {line}: unknown key "{key}"; expected {expected}{hint}': (
        "строка {line}: неизвестный ключ «{key}»; возможны: {expected}{hint}"
    ),
    'line {line}: the key "{key}" is given twice': "строка {line}: ключ «{key}» указан дважды",
    "a list": "список",
    "a group of keys": "группа ключей",
    '"{word}"': "«{word}»",
    "text": "текст",
    "text; put it in quotation marks": "текст; возьмите его в кавычки",
    "one of {words}": "одно из {words}",
    "the keys {words}": "ключи {words}",
    "a date such as 2026-03-05": "дата вида 2026-03-05",
    "an ISO 8601 time with its offset, such as 2026-03-05T10:00+02:00": (
        "время по ISO 8601 со смещением, например 2026-03-05T10:00+03:00"
    ),
    "a date range such as 2026-12-24/2027-01-02, first day not after the last": (
        "промежуток вида 2026-12-24/2027-01-02, первый день не позже последнего"
    ),
    "a list of date ranges such as [2026-12-24/2027-01-02]": (
        "список промежутков вида [2026-12-24/2027-01-02]"
    ),
    "a range whose last day is not before its first": (
        "промежуток, последний день которого не раньше первого"
    ),
    "two letters of ISO 3166, as in GB": "две буквы по ISO 3166, например RU",
    '; did you mean "{word}"?': "; может быть, «{word}»?",
    "; did you mean {choices}?": "; может быть, {choices}?",
    # Circumstances
    "unknown country {name}: expected a two-letter ISO 3166 code such as GB{hint}": (
        "неизвестная страна {name}: нужен код ISO 3166 из двух букв, например RU{hint}"
    ),
    "unknown time zone {name}: expected an IANA name such as Europe/London{hint}": (
        "неизвестный часовой пояс {name}: нужно название IANA, например Europe/Moscow{hint}"
    ),
    "send time {time} has no UTC offset: expected one, such as {time}+02:00": (
        "время отправки {time} без смещения от UTC; нужно, например, {time}+03:00"
    ),
    "send time {time} is in the year {year}: expected a year from {first} to {last}": (
        "время отправки {time} приходится на {year} год; нужен год от {first} до {last}"
    ),
    # Language
    "too little text to tell the language (letters: {letters}); name it with --language en or "
    "--language ru": (
        "слишком мало текста, чтобы определить язык (букв: {letters}); укажите его: "
        "--language ru или --language en"
    ),
    "the text does not look English or Russian: {reason}; tonecheck knows these two "
    "(to have it read as one of them all the same, give --language en or --language ru)": (
        "текст не похож ни на русский, ни на английский: {reason}; tonecheck знает только эти "
        "два языка (чтобы всё же прочитать его как один из них, укажите --language ru или "
        "--language en)"
    ),
    "its letters are neither Latin nor Cyrillic": "его буквы не из латиницы и не из кириллицы",
    "it has hardly any common Russian words": "в нём почти нет обычных русских слов",
    "it has hardly any common English words": "в нём почти нет обычных английских слов",
    "the letter «{letter}» points to {language}": "буква «{letter}» указывает на {language}",
    "Ukrainian, Belarusian or Kazakh": "украинский, белорусский или казахский",
    "Ukrainian": "украинский",
    "Belarusian or Uzbek": "белорусский или узбекский",
    "Kazakh": "казахский",
    "Kazakh or Uzbek": "казахский или узбекский",
    "Kazakh or Kyrgyz": "казахский или киргизский",
    "Kazakh or Tatar": "казахский или татарский",
    "Uzbek or Tajik": "узбекский или таджикский",
    "Serbian or Macedonian": "сербский или македонский",
    "Serbian": "сербский",
    # Options and arguments
    "expected an ISO 8601 time with its offset, such as 2026-03-05T10:00+02:00": (
        "нужно время по ISO 8601 с поясом, например 2026-03-05T10:00+02:00"
    ),
    "'{value}' is no time; {expected}": "'{value}' – не время; {expected}",
    "'{value}' has no offset from UTC; {expected}": (
        "в '{value}' не указан сдвиг от UTC; {expected}"
    ),
    "{option}: there is no rule or category '{name}'; {hint}": (
        "{option}: нет правила или категории '{name}'; {hint}"
    ),
    "did you mean {near}?": "может быть, {near}?",
    "`tonecheck rules` lists them": "список: tonecheck rules",
    "two reports for {place}; give each --format its own --output FILE": (
        "два отчёта в одном месте ({place}); укажите к каждому --format свой --output"
    ),
    "standard output": "стандартный вывод",
    "-q and -v exclude each other": "-q и -v вместе не бывают",
    "--ask and --diff exclude each other": "--ask и --diff вместе не бывают",
    "--ask reads your answers from standard input, so the message cannot come from there; "
    "save it to a file": (
        "--ask читает ответы со стандартного ввода, поэтому сообщение оттуда не взять; сохраните "
        "его в файл"
    ),
    "--ask needs a terminal to ask at; --diff shows the changes without one": (
        "--ask спрашивает в терминале, а его нет; --diff покажет правки и без него"
    ),
    "{rule} is a category; its rules are {names}": "{rule} – это категория; её правила: {names}",
    "there is no rule '{rule}'; {hint}": "нет правила '{rule}'; {hint}",
    "line {line}: not valid {format}: {problem}": "строка {line}: это не {format}: {problem}",
    "line {line}: no column of texts; expected one of {names} in the first row": (
        "строка {line}: нет столбца с текстами; в первой строке нужен один из: {names}"
    ),
    "line {line}: {found} cells, but the first row has {expected}; a text with “{delimiter}” in it "
    "must stand in quotes": (
        "строка {line}: ячеек {found}, а в первой строке {expected}; текст, в котором есть "
        "«{delimiter}», нужно взять в кавычки"
    ),
    "a closing quote within a cell; expected two of them": (
        "внутри ячейки закрывающая кавычка; нужны две подряд"
    ),
    "a line is indented less than the {label} below it": (
        "у строки отступ меньше, чем у {label} под ней"
    ),
    "a text begins here and is not closed; expected {mark}": (
        "здесь начинается текст, но он не закрыт; нужно {mark}"
    ),
    "a value that begins with {hole} must stand in quotes": (
        "значение, которое начинается с {hole}, нужно взять в кавычки"
    ),
    "entities such as “{name}” may not be declared here": (
        "объявлять здесь сущности вроде «{name}» нельзя"
    ),
    "the entity “{name}” is not known": "сущность «{name}» неизвестна",
    "expected an array after “return”, as in “return [ … ];”": (
        "после return нужен массив, например «return [ … ];»"
    ),
    "expected {wanted}": "нужно {wanted}",
    "expected {wanted}, found “{found}”": "нужно {wanted}, а стоит «{found}»",
    "“{escape}” is no escape of this format": "«{escape}» в этом формате ничего не значит",
    # What a file asks not to be told of, and baselines
    "the client would read “{words}”: it stands in the text of the message, so it is not obeyed; "
    "write it in a comment, or under “ignore:” at the top of the file": (
        "«{words}» прочитает клиент: это стоит в самом тексте сообщения и потому не действует; "
        "напишите это в комментарии или в начале файла, в «ignore:»"
    ),
    "“{words}” does not say what to ignore; expected a rule or a category and a reason, such as "
    "“legal-threat -- agreed with legal”": (
        "«{words}»: не сказано, что пропустить; нужно правило или категория и причина, например "
        "«legal-threat -- согласовано с юристами»"
    ),
    "“{words}” is not known; expected one of {verbs}{hint}": (
        "«{words}» – такого указания нет; возможны {verbs}{hint}"
    ),
    "this “ignore-start” has no “ignore-end” after it, so it is not obeyed": (
        "после этого «ignore-start» нет «ignore-end», поэтому оно не действует"
    ),
    "this “ignore-end” has no “ignore-start” before it": (
        "перед этим «ignore-end» нет «ignore-start»"
    ),
    "there is no rule or category '{name}' to ignore; {hint}": (
        "нет правила или категории «{name}», пропускать нечего; {hint}"
    ),
    "{names}: ignored without a reason; add one, such as “-- agreed with legal”": (
        "{names}: пропущено без причины; добавьте её, например «-- согласовано с юристами»"
    ),
    "nothing to ignore here: {names}; take this out": (
        "пропускать здесь нечего: {names}; уберите это указание"
    ),
    "nothing to ignore on this line: {names}; for the line below write “ignore-next-line”": (
        "в этой строке пропускать нечего: {names}; для строки ниже пишите «ignore-next-line»"
    ),
    "rules or categories, each with a reason, such as {example}": (
        "правила или категории с причиной у каждого, например {example}"
    ),
    "{path}: there is no such baseline; `--write-baseline {path}` writes one": (
        "{path}: такого файла нет; его создаст `--write-baseline {path}`"
    ),
    "{path}: the baseline cannot be read: {reason}": "{path}: файл не прочитать: {reason}",
    "{path}: the baseline cannot be written: {reason}": (
        "{path}: файл не удалось записать: {reason}"
    ),
    "{path}: is no baseline that can be used: {why}; `--write-baseline` with another name "
    "writes a new one": (
        "{path}: это не список известных замечаний: {why}; новый список создаст "
        "`--write-baseline` с другим именем"
    ),
    "it is not UTF-8": "файл не в UTF-8",
    "line {line} is not JSON": "строка {line} – не JSON",
    "it is nested too deeply": "слишком глубокая вложенность",
    'it lacks the key "{key}"': "в нём нет ключа «{key}»",
    'it lacks the list "{key}"': "в нём нет списка «{key}»",
    "it is of version {found}; this tonecheck reads version {expected}": (
        "его версия – {found}, а эта программа читает версию {expected}"
    ),
    "finding {number} is not whole; expected {expected}": (
        "в замечании {number} чего-то не хватает; ожидались {expected}"
    ),
    "findings listed here that are gone: {number}; `--write-baseline {path}` takes them out": (
        "замечаний из списка, которых больше нет: {number}; `--write-baseline {path}` уберёт их"
    ),
    "--write-baseline and --diff-base exclude each other; a baseline lists what is found in all "
    "files": (
        "--write-baseline и --diff-base исключают друг друга: список составляется по всем файлам"
    ),
    "--watch and --write-baseline exclude each other": (
        "--watch и --write-baseline исключают друг друга"
    ),
    "--watch needs files or folders; standard input cannot be watched": (
        "--watch нужны файлы или папки; за стандартным вводом следить нельзя"
    ),
    # Runs over many files
    "could not be checked by a mistake of tonecheck itself ({kind}: {reason}); please report it": (
        "не удалось проверить из-за ошибки в самом tonecheck ({kind}: {reason}); пожалуйста, "
        "сообщите о ней"
    ),
    "could not be checked: a process of this run was ended from outside, perhaps for want of "
    "memory; expected it to go on; try --jobs 1": (
        "не удалось проверить: процесс этой проверки завершили извне, возможно, не хватило памяти; "
        "попробуйте --jobs 1"
    ),
    "--diff-base: {folder} is in no git repository; expected files in one": (
        "--diff-base: {folder} не лежит в репозитории git, а нужны файлы из репозитория"
    ),
    "--diff-base: git could not be run: {reason}": (
        "--diff-base: не удалось запустить git: {reason}"
    ),
    "--diff-base: there is no revision '{revision}' in {folder}; expected a branch, a tag or a "
    "commit; in a shallow clone it has to be fetched first": (
        "--diff-base: в {folder} нет ревизии «{revision}»; нужна ветка, метка или коммит; в "
        "неполном клоне её сначала нужно получить через git fetch"
    ),
    "--diff-base: git said in {folder}: {reason}": "--diff-base: git в {folder} сообщил: {reason}",
    "--baseline and --write-baseline exclude each other": (
        "--baseline и --write-baseline исключают друг друга"
    ),
    **RUSSIAN_OF_SETTINGS,
}
