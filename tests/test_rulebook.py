"""Reading rule files: what is refused and how, and what holds for the rules that come along."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.reading import read
from tonecheck import cache
from tonecheck.checks import CHECKS
from tonecheck.engine import Checker
from tonecheck.guide import GUIDE
from tonecheck.phrases.syntax import parse
from tonecheck.phrases.tree import (
    AnyOrder,
    Either,
    Marked,
    Node,
    NotHere,
    Optional,
    Sequence,
    Term,
    Word,
    leaves,
)
from tonecheck.rule import RuleError, unmark
from tonecheck.rulebook import Rule, RuleBook, load, rules_folder
from tonecheck.types import Category, Channel, Declared, Language, Severity, Stage

EN, RU = Language.EN, Language.RU
BOOK = load()

RULE = """\
severity: error
guide: [G03]
en:
  why: It frightens.
  advice: Ask.
  phrases:
    - take * court
    - {match: asap, fix: soon, safe: true}
  unless: [$we]
  examples:
    - flags: We [take you to court].
      reworded: To [court] we take you.
    - passes: We [[really]] ask.
ru:
  why: Это пугает.
  advice: Спросите.
  phrases: [<подать в суд>]
"""
CODED = """\
severity: warning
check: shouting
guide: [G07]
channels: {sms: suggestion}
relaxed_at: [final]
in: [body]
negation: keeps
quotation: keeps
en: {why: It shouts., advice: Whisper.}
ru: {why: Это крик., advice: Тише.}
"""
TERMS = "en: [we, us]\nru: [мы]\n"
FACT = """\
en: {phrases: [thank you], examples: [{finds: '[Thank you].'}]}
ru: {phrases: [спасибо], unless: [$we], examples: [{finds: '[Спасибо].'}, {passes: Нет.}]}
"""


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(cache.ENVIRONMENT_VARIABLE, str(tmp_path / "cache"))


def write(folder: Path, **files: str | bytes) -> Path:
    """A small rule book; each file by its path, «/» written as two underscores."""
    usual: dict[str, str | bytes] = {
        "threat__court": RULE,
        "rudeness__loud": CODED,
        "terms__we": TERMS,
        "facts__thanks": FACT,
    }
    for name, content in (usual | files).items():
        path = folder / f"{name.replace('__', '/')}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    (folder / "scores.yaml").write_bytes((rules_folder() / "scores.yaml").read_bytes())
    return folder


def refusal(folder: Path) -> str:
    with pytest.raises(RuleError) as caught:
        load(folder)
    return str(caught.value)


# --- what is read -----------------------------------------------------------------------


def test_a_rule_as_written(tmp_path: Path) -> None:
    rule = load(write(tmp_path / "rules")).rules["court"]
    assert (rule.category, rule.severity, rule.guide) == (Category.THREAT, Severity.ERROR, ("G03",))
    assert (rule.check, rule.relaxed_at, rule.parts) == (None, frozenset(), frozenset())
    assert rule.negation_cancels
    assert rule.quotation_cancels
    english = rule.texts[EN]
    assert (english.why, english.advice, english.unless) == ("It frightens.", "Ask.", ("$we",))
    assert [(p.match, p.fix, p.safe) for p in english.phrases] == [
        ("take * court", None, False),
        ("asap", "soon", True),
    ]
    flags, passes = english.examples
    assert (flags.text, flags.marks, flags.flags) == ("We take you to court.", ((3, 20),), True)
    assert flags.reworded is not None
    assert flags.reworded.marks == ((3, 8),)
    assert (passes.text, passes.marks, passes.flags) == ("We [really] ask.", (), False)


def test_a_coded_rule_as_written(tmp_path: Path) -> None:
    rule = load(write(tmp_path / "rules")).rules["loud"]
    assert (rule.check, rule.relaxed_at) == ("shouting", frozenset({Stage.FINAL}))
    assert rule.severity_on(Channel.SMS) is Severity.SUGGESTION
    assert rule.severity_on(Channel.EMAIL) is Severity.WARNING
    assert not rule.negation_cancels
    assert not rule.quotation_cancels
    assert [part.value for part in rule.parts] == ["body"]


def test_terms_and_facts_as_written(tmp_path: Path) -> None:
    book = load(write(tmp_path / "rules"))
    assert book.terms == {EN: {"we": ("we", "us")}, RU: {"we": ("мы",)}}
    (fact,) = book.facts(RU)
    assert (fact.type.value, fact.phrases, fact.unless) == ("thanks", ("спасибо",), ("$we",))
    assert [e.text for e in fact.examples] == ["Спасибо.", "Нет."]


def test_a_book_from_the_cache_is_the_same(tmp_path: Path) -> None:
    folder = write(tmp_path / "rules")
    first = load(folder)
    load.cache_clear()
    again = load(folder)
    assert again is not first
    assert (again.rules, again.terms) == (first.rules, first.terms)
    assert again.facts(EN) == first.facts(EN)


def test_a_changed_file_is_read_anew(tmp_path: Path) -> None:
    folder = write(tmp_path / "rules")
    load(folder)
    load.cache_clear()
    (folder / "threat" / "court.yaml").write_text(RULE.replace("Ask.", "Offer."), encoding="utf-8")
    assert load(folder).rules["court"].texts[EN].advice == "Offer."


@pytest.mark.parametrize("content", ["{}", "[]", "null", '{"rules": {}}', "{"])
def test_a_damaged_cache_is_read_over(tmp_path: Path, content: str) -> None:
    folder = write(tmp_path / "rules")
    load(folder)
    load.cache_clear()
    (kept,) = (tmp_path / "cache").glob("rules*")
    kept.write_text(content, encoding="utf-8")
    assert set(load(folder).rules) == {"court", "loud"}


@pytest.mark.parametrize(
    ("marked", "text", "marks"),
    [
        ("We [will sue].", "We will sue.", ((3, 11),)),
        ("[a] b [c]", "a b c", ((0, 1), (4, 5))),
        ("Say it.[] Now", "Say it. Now", ((7, 7),)),
        ("a [[b]] c", "a [b] c", ()),
        ("[a [[b]] c]", "a [b] c", ((0, 7),)),
        ("", "", ()),
    ],
)
def test_marks_are_taken_out(marked: str, text: str, marks: tuple[tuple[int, int], ...]) -> None:
    assert unmark(marked) == (text, marks)


@pytest.mark.parametrize(
    ("marked", "problem"),
    [
        ("We [will sue.", "«[» without «]»"),
        ("We will] sue.", "«]» without «[»"),
        ("We [will [sue].", "a second «[» before «]»"),
    ],
)
def test_marks_without_a_partner(marked: str, problem: str) -> None:
    with pytest.raises(RuleError, match=re.escape(problem)):
        unmark(marked)


# --- what is refused --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "line", "problem"),
    [
        ("severity: error", "severity: fatal", 1,
         "severity: found 'fatal', expected error, warning or suggestion"),
        ("severity: error\n", "", 1, "expected the key severity"),
        ("  why: It frightens.\n", "", 4, "en: expected the key why"),
        ("  why: It frightens.", "  why: [a, b]", 4,
         "en.why: found ['a', 'b'], expected a value of type string"),
        ("  advice: Ask.", "  advise: Ask.", 4, "en: unknown key advise; did you mean advice?"),
        ("guide: [G03]", "guide: [G36]", 2, "G36"),
        ("guide: [G03]\n", "", 1, "a rule of this category cites the guide lines"),
        ("guide: [G03]", "guide: G03", 2, "expected a value of type array"),
        ("    - take * court", "    - take * (court", 7,
         "en.phrases.0: phrase «take * (court», column 14: found the end, expected «)»"),
        ("    - take * court", "    - take * $curt", 7,
         "en.phrases.0: no term list is called $curt; expected we"),
        ("    - take * court", "    - take * $wee", 7, "did you mean we?"),
        ("match: asap", "match: a |", 8, "en.phrases.1: phrase «a |», column 4"),
        ("    - take * court", "    - '[verb pst]'", 7,
         "en.phrases.0: no tag of this language is called pst; did you mean past?"),
        ("[<подать в суд>]", "['подать[ing]']", 17, "no tag of this language is called ing"),
        ("  unless: [$we]", "  unless: ['@sum']", 9, "en.unless.0: phrase «@sum», column 1"),
        ("    - take * court", "    - no", 7, "en.phrases.0: "),
        ("fix: soon, ", "", 8, "en.phrases.1: "),
        ("We [take you to court].", "We take you to court.", 11,
         "en.examples.0.flags: expected a stretch marked by [ and ]"),
        ("To [court] we", "To [court we", 12, "«[» without «]»"),
        ("    - flags: We", "    - flag: We", 11, "flag"),
        ("  phrases: [<подать в суд>]\n", "", 15,
         "ru: expected phrases, or cannot: with the reason"),
        ("  phrases: [<подать в суд>]", "  phrases: []", 17, "ru.phrases: "),
        ("ru:\n", "en:\n", 14, "the key en stands on line 3 already"),
        ("  advice: Ask.", "  why: Ask.", 5, "the key why stands on line 4 already"),
        ("  advice: Ask.", "  advice: 'Ask.", 18, "not valid YAML"),
        ("severity: error", "severity: error\x07", 1, "not valid YAML"),
        ("ru:", "fr:", 1, "unknown key fr; expected channels"),
    ],
)  # fmt: skip
def test_a_rule_that_is_refused(
    tmp_path: Path, old: str, new: str, line: int, problem: str
) -> None:
    assert old in RULE
    folder = write(tmp_path / "rules", threat__court=RULE.replace(old, new))
    message = refusal(folder)
    assert message.startswith(f"{folder / 'threat' / 'court.yaml'}, line {line}: ")
    assert problem in message


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("menace__court", RULE, "no category is called menace"),
        ("threats__boo", RULE, "no category is called threats; did you mean threat?"),
        ("rudeness__court", RULE, "the rule id court is taken by rudeness/court.yaml"),
        ("threat__Court_Case", RULE, "expected a name of small letters and «-»"),
        ("terms__my-list", TERMS, "expected a name of small letters and «_»"),
        ("facts__weather", FACT, "a fact is named amount, due_date"),
        ("threat__empty", "", "line 1: found None, expected a value of type object"),
        ("threat__list", "- a\n- b\n", "line 1: found ['a', 'b'], expected a value of type object"),
        ("threat__latin", b"severity: \xff", "not UTF-8: invalid start byte at byte 10"),
        ("terms__odd", "en: [we, '(us']\n", "line 1: en.1: phrase «(us», column 4"),
        ("terms__odd", "en:\n  - we\n  - $nothing\n", "line 3: en.1: no term list is called"),
        ("terms__odd", "de: [wir]\n", "line 1: unknown key de; expected en or ru"),
        ("terms__odd", "en: [1]\n", "line 1: en.0: found 1, expected a value of type string"),
        ("terms__odd", "{}\n", "line 1: "),
        ("facts__thanks", FACT.replace("[спасибо]", "['[']"), "line 2: ru.phrases.0: "),
        ("plain__court", "en: [{match: court}]\n", "line 1: en.0: "),
        ("plain__court", "en:\n- match: court\n  fix: <pay\n", "line 3: en.0.fix: fix «<pay»"),
        ("plain__court", "en: [{match: a, fix: '{2} {1}'}]\n", "the words kept in the order"),
        ("plain__court", "ru: [{match: суд, fix: <судебов>}]\n", "ru.0.fix: found <судебов>"),
        ("plain__court", "ru: [{match: суд, explain: до 5 мая}]\n", "line 1: ru.0"),
        ("plain__court", "ru: [{match: $nope, fix: а}]\n", "ru.0: no term list is called $nope"),
        ("plain__courts", "en: [{match: a, fix: b}]\n", "no rule is called courts; did you mean"),
        ("rudeness__loud", CODED.replace("in: [body]", "in: [middle]"), "line 6: in.0: "),
        ("rudeness__loud", CODED.replace("sms:", "fax:"), "line 4: channels: "),
        ("rudeness__loud", CODED.replace("whisper", ""). replace(
            "advice: Whisper.", "advice: Whisper., phrases: [a]"),
         "line 9: en.phrases: a rule with check has no phrases"),
    ],
)  # fmt: skip
def test_a_file_that_is_refused(
    tmp_path: Path, name: str, content: str | bytes, problem: str
) -> None:
    folder = write(tmp_path / "rules", **{name: content})
    message = refusal(folder)
    assert message.startswith(str(folder))
    assert problem in message


def test_a_term_list_must_speak_the_language_of_its_user(tmp_path: Path) -> None:
    folder = write(tmp_path / "rules", terms__we="ru: [мы]\n", terms__us="en: [us]\n")
    assert "line 9: en.unless.0: no term list is called $we; expected us" in refusal(folder)


def test_a_folder_without_scores(tmp_path: Path) -> None:
    folder = write(tmp_path / "rules")
    (folder / "scores.yaml").unlink()
    assert refusal(folder).startswith(f"{folder / 'scores.yaml'}: a rule book needs it")
    assert "a rule book needs it" in refusal(tmp_path / "nowhere")


def test_scores_that_are_refused(tmp_path: Path) -> None:
    folder = write(tmp_path / "rules")
    (folder / "scores.yaml").write_text("limit: {en: a, ru: b}\n", encoding="utf-8")
    assert "scores.yaml, line 1: expected the key politeness" in refusal(folder)


# --- the rules that come with tonecheck -------------------------------------------------

UNCITED = {"G23", "G34"}
"""Advice that one message cannot break: it takes attachments, a series, a record."""


def phrases(book: RuleBook, language: Language) -> Iterator[tuple[str, str]]:
    """Every phrase of a language with its owner."""
    for rule in book.rules.values():
        text = rule.texts[language]
        yield from ((rule.id, p.match) for p in text.phrases)
        yield from ((rule.id, p) for p in text.unless)
    for name, entries in book.terms[language].items():
        yield from ((f"${name}", entry) for entry in entries)
    for fact in book.facts(language):
        yield from ((fact.type.value, p) for p in (*fact.phrases, *fact.unless))


def test_ids_are_kebab_case_and_told_from_categories() -> None:
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)+|[a-z]{4,}", rule) for rule in BOOK.rules)
    assert not set(BOOK.rules) & {category.value for category in Category}


def test_an_id_is_a_file_in_the_folder_of_its_category() -> None:
    for rule in BOOK.rules.values():
        assert (rules_folder() / rule.category.value / f"{rule.id}.yaml").is_file()


def test_every_advice_that_one_message_can_break_has_a_rule() -> None:
    cited = {line for rule in BOOK.rules.values() for line in rule.guide}
    assert cited <= set(GUIDE)
    assert set(GUIDE) - cited == UNCITED


def test_every_check_exists() -> None:
    assert {rule.check for rule in BOOK.rules.values() if rule.check} == set(CHECKS)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("rule", BOOK.rules.values(), ids=BOOK.rules)
def test_wording(rule: Rule, language: Language) -> None:
    text = rule.texts[language]
    for sentences in (text.why, text.advice):
        assert sentences.endswith("."), sentences
        assert sentences[0].isupper() or sentences[0] in '«“{"', sentences
        assert "  " not in sentences
    script = re.compile("[а-яё]" if language is RU else "[a-z]", re.IGNORECASE)
    assert script.search(text.why)
    assert script.search(text.advice)


@pytest.mark.parametrize("language", Language)
def test_no_fix_is_a_mistake_itself(language: Language) -> None:
    checker = Checker(Declared(language=language))
    for rule in BOOK.rules.values():
        for phrase in rule.texts[language].phrases:
            if not phrase.fix:
                continue
            report = checker.check_text(phrase.fix, subject="")
            found = {f.rule for f in report.findings if BOOK.rules[f.rule].is_phrased}
            assert not found, f"{rule.id}: the fix «{phrase.fix}» breaks {found}"


@pytest.mark.parametrize("language", Language)
def test_no_list_says_a_thing_twice(language: Language) -> None:
    for name, entries in BOOK.terms[language].items():
        assert not [e for e, n in Counter(entries).items() if n > 1], f"${name}"
    for rule in BOOK.rules.values():
        text = rule.texts[language]
        written = [p.match for p in text.phrases]
        assert not [p for p, n in Counter(written).items() if n > 1], rule.id
        assert not [p for p, n in Counter(text.unless).items() if n > 1], rule.id


@pytest.mark.parametrize("language", Language)
def test_no_alternative_is_written_twice(language: Language) -> None:
    for owner, phrase in phrases(BOOK, language):
        for options in alternatives(parse(phrase)):
            assert len(options) == len(set(options)), f"{owner}: {phrase}"


def alternatives(node: Node) -> Iterator[tuple[Node, ...]]:
    """The options of every choice in a phrase."""
    match node:
        case Either(items):
            yield items
        case Sequence(items) | AnyOrder(items, _):
            pass
        case Optional(item) | Marked(item) | NotHere(item):
            items = (item,)
        case _:
            return
    for item in items:
        yield from alternatives(item)


@pytest.mark.parametrize("language", Language)
def test_no_two_rules_have_the_same_phrase(language: Language) -> None:
    owners: dict[str, str] = {}
    for rule in BOOK.rules.values():
        for phrase in rule.texts[language].phrases:
            assert owners.setdefault(phrase.match, rule.id) == rule.id, phrase.match


@pytest.mark.parametrize("language", Language)
def test_every_word_of_a_phrase_is_one_word_of_a_text(language: Language) -> None:
    owners = {
        leaf.word: owner
        for owner, phrase in phrases(BOOK, language)
        for leaf in leaves(parse(phrase))
        # Endings of contractions and words that are read in pieces are no whole words.
        if isinstance(leaf, Word) and leaf.word and not re.search(r"^'|[./]|'s$", leaf.word)
    }
    read_words = {token.text for token in read("\n".join(owners), language).tokens}
    impossible = {(owner, word) for word, owner in owners.items() if word not in read_words}
    assert not impossible, f"can never match: {sorted(impossible)}"


def test_every_term_list_is_used() -> None:
    used = {
        leaf.name
        for language in Language
        for _, phrase in phrases(BOOK, language)
        for leaf in leaves(parse(phrase))
        if isinstance(leaf, Term)
    }
    # The scores ask for courteous requests.
    assert set().union(*BOOK.terms.values()) - used <= {"courteous_request"}


def test_the_scores_know_the_rules() -> None:
    categories = {category.value for category in Category}
    for name in ("politeness", "clarity"):
        assert set(BOOK.weights[name]["categories"]) <= categories
    assert set(BOOK.weights["clarity"]["rules"]) <= set(BOOK.rules)
