"""What ten times as many rules cost: time a message with 300 and with 3,000 rules.

    python benchmarks/rule_count.py [ROUNDS]

The rules are made up from the words of the labelled messages in ``corpora/``: five phrases
each, of the shapes that the bundled rules have (words with a gap, any order, alternatives, a
term list), so that they meet the messages as often as real ones do, and spread over the
categories that cues are weighed for. Timed is what grows with the rules: reading a message into
words, weighing its sentences and finding all phrases, without facts, scores and checks.
"""

from __future__ import annotations

import json
import os
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from tonecheck import cache
from tonecheck.languages import analyse
from tonecheck.noticing import Noticer
from tonecheck.observation import Facts
from tonecheck.readers import from_parts
from tonecheck.rulebook import RuleBook, load, rules_folder
from tonecheck.types import Context, FactType, Language

ROOT = Path(__file__).resolve().parent.parent
SIZES = (300, 3_000)
PHRASES_A_RULE = 5
LISTS = 60
ENTRIES = 40
MESSAGES = 100
FREQUENT = 0.2
"""The share of phrases with a word taken by its frequency: so that 1,000 phrases hit a message
about five times, as the bundled ones do."""


def texts(language: Language) -> list[str]:
    """Bodies of labelled messages."""
    lines = (
        line
        for file in sorted((ROOT / "corpora" / language.value).glob("*.jsonl"))
        for line in file.read_text(encoding="utf-8").splitlines()
    )
    return [json.loads(line)["text"] for line in lines][:MESSAGES]


def vocabulary(language: Language, bodies: list[str]) -> list[str]:
    """The words of the messages, each as often as it stands there."""
    return [
        token.norm
        for body in bodies
        for token in analyse(from_parts(None, body), language).words()
        if token.norm.isalpha()
    ]


def phrases(count: int, words: list[str], chance: random.Random) -> Iterator[str]:
    """Made-up phrases in the shapes of real ones."""
    rare = sorted(set(words))
    for number in range(count):
        common = chance.choice(words if chance.random() < FREQUENT else rare)
        one, two, three = chance.sample(rare, 3)
        yield (
            f"{common} *2 {one}",
            f"<{one} ({common}|{two})>",
            f"{one}|{two}|{three} ** {common}",
            f"({common}|{one}) *1 $list{number % LISTS} ~",
            f"<<{common} $list{number % LISTS} {two}>>",
        )[number % PHRASES_A_RULE]


def rule_book(language: Language, size: int, words: list[str]) -> RuleBook:
    """A book of made-up rules in one language."""
    chance = random.Random(size)
    rare = sorted(set(words))
    code = language.value
    terms = {f"list{n}": {code: chance.sample(rare, min(ENTRIES, len(rare)))} for n in range(LISTS)}
    made = list(phrases(size * PHRASES_A_RULE, words, chance))
    categories = load().cue_weights(language).categories
    rules = {}
    for number in range(size):
        own = made[number * PHRASES_A_RULE : (number + 1) * PHRASES_A_RULE]
        category = categories[number % len(categories)]
        rule = {"severity": "warning"}
        for other in Language:
            text = {"why": "Made up.", "advice": "None."}
            rule[other.value] = text | ({"phrases": own} if other is language else {})
        rules[f"{category}/made-{number}.yaml"] = rule
    data = {"rules": rules, "terms": terms, "facts": {}, "markers": {}, "plain": {}, "scores": {}}
    return RuleBook(data, f"made-{size}", rules_folder())


def seconds(
    language: Language, size: int, bodies: list[str], words: list[str]
) -> tuple[float, float]:
    """The time a message takes with ``size`` rules, and the hits a message for 1,000 phrases."""
    noticer = Noticer(rule_book(language, size, words))
    context = Context(language)
    facts: Facts = dict.fromkeys(FactType, ())

    def notice(body: str) -> int:
        return len(noticer.notice(analyse(from_parts(None, body), language), context, facts))

    for body in bodies:  # Matchers are built when their phrase is first tried.
        notice(body)
    started = time.perf_counter()
    hits = sum(map(notice, bodies))
    elapsed = time.perf_counter() - started
    return elapsed / len(bodies), hits * 1000 / len(bodies) / size / PHRASES_A_RULE


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    os.environ[cache.ENVIRONMENT_VARIABLE] = tempfile.mkdtemp()
    for language in Language:
        bodies = texts(language)
        words = vocabulary(language, bodies)
        pairs = [[seconds(language, size, bodies, words) for size in SIZES] for _ in range(rounds)]
        few, many = (median(pair[i][0] for pair in pairs) for i in range(2))
        ratio = median(pair[1][0] / pair[0][0] for pair in pairs)
        hits = median(pair[1][1] for pair in pairs)
        print(
            f"{language.value}: {SIZES[0]} rules {few * 1000:.1f} ms a message, "
            f"{SIZES[1]:,} rules {many * 1000:.1f} ms, ratio {ratio:.2f} "
            f"(medians of {rounds}; {hits:.1f} hits a message for 1,000 phrases)"
        )


if __name__ == "__main__":
    main()
