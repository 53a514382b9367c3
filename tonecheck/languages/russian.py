"""Russian: readings by pymorphy3, aspect pairs joined, «ё» and «е» equal."""

from __future__ import annotations

from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from tonecheck.analysis import Form, Reading
from tonecheck.languages.aspect import perfective_of
from tonecheck.languages.base import HYPHENS, SLASHES, LanguageModule, blank_pipeline
from tonecheck.types import Language

if TYPE_CHECKING:
    import pymorphy3
    from spacy.language import Language as Pipeline

    from tonecheck.languages.inflection import Inflector

MIN_SCORE = 0.004
"""Readings that pymorphy3 finds less likely than this are not plausible."""

PARTS_OF_SPEECH: dict[str, tuple[str, ...]] = {
    "NOUN": ("noun",),
    "ADJF": ("adj",),
    "ADJS": ("adj", "short"),
    "COMP": ("comp", "adv"),
    "VERB": ("verb", "finite"),
    "INFN": ("verb", "inf"),
    "PRTF": ("participle",),
    "PRTS": ("participle", "short"),
    "GRND": ("verb", "gerund"),
    "NUMR": ("num",),
    "ADVB": ("adv",),
    "NPRO": ("pron",),
    "PRED": ("pred",),
    "PREP": ("prep",),
    "CONJ": ("conj",),
    "PRCL": ("part",),
    "INTJ": ("intj",),
}
FEATURES: dict[str, str] = {
    "past": "past",
    "pres": "pres",
    "futr": "fut",
    "impr": "imp",
    "perf": "perf",
    "impf": "impf",
    "sing": "sing",
    "plur": "plur",
    "1per": "1p",
    "2per": "2p",
    "3per": "3p",
    "nomn": "nom",
    "gent": "gen",
    "gen2": "gen",
    "datv": "dat",
    "accs": "acc",
    "acc2": "acc",
    "ablt": "ins",
    "loct": "loc",
    "loc2": "loc",
    "masc": "masc",
    "femn": "fem",
    "neut": "neut",
    "pssv": "passive",
    "actv": "active",
    "Name": "name",
    "Surn": "surname",
    "Patr": "patronymic",
    "Geox": "place",
    "Abbr": "abbreviation",
    "UNKN": "unknown",
}

# Latin letters that look like Cyrillic ones, and the way back.
LOOK_ALIKES = dict(zip("aceopxyktmhbABCEHKMOPTX", "асеорхуктмнвАВСЕНКМОРТХ", strict=True))
_FOLD = str.maketrans(LOOK_ALIKES)

# Parenthetic words and others that the dictionary also reads as predicates.
NEVER_VERBS = frozenset(
    "видимо наверное кажется пожалуйста похоже конечно возможно должно вероятно жалко если "
    "или видно знать стать день уже еще три стали благодаря".split()
)

CHAT_FORMS: dict[str, str] = {
    "пжлст": "пожалуйста",
    "пж": "пожалуйста",
    "плиз": "пожалуйста",
    "спс": "спасибо",
    "чо": "что",
    "че": "что",
    "щас": "сейчас",
    "седня": "сегодня",
}


class Russian(LanguageModule):
    """Russian as written in Russia, Kazakhstan, Belarus and elsewhere."""

    language = Language.RU
    tags = frozenset(t for names in PARTS_OF_SPEECH.values() for t in names) | frozenset(
        FEATURES.values()
    )
    sentence_abbreviations = frozenset(
        "гл зам нач ген вед тел моб факс доб эл ул просп пр пер наб ш д кв корп стр оф лит "
        "пом п пп ст ч рис табл см ср им св гр гос муниц р/с л/с к/с напр т обл пос дер инд "
        "инв вх исх исп расч раб юр физ комп макс прим тех дог бух зав зам нач пл".split()
    )
    figure_abbreviations = frozenset({"ок"})
    unit_abbreviations = frozenset(
        "руб р коп тыс млн млрд г гг в вв мин сек час ч др пр т.д т.п шт кг м км тг сум "
        "долл евро янв февр фев мар апр июн июл авг сент сен окт нояб ноя дек пн вт ср чт "
        "пт сб вс т.р ед экз уп мес нед сут дн чел проц лиц".split()
    )
    place_abbreviations = frozenset({"г"})
    clause_openers = frozenset(
        "если когда пока чтобы чтоб что который как где куда откуда почему зачем хотя "
        "потому поскольку тогда то иначе либо или поэтому ведь раз будто словно нежели "
        "чем лишь едва прежде после кто чей сколько какой ли".split()
    )
    subordinators = frozenset({"если", "иначе", "чтобы", "потому", "поскольку"})
    coordinators = frozenset({"и", "а", "но", "или", "либо", "да", "однако", "зато", "иначе"})
    greeting_words = frozenset(
        {
            "здравствуйте",
            "здравствуй",
            "приветствую",
            "привет",
            "приветик",
            "добрый день",
            "добрый вечер",
            "доброе утро",
            "доброго дня",
            "доброго времени",
            "день добрый",
            "вечер добрый",
            "утро доброе",
            "доброго утра",
            "доброго вечера",
            "хай",
            "салам",
            "салом",
            "ассалому",
            "ассаламу",
            "ассаляму",
            "алейкум",
            "алайкум",
            "барев",
            "сәлеметсіз",
            "уважаемый",
            "уважаемая",
            "уважаемые",
            "уважаемый(ая",
            "многоуважаемый",
            "многоуважаемая",
            "глубокоуважаемый",
            "дорогой",
            "дорогая",
            "дорогие",
            "милая",
            "милый",
            "господин",
            "госпожа",
            "господа",
            "гражданин",
            "гражданка",
            "товарищ",
            "товарищи",
            "вниманию",
            "всем привет",
        }
    )
    greeting_nouns: frozenset[str] = frozenset()
    closing_words = frozenset(
        {
            "с уважением",
            "с наилучшими",
            "с благодарностью",
            "с теплом",
            "с любовью",
            "с приветом",
            "с почтением",
            "искренне ваш",
            "искренне ваша",
            "искренне ваши",
            "всего доброго",
            "всего хорошего",
            "всего наилучшего",
            "хорошего дня",
            "хорошего вечера",
            "до встречи",
            "до связи",
            "на связи",
            "берегите себя",
            "обнимаю",
        }
    )
    weak_closings = frozenset(
        {
            "ваш",
            "ваша",
            "ваши",
            "спасибо",
            "большое спасибо",
            "заранее спасибо",
            "заранее благодарим",
            "заранее благодарю",
            "благодарю",
            "благодарим",
            "удачи",
        }
    )

    def _build_pipeline(self) -> Pipeline:
        # «из-за», «15-го», «п/п» and «л/с» stay whole.
        return blank_pipeline("ru", unsplit=(HYPHENS, SLASHES))

    @cached_property
    def inflector(self) -> Inflector:
        """What puts words into forms."""
        from tonecheck.languages.inflection import Inflector

        return Inflector(self._analyser)

    @cached_property
    def _analyser(self) -> pymorphy3.MorphAnalyzer:
        import pymorphy3

        return pymorphy3.MorphAnalyzer(lang="ru")

    def normalise(self, text: str, norm: str) -> str:
        if not text.isascii() and any(c in LOOK_ALIKES for c in text):
            text = text.translate(_FOLD)
        lower = text.lower().replace("ё", "е")
        return CHAT_FORMS.get(lower, lower)

    def _read_form(self, norm: str) -> Form:
        if not any("а" <= c <= "я" for c in norm):
            return Form(norm, frozenset({norm}), ())
        readings: dict[tuple[str, frozenset[str]], None] = {}
        for parse in self._analyser.parse(norm):
            if parse.score < MIN_SCORE and readings:
                continue
            lemma = parse.normal_form.replace("ё", "е")
            readings[lemma, _tags(str(parse.tag))] = None
        found = tuple(Reading(lemma, tags) for lemma, tags in readings)
        keys = {norm}
        for reading in found:
            keys.add(reading.lemma)
            if reading.tags & {"verb", "participle"}:
                keys.add(self._perfective(reading.lemma))
        return Form(norm, frozenset(keys), found)

    def _perfective(self, infinitive: str) -> str:
        return perfective_of(infinitive, self._is_perfective) or infinitive

    def _is_perfective(self, infinitive: str) -> bool:
        if not self._analyser.word_is_known(infinitive):
            return False
        return any({"INFN", "perf"} <= p.tag.grammemes for p in self._analyser.parse(infinitive))

    def is_known(self, norm: str) -> bool:
        return bool(self._analyser.word_is_known(norm))

    def keys_of(self, word: str) -> frozenset[str]:
        norm = word.lower().replace("ё", "е")
        form = self.form(norm)
        lemmas = {r.lemma for r in form.readings}
        if norm not in lemmas:
            keys = lemmas or {norm}
        elif any(r.lemma == norm and "inf" in r.tags for r in form.readings):
            keys = {norm, self._perfective(norm)}
        else:
            keys = {norm}
        return frozenset(keys)

    def is_subject(self, form: Form) -> bool:
        return form.can_be("pron", "nom") or form.norm in {"это", "все"}

    def is_finite_verb(self, form: Form) -> bool:
        if form.norm in {"нет", "надо", "нужно", "можно", "нельзя", "пора", "жаль"}:
            return True
        if form.norm in NEVER_VERBS:
            return False
        return form.can_be("finite") or form.can_be("participle", "short")

    def is_name(self, text: str, form: Form, opens_sentence: bool) -> bool:
        if not text[:1].isupper() or (len(text) > 1 and text.isupper()):
            return False
        if any(r.tags & {"name", "surname", "patronymic"} for r in form.readings):
            return True
        return not opens_sentence and not form.can_be("pron")


@lru_cache(maxsize=2048)
def _tags(tag: str) -> frozenset[str]:
    """Our names for one OpenCorpora tag ("VERB,perf,tran plur,past,indc")."""
    names: set[str] = set()
    for grammeme in tag.replace(" ", ",").split(","):
        names.update(PARTS_OF_SPEECH.get(grammeme, ()))
        if grammeme in FEATURES:
            names.add(FEATURES[grammeme])
    return frozenset(names)
