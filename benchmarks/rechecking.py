"""How long a message is checked, with its fixes tried out: at first, again, with a word changed.

    python benchmarks/rechecking.py [MESSAGES]

The messages are those of ``corpora/`` that have 130 to 175 words; the rule book is warm, and no
sentence of theirs was read before. Milliseconds of processor time, so that other work on the
machine matters less.
"""

from __future__ import annotations

import json
import random
import sys
import time
from pathlib import Path
from statistics import median, quantiles

from tonecheck.engine import Checker

ROOT = Path(__file__).resolve().parent.parent
WORDS = range(130, 176)
OTHERS = ("eighth.jsonl", "tenth.jsonl", "eleventh.jsonl")
"""What warms the rule book, and what is kept for other measurements."""
NEW_WORDS = {"en": ("however", "today", "garden"), "ru": ("однако", "сегодня", "сад")}
CHANGES = 3


def read(path: Path) -> list[dict[str, str]]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def chosen(language: str, count: int) -> list[dict[str, str]]:
    """Messages of the right length, always the same."""
    found: list[dict[str, str]] = []
    for path in sorted((ROOT / "corpora" / language).glob("*.jsonl")):
        if path.name not in OTHERS:
            found += [m for m in read(path) if len(m["text"].split()) in WORDS]
    random.Random(1).shuffle(found)
    return found[:count]


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    print(f"{'':8}{'':24}{'median':>10}{'p95':>8}   ms of processor time a message")
    for language, words in NEW_WORDS.items():
        checker = Checker()

        def timed(text: str, subject: str | None, checker: Checker = checker) -> float:
            started = time.process_time()
            checker.check_text(text, subject=subject or "")
            return (time.process_time() - started) * 1000

        for message in read(ROOT / "corpora" / language / OTHERS[0]):
            timed(message["text"], message.get("subject"))
        chance = random.Random(2)
        times: dict[str, list[float]] = {"first": [], "again": [], "one word changed": []}
        for message in chosen(language, count):
            subject, parts = message.get("subject"), message["text"].split(" ")
            for name in ("first", "again"):
                times[name].append(timed(message["text"], subject))
            for _ in range(CHANGES):
                parts[chance.randrange(len(parts))] = chance.choice(words)
                times["one word changed"].append(timed(" ".join(parts), subject))
        for name, found in times.items():
            slow = quantiles(found, n=20)[-1]
            print(f"{language:8}{name:24}{median(found):>10.1f}{slow:>8.1f}")


if __name__ == "__main__":
    main()
