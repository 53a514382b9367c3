"""Messages a second and peak memory on one core: 1,000 and 10,000 messages of about 120 words.

    python benchmarks/throughput.py

Half of the messages are Russian. They are made from the labelled messages in ``corpora/``,
joined to about 120 words, each with figures of its own, so that no two are the same. Each size
runs in a process of its own.
"""

from __future__ import annotations

import json
import random
import re
import resource
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WORDS = 120
SIZES = (1_000, 10_000)


def messages(count: int) -> list[str]:
    """``count`` different messages, English and Russian in turn."""
    chance = random.Random(count)
    bodies = {
        language: [
            json.loads(line)["text"]
            for line in (ROOT / "corpora" / language / "reminders.jsonl")
            .read_text(encoding="utf-8")
            .splitlines()
        ]
        for language in ("en", "ru")
    }
    made = []
    for number in range(count):
        texts = bodies["en" if number % 2 == 0 else "ru"]
        parts: list[str] = []
        while sum(len(p.split()) for p in parts) < WORDS * 0.85:
            parts.append(chance.choice(texts))
        words = " ".join(parts).split(" ")[:WORDS]
        text = " ".join(words)
        made.append(re.sub(r"\d", lambda _: str(chance.randrange(1, 10)), text))
    return made


def run(count: int) -> None:
    """Check ``count`` messages in this process and print the figures."""
    from tonecheck.engine import Checker

    texts = messages(count)
    checker = Checker()
    for text in texts[:2]:
        checker.check_text(text, subject="")
    before = resource.getrusage(resource.RUSAGE_SELF)
    started = time.perf_counter()
    for text in texts:
        checker.check_text(text, subject="")
    elapsed = time.perf_counter() - started
    after = resource.getrusage(resource.RUSAGE_SELF)
    average = sum(len(t.split()) for t in texts) / count
    cpu = after.ru_utime - before.ru_utime
    print(
        f"{count:>9,}{average:>8.0f}{elapsed:>10.1f}{cpu:>9.1f}{count / elapsed:>10.0f}"
        f"{before.ru_maxrss / 1024:>14.0f}{after.ru_maxrss / 1024:>12.0f}"
    )


def main() -> None:
    if len(sys.argv) > 1:
        run(int(sys.argv[1]))
        return
    print(
        f"{'messages':>9}{'words':>8}{'seconds':>10}{'cpu':>9}{'a second':>10}"
        f"{'MB at start':>14}{'MB at peak':>12}"
    )
    for size in SIZES:
        subprocess.run([sys.executable, __file__, str(size)], check=True, cwd=ROOT)


if __name__ == "__main__":
    main()
