"""A library checked twice: the first run fills the cache of results, the second reads it.

    python benchmarks/second_run.py [FILES [RUNS]]

Half of the files (2,000 by default) are templates of ``library/``, half messages of ``corpora/``,
each with figures of its own, so that no two are the same. Each run is a process of its own that
reads every file, asks the cache, checks what it does not find, and puts all reports into JSON;
its time is that of the whole process, the medians are of 5 RUNS. What holds no reminder, or is
in no language known, is left out when the files are made.
"""

from __future__ import annotations

import json
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
from tonecheck.reports import FORMATS
from tonecheck.reports.options import TextOptions
from tonecheck.results import Results, folders_digest, program_version, result_key
from tonecheck.rulebook import rules_folder
from tonecheck.sentences import TonecheckError
from tonecheck.types import Report

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


def run(folder: Path, cache: Path) -> None:
    """Check the files of a folder as a command would, and tell how it went as JSON."""
    settings, checker, reports, missed = "default", None, [], 0
    results = Results(cache)
    rules, version = folders_digest([rules_folder()]), program_version()
    for path in discover([folder]):
        opened = open_file(path)
        key = result_key(
            opened.data, path.name, named=False, settings=settings, rules=rules, version=version
        )
        found = results.get(key, opened.text, str(path))
        if found is None:
            from tonecheck.engine import Checker

            missed += 1
            checker = checker or Checker()
            try:
                found = checker.check_source(opened.text, path=str(path), suffix=path.name)
            except TonecheckError:
                continue
            results.put(key, opened.text, found)
        reports += found
    results.tidy()
    size = len(FORMATS["json"](Report(tuple(reports)), TextOptions()))
    heavy = [name for name in HEAVY if name in sys.modules]
    print(json.dumps({"messages": len(reports), "missed": missed, "json": size, "heavy": heavy}))


def timed(folder: Path, cache: Path) -> tuple[float, dict[str, object]]:
    started = time.perf_counter()
    command = [sys.executable, __file__, "--run", str(folder), str(cache)]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    return time.perf_counter() - started, json.loads(done.stdout)


def main() -> None:
    if sys.argv[1:2] == ["--run"]:
        run(Path(sys.argv[2]), Path(sys.argv[3]))
        return
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 2_000
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    with tempfile.TemporaryDirectory() as place:
        folder, cache = Path(place) / "library", Path(place) / "cache"
        folder.mkdir()
        make(folder, count)
        first, before = timed(folder, cache)
        later = [timed(folder, cache) for _ in range(runs)]
        entries = [file.stat().st_size for file in cache.rglob("*") if file.is_file()]
    second = median(seconds for seconds, _ in later)
    print(f"first run   {first:8.2f} s  {before}")
    print(f"second run  {second:8.2f} s  {later[-1][1]}   median of {runs}")
    print(f"ratio       {first / second:8.1f}")
    print(f"cache       {sum(entries) / 1e6:8.2f} MB in {len(entries):,} files")


if __name__ == "__main__":
    main()
