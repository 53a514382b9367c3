"""Templates broken at random: none may raise but a TonecheckError, none may take long.

    python benchmarks/fuzz_templates.py FOLDER… [--count N] [--seed N] [--jobs N]

The seeds are the files that the ``develop.jsonl`` of each folder names, or, without one, every
file in it. Each text is made from a number, ``--seed`` and upwards, so that a failure can be
repeated alone: ``--seed NUMBER --count 1``. Read texts are checked: verbatim segments show their
source, every path can be followed, and arms that no path shows are left only where there are
as many paths as there may be.
"""

from __future__ import annotations

import argparse
import json
import random
import signal
import sys
import time
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from multiprocessing import Pool
from pathlib import Path

from tonecheck.branches import MAX_PATHS, Branch
from tonecheck.message import Message
from tonecheck.readers import ReadError, decode_file, read_messages
from tonecheck.sentences import TonecheckError

LONGEST = 20_000
"""Characters of a text; what repetition makes of it is cut."""

HANGS = 20
"""Seconds after which a text counts as one that hangs."""

SUFFIXES = (
    ".txt .md .html .j2 .html.liquid .twig .njk .hbs .mustache .tmpl .gotmpl .gohtml .tpl .smarty "
    ".blade.php .php .phtml .erb .ejs .mako .mjml .json .yml .po .properties .csv .xml"
).split()

_MARKS = (
    "{{ }} {% %} {# #} {{{ }}} {{- -}} {%- -%} {{~ ~}} {{#if {{/if}} {{^ {{else}} {{!-- --}} "
    "{{= =}} {{> {{& <% %> <%= <%- -%> <%# <%% <%_ _%> <? ?> <?php <?= endif; <<<A @if( "
    "@endif @else @@ @{{ {!! !!} {{-- --}} @verbatim @section('subject',' ${ } { # ## \\ \\{{ % %% "
    "%( %(a)s %s $ $$ $a ${a} :a ::a:: {$a} {if {/if} {else} {* *} {literal} {/literal} {l "
    "*| |* *|IF:A|* *|END:IF|* [ ] [[ ]] [A] #{ #A# << >> « » &lt;A&gt; _ "
    "____ XXXX ' \" ` ( ) | || ; : , . - "
    "\n \r \r\n \t \x0b \x0c \x85 \u2028 \ufeff \u200b \xa0 \ue000 \uf8fe \uf8ff \x00 é 𝒳 ёж ا "
    "<p> </p> <title> </title> <!-- --> <style> <script> --- Subject: do |x| { case default:"
).split(" ")
_TAGS = [
    "{% if a %}",
    "{% elif b %}",
    "{% else %}",
    "{% endif %}",
    "{% for a in b %}",
    "{% endfor %}",
    "{% set subject = 'a b' ~ c %}",
    "{% trans %}",
    "{{ a | default: 'Dear friend of ours' }}",
    "{{if .A}}",
    "{{else if .B}}",
    "{{end}}",
    "<% if a %>",
    "<% end %>",
    "<% } else { %>",
    "<?php if ($a): ?>",
    "<?php } ?>",
    "<?php echo 'your money'; echo $a; ?>",
    "\n% if a:\n",
    "\n% endif\n",
]
PIECES = [*_MARKS, *_TAGS]


@dataclass(frozen=True, slots=True)
class Seed:
    """A template to be broken."""

    text: str
    suffix: str


@dataclass(slots=True)
class Outcome:
    """What became of some texts."""

    count: int = 0
    refused: int = 0
    characters: int = 0
    seconds: float = 0.0
    slowest: tuple[float, int, str, int] = (0.0, 0, "", 0)
    failures: list[tuple[int, str, str]] = field(default_factory=list)

    def add(self, other: Outcome) -> None:
        """Take in what became of other texts."""
        self.count += other.count
        self.refused += other.refused
        self.characters += other.characters
        self.seconds += other.seconds
        self.slowest = max(self.slowest, other.slowest)
        self.failures += other.failures


class HangingError(Exception):
    """A text took too long."""


def seeds_in(folders: Sequence[Path]) -> list[Seed]:
    """The templates of some folders, those that are text."""
    seeds = []
    for folder in folders:
        for path in _files(folder):
            try:
                seeds.append(Seed(decode_file(path).text[:LONGEST], path.name))
            except (ReadError, OSError):
                continue
    return seeds


def _files(folder: Path) -> list[Path]:
    lists = sorted(folder.rglob("develop.jsonl"))
    if not lists:
        return sorted(path for path in folder.rglob("*") if path.is_file())
    return sorted(
        {
            one.parent / str(json.loads(line)["path"])
            for one in lists
            for line in one.read_text(encoding="utf-8").splitlines()
        }
    )


def broken(seeds: Sequence[Seed], number: int) -> Seed:
    """The text of a number: a template after one to six mishaps."""
    chance = random.Random(number)
    seed = chance.choice(seeds)
    text = seed.text
    for _ in range(chance.randint(1, 6)):
        text = chance.choice(MISHAPS)(text, chance, seeds)[:LONGEST]
    suffix = seed.suffix if chance.random() < 0.6 else chance.choice(SUFFIXES)
    return Seed(text, suffix)


Mishap = Callable[[str, random.Random, Sequence[Seed]], str]


def _stretch(text: str, chance: random.Random) -> tuple[int, int]:
    """A short stretch, which more often than not begins at a mark."""
    start = chance.randint(0, len(text))
    if chance.random() < 0.6:
        marks = [p for p in (text.find(mark, start) for mark in "{<%[@$*") if p >= 0]
        start = min(marks, default=start)
    return start, min(len(text), start + chance.choice((1, 2, 3, 8, 20, 60, 200)))


def _delete(text: str, chance: random.Random, _: Sequence[Seed]) -> str:
    start, end = _stretch(text, chance)
    return text[:start] + text[end:]


def _repeat(text: str, chance: random.Random, _: Sequence[Seed]) -> str:
    start, end = _stretch(text, chance)
    return text[:start] + text[start:end] * chance.choice((2, 2, 3, 50, 1_000)) + text[end:]


def _swap(text: str, chance: random.Random, _: Sequence[Seed]) -> str:
    (a, b), (c, d) = sorted((_stretch(text, chance), _stretch(text, chance)))
    b = min(b, c)
    return text[:a] + text[c:d] + text[b:c] + text[a:b] + text[d:]


def _insert(text: str, chance: random.Random, _: Sequence[Seed]) -> str:
    start, _end = _stretch(text, chance)
    pieces = "".join(chance.choice(PIECES) for _ in range(chance.choice((1, 1, 2, 5, 40))))
    return text[:start] + pieces + text[start:]


def _strew(text: str, chance: random.Random, _: Sequence[Seed]) -> str:
    """One piece in many places."""
    piece = chance.choice(PIECES)
    places = sorted(chance.randint(0, len(text)) for _ in range(chance.choice((5, 50, 500))))
    return piece.join(text[a:b] for a, b in zip([0, *places], [*places, len(text)], strict=True))


def _cut(text: str, chance: random.Random, _: Sequence[Seed]) -> str:
    start, _end = _stretch(text, chance)
    return text[:start] if chance.random() < 0.5 else text[start:]


def _splice(text: str, chance: random.Random, seeds: Sequence[Seed]) -> str:
    other = chance.choice(seeds).text
    return text[: chance.randint(0, len(text))] + other[chance.randint(0, len(other)) :]


def _weird(text: str, chance: random.Random, _: Sequence[Seed]) -> str:
    start, end = _stretch(text, chance)
    letters = (
        chr(chance.choice((0x7F, 0x2FFF, 0xD7FF, 0x10FFFF)) - chance.randint(0, 99)) for _ in "abcd"
    )
    return text[:start] + "".join(letters) + text[end:]


def _quotes(text: str, chance: random.Random, _: Sequence[Seed]) -> str:
    start, _end = _stretch(text, chance)
    return text[:start] + chance.choice(("'", '"', "\\'", "`", "'\"'", "«")) + text[start:]


MISHAPS: tuple[Mishap, ...] = (
    _delete,
    _delete,
    _repeat,
    _swap,
    _insert,
    _insert,
    _strew,
    _cut,
    _splice,
    _weird,
    _quotes,
)


_SHOWN_AS = str.maketrans("\ue000", "\ufffd")
"""Characters that are shown as others, one for one; white space is too."""


def is_possible(message: Message, arm: Branch | None) -> bool:
    """Whether the conditions of an arm and of those around it do not rule each other out."""
    decided: dict[str, int] = {}
    while arm:
        choice = message.branching.choices[arm.choice]
        value = choice.values[arm.arm]
        if decided.setdefault(choice.key, value) != value:
            return False
        arm = choice.parent
    return True


def check(message: Message) -> None:
    """Whether a message holds what messages promise.

    Raises:
        AssertionError: it does not.
    """
    for segment in message.segments:
        shown = message.source[segment.start : segment.end]
        if not segment.placeholder and segment.text and len(segment.text) == len(shown):
            is_gap = segment.text.isspace() and shown.isspace()
            assert is_gap or segment.text == shown.translate(_SHOWN_AS), segment
    branching = message.branching
    paths = list(branching.paths())
    for path in paths:
        message.along(path)
    unread = branching.unread(paths)
    if len(paths) < MAX_PATHS:
        assert not any(is_possible(message, arm) for arm in unread), unread
    arms = {segment.branch for segment in message.segments}
    if not branching.is_everywhere(arms):
        message.along(branching.path_without(arms))


def run(numbers: range, seeds: Sequence[Seed]) -> Outcome:
    """Read the texts of some numbers."""
    outcome = Outcome()
    signal.signal(signal.SIGALRM, _hang)
    for number in numbers:
        seed = broken(seeds, number)
        started = time.perf_counter()
        signal.setitimer(signal.ITIMER_REAL, HANGS)
        try:
            for message in read_messages(seed.text, seed.suffix):
                check(message)
        except TonecheckError:
            outcome.refused += 1
        except Exception:
            outcome.failures.append((number, seed.suffix, traceback.format_exc(limit=-6)))
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
        taken = time.perf_counter() - started
        outcome.count += 1
        outcome.characters += len(seed.text)
        outcome.seconds += taken
        outcome.slowest = max(outcome.slowest, (taken, number, seed.suffix, len(seed.text)))
    return outcome


def _hang(*_: object) -> None:
    raise HangingError


def main() -> int:
    """Break, read, print; 1 where something failed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--jobs", type=int, default=1)
    arguments = parser.parse_args()
    seeds = seeds_in(arguments.folders)
    if not seeds:
        parser.error("no templates in these folders")
    end = arguments.seed + arguments.count
    chunks = [range(n, min(n + 500, end)) for n in range(arguments.seed, end, 500)]
    whole = Outcome()
    with Pool(arguments.jobs) as pool:
        for outcome in pool.imap_unordered(partial(run, seeds=seeds), chunks):
            whole.add(outcome)
    print(
        f"{whole.count:,} texts from {len(seeds)} templates: {len(whole.failures)} failures, "
        f"{whole.refused:,} refused"
    )
    taken, number, suffix, length = whole.slowest
    print(f"slowest: {taken:.2f} s, number {number} ({suffix}, {length:,} characters)")
    print(f"{whole.characters / max(whole.seconds, 1e-9):,.0f} characters a second on one core")
    for number, suffix, trace in sorted(whole.failures)[:3]:
        print(f"\nnumber {number} ({suffix}):\n{trace}")
    return 1 if whole.failures else 0


if __name__ == "__main__":
    sys.exit(main())
