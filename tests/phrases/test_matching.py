"""What a phrase matches: words by lemma, tags, gaps, order, marks, in both languages."""

from __future__ import annotations

import pytest

from tests.phrases.finding import found, hits
from tonecheck.phrases import PhraseError
from tonecheck.types import Language

EN, RU = Language.EN, Language.RU

TERMS = {
    "we": ["we", "our team"],
    "step": ["court", "legal action", "$deep"],
    "deep": ["writ|claim"],
    "we_ru": ["мы", "наш компания"],
    "me": ["i", "$myself"],
    "myself": ["$me"],
}


@pytest.mark.parametrize(
    ("phrase", "text", "expected"),
    [
        # A dictionary form stands for all of its forms, another form for all it can be of.
        ("pay", "Pay, pays, paid and paying; payment.", ["Pay", "pays", "paid", "paying"]),
        ("paid", "We pay. We paid.", ["pay", "paid"]),
        ("leave", "He left. He leaves.", ["left", "leaves"]),
        ("left", "He left. He leaves.", ["left"]),
        ("be", "We are, I was, it is, to be.", ["are", "was", "is", "be"]),
        ("we", "We told us so.", ["We", "us"]),
        ("=paying", "Paying? He pays.", ["Paying"]),
        ("PAY", "pay", ["pay"]),
        # Tags.
        ("[past] you", "We called you. We call you.", ["called you"]),
        ("pay[past]", "He paid. He pays.", ["paid"]),
        ("=paid[past]", "He paid. He pays.", ["paid"]),
        ("send[ing]|=sent it", "Sending it, sent it, send it.", ["Sending it", "sent it"]),
        # Contractions are two words, whatever their apostrophe.
        ("do not", "We don't, don’t, dont, do not.", ["don't", "don’t", "dont", "do not"]),
        ("can not", "I can't, can’t, cannot, cant.", ["can't", "can’t", "cannot", "cant"]),
        ("will not", "I won't, won’t, wont.", ["won't", "won’t", "wont"]),
        ("be not", "It isn't, they aren’t.", ["isn't", "aren’t"]),
        ("we will", "We'll see. We’ll see.", ["We'll", "We’ll"]),
        ("you have", "You've, you’ve and youve.", ["You've", "you’ve", "youve"]),
        ("they be", "They're here, they’re there.", ["They're", "they’re"]),
        ("it 's", "It's, it’s.", ["It's", "it’s"]),
        # Alternatives, options, groups.
        ("pay|settle it", "Pay it. Settle it. Do it.", ["Pay it", "Settle it"]),
        ("pay|settle it", "Settled now? Paying it?", ["Paying it"]),
        ("pay the? bill", "Pay the bill. Pay bill. Pay a bill.", ["Pay the bill", "Pay bill"]),
        ("(take action|go to court) now", "Take action now, go to court now.",
         ["Take action now", "go to court now"]),
        ("pay | settle up", "Pay. Settle up. Settle.", ["Pay", "Settle up"]),
        # Gaps count words, not marks, and stay inside the sentence or the clause.
        ("pay * now", "Pay a b c now.", ["Pay a b c now"]),
        ("pay * now", "Pay a b c d now.", []),
        ("pay * now", "Pay. Now.", []),
        ("pay *0 now", "Pay, now. Pay it now.", ["Pay, now"]),
        ("pay *5 now", "Pay, (please) do it, now.", ["Pay, (please) do it, now"]),
        ("pay ** now", "Pay the whole of the open sum right now.",
         ["Pay the whole of the open sum right now"]),
        ("pay ** now", "Pay the sum, if you can do it now.", []),
        ("pay ~", "Please pay the sum, if you can.", ["pay the sum"]),
        ("pay ~~", "Please pay the sum, if you can. Thanks.", ["pay the sum, if you can"]),
        ("pay ~", "Please pay.", ["pay"]),
        # Any order.
        ("<bill you pay>", "You paid a bill. A bill, if you paid.", ["You paid a bill"]),
        ("<<bill you pay>>", "A bill, if you paid.", ["bill, if you paid"]),
        ("<pay soon? bill>", "Bill paid. Paid soon, bill. Soon pay it.",
         ["Bill paid", "Paid soon, bill"]),
        # Marks, negative look-ahead, sentence start.
        ("if {we sue}", "If we sue you. We sue.", ["we sue"]),
        ("{we} * pay", "We should pay. Should we pay?", ["We", "we"]),
        ("pay !now it", "Pay it. Pay now it.", ["Pay it"]),
        ("pay !(it|them) ~", "Pay it. Pay us.", ["Pay us"]),
        ("pay !now", "Please pay", ["pay"]),
        ("^ pay", "Pay now. We pay. Pay!", ["Pay", "Pay"]),
        ("pay , and wait", "Pay, and wait. Pay and wait.", ["Pay, and wait"]),
        (r"pay \? wait", "Pay? Wait.", []),
        (r"pay \!", "Pay! Pay.", ["Pay"]),
        ("art.|s. @number", "Under Art. 5 and s. 7, not art 6.", ["Art. 5", "s. 7"]),
        ("c/fwd|w/o|a/c it", "The c/fwd it is, w/o it, a/c it.", ["c/fwd it", "w/o it", "a/c it"]),
        ("everyone's patience", "Everyone's patience, everyone’s patience.",
         ["Everyone's patience", "everyone’s patience"]),
        ("add * % more", "We add 5% more.", ["add 5% more"]),
        # Facts.
        ("@amount now", "Pay $1,250.00 now, or 500 EUR now.", ["$1,250.00 now", "500 EUR now"]),
        ("by {@date}", "Pay by 5 March 2026, by all means.", ["5 March 2026"]),
        ("call @phone", "Call +44 20 7946 0958 now.", ["Call +44 20 7946 0958"]),
        ("see @link", "See https://pay.example/a?b=c now.", ["See https://pay.example/a?b=c"]),
        ("dear @placeholder", "Dear {{ name }}, hello.", ["Dear \ue000"]),
        ("dear @name", "Dear Anna, hello.", ["Dear Anna"]),
        ("@number of", "Two of 12 of them.", ["12 of"]),
        # Quotation marks and emphasis do not part words.
        ("final notice", 'A "final" notice, *final* notice.', ['final" notice', "final* notice"]),
        ("pay now", "Pay  now. PAY NOW. pay «now»", ["Pay  now", "PAY NOW", "pay «now"]),
        # Term lists, nested.
        ("$we * $step", "We want court. Our team takes legal action. We file writs.",
         ["We want court", "Our team takes legal action", "We file writs"]),
        # Opaque words hide what is in them.
        ("pay", "See pay.example or pay@shop.example or pay-now.pdf.", []),
        # Codes and figures match as a whole only.
        ("26AS|1099 now", "See 26AS now, 1099 now, X-26AS now.", ["26AS now", "1099 now"]),
        ("pay", "See pay-17 and PAY17.", []),
        # Overlapping hits of one phrase are one after the other.
        ("pay pay", "Pay pay pay pay pay.", ["Pay pay", "pay pay"]),
    ],
)  # fmt: skip
def test_english(phrase: str, text: str, expected: list[str]) -> None:
    assert found(phrase, text, EN, TERMS) == expected


@pytest.mark.parametrize(
    ("phrase", "text", "expected"),
    [
        # Case, number, tense and aspect.
        ("счёт", "Счёту, счетов, СЧЕТА; счётчик.", ["Счёту", "счетов", "СЧЕТА"]),
        ("счет", "Вот счёт.", ["счёт"]),
        ("оплатить", "Оплачиваете? Оплатите! Оплачено, оплаченный, оплатив.",
         ["Оплачиваете", "Оплатите", "Оплачено", "оплаченный", "оплатив"]),
        ("оплачивать", "Вы оплатили. Вы оплачиваете.", ["оплатили", "оплачиваете"]),
        ("оплатили", "Оплатите. Оплачивает.", ["Оплатите", "Оплачивает"]),
        ("=оплатили", "Вы оплатили. Вы оплатите.", ["оплатили"]),
        ("мы", "Мы ждём, нас нет, к нам.", ["Мы", "нас", "нам"]),
        ("ещё", "Еще раз, ещё раз.", ["Еще", "ещё"]),
        # Look-alike letters.
        ("суд", "В сyд, в cуд, в суд.", ["сyд", "cуд", "суд"]),
        ("оплатить", "Oплaтите счёт.", ["Oплaтите"]),
        # Tags.
        ("не [past]", "Не оплатили. Не оплачивает.", ["Не оплатили"]),
        ("оплатить[imp]", "Оплатите! Вы оплатили.", ["Оплатите"]),
        ("[noun dat]", "Судье ждать.", ["Судье"]),
        # Gaps, order, marks.
        ("не * оплатить", "Не смогли вовремя оплатить.", ["Не смогли вовремя оплатить"]),
        ("<вы просрочить оплата>", "Оплату вы снова просрочили.", ["Оплату вы снова просрочили"]),
        ("<вы просрочить оплата>", "Просрочили вы оплату!", ["Просрочили вы оплату"]),
        ("<вы просрочить оплата>", "Вы писали, что оплата просрочена.", []),
        ("<<вы просрочить оплата>>", "Вы писали, что оплата просрочена.",
         ["Вы писали, что оплата просрочена"]),
        ("<$we_ru подать в суд>", "В суд подаст наша компания.", ["В суд подаст наша компания"]),
        ("если {оплатить ~}", "Если не оплатите. Если оплатите до 5, мы рады.", ["оплатите до 5"]),
        ("пеня|штраф", "Пени и штрафы.", ["Пени", "штрафы"]),
        ("^ срочно", "Срочно! Очень срочно.", ["Срочно"]),
        ("{@amount} * сейчас", "Оплатите 12 500 руб. прямо сейчас.", ["12 500 руб."]),
        ("до @date", "Оплатите до 5 марта 2026 г. или до конца.", ["до 5 марта 2026 г."]),
        ("из-за вы", "Из-за вас.", ["Из-за вас"]),
        ("т.е. срок", "Т.е. срок вышел, т. е. срок.", ["Т.е. срок", "т. е. срок"]),
        ("п/п 5", "В п/п 5 сказано.", ["п/п 5"]),
        ("т. е. срок", "Вышел, т. е. срок прошёл.", ["т. е. срок"]),
        ("корр. счёт", "Наш корр. счёт прежний.", ["корр. счёт"]),
        ("!не оплатить", "Не оплатили. Оплатили.", ["оплатили", "Оплатили"]),
    ],
)  # fmt: skip
def test_russian(phrase: str, text: str, expected: list[str]) -> None:
    assert found(phrase, text, RU, TERMS) == expected


@pytest.mark.parametrize(
    ("phrase", "text", "spent"),
    [
        ("we * sue", "So we may soon sue you.", ["we", "sue"]),
        ("if {we sue}", "If we sue you.", ["If", "we", "sue"]),
        ("<sue we>", "We might sue.", ["We", "sue"]),
        ("do not pay", "You don't pay.", ["do", "n't", "pay"]),
        ("pay ~", "We pay it soon.", ["pay"]),
    ],
)
def test_a_hit_knows_the_words_that_its_phrase_named(
    phrase: str, text: str, spent: list[str]
) -> None:
    analysis, (hit,) = hits(phrase, text, EN)
    assert [analysis.tokens[i].text for i in sorted(hit.spent)] == spent


@pytest.mark.parametrize(
    ("phrase", "problem"),
    [
        ("$stap", "there is no term list $stap in rules/terms/; did you mean $step?"),
        ("$zzz", "there is no term list $zzz in rules/terms/"),
        ("$me", "term list $me contains itself: me > myself"),
        ("stop?", "needs at least one word, @class or [tag] that is not optional"),
        ("a|b?", "needs at least one word"),
        ("* ~", "needs at least one word"),
        ("^", "needs at least one word"),
        ("!pay", "needs at least one word"),
        ("<a? b?>", "needs at least one word"),
        ("pay (", "column 6"),
    ],
)
def test_a_phrase_that_cannot_be_used(phrase: str, problem: str) -> None:
    with pytest.raises(PhraseError) as caught:
        found(phrase, "We pay.", EN, TERMS)
    assert str(caught.value).startswith("test: ")
    assert problem in str(caught.value)


def test_an_entry_of_a_term_list_that_cannot_be_read_is_named() -> None:
    with pytest.raises(PhraseError, match=r"test: term list \$bad: phrase «a \|», column 4"):
        found("$bad", "We pay.", EN, {"bad": ["a |"]})


@pytest.mark.parametrize(
    "text", ["", "!", "\n\n", "\ue000", "pay", "pay " * 300, "not " * 300, "«" * 50]
)
@pytest.mark.parametrize(
    "phrase", ["pay ** pay ** pay now", "<pay now not never>", "* not *9 pay ~~", "{not} ** ~"]
)
def test_long_and_empty_texts_come_to_an_end(phrase: str, text: str) -> None:
    assert all(hit.first < hit.last for hit in hits(phrase, text, EN)[1])
