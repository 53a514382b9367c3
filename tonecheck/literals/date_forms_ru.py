"""The ways in which Russian names a day."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tonecheck.literals.date_forms import DAY, LEFT, DateForm, DateKind, four_digit_year
from tonecheck.literals.resolve import Unit, When
from tonecheck.literals.words_ru import (
    COUNTED_BY_ORDINALS,
    MONTHS,
    NUMBERS,
    ORDINALS,
    WEEKDAYS,
)


def _any_of(words: dict[str, int]) -> str:
    forms = sorted(words, key=len, reverse=True)
    return "(?:" + "|".join(f.replace("е", "[её]").replace(" ", r"\s") for f in forms) + ")"


_MONTH = _any_of(MONTHS) + r"(?!\w)"
_WEEKDAY_NAME = _any_of(WEEKDAYS) + r"(?!\w)"
_WORD_DAY = _any_of(ORDINALS) + r"(?!\w)"
_ENDING = r"-?(?:ого|ому|ое|го|му|е)(?!\w)"
_WEEKDAY_PREFIX = rf"(?:{_WEEKDAY_NAME},?\s)?"
_GROUPS = {"двое": 2, "трое": 3, "четверо": 4, "пятеро": 5}
_COUNT = r"[0-9]{1,3}(?:-(?:х|и|ти|ми))?|" + "|".join(
    w.replace("е", "[её]") for w in sorted({*NUMBERS, *_GROUPS}, key=len, reverse=True)
)

_DAY_MONTH = re.compile(
    rf"""
    {LEFT}{_WEEKDAY_PREFIX}
    (?:{DAY},\s(?={DAY}\s(?:и|или)\s))?                                   # 2, 3 или 4 мая
    (?:{DAY}(?:{_ENDING})?(?:\s?[-–—]\s?|\s(?:и|или|по|до)\s))?           # 5 по 9 мая
    (?:(?P<day>{DAY})(?:{_ENDING})?|(?P<word>{_WORD_DAY}))\s
    (?P<month>{_MONTH})(?:\.(?=\s[0-9]))?
    (?:\s(?P<year>(?:19|20)[0-9]{{2}})(?!\w)(?:\s?(?:года|год|г\.|г)(?!\w))?)?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_ORDINAL_DAY = re.compile(
    rf"""
    {LEFT}{_WEEKDAY_PREFIX}
    (?: (?P<day>{DAY})(?:{_ENDING}(?:\sчисл[аоу])?|\sчисл[аоу])           # 15-го, 5 числа
      | (?P<word>{_WORD_DAY})\sчисл[аоу]
      # до двадцатого, уговор на двадцатое
      | (?:(?<=до\s)|(?<=сегодня\s)|(?<=\sк\s)|(?<=\sна\s)(?!перво|второ|треть|пято|десято))
        (?P<bare>{_WORD_DAY})(?=\s*(?:[.,;:!?)—–]|$)|\s(?:жд|обещ|собир|[уд]о?говор|был)) )
    (?:\s(?:(?P<of>этого|текущего|следующего|прошлого|каждого)\s)месяца)?
    (?!\w)(?!\s{COUNTED_BY_ORDINALS})
    """,
    re.VERBOSE | re.IGNORECASE,
)
_WEEKDAY = re.compile(
    rf"""
    (?<!\w)(?:до|в|во|к|ко|на|с|со|про|в\sсрок\sдо
      |(?:срок|дедлайн|крайний\sдень)(?:\s(?:оплаты|платежа|взноса|сдачи))?(?:\s?[:—–-])?)\s
    (?P<span>
        (?:(?:вечера|утра|конца)\s)?
        (?:(?P<shift>эт|следующ|ближайш|прошл|будущ)\w{{1,3}}\s)?
        (?P<name>{_WEEKDAY_NAME})
    )(?:\s(?:утром|дн[её]м|вечером))?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NAMED_DAY = re.compile(
    r"""
    (?<!\w)(?:
        (?P<pair>сегодня\s?[-–—]\s?завтра)
      | (?P<day>сегодня|послезавтра|завтра|позавчера|вчера)
        (?:\s(?:утром|дн[её]м|вечером|ночью|до\sвечера))?
      | (?P<adjective>сегодняшн|завтрашн)\w{2,3}\s(?:вечера?|вечеру|дня|день|дню|утра|числа)
      | (?:до|к)\s(?P<evening>вечера|вечеру|полуночи)(?!\s(?:завтра|сегодня))
      | в\s(?P<same>тот\sже\s(?:день|вечер))
    )(?!\w)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_END_OF = re.compile(
    rf"""
    (?<!\w)(?:конца|концу|конце|конец|последн(?:его|ему|ий)\s(?:рабоч\w{2, 3}\s)?(?:дня|день|дню)
     |последн(?:его|ему|ее)\sчисл[аоу])\s
    (?:(?P<which>эт|текущ|следующ|рабоч|прошл|будущ)\w{{2,3}}\s)?
    (?:(?P<unit>дня|недели|месяца|квартала|года)|(?P<month>{_MONTH}))(?!\w)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_DURATION = re.compile(
    rf"""
    (?<!\w)(?:
        (?P<lead>в\sтечение|через|не\sпозднее(?:\sчем\sчерез)?
          |да(?:ю|[её]м)(?:\s(?:вам|тебе|ещ[её])){{0,2}}(?=\s\S+\s(?:сут|час|дн))
          |срок\w{{0,2}}(?:\s(?:оплаты|платежа|на\sоплату))?\s?[—–:-]?)\s
        (?:(?P<count>{_COUNT})\s)?
        (?P<working>(?:рабоч|банковск|операционн|календарн|ближайш)\w{{2,3}}\s)?
        (?P<unit>день|дней|дня|сутки|суток|часов|часа|час|неделю|недели|недель|месяц|месяца)
      | в\s(?P<term>(?:[0-9]{{1,2}}-?|двух|тр[её]х|пяти|семи|десяти)дневный|недельный)\sсрок
    )(?!\w)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NAMED_OFFSETS = {"сегодня": 0, "завтра": 1, "послезавтра": 2, "вчера": -1, "позавчера": -2}
_SHIFTS = {"эт": 0, "ближайш": 0, "следующ": 1, "будущ": 1, "прошл": -1}
_MONTH_SHIFTS = {"этого": 0, "текущего": 0, "следующего": 1, "прошлого": -1}
_UNITS = {
    "дня": Unit.DAY,
    "недели": Unit.WEEK,
    "месяца": Unit.MONTH,
    "квартала": Unit.QUARTER,
    "года": Unit.YEAR,
}
_UNIT_DAYS = (("нед", 7), ("меся", 30), ("д", 1), ("сут", 1))
_TERM_DAYS = {"двух": 2, "трех": 3, "пяти": 5, "семи": 7, "десяти": 10, "недельный": 7}


def _fold(word: str) -> str:
    return " ".join(word.casefold().replace("ё", "е").split())


def russian_dates(text: str) -> Iterator[DateForm]:
    """Every form of a day in a Russian text; forms may overlap."""
    yield from _month_dates(text)
    yield from _ordinal_days(text)
    yield from _weekdays(text)
    yield from _named_days(text)
    yield from _ends(text)
    yield from _durations(text)


def _day_number(match: re.Match[str]) -> int | None:
    if match["day"]:
        return int(match["day"])
    groups = match.groupdict()
    return ORDINALS.get(_fold(groups["word"] or groups.get("bare") or ""))


def _month_dates(text: str) -> Iterator[DateForm]:
    for match in _DAY_MONTH.finditer(text):
        year = four_digit_year(match["year"]) if match["year"] else None
        month, day = MONTHS.get(_fold(match["month"])), _day_number(match)
        when = When(year, month, day)
        if month and day and when.is_possible:
            yield DateForm(match.start(), match.end(), DateKind.ABSOLUTE, when)


def _ordinal_days(text: str) -> Iterator[DateForm]:
    for match in _ORDINAL_DAY.finditer(text):
        day = _day_number(match)
        if day is not None:
            shift = _MONTH_SHIFTS.get(_fold(match["of"] or ""))
            when = When(day=day, shift=shift)
            yield DateForm(match.start(), match.end(), DateKind.ORDINAL, when)


def _weekdays(text: str) -> Iterator[DateForm]:
    for match in _WEEKDAY.finditer(text):
        name = _fold(match["name"])
        weekday = WEEKDAYS.get(name)
        # «в среде» is an environment; the day is «в среду»
        if weekday is None or (name.endswith("е") and not match[0].casefold().startswith("к")):
            if name != "воскресенье":
                continue
            weekday = 6
        shift = _SHIFTS.get((match["shift"] or "").casefold())
        when = When(weekday=weekday, shift=shift)
        yield DateForm(match.start("span"), match.end(), DateKind.WEEKDAY, when)


def _named_days(text: str) -> Iterator[DateForm]:
    for match in _NAMED_DAY.finditer(text):
        if match["same"]:
            yield DateForm(match.start("same"), match.end(), DateKind.RELATIVE, When())
            continue
        if match["pair"]:
            days = 1
        elif match["adjective"]:
            days = int(match["adjective"].casefold().startswith("завтра"))
        else:
            days = _NAMED_OFFSETS.get((match["day"] or "").casefold(), 0)
        start = match.start("evening") if match["evening"] else match.start()
        yield DateForm(start, match.end(), DateKind.RELATIVE, When(days=days))


def _ends(text: str) -> Iterator[DateForm]:
    for match in _END_OF.finditer(text):
        if match["month"]:
            when = When(month=MONTHS.get(_fold(match["month"])))
        else:
            shift = {"следующ": 1, "будущ": 1, "прошл": -1}.get((match["which"] or "").casefold())
            when = When(end_of=_UNITS[_fold(match["unit"])], shift=shift)
        yield DateForm(match.start(), match.end(), DateKind.RELATIVE, when)


def _durations(text: str) -> Iterator[DateForm]:
    for match in _DURATION.finditer(text):
        if match["term"]:
            term = _fold(match["term"])
            figure = re.match(r"[0-9]+", term)
            known = next((d for stem, d in _TERM_DAYS.items() if term.startswith(stem)), 0)
            when = When(days=int(figure[0]) if figure else known)
            yield DateForm(match.start(), match.end(), DateKind.DURATION, when, deadline=True)
            continue
        lead, unit = _fold(match["lead"]), _fold(match["unit"])
        if lead.startswith(("срок", "не")) and not match["count"]:
            continue
        count = _count(match["count"])
        if unit.startswith("час"):
            days = -(-count // 24)
        else:
            days = count * next(d for stem, d in _UNIT_DAYS if unit.startswith(stem))
        if lead.startswith("срок"):
            # terms count from a paper, whose date is not known here
            when = When()
        else:
            working = (match["working"] or "").casefold().startswith(("рабоч", "банк", "опер"))
            when = When(days=days, working=working)
        deadline = not lead.startswith("через")
        yield DateForm(match.start(), match.end(), DateKind.DURATION, when, deadline=deadline)


def _count(word: str | None) -> int:
    if word is None:
        return 1
    figure = re.match(r"[0-9]+", word)
    return int(figure[0]) if figure else int(NUMBERS.get(_fold(word), _GROUPS.get(_fold(word), 1)))
