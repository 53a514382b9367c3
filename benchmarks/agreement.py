"""How far two independent people agree on the labels of ``corpora/``.

    python benchmarks/agreement.py

The first labels stand with the messages, the second ones in ``second-labels.json`` beside
them. Spans agree when their categories are the same and they overlap; F1 is symmetric, so it
does not matter whose labels count as the truth.
"""

from __future__ import annotations

import json
from pathlib import Path

from tonecheck.evaluation import LABELLED_FACTS, Tally, spearman
from tonecheck.labelled import LABELLED

CORPORA = Path(__file__).resolve().parent.parent / "corpora"

Span = tuple[str, int, int]


def spans(mistakes: list[dict[str, str]], source: str) -> list[Span]:
    """The labelled stretches as category, start, end."""
    found = []
    for mistake in mistakes:
        start = source.index(mistake["quote"])
        found.append((mistake["category"], start, start + len(mistake["quote"])))
    return found


def overlap(one: Span, other: Span) -> bool:
    return one[0] == other[0] and one[1] < other[2] and other[1] < one[2]


def compared(first: list[Span], second: list[Span]) -> Tally:
    """Hits among the first labels, right ones among the second."""
    return Tally(
        hits=sum(any(overlap(a, b) for b in second) for a in first),
        labels=len(first),
        right=sum(any(overlap(a, b) for a in first) for b in second),
        found=len(second),
    )


def main() -> None:
    for folder in sorted(path.parent for path in CORPORA.glob("*/second-labels.json")):
        first = {
            record["id"]: record
            for file in sorted(folder.glob("*.jsonl"))
            for record in map(json.loads, file.read_text(encoding="utf-8").splitlines())
        }
        second = json.loads((folder / "second-labels.json").read_text(encoding="utf-8"))
        categories = {category.value: Tally() for category in LABELLED}
        facts = {fact.value: Tally() for fact in LABELLED_FACTS}
        overload = Tally()
        ranks: dict[str, list[tuple[float, float]]] = {"polite_rank": [], "clear_rank": []}
        for other in second:
            one = first[other["id"]]
            source = f"{one['subject'] or ''}\n\n{one['text']}"
            a, b = spans(one["mistakes"], source), spans(other["mistakes"], source)
            for name, tally in categories.items():
                tally.add(compared([s for s in a if s[0] == name], [s for s in b if s[0] == name]))
            for name, tally in facts.items():
                tally.count(name in one["facts_present"], name in other["facts_present"])
            overload.count(one["overload"], other["overload"])
            for rank, pairs in ranks.items():
                pairs.append((one[rank], other[rank]))
        print(f"{folder.name}: {len(second)} messages labelled twice")
        for title, tallies in (("spans", categories), ("facts", facts)):
            total = Tally()
            for tally in tallies.values():
                total.add(tally)
            each = ", ".join(f"{n} {t.f1:.2f}" for n, t in tallies.items() if t.f1 is not None)
            print(f"  {title} F1 {total.f1 or 0:.2f} ({each})")
        print(f"  overload F1 {overload.f1 or 0:.2f}")
        for rank, pairs in ranks.items():
            print(f"  {rank} rho {spearman(pairs) or 0:.2f}")


if __name__ == "__main__":
    main()
