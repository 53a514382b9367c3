"""What reports say themselves, in both languages."""

from __future__ import annotations

from collections.abc import Mapping

from tonecheck.types import Fix, Language, Note, Severity
from tonecheck.wording import Words, plural

_EN, _RU = Language.EN, Language.RU

STDIN = "<stdin>"
"""The path of a message that came from standard input."""

SAYINGS: Mapping[str, Words] = {
    "message": {_EN: "Message", _RU: "Сообщение"},
    "errors": {_EN: "Errors", _RU: "Ошибки"},
    "warnings": {_EN: "Warnings", _RU: "Предупреждения"},
    "suggestions": {_EN: "Suggestions", _RU: "Советы"},
    "from-guide": {_EN: "What it rests on", _RU: "На чём основано"},
    "line": {_EN: "line {number}", _RU: "строка {number}"},
    "not-checked": {_EN: "Could not be checked", _RU: "Не удалось проверить"},
    "and-more": {_EN: "… and {count} more.", _RU: "… и ещё {count}."},
    "left-out": {
        _EN: "Left out, since the page would be too long: {findings} in {messages}.",
        _RU: "Не показано, иначе страница слишком длинна: {findings}, {messages}.",
    },
    "stdin": {_EN: "standard input", _RU: "стандартный ввод"},
    "assumed": {_EN: "{stage} (assumed)", _RU: "{stage} (предположительно)"},
    "not-a-reminder": {
        _EN: "not a reminder (nothing in it asks for a payment)",
        _RU: "это не напоминание (об оплате здесь не просят)",
    },
    "excluded": {
        _EN: "left out by exclude in the settings",
        _RU: "не проверяется: так велит exclude в настройках",
    },
    "settings-for": {_EN: "Settings for {path}", _RU: "Настройки: {path}"},
    "settings-from": {
        _EN: "Settings for {path}, from {file}",
        _RU: "Настройки: {path}, из файла {file}",
    },
    "current-folder": {_EN: "the current folder", _RU: "текущая папка"},
    "no-settings": {
        _EN: "No settings file was found there or above, so the defaults hold; `tonecheck init` "
        "writes a {name}.",
        _RU: "Ни там, ни выше файла настроек нет, поэтому действует то, что по умолчанию; "
        "`tonecheck init` запишет {name}.",
    },
    "config-excluded": {
        _EN: "It is left out by exclude: a check passes it over.",
        _RU: "exclude велит его не проверять: при проверке он пропускается.",
    },
    "from-default": {_EN: "default", _RU: "по умолчанию"},
    "from-preset": {_EN: "preset {detail}", _RU: "набор {detail}"},
    "from-message": {_EN: "the message itself", _RU: "само сообщение"},
    "from-option": {_EN: "option {detail}", _RU: "параметр {detail}"},
    "init-done": {
        _EN: "{path} is written. It changes nothing yet: look through it, and then run "
        "tonecheck check.",
        _RU: "Файл {path} записан. Пока он задаёт только язык отчётов: просмотрите его и "
        "запустите tonecheck check.",
    },
    "init-above": {
        _EN: "In this folder it takes the place of {path}.",
        _RU: "В этой папке он действует вместо {path}.",
    },
    "all-well": {
        _EN: "well written, nothing to improve",
        _RU: "хорошо написано, исправлять нечего",
    },
    "none-told": {_EN: "no findings", _RU: "замечаний нет"},
    "nothing-new": {
        _EN: "no other findings, {count}",
        _RU: "других замечаний нет, {count}",
    },
    "suppressed": {_EN: "Suppressed", _RU: "Скрыто"},
    "in-source": {_EN: "in the file, without a reason", _RU: "в самом файле, без причины"},
    "baseline": {_EN: "known from the baseline", _RU: "известно по списку (baseline)"},
    "baseline-written": {
        _EN: "{path}: {count} listed; from now on --baseline {path} leaves them out, "
        "or the line “baseline: {path}” in the settings",
        _RU: "{path}: в списке {count}; теперь с --baseline {path} или со строкой "
        "«baseline: {path}» в настройках они не показываются",
    },
    "baseline-in-force": {
        _EN: "{path}: {count} listed; from now on they are left out",
        _RU: "{path}: в списке {count}; теперь они не показываются",
    },
    "whole": {_EN: "the whole message", _RU: "сообщение в целом"},
    "gaps": {
        _EN: "Unless this is a template, the client would read: {names}",
        _RU: "Если это не шаблон, клиент прочтёт: {names}",
    },
    "gaps-advice": {
        _EN: "Fill them in; or say that it is one: --kind template, or the line “kind: template” "
        "in tonecheck.yaml.",
        _RU: "Заполните пропуски или укажите, что это шаблон: --kind template либо строка "
        "«kind: template» в tonecheck.yaml.",
    },
    "as-above": {_EN: "As above.", _RU: "См. выше."},
    "missing": {_EN: "Missing", _RU: "Не хватает"},
    "quoted": {_EN: "Reads: “{text}”", _RU: "Читается: «{text}»"},
    "only-where": {_EN: "only where {branch}", _RU: "только если {branch}"},
    "fix": {_EN: "Fix:", _RU: "Правка:"},
    "by-hand": {_EN: "By hand:", _RU: "Вручную:"},
    "safe": {_EN: "safe", _RU: "безопасная"},
    "check-first": {_EN: "check it first", _RU: "сначала проверьте"},
    "check-why": {
        _EN: "check it first: {caution}",
        _RU: "сначала проверьте: {caution}",
    },
    "politeness": {_EN: "Politeness", _RU: "Вежливость"},
    "clarity": {_EN: "Clarity", _RU: "Ясность"},
    "of-100": {_EN: "of 100", _RU: "из 100"},
    "below": {_EN: "below the {minimum} asked for", _RU: "меньше, чем нужно ({minimum})"},
    "gains": {_EN: "What would raise it most:", _RU: "Что поднимет её больше всего:"},
    "more": {_EN: "{count} more", _RU: "ещё {count}"},
    "found": {_EN: "Found", _RU: "Найдено"},
    "no-others": {_EN: "no other findings", _RU: "других замечаний нет"},
    "no-findings": {_EN: "nothing to improve", _RU: "замечаний нет"},
    "low-scores": {_EN: "a score is too low in {count}", _RU: "оценка ниже нужной: {count}"},
    "can-be-fixed": {
        _EN: "{count} can be fixed automatically:",
        _RU: "{count} можно исправить автоматически:",
    },
    "can-be-looked-at": {
        _EN: "{count} can be fixed if you look at each change:",
        _RU: "{count} можно исправить, посмотрев каждую правку:",
    },
    "more-looked-at": {
        _EN: "{number} more if you look at each change:",
        _RU: "Ещё {number}, если посмотреть каждую правку:",
    },
    "flags": {_EN: "It finds", _RU: "Находит"},
    "passes": {_EN: "It lets pass", _RU: "Пропускает"},
    "cannot": {_EN: "In English:", _RU: "В русском языке:"},
    "relaxed": {
        _EN: "A calm next step with a way out passes where you set the stage: {stages}.",
        _RU: "Спокойно названный следующий шаг, которого можно избежать, допустим, если вы сами "
        "указали этап: {stages}.",
    },
    "relaxed-short": {_EN: "may pass at {stages}", _RU: "допустимо на этапе {stages}"},
    "preview": {
        _EN: "It is new and off until your settings ask for it (preview: [{rule}]).",
        _RU: "Оно новое и выключено, пока его не включат в настройках (preview: [{rule}]).",
    },
    "preview-short": {_EN: "preview", _RU: "новое (preview)"},
    "leave-out": {_EN: "Leave it out:", _RU: "Отключить:"},
    "only-this": {_EN: "Look for nothing else:", _RU: "Искать только это:"},
    "about-politeness": {
        _EN: "How the client will hear the message: 0 (hurts) to 100 (kind). A message starts at "
        "{start}; findings cost points each time, courtesies and their lack count once, however "
        "often they show, and courtesies together win at most {most}. In a sentence whose "
        "wording has a finding a courtesy does not count.",
        _RU: "Как сообщение услышит клиент: от 0 (обидно) до 100 (по-доброму). Сообщение начинает "
        "с {start}; за каждое замечание баллы снимаются, приметы вежливости и её недостатка "
        "учитываются по одному разу, и вежливость прибавляет не больше {most}. Во фразе с "
        "замечанием к словам вежливость не засчитывается.",
    },
    "about-clarity": {
        _EN: "Whether the client sees without effort what to pay, by when, for what and how: 0 to "
        "100. A message starts at {start}; findings cost points each time, and the hardest "
        "sentences a few.",
        _RU: "Видит ли клиент без усилий, сколько, до какого числа, за что и как платить: от 0 до "
        "100. Сообщение начинает с {start}; за каждое замечание баллы снимаются, за самые "
        "тяжёлые фразы понемногу.",
    },
    "losses": {
        _EN: "What a finding costs (error / warning / suggestion)",
        _RU: "Цена замечания (ошибка / предупреждение / совет)",
    },
    "courtesies": {
        _EN: "What wins points (in an English / a Russian message)",
        _RU: "Что прибавляет баллы (в английском / в русском сообщении)",
    },
    "discourtesies": {
        _EN: "What costs points without being a mistake",
        _RU: "Что отнимает баллы, не будучи ошибкой",
    },
    "about-marker": {
        _EN: "Moves politeness once by {english} in an English and by {russian} in a Russian "
        "message, however often it shows.",
        _RU: "Меняет вежливость один раз на {english} в английском и на {russian} в русском "
        "сообщении, сколько бы раз ни встретилось.",
    },
    "see-score": {
        _EN: "How the score comes about: tonecheck explain politeness",
        _RU: "Из чего складывается оценка: tonecheck explain politeness",
    },
    "see-points": {
        _EN: "Every point of your message: tonecheck check FILE -v",
        _RU: "Каждый балл вашего сообщения: tonecheck check ФАЙЛ -v",
    },
    "see-rule": {
        _EN: "{count}. See one with examples: tonecheck explain RULE",
        _RU: "{count}. Подробно и с примерами: tonecheck explain ПРАВИЛО",
    },
    "nothing": {_EN: "nothing to change", _RU: "менять нечего"},
    "nothing-safe": {_EN: "nothing safe to change", _RU: "безопасных правок нет"},
    "more-with": {_EN: "{number} more with --unsafe", _RU: "ещё {number} с --unsafe"},
    "with-unsafe": {_EN: "{number} with --unsafe", _RU: "{number} с --unsafe"},
    "see": {_EN: "{left} (see {command})", _RU: "{left} (см. {command})"},
    "stopped": {_EN: "stopped; nothing was written", _RU: "прервано; ничего не записано"},
    "change-of": {_EN: "Change {number} of {total}", _RU: "Правка {number} из {total}"},
    "question": {_EN: "Make this change?", _RU: "Внести правку?"},
    "nothing-to-undo": {
        _EN: "There is nothing to take back in this file yet.",
        _RU: "В этом файле отменять пока нечего.",
    },
    "none-changed": {
        _EN: "no messages changed since {revision} in {paths}",
        _RU: "с {revision} сообщения не менялись: {paths}",
    },
    "progress": {_EN: "{done} of {total} files", _RU: "файлы: {done} из {total}"},
    "changed": {_EN: "{time}, {files} checked again", _RU: "{time}, проверено заново: {files}"},
    "completion": {
        _EN: "To have it always, put this line into {file}:",
        _RU: "Чтобы это работало всегда, добавьте в {file} строку:",
    },
    "watching": {
        _EN: "Watching for changes; Ctrl-C ends it.",
        _RU: "Слежу за изменениями; закончить – Ctrl-C.",
    },
    "none-found": {_EN: "no messages found in {paths}", _RU: "сообщений не найдено: {paths}"},
    "not-written": {
        _EN: "{path} could not be written: {reason}",
        _RU: "не удалось записать {path}: {reason}",
    },
    "path": {_EN: "PATH", _RU: "ПУТЬ"},
}

MISSING: Mapping[str, Words] = {
    "missing-amount": {_EN: "the amount", _RU: "сумма"},
    "missing-contact": {_EN: "a contact", _RU: "контакт для вопросов"},
    "missing-due-date": {_EN: "the due date", _RU: "срок оплаты"},
    "missing-empathy": {_EN: "a word of understanding", _RU: "слова понимания"},
    "missing-evidence": {_EN: "the invoice or a link", _RU: "сам счёт или ссылка на него"},
    "missing-flexibility": {_EN: "an offer of flexibility", _RU: "готовность пойти навстречу"},
    "missing-goodwill": {_EN: "a word of goodwill", _RU: "слова о сотрудничестве"},
    "missing-greeting": {_EN: "a greeting", _RU: "приветствие"},
    "missing-invoice-reference": {_EN: "the invoice number", _RU: "номер счёта"},
    "missing-payment-method": {_EN: "how to pay", _RU: "способ оплаты"},
    "missing-question": {_EN: "an open question", _RU: "открытый вопрос"},
    "missing-reason": {_EN: "why payment matters", _RU: "почему важна оплата"},
    "missing-thanks": {_EN: "thanks", _RU: "благодарность"},
}
"""What is missing, by the rule that says so."""

_COUNTED: Mapping[str, Mapping[Language, tuple[str, ...]]] = {
    "message": {
        _EN: ("message", "messages"),
        _RU: ("сообщение", "сообщения", "сообщений"),
    },
    "change": {
        _EN: ("change made", "changes made"),
        _RU: ("правка внесена", "правки внесены", "правок внесено"),
    },
    "shown": {
        _EN: ("change shown, nothing written", "changes shown, nothing written"),
        _RU: (
            "правка показана, ничего не записано",
            "правки показаны, ничего не записано",
            "правок показано, ничего не записано",
        ),
    },
    "possible": {
        _EN: ("change", "changes"),
        _RU: ("правка", "правки", "правок"),
    },
    "left": {
        _EN: ("finding left that needs a person", "findings left that need a person"),
        _RU: (
            "замечание осталось за вами",
            "замечания остались за вами",
            "замечаний осталось за вами",
        ),
    },
    "file": {
        _EN: ("file", "files"),
        _RU: ("файл", "файла", "файлов"),
    },
    "path": {
        _EN: ("path", "paths"),
        _RU: ("путь", "пути", "путей"),
    },
    "not-looked-at": {
        _EN: ("file not looked at", "files not looked at"),
        _RU: ("файл не просмотрен", "файла не просмотрены", "файлов не просмотрено"),
    },
    "finding": {
        _EN: ("finding", "findings"),
        _RU: ("замечание", "замечания", "замечаний"),
    },
    "suppressed": {
        _EN: ("suppressed", "suppressed"),
        _RU: ("скрыто", "скрыто", "скрыто"),
    },
    Severity.ERROR: {
        _EN: ("error", "errors"),
        _RU: ("ошибка", "ошибки", "ошибок"),
    },
    Severity.WARNING: {
        _EN: ("warning", "warnings"),
        _RU: ("предупреждение", "предупреждения", "предупреждений"),
    },
    Severity.SUGGESTION: {
        _EN: ("suggestion", "suggestions"),
        _RU: ("совет", "совета", "советов"),
    },
    "gap": {
        _EN: ("placeholder", "placeholders"),
        _RU: ("пропуск", "пропуска", "пропусков"),
    },
    "rule": {
        _EN: ("rule", "rules"),
        _RU: ("правило", "правила", "правил"),
    },
    "not-a-reminder": {
        _EN: ("file is not a reminder", "files are not reminders"),
        _RU: ("файл не напоминание", "файла не напоминания", "файлов не напоминания"),
    },
    "unread": {
        _EN: ("file could not be checked", "files could not be checked"),
        _RU: ("файл не проверен", "файла не проверены", "файлов не проверено"),
    },
}


def say(key: str, language: Language, **values: str | int) -> str:
    """A saying in a language, its ``{gaps}`` filled."""
    return SAYINGS[key][language].format_map(values)


def count(number: int, noun: str, language: Language) -> str:
    """A number with its noun: «2 messages», «5 ошибок»."""
    return f"{number} {plural(number, _COUNTED[noun][language], language)}"


def said_note(note: Note, language: Language) -> str:
    """A note with the place that it is about."""
    path = say("stdin", language) if note.path == STDIN else note.path
    return f"{path}:{note.line}: {note.message}" if note.line else f"{path}: {note.message}"


def check_first(fix: Fix, language: Language) -> str:
    """That a person is to look at a fix before it is made, and why, where that is known."""
    if not fix.caution:
        return say("check-first", language)
    return say("check-why", language, caution=fix.caution)


def as_argument(path: str, language: Language) -> str:
    """A path as it may be copied to a command line; one that a shell would take apart is not."""
    return path if not set(path) & set(" \t\"'<>|&;$`()*?") else say("path", language)
