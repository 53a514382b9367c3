"""What file names tell: the stage or number of a step, the language, and what remains in common."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import PurePath

from tonecheck.types import Language, MessageReport, Stage

_STAGES: dict[Stage, str] = {
    Stage.PRE_DUE: "predue pre-due before-due before upcoming courtesy heads-up headsup preventive "
    "предварительное заранее до-срока pered-srokom do-sroka predvaritelnoe zaranee",
    Stage.DUE: "due due-today due-day on-due-date today в-срок срок-сегодня v-srok srok segodnya",
    Stage.OVERDUE: "overdue past-due pastdue late unpaid delinquent просрочка просрочено долг "
    "prosrochka prosrocheno dolg",
    Stage.FINAL: "final last final-notice last-notice последнее последний финальное итоговое "
    "poslednee posledniy finalnoe itogovoe pretenziya претензия",
}

_ORDINALS: dict[int, str] = {
    1: "first 1st initial gentle friendly первое первый pervoe pervyy perviy первичное мягкое",
    2: "second 2nd второе второй повторное vtoroe vtoroy povtornoe",
    3: "third 3rd третье третий tretye trete tretiy",
    4: "fourth 4th четвертое chetvertoe",
}

_REMINDING = frozenset(
    "reminder reminders dunning notice letter mail email sms step level stage message followup "
    "chaser напоминание письмо уведомление шаг этап уровень napominanie pismo uvedomlenie shag "
    "etap".split()
)
"""Words beside which a number counts steps; other numbers are those of invoices and clients."""

_TONGUES: dict[str, Language] = {
    **dict.fromkeys("en eng english англ английский".split(), Language.EN),
    **dict.fromkeys("ru rus russian рус русский".split(), Language.RU),
}

_SUFFIX = re.compile(r"(?:\.[a-z][a-z0-9]{0,7})+$", re.IGNORECASE)
_PIECE = re.compile(r"[A-ZА-ЯЁ]?[a-zа-яё]+|[A-ZА-ЯЁ]+|\d+(?:st|nd|rd|th)?")


@dataclass(frozen=True, slots=True)
class Named:
    """What the name of a message tells.

    ``group`` is what the messages of one sequence have in common, ``twin`` what a message and its
    translation have. ``number`` counts steps where the name does; ``reminds`` says whether it
    speaks of reminders. ``stem`` is the path without suffixes, ``language`` the one it names.
    """

    group: tuple[str, ...]
    twin: tuple[str, ...]
    stem: str
    stage: Stage | None = None
    number: int | None = None
    reminds: bool = False
    language: Language | None = None


def named(report: MessageReport) -> Named:
    """What the path of a message and its name in a catalogue tell."""
    return read_name(report.path, report.name or "")


@cache
def read_name(path: str, key: str = "") -> Named:
    """Read the path of a file and the key of a text in it."""
    pure = PurePath(path)
    stem, suffixes = _stem_and_suffixes(pure.name)
    parts = [*pure.parts[:-1], stem, *key.split(".")]
    words = [word for part in parts if part for word in (*_words(part), "/")]
    told = next(
        (_TONGUES[word] for word in [*reversed(suffixes), *words] if word in _TONGUES), None
    )
    words = [word for word in words if word not in _TONGUES]
    rest, stage = _take_stage(words)
    rest, number = _take_number(rest)
    return Named(
        group=tuple(word for word in rest if word not in _REMINDING),
        twin=(*words, *(suffix for suffix in suffixes if suffix not in _TONGUES)),
        stem=f"{pure.parent / stem}:{key}",
        stage=stage,
        number=number,
        reminds=bool(_REMINDING & {*words}),
        language=told,
    )


def _stem_and_suffixes(name: str) -> tuple[str, list[str]]:
    """The name of a file and its suffixes, in small letters and without dots."""
    found = _SUFFIX.search(name)
    if found is None or not found.start():
        return name, []
    return name[: found.start()], found[0].lower().split(".")[1:]


def _words(part: str) -> list[str]:
    return [piece.casefold().replace("ё", "е") for piece in _PIECE.findall(part)]


def _take_stage(words: list[str]) -> tuple[list[str], Stage | None]:
    """The words without the one that names a stage; the longest name counts."""
    best: tuple[int, int, Stage] | None = None
    for stage, names in _STAGES.items():
        for name in names.split():
            wanted = name.split("-")
            for at in range(len(words) - len(wanted) + 1):
                longer = best is None or len(wanted) > best[1] - best[0]
                if words[at : at + len(wanted)] == wanted and longer:
                    best = (at, at + len(wanted), stage)
    if best is None:
        return words, None
    return words[: best[0]] + words[best[1] :], best[2]


def _take_number(words: list[str]) -> tuple[list[str], int | None]:
    """The words without the number of a step, where they speak of reminders."""
    if not _REMINDING & {*words}:
        return words, None
    ordinals = {word: number for number, names in _ORDINALS.items() for word in names.split()}
    for at in range(len(words) - 1, -1, -1):
        word = words[at]
        number = ordinals.get(word, int(word) if word.isdigit() and len(word) <= 2 else None)
        if number is not None:
            return words[:at] + words[at + 1 :], number
    return words, None
