"""Sentences that hurt, mended: what is written instead, and what must not be touched."""

from __future__ import annotations

import pytest

from tonecheck.engine import Checker
from tonecheck.fixes import repair
from tonecheck.types import Channel, Declared, Finding, Language, Stage

EN = """Dear Anna,

{}Invoice 204 for $480 was due on 5 March 2026. Pay by transfer or call +1 312 555 0143.{}

Kind regards,
Tom Reed
"""
RU = """Анна, здравствуйте!

{}Счёт № 204 на 12 000 руб. был до 5 марта 2026 года. Оплата картой, телефон +7 905 123-45-60.{}

С уважением,
Олег Крылов
"""
OWN = {Language.EN: EN, Language.RU: RU}


def mended(text: str, language: Language, stage: Stage = Stage.OVERDUE) -> str:
    """A sentence after its fix, when it stands at the end of a letter that is else in order."""
    letter = OWN[language].format("", f" {text}")
    checker = Checker(Declared(language=language, stage=stage))
    found = checker.check_text(letter, subject="").findings
    start = letter.index(text)
    edits = {
        fix.edits
        for finding in found
        if start <= finding.start < finding.end <= start + len(text)
        for fix in finding.fixes[:1]
    }
    assert len(edits) == 1, "expected one fix for all that was found in the sentence"
    after = letter
    for edit in sorted(edits.pop(), key=lambda e: -e.start):
        after = after[: edit.start] + edit.replacement + after[edit.end :]
    before, behind = OWN[language].split("{}")[1:]
    return after[after.index(before) + len(before) : after.rindex(behind)].strip()


ENGLISH = [
    # Nothing but a reproach, an insult, at the end of the message: an offer to talk.
    (
        "You have ignored all my messages.",
        "If there is a difficulty with the payment, please let me know.",
    ),
    (
        "You are a liar and a cheat.",
        "If there is a difficulty with the payment, please let us know.",
    ),
    # The name by which somebody is called stays.
    (
        "Everyone else has paid, Anna.",
        "If there is a difficulty with the payment, please let us know, Anna.",
    ),
    # A threat is taken out whole.
    ("Otherwise we will see you in court.", ""),
    # What hurts is cut off where the rest can stand alone.
    (
        "The balance can be paid in cash, and you are a liar.",
        "The balance can be paid in cash.",
    ),
    # What is owed for stays; somebody else's pension goes with the guilt.
    ("You still have not paid for the quilt.", "The payment for the quilt has not reached us yet."),
    (
        "Bernice paid last week on a pension, you ought to be ashamed.",
        "If there is a difficulty with the payment, please let us know.",
    ),
    # A day that was promised is none on which it was due; a time of day is a deadline.
    (
        "You promised to pay on 20 March and lied.",
        "The payment was expected on 20 March and has not reached us yet.",
    ),
    (
        "You have until 5 pm tomorrow, period.",
        "Could you please make the payment by 5 pm tomorrow?",
    ),
    ("Pay tomorrow by 12 noon or else!", "Could you please make the payment tomorrow by 12 noon?"),
    # The facts of a demand go into a request.
    (
        "I demand that you pay the $95 for order 7781 by Friday.",
        "Could you please pay $95 for order 7781 by Friday?",
    ),
]


@pytest.mark.parametrize(("hurting", "instead"), ENGLISH)
def test_english(hurting: str, instead: str) -> None:
    assert mended(hurting, Language.EN) == instead


RUSSIAN = [
    ("Мне стыдно за вас.", "Если с оплатой возникли трудности, напишите, пожалуйста."),
    ("Иначе мы подадим на вас в суд.", ""),
    (
        "Требуем немедленно перевести 4 500 руб. по договору № 12-Г до пятницы.",
        "Подскажите, пожалуйста, сможете ли оплатить 4 500 руб. по договору № 12-Г до пятницы?",
    ),
    ("Вы до сих пор не заплатили за рассаду.", "Оплата за рассаду пока не поступила."),
    (
        "Вы обещали заплатить 20 марта и обманули.",
        "Оплату ждали 20 марта, она пока не поступила.",
    ),
    (
        "Жду деньги до 20:00, и точка!",
        "Подскажите, пожалуйста, сможете ли внести оплату до 20:00?",
    ),
    # Another's word is no deadline.
    ("«Завтра» у нас отменили, платите немедленно!", "Подскажите, пожалуйста, когда ждать оплату?"),
    (
        "Вы просрочили оплату квитанции № 317.",
        "По квитанции № 317 оплата пока не поступила.",
    ),
]


@pytest.mark.parametrize(("hurting", "instead"), RUSSIAN)
def test_russian(hurting: str, instead: str) -> None:
    assert mended(hurting, Language.RU) == instead


def first_fix(text: str, language: Language, rule: str) -> Finding:
    found = Checker(Declared(language=language)).check_text(text, subject="").findings
    return next(finding for finding in found if finding.rule == rule)


@pytest.mark.parametrize(
    ("before", "said"),
    [
        ("Твоя карта у меня записана.", "или больше времени, напиши, пожалуйста."),
        ("Ваша карта у меня записана.", "или больше времени, напишите, пожалуйста."),
    ],
)
def test_russian_speaks_as_the_message_does(before: str, said: str) -> None:
    text = f"Вадим, 12 000 руб. по договору № 8 ждали до 5 мая. {before} Мне стыдно за всех нас."
    checker = Checker(Declared(language=Language.RU, channel=Channel.MESSENGER))
    assert said in repair(text, lambda s: [checker.check_text(s, subject="")], unsafe=True).after


def test_a_sentence_is_said_once() -> None:
    text = EN.format(
        "", " I am deeply disappointed in you. My children go hungry because of you. Shame on you!"
    )
    checker = Checker(Declared(language=Language.EN))
    after = repair(text, lambda s: [checker.check_text(s, subject="")], unsafe=True).after
    sentences = [s for s in after.replace("\n", " ").split(". ") if s]
    assert len(sentences) == len(set(sentences))


def test_a_reminder_that_only_threatens_still_asks() -> None:
    checker = Checker(Declared(language=Language.EN, channel=Channel.SMS))
    after = repair(
        "Anna, see you in court.", lambda s: [checker.check_text(s, subject="")], unsafe=True
    ).after
    assert "court" not in after
    assert "payment?" in after


COMMENTS = [
    (
        EN,
        Language.EN,
        "Every other client has paid. So people ask me why you get special treatment.",
        "special treatment",
    ),
    (RU, Language.RU, "Все давно заплатили, кроме вас. Вот и вся благодарность.", "благодарность"),
]


@pytest.mark.parametrize(("letter", "language", "said", "orphan"), COMMENTS)
def test_a_comment_goes_with_what_it_is_about(
    letter: str, language: Language, said: str, orphan: str
) -> None:
    checker = Checker(Declared(language=language, stage=Stage.OVERDUE))
    after = repair(
        letter.format("", f" {said}"), lambda s: [checker.check_text(s, subject="")], unsafe=True
    ).after
    assert orphan not in after


GREETINGS = [
    ("Customer good evening. ", "Good evening. ", Language.EN),
    ("Dear Exporter, ", "Hello, ", Language.EN),
    ("Доктор, добрый день. ", "Добрый день. ", Language.RU),
    # Who writes to many means them.
    ("Dear parents, ", "Dear parents, ", Language.EN),
    ("Дорогие мамы и папы! ", "Дорогие мамы и папы! ", Language.RU),
    # It goes on.
    (
        "Господа хоккеисты и, главное, их спонсоры! ",
        "Господа хоккеисты и, главное, их спонсоры! ",
        Language.RU,
    ),
]


@pytest.mark.parametrize(("before", "instead", "language"), GREETINGS)
def test_a_greeting_without_its_role(before: str, instead: str, language: Language) -> None:
    body = {
        Language.EN: "Invoice 204 for $480 was due on 5 March. You can pay by card. Thank you.",
        Language.RU: "Счёт № 204 на 12 000 руб. был до 5 марта. Оплата картой. Спасибо.",
    }[language]
    checker = Checker(Declared(language=language, channel=Channel.MESSENGER))
    check = lambda source: [checker.check_text(source, subject="")]  # noqa: E731
    assert repair(before + body, check, unsafe=True).after.startswith(instead)


@pytest.mark.parametrize(
    ("text", "language", "gone"),
    [
        (
            "Hi Tom. You know yourself what it comes to. Pay by card, please. Thank you, Ann.",
            Language.EN,
            "know yourself",
        ),
    ],
)
def test_a_vague_sentence_makes_room_for_the_facts(
    text: str, language: Language, gone: str
) -> None:
    checker = Checker(Declared(language=language, stage=Stage.OVERDUE))
    check = lambda source: [checker.check_text(source, subject="")]  # noqa: E731
    after = repair(text, check, unsafe=True).after
    assert "[amount]" in after
    assert gone not in after


def test_a_circular_is_not_asked_for_one_invoice_number() -> None:
    text = (
        "Dear parents,\n\nThe fee of $90 is due on 5 May 2027. Pay by card.\n\nKind regards,\nAnn\n"
    )
    checker = Checker(Declared(language=Language.EN, channel=Channel.EMAIL))
    check = lambda source: [checker.check_text(source, subject="")]  # noqa: E731
    assert "[invoice number]" not in repair(text, check, unsafe=True).after


def test_nobody_is_asked_to_write_twice() -> None:
    text = EN.format("", " If anything is unclear, ring me any time. Shame on you!")
    checker = Checker(Declared(language=Language.EN))
    after = repair(text, lambda s: [checker.check_text(s, subject="")], unsafe=True).after
    assert "Shame" not in after
    assert after.count("If ") == 1


def test_what_the_next_sentence_hangs_on_stays() -> None:
    text = RU.format(
        "", " Если не заплатите, отключим вам интернет. Чтобы до этого не дошло, позвоните нам."
    )
    finding = first_fix(text, Language.RU, "service-cutoff-threat")
    assert not [fix for fix in finding.fixes if fix.edits]


@pytest.mark.parametrize(
    "story", ["You lied to Peter on Monday.", "You told Maria a pack of lies on 12 February."]
)
def test_a_story_with_names_and_days_is_left_to_a_person(story: str) -> None:
    text = EN.format("", f" {story}")
    place = text.index(story)
    found = [f for f in Checker().check_text(text, subject="").findings if f.start >= place]
    assert found
    assert not [fix for f in found if f.start < f.end for fix in f.fixes if fix.edits]
    assert all(f.fixes for f in found if f.start < f.end), "advice at least"


def test_a_number_is_the_same_whatever_case_its_noun_is_in() -> None:
    """«оплату счёта № 318» becomes «по счёту № 318», and the number is not lost."""
    text = "Марина Олеговна, здравствуйте!\n\nВы просрочили оплату счёта № 318 на 45 000 рублей.\n"
    after = repair(text, lambda s: Checker().check_source(s, path="x"), unsafe=True).after
    assert "По счёту № 318 к оплате 45 000 рублей, оплата пока не поступила." in after


TEMPLATES = [
    # A currency belongs to its hole.
    (
        "a.j2",
        "You failed to pay {{ total }} EUR for invoice {{ no }}.",
        "The {{ total }} EUR for invoice {{ no }} is still outstanding.",
    ),
    # What a bullet or a heading announces stays, and so does an open bracket's sentence.
    ("b.md", "## Pay now or else!", "## Pay now or else!"),
    ("c.md", "- You are a liar.", "- You are a liar."),
    (
        "d.txt",
        "You must pay or a fee of 5% (min. $10) applies.",
        "You must pay or a fee of 5% (min. $10) applies.",
    ),
    # Several sums, a time of day: only a person can say it anew.
    (
        "e.txt",
        "You haven't paid the $40 plus $5 delivery due 3 May 2027.",
        "You haven't paid the $40 plus $5 delivery due 3 May 2027.",
    ),
]


@pytest.mark.parametrize(("suffix", "hurting", "instead"), TEMPLATES)
def test_in_its_place(suffix: str, hurting: str, instead: str) -> None:
    checker = Checker(Declared(language=Language.EN, channel=Channel.MESSENGER))
    text = f"The invoice is open.\n\n{hurting}\n\nThank you, the details are attached.\n"
    check = lambda source: checker.check_source(source, path="x", suffix=suffix)  # noqa: E731
    assert f"\n\n{instead}" in repair(text, check, unsafe=True).after


def test_a_long_message_is_checked_in_bounded_time() -> None:
    paragraph = "You have ignored invoice 2041 again. I am really disappointed in you!!!\n\n"
    report = Checker().check_source(paragraph * 300, path="x")[0]
    assert len(report.findings) > 300
