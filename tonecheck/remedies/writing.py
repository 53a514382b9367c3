"""Changes written down: the edits of a sentence put anew, and of one that is taken out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tonecheck.analysis import Analysis
from tonecheck.checks import places
from tonecheck.observation import Change
from tonecheck.remedies.phrasing import Line
from tonecheck.remedies.regions import Region
from tonecheck.types import Edit


def written(analysis: Analysis, region: Region, edits: Sequence[Edit]) -> Change:
    """The change whose label shows the new sentence, with placeholders as they are written."""
    message = analysis.message
    first = edits[0]
    if region.start != _sentence_start(analysis, region) and first.start == region.start:
        text = first.replacement[:1].lower() + first.replacement[1:]
        edits = [replace(first, replacement=text), *edits[1:]]
    end = region.end
    if region.tail is not None:
        last, (start, end) = edits[-1], region.tail
        mark = last.replacement[-1:]
        edits = [
            *edits[:-1],
            replace(last, replacement=last.replacement[:-1]),
            Edit(start, end, mark),
        ]
    shown: list[str] = []
    position = region.start
    for edit in edits:
        shown += [message.read_as(position, edit.start), edit.replacement]
        position = edit.end
    shown.append(message.read_as(position, end))
    new = " ".join("".join(shown).split())
    return Change("reword", tuple(edits), values={"replacement": new})


def taken_out(analysis: Analysis, region: Region) -> Change:
    """The sentence gone."""
    gone = removal(analysis, region.start, region.end)
    return Change("take-out", (gone,), caution="removed")


def moved_to_the_end(analysis: Analysis, region: Region, closing: Line) -> Change | None:
    """The sentence gone, a courteous one at the end of the message; None where they meet."""
    gone = removal(analysis, region.start, region.end)
    place = places.before_closing(analysis)
    if gone.start <= place <= gone.end:
        return None
    said = Edit(place, place, places.joined(analysis, place, closing.text))
    edits = tuple(sorted((gone, said), key=lambda edit: edit.start))
    return Change("take-out-and-say", edits, values={"text": closing.text})


def and_said(analysis: Analysis, change: Change, line: Line) -> Change | None:
    """A change and one more sentence at the end of the message; None where they meet."""
    place = places.before_closing(analysis)
    if any(edit.start <= place <= edit.end for edit in change.edits):
        return None
    said = Edit(place, place, places.joined(analysis, place, line.text))
    return replace(change, edits=tuple(sorted((*change.edits, said), key=lambda e: e.start)))


def _sentence_start(analysis: Analysis, region: Region) -> int:
    sentence = analysis.sentences[region.tokens[0].sentence]
    return analysis.tokens[sentence.first].start


def removal(analysis: Analysis, start: int, end: int) -> Edit:
    """The edit that takes out a stretch with the blank or the empty lines that it leaves."""
    text = analysis.text
    left = len(text[:start].rstrip(" "))
    right = end + len(text[end:]) - len(text[end:].lstrip(" "))
    opens = left == 0 or text[left - 1] == "\n"
    closes = right == len(text) or text[right] == "\n"
    if opens and closes:
        right = right + len(text[right:]) - len(text[right:].lstrip("\n"))
        wide = (left, right) if right < len(text) else (len(text[:left].rstrip("\n")), right)
    else:
        wide = (start, right) if opens else (left, end)
    if not analysis.message.spans_only_text(*wide):
        wide = (start, end)
    return Edit(*wide, "")
