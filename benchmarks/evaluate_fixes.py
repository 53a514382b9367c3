"""What fixes reach: how many findings carry one, what is left, and that no fact is lost.

    python benchmarks/evaluate_fixes.py corpora/en/ninth.jsonl corpora/ru/ninth.jsonl
    python benchmarks/evaluate_fixes.py library/python [--show 5]

Messages of a labelled file are fixed as drafts, files of a folder as they are. A literal (sum,
day, number, address, name, placeholder) counts as lost where the fixed text does not hold it word
by word; apart from that are literals of a threat or penalty that was taken out whole.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tonecheck.engine import Checker
from tonecheck.fixes import repair
from tonecheck.labelled import read_labelled
from tonecheck.languages import analyse
from tonecheck.message import PLACEHOLDER_CHARACTER
from tonecheck.readers import from_parts, open_file, read_messages
from tonecheck.remedies.names import is_name
from tonecheck.sentences import TonecheckError
from tonecheck.types import Category, Language, MessageReport, Severity

TAKEN_OUT = {Category.THREAT, Category.PENALTY}

Check = Callable[[str], list[MessageReport]]


@dataclass(frozen=True)
class Case:
    """One source to be fixed."""

    name: str
    source: str
    check: Check
    suffix: str = ".txt"


def cases(paths: Sequence[Path]) -> Iterator[Case]:
    """Messages of labelled files and files of folders."""
    for path in paths:
        if path.suffix == ".jsonl":
            for message in read_labelled([path]):
                checker = Checker(message.declared)
                source = from_parts(message.subject, message.text).source
                check = partial(_check_parts, checker, bool(message.subject))
                yield Case(message.id, source, check)
        else:
            checker = Checker()
            files = [path] if path.is_file() else sorted(path.rglob("*"))
            for file in files:
                if file.is_file() and file.suffix not in (".jsonl", ".md"):
                    check = partial(_check_file, checker, file)
                    yield Case(str(file), open_file(file).text, check, file.name)


def _check_parts(checker: Checker, has_subject: bool, source: str) -> list[MessageReport]:
    subject, _, body = source.partition("\n\n") if has_subject else ("", "", source)
    return [checker.check_text(body, subject=subject)]


def _check_file(checker: Checker, file: Path, source: str) -> list[MessageReport]:
    return checker.check_source(source, path=str(file), suffix=file.name)


def literals(case: Case, source: str, language: Language) -> Iterator[tuple[str, int]]:
    """Sums, days, numbers, addresses, names and placeholders, with their places."""
    messages = [from_parts(None, source)] if case.suffix == ".txt" else None
    for message in messages or read_messages(source, case.suffix):
        analysis = analyse(message, language)
        found = analysis.literals
        for one in (*found.money, *found.dates, *found.contacts, *found.opaque):
            yield one.text, message.source_span(one.start, one.end)[0]
        for reference in found.references:
            yield reference.number, message.source_span(reference.start, reference.end)[0]
        for token in analysis.tokens:
            tokens = analysis.sentence_tokens(analysis.sentences[token.sentence])
            if is_name(token, tokens, language):
                yield token.text, message.source_span(token.start, token.end)[0]
        for _, placeholder in message.placeholders:
            yield placeholder.text, placeholder.start


def measure(case: Case, show: list[str]) -> Counter[str]:
    """The figures of one source."""
    count: Counter[str] = Counter()
    before = case.check(case.source)
    for finding in (f for report in before for f in report.findings):
        if finding.severity is Severity.SUGGESTION:
            continue
        count["findings"] += 1
        edits = next((fix.edits for fix in finding.fixes if fix.edits), ())
        count["with a fix"] += bool(edits)
        count["with a fix or advice"] += bool(finding.fixes)
        if edits and finding.category not in TAKEN_OUT:
            count["fixes outside threat and penalty"] += 1
            count["of them rewordings"] += any(edit.replacement.strip() for edit in edits)
    repaired = repair(case.source, case.check, unsafe=True)
    after = case.check(repaired.after)
    count["sources"] += 1
    left = [f for r in after for f in r.findings if f.severity is Severity.ERROR]
    errors = [f for f in left if f.category is not Category.PLACEHOLDER]
    count["without an error"] += not errors
    count["without one but of time"] += all(f.category is Category.TIMING for f in errors)
    count["scores hold"] += len(before) == len(after) and all(
        b.politeness.value <= a.politeness.value and b.clarity.value <= a.clarity.value
        for b, a in zip(before, after, strict=True)
    )
    count["second run changes nothing"] += (
        repair(repaired.after, case.check, unsafe=True).after == repaired.after
    )
    lost, with_threats = _lost(case, before, shown(case, repaired.after))
    count["no literal lost"] += not lost
    count["literals gone with a threat"] += with_threats
    if lost or repaired.after != case.source:
        show.append(f"== {case.name} lost {lost}\n{case.source}\n-- fixed\n{repaired.after}\n")
    return count


def shown(case: Case, source: str) -> str:
    """A source and all that is seen of it."""
    texts = [source]
    if case.suffix != ".txt":
        texts += [message.text for message in read_messages(source, case.suffix)]
    return " ".join("\n".join(texts).split())


def _lost(case: Case, before: Sequence[MessageReport], after: str) -> tuple[list[str], int]:
    lost: list[str] = []
    with_threats = 0
    for report in before[:1]:
        threats = [
            edit
            for finding in report.findings
            if finding.category in TAKEN_OUT
            for fix in finding.fixes
            for edit in fix.edits
        ]
        roles = [(f.start, f.end) for f in report.findings if f.category is Category.IMPERSONAL]
        for text, place in set(literals(case, case.source, report.context.language)):
            # "Customer" is no name.
            if " ".join(text.split()) in after or any(start <= place < end for start, end in roles):
                continue
            if PLACEHOLDER_CHARACTER in text:  # a literal with a hole in it: the hole is counted
                continue
            if any(edit.start <= place < edit.end for edit in threats):
                with_threats += 1
            else:
                lost.append(text)
    return lost, with_threats


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--show", type=int, default=0, help="so many fixed messages")
    arguments = parser.parse_args()
    total: Counter[str] = Counter()
    shown: list[str] = []
    for case in cases(arguments.paths):
        try:
            total.update(measure(case, shown))
        except TonecheckError as error:
            print(f"{case.name}: {error}")
    print("\n".join(shown[: arguments.show]))
    bases = {"of them rewordings": "fixes outside threat and penalty"}
    for name, value in total.items():
        base = "findings" if name.startswith("with a") else bases.get(name, "sources")
        print(f"{name:36}{value:6}{value / max(1, total[base]):8.3f}")


if __name__ == "__main__":
    main()
