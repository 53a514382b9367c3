"""One change proposed to a person: where, why, before and after, and what to mind."""

from __future__ import annotations

from tonecheck.fixes import Proposal, apply_edits
from tonecheck.positions import LineIndex
from tonecheck.reports.block import Layout
from tonecheck.reports.difference import difference
from tonecheck.reports.display import printable, wrap
from tonecheck.reports.escapes import is_hard_to_read
from tonecheck.reports.style import SEVERITY_INK, Ink
from tonecheck.reports.words import say
from tonecheck.types import Applicability, Finding, Language


def render_proposal(
    proposal: Proposal, source: str, path: str, number: str, layout: Layout, language: Language
) -> list[str]:
    """A proposal as lines.

    Args:
        source: the text as it is.
        path: the file, as it is shown.
        number: which of how many it is.
        language: of the tool's own words; the reasons have that of the message.
    """
    finding, fix = proposal.findings[0], proposal.fix
    line, column = LineIndex(source).place(min(edit.start for edit in fix.edits))
    out = layout.heading(
        layout.paint(number, Ink.HEADING),
        printable(f"{path}:{line}:{column}"),
        ", ".join(dict.fromkeys(f.rule for f in proposal.findings)),
        0,
    )
    for number_of_line, reason in enumerate(dict.fromkeys(f.message for f in proposal.findings)):
        sign = layout.signs.of(finding.severity) if not number_of_line else layout.signs.dot
        painted = layout.paint(sign, SEVERITY_INK[finding.severity])
        out.append(f"  {painted} {_one_line(reason, layout.columns - 4, layout)}")
    if finding.branch:
        out += layout.paragraph(say("only-where", language, branch=finding.branch), 4)
    out += ["", *_change(proposal, finding, source, layout, language)]
    if fix.applicability is Applicability.UNSAFE:
        first = say("check-first", language)
        said = (
            say("check-why", language, first=first, caution=fix.caution) if fix.caution else first
        )
        sign = layout.paint(f"{layout.signs.warning} ", Ink.WARNING)
        out += ["", *layout.paragraph(said[:1].upper() + said[1:], 2, sign)]
    return out


def _change(
    proposal: Proposal, finding: Finding, source: str, layout: Layout, language: Language
) -> list[str]:
    """The lines before and after; of a source in codes what the client reads and the label."""
    fix = proposal.fix
    lines = difference(source, apply_edits(source, fix.edits), 2, layout)
    if not is_hard_to_read(" ".join(lines)):
        return lines
    read = " ".join(finding.read_as.split())
    quoted = layout.paragraph(say("quoted", language, text=read), 2) if read else []
    return [*quoted, *layout.paragraph(fix.label, 2, f"{layout.signs.arrow} ")]


def _one_line(text: str, width: int, layout: Layout) -> str:
    line = layout.own(text)
    pieces = wrap(line, width)
    if len(pieces) == 1:
        return line
    return wrap(line, width - len(layout.signs.cut))[0].rstrip(",;:–- ") + layout.signs.cut
