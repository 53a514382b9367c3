"""How long a first check takes, against importing spaCy and making one blank pipeline.

    python benchmarks/cold_start.py [RUNS]

Each command runs as a process of its own, in turn, after one warm-up. The cache of the
compiled rule book is warm, as for every user after the first run, and holds no result; the last
rows show the very first run, with an empty cache, and a file whose result is known.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = {"en": "first-draft.txt", "ru": "draft-ru.txt"}


def seconds(command: list[str], environment: dict[str, str]) -> float:
    started = time.perf_counter()
    subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=False)
    return time.perf_counter() - started


def unknown(command: list[str], cache: str) -> float:
    """The seconds of a check whose result is not in the cache."""
    shutil.rmtree(Path(cache) / "results", ignore_errors=True)
    return seconds(command, {**os.environ, "TONECHECK_CACHE_DIR": cache})


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    print(f"{'':36}{'baseline':>10}{'check':>8}{'ratio':>8}   medians of {runs} runs, seconds")
    with tempfile.TemporaryDirectory() as cache:
        environment = {**os.environ, "TONECHECK_CACHE_DIR": cache}
        for language, example in EXAMPLES.items():
            check = [sys.executable, "-m", "tonecheck", "check", str(ROOT / "examples" / example)]
            blank = [sys.executable, "-c", f"import spacy; spacy.blank({language!r})"]
            seconds(blank, environment)
            first = seconds(check, environment)
            pairs = [(seconds(blank, environment), unknown(check, cache)) for _ in range(runs)]
            known = median(seconds(check, environment) for _ in range(runs))
            baseline = median(a for a, _ in pairs)
            ours = median(b for _, b in pairs)
            ratio = median(b / a for a, b in pairs)
            for name, ours_s, ratio_s in (
                ("compiled rule book in the cache", ours, ratio),
                ("empty cache, the very first run", first, first / baseline),
                ("result known from an earlier run", known, known / baseline),
            ):
                print(f"{language}: {name:32}{baseline:>10.2f}{ours_s:>8.2f}{ratio_s:>8.2f}")


if __name__ == "__main__":
    main()
