"""Generated messages and templates, fixed: facts stay, scores do not fall, twice is once."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tonecheck.engine import Checker
from tonecheck.fixes import repair
from tonecheck.types import Category, Channel, Declared, Kind, Language, MessageReport, Stage

TAKEN_OUT = (Category.THREAT, Category.PENALTY)

SENTENCES = {
    Language.EN: [
        "You have ignored invoice {ref} again.",
        "I demand {amount} by {day}, no excuses!!!",
        "If {amount} is not here by {day}, we will see you in court.",
        "You promised to pay on {day} and lied, {name}.",
        "{name}, WHERE IS OUR MONEY?",
        "It is a disgrace that invoice {ref} for {amount} is still open.",
        "Thank you for your order.",
        "Pay at {link} immediately or face the consequences.",
        "Everybody else has paid, only you have not.",
        "Pursuant to the aforesaid agreement {ref}, kindly remit {amount}.",
        "You can pay by card; call {phone} with questions.",
        "A late fee of $15 a day will teach you to be punctual.",
    ],
    Language.RU: [
        "Вы опять не оплатили счёт № {ref}.",
        "Требуем {amount} до {day}, без отговорок!!!",
        "Если {amount} не придёт до {day}, встретимся в суде.",
        "Вы обещали заплатить {day} и обманули, {name}.",
        "{name}, ГДЕ НАШИ ДЕНЬГИ?",
        "Стыдно, что договор № {ref} на {amount} до сих пор не оплачен.",
        "Спасибо за заказ.",
        "Платите на {link} немедленно, иначе пеняйте на себя.",
        "Все заплатили, остались вы одни.",
        "Во исполнение договора № {ref} надлежит произвести оплату в размере {amount}.",
        "Оплатить можно картой; вопросы по телефону {phone}.",
        "Пеня 500 руб. в день научит вас платить вовремя.",
    ],
}
FACTS = {
    Language.EN: {
        "ref": ["204", "INV-7781", "{{{{ invoice_number }}}}"],
        "amount": ["$480", "£1,250.00", "{{{{ amount }}}}"],
        "day": ["5 March 2026", "Friday", "{{{{ due_date }}}}"],
        "name": ["Anna", "Mr Osei", "{{{{ client_name }}}}"],
        "link": ["https://pay.example/204", "{{{{ payment_link }}}}"],
        "phone": ["+1 312 555 0143"],
    },
    Language.RU: {
        "ref": ["204", "12-Г", "{{{{ invoice_number }}}}"],
        "amount": ["12 000 руб.", "4 500 ₽", "{{{{ amount }}}}"],
        "day": ["5 марта 2026 года", "5 марта", "{{{{ due_date }}}}"],
        "name": ["Анна", "Ирина Павловна", "{{{{ client_name }}}}"],
        "link": ["https://pay.example/204", "{{{{ payment_link }}}}"],
        "phone": ["+7 905 123-45-60"],
    },
}


@st.composite
def messages(draw: st.DrawFn) -> tuple[Language, str, list[str], Declared]:
    """A message with the facts in it that no threat holds, and its circumstances."""
    language = draw(st.sampled_from(Language))
    sentences, kept = [], []
    for sentence in draw(st.lists(st.sampled_from(SENTENCES[language]), min_size=1, max_size=5)):
        chosen = {k: draw(st.sampled_from(v)).format() for k, v in FACTS[language].items()}
        sentences.append(sentence.format(**chosen))
        kept += [text for name, text in chosen.items() if "{" + name + "}" in sentence]
    breaks = draw(st.lists(st.sampled_from([" ", "\n\n", "\n"]), min_size=5, max_size=5))
    text = "".join(s + b for s, b in zip(sentences, breaks, strict=False)).rstrip()
    said = Declared(
        language=language,
        stage=draw(st.sampled_from([Stage.OVERDUE, Stage.PRE_DUE, Stage.FINAL, Stage.DISPUTED])),
        channel=draw(st.sampled_from(Channel)),
        kind=Kind.TEMPLATE if "{{" in text else Kind.DRAFT,
    )
    return language, text, kept, said


@settings(max_examples=60, deadline=None)
@given(messages())
def test_fixes_keep_what_they_promise(case: tuple[Language, str, list[str], Declared]) -> None:
    _, text, kept, said = case
    checker = Checker(said)

    def check(source: str) -> list[MessageReport]:
        return checker.check_source(source, path="x", suffix=".txt")

    before = check(text)[0]
    taken = [
        text[edit.start : edit.end]
        for finding in before.findings
        if finding.category in TAKEN_OUT
        for fix in finding.fixes
        for edit in fix.edits
    ]
    repaired = repair(text, check, unsafe=True).after
    lost = [fact for fact in kept if fact not in repaired]
    assert all(any(fact in threat for threat in taken) for fact in lost), lost
    assert not [fact for fact in lost if fact.startswith(("{{", "http", "+"))], lost
    after = check(repaired)[0]
    assert after.politeness.value >= before.politeness.value
    assert after.clarity.value >= before.clarity.value
    assert repair(repaired, check, unsafe=True).after == repaired


@settings(max_examples=40, deadline=None)
@given(messages())
def test_each_fix_alone_brings_nothing_new(
    case: tuple[Language, str, list[str], Declared],
) -> None:
    _, text, _, said = case
    checker = Checker(said)
    before = checker.check_source(text, path="x")[0]
    rules = [f.rule for f in before.findings]
    for fix in {fix.edits: fix for f in before.findings for fix in f.fixes if fix.edits}.values():
        changed = text
        for edit in sorted(fix.edits, key=lambda e: (-e.start, -e.end)):
            changed = changed[: edit.start] + edit.replacement + changed[edit.end :]
        after = checker.check_source(changed, path="x")[0]
        found = [f.rule for f in after.findings if f.category is not Category.PLACEHOLDER]
        assert all(found.count(rule) <= rules.count(rule) for rule in found), fix.label
