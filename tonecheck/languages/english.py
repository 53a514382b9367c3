"""English: lemmas by lexicon and rules, contractions, and the closed classes."""

from __future__ import annotations

import gzip
from bisect import bisect_left
from functools import cached_property
from importlib import resources
from typing import TYPE_CHECKING

from tonecheck.analysis import Form, Reading
from tonecheck.languages.base import HYPHENS, Exceptions, LanguageModule, blank_pipeline
from tonecheck.types import Language

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline

CLOSED_CLASSES: dict[str, str] = {
    "pron": (
        "i me my mine myself we us our ours ourselves you your yours yourself yourselves u ur "
        "he him his himself she her hers herself it its itself they them their theirs themselves "
        "who whom whose which what this that these those one ones someone somebody something "
        "anyone anybody anything everyone everybody everything nobody nothing none"
    ),
    "det": "a an the some any no every each either neither all both half such another other",
    "prep": (
        "of in to for with on at from by about as into like through after over between out "
        "against during without before under around among within along across behind beyond "
        "plus except up down off until till upon per via since despite regarding"
    ),
    "conj": (
        "and or but nor so yet if unless because although though while whereas whether than "
        "once when where why how"
    ),
    "part": "not to",
    "aux": (
        "be am is are was were been being have has had having do does did will would shall should "
        "can could may might must"
    ),
}

NUMERALS = frozenset(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety "
    "hundred thousand million billion dozen".split()
)

# The forms of "be", "have", "do" and the modals, which the lexicon's rules do not unite.
IRREGULAR_LEMMAS: dict[str, str] = {
    "am": "be",
    "is": "be",
    "are": "be",
    "was": "be",
    "were": "be",
    "been": "be",
    "being": "be",
    "has": "have",
    "had": "have",
    "having": "have",
    "does": "do",
    "did": "do",
    "done": "do",
    "me": "i",
    "us": "we",
    "him": "he",
    "them": "they",
    "u": "you",
    "ur": "your",
    "ya": "you",
    "ye": "you",
    "pls": "please",
    "plz": "please",
    "thx": "thanks",
    "tmrw": "tomorrow",
    "tmr": "tomorrow",
    "wanna": "want",
    "gonna": "go",
    "cannot": "can",
    "acct": "account",
    "inv": "invoice",
}

# spaCy's norms for contractions that its tokenizer splits: "'s" is left alone (is, has or of).
CONTRACTION_NORMS: dict[str, str] = {
    "n't": "not",
    "nt": "not",
    "'ll": "will",
    "'ve": "have",
    "'re": "are",
    "'m": "am",
    "'d": "would",
    "ca": "can",
    "wo": "will",
    "sha": "shall",
}

BARE_ENDINGS = frozenset({"ve", "re", "ll", "m", "d"})
"""Endings of contractions without an apostrophe ("youve"), which spaCy's norm tells from words."""

UNSPLIT_WORDS = frozenset({"wed", "wed.", "id", "ima", "gonna"})
"""Words that spaCy would split into "we 'd", "i 'd", "i 'm a" and "gon na"."""

INVARIANT_PASTS = frozenset(
    "put let cut set cost read quit hit shut bet split spread cast hurt burst rid".split()
)

SUBJECT_PRONOUNS = frozenset({"i", "we", "you", "he", "she", "it", "they", "there", "this", "that"})


class English(LanguageModule):
    """English, British or American or any other."""

    language = Language.EN
    tags = frozenset(CLOSED_CLASSES) | frozenset(
        "noun verb adj adv num past pres base ing participle 3p sing plur".split()
    )
    sentence_abbreviations = frozenset(
        "mr mrs ms mx dr prof st inv ref tel mob fax ext vs eg ie approx acct attn "
        "rs re capt rev hon sgt messrs cl pp".split()
    )
    figure_abbreviations = frozenset("no nos fig sec art para".split())
    unit_abbreviations = frozenset(
        "inc ltd co corp plc llc pvt jr sr etc am pm a.m p.m jan feb mar apr jun jul aug "
        "sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun ave rd blk u.s "
        "u.k".split()
    )
    place_abbreviations: frozenset[str] = frozenset()
    clause_openers = frozenset(
        "if unless because although though while whereas which who whom whose when where "
        "since until till as before after once whether otherwise else then so please kindly "
        "not that".split()
    )
    subordinators = frozenset({"if", "unless", "because", "otherwise", "else", "whereas"})
    coordinators = frozenset({"and", "or", "but", "nor", "yet", "so", "else", "otherwise"})
    greeting_words = frozenset(
        {
            "dear",
            "hi",
            "hello",
            "hey",
            "hiya",
            "howdy",
            "greetings",
            "morning",
            "afternoon",
            "evening",
            "good morning",
            "good afternoon",
            "good evening",
            "good day",
            "gday",
            "g'day",
            "yo",
            "namaste",
            "oga",
            "salaam",
            "salam",
            "to whom",
            "to whomsoever",
            "attention",
        }
    )
    greeting_nouns = frozenset({"morning", "afternoon", "evening", "attention"})
    closing_words = frozenset(
        {
            "regards",
            "kind regards",
            "best regards",
            "warm regards",
            "with regards",
            "sincerely",
            "yours sincerely",
            "yours faithfully",
            "yours truly",
            "yours in",
            "yours very",
            "best wishes",
            "thanks and",
            "thanking you",
            "with kind",
            "with best",
            "with friendly",
            "respectfully",
            "cordially",
            "all the best",
        }
    )
    weak_closings = frozenset(
        {
            "yours",
            "best",
            "cheers",
            "thanks",
            "many thanks",
            "thank you",
            "with thanks",
            "take care",
            "love",
            "warmly",
        }
    )

    def _build_pipeline(self) -> Pipeline:
        # "past-due" and "e-transfer" stay whole.
        return blank_pipeline("en", unsplit=(HYPHENS,), amend=_with_shouted)

    @cached_property
    def _lexicon(self) -> list[str]:
        """Lines ``form,part of speech,lemma[/lemma]``, sorted; from LemmInflect (MIT)."""
        resource = resources.files("lemminflect") / "resources" / "lemma_lu.csv.gz"
        lines = gzip.decompress(resource.read_bytes()).decode("utf-8").splitlines()
        lines.sort()
        return lines

    def _lookup(self, form: str) -> list[tuple[str, str]]:
        """Pairs of part of speech and lemma; empty for a form outside the lexicon."""
        lines = self._lexicon
        prefix = form + ","
        found: list[tuple[str, str]] = []
        for i in range(bisect_left(lines, prefix), len(lines)):
            if not lines[i].startswith(prefix):
                break
            _, pos, lemmas = lines[i].split(",")
            found.extend((pos, lemma) for lemma in lemmas.split("/"))
        return found

    def normalise(self, text: str, norm: str) -> str:
        lower = text.casefold().replace("’", "'").replace("ʼ", "'")
        if lower in BARE_ENDINGS and norm != lower:
            lower = norm.casefold()
        return CONTRACTION_NORMS.get(lower, lower)

    def _read_form(self, norm: str) -> Form:
        readings: list[Reading] = []
        lemma = IRREGULAR_LEMMAS.get(norm, norm)
        closed = [tag for tag, words in _CLOSED.items() if norm in words or lemma in words]
        if closed:
            tags = set(closed)
            if "aux" in tags:
                tags.add("verb")
                tags |= {"past"} if norm in {"was", "were", "had", "did"} else {"pres"}
            readings.append(Reading(lemma, frozenset(tags)))
        else:
            readings.extend(self._open_class(norm))
        if norm in NUMERALS:
            readings.append(Reading(norm, frozenset({"num"})))
        keys = {norm, lemma} | {r.lemma for r in readings}
        return Form(norm, frozenset(keys), tuple(readings))

    def _open_class(self, norm: str) -> list[Reading]:
        found = self._lookup(norm)
        if not found and "-" in norm:
            # "co-owner" and "past-due" inflect like their last part.
            head, _, tail = norm.rpartition("-")
            found = [(pos, f"{head}-{lemma}") for pos, lemma in self._lookup(tail)]
        if not found and norm.isalpha():
            found = _guess(norm)
        return [Reading(lemma, frozenset(_tags(norm, pos, lemma))) for pos, lemma in found]

    def form_in_date(self, form: Form) -> Form:
        return _MONTHS_IN_DATES.get(form.norm, form)

    def is_known(self, norm: str) -> bool:
        return any(norm in words for words in _CLOSED.values()) or bool(self._lookup(norm))

    def keys_of(self, word: str) -> frozenset[str]:
        norm = self.normalise(word, word)
        form = self.form(norm)
        if norm in IRREGULAR_LEMMAS:
            return frozenset({IRREGULAR_LEMMAS[norm]})
        if norm == "'s":
            # The ending of "it's" and "Anna's" is not every form of "be".
            return frozenset({norm})
        # A word written in its dictionary form means just that: "left" is not every "leave".
        lemmas = {r.lemma for r in form.readings}
        return frozenset({norm} if norm in lemmas or not lemmas else lemmas)

    def is_subject(self, form: Form) -> bool:
        return form.norm in SUBJECT_PRONOUNS

    def is_finite_verb(self, form: Form) -> bool:
        if form.can_be("aux"):
            return form.norm not in {"been", "being", "having", "be"}
        return form.must_be("verb") and (form.can_be("pres") or form.can_be("past"))

    def is_name(self, text: str, form: Form, opens_sentence: bool) -> bool:
        if not text[:1].isupper() or (len(text) > 1 and text.isupper()):
            return False
        return not opens_sentence and not form.can_be("pron")


def _with_shouted(exceptions: Exceptions) -> Exceptions:
    """spaCy's contractions, and as many shouted ones: "DON'T" is split like any other."""
    kept = {k: v for k, v in exceptions.items() if k.casefold() not in UNSPLIT_WORDS}
    shouted = {
        written.upper(): [
            {a: v.upper() if isinstance(v, str) else v for a, v in part.items()} for part in parts
        ]
        for written, parts in kept.items()
        if "'" in written[1:] or "’" in written[1:]
    }
    return shouted | kept


_MONTHS_IN_DATES = {
    month: Form(
        f"{month} (month)",
        frozenset({f"{month} (month)"}),
        (Reading(f"{month} (month)", frozenset({"noun", "sing"})),),
    )
    for month in ("may", "march")
}
"""Months whose names are verbs as well."""

_CLOSED = {tag: frozenset(words.split()) for tag, words in CLOSED_CLASSES.items()}


def _tags(form: str, pos: str, lemma: str) -> set[str]:
    if pos == "verb":
        if form == lemma:
            return {"verb", "base", "pres"} | ({"past"} if form in INVARIANT_PASTS else set())
        if form.endswith("ing"):
            return {"verb", "ing"}
        if form.endswith("s") and (form.endswith("es") or not lemma.endswith("s")):
            return {"verb", "pres", "3p"}
        return {"verb", "past", "participle"}
    if pos == "noun":
        return {"noun", "sing"} if form == lemma else {"noun", "plur"}
    return {pos}


def _guess(form: str) -> list[tuple[str, str]]:
    """Readings of a form outside the lexicon, by its ending."""
    if form.endswith("ing") and len(form) > 5:
        return [("verb", form[:-3]), ("noun", form)]
    if form.endswith("ed") and len(form) > 4:
        return [("verb", form[:-2]), ("verb", form[:-1])]
    if form.endswith("ly") and len(form) > 4:
        return [("adv", form)]
    if form.endswith("s") and not form.endswith("ss") and len(form) > 3:
        return [("noun", form[:-1])]
    return [("noun", form)]
