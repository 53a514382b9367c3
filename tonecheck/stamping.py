"""From what rules and checks notice to findings: one a place, worded, in source offsets."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tonecheck.analysis import Analysis
from tonecheck.matches import Found
from tonecheck.message import Message
from tonecheck.observation import Change, Observation
from tonecheck.rewording import Rewording
from tonecheck.rule import Rule
from tonecheck.types import Applicability, Category, Context, Edit, Finding, Fix, Language, Severity
from tonecheck.wording import CAUTIONS, label

# Which category keeps a stretch that two rules of equal severity claim: what weighs more
# stands first.
DOMINANCE = (
    Category.THREAT,
    Category.PENALTY,
    Category.ACCUSATION,
    Category.GUILT,
    Category.RUDENESS,
    Category.PRESSURE,
    Category.IMPERSONAL,
    Category.VAGUE,
    Category.JARGON,
)
_DOMINANCE = {category: rank for rank, category in enumerate(DOMINANCE)}


@dataclass(frozen=True, slots=True)
class Noticed:
    """An observation with its rule, before it becomes a finding.

    ``evidence`` are the tokens that a phrase itself matched; none for a coded check.
    ``relaxed`` says that it passes at the declared stage: it is no finding, and keeps rules
    that give way from making one of the same words.
    """

    rule: Rule
    observation: Observation
    severity: Severity
    evidence: frozenset[int] = frozenset()
    relaxed: bool = False


def as_observation(
    found: Found, rule: Rule, analysis: Analysis, rewording: Rewording | None = None
) -> Observation:
    """What a phrase found, with the plain words for it or the fix that the phrase itself has."""
    tokens = analysis.tokens
    start, end = tokens[found.hit.first].start, tokens[found.hit.last - 1].end
    phrase = rule.texts[analysis.language].phrases[found.phrase]
    if rewording is not None:
        return Observation(start, end, changes=(_change(rewording, analysis.text),))
    if phrase.fix is None:
        return Observation(start, end)
    replacement = _like(phrase.fix, analysis.text[start:end])
    safe = Applicability.SAFE if phrase.safe else Applicability.UNSAFE
    change = Change(
        "replace" if replacement else "delete",
        (Edit(start, end, replacement),),
        safe,
        {"replacement": replacement},
        "reworded" if replacement else "removed",
    )
    return Observation(start, end, changes=(change,))


def _change(rewording: Rewording, text: str) -> Change:
    """Plain words as a possible fix."""
    plain, edits = rewording.plain, rewording.edits
    safe = Applicability.SAFE if plain.safe else Applicability.UNSAFE
    if plain.explain is not None:
        return Change("insert", edits, safe, {"text": edits[0].replacement.strip()}, "explained")
    if not plain.fix:
        return Change("delete", edits, safe, caution="removed")
    return Change("replace", edits, safe, {"replacement": rewording.result(text)}, "reworded")


def _like(replacement: str, original: str) -> str:
    """The replacement with a capital letter where the original had one."""
    if original[:1].isupper() and not original.isupper():
        return replacement[:1].upper() + replacement[1:]
    return replacement


def settle(noticed: Iterable[Noticed]) -> list[Noticed]:
    """One finding a stretch: of phrase hits that mostly overlap, the dominant one stays.

    Hits on different words stay both: an insult inside a threat is a second mistake. What
    passes at the declared stage silences only rules that give way.
    """
    kept: list[Noticed] = []
    claims: dict[int, list[Noticed]] = defaultdict(list)
    for candidate in sorted(noticed, key=_weight):
        if any(
            _mostly_overlap(candidate.observation, other.observation)
            and (candidate.rule.gives_way or not other.relaxed)
            for token in candidate.evidence
            for other in claims[token]
        ):
            continue
        kept.append(candidate)
        for token in candidate.evidence:
            claims[token].append(candidate)
    return sorted(
        (n for n in kept if not n.relaxed),
        key=lambda n: (n.observation.start, n.observation.end, n.severity.rank, n.rule.id),
    )


def _weight(noticed: Noticed) -> tuple[bool, int, int, bool, int, str]:
    """What comes first keeps its stretch: what a phrase names before what is only likely."""
    rule = noticed.rule
    rank = _DOMINANCE.get(rule.category, len(DOMINANCE))
    length = noticed.observation.end - noticed.observation.start
    return (rule.weighed, noticed.severity.rank, rank, rule.gives_way, -length, rule.id)


def _mostly_overlap(one: Observation, other: Observation) -> bool:
    common = min(one.end, other.end) - max(one.start, other.start)
    return common * 2 > min(one.end - one.start, other.end - other.start)


def as_finding(noticed: Noticed, analysis: Analysis, context: Context) -> Finding:
    """The finding, in source offsets and in the language that findings are written in."""
    rule, observation = noticed.rule, noticed.observation
    message = analysis.message
    speech = context.speech or analysis.language
    text = rule.texts[speech]
    start, end = message.source_span(observation.start, observation.end)
    shown = (branch for branch in message.branches_at(start, end) if branch)
    fixes = [_fix(change, message, speech) for change in observation.changes]
    return Finding(
        rule=rule.id,
        category=rule.category,
        severity=noticed.severity,
        message=filled(text.why, observation.values),
        advice=filled(text.advice, observation.values),
        guide=rule.guide,
        start=start,
        end=end,
        text=message.source[start:end],
        branch=message.branching.condition(next(shown, None)),
        fixes=tuple(f for f in fixes if f is not None),
        read_as=message.read_as(observation.start, observation.end),
    )


def filled(text: str, values: Mapping[str, str | int]) -> str:
    """A rule's sentence with its ``{gaps}`` filled."""
    for name, value in values.items():
        text = text.replace("{" + name + "}", str(value))
    return text


def _fix(change: Change, message: Message, speech: Language) -> Fix | None:
    """The change in source offsets; None where it would touch markup or cannot stand there."""
    edits = list(change.unseen)
    for edit in change.edits:
        if not message.spans_only_text(edit.start, edit.end):
            return None
        start, end = message.source_span(edit.start, edit.end)
        try:
            replacement = message.written(edit.replacement, edit.start, edit.end)
        except ValueError:
            return None
        edits.append(Edit(start, end, replacement.replace("\n", _line_end(message.source))))
    said = label(change.wording, speech, change.values)
    is_safe = change.applicability is Applicability.SAFE
    caution = "" if is_safe else CAUTIONS[change.caution][speech]
    return Fix(said, change.applicability, tuple(edits), caution)


def _line_end(source: str) -> str:
    """How the lines of a source end."""
    if "\r\n" in source:
        return "\r\n"
    return "\r" if "\r" in source and "\n" not in source else "\n"
