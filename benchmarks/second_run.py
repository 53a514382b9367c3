"""A library checked twice: the first run fills the cache of results, the second reads it.

    python benchmarks/second_run.py [FILES [RUNS [JOBS]]]

Half of the files (2,000 by default) are templates of ``library/``, half messages of ``corpora/``,
each with figures of its own, so that no two are the same. Each run is ``tonecheck check`` on the
folder, in a process of its own, with a report in JSON; its time is that of the whole process, the
medians are of 5 RUNS. The first run checks in 2 JOBS. What holds no reminder, or is in no language
known, is left out when the files are made; the compiled rule book is in the cache.
"""

from __future__ import annotations

import gc
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from itertools import cycle, islice
from pathlib import Path
from statistics import median

from tonecheck.readers import open_file
from tonecheck.readers.discovery import discover
from tonecheck.sentences import TonecheckError

ROOT = Path(__file__).resolve().parent.parent
HEAVY = ("spacy", "pymorphy3", "lemminflect", "holidays", "textstat")
MESSAGES = "messages"


def make(folder: Path, count: int) -> None:
    """Write ``count`` different files into a folder."""
    chance = random.Random(count)
    templates = cycle(path for path in discover([ROOT / "library"]) if is_text(path))
    for number, path in enumerate(islice(templates, count // 2)):
        place = folder / str(number % 20) / f"{number:04}.{path.name}"
        place.parent.mkdir(exist_ok=True)
        text = open_file(path).text
        place.write_text(
            f"{text}\n{chance.randrange(10**4, 10**6)}\n", encoding="utf-8", newline=""
        )
    texts = cycle(
        [
            json.loads(line)["text"]
            for language in ("en", "ru")
            for line in (ROOT / "corpora" / language / "reminders.jsonl")
            .read_text(encoding="utf-8")
            .splitlines()
        ]
    )
    (folder / MESSAGES).mkdir()
    for number, text in enumerate(islice(texts, count - count // 2)):
        varied = re.sub(r"\d", lambda _: str(chance.randrange(1, 10)), text)
        place = folder / MESSAGES / f"{number:04}.txt"
        place.write_text(f"{varied}\n{number}\n", encoding="utf-8", newline="")


def is_text(path: Path) -> bool:
    """Whether a template can be written anew with a line more, and holds a reminder."""
    from tonecheck.languages import detect
    from tonecheck.readers import read_messages
    from tonecheck.reminders import asks_for_payment

    if path.suffix in (".docx", ".eml", ".json", ".jsonl", ".xml", ".php", ".csv", ".tsv"):
        return False
    try:
        messages = read_messages(open_file(path).text, path.name)
        return all(detect(m.text) and asks_for_payment(m) for m in messages)
    except TonecheckError:
        return False


def run(arguments: list[str]) -> None:
    """Run the command, and tell at its end which heavy modules were imported."""
    from tonecheck.cli import cli

    gc.set_threshold(200_000, 30, 30)  # as the program itself does
    try:
        cli(arguments)
    except SystemExit:
        heavy = [name for name in HEAVY if name in sys.modules]
        print(json.dumps({"heavy": heavy}), file=sys.stderr)


def timed(folder: Path, cache: Path, *options: str) -> tuple[float, dict[str, object], bytes]:
    """The seconds of a run, what it imported, and its report."""
    report = cache.with_name("report.json")
    command = [sys.executable, __file__, "--run", "check", str(folder), *options]
    started = time.perf_counter()
    done = subprocess.run(
        [*command, "--format", "json", "--output", str(report)],
        cwd=ROOT, check=True, stderr=subprocess.PIPE, text=True,
        env={**os.environ, "TONECHECK_CACHE_DIR": str(cache), "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    seconds = time.perf_counter() - started
    return seconds, json.loads(done.stderr.splitlines()[-1]), report.read_bytes()


def main() -> None:
    if sys.argv[1:2] == ["--run"]:
        run(sys.argv[2:])
        return
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 2_000
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    jobs = sys.argv[3] if len(sys.argv) > 3 else "2"
    with tempfile.TemporaryDirectory() as place:
        folder, cache = Path(place) / "library", Path(place) / "cache"
        folder.mkdir()
        make(folder, count)
        timed(ROOT / "examples", cache, "--jobs", "1")
        first, before, told = timed(folder, cache, "--jobs", jobs)
        later = [timed(folder, cache) for _ in range(runs)]
        entries = [file.stat().st_size for file in (cache / "results").rglob("*") if file.is_file()]
    second = median(seconds for seconds, _, _ in later)
    same = all(report == told for _, _, report in later)
    print(f"first run   {first:8.2f} s  {before}  {jobs} jobs")
    print(f"second run  {second:8.2f} s  {later[-1][1]}   median of {runs}; same report: {same}")
    print(f"ratio       {first / second:8.1f}")
    print(f"cache       {sum(entries) / 1e6:8.2f} MB in {len(entries):,} files")


if __name__ == "__main__":
    main()
